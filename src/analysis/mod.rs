//! What follows from a scenario: pure functions that give their reasons. No files, no clock, no window.

mod clashes;
mod demand;
mod index;
mod lint;
mod plans;
mod stop;
mod verdicts;

pub use clashes::{
    Conflicts, Limits, MinimalSets, PartyClashes, Question, Reach, Space, Stopped, Which, countable, party_clashes,
};
pub use demand::{CompiledDemand, Decision, Verdict};
pub use index::{Index, Situation, Standing, Uncounted};
pub use lint::{Coverage, Finding, FindingKind, Severity, Subject, coverage, lint};
pub use plans::{
    ComparedParty, ComparedRow, Comparison, Shift, Side, Step, Tick, Timeline, Turn, between, compare, ticks, timeline,
};
pub use stop::Stop;
pub use verdicts::{
    Cell, CellReport, Change, Effect, Mark, Matrix, PositionReport, Tally, cell_report, changes, matrix, preview,
};
