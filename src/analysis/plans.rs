//! Whole plans: beside each other, through time, and in search of others (DESIGN 3.6 and 3.7).

mod compare;
mod timeline;

#[cfg(test)]
mod fixture;

pub use compare::{ComparedParty, ComparedRow, Comparison, Side, compare};
pub use timeline::{Shift, Step, Timeline, Turn, between, timeline};
