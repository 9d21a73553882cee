//! Terms of a text that is not sound, each read by itself: what is wrong elsewhere takes none of them from the forms.

use super::{DossierText, Step, new_case::EMPTY};
use crate::domain::Term;

const TERMS: Step = Step::Field("terms");

/// What the reader must have of a term and a demand does not ask for.
const WORDS: [&str; 4] = ["name", "question", "group", "glossary"];

/// Every term that can be read without the rest, in the order of the text.
#[must_use]
pub(crate) fn terms_by_themselves(text: &DossierText) -> Vec<Term> {
    let Some(alone) = DossierText::new(EMPTY.to_owned()) else { return Vec::new() };
    text.records(&[TERMS]).iter().filter_map(|record| term(&alone, record.as_str())).collect()
}

/// The term in a dossier that has no other.
fn term(alone: &DossierText, record: &str) -> Option<Term> {
    let mut text = alone.spliced(&alone.set(&[TERMS, Step::Item(0)], record)?)?;
    for word in WORDS {
        let at = [TERMS, Step::Item(0), Step::Field(word)];
        if text.string(&at).is_none_or(|written| written.trim().is_empty()) {
            text = text.spliced(&text.set(&at, "\"-\"")?)?;
        }
    }
    text.read().ok()?.dossier.terms.first().cloned()
}
