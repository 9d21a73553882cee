//! The tab: which page and record is shown, and what can be done in it.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use super::{At, Begin, Edit, Found, OwnCase, Page, Use, Wanted};
use crate::app::{Case, Document};

/// What the tab shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseTab {
    /// The page.
    pub page: Page,
    /// The record that is shown on each page.
    pub chosen: BTreeMap<Page, usize>,
    /// What the list is searched for.
    pub filter: String,
    /// True while the record is edited as text.
    pub as_text: bool,
    /// What refers to a record that was to be taken away.
    pub in_use: Vec<Use>,
    /// How often a field was to have the keyboard.
    pub asked: u32,
    /// Which one was asked for last.
    pub wanted: Wanted,
    /// The file that was brought last.
    pub brought_from: Option<PathBuf>,
    /// How often a file was brought.
    pub(super) n_brought: u64,
    /// The field that is being typed in.
    pub(super) typing: Option<At>,
}

/// What a user does in the tab, and what the world reports to it.
#[derive(Clone, Debug)]
pub enum Action {
    /// Show a page.
    Page(Page),
    /// Show the n-th record of a page.
    Open(Page, usize),
    /// Show the field here, which then has the keyboard.
    Seek(At),
    /// The keyboard goes to this field of the page that is shown.
    Lead(At),
    /// Show the record before or after among these, which are listed.
    Walk(Vec<usize>, isize),
    /// Search the list.
    Filter(String),
    /// Edit the record as text, or by its form.
    AsText(bool),
    /// Change the case. Undoable, all at once.
    Edit(Vec<Edit>),
    /// Add a statement of the party with the first id about the term with the second.
    AddStatement(String, String),
    /// Make a case of one's own out of the one that is open.
    MakeMine,
    /// Begin a new case with this title.
    New(Begin, String),
    /// The world made a case of one's own of the open one. Undoable.
    Mine(Box<OwnCase>, Arc<Case>),
    /// The world saved this text.
    Saved(Arc<str>),
    /// The file holds this text now, which another program wrote.
    FileChanged(Arc<str>),
    /// Take what the file holds. Undoable.
    ReadAgain(Arc<str>),
    /// Read a file, and show what would come of it.
    Bring(PathBuf),
    /// The world found this in the file of the reading with this number.
    Brought(u64, Found),
    /// Do what is shown of the file. Undoable, all at once.
    TakeOver,
    /// Open what was brought without keeping it.
    LookAtBrought,
    /// The world wrote something of the case into this file.
    Written(PathBuf),
}

/// What the world must do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Copy the open case to the user's folder and report [`Action::Mine`].
    MakeMine,
    /// Make a new case with this title in the user's folder and report that it is open.
    New(Begin, String),
    /// Read a file, beside the case of this document, and report [`Action::Brought`] with the number.
    Read {
        /// Which reading it is.
        number: u64,
        /// The file.
        path: PathBuf,
        /// What is open.
        document: Arc<Document>,
    },
    /// Make a new case with this id, or one like it, out of this dossier and report that it is open.
    Keep {
        /// The dossier.
        text: Arc<str>,
        /// Its id.
        id: String,
        /// Plans that come along: names without `.ron`, and texts.
        plans: Vec<(String, String)>,
    },
    /// Open this dossier without keeping it.
    Look {
        /// The dossier.
        text: Arc<str>,
    },
}

impl CaseTab {
    /// The record that is shown on a page, if the case has so many.
    #[must_use]
    pub fn shown(&self, page: Page, own: &OwnCase) -> Option<usize> {
        let n = own.count(page.list()?);
        let chosen = self.chosen.get(&page).copied().unwrap_or(0);
        n.checked_sub(1).map(|last| chosen.min(last))
    }

    /// Asks for a field to have the keyboard.
    pub(super) fn want(&mut self, wanted: Wanted) {
        self.asked += 1;
        self.wanted = wanted;
    }

    /// Turns to a page.
    pub(super) fn go(&mut self, page: Page) {
        if self.page != page {
            self.filter.clear();
        }
        self.page = page;
        self.as_text = false;
        self.in_use.clear();
    }
}
