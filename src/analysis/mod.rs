//! What follows from a scenario: pure functions that give their reasons. No files, no clock, no window.

mod boxes;
mod clashes;
mod coding;
mod count;
mod demand;
mod ended;
mod gathered;
mod how_read;
mod index;
mod judged;
mod lint;
mod mark;
mod min_fill;
mod plans;
mod sat;
mod stop;
mod unfit;
mod verdicts;
mod walks;

pub use clashes::{
    Behind, Conflicts, End, Ground, Limits, Listed, MinimalSets, PartyClashes, Question, Setting, Space, Wanted, Which,
    common_ground, countable, party_clashes,
};
pub use coding::{Agreement, Alpha, Decided, OfParty, agreement};
pub(crate) use coding::{N_CODES, RELIABLE, SourcesOnFile, TENTATIVE, sources_on_file, symmetry};
pub use count::Count;
pub use demand::{CompiledDemand, Verdict};
pub use ended::{Ended, ended};
pub(crate) use how_read::red_line_examples;
pub use how_read::{AddedUp, Example, HowRead, PartySum, adding_up};
pub use index::{Index, Situation, Standing, Uncounted};
pub use judged::Judged;
pub use lint::lint;
pub use mark::{Cell, Effect, Mark, Tally};
pub use plans::{
    Account, Alternative, Alternatives, Basis, Blocked, ChangeTables, ComparedParty, ComparedRow, Comparison,
    ContradictedCell, CountingRule, FewestChanges, Goal, PartyRanges, Permitted, PositionRange, Ranges, Shift,
    SingleChange, Step, Strengths, TableLimits, Tick, Timeline, Toll, Turn, Way, Wishes, alternatives,
    alternatives_telling, between, compare, fewest_changes, how_many, ranges, runs, single_changes, ticks, timeline,
};
pub use stop::{Stop, Stopped};
pub use verdicts::{CellReport, Change, Matrix, PositionReport, cell_report, changes, matrix};
pub(crate) use walks::MarkRule;
pub use walks::{Fork, Next, Walks};
