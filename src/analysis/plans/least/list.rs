//! The least cost, and the assignments that reach a cost, in order.

use std::ops::Range;

use super::{
    Cost, back::Back, cores::Cores, is_forbidden, order::Order, problem::Problem, reduce::Kept, solved::Solved,
    walk::Walk,
};
use crate::analysis::{Count, Stop, Stopped};

/// With so few entries of tables nothing is gained by leaving values out beforehand.
const FEW: usize = 1 << 12;

/// Who may ask to stop, and who hears what is known so far.
type Whom<'w> = (Stop<'w>, &'w mut dyn FnMut(&Solved));

/// How a problem is solved from an assignment to begin with.
type Solve<'f> = dyn Fn(&Problem<'_>, &[usize], Whom<'_>) -> Solved + 'f;

impl<'p> Problem<'p> {
    /// The least cost, and the first `max` assignments that reach it. Where `max` is 0 nothing is
    /// listed, nor is it known whether there are others. `start` is an assignment to begin with.
    pub(in crate::analysis::plans) fn solve(&self, start: &[usize], max: usize, stop: Stop<'_>) -> Solved {
        self.solve_telling(start, max, stop, &mut |_| {})
    }

    /// The same. `tell` hears what is known whenever that is more than before.
    pub(in crate::analysis::plans) fn solve_telling(
        &self,
        start: &[usize],
        max: usize,
        stop: Stop<'_>,
        tell: &mut dyn FnMut(&Solved),
    ) -> Solved {
        let Ok(kept) = Kept::allowed(self, stop) else { return self.nothing_yet(start) };
        self.solve_kept(&kept, start, (stop, tell), &|problem, start, whom| problem.solve_useful(start, max, whom))
    }

    /// The same with the values that are kept.
    fn solve_kept(&self, kept: &Kept, start: &[usize], (stop, tell): Whom<'_>, solve: &Solve<'_>) -> Solved {
        if kept.is_all(self) {
            return solve(self, start, (stop, tell));
        }
        let tell = &mut |part: &Solved| tell(&kept.widened(part.clone()));
        kept.widened(solve(&kept.narrowed(self), &kept.nearest(start), (stop, tell)))
    }

    fn solve_useful(&self, start: &[usize], max: usize, whom: Whom<'_>) -> Solved {
        let order = Order::new(self);
        if order.n_entries(&self.sizes) <= self.limits.exact.min(FEW) {
            return self.solve_whole(order, start, max, whom);
        }
        let Ok(kept) = Kept::useful(self, whom.0) else { return self.nothing_yet(start) };
        let order = std::cell::Cell::new(Some(order).filter(|_| kept.is_all(self)));
        self.solve_kept(&kept, start, whom, &|problem, start, whom| {
            problem.solve_whole(order.take().unwrap_or_else(|| Order::new(problem)), start, max, whom)
        })
    }

    fn solve_whole(&self, order: Order, start: &[usize], max: usize, whom: Whom<'_>) -> Solved {
        let mut solved = self.nothing_yet(start);
        // Who asked to stop gets what is there.
        let _ = self.solve_into(&mut solved, order, start, max, whom);
        solved
    }

    /// What is known before anything is done.
    fn nothing_yet(&self, start: &[usize]) -> Solved {
        let cost = self.cost(start);
        let upper = (!is_forbidden(cost)).then(|| (cost, start.to_vec()));
        Solved { lower: 0, upper, is_proven: false, count: None, listed: Vec::new(), are_all: None }
    }

    fn solve_into(
        &self,
        solved: &mut Solved,
        order: Order,
        start: &[usize],
        max: usize,
        (stop, tell): Whom<'_>,
    ) -> Result<(), Stopped> {
        if !self.is_small(&order) {
            return self.solve_by_cores(solved, start, max, (stop, tell));
        }
        let mut back = Back::new(self, order, stop)?;
        if is_forbidden(back.bound.cost) {
            *solved = Solved::nothing();
            return Ok(());
        }
        let (least, cheapest) = (back.bound.cost, back.cheapest());
        (solved.lower, solved.upper, solved.is_proven) = (least, Some((least, cheapest)), true);
        solved.count = Some(back.bound.count.clone());
        if max == 0 {
            return Ok(());
        }
        tell(solved);
        if self.ties(&mut back, least, max, solved)? {
            return Ok(());
        }
        solved.listed.clear();
        self.list_by_cores(solved, max, (stop, tell))
    }

    /// True if all can be eliminated with tables of the allowed size.
    fn is_small(&self, order: &Order) -> bool {
        self.lazy.is_empty() && order.n_entries(&self.sizes) <= self.limits.exact
    }

    fn solve_by_cores(
        &self,
        solved: &mut Solved,
        start: &[usize],
        max: usize,
        (stop, tell): Whom<'_>,
    ) -> Result<(), Stopped> {
        let (cost, values) = Walk::new(self).from(start.to_vec(), stop)?;
        solved.offer(cost, &values);
        tell(solved);
        self.list_by_cores(solved, max, (stop, tell))
    }

    fn list_by_cores(&self, solved: &mut Solved, max: usize, (stop, tell): Whom<'_>) -> Result<(), Stopped> {
        let mut cores = Cores::new(self, stop)?;
        if !cores.least(solved, tell)? {
            *solved = Solved::nothing();
            return Ok(());
        }
        (solved.lower, solved.is_proven) = (cores.lower, true);
        if max == 0 {
            return Ok(());
        }
        tell(solved);
        cores.least_minor(solved, tell)?;
        solved.lower = cores.lower;
        cores.list(self, max, solved, tell)
    }

    /// The least cost, and if that is proven all sets of variables among some of two values each that have the second value
    /// where it is reached, each once.
    pub(in crate::analysis::plans) fn least_sets(
        &self,
        start: &[usize],
        among: Range<usize>,
        stop: Stop<'_>,
        tell: &mut dyn FnMut(&Solved),
        visit: &mut dyn FnMut(Vec<usize>),
    ) -> Solved {
        let mut solved = self.nothing_yet(start);
        // Who asked to stop gets what is there.
        let _ = self.least_sets_into(&mut solved, among, stop, tell, visit);
        solved
    }

    fn least_sets_into(
        &self,
        solved: &mut Solved,
        among: Range<usize>,
        stop: Stop<'_>,
        tell: &mut dyn FnMut(&Solved),
        visit: &mut dyn FnMut(Vec<usize>),
    ) -> Result<(), Stopped> {
        let mut cores = Cores::new(self, stop)?;
        if !cores.least(solved, tell)? {
            *solved = Solved::nothing();
            return Ok(());
        }
        while let Some(values) = cores.another()? {
            let of_second = |var: &usize| values[*var] == 1;
            visit(among.clone().filter(of_second).map(|var| var - among.start).collect());
            cores.leave_out(among.clone().filter(of_second).map(|var| (var, 1)));
        }
        (solved.lower, solved.is_proven) = (cores.lower, true);
        Ok(())
    }

    /// Lists assignments that cost as much, then those that cost minor bits more. False if there are too many of one cost.
    fn ties(&self, back: &mut Back<'_>, least: Cost, max: usize, solved: &mut Solved) -> Result<bool, Stopped> {
        let last = least | ((1 << self.minor_bits) - 1);
        for cost in least..=last {
            let Some(mut found) = back.at_cost(cost, self.limits.at_once.max(1))? else { return Ok(false) };
            found.sort_unstable();
            let room = max - solved.listed.len();
            let has_more = found.len() > room;
            solved.listed.extend(found.into_iter().take(room));
            let n_listed: Count = solved.listed.iter().map(|values| self.weight(values)).sum();
            let is_all = solved.count.as_ref().is_some_and(|count| n_listed >= *count);
            if has_more || is_all {
                solved.are_all = Some(!has_more);
                return Ok(true);
            }
        }
        solved.are_all = Some(true);
        Ok(true)
    }

    /// How many things an assignment stands for.
    pub(in crate::analysis::plans) fn weight(&self, values: &[usize]) -> Count {
        let mut weight = Count::from(1_usize);
        self.weights.iter().zip(values).for_each(|(of_var, value)| weight *= of_var[*value]);
        weight
    }
}
