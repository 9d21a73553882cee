//! `clashes`: which stated positions no plan can meet together, and what would have to give.

mod json;
mod text;

use clap::Args;

use super::{
    Done, json as common,
    plan_args::PlanArgs,
    stop::{self, StopArgs},
    text as terminal,
};
use crate::{
    analysis::{
        Conflicts, End, Index, Limits, Listed, PartyClashes, Question, Setting, Stop, Stopped, Wanted, Which,
        countable, party_clashes,
    },
    domain::{Dossier, PartyIx, PositionIx, Scenario},
    wording::clashes::cli as own,
};

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

/// What is asked, and what was found. What was stopped before it was known is `None`.
struct Found<'a> {
    dossier: &'a Dossier,
    index: &'a Index,
    scenario: &'a Scenario,
    on_plan: bool,
    which: Which,
    setting: Setting,
    pairs: Option<PartyClashes>,
    n_red_lines: usize,
    red_lines: Option<Listed<PositionIx>>,
    sets: Sets,
}

/// Clash sets and ways out, as far as they were asked for.
enum Sets {
    None,
    OfPositions(Lists<PositionIx>),
    OfParties(Lists<PartyIx>),
}

struct Lists<T> {
    /// `None` if not asked for.
    clash_sets: Option<Outcome<T>>,
    ways_out: Option<Outcome<T>>,
}

/// A list, unless it was stopped before there was one.
type Outcome<T> = Result<Listed<T>, Stopped>;

/// Runs the subcommand.
///
/// # Errors
/// If the scenario or an argument cannot be used, or the answer cannot be written.
pub fn run(args: &ClashesArgs) -> Result<Done, String> {
    let (dossier, scenario) = args.plan.open()?;
    let index = Index::new(&dossier);
    let limit = args.stop.start();
    let found = Found::new(args, (&dossier, &index, &scenario), limit.stop());
    let answer = if args.plan.json { common::pretty(&json::clashes(&found))? } else { text::clashes(&found) };
    terminal::print(&answer)?;
    Ok(if found.was_stopped() { Done::StoppedEarly } else { Done::Clean })
}

impl<'a> Found<'a> {
    fn new(
        args: &ClashesArgs,
        (dossier, index, scenario): (&'a Dossier, &'a Index, &'a Scenario),
        stop: Stop<'_>,
    ) -> Self {
        let which = Which { red_lines_only: args.red_lines, must_accept_only: args.must_accept };
        let setting = Setting::new(dossier, index, scenario, args.on_plan, which);
        let question = setting.question(dossier, index);
        let pairs = party_clashes(question, stop).ok();
        let of_red_lines = Which { red_lines_only: true, ..which };
        let of_red_lines = countable(dossier, index, &setting.situation, of_red_lines);
        let wanted = Wanted { sets: args.max, size: args.max_size };
        let red_lines = Question { positions: &of_red_lines, ..question };
        let red_lines = Conflicts::of_positions(red_lines, args.stop.lifted(Limits::up_to(args.max_size)), stop)
            .and_then(|conflicts| Ok(conflicts.clash_sets(stop)?.listed(wanted, stop, &mut |_| {})));
        let is_asked = |own: bool| own || (args.parties && !args.sets && !args.ways_out);
        let kinds = (is_asked(args.sets), is_asked(args.ways_out));
        // Ways out come from the graph of all sets, or slowly.
        let limits = if kinds.1 { Limits::default() } else { Limits::up_to(args.max_size) };
        let limits = args.stop.lifted(limits);
        let sets = match (kinds, args.parties) {
            ((false, false), _) => Sets::None,
            (_, false) => {
                let conflicts = Conflicts::of_positions(question, limits, stop);
                Sets::OfPositions(lists(conflicts, kinds, wanted, stop))
            }
            (_, true) => {
                let conflicts = Conflicts::of_parties(question, limits, stop);
                Sets::OfParties(lists(conflicts, kinds, wanted, stop))
            }
        };
        let (on_plan, n_red_lines, red_lines) = (args.on_plan, of_red_lines.len(), red_lines.ok());
        Self { dossier, index, scenario, on_plan, which, setting, pairs, n_red_lines, red_lines, sets }
    }

    /// Whether anything that was asked for is missing or cut short because time was up or Ctrl+C was pressed.
    fn was_stopped(&self) -> bool {
        let sets_were = match &self.sets {
            Sets::None => false,
            Sets::OfPositions(lists) => lists.was_stopped(),
            Sets::OfParties(lists) => lists.was_stopped(),
        };
        let red_lines_were = self.red_lines.as_ref().is_none_or(|list| list.end == End::Stopped);
        self.pairs.is_none() || red_lines_were || sets_were
    }

    fn question(&self) -> Question<'_> {
        self.setting.question(self.dossier, self.index)
    }
}

impl<T> Lists<T> {
    fn was_stopped(&self) -> bool {
        let outcomes = [&self.clash_sets, &self.ways_out].into_iter().flatten();
        outcomes.map(Result::as_ref).any(|list| list.map_or(true, |list| list.end == End::Stopped))
    }
}

fn lists<T: Copy + Ord>(
    conflicts: Result<Conflicts<'_, T>, Stopped>,
    (sets, ways): (bool, bool),
    wanted: Wanted,
    stop: Stop<'_>,
) -> Lists<T> {
    let conflicts = conflicts.as_ref().map_err(|stopped| *stopped);
    let clash_sets = || Ok(conflicts?.clash_sets(stop)?.listed(wanted, stop, &mut |_| {}));
    let ways_out = || Ok(conflicts?.ways_out(stop)?.listed(wanted, stop, &mut |_| {}));
    Lists { clash_sets: sets.then(clash_sets), ways_out: ways.then(ways_out) }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use clap::Parser as _;

    use super::*;

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
