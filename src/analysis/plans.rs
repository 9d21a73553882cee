//! Whole plans: beside each other, through time, and in search of others.

mod alternatives;
mod basis;
mod blocked;
mod compare;
mod fewest;
mod how_many;
mod least;
mod model;
mod ranges;
mod single;
mod ticks;
mod timeline;

#[cfg(test)]
pub(super) mod fixture;

pub use alternatives::{
    Account, Alternative, Alternatives, ContradictedCell, CountingRule, Strengths, Toll, Wishes, alternatives,
    alternatives_telling,
};
pub use basis::Basis;
pub use blocked::Blocked;
pub use compare::{ComparedParty, ComparedRow, Comparison, compare};
pub use fewest::{FewestChanges, Goal, Permitted, Way, fewest_changes};
pub use how_many::how_many;
pub use least::TableLimits;
pub use ranges::{PartyRanges, PositionRange, Ranges, ranges, runs};
pub use single::{ChangeTables, SingleChange, single_changes};
pub use ticks::{Tick, ticks};
pub use timeline::{Shift, Step, Timeline, Turn, between, timeline};
