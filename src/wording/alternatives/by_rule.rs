//! The words over the answers of all counting rules side by side.

use super::super::{and, count};
use crate::{
    analysis::{Alternative, CountingRule},
    app::alternatives::by_rule::ByRule,
    domain::{Dossier, PartyIx, Strength, TermIx},
};

/// Title of the part.
pub(crate) const DEPENDS: &str = "The answer depends on how you count";
/// Under it.
pub(crate) const DEPENDS_MORE: &str = "Here is one question, answered by three ways of counting: which plans, with the terms of \
     yours, go against as little as possible of what was said? None of the three is the right one.";
/// Over what a plan still goes against.
pub(crate) const STILL: &str = "Still goes against";
/// Of a plan that goes against nothing on file.
pub const NOTHING: &str = "Nothing on file. That is not the same as agreement.";
/// Of a plan that is the user's own.
pub(crate) const AS_YOURS: &str = "Your plan as it is";
/// Leads to the plans of one rule.
pub(crate) const IN_DETAIL: &str = "All plans of this way of counting…";
/// Where no plan was found.
pub(crate) const NO_PLAN: &str = "No plan keeps the rules of the case.";

/// What a way of counting looks at first.
#[must_use]
pub fn rule(rule: CountingRule) -> &'static str {
    match rule {
        CountingRule::RedLinesFirst => "Red lines weigh most",
        CountingRule::EachCell => "Every contradiction weighs the same",
        CountingRule::EachParty => "Every party weighs the same",
    }
}

/// The same in a sentence.
#[must_use]
pub(crate) fn rule_more(rule: CountingRule) -> &'static str {
    match rule {
        CountingRule::RedLinesFirst => {
            "First as few red lines as possible. Among those plans, as little as possible that was opposed; then as little as \
             possible that somebody would merely have liked otherwise."
        }
        CountingRule::EachCell => "As few marks against the plan as possible, a red line no more than a wish.",
        CountingRule::EachParty => "As few parties as possible with anything against the plan, be it one thing or ten.",
    }
}

/// What separates the answers.
#[must_use]
pub fn what_separates(dossier: &Dossier, found: &ByRule) -> String {
    if found.is_one_answer() {
        return "Here all three ways of counting lead to the same plans.".to_owned();
    }
    let names: Vec<&str> =
        found.parting(dossier.terms.len()).into_iter().map(|term| dossier.term(term).name.as_str()).collect();
    let part = if names.is_empty() { String::new() } else { format!(" They part on {}.", and(&names)) };
    match found.n_in_all() {
        0 => format!("No plan below is an answer by all three ways of counting.{part}"),
        1 => format!("One plan is an answer by all three ways of counting.{part}"),
        n => format!("{n} plans are an answer by all three ways of counting.{part}"),
    }
}

/// Heading of a plan: "Plan 2, 3 changes".
#[must_use]
pub fn plan(place: usize, plan: &Alternative) -> String {
    match plan.changed.len() {
        0 => format!("Plan {place}: {}", AS_YOURS.to_lowercase()),
        n => format!("Plan {place}, {}", count(n, "change", "changes")),
    }
}

/// What a contradiction is counted as, in the words of the sums.
fn weighs(strength: Strength) -> &'static str {
    match strength {
        Strength::RedLine => "red line",
        Strength::Opposes => "demand or refusal",
        Strength::Prefers | Strength::Offers => "wish",
    }
}

/// What a plan still goes against, party by party: "Russia: Front line (red line), NATO delay".
#[must_use]
pub fn against(dossier: &Dossier, plan: &Alternative, party: PartyIx) -> String {
    let of = plan.account.cells.iter().filter(|cell| cell.party == party);
    let term = |term: TermIx| dossier.term(term).name.as_str();
    let named: Vec<String> = of.map(|cell| format!("{} ({})", term(cell.term), weighs(cell.strength))).collect();
    format!("{}: {}", dossier.party(party).name, named.join(", "))
}

/// How many further plans there are.
#[must_use]
pub fn more(n: usize) -> String {
    format!("{n} more: see all plans of this way of counting.")
}
