//! What `ron` found, as what is wrong with the text.

use crate::domain::{Fault, Finding, Place, Syntax, Wanted};

/// What is wrong with a text that is one whole value, with its place.
#[must_use]
pub fn problem_of(error: &ron::error::SpannedError) -> Finding {
    let place = Place { line: error.span.start.line, column: error.span.start.col };
    Finding { place: Some(place), ..Finding::error(Fault::Syntax(explain(&error.code), Wanted::Nothing)) }
}

/// What is wrong.
pub fn explain(error: &ron::Error) -> Syntax {
    use ron::Error as E;
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
        E::NoSuchEnumVariant { expected, found, .. } => {
            Syntax::Name { found: found.clone(), expected: expected.to_vec() }
        }
        other => Syntax::Other(other.to_string()),
    }
}
