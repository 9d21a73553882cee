//! The words of the forms that are more than fields: demands, values, days.

use super::super::count;
use crate::{
    analysis::Verdict,
    app::case::{Comparison, Joint, Live, ValuesKind},
};

/// Name of the field for quoted words.
pub(crate) const QUOTE: &str = "Words as they were said";
/// Name of the field for their language.
pub(crate) const QUOTE_LANGUAGE: &str = "Their language";

/// Name of the field for the first day that was looked through.
#[must_use]
pub fn first_day() -> &'static str {
    "Looked through from"
}

/// Name of the field for the last day.
#[must_use]
pub(crate) fn last_day() -> &'static str {
    "Looked through to"
}

/// How a term is compared.
#[must_use]
pub fn comparison(of: Comparison) -> &'static str {
    match of {
        Comparison::Is => "is",
        Comparison::IsNot => "is not",
        Comparison::OneOf => "is one of",
        Comparison::NoneOf => "is none of",
        Comparison::AtLeast => "is at least",
        Comparison::AtMost => "is at most",
    }
}

/// How demands are joined.
#[must_use]
pub fn joint(of: Joint) -> &'static str {
    match of {
        Joint::One => "one thing",
        Joint::All => "all of these",
        Joint::Any => "any of these",
        Joint::If => "if the first, then the second",
        Joint::Not => "not this",
    }
}

/// What a screen reader says of a part of a demand: "Demand, part 1.2: value".
#[must_use]
pub fn demand_name(path: &[usize], what: &str) -> String {
    if path.is_empty() {
        return format!("Demand: {what}");
    }
    let path: Vec<String> = path.iter().map(|place| (place + 1).to_string()).collect();
    format!("Demand, part {}: {what}", path.join("."))
}

/// The three choices of a comparison, for [`demand_name`], and how it is joined.
#[must_use]
pub fn part_name(what: usize) -> &'static str {
    ["term", "comparison", "value", "joined", "remove this part"][what]
}

/// A kind of values.
#[must_use]
pub fn kind_of_values(kind: ValuesKind) -> &'static str {
    match kind {
        ValuesKind::Toggle => "Yes or no",
        ValuesKind::Choice => "One of several",
        ValuesKind::Number => "A number",
    }
}

/// Name of a field of the n-th value: "Value 2: name".
#[must_use]
pub fn value_field(nth: usize, fixed: Option<bool>, what: &str) -> String {
    match fixed {
        Some(true) => format!("If yes: {what}"),
        Some(false) => format!("If no: {what}"),
        None => format!("Value {}: {what}", nth + 1),
    }
}

/// A number of the grid, and what it is called.
#[must_use]
pub fn number(name: &str) -> &'static str {
    match name {
        "from" => "Lowest number",
        "to" => "Highest number",
        _ => "In steps of",
    }
}

/// Names of the unit for one and for several.
#[must_use]
pub fn unit(one: bool) -> &'static str {
    if one { "Unit for 1 (year)" } else { "Unit for others (years)" }
}

/// A heading over one of several readings of a statement.
#[must_use]
pub fn reading(nth: usize, n: usize) -> String {
    if n == 1 { String::new() } else { format!("Reading {} of {n}", nth + 1) }
}

/// Heading over the keys of the forms.
pub(crate) const IN_THE_FORMS: &str = "On the tab Case";
/// The keys of the forms: key and meaning.
pub(crate) const FORM_KEYS: [(&str, &str); 6] = [
    ("Enter", "from a line to the next field; on a list: open it"),
    ("Ctrl+Enter", "add a party, term, statement, position, rule or source"),
    ("Ctrl+Shift+Enter", "another statement by who speaks in the one that is shown"),
    ("Ctrl+PageUp, Ctrl+PageDown", "the page before or after, in its first field"),
    ("Alt+Up, Alt+Down", "the record above or below; with Shift the record moves"),
    ("Ctrl+Z", "in a field what was typed there, else the last step"),
];

/// What the plan says about a term, beside its row.
#[must_use]
pub(crate) fn in_the_plan(value: Option<&str>) -> String {
    value.map_or_else(|| "not in the plan".to_owned(), |value| format!("This plan: {value}"))
}

/// "With this plan: contradicted. Of 96 plans on its terms 34 meet it".
#[must_use]
pub(crate) fn with_this_plan(live: Live) -> String {
    let verdict = match live.verdict {
        Verdict::Met => "met",
        Verdict::Contradicted => "contradicted",
        Verdict::Undecided => "depends on terms that are not in the plan",
    };
    let plans = live.plans.map_or_else(String::new, |(met, all)| {
        let meet = if met == 1 { "meets" } else { "meet" };
        format!(" Of {} on its terms {met} {meet} it.", count(all, "plan", "plans"))
    });
    format!("With this plan: {verdict}.{plans}")
}
