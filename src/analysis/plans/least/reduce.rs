//! Values that no cheapest assignment can have are left out beforehand: those that a table rules out whatever the others are
//! (arc consistency, Mackworth 1977), and those for which another value of the variable costs less, whatever the others are
//! (dead-end elimination, Goldstein 1994). It must cost less by more than minor bits, so that no assignment of the least cost
//! is lost, nor is their number changed.

use std::{collections::VecDeque, rc::Rc};

use super::{
    Cost, FORBIDDEN, is_forbidden,
    problem::{Judge, Lazy, Problem, Ruled, Table, Values, all_values, fits},
    solved::Solved,
};
use crate::analysis::{Stop, Stopped};

/// The values of each variable that are left, by their number before.
#[derive(Debug)]
pub(super) struct Kept(Vec<Vec<usize>>);

/// For each table and each of its variables what [`Kept::most_of`] says, as far as it was asked.
type Known = Vec<Vec<Option<Vec<Cost>>>>;

impl Kept {
    /// Those that a cheapest assignment may have.
    pub(super) fn useful(problem: &Problem<'_>, stop: Stop<'_>) -> Result<Self, Stopped> {
        let n_vars = problem.sizes.len();
        let mut touching: Vec<Vec<(usize, usize)>> = vec![Vec::new(); n_vars];
        for (id, table) in problem.tables.iter().enumerate() {
            table.vars.iter().enumerate().for_each(|(slot, var)| touching[*var].push((id, slot)));
        }
        let mut known: Known = problem.tables.iter().map(|table| vec![None; table.vars.len()]).collect();
        let mut has_lazy = vec![false; n_vars];
        problem.lazy.iter().flat_map(|lazy| &lazy.vars).for_each(|var| has_lazy[*var] = true);
        let mut kept = Self(problem.sizes.iter().map(|size| (0..*size).collect()).collect());
        let mut is_due: Vec<bool> = has_lazy.iter().map(|has_lazy| !has_lazy).collect();
        while let Some(var) = is_due.iter().position(|due| *due) {
            if stop.is_set() {
                return Err(Stopped);
            }
            is_due[var] = false;
            if kept.prune(var, &touching[var], &mut known, problem) {
                for (id, _) in &touching[var] {
                    known[*id].fill(None);
                    let others = problem.tables[*id].vars.iter();
                    others.for_each(|other| is_due[*other] = *other != var && !has_lazy[*other]);
                }
            }
        }
        Ok(kept)
    }

    /// The values that no single table rules out; all values of a variable where it would have none left.
    pub(super) fn allowed(problem: &Problem<'_>, stop: Stop<'_>) -> Result<Self, Stopped> {
        let mut left: Vec<Values> = problem.sizes.iter().map(|size| all_values(*size)).collect();
        let mut touching: Vec<Vec<usize>> = vec![Vec::new(); left.len()];
        let mut due: VecDeque<usize> = VecDeque::new();
        for (id, table) in problem.tables.iter().enumerate().filter(|(_, table)| table.forbids(&problem.sizes)) {
            table.vars.iter().for_each(|var| touching[*var].push(id));
            due.push_back(id);
        }
        let mut is_due = vec![true; problem.tables.len()];
        while let Some(id) = due.pop_front() {
            if stop.is_set() {
                return Err(Stopped);
            }
            is_due[id] = false;
            let table = &problem.tables[id];
            let of_vars: Vec<Values> = table.vars.iter().map(|var| left[*var]).collect();
            for (var, allowed) in table.vars.iter().zip(table.allowed(&of_vars, &problem.sizes)) {
                if left[*var] != allowed && allowed != 0 {
                    left[*var] = allowed;
                    let others = touching[*var].iter().filter(|other| !std::mem::replace(&mut is_due[**other], true));
                    due.extend(others);
                }
            }
        }
        let is_left = |left: Values, size: usize, value: usize| !fits(size) || left >> value & 1 == 1;
        let places =
            |(left, size): (&Values, &usize)| (0..*size).filter(|value| is_left(*left, *size, *value)).collect();
        Ok(Self(left.iter().zip(&problem.sizes).map(places).collect()))
    }

    /// True if no value was left out.
    pub(super) fn is_all(&self, problem: &Problem<'_>) -> bool {
        self.0.iter().zip(&problem.sizes).all(|(kept, size)| kept.len() == *size)
    }

    /// Leaves values of a variable out; true if there were any.
    fn prune(&mut self, var: usize, tables: &[(usize, usize)], known: &mut Known, problem: &Problem<'_>) -> bool {
        let n_before = self.0[var].len();
        if n_before == 1 {
            return false;
        }
        let more = self.most_above(var, tables, known, problem);
        let unit = 1 << problem.minor_bits;
        let mut left: Vec<usize> = (0..n_before).collect();
        for worse in 0..n_before {
            // The last value stays even if it is ruled out, as a variable must have one.
            let is_beaten = |other: &usize| *other != worse && more[other * n_before + worse] <= -unit;
            if left.len() > 1 && left.iter().any(is_beaten) {
                left.retain(|value| *value != worse);
            }
        }
        self.0[var] = left.iter().map(|place| self.0[var][*place]).collect();
        left.len() < n_before
    }

    /// For each two values of a variable how much more the one can cost than the other at most.
    fn most_above(&self, var: usize, tables: &[(usize, usize)], known: &mut Known, problem: &Problem<'_>) -> Vec<Cost> {
        let n = self.0[var].len();
        let mut sums: Vec<Cost> = vec![0; n * n];
        for (id, slot) in tables {
            let most = known[*id][*slot].get_or_insert_with(|| self.most_of(var, &problem.tables[*id], problem));
            for (sum, most) in sums.iter_mut().zip(most) {
                // What is ruled out by one table stays so, whatever the others say; so does what may be.
                *sum = match (*sum, *most) {
                    (sum, _) if sum <= -FORBIDDEN => sum,
                    (_, most) if most <= -FORBIDDEN => most,
                    (sum, most) => (sum + most).clamp(1 - FORBIDDEN, FORBIDDEN),
                };
            }
        }
        sums
    }

    /// The same for a single table.
    fn most_of(&self, var: usize, table: &Table, problem: &Problem<'_>) -> Vec<Cost> {
        let values = &self.0[var];
        let n = values.len();
        // Where the rows of the table begin, one for each choice of values of its other variables.
        let (mut starts, mut stride, mut own) = (vec![0], 1, 0);
        for other in &table.vars {
            if *other == var {
                own = stride;
            } else {
                let values = self.0[*other].iter();
                starts = values.flat_map(|value| starts.iter().map(move |start| start + value * stride)).collect();
            }
            stride *= problem.sizes[*other];
        }
        let (mut most, mut row) = (vec![-FORBIDDEN; n * n], vec![0; n]);
        let mut is_flat_somewhere = false;
        for start in starts {
            for (cost, value) in row.iter_mut().zip(values) {
                *cost = table.costs[start + value * own];
            }
            if row.iter().all(|cost| *cost == row[0]) {
                is_flat_somewhere |= !is_forbidden(row[0]);
                continue;
            }
            for (other, above) in row.iter().zip(most.chunks_exact_mut(n)) {
                for (cost, most) in row.iter().zip(above) {
                    let difference = match (is_forbidden(*other), is_forbidden(*cost)) {
                        (_, true) => continue,
                        (true, false) => FORBIDDEN,
                        (false, false) => other - cost,
                    };
                    *most = (*most).max(difference);
                }
            }
        }
        if is_flat_somewhere {
            most.iter_mut().for_each(|most| *most = (*most).max(0));
        }
        most
    }

    /// The problem with the values that are left.
    pub(super) fn narrowed<'p>(&self, problem: &Problem<'p>) -> Problem<'p> {
        let tables = problem.tables.iter().map(|table| self.narrowed_table(table, problem));
        let tables = tables.filter(|table| table.costs.iter().any(|cost| *cost != 0));
        let of_var = |(kept, weights): (&Vec<usize>, &Vec<u128>)| kept.iter().map(|value| weights[*value]).collect();
        let lazy = problem.lazy.iter().map(|lazy| {
            let judge = Rc::new(Narrowed { kept: self.0.clone(), judge: Rc::clone(&lazy.judge) });
            Lazy { vars: lazy.vars.clone(), judge: judge as Rc<dyn Judge + 'p> }
        });
        Problem {
            sizes: self.0.iter().map(Vec::len).collect(),
            weights: self.0.iter().zip(&problem.weights).map(of_var).collect(),
            tables: tables.collect(),
            lazy: lazy.collect(),
            units: problem.units.clone(),
            minor_bits: problem.minor_bits,
            limits: problem.limits,
        }
    }

    fn narrowed_table(&self, table: &Table, problem: &Problem<'_>) -> Table {
        let (mut places, mut stride) = (vec![0], 1);
        for var in &table.vars {
            let values = self.0[*var].iter();
            places = values.flat_map(|value| places.iter().map(move |place| place + value * stride)).collect();
            stride *= problem.sizes[*var];
        }
        let vars = table.vars.iter().copied().filter(|var| self.0[*var].len() > 1).collect();
        Table { vars, costs: places.into_iter().map(|place| table.costs[place]).collect() }
    }

    /// An assignment among the values that are left, near one among all.
    pub(super) fn nearest(&self, values: &[usize]) -> Vec<usize> {
        let near = |(kept, value): (&Vec<usize>, &usize)| kept.iter().position(|one| one == value).unwrap_or(0);
        self.0.iter().zip(values).map(near).collect()
    }

    /// The answer in the values of before.
    pub(super) fn widened(&self, mut solved: Solved) -> Solved {
        let assignments = solved.upper.iter_mut().map(|(_, values)| values).chain(&mut solved.listed);
        assignments.for_each(|values| values.iter_mut().zip(&self.0).for_each(|(value, kept)| *value = kept[*value]));
        solved
    }
}

/// A judge who knows the values of before.
struct Narrowed<'a> {
    kept: Vec<Vec<usize>>,
    judge: Rc<dyn Judge + 'a>,
}

impl Narrowed<'_> {
    fn before(&self, values: &[usize]) -> Vec<usize> {
        self.kept.iter().zip(values).map(|(kept, value)| kept[*value]).collect()
    }

    fn now(&self, ruled_out: Ruled) -> Ruled {
        let place = |(var, values): (usize, Vec<usize>)| {
            (var, (0..self.kept[var].len()).filter(|place| values.contains(&self.kept[var][*place])).collect())
        };
        ruled_out.into_iter().map(place).collect()
    }
}

impl Judge for Narrowed<'_> {
    fn is_out(&self, values: &[usize]) -> bool {
        self.judge.is_out(&self.before(values))
    }

    fn alone(&self) -> Vec<Ruled> {
        // A box that holds none of the values that are left rules nothing out.
        let alone = self.judge.alone().into_iter().map(|ruled_out| self.now(ruled_out));
        alone.filter(|ruled_out| ruled_out.iter().all(|(_, values)| !values.is_empty())).collect()
    }

    fn why(&self, values: &[usize]) -> Ruled {
        self.now(self.judge.why(&self.before(values)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_table_rules_out_goes_and_what_has_too_many_values_stays() {
        let sizes = vec![2, 3, 129];
        let weights = sizes.iter().map(|size| vec![1; *size]).collect();
        let mut problem = Problem { sizes, weights, ..Problem::default() };
        let out = |is_out: bool| if is_out { FORBIDDEN } else { 0 };
        // The first variable has its second value; then the second has not its first.
        problem.tables.push(Table { vars: vec![0], costs: vec![FORBIDDEN, 5] });
        let both = (0..6).map(|entry| out(entry == 1)).collect();
        problem.tables.push(Table { vars: vec![0, 1], costs: both });
        problem.tables.push(Table { vars: vec![2], costs: (0..129).map(|value| out(value > 0)).collect() });
        let kept = Kept::allowed(&problem, Stop::never()).unwrap();
        assert_eq!((&kept.0[0], &kept.0[1], kept.0[2].len()), (&vec![1], &vec![1, 2], 129));
        let narrowed = kept.narrowed(&problem);
        assert_eq!(narrowed.cost(&[0, 1, 0]), 5, "what is paid whatever is left stays");
        assert_eq!(Kept::allowed(&problem, Stop::never().or_after(&std::cell::Cell::new(0))).err(), Some(Stopped));
        // Where nothing would be left the values stay, and it is found out that all is ruled out.
        problem.tables.push(Table { vars: vec![0], costs: vec![0, FORBIDDEN] });
        assert_eq!(Kept::allowed(&problem, Stop::never()).unwrap().0[0].len(), 1);
        assert_eq!(problem.solve(&[0, 0, 0], 1, Stop::never()).count, Some(0_usize.into()));
    }
}
