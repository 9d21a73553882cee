//! Reading records field by field, gathering every problem on the way.

use std::{collections::BTreeSet, str::FromStr as _};

use serde::de::DeserializeOwned;

use super::{
    explain::explain,
    lists::List,
    problem::{Place, Problem, Severity, did_you_mean, shortened},
    tree::{Field, Piece, PieceError},
};
use crate::domain::{Date, DateError, is_id};

/// The largest number of problems of a file that are listed.
const MAX_PROBLEMS: usize = 1_000;

/// The largest number of fields of a record.
pub const MAX_FIELDS: usize = 200;

/// The largest number of characters of a message, and of a hint.
const MAX_MESSAGE: usize = 300;

/// A text that is being read, and what was found wrong with it so far.
pub struct Reader<'a> {
    text: &'a str,
    /// Where its lines begin.
    lines: Vec<usize>,
    /// What was found.
    pub problems: Vec<Problem>,
    /// What was found beyond the limit, and whether an error was among it.
    more: (usize, bool),
    /// Records that were left out for a problem of their own, by id; `None` if it is not known which.
    dropped: BTreeSet<(List, Option<String>)>,
}

/// A record that is being read. Fields that nobody asks for are unknown.
pub struct Record<'a> {
    fields: Vec<Field<'a>>,
    /// Where the record begins.
    pub at: usize,
}

impl<'a> Reader<'a> {
    /// Starts on a text.
    pub fn new(text: &'a str) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, lines, problems: Vec::new(), more: (0, false), dropped: BTreeSet::new() }
    }

    /// Notes an error at the byte `at`.
    pub fn error(&mut self, at: usize, message: impl Into<String>, hint: impl Into<String>) {
        self.note(at, Problem::error(message, hint));
    }

    /// Notes a warning at the byte `at`.
    pub fn warning(&mut self, at: usize, message: impl Into<String>, hint: impl Into<String>) {
        self.note(at, Problem::warning(message, hint));
    }

    /// Notes a problem at the byte `at`.
    pub fn note(&mut self, at: usize, problem: Problem) {
        let Problem { severity, message, hint, .. } = problem;
        if self.is_full() {
            self.more = (self.more.0 + 1, self.more.1 || severity == Severity::Error);
            return;
        }
        let (message, hint) = (shortened(message, MAX_MESSAGE), shortened(hint, MAX_MESSAGE));
        self.problems.push(Problem { severity, place: Some(self.place(at)), message, hint });
    }

    /// Notes a name that stands for nothing, and the nearest that does.
    pub fn unknown<'n>(
        &mut self,
        at: usize,
        severity: Severity,
        message: String,
        (wrong, known): (&str, impl IntoIterator<Item = &'n str> + Clone),
    ) {
        // Where no hint will be read none is looked for: that is the costly part.
        let hint = if self.is_full() { String::new() } else { did_you_mean(wrong, known) };
        self.note(at, Problem { severity, place: None, message, hint });
    }

    /// Remembers that a record was left out, so that what refers to it is not reported as well. Without an id it may
    /// have been any.
    pub fn drop_record(&mut self, list: List, id: Option<String>) {
        self.dropped.insert((list, id));
    }

    /// True if a record with this id may have been left out.
    pub fn is_dropped(&self, list: List, id: &str) -> bool {
        self.dropped.contains(&(list, None)) || self.dropped.contains(&(list, Some(id.to_owned())))
    }

    /// True if something was found that makes the file unusable.
    pub fn has_errors(&self) -> bool {
        self.more.1 || self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }

    /// What was found, in the order of the text.
    pub fn into_problems(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|problem| problem.place);
        let (n_more, has_error) = self.more;
        if n_more > 0 {
            let (message, hint) = (format!("{n_more} more problems are not listed"), "Mend these first");
            self.problems.push(if has_error { Problem::error(message, hint) } else { Problem::warning(message, hint) });
        }
        self.problems
    }

    /// The number of problems so far.
    pub fn n_problems(&self) -> usize {
        self.problems.len() + self.more.0
    }

    fn is_full(&self) -> bool {
        self.problems.len() >= MAX_PROBLEMS
    }

    /// The place of the byte `at`.
    pub fn place(&self, at: usize) -> Place {
        let line = self.lines.partition_point(|start| *start <= at);
        let before = self.text.get(self.lines[line - 1]..at).unwrap_or_default();
        Place { line, column: before.chars().count() + 1 }
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

    /// The piece as a text.
    pub fn string(&mut self, piece: Piece<'_>, hint: &str) -> Option<String> {
        piece.string().map_err(|error| self.unreadable(&error, hint)).ok()
    }

    /// The record that a piece is; all its fields must be among `known`.
    pub fn record(&mut self, piece: Piece<'a>, known: &[&str]) -> Option<Record<'a>> {
        let fields = piece.fields().map_err(|error| self.unreadable(&error, "")).ok()?;
        self.checked(piece.at, fields, known)
    }

    /// A record from fields that were read already.
    pub fn checked(&mut self, at: usize, fields: Vec<Field<'a>>, known: &[&str]) -> Option<Record<'a>> {
        if fields.len() > MAX_FIELDS {
            let message = format!("a record has {} fields; {MAX_FIELDS} are allowed", fields.len());
            self.error(at, message, "Check the brackets before it");
            return None;
        }
        for (place, (name, piece)) in fields.iter().enumerate() {
            if !known.contains(&&**name) {
                let message = format!("unknown field \"{name}\"");
                self.unknown(piece.at, Severity::Error, message, (name, known.iter().copied()));
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
        piece.name().map_err(|error| self.unreadable(&error, hint)).ok()
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

    /// A text of at most `limit` characters.
    pub fn limited(&mut self, piece: Piece<'a>, name: &str, limit: usize) -> Option<String> {
        let text = self.string(piece, "Write a text in quotation marks")?;
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
        let id = self.string(piece, "Write an id in quotation marks")?;
        if !is_id(&id) {
            let hint = "Use 1 to 64 small letters, digits, - and _, beginning with a letter or digit";
            self.error(piece.at, format!("\"{id}\" is not an id"), hint);
        }
        Some(id)
    }

    /// A date in a piece.
    pub fn date_in(&mut self, piece: Piece<'a>) -> Option<Date> {
        let text = self.string(piece, "Write a date in quotation marks, such as \"2025-01-13\"")?;
        self.date_from(piece.at, &text)
    }

    /// A date in a text that stands at the byte `at`.
    pub fn date_from(&mut self, at: usize, text: &str) -> Option<Date> {
        let hint = "Write 2025-01-13, 2025-01 or 2025, with ~ in front if it is uncertain";
        let refuse = |error: DateError| self.error(at, format!("\"{}\" is not a date", error.0), hint);
        Date::from_str(text).map_err(refuse).ok()
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

    /// The entries of a list that may be left out; of a list that is too long, those that are allowed.
    pub fn items(&mut self, record: &Record<'a>, name: &str, limit: usize) -> Vec<Piece<'a>> {
        record.get(name).and_then(|piece| self.items_in(piece, name, limit)).unwrap_or_default()
    }

    /// The entries of a list in a piece; `None` if it is none.
    pub fn items_in(&mut self, piece: Piece<'a>, name: &str, limit: usize) -> Option<Vec<Piece<'a>>> {
        let mut items = piece.items().map_err(|error| self.unreadable(&error, "Write a list: […]")).ok()?;
        if items.len() > limit {
            let message = format!("\"{name}\" has {} entries; {limit} are allowed", items.len());
            self.error(piece.at, message, "Split the file");
            items.truncate(limit);
        }
        Some(items)
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
