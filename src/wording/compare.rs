//! Two plans beside each other: the words of the tab and of the command line.

use super::{DateStyle, and, count, date, mark_name, value_name};
use crate::app::compare::Side;
use crate::{
    analysis::{ComparedParty, ComparedRow, Tally},
    app::compare::Refused,
    domain::{Date, Dossier, PartyIx, TermIx},
};

/// There is no plan B.
pub(crate) const NO_SECOND: &str = "Drop a second plan here, or press Ctrl+D to copy this one.";
/// Over the scenarios of the dossier.
pub(crate) const OR_ON_FILE: &str = "Or compare with a plan on file, A to Z";
/// Button that copies the document.
pub(crate) const COPY_THIS: &str = "Copy this plan";
/// Button that opens a file.
pub const OPEN_SECOND: &str = "Open a second plan…";
/// What the title of plan B is called where it cannot be read.
pub(crate) const TITLE_OF_B: &str = "the title of plan B";
/// Menu of plans that can be plan B.
pub(crate) const OTHER_SECOND: &str = "Another plan B";
/// Button that exchanges the plans.
pub const SWAP: &str = "Swap A and B";
/// Button that closes plan B.
pub const CLOSE_SECOND: &str = "Close plan B";
/// Switch of the rows.
pub const ONLY_DIFFERENT: &str = "Only rows that differ";
/// Name of the table.
pub const TABLE: &str = "Plan A and plan B, terms and parties";
/// Under the table.
pub(crate) const PARTY_BY_PARTY: &str = "From A to B, party by party";
/// No row differs.
pub(crate) const NO_DIFFERENCE: &str = "The two plans say the same, and no mark differs.";
/// What can be done then.
pub(crate) const MAKE_A_DIFFERENCE: &str = "Change plan A on the tab Explore, or open another plan B.";
/// How the halves are read.
pub(crate) const HALVES: &str =
    "Split cell: left plan A, right plan B. A cell in one piece is marked alike under both.";
/// Different statements count.
pub(crate) const COUNTED_DIFFER: &str =
    "Statements count differently for A and for B, so marks may differ although the plans do not.";

/// "A" or "B".
#[must_use]
pub fn letter(side: Side) -> &'static str {
    match side {
        Side::A => "A",
        Side::B => "B",
    }
}

/// The title of plan B, told apart from the plan that it is a copy of.
#[must_use]
pub(crate) fn second_title(title: &str, is_copy: bool) -> String {
    if is_copy { format!("{title} (copy)") } else { title.to_owned() }
}

/// "A: My plan".
#[must_use]
pub fn plan(side: Side, title: &str) -> String {
    format!("{}: {title}", letter(side))
}

/// Head of the column of a plan's values.
#[must_use]
pub fn says(side: Side) -> String {
    format!("{} says", letter(side))
}

/// "as of 13 Jan 2025".
#[must_use]
pub fn as_of(day: Date, style: DateStyle) -> String {
    format!("as of {}", date(day, style))
}

/// The two plans look at different days.
#[must_use]
pub fn days_differ(a: Date, b: Date, style: DateStyle) -> String {
    format!("A looks at {}, B at {}: marks may differ because of the statements too.", date(a, style), date(b, style))
}

/// Button that sets one day for both.
#[must_use]
pub fn use_day(day: Date, style: DateStyle) -> String {
    format!("{} for both", date(day, style))
}

/// Button that makes the same statements count for both.
#[must_use]
pub(crate) fn use_counted(side: Side) -> String {
    format!("Count as for {}", letter(side))
}

/// Why a plan was not taken as plan B.
#[must_use]
pub fn refused(refused: &Refused, here: &str) -> String {
    other_dossier(&refused.title, &refused.dossier, here, refused.other_version)
}

/// Two plans belong to different dossiers, or to different versions of one.
#[must_use]
pub(crate) fn other_dossier(title: &str, dossier: &str, here: &str, other_version: bool) -> String {
    if other_version {
        format!(
            "\"{title}\" was made for another version of the case \"{dossier}\". Only plans of one and the same case \
             can be compared. Nothing was changed."
        )
    } else {
        format!(
            "\"{title}\" belongs to another case, \"{dossier}\", and this plan to \"{here}\". Only plans of one case \
             can be compared. Nothing was changed."
        )
    }
}

/// Plan B stays while plan A belongs to another dossier.
#[must_use]
pub(crate) fn out_of_place(title: &str, dossier: &str) -> String {
    format!("Plan B, \"{title}\", belongs to another case, \"{dossier}\". Open a second plan of this case to compare.")
}

/// "3 of 15 rows differ".
#[must_use]
pub(crate) fn rows_differ(n: usize, all: usize) -> String {
    let differ = if n == 1 { "differs" } else { "differ" };
    format!("{n} of {} {differ}", count(all, "row", "rows"))
}

/// "UA: 1 newly contradicted, 2 no longer contradicted, 3 unchanged."
#[must_use]
pub(crate) fn party_sentence(code: &str, party: &ComparedParty) -> String {
    format!(
        "{code}: {} newly contradicted, {} no longer contradicted, {} unchanged.",
        party.newly.len(),
        party.no_longer.len(),
        party.unchanged.len()
    )
}

/// The terms behind the figures: "Newly: Front line. No longer: Draft age and Arms supplies"; empty if nothing is contradicted.
#[must_use]
pub(crate) fn party_terms(dossier: &Dossier, party: &ComparedParty) -> String {
    let list = |word: &str, terms: &[TermIx]| {
        let names: Vec<&str> = terms.iter().map(|term| dossier.term(*term).name.as_str()).collect();
        (!names.is_empty()).then(|| format!("{word}: {}", and(&names)))
    };
    let parts = [list("Newly", &party.newly), list("No longer", &party.no_longer), list("Unchanged", &party.unchanged)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(". ")
}

/// Foot of the table: "A: contradicted, of 5 terms in the plan".
#[must_use]
pub fn contradicted_of(side: Side, n_in_plan: usize) -> String {
    format!("{}: contradicted, of {} in the plan", letter(side), count(n_in_plan, "term", "terms"))
}

/// Name of a count in the foot.
#[must_use]
pub(crate) fn tally_name(dossier: &Dossier, side: Side, party: PartyIx, tally: &Tally, n_in_plan: usize) -> String {
    format!("{}, {}: {}", letter(side), dossier.party(party).name, super::tally(tally, n_in_plan))
}

/// Name of a term's row: "Front line. A: Freeze now. B: not in the plan. Enter to read about it".
#[must_use]
pub(crate) fn row_name(dossier: &Dossier, row: &ComparedRow) -> String {
    let value = |side: usize| value_name(dossier, row.term, row.values[side]);
    format!("{}. A: {}. B: {}. Enter to read about it", dossier.term(row.term).name, value(0), value(1))
}

/// Name of half a cell: the plan's letter before the name of the cell.
#[must_use]
pub(crate) fn half_name(side: Side, cell: &str) -> String {
    format!("{}. {cell}", letter(side))
}

/// A cell in one line: "Front line: in line under A, crosses a red line under B".
#[must_use]
pub(crate) fn cell_tip(dossier: &Dossier, party: PartyIx, row: &ComparedRow) -> String {
    let [a, b] = row.cells[party.get()].map(|cell| mark_name(cell.mark));
    let (party, term) = (&dossier.party(party).name, &dossier.term(row.term).name);
    if a == b {
        format!("{party}, {term}: {a} under both")
    } else {
        format!("{party}, {term}: {a} under A, {b} under B")
    }
}

/// Where a file may be dropped that takes the place of plan A.
#[must_use]
pub(crate) fn drop_as_first(first: &str) -> String {
    format!("Drop here to open it as plan A, in the place of \"{first}\"")
}

/// Where a file may be dropped that stands beside plan A.
#[must_use]
pub(crate) fn drop_as_second(second: Option<&str>, first: &str) -> String {
    match second {
        Some(second) => format!("Drop here to compare it as plan B, in the place of \"{second}\""),
        None => format!("Drop here to compare it with \"{first}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice;

    #[test]
    fn a_party_gets_one_sentence() {
        let dossier = practice::dossier();
        let party = ComparedParty {
            newly: vec![practice::FREEZE],
            no_longer: vec![practice::DELAY, practice::TROOPS],
            ..ComparedParty::default()
        };
        assert_eq!(party_sentence("N", &party), "N: 1 newly contradicted, 2 no longer contradicted, 0 unchanged.");
        assert_eq!(party_terms(&dossier, &party), "Newly: Front line. No longer: NATO delay and Peacekeepers");
    }

    #[test]
    fn a_refusal_says_what_is_unchanged() {
        let other = |other_version| Refused { title: "T".to_owned(), dossier: "D".to_owned(), other_version };
        for version in [true, false] {
            assert!(refused(&other(version), "Here").ends_with("Nothing was changed."));
        }
        assert_eq!(rows_differ(1, 15), "1 of 15 rows differs");
    }
}
