//! Words of a workbook that stand for a choice of the format, and cells that hold yes or no, a day, a number.

use super::{
    columns::{Cell, folded},
    message::{Message, did_you_mean},
};
use crate::{domain::Date, wording::workbook as words};

/// A choice: how a workbook writes it, and how a dossier does.
pub(super) type Choice = (&'static str, &'static str);

/// Whether a plan needs a party.
pub(super) const ROLES: [Choice; 3] = [("must accept", "MustAccept"), ("affected", "Affected"), ("outside", "Outside")];
/// How the values of a term are offered.
pub(super) const KINDS: [Choice; 3] = [("yes/no", "Toggle"), ("choice", "Choice"), ("number", "Number")];
/// How a statement became known; the first if nothing is written.
pub(super) const CHANNELS: [Choice; 6] = [
    ("on record", "OnRecord"),
    ("document", "Document"),
    ("reported", "Reported"),
    ("unnamed", "Unnamed"),
    ("leaked", "Leaked"),
    ("withdrawn", "Withdrawn"),
];
/// How firmly a position is held, and what a reader may make of a statement; the last is for readers alone.
pub(super) const CODES: [Choice; 5] = [
    ("red line", "RedLine"),
    ("opposes", "Opposes"),
    ("prefers", "Prefers"),
    ("offers", "Offers"),
    ("no demand", "NoDemand"),
];
/// What makes it a red line.
pub(super) const BASES: [Choice; 3] = [("condition", "Condition"), ("bar", "Bar"), ("law", "Law")];
/// Where an exact number comes from; the first if nothing is written.
pub(super) const THRESHOLDS: [Choice; 2] = [("stated", "Stated"), ("chosen by author", "ChosenByAuthor")];
/// What a source is; the second if nothing is written.
pub(super) const SOURCE_KINDS: [Choice; 3] = [("primary", "Primary"), ("press", "Press"), ("secondary", "Secondary")];
/// How much of it was read; the second if nothing is written.
pub(super) const READS: [Choice; 3] = [("in full", "InFull"), ("in part", "InPart"), ("not read", "NotRead")];
/// How a demand on one term is written.
pub(super) const OPERATORS: [Choice; 8] = [
    ("is", "Is"),
    ("is not", "Not"),
    ("one of", "OneOf"),
    ("none of", "NoneOf"),
    ("at least", "AtLeast"),
    ("at most", "AtMost"),
    ("formula", "Formula"),
    ("no demand", "NoDemand"),
];

/// What the cell chooses; `None` with a message if that is not known, the usual choice if the cell is empty.
pub(super) fn choose(
    cell: &Cell,
    choices: &'static [Choice],
    usual: Option<&'static str>,
    messages: &mut Vec<Message>,
) -> Option<&'static str> {
    let name = folded(&cell.text);
    if name.is_empty() && usual.is_some() {
        return usual;
    }
    let is_meant = |(word, variant): &&Choice| folded(word) == name || folded(variant) == name;
    if let Some((_, variant)) = choices.iter().find(is_meant) {
        return Some(variant);
    }
    let known: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
    let message = if name.is_empty() { words::missing(cell.column) } else { words::unknown(cell.column, &cell.text) };
    let hint = words::known(&did_you_mean(&cell.text.to_lowercase(), known.clone()), &known);
    messages.push(Message::error(Some(cell.at.clone()), message, hint));
    None
}

/// How a workbook writes a choice of the format.
#[must_use]
pub(super) fn written(choices: &'static [Choice], variant: &str) -> String {
    choices.iter().find(|(_, of)| *of == variant).map_or_else(String::new, |(word, _)| (*word).to_owned())
}

/// Yes or no; the usual if the cell is empty.
pub(super) fn yes_no(cell: &Cell, usual: bool, messages: &mut Vec<Message>) -> bool {
    match folded(&cell.text).as_str() {
        "" => usual,
        "yes" | "true" | "1" | "x" => true,
        "no" | "false" | "0" => false,
        _ => {
            let message = words::unknown(cell.column, &cell.text);
            messages.push(Message::error(Some(cell.at.clone()), message, words::YES_NO_HINT));
            usual
        }
    }
}

/// A day as the format writes it; `None` if the cell is empty or holds none, which is told.
pub(super) fn day(cell: &Cell, messages: &mut Vec<Message>) -> Option<String> {
    let text = cell.text.as_str();
    if text.is_empty() {
        return None;
    }
    // EDTF writes the sign of doubt behind the day.
    let written = text.strip_suffix('~').map_or_else(|| text.to_owned(), |day| format!("~{day}"));
    let is_year = cell.is_number && text.len() == 4;
    if written.parse::<Date>().is_ok() && (!cell.is_number || is_year) {
        if cell.is_day {
            let warning = Message::warning(Some(cell.at.clone()), words::date_cell(text), words::DATE_CELL_HINT);
            messages.push(warning);
        }
        return Some(written);
    }
    let message = if cell.is_number { words::serial_date(text) } else { words::no_date(text) };
    messages.push(Message::error(Some(cell.at.clone()), message, words::DATE_HINT));
    None
}

/// A whole number; `None` if the cell is empty or holds none, which is told.
pub(super) fn whole_number(cell: &Cell, messages: &mut Vec<Message>) -> Option<i32> {
    if cell.text.is_empty() {
        return None;
    }
    let text = cell.text.strip_suffix(".0").unwrap_or(&cell.text);
    let number = text.parse::<i32>().ok();
    if number.is_none() {
        let message = words::no_whole_number(&cell.text);
        messages.push(Message::error(Some(cell.at.clone()), message, words::WHOLE_NUMBER_HINT));
    }
    number
}
