//! `list`: what can be named without a file.

use clap::Args;
use serde::Serialize;

use super::{
    Done,
    json::{self, Head},
    text,
};
use crate::{
    domain::{Finding, Form, ScenarioKind},
    storage::{self, Library, Shelf},
    wording::{self, cli as words},
};

/// What `list --json` prints.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    #[serde(flatten)]
    pub head: Head,
    pub own_folder: Option<String>,
    pub dossiers: Vec<DossierEntry>,
}

/// A dossier in the list. What cannot be read has problems, and its figures are empty.
#[derive(Debug, Serialize)]
pub(super) struct DossierEntry {
    pub id: String,
    pub title: String,
    pub shipped: bool,
    pub fictional: bool,
    pub version: u32,
    pub as_of: String,
    pub covers: Option<(String, String)>,
    pub n_terms: usize,
    pub n_parties: usize,
    pub n_statements: usize,
    pub problems: usize,
    pub scenarios: Vec<ScenarioEntry>,
}

/// A scenario in the list.
#[derive(Debug, Serialize)]
pub(super) struct ScenarioEntry {
    /// What `verdicts` takes: "ukraine-2025-01/reported-idea".
    pub name: String,
    pub title: String,
    pub author: String,
    pub date: Option<String>,
    pub origin: String,
    pub form: Option<Form>,
    pub status: ScenarioKind,
    pub n_in_plan: usize,
    pub problems: usize,
}

/// Runs the subcommand.
///
/// # Errors
/// If the folder of the user's own dossiers cannot be read, or the answer cannot be written.
pub(super) fn run(args: &ListArgs) -> Result<Done, String> {
    let answer = self::list()?;
    let text = if args.json { json::pretty(&answer)? } else { as_text(&answer) };
    text::print(&text)?;
    Ok(Done::Clean)
}

fn as_text(answer: &Answer) -> String {
    let mut text = String::new();
    for dossier in &answer.dossiers {
        text +=
            &text::wrapped("", &words::dossier_line(&dossier.title, &dossier.id, dossier.fictional, dossier.shipped));
        let figures = words::dossier_figures(dossier.n_parties, dossier.n_terms, dossier.n_statements);
        text += &text::wrapped("  ", &words::or_problems(figures, dossier.problems));
        for scenario in &dossier.scenarios {
            text += &text::wrapped("  ", &scenario.name);
            let plan = words::scenario_line(
                &scenario.title,
                (scenario.status, scenario.form),
                scenario.date.as_deref(),
                &scenario.author,
            );
            text += &text::wrapped("      ", &words::or_problems(plan, scenario.problems));
            if !scenario.origin.is_empty() {
                text += &text::wrapped("      ", &scenario.origin);
            }
        }
        text.push('\n');
    }
    text + &text::wrapped("", &words::own_folder(answer.own_folder.as_deref()))
}

/// Arguments of `list`.
#[derive(Args, Debug)]
pub struct ListArgs {
    /// JSON instead of text.
    #[arg(long, help = words::HELP_JSON)]
    pub json: bool,
}

/// Everything at hand.
///
/// # Errors
/// None at present; a folder that cannot be read is an empty one.
pub(super) fn list() -> Result<Answer, String> {
    let library = Library::new();
    Ok(Answer {
        head: Head::of("list"),
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
        problems: read.err().map_or(0, <[Finding]>::len),
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
