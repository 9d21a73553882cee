//! `verdicts`: whose stated positions a plan contradicts, and why.

use super::{Done, args::VerdictsArgs, json, library, plan_change, scenario_text, text, verdicts_json};
use crate::cli::case::Case;

/// Runs the subcommand.
///
/// # Errors
/// If the scenario or an argument cannot be used, or the answer cannot be written.
pub fn run(args: &VerdictsArgs) -> Result<Done, String> {
    let (dossier, mut scenario) = library::open(&args.scenario)?;
    scenario.as_of = args.as_of.unwrap_or(scenario.as_of);
    for change in &args.set {
        plan_change::set(&dossier, &mut scenario.plan, change)?;
    }
    scenario.counted = args.count.iter().fold(scenario.counted, |counted, also| also.switch_on(counted));
    let answer = if args.json {
        json::pretty(&verdicts_json::verdicts(&Case::new(&dossier, &scenario)))?
    } else {
        scenario_text(&dossier, &scenario)
    };
    text::print(&answer)?;
    Ok(Done::Clean)
}
