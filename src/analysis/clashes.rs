//! What cannot be had together: clashing pairs, clash sets and ways out, by position and by party.
//!
//! Everything here looks at whole plans that keep the rules of the dossier; what a plan leaves open may be filled in at
//! will. The answers are exact: where a search stops early it says how far it is complete.

mod by_size;
mod diagram;
mod eliminate;
mod family;
mod giving_way;
mod ground;
mod listed;
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
pub use search::Stopped;
pub use sets::{Conflicts, Limits, MinimalSets, Reach};
pub use setting::Setting;
pub use space::{Question, Space, Which, countable};
