//! The box in which a file to open, or a name to save under, is chosen by folder and name.

use std::path::{Path, PathBuf};

use super::{Dialog, Edit, Effect, SaveForm, State, slug};

/// The largest number of characters of a title that go into a file name.
pub(super) const MAX_FILE_NAME: usize = 60;

/// Opening or saving a file by folder and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileDialog {
    /// What the file is for.
    pub goal: FileGoal,
    /// The folder that is shown.
    pub folder: PathBuf,
    /// What is in it; folders first, each A to Z.
    pub entries: Vec<FolderEntry>,
    /// Where else to look: one's own folders, and the disks and sticks that are there.
    pub places: Vec<FilePlace>,
    /// The name in the text field; may be a whole path.
    pub name: String,
    /// The name that is proposed, until another one is typed: what is shown is the first one like it that is free.
    pub proposed: Option<String>,
    /// The title of a plan that has none yet, as it is typed; `None` where there is nothing to ask.
    pub title: Option<String>,
    /// The name of a folder that is to be made, while it is typed.
    pub new_folder: Option<String>,
    /// Why the folder cannot be shown or the file not be written; empty if it can.
    pub problem: String,
}

/// What a file dialog is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileGoal {
    /// Open a file.
    Open,
    /// Open a second plan beside the one that is open.
    Compare,
    /// Save something.
    Save(SaveForm),
}

/// A file or folder in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderEntry {
    /// Its name.
    pub name: String,
    /// True for a folder.
    pub is_folder: bool,
}

/// A folder that is one click away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePlace {
    /// What it is.
    pub kind: PlaceKind,
    /// Where it is.
    pub folder: PathBuf,
}

/// What a place is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// The user's documents.
    Documents,
    /// What lies on the user's desktop.
    Desktop,
    /// The user's own folder.
    Home,
    /// Where dossiers of one's own are looked for.
    OwnDossiers,
    /// A disk or a stick of this name.
    Volume(String),
}

/// What is done in the box beside choosing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// The world says which places there are.
    Places(Vec<FilePlace>),
    /// The title of the plan is typed.
    Title(String),
    /// The name of a new folder is typed; `None` if there is to be none.
    NewFolder(Option<String>),
    /// Ask the world to make a folder.
    MakeFolder(PathBuf),
    /// The world could not do it.
    Problem(String),
}

impl FileDialog {
    /// A box before its folder is listed.
    #[must_use]
    pub fn new(goal: FileGoal, name: String) -> Self {
        Self {
            goal,
            folder: PathBuf::new(),
            entries: Vec::new(),
            places: Vec::new(),
            proposed: matches!(goal, FileGoal::Save(_)).then(|| name.clone()),
            name,
            title: None,
            new_folder: None,
            problem: String::new(),
        }
    }

    /// What a file may end in that is listed, or written, the usual ending first.
    #[must_use]
    pub fn endings(&self) -> &'static [&'static str] {
        match self.goal {
            FileGoal::Open
            | FileGoal::Compare
            | FileGoal::Save(SaveForm::Plan | SaveForm::SelfContained | SaveForm::Case) => &["ron"],
            FileGoal::Save(SaveForm::AnswerSheet) => &["txt", "csv"],
        }
    }

    /// What a name stands for: a whole path, or a file in the folder shown. What is saved has an ending.
    #[must_use]
    pub fn path_of(&self, name: &str) -> PathBuf {
        let path = self.folder.join(name);
        let has_ending = |path: &Path| {
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
            ending.is_some_and(|ending| self.endings().contains(&ending.as_str()))
        };
        if !matches!(self.goal, FileGoal::Save(_)) || has_ending(&path) {
            return path;
        }
        let mut name = path.file_name().unwrap_or_default().to_os_string();
        name.push(".");
        name.push(self.endings()[0]);
        path.with_file_name(name)
    }

    /// Shows the proposed name, or the first one like it that nothing in the folder has.
    fn propose(&mut self) {
        let Some(proposed) = &self.proposed else { return };
        let is_free = |name: &str| !self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name));
        let (stem, ending) = proposed.rsplit_once('.').unwrap_or((proposed, ""));
        let numbered = (2..).map(|number: u32| format!("{stem}-{number}.{ending}"));
        let mut names = std::iter::once(proposed.clone()).chain(numbered);
        self.name = names.find(|name| is_free(name)).unwrap_or_else(|| proposed.clone());
    }
}

impl State {
    /// The box for saving the plan; one without a title is asked for it.
    pub(super) fn save_box(&mut self, form: SaveForm) -> Vec<Effect> {
        let mut dialog = FileDialog::new(FileGoal::Save(form), self.file_name());
        dialog.title = self.is_untitled().then(String::new);
        self.show(Dialog::File(dialog))
    }

    /// True if nobody has given the plan a title.
    fn is_untitled(&self) -> bool {
        let title = self.document.scenario.title.trim();
        title.is_empty() || title == self.untitled
    }

    pub(super) fn with_file_dialog(&mut self, change: impl FnOnce(&mut FileDialog)) -> Vec<Effect> {
        if let Some(Dialog::File(dialog)) = &mut self.session.dialog {
            change(dialog);
        }
        Vec::new()
    }

    /// What a folder holds.
    pub(super) fn folder_listed(&mut self, folder: PathBuf, entries: Vec<FolderEntry>, problem: String) -> Vec<Effect> {
        self.with_file_dialog(|dialog| {
            (dialog.folder, dialog.entries, dialog.problem) = (folder, entries, problem);
            dialog.new_folder = None;
            dialog.propose();
        })
    }

    /// A name was typed or clicked.
    pub(super) fn file_named(&mut self, name: String) -> Vec<Effect> {
        self.with_file_dialog(|dialog| (dialog.name, dialog.proposed) = (name, None))
    }

    pub(super) fn in_file_box(&mut self, action: Action) -> Vec<Effect> {
        let usual = self.file_name();
        match action {
            Action::Places(places) => self.with_file_dialog(|dialog| dialog.places = places),
            Action::Title(title) => self.with_file_dialog(|dialog| {
                if dialog.proposed.is_some() {
                    let named = format!("{}.ron", slug(&title, MAX_FILE_NAME));
                    dialog.proposed = Some(if title.trim().is_empty() { usual } else { named });
                }
                dialog.title = Some(title);
                dialog.propose();
            }),
            Action::NewFolder(name) => self.with_file_dialog(|dialog| dialog.new_folder = name),
            Action::Problem(problem) => self.with_file_dialog(|dialog| dialog.problem = problem),
            Action::MakeFolder(folder) => vec![Effect::MakeFolder(folder)],
        }
    }

    /// The title that was typed in the box becomes that of the plan.
    pub(super) fn take_title(&mut self) -> Vec<Effect> {
        let Some(Dialog::File(FileDialog { title: Some(title), .. })) = &self.session.dialog else { return Vec::new() };
        let title = title.trim().to_owned();
        if title.is_empty() {
            return Vec::new();
        }
        let effects = self.edit(Edit::SetTitle(title));
        self.history.close_step();
        effects
    }
}
