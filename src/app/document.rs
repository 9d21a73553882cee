//! What is being edited: a scenario, the dossier it belongs to, and the file it came from.

use std::{
    path::PathBuf,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU64, Ordering},
    },
};

use super::{
    case::{OwnCase, carried},
    file_dialog::{MAX_FILE_NAME, slug},
};
use crate::{
    analysis::{Basis, HowRead, Index, Judged, Situation},
    domain::{Dossier, Original, Scenario},
    format::{DossierText, Splice},
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
    /// The dossier's text, if it is one's own and can be edited.
    pub own: Option<Arc<OwnCase>>,
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
        (self.work, &self.file, &self.scenario, &self.own) == (other.work, &other.file, &other.scenario, &other.own)
    }
}

impl Eq for Document {}

impl Document {
    /// A document that is as it was opened, from a file or begun here.
    #[must_use]
    pub fn opened(case: Arc<Case>, scenario: Scenario, file: Option<OpenFile>) -> Self {
        let saved = Arc::new(scenario.clone());
        let path = file.as_ref().and_then(|file| file.path.clone());
        let origin = path.map_or(Origin::New, Origin::File);
        Self { case, own: None, scenario, origin, file, saved, work: WorkId::fresh() }
    }

    /// The same with the text of its dossier, if that can be edited.
    #[must_use]
    pub fn of_own_case(self, own: Option<Arc<OwnCase>>) -> Self {
        Self { own, ..self }
    }

    /// The same, opened from the scenarios of a dossier.
    #[must_use]
    pub fn of_entry(mut self, scenario: &str) -> Self {
        self.origin = Origin::Entry { shelf: self.case.dossier.id.clone(), scenario: scenario.to_owned() };
        self
    }

    /// True if it came from the plan on file of this name, of its own case.
    #[must_use]
    pub fn is_entry(&self, name: &str) -> bool {
        matches!(&self.origin, Origin::Entry { shelf, scenario } if *shelf == self.case.dossier.id && scenario == name)
    }

    /// The plan with what follows from it.
    #[must_use]
    pub(crate) fn judged(&self) -> Judged<'_> {
        Judged::with_index(&self.case.dossier, &self.case.index, &self.scenario)
    }

    /// What is in force and counts.
    #[must_use]
    pub fn situation(&self) -> Situation {
        Situation::new(&self.case.dossier, self.scenario.as_of, self.scenario.counted)
    }

    /// The plan on this day, for analyses that need no marks of it.
    #[must_use]
    pub fn basis<'a>(&'a self, situation: &'a Situation) -> Basis<'a> {
        Basis { dossier: &self.case.dossier, index: &self.case.index, situation, plan: &self.scenario.plan }
    }

    /// What a plan that differs from this document must name: the plan as it was opened, if somebody put it forward. A plan
    /// that names nobody is its owner's to change.
    #[must_use]
    pub fn original(&self) -> Option<Arc<Original>> {
        let is_entry = matches!(self.origin, Origin::Entry { .. });
        (is_entry || self.saved.is_attributed() || self.saved.changed_from.is_some()).then(|| Original::of(&self.saved))
    }

    /// True if there is something to save: of the plan, or of its case.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.is_plan_unsaved() || self.is_case_unsaved()
    }

    /// True if there is something to save of the plan.
    #[must_use]
    pub(crate) fn is_plan_unsaved(&self) -> bool {
        self.scenario != *self.saved
    }

    /// True if there is something to save of the case.
    #[must_use]
    pub fn is_case_unsaved(&self) -> bool {
        self.own.as_ref().is_some_and(|own| own.is_unsaved())
    }

    /// The same document with its case's text changed splice by splice; `None` if it has no such text.
    #[must_use]
    pub(crate) fn with_splices(&self, splices: &[Splice]) -> Option<Self> {
        let own = self.own.as_ref()?;
        let text = splices.iter().try_fold(own.text.clone(), |text, splice| text.spliced(splice))?;
        Some(self.with_case_text(own, text))
    }

    /// The same document with this text of its case: if it is sound, with its dossier, to which the plan is carried over.
    #[must_use]
    pub(crate) fn with_case_text(&self, own: &OwnCase, text: DossierText) -> Self {
        let (own, file) = own.with_text(text);
        let own = Some(Arc::new(own));
        let Some(file) = file else { return Self { own, ..self.clone() } };
        let (old, new) = (&self.case.dossier, &file.dossier);
        let scenario = carried(&self.scenario, old, new);
        let saved = Arc::new(carried(&self.saved, old, new));
        let case = Arc::new(Case::new(file.dossier, file.fingerprint, false));
        Self { scenario, saved, case, own, ..self.clone() }
    }

    /// True if both are about the same case of one's own, in whatever state.
    #[must_use]
    pub(crate) fn shares_case(&self, other: &Self) -> bool {
        self.own.as_ref().zip(other.own.as_ref()).is_some_and(|(one, other)| one.path == other.path)
    }

    /// Where saving would write without asking.
    #[must_use]
    pub fn path(&self) -> Option<&PathBuf> {
        self.file.as_ref().and_then(|file| file.path.as_ref())
    }

    /// A file name made from the title: small letters, digits and hyphens, ending in `.ron`.
    #[must_use]
    pub fn file_name(&self) -> String {
        let title = slug(self.scenario.nearest_title(), MAX_FILE_NAME);
        let is_changed = self.scenario.changed_from.is_some() && self.scenario.title.is_empty();
        title + if is_changed { "-changed" } else { "" } + ".ron"
    }
}

/// The name of a draft on the shelf.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(pub String);
