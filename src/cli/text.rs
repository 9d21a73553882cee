//! Text for a terminal of 100 columns: wrapped lines and the output itself.

use std::io::{self, Write as _};

use unicode_width::UnicodeWidthStr as _;

use crate::{storage::why, wording::cli as words};

/// Lines are kept to this many columns where that is possible.
pub(super) const COLUMNS: usize = 100;

/// The columns that a text takes in a terminal: a Chinese or Japanese letter takes two, a combining accent none.
#[must_use]
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// Breaks `text` between words; the first line starts with `first`, the others with as many spaces.
#[must_use]
pub(super) fn wrapped(first: &str, text: &str) -> String {
    let indent = width(first);
    let mut lines = vec![first.to_owned()];
    let mut used = indent;
    for word in text.split_whitespace() {
        let width = self::width(word);
        if used > indent && used + 1 + width > COLUMNS {
            lines.push(" ".repeat(indent));
            used = indent;
        }
        let line = lines.last_mut().expect("there is always a line");
        if used > indent {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += width;
    }
    lines.join("\n") + "\n"
}

/// Items side by side, three spaces apart; lines break only between items.
#[must_use]
pub(super) fn wrapped_items(items: &[String]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for item in items {
        match lines.last_mut() {
            Some(line) if width(line) + 3 + width(item) <= COLUMNS => {
                line.push_str("   ");
                line.push_str(item);
            }
            _ => lines.push(item.clone()),
        }
    }
    lines.join("\n") + "\n"
}

/// The text with spaces behind it, `columns` wide at least.
#[must_use]
pub(super) fn padded(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(missing))
}

/// The text with spaces before it, `columns` wide at least.
#[must_use]
pub(super) fn to_the_right(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(width(text));
    format!("{}{text}", " ".repeat(missing))
}

/// Writes to standard output. A reader that has seen enough (`| head`) is no failure.
///
/// # Errors
/// If standard output cannot be written to for another reason.
pub(super) fn print(text: &str) -> Result<(), String> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(words::cannot_print(&why(&error))),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_break_between_words_and_keep_their_indent() {
        let text = wrapped("  - ", &"word ".repeat(30));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| width(line) <= COLUMNS));
        assert!(lines[0].starts_with("  - word") && lines[1].starts_with("    word"));
    }

    #[test]
    fn a_word_longer_than_the_line_stays_whole() {
        let address = format!("https://example.org/{}", "a".repeat(120));
        assert!(wrapped("  ", &format!("see {address} there")).contains(&address));
    }

    #[test]
    fn padding_counts_the_columns_of_a_terminal() {
        assert_eq!(padded("Київ", 6), "Київ  ");
        assert_eq!([padded("停火", 6), padded("e\u{301}a", 6)], ["停火  ", "e\u{301}a    "]);
        assert_eq!(to_the_right("停火", 6), "  停火");
        let line = wrapped("停火 ", &"停火 ".repeat(30));
        assert!(line.lines().all(|line| width(line) <= COLUMNS) && line.lines().count() == 2, "{line}");
    }
}
