//! Names of menus, commands and keys, and of what undo takes back.

use strum::IntoEnumIterator as _;

use super::{
    super::{
        DateStyle, case, changed_parties, channel, coding, count, date, from_to, how_read, incoming, legend,
        list::capitalised, news, plan_card, term_change,
    },
    UNVERIFIED,
};
use crate::{
    analysis::Change,
    app::{Command, Key, Label, Menu, Shortcut, Tab},
    domain::{Channel, Counted, Dossier},
};

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
        Command::NewCase => case::NEW_CASE_COMMAND,
        Command::NewCaseFromWorkbook => incoming::COMMAND,
        Command::Browse => "Start page",
        Command::Open => "Open file…",
        Command::Save => "Save",
        Command::SaveAs => "Save as…",
        Command::SaveSelfContained => "Save with the case inside…",
        Command::SaveWorkbook => incoming::SAVE_WORKBOOK,
        Command::ShareCase => incoming::SHARE,
        Command::Drafts => "Drafts…",
        Command::HandOuts => "Hand-outs…",
        Command::Quit => "Close",
        Command::Undo => "Undo",
        Command::Redo => "Redo",
        Command::Clear => "Take all terms out of the plan",
        Command::Duplicate => "Duplicate for comparison",
        Command::Notes => "Title and notes…",
        Command::PlanCard => plan_card::ABOUT_PLAN,
        Command::CopyCitation => "Copy citation of the focused cell",
        Command::Find => "Find…",
        Command::Palette => "Commands by name…",
        Command::Explore => "Explore",
        Command::Parties => "Parties",
        Command::Timeline => "Timeline",
        Command::Compare => "Compare",
        Command::Alternatives => "Alternatives",
        Command::Activities => "Activities",
        Command::Case => case::CASE,
        Command::Present => "Present",
        Command::NextScreen => "Present on the next screen",
        Command::Walk => "Plans to walk through…",
        Command::Blank => "Blank screen",
        Command::Hide => "Hide all verdicts",
        Command::RevealNext => "Reveal the next party",
        Command::HideLast => "Hide the last one again",
        Command::RevealAll => "Reveal all verdicts",
        Command::ToggleWhy => "Why panel",
        Command::PreviousEvent => "Previous dated event",
        Command::NextEvent => "Next dated event",
        Command::News => news::NEWS,
        Command::Replay => news::REPLAY,
        Command::DossierDay => "Back to the day of the case",
        Command::LargerText => "Larger text",
        Command::SmallerText => "Smaller text",
        Command::UsualText => "Usual text size",
        Command::Settings => "Settings…",
        Command::Help => "Keys and help",
        Command::Marks => legend::WHAT_MARKS_MEAN,
        Command::About => "How this case was made",
        Command::RedLines => how_read::RED_LINES,
        Command::ShowHints => "Show the hints again",
    }
}

/// What a tab is for, in one line.
#[must_use]
pub(crate) fn tab_tip(tab: Tab) -> &'static str {
    match tab {
        Tab::Explore => "Set the terms and see whose statements the plan contradicts",
        Tab::Parties => "Whose words cannot all be kept",
        Tab::Timeline => "This plan through time",
        Tab::Compare => "Two plans beside each other",
        Tab::Alternatives => "What changes if the plan changes",
        Tab::Activities => "Work for a class: predict, is there a way, delegations, debrief",
        Tab::Case => case::TAB_TIP,
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
        Key::Period => text.push('.'),
        Key::Space => text.push_str("Space"),
        Key::PageUp => text.push_str("Page Up"),
        Key::PageDown => text.push_str("Page Down"),
        Key::Home => text.push_str("Home"),
    }
    text
}

/// The keys of the table, which are not commands: key and meaning.
pub const TABLE_KEYS: [(&str, &str); 10] = [
    ("Tab, Shift+Tab", "to the next or previous control; the table is one stop"),
    ("Arrows, Home, End", "move in the table; Home at the beginning of a row: start page"),
    ("Enter", "on a cell: go to its statements, Esc back; on a term: read of it"),
    ("Space", "on a cell: show its statements and stay in the table"),
    ("1 to 9", "choose an option of the row"),
    ("0, Delete", "take the term out of the plan"),
    ("+ and -", "next or previous value"),
    ("Alt+Left, Alt+Right", "preview an option; Enter chooses it, Esc does not"),
    ("F6", "Why panel on and off"),
    ("Esc", "close a dialog or the newest notice, drop a preview"),
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
            term_change(dossier, *term, *from, *to)
        }
        Label::Terms(n) => format!("{} at once", count(*n, "change", "changes")),
        Label::AsOf { from, to } => from_to("date", &date(*from, style), &date(*to, style)),
        Label::Counted { from, to } => counted_step(*from, *to),
        Label::Opened(title) => format!("open \"{title}\""),
        Label::Swapped(title) => format!("swap, \"{title}\" is plan A"),
        Label::New => "new plan".to_owned(),
        Label::Cleared => "all terms taken out".to_owned(),
        Label::Title(title) => format!("title \"{title}\""),
        Label::Notes => "notes".to_owned(),
        Label::Guess => "our guess".to_owned(),
        Label::Class(step) => super::super::activities::step(dossier, step),
        Label::Case(step) => case::step(step),
    }
}

/// "Unnamed sources now count".
fn counted_step(from: Counted, to: Counted) -> String {
    let of_channels = Channel::iter().map(|channel| (from.channel(channel), to.channel(channel), wording_of(channel)));
    let unverified = (from.unverified, to.unverified, UNVERIFIED.to_lowercase());
    let turned = of_channels.chain([unverified]).filter(|(before, after, _)| before != after);
    let parts =
        turned.map(|(_, counts, name)| format!("{name} {}", if counts { "now count" } else { "no longer count" }));
    let reading = (from.reading != to.reading).then(|| coding::reading_step(to.reading).to_owned());
    parts.chain(reading).collect::<Vec<_>>().join(", ")
}

fn wording_of(of: Channel) -> String {
    format!("statements \"{}\"", channel(of).to_lowercase())
}

/// "Undo: Draft age: from 25 years to 18 years".
#[must_use]
pub fn undo(dossier: &Dossier, of: Option<&Label>, style: DateStyle) -> String {
    of.map_or_else(|| "Undo".to_owned(), |of| format!("Undo: {}", label(dossier, of, style)))
}

/// "Redo: …".
#[must_use]
pub fn redo(dossier: &Dossier, of: Option<&Label>, style: DateStyle) -> String {
    of.map_or_else(|| "Redo".to_owned(), |of| format!("Redo: {}", label(dossier, of, style)))
}

/// The change line after any other step.
#[must_use]
pub(crate) fn step_sentence(dossier: &Dossier, of: &Label, undone: bool, cells: &[Change], style: DateStyle) -> String {
    let what = label(dossier, of, style);
    let what = if undone { format!("Taken back: {what}") } else { capitalised(&what) };
    match cells.len() {
        0 if of.is_writing() => what,
        0 => format!("{what}. No mark changed"),
        1 => format!("{what}. 1 mark changed: {}", changed_parties(dossier, cells)),
        n => format!("{what}. {n} marks changed: {}", changed_parties(dossier, cells)),
    }
}
