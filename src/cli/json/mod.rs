//! The JSON of the subcommands: typed, one file an answer. What several have in common stands in `head` and `records`.
//!
//! Every field is described in `docs/command-line.md`; names and order are part of the format.

mod alternatives;
mod changes;
mod clashes;
mod coding;
mod compare;
mod head;
mod records;
mod timeline;
mod verdicts;

use serde::{Serialize, Serializer};

pub(super) use alternatives::alternatives;
pub(super) use changes::{fewest_changes, single_changes};
pub(super) use clashes::clashes;
pub(super) use coding::{coding, read_by_party};
pub(super) use compare::compare;
pub(super) use head::Head;
pub(super) use timeline::timeline;
pub(super) use verdicts::verdicts;

/// An answer as text that ends with a line break.
///
/// # Errors
/// If it cannot be written as JSON, which would be a mistake in the program.
pub(super) fn pretty(answer: &impl Serialize) -> Result<String, String> {
    serde_json::to_string_pretty(answer).map(|text| text + "\n").map_err(|error| error.to_string())
}

/// A map in the order of its entries.
struct Entries<'a, T>(Vec<(&'a str, T)>);

impl<T: Serialize> Serialize for Entries<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}
