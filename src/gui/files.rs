//! Files as the window knows them: the library, what each open file held, the settings.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::jobs;
use crate::{
    app::{
        Action, Case, Catalog, Dialog, Document, Excerpt, FileId, Notice, OpenFile, SaveForm, SaveJob, Settings,
        StartPage, State,
        case::{self, OwnCase},
    },
    domain::{Finding, Scenario},
    format::{ScenarioFile, WrittenFor, parted, write_scenario},
    storage::{self, Library, OpenedFile, SaveError},
    wording::{self, UNTITLED, files as texts},
};

/// The dossier that a new user sees.
const FIRST_DOSSIER: &str = "ukraine-2025-01";

/// The size of a window that was never resized.
const USUAL_SIZE: (u16, u16) = (1280, 720);

/// Something that a job tells, to be made into actions on the window's thread, where the files are.
pub(super) type Report = Box<dyn FnOnce(&mut Files, &State) -> Vec<Action> + Send>;

/// A report that is an action.
pub(super) fn says(action: Action) -> Report {
    Box::new(|_, _| vec![action])
}

/// What is done beside the window.
pub(super) type Jobs = jobs::Jobs<Report>;

/// Everything the window keeps about files.
pub(super) struct Files {
    pub(super) library: Library,
    settings: Settings,
    settings_problem: Option<Finding>,
    /// The dossiers in use, so that two plans of one dossier share it.
    pub(super) cases: BTreeMap<String, Arc<Case>>,
    /// What each open file held.
    pub(super) open: BTreeMap<FileId, ScenarioFile>,
    /// The texts of dossiers from files of their own, to be put into plans saved for them.
    pub(super) dossier_texts: BTreeMap<String, String>,
    next_id: u64,
    /// The shelf of drafts.
    pub(super) shelf: super::shelf::Shelf,
    /// True once the window may close without further questions.
    pub may_close: bool,
}

impl Files {
    /// Reads settings and finds the dossiers.
    pub(super) fn new() -> Self {
        Self::with_shelf(super::shelf::Shelf::new())
    }

    /// The same with this shelf of drafts.
    pub(super) fn with_shelf(shelf: super::shelf::Shelf) -> Self {
        let (settings, settings_problem) = storage::load_settings();
        Self {
            library: Library::new(),
            settings,
            settings_problem,
            cases: BTreeMap::new(),
            open: BTreeMap::new(),
            dossier_texts: BTreeMap::new(),
            next_id: 0,
            shelf,
            may_close: false,
        }
    }

    /// The inner size for the window.
    pub(super) fn window_size(&self) -> (u16, u16) {
        self.settings.window_size.unwrap_or(USUAL_SIZE)
    }

    /// The state at the start, and what is to be done first: unsaved work brought back, files of the command line opened.
    pub(super) fn start(&mut self, paths: Vec<PathBuf>) -> (State, Vec<Action>) {
        let case = self.case(FIRST_DOSSIER).or_else(|| {
            let ids: Vec<String> = self.library.shelves().iter().map(|shelf| shelf.id.clone()).collect();
            ids.iter().find_map(|id| self.case(id))
        });
        let case = case.expect("the dossiers that are built in are tested to be sound");
        let mut settings = self.settings.clone();
        if !crate::app::TEXT_SIZES.contains(&settings.text_size) {
            settings.text_size = Settings::default().text_size;
        }
        let mut state = State::new(case, Catalog::default(), settings, UNTITLED.to_owned());
        let mut actions: Vec<Action> = self
            .settings_problem
            .take()
            .map(|problem| texts::settings_notice(&wording::problem(&problem)))
            .map(Action::Notify)
            .into_iter()
            .collect();
        let taken_up = self.take_up(!paths.is_empty(), self.settings.iso_dates);
        let is_restored = taken_up.iter().any(|action| matches!(action, Action::Restored(..)));
        if paths.is_empty() && !is_restored {
            // What it lists is read once the first picture stands.
            state.session.dialog = Some(Dialog::Start(StartPage::default()));
        }
        actions.extend(taken_up);
        actions.extend(self.opening(paths));
        (state, actions)
    }

    /// What an argument of the command line names: a file, or else a shipped or own dossier or scenario as `list` prints it.
    pub(super) fn named(&self, path: PathBuf) -> Action {
        let text = path.to_string_lossy();
        let (id, name) = text.split_once('/').map_or((&*text, None), |(id, name)| (id, Some(name)));
        let shelf = self.library.shelf(id).filter(|_| !path.exists());
        let is_known = |name: &str| shelf.is_some_and(|shelf| shelf.scenario_names().any(|known| known == name));
        if shelf.is_some() && name.is_none_or(is_known) {
            return Action::OpenEntry { shelf: id.to_owned(), scenario: name.map(str::to_owned) };
        }
        Action::OpenPath(path)
    }

    /// The prepared dossier of this id, from the library.
    fn case(&mut self, id: &str) -> Option<Arc<Case>> {
        let shelf = self.library.shelf(id)?;
        // One's own dossier may have been changed since.
        let is_fresh =
            |case: &&Arc<Case>| shelf.shipped || shelf.dossier().is_ok_and(|file| file.fingerprint == case.fingerprint);
        if let Some(case) = self.cases.get(id).filter(is_fresh) {
            return Some(Arc::clone(case));
        }
        let file = shelf.dossier().ok()?;
        let case = Arc::new(Case::new(file.dossier.clone(), file.fingerprint.clone(), shelf.shipped));
        self.cases.insert(id.to_owned(), Arc::clone(&case));
        Some(case)
    }

    /// The prepared dossier of a scenario file: the one inside it, or that of the library.
    fn case_of(&mut self, file: &ScenarioFile) -> Option<Arc<Case>> {
        let Some(inside) = &file.embedded else { return self.case(&file.dossier_id) };
        let known = self.cases.values().find(|case| case.fingerprint == inside.fingerprint);
        Some(
            known.map_or_else(
                || Arc::new(Case::new(inside.dossier.clone(), inside.fingerprint.clone(), false)),
                Arc::clone,
            ),
        )
    }

    /// Opens a file.
    pub(super) fn open_path(&mut self, path: &Path, state: &State) -> Vec<Action> {
        let path = storage::whole_path(path);
        // A folder of CSV files is a workbook.
        if path.is_dir() {
            return vec![Action::Case(case::Action::Bring(path))];
        }
        let opened = match self.library.open_file(&path) {
            Ok(OpenedFile::Scenario(file)) => self.document(*file, Some(path.clone())),
            // What somebody has shared is looked at before it is used.
            Ok(OpenedFile::Dossier(_, text)) if parted(&text).is_some() => {
                return vec![Action::Case(case::Action::Bring(path))];
            }
            Ok(OpenedFile::Dossier(file, text)) => {
                let notice = ignored(&file.warnings, Some(&path), &file.dossier.title);
                let case = Arc::new(Case::new(file.dossier, file.fingerprint, false));
                let own = OwnCase::opened(&text, path.clone()).map(Arc::new);
                self.dossier_texts.insert(case.fingerprint.clone(), text);
                let scenario = Scenario::empty(&case.dossier, UNTITLED.to_owned());
                Some((Document::opened(case, scenario, None).of_own_case(own), notice))
            }
            Err(problems) => {
                let is_missing = !path.exists() && state.settings.recent.contains(&path);
                let notice = if is_missing {
                    texts::missing(&path)
                } else {
                    texts::not_opened(&path.to_string_lossy(), &lines(&problems), excerpt(&path, &problems))
                };
                return vec![Action::Notify(notice)];
            }
        };
        opened.map(|(document, notice)| Action::Opened(Box::new(document), notice)).into_iter().collect()
    }

    /// Opens a scenario of the library, or an empty plan of a dossier.
    pub(super) fn open_entry(&mut self, shelf: &str, scenario: Option<&str>, state: &State) -> Vec<Action> {
        let Some(case) = self.case(shelf) else { return Vec::new() };
        let Some(name) = scenario else {
            let scenario = Scenario::empty(&case.dossier, UNTITLED.to_owned());
            let file = self.library.shelf(shelf).and_then(|shelf| shelf.dossier().ok());
            let notice = file.and_then(|file| ignored(&file.warnings, None, &file.dossier.title));
            let own = self.own_case(&case);
            return vec![Action::Opened(Box::new(Document::opened(case, scenario, None).of_own_case(own)), notice)];
        };
        match self.library.shelf(shelf).and_then(|shelf| shelf.scenario(name)) {
            Some(Ok(file)) => self
                .document(file, None)
                .map(|(document, notice)| Action::Opened(Box::new(document.of_entry(name)), notice))
                .into_iter()
                .collect(),
            Some(Err(problems)) => vec![Action::Notify(texts::not_opened(name, &lines(&problems), None))],
            None => self.open_path(Path::new(name), state),
        }
    }

    pub(super) fn document(&mut self, file: ScenarioFile, path: Option<PathBuf>) -> Option<(Document, Option<Notice>)> {
        let case = self.case_of(&file)?;
        let notice = ignored(&file.warnings, path.as_deref(), &wording::plan_title(&file.scenario));
        self.next_id += 1;
        let id = FileId(self.next_id);
        let own = self.own_case(&case);
        let document = Document::opened(case, file.scenario.clone(), Some(OpenFile { id, path })).of_own_case(own);
        self.open.insert(id, file);
        Some((document, notice))
    }

    /// Saves what is open, or asks first.
    pub(super) fn save(&mut self, state: &State, job: SaveJob, jobs: &mut Jobs) -> Vec<Action> {
        let document = &state.document;
        let saved = match job.form {
            SaveForm::AnswerSheet => super::sheet::save(state, &job.path, job.overwrite),
            SaveForm::Plan | SaveForm::SelfContained => self.save_plan(document, &job),
            SaveForm::Case => self.save_case(document, &job),
            SaveForm::Workbook | SaveForm::Shared => self.write_case(document, &job, jobs),
        };
        saved.unwrap_or_else(|error| self.not_saved_or_ask(document, job, error))
    }

    /// What is asked where something stands in the way of saving, or else what is said.
    pub(super) fn not_saved_or_ask(&mut self, document: &Document, job: SaveJob, error: SaveError) -> Vec<Action> {
        match error {
            SaveError::ChangedOnDisk(path) => vec![Action::Show(Dialog::ChangedOnDisk(SaveJob { path, ..job }))],
            SaveError::Exists(path) => {
                let free = storage::free_path(&path);
                vec![Action::Show(Dialog::NameTaken { job: SaveJob { path, ..job }, free })]
            }
            error => self.not_saved(document, &job, &error.to_string()),
        }
    }

    /// Says that something was not saved, and whether it is a draft: as it is now, not as it was before the last change.
    pub(super) fn not_saved(&mut self, document: &Document, job: &SaveJob, reason: &str) -> Vec<Action> {
        let (mut actions, is_draft) = self.drafted(document);
        actions.push(Action::Notify(texts::not_saved(&job.path.to_string_lossy(), reason, job.form, is_draft)));
        actions
    }

    /// Says that something is not saved because of so many problems of the case.
    pub(super) fn not_sound(&mut self, document: &Document, job: &SaveJob, n_problems: usize) -> Vec<Action> {
        let (mut actions, is_draft) = self.drafted(document);
        actions.push(Action::Notify(texts::not_sound(&job.path.to_string_lossy(), n_problems, job.form, is_draft)));
        actions
    }

    /// Writes the draft now, and says whether there is one.
    fn drafted(&mut self, document: &Document) -> (Vec<Action>, bool) {
        let actions = self.write_draft(document);
        (actions, !self.shelf.has_failed())
    }

    fn save_plan(&mut self, document: &Document, job: &SaveJob) -> Result<Vec<Action>, SaveError> {
        let SaveJob { path, form, overwrite } = job;
        let self_contained = *form == SaveForm::SelfContained;
        let origin = document.file.as_ref().and_then(|file| self.open.get(&file.id));
        let same_file = document.path() == Some(path);
        // A file of one's own dossier must be readable wherever it goes; the one that is open keeps its form.
        // Beside its case it goes with the case, whatever becomes of that.
        let own = document.own.as_ref().and_then(|own| own.path.parent());
        let is_beside = own.is_some() && own == storage::whole_path(path).parent();
        let text = self.text_of(document, self_contained || !(same_file || is_beside || document.case.shipped));
        let opened = origin.filter(|_| same_file).map(|file| file.text.as_str());
        storage::save(path, &text, opened, *overwrite)?;
        let path = storage::whole_path(path);
        self.next_id += 1;
        let id = FileId(self.next_id);
        Ok(match self.library.read_scenario(&text, &path.to_string_lossy(), path.parent()) {
            Ok(file) => {
                self.open.insert(id, file);
                vec![Action::Saved(OpenFile { id, path: Some(path) })]
            }
            // What was written could not be read again: the work stays a draft.
            Err(problems) => self.not_saved(document, job, &lines(&problems).join("\n")),
        })
    }

    /// The text of a document's file.
    pub(super) fn text_of(&self, document: &Document, self_contained: bool) -> String {
        let case = &document.case;
        let origin = document.file.as_ref().and_then(|file| self.open.get(&file.id));
        let embedded = origin.and_then(|file| file.kept.embedded.as_deref());
        let edited = document.own.as_ref().map(|own| &*own.sound);
        let own = edited.or_else(|| self.dossier_texts.get(&case.fingerprint).map(String::as_str));
        let shelf = self
            .library
            .shelf(&case.dossier.id)
            .filter(|shelf| shelf.dossier().is_ok_and(|file| file.fingerprint == case.fingerprint));
        let wanted = self_contained || embedded.is_some();
        let beside = origin.and_then(|file| file.embedded.as_ref()).map(|file| file.text.as_str());
        let embedded = edited.or(embedded).or(beside).or(own).or_else(|| shelf.map(|shelf| shelf.text.as_ref()));
        let embedded = embedded.filter(|_| wanted);
        let written_for = WrittenFor { dossier: &case.dossier, fingerprint: &case.fingerprint, embedded };
        write_scenario(&document.scenario, written_for, origin)
    }

    /// Puts the settings into those that another window may have written meanwhile.
    pub(super) fn save_settings(&mut self, settings: &Settings) -> Vec<Action> {
        let before = std::mem::replace(&mut self.settings, settings.clone());
        match storage::save_settings(|theirs: Settings| settings.merged(&before, &theirs)) {
            Ok(merged) if merged.recent != settings.recent => {
                self.settings.recent.clone_from(&merged.recent);
                vec![Action::SettingsRead(merged.recent)]
            }
            Ok(_) => Vec::new(),
            Err(error) => vec![Action::Notify(texts::settings_not_saved(&storage::why(&error)))],
        }
    }

    /// The last thing before the program ends.
    pub(super) fn finish(&mut self, document: &Document, window: Option<(u16, u16)>) {
        self.write_draft(document);
        if window.is_some() && window != self.settings.window_size {
            let settings = Settings { window_size: window, ..self.settings.clone() };
            self.save_settings(&settings);
        }
    }
}

/// What a file holds that is not used; `None` if there is no such thing.
fn ignored(warnings: &[Finding], path: Option<&Path>, title: &str) -> Option<Notice> {
    if warnings.is_empty() {
        return None;
    }
    let name = path.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    let excerpt = path.and_then(|path| excerpt(path, warnings));
    Some(texts::opened_with_problems(&name.unwrap_or_else(|| title.to_owned()), &lines(warnings), excerpt))
}

/// The lines around the first problem that has a place.
fn excerpt(path: &Path, problems: &[Finding]) -> Option<Excerpt> {
    let (problem, place) = problems.iter().find_map(|problem| Some((problem, problem.place?)))?;
    let (first, lines) = storage::excerpt(path, place)?;
    let file = path.file_name()?.to_string_lossy().into_owned();
    Some(Excerpt { file, first, lines, line: place.line, column: place.column, problem: wording::problem(problem) })
}

pub(super) fn lines(problems: &[Finding]) -> Vec<String> {
    problems.iter().map(wording::problem).collect()
}
