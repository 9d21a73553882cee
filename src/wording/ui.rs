//! The words of the window: labels, hints, tool tips.

mod commands;
pub mod parties;
mod told;
mod why;

use crate::{
    app::{MarkColours, PartyOrder, ThemeChoice},
    domain::{Dossier, Party, Role, Scenario, Term},
};

use super::{DateStyle, count, date};

pub use commands::{TABLE_KEYS, command, label, menu, redo, shortcut, undo};
pub(crate) use commands::{step_sentence, tab_tip};
pub use told::{NOTHING_TO_REVEAL_SHORT, told};
pub(crate) use told::{leads_back_short, question_is_open};
pub use why::*;

/// Name of the program.
pub const PROGRAM: &str = "Peace Plan Explorer";
/// Head of the first column.
pub const TERM: &str = "Term";
/// Head of the second column.
pub(crate) const THIS_PLAN_SAYS: &str = "This plan says";
/// Foot of the table.
pub(crate) const CONTRADICTED_OF: &str = "Contradicted, of terms in the plan";
/// Foot of the table.
pub const SILENT_OF: &str = "No stated position (not consent)";
/// The value that takes a term out of the plan.
pub(crate) const NOT_IN_PLAN: &str = "Not in the plan";
/// The same where there is little room.
pub(crate) const NOT_IN_PLAN_SHORT: &str = "Not in plan";
/// In the legend, beside a grey mark.
pub const UNCOUNTED_LEGEND: &str = "not counted";
/// Name of the list of tabs, where they have no room side by side.
pub const TABS: &str = "Tabs";
/// Name of the whole table.
pub const TABLE: &str = "Terms of the plan and parties";
/// First hint; the question of the first term follows the pointer to its control.
pub const HINT_CHOOSE: &str = "Start here: choose what your plan says. Each row shows whose statements it contradicts.";
/// Second hint.
pub const HINT_CELL: &str = "Click a cell to read the statement behind it.";
/// Button that copies an address.
pub(crate) const COPY_ADDRESS: &str = "Copy address";
/// Button that opens an address.
pub(crate) const OPEN_BROWSER: &str = "Open in browser";
/// Label over an address.
pub(crate) const FULL_ADDRESS: &str = "Full address";
/// Beside an address.
pub(crate) const NEVER_ONLINE: &str = "This app itself never goes online. Your browser opens the page.";
/// Closes a dialog or a notice.
pub const CLOSE: &str = "Close";
/// Leaves things as they are.
pub const CANCEL: &str = "Cancel";
/// Button that takes work of an earlier session as it is.
pub(crate) const KEEP: &str = "Keep";
/// Button that throws work of an earlier session away.
pub(crate) const DISCARD: &str = "Discard";
/// Button that opens another file.
pub(crate) const OPEN_ANOTHER: &str = "Open another file";
/// Button that saves somewhere else.
pub const SAVE_ELSEWHERE: &str = "Save somewhere else";
/// Button of the file dialog.
pub const OPEN: &str = "Open";
/// Button of the file dialog.
pub const SAVE: &str = "Save";
/// Button of the file dialog that goes up one folder.
pub(crate) const PARENT_FOLDER: &str = "Up one folder";
/// Label of the file name.
pub const FILE_NAME: &str = "File name or full path";
/// A file or folder whose name cannot be read, by its place in the list, counted from 0.
#[must_use]
pub(crate) fn nth_name(place: usize) -> String {
    format!("line {}", place + 1)
}

/// In an empty folder.
#[must_use]
pub(crate) fn empty_folder(endings: &[&str]) -> String {
    let endings: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
    format!("No folders and no {} files here.", super::or(&endings))
}
/// Tool tip of the dossier's name.
pub(crate) const BROWSER: &str = "Other cases and plans";
/// At the head of a long list.
pub(crate) const TYPE_TO_FIND: &str = "Type to find";
/// A plan that says nothing yet.
pub const EMPTY_PLAN: &str = "Empty plan";
/// Badge of an invented case.
pub(crate) const FICTIONAL: &str = "invented for practice";
/// Badge of a dossier from the user's own folder.
pub(crate) const OWN: &str = "your own folder";
/// Title of the settings.
pub(crate) const SETTINGS: &str = "Settings";
/// Title of the help page.
pub(crate) const HELP: &str = "Keys and help";
/// Title of the notes.
pub const NOTES: &str = "About this plan";
/// Label of the title.
pub const TITLE: &str = "Title";
/// Label of the notes.
pub(crate) const NOTES_FIELD: &str = "Notes";
/// Where files may be dropped.
pub const DROP_TO_OPEN: &str = "Drop to open";
/// Where two files may be dropped.
pub const DROP_BOTH: &str = "Drop to compare the two: one opens as plan A, the other as plan B";
/// Heading of a file that was changed by someone else.
pub(crate) const CHANGED_ON_DISK: &str = "This file was changed by someone else since you opened it.";
/// Says what happens in that case.
pub const CHANGED_ON_DISK_MORE: &str = "It has not been touched. Your work is still here.";
/// Button for that case.
pub const OVERWRITE: &str = "Replace it (the old file is kept as .bak)";
/// Heading when closing would drop unsaved work.
pub(crate) const CLOSE_UNSAVED: &str = "There is work that is not saved, and it cannot be kept as a draft on this PC.";
/// Button for that case.
pub(crate) const CLOSE_ANYWAY: &str = "Close without saving";
/// Resets all settings.
pub(crate) const RESET_ALL: &str = "Reset all";
/// Label of the date control.
pub const AS_OF: &str = "As of";
/// The menu of channels.
pub const COUNTING: &str = "What counts";
/// Explains the menu of channels.
pub(crate) const COUNTING_NOTE: &str = "Which statements count for the marks? Choose by how they became known. What is switched off \
     stays on file and is shown grey, but it marks nothing.";
/// Switch for statements that could not be verified.
pub(crate) const UNVERIFIED: &str = "Not verified, or without a source";
/// Where the dossier's own account begins.
pub const ABOUT: &str = "How this case was made";
/// Heading of the coverage list.
pub(crate) const COVERAGE: &str = "Statements on file";
/// Under the coverage list.
pub(crate) const COVERAGE_NOTE: &str =
    "A party with more statements on file shows more marks. That says something about the file.";
/// Heading over the counting rule.
pub(crate) const COUNTING_RULE: &str = "How marks are counted";
/// The counting rule.
pub(crate) const COUNTING_RULE_TEXT: &str = "Each place in the table is counted once, by the firmest words that the plan goes \
     against. What is compared with the plan is a position: what this case reads from one or more statements. It stands \
     beside them as \"Met if\". Nothing is predicted, and nothing is added up into a verdict on a plan or a party. A dash \
     means that nothing is on file; it never counts as agreement.";

/// Title of the window: the plan, its file, and the program.
#[must_use]
pub(crate) fn window_title(plan: &str, file: Option<&str>, star: &str) -> String {
    let file = file.map_or_else(String::new, |file| format!(" ({file})"));
    format!("{plan}{star}{file} \u{2013} {PROGRAM}")
}

/// Caption over a group of columns.
#[must_use]
pub(crate) fn role_caption(role: Role) -> &'static str {
    match role {
        Role::MustAccept => "must accept",
        Role::Affected => "affected",
        Role::Outside => "outside",
    }
}

/// What such a group of parties is.
#[must_use]
pub(crate) fn role_tip(role: Role) -> &'static str {
    match role {
        Role::MustAccept => "Must accept: without a yes from each of them there is no agreement",
        Role::Affected => "Affected: it concerns them, but it could be agreed without them",
        Role::Outside => "Outside: they have a say in public, and no part in the agreement",
    }
}

/// Name of a theme.
#[must_use]
pub fn theme(theme: ThemeChoice) -> &'static str {
    match theme {
        ThemeChoice::System => "As the system",
        ThemeChoice::Light => "Light",
        ThemeChoice::Dark => "Dark",
        ThemeChoice::Projector => "Projector",
    }
}

/// Name of a way to colour marks.
#[must_use]
pub(crate) fn mark_colours(marks: MarkColours) -> &'static str {
    match marks {
        MarkColours::OrangeBlue => "Orange to blue",
        MarkColours::Grey => "Grey, hatched",
        MarkColours::HighContrast => "High contrast",
    }
}

/// Name of an order of columns.
#[must_use]
pub fn party_order(order: PartyOrder) -> &'static str {
    match order {
        PartyOrder::Alphabetical => "A to Z",
        PartyOrder::Dossier => "As in the case",
        PartyOrder::Shuffled => "Shuffled",
    }
}

/// "In the plan: 3 of 15 terms".
#[must_use]
pub fn in_plan(n: usize, of: usize) -> String {
    format!("In the plan: {n} of {of} terms")
}

/// "Statements on file: 118".
#[must_use]
pub(crate) fn statements_on_file(n: usize) -> String {
    format!("Statements on file: {n}")
}

/// "would change: RU, UA", or that nothing would.
#[must_use]
pub(crate) fn would_change(term: &str, value: &str, parties: &str) -> String {
    if parties.is_empty() {
        format!("{term}, {value}: no mark would change")
    } else {
        format!("{term}, {value}: would change {parties}")
    }
}

/// The change line while a class is asked for what it does not see yet.
pub(crate) const SECRET: &str = "The marks are shown once the tiles are turned";
/// Name of the list of recent files.
pub(crate) const RECENT: &str = "Open recent";
/// The plan differs from its file.
pub(crate) const UNSAVED: &str = "Not saved yet";
/// The plan is as in its file.
pub(crate) const SAVED: &str = "Nothing to save";

/// Tool tip of the date: what the dossier covers.
#[must_use]
pub(crate) fn as_of_tip(dossier: &Dossier, style: DateStyle) -> String {
    let (first, last) = dossier.covers;
    format!(
        "What had been said by this day, and was not taken back or replaced, counts. This case covers {} to {}. Choose a day \
         on which somebody spoke.",
        date(first, style),
        date(last, style)
    )
}

/// Which texts have letters that cannot be shown.
#[must_use]
pub(crate) fn lacks_letters(texts: &[String]) -> String {
    format!("{} Hand-outs as HTML show them.", names_lack_letters(texts))
}

/// The same of names that no hand-out has.
#[must_use]
pub(crate) fn names_lack_letters(names: &[String]) -> String {
    let named: Vec<&str> = names.iter().take(3).map(String::as_str).collect();
    let more = if names.len() > 3 { format!(" and {} more", names.len() - 3) } else { String::new() };
    format!(
        "Some letters are in no font of this computer, or run from right to left, which this window cannot do: {}{more}.",
        named.join(", ")
    )
}

/// Under a field that holds as much as it can.
#[must_use]
pub fn full(limit: usize) -> String {
    format!("{limit} letters are the most that is kept here: what goes beyond is left out.")
}

/// A dated event in a list: "13 Jan 2025, 2 statements".
#[must_use]
pub fn event(day: String, n_statements: usize) -> String {
    if n_statements == 0 { day } else { format!("{day}, {}", count(n_statements, "statement", "statements")) }
}

/// The change line before anything was changed.
#[must_use]
pub(crate) fn opening_sentence(dossier: &Dossier) -> String {
    format!("{}: an empty plan", dossier.title)
}

/// The change line after a scenario was opened. The day goes along with the plan: that is said.
#[must_use]
pub(crate) fn opened_sentence(dossier: &Dossier, scenario: &Scenario, style: DateStyle) -> String {
    let title = super::plan_name(scenario);
    let (n, of, day) = (scenario.plan.n_set(), dossier.terms.len(), date(scenario.as_of, style));
    format!("{title}: {n} of {of} terms in the plan, shown as of {day}")
}

/// Name of a row header: the term and its question.
#[must_use]
pub(crate) fn term_name(term: &Term) -> String {
    format!("{}. {} Enter to read about it", term.name, term.question)
}

/// The place in the table and its size, as it is told on the way into it; counted from 1.
#[must_use]
pub(crate) fn place_in_table((row, rows): (usize, usize), (column, columns): (usize, usize)) -> String {
    format!("{TABLE}. Row {row} of {rows}, column {column} of {columns}")
}

/// Name of a column header.
#[must_use]
pub fn party_name(party: &Party) -> String {
    format!("{}, {}. {}", party.code, party.name, party.body)
}

/// Tool tip of a column header.
#[must_use]
pub(crate) fn party_tip(party: &Party, tally: &str) -> String {
    let mut lines = vec![party.name.clone(), party.body.clone()];
    if !party.note.is_empty() {
        lines.push(party.note.clone());
    }
    lines.push(format!("This plan {tally}"));
    lines.join("\n")
}

/// Tool tip of a value that had not been put forward on the as-of date.
#[must_use]
pub(crate) fn not_put_forward(since: &str) -> String {
    format!("Not yet put forward on this day; first put forward on {since}")
}

/// Name of the button that steps a value down.
pub(crate) const PREVIOUS_VALUE: &str = "previous value";
/// Name of the button that steps a value up.
pub(crate) const NEXT_VALUE: &str = "next value";
/// Name of the field that opens a list of values.
pub(crate) const ALL_VALUES: &str = "all values";

/// Place in a list: "2 of 4".
#[must_use]
pub fn place(place: usize, of: usize) -> String {
    format!("{place} of {of}")
}

/// First and last value: "0 to 30".
#[must_use]
pub fn range(first: &str, last: &str) -> String {
    format!("{first} to {last}")
}

/// In a list in which nothing is left.
#[must_use]
pub fn nothing_begins_with(typed: &str) -> String {
    format!("Nothing here has \"{typed}\" in its name.")
}
