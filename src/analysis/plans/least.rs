//! The assignments of least cost to a handful of variables, by eliminating one variable after the other (`back`, `buckets`),
//! and where the tables of that would grow too large by proofs that costs cannot be avoided (`cores`). It knows nothing of
//! plans: `model` writes them as tables.
//!
//! The phases, in order; `list` goes through them:
//!
//! 1. `problem`: variables and the costs of their values together. A forbidden cost rules out.
//! 2. `order`: in which order the variables would be eliminated. Where all tables are tiny, it goes on with 4 at once.
//! 3. `reduce`: values that a table rules out (arc consistency, Mackworth 1977) or that no cheapest assignment can have
//!    (dead-end elimination, Goldstein 1994) are left out; what is left gets an order of its own.
//! 4. `buckets`: where every table fits its limit, one variable after the other is eliminated (Dechter 1999). That is the least
//!    cost and the number of assignments that reach it; `back` walks to them in order.
//! 5. `clauses`, `sat`, `exclusive`, `cores`: elsewhere the problem is written as clauses. Costs that nothing avoids are paid,
//!    and of costs no two of which can be avoided together all but one (Ignatiev and others 2019); then a solver names costs of
//!    which one must be paid until the rest can be free (OLL, Andres and others 2012). `walk` finds assignments to begin with;
//!    it proves nothing.
//! 6. `ties`: the assignments of that cost in order, by asking for the next one again and again.
//!
//! `solved` holds what is known at every moment: a lower and an upper bound, and what was found. So a search that is stopped
//! has an answer, and the window shows one that goes on.

mod back;
mod buckets;
mod clauses;
mod cores;
mod exclusive;
mod list;
mod order;
mod problem;
mod reduce;
mod solved;
mod ties;
mod walk;

pub use problem::TableLimits;
use problem::is_forbidden;
pub(super) use problem::{Cost, FORBIDDEN, Judge, Lazy, Problem, Ruled, Table};
pub(super) use solved::Solved;
