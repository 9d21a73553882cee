//! The words over what all parties say about a term.

use super::{DateStyle, IN_OUR_WORDS, count, date, list::capitalised, mark_name, uncounted};
use crate::{
    analysis::{Effect, Mark, PositionReport},
    domain::Statement,
};

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

/// The same under a retelling.
#[must_use]
pub(crate) fn retold(statement: &Statement, style: DateStyle) -> String {
    format!("{}, {IN_OUR_WORDS}", by(statement, style))
}

/// What a party's words are by themselves where the mark of the party says something else; `None` where it says the same.
#[must_use]
pub fn alone(report: &PositionReport, of_party: Mark) -> Option<String> {
    if let Some(reason) = report.uncounted {
        return Some(capitalised(&uncounted(reason)));
    }
    match (report.effect, report.mark()) {
        (Effect::NotTakenUp, _) => Some("An offer that the plan does not use".to_owned()),
        (Effect::Depends, _) => Some("Depends on what the plan leaves open".to_owned()),
        (Effect::NoDemand, _) => Some("Asks nothing of a plan".to_owned()),
        (_, mark) => mark.filter(|mark| *mark != of_party).map(|mark| format!("By itself: {}", mark_name(mark))),
    }
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
