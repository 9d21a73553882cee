//! `export` of a whole case: a workbook, or a folder of CSV files.

use std::{fs, path::Path};

use super::{Done, library, text};
use crate::{
    app::Separator,
    storage::{SaveError, free_path, why, write_file},
    wording::{export as words, workbook::cli as book_words},
    workbook,
};

/// What a case is written as.
#[derive(Clone, Copy, Debug)]
pub enum CaseForm {
    /// One `.xlsx` file.
    Workbook,
    /// A folder with a CSV file for each sheet.
    CsvFolder,
}

/// What the target asks for, if it is for a case and not for a hand-out.
#[must_use]
pub fn form(to: &Path) -> Option<CaseForm> {
    let ends_as_folder = to.to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR]);
    if ends_as_folder || to.is_dir() {
        return Some(CaseForm::CsvFolder);
    }
    to.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")).then_some(CaseForm::Workbook)
}

/// Writes the dossier of what is named.
///
/// # Errors
/// If it cannot be read, or a file cannot be written or is there already.
pub fn run((scenario, to, replace): (&str, &Path, bool), form: CaseForm, separator: Separator) -> Result<Done, String> {
    let (dossier, _) = library::open(scenario)?;
    let book = workbook::book_of(&dossier);
    let files = match form {
        CaseForm::Workbook => vec![(to.to_path_buf(), workbook::write(&book)?)],
        CaseForm::CsvFolder => {
            fs::create_dir_all(to).map_err(|error| book_words::cannot_make(&to.to_string_lossy(), &why(&error)))?;
            let files = workbook::to_csv(&book, separator.character())?.into_iter();
            files.map(|(name, bytes)| (to.join(format!("{name}.csv")), bytes)).collect()
        }
    };
    let shown = |path: &Path| path.to_string_lossy().into_owned();
    // All or nothing: a folder in which one file is taken is left as it is.
    if let Some((taken, _)) = files.iter().find(|(path, _)| !replace && path.exists()) {
        return Err(words::exists(&shown(taken), &shown(&free_path(taken))));
    }
    for (path, bytes) in &files {
        write_file(path, bytes, replace).map_err(|error| match error {
            SaveError::Exists(_) => words::exists(&shown(path), &shown(&free_path(path))),
            other => other.to_string(),
        })?;
    }
    text::print(&format!("{}\n", book_words::exported(&shown(to), files.len())))?;
    Ok(Done::Clean)
}
