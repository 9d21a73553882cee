//! Whole plans: beside each other, through time, and in search of others.

mod compare;
mod ticks;
mod timeline;

#[cfg(test)]
mod fixture;

pub use compare::{ComparedParty, ComparedRow, Comparison, Side, compare};
pub use ticks::{Tick, ticks};
pub use timeline::{Shift, Step, Timeline, Turn, between, timeline};
