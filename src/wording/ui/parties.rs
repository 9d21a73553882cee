//! The words of the tab of the parties.

use super::super::{DateStyle, clashes, count};
use crate::{
    app::parties::{Look, Member},
    domain::{Dossier, PartyIx, TermIx},
};

/// Switch: plans that say what this plan says.
pub const ON_THIS_PLAN: &str = "On this plan";
/// Switch: all plans.
pub const WHATEVER_THE_PLAN: &str = "Whatever the plan";
/// Name of that switch.
pub const WHICH_PLANS: &str = "Which plans";
/// Filter.
pub const RED_LINES_ONLY: &str = "Red lines only";
/// Filter.
pub const MUST_ACCEPT_ONLY: &str = "Must-accept only";
/// Name of the switch between what is looked at.
pub const LOOK: &str = "What to look at";
/// Switch: sets of statements.
pub const STATEMENTS: &str = "Statements";
/// Switch: sets of parties.
pub const PARTIES: &str = "Parties";
/// Name of that switch.
pub const SETS_OF: &str = "Sets of";
/// Name of the matrix.
pub const MATRIX: &str = "Pairs of statements that exclude each other, party against party";
/// Name of the picture of sets.
pub const SETS: &str = "Sets";
/// Button on the wall that goes from a pair back to all of them.
pub const ALL_PAIRS: &str = "All pairs";
/// Name of what is read beside it.
pub const DETAIL: &str = "Statements behind it";
/// Before a cell is chosen.
pub const CHOOSE_PAIR: &str = "Click a number to read both statements side by side.";
/// What the number is.
pub const NUMBER_MEANS: &str = "Each number counts pairs: one statement of the party in the row, one of the party in the \
     column. The diagonal counts pairs within one party. What counts is each position read from what was said.";
/// What the dash and the slash are.
pub const DASH_MEANS: &str = "A dash: no two of their statements exclude each other; three or more together still may \
     (see Clash sets). A slash: nothing of one of them is asked about. That is not consent.";
/// In the legend.
pub const LEGEND_NUMBER: &str = "pairs that exclude each other";
/// In the legend.
pub const LEGEND_DASH: &str = "no two exclude each other";
/// In the legend.
pub const LEGEND_SLASH: &str = "nothing on file of one of them";
/// Button.
pub const SHOW_THEM: &str = "Show them";
/// Button.
pub const READ_THEM: &str = "Read them";
/// Button that goes to the cell of a statement.
pub const IN_THE_TABLE: &str = "In the table";
/// While the answer is worked out.
pub const WORKING: &str = "Working\u{2026}";
/// Button.
pub const STOP: &str = "Stop";
/// Beside an answer to an older question.
pub const OUT_OF_DATE: &str = "Out of date: this is the answer before the last change.";
/// Where a stopped search has nothing.
pub const STOPPED: &str = "Stopped before this was worked out.";
/// Name of the filter by size.
pub const SIZE: &str = "Size";
/// Name of the filter by term.
pub const ABOUT: &str = "About";
/// The filter by term when it is off.
pub const ANY_TERM: &str = "any term";
/// Heading over terms, with what two parties said on them.
pub const COMMON_GROUND: &str = "On the other terms";
/// Heading over what no plan meets by itself.
pub const ALONE: &str = "Cannot be met even by themselves";
/// Heading over a clash set.
pub const CLASH_SET: &str = "Clash set";
/// Heading over a way out.
pub const WAY_OUT: &str = "What would have to give";

/// Name of what is looked at.
#[must_use]
pub fn look(look: Look) -> &'static str {
    match look {
        Look::Pairs => "Pairs of parties",
        Look::Sets => "Clash sets",
        Look::WaysOut => "What would have to give",
    }
}

/// The accessible name of a cell: "Russia and Ukraine: 12 pairs of statements that no plan can meet together. Enter to
/// read."
#[must_use]
pub fn pair_name(
    dossier: &Dossier,
    (row, column): (PartyIx, PartyIx),
    n: usize,
    n_asked: &[usize],
    on_plan: bool,
) -> String {
    let who = parties(dossier, row, column);
    let mut silent: Vec<PartyIx> = [row, column].into_iter().filter(|party| n_asked[party.get()] == 0).collect();
    silent.dedup();
    let what = match (silent.as_slice(), n) {
        ([], 0) => "no two statements exclude each other".to_owned(),
        ([], n) => clashes::pairs(n, on_plan),
        (silent, _) => {
            format!(
                "nothing on file of {} that is asked about. That is not consent",
                clashes::party_names(dossier, silent)
            )
        }
    };
    format!("{who}: {what}. Enter to read.")
}

/// "Russia and Ukraine", "Within Ukraine".
#[must_use]
pub fn parties(dossier: &Dossier, row: PartyIx, column: PartyIx) -> String {
    let name = |party: PartyIx| &dossier.party(party).name;
    if row == column { format!("Within {}", name(row)) } else { format!("{} and {}", name(row), name(column)) }
}

/// A set among those drawn, as screen readers say it.
#[must_use]
pub fn set_name(dossier: &Dossier, set: &[Member], (place, of): (usize, usize), style: DateStyle) -> String {
    let member = |member: &Member| match member {
        Member::Position(position) => {
            let about = dossier.position(*position).about.map(|term| format!(" on {}", dossier.term(term).name));
            format!("{}{}", clashes::holder(dossier, *position, style), about.unwrap_or_default())
        }
        Member::Party(party) => dossier.party(*party).name.clone(),
    };
    let members: Vec<String> = set.iter().map(member).collect();
    format!("Set {place} of {of}: {}", members.join("; "))
}

/// A row of the picture: whose statement, and what it says.
#[must_use]
pub fn member_name(dossier: &Dossier, member: Member, style: DateStyle) -> String {
    match member {
        Member::Position(position) => {
            format!("{}: {}", clashes::holder(dossier, position, style), clashes::short(dossier, position))
        }
        Member::Party(party) => dossier.party(party).name.clone(),
    }
}

/// How many of the sets drawn there are, after a filter by term.
#[must_use]
pub fn drawn(dossier: &Dossier, n: usize, about: Option<TermIx>) -> String {
    let sets = count(n, "column", "columns");
    match about {
        Some(term) => format!("{sets} with a statement about {}", dossier.term(term).name),
        None => sets,
    }
}
