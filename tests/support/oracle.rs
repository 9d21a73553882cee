//! Checks of clash sets and ways out in dossiers too large for going through all sets: a plain search, and the minimal
//! hitting sets of a list.

use std::collections::BTreeSet;

use peace_plan_explorer::{
    analysis::{CompiledDemand, Question, Verdict},
    domain::{Plan, PositionIx, TermIx},
};

/// True if some plan of the question's space meets all of these positions and keeps the rules: term after term, value after
/// value, giving up where a demand is contradicted.
pub fn together(question: Question<'_>, positions: &[PositionIx]) -> bool {
    let demands = positions.iter().filter_map(|ix| question.index.demand(*ix)).chain(question.index.rules());
    let demands: Vec<&CompiledDemand> = demands.collect();
    let never = |demand: &&CompiledDemand| demand.terms().len() == 0 && demand.over_all_plans() != Verdict::Met;
    let mut terms: Vec<TermIx> = demands.iter().flat_map(|demand| demand.terms()).collect();
    terms.sort_unstable();
    terms.dedup();
    !demands.iter().any(never) && extend(question, &demands, &terms, &mut Plan::empty(question.dossier.terms.len()))
}

fn extend(question: Question<'_>, demands: &[&CompiledDemand], terms: &[TermIx], plan: &mut Plan) -> bool {
    let Some((term, rest)) = terms.split_first() else { return true };
    let touched = || demands.iter().filter(|demand| demand.terms().any(|own| own == *term));
    for value in question.space.values()[term.get()].iter() {
        plan.set(*term, Some(value));
        if touched().all(|demand| demand.decide(plan).verdict != Verdict::Contradicted)
            && extend(question, demands, rest, plan)
        {
            return true;
        }
    }
    plan.set(*term, None);
    false
}

/// The minimal sets that have something in common with each of these (Berge 1989).
pub fn hitting_sets(sets: &[Vec<PositionIx>]) -> BTreeSet<Vec<PositionIx>> {
    let mut hitting: Vec<BTreeSet<PositionIx>> = vec![BTreeSet::new()];
    for set in sets {
        let hits = |one: &BTreeSet<PositionIx>| set.iter().any(|member| one.contains(member));
        let (mut done, open): (Vec<_>, Vec<_>) = hitting.into_iter().partition(hits);
        let mut wider = Vec::new();
        for (one, member) in open.iter().flat_map(|one| set.iter().map(move |member| (one, *member))) {
            let mut new = one.clone();
            new.insert(member);
            if !done.iter().any(|old| old.contains(&member) && old.is_subset(&new)) {
                wider.push(new);
            }
        }
        done.append(&mut wider);
        hitting = done;
    }
    hitting.into_iter().map(|set| set.into_iter().collect()).collect()
}
