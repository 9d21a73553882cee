//! The box in which a file is chosen, as data: what it is for, what it shows, and what a name in it stands for.

use std::path::{Path, PathBuf};

/// The largest number of characters of a title that go into a file name.
pub(super) const MAX_FILE_NAME: usize = 60;

/// A part of a file name made from a title: small letters, digits and hyphens, at most `max` of them; never empty.
#[must_use]
pub(crate) fn slug(title: &str, max: usize) -> String {
    let title = title.to_lowercase();
    // Some are called like a file already.
    let title = title.trim().trim_end_matches(".ron");
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words.collect::<Vec<_>>().join("-").chars().take(max).collect();
    let name = name.trim_end_matches('-');
    if name.is_empty() { "plan".to_owned() } else { name.to_owned() }
}

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
    /// Read a workbook and show what would come of it.
    Bring,
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

/// What is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveForm {
    /// The scenario, as its file has been so far.
    Plan,
    /// The scenario with its dossier inside.
    SelfContained,
    /// The case of one's own, to its file.
    Case,
    /// The case as a workbook.
    Workbook,
    /// The case with its plans in one file, for somebody else.
    Shared,
    /// The guesses against the file: as a table of values if the name ends in `.csv`, else as text.
    AnswerSheet,
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

    /// True if something is to be saved.
    #[must_use]
    pub(crate) const fn is_for_saving(&self) -> bool {
        matches!(self.goal, FileGoal::Save(_))
    }

    /// True if a name was typed or clicked, and not only proposed.
    pub(super) fn is_named(&self) -> bool {
        self.proposed.is_none() && !self.name.trim().is_empty()
    }

    /// True if the file comes from elsewhere, or is for somebody else: then it does not lie beside what is open.
    #[must_use]
    pub(crate) fn is_about_elsewhere(&self) -> bool {
        matches!(self.goal, FileGoal::Bring | FileGoal::Save(SaveForm::Workbook | SaveForm::Shared))
    }

    /// What a file may end in that is listed, or written, the usual ending first.
    #[must_use]
    pub fn endings(&self) -> &'static [&'static str] {
        match self.goal {
            FileGoal::Open
            | FileGoal::Compare
            | FileGoal::Save(SaveForm::Plan | SaveForm::SelfContained | SaveForm::Case | SaveForm::Shared) => &["ron"],
            FileGoal::Bring => &["xlsx", "ods", "csv", "json"],
            FileGoal::Save(SaveForm::Workbook) => &["xlsx"],
            FileGoal::Save(SaveForm::AnswerSheet) => &["txt", "csv"],
        }
    }

    /// What a name stands for: a whole path, or a file in the folder shown. What is saved has an ending.
    #[must_use]
    pub(crate) fn path_of(&self, name: &str) -> PathBuf {
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
    pub(super) fn propose(&mut self) {
        let Some(proposed) = &self.proposed else { return };
        let is_free = |name: &str| !self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name));
        let (stem, ending) = proposed.rsplit_once('.').unwrap_or((proposed, ""));
        let numbered = (2..).map(|number: u32| format!("{stem}-{number}.{ending}"));
        let mut names = std::iter::once(proposed.clone()).chain(numbered);
        self.name = names.find(|name| is_free(name)).unwrap_or_else(|| proposed.clone());
    }
}
