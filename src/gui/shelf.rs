//! The drafts of this window: which work is which draft, and what could not be written yet.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    app::{Document, DraftId, WorkId},
    storage::{Draft, Drafts, why},
};

/// What the window knows of drafts.
pub(super) struct Shelf {
    pub(super) drafts: Drafts,
    /// The draft of each work that has one.
    pub(super) names: BTreeMap<WorkId, String>,
    /// Unsaved work that left the window and could not be written; it is tried again with every other write.
    pub(super) unwritten: BTreeMap<WorkId, Arc<Document>>,
    /// Drafts that were deleted, to bring them back.
    pub(super) deleted: BTreeMap<DraftId, Deleted>,
    /// True if the work in the window could not be written.
    pub(super) failed: bool,
    /// Why the last write that failed did so.
    pub(super) reason: String,
    /// True if it was told that something cannot be written.
    pub(super) reported: bool,
}

/// A draft that was deleted.
pub(super) struct Deleted {
    pub(super) title: String,
    /// What its file held: one that cannot be read can be brought back as well.
    pub(super) bytes: Vec<u8>,
}

impl Shelf {
    /// The shelf, before the window is there.
    pub(super) fn new() -> Self {
        Self::of(Drafts::shelf())
    }

    /// A shelf in this folder.
    #[cfg(test)]
    pub(super) fn at(folder: std::path::PathBuf) -> Self {
        Self::of(Drafts::at(folder))
    }

    pub(super) fn of(drafts: Drafts) -> Self {
        Self {
            drafts,
            names: BTreeMap::new(),
            unwritten: BTreeMap::new(),
            deleted: BTreeMap::new(),
            failed: false,
            reason: String::new(),
            reported: false,
        }
    }

    /// True if there is unsaved work that a crash or the end of the program would take away.
    pub(super) fn has_failed(&self) -> bool {
        self.failed || !self.unwritten.is_empty()
    }

    /// The last word of a program that ends by a fault.
    pub(super) fn leave_word(&self, fault: &str) {
        self.drafts.leave_word(fault);
    }

    pub(super) fn write(&mut self, work: WorkId, draft: &Draft) -> std::io::Result<()> {
        let name = self.names.get(&work).map(String::as_str);
        let name = self.drafts.write(name, &draft.written, draft).inspect_err(|error| self.reason = why(error))?;
        self.names.insert(work, name);
        Ok(())
    }

    pub(super) fn put_down(&mut self, work: WorkId) -> std::io::Result<()> {
        let Some(name) = self.names.get(&work) else { return Ok(()) };
        let name = self.drafts.put_down(name)?;
        self.names.insert(work, name);
        Ok(())
    }

    /// This work needs no draft any more.
    pub(super) fn drop(&mut self, work: WorkId) {
        self.unwritten.remove(&work);
        if let Some(name) = self.names.remove(&work) {
            // What cannot be removed stays in the list, where the user sees it.
            let _: std::io::Result<()> = self.drafts.done_with(&name);
        }
    }
}
