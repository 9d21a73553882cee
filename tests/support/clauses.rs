//! The questions for other plans and for clashes as clauses, for solvers that know nothing of plans.
//! Variables are numbers from 1 on; a negative number means that the variable is false.

#![allow(dead_code, clippy::allow_attributes, reason = "each test and bench that includes this file uses a part of it")]

use std::collections::BTreeMap;

use peace_plan_explorer::{
    analysis::{Basis, CompiledDemand},
    domain::{Demand, PartyIx, PositionIx, Strength, TermIx, ValueIx},
};

/// Clauses, and the variables that say what a plan contradicts.
pub struct Clauses {
    pub n_vars: i32,
    pub hard: Vec<Vec<i32>>,
    /// For each cell: a red line is crossed; that, or something opposed is done; that, or something else was preferred.
    pub cells: Vec<(PartyIx, [i32; 3])>,
    /// For each term its classes of values: the variable that says that the plan has it, and one of the values.
    pub classes: Vec<Vec<(i32, ValueIx)>>,
}

impl Clauses {
    /// For a plan that sets every term of the dossier.
    pub fn new(basis: Basis<'_>, positions: &[PositionIx]) -> Self {
        let mut clauses = Self::of_plans(basis, positions);
        let mut cells: BTreeMap<(TermIx, PartyIx), [i32; 3]> = BTreeMap::new();
        for ix in positions {
            let position = basis.dossier.position(*ix);
            let of_cell = cells.entry((position.about.unwrap(), position.party)).or_insert_with(|| {
                let vars = [clauses.new_var(), clauses.new_var(), clauses.new_var()];
                clauses.hard.push(vec![-vars[0], vars[1]]);
                clauses.hard.push(vec![-vars[1], vars[2]]);
                vars
            });
            let paid = match position.strength {
                Strength::RedLine => of_cell[0],
                Strength::Opposes => of_cell[1],
                Strength::Prefers | Strength::Offers => of_cell[2],
            };
            clauses.forbid_parts(basis, *ix, paid);
        }
        clauses.cells = cells.into_iter().map(|((_, party), vars)| (party, vars)).collect();
        clauses
    }

    /// The same plans, and for each position a variable that holds on to it.
    pub fn selecting(basis: Basis<'_>, positions: &[PositionIx]) -> (Self, Vec<i32>) {
        let mut clauses = Self::of_plans(basis, positions);
        let selectors: Vec<i32> = positions.iter().map(|_| clauses.new_var()).collect();
        for (ix, selector) in positions.iter().zip(&selectors) {
            clauses.forbid_parts(basis, *ix, -selector);
        }
        (clauses, selectors)
    }

    /// The plans that keep the rules, with values that none of these positions tells apart as one.
    fn of_plans(basis: Basis<'_>, positions: &[PositionIx]) -> Self {
        let demand = |ix: &PositionIx| basis.index.demand(*ix).unwrap();
        let demands: Vec<&CompiledDemand> = positions.iter().map(demand).chain(basis.index.rules()).collect();
        let mut clauses = Self { n_vars: 0, hard: Vec::new(), cells: Vec::new(), classes: Vec::new() };
        for (term, values) in TermIx::all(basis.dossier.terms.len()).zip(&basis.dossier.terms) {
            let mut classes: Vec<(i32, ValueIx)> = Vec::new();
            for value in ValueIx::all(values.values.len()) {
                let alike = |other: ValueIx| {
                    demands.iter().all(|d| d.allows_more(term, value, other) && d.allows_more(term, other, value))
                };
                if !classes.iter().any(|(_, other)| alike(*other)) {
                    classes.push((clauses.new_var(), value));
                }
            }
            clauses.hard.push(classes.iter().map(|(var, _)| *var).collect());
            for (place, (one, _)) in classes.iter().enumerate() {
                clauses.hard.extend(classes[..place].iter().map(|(other, _)| vec![-one, -other]));
            }
            clauses.classes.push(classes);
        }
        for rule in basis.index.rules() {
            clauses.forbid(rule, None);
        }
        clauses
    }

    pub fn new_var(&mut self) -> i32 {
        self.n_vars += 1;
        self.n_vars
    }

    /// The same for a position; if it demands many things at once, one after the other.
    fn forbid_parts(&mut self, basis: Basis<'_>, ix: PositionIx, paid: i32) {
        match &basis.dossier.position(ix).demand {
            Some(Demand::All(parts)) if parts.len() > 4 => {
                for part in parts {
                    self.forbid(&CompiledDemand::new(basis.dossier, part), Some(paid));
                }
            }
            _ => self.forbid(basis.index.demand(ix).unwrap(), Some(paid)),
        }
    }

    /// One clause for each choice of classes that fails the demand, unless `paid` is true.
    fn forbid(&mut self, demand: &CompiledDemand, paid: Option<i32>) {
        let terms: Vec<TermIx> = demand.terms().collect();
        let mut plan = vec![ValueIx(0); self.classes.len()];
        let mut clause = Vec::new();
        self.forbid_from(demand, &terms, &mut plan, &mut clause, paid);
    }

    fn forbid_from(
        &mut self,
        demand: &CompiledDemand,
        terms: &[TermIx],
        plan: &mut Vec<ValueIx>,
        clause: &mut Vec<i32>,
        paid: Option<i32>,
    ) {
        let Some((term, rest)) = terms.split_first() else {
            if !demand.is_met_by(plan) {
                self.hard.push(clause.iter().copied().chain(paid).collect());
            }
            return;
        };
        for place in 0..self.classes[term.get()].len() {
            let (var, value) = self.classes[term.get()][place];
            plan[term.get()] = value;
            clause.push(-var);
            self.forbid_from(demand, rest, plan, clause, paid);
            clause.pop();
        }
    }
}
