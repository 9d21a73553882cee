//! `list`: what can be named without a file.

use serde::Serialize;

use super::{Done, args::ListArgs, json, library, text};
use crate::{
    domain::{Form, ScenarioKind},
    wording::cli as words,
};

/// What `list --json` prints.
#[derive(Debug, Serialize)]
pub struct Answer {
    pub format: u32,
    pub kind: &'static str,
    pub own_folder: Option<String>,
    pub dossiers: Vec<DossierEntry>,
}

/// A dossier in the list. What cannot be read has problems, and its figures are empty.
#[derive(Debug, Serialize)]
pub struct DossierEntry {
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
pub struct ScenarioEntry {
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
pub fn run(args: &ListArgs) -> Result<Done, String> {
    let answer = library::list()?;
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
