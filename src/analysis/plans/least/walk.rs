//! Assignments that are good enough to start from: improved one value at a time, with a few kicks from the same numbers in
//! every run. Nothing is proven by them; they only let a search give up hopeless branches early.

use super::{Cost, is_forbidden, problem::Problem};
use crate::analysis::{Stop, Stopped};

/// After so many kicks in a row that lead to nothing better a walk ends.
const MAX_VAIN: usize = 40;

/// Walks from an assignment to one that no single change improves.
pub(super) struct Walk<'s, 'p> {
    problem: &'s Problem<'p>,
    /// For each variable the tables and, behind them, the lazy costs that mention it.
    touching: Vec<Vec<usize>>,
    /// For each variable those that stand in one of these with it, and itself.
    near: Vec<Vec<usize>>,
    random: u64,
}

impl<'s, 'p> Walk<'s, 'p> {
    pub(super) fn new(problem: &'s Problem<'p>) -> Self {
        let mut touching = vec![Vec::new(); problem.sizes.len()];
        let mut near: Vec<Vec<usize>> = (0..problem.sizes.len()).map(|var| vec![var]).collect();
        let scopes = problem.tables.iter().map(|table| &table.vars).chain(problem.lazy.iter().map(|lazy| &lazy.vars));
        for (id, scope) in scopes.enumerate() {
            scope.iter().for_each(|var| touching[*var].push(id));
            scope.iter().for_each(|var| near[*var].extend(scope));
        }
        for near in &mut near {
            near.sort_unstable();
            near.dedup();
        }
        Self { problem, touching, near, random: 1 }
    }

    /// The cheapest assignment on the way from `start`, with its cost. If it is ruled out, nothing better was found.
    pub(super) fn from(&mut self, start: Vec<usize>, stop: Stop<'_>) -> Result<(Cost, Vec<usize>), Stopped> {
        let mut values = start;
        let mut is_due = vec![true; values.len()];
        self.descend(&mut values, &mut is_due, stop)?;
        let mut best = (self.problem.cost(&values), values.clone());
        let mut n_vain = 0;
        while n_vain < MAX_VAIN && !values.is_empty() {
            if stop.is_set() {
                return Err(Stopped);
            }
            values.clone_from(&best.1);
            for _ in 0..1 + self.below(3) {
                let var = self.below(values.len());
                values[var] = self.below(self.problem.sizes[var]);
                self.near[var].iter().for_each(|near| is_due[*near] = true);
            }
            self.descend(&mut values, &mut is_due, stop)?;
            let cost = self.problem.cost(&values);
            n_vain = if cost < best.0 { 0 } else { n_vain + 1 };
            if cost <= best.0 {
                best = (cost, values.clone());
            }
        }
        Ok(best)
    }

    /// Takes the first change that helps, variable after variable, until none does. Only changes of variables that are due
    /// can help; in the end none is.
    fn descend(&self, values: &mut [usize], is_due: &mut [bool], stop: Stop<'_>) -> Result<(), Stopped> {
        let mut start = 0;
        let next = |is_due: &[bool], start: usize| {
            let behind = is_due[start..].iter().position(|due| *due).map(|place| start + place);
            behind.or_else(|| is_due[..start].iter().position(|due| *due))
        };
        while let Some(var) = next(is_due, start) {
            if stop.is_set() {
                return Err(Stopped);
            }
            (start, is_due[var]) = (var, false);
            let before = values[var];
            let own = self.around(var, values);
            let mut least = (own, before);
            for value in (0..self.problem.sizes[var]).filter(|value| *value != before) {
                values[var] = value;
                least = least.min((self.around(var, values), value));
            }
            values[var] = before;
            if least.0 < own {
                values[var] = least.1;
                self.near[var].iter().filter(|near| **near != var).for_each(|near| is_due[*near] = true);
            }
        }
        Ok(())
    }

    /// The cost of all that mentions a variable. What is ruled out counts each time, so that a walk can leave it.
    fn around(&self, var: usize, values: &[usize]) -> (usize, Cost) {
        let n_tables = self.problem.tables.len();
        let (mut n_forbidden, mut sum) = (0, 0);
        for id in &self.touching[var] {
            let cost = match self.problem.tables.get(*id) {
                Some(table) => table.cost(values, &self.problem.sizes),
                None => self.problem.lazy[*id - n_tables].cost(values),
            };
            if is_forbidden(cost) {
                n_forbidden += 1;
            } else {
                sum += cost;
            }
        }
        (n_forbidden, sum)
    }

    fn below(&mut self, n: usize) -> usize {
        self.random = self.random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.random >> 33) as usize % n
    }
}
