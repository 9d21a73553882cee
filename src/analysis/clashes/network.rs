//! A question made ready for searching: only the positions, rules and values that can make a difference.

use super::{
    Question,
    search::{Halt, Search},
};
use crate::{
    analysis::{CompiledDemand, Verdict},
    domain::{PartyIx, PositionIx, TermIx, ValueSet},
};

/// The demands of a question over as few values as will do.
pub(super) struct Network<'a> {
    /// For each term the values that can make a difference.
    pub(super) domains: Vec<ValueSet>,
    /// The positions that some plan fails to meet.
    pub(super) items: Vec<Item<'a>>,
    /// The rules that some plan breaks, in connected groups: two rules that share a term are in one group.
    pub(super) groups: Vec<Vec<&'a CompiledDemand>>,
    /// The group of rules that mentions a term, if one does.
    group_of: Vec<Option<usize>>,
    /// A plan that keeps all rules, one value a term.
    base: Vec<ValueSet>,
}

/// A position that may be in a clash set.
pub(super) struct Item<'a> {
    pub(super) position: PositionIx,
    pub(super) party: PartyIx,
    pub(super) demand: &'a CompiledDemand,
    /// The terms of the demand that have more than one value left.
    pub(super) scope: Vec<TermIx>,
}

impl<'a> Network<'a> {
    /// `None` if no plan of the question's space keeps the rules.
    pub(super) fn new(question: Question<'a>, search: &mut Search<'_>) -> Result<Option<Self>, Halt> {
        let mut domains = question.space.values().to_vec();
        let rules: Vec<&CompiledDemand> =
            question.index.rules().iter().filter(|rule| rule.within(&domains) != Verdict::Met).collect();
        // The box that a solution leaves behind would be too small to ask about positions, so solve on a copy.
        if !search.solve(&rules, &mut domains.clone())? {
            return Ok(None);
        }
        search.prune_for_good(&rules, &mut domains);
        let demands = question.positions.iter().filter_map(|ix| Some((*ix, question.index.demand(*ix)?)));
        let relevant = demands.filter(|(_, demand)| demand.within(&domains) != Verdict::Met);
        let positions: Vec<(PositionIx, &CompiledDemand)> = relevant.collect();
        let all = rules.iter().copied().chain(positions.iter().map(|(_, demand)| *demand));
        reduce(&mut domains, all);
        let item = |(position, demand): (PositionIx, &'a CompiledDemand)| Item {
            position,
            party: question.dossier.position(position).party,
            demand,
            scope: demand.terms().filter(|term| domains[term.get()].len() > 1).collect(),
        };
        let items = positions.into_iter().map(item).collect();
        let (groups, group_of) = groups(&rules, &domains);
        let mut base = domains.clone();
        search.solve(&rules, &mut base)?;
        base.iter_mut().for_each(|values| *values = first(*values));
        Ok(Some(Self { domains, items, groups, group_of, base }))
    }

    /// The groups of rules that bear on these terms, each once.
    pub(super) fn groups_on(&self, terms: impl Iterator<Item = TermIx>) -> Vec<usize> {
        let mut groups: Vec<usize> = terms.filter_map(|term| self.group_of[term.get()]).collect();
        groups.sort_unstable();
        groups.dedup();
        groups
    }

    /// A plan, one value a term, that meets all these items and keeps the rules.
    pub(super) fn plan_meeting(&self, items: &[usize], search: &mut Search<'_>) -> Result<Option<Vec<ValueSet>>, Halt> {
        let mut demands: Vec<&CompiledDemand> = items.iter().map(|item| self.items[*item].demand).collect();
        let terms = items.iter().flat_map(|item| self.items[*item].scope.iter().copied());
        for group in self.groups_on(terms.clone()) {
            demands.extend(&self.groups[group]);
        }
        let mut plan = self.domains.clone();
        if !search.solve(&demands, &mut plan)? {
            return Ok(None);
        }
        // Terms that nothing asked for keep the values with which the other rules hold.
        let mut asked = vec![false; plan.len()];
        demands.iter().flat_map(|demand| demand.terms()).for_each(|term| asked[term.get()] = true);
        for ((values, base), asked) in plan.iter_mut().zip(&self.base).zip(asked) {
            *values = if asked { first(*values) } else { *base };
        }
        Ok(Some(plan))
    }

    /// The plan that takes the `turn`-th value of each term, counted round and from another start for each term, as far as
    /// the rules let it.
    pub(super) fn turned_plan(&self, turn: usize, search: &mut Search<'_>) -> Result<Vec<ValueSet>, Halt> {
        let mut plan = self.domains.clone();
        for (place, domain) in self.domains.iter().enumerate() {
            let wanted = domain.iter().nth((turn + place) % domain.len()).map_or(*domain, ValueSet::only);
            let open = std::mem::replace(&mut plan[place], wanted);
            if let Some(group) = self.group_of[place]
                && !search.solve(&self.groups[group], &mut plan.clone())?
            {
                plan[place] = open;
            }
        }
        for rules in &self.groups {
            search.solve(rules, &mut plan)?;
        }
        plan.iter_mut().for_each(|values| *values = first(*values));
        Ok(plan)
    }
}

impl Item<'_> {
    /// True if a plan, one value a term, meets the position.
    pub(super) fn is_met_by(&self, plan: &[ValueSet]) -> bool {
        self.demand.within(plan) == Verdict::Met
    }
}

fn first(values: ValueSet) -> ValueSet {
    values.iter().next().map_or(values, ValueSet::only)
}

/// Keeps, of the values of each term, only such as no other value makes superfluous: whatever a plan meets with the one it
/// meets with the other. Numbers of thirty steps come down to a handful. Whether demands can be met together stays the same.
fn reduce<'a>(domains: &mut [ValueSet], demands: impl Iterator<Item = &'a CompiledDemand>) {
    let mut touching: Vec<Vec<&CompiledDemand>> = vec![Vec::new(); domains.len()];
    for demand in demands {
        demand.terms().for_each(|term| touching[term.get()].push(demand));
    }
    for (term, (domain, demands)) in TermIx::all(domains.len()).zip(domains.iter_mut().zip(&touching)) {
        let classes: Vec<&[u8]> = demands.iter().filter_map(|demand| demand.classes_of(term)).collect();
        let mut seen = std::collections::BTreeSet::new();
        let mut kept = *domain;
        for value in domain.iter() {
            let signature: Vec<u8> = classes.iter().map(|class_of| class_of[value.get()]).collect();
            if !seen.insert(signature) {
                kept.0 &= !ValueSet::only(value).0;
            }
        }
        for worse in kept.iter() {
            let forgives = |better| demands.iter().all(|demand| demand.allows_more(term, better, worse));
            if kept.iter().any(|better| better != worse && forgives(better)) {
                kept.0 &= !ValueSet::only(worse).0;
            }
        }
        *domain = kept;
    }
}

/// Gathers rules that share a term.
fn groups<'a>(
    rules: &[&'a CompiledDemand],
    domains: &[ValueSet],
) -> (Vec<Vec<&'a CompiledDemand>>, Vec<Option<usize>>) {
    let mut groups: Vec<Vec<&CompiledDemand>> = Vec::new();
    let mut group_of: Vec<Option<usize>> = vec![None; domains.len()];
    for rule in rules.iter().copied().filter(|rule| rule.within(domains) != Verdict::Met) {
        let own = groups.len();
        groups.push(vec![rule]);
        for term in rule.terms() {
            let Some(older) = group_of[term.get()].replace(own).filter(|older| *older != own) else { continue };
            let moved = std::mem::take(&mut groups[older]);
            groups[own].extend(moved);
            group_of.iter_mut().filter(|group| **group == Some(older)).for_each(|group| *group = Some(own));
        }
    }
    (groups, group_of)
}

/// A search that nobody stops and nothing limits.
#[cfg(test)]
pub(super) fn unlimited() -> Search<'static> {
    static NEVER: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(false);
    Search::new(&NEVER, u64::MAX)
}
