//! What is said of JSON that is no case.

/// It is no JSON.
#[must_use]
pub(crate) fn damaged(line: usize, column: usize, reason: &str) -> String {
    let reason = reason.split(" at line ").next().unwrap_or(reason);
    format!("It is not JSON: line {line}, column {column}: {reason}.")
}

/// It is not even a text.
pub(crate) const NO_TEXT: &str = "It is not a text in UTF-8.";

/// It is JSON of something else.
pub(crate) const NO_CASE: &str = "It is neither a case nor a list of sources. A case begins with \"kind\": \"Dossier\"; \
                           \"export school-trip --to case.json\" makes an example.";

/// A name that may not stand there.
#[must_use]
pub(crate) fn unknown_name(place: &str, name: &str, known: &[&str]) -> String {
    format!("{place}: \"{name}\" is not known. Known are: {}.", known.join(", "))
}

/// A key that is no name of a field.
#[must_use]
pub(crate) fn no_name(place: &str) -> String {
    format!("{place}: this cannot be the name of a field. Write letters, digits and _.")
}

/// Something of another kind than it should be.
#[must_use]
pub(crate) fn unexpected(place: &str, found: &str) -> String {
    let found: String = found.chars().take(60).collect();
    let place = if place.is_empty() { String::new() } else { format!("{place}: ") };
    format!("{place}something else is expected than {found}. Compare it with what export writes.")
}
