//! The words of the tab of the parties.

use super::super::{DateStyle, and, clashes, count};
use crate::{
    app::parties::{Look, Member, RedLines},
    domain::{Dossier, PartyIx, PositionIx, TermIx},
};

/// Switch: plans that say what this plan says.
pub const ON_THIS_PLAN: &str = "On this plan";
/// Switch: all plans.
pub const WHATEVER_THE_PLAN: &str = "Whatever the plan";
/// Name of that switch.
pub(crate) const WHICH_PLANS: &str = "Which plans";
/// Filter.
pub const RED_LINES_ONLY: &str = "Red lines only";
/// Filter.
pub const MUST_ACCEPT_ONLY: &str = "Only those who must accept";
/// Name of the switch between what is looked at.
pub(crate) const LOOK: &str = "What to look at";
/// Switch: sets of statements.
pub(crate) const STATEMENTS: &str = "Statements";
/// Switch: sets of parties.
pub const PARTIES: &str = "Parties";
/// Name of that switch.
pub(crate) const SETS_OF: &str = "Sets of";
/// Name of the matrix.
pub(crate) const MATRIX: &str = "Terms on which two parties clash, party against party";
/// Name of the picture of sets.
pub(crate) const SETS: &str = "Sets";
/// Button on the wall that goes from a pair back to all of them.
pub(crate) const ALL_PAIRS: &str = "All pairs";
/// Name of what is read beside it.
pub const DETAIL: &str = "Statements behind it";
/// Before a cell is chosen.
pub const CHOOSE_PAIR: &str = "Click a number to read both statements side by side.";
/// What the slash is.
pub const SLASH_MEANS: &str = "A slash: one of them has said nothing that is looked at here. That is not consent.";
/// What the diagonal is.
pub const DIAGONAL_MEANS: &str = "The diagonal sets a party beside itself.";
/// In the legend.
pub(crate) const LEGEND_NUMBER: &str = "terms on which they clash, of those both spoke about";
/// In the legend.
pub(crate) const LEGEND_NOUGHT: &str = "no two exclude each other";
/// In the legend.
pub(crate) const LEGEND_SLASH: &str = "nothing on file of one of them";
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
pub(crate) const STOPPED: &str = "Stopped before this was worked out.";
/// Name of the filter by size.
pub const SIZE: &str = "Size";
/// Name of the filter by term.
pub const ABOUT: &str = "About";
/// The filter by term when it is off.
pub(crate) const ANY_TERM: &str = "any term";
/// Heading over terms, with what two parties said on them.
pub const COMMON_GROUND: &str = "On the other terms";
/// Heading over what no plan meets by itself.
pub(crate) const ALONE: &str = "Cannot be met even on their own";
/// Heading over a clash set.
pub(crate) const CLASH_SET: &str = "Clash set";
/// Heading over a way out.
pub(crate) const WAY_OUT: &str = "What would have to give";

/// Switch: the red lines of those who must accept.
pub const RED_LINES: &str = "Red lines";
/// Switch: everything that counts.
pub const ALL_STATEMENTS: &str = "All statements";
/// Name of that switch.
pub(crate) const WHICH_STATEMENTS: &str = "Which statements";
/// Heading over groups of red lines.
pub(crate) const CANNOT_BE_KEPT: &str = "No plan keeps these together";
/// Heading over all of them.
pub const ALL_RED_LINES: &str = "All red lines of those who must accept";
/// Of a party without one.
pub(crate) const NO_RED_LINE: &str = "No red line on file. That is not consent.";

/// How to read what is looked at, in a sentence.
#[must_use]
pub(crate) fn how_to_read(look: Look) -> &'static str {
    match look {
        Look::RedLines => {
            "A red line is what somebody declared impossible for them, or a condition without which they do not agree. \
             An agreement needs a yes from each party under \"must accept\"."
        }
        Look::Pairs => "Two parties clash on a term if no plan can do what both of them said about it.",
        Look::Sets => {
            "Each column is a group that no plan can meet together. Leave any one of its dots out, and a plan can meet \
             the others."
        }
        Look::WaysOut => {
            "Each column is one way: if everything with a dot gave way, there would be a plan that meets all the rest. No \
             way is marked as the right one."
        }
    }
}

/// What the red lines of those who must accept come to.
#[must_use]
pub fn red_lines(lines: &RedLines) -> String {
    let all = count(lines.n_lines(), "red line", "red lines");
    let of = format!("Those who must accept have declared {all}");
    match &lines.groups {
        None => format!("{of}."),
        Some(groups) if groups.is_empty() && lines.is_whole => format!("{of}. There is a plan that keeps all of them."),
        Some(groups) if groups.is_empty() => format!("{of}. No group that excludes itself was found."),
        Some(groups) => {
            let at_least = if lines.is_whole { "" } else { "at least " };
            let n = count(groups.len(), "group", "groups");
            format!("{of}. No plan keeps all of them: {at_least}{n} of them cannot be kept together.")
        }
    }
}

/// Over a group of red lines that no plan keeps together.
#[must_use]
pub fn group_of_red_lines(dossier: &Dossier, group: &[PositionIx]) -> String {
    let mut terms: Vec<&str> = Vec::new();
    for term in group.iter().filter_map(|ix| dossier.position(*ix).about) {
        let name = dossier.term(term).name.as_str();
        if !terms.contains(&name) {
            terms.push(name);
        }
    }
    let mut holders: Vec<PartyIx> = group.iter().map(|ix| dossier.position(*ix).party).collect();
    holders.sort_unstable();
    holders.dedup();
    format!("{}: {}", clashes::party_names(dossier, &holders), and(&terms))
}

/// Who is in every one of the sets.
#[must_use]
pub(crate) fn in_every(dossier: &Dossier, parties: &[PartyIx], by_party: bool) -> String {
    match parties {
        [] => "Nobody is in every one of them.".to_owned(),
        parties if by_party => format!("In every one of them: {}.", clashes::party_names(dossier, parties)),
        parties => format!("Each of them has something that was said by {}.", clashes::party_names(dossier, parties)),
    }
}

/// What a number is, by one that stands in the table: "3/7, Russia and Ukraine: …".
#[must_use]
pub fn number_means(dossier: &Dossier, (row, column): (PartyIx, PartyIx), (n, of): (usize, usize)) -> String {
    let who = parties(dossier, row, column);
    let terms = count(of, "term", "terms");
    let number = counted(n, of);
    if n == 0 {
        return format!(
            "{number}, {who}: they have both spoken about {terms}, and no two of their statements exclude each other; \
             three or more together still may (see Clash sets)."
        );
    }
    let on = if of == 1 { "on it".to_owned() } else { format!("on {n} of them") };
    format!(
        "{number}, {who}: they have both spoken about {terms}, and {on} no plan can do what both said. The pairs of \
         statements stand behind the number."
    )
}

/// "3/7".
#[must_use]
pub fn counted(n: usize, of: usize) -> String {
    format!("{n}/{of}")
}

/// Name of what is looked at.
#[must_use]
pub fn look(look: Look) -> &'static str {
    match look {
        Look::RedLines => RED_LINES,
        Look::Pairs => "Pairs of parties",
        Look::Sets => "Clash sets",
        Look::WaysOut => "What would have to give",
    }
}

/// The accessible name of a cell: "Russia and Ukraine: 12 pairs of statements that no plan can meet together. Enter to
/// read."
#[must_use]
pub(crate) fn pair_name(
    dossier: &Dossier,
    (row, column): (PartyIx, PartyIx),
    ((n_terms, of), n): ((usize, usize), usize),
    n_asked: &[usize],
    on_plan: bool,
) -> String {
    let who = parties(dossier, row, column);
    let mut silent: Vec<PartyIx> = [row, column].into_iter().filter(|party| n_asked[party.get()] == 0).collect();
    silent.dedup();
    let what = match (silent.as_slice(), n) {
        ([], 0) => "no two statements exclude each other".to_owned(),
        ([], n) => {
            format!("they clash on {n_terms} of {}; {}", count(of, "term", "terms"), clashes::pairs(n, on_plan))
        }
        (silent, _) => {
            format!(
                "{} said nothing that is looked at here. That is not consent",
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
pub(crate) fn set_name(dossier: &Dossier, set: &[Member], (place, of): (usize, usize), style: DateStyle) -> String {
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
pub(crate) fn member_name(dossier: &Dossier, member: Member, style: DateStyle) -> String {
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
