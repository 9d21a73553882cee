//! The assignments of least cost to a handful of variables, by eliminating one variable after the other (`back`, `buckets`), and
//! where the tables of that would grow too large by proofs that costs cannot be avoided (`cores`). It knows nothing of plans: `model` writes them as tables.

mod back;
mod buckets;
mod clauses;
mod cores;
mod list;
mod order;
mod problem;
mod reduce;
mod sat;
mod solved;
mod ties;
mod walk;

pub use problem::TableLimits;
use problem::is_forbidden;
pub(super) use problem::{Cost, FORBIDDEN, Judge, Lazy, Problem, Ruled, Table};
pub(super) use solved::Solved;

/// Somebody asked to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Halted;
