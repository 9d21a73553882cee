//! What a text is, before it is read: a dossier, a scenario, something newer, or something else.

use super::{
    FORMAT,
    problem::Problem,
    tree::{self, Piece, PieceError},
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

/// What a text says it is.
///
/// # Errors
/// The problem that keeps it from being read at all: too large, no RON, not one of ours, too new.
pub fn kind(text: &str, name: &str) -> Result<Kind, Problem> {
    if text.len() > MAX_BYTES {
        return Err(too_large(name, text.len() as u64));
    }
    let fields = tree::whole(text).and_then(Piece::fields).map_err(|error| syntax(text, name, &error))?;
    let field = |wanted: &str| fields.iter().find(|(name, _)| name == wanted).map(|(_, piece)| *piece);
    let no_kind = || {
        Problem::error(
            format!("\"{name}\" is not a plan or dossier"),
            "Plans and dossiers are RON records that begin with `kind: Scenario` or `kind: Dossier`",
        )
    };
    let kind = field("kind").and_then(|piece| piece.read::<Kind>().ok()).ok_or_else(no_kind)?;
    let Some(format) = field("format") else {
        return Err(Problem::error("the field \"format\" is missing", format!("Add `format: {FORMAT}`")));
    };
    match format.read::<u32>() {
        Ok(FORMAT) => Ok(kind),
        Ok(newer @ 2..) => {
            let message = format!(
                "\"{name}\" was made with a newer version (format {newer}; this app reads up to {FORMAT}). Nothing was changed"
            );
            Err(Problem::error(message, "Use a newer version of this app").at(text, format.at))
        }
        _ => Err(Problem::error("\"format\" is not a format", format!("Write {FORMAT}")).at(text, format.at)),
    }
}

/// The problem of a file that is too large.
#[must_use]
pub fn too_large(name: &str, bytes: u64) -> Problem {
    let megabytes = bytes.div_ceil(1_000_000);
    let message =
        format!("\"{name}\" has {megabytes} MB; plans are usually under 1 MB (limit 5 MB). It was not opened");
    Problem::error(message, "")
}

/// The problem of a text that is no RON.
fn syntax(text: &str, name: &str, error: &PieceError) -> Problem {
    if text.trim().is_empty() {
        return Problem::error(format!("\"{name}\" is empty"), "Choose another file");
    }
    let mut reader = super::reader::Reader::new(text);
    reader.unreadable(error, "");
    reader.problems.remove(0)
}
