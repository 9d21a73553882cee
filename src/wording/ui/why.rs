//! The words of the Why panel.

use super::super::{DateStyle, QUOTES, date, source_title};
use crate::domain::{Quote, Source, Statement};

/// Title of the panel with the reasons.
pub const WHY: &str = "Why";
/// Heading over the scenarios of the dossier, while the plan is empty.
pub(crate) const OR_OPEN: &str = "Or open a plan on file, A to Z";
/// Button that copies a citation.
pub(crate) const COPY_CITATION: &str = "Copy citation";
/// Button that shows the address of a source.
pub(crate) const SHOW_SOURCE: &str = "Source address…";
/// Label of the student's field.
pub(crate) const GUESS: &str = "Why might they say this? (our guess)";
/// Says what the student's field is.
pub(crate) const GUESS_NOTE: &str = "Your own words, kept in the plan's file. Not part of the case.";
/// Under what a student wrote.
pub const STUDENT_WRITING: &str = "Student writing. Not part of the case.";
/// Heading over positions about other terms that depend on this one.
pub const LINKED: &str = "Also tied to this term";
/// Heading over what is shown greyed.
pub const UNCOUNTED: &str = "Shown, not counted";
/// Heading over the facts beside a term.
pub(crate) const CONTEXT: &str = "Context: facts, nobody's position";
/// Heading over the meaning of a term's values.
pub(crate) const VALUES: &str = "What each choice means";
/// Heading over the rules that a plan breaks.
pub(crate) const RULES_BROKEN: &str = "This plan contradicts itself";
/// Name of the button that closes the Why panel.
pub const CLOSE_WHY: &str = "Close the Why panel";
/// Over a statement in short.
pub const IN_SHORT: &str = "In short, in our words";
/// Over a quotation.
pub const QUOTED: &str = "In their own words";
/// Over a statement at more length.
pub const AT_LENGTH: &str = "At more length, in our words";
/// Beside every silence.
pub const NOT_CONSENT: &str = "No stated position on file is not consent.";
/// Chip of a retelling.
pub(crate) const SECONDARY_SOURCE: &str = "Secondary source";
/// Chip of a statement that could not be verified.
pub(crate) const NOT_VERIFIED: &str = "Not verified";
/// Chip of a statement without a source.
pub const NO_SOURCE: &str = "No source given";
/// Beside a threshold that no statement names.
pub(crate) const THRESHOLD_CHOSEN: &str = "The exact value was chosen by the author of the case, not stated.";
/// Heading over positions that concern no single term.
pub(crate) const ON_THE_WHOLE: &str = "On the plan as a whole, or on the talks";
/// Heading over the terms a party has not spoken about.
pub const NO_STATED_POSITION_ON: &str = "No stated position on file on";
/// Tool tip of a term in a party's list.
pub(crate) const READ_CELL: &str = "Read the statements in full";

/// Button that goes to another day.
#[must_use]
pub fn go_to(day: &str) -> String {
    format!("Go to {day}")
}

/// Button that shows or hides the statements of other days.
#[must_use]
pub(crate) fn other_days(n: usize, shown: bool) -> String {
    let verb = if shown { "Hide" } else { "Show" };
    if n == 1 {
        format!("{verb} 1 earlier or later statement")
    } else {
        format!("{verb} {n} earlier or later statements")
    }
}

/// What a rule asks for.
#[must_use]
pub(crate) fn rule_needs(demand: &str) -> String {
    format!("The rule: {demand}.")
}

/// A quotation with its language.
#[must_use]
pub fn quote(quote: &Quote) -> String {
    if quote.language.is_empty() {
        format!("\u{201c}{}\u{201d}", quote.text)
    } else {
        format!("\u{201c}{}\u{201d} ({})", quote.text, quote.language)
    }
}

/// Speaker and office.
#[must_use]
pub fn speaker(statement: &Statement) -> String {
    format!("{}, {}", statement.speaker, statement.office)
}

/// The day, and who published it when.
#[must_use]
pub(crate) fn when_and_where(statement: &Statement, source: Option<&Source>, style: DateStyle) -> String {
    let said = date(statement.said, style);
    match source {
        Some(source) if statement.published != statement.said => {
            format!("{said}, published {} \u{b7} {}", date(statement.published, style), source.publisher)
        }
        Some(source) => format!("{said} \u{b7} {}", source.publisher),
        None => said,
    }
}

/// Something a reader must know.
#[must_use]
pub fn note(text: &str) -> String {
    format!("Note: {text}")
}

/// Button that shows the address of a source; with several, it names the publisher.
#[must_use]
pub(crate) fn source_button(source: &Source, n_sources: usize) -> String {
    if n_sources > 1 { format!("Address: {}…", source.publisher) } else { SHOW_SOURCE.to_owned() }
}

/// Who inside the party speaks.
#[must_use]
pub fn voice(name: &str) -> String {
    format!("Voice: {name}")
}

/// Why the statements are read so.
#[must_use]
pub fn how_read(note: &str) -> String {
    format!("How we read it: {note}")
}

/// "This plan contradicts statements on 2 of 3 terms …".
#[must_use]
pub(crate) fn this_plan(tally: &str) -> String {
    format!("This plan {tally}")
}

/// Publisher, title and day of a source.
#[must_use]
pub(crate) fn source_line(source: &Source, style: DateStyle) -> String {
    let mut parts = vec![source.publisher.clone()];
    parts.extend(source_title(source, QUOTES));
    parts.extend(source.date.map(|day| date(day, style)));
    parts.join(", ")
}
