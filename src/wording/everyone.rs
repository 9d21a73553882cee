//! The words over what all parties say about a term.

use super::{DateStyle, date};
use crate::{analysis::Mark, domain::Statement};

/// Heading.
pub const WHAT_THEY_SAY: &str = "What do they all say about this?";

/// Over the parties with the same mark.
#[must_use]
pub fn group(mark: Mark, in_plan: bool) -> &'static str {
    match mark {
        Mark::RedLine => "The plan crosses a red line",
        Mark::Mixed => "Partly for, partly against",
        Mark::Opposed => "Against what the plan says",
        Mark::Otherwise => "Would rather have something else",
        Mark::Supported => "Asked for this, or for what it meets",
        Mark::InLine => "Nothing said against it",
        Mark::OnFile => "Spoke about it, neither for nor against",
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

/// Name of a party's card: "Russia: Met if Front line is Freeze now. … Dmitry Peskov, 18 Nov 2024".
#[must_use]
pub fn card(party: &str, met: &str, said: &str, by: &str) -> String {
    let met = if met.is_empty() { String::new() } else { format!("{met}. ") };
    format!("{party}: {met}{said} {by}")
}

/// Button that leads to the row on which something depends.
#[must_use]
pub fn go_to_row(term: &str) -> String {
    format!("Go to {term}")
}
