//! What can be named on the command line: files, dossiers and scenarios at hand.

use std::path::Path;

use crate::{
    domain::{Dossier, Finding, Scenario},
    export::Made,
    format::{DossierFile, ScenarioFile, parted},
    storage::{self, Library, OpenedFile},
    wording::{self, cli as words, ui, workbook::cli as book_words},
};

/// What a name stands for.
pub(super) struct Opened {
    /// The dossier.
    pub dossier: Dossier,
    /// Its fingerprint.
    pub fingerprint: String,
    /// The scenario.
    pub scenario: Scenario,
    /// Whose words its notes are.
    pub made: Made,
}

/// The scenario that a name stands for: a file, `dossier/scenario`, or a dossier's id for an empty plan.
///
/// # Errors
/// What is wrong with the name or the file, in words.
pub(super) fn open(name: &str) -> Result<(Dossier, Scenario), String> {
    open_whole(name).map(|opened| (opened.dossier, opened.scenario))
}

/// The same with all that a hand-out says of it.
///
/// # Errors
/// What is wrong with the name or the file, in words.
pub(super) fn open_whole(name: &str) -> Result<Opened, String> {
    let library = &Library::new();
    let path = Path::new(name);
    if path.is_file() || storage::ends_in_ron(path) {
        return match library.open(path).map_err(|problems| in_words(name, &problems))? {
            OpenedFile::Scenario(file) => with_dossier(library, *file, name, Made::Unknown),
            OpenedFile::Dossier(file, _) => Ok(empty(&file)),
        };
    }
    let (id, scenario) = name.split_once('/').map_or((name, None), |(id, scenario)| (id, Some(scenario)));
    let ids: Vec<&str> = library.shelves().iter().map(|shelf| shelf.id.as_str()).collect();
    let shelf = library.shelf(id).ok_or_else(|| words::unknown_scenario(name, super::look_up::nearest(id, &ids)))?;
    let dossier = shelf.dossier().map_err(|problems| in_words(id, problems))?;
    let Some(scenario) = scenario else { return Ok(empty(dossier)) };
    let names: Vec<&str> = shelf.scenario_names().collect();
    let file = shelf
        .scenario(scenario)
        .ok_or_else(|| words::unknown_scenario(name, super::look_up::nearest(scenario, &names)))?;
    let file = file.map_err(|problems: Vec<Finding>| in_words(name, &problems))?;
    with_dossier(library, file, name, Made::Shipped)
}

/// The text of a case and of its plans, by their names: of a dossier's id, its file or folder.
///
/// # Errors
/// What is wrong with the name or the file, in words.
pub(super) fn whole_case(name: &str) -> Result<(String, Vec<(String, String)>), String> {
    let library = &Library::new();
    let path = Path::new(name);
    let file = if path.is_dir() { storage::dossier_path(path) } else { path.to_path_buf() };
    if file.is_file() {
        return match library.open(&file).map_err(|problems| in_words(name, &problems))? {
            // A case that was shared is whole already.
            OpenedFile::Dossier(dossier, text) => Ok(parted(&text).unwrap_or_else(|| {
                let plans = library.plan_texts_beside(&file, &dossier.dossier.id);
                (text, plans)
            })),
            OpenedFile::Scenario(_) => Err(book_words::NO_WHOLE_CASE.to_owned()),
        };
    }
    let ids: Vec<&str> = library.shelves().iter().map(|shelf| shelf.id.as_str()).collect();
    let shelf =
        library.shelf(name).ok_or_else(|| words::unknown_scenario(name, super::look_up::nearest(name, &ids)))?;
    shelf.dossier().map_err(|problems| in_words(name, problems))?;
    let plans = shelf.scenario_texts().map(|(name, text)| (name.to_owned(), text.to_owned()));
    Ok((shelf.text.to_string(), plans.collect()))
}

fn empty(file: &DossierFile) -> Opened {
    let scenario = Scenario::empty(&file.dossier, ui::EMPTY_PLAN.to_owned());
    opened(file, scenario, Made::Own)
}

fn opened(file: &DossierFile, scenario: Scenario, made: Made) -> Opened {
    complain(&file.dossier.id, &file.warnings);
    let (dossier, fingerprint) = (file.dossier.clone(), file.fingerprint.clone());
    Opened { dossier, fingerprint, scenario, made }
}

fn with_dossier(library: &Library, file: ScenarioFile, name: &str, made: Made) -> Result<Opened, String> {
    let of_library = || library.shelf(&file.dossier_id).and_then(|shelf| shelf.dossier().ok());
    let dossier = file.embedded.as_ref().or_else(of_library).ok_or_else(|| words::unknown_scenario(name, None))?;
    complain(name, &file.warnings);
    Ok(opened(dossier, file.scenario, made))
}

/// Says what a file holds that is not used.
fn complain(name: &str, warnings: &[Finding]) {
    for warning in warnings {
        super::complain(&in_words(name, std::slice::from_ref(warning)));
    }
}

fn in_words(name: &str, problems: &[Finding]) -> String {
    problems.iter().map(|problem| format!("{name}: {}", wording::problem(problem))).collect::<Vec<_>>().join("\n")
}
