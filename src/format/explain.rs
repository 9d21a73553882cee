//! What `ron` found, as what is wrong with the text.

use ron::error::SpannedError;
use serde::de::DeserializeOwned;

use super::{
    lexemes::{leading_space, lexeme},
    slips::Mended,
    spelled::{number, shown, slip},
    tree::options,
};
use crate::domain::{Fault, Finding, Place, Syntax, Wanted};

/// A text that is one whole value.
///
/// # Errors
/// Everything that keeps it from being read, as far as it can be told, in the order of the text.
pub fn read_whole<T: DeserializeOwned>(text: &str) -> Result<T, Vec<Finding>> {
    let error = match options().from_str(text) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let Some(mended) = Mended::of(text) else { return Err(vec![problem_of(text, text, &error)]) };
    let mut found = mended.findings(text);
    match options().from_str::<T>(&mended.text) {
        Err(second) => found.push(problem_of(text, &mended.text, &second)),
        Ok(_) if found.is_empty() => found.push(problem_of(text, text, &error)),
        Ok(_) => {}
    }
    found.sort_by_key(|found| found.place);
    Err(found)
}

/// What is wrong with a text, as it was written and as it was read.
fn problem_of(written: &str, read: &str, error: &SpannedError) -> Finding {
    let place = Place { line: error.span.start.line, column: error.span.start.col };
    let line_start: usize = read.split_inclusive('\n').take(place.line.saturating_sub(1)).map(str::len).sum();
    let letters = read.get(line_start..).unwrap_or_default().chars().take(place.column.saturating_sub(1));
    let at = line_start + letters.map(char::len_utf8).sum::<usize>();
    let at = at + leading_space(read.get(at..).unwrap_or_default());
    let end = lexeme(read, at).map_or(at, |(_, end)| end);
    // `ron` stumbles over the point of a number whose beginning it has read.
    let begin = at - read.get(..at).unwrap_or_default().bytes().rev().take_while(u8::is_ascii_digit).count();
    let cut = (begin < at).then(|| number(as_written(written, begin, end))).flatten();
    let at = if cut.is_some() { begin } else { at };
    let found = cut.unwrap_or_else(|| explain(&error.code, as_written(written, at, end)));
    Finding::error(Fault::Syntax(found, Wanted::Nothing)).at(written, written.floor_char_boundary(at))
}

/// What stands in a text at the bytes of its mended copy: whole letters.
pub(super) fn as_written(text: &str, begin: usize, end: usize) -> &str {
    let (begin, end) = (text.floor_char_boundary(begin), text.ceil_char_boundary(end));
    text.get(begin..end).unwrap_or_default().trim()
}

/// What is wrong with a piece, by what is written there.
pub(super) fn explain(error: &ron::Error, written: &str) -> Syntax {
    use ron::Error as E;
    if let Some(slip) = slip(error, written) {
        return slip;
    }
    match error {
        E::ExpectedComma => Syntax::Comma,
        E::ExpectedStructLikeEnd => Syntax::RecordEnd,
        E::ExpectedArrayEnd => Syntax::ListEnd,
        E::ExpectedMapEnd => Syntax::MapEnd,
        E::ExpectedString => Syntax::Text,
        E::ExpectedStringEnd => Syntax::TextEnd,
        E::ExpectedMapColon => Syntax::Colon,
        E::ExpectedBoolean => Syntax::Boolean,
        E::ExpectedInteger => Syntax::Integer,
        E::ExpectedArray => Syntax::List,
        E::ExpectedMap => Syntax::Map,
        E::ExpectedStructLike | E::ExpectedNamedStructLike(_) => Syntax::Record,
        E::Eof => Syntax::CutOff,
        E::TrailingCharacters => Syntax::GoesOn,
        E::ExceededRecursionLimit => Syntax::TooDeep,
        E::UnclosedBlockComment => Syntax::Comment,
        E::IntegerOutOfBounds => Syntax::TooLargeNumber,
        E::NoSuchEnumVariant { expected, .. } => Syntax::Name { found: shown(written), expected: expected.to_vec() },
        other => Syntax::Other(other.to_string()),
    }
}
