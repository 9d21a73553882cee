//! What is being edited: a scenario, the dossier it belongs to, and the file it came from.

use std::{
    path::PathBuf,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU64, Ordering},
    },
};

use crate::{
    analysis::{HowRead, Index},
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
    how_read: OnceLock<HowRead>,
}

impl Case {
    /// Prepares `dossier`.
    #[must_use]
    pub fn new(dossier: Dossier, fingerprint: String, shipped: bool) -> Self {
        let index = Index::new(&dossier);
        Self { dossier, index, fingerprint, shipped, how_read: OnceLock::new() }
    }

    /// How the positions were read, once it is worked out.
    #[must_use]
    pub fn how_read(&self) -> Option<&HowRead> {
        self.how_read.get()
    }

    /// Works it out and keeps it.
    pub(super) fn work_out_how_read(&self) {
        self.how_read.get_or_init(|| HowRead::new(&self.dossier, &self.index));
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

/// A piece of work from its beginning on, through all its changes. It is what a draft is a draft of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkId(u64);

impl Default for WorkId {
    fn default() -> Self {
        Self::fresh()
    }
}

impl WorkId {
    /// One that no other work of this window has.
    fn fresh() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
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
    /// Which work this is a state of.
    pub work: WorkId,
}

/// States of one work are told apart by what they say.
impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        (self.work, &self.file, &self.scenario) == (other.work, &other.file, &other.scenario)
    }
}

impl Eq for Document {}

impl Document {
    /// A document that is as it was opened, from a file or begun here.
    #[must_use]
    pub fn opened(case: Arc<Case>, scenario: Scenario, file: Option<OpenFile>) -> Self {
        let saved = Arc::new(scenario.clone());
        let path = file.as_ref().and_then(|file| file.path.clone());
        Self { case, scenario, origin: path.map_or(Origin::New, Origin::File), file, saved, work: WorkId::fresh() }
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

/// The name of a draft on the shelf.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(pub String);
