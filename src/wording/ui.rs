//! The words of the window: labels, hints, tool tips.

use crate::{
    analysis::Change,
    app::{Command, Key, Label, Menu, PartyOrder, Shortcut, ThemeChoice},
    domain::{Dossier, Party, Quote, Role, Scenario, Source, Statement, Term},
};

use super::{DateStyle, changed_parties, count, date, value_name};

/// Name of the program.
pub const PROGRAM: &str = "Peace Plan Explorer";
/// Title of a plan that has none yet.
pub const UNTITLED: &str = "My plan";
/// Head of the first column.
pub const TERM: &str = "Term";
/// Head of the second column.
pub const THIS_PLAN_SAYS: &str = "This plan says";
/// Foot of the table.
pub const CONTRADICTED_OF: &str = "Contradicted, of terms in the plan";
/// Title of the panel with the reasons.
pub const WHY: &str = "Why";
/// The value that takes a term out of the plan.
pub const NOT_IN_PLAN: &str = "Not in the plan";
/// Name of the whole table.
pub const TABLE: &str = "Terms of the plan and parties";
/// First hint; the question of the first term follows the pointer to its control.
pub const HINT_CHOOSE: &str = "Start here: choose what your plan says. Each row shows whose statements it contradicts.";
/// Second hint.
pub const HINT_CELL: &str = "Click a cell to read the statement behind it.";
/// Button that copies a citation.
pub const COPY_CITATION: &str = "Copy citation";
/// Button that shows the address of a source.
pub const SHOW_SOURCE: &str = "Source address…";
/// Button that copies an address.
pub const COPY_ADDRESS: &str = "Copy address";
/// Button that opens an address.
pub const OPEN_BROWSER: &str = "Open in browser";
/// Label over an address.
pub const FULL_ADDRESS: &str = "Full address";
/// Beside an address.
pub const NEVER_ONLINE: &str = "This app itself never goes online. Your browser opens the page.";
/// Closes a dialog or a notice.
pub const CLOSE: &str = "Close";
/// Leaves things as they are.
pub const CANCEL: &str = "Cancel";
/// Label of the student's field.
pub const GUESS: &str = "Why might they say this? (our guess)";
/// Says what the student's field is.
pub const GUESS_NOTE: &str = "Your own words, kept in the plan's file. Not part of the dossier.";
/// Heading over statements that are not in force on the as-of date.
pub const OTHER_DAYS: &str = "Earlier and later statements";
/// Heading over positions about other terms that depend on this one.
pub const LINKED: &str = "Also tied to this term";
/// Heading over what is shown greyed.
pub const UNCOUNTED: &str = "Shown, not counted";
/// Heading over the facts beside a term.
pub const CONTEXT: &str = "Context: facts, nobody's position";
/// Heading over the meaning of a term's values.
pub const VALUES: &str = "What each choice means";
/// Heading over the rules that a plan breaks.
pub const RULES_BROKEN: &str = "This plan contradicts itself";
/// Button that takes work of an earlier session as it is.
pub const KEEP: &str = "Keep";
/// Button that throws work of an earlier session away.
pub const DISCARD: &str = "Discard";
/// Button that opens another file.
pub const OPEN_ANOTHER: &str = "Open another file";
/// Button that saves somewhere else.
pub const SAVE_ELSEWHERE: &str = "Save somewhere else";
/// Button of the file dialog.
pub const OPEN: &str = "Open";
/// Button of the file dialog.
pub const SAVE: &str = "Save";
/// Button of the file dialog that goes up one folder.
pub const PARENT_FOLDER: &str = "Up one folder";
/// Label of the file name.
pub const FILE_NAME: &str = "File name or full path";
/// In an empty folder.
pub const EMPTY_FOLDER: &str = "No folders and no .ron files here.";
/// Title of the browser.
pub const BROWSER: &str = "Dossiers and scenarios";
/// Label of a search field.
pub const SEARCH: &str = "Search";
/// A plan that says nothing yet.
pub const EMPTY_PLAN: &str = "Empty plan";
/// Badge of an invented case.
pub const FICTIONAL: &str = "invented for practice";
/// Badge of a dossier from the user's own folder.
pub const OWN: &str = "your own folder";
/// Title of the settings.
pub const SETTINGS: &str = "Settings";
/// Title of the help page.
pub const HELP: &str = "Keys and help";
/// Title of the notes.
pub const NOTES: &str = "About this plan";
/// Label of the title.
pub const TITLE: &str = "Title";
/// Label of the notes.
pub const NOTES_FIELD: &str = "Notes";
/// Where files may be dropped.
pub const DROP_TO_OPEN: &str = "Drop to open";
/// Heading of a file that was changed by someone else.
pub const CHANGED_ON_DISK: &str = "This file was changed by someone else since you opened it.";
/// Says what happens in that case.
pub const CHANGED_ON_DISK_MORE: &str = "It has not been touched. Your plan is still here.";
/// Button for that case.
pub const OVERWRITE: &str = "Replace it (keeps a .bak)";
/// Heading when closing would lose work.
pub const CLOSE_UNSAVED: &str = "Your plan is not saved, and this PC does not allow a recovery copy.";
/// Button for that case.
pub const CLOSE_ANYWAY: &str = "Close without saving";
/// Resets all settings.
pub const RESET_ALL: &str = "Reset all";
/// Label of the date control.
pub const AS_OF: &str = "As of";
/// The menu of channels.
pub const COUNTING: &str = "What counts";
/// Explains the menu of channels.
pub const COUNTING_NOTE: &str = "Statements of the channels switched off are shown greyed and never counted.";
/// Switch for statements that could not be verified.
pub const UNVERIFIED: &str = "Not verified, or without a source";
/// Where the dossier's own account begins.
pub const ABOUT: &str = "How this dossier was made";
/// Heading of the coverage list.
pub const COVERAGE: &str = "Statements on file";
/// Under the coverage list.
pub const COVERAGE_NOTE: &str =
    "A party with more statements on file shows more marks. That says something about the file.";
/// Heading over the counting rule.
pub const COUNTING_RULE: &str = "How cells are counted";
/// The counting rule.
pub const COUNTING_RULE_TEXT: &str = "A cell counts once, by its strongest contradicted statement. Statements are \
     compared with the plan word by word as this dossier reads them; nothing is predicted and nothing is added up into \
     a verdict on a plan or a party. A dash means that nothing is on file. It is never counted as agreement.";

/// Name of a menu.
#[must_use]
pub fn menu(menu: Menu) -> &'static str {
    match menu {
        Menu::File => "File",
        Menu::Edit => "Edit",
        Menu::View => "View",
        Menu::Help => "Help",
    }
}

/// Name of a command, as menus and the help page show it.
#[must_use]
pub fn command(command: Command) -> &'static str {
    match command {
        Command::NewPlan => "New empty plan",
        Command::Browse => "Dossiers and scenarios…",
        Command::Open => "Open file…",
        Command::Save => "Save",
        Command::SaveAs => "Save as…",
        Command::SaveSelfContained => "Save with the dossier inside…",
        Command::Quit => "Close",
        Command::Undo => "Undo",
        Command::Redo => "Redo",
        Command::Clear => "Take all terms out of the plan",
        Command::Notes => "Title and notes…",
        Command::CopyCitation => "Copy citation of the focused cell",
        Command::ToggleWhy => "Why panel",
        Command::PreviousEvent => "Previous dated event",
        Command::NextEvent => "Next dated event",
        Command::DossierDay => "Back to the dossier's day",
        Command::LargerText => "Larger text",
        Command::SmallerText => "Smaller text",
        Command::UsualText => "Usual text size",
        Command::Settings => "Settings…",
        Command::Help => "Keys and help",
        Command::About => "How this dossier was made",
        Command::ShowHints => "Show the hints again",
    }
}

/// A shortcut as it is printed: "Ctrl+Shift+S".
#[must_use]
pub fn shortcut(shortcut: Shortcut) -> String {
    let mut text = String::new();
    if shortcut.ctrl {
        text.push_str(if cfg!(target_os = "macos") { "Cmd+" } else { "Ctrl+" });
    }
    if shortcut.shift {
        text.push_str("Shift+");
    }
    match shortcut.key {
        Key::Letter(letter) => text.push(letter),
        Key::Digit(digit) => text.push_str(&digit.to_string()),
        Key::Left => text.push_str("Left"),
        Key::Right => text.push_str("Right"),
        Key::Plus => text.push('+'),
        Key::Minus => text.push('-'),
        Key::Function(number) => text.push_str(&format!("F{number}")),
        Key::Comma => text.push(','),
    }
    text
}

/// The keys of the table, which are not commands: key and meaning.
pub const TABLE_KEYS: [(&str, &str); 9] = [
    ("Tab, Shift+Tab", "to the next or previous control; the table is one stop"),
    ("Arrows, Home, End", "move in the table"),
    ("Enter", "on a cell: read the statements; on a term: read about it"),
    ("1 to 9", "choose an option of the row"),
    ("0, Delete", "take the term out of the plan"),
    ("+ and -", "next or previous value"),
    ("Alt+Left, Alt+Right", "preview an option; Enter chooses it, Esc does not"),
    ("F6", "Why panel on and off"),
    ("Esc", "close a dialog, drop a preview"),
];

/// What a step did, for "Undo: …" and the change sentence.
#[must_use]
pub fn label(dossier: &Dossier, label: &Label, style: DateStyle) -> String {
    match label {
        Label::Term { term, from, to } => {
            // A label of a step in another dossier may not fit this one.
            let known = term.get() < dossier.terms.len();
            let fits = |value: &Option<crate::domain::ValueIx>| {
                known && value.is_none_or(|value| value.get() < dossier.term(*term).values.len())
            };
            if !fits(from) || !fits(to) {
                return "a term".to_owned();
            }
            let name = &dossier.term(*term).name;
            format!("{name}: {} to {}", value_name(dossier, *term, *from), value_name(dossier, *term, *to))
        }
        Label::AsOf { from, to } => format!("date: {} to {}", date(*from, style), date(*to, style)),
        Label::Counted => "what counts".to_owned(),
        Label::Opened(title) => format!("open \"{title}\""),
        Label::New => "new plan".to_owned(),
        Label::Cleared => "all terms taken out".to_owned(),
        Label::Title => "title".to_owned(),
        Label::Notes => "notes".to_owned(),
        Label::Guess => "our guess".to_owned(),
    }
}

/// "Undo: Draft age: 25 years to 18 years".
#[must_use]
pub fn undo(dossier: &Dossier, of: Option<&Label>, style: DateStyle) -> String {
    of.map_or_else(|| "Undo".to_owned(), |of| format!("Undo: {}", label(dossier, of, style)))
}

/// "Redo: …".
#[must_use]
pub fn redo(dossier: &Dossier, of: Option<&Label>, style: DateStyle) -> String {
    of.map_or_else(|| "Redo".to_owned(), |of| format!("Redo: {}", label(dossier, of, style)))
}

/// Caption over a group of columns.
#[must_use]
pub fn role_caption(role: Role) -> &'static str {
    match role {
        Role::MustAccept => "must accept",
        Role::Affected => "affected",
        Role::Outside => "outside",
    }
}

/// Name of a theme.
#[must_use]
pub fn theme(theme: ThemeChoice) -> &'static str {
    match theme {
        ThemeChoice::System => "As the system",
        ThemeChoice::Light => "Light",
        ThemeChoice::Dark => "Dark",
    }
}

/// Name of an order of columns.
#[must_use]
pub fn party_order(order: PartyOrder) -> &'static str {
    match order {
        PartyOrder::Alphabetical => "A to Z",
        PartyOrder::Dossier => "As in the dossier",
    }
}

/// "In the plan: 3 of 15 terms".
#[must_use]
pub fn in_plan(n: usize, of: usize) -> String {
    format!("In the plan: {n} of {of} terms")
}

/// "Statements on file: 118".
#[must_use]
pub fn statements_on_file(n: usize) -> String {
    format!("Statements on file: {n}")
}

/// "would change: RU, UA", or that nothing would.
#[must_use]
pub fn would_change(term: &str, value: &str, parties: &str) -> String {
    if parties.is_empty() {
        format!("{term}, {value}: no mark would change")
    } else {
        format!("{term}, {value}: would change {parties}")
    }
}

/// Name of the list of recent files.
pub const RECENT: &str = "Open recent";
/// The plan differs from its file.
pub const UNSAVED: &str = "Not saved yet";
/// The plan is as in its file.
pub const SAVED: &str = "Nothing to save";

/// Tool tip of the date: what the dossier covers.
#[must_use]
pub fn as_of_tip(dossier: &Dossier, style: DateStyle) -> String {
    let (first, last) = dossier.covers;
    format!(
        "Statements in force on this day. The dossier covers {} to {}. Choose a dated event.",
        date(first, style),
        date(last, style)
    )
}

/// A dated event in a list: "13 Jan 2025, 2 statements".
#[must_use]
pub fn event(day: String, n_statements: usize) -> String {
    if n_statements == 0 { day } else { format!("{day}, {}", count(n_statements, "statement", "statements")) }
}

/// The change line before anything was changed.
#[must_use]
pub fn opening_sentence(dossier: &Dossier) -> String {
    format!("{}: an empty plan", dossier.title)
}

/// The change line after a scenario was opened.
#[must_use]
pub fn opened_sentence(dossier: &Dossier, scenario: &Scenario) -> String {
    format!("{}: {} of {} terms in the plan", scenario.title, scenario.plan.n_set(), dossier.terms.len())
}

/// The change line after any other step.
#[must_use]
pub fn step_sentence(dossier: &Dossier, of: &Label, undone: bool, cells: &[Change], style: DateStyle) -> String {
    let what = label(dossier, of, style);
    let what = if undone { format!("Taken back: {what}") } else { capitalised(&what) };
    match cells.len() {
        0 => format!("{what}. No mark changed"),
        1 => format!("{what}. 1 cell changed: {}", changed_parties(dossier, cells)),
        n => format!("{what}. {n} cells changed: {}", changed_parties(dossier, cells)),
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Name of a row header: the term and its question.
#[must_use]
pub fn term_name(term: &Term) -> String {
    format!("{}. {} Enter to read about it", term.name, term.question)
}

/// Name of a column header.
#[must_use]
pub fn party_name(party: &Party) -> String {
    format!("{}, {}. {}", party.code, party.name, party.body)
}

/// Tool tip of a column header.
#[must_use]
pub fn party_tip(party: &Party, tally: &str) -> String {
    let mut lines = vec![party.name.clone(), party.body.clone()];
    if !party.note.is_empty() {
        lines.push(party.note.clone());
    }
    lines.push(format!("This plan {tally}"));
    lines.join("\n")
}

/// Tool tip of a value that had not been put forward on the as-of date.
#[must_use]
pub fn not_put_forward(since: &str) -> String {
    format!("Not yet put forward on this day; first put forward on {since}")
}

/// A count with its denominator: "3/5".
#[must_use]
pub fn of(count: u16, of: usize) -> String {
    format!("{count}/{of}")
}

/// Name of the button that closes the Why panel.
pub const CLOSE_WHY: &str = "Close the Why panel";
/// Beside every silence.
pub const NOT_CONSENT: &str = "No stated position on file is not consent.";
/// A rule panel without anything in it.
pub const NO_RULE_BROKEN: &str = "This plan keeps the rules of the dossier.";
/// Chip of a retelling.
pub const SECONDARY_SOURCE: &str = "Secondary source";
/// Chip of a statement that could not be verified.
pub const NOT_VERIFIED: &str = "Not verified";
/// Chip of a statement without a source.
pub const NO_SOURCE: &str = "No source given";
/// Beside a threshold that no statement names.
pub const THRESHOLD_CHOSEN: &str = "The exact value was chosen by the dossier's author, not stated.";
/// Heading over positions that concern no single term.
pub const ON_THE_WHOLE: &str = "On the plan as a whole, or on the talks";
/// Heading over the terms a party has not spoken about.
pub const NO_STATED_POSITION_ON: &str = "No stated position on file on";
/// Tool tip of a term in a party's list.
pub const READ_CELL: &str = "Read the statements in full";
/// Heading over the parties in a term's card.
pub const WHO_SPOKE: &str = "On file";

/// Button that goes to another day.
#[must_use]
pub fn go_to(day: &str) -> String {
    format!("Go to {day}")
}

/// Button that shows or hides the statements of other days.
#[must_use]
pub fn other_days(n: usize, shown: bool) -> String {
    let verb = if shown { "Hide" } else { "Show" };
    if n == 1 {
        format!("{verb} 1 earlier or later statement")
    } else {
        format!("{verb} {n} earlier or later statements")
    }
}

/// What a rule asks for.
#[must_use]
pub fn rule_needs(demand: &str) -> String {
    format!("Kept if {demand}.")
}

/// A quotation with its language.
#[must_use]
pub fn quote(quote: &Quote) -> String {
    if quote.language.is_empty() {
        format!("\u{201c}{}\u{201d}", quote.text)
    } else {
        format!("\u{201c}{}\u{201d} ({})", quote.text, quote.language)
    }
}

/// Speaker and office.
#[must_use]
pub fn speaker(statement: &Statement) -> String {
    format!("{}, {}", statement.speaker, statement.office)
}

/// The day, and who published it when.
#[must_use]
pub fn when_and_where(statement: &Statement, source: Option<&Source>, style: DateStyle) -> String {
    let said = date(statement.said, style);
    match source {
        Some(source) if statement.published != statement.said => {
            format!("{said}, published {} \u{b7} {}", date(statement.published, style), source.publisher)
        }
        Some(source) => format!("{said} \u{b7} {}", source.publisher),
        None => said,
    }
}

/// Something a reader must know.
#[must_use]
pub fn note(text: &str) -> String {
    format!("Note: {text}")
}

/// Button that shows the address of a source; with several, it names the publisher.
#[must_use]
pub fn source_button(source: &Source, n_sources: usize) -> String {
    if n_sources > 1 { format!("Address: {}…", source.publisher) } else { SHOW_SOURCE.to_owned() }
}

/// Who inside the party speaks.
#[must_use]
pub fn voice(name: &str) -> String {
    format!("Voice: {name}")
}

/// Why the statements are read so.
#[must_use]
pub fn how_read(note: &str) -> String {
    format!("How it is read: {note}")
}

/// "This plan contradicts 2 of 3 terms …".
#[must_use]
pub fn this_plan(tally: &str) -> String {
    format!("This plan {tally}")
}

/// A party and how much of it is on file for a term.
#[must_use]
pub fn spoke(party: &Party, n_positions: usize) -> String {
    match n_positions {
        0 => format!("{}: no stated position on file", party.name),
        1 => format!("{}: 1 position on file", party.name),
        n => format!("{}: {n} positions on file", party.name),
    }
}

/// Name of the button that steps a value down.
pub const PREVIOUS_VALUE: &str = "previous value";
/// Name of the button that steps a value up.
pub const NEXT_VALUE: &str = "next value";
/// Name of the field that opens a list of values.
pub const ALL_VALUES: &str = "all values";

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

/// Publisher, title and day of a source.
#[must_use]
pub fn source_line(source: &Source, style: DateStyle) -> String {
    let mut parts = vec![source.publisher.clone()];
    if !source.title.is_empty() {
        parts.push(format!("\u{201c}{}\u{201d}", source.title));
    }
    parts.extend(source.date.map(|day| date(day, style)));
    parts.join(", ")
}
