//! What can be named on the command line: files, dossiers and scenarios at hand.

use std::path::Path;

use super::list::{Answer, DossierEntry, ScenarioEntry};
use crate::{
    domain::{Dossier, Scenario},
    export::Made,
    format::{DossierFile, Problem, ScenarioFile},
    storage::{self, Library, OpenedFile, Shelf},
    wording::{self, cli as words, ui},
};

/// What a name stands for.
pub struct Opened {
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
pub fn open(name: &str) -> Result<(Dossier, Scenario), String> {
    open_whole(name).map(|opened| (opened.dossier, opened.scenario))
}

/// The same with all that a hand-out says of it.
///
/// # Errors
/// What is wrong with the name or the file, in words.
pub fn open_whole(name: &str) -> Result<Opened, String> {
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
    let shelf =
        library.shelf(id).ok_or_else(|| words::unknown_scenario(name, super::plan_change::nearest(id, &ids)))?;
    let dossier = shelf.dossier().map_err(|problems| in_words(id, problems))?;
    let Some(scenario) = scenario else { return Ok(empty(dossier)) };
    let names: Vec<&str> = shelf.scenario_names().collect();
    let file = shelf
        .scenario(scenario)
        .ok_or_else(|| words::unknown_scenario(name, super::plan_change::nearest(scenario, &names)))?;
    let file = file.map_err(|problems: Vec<Problem>| in_words(name, &problems))?;
    with_dossier(library, file, name, Made::Shipped)
}

fn empty(file: &DossierFile) -> Opened {
    let scenario = Scenario::empty(&file.dossier, ui::EMPTY_PLAN.to_owned());
    opened(file, scenario, Made::Own)
}

fn opened(file: &DossierFile, scenario: Scenario, made: Made) -> Opened {
    let (dossier, fingerprint) = (file.dossier.clone(), file.fingerprint.clone());
    Opened { dossier, fingerprint, scenario, made }
}

fn with_dossier(library: &Library, file: ScenarioFile, name: &str, made: Made) -> Result<Opened, String> {
    let of_library = || library.shelf(&file.dossier_id).and_then(|shelf| shelf.dossier().ok());
    let dossier = file.embedded.as_ref().or_else(of_library).ok_or_else(|| words::unknown_scenario(name, None))?;
    for warning in &file.warnings {
        super::complain(&format!("{name}: {warning}"));
    }
    Ok(opened(dossier, file.scenario, made))
}

fn in_words(name: &str, problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("{name}: {problem}")).collect::<Vec<_>>().join("\n")
}

/// Everything at hand.
///
/// # Errors
/// None at present; a folder that cannot be read is an empty one.
pub fn list() -> Result<Answer, String> {
    let library = Library::new();
    Ok(Answer {
        format: super::json::FORMAT,
        kind: "list",
        own_folder: storage::own_folder().map(|folder| folder.to_string_lossy().into_owned()),
        dossiers: library.shelves().iter().map(dossier_entry).collect(),
    })
}

fn dossier_entry(shelf: &Shelf) -> DossierEntry {
    let read = shelf.dossier();
    let dossier = read.as_ref().ok().map(|file| &file.dossier);
    let scenarios = dossier.map(|_| shelf.scenario_names().map(|name| scenario_entry(shelf, name)).collect());
    DossierEntry {
        id: shelf.id.clone(),
        title: dossier.map_or_else(|| shelf.id.clone(), |dossier| dossier.title.clone()),
        shipped: shelf.shipped,
        fictional: dossier.is_some_and(|dossier| dossier.fictional),
        version: dossier.map_or(0, |dossier| dossier.version),
        as_of: dossier.map_or_else(String::new, |dossier| dossier.as_of.to_string()),
        covers: dossier.map(|dossier| (dossier.covers.0.to_string(), dossier.covers.1.to_string())),
        n_terms: dossier.map_or(0, |dossier| dossier.terms.len()),
        n_parties: dossier.map_or(0, |dossier| dossier.parties.len()),
        n_statements: dossier.map_or(0, |dossier| dossier.statements.len()),
        problems: read.err().map_or(0, <[Problem]>::len),
        scenarios: scenarios.unwrap_or_default(),
    }
}

fn scenario_entry(shelf: &Shelf, name: &str) -> ScenarioEntry {
    let read = shelf.scenario(name);
    let problems = match &read {
        Some(Err(problems)) => problems.len(),
        _ => 0,
    };
    let scenario = read.and_then(Result::ok).map(|file| file.scenario);
    let scenario = scenario.as_ref();
    ScenarioEntry {
        name: format!("{}/{name}", shelf.id),
        title: scenario.map_or_else(String::new, wording::plan_title),
        author: scenario.map_or_else(String::new, |scenario| scenario.author.clone()),
        date: scenario.and_then(|scenario| scenario.date).map(|date| date.to_string()),
        origin: scenario.map_or_else(String::new, |scenario| scenario.origin.clone()),
        form: scenario.and_then(|scenario| scenario.form),
        status: scenario.map(|scenario| scenario.kind).unwrap_or_default(),
        n_in_plan: scenario.map_or(0, |scenario| scenario.plan.n_set()),
        problems,
    }
}
