//! Reading records field by field, gathering every problem on the way.

use std::str::FromStr as _;

use serde::de::DeserializeOwned;

use super::{
    problem::{Problem, Severity, did_you_mean},
    tree::{Piece, PieceError},
};
use crate::domain::{Date, is_id};

/// A text that is being read, and what was found wrong with it so far.
pub struct Reader<'a> {
    text: &'a str,
    /// What was found.
    pub problems: Vec<Problem>,
}

/// A record that is being read. Fields that nobody asks for are unknown.
pub struct Record<'a> {
    fields: Vec<(String, Piece<'a>)>,
    /// Where the record begins.
    pub at: usize,
}

impl<'a> Reader<'a> {
    /// Starts on a text.
    pub fn new(text: &'a str) -> Self {
        Self { text, problems: Vec::new() }
    }

    /// Notes an error at the byte `at`.
    pub fn error(&mut self, at: usize, message: impl Into<String>, hint: impl Into<String>) {
        self.problems.push(Problem::error(message, hint).at(self.text, at));
    }

    /// Notes a warning at the byte `at`.
    pub fn warning(&mut self, at: usize, message: impl Into<String>, hint: impl Into<String>) {
        self.problems.push(Problem::warning(message, hint).at(self.text, at));
    }

    /// True if something was found that makes the file unusable.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }

    /// What was found, in the order of the text.
    pub fn into_problems(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|problem| problem.place);
        self.problems
    }

    /// Notes what `ron` could not read.
    pub fn unreadable(&mut self, error: &PieceError, hint: &str) {
        let (message, own_hint) = explain(&error.error);
        let hint = if hint.is_empty() { own_hint } else { hint.to_owned() };
        self.error(error.at, message, hint);
    }

    /// What a piece is, or the note that it is not.
    pub fn read<T: DeserializeOwned>(&mut self, piece: Piece<'a>, hint: &str) -> Option<T> {
        piece.read().map_err(|error| self.unreadable(&error, hint)).ok()
    }

    /// The record that a piece is; all its fields must be among `known`.
    pub fn record(&mut self, piece: Piece<'a>, known: &[&str]) -> Option<Record<'a>> {
        let fields = piece.fields().map_err(|error| self.unreadable(&error, "")).ok()?;
        self.checked(piece.at, fields, known)
    }

    /// A record from fields that were read already.
    pub fn checked(&mut self, at: usize, fields: Vec<(String, Piece<'a>)>, known: &[&str]) -> Option<Record<'a>> {
        for (place, (name, piece)) in fields.iter().enumerate() {
            if !known.contains(&name.as_str()) {
                self.error(piece.at, format!("unknown field \"{name}\""), did_you_mean(name, known.iter().copied()));
            } else if fields[..place].iter().any(|(other, _)| other == name) {
                self.error(piece.at, format!("the field \"{name}\" stands here a second time"), "Keep one of the two");
            }
        }
        Some(Record { fields, at })
    }

    /// A field that must be there.
    pub fn needed(&mut self, record: &Record<'a>, name: &str) -> Option<Piece<'a>> {
        let piece = record.get(name);
        if piece.is_none() {
            self.error(record.at, format!("the field \"{name}\" is missing"), format!("Add `{name}: …`"));
        }
        piece
    }

    /// A field that must be there, as a plain value.
    pub fn value<T: DeserializeOwned>(&mut self, record: &Record<'a>, name: &str) -> Option<T> {
        let piece = self.needed(record, name)?;
        self.read(piece, "")
    }

    /// A field that may be left out, as a plain value.
    pub fn value_or<T: DeserializeOwned>(&mut self, record: &Record<'a>, name: &str, default: T) -> T {
        record.get(name).and_then(|piece| self.read(piece, "")).unwrap_or(default)
    }

    /// One of a few names. `hint` lists them.
    pub fn choice<T: DeserializeOwned>(&mut self, record: &Record<'a>, name: &str, hint: &str) -> Option<T> {
        let piece = self.needed(record, name)?;
        self.read(piece, hint)
    }

    /// A text that must be there and not be empty, of at most `limit` characters.
    pub fn text(&mut self, record: &Record<'a>, name: &str, limit: usize) -> Option<String> {
        let piece = self.needed(record, name)?;
        let text = self.limited(piece, name, limit)?;
        if text.trim().is_empty() {
            self.error(piece.at, format!("\"{name}\" is empty"), "Write a text");
        }
        Some(text)
    }

    /// A text that may be left out or be empty, of at most `limit` characters.
    pub fn text_or_empty(&mut self, record: &Record<'a>, name: &str, limit: usize) -> String {
        record.get(name).and_then(|piece| self.limited(piece, name, limit)).unwrap_or_default()
    }

    fn limited(&mut self, piece: Piece<'a>, name: &str, limit: usize) -> Option<String> {
        let text: String = self.read(piece, "Write a text in quotation marks")?;
        let length = text.chars().count();
        if length > limit {
            let message = format!("\"{name}\" has {length} characters; {limit} are allowed");
            self.error(piece.at, message, "Shorten it");
        }
        Some(text)
    }

    /// An id.
    pub fn id(&mut self, record: &Record<'a>) -> Option<String> {
        let piece = self.needed(record, "id")?;
        let id: String = self.read(piece, "Write an id in quotation marks")?;
        if !is_id(&id) {
            let hint = "Use 1 to 64 small letters, digits, - and _, beginning with a letter or digit";
            self.error(piece.at, format!("\"{id}\" is not an id"), hint);
        }
        Some(id)
    }

    /// A date in a piece.
    pub fn date_in(&mut self, piece: Piece<'a>) -> Option<Date> {
        let text: String = self.read(piece, "Write a date in quotation marks, such as \"2025-01-13\"")?;
        Date::from_str(&text).map_err(|error| self.error(piece.at, error.to_string(), "")).ok()
    }

    /// A date that must be there.
    pub fn date(&mut self, record: &Record<'a>, name: &str) -> Option<Date> {
        let piece = self.needed(record, name)?;
        self.date_in(piece)
    }

    /// A date that may be left out.
    pub fn date_or_none(&mut self, record: &Record<'a>, name: &str) -> Option<Date> {
        record.get(name).and_then(|piece| self.date_in(piece))
    }

    /// The entries of a list that may be left out.
    pub fn items(&mut self, record: &Record<'a>, name: &str, limit: usize) -> Vec<Piece<'a>> {
        let Some(piece) = record.get(name) else { return Vec::new() };
        let items = piece.items().map_err(|error| self.unreadable(&error, "Write a list: […]")).unwrap_or_default();
        if items.len() > limit {
            let message = format!("\"{name}\" has {} entries; {limit} are allowed", items.len());
            self.error(piece.at, message, "Split the file");
        }
        items
    }
}

impl<'a> Record<'a> {
    /// The piece of a field.
    pub fn get(&self, name: &str) -> Option<Piece<'a>> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, piece)| *piece)
    }

    /// Where a field stands, or else the record.
    pub fn place(&self, name: &str) -> usize {
        self.get(name).map_or(self.at, |piece| piece.at)
    }
}

/// What `ron` found, in words for people who do not know it.
fn explain(error: &ron::Error) -> (String, String) {
    use ron::Error as E;
    let (message, hint) = match error {
        E::ExpectedComma => ("expected a comma", "Write a comma between two fields or entries"),
        E::ExpectedStructLikeEnd => ("expected a comma or `)`", "Close the record, or add a comma"),
        E::ExpectedArrayEnd => ("expected a comma or `]`", "Close the list, or add a comma"),
        E::ExpectedMapEnd => ("expected a comma or `}`", "Close the map, or add a comma"),
        E::ExpectedString => ("expected a text in quotation marks", ""),
        E::ExpectedStringEnd => ("a text is not closed", "Add the closing quotation mark"),
        E::ExpectedMapColon => ("expected a colon", "Write `name: value`"),
        E::ExpectedBoolean => ("expected true or false", ""),
        E::ExpectedInteger => ("expected a whole number", ""),
        E::ExpectedArray => ("expected a list", "Write `[…]`"),
        E::ExpectedMap => ("expected a map", "Write `{…}`"),
        E::ExpectedStructLike | E::ExpectedNamedStructLike(_) => ("expected a record", "Write `(field: value, …)`"),
        E::Eof => ("the text ends here, before it is complete", "The file may have been cut off"),
        E::TrailingCharacters => ("there is more text after the end", "Remove it, or check the brackets before it"),
        E::ExceededRecursionLimit => ("the brackets are nested too deeply", "A file may be nested 64 levels deep"),
        E::UnclosedBlockComment => ("a comment is not closed", "Add `*/`"),
        E::IntegerOutOfBounds => ("the number is too large", ""),
        other => return (lower_first(&other.to_string()), String::new()),
    };
    (message.to_owned(), hint.to_owned())
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
