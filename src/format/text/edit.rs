//! What each edit makes of the text. New lines are written as those beside them are.

use std::ops::Range;

use super::{DossierText, Part, Splice, Step};
use crate::format::{lexemes::Lexeme, lexemes::lexeme, tokens::tokens};

/// How much further a list is indented than the line on which it begins.
const INDENT: &str = "    ";

impl DossierText {
    /// Writes a value: in the place of the one that is there, or as a new field at the end of its record. What is no value
    /// by itself is kept as half typed.
    #[must_use]
    pub fn set(&self, path: &[Step], value: &str) -> Option<Splice> {
        // Where nothing is left, something must show where it was.
        let value = if value.is_empty() { " " } else { value };
        let half_typed = !is_value(value);
        if let Some(found) = self.find(path) {
            return Some(Splice::new(self, self.bytes(&found), value.to_owned(), half_typed));
        }
        let (Step::Field(name), record) = path.split_last()? else { return None };
        let record = self.find(record)?;
        self.inner(&record)?;
        let parts = self.parts(&record)?;
        let Some(last) = parts.last() else {
            // A half-typed value is typed in a field that is there.
            let end = self.bytes(&record).end - 1;
            return (!half_typed).then(|| Splice::new(self, end..end, format!("{name}: {value}"), false));
        };
        (!half_typed).then(|| self.behind(last, &format!("{name}: {value}")))
    }

    /// Takes a field or an entry away, with its comma, and its lines if nothing else stands on them.
    #[must_use]
    pub fn remove(&self, path: &[Step]) -> Option<Splice> {
        let (step, of) = path.split_last()?;
        let of = self.find(of)?;
        let parts = self.parts(&of)?;
        let place = match step {
            Step::Item(place) => *place,
            Step::Field(name) => parts.iter().position(|part| self.name(part) == Some(name))?,
        };
        let part = parts.get(place)?;
        let bytes = self.bytes(&part.whole);
        let end = part.comma.map_or(bytes.end, |comma| self.tokens[comma].end());
        let spaces = self.spaces(end);
        let line = self.line(bytes.start);
        let is_alone = self.is_blank(line..bytes.start) && self.text[spaces..].starts_with(['\r', '\n']);
        if is_alone {
            let next = self.text[spaces..].find('\n').map_or(self.text.len(), |newline| spaces + newline + 1);
            return Some(Splice::new(self, line..next, String::new(), false));
        }
        let before = place.checked_sub(1).and_then(|before| parts[before].comma);
        let begin = match before {
            // The comma before it would be left without anything behind it.
            Some(comma) if part.comma.is_none() && self.is_blank(self.tokens[comma].end()..bytes.start) => {
                self.tokens[comma].begin()
            }
            _ => bytes.start,
        };
        let followed = part.comma.is_some() && place + 1 < parts.len();
        Some(Splice::new(self, begin..if followed { spaces } else { end }, String::new(), false))
    }

    /// Puts a record into a list, before the entry that stands at `place`, or behind all.
    #[must_use]
    pub fn insert(&self, list: &[Step], place: usize, fields: &[(&str, String)]) -> Option<Splice> {
        let list = self.find(list)?;
        let parts = self.parts(&list)?;
        let bytes = self.bytes(&list);
        let before = place.min(parts.len()).checked_sub(1).map(|before| &parts[before]);
        let sibling = before.or(parts.first()).map(|part| self.bytes(&part.whole));
        let (indent, is_compact) = match &sibling {
            Some(sibling) => (self.indent(sibling.start).to_owned(), self.is_compact(sibling)),
            None => (format!("{}{INDENT}", self.indent(bytes.start)), false),
        };
        let record = record(fields, &indent, is_compact);
        Some(match before {
            Some(before) => self.behind(before, &record),
            None => self.in_front(&bytes, parts.first(), &indent, &record),
        })
    }

    /// Exchanges an entry with the one behind it.
    #[must_use]
    pub fn exchange(&self, list: &[Step], place: usize) -> Option<Splice> {
        let list = self.find(list)?;
        let parts = self.parts(&list)?;
        let (one, other) = (self.bytes(&parts.get(place)?.whole), self.bytes(&parts.get(place + 1)?.whole));
        let is_moved = |kept: &Range<usize>| one.start <= kept.start && kept.end <= other.end;
        if self.unfinished.iter().any(is_moved) {
            return None;
        }
        let between = &self.text[one.end..other.start];
        let exchanged = [&self.text[other.clone()], between, &self.text[one.clone()]].concat();
        Some(Splice::new(self, one.start..other.end, exchanged, false))
    }

    /// Puts something behind a part: on a line of its own if the part is the last on its line, and behind a comment there.
    fn behind(&self, part: &Part, new: &str) -> Splice {
        let end = self.bytes(&part.whole).end;
        let anchor = part.comma.map_or(end, |comma| self.tokens[comma].end());
        let comma = if part.comma.is_some() { "" } else { "," };
        let tail = self.comments(anchor);
        if self.text[tail..].starts_with(['\r', '\n']) {
            let tail = anchor + self.text[anchor..tail].trim_end().len();
            let indent = self.indent(self.bytes(&part.whole).start);
            let kept = &self.text[end..tail];
            return Splice::new(self, end..tail, format!("{comma}{kept}\n{indent}{new},"), false);
        }
        if comma.is_empty() {
            return Splice::new(self, anchor..anchor, format!(" {new},"), false);
        }
        Splice::new(self, end..end, format!(", {new}"), false)
    }

    /// Puts something at the beginning of a list.
    fn in_front(&self, list: &Range<usize>, first: Option<&Part>, indent: &str, new: &str) -> Splice {
        let at = first.map_or(list.end - 1, |first| self.bytes(&first.whole).start);
        let line = self.line(at);
        if self.is_blank(line..at) && line > list.start {
            return Splice::new(self, line..line, format!("{indent}{new},\n"), false);
        }
        if first.is_some() {
            return Splice::new(self, at..at, format!("{new}, "), false);
        }
        let outer = self.indent(list.start);
        let kept = self.text[list.start + 1..at].trim_end();
        let begin = list.start + 1 + kept.len();
        Splice::new(self, begin..at, format!("\n{indent}{new},\n{outer}"), false)
    }

    /// True if the fields of a record begin on the line of its bracket.
    fn is_compact(&self, record: &Range<usize>) -> bool {
        let inner = self.text.get(record.start + 1..record.end).unwrap_or_default();
        !inner.trim_start_matches([' ', '\t', '\r']).starts_with('\n')
    }

    /// Where the line begins on which a byte stands.
    fn line(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// The space with which the line begins on which a byte stands.
    fn indent(&self, at: usize) -> &str {
        let line = &self.text[self.line(at)..];
        &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
    }

    fn is_blank(&self, bytes: Range<usize>) -> bool {
        self.text[bytes].trim_matches([' ', '\t']).is_empty()
    }

    /// Where the spaces end that begin at a byte.
    fn spaces(&self, at: usize) -> usize {
        self.text.len() - self.text[at..].trim_start_matches([' ', '\t']).len()
    }

    /// Where spaces and comments on the line end that begin at a byte.
    fn comments(&self, at: usize) -> usize {
        let mut end = self.spaces(at);
        while let Some((Lexeme::Comment, next)) = lexeme(&self.text, end) {
            if self.text[end..next].contains('\n') {
                break;
            }
            end = self.spaces(next);
        }
        end
    }
}

/// The text of a record.
fn record(fields: &[(&str, String)], indent: &str, is_compact: bool) -> String {
    let fields = fields.iter().map(|(name, value)| format!("{name}: {value}"));
    if is_compact {
        return format!("({})", fields.collect::<Vec<_>>().join(", "));
    }
    let lines: String = fields.map(|field| format!("{indent}{INDENT}{field},\n")).collect();
    format!("(\n{lines}{indent})")
}

/// True if a text is one value and nothing else, so that what stands around it keeps its meaning.
fn is_value(text: &str) -> bool {
    let Some(tokens) = tokens(text) else { return false };
    let opens = |at: usize| tokens.get(at).is_some_and(|token| matches!(token.kind, Lexeme::Open(_)));
    let is_one = match tokens.as_slice() {
        [] => false,
        [only] => !matches!(only.kind, Lexeme::Comma | Lexeme::Colon),
        [name, group, ..] if name.kind == Lexeme::Other && opens(1) => group.n_inside() + 1 == tokens.len(),
        [group, ..] => opens(0) && group.n_inside() == tokens.len(),
    };
    // A comment at its end would take the comma behind it along.
    is_one && tokens[0].begin() == 0 && tokens[tokens.len() - 1].end() == text.len()
}
