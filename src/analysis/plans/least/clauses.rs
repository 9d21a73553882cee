//! A problem as clauses. A value of a variable is a literal. What a table rules out, or charges with a unit of some kind, is a
//! set of entries; it is covered by boxes (a set of values for each variable), and each box is one clause.

use super::{
    Cost,
    exclusive::Unpaid,
    is_forbidden,
    problem::{Lazy, Problem, Ruled, Table},
};
use crate::analysis::{
    Stop, Stopped,
    boxes::boxes,
    sat::{Lit, Reply, Sat},
};

/// A problem as clauses, with what it costs as literals.
pub(super) struct Clauses<'c, 'p, 's> {
    problem: &'c Problem<'p>,
    pub(super) sat: Sat<'s>,
    /// For each variable the literal of each of its values; none for a variable with one value.
    values: Vec<Vec<Lit>>,
    /// For each unit of cost what is to be paid for.
    pub(super) kinds: Vec<Kind<'c>>,
}

/// What costs one unit.
#[derive(Default)]
pub(super) struct Kind<'c> {
    pub(super) unit: Cost,
    /// Costs that no assignment avoids.
    pub(super) constant: usize,
    /// Units that may be avoided.
    pub(super) unpaid: Vec<Unpaid<'c>>,
}

impl Kind<'_> {
    /// Each is true if a unit need not be paid.
    pub(super) fn free(&self) -> Vec<Lit> {
        self.unpaid.iter().map(|unpaid| unpaid.free).collect()
    }
}

impl<'c, 'p, 's> Clauses<'c, 'p, 's> {
    pub(super) fn new(problem: &'c Problem<'p>, stop: Stop<'s>) -> Result<Self, Stopped> {
        let units = if problem.units.is_empty() { &[1][..] } else { &problem.units };
        let kinds = units.iter().map(|unit| Kind { unit: *unit, ..Kind::default() }).collect();
        let mut clauses = Self { problem, sat: Sat::new(stop), values: Vec::new(), kinds };
        for size in &problem.sizes {
            let values = clauses.variable(*size);
            clauses.values.push(values);
        }
        for table in &problem.tables {
            if stop.is_set() {
                return Err(Stopped);
            }
            clauses.table(table);
        }
        for lazy in &problem.lazy {
            lazy.judge.alone().into_iter().for_each(|ruled_out| clauses.rule_out(&ruled_out));
        }
        Ok(clauses)
    }

    fn variable(&mut self, size: usize) -> Vec<Lit> {
        match size {
            0 | 1 => Vec::new(),
            2 => {
                let second = self.sat.literal();
                vec![!second, second]
            }
            _ => self.sat.one_of(size),
        }
    }

    /// The literal that says that a variable has a value; `None` if it has no other.
    pub(super) fn has(&self, var: usize, value: usize) -> Option<Lit> {
        self.values[var].get(value).copied()
    }

    fn table(&mut self, table: &'c Table) {
        let is_out: Vec<bool> = table.costs.iter().map(|cost| is_forbidden(*cost)).collect();
        for ruled_out in boxes(&table.vars, &self.problem.sizes, &is_out, &vec![false; is_out.len()]) {
            self.rule_out(&ruled_out);
        }
        let mut above = Cost::MAX;
        for kind in 0..self.kinds.len() {
            let unit = self.kinds[kind].unit;
            let n_units: Vec<usize> =
                table.costs.iter().map(|cost| usize::try_from(cost % above / unit).unwrap_or(0)).collect();
            above = unit;
            let left = || n_units.iter().zip(&is_out).filter(|(_, is_out)| !**is_out).map(|(n, _)| *n);
            let (Some(least), Some(most)) = (left().min(), left().max()) else { continue };
            self.kinds[kind].constant += least;
            for paid in least + 1..=most {
                let costs: Vec<bool> = n_units.iter().zip(&is_out).map(|(n, is_out)| *n >= paid && !is_out).collect();
                let charged = boxes(&table.vars, &self.problem.sizes, &costs, &is_out);
                let free = self.sat.follower();
                for ruled_out in charged {
                    let clause = self.outside(&ruled_out);
                    self.sat.add(clause.into_iter().chain([!free]));
                }
                let is_free = n_units.iter().zip(&is_out).map(|(n, is_out)| *n < paid && !is_out).collect();
                self.kinds[kind].unpaid.push(Unpaid { free, table, is_free });
            }
        }
    }

    fn rule_out(&mut self, ruled_out: &Ruled) {
        let clause = self.outside(ruled_out);
        self.sat.add(clause);
    }

    /// The clause that is true outside a box.
    fn outside(&self, of: &Ruled) -> Vec<Lit> {
        let mut clause = Vec::new();
        for (var, values) in of {
            match values[..] {
                [one] => clause.extend(self.has(*var, one).map(|has| !has)),
                _ => clause.extend(
                    (0..self.values[*var].len())
                        .filter(|value| !values.contains(value))
                        .map(|value| self.values[*var][value]),
                ),
            }
        }
        clause
    }

    /// Asks, and rules out what costs without a table rule out, until all of them agree.
    pub(super) fn ask(&mut self, assumed: &[Lit]) -> Result<Reply, Stopped> {
        loop {
            let reply = self.sat.ask(assumed)?;
            if reply != Reply::Met {
                return Ok(reply);
            }
            let values = self.assignment();
            let broken = |lazy: &&Lazy<'_>| lazy.judge.is_out(&values);
            let ruled_out: Vec<Ruled> =
                self.problem.lazy.iter().filter(broken).map(|lazy| lazy.judge.why(&values)).collect();
            if ruled_out.is_empty() {
                return Ok(reply);
            }
            ruled_out.iter().for_each(|ruled_out| self.rule_out(ruled_out));
        }
    }

    /// The assignment found last.
    pub(super) fn assignment(&self) -> Vec<usize> {
        let value = |of_var: &Vec<Lit>| of_var.iter().position(|literal| self.sat.is_true(*literal)).unwrap_or(0);
        self.values.iter().map(value).collect()
    }
}
