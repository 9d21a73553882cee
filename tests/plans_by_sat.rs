//! The least cost by counting up from nothing, with clauses that are written in another way than ours, on dossiers far too
//! large for going through all plans. `benches/peers/grid` asks other solvers.

#[path = "support/clauses.rs"]
mod clauses;
#[path = "support/families.rs"]
mod families;
#[path = "support/random.rs"]
mod random;

use std::collections::BTreeMap;

use batsat::{BasicSolver, Lit, SolverInterface as _, Var, lbool};
use clauses::Clauses;
use peace_plan_explorer::{
    analysis::{
        Basis, CountingRule, Index, Situation, Stop, Strengths, TableLimits, Toll, Which, Wishes, alternatives,
        countable,
    },
    domain::{Counted, PartyIx, PositionIx},
};

/// The solver, with sums of variables as variables of their own.
struct Sat {
    solver: BasicSolver,
    vars: Vec<Var>,
}

impl Sat {
    fn new(clauses: &Clauses) -> Self {
        let mut sat = Self { solver: BasicSolver::default(), vars: Vec::new() };
        (0..clauses.n_vars).for_each(|_| _ = sat.new_var());
        clauses.hard.iter().for_each(|clause| sat.add(clause));
        sat
    }

    fn new_var(&mut self) -> i32 {
        self.vars.push(self.solver.new_var_default());
        i32::try_from(self.vars.len()).unwrap()
    }

    fn lit(&self, literal: i32) -> Lit {
        Lit::new(self.vars[literal.unsigned_abs() as usize - 1], literal > 0)
    }

    fn add(&mut self, clause: &[i32]) {
        let mut clause: Vec<Lit> = clause.iter().map(|literal| self.lit(*literal)).collect();
        self.solver.add_clause_reuse(&mut clause);
    }

    /// Variables of which the first `n` are true if `n` of these are (a totalizer, Bailleux and Boufkhad 2003).
    fn sum(&mut self, of: &[i32]) -> Vec<i32> {
        if of.len() <= 1 {
            return of.to_vec();
        }
        let (left, right) = of.split_at(of.len() / 2);
        let (left, right) = (self.sum(left), self.sum(right));
        let sum: Vec<i32> = (0..of.len()).map(|_| self.new_var()).collect();
        for i in 0..=left.len() {
            for j in (0..=right.len()).filter(|j| i + j > 0) {
                let of_left = (i > 0).then(|| -left[i - 1]);
                let of_right = (j > 0).then(|| -right[j - 1]);
                let clause: Vec<i32> = of_left.into_iter().chain(of_right).chain([sum[i + j - 1]]).collect();
                self.add(&clause);
            }
        }
        sum
    }

    /// The smallest number of these that can be true; from then on no more may be. `None` if nothing can be.
    fn fewest(&mut self, of: &[i32]) -> Option<usize> {
        let sum = self.sum(of);
        for n in 0..=sum.len() {
            let assumed: Vec<Lit> = sum.get(n).map(|literal| self.lit(-literal)).into_iter().collect();
            if self.solver.solve_limited(&assumed) == lbool::TRUE {
                if let Some(literal) = sum.get(n) {
                    self.add(&[-literal]);
                }
                return Some(n);
            }
        }
        None
    }
}

fn by_sat(basis: Basis<'_>, positions: &[PositionIx], rule: CountingRule) -> Option<Toll> {
    let clauses = Clauses::new(basis, positions);
    let mut sat = Sat::new(&clauses);
    let column = |level: usize| clauses.cells.iter().map(|(_, vars)| vars[level]).collect::<Vec<_>>();
    let count = |n: usize| u32::try_from(n).unwrap();
    match rule {
        CountingRule::RedLinesFirst => {
            let [red, opposed, all] = [0, 1, 2].map(|level| sat.fewest(&column(level)).map(count));
            let (red_lines, opposed, all) = (red?, opposed?, all?);
            Some(Toll::Strengths(Strengths { red_lines, opposed: opposed - red_lines, otherwise: all - opposed }))
        }
        CountingRule::EachCell => sat.fewest(&column(2)).map(|n| Toll::Cells(count(n))),
        CountingRule::EachParty => {
            let mut parties: BTreeMap<PartyIx, i32> = BTreeMap::new();
            for (party, vars) in &clauses.cells {
                let hit = *parties.entry(*party).or_insert_with(|| sat.new_var());
                sat.add(&[-vars[2], hit]);
            }
            sat.fewest(&parties.into_values().collect::<Vec<_>>()).map(|n| Toll::Parties(count(n)))
        }
    }
}

#[test]
fn the_least_cost_is_that_of_an_independent_solver() {
    let rules = [CountingRule::RedLinesFirst, CountingRule::EachCell, CountingRule::EachParty];
    for (name, n_seeds, rules) in [("small", 8, &rules[..]), ("medium", 5, &rules), ("class", 2, &rules)] {
        for seed in 0..n_seeds {
            let (dossier, plan) = families::family(name, seed);
            let index = Index::new(&dossier);
            let situation = Situation::new(&dossier, dossier.as_of, Counted::default());
            let basis = Basis { dossier: &dossier, index: &index, situation: &situation, plan: &plan };
            let positions = countable(&dossier, &index, &situation, Which::default());
            for rule in rules.iter().copied() {
                let expected = by_sat(basis, &positions, rule);
                // Once by elimination as far as it goes, once by cores alone.
                let searched = TableLimits { exact: 0, ..TableLimits::default() };
                for limits in [TableLimits::default(), searched] {
                    let wishes = Wishes { rule, later_values: true, limits, ..Wishes::default() };
                    let found = alternatives(basis, &wishes, Stop::never());
                    assert!(found.proven);
                    assert_eq!(found.upper, expected, "{name}, seed {seed}, {rule:?}");
                }
            }
        }
    }
}
