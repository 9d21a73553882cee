//! A case of one's own while it is edited: its text, and what is wrong with it.

use std::{borrow::Cow, path::PathBuf, sync::Arc};

use super::At;
use crate::{
    domain::{Dossier, Fault, FieldFault, Finding, FindingKind, Term},
    format::{DossierFile, DossierText, Spot, terms_by_themselves},
};

/// The text of the document's dossier, where it can be edited.
#[derive(Clone, Debug)]
pub struct OwnCase {
    /// What is edited.
    pub text: DossierText,
    /// What is wrong with it; empty if the document's dossier is what it says.
    pub problems: Vec<SpottedProblem>,
    /// While something is wrong, the terms that can be read by themselves.
    pub(crate) readable: Arc<[Term]>,
    /// The text that the document's dossier was read from: the last that was sound.
    pub sound: Arc<str>,
    /// What its file holds.
    pub saved: Arc<str>,
    /// Its file.
    pub path: PathBuf,
}

/// Cases are told apart by what they say and where they are.
impl PartialEq for OwnCase {
    fn eq(&self, other: &Self) -> bool {
        (&self.path, &self.text) == (&other.path, &other.text)
    }
}

impl Eq for OwnCase {}

/// A problem and the field in which it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpottedProblem {
    /// `None` if it stands in no field.
    pub spot: Option<Spot>,
    /// What is wrong.
    pub problem: Finding,
}

/// A field that is missing is to be filled in where it would stand; the reader can only say in which record.
fn in_its_field(spot: Spot, problem: &Finding) -> Spot {
    let FindingKind::Fault(fault) = &problem.kind else { return spot };
    match &**fault {
        Fault::Field(FieldFault::Missing(name)) if spot.inner.is_none() => Spot { inner: Some(name.clone()), ..spot },
        _ => spot,
    }
}

impl OwnCase {
    /// A case as it stands in its file. `None` if its text cannot be taken apart, and so not be edited by forms.
    #[must_use]
    pub fn opened(text: &str, path: PathBuf) -> Option<Self> {
        let saved: Arc<str> = text.into();
        let text = DossierText::new(text.to_owned())?;
        Some(Self { text, problems: Vec::new(), readable: Arc::default(), sound: Arc::clone(&saved), saved, path })
    }

    /// True if there is something to save.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.text.as_str() != &*self.saved
    }

    /// True if the document's dossier is what the text says.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }

    /// The same case with another text. If that is sound, its dossier.
    #[must_use]
    pub(crate) fn with_text(&self, text: DossierText) -> (Self, Option<DossierFile>) {
        let read = text.read();
        let mut next = Self { text, ..self.clone() };
        match read {
            Ok(file) => {
                next.problems = Vec::new();
                next.readable = Arc::default();
                next.sound = next.text.as_str().into();
                (next, Some(file))
            }
            Err(problems) => {
                let spotted = problems.into_iter().map(|found| {
                    let spot = found.at.and_then(|at| next.text.spot(at));
                    SpottedProblem { spot: spot.map(|spot| in_its_field(spot, &found.problem)), problem: found.problem }
                });
                next.problems = spotted.collect();
                next.readable = terms_by_themselves(&next.text).into();
                (next, None)
            }
        }
    }

    /// The problems of what is here: of a field, or of a record as a whole.
    pub(crate) fn problems_at<'c>(&'c self, at: &'c At) -> impl Iterator<Item = &'c Finding> {
        let is_here = |found: &&SpottedProblem| {
            found.spot.as_ref().is_some_and(|spot| {
                Some(spot.field.as_str()) == at.top() && spot.item == at.place() && spot.inner.as_deref() == at.inner()
            })
        };
        self.problems.iter().filter(is_here).map(|found| &found.problem)
    }

    /// True if something is wrong with a record.
    #[must_use]
    pub(crate) fn has_problem(&self, list: &str, item: usize) -> bool {
        let mut spots = self.problems.iter().filter_map(|found| found.spot.as_ref());
        spots.any(|spot| spot.field == list && spot.item == Some(item))
    }

    /// A field as it is written; empty if it is not there.
    #[must_use]
    pub fn raw(&self, at: &At) -> String {
        self.text.value(at.steps()).unwrap_or_default().replace("\r\n", "\n")
    }

    /// A field as a text; empty if it is not there. `None` if it is there and no text.
    #[must_use]
    pub fn string(&self, at: &At) -> Option<String> {
        match self.text.value(at.steps()) {
            None => Some(String::new()),
            Some(_) => self.text.string(at.steps()),
        }
    }

    /// The texts of a field that is a list of them, or two in brackets.
    #[must_use]
    pub fn strings(&self, at: &At) -> Vec<String> {
        self.text.strings(at.steps())
    }

    /// The terms that a demand can be about: those of the text, as far as they can be read. `sound` is the last that was
    /// sound, which may lack some of them.
    #[must_use]
    pub(crate) fn terms<'d>(&self, sound: &'d Dossier) -> Cow<'d, [Term]> {
        if self.is_sound() {
            return Cow::Borrowed(&sound.terms);
        }
        let by_id = |id: &str| self.readable.iter().chain(&sound.terms).find(|term| term.id == id).cloned();
        Cow::Owned(self.names("terms").iter().filter_map(|(id, _)| by_id(id)).collect())
    }

    /// The number of records of a list.
    #[must_use]
    pub fn count(&self, list: &'static str) -> usize {
        self.text.records(At::list(list).steps()).len()
    }

    /// Ids and names of the records of a list: what a drop-down offers.
    #[must_use]
    pub fn names(&self, list: &'static str) -> Vec<(String, String)> {
        let name = match list {
            "statements" => "short",
            "sources" => "publisher",
            "positions" => "id",
            _ => "name",
        };
        let records = self.text.records(At::list(list).steps());
        records.iter().map(|record| (record.string("id"), record.string(name))).collect()
    }
}
