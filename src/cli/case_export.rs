//! `export` of a whole case: a workbook, a folder of CSV files, JSON, one file to share, or its sources.

use std::path::{Path, PathBuf};

use super::{Done, library, text};
use crate::{
    app::Separator,
    format::shared_case,
    storage::{Others, SaveError, free_path, write_keeping, write_together},
    wording::{export as words, workbook::cli as book_words},
    workbook,
};

/// What a case is written as.
#[derive(Clone, Copy, Debug)]
pub(super) enum CaseForm {
    /// One `.xlsx` file.
    Workbook,
    /// A folder with a CSV file for each sheet.
    CsvFolder,
    /// One `.json` file with the plans inside.
    Json,
    /// One `.ron` file with the plans inside.
    Shared,
    /// Its sources for a reference manager, as `.csl.json`.
    Sources,
}

/// What the target asks for, if it is for a case and not for a hand-out.
#[must_use]
pub(super) fn form(to: &Path) -> Option<CaseForm> {
    let ends_as_folder = to.to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR]);
    if ends_as_folder || to.is_dir() {
        return Some(CaseForm::CsvFolder);
    }
    let name = to.file_name()?.to_string_lossy().to_lowercase();
    let forms = [
        (".xlsx", CaseForm::Workbook),
        (".csl.json", CaseForm::Sources),
        (".json", CaseForm::Json),
        (".ron", CaseForm::Shared),
    ];
    forms.into_iter().find(|(ending, _)| name.ends_with(ending)).map(|(_, form)| form)
}

/// Writes the dossier of what is named.
///
/// # Errors
/// If it cannot be read, or a file cannot be written or is there already.
pub(super) fn run(
    (scenario, to, replace): (&str, &Path, bool),
    form: CaseForm,
    separator: Separator,
) -> Result<Done, String> {
    let whole = || library::whole_case(scenario);
    let book = || library::open(scenario).map(|(dossier, _)| workbook::book_of(&dossier));
    let one = |text: String| vec![(to.to_path_buf(), text.into_bytes())];
    let files = match form {
        CaseForm::Workbook => vec![(to.to_path_buf(), workbook::write(&book()?)?)],
        CaseForm::Sources => one(workbook::to_csl(&library::open(scenario)?.0)),
        CaseForm::Json | CaseForm::Shared => {
            let (text, plans) = whole()?;
            let written = match form {
                CaseForm::Json => workbook::to_json(&text, &plans),
                _ => shared_case(&text, &plans),
            };
            one(written.ok_or_else(|| book_words::NO_WHOLE_CASE.to_owned())?)
        }
        CaseForm::CsvFolder => {
            let files = workbook::to_csv(&book()?, separator.character())?.into_iter();
            files.map(|(name, bytes)| (to.join(format!("{name}.csv")), bytes)).collect()
        }
    };
    let shown = |path: &Path| path.to_string_lossy().into_owned();
    let others = if replace { Others::AreKept } else { Others::Stay };
    let written = match &files[..] {
        [(file, bytes)] if !matches!(form, CaseForm::CsvFolder) => write_keeping(file, bytes, replace),
        // All or nothing: a folder in which one file is taken is left as it is.
        _ => write_together(to, &parts(&files), others),
    };
    written.map_err(|error| match error {
        SaveError::Exists(path) => words::exists(&shown(&path), &shown(&free_path(&path))),
        other => other.to_string(),
    })?;
    text::print(&format!("{}\n", book_words::exported(&shown(to), files.len())))?;
    Ok(Done::Clean)
}

fn parts(files: &[(PathBuf, Vec<u8>)]) -> Vec<(PathBuf, &[u8])> {
    files.iter().map(|(path, bytes)| (path.clone(), bytes.as_slice())).collect()
}
