//! JSON into the text of a dossier, which the one reader reads.

use serde_json::Value;

use super::shape::{DOSSIER, Shape};
use crate::{
    format::{parted, ron_text},
    wording::workbook::json as words,
};

/// How much further each record is indented than what it stands in.
const INDENT: &str = "    ";
/// A record is written on one line if that is no longer.
const LINE: usize = 100;

/// What a JSON file holds.
#[derive(Debug)]
pub enum JsonFile {
    /// A case: the text of its dossier, not yet read, and its plans.
    Case(String, Vec<(String, String)>),
    /// A list of sources as reference managers write it.
    Sources(Vec<Value>),
}

/// Reads the text of a JSON file.
///
/// # Errors
/// What is wrong with it, in a sentence that says where.
pub fn from_json(text: &str) -> Result<JsonFile, String> {
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| words::damaged(error.line(), error.column(), &error.to_string()))?;
    match value {
        Value::Array(items) => Ok(JsonFile::Sources(items)),
        Value::Object(fields) if fields.get("kind").and_then(Value::as_str) == Some("Dossier") => {
            let whole = Writing { path: Vec::new() }.value(&Value::Object(fields), &DOSSIER, "")?;
            let whole = whole + "\n";
            let (dossier, plans) = parted(&whole).unwrap_or((whole, Vec::new()));
            Ok(JsonFile::Case(dossier, plans))
        }
        _ => Err(words::NO_CASE.to_owned()),
    }
}

/// Where it is being written.
struct Writing {
    path: Vec<String>,
}

impl Writing {
    fn value(&mut self, value: &Value, shape: &Shape, indent: &str) -> Result<String, String> {
        match (shape, value) {
            (Shape::Of(shape), _) => self.value(value, shape, indent),
            (Shape::Name, Value::String(name)) if is_name(name) => Ok(name.clone()),
            (Shape::Plain, Value::String(text)) => Ok(ron_text(text)),
            (Shape::Plain, Value::Bool(_)) => Ok(value.to_string()),
            (Shape::Plain, Value::Number(number)) if number.is_i64() => Ok(number.to_string()),
            (Shape::Plain, Value::Object(_)) => self.value(value, &Shape::Record(&[]), indent),
            (Shape::Plain, Value::Array(items)) => self.list(items, &Shape::Plain, ('[', ']'), indent),
            (Shape::List(shape), Value::Array(items)) => self.list(items, shape, ('[', ']'), indent),
            (Shape::Tuple(shape), Value::Array(items)) => self.list(items, shape, ('(', ')'), indent),
            (Shape::Map(shape), Value::Object(fields)) => {
                self.fields(fields, |_| shape, &|key: &str| Ok(ron_text(key)), (['{', '}'], indent))
            }
            (Shape::Numbered(shape), Value::Object(fields)) => {
                let number = |key: &str| key.parse::<i64>().map(|number| number.to_string()).map_err(|_| ());
                self.fields(fields, |_| shape, &number, (['{', '}'], indent))
            }
            (Shape::Record(known), Value::Object(fields)) => {
                let shape = |name: &str| {
                    known.iter().find(|(known, _)| *known == name).map_or(&Shape::Plain, |(_, shape)| shape)
                };
                let name = |key: &str| if is_name(key) { Ok(key.to_owned()) } else { Err(()) };
                self.fields(fields, shape, &name, (['(', ')'], indent))
            }
            (Shape::Named(known), Value::Object(fields)) if fields.len() == 1 => self.named(fields, known, indent),
            (Shape::Two(first, second), Value::Array(items)) if items.len() == 2 => {
                let (first, second) = (self.value(&items[0], first, indent)?, self.value(&items[1], second, indent)?);
                Ok(format!("({first}, {second})"))
            }
            _ => Err(self.unexpected(value)),
        }
    }

    /// `Name(…)`
    fn named(
        &mut self,
        fields: &serde_json::Map<String, Value>,
        known: &[(&'static str, Shape)],
        indent: &str,
    ) -> Result<String, String> {
        let Some((name, inner)) = fields.iter().next() else { return Err(words::NO_CASE.to_owned()) };
        let Some((name, shape)) = known.iter().find(|(known, _)| known == name) else {
            let all: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            return Err(words::unknown_name(&self.place(), name, &all));
        };
        self.path.push((*name).to_owned());
        let inner_text = self.value(inner, shape, indent)?;
        self.path.pop();
        Ok(match shape {
            Shape::Two(..) | Shape::Record(_) => format!("{name}{inner_text}"),
            _ => format!("{name}({inner_text})"),
        })
    }

    fn list(
        &mut self,
        items: &[Value],
        shape: &Shape,
        (open, close): (char, char),
        indent: &str,
    ) -> Result<String, String> {
        let deeper = format!("{indent}{INDENT}");
        let mut written = Vec::new();
        for (nth, item) in items.iter().enumerate() {
            self.path.push(format!("[{nth}]"));
            written.push(self.value(item, shape, &deeper)?);
            self.path.pop();
        }
        Ok(together(&written, [open, close], indent))
    }

    fn fields<'s>(
        &mut self,
        fields: &serde_json::Map<String, Value>,
        shape: impl Fn(&str) -> &'s Shape,
        key: &dyn Fn(&str) -> Result<String, ()>,
        (brackets, indent): ([char; 2], &str),
    ) -> Result<String, String> {
        let deeper = format!("{indent}{INDENT}");
        let mut written = Vec::new();
        // What is null is left out.
        for (name, value) in fields.iter().filter(|(_, value)| !value.is_null()) {
            self.path.push(name.clone());
            let key = key(name).map_err(|()| words::no_name(&self.place()))?;
            written.push(format!("{key}: {}", self.value(value, shape(name), &deeper)?));
            self.path.pop();
        }
        Ok(together(&written, brackets, indent))
    }

    fn place(&self) -> String {
        self.path.join(".").replace(".[", "[")
    }

    fn unexpected(&self, value: &Value) -> String {
        words::unexpected(&self.place(), &value.to_string())
    }
}

/// Parts in brackets: on one line if they fit there, else each on its own.
fn together(parts: &[String], [open, close]: [char; 2], indent: &str) -> String {
    let length: usize = parts.iter().map(|part| part.chars().count() + 2).sum();
    if length <= LINE && !parts.iter().any(|part| part.contains('\n')) {
        return format!("{open}{}{close}", parts.join(", "));
    }
    let lines: String = parts.iter().map(|part| format!("{indent}{INDENT}{part},\n")).collect();
    format!("{open}\n{lines}{indent}{close}")
}

/// True if a text may stand in RON as a name: nothing else gets out of quotation marks.
fn is_name(text: &str) -> bool {
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_') && text.chars().all(is_letter)
}
