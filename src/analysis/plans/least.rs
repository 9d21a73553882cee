//! The assignments of least cost to a handful of variables, by eliminating one variable after the other, and by search where
//! the tables of that would grow too large. It knows nothing of plans: `model` writes them as tables.

mod buckets;
mod descend;
mod list;
mod order;
mod problem;
mod reduce;
mod solved;
mod walk;

pub use problem::TableLimits;
use problem::is_forbidden;
pub(super) use problem::{Cost, FORBIDDEN, Lazy, Problem, Table};
pub(super) use solved::Solved;

/// Somebody asked to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Halted;
