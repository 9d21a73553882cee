//! Whole plans: beside each other, through time, and in search of others.

mod compare;
mod timeline;

#[cfg(test)]
mod fixture;

pub use compare::{ComparedParty, ComparedRow, Comparison, Side, compare};
pub use timeline::{Shift, Step, Timeline, Turn, between, timeline};
