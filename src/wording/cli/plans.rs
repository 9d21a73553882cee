//! The words of `timeline` and `compare`.

use super::{
    super::{DateStyle, count, date},
    FICTIONAL, counting, plan_lines,
};
use crate::domain::{Dossier, Scenario};

/// What `timeline` does.
pub(crate) const ABOUT_TIMELINE: &str = "Print the marks of a plan through time, and which statements changed them";
/// One term.
pub(crate) const HELP_TERM: &str = "Show the marks of this term (its id or name) and its changes alone";
/// One party.
pub(crate) const HELP_PARTY: &str = "Show this party (its id, code or name) alone";
/// The first of two days.
pub(crate) const HELP_FROM: &str = "Tell what changed from this day to --to; the scenario's own day if left out";
/// The second of two days.
pub(crate) const HELP_TO: &str = "Tell what changed from --from to this day; the scenario's own day if left out";
/// What `compare` does.
pub(crate) const ABOUT_COMPARE: &str =
    "Print two plans of one dossier beside each other, and what differs for each party";
/// Plan A.
pub(crate) const HELP_A: &str = "Plan A: a scenario file, a shipped scenario (dossier/name), or a dossier's id";
/// Plan B.
pub(crate) const HELP_B: &str = "Plan B, of the same dossier";
/// All rows.
pub(crate) const HELP_ALL: &str = "Show all rows, not only those that differ";
/// One day for both.
pub(crate) const HELP_AS_OF_BOTH: &str =
    "The day whose positions are in force for both, instead of their own: 2025-01-13";
/// Instead of a timeline if the plan says nothing.
pub(crate) const NOTHING_THROUGH_TIME: &str = "Nothing is in the plan, so nothing changes through time.";
/// How the pairs of marks are read.
pub(crate) const HALVES: &str = "In each cell: the mark under A, then the mark under B.";

/// Examples under the help of `timeline`.
pub(crate) const EXAMPLES_TIMELINE: &str = "\
Examples:
  peace-plan-explorer timeline ukraine-2025-01/reported-idea
  peace-plan-explorer timeline my-plan.ron --term nato_delay --party RU
  peace-plan-explorer timeline my-plan.ron --from 2024-11-01 --to 2025-01-13
  peace-plan-explorer timeline my-plan.ron --json

Exit codes: 0 printed, 2 the scenario or an argument cannot be used.";

/// Examples under the help of `compare`.
pub(crate) const EXAMPLES_COMPARE: &str = "\
Examples:
  peace-plan-explorer compare my-plan.ron ukraine-2025-01/reported-idea
  peace-plan-explorer compare a.ron b.ron --all --as-of 2025-01-13
  peace-plan-explorer compare a.ron b.ron --json

Exit codes: 0 printed, 2 a plan or an argument cannot be used, or the plans belong to different dossiers.";

/// A dossier's title, and that it is invented if it is.
#[must_use]
pub(crate) fn dossier_title(dossier: &Dossier) -> String {
    let invented = if dossier.fictional { format!(" ({FICTIONAL})") } else { String::new() };
    format!("{}{invented}", dossier.title)
}

/// "5 of 15 terms in the plan".
#[must_use]
pub(crate) fn in_plan(n: usize, of: usize) -> String {
    format!("{n} of {} in the plan", count(of, "term", "terms"))
}

/// The lines over a timeline: the dossier, the plan, the time that is covered.
#[must_use]
pub(crate) fn timeline_heading(dossier: &Dossier, scenario: &Scenario, style: DateStyle) -> Vec<String> {
    let (first, last) = dossier.covers;
    let covers = format!(
        "{} to {}; {}",
        date(first, style),
        date(last, style),
        in_plan(scenario.plan.n_set(), dossier.terms.len())
    );
    let mut lines = vec![dossier_title(dossier)];
    lines.extend(plan_lines(scenario, style));
    lines.push(covers);
    lines.extend(counting(scenario.counted));
    lines
}
