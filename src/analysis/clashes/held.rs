//! Plans that hold on to some members, asked of a solver, for questions whose graph of all sets would be too large. Of a demand
//! that many plans tell apart a clause is written only when a plan breaks it.

use super::{
    eliminate::Variables,
    known::{Bits, Known, has, put},
    network::Network,
    search::{Halt, Search},
};
use crate::{
    analysis::{
        CompiledDemand, Verdict,
        boxes::{Covering, boxes},
        sat::{Lit, Reply, Sat},
    },
    domain::{TermIx, ValueIx, ValueSet},
};

/// A demand that so few plans tell apart is written out as a whole.
const FEW_PLANS: usize = 1 << 8;

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
    /// For variables that a clause is about, a literal that makes the solver hold them.
    wanted: Vec<Option<Lit>>,
    /// The demands that are not written as clauses, each with the variable that holds on to it if it is no rule.
    unwritten: Vec<(Option<usize>, &'a CompiledDemand)>,
    known: Known,
}

impl<'w, 'a, 's> Plans<'w, 'a, 's> {
    pub(super) fn new(network: &'w Network<'a>, variables: &'w Variables, search: &Search<'s>) -> Result<Self, Halt> {
        let mut sat = Sat::new(search.stop());
        let values: Vec<Vec<(ValueIx, Lit)>> =
            network.domains.iter().map(|domain| domain.iter().zip(sat.one_of(domain.len())).collect()).collect();
        // The solver decides what a plan says; nobody has to be held but by assumption, or because a clause wants it.
        let held: Vec<Lit> = variables.items.iter().map(|_| sat.follower()).collect();
        let (wanted, known) = (vec![None; held.len()], Known::new(held.len()));
        let mut plans = Self { network, variables, sat, values, held, wanted, unwritten: Vec::new(), known };
        network.groups.iter().flatten().for_each(|rule| plans.write(None, rule));
        for (variable, items) in variables.items.iter().enumerate() {
            search.look()?;
            items.iter().for_each(|item| plans.write(Some(variable), network.items[*item].demand));
        }
        Ok(plans)
    }

    /// Writes a demand as clauses if that takes little.
    fn write(&mut self, variable: Option<usize>, demand: &'a CompiledDemand) {
        match self.whole(demand) {
            Some(clauses) => clauses.into_iter().for_each(|clause| self.add(variable, clause)),
            None => self.unwritten.push((variable, demand)),
        }
    }

    fn add(&mut self, variable: Option<usize>, clause: Vec<Lit>) {
        let is_let_go = variable.map(|variable| !self.held[variable]);
        self.sat.add(clause.into_iter().chain(is_let_go));
    }

    /// Takes in that no plan meets all of these.
    pub(super) fn learn(&mut self, clash: &[usize]) {
        self.known.add(clash);
    }

    /// From now on one of these variables is to be held.
    pub(super) fn want_one(&mut self, variables: &[usize]) {
        let mut clause = Vec::with_capacity(variables.len());
        for variable in variables {
            let wanted = *self.wanted[*variable].get_or_insert_with(|| {
                let wanted = self.sat.literal();
                self.sat.add([!wanted, self.held[*variable]]);
                wanted
            });
            clause.push(wanted);
        }
        self.sat.add(clause);
    }

    /// Holds on to all that a plan meets, and to one more as long as some plan meets that as well: what is left is a way out.
    pub(super) fn way_out(&mut self, mut plan: Vec<ValueIx>, search: &mut Search<'_>) -> Result<Vec<usize>, Halt> {
        let mut held: Bits = vec![0; self.held.len().div_ceil(64)];
        let mut assumed: Vec<Lit> = Vec::new();
        let mut left: Vec<usize> = (0..self.held.len()).collect();
        // Those left over that nothing is known to exclude.
        let mut open = left.clone();
        loop {
            left.retain(|variable| {
                let is_met = self.is_met(*variable, &plan);
                if is_met {
                    put(&mut held, *variable);
                    assumed.push(self.held[*variable]);
                }
                !is_met
            });
            open.retain(|variable| !has(&held, *variable) && !self.known.excludes(*variable, &held));
            let Some(next) = open.first().copied() else { return Ok(left) };
            assumed.push(self.held[next]);
            match self.meeting(&assumed, search)? {
                Answer::Plan(better) => plan = better,
                Answer::Clash(enough) => {
                    let clash: Vec<usize> =
                        (0..self.held.len()).filter(|variable| enough.contains(&self.held[*variable])).collect();
                    self.known.add(&clash);
                }
            }
            assumed.pop();
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

    /// Whether a plan meets a variable.
    pub(super) fn is_met(&self, variable: usize, plan: &[ValueIx]) -> bool {
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
            let is_held = |(variable, _): &&(Option<usize>, &CompiledDemand)| {
                variable.is_none_or(|variable| self.sat.is_true(self.held[variable]))
            };
            let broken = self.unwritten.iter().filter(is_held).filter(|(_, demand)| !demand.is_met_by(&plan));
            let clauses: Vec<(Option<usize>, Vec<Lit>)> =
                broken.map(|(variable, demand)| (*variable, self.outside(demand, &plan))).collect();
            if clauses.is_empty() {
                return Ok(Answer::Plan(plan));
            }
            clauses.into_iter().for_each(|(variable, clause)| self.add(variable, clause));
        }
    }

    /// The clauses that are true just where a demand is met; `None` if it would take long to find them.
    fn whole(&self, demand: &CompiledDemand) -> Option<Vec<Vec<Lit>>> {
        let sizes: Vec<usize> = self.values.iter().map(Vec::len).collect();
        let open = demand.terms().map(TermIx::get).filter(|term| sizes[*term] > 1);
        let vars: Vec<usize> = open.collect();
        let n_plans = vars.iter().map(|term| sizes[*term]).fold(1, usize::saturating_mul);
        if n_plans > FEW_PLANS {
            return None;
        }
        let mut plan = self.network.bases[0].clone();
        let fails = |entry: usize| {
            let mut rest = entry;
            for term in &vars {
                plan[*term] = self.values[*term][rest % sizes[*term]].0;
                rest /= sizes[*term];
            }
            !demand.is_met_by(&plan)
        };
        let failing: Vec<bool> = (0..n_plans).map(fails).collect();
        let outside = |(term, values): &(usize, Vec<usize>)| {
            let of_term = self.values[*term].iter().enumerate();
            match values[..] {
                [one] => vec![!self.values[*term][one].1],
                _ => of_term.filter(|(value, _)| !values.contains(value)).map(|(_, (_, has))| *has).collect(),
            }
        };
        let clause = |covering: &Covering| covering.iter().flat_map(outside).collect();
        Some(boxes(&vars, &sizes, &failing, &vec![false; n_plans]).iter().map(clause).collect())
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
