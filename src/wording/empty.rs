//! What stands where there is nothing to show: what that means, and what to do.

use super::{DateStyle, count, date, on_date, why_idle};
use crate::{
    analysis::{CellReport, Matrix, Tally},
    domain::{Date, Dossier, PartyIx, TermIx},
};

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
pub(crate) fn no_cell_chosen() -> Notice {
    Notice::new("", "Click a cell to read the statement behind it.")
}

/// A dash cell: nothing by this party about this term up to the as-of date; `is_tied` if a statement about other terms of
/// the plan depends on this one too.
#[must_use]
pub(crate) fn empty_cell(
    dossier: &Dossier,
    (party, term): (PartyIx, TermIx),
    is_tied: bool,
    as_of: Date,
    style: DateStyle,
) -> Notice {
    let (party, term, day) = (&dossier.party(party).name, &dossier.term(term).name, date(as_of, style));
    let text = if is_tied {
        format!(
            "Nothing by {party} on \"{term}\" alone up to {day} is in this case. That is not consent. What they said on it \
             together with another term stands below."
        )
    } else {
        format!("Nothing by {party} on \"{term}\" up to {day} is in this case. That is not consent.")
    };
    Notice::new(if is_tied { "No stated position on this alone." } else { "No stated position on file." }, text)
}

/// Nothing in force on the as-of date, but the party spoke on another day.
#[must_use]
pub(crate) fn empty_cell_other_day(
    dossier: &Dossier,
    party: PartyIx,
    as_of: Date,
    other_day: Date,
    style: DateStyle,
) -> Notice {
    let (party, then) = (&dossier.party(party).name, on_date(other_day, style));
    let text = if other_day.earliest() > as_of.earliest() {
        format!("{party} spoke about this later, {then}: none of it is in force yet. That is not consent.")
    } else {
        format!("{party} spoke about this {then}; none of it is in force. That is not consent.")
    };
    Notice::new(format!("Nothing in force {}.", on_date(as_of, style)), text)
}

/// Statements are in force for this cell, but none of them marks it: why, statement by statement.
#[must_use]
pub(crate) fn nothing_counts(dossier: &Dossier, report: &CellReport, style: DateStyle) -> Notice {
    let mut reasons = why_idle(dossier, report, style);
    reasons.push("That is not consent.".to_owned());
    Notice::new("On file, but neither for nor against this.", reasons.join(" "))
}

/// The term of the chosen cell is not in the plan.
#[must_use]
pub(crate) fn term_not_in_plan(dossier: &Dossier, term: TermIx, n_parties: usize) -> Notice {
    let name = &dossier.term(term).name;
    let have = match n_parties {
        0 => "No party in this case has.".to_owned(),
        1 => "1 party has.".to_owned(),
        n => format!("{n} parties have."),
    };
    Notice::new("", format!("Your plan does not say anything about {name}. {have}"))
}

const NOTHING_CONTRADICTED: &str = "This plan contradicts no statement on file.";

/// Where every party has spoken about every term of such a plan.
const ALL_SPOKE: &str =
    "Every party has said something about it, but nobody was asked about this plan: it is not yet agreement.";

/// A plan that contradicts nothing on file, and how much of that is silence.
#[must_use]
pub(crate) fn no_contradictions(matrix: &Matrix) -> Notice {
    let sum = |figure: fn(&Tally) -> u16| matrix.tallies.iter().map(|tally| usize::from(figure(tally))).sum();
    let (silent, on_file): (usize, usize) = (sum(|tally| tally.silent), sum(|tally| tally.on_file));
    let n_cells = matrix.tallies.len() * matrix.n_in_plan;
    if silent + on_file == 0 {
        return Notice::new(NOTHING_CONTRADICTED, ALL_SPOKE);
    }
    let have = if silent == 1 { "has" } else { "have" };
    let idle = if on_file == 0 {
        String::new()
    } else {
        format!(", and in {on_file} what is on file is neither for nor against")
    };
    Notice::new(
        NOTHING_CONTRADICTED,
        format!(
            "{silent} of {} {have} no stated position{idle}, so this is not the same as agreement.",
            count(n_cells, "cell", "cells")
        ),
    )
}

/// The accessible name of what stands in the place of cards.
#[must_use]
pub(crate) fn nothing_to_read(party: &str, of_term: &str, notice: &Notice) -> String {
    let text = [notice.head.as_str(), notice.text.as_str()].map(|part| part.trim_end_matches('.'));
    let text: Vec<&str> = text.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{party}. {of_term}. {}.", text.join(". "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice;
    use crate::{
        analysis::{Index, Situation, matrix},
        domain::{Counted, Plan, ValueIx},
    };

    #[test]
    fn an_empty_cell_says_that_silence_is_not_consent() {
        let dossier = practice::dossier();
        let as_of = dossier.as_of;
        let notice = empty_cell(&dossier, (practice::SOUTH, practice::FREEZE), false, as_of, DateStyle::Words);
        assert_eq!(notice.head, "No stated position on file.");
        assert_eq!(
            notice.text,
            "Nothing by South on \"Front line\" up to 13 Jan 2025 is in this case. That is not consent."
        );
        let other =
            empty_cell_other_day(&dossier, practice::NORTH, as_of, practice::day("2025-01-16"), DateStyle::Words);
        assert_eq!(other.head, "Nothing in force on 13 Jan 2025.");
        assert_eq!(
            other.text,
            "North spoke about this later, on 16 Jan 2025: none of it is in force yet. That is not consent."
        );
        let before =
            empty_cell_other_day(&dossier, practice::NORTH, as_of, practice::day("2025-01-02"), DateStyle::Words);
        assert_eq!(before.text, "North spoke about this on 2 Jan 2025; none of it is in force. That is not consent.");
    }

    #[test]
    fn a_plan_without_contradictions_is_not_called_agreed() {
        let dossier = practice::dossier();
        let situation = Situation::new(&dossier, dossier.as_of, Counted::default());
        let plan = Plan::empty(4).with(practice::FREEZE, Some(ValueIx(0)));
        let matrix = matrix(&dossier, &Index::new(&dossier), &situation, &plan);
        assert_eq!(
            no_contradictions(&matrix).text,
            "1 of 2 cells has no stated position, and in 1 what is on file is neither for nor against, so this is \
             not the same as agreement."
        );
    }

    #[test]
    fn a_term_outside_the_plan_tells_how_many_parties_spoke_of_it() {
        let dossier = practice::dossier();
        let text = |n| term_not_in_plan(&dossier, practice::FREEZE, n).text;
        assert_eq!(text(1), "Your plan does not say anything about Front line. 1 party has.");
        assert_eq!(text(3), "Your plan does not say anything about Front line. 3 parties have.");
    }
}
