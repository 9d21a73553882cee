//! What can be wrong with a file, where it is, and what to do about it.

use std::fmt;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The file cannot be used.
    Error,
    /// The file can be used; something in it is ignored.
    Warning,
}

/// A place in a text: line and column, counted from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Place {
    /// The place of the byte `at` of `text`.
    #[must_use]
    pub fn of(text: &str, at: usize) -> Self {
        let before = text.get(..at).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.matches('\n').count() + 1;
        Self { line, column: before[line_start..].chars().count() + 1 }
    }
}

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// Where it is, if it is somewhere.
    pub place: Option<Place>,
    /// What is wrong.
    pub message: String,
    /// What to do; may be empty.
    pub hint: String,
}

impl Problem {
    /// An error that has no place in the text.
    #[must_use]
    pub fn error(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { severity: Severity::Error, place: None, message: message.into(), hint: hint.into() }
    }

    /// A warning that has no place in the text.
    #[must_use]
    pub fn warning(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(message, hint) }
    }

    /// The same problem at the byte `at` of `text`.
    #[must_use]
    pub fn at(self, text: &str, at: usize) -> Self {
        Self { place: Some(Place::of(text, at)), ..self }
    }
}

/// "Line 14, column 9: expected a comma. Write one after the field before"
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Place { line, column }) = self.place {
            write!(f, "Line {line}, column {column}: ")?;
        }
        f.write_str(&self.message)?;
        if !self.hint.is_empty() {
            write!(f, ". {}", self.hint)?;
        }
        Ok(())
    }
}

/// Longer names were not mistyped; comparing them takes time and memory by the product of both lengths.
const MAX_NAME: usize = 100;

/// The name nearest to `wrong`, if one is near enough to have been meant.
pub(super) fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if wrong.len() > MAX_NAME {
        return None;
    }
    let distance = |name: &&str| strsim::damerau_levenshtein(wrong, name);
    let length = wrong.chars().count();
    // Of a single letter nothing would be left: "7" is not a slip for "0".
    let near = length.div_ceil(3).min(length.saturating_sub(1));
    known.into_iter().filter(|name| distance(name) <= near).min_by_key(distance)
}

/// The beginning of a text, for messages about texts of any length.
pub(super) fn shortened(text: String, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// "Did you mean \"x\"?", or a list of what there is.
#[must_use]
pub fn did_you_mean<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> String {
    if let Some(name) = nearest(wrong, known.clone()) {
        return format!("Did you mean \"{name}\"?");
    }
    let all: Vec<&str> = known.into_iter().collect();
    if all.is_empty() || all.len() > 20 { String::new() } else { format!("Known are: {}", all.join(", ")) }
}
