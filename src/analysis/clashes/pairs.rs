//! Party against party: the pairs of positions that no plan can meet together.

use super::{
    Question,
    eliminate::Variables,
    network::Network,
    pool::{Pool, common},
    search::{Halt, Search, supported},
};
use crate::{
    analysis::{Stop, Stopped},
    domain::{PartyIx, PositionIx, TermIx, ValueIx, ValueSet},
};

/// The clashing pairs of positions, by the parties that hold them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartyClashes {
    /// False if no plan of the question's space keeps the rules; then nothing else is said.
    pub any_plan: bool,
    /// Positions that no plan meets even by themselves. They would clash with every other, so they stand here once and in
    /// no pair.
    pub alone: Vec<PositionIx>,
    n_parties: usize,
    /// For each pair of parties, the lower index first, where its pairs end in `pairs`.
    ends: Vec<usize>,
    pairs: Vec<(PositionIx, PositionIx)>,
}

impl PartyClashes {
    /// The clashing pairs of two parties, or of one party with itself. In each pair the position of the party that comes
    /// first in the dossier comes first; the order of the two arguments makes no difference. In the dossier's order.
    #[must_use]
    pub fn between(&self, one: PartyIx, other: PartyIx) -> &[(PositionIx, PositionIx)] {
        let Some(place) = self.place(one, other).filter(|place| *place < self.ends.len()) else { return &[] };
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.pairs[start..self.ends[place]]
    }

    /// All clashing pairs, by pair of parties.
    #[must_use]
    pub fn all(&self) -> &[(PositionIx, PositionIx)] {
        &self.pairs
    }

    fn place(&self, one: PartyIx, other: PartyIx) -> Option<usize> {
        let (low, high) = (one.min(other).get(), one.max(other).get());
        (high < self.n_parties).then(|| high * (high + 1) / 2 + low)
    }
}

/// The pairs of positions that no plan of the question's space meets together, though it can meet each of them by itself.
///
/// # Errors
/// [`Stopped`] if somebody asked to `stop`.
pub fn party_clashes(question: Question<'_>, stop: Stop<'_>) -> Result<PartyClashes, Stopped> {
    // Two positions and the rules on their terms are a small search that needs no limit.
    find(question, &mut Search::unlimited(stop)).map_err(Halt::unlimited)
}

fn find(question: Question<'_>, search: &mut Search<'_>) -> Result<PartyClashes, Halt> {
    let n_parties = question.dossier.parties.len();
    let Some(network) = Network::new(question, search)? else { return Ok(PartyClashes::default()) };
    let mut clashes = PartyClashes { any_plan: true, n_parties, ..PartyClashes::default() };
    let mut found: Vec<Vec<(PositionIx, PositionIx)>> = vec![Vec::new(); n_parties * (n_parties + 1) / 2];
    let (alone, pairs) = clashing_items(&network, search)?;
    clashes.alone.extend(alone.into_iter().map(|item| network.items[item].position));
    for (one, other) in pairs {
        let [one, other] = [one, other].map(|item| (network.items[item].party, network.items[item].position));
        let (low, high) = (one.min(other), one.max(other));
        found[clashes.place(low.0, high.0).expect("positions belong to parties of the dossier")].push((low.1, high.1));
    }
    for mut of_two in found {
        of_two.sort_unstable();
        clashes.pairs.append(&mut of_two);
        clashes.ends.push(clashes.pairs.len());
    }
    clashes.alone.sort_unstable();
    Ok(clashes)
}

/// The items that no plan meets even by themselves, and the pairs of others that no plan meets together.
type ClashingItems = (Vec<usize>, Vec<(usize, usize)>);

fn clashing_items(network: &Network<'_>, search: &mut Search<'_>) -> Result<ClashingItems, Halt> {
    let mut finder = Finder::new(network, search)?;
    let (mut alone, mut pairs) = (Vec::new(), Vec::new());
    for one in 0..network.items.len() {
        search.step()?;
        if finder.possible[one].is_none() {
            alone.push(one);
            continue;
        }
        for other in finder.partners(one) {
            if finder.possible[other].is_some() && finder.clash(one, other, search)? {
                pairs.push((one, other));
            }
        }
    }
    Ok((alone, pairs))
}

/// Variables that no plan holds, alone or two together, because of two of their items at most.
pub(super) fn clashing_variables(
    network: &Network<'_>,
    variables: &Variables,
    search: &mut Search<'_>,
) -> Result<Vec<Vec<usize>>, Halt> {
    let mut variable_of: Vec<Option<usize>> = vec![None; network.items.len()];
    for (variable, items) in variables.items.iter().enumerate() {
        items.iter().for_each(|item| variable_of[*item] = Some(variable));
    }
    let (alone, pairs) = clashing_items(network, search)?;
    let alone = alone.into_iter().filter_map(|item| Some(vec![variable_of[item]?]));
    let pairs = pairs.into_iter().filter_map(|(one, other)| {
        let mut both = vec![variable_of[one]?, variable_of[other]?];
        both.dedup();
        Some(both)
    });
    Ok(alone.chain(pairs).collect())
}

/// What is known about each position while its pairs are looked at.
struct Finder<'n, 'a> {
    network: &'n Network<'a>,
    pool: Pool,
    /// For each item that some plan meets, its terms; `None` for the others.
    possible: Vec<Option<Vec<Possible>>>,
    /// For each term, and then for each group of rules, the items that mention it, one bit an item.
    touching: Vec<Vec<u64>>,
}

/// With which values of a term a position can be met by a plan that keeps the rules.
#[derive(Clone, Copy)]
struct Possible {
    term: TermIx,
    /// Those for which such a plan is known.
    sure: ValueSet,
    /// Those for which there may be one; for a position under no rule the same.
    maybe: ValueSet,
}

impl<'n, 'a> Finder<'n, 'a> {
    fn new(network: &'n Network<'a>, search: &mut Search<'_>) -> Result<Self, Halt> {
        let mut pool = Pool::new(network);
        let mut domains = network.domains.clone();
        let mut possible = Vec::with_capacity(network.items.len());
        let n_words = network.items.len().div_ceil(64);
        let mut touching = vec![vec![0; n_words]; network.n_links()];
        for (place, item) in network.items.iter().enumerate() {
            network.links(place).for_each(|row| touching[row][place / 64] |= 1 << (place % 64));
            let at_hand = common(pool.meeting(place), pool.meeting(place)).is_some();
            if !at_hand && pool.find(network, &[place], search)?.is_none() {
                possible.push(None);
                continue;
            }
            let plans: Vec<&Vec<ValueIx>> = network.bases.iter().filter(|plan| item.demand.is_met_by(plan)).collect();
            let of_term = |term: &TermIx| {
                let maybe = supported(item.demand, *term, &mut domains);
                let known = plans.iter().map(|plan| plan[term.get()]).collect();
                Possible { term: *term, sure: if item.is_ruled { known } else { maybe }, maybe }
            };
            possible.push(Some(item.scope.iter().map(of_term).collect()));
        }
        Ok(Self { network, pool, possible, touching })
    }

    /// The later items that share a term or a group of rules with an item: others are met or not met independently.
    fn partners(&self, item: usize) -> Vec<usize> {
        let mut union = vec![0; self.network.items.len().div_ceil(64)];
        for row in self.network.links(item) {
            union.iter_mut().zip(&self.touching[row]).for_each(|(union, own)| *union |= own);
        }
        let bit = |place: &usize| union[place / 64] >> (place % 64) & 1 == 1;
        (item + 1..self.network.items.len()).filter(bit).collect()
    }

    /// True if no plan meets both of two items that can each be met.
    fn clash(&mut self, one: usize, other: usize, search: &mut Search<'_>) -> Result<bool, Halt> {
        if common(self.pool.meeting(one), self.pool.meeting(other)).is_some() {
            return Ok(false);
        }
        let (mut n_shared, mut shared) = (0, None);
        for (place, own) in self.possible[one].iter().flatten().enumerate() {
            for (other_place, theirs) in self.possible[other].iter().flatten().enumerate() {
                if own.term == theirs.term {
                    if own.maybe.0 & theirs.maybe.0 == 0 {
                        return Ok(true);
                    }
                    (n_shared, shared) = (n_shared + 1, Some((place, other_place)));
                }
            }
        }
        match shared.filter(|_| n_shared == 1) {
            Some((place, theirs)) if !self.network.items[one].is_ruled => {
                let free = self.possible[one].as_ref().map_or(ValueSet::default(), |terms| terms[place].maybe);
                self.clash_over(other, theirs, free, search)
            }
            Some((own, place)) if !self.network.items[other].is_ruled => {
                let free = self.possible[other].as_ref().map_or(ValueSet::default(), |terms| terms[place].maybe);
                self.clash_over(one, own, free, search)
            }
            _ => Ok(self.pool.find(self.network, &[one, other], search)?.is_none()),
        }
    }

    /// True if no plan meets the item with one of these values for its term at `place`. That is all that a position under
    /// no rule asks which shares no other term with the item.
    fn clash_over(&mut self, item: usize, place: usize, free: ValueSet, search: &mut Search<'_>) -> Result<bool, Halt> {
        let Some(known) = self.possible[item].as_mut().map(|terms| &mut terms[place]) else { return Ok(true) };
        if known.sure.0 & free.0 != 0 {
            return Ok(false);
        }
        let narrowed = (known.term, ValueSet(known.maybe.0 & free.0));
        let plan = self.network.plan_meeting(&[item], Some(narrowed), place, search)?;
        match &plan {
            Some(plan) => known.sure.0 |= ValueSet::only(plan[known.term.get()]).0,
            None => known.maybe.0 &= !free.0,
        }
        Ok(plan.is_none())
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::{
        analysis::clashes::{
            Which,
            fixture::{Asked, Case, implies, is, not},
        },
        domain::{Demand, Strength},
    };

    fn pairs(asked: &Asked) -> Vec<(u16, u16)> {
        let clashes = party_clashes(asked.question(), Stop::never()).unwrap();
        assert!(clashes.any_plan);
        clashes.all().iter().map(|(one, other)| (one.0, other.0)).collect()
    }

    #[test]
    fn two_values_of_one_term_clash() {
        let asked = Case::new(&[3, 2]).red_line(0, is(0, 0)).red_line(1, is(0, 1)).red_line(1, not(is(0, 2))).build();
        let clashes = party_clashes(asked.question(), Stop::never()).unwrap();
        let (first, second, third) = (PartyIx(0), PartyIx(1), PartyIx(2));
        assert_eq!(clashes.between(first, second), [(PositionIx(0), PositionIx(1))]);
        assert_eq!(clashes.between(second, first), clashes.between(first, second));
        assert_eq!(clashes.between(first, third), []);
        assert_eq!(clashes.between(second, second), []);
    }

    #[test]
    fn conditions_clash_only_on_a_plan_that_fulfils_them() {
        let case = || {
            let never = implies(is(0, 0), is(1, 2));
            Case::new(&[2, 3]).red_line(0, never).red_line(1, implies(is(0, 0), is(1, 0))).build()
        };
        assert_eq!(pairs(&case()), []);
        assert_eq!(pairs(&case().on_plan(&[(0, 0)])), [(0, 1)]);
        assert_eq!(pairs(&case().on_plan(&[(0, 1)])), []);
    }

    #[test]
    fn a_rule_makes_positions_on_different_terms_clash() {
        let case = || Case::new(&[2, 2, 2]).red_line(0, is(0, 0)).red_line(1, is(2, 1));
        assert_eq!(pairs(&case().build()), []);
        let ruled = case().rule(implies(is(0, 0), is(1, 0))).rule(implies(is(1, 0), is(2, 0))).build();
        assert_eq!(pairs(&ruled), [(0, 1)]);
    }

    #[test]
    fn a_rule_about_other_terms_can_take_the_shared_value_away() {
        let both = || Demand::All(vec![is(1, 1), is(2, 1)]);
        let case = || Case::new(&[2, 2, 2]).red_line(0, is(0, 0)).red_line(1, Demand::Any(vec![is(0, 1), both()]));
        assert_eq!(pairs(&case().build()), []);
        assert_eq!(pairs(&case().rule(not(both())).build()), [(0, 1)]);
    }

    #[test]
    fn what_no_plan_meets_stands_alone() {
        let asked = Case::new(&[2, 3]).red_line(0, Demand::Any(vec![])).red_line(1, is(1, 0)).red_line(2, is(0, 1));
        let asked = asked.red_line(1, is(1, 2)).rule(not(is(1, 2))).build();
        let clashes = party_clashes(asked.question(), Stop::never()).unwrap();
        assert_eq!(clashes.alone, [PositionIx(0), PositionIx(3)]);
        assert_eq!(clashes.all(), []);
    }

    #[test]
    fn a_plan_that_breaks_the_rules_has_no_pairs() {
        let asked = Case::new(&[2, 2]).red_line(0, is(0, 0)).red_line(1, is(0, 1)).rule(implies(is(0, 0), is(1, 0)));
        let asked = asked.build().on_plan(&[(0, 0), (1, 1)]);
        let clashes = party_clashes(asked.question(), Stop::never()).unwrap();
        assert!(!clashes.any_plan);
        assert_eq!(clashes.between(PartyIx(0), PartyIx(1)), []);
    }

    #[test]
    fn offers_do_not_clash_and_filters_filter() {
        let case = || {
            let case = Case::new(&[3]).red_line(0, is(0, 0)).position(1, Strength::Offers, is(0, 1));
            case.position(1, Strength::Opposes, is(0, 1)).red_line(2, is(0, 2)).build()
        };
        assert_eq!(pairs(&case()), [(0, 2), (0, 3), (2, 3)]);
        assert_eq!(pairs(&case().which(Which { red_lines_only: true, ..Which::default() })), [(0, 3)]);
        assert_eq!(pairs(&case().which(Which { must_accept_only: true, ..Which::default() })), [(0, 2)]);
    }

    #[test]
    fn values_not_yet_put_forward_are_no_way_to_meet_both() {
        let case = |day| {
            let both = |values: &[u16]| Demand::OneOf(TermIx(0), values.iter().map(|v| ValueIx(*v)).collect());
            Case::new(&[3]).since(0, 1, day).red_line(0, both(&[0, 1])).red_line(1, both(&[1, 2])).build()
        };
        assert_eq!(pairs(&case("2024-01-01")), []);
        assert_eq!(pairs(&case("2024-07-01")), [(0, 1)]);
        assert_eq!(pairs(&case("2024-07-01").on_plan(&[(0, 1)])), []);
    }

    #[test]
    fn it_stops_when_told() {
        let asked = Case::new(&[3]).red_line(0, is(0, 0)).red_line(1, is(0, 1)).build();
        assert_eq!(party_clashes(asked.question(), Stop::never().or_after(&Cell::new(0))), Err(Stopped));
    }
}
