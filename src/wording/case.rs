//! What is said where a case of one's own is made and edited.

pub mod cli;
mod fields;
mod forms;
mod problems;
mod rows;

pub use fields::{because, field, help, name, pages};
pub(crate) use forms::{FORM_KEYS, IN_THE_FORMS, QUOTE, QUOTE_LANGUAGE, in_the_plan, last_day, with_this_plan};
pub use forms::{
    comparison, demand_name, first_day, joint, kind_of_values, number, part_name, reading, unit, value_field,
};
pub(crate) use problems::at_field;
pub use problems::{Told, finding, problem};
pub use rows::{is_found, row};

use super::count;
use crate::app::case::{At, CaseChange, CaseStep, Page, Use};

/// Name of the tab.
pub const CASE: &str = "Case";
/// What the tab is for.
pub(crate) const TAB_TIP: &str = "Parties, terms, statements and how they are read: make and change a case of your own";
/// The command.
pub(crate) const NEW_CASE_COMMAND: &str = "New case…";
/// Title of its dialog.
pub const NEW_CASE: &str = "New case";
/// Label of its title.
pub const TITLE: &str = "Title of the case";
/// What it begins with.
pub(crate) const BEGINS_WITH: &str = "It begins with";
/// The template.
pub(crate) const TEMPLATE: &str = "Three parties and four terms to write over, with explanations";
/// As little as can be.
pub const EMPTY: &str = "One party and one term";
/// Makes it.
pub const MAKE: &str = "Make the case";
/// Where it is kept.
pub(crate) const KEPT: &str = "It is kept in your own folder and shows on the start page, on top. What you change is saved by Ctrl+S; \
                        until then it is a draft.";
/// Title of the question about a file that was changed here and elsewhere.
pub(crate) const FILE_CHANGED: &str = "The file of the case was changed by another program";
/// What the two answers do.
pub(crate) const FILE_CHANGED_MORE: &str =
    "You have changed the case here, too. Taking the file can be undone: that brings back what you have written.";
/// Takes what the file holds.
pub const TAKE_FILE: &str = "Take the file";
/// Keeps what is here.
pub(crate) const KEEP_MINE: &str = "Go on with mine";
/// Title where a case is saved.
pub(crate) const SAVE_CASE: &str = "Save the case";
/// Label of the search field over a list.
pub const SEARCH: &str = "Search this list";
/// While nothing is in a list.
pub(crate) const NOTHING_YET: &str = "Nothing here yet.";
/// A case that is not one's own.
pub(crate) const NOT_YOURS: &str = "Here a case is changed: its parties, terms and statements";
/// What is to be done.
pub(crate) const NOT_YOURS_MORE: &str = "This case comes with the program, or lies inside a plan, and stays as it is. \"Make this case mine\" \
                                  makes a copy in which you can change everything: parties, terms, statements, sources and \
                                  plans. The plan that is open goes along.";
/// Where the system has no place for a case.
pub(crate) const NO_FOLDER: &str = "This system has no folder for cases of your own";
/// Makes a copy.
pub const MAKE_MINE: &str = "Make this case mine";
/// Removes a record.
pub const REMOVE: &str = "Remove";
/// Moves a record up.
pub const UP: &str = "Move up";
/// Moves a record down.
pub const DOWN: &str = "Move down";
/// Shows a record as text.
pub const AS_TEXT: &str = "As text";
/// What stands over the text of a record.
pub const AS_TEXT_NOTE: &str =
    "The record as it stands in the file. Comments and fields without a form stay as they are.";
/// Adds a party.
pub const ADD_PARTY: &str = "Add a party";
/// Adds a term; the kind of its values is picked.
pub const ADD_TERM: &str = "Add a term…";
/// Adds a statement; a party is picked.
pub const ADD_STATEMENT: &str = "Add a statement of…";
/// Adds a position; a statement is picked.
pub(crate) const ADD_POSITION: &str = "Add a position that reads…";
/// Adds a rule.
pub(crate) const ADD_RULE: &str = "Add a rule";
/// Adds a source.
pub const ADD_SOURCE: &str = "Add a source";
/// Adds a value to a term.
pub const ADD_VALUE: &str = "Add a value";
/// Adds a part to a demand.
pub(crate) const ADD_PART: &str = "Add a part";
/// Adds what is not there to a list.
pub(crate) const ADD: &str = "Add…";
/// A new source in a list of sources.
pub const NEW_SOURCE: &str = "A new source";
/// What is read from a statement.
pub(crate) const READ_AS: &str = "How it is read";
/// Nothing is read from it yet.
pub(crate) const NOT_READ: &str = "Choose the term that it speaks about. One statement may be read on several.";
/// Label of the term about which a statement is read.
pub const READ_ON: &str = "It speaks about";
/// Under a field that must not be empty.
pub const STILL_OPEN: &str = "Still to be filled in";
/// Nothing is chosen.
pub const NONE: &str = "not said";
/// A choice that must be made.
pub(crate) const CHOOSE: &str = "choose";
/// Nothing is wrong.
pub(crate) const SOUND: &str = "Nothing is wrong with the case.";
/// Something is.
pub(crate) const NOT_SOUND: &str = "The table shows the case as it was before these:";
/// The key that adds a record.
pub(crate) const ADD_KEY: &str = "Ctrl+Enter";
/// What the button for another statement of the same keeps.
pub(crate) const ADD_ALIKE_TIP: &str =
    "Ctrl+Shift+Enter. Keeps party, speaker, office, day and sources of the one that is shown";
/// Says nothing yet.
const NEW: &str = "new";
/// A dash on the table.
pub const ADD_FROM_CELL: &str = "Add a statement…";

/// "The case is version 3 now".
#[must_use]
pub(crate) fn version_raised(version: u32) -> String {
    format!("A published statement was changed: the case is version {version} now")
}

/// "A copy of Belfast, 1998".
#[must_use]
pub(crate) fn copy_of(title: &str) -> String {
    format!("A copy of {title}")
}

/// "Problems (3)".
#[must_use]
pub fn page(page: Page, n: usize) -> String {
    let name = pages(page);
    if n == 0 { name.to_owned() } else { format!("{name} ({n})") }
}

/// "34 of 120".
#[must_use]
pub(crate) fn used_up(n: usize, limit: usize) -> String {
    format!("{n} of {limit}")
}

/// Heading over the lint's findings.
#[must_use]
pub(crate) fn to_look_at(n: usize) -> String {
    format!("Worth a look ({n})")
}

/// Adds another statement of the same speaker and day.
#[must_use]
pub fn add_alike(speaker: &str) -> String {
    format!("Another by {speaker}")
}

/// Opens a position on its own page, where all its fields are.
#[must_use]
pub(crate) fn open_position(id: &str) -> String {
    format!("More fields of this position ({id})")
}

/// A statement of a day on which the case is not open yet.
#[must_use]
pub(crate) fn after_the_case(as_of: &str) -> String {
    format!("The case opens at {as_of}, before this day: the table does not count it there yet.")
}

/// Moves the day at which the case opens.
#[must_use]
pub fn open_at(day: &str) -> String {
    format!("Open the case at {day}")
}

/// "Party 2, Code:".
#[must_use]
pub fn place(list: &str, item: Option<usize>, inner: Option<&str>) -> String {
    let record = item.map_or_else(String::new, |item| format!("{} {}", one(list), item + 1));
    let name = match (item, inner) {
        (_, Some(inner)) => field(list, inner),
        (None, None) => field("case", list),
        (Some(_), None) => "",
    };
    let parts: Vec<&str> = [record.as_str(), name].into_iter().filter(|part| !part.is_empty()).collect();
    let text = parts.join(", ");
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).chain([':']).collect())
}

/// Why a case is not saved.
#[must_use]
pub(crate) fn not_sound(n: usize) -> String {
    format!("{} must be put right first, see the page Problems. The file is as it was", count(n, "problem", "problems"))
}

/// Why a record cannot be taken away.
#[must_use]
pub(crate) fn in_use(uses: &[Use]) -> String {
    let ids: Vec<String> = uses.iter().take(6).map(|by| format!("{} {}", one(by.list), by.id)).collect();
    let more = uses.len().saturating_sub(ids.len());
    let more = if more == 0 { String::new() } else { format!(" and {}", count(more, "other", "others")) };
    format!("Not removed: it is used by {}{more}. Change or remove these first.", ids.join(", "))
}

/// What one record of a list is called.
fn one(list: &str) -> &'static str {
    match list {
        "parties" => "party",
        "terms" => "term",
        "statements" => "statement",
        "positions" => "position",
        "rules" => "rule",
        "sources" => "source",
        _ => "case",
    }
}

/// What a step did, for "Undo: …".
#[must_use]
pub fn step(step: &CaseStep) -> String {
    let record = step.at.top().map_or("case", one);
    let is_value = step.at.top() == Some("terms") && step.at.inner() == Some("values");
    // A number has no values of its own, but a lowest and a highest one.
    let of_all = matches!(step.at.last_field(), Some("values" | "from" | "to" | "step" | "unit"));
    let record = if is_value && !of_all { "value" } else { record };
    let of = |at: &At| at.last_field().map(|name| field(at.top().unwrap_or_default(), name));
    match step.change {
        CaseChange::Typed | CaseChange::Chosen => match of(&step.at) {
            Some(name) if record == "case" => format!("\"{name}\" of the case"),
            Some(name) => format!("\"{name}\" of a {record}"),
            None => format!("text of a {record}"),
        },
        CaseChange::Added => format!("{record} added"),
        CaseChange::Removed => format!("{record} removed"),
        CaseChange::Moved => format!("{record} moved"),
        CaseChange::ReadAgain => "file read again".to_owned(),
        CaseChange::MadeMine => "case made yours".to_owned(),
        CaseChange::TakenOver => "file taken over".to_owned(),
    }
}
