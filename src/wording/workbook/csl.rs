//! What is said of lists of sources.

/// A source without an address.
#[must_use]
pub(crate) fn no_address(nth: usize, name: &str) -> String {
    format!("Source {nth} of the list (\"{name}\") has no address and was left out.")
}

/// What to do then.
pub(crate) const NO_ADDRESS_HINT: &str = "Give it a URL or a DOI.";

/// What a source is was guessed.
#[must_use]
pub(crate) fn guessed(id: &str, kind: &str) -> String {
    format!("Source {id}: taken for {kind} by its type, and for read in part.")
}

/// What to do then.
pub(crate) const GUESSED_HINT: &str = "Change it on the page Sources, if it is something else.";
