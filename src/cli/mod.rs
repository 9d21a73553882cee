//! The program without a window: one file a subcommand, tables for people, JSON for scripts.
//!
//! Answers go to standard output, everything else to standard error. The exit codes are part of the interface.

mod alternatives;
mod args;
mod case_export;
mod changes;
mod check;
mod clashes;
mod coding;
mod compare;
mod drafts;
mod export;
mod import;
mod json;
mod library;
mod list;
mod look_up;
mod manual;
mod new;
mod overview;
mod parties;
mod plan_args;
mod plan_change;
mod reading_arg;
mod reasons;
mod site;
mod stop;
mod text;
mod timeline;
mod verdicts;
mod window;

use std::{io::Write as _, process::ExitCode};

use clap::CommandFactory as _;

pub use args::{Command, CommandLine};
use plan_args::PlanCommand;
pub use window::open_window;

use crate::{
    analysis::Judged,
    domain::{Dossier, Scenario},
    wording::cli as words,
};

/// How a subcommand ended; its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Done {
    Clean = 0,
    Problems = 1,
    CannotRead = 2,
    /// Printed, but a search was stopped before it could be certain.
    StoppedEarly = 3,
    /// Written, but some text in it has letters that are in no font, or run from right to left.
    Unreadable = 4,
    /// The window ended by a fault of the program.
    Fault = 5,
}

/// Runs a subcommand to its exit code.
#[must_use]
pub fn run(command: &Command) -> ExitCode {
    let done = match command {
        Command::Check(args) => check::run(args),
        Command::Verdicts(args) => verdicts::run(args),
        Command::Clashes(args) => clashes::run(args),
        Command::Export(args) => export::run(args),
        Command::Import(args) => import::run(args),
        Command::New(args) => new::run(args),
        Command::List(args) => list::run(args),
        Command::Drafts(args) => drafts::run(args),
        Command::Timeline(args) => timeline::run(args),
        Command::Compare(args) => compare::run(args),
        Command::Manual(args) => manual::run(args, CommandLine::command()),
        Command::Plans(PlanCommand::Alternatives(args)) => alternatives::run(args),
        Command::Plans(PlanCommand::Changes(args)) => changes::run(args),
    };
    let done = done.unwrap_or_else(|problem| {
        complain(&problem);
        Done::CannotRead
    });
    ExitCode::from(done as u8)
}

/// Writes a message to standard error. That nobody reads it is no reason to stop.
pub fn complain(problem: &str) {
    let _ = writeln!(std::io::stderr(), "{}", words::message(problem));
}

/// The marks of a scenario with the reasons behind them, as text of 100 columns.
#[must_use]
pub(crate) fn scenario_text(dossier: &Dossier, scenario: &Scenario) -> String {
    let judged = Judged::new(dossier, scenario);
    overview::overview(&judged) + &reasons::reasons(&judged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ValueIx, practice};

    fn text(terms: &[(crate::domain::TermIx, u16)]) -> String {
        let dossier = practice::dossier();
        let mut scenario = Scenario::empty(&dossier, "Trial".to_owned());
        for (term, value) in terms {
            scenario.plan.set(*term, Some(ValueIx(*value)));
        }
        scenario_text(&dossier, &scenario)
    }

    #[test]
    fn the_table_the_counts_and_the_reasons_stand_below_each_other() {
        let text = text(&[(practice::FREEZE, 0), (practice::TROOPS, 1)]);
        for part in [
            "Term          Plan        N | S\nFront line    Freeze now  ÷ | –\nPeacekeepers  European    ▲ | ●\n",
            "NATO delay and Draft age are not in the plan.\n",
            "Columns: must accept | affected\n",
            "    N      contradicts statements on 1 of 2 terms: 1 opposed; 0 supported or in line; 0 without a\n           stated position; 1 with something on file that is neither for nor against\n",
            "Peacekeepers: European\n  ▲ North: Opposed: contradicts 1 statement\n    - Ana Berg, spokesman, 18 Nov 2024: ",
            "      Opposes or demands. In force since 18 Nov 2024. Met if Peacekeepers is None\n",
            "On file, neither for nor against\n  Front line, N (Ana Berg, 18 Nov 2024): It asks nothing of a plan\n",
            "No stated position on file (not consent)\n  Front line: S\n",
        ] {
            assert!(text.contains(part), "{part}\nis missing in\n{text}");
        }
    }

    #[test]
    fn a_plan_that_breaks_a_rule_is_told_so() {
        let text = text(&[(practice::FREEZE, 0), (practice::TROOPS, 0)]);
        assert!(text.contains("This plan contradicts itself\n  A freeze is watched by someone."), "{text}");
    }

    #[test]
    fn what_depends_on_the_rest_of_the_plan_is_listed() {
        let text = text(&[(practice::DELAY, 1)]);
        assert!(
            text.contains("NATO delay, S (Ion Dale, 3 Jan 2025): It depends on Front line, which is not in the plan")
        );
        assert!(text.contains("This plan contradicts no statement on file."), "{text}");
    }

    #[test]
    fn an_empty_plan_shows_what_can_be_set() {
        assert!(text(&[]).contains("  peacekeepers  none european un\n"));
    }

    #[test]
    fn the_json_names_what_the_table_shows() {
        let dossier = practice::dossier();
        let mut scenario = Scenario::empty(&dossier, "Trial".to_owned());
        scenario.plan.set(practice::TROOPS, Some(ValueIx(1)));
        let answer = json::verdicts(&Judged::new(&dossier, &scenario));
        let json = serde_json::to_value(&answer).unwrap();
        assert_eq!(json["format"], 1);
        assert_eq!(json["plan"]["peacekeepers"], "european");
        assert_eq!(json["cells"][0]["mark"], "opposed");
        assert_eq!(json["cells"][0]["positions"][0]["met_if"], "Met if Peacekeepers is None");
        assert_eq!(json["statements"][0]["sources"][0]["url"], "https://example.org/talks");
        assert_eq!(json["tallies"][0]["opposed"], 1);
    }
}
