//! The words of the dialogs.

use crate::{
    app::{Dialog, FileGoal, PlaceKind, SaveForm},
    domain::Dossier,
};

use super::{DateStyle, case, count, date, incoming, ui as words};

/// Heading over the keys of presenter mode.
pub(crate) const PRESENTING: &str = "While presenting";
/// Heading over the marks on the help page.
pub(crate) const MARKS: &str = "Marks";
/// Heading over the keys of the table.
pub const IN_THE_TABLE: &str = "In the table";
/// Heading over the keys of commands.
pub(crate) const COMMANDS: &str = "Everywhere";
/// Heading over text sizes.
pub(crate) const TEXT_SIZE: &str = "Text size";
/// Heading over the screens to present on.
pub(crate) const PRESENT_ON: &str = "Screen to present on";
/// Heading over themes.
pub(crate) const THEME: &str = "Theme";
/// Heading over the colours of marks.
pub(crate) const MARK_COLOURS: &str = "Colours of the marks";
/// Button beside the shuffled order.
pub(crate) const SHUFFLE: &str = "Shuffle again";
/// Heading over date formats.
pub(crate) const DATES: &str = "Dates";
/// Heading over orders of columns.
pub(crate) const PARTY_ORDER: &str = "Order of parties inside each group";
/// Heading over the languages.
pub(crate) const LANGUAGE: &str = "Language";
/// Under that heading while there is one.
pub(crate) const LANGUAGE_NOTE: &str = "English. The program speaks no other language yet; a case may be in any.";
/// Button.
pub(crate) const HINTS_AGAIN: &str = "Show the hints of the first minute again";
/// Heading over switches.
pub(crate) const ALSO: &str = "Also";
/// Switch for the counts.
pub(crate) const SHOW_COUNTS: &str = "Counts at the foot of the table and in the bottom line";
/// Switch for single keys.
pub(crate) const SINGLE_KEYS: &str = "Single letters and digits act as shortcuts";
/// Switch for remotes that send arrows.
pub(crate) const ARROWS_REVEAL: &str =
    "While presenting, left and right arrows hide and reveal (for remotes that send arrows)";
/// Switch for movement.
pub(crate) const REDUCE_MOTION: &str = "No movement on the screen";
/// Where settings go.
pub(crate) const SETTINGS_KEPT: &str = "Settings are kept on this PC. No account, no telemetry, no update check.";
/// Heading in the About page.
pub(crate) const READ_IN_FULL: &str = "Read in full";
/// Heading in the About page.
pub(crate) const READ_IN_PART: &str = "Read in part";
/// Heading in the About page.
pub(crate) const WAS_NOT_VERIFIED: &str = "Not verified";
/// Heading in the About page.
pub(crate) const LEFT_OUT: &str = "Left out";
/// Heading in the About page.
pub(crate) const THIS_PROGRAM: &str = "This program";

/// Title where everything is searched.
pub(crate) const FIND: &str = "Find";
/// Title where only commands are searched.
pub(crate) const FIND_COMMANDS: &str = "Commands and settings";

/// What a dialog is called.
#[must_use]
pub fn title(dialog: &Dialog) -> &str {
    match dialog {
        Dialog::Start(_) => super::start_page::START,
        Dialog::Plan => super::plan_card::ABOUT_PLAN,
        Dialog::Marks => super::legend::WHAT_MARKS_MEAN,
        Dialog::News => super::news::NEWS,
        Dialog::Incoming(incoming) => incoming::title(incoming),
        Dialog::File(file) => file_title(file.goal),
        Dialog::Finder(finder) if finder.commands_only => FIND_COMMANDS,
        Dialog::Finder(_) => FIND,
        Dialog::HandOuts => super::hand_out_dialog::TITLE,
        Dialog::Help => words::HELP,
        Dialog::Settings => words::SETTINGS,
        Dialog::About => words::ABOUT,
        Dialog::RedLines => super::how_read::RED_LINES,
        Dialog::Notes => words::NOTES,
        Dialog::Walk => super::presenter::WALK,
        Dialog::Link { .. } => words::FULL_ADDRESS,
        Dialog::Excerpt(excerpt) => &excerpt.file,
        Dialog::Drafts => super::drafts::DRAFTS,
        Dialog::ChangedOnDisk(_) => words::CHANGED_ON_DISK,
        Dialog::NameTaken { .. } => NAME_TAKEN,
        Dialog::NewCase(_) => case::NEW_CASE,
        Dialog::CaseChanged { .. } => case::FILE_CHANGED,
        Dialog::CloseUnsaved => words::CLOSE_UNSAVED,
    }
}

/// What the question about a name that is taken is called.
const NAME_TAKEN: &str = "The name is taken";

/// Title of the file dialog.
#[must_use]
pub(crate) fn file_title(goal: FileGoal) -> &'static str {
    match goal {
        FileGoal::Open => "Open a plan or a case",
        FileGoal::Compare => "Open a second plan to compare",
        FileGoal::Bring => incoming::CHOOSE,
        FileGoal::Save(SaveForm::Workbook) => incoming::SAVE_WORKBOOK_TITLE,
        FileGoal::Save(SaveForm::Shared) => incoming::SHARE_TITLE,
        FileGoal::Save(SaveForm::Plan) => "Save the plan",
        FileGoal::Save(SaveForm::SelfContained) => "Save the plan with the case inside",
        FileGoal::Save(SaveForm::Case) => case::SAVE_CASE,
        FileGoal::Save(SaveForm::AnswerSheet) => "Save the answer sheet (.txt or .csv)",
    }
}

/// Label of the title that a plan gets when it is saved.
pub const PLAN_TITLE: &str = "Title of the plan";
/// In that field while it is empty.
pub(crate) const PLAN_TITLE_HINT: &str = "What the class will know it by; the file is named after it";
/// Button that makes a folder in the one that is shown.
pub const NEW_FOLDER: &str = "New folder";
/// Label of its name.
pub const NEW_FOLDER_NAME: &str = "Name of the new folder";
/// Button that makes it.
pub const MAKE_FOLDER: &str = "Make it";
/// On a wall, where files are not named.
pub(crate) const NO_FOLDERS: &str = "There are no folders in this one. Files are not named while presenting.";
/// On a wall, where paths are not named.
pub(crate) const NOT_THERE: &str = "That does not work there. Choose another folder.";

/// A folder that is one click away.
#[must_use]
pub fn place(kind: &PlaceKind) -> &str {
    match kind {
        PlaceKind::Documents => "Documents",
        PlaceKind::Desktop => "Desktop",
        PlaceKind::Home => "Home",
        PlaceKind::OwnDossiers => "My cases",
        PlaceKind::Volume(name) => name,
    }
}

/// How a date is written, by example.
#[must_use]
pub(crate) fn date_format(iso: bool) -> &'static str {
    if iso { "2025-01-13" } else { "13 Jan 2025" }
}

/// A search without a result.
#[must_use]
pub(crate) fn no_search_hit(text: &str) -> String {
    format!("Nothing found for \"{text}\". Searched titles, authors and origins of cases and plans.")
}

/// Version, fingerprint, day, author and licence of a dossier.
#[must_use]
pub(crate) fn dossier_line(dossier: &Dossier, fingerprint: &str, style: DateStyle) -> String {
    let mut parts = vec![format!("{}, version {}, fingerprint {fingerprint}", dossier.id, dossier.version)];
    parts.extend(dossier.about.updated.map(|day| format!("updated {}", date(day, style))));
    parts.push(dossier.about.author.clone());
    parts.push(dossier.about.licence.clone());
    parts.retain(|part| !part.is_empty());
    parts.join(" \u{b7} ")
}

/// What is on file from a party.
#[must_use]
pub fn coverage(statements: usize, positions: usize) -> String {
    format!("{}, {}", count(statements, "statement", "statements"), count(positions, "position", "positions"))
}

/// The program's version and what it does not do.
#[must_use]
pub(crate) fn program_line(version: &str) -> String {
    format!("Peace Plan Explorer {version}. It opens no network connection and sends nothing anywhere.")
}
