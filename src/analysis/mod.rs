//! What follows from a scenario: pure functions that give their reasons. No files, no clock, no window.

mod demand;
mod index;
mod verdicts;

pub use demand::{CompiledDemand, Decision, Verdict};
pub use index::{Index, Situation, Standing, Uncounted};
pub use verdicts::{
    Cell, CellReport, Change, Effect, Mark, Matrix, PositionReport, Tally, cell_report, changes, matrix, preview,
};
