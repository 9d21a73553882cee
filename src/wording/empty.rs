//! What stands where there is nothing to show: what that means, and what to do.

use super::{DateStyle, count, date, on_date};
use crate::domain::{Date, Dossier, PartyIx, TermIx};

/// A short heading and a sentence or two below it. The heading may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// Set in bold.
    pub head: String,
    /// Below or behind the heading.
    pub text: String,
}

impl Notice {
    fn new(head: impl Into<String>, text: impl Into<String>) -> Self {
        Self { head: head.into(), text: text.into() }
    }
}

pub(super) const NOTHING_IN_PLAN: &str = "Nothing is in the plan";

/// A plan that says nothing yet.
#[must_use]
pub fn empty_plan() -> Notice {
    Notice::new(
        "Your plan is empty.",
        "Choose a value in any row. Each row shows which parties have said something about it.",
    )
}

/// No cell was chosen yet.
#[must_use]
pub fn no_cell_chosen() -> Notice {
    Notice::new("", "Click a cell to read the statement behind it.")
}

/// A dash cell: nothing by this party about this term up to the as-of date.
#[must_use]
pub fn empty_cell(dossier: &Dossier, party: PartyIx, term: TermIx, as_of: Date, style: DateStyle) -> Notice {
    let (party, term) = (&dossier.party(party).name, &dossier.term(term).name);
    Notice::new(
        "No stated position on file.",
        format!(
            "Nothing by {party} on \"{term}\" up to {} is in this dossier. That is not consent.",
            date(as_of, style)
        ),
    )
}

/// Nothing in force on the as-of date, but the party spoke on another day.
#[must_use]
pub fn empty_cell_other_day(
    dossier: &Dossier,
    party: PartyIx,
    as_of: Date,
    other_day: Date,
    style: DateStyle,
) -> Notice {
    let party = &dossier.party(party).name;
    Notice::new(
        format!("Nothing in force {}.", on_date(as_of, style)),
        format!("{party} spoke about this {}. That is not consent.", on_date(other_day, style)),
    )
}

/// Statements are in force for this cell, but none of them marks it: not counted, not taken up, or without a demand.
#[must_use]
pub fn nothing_counts(dossier: &Dossier, party: PartyIx, term: TermIx) -> Notice {
    let (party, term) = (&dossier.party(party).name, &dossier.term(term).name);
    Notice::new(
        "No stated position that marks this cell.",
        format!(
            "What {party} said on \"{term}\" is an offer that the plan does not take up, has no demand, or is not \
             counted. That is not consent."
        ),
    )
}

/// The term of the chosen cell is not in the plan.
#[must_use]
pub fn term_not_in_plan(dossier: &Dossier, term: TermIx, n_parties: usize) -> Notice {
    let name = &dossier.term(term).name;
    let have = match n_parties {
        0 => "No party in this dossier has.".to_owned(),
        1 => "1 party has.".to_owned(),
        n => format!("{n} parties have."),
    };
    Notice::new("", format!("Your plan does not say anything about {name}. {have}"))
}

/// A plan that contradicts nothing on file: of `n_cells` cells, `n_silent` have no stated position.
#[must_use]
pub fn no_contradictions(n_silent: usize, n_cells: usize) -> Notice {
    let have = if n_silent == 1 { "has" } else { "have" };
    Notice::new(
        "This plan contradicts no statement on file.",
        format!(
            "{n_silent} of {} {have} no stated position, so this is not the same as agreement.",
            count(n_cells, "cell", "cells")
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::{super::fixture, *};

    #[test]
    fn an_empty_cell_says_that_silence_is_not_consent() {
        let dossier = fixture::dossier();
        let as_of = dossier.as_of;
        let notice = empty_cell(&dossier, fixture::SOUTH, fixture::FREEZE, as_of, DateStyle::Words);
        assert_eq!(notice.head, "No stated position on file.");
        assert_eq!(
            notice.text,
            "Nothing by South on \"Front line\" up to 13 Jan 2025 is in this dossier. That is not consent."
        );
        let other = empty_cell_other_day(&dossier, fixture::NORTH, as_of, fixture::day("2025-01-16"), DateStyle::Words);
        assert_eq!(other.head, "Nothing in force on 13 Jan 2025.");
        assert_eq!(other.text, "North spoke about this on 16 Jan 2025. That is not consent.");
        assert!(nothing_counts(&dossier, fixture::NORTH, fixture::FREEZE).text.ends_with("That is not consent."));
    }

    #[test]
    fn a_plan_without_contradictions_is_not_called_agreed() {
        assert_eq!(
            no_contradictions(5, 12).text,
            "5 of 12 cells have no stated position, so this is not the same as agreement."
        );
        assert!(no_contradictions(1, 12).text.starts_with("1 of 12 cells has no"));
    }

    #[test]
    fn a_term_outside_the_plan_tells_how_many_parties_spoke_of_it() {
        let dossier = fixture::dossier();
        let text = |n| term_not_in_plan(&dossier, fixture::FREEZE, n).text;
        assert_eq!(text(1), "Your plan does not say anything about Front line. 1 party has.");
        assert_eq!(text(3), "Your plan does not say anything about Front line. 3 parties have.");
    }
}
