//! What cannot be had together: clashing pairs, clash sets and ways out, by position and by party.
//!
//! Everything here looks at whole plans that keep the rules of the dossier; what a plan leaves open may be filled in at
//! will. The answers are exact: where a search stops early it says how far it is complete.
//!
//! The phases, in order:
//!
//! 1. `setting`, `space`: which plans and which positions a scenario asks about.
//! 2. `network`: of these only the positions, rules and values that can make a difference. If no plan keeps the rules, that is
//!    the answer.
//! 3. `pairs`: two positions at a time. `pool` has plans at hand, so that most pairs are met by one of them; `search` looks for
//!    a plan for the others, depth first, or shows that there is none.
//! 4. `eliminate`: the function "these members cannot all be met" as a decision diagram (`diagram`, Bryant 1986), by eliminating
//!    the terms (Dechter 1999).
//! 5. `family`: its minimal solutions (Rauzy 1993) as a graph of sets (Minato 1993): clash sets are those that make it true,
//!    ways out those that make it false. They are counted before one is listed.
//! 6. Only where the diagram of 4 or the graph of 5 would grow beyond its limit: `by_size` looks at connected sets of two, three
//!    and more members (Wernicke 2006), and `marco` goes on in no order where that gets too much (Liffiton and others 2016);
//!    `giving_way` finds ways out one by one (clause D, Marques-Silva and others 2013). Both ask the solver of `analysis::sat`
//!    about the plans of `held`. They say how far they came.
//! 7. `listed`: the first sets and what is known of the rest; `reasons`: the rules and terms that stand behind one; `ground`: two
//!    parties term by term.

mod by_size;
mod diagram;
mod eliminate;
mod family;
mod giving_way;
mod ground;
mod held;
mod known;
mod listed;
mod marco;
mod network;
mod pairs;
mod pool;
mod reasons;
mod search;
mod sets;
mod setting;
mod space;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

pub use ground::{Ground, common_ground};
pub use listed::{End, Listed, Wanted};
pub use pairs::{PartyClashes, party_clashes};
pub use reasons::Behind;
use sets::Reach;
pub use sets::{Conflicts, Limits, MinimalSets};
pub use setting::Setting;
pub use space::{Question, Space, Which, countable};
