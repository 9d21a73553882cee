//! `verdicts`: whose stated positions a plan contradicts, and why.

use super::{Done, json, plan_args::PlanArgs, scenario_text, text};
use crate::analysis::Judged;

/// Runs the subcommand.
///
/// # Errors
/// If the scenario or an argument cannot be used, or the answer cannot be written.
pub(super) fn run(args: &PlanArgs) -> Result<Done, String> {
    let (dossier, scenario) = args.open()?;
    let answer = if args.json {
        json::pretty(&json::verdicts(&Judged::new(&dossier, &scenario)))?
    } else {
        scenario_text(&dossier, &scenario)
    };
    text::print(&answer)?;
    Ok(Done::Clean)
}
