//! What happens in the box in which a file to open, or a name to save under, is chosen by folder and name.

use std::path::PathBuf;

use super::{
    Dialog, Edit, Effect, FileDialog, FileGoal, FilePlace, FolderEntry, SaveForm, State,
    file_dialog::{MAX_FILE_NAME, slug},
};

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

impl State {
    /// The box for saving the plan; one without a title is asked for it.
    pub(super) fn save_box(&mut self, form: SaveForm) -> Vec<Effect> {
        let mut dialog = FileDialog::new(FileGoal::Save(form), self.document.file_name());
        dialog.title = self.is_untitled().then(String::new);
        self.show(Dialog::File(dialog))
    }

    /// The box for writing the case as a file of its own, named after the case: for others, or as a workbook.
    pub(super) fn save_case_box(&mut self, for_others: bool) -> Vec<Effect> {
        let form = if for_others { SaveForm::Shared } else { SaveForm::Workbook };
        let mut dialog = FileDialog::new(FileGoal::Save(form), String::new());
        let name = format!("{}.{}", self.dossier().id, dialog.endings()[0]);
        (dialog.proposed, dialog.name) = (Some(name.clone()), name);
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
        let usual = self.document.file_name();
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
