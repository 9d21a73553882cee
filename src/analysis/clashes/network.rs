//! A question made ready for searching: only the positions, rules and values that can make a difference.

use super::{
    Question,
    search::{Halt, Search, turned},
};
use crate::{
    analysis::{CompiledDemand, Verdict},
    domain::{PartyIx, PositionIx, TermIx, ValueIx, ValueSet},
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
    /// Plans that keep all rules, with each value of each term in one of them where the rules let it.
    pub(super) bases: Vec<Vec<ValueIx>>,
}

/// A position that may be in a clash set.
pub(super) struct Item<'a> {
    pub(super) position: PositionIx,
    pub(super) party: PartyIx,
    pub(super) demand: &'a CompiledDemand,
    /// The terms of the demand that have more than one value left.
    pub(super) scope: Vec<TermIx>,
    /// True if a rule mentions one of them.
    pub(super) is_ruled: bool,
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
        search.prune_for_good(&rules, &mut domains)?;
        let demands = question.positions.iter().filter_map(|ix| Some((*ix, question.index.demand(*ix)?)));
        let relevant = demands.filter(|(_, demand)| demand.within(&domains) != Verdict::Met);
        let positions: Vec<(PositionIx, &CompiledDemand)> = relevant.collect();
        let all = rules.iter().copied().chain(positions.iter().map(|(_, demand)| *demand));
        reduce(&mut domains, all, search)?;
        let (groups, group_of) = groups(&rules, &domains);
        let item = |(position, demand): (PositionIx, &'a CompiledDemand)| {
            let scope: Vec<TermIx> = demand.terms().filter(|term| domains[term.get()].len() > 1).collect();
            let is_ruled = scope.iter().any(|term| group_of[term.get()].is_some());
            Item { position, party: question.dossier.position(position).party, demand, scope, is_ruled }
        };
        let items = positions.into_iter().map(item).collect();
        let mut network = Self { domains, items, groups, group_of, bases: Vec::new() };
        let n_turns = network.domains.iter().map(|domain| domain.len()).max().unwrap_or(1);
        for turn in 0..n_turns {
            let plan = network.base(turn, search)?;
            network.bases.push(plan);
        }
        Ok(Some(network))
    }

    /// The groups of rules that bear on these terms, each once.
    fn groups_on(&self, terms: impl Iterator<Item = TermIx>) -> Vec<usize> {
        let mut groups: Vec<usize> = terms.filter_map(|term| self.group_of[term.get()]).collect();
        groups.sort_unstable();
        groups.dedup();
        groups
    }

    /// The number of things that can link two items: terms, and groups of rules.
    pub(super) fn n_links(&self) -> usize {
        self.domains.len() + self.groups.len()
    }

    /// What an item is linked by. Items without a common link are met or not met independently.
    pub(super) fn links(&self, item: usize) -> impl Iterator<Item = usize> + use<> {
        let scope = &self.items[item].scope;
        let groups = self.groups_on(scope.iter().copied()).into_iter();
        let n_terms = self.domains.len();
        let terms: Vec<usize> = scope.iter().map(|term| term.get()).collect();
        terms.into_iter().chain(groups.map(move |group| n_terms + group))
    }

    /// The demands of these items and the rules that bear on them.
    fn demands_of(&self, items: &[usize]) -> Vec<&'a CompiledDemand> {
        let mut demands: Vec<&CompiledDemand> = items.iter().map(|item| self.items[*item].demand).collect();
        let terms = items.iter().flat_map(|item| self.items[*item].scope.iter().copied());
        for group in self.groups_on(terms) {
            demands.extend(&self.groups[group]);
        }
        demands
    }

    /// A plan that meets all these items and keeps the rules, if asked for with one of some values for a term. Another
    /// `turn` gives another plan, if there are several.
    pub(super) fn plan_meeting(
        &self,
        items: &[usize],
        narrowed: Option<(TermIx, ValueSet)>,
        turn: usize,
        search: &mut Search<'_>,
    ) -> Result<Option<Vec<ValueIx>>, Halt> {
        let demands = self.demands_of(items);
        let mut space = self.domains.clone();
        if let Some((term, values)) = narrowed {
            space[term.get()] = values;
        }
        search.turn = turn;
        if !search.solve(&demands, &mut space)? {
            return Ok(None);
        }
        // Terms that nothing asked for keep the values with which the other rules hold.
        let mut plan = self.bases[turn % self.bases.len()].clone();
        for term in demands.iter().flat_map(|demand| demand.terms()) {
            plan[term.get()] = turned(space[term.get()], turn, term);
        }
        Ok(Some(plan))
    }

    /// The plan that takes the `turn`-th value of each term, as far as the rules let it.
    fn base(&self, turn: usize, search: &mut Search<'_>) -> Result<Vec<ValueIx>, Halt> {
        let mut space = self.domains.clone();
        search.turn = turn;
        for (term, domain) in TermIx::all(space.len()).zip(&self.domains) {
            let open = std::mem::replace(&mut space[term.get()], ValueSet::only(turned(*domain, turn, term)));
            if let Some(group) = self.group_of[term.get()]
                && !search.solve(&self.groups[group], &mut space.clone())?
            {
                space[term.get()] = open;
            }
        }
        for rules in &self.groups {
            search.solve(rules, &mut space)?;
        }
        Ok(TermIx::all(space.len()).map(|term| turned(space[term.get()], turn, term)).collect())
    }
}

/// Keeps, of the values of each term, only such as no other value makes superfluous: whatever a plan meets with the one it
/// meets with the other. Numbers of thirty steps come down to a handful. Whether demands can be met together stays the same.
fn reduce<'a>(
    domains: &mut [ValueSet],
    demands: impl Iterator<Item = &'a CompiledDemand>,
    search: &Search<'_>,
) -> Result<(), Halt> {
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
            search.look()?;
            let forgives = |better| demands.iter().all(|demand| demand.allows_more(term, better, worse));
            if kept.iter().any(|better| better != worse && forgives(better)) {
                kept.0 &= !ValueSet::only(worse).0;
            }
        }
        *domain = kept;
    }
    Ok(())
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
