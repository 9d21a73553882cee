//! The words about files out of which a case is made: what would come of one, before anything does.

use super::{DateStyle, count, date};
use crate::{
    app::case::{BroughtCase, CellMessage, Found, Goal, Incoming},
    domain::{ChangeKind, FieldChange, RecordChange},
};

/// The command.
pub const COMMAND: &str = "New case from a workbook…";
/// The command that writes one.
pub(crate) const SAVE_WORKBOOK: &str = "Save as workbook…";
/// The command that writes a case for somebody else.
pub(crate) const SHARE: &str = "Share case…";
/// Title where a workbook is chosen.
pub(crate) const CHOOSE: &str = "Read a workbook (.xlsx, .ods, .csv) or a case as .json";
/// Title where one is written.
pub(crate) const SAVE_WORKBOOK_TITLE: &str = "Save the case as a workbook (.xlsx)";
/// Title where a case is written for somebody else.
pub(crate) const SHARE_TITLE: &str = "Share the case: all of it and its plans in one file (.ron)";
/// Over the window while one is dragged there.
pub const DROP: &str = "Drop to see what would come of it";
/// Below what cannot be read.
pub const UNTOUCHED: &str = "The open case is as it was.";
/// Chooses another file.
pub(crate) const ANOTHER: &str = "Choose another file…";
/// Reads it once more.
pub const READ_AGAIN: &str = "Read the file again";
/// Does what is shown, with the open case.
pub const TAKE_OVER: &str = "Take over";
/// Does what is shown, as a new case.
pub const MAKE: &str = "Make the case";
/// Keeps a case that somebody has shared.
pub(crate) const KEEP: &str = "Keep it among my cases";
/// Opens it without keeping it.
pub(crate) const LOOK: &str = "Only look at it";
/// What a new case is.
pub const NEW_CASE: &str = "A new case in your own folder";
/// While the open case is not sound.
pub(crate) const NOT_SOUND: &str =
    "The open case has problems: while they stand it cannot be brought up to date, see its page Problems.";
/// Nothing would be another.
pub const NOTHING: &str = "It says what the open case says already: nothing would be changed.";
/// A list of sources without a case to put them in.
pub(crate) const SOURCES_NEED_A_CASE: &str =
    "This is a list of sources. Open a case of your own first, or make this one yours: then it gets them.";
/// A case whose text is not at hand.
pub(crate) const NOT_SHARED: &str = "The text of this case is not at hand. Make it yours first, then share it";
/// What the file says could not be put into the text of the case.
pub(crate) const NOT_MERGED: &str = "What the file says cannot be put into the text of the open case field by field.";
/// What to do then.
pub(crate) const NOT_MERGED_HINT: &str =
    "Make a new case of it, or leave the rows in the order in which the case has them.";
/// All of it is one step.
pub(crate) const ONE_STEP: &str =
    "All of it is one step that can be undone. It is saved by Ctrl+S. Comments in the case's file stay.";
/// Heading over what an author should look at.
pub(crate) const WORTH_A_LOOK: &str = "Worth a look";
/// Heading over what was published.
pub(crate) const EVIDENCE: &str = "Changed in what was published";
/// Heading over parties and what is on file of each.
pub const ON_FILE: &str = "On file";
/// Heading over who made a case.
pub(crate) const MADE_BY: &str = "Who made it";
/// Nothing was found.
pub(crate) const NO_FINDINGS: &str = "Nothing was found that its author should look at.";
/// Nobody is named.
const NOBODY: &str = "Nobody is named as its author.";

/// What the page is called.
#[must_use]
pub fn title(incoming: &Incoming) -> &'static str {
    match &incoming.found {
        Found::Read(brought) if brought.is_shared => "A case that was shared",
        _ => "What the file holds",
    }
}

/// The name of the file.
#[must_use]
pub fn name(incoming: &Incoming) -> String {
    incoming.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// While it is read.
#[must_use]
pub fn reading(name: &str) -> String {
    format!("Reading \"{name}\"…")
}

/// It cannot be read.
#[must_use]
pub fn refused(name: &str) -> String {
    format!("\"{name}\" cannot be taken over.")
}

/// "Town pool: 3 parties, 4 terms, 6 plans".
#[must_use]
pub fn summary(case: &BroughtCase, n_plans: usize) -> String {
    let statements = case.coverage.iter().map(|(_, statements, _)| statements).sum();
    let mut parts = vec![
        count(case.coverage.len(), "party", "parties"),
        count(case.n_terms, "term", "terms"),
        count(statements, "statement", "statements"),
    ];
    parts.extend((n_plans > 0).then(|| count(n_plans, "plan", "plans")));
    let invented = if case.fictional { " Invented for practice." } else { "" };
    format!("{}: {}.{invented}", case.title, parts.join(", "))
}

/// The choice that brings the open case up to date.
#[must_use]
pub fn update(title: &str) -> String {
    format!("A newer state of the case that is open: {title}")
}

/// What keeps it from being taken over.
#[must_use]
pub fn errors(n: usize) -> String {
    if n == 1 {
        return "Nothing is taken over until the error is gone.".to_owned();
    }
    format!("Nothing is taken over until the {n} errors are gone.")
}

/// Heading over what is told.
#[must_use]
pub fn warnings(n: usize) -> String {
    format!("Told on the way ({n})")
}

/// "positions F17: "redline" is not known. Known are: …"
#[must_use]
pub fn message(message: &CellMessage) -> String {
    let place = if message.place.is_empty() { String::new() } else { format!("{}: ", message.place) };
    let stop = if message.message.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{place}{}{stop} {}", message.message, message.hint).trim_end().to_owned()
}

/// Heading over changes of a kind.
#[must_use]
pub fn changes(kind: ChangeKind, n: usize) -> String {
    let name = match kind {
        ChangeKind::New => "New",
        ChangeKind::Changed => "Changed",
        ChangeKind::Gone => "Gone",
        ChangeKind::Moved => "In another order",
    };
    format!("{name} ({n})")
}

/// Heading over what was published and is changed.
#[must_use]
pub fn evidence(n: usize) -> String {
    format!("{EVIDENCE} ({n})")
}

/// What one record of a sheet is called.
fn one(list: &str) -> &str {
    match list {
        "about" => "about the case",
        "parties" => "party",
        "terms" => "term",
        "values" => "value",
        "statements" => "statement",
        "positions" => "position",
        "rules" => "rule",
        "sources" => "source",
        "context" => "fact",
        other => other,
    }
}

/// "statement pool-01, "The pool costs too much"".
#[must_use]
pub fn change(change: &RecordChange) -> String {
    let RecordChange { list, id, name, kind, .. } = change;
    if *kind == ChangeKind::Moved {
        return (*list).to_owned();
    }
    let separator = if *list == "about" { ": " } else { " " };
    let name = if name.is_empty() || name == id { String::new() } else { format!(", \"{name}\"") };
    format!("{}{separator}{id}{name}", one(list))
}

/// "speaker: "Ann" becomes "Bo"".
#[must_use]
pub fn field(field: &FieldChange) -> String {
    let FieldChange { column, before, after } = field;
    match (before.is_empty(), after.is_empty()) {
        (true, _) => format!("{column}: now \"{after}\""),
        (_, true) => format!("{column}: no longer \"{before}\""),
        _ => format!("{column}: \"{before}\" becomes \"{after}\""),
    }
}

/// More than are shown.
#[must_use]
pub fn more(n: usize) -> String {
    format!("and {n} more")
}

/// The switch that takes records away.
#[must_use]
pub fn also_remove(n: usize) -> String {
    let has = if n == 1 { "that the file does not have" } else { "which the file does not have" };
    format!("Also remove {} {has}", count(n, "record", "records"))
}

/// A published statement would be changed.
#[must_use]
pub fn raised(version: u32) -> String {
    format!("A published statement is changed: the case becomes version {version}.")
}

/// Who made a case, when, and what it is for.
#[must_use]
pub(crate) fn made_by(case: &BroughtCase, style: DateStyle) -> Vec<String> {
    let author = if case.author.is_empty() { NOBODY.to_owned() } else { case.author.clone() };
    let updated = case.updated.map(|day| format!(", updated {}", date(day, style))).unwrap_or_default();
    let mut lines = vec![author, format!("Version {}{updated}.", case.version)];
    let named = [("Licence", &case.licence), ("Purpose", &case.purpose), ("Not verified", &case.not_verified)];
    lines.extend(named.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| format!("{name}: {text}")));
    lines
}

/// "Town council: 2 statements, 3 positions".
#[must_use]
pub fn coverage((party, statements, positions): &(String, usize, usize)) -> String {
    let statements = count(*statements, "statement", "statements");
    format!("{party}: {statements}, {}", count(*positions, "position", "positions"))
}

/// The button that does it.
#[must_use]
pub(crate) fn done_by(goal: Goal, is_shared: bool) -> &'static str {
    match goal {
        Goal::Update => TAKE_OVER,
        Goal::NewCase if is_shared => KEEP,
        Goal::NewCase => MAKE,
    }
}

/// Why a case is not written as a workbook or for somebody else.
#[must_use]
pub(crate) fn not_written(n: usize) -> String {
    format!("{} of the case must be put right first, see the page Problems", count(n, "problem", "problems"))
}
