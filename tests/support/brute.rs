//! What can be had together, by going through every plan and every set of positions.

use peace_plan_explorer::{
    analysis::{Space, Verdict},
    domain::{Demand, Dossier, Plan, PositionIx, TermIx, ValueSet},
};

use super::naive;

/// A set of positions, one bit for each place in the list that was asked about.
pub type Set = u32;

/// Which positions each plan of a space meets.
pub struct Brute {
    n_positions: usize,
    /// The sets of positions that some plan which keeps the rules meets exactly; each once.
    met: Vec<Set>,
}

impl Brute {
    pub fn new(dossier: &Dossier, space: &Space, positions: &[PositionIx]) -> Self {
        assert!(positions.len() <= 20, "too many sets to go through");
        let demands: Vec<&Demand> = positions.iter().map(|ix| dossier.position(*ix).demand.as_ref().unwrap()).collect();
        let mut met = Vec::new();
        let mut plan = Plan::empty(dossier.terms.len());
        each_plan(space, 0, &mut plan, &mut |plan| {
            if dossier.rules.iter().all(|rule| holds(dossier, &rule.demand, plan)) {
                let bits = demands.iter().enumerate().filter(|(_, demand)| holds(dossier, demand, plan));
                met.push(bits.fold(0, |set, (place, _)| set | 1 << place));
            }
        });
        met.sort_unstable();
        met.dedup();
        Self { n_positions: positions.len(), met }
    }

    /// True if some plan of the space keeps the rules.
    pub fn any_plan(&self) -> bool {
        !self.met.is_empty()
    }

    /// True if some plan meets all of them.
    pub fn together(&self, set: Set) -> bool {
        self.met.iter().any(|met| met & set == set)
    }

    /// The minimal sets that no plan meets, where each member stands for a set of positions.
    pub fn clash_sets(&self, members: &[Set]) -> Vec<Vec<usize>> {
        minimal(members.len(), |chosen| !self.together(union(members, chosen)))
    }

    /// The minimal sets whose giving way lets all the others be met.
    pub fn ways_out(&self, members: &[Set]) -> Vec<Vec<usize>> {
        let all = (1 << members.len()) - 1;
        minimal(members.len(), |chosen| self.together(union(members, all & !chosen)))
    }

    /// Each position by itself.
    pub fn single(&self) -> Vec<Set> {
        (0..self.n_positions).map(|place| 1 << place).collect()
    }
}

fn union(members: &[Set], chosen: Set) -> Set {
    let chosen = members.iter().enumerate().filter(|(place, _)| chosen >> place & 1 == 1);
    chosen.fold(0, |set, (_, member)| set | member)
}

/// The sets that have a property which all sets around them have too, and no set inside them; by size.
fn minimal(n: usize, has: impl Fn(Set) -> bool) -> Vec<Vec<usize>> {
    let with: Vec<bool> = (0..1_u32 << n).map(has).collect();
    let places = |set: u32| (0..n).filter(move |place| set >> place & 1 == 1);
    let is_minimal = |set: &u32| with[*set as usize] && places(*set).all(|place| !with[(set & !(1 << place)) as usize]);
    let mut sets: Vec<Vec<usize>> = (0..1_u32 << n).filter(is_minimal).map(|set| places(set).collect()).collect();
    sets.sort_by_key(|set| (set.len(), set.clone()));
    sets
}

fn holds(dossier: &Dossier, demand: &Demand, plan: &Plan) -> bool {
    if demand.terms().is_empty() {
        return naive::over_all_plans(dossier, demand) == Verdict::Met;
    }
    naive::verdict(dossier, demand, plan) == Verdict::Met
}

/// Whether some plan of a box, given as one set of values a term, meets the demand, and whether some plan does not.
pub fn over_box(dossier: &Dossier, demand: &Demand, space: &[ValueSet]) -> (bool, bool) {
    let mut found = (false, false);
    let visit = &mut |full: &Plan| {
        if demand.terms().iter().all(|term| space[term.get()].contains(full.get(*term).unwrap())) {
            let is_met = naive::holds(dossier, demand, full, full).unwrap();
            found = (found.0 | is_met, found.1 | !is_met);
        }
    };
    naive::complete(dossier, &demand.terms(), Plan::empty(dossier.terms.len()), visit);
    found
}

fn each_plan(space: &Space, place: usize, plan: &mut Plan, visit: &mut dyn FnMut(&Plan)) {
    let Some(values) = space.values().get(place) else { return visit(plan) };
    for value in values.iter() {
        plan.set(TermIx::at(place), Some(value));
        each_plan(space, place + 1, plan, visit);
    }
    plan.set(TermIx::at(place), None);
}
