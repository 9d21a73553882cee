//! The words over what all parties say about a term.

use super::{DateStyle, count, date, mark_name};
use crate::{analysis::Mark, domain::Statement};

/// Under the heading: whose words these are.
pub const IN_SHORT: &str = "In short, in our words; a click shows theirs.";
/// Heading.
pub const WHAT_THEY_SAY: &str = "What do they all say about this?";

/// Over the parties with the same mark.
#[must_use]
pub fn group(mark: Mark, in_plan: bool) -> &'static str {
    match mark {
        Mark::RedLine => "Crosses a red line",
        Mark::Mixed => "Mixed: partly for, partly against",
        Mark::Opposed => "Opposed: against what the plan says",
        Mark::Otherwise => "Prefers otherwise: would rather have something else",
        Mark::Supported => "Supports: asked for this or accepts it, or what it meets",
        Mark::InLine => "In line: nothing said against it",
        Mark::OnFile => "Neither for nor against: spoke about it",
        Mark::Silent => "No stated position on file",
        Mark::Empty if in_plan => "It depends on what the plan leaves open",
        Mark::Empty => "Spoke about it; the plan does not yet",
    }
}

/// Speaker, office and day of a statement.
#[must_use]
pub fn by(statement: &Statement, style: DateStyle) -> String {
    let day = date(statement.said, style);
    if statement.office.is_empty() {
        format!("{}, {day}", statement.speaker)
    } else {
        format!("{}, {}, {day}", statement.speaker, statement.office)
    }
}

/// The same where the words by themselves make another mark than the party's.
#[must_use]
pub fn by_and_mark(by: &str, mark: Mark) -> String {
    format!("{by}. These words alone: {}", mark_name(mark))
}

/// Button that leads to what a party said on the term that does not hold on this day.
#[must_use]
pub fn of_other_days(party: &str, n: usize) -> String {
    format!(
        "{party}: {} that {} not hold on this day",
        count(n, "statement", "statements"),
        if n == 1 { "does" } else { "do" }
    )
}

/// Name of a party's card: "Russia: Met if Front line is Freeze now. … Dmitry Peskov, 18 Nov 2024".
#[must_use]
pub fn card(party: &str, met: &str, said: &str, by: &str) -> String {
    let met = if met.is_empty() { String::new() } else { format!("{met}. ") };
    format!("{party}: {met}{said} {by}")
}

/// Over what stays open after another term was changed.
#[must_use]
pub fn still_about(about: &str, changed: &str) -> String {
    format!("This is still about {about}; you changed {changed}.")
}

/// Button to what all say about a term.
#[must_use]
pub fn what_of(term: &str) -> String {
    format!("What do they all say about {term}?")
}

/// Button that leads to the row on which something depends.
#[must_use]
pub fn go_to_row(term: &str) -> String {
    format!("Go to {term}")
}
