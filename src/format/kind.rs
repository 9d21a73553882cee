//! What a text is, before it is read: a dossier, a scenario, something newer, or something else.

use std::borrow::Cow;

use super::{
    explain::explain,
    lexemes::is_blank,
    limits::MAX_BYTES,
    near::near,
    slips::Mended,
    spelled::is_same,
    tree::{Field, Piece, PieceError, RonText},
};
use crate::domain::{Fault, FileFault, Finding, Near, Wanted, limits::FORMAT};

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
/// What keeps it from being read at all: too large, no RON, not one of ours, too new.
pub fn kind(text: &str, name: &str) -> Result<Kind, Vec<Finding>> {
    if text.len() > MAX_BYTES {
        return Err(vec![too_large(name, text.len() as u64)]);
    }
    let text = unix_lines(text);
    let source = RonText::new(&text);
    let mended = source.whole().err().and_then(|_error| Mended::of(&text));
    let again = mended.as_ref().map(|mended| RonText::new(&mended.text));
    kind_in(again.as_ref().unwrap_or(&source), (&text, name), mended.as_ref()).map(|(kind, _)| kind)
}

/// What a text says it is, and all of it as a piece. `source` may be its mended copy.
///
/// # Errors
/// Why it is not one of ours, with the slips in it.
pub(super) fn kind_in<'s>(
    source: &'s RonText<'_>,
    (text, name): (&str, &str),
    mended: Option<&Mended>,
) -> Result<(Kind, Piece<'s>), Vec<Finding>> {
    read_kind(source, text, name).map_err(|problem| {
        let mut found = mended.map(|mended| mended.findings(text)).unwrap_or_default();
        found.push(problem);
        found.sort_by_key(|found| found.place);
        found
    })
}

fn read_kind<'s>(source: &'s RonText<'_>, text: &str, name: &str) -> Result<(Kind, Piece<'s>), Finding> {
    let piece = source.whole().map_err(|error| syntax(text, name, &error))?;
    // A well-formed text that is no record was never meant to be one of ours.
    let fields = piece.fields().map_err(|_other_form| no_record(piece, name))?;
    let kind = kind_of(piece, &fields, Some(name)).map_err(|refusal| match refusal.at {
        Some(at) => refusal.problem.at(text, text.floor_char_boundary(at)),
        None => refusal.problem,
    })?;
    Ok((kind, piece))
}

/// Why a record is not read, and where in the text.
pub(super) struct Refusal {
    /// In bytes; `None` if it is not one of ours at all.
    pub at: Option<usize>,
    /// Without its place.
    pub problem: Finding,
}

/// What a record with these fields says it is. `name` is the file's; none for a dossier inside of one.
pub(super) fn kind_of(record: Piece<'_>, fields: &[Field<'_>], name: Option<&str>) -> Result<Kind, Refusal> {
    let field = |wanted: &str| fields.iter().find(|(name, _)| name == wanted).map(|(_, piece)| *piece);
    let refusal = |at: usize, fault: FileFault| Refusal { at: Some(at), problem: Finding::error(fault) };
    let nothing = || Refusal { at: None, problem: no_kind(name) };
    let given = field("kind").ok_or_else(nothing)?;
    let Ok(kind) = given.read::<Kind>() else {
        let (found, same) = (given.text.trim_matches('"'), KINDS.iter().find(|kind| is_same(kind, given.text)));
        return Err(match same.map_or_else(|| near(found, KINDS), |kind| Near::Written((*kind).to_owned())) {
            meant @ (Near::Nearest(_) | Near::Written(_)) => {
                refusal(given.at, FileFault::UnknownKind(given.text.to_owned(), meant))
            }
            Near::Known(_) | Near::Unknown => nothing(),
        });
    };
    let Some(format) = field("format") else {
        return Err(refusal(record.at, FileFault::NoFormat));
    };
    match format.read::<u64>() {
        Ok(number) if number == u64::from(FORMAT) => Ok(kind),
        Ok(newer @ 2..) => Err(refusal(format.at, FileFault::Newer { name: name.map(str::to_owned), format: newer })),
        _ => Err(refusal(format.at, FileFault::NotAFormat)),
    }
}

/// The text with line ends as they are outside of Windows. Lines and columns stay the same.
pub(super) fn unix_lines(text: &str) -> Cow<'_, str> {
    if text.contains("\r\n") { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) }
}

/// The problem of a file that is too large.
#[must_use]
pub(crate) fn too_large(name: &str, bytes: u64) -> Finding {
    Finding::error(FileFault::TooLarge { name: name.to_owned(), bytes })
}

/// A well-formed text that is no record. python-ron and its like write records as maps, and names as empty ones.
fn no_record(piece: Piece<'_>, name: &str) -> Finding {
    let keys: Vec<String> =
        piece.entries().unwrap_or_default().iter().filter_map(|(key, _)| key.string().ok()).collect();
    let has = |wanted: &str| keys.iter().any(|key| key == wanted);
    if has("kind") && has("format") {
        return Finding::error(FileFault::NamesDropped(name.to_owned()));
    }
    no_kind(Some(name))
}

fn no_kind(name: Option<&str>) -> Finding {
    Finding::error(FileFault::NotOurs(name.map(str::to_owned)))
}

/// The problem of a text that is no RON.
fn syntax(text: &str, name: &str, error: &PieceError) -> Finding {
    if is_blank(text) {
        return Finding::error(FileFault::Empty(name.to_owned()));
    }
    let fault = Fault::Syntax(explain(&error.error, ""), Wanted::Nothing);
    Finding::error(fault).at(text, text.floor_char_boundary(error.at))
}
