//! Whose plan it is: its title, who put it forward, and what it was changed from.

use super::{DateStyle, count, date, form, list::uncapitalised, scenario_kind};
use crate::domain::{Date, Form, Original, Scenario, ScenarioKind};

/// Title of a plan that has none yet.
pub const UNTITLED: &str = "My plan";

/// The title of a plan: its own, or what it was changed from.
#[must_use]
pub fn plan_title(scenario: &Scenario) -> String {
    let own = scenario.title.trim();
    match &scenario.changed_from {
        _ if !own.is_empty() => scenario.title.clone(),
        Some(original) => changed_from(original, scenario),
        None => UNTITLED.to_owned(),
    }
}

/// The same where nothing beside it says what the plan was changed from.
#[must_use]
pub fn plan_name(scenario: &Scenario) -> String {
    let title = plan_title(scenario);
    match &scenario.changed_from {
        Some(original) if !scenario.title.trim().is_empty() => {
            format!("{title} ({})", uncapitalised(&changed_from(original, scenario)))
        }
        _ => title,
    }
}

/// "Changed from Reported idea: 3 terms".
fn changed_from(original: &Original, scenario: &Scenario) -> String {
    changed_by(original, &count(scenario.n_changed(), "term", "terms"))
}

fn changed_by(original: &Original, terms: &str) -> String {
    format!("Changed from {}: {terms}", original.title)
}

/// What kind of plan it is, from when and by whom: "Proposed, described by others, 6 Nov 2024, by Ana Berg". Of a changed
/// plan that is said of the one it was changed from. The title stands beside it. `None` for a plan that nobody put forward.
#[must_use]
pub(crate) fn plan_line(scenario: &Scenario, style: DateStyle) -> Option<String> {
    let also = scenario
        .is_attributed()
        .then(|| put_forward((scenario.kind, scenario.form), scenario.date, &scenario.author, style));
    let Some(original) = &scenario.changed_from else { return also };
    let own = !scenario.title.trim().is_empty();
    let changed = own.then(|| changed_from(original, scenario));
    let parts: Vec<String> = [also, changed, original_line(original, style)].into_iter().flatten().collect();
    Some(if parts.is_empty() { changed_from(original, scenario) } else { parts.join(". ") })
}

fn original_line(original: &Original, style: DateStyle) -> Option<String> {
    original.is_attributed().then(|| {
        let line = put_forward((original.kind, original.form), original.date, &original.author, style);
        format!("What it was changed from: {}", uncapitalised(&line))
    })
}

/// Title and line of a plan that was changed by so many terms ("3 terms"), under a title of its own or without one.
#[must_use]
pub(crate) fn changed_heads(original: &Original, title: &str, terms: &str, style: DateStyle) -> [String; 2] {
    let (title, changed) = (title.trim(), changed_by(original, terms));
    let line = original_line(original, style);
    if title.is_empty() {
        [changed, line.unwrap_or_default()]
    } else {
        [title.to_owned(), [Some(changed), line].into_iter().flatten().collect::<Vec<_>>().join(". ")]
    }
}

/// Where the plan, or the one it was changed from, comes from; empty if that is not known.
#[must_use]
pub(crate) fn where_from(scenario: &Scenario) -> &str {
    match &scenario.changed_from {
        Some(original) if scenario.origin.is_empty() => &original.origin,
        _ => &scenario.origin,
    }
}

fn put_forward(of: (ScenarioKind, Option<Form>), day: Option<Date>, author: &str, style: DateStyle) -> String {
    let mut parts = vec![scenario_kind(of.0).to_owned()];
    parts.extend(of.1.map(|of| form(of).to_lowercase()));
    parts.extend(day.map(|day| date(day, style)));
    parts.extend((!author.is_empty()).then(|| format!("by {author}")));
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ValueIx;
    use crate::domain::practice;

    fn idea() -> Scenario {
        let mut idea = Scenario::empty(&practice::dossier(), "Idea".to_owned());
        idea.plan.set(practice::FREEZE, Some(ValueIx(0)));
        (idea.author, idea.form) = ("Ana Berg".to_owned(), Some(Form::Reported));
        idea.date = Some("2024-11-06".parse().unwrap());
        idea
    }

    fn line(scenario: &Scenario) -> String {
        plan_line(scenario, DateStyle::Words).unwrap_or_default()
    }

    #[test]
    fn a_plan_that_nobody_put_forward_is_not_called_proposed() {
        let mut mine = Scenario::empty(&practice::dossier(), "Mine".to_owned());
        assert_eq!(line(&mine), "");
        mine.kind = ScenarioKind::Rejected;
        assert_eq!(line(&mine), "Rejected");
    }

    #[test]
    fn a_changed_plan_is_not_its_authors() {
        let opened = idea();
        assert_eq!(line(&opened), "Proposed, described by others, 6 Nov 2024, by Ana Berg");
        let mut plan = opened.clone();
        plan.plan.set(practice::TROOPS, Some(ValueIx(1)));
        plan.attribute(Some(&Original::of(&opened)));
        assert_eq!(plan_title(&plan), "Changed from Idea: 1 term");
        assert_eq!(plan_name(&plan), "Changed from Idea: 1 term");
        assert_eq!(line(&plan), "What it was changed from: proposed, described by others, 6 Nov 2024, by Ana Berg");
        plan.title = "Ours".to_owned();
        assert_eq!(plan_name(&plan), "Ours (changed from Idea: 1 term)");
        assert!(line(&plan).starts_with("Changed from Idea: 1 term. What it was changed from: "));
        plan.title.clear();
        plan.plan = opened.plan.clone();
        plan.attribute(None);
        assert_eq!(plan, opened, "the same terms are its author's again");
    }

    #[test]
    fn a_plan_without_a_title_has_a_name() {
        let plan = Scenario { title: " ".to_owned(), ..Scenario::empty(&practice::dossier(), String::new()) };
        assert_eq!(plan_title(&plan), UNTITLED);
    }
}
