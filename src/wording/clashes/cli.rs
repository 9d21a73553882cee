//! The words of the subcommand `clashes`.

/// What it does.
pub const ABOUT: &str =
    "Print which stated positions no plan can meet together, in pairs and larger sets, and what would have to give";
/// Keep to the plan.
pub(crate) const HELP_ON_PLAN: &str = "Only plans that say what this plan says; without it, whatever the plan";
/// Filter.
pub(crate) const HELP_RED_LINES: &str = "Only red lines";
/// Filter.
pub(crate) const HELP_MUST_ACCEPT: &str = "Only parties that must accept";
/// List clash sets.
pub(crate) const HELP_SETS: &str = "List the clash sets: the smallest groups of statements that no plan meets together";
/// List ways out.
pub(crate) const HELP_WAYS_OUT: &str = "List the ways out: the smallest groups whose giving way lets all others be met";
/// Lift to parties.
pub(crate) const HELP_PARTIES: &str =
    "Clash sets and ways out of whole parties; alone it means --parties --sets --ways-out";
/// How many.
pub(crate) const HELP_MAX: &str = "List at most so many sets of each kind";
/// How large.
pub(crate) const HELP_MAX_SIZE: &str = "List no sets with more members";

/// Examples under the help.
pub(crate) const EXAMPLES: &str = "\
Examples:
  peace-plan-explorer clashes ukraine-2025-01
  peace-plan-explorer clashes ukraine-2025-01/reported-idea --on-plan
  peace-plan-explorer clashes ukraine-2025-01 --red-lines --sets
  peace-plan-explorer clashes ukraine-2025-01 --sets --max-size 3 --json
  peace-plan-explorer clashes my-plan.ron --parties --ways-out --time-limit 10

Exit codes: 0 printed, 2 the scenario or an argument cannot be used, 3 printed but stopped early.";

/// Heading over the matrix.
pub(crate) const MATRIX: &str = "Party against party";
/// Legend of the matrix.
pub(crate) const LEGEND: [&str; 3] = [
    "n pairs of statements that exclude each other; on the diagonal within one party",
    "0 no two exclude each other",
    "/ nothing of one of them is asked about (not consent)",
];
/// Heading over the pairs.
pub(crate) const PAIRS: &str = "Pairs";
/// Heading over what no plan meets by itself.
pub(crate) const ALONE: &str = "Cannot be met even by themselves";
/// Heading over the groups of red lines.
pub const RED_LINES: &str = "Groups of red lines that no plan meets";
/// Heading over the clash sets.
pub(crate) const CLASH_SETS: &str = "Clash sets. No plan can meet all of a set: drop any one";
/// Heading over the ways out.
pub(crate) const WAYS_OUT: &str = "What would have to give. If all of a set give way, some plan meets all the others";
/// Heading over the citations.
pub(crate) const STATEMENTS: &str = "Statements";
/// Instead of what could not be worked out in time.
pub(crate) const STOPPED: &str = "Stopped before this was worked out.";
/// Behind a group whose reasons would take long.
pub(crate) const REASONS_STOPPED: &str = "Which rules this takes would take long to work out";
/// The empty way out.
pub const NOTHING: &str = "nothing: some plan meets all";
