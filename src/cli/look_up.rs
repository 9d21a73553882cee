//! What is named on the command line: a term by its id or name, a party by its id, code or name, in capital or small
//! letters, with or without marks on them. One rule for all options.

use crate::{
    domain::{Dossier, Party, PartyIx, Term, TermIx},
    wording::{cli_plans as words, folded},
};

/// Names that differ from the right one by more than this are not suggested.
const LIKENESS: f64 = 0.75;

/// The term that is meant. `option` is what was typed, for the message.
///
/// # Errors
/// If there is none, with a suggestion.
pub(super) fn term(dossier: &Dossier, option: &str, text: &str) -> Result<TermIx, String> {
    let is_meant = |term: &Term| names(&[&term.id, &term.name], text);
    let ids = || dossier.terms.iter().map(|term| term.id.as_str()).collect::<Vec<_>>();
    let found = dossier.terms.iter().position(is_meant).map(TermIx::at);
    found.ok_or_else(|| words::unknown_term(option, text, nearest(text, &ids()), &ids()))
}

/// The party that is meant.
///
/// # Errors
/// If there is none, with a suggestion.
pub(super) fn party(dossier: &Dossier, option: &str, text: &str) -> Result<PartyIx, String> {
    let is_meant = |party: &Party| names(&[&party.id, &party.code, &party.name], text);
    let ids = || dossier.parties.iter().map(|party| party.id.as_str()).collect::<Vec<_>>();
    let found = dossier.parties.iter().position(is_meant).map(PartyIx::at);
    found.ok_or_else(|| words::unknown_party(option, text, nearest(text, &ids()), &ids()))
}

/// True if one of these is what was typed.
#[must_use]
pub(super) fn names(names: &[&str], text: &str) -> bool {
    let typed = folded(text.trim());
    names.iter().any(|name| folded(name) == typed)
}

/// The name most like `wanted`, if one is like it at all.
#[must_use]
pub(super) fn nearest<'a>(wanted: &str, names: &[&'a str]) -> Option<&'a str> {
    let likeness = |name: &&str| strsim::jaro_winkler(&wanted.to_lowercase(), name);
    let near = names.iter().copied().map(|name| (likeness(&name), name)).filter(|(likeness, _)| *likeness >= LIKENESS);
    near.max_by(|(left, _), (right, _)| left.total_cmp(right)).map(|(_, name)| name)
}
