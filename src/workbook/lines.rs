//! The text of a dossier under way, line by line, each knowing the cell that it came from.

use super::book::Address;
use crate::format::ron_text;

/// Lines and their cells.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
    /// The cell of each line, counted from 0.
    cells: Vec<Option<Address>>,
}

impl Lines {
    /// Adds a line, or several if the text has line breaks.
    pub(super) fn push(&mut self, text: &str, at: Option<&Address>) {
        self.text.push_str(text);
        self.text.push('\n');
        self.cells.extend(text.split('\n').map(|_| at.cloned()));
    }

    /// Adds `name: value,`.
    pub(super) fn field(&mut self, name: &str, value: &str, at: Option<&Address>) {
        self.push(&format!("            {name}: {value},"), at);
    }

    /// Adds `name: "text",` unless the text is empty.
    pub(super) fn text_field(&mut self, name: &str, text: &str, at: &Address) {
        if !text.is_empty() {
            self.field(name, &ron_text(text), Some(at));
        }
    }

    /// Adds `name: ["a", "b"],` unless there are none.
    pub(super) fn list_field(&mut self, name: &str, texts: &[String], at: &Address) {
        if !texts.is_empty() {
            let texts: Vec<String> = texts.iter().map(|text| ron_text(text)).collect();
            self.field(name, &format!("[{}]", texts.join(", ")), Some(at));
        }
    }

    /// The text so far.
    #[must_use]
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// The cell behind a line, counted from 1: its own, or that of the record in which it stands.
    #[must_use]
    pub(super) fn cell_of(&self, line: usize) -> Option<&Address> {
        let upto = line.min(self.cells.len());
        self.cells[..upto].iter().rev().find_map(Option::as_ref)
    }
}
