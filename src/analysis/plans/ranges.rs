//! Which values of one term the positions of each party leave, with the rest of the plan as it is.

use super::Basis;
use crate::{
    analysis::Verdict,
    domain::{Dossier, PartyIx, PositionIx, Strength, TermIx, ValueIx, ValueSet},
};

/// What each party's positions in force say about the values of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranges {
    /// The term.
    pub term: TermIx,
    /// The parties with a position that bears on the term, in the dossier's order.
    pub parties: Vec<PartyRanges>,
    /// The parties without one, in the dossier's order. Silence is not consent.
    pub silent: Vec<PartyIx>,
}

/// What one party's positions say about the values of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyRanges {
    /// The party.
    pub party: PartyIx,
    /// The positions that tell values apart, in the dossier's order; offers and uncounted ones too.
    pub ranges: Vec<PositionRange>,
    /// Positions about the term that, with the rest of the plan as it is, say the same of all its values.
    pub others: Vec<PositionIx>,
    /// The values that contradict none of the positions which count; offers exclude nothing.
    pub left: ValueSet,
}

/// What one position says about the values of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PositionRange {
    /// The position.
    pub position: PositionIx,
    /// True if it counts.
    pub counts: bool,
    /// How firmly it is held, in the reading that counts.
    pub strength: Strength,
    /// The values that meet it.
    pub meets: ValueSet,
    /// The values with which it depends on terms that are not in the plan.
    pub depends: ValueSet,
    /// True if the smallest number of the term meets it, so that the range may go on below.
    pub open_below: bool,
    /// True if the largest number of the term meets it, so that the range may go on above.
    pub open_above: bool,
}

/// The values of `term` that each party's positions in force allow, given what the plan says about all other terms. The
/// term itself need not be in the plan.
#[must_use]
pub fn ranges(basis: Basis<'_>, term: TermIx) -> Ranges {
    let (mut parties, mut silent) = (Vec::new(), Vec::new());
    for party in PartyIx::all(basis.dossier.parties.len()) {
        let of_party = party_ranges(basis, party, term);
        if of_party.ranges.is_empty() && of_party.others.is_empty() {
            silent.push(party);
        } else {
            parties.push(of_party);
        }
    }
    Ranges { term, parties, silent }
}

/// Neighbouring values as pairs of first and last, in the order of the term: what is drawn as bars.
#[must_use]
pub fn runs(values: ValueSet) -> Vec<(ValueIx, ValueIx)> {
    let mut runs: Vec<(ValueIx, ValueIx)> = Vec::new();
    for value in values.iter() {
        match runs.last_mut() {
            Some((_, last)) if last.get() + 1 == value.get() => *last = value,
            _ => runs.push((value, value)),
        }
    }
    runs
}

fn party_ranges(basis: Basis<'_>, party: PartyIx, term: TermIx) -> PartyRanges {
    let all = basis.dossier.term(term).all_values();
    let mut found = PartyRanges { party, ranges: Vec::new(), others: Vec::new(), left: all };
    let of_party = |ix: &&PositionIx| basis.dossier.position(**ix).party == party;
    for ix in basis.situation.all_in_force().iter().filter(of_party) {
        let is_about = basis.dossier.position(*ix).about == Some(term);
        match position_range(basis, *ix, term) {
            Some(range) => {
                let excludes = range.counts && range.strength != Strength::Offers;
                if excludes {
                    found.left.0 &= range.meets.0 | range.depends.0;
                }
                found.ranges.push(range);
            }
            None if is_about => {
                found.left = if excludes_all(basis, *ix, term) { ValueSet::default() } else { found.left };
                found.others.push(*ix);
            }
            None => {}
        }
    }
    found
}

/// `None` if the position does not tell the values apart, or is about another term that is not in the plan.
fn position_range(basis: Basis<'_>, ix: PositionIx, term: TermIx) -> Option<PositionRange> {
    let demand = basis.index.demand(ix)?;
    let about = basis.dossier.position(ix).about?;
    if !demand.terms().any(|mentioned| mentioned == term) || (about != term && basis.plan.get(about).is_none()) {
        return None;
    }
    let with = |wanted| {
        let verdict = |value: &ValueIx| demand.decide_changed(basis.plan, term, *value).verdict == wanted;
        basis.dossier.term(term).all_values().iter().filter(verdict).collect::<ValueSet>()
    };
    let (meets, depends) = (with(Verdict::Met), with(Verdict::Undecided));
    let all = basis.dossier.term(term).all_values();
    let excluded = all.0 & !meets.0 & !depends.0;
    if [meets.0, depends.0, excluded].contains(&all.0) {
        return None;
    }
    let (first, last) = numbers(basis.dossier, term);
    Some(PositionRange {
        position: ix,
        counts: basis.situation.uncounted(ix).is_none(),
        strength: basis.situation.strength(ix),
        meets,
        depends,
        open_below: first.is_some_and(|value| meets.contains(value)),
        open_above: last.is_some_and(|value| meets.contains(value)),
    })
}

/// True if the position counts and no value of the term keeps the plan from contradicting it.
fn excludes_all(basis: Basis<'_>, ix: PositionIx, term: TermIx) -> bool {
    let Some(demand) = basis.index.demand(ix) else { return false };
    let contradicts = |value| demand.decide_changed(basis.plan, term, value).verdict == Verdict::Contradicted;
    basis.situation.uncounted(ix).is_none()
        && basis.situation.strength(ix).can_be_contradicted()
        && basis.dossier.term(term).all_values().iter().all(contradicts)
}

/// The smallest and the largest number of a term.
fn numbers(dossier: &Dossier, term: TermIx) -> (Option<ValueIx>, Option<ValueIx>) {
    let values = &dossier.term(term).values;
    let is_number = |place: &usize| values[*place].number.is_some();
    let mut places = (0..values.len()).filter(is_number);
    let first = places.next();
    (first.map(ValueIx::at), places.next_back().or(first).map(ValueIx::at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::plans::fixture::{A, B, C, Case, Draft, NORTH, SOUTH, WATCHER, is, plan, when},
        domain::{Demand, Plan},
    };

    fn case() -> Case {
        Draft::new(&[-6, 2, 2])
            .says(NORTH, Strength::RedLine, A, Demand::AtLeast(A, 2))
            .says(NORTH, Strength::Prefers, A, Demand::Any(vec![is(A, 0), Demand::AtLeast(A, 4)]))
            .says(SOUTH, Strength::Opposes, A, when(is(B, 0), Demand::AtMost(A, 3)))
            .says(SOUTH, Strength::Offers, A, is(A, 5))
            .build()
    }

    fn of(case: &Case, plan: &Plan) -> Ranges {
        ranges(case.basis(&case.situation, plan), A)
    }

    fn set(values: &[u16]) -> ValueSet {
        values.iter().map(|value| ValueIx(*value)).collect()
    }

    #[test]
    fn each_position_tells_which_values_meet_it() {
        let case = case();
        let found = of(&case, &plan(&[None, Some(0), None]));
        assert_eq!(found.silent, [WATCHER]);
        let [north, south] = &found.parties[..] else { panic!("two parties speak") };
        assert_eq!((north.party, south.party), (NORTH, SOUTH));
        let [line, wish] = &north.ranges[..] else { panic!("two positions") };
        assert_eq!((line.meets, line.open_below, line.open_above), (set(&[2, 3, 4, 5]), false, true));
        assert_eq!((wish.meets, wish.open_below, wish.open_above), (set(&[0, 4, 5]), true, true));
        assert_eq!(runs(wish.meets), [(ValueIx(0), ValueIx(0)), (ValueIx(4), ValueIx(5))]);
        assert_eq!(north.left, set(&[4, 5]));
        assert_eq!(south.ranges[0].meets, set(&[0, 1, 2, 3]));
        assert_eq!(south.left, set(&[0, 1, 2, 3]), "an offer excludes nothing");
    }

    #[test]
    fn the_rest_of_the_plan_decides_what_a_condition_says() {
        let case = case();
        let unconditional = of(&case, &plan(&[Some(0), Some(1), None]));
        let south = &unconditional.parties[1];
        assert_eq!((south.others.len(), south.ranges.len()), (1, 1), "the premise fails, so every value will do");
        let open = of(&case, &plan(&[Some(0), None, None]));
        assert_eq!(open.parties[1].left, set(&[0, 1, 2, 3, 4, 5]), "the premise is open");
    }

    #[test]
    fn a_position_about_another_term_bears_only_while_that_term_is_in_the_plan() {
        let case = Draft::new(&[-6, 2, 2])
            .says(SOUTH, Strength::Opposes, C, when(is(C, 0), Demand::AtMost(A, 3)))
            .says(NORTH, Strength::Opposes, A, is(B, 0))
            .build();
        let with = of(&case, &plan(&[None, None, Some(0)]));
        assert_eq!(with.parties.iter().map(|one| one.party).collect::<Vec<_>>(), [NORTH, SOUTH]);
        assert_eq!(with.parties[1].ranges[0].meets, set(&[0, 1, 2, 3]));
        let without = of(&case, &plan(&[None, Some(1), None]));
        assert_eq!((without.silent.as_slice(), without.parties.len()), (&[SOUTH, WATCHER][..], 1));
        assert!(without.parties[0].left.is_empty(), "no value of the term helps");
    }
}
