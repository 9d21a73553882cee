//! What a text is, before it is read: a dossier, a scenario, something newer, or something else.

use std::borrow::Cow;

use super::{
    FORMAT,
    lexemes::is_blank,
    problem::{Problem, did_you_mean, nearest},
    reader::Reader,
    tree::{Field, Piece, PieceError, RonText},
};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 5_000_000;

/// The kinds of our files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
pub enum Kind {
    /// A dossier.
    Dossier,
    /// A scenario.
    Scenario,
}

/// The names of the kinds, as they are written.
const KINDS: [&str; 2] = ["Dossier", "Scenario"];

/// What a text says it is.
///
/// # Errors
/// The problem that keeps it from being read at all: too large, no RON, not one of ours, too new.
pub fn kind(text: &str, name: &str) -> Result<Kind, Problem> {
    if text.len() > MAX_BYTES {
        return Err(too_large(name, text.len() as u64));
    }
    let text = unix_lines(text);
    kind_in(&RonText::new(&text), &text, name).map(|(kind, _)| kind)
}

/// What a text says it is, and all of it as a piece.
pub(super) fn kind_in<'s>(source: &'s RonText<'_>, text: &str, name: &str) -> Result<(Kind, Piece<'s>), Problem> {
    let piece = source.whole().map_err(|error| syntax(text, name, &error))?;
    // A well-formed text that is no record was never meant to be one of ours.
    let fields = piece.fields().map_err(|_other_form| no_kind(&format!("\"{name}\"")))?;
    let kind = kind_of(piece, &fields, &format!("\"{name}\"")).map_err(|refusal| match refusal.at {
        Some(at) => refusal.problem.at(text, at),
        None => refusal.problem,
    })?;
    Ok((kind, piece))
}

/// Why a record is not read, and where in the text.
pub(super) struct Refusal {
    /// In bytes; `None` if it is not one of ours at all.
    pub at: Option<usize>,
    /// Without its place.
    pub problem: Problem,
}

/// What a record with these fields says it is. `name` is what it is called in messages.
pub(super) fn kind_of(record: Piece<'_>, fields: &[Field<'_>], name: &str) -> Result<Kind, Refusal> {
    let field = |wanted: &str| fields.iter().find(|(name, _)| name == wanted).map(|(_, piece)| *piece);
    let refusal = |at: usize, problem: Problem| Refusal { at: Some(at), problem };
    let nothing = || Refusal { at: None, problem: no_kind(name) };
    let given = field("kind").ok_or_else(nothing)?;
    let Ok(kind) = given.read::<Kind>() else {
        return Err(match nearest(given.text, KINDS) {
            Some(_) => {
                let message = format!("\"{}\" is not a kind of file", given.text);
                refusal(given.at, Problem::error(message, did_you_mean(given.text, KINDS)))
            }
            None => nothing(),
        });
    };
    let Some(format) = field("format") else {
        let hint = format!("Add `format: {FORMAT}`");
        return Err(refusal(record.at, Problem::error("the field \"format\" is missing", hint)));
    };
    match format.read::<u64>() {
        Ok(number) if number == u64::from(FORMAT) => Ok(kind),
        Ok(newer @ 2..) => {
            let message = format!(
                "{name} was made with a newer version (format {newer}; this app reads up to {FORMAT}). Nothing was changed"
            );
            Err(refusal(format.at, Problem::error(message, "Use a newer version of this app")))
        }
        _ => Err(refusal(format.at, Problem::error("\"format\" is not a format", format!("Write {FORMAT}")))),
    }
}

/// The text with line ends as they are outside of Windows. Lines and columns stay the same.
pub(super) fn unix_lines(text: &str) -> Cow<'_, str> {
    if text.contains("\r\n") { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) }
}

/// The problem of a file that is too large.
#[must_use]
pub fn too_large(name: &str, bytes: u64) -> Problem {
    // One decimal, rounded up: what is over the limit must not read as if it were not.
    let tenths = bytes.div_ceil(100_000);
    let megabytes = format!("{}.{}", tenths / 10, tenths % 10);
    let megabytes = megabytes.strip_suffix(".0").unwrap_or(&megabytes);
    let message =
        format!("\"{name}\" has {megabytes} MB; plans are usually under 1 MB (limit 5 MB). It was not opened");
    Problem::error(message, "Choose another file")
}

fn no_kind(name: &str) -> Problem {
    Problem::error(
        format!("{name} is not a plan or dossier"),
        "Plans and dossiers are RON records that begin with `kind: Scenario` or `kind: Dossier`",
    )
}

/// The problem of a text that is no RON.
fn syntax(text: &str, name: &str, error: &PieceError) -> Problem {
    if is_blank(text) {
        return Problem::error(format!("\"{name}\" is empty"), "Choose another file");
    }
    let mut reader = Reader::new(text);
    reader.unreadable(error, "");
    reader.problems.remove(0)
}
