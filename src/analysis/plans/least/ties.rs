//! The assignments that cost the least, in order, by asking for the next one again and again.

use super::{cores::Cores, problem::Problem, solved::Solved};
use crate::analysis::{
    Count, Stopped,
    sat::{Lit, Reply, Sum},
};

impl Cores<'_, '_, '_> {
    /// Once the least cost is settled: lists the assignments that cost no more but for minor bits, the cheapest first, then
    /// variable by variable, `max` at most.
    pub(super) fn list(
        mut self,
        problem: &Problem<'_>,
        max: usize,
        solved: &mut Solved,
        tell: &mut dyn FnMut(&Solved),
    ) -> Result<(), Stopped> {
        let mut assumed = std::mem::take(&mut self.assumed);
        let mut minor = (problem.minor_bits > 0 && !self.last_kind.is_empty())
            .then(|| (Sum::new(self.last_kind.iter().map(|free| !*free)), self.n_last_paid));
        loop {
            let mut before: Option<Vec<usize>> = None;
            while let Some(next) = self.next(&assumed, before.as_deref())? {
                if solved.listed.len() == max {
                    solved.are_all = Some(false);
                    return Ok(());
                }
                self.leave_out(next.iter().copied().enumerate());
                solved.listed.push(next.clone());
                before = Some(next);
                // Told at 1, 2, 4, 8 … assignments: often enough to see that work goes on, seldom enough to cost nothing.
                if solved.listed.len().is_power_of_two() {
                    tell(solved);
                }
            }
            // None is left that costs as much; is there one that costs minor bits more?
            let Some((sum, n_paid)) = &mut minor else { break };
            if self.clauses.ask(&[])? != Reply::Met {
                break;
            }
            *n_paid += 1;
            assumed = sum.at_least(*n_paid + 1, &mut self.clauses.sat).map(|more| !more).into_iter().collect();
        }
        solved.are_all = Some(true);
        let weights: Count = solved.listed.iter().map(|values| problem.weight(values)).sum();
        solved.count.get_or_insert(weights);
        Ok(())
    }

    /// Once the least cost is settled: any assignment of that cost that was not left out.
    pub(super) fn another(&mut self) -> Result<Option<Vec<usize>>, Stopped> {
        Ok((self.clauses.ask(&self.assumed)? == Reply::Met).then(|| self.clauses.assignment()))
    }

    /// Leaves out what has all these values.
    pub(super) fn leave_out(&mut self, values: impl Iterator<Item = (usize, usize)>) {
        let others: Vec<Lit> = values.filter_map(|(var, value)| self.clauses.has(var, value)).map(|has| !has).collect();
        self.clauses.sat.add(others);
    }

    /// The first assignment that is left, where all `before` that begins like it are not.
    fn next(&mut self, assumed: &[Lit], before: Option<&[usize]>) -> Result<Option<Vec<usize>>, Stopped> {
        if self.clauses.ask(assumed)? != Reply::Met {
            return Ok(None);
        }
        let mut found = self.clauses.assignment();
        let mut fixed = assumed.to_vec();
        // As many of the first variables as possible stay as they were.
        let mut n_same = 0;
        if let Some(before) = before {
            let n_common = |found: &[usize]| found.iter().zip(before).take_while(|(new, old)| new == old).count();
            n_same = n_common(&found);
            let mut too_many = before.len();
            while n_same + 1 < too_many {
                let middle = n_same.midpoint(too_many);
                fixed.truncate(assumed.len());
                fixed.extend((0..middle).filter_map(|var| self.clauses.has(var, before[var])));
                if self.clauses.ask(&fixed)? == Reply::Met {
                    found = self.clauses.assignment();
                    n_same = n_common(&found);
                } else {
                    too_many = middle;
                }
            }
            fixed.truncate(assumed.len());
            fixed.extend((0..n_same).filter_map(|var| self.clauses.has(var, before[var])));
        }
        for var in n_same..found.len() {
            for value in 0..found[var] {
                let Some(has) = self.clauses.has(var, value) else { continue };
                fixed.push(has);
                if self.clauses.ask(&fixed)? == Reply::Met {
                    found = self.clauses.assignment();
                    fixed.pop();
                    break;
                }
                fixed.pop();
            }
            fixed.extend(self.clauses.has(var, found[var]));
        }
        Ok(Some(found))
    }
}
