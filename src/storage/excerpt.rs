//! The part of a file that has something wrong in it.

use std::{fs::File, io::Read as _, path::Path};

use crate::{domain::Place, format::MAX_BYTES};

/// So many lines before and after the one that is meant.
const AROUND: usize = 3;

/// Longer lines are cut.
const MAX_LINE: usize = 160;

/// The lines around a place of a file, and the number of the first one, counted from 1. `None` if the file cannot be read or
/// has no such line.
#[must_use]
pub fn excerpt(path: &Path, place: Place) -> Option<(usize, Vec<String>)> {
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(MAX_BYTES as u64).read_to_end(&mut bytes).ok()?;
    // Letters of another encoding are what may be wrong: they show as such.
    let text = String::from_utf8_lossy(&bytes);
    let first = place.line.saturating_sub(AROUND).max(1);
    let until = place.line + AROUND;
    let cut = |line: &str| line.trim_start_matches('\u{feff}').chars().take(MAX_LINE).collect();
    let lines: Vec<String> = text.lines().take(until).skip(first - 1).map(cut).collect();
    (first + lines.len() > place.line).then_some((first, lines))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_around_a_place_are_shown_with_their_numbers() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let text: String = (1..=9).map(|number| format!("line {number}\r\n")).collect();
        std::fs::write(file.path(), text).unwrap();
        let at = |line| excerpt(file.path(), Place { line, column: 1 });
        let (first, lines) = at(5).unwrap();
        assert_eq!((first, lines.len(), lines[3].as_str()), (2, 7, "line 5"));
        assert_eq!(at(1).unwrap().0, 1);
        assert_eq!(at(9).unwrap().1.last().unwrap(), "line 9");
        assert_eq!(at(10), None);
        assert_eq!(excerpt(Path::new("no such file"), Place { line: 1, column: 1 }), None);
    }
}
