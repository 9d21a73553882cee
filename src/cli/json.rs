//! What the JSON of all subcommands has in common.

use serde::Serialize;
use serde_json::Value;
use strum::IntoEnumIterator as _;

use crate::domain::{Channel, Counted, Term, TermKind, ValueIx};

/// Raised when a field changes its meaning or goes away; new fields leave it as it is.
pub const FORMAT: u32 = 1;

/// An answer as text that ends with a line break.
///
/// # Errors
/// If it cannot be written as JSON, which would be a mistake in the program.
pub fn pretty(answer: &impl Serialize) -> Result<String, String> {
    serde_json::to_string_pretty(answer).map(|text| text + "\n").map_err(|error| error.to_string())
}

/// A value as scenario files write it: `true`, `20` or `"never"`.
#[must_use]
pub fn value_json(term: &Term, value: ValueIx) -> Value {
    let value = &term.values[value.get()];
    match (&term.kind, value.number) {
        (TermKind::Toggle, _) => Value::from(value.id == "true"),
        (TermKind::Number { .. }, Some(number)) => Value::from(number),
        (TermKind::Number { .. } | TermKind::Choice, _) => Value::from(value.id.as_str()),
    }
}

/// The channels whose statements count.
#[must_use]
pub fn channel_names(counted: Counted) -> Vec<Channel> {
    Channel::iter().filter(|channel| counted.channel(*channel)).collect()
}
