//! The card of a plan: whose it is, when it was put forward, how it became known, what became of it.

use std::sync::Arc;

use super::{DateStyle, date, form, plan_title};
use crate::domain::{Date, Form, Original, Scenario, ScenarioKind};

/// Heading of a card beside the table.
pub(crate) const ABOUT_PLAN: &str = "About this plan";
/// Heading over the notes.
pub const NOTES: &str = "Notes";
/// In place of the notes while verdicts are hidden: they may tell them.
pub const NOTES_HIDDEN: &str = "The notes are shown once all parties are revealed.";
/// Head of the line that tells the end of it.
pub(crate) const WHAT_BECAME: &str = "What became of it";
/// Of a plan that was begun here.
pub(crate) const OWN: &str = "A plan of your own. Nobody has put it forward.";
/// Button to the page where title and notes are written.
pub(crate) const WRITE: &str = "Title and notes…";

/// Under the title: the day on which the marks are shown, which came with the plan.
#[must_use]
pub fn shown_as_of(scenario: &Scenario, style: DateStyle) -> String {
    format!("Shown as of {}", date(scenario.as_of, style))
}

/// A line of the card: what is told, and the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// "Whose".
    pub head: &'static str,
    /// "Ana Berg".
    pub text: String,
}

/// What is known of a plan, one thing a line. Of a changed plan that is told of the one it was changed from, after a line
/// that says so.
#[must_use]
pub fn lines(scenario: &Scenario, style: DateStyle) -> Vec<Line> {
    let known =
        |author: &str, day, origin: &str, of: (ScenarioKind, Option<Form>)| put_forward(author, day, origin, of, style);
    match &scenario.changed_from {
        Some(original) => {
            let title = plan_title(&Scenario { title: String::new(), ..scenario.clone() });
            let changed = Line { head: "What it is", text: format!("{title}. What follows is about that plan.") };
            let of = (original.kind, original.form);
            let rest = known(&original.author, original.date, &original.origin, of);
            std::iter::once(changed).chain(if original.is_attributed() { rest } else { Vec::new() }).collect()
        }
        None if !scenario.is_attributed() => Vec::new(),
        None => known(&scenario.author, scenario.date, &scenario.origin, (scenario.kind, scenario.form)),
    }
}

/// The same in a line or two, without where it comes from: that stands elsewhere. `None` for a plan that nobody put forward.
#[must_use]
pub(crate) fn in_short(scenario: &Scenario, style: DateStyle) -> Option<String> {
    let without = |original: &Arc<Original>| Arc::new(Original { origin: String::new(), ..(**original).clone() });
    let changed_from = scenario.changed_from.as_ref().map(without);
    let lines = lines(&Scenario { origin: String::new(), changed_from, ..scenario.clone() }, style);
    let lines: Vec<String> =
        lines.iter().map(|line| format!("{}: {}.", line.head, line.text.trim_end_matches('.'))).collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

/// Whose plan it is and from when, then in fewer words; nothing for a plan that nobody put forward, or that was changed.
#[must_use]
pub(crate) fn whose_and_when(scenario: &Scenario, style: DateStyle) -> Vec<String> {
    if scenario.changed_from.is_some() || !scenario.is_attributed() {
        return Vec::new();
    }
    let author = Some(scenario.author.clone()).filter(|author| !author.is_empty());
    let day = scenario.date.map(|day| date(day, style));
    let both = author.clone().zip(day.clone()).map(|(author, day)| format!("{author}, {day}"));
    [both, author, day.map(|day| format!("plan of {day}"))].into_iter().flatten().collect()
}

fn put_forward(
    author: &str,
    day: Option<Date>,
    origin: &str,
    (kind, known): (ScenarioKind, Option<Form>),
    style: DateStyle,
) -> Vec<Line> {
    let unknown = || "not on file".to_owned();
    let or_unknown = |text: &str| if text.is_empty() { unknown() } else { text.to_owned() };
    let how = known.map(|of| format!("{}.", form(of)));
    let how: Vec<String> = how.into_iter().chain(Some(origin.to_owned()).filter(|text| !text.is_empty())).collect();
    vec![
        Line { head: "Whose", text: or_unknown(author) },
        Line { head: "When", text: day.map_or_else(unknown, |day| date(day, style)) },
        Line { head: "How it became known", text: or_unknown(&how.join(" ")) },
        Line { head: WHAT_BECAME, text: became(kind).to_owned() },
    ]
}

/// What became of a plan, in a sentence.
#[must_use]
pub fn became(kind: ScenarioKind) -> &'static str {
    match kind {
        ScenarioKind::Proposed => "It was put forward. No decision on it is on file.",
        ScenarioKind::Adopted => "It was adopted.",
        ScenarioKind::Rejected => "It was turned down.",
        ScenarioKind::StatusQuo => "It describes how things stood; nobody proposed it.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice;
    use crate::domain::{Original, ValueIx};

    #[test]
    fn a_card_says_whose_when_how_and_what_became_of_it_and_a_changed_plan_is_not_its_authors() {
        let mut idea = Scenario::empty(&practice::dossier(), "Idea".to_owned());
        assert_eq!(lines(&idea, DateStyle::Words), []);
        (idea.author, idea.form, idea.kind) = ("Ana Berg".to_owned(), Some(Form::Leaked), ScenarioKind::Rejected);
        let texts: Vec<String> = lines(&idea, DateStyle::Words).into_iter().map(|line| line.text).collect();
        assert_eq!(texts, ["Ana Berg", "not on file", "Leaked text.", "It was turned down."]);
        let mut plan = idea.clone();
        plan.plan.set(practice::TROOPS, Some(ValueIx(1)));
        plan.attribute(Some(&Original::of(&idea)));
        let changed = lines(&plan, DateStyle::Words);
        assert_eq!(changed[0].text, "Changed from Idea: 1 term. What follows is about that plan.");
        assert_eq!(changed[1].text, "Ana Berg");
    }
}
