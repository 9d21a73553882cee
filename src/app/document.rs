//! What is being edited: a scenario, the dossier it belongs to, and the file it came from.

use std::{path::PathBuf, sync::Arc};

use crate::{
    analysis::Index,
    domain::{Dossier, Original, Scenario},
};

/// A dossier prepared for verdicts.
#[derive(Debug)]
pub struct Case {
    /// The dossier.
    pub dossier: Dossier,
    /// Its compiled demands.
    pub index: Index,
    /// The fingerprint of the text it was read from.
    pub fingerprint: String,
    /// True if it ships with the program.
    pub shipped: bool,
}

impl Case {
    /// Prepares `dossier`.
    #[must_use]
    pub fn new(dossier: Dossier, fingerprint: String, shipped: bool) -> Self {
        let index = Index::new(&dossier);
        Self { dossier, index, fingerprint, shipped }
    }
}

/// The name under which the window keeps what it knows of a file: its text, unknown fields and the like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u64);

/// The file that a document came from or was saved to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenFile {
    /// The window's name for it.
    pub id: FileId,
    /// Where it is; `None` for a shipped scenario.
    pub path: Option<PathBuf>,
}

/// Where a document came from when it was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It was begun here.
    New,
    /// A scenario of a dossier at hand.
    Entry {
        /// The dossier's id.
        shelf: String,
        /// The scenario's id.
        scenario: String,
    },
    /// A file.
    File(PathBuf),
}

/// What is being edited. Undo keeps whole documents, so opening a file can be undone like any other step.
#[derive(Clone, Debug)]
pub struct Document {
    /// The dossier.
    pub case: Arc<Case>,
    /// The scenario.
    pub scenario: Scenario,
    /// Where it came from.
    pub origin: Origin,
    /// The file, if there is one.
    pub file: Option<OpenFile>,
    /// The scenario as it stands in the file, or as it was when it was new.
    pub saved: Arc<Scenario>,
}

impl Document {
    /// A document that is as it was opened, from a file or begun here.
    #[must_use]
    pub fn opened(case: Arc<Case>, scenario: Scenario, file: Option<OpenFile>) -> Self {
        let saved = Arc::new(scenario.clone());
        let path = file.as_ref().and_then(|file| file.path.clone());
        Self { case, scenario, origin: path.map_or(Origin::New, Origin::File), file, saved }
    }

    /// The same, opened from the scenarios of a dossier.
    #[must_use]
    pub fn of_entry(mut self, scenario: &str) -> Self {
        self.origin = Origin::Entry { shelf: self.case.dossier.id.clone(), scenario: scenario.to_owned() };
        self
    }

    /// What a plan that differs from this document must name: the plan as it was opened, if somebody put it forward. A plan
    /// that names nobody is its owner's to change.
    #[must_use]
    pub fn original(&self) -> Option<Arc<Original>> {
        let is_entry = matches!(self.origin, Origin::Entry { .. });
        (is_entry || self.saved.is_attributed() || self.saved.changed_from.is_some()).then(|| Original::of(&self.saved))
    }

    /// True if there is something to save.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.scenario != *self.saved
    }

    /// Where saving would write without asking.
    #[must_use]
    pub fn path(&self) -> Option<&PathBuf> {
        self.file.as_ref().and_then(|file| file.path.as_ref())
    }
}
