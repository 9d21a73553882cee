//! Every way the state can change, and what the world must do about it.

use std::{collections::BTreeSet, path::PathBuf, sync::Arc};

use super::{
    Catalog, Command, Dialog, Direction, Document, DraftEntry, DraftId, FileGoal, Focus, FolderEntry, HandOutAction,
    HandOutEffect, Hit, Notice, OpenFile, Reply, SaveForm, SaveJob, Settings, Topic, WhySubject, Work, WorkId,
    activities, alternatives, case, compare, file_box, parties, presenter, timeline,
};
use crate::domain::{Counted, Date, StatementIx, TermIx, ValueIx};

/// Something a user did, or the world reported.
#[derive(Clone, Debug)]
pub enum Action {
    /// Change the scenario; undoable.
    Edit(Edit),
    /// A command from the menu, a key or a button.
    Run(Command),
    /// Nothing is being typed or dragged any more: the next change is a step of its own.
    CloseStep,
    /// Put the focus of the table somewhere.
    Focus(Focus),
    /// Move the focus of the table.
    Move(Direction),
    /// Choose the n-th option of the focused row, counted from 0; `None` takes the term out of the plan.
    ChooseInFocus(Option<usize>),
    /// Step the value of the focused row.
    StepInFocus(isize),
    /// Show what choosing a value would change, or stop showing it.
    Preview(Option<(TermIx, Option<ValueIx>)>),
    /// Preview the next or previous option of the focused row.
    PreviewStep(isize),
    /// Choose the previewed option.
    ChoosePreview,
    /// Fill the Why panel.
    Why(WhySubject),
    /// The keyboard rests on a place of the table: the Why panel follows, where it shows what belongs to one.
    Follow(WhySubject),
    /// The next turn of the replay of the last change.
    ReplayOn,
    /// Show or hide the earlier and later statements in the Why panel.
    ShowOtherDays(bool),
    /// Go to something that was found by name.
    GoTo(Hit),
    /// Open a dialog, replacing any other.
    Show(Dialog),
    /// Close the dialog.
    CloseDialog,
    /// Change the settings.
    Settings(Settings),
    /// Something in the dialog for hand-outs.
    HandOuts(HandOutAction),
    /// Ask the world to open a file.
    OpenPath(PathBuf),
    /// Ask the world to open a shipped or own scenario; `None` for an empty plan of the dossier.
    OpenEntry {
        /// The dossier's id.
        shelf: String,
        /// The scenario's id.
        scenario: Option<String>,
    },
    /// The world opened something. Undoable.
    Opened(Box<Document>, Option<Notice>),
    /// The world brought back a draft. Undoable.
    Restored(Box<Document>, Option<Notice>),
    /// Bring a draft back.
    RestoreDraft(DraftId),
    /// Delete a draft; if its work is what is open, a new plan takes its place. Undoable as far as the window goes.
    DeleteDraft(DraftId, Option<WorkId>),
    /// Delete a draft that was just deleted no longer.
    KeepDeleted(DraftId),
    /// What is on the shelf of drafts, newest first.
    DraftsRead(Vec<DraftEntry>),
    /// What other windows wrote into the settings by now.
    SettingsRead(Vec<PathBuf>),
    /// The world saved the document there.
    Saved(OpenFile),
    /// The world saved the answer sheet there.
    SheetSaved(PathBuf),
    /// The world read what can be opened without a file dialog.
    CatalogRead(Catalog),
    /// Ask the world to list a folder for the file dialog.
    ListFolder(PathBuf),
    /// The world listed a folder.
    FolderListed {
        /// The folder.
        folder: PathBuf,
        /// What is in it.
        entries: Vec<FolderEntry>,
        /// Why it could not be listed.
        problem: String,
    },
    /// The name in the file dialog.
    FileName(String),
    /// Something else in the file dialog.
    FileBox(file_box::Action),
    /// The file dialog is done.
    FileChosen(PathBuf, FileGoal),
    /// Save after a question was answered.
    SaveJob(SaveJob),
    /// Ask where else to save what could not be saved, or would replace something.
    SaveElsewhere(SaveForm),
    /// A message for the user.
    Notify(Notice),
    /// Drafts can be written again.
    DraftsKept,
    /// Close the n-th notice.
    CloseNotice(usize),
    /// Take a path out of the recent files.
    ForgetRecent(PathBuf),
    /// The world looked: these of the recent files are not there now.
    RecentMissing(BTreeSet<PathBuf>),
    /// Put the citation of a statement on the clipboard.
    CopyCitation(StatementIx),
    /// Put a text on the clipboard.
    Copy(String),
    /// Open an address in the browser; the user has seen it in full.
    OpenUrl(String),
    /// The window is asked to close.
    CloseRequested {
        /// True if there is unsaved work, this or other, that could not be put on the shelf of drafts.
        draft_failed: bool,
    },
    /// Close without saving.
    CloseAnyway,
    /// An analysis has something to tell.
    Worked(Reply),
    /// Stop an analysis and keep what it found.
    StopWork(Topic),
    /// Something in the tab of the parties.
    Parties(parties::Action),
    /// Something in the tab of work for a class.
    Activities(activities::Action),
    /// Something in the tab of the timeline.
    Timeline(timeline::Action),
    /// Something in the tab of two plans.
    Compare(compare::Action),
    /// Something in the tab of the alternatives.
    Alternatives(alternatives::Action),
    /// Something in the tab of the case itself.
    Case(case::Action),
    /// Something in presenter mode.
    Presenter(presenter::Action),
}

/// A change of the scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// The plan says this about a term, or nothing.
    SetTerm(TermIx, Option<ValueIx>),
    /// The plan says these things about several terms, or nothing.
    SetTerms(Vec<(TermIx, Option<ValueIx>)>),
    /// The as-of date.
    SetAsOf(Date),
    /// Which statements count.
    SetCounted(Counted),
    /// Take every term out of the plan.
    Clear,
    /// The title.
    SetTitle(String),
    /// The notes.
    SetNotes(String),
    /// A student's guess beside a statement; empty removes it.
    SetGuess(String, String),
    /// What a class writes.
    Class(activities::ClassEdit),
}

/// What the world must do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read a file and report [`Action::Opened`].
    OpenPath(PathBuf),
    /// Read a scenario of the catalog and report [`Action::Opened`].
    OpenEntry {
        /// The dossier's id.
        shelf: String,
        /// The scenario's id; `None` for an empty plan.
        scenario: Option<String>,
    },
    /// Read a plan to stand beside the document and report [`compare::Action::Opened`].
    OpenSecond(compare::Source),
    /// Write a file and report [`Action::Saved`], or what is to be asked first.
    Save(SaveJob),
    /// Something for a case of one's own.
    Case(case::Effect),
    /// Read what can be opened without a file dialog and report [`Action::CatalogRead`].
    ReadCatalog,
    /// List a folder and report [`Action::FolderListed`].
    ListFolder(PathBuf),
    /// List the folder in which files are expected and report [`Action::FolderListed`].
    ListStartFolder,
    /// Make a folder and list it.
    MakeFolder(PathBuf),
    /// The document changed: keep its draft up to date.
    DocumentChanged,
    /// Put unsaved work that leaves the window on the shelf of drafts.
    Shelve(Arc<Document>),
    /// This work is saved: it needs no draft.
    DropDraft(WorkId),
    /// Read a draft and report [`Action::Restored`].
    RestoreDraft(DraftId),
    /// Delete a draft.
    DeleteDraft(DraftId),
    /// Put a draft that was just deleted back on the shelf.
    KeepDeleted(DraftId),
    /// Read the shelf of drafts and report [`Action::DraftsRead`].
    ReadDrafts,
    /// The user wants to leave: bring the draft up to date and report [`Action::CloseRequested`].
    AskToClose,
    /// Keep the settings.
    SaveSettings,
    /// Something for the dialog of hand-outs.
    HandOuts(HandOutEffect),
    /// Put the citations of these statements on the clipboard.
    CopyCitations(Vec<StatementIx>),
    /// Put a text on the clipboard.
    Copy(String),
    /// Open an address in the browser.
    OpenUrl(String),
    /// Close the window.
    Close,
    /// Let the window fill the screen, or give it its frame back.
    Fullscreen(bool),
    /// Let the window fill the next screen.
    NextScreen,
    /// Answer a question and report [`Action::Worked`]; an older question of the same topic needs no answer any more.
    Work(Work),
    /// The question of this topic needs no further answer: report what was found.
    StopWork(Topic),
}
