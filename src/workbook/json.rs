//! A case as JSON and back: the same names and the same nesting as RON, for programs that read no RON. A name before
//! brackets is the one key of an object, `Is("freeze", true)` is `{"Is": ["freeze", true]}`. Comments are not in it.

mod read;
mod shape;

use serde_json::{Map, Value};

use crate::format::{RonValue, ron_value, shared_case};

pub use read::{JsonFile, from_json};

/// A dossier's text with these plans, by their names, as JSON. `None` if one of the texts is not well formed.
#[must_use]
pub fn to_json(dossier: &str, plans: &[(String, String)]) -> Option<String> {
    let whole = shared_case(dossier, plans)?;
    serde_json::to_string_pretty(&json(&ron_value(&whole)?)).ok().map(|text| text + "\n")
}

fn json(value: &RonValue) -> Value {
    match value {
        RonValue::Text(text) => Value::String(text.clone()),
        RonValue::Bare(bare) => match bare.as_str() {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            other => other.parse::<i64>().map_or_else(|_name| Value::String(other.to_owned()), Value::from),
        },
        // A record without fields has none of another kind of brackets.
        RonValue::Tuple(items) if items.is_empty() => Value::Object(Map::new()),
        RonValue::Tuple(items) | RonValue::List(items) => items.iter().map(json).collect(),
        RonValue::Record(fields) => fields.iter().map(|(name, value)| (name.clone(), json(value))).collect(),
        RonValue::Map(entries) => entries.iter().map(|(key, value)| (key_of(key), json(value))).collect(),
        RonValue::Named(name, inner) => {
            let inner = match &**inner {
                RonValue::Tuple(items) if items.len() == 1 => json(&items[0]),
                other => json(other),
            };
            Value::Object(std::iter::once((name.clone(), inner)).collect())
        }
    }
}

fn key_of(key: &RonValue) -> String {
    match key {
        RonValue::Text(text) | RonValue::Bare(text) => text.clone(),
        other => json(other).to_string(),
    }
}
