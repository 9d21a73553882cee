//! Opening, saving, closing and the work of earlier sessions, as far as the state is concerned.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    Dialog, Document, Effect, FileGoal, Label, Notice, NoticeKind, OpenFile, Origin, SaveForm, SaveJob, State, Tab,
    Told, WhySubject,
    case::{OwnCase, carried},
    compare::Source,
    predict::sheet_box,
};
use crate::domain::is_brought;

/// What a notice tells of that can be tried again.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tried {
    Open,
    Save(SaveForm),
}

impl NoticeKind {
    /// True if it says that this could not be saved.
    pub(super) fn is_about_saving(&self, form: SaveForm) -> bool {
        self.tried() == Some(Tried::Save(form))
    }

    fn tried(&self) -> Option<Tried> {
        match self {
            Self::OpenProblem => Some(Tried::Open),
            Self::SaveProblem(form) | Self::Unsound { form, .. } => Some(Tried::Save(*form)),
            Self::Info
            | Self::NoDrafts
            | Self::Restored { .. }
            | Self::Kept(_)
            | Self::Deleted(_)
            | Self::Missing(_) => None,
        }
    }
}

impl State {
    pub(super) fn save(&mut self) -> Vec<Effect> {
        let of_case = self.document.own.as_ref().filter(|own| own.is_unsaved());
        let of_case = of_case.map(|own| SaveJob { path: own.path.clone(), form: SaveForm::Case, overwrite: false });
        let mut effects: Vec<Effect> = of_case.map(Effect::Save).into_iter().collect();
        // A plan that was never saved has no name yet; who saves a case need not give it one.
        let has_name = self.document.path().is_some() && self.document.is_plan_unsaved();
        if effects.is_empty() || has_name {
            effects.extend(self.save_plan());
        }
        effects
    }

    fn save_plan(&mut self) -> Vec<Effect> {
        match self.document.path() {
            Some(path) => {
                vec![Effect::Save(SaveJob { path: path.clone(), form: SaveForm::Plan, overwrite: false })]
            }
            None => {
                // Beside the case that it belongs to it needs none inside.
                let has_case = self.document.case.shipped || self.document.own.is_some();
                self.save_box(if has_case { SaveForm::Plan } else { SaveForm::SelfContained })
            }
        }
    }

    pub(super) fn opened(&mut self, document: Document, notice: Option<Notice>) -> Vec<Effect> {
        if matches!(self.session.dialog, Some(Dialog::Start(_))) {
            // Who chooses a plan there wants to see it, and its card beside it.
            self.session.tab = Tab::Explore;
        }
        self.session.dialog = None;
        self.session.notices.retain(|notice| notice.kind.is_about_a_draft());
        self.session.notices.extend(notice);
        let mut effects = Vec::new();
        if let Some(path) = document.path() {
            self.session.missing.remove(path);
            self.settings.remember(path.clone());
            effects.push(Effect::SaveSettings);
        }
        let document = self.of_this_case(document);
        let label = Label::Opened(document.scenario.nearest_title().to_owned());
        effects.extend(self.replace_document(document, label));
        // What was read before belongs to another plan: the panel says whose this one is.
        self.session.why = WhySubject::Nothing;
        effects
    }

    /// A plan of the case that is open belongs to the case as it is here, not as it is in its file.
    fn of_this_case(&self, document: Document) -> Document {
        let here = &self.document;
        if !here.is_case_unsaved() || !here.shares_case(&document) {
            return document;
        }
        let (old, new) = (&document.case.dossier, &here.case.dossier);
        let (scenario, saved) = (carried(&document.scenario, old, new), carried(&document.saved, old, new));
        let (case, own) = (Arc::clone(&here.case), here.own.clone());
        Document { scenario, saved: Arc::new(saved), case, own, ..document }
    }

    pub(super) fn saved(&mut self, file: OpenFile) -> Vec<Effect> {
        if let Some(path) = &file.path {
            self.session.missing.remove(path);
            self.settings.remember(path.clone());
        }
        // The case is saved before its plan: what is asked about it is still to be answered.
        let asks_about_case =
            |dialog: &Dialog| matches!(dialog, Dialog::ChangedOnDisk(job) if job.form == SaveForm::Case);
        self.session.dialog = self.session.dialog.take().filter(asks_about_case);
        self.session.aside = None;
        let work = self.document.work;
        self.session.notices.retain(|notice| match notice.kind {
            NoticeKind::OpenProblem => false,
            NoticeKind::SaveProblem(form) => form == SaveForm::Case,
            NoticeKind::Unsound { .. } => true,
            NoticeKind::Restored { work: restored, .. } => restored != work,
            NoticeKind::Info | NoticeKind::NoDrafts => true,
            NoticeKind::Kept(_) | NoticeKind::Deleted(_) | NoticeKind::Missing(_) => true,
        });
        let name = file.path.as_ref().and_then(|path| path.file_name());
        self.session.told = name.map(|name| Told::Saved(name.to_string_lossy().into_owned()));
        let saved = Arc::new(self.document.scenario.clone());
        let before = (*self.document).clone();
        let origin = file.path.clone().map_or(before.origin, Origin::File);
        self.document = Arc::new(Document { origin, file: Some(file), saved, ..before });
        if self.document.is_unsaved() {
            return vec![Effect::DocumentChanged, Effect::SaveSettings];
        }
        vec![Effect::DropDraft(work), Effect::SaveSettings]
    }

    /// The file of the case holds this text.
    pub(super) fn case_saved(&mut self, text: Arc<str>) -> Vec<Effect> {
        let Some(own) = self.document.own.as_deref() else { return Vec::new() };
        let name = own.path.file_name().map(|name| name.to_string_lossy().into_owned());
        let own = Some(Arc::new(OwnCase { saved: text, ..own.clone() }));
        self.document = Arc::new(Document { own, ..(*self.document).clone() });
        self.session.dialog = None;
        self.session.notices.retain(|notice| !notice.kind.is_about_saving(SaveForm::Case));
        self.session.told = name.map(Told::Saved);
        if self.document.is_unsaved() {
            return vec![Effect::DocumentChanged];
        }
        vec![Effect::DropDraft(self.document.work)]
    }

    /// Told where a class may see it: the name of the file, and nothing of where it is.
    pub(super) fn sheet_saved(&mut self, path: &Path) {
        self.session.dialog = None;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.session.told = Some(Told::SavedSheet(name));
    }

    /// Opens a file, or reads it to show what would come of it.
    pub(super) fn open_path(&mut self, path: PathBuf) -> Vec<Effect> {
        if is_brought(&path) {
            return self.in_tab(|tabs, here| tabs.case.bring(path, here));
        }
        vec![Effect::OpenPath(path)]
    }

    pub(super) fn file_chosen(&mut self, path: PathBuf, goal: FileGoal) -> Vec<Effect> {
        match goal {
            FileGoal::Open => {
                // What comes of it is said under the table, where no dialog covers it.
                self.session.dialog = None;
                self.open_path(path)
            }
            FileGoal::Bring => self.in_tab(|tabs, here| tabs.case.bring(path, here)),
            FileGoal::Compare => {
                self.session.dialog = None;
                vec![Effect::OpenSecond(Source::Path(path))]
            }
            FileGoal::Save(form) => {
                let mut effects = self.take_title();
                effects.push(Effect::Save(SaveJob { path, form, overwrite: false }));
                effects
            }
        }
    }

    pub(super) fn save_job(&mut self, job: SaveJob) -> Vec<Effect> {
        self.session.dialog = None;
        vec![Effect::Save(job)]
    }

    /// What could not be saved where it was to be is saved somewhere else, in the form that was asked for. A case stays
    /// where it is: its plan takes it along.
    pub(super) fn save_elsewhere(&mut self, form: SaveForm) -> Vec<Effect> {
        match form {
            SaveForm::AnswerSheet => self.show(sheet_box(&self.document)),
            SaveForm::Case => self.save_box(SaveForm::SelfContained),
            SaveForm::Workbook => self.save_case_box(false),
            SaveForm::Shared => self.save_case_box(true),
            SaveForm::Plan | SaveForm::SelfContained => self.save_box(form),
        }
    }

    pub(super) fn forget_recent(&mut self, path: &Path) -> Vec<Effect> {
        self.settings.recent.retain(|known| known != path);
        self.session.missing.remove(path);
        self.session.notices.retain(|notice| !matches!(&notice.kind, NoticeKind::Missing(missing) if missing == path));
        vec![Effect::SaveSettings]
    }

    pub(super) fn notify(&mut self, notice: Notice) {
        // A file that could not be opened or saved is old news once the next one was tried.
        let tried = notice.kind.tried();
        self.session.notices.retain(|known| *known != notice && (tried.is_none() || known.kind.tried() != tried));
        if let (Some(Tried::Save(_)), Some(Dialog::File(dialog))) = (tried, &mut self.session.dialog) {
            // Another place is chosen where this one was; under the box nobody would read it.
            dialog.problem = notice.lines.first().unwrap_or(&notice.title).clone();
            return;
        }
        if let NoticeKind::Missing(path) = &notice.kind {
            self.session.missing.insert(path.clone());
        }
        self.session.notices.push(notice);
    }

    pub(super) fn drafts_are_kept(&mut self) {
        self.session.notices.retain(|notice| notice.kind != NoticeKind::NoDrafts);
        self.session.told = Some(Told::DraftsKept);
    }

    /// Takes away what was said about saving and holds no longer, now that the document is another.
    pub(super) fn forget_old_news(&mut self, before: &Document) {
        let now = &self.document;
        let n_problems = now.own.as_ref().map_or(0, |own| own.problems.len());
        let is_plan_saved = before.is_plan_unsaved() && !now.is_plan_unsaved();
        let is_case_saved = before.is_case_unsaved() && !now.is_case_unsaved();
        self.session.notices.retain(|notice| match notice.kind {
            // What could not be saved is as it was when it was saved last.
            NoticeKind::SaveProblem(SaveForm::Plan | SaveForm::SelfContained) => !is_plan_saved,
            NoticeKind::SaveProblem(SaveForm::Case) => !is_case_saved,
            NoticeKind::Unsound { n_problems: told, .. } => told == n_problems,
            _ => true,
        });
    }

    pub(super) fn close_requested(&mut self, draft_failed: bool) -> Vec<Effect> {
        if draft_failed {
            self.session.dialog = Some(Dialog::CloseUnsaved);
            return Vec::new();
        }
        vec![Effect::Close]
    }
}
