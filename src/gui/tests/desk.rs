//! A person's desk: windows that can be closed or die, a folder of plans and one of drafts.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    app::{Action, Case, Dialog, DraftId, Edit, Effect, FileGoal, Notice, SaveForm, State},
    domain::{TermIx, ValueIx},
    gui::{
        files::{Files, Jobs},
        shelf::Shelf,
    },
    storage::Library,
};

/// A window on a desk: dropping it is its death, for the system takes its lock back.
pub(super) struct Window {
    pub(super) state: State,
    pub(super) files: Files,
    jobs: Jobs,
}

/// A library, and what was read of it.
type WasRead = (Library, BTreeMap<String, Arc<Case>>);

thread_local! {
    /// The built-in dossiers as windows that are gone had read them: nothing in them changes, and reading them is most of
    /// what a window does.
    static READ: RefCell<Vec<WasRead>> = const { RefCell::new(Vec::new()) };
}

impl Drop for Window {
    fn drop(&mut self) {
        let library = std::mem::replace(&mut self.files.library, Library::shipped());
        let mut cases = std::mem::take(&mut self.files.cases);
        cases.retain(|_, case| case.shipped);
        READ.with_borrow_mut(|read| read.push((library, cases)));
    }
}

/// A folder for plans and one for drafts.
pub(super) struct Desk {
    pub(super) folder: tempfile::TempDir,
}

impl Desk {
    pub(super) fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(desk.plans()).unwrap();
        desk
    }

    pub(super) fn plans(&self) -> PathBuf {
        self.folder.path().join("plans")
    }

    pub(super) fn at(&self, name: &str) -> PathBuf {
        self.plans().canonicalize().unwrap().join(name)
    }

    pub(super) fn drafts(&self) -> PathBuf {
        self.folder.path().join("drafts")
    }

    pub(super) fn open(&self, paths: &[&Path]) -> Window {
        let mut files = Files::with_shelf(Shelf::at(self.drafts()));
        if let Some((library, cases)) = READ.with_borrow_mut(Vec::pop) {
            (files.library, files.cases) = (library, cases);
            files.library.read_own_again();
        }
        let (state, actions) = files.start(paths.iter().map(|path| path.to_path_buf()).collect());
        let mut window = Window { state, files, jobs: Jobs::new(|| ()) };
        actions.into_iter().for_each(|action| window.act(action));
        window
    }

    /// A plan in a file, with this value of the first term.
    pub(super) fn plan(&self, name: &str, value: u16) -> PathBuf {
        let mut window = Self::new().open(&[]);
        window.set(value);
        window.act(Action::Edit(Edit::SetTitle(name.to_owned())));
        let path = self.at(name);
        window.save_as(&path, SaveForm::Plan);
        path
    }
}

impl Window {
    pub(super) fn act(&mut self, action: Action) {
        for effect in self.state.apply(action) {
            for action in self.carry_out(effect) {
                self.act(action);
            }
            // At once: nothing here is done meanwhile.
            self.jobs.finish(|_| true);
            for report in self.jobs.reports() {
                report(&mut self.files, &self.state).into_iter().for_each(|action| self.act(action));
            }
        }
    }

    /// As the window does, but for settings, and the draft without delay.
    fn carry_out(&mut self, effect: Effect) -> Vec<Action> {
        match effect {
            Effect::OpenPath(path) => self.files.open_path(&path, &self.state),
            Effect::OpenEntry { shelf, scenario } => self.files.open_entry(&shelf, scenario.as_deref(), &self.state),
            Effect::Save(job) => self.files.save(&self.state, job, &mut self.jobs),
            Effect::Case(effect) => self.files.case_effect(effect, &self.state, &mut self.jobs),
            Effect::DocumentChanged => self.files.write_draft(&self.state.document),
            Effect::Shelve(document) => self.files.shelve(document),
            Effect::DropDraft(work) => self.files.drop_draft(work),
            Effect::RestoreDraft(draft) => self.files.restore_draft(&draft),
            Effect::DeleteDraft(draft) => self.files.delete_draft(draft),
            Effect::KeepDeleted(draft) => self.files.keep_deleted(&draft),
            Effect::ReadDrafts => vec![self.files.list_drafts()],
            _ => Vec::new(),
        }
    }

    pub(super) fn set(&mut self, value: u16) {
        self.act(Action::Edit(Edit::SetTerm(TermIx(0), Some(ValueIx(value)))));
    }

    pub(super) fn value(&self) -> Option<u16> {
        self.state.plan().get(TermIx(0)).map(|value| value.0)
    }

    pub(super) fn save_as(&mut self, path: &Path, form: SaveForm) {
        self.act(Action::FileChosen(path.to_path_buf(), FileGoal::Save(form)));
    }

    pub(super) fn notice(&self) -> &Notice {
        self.state.session.notices.last().expect("something is told")
    }

    pub(super) fn shelf(&mut self) -> Vec<(DraftId, String)> {
        self.act(Action::Show(Dialog::Drafts));
        self.act(Action::CloseDialog);
        self.state.drafts.iter().map(|draft| (draft.id.clone(), draft.title.clone())).collect()
    }

    /// Closes in good order.
    pub(super) fn close(mut self) {
        self.files.finish(&self.state.document, None);
    }
}

pub(super) fn names(folder: &Path) -> Vec<String> {
    let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name().to_string_lossy().into_owned();
    let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(name).collect();
    names.sort();
    names
}
