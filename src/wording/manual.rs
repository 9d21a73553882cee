//! The words of `manual`, which makes what packages carry.

/// What it does.
pub(crate) const ABOUT: &str = "Write manual pages and the completions of shells into a folder, for packages";
/// Where to.
pub(crate) const HELP_FOLDER: &str = "A folder; \"man1\" and \"completions\" are made in it";

/// It could not be written.
#[must_use]
pub(crate) fn not_written(folder: &str, reason: &str) -> String {
    format!("\"{folder}\" cannot be written to ({reason})")
}
