//! Pieces of RON.

use std::{borrow::Cow, fmt::Write as _};

/// Unknown fields of a record, behind its known ones.
pub(super) fn appended(fields: &[(String, String)]) -> String {
    fields.iter().map(|(name, value)| format!(", {}: {value}", identifier(name))).collect()
}

pub(super) fn optional(out: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        field(out, name, &text(value));
    }
}

pub(super) fn field(out: &mut String, name: &str, value: &str) {
    // Writing to a string cannot fail.
    let _: std::fmt::Result = writeln!(out, "    {name}: {value},");
}

/// A name as it is written before a colon.
pub(super) fn identifier(name: &str) -> Cow<'_, str> {
    let is_plain = name.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    if is_plain { Cow::Borrowed(name) } else { Cow::Owned(format!("r#{name}")) }
}

/// A text as RON writes it, but with line breaks left as they are, so that notes can be read in the file.
#[must_use]
pub fn text(value: &str) -> String {
    let mut out = String::from('"');
    for letter in value.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push('\n'),
            control if control.is_control() => out.extend(control.escape_unicode()),
            plain => out.push(plain),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_survive_quotation_marks_and_line_breaks() {
        for value in ["plain", "two\nlines", "a \"b\" c", "back\\slash", "\\n is no line break", "\u{e9}\u{2013}"] {
            assert_eq!(ron::from_str::<String>(&text(value)).unwrap(), value, "{}", text(value));
        }
    }
}
