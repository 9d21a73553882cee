//! The text of a new case: from a pattern, or as a copy of another one.

use super::{DossierText, Step};
use crate::{domain::Date, format::ron_writer::text};

/// What a new case begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern<'t> {
    /// Three parties and four terms to write over, with explanations.
    Template,
    /// As little as a case can have: one party and one term.
    Empty,
    /// All of another dossier, as it is written.
    Copy(&'t str),
}

const TEMPLATE: &str = include_str!("template.ron");
pub(super) const EMPTY: &str = include_str!("empty.ron");

/// What an id begins with that the program made up before there was a name to make it from.
pub(crate) const PROVISIONAL: &str = "new-";

/// The text of a new case with this id and title. A copy keeps its title if none is given, and its days; a pattern covers
/// the year up to `today`. `None` if what is copied is no dossier.
#[must_use]
pub fn new_case(pattern: Pattern<'_>, id: &str, title: Option<&str>, today: Date) -> Option<DossierText> {
    let (pattern, is_copy) = match pattern {
        Pattern::Template => (TEMPLATE, false),
        Pattern::Empty => (EMPTY, false),
        Pattern::Copy(text) => (text, true),
    };
    let mut new = DossierText::new(pattern.to_owned())?;
    let mut set = |name: &'static str, value: String| -> Option<()> {
        new = new.spliced(&new.set(&[Step::Field(name)], &value)?)?;
        Some(())
    };
    set("id", text(id))?;
    if let Some(title) = title {
        set("title", text(title))?;
    }
    if !is_copy {
        let (last, first) = (today.to_string(), format!("{}-01-01", today.year()));
        set("as_of", text(&last))?;
        set("covers", format!("({}, {})", text(&first), text(&last)))?;
    }
    Some(new)
}

/// True for a text that stands in a pattern, to be written over.
#[must_use]
pub(crate) fn is_of_pattern(value: &str) -> bool {
    let written = text(value);
    !value.is_empty() && [EMPTY, TEMPLATE].iter().any(|pattern| pattern.contains(&written))
}

/// The text of a plan that belonged to the dossier from which `id` was copied, and now belongs to the copy. `None` if it is
/// no plan.
#[must_use]
pub(crate) fn plan_for(plan: &str, id: &str) -> Option<String> {
    let plan = DossierText::new(plan.to_owned())?;
    let dossier = Step::Field("dossier");
    plan.value(&[dossier, Step::Field("id")])?;
    let plan = plan.spliced(&plan.set(&[dossier, Step::Field("id")], &text(id))?)?;
    // What told the state of the other dossier tells nothing about this one.
    let plan = match plan.remove(&[dossier, Step::Field("fingerprint")]) {
        Some(splice) => plan.spliced(&splice)?,
        None => plan,
    };
    Some(plan.as_str().to_owned())
}
