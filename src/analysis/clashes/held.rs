//! Plans that hold on to some members, asked of a solver, for questions whose graph of all sets would be too large. What a
//! demand rules out becomes a clause only when a plan breaks it.

use super::{
    eliminate::Variables,
    network::Network,
    search::{Halt, Search},
};
use crate::{
    analysis::{
        CompiledDemand, Verdict,
        sat::{Lit, Reply, Sat},
    },
    domain::{TermIx, ValueIx, ValueSet},
};

/// What a question to the solver counts for in steps.
const STEPS: u64 = 1 << 8;

/// What came of a question.
pub(super) enum Answer {
    /// A plan that meets all that was held.
    Plan(Vec<ValueIx>),
    /// There is none; these assumptions are enough for that.
    Clash(Vec<Lit>),
}

/// The plans that keep the rules and meet what is held.
pub(super) struct Plans<'w, 'a, 's> {
    network: &'w Network<'a>,
    variables: &'w Variables,
    pub(super) sat: Sat<'s>,
    /// For each term its values, each with the literal that says that a plan has it.
    values: Vec<Vec<(ValueIx, Lit)>>,
    /// For each variable the literal that says that it is held.
    pub(super) held: Vec<Lit>,
}

impl<'w, 'a, 's> Plans<'w, 'a, 's> {
    pub(super) fn new(network: &'w Network<'a>, variables: &'w Variables, search: &Search<'s>) -> Self {
        let mut sat = Sat::new(search.stop());
        let values: Vec<Vec<(ValueIx, Lit)>> =
            network.domains.iter().map(|domain| domain.iter().zip(sat.one_of(domain.len())).collect()).collect();
        let held = variables.items.iter().map(|_| sat.literal()).collect();
        Self { network, variables, sat, values, held }
    }

    /// Holds on to all that a plan meets, and to one more as long as some plan meets that as well: what is left is a way out.
    pub(super) fn way_out(&mut self, mut plan: Vec<ValueIx>, search: &mut Search<'_>) -> Result<Vec<usize>, Halt> {
        let mut assumed: Vec<Lit> = Vec::new();
        let mut left: Vec<usize> = (0..self.held.len()).collect();
        loop {
            left.retain(|variable| {
                let is_met = self.is_met(*variable, &plan);
                assumed.extend(is_met.then_some(self.held[*variable]));
                !is_met
            });
            if left.is_empty() {
                return Ok(left);
            }
            let one_more = self.sat.literal();
            self.sat.add(left.iter().map(|variable| self.held[*variable]).chain([!one_more]));
            assumed.push(one_more);
            let found = self.meeting(&assumed, search)?;
            assumed.pop();
            self.sat.add([!one_more]);
            match found {
                Answer::Plan(better) => plan = better,
                Answer::Clash(_) => return Ok(left),
            }
        }
    }

    /// A clash set among members that clash: each in turn is let go for good if the others clash without it.
    pub(super) fn clash_set(&mut self, mut clash: Vec<usize>, search: &mut Search<'_>) -> Result<Vec<usize>, Halt> {
        let mut kept = 0;
        while kept < clash.len() {
            let let_go = clash.remove(kept);
            match self.meeting(&self.literals(&clash), search)? {
                Answer::Clash(enough) => clash.retain(|variable| enough.contains(&self.held[*variable])),
                Answer::Plan(_) => {
                    clash.insert(kept, let_go);
                    kept += 1;
                }
            }
        }
        Ok(clash)
    }

    /// The literals that hold these variables.
    pub(super) fn literals(&self, variables: &[usize]) -> Vec<Lit> {
        variables.iter().map(|variable| self.held[*variable]).collect()
    }

    fn is_met(&self, variable: usize, plan: &[ValueIx]) -> bool {
        self.variables.items[variable].iter().all(|item| self.network.items[*item].demand.is_met_by(plan))
    }

    /// A plan that keeps the rules and meets what the solver holds under these assumptions.
    pub(super) fn meeting(&mut self, assumed: &[Lit], search: &mut Search<'_>) -> Result<Answer, Halt> {
        loop {
            search.steps(STEPS)?;
            match self.sat.ask(assumed)? {
                Reply::Met => {}
                Reply::Unmet(clash) => return Ok(Answer::Clash(clash)),
                Reply::Open => unreachable!("a question without a limit has an answer"),
            }
            let value = |of_term: &Vec<(ValueIx, Lit)>| {
                let has = of_term.iter().find(|(_, has)| self.sat.is_true(*has));
                has.or(of_term.first()).expect("a term has a value").0
            };
            let plan: Vec<ValueIx> = self.values.iter().map(value).collect();
            let broken = self.network.groups.iter().flatten().filter(|rule| !rule.is_met_by(&plan));
            let mut clauses: Vec<Vec<Lit>> = broken.map(|rule| self.outside(rule, &plan)).collect();
            for (held, items) in self.held.iter().zip(&self.variables.items) {
                if self.sat.is_true(*held) {
                    let demands = items.iter().map(|item| self.network.items[*item].demand);
                    let broken = demands.filter(|demand| !demand.is_met_by(&plan));
                    clauses.extend(broken.map(|demand| {
                        let mut clause = self.outside(demand, &plan);
                        clause.push(!*held);
                        clause
                    }));
                }
            }
            if clauses.is_empty() {
                return Ok(Answer::Plan(plan));
            }
            clauses.into_iter().for_each(|clause| self.sat.add(clause));
        }
    }

    /// The clause that is true outside a large box of plans around this one, none of which meets the demand.
    fn outside(&self, demand: &CompiledDemand, plan: &[ValueIx]) -> Vec<Lit> {
        let mut space: Vec<ValueSet> = self.network.domains.clone();
        demand.terms().for_each(|term| space[term.get()] = ValueSet::only(plan[term.get()]));
        let is_broken = |space: &[ValueSet]| demand.within(space) == Verdict::Contradicted;
        let mut clause = Vec::new();
        for term in demand.terms() {
            let widest = self.widest(term, &mut space, &is_broken);
            space[term.get()] = widest;
            let outside = self.values[term.get()].iter().filter(|(value, _)| !widest.contains(*value));
            clause.extend(outside.map(|(_, has)| *has));
        }
        clause
    }

    /// As many values of a term as leave the demand broken.
    fn widest(&self, term: TermIx, space: &mut [ValueSet], is_broken: &dyn Fn(&[ValueSet]) -> bool) -> ValueSet {
        let own = space[term.get()];
        space[term.get()] = self.network.domains[term.get()];
        if is_broken(space) {
            return space[term.get()];
        }
        let mut widest = own;
        for (value, _) in &self.values[term.get()] {
            space[term.get()] = ValueSet::only(*value);
            if is_broken(space) {
                widest.0 |= space[term.get()].0;
            }
        }
        widest
    }
}
