//! `clashes`: which stated positions no plan can meet together, and what would have to give.

pub(super) mod found;
mod text;

use clap::Args;

use self::found::Found;
use super::{
    Done, json,
    plan_args::PlanArgs,
    stop::{self, StopArgs},
    text as terminal,
};
use crate::{analysis::Index, wording::clashes::cli as own};

/// Arguments of `clashes`.
#[expect(clippy::struct_excessive_bools, reason = "they are switches of the command line, each on its own")]
#[derive(Args, Debug)]
pub struct ClashesArgs {
    /// The plan to look at.
    #[command(flatten)]
    pub plan: PlanArgs,
    /// Only plans that say what this plan says.
    #[arg(long, help = own::HELP_ON_PLAN)]
    pub on_plan: bool,
    /// Only red lines.
    #[arg(long, help = own::HELP_RED_LINES)]
    pub red_lines: bool,
    /// Only parties that must accept.
    #[arg(long, help = own::HELP_MUST_ACCEPT)]
    pub must_accept: bool,
    /// List the clash sets.
    #[arg(long, help = own::HELP_SETS)]
    pub sets: bool,
    /// List the ways out.
    #[arg(long, help = own::HELP_WAYS_OUT)]
    pub ways_out: bool,
    /// Of whole parties.
    #[arg(long, help = own::HELP_PARTIES)]
    pub parties: bool,
    /// At most so many sets.
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = stop::number::<usize>, help = own::HELP_MAX)]
    pub max: usize,
    /// No larger sets.
    #[arg(long, value_name = "N", value_parser = stop::number::<usize>, help = own::HELP_MAX_SIZE)]
    pub max_size: Option<usize>,
    /// How long it may take.
    #[command(flatten)]
    pub stop: StopArgs,
}

/// Runs the subcommand.
///
/// # Errors
/// If the scenario or an argument cannot be used, or the answer cannot be written.
pub(super) fn run(args: &ClashesArgs) -> Result<Done, String> {
    let (dossier, scenario) = args.plan.open()?;
    let index = Index::new(&dossier);
    let limit = args.stop.start();
    let found = Found::new(args, (&dossier, &index, &scenario), limit.stop());
    let answer = if args.plan.json { json::pretty(&json::clashes(&found))? } else { text::clashes(&found) };
    terminal::print(&answer)?;
    Ok(if found.was_stopped() { Done::StoppedEarly } else { Done::Clean })
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use clap::Parser as _;

    use super::*;
    use crate::analysis::Stop;

    #[derive(clap::Parser)]
    struct Line {
        #[command(flatten)]
        args: ClashesArgs,
    }

    fn was_stopped(more: &[&str], stop: bool) -> bool {
        let words = ["clashes", "ukraine-2025-01"].iter().chain(more);
        let args = Line::parse_from(words).args;
        let (dossier, scenario) = args.plan.open().unwrap();
        let index = Index::new(&dossier);
        let steps = Cell::new(if stop { 0 } else { u64::MAX });
        Found::new(&args, (&dossier, &index, &scenario), Stop::never().or_after(&steps)).was_stopped()
    }

    #[test]
    fn what_was_stopped_is_told_apart_from_what_is_whole() {
        for more in [&[][..], &["--red-lines"], &["--sets"], &["--ways-out"], &["--parties"]] {
            assert!(was_stopped(more, true), "{more:?}");
            assert!(!was_stopped(more, false), "{more:?}");
        }
        assert!(!was_stopped(&["--sets", "--max", "1"], false), "as many as asked for");
    }
}
