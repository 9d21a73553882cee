//! The shelf of drafts, as far as the state is concerned: unsaved work that leaves the window goes there, by whatever
//! door, and comes back as a step that can be undone.

use std::{path::PathBuf, sync::Arc};

use super::{Document, Effect, Label, Notice, NoticeKind, State, WorkId};

/// The name of a draft on the shelf.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(pub String);

/// A draft in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftEntry {
    /// Its name on the shelf.
    pub id: DraftId,
    /// The plan's title; the name if it cannot be read.
    pub title: String,
    /// The title of its dossier.
    pub dossier: String,
    /// When it was last written, as in `2025-01-13T10:42:07`.
    pub written: String,
    /// The file that it was opened from.
    pub path: Option<PathBuf>,
    /// Why it cannot be read; empty if it can.
    pub problem: String,
}

impl State {
    /// What is to be done because the document is another one now: unsaved work that left the window is shelved.
    pub(super) fn shelved(&self, before: &Arc<Document>) -> Vec<Effect> {
        let left = before.work != self.document.work && before.is_unsaved();
        if left { vec![Effect::Shelve(Arc::clone(before))] } else { Vec::new() }
    }

    pub(super) fn restored(&mut self, document: Document, notice: Option<Notice>) -> Vec<Effect> {
        let effects = self.opened(document, None);
        self.session.notices.extend(notice);
        effects
    }

    pub(super) fn restore_draft(&mut self, draft: DraftId) -> Vec<Effect> {
        self.session.dialog = None;
        self.forget_notices_of(&draft);
        vec![Effect::RestoreDraft(draft)]
    }

    /// Only if the work is still what is open, a new plan takes its place: nothing else is thrown away with it.
    pub(super) fn delete_draft(&mut self, draft: DraftId, work: Option<WorkId>) -> Vec<Effect> {
        self.forget_notices_of(&draft);
        let mut effects = if work == Some(self.document.work) { self.new_plan(Label::New) } else { Vec::new() };
        effects.push(Effect::DeleteDraft(draft));
        effects
    }

    pub(super) fn keep_deleted(&mut self, draft: DraftId) -> Vec<Effect> {
        self.forget_notices_of(&draft);
        vec![Effect::KeepDeleted(draft)]
    }

    pub(super) fn drafts_read(&mut self, drafts: Vec<DraftEntry>) {
        self.drafts = drafts;
        // What another window took or deleted is not offered any more.
        let there = |draft: &DraftId| self.drafts.iter().any(|entry| entry.id == *draft);
        self.session.notices.retain(|notice| !matches!(&notice.kind, NoticeKind::Kept(draft) if !there(draft)));
    }

    fn forget_notices_of(&mut self, draft: &DraftId) {
        self.session.notices.retain(|notice| notice.kind.draft() != Some(draft));
    }
}

impl NoticeKind {
    /// The draft that the notice offers to do something with.
    fn draft(&self) -> Option<&DraftId> {
        match self {
            Self::Restored { draft, .. } | Self::Kept(draft) | Self::Deleted(draft) => Some(draft),
            Self::Info | Self::OpenProblem | Self::SaveProblem => None,
        }
    }

    /// True if opening another plan does not make the notice old news.
    pub(super) fn is_about_a_draft(&self) -> bool {
        self.draft().is_some()
    }
}
