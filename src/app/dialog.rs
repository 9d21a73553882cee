//! What can lie over the table, and the notices under it.

use std::{path::PathBuf, sync::Arc};

use super::{
    DraftId, FileDialog, SaveForm, WorkId,
    case::{Begin, Incoming},
};

/// A panel over the table. None of them blocks: Esc closes each, and no work is lost by it.
#[derive(Clone, Debug, PartialEq, Eq, strum::EnumDiscriminants)]
#[strum_discriminants(name(DialogKind), derive(strum::EnumIter))]
pub enum Dialog {
    /// The start page: dossiers and scenarios to click through.
    Start(StartPage),
    /// A new case: its title, and what it begins with.
    NewCase(NewCase),
    /// What would come of a file out of which a case is made.
    Incoming(Incoming),
    /// Opening or saving a file.
    File(FileDialog),
    /// Terms, parties, statements and commands by name.
    Finder(Finder),
    /// Sheets to hand out.
    HandOuts,
    /// Keys and help on one page.
    Help,
    /// Settings on one page.
    Settings,
    /// How the dossier was made.
    About,
    /// What decides a red line, with examples.
    RedLines,
    /// Title, origin and notes of the scenario.
    Notes,
    /// Whose plan it is, when it was put forward, what became of it.
    Plan,
    /// What the marks mean.
    Marks,
    /// What is new after a step of the date.
    News,
    /// Which plans the arrow keys walk through while presenting.
    Walk,
    /// The full address of a source, before a browser opens it.
    Link {
        /// The address.
        url: String,
    },
    /// The lines of a file around a problem.
    Excerpt(Excerpt),
    /// Unsaved plans, to bring back or to delete.
    Drafts,
    /// The file was changed by someone else since it was opened.
    ChangedOnDisk(SaveJob),
    /// There is another file of that name.
    NameTaken {
        /// What was to be saved there.
        job: SaveJob,
        /// A name beside it that is free.
        free: PathBuf,
    },
    /// The file of the case was changed by another program, and the case here.
    CaseChanged {
        /// What the file holds now.
        theirs: Arc<str>,
    },
    /// The window is to close while work is neither saved nor on the shelf of drafts.
    CloseUnsaved,
}

/// Something to be saved. It travels whole through every question, so that the answer changes nothing but what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveJob {
    /// Where to.
    pub path: PathBuf,
    /// What.
    pub form: SaveForm,
    /// True if a file that is there may be replaced.
    pub overwrite: bool,
}

/// A message that stays until it is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What kind of message.
    pub kind: NoticeKind,
    /// What happened, what is unchanged.
    pub title: String,
    /// Details, one a line: each problem of a file with its place and hint.
    pub lines: Vec<String>,
    /// Where the first of these problems is.
    pub excerpt: Option<Excerpt>,
}

impl Notice {
    /// A message that shows no part of a file.
    #[must_use]
    pub fn new(kind: NoticeKind, title: String, lines: Vec<String>) -> Self {
        Self { kind, title, lines, excerpt: None }
    }
}

/// The part of a file in which something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The file's name.
    pub file: String,
    /// Number of the first of `lines`, counted from 1.
    pub first: usize,
    /// The line with the problem and those around it; long ones are cut.
    pub lines: Vec<String>,
    /// Number of the line with the problem.
    pub line: usize,
    /// The column of the problem, in characters, counted from 1.
    pub column: usize,
    /// What is wrong, with its place and hint.
    pub problem: String,
}

/// What a notice is about, and so which buttons it has.
#[derive(Clone, Debug, PartialEq, Eq, strum::EnumDiscriminants)]
#[strum_discriminants(name(NoticeSort), derive(strum::EnumIter))]
pub enum NoticeKind {
    /// Something worth knowing.
    Info,
    /// Drafts cannot be written.
    NoDrafts,
    /// A file could not be opened, or opened with problems.
    OpenProblem,
    /// A file of this form could not be saved.
    SaveProblem(SaveForm),
    /// It was not saved because something is wrong with the case.
    Unsound {
        /// What was to be saved.
        form: SaveForm,
        /// So many problems the case had.
        n_problems: usize,
    },
    /// Unsaved work of an earlier session was brought back into the window.
    Restored {
        /// The draft that it is.
        draft: DraftId,
        /// The work that it is in this window.
        work: WorkId,
    },
    /// Unsaved work of an earlier session is on the shelf of drafts.
    Kept(DraftId),
    /// A draft was deleted.
    Deleted(DraftId),
    /// A file that was open before is not there now.
    Missing(PathBuf),
}

/// What is searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finder {
    /// True if only commands are offered.
    pub commands_only: bool,
    /// What was typed.
    pub text: String,
    /// Which of what was found is chosen, counted from 0.
    pub chosen: usize,
}

/// What is said of a new case before it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCase {
    /// Its title.
    pub title: String,
    /// What it begins with.
    pub begin: Begin,
}

impl Default for NewCase {
    fn default() -> Self {
        Self { title: String::new(), begin: Begin::Template }
    }
}

/// What the start page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StartPage {
    /// What is searched for.
    pub search: String,
    /// Which of the things that can be opened the keys have chosen, counted from 0; at first the first case.
    pub chosen: Option<usize>,
    /// The dossier whose plans show, by its id.
    pub unfolded: Option<String>,
    /// True while it is explained how a case of one's own comes about.
    pub own_case: bool,
}

impl StartPage {
    /// Shows the plans of a case, or no longer.
    pub(crate) fn unfold(&mut self, id: &str) {
        let is_open = self.unfolded.as_deref() == Some(id);
        self.unfolded = (!is_open).then(|| id.to_owned());
    }
}
