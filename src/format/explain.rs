//! What `ron` found, in words for people who do not know it.

use super::problem::{Place, Problem};

/// What is wrong with a text that is one whole value, with its place and what to do.
#[must_use]
pub fn problem_of(error: &ron::error::SpannedError) -> Problem {
    let (message, hint) = explain(&error.code);
    let place = Place { line: error.span.start.line, column: error.span.start.col };
    Problem { place: Some(place), ..Problem::error(message, hint) }
}

/// What is wrong, and what to do.
pub fn explain(error: &ron::Error) -> (String, String) {
    use ron::Error as E;
    let (message, hint) = match error {
        E::ExpectedComma => ("expected a comma", "Write a comma between two fields or entries"),
        E::ExpectedStructLikeEnd => ("expected a comma or `)`", "Close the record, or add a comma"),
        E::ExpectedArrayEnd => ("expected a comma or `]`", "Close the list, or add a comma"),
        E::ExpectedMapEnd => ("expected a comma or `}`", "Close the map, or add a comma"),
        E::ExpectedString => ("expected a text", "Write it in quotation marks"),
        E::ExpectedStringEnd => ("a text is not closed", "Add the closing quotation mark"),
        E::ExpectedMapColon => ("expected a colon", "Write `name: value`"),
        E::ExpectedBoolean => ("expected true or false", "Write it without quotation marks"),
        E::ExpectedInteger => {
            ("expected a whole number", "Write it without quotation marks and without a decimal point")
        }
        E::ExpectedArray => ("expected a list", "Write `[…]`"),
        E::ExpectedMap => ("expected a map", "Write `{…}`"),
        E::ExpectedStructLike | E::ExpectedNamedStructLike(_) => ("expected a record", "Write `(field: value, …)`"),
        E::Eof => ("the text ends here, before it is complete", "The file may have been cut off"),
        E::TrailingCharacters => ("there is more text after the end", "Remove it, or check the brackets before it"),
        E::ExceededRecursionLimit => ("the brackets are nested too deeply", "A file may be nested 64 levels deep"),
        E::UnclosedBlockComment => ("a comment is not closed", "Add `*/`"),
        E::IntegerOutOfBounds => ("the number is too large", "Write a smaller one"),
        E::NoSuchEnumVariant { expected, found, .. } => {
            return (format!("\"{found}\" means nothing here"), format!("Write {}", expected.join(" or ")));
        }
        other => {
            return (lower_first(&other.to_string()), "Compare it with a shipped file, or with the format".to_owned());
        }
    };
    (message.to_owned(), hint.to_owned())
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
