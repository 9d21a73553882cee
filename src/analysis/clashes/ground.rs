//! Two parties term by term: where they exclude each other, where both can be met, where one or both are silent.

use super::{PartyClashes, Question};
use crate::{
    analysis::{Situation, Stop, Stopped},
    domain::{PartyIx, PositionIx, TermIx},
};

/// How two parties stand to each other on a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// A position about it and one of the other party cannot be met together.
    Excluded,
    /// Both hold positions about it, and some plan meets all of these.
    Together,
    /// Both hold positions about it, no two of which exclude each other, and yet no plan meets all of them.
    NotAll,
    /// Only this party holds one; nothing of the other is on file.
    Only(PartyIx),
    /// Nothing of either is on file.
    Silent,
    /// What is on file of one of them was not asked about: an offer, something without a demand, not counted.
    NotAsked,
}

/// How two parties, or one with itself, stand to each other on each term.
///
/// # Errors
/// [`Stopped`] if somebody asked to `stop`.
pub fn common_ground(
    question: Question<'_>,
    situation: &Situation,
    clashes: &PartyClashes,
    (one, other): (PartyIx, PartyIx),
    stop: Stop<'_>,
) -> Result<Vec<Ground>, Stopped> {
    let dossier = question.dossier;
    let about = |position: PositionIx| dossier.position(position).about;
    let mut excluded = vec![false; dossier.terms.len()];
    for (left, right) in clashes.between(one, other) {
        [left, right].into_iter().filter_map(|position| about(*position)).for_each(|term| excluded[term.get()] = true);
    }
    let asked = |party: PartyIx, term: TermIx| {
        let is_asked = move |ix: &&PositionIx| dossier.position(**ix).party == party && about(**ix) == Some(term);
        question.positions.iter().filter(is_asked).copied().collect::<Vec<PositionIx>>()
    };
    let on_file = |party: PartyIx, term: TermIx| {
        dossier.positions_about(party, term).iter().any(|position| situation.in_force(*position))
    };
    let of_term = |term: TermIx| {
        if excluded[term.get()] {
            return Ok(Ground::Excluded);
        }
        let (left, right) = (asked(one, term), asked(other, term));
        Ok(match (left.is_empty(), right.is_empty()) {
            (false, false) => {
                let all: Vec<PositionIx> = if one == other { left } else { [left, right].concat() };
                let both = Question { positions: &all, ..question };
                if both.plan_meeting_all(stop)?.is_some() { Ground::Together } else { Ground::NotAll }
            }
            (true, true) if !on_file(one, term) && !on_file(other, term) => Ground::Silent,
            (false, true) if !on_file(other, term) => Ground::Only(one),
            (true, false) if !on_file(one, term) => Ground::Only(other),
            _ => Ground::NotAsked,
        })
    };
    TermIx::all(dossier.terms.len()).map(of_term).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::{
            clashes::fixture::{Asked, Case, implies, is, not},
            party_clashes,
        },
        domain::Strength,
    };

    const GO: Stop<'static> = Stop::never();

    fn ground(asked: &Asked, one: u16, other: u16) -> Vec<Ground> {
        let clashes = party_clashes(asked.question(), GO).unwrap();
        let parties = (PartyIx(one), PartyIx(other));
        common_ground(asked.question(), &asked.situation, &clashes, parties, GO).unwrap()
    }

    #[test]
    fn each_term_says_how_two_parties_stand_on_it() {
        // The first term of a demand is what it is about.
        let case = Case::new(&[2, 3, 2, 2, 2, 2]).red_line(0, is(0, 0)).red_line(1, is(0, 1));
        let case = case.red_line(0, not(is(1, 0))).red_line(1, not(is(1, 1))).red_line(0, is(2, 0));
        let asked = case.red_line(1, is(3, 0)).position(0, Strength::Offers, is(4, 0)).build();
        let (first, second) = (Ground::Only(PartyIx(0)), Ground::Only(PartyIx(1)));
        let expected = [Ground::Excluded, Ground::Together, first, second, Ground::NotAsked, Ground::Silent];
        assert_eq!(ground(&asked, 0, 1), expected);
        assert_eq!(ground(&asked, 1, 0), expected);
        assert_eq!(ground(&asked, 0, 0)[..2], [Ground::Together; 2]);
    }

    #[test]
    fn three_positions_on_a_term_may_exclude_each_other_though_no_two_do() {
        let case = Case::new(&[3]).red_line(0, not(is(0, 0))).red_line(0, not(is(0, 1))).red_line(1, not(is(0, 2)));
        assert_eq!(ground(&case.build(), 0, 1), [Ground::NotAll]);
    }

    #[test]
    fn a_clash_stands_with_both_terms_that_it_is_about() {
        let case = Case::new(&[2, 2]).red_line(0, is(0, 0)).red_line(1, is(1, 0)).rule(implies(is(0, 0), is(1, 1)));
        assert_eq!(ground(&case.build(), 0, 1), [Ground::Excluded; 2]);
    }
}
