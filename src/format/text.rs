//! The text of a dossier while it is edited: whatever is changed in it, all else stays as it was written.
//!
//! The text is the dossier. Its tokens know their bytes and their brackets, so that a field or a record is found without
//! taking anything apart; space and comments are what lies between them and is never touched. An edit is a [`Splice`], which
//! is its own way back. A value that is being typed and is none yet is kept as it stands, and all around it can be edited.

mod by_itself;
mod edit;
mod new_case;
mod place;
mod splice;
#[cfg(test)]
mod tests;
mod written;

use std::ops::Range;

use super::{
    dossier::{DossierFile, read_dossier},
    explain::explain,
    lexemes::Lexeme,
    tokens::{Token, tokens},
    tree::RonText,
};
use crate::domain::{Fault, Finding, Place, Syntax, Wanted};

pub(crate) use by_itself::terms_by_themselves;
pub(crate) use new_case::{PROVISIONAL, is_of_pattern, plan_for};
pub use new_case::{Pattern, new_case};
pub use place::Spot;
pub use splice::Splice;
pub(crate) use written::{demand_ron, written_demand};

/// A step from a record or list to what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// The field of this name.
    Field(&'static str),
    /// The n-th entry, counted from 0.
    Item(usize),
}

/// A dossier's text that is edited. It may say something wrong, or something half typed; [`read`](Self::read) tells.
#[derive(Clone, Debug)]
pub struct DossierText {
    text: String,
    /// What is being typed and no value yet, by its bytes, in order. Nothing is looked for in it.
    unfinished: Vec<Range<usize>>,
    tokens: Vec<Token>,
}

/// Texts are told apart by what they say.
impl PartialEq for DossierText {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for DossierText {}

/// Something that is wrong with the text, and where it begins there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextProblem {
    /// In bytes; `None` if it is nowhere in particular.
    pub at: Option<usize>,
    /// What is wrong.
    pub problem: Finding,
}

/// A part between two commas: an entry, or a field with its name.
#[derive(Clone, Debug)]
struct Part {
    /// All of it, by its tokens.
    whole: Range<usize>,
    /// What follows the name; all of it where it has none.
    value: Range<usize>,
    /// The comma behind it.
    comma: Option<usize>,
}

/// A record or entry of a list, to read its fields.
#[derive(Clone, Copy, Debug)]
pub struct RecordText<'t> {
    text: &'t DossierText,
    /// Its first token and the one after its last.
    tokens: (usize, usize),
}

impl DossierText {
    /// The text of a dossier. `None` if its brackets do not match, something is left open in it, or it is no record: what
    /// belongs to what can then not be told.
    #[must_use]
    pub fn new(text: String) -> Option<Self> {
        Self::with_unfinished(text, Vec::new())
    }

    /// A text that was put aside while these of its values, by their bytes and in order, were half typed.
    #[must_use]
    pub(crate) fn with_unfinished(text: String, unfinished: Vec<Range<usize>>) -> Option<Self> {
        let tokens = tokens_around(&text, &unfinished)?;
        let text = Self { text, unfinished, tokens };
        text.parts(&text.root()?)?;
        Some(text)
    }

    /// All of it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The values in it that are half typed, by their bytes.
    #[must_use]
    pub fn unfinished(&self) -> &[Range<usize>] {
        &self.unfinished
    }

    /// The dossier that it is.
    ///
    /// # Errors
    /// Everything that is wrong with it, in the order of the text.
    pub fn read(&self) -> Result<DossierFile, Vec<TextProblem>> {
        if !self.unfinished.is_empty() {
            return Err(self.unfinished.iter().map(|bytes| self.half_typed(bytes)).collect());
        }
        read_dossier(&self.text).map_err(|problems| problems.into_iter().map(|problem| self.placed(problem)).collect())
    }

    /// A problem of this text with the byte at which it stands.
    #[must_use]
    pub fn placed(&self, problem: Finding) -> TextProblem {
        TextProblem { at: problem.place.map(|place| self.byte(place)), problem }
    }

    fn half_typed(&self, bytes: &Range<usize>) -> TextProblem {
        let piece = &self.text[bytes.clone()];
        let found = match RonText::new(piece).whole() {
            Err(error) => explain(&error.error, piece),
            Ok(_) => Syntax::GoesOn,
        };
        let problem = Finding::error(Fault::Syntax(found, Wanted::Nothing)).at(&self.text, bytes.start);
        TextProblem { at: Some(bytes.start), problem }
    }

    /// Where a place of the text begins, in bytes.
    fn byte(&self, place: Place) -> usize {
        let line: usize = self.text.split_inclusive('\n').take(place.line - 1).map(str::len).sum();
        let letters = self.text[line..].chars().take(place.column - 1);
        line + letters.map(char::len_utf8).sum::<usize>()
    }

    /// The value at the end of a path, as it is written; `None` if there is none.
    #[must_use]
    pub fn value(&self, path: &[Step]) -> Option<&str> {
        let value = self.find(path)?;
        Some(&self.text[self.bytes(&value)])
    }

    /// The value at the end of a path as a text; `None` if it is none.
    #[must_use]
    pub fn string(&self, path: &[Step]) -> Option<String> {
        string(self.value(path)?)
    }

    /// The texts of a list, or of some in brackets; what is no text is left out.
    #[must_use]
    pub fn strings(&self, path: &[Step]) -> Vec<String> {
        let parts = self.find(path).and_then(|value| self.parts(&value)).unwrap_or_default();
        parts.iter().filter_map(|part| string(&self.text[self.bytes(&part.value)])).collect()
    }

    /// The records of a list; none if there is no such list.
    #[must_use]
    pub fn records(&self, list: &[Step]) -> Vec<RecordText<'_>> {
        let parts = self.find(list).and_then(|list| self.parts(&list)).unwrap_or_default();
        parts.into_iter().map(|part| RecordText { text: self, tokens: (part.value.start, part.value.end) }).collect()
    }

    fn root(&self) -> Option<Range<usize>> {
        let mut at = 0;
        // Attributes such as `#![enable(implicit_some)]` stand before the record.
        while self.tokens.get(at).is_some_and(|token| &self.text[token.begin()..token.end()] == "#!") {
            at += 1 + self.tokens.get(at + 1)?.n_inside();
        }
        let first = self.tokens.get(at).filter(|token| token.kind == Lexeme::Open(b')'))?;
        (at + first.n_inside() == self.tokens.len()).then_some(at..self.tokens.len())
    }

    /// The value at the end of a path, by its tokens.
    fn find(&self, path: &[Step]) -> Option<Range<usize>> {
        let mut value = self.root()?;
        for step in path {
            value = self.part(&value, *step)?.value;
        }
        Some(value)
    }

    fn part(&self, of: &Range<usize>, step: Step) -> Option<Part> {
        let mut parts = self.parts(of)?;
        let place = match step {
            Step::Item(place) => place,
            Step::Field(name) => parts.iter().position(|part| self.name(part) == Some(name))?,
        };
        (place < parts.len()).then(|| parts.swap_remove(place))
    }

    /// The name of a field.
    fn name(&self, part: &Part) -> Option<&str> {
        let name = self.tokens[part.whole.start];
        (part.value.start > part.whole.start).then(|| &self.text[name.begin()..name.end()])
    }

    /// What stands between the brackets of a value, by its tokens.
    fn inner(&self, value: &Range<usize>) -> Option<Range<usize>> {
        let opens = |at: usize| matches!(self.tokens.get(at), Some(token) if matches!(token.kind, Lexeme::Open(_)));
        let open = [value.start, value.start + 1].into_iter().find(|at| opens(*at))?;
        (open + self.tokens[open].n_inside() == value.end).then(|| open + 1..value.end - 1)
    }

    /// The parts of a value; `None` if it has no brackets, or nothing between two commas.
    fn parts(&self, value: &Range<usize>) -> Option<Vec<Part>> {
        let inner = self.inner(value)?;
        let mut parts = Vec::new();
        let mut at = inner.start;
        while at < inner.end {
            let begin = at;
            while at < inner.end && self.tokens[at].kind != Lexeme::Comma {
                at += self.tokens[at].n_inside();
            }
            let has_name = at - begin > 2 && self.tokens[begin + 1].kind == Lexeme::Colon;
            if at == begin {
                return None;
            }
            let value = if has_name { begin + 2 } else { begin }..at;
            parts.push(Part { whole: begin..at, value, comma: (at < inner.end).then_some(at) });
            at += 1;
        }
        Some(parts)
    }

    /// The bytes of some tokens, of which there must be one.
    fn bytes(&self, tokens: &Range<usize>) -> Range<usize> {
        self.tokens[tokens.start].begin()..self.tokens[tokens.end - 1].end()
    }
}

impl<'t> RecordText<'t> {
    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &'t str {
        &self.text.text[self.text.bytes(&(self.tokens.0..self.tokens.1))]
    }

    /// A field as it is written.
    #[must_use]
    pub fn field(&self, name: &'static str) -> Option<&'t str> {
        let part = self.text.part(&(self.tokens.0..self.tokens.1), Step::Field(name))?;
        Some(&self.text.text[self.text.bytes(&part.value)])
    }

    /// All its fields, by name, as they are written.
    #[must_use]
    pub fn fields(&self) -> Vec<(&'t str, &'t str)> {
        let parts = self.text.parts(&(self.tokens.0..self.tokens.1)).unwrap_or_default();
        let field = |part: &Part| Some((self.text.name(part)?, &self.text.text[self.text.bytes(&part.value)]));
        parts.iter().filter_map(field).collect()
    }

    /// A field as a text; empty if it is none.
    #[must_use]
    pub fn string(&self, name: &'static str) -> String {
        self.field(name).and_then(string).unwrap_or_default()
    }
}

/// A written value as a text; `None` if it is none.
fn string(written: &str) -> Option<String> {
    let text = RonText::new(written).piece().string().ok()?;
    // As the reader takes it, whatever the line ends of the file.
    Some(if text.contains('\r') { text.replace("\r\n", "\n") } else { text })
}

/// The tokens of a text, in which each unfinished value counts as one.
fn tokens_around(text: &str, unfinished: &[Range<usize>]) -> Option<Vec<Token>> {
    if unfinished.is_empty() {
        return tokens(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut after: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    for bytes in unfinished {
        shown.push_str(text.get(at..bytes.start)?);
        shown.push('0');
        after.push((shown.len(), bytes.end));
        at = bytes.end;
    }
    shown.push_str(text.get(at..)?);
    let back = |byte: usize| match after.iter().rev().find(|(shown, _)| *shown <= byte) {
        Some((shown, real)) => real + (byte - shown),
        None => byte,
    };
    tokens(&shown)?.into_iter().map(|token| token.moved(back)).collect()
}
