//! Files that are not opened: a case is made of what they hold.

use std::path::Path;

/// Their endings; some are read only to say that they cannot be.
const ENDINGS: [&str; 7] = ["xlsx", "ods", "csv", "json", "xlsm", "xlsb", "xls"];

/// True if a case is made of a file of this name, and the file not opened.
#[must_use]
pub(crate) fn is_brought(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}
