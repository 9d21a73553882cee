//! What would lift a contradiction: the goals, the changes, the proof, and what stands in the way.

use super::super::{count, mark_name};
use crate::{
    analysis::{FewestChanges, Goal, Mark},
    app::alternatives::lift::Answer,
    domain::{Dossier, PartyIx, TermIx},
};

/// Heading over the goals.
pub(crate) const GOALS: &str = "Which contradiction should go away?";
/// Heading over single cells.
pub(crate) const ONE_CELL: &str = "One mark";
/// Heading over parties.
pub(crate) const ONE_PARTY: &str = "All of one party";
/// Heading over red lines.
pub const RED_LINES: &str = "Red lines";
/// Switch.
pub const LEAVING_OUT: &str = "Terms may be taken out of the plan";
/// Tool tip of that switch.
pub(crate) const LEAVING_OUT_TIP: &str =
    "A plan that says nothing about a term contradicts nobody there. That is not consent.";
/// Button of an answer.
pub const APPLY: &str = "Apply";
/// Tool tip of that button.
pub(crate) const APPLY_TIP: &str = "Changes your plan. One step of undo brings it back.";
/// Over the statements that stand in the way.
pub(crate) const IN_THE_WAY: &str = "No plan can keep all of these:";
/// Over the rules that this takes.
pub(crate) const WITH_RULES: &str = "together with these rules of the case:";
/// Says that the set may be larger than needed.
pub(crate) const NOT_MINIMAL: &str = "Search stopped early: some of these may not be needed.";
/// Where rules and locks are enough to rule out every plan.
pub(crate) const RULES_ALONE: &str = "The locked terms and the rules of the case leave no plan at all.";

/// Which changes were looked at.
#[must_use]
pub(crate) fn looked_at(answer: &Answer) -> String {
    let permitted = &answer.ask.permitted;
    let terms = if permitted.leaving_out {
        "plans about the terms of yours, or about some of them"
    } else {
        "plans about the same terms as yours"
    };
    let values = if permitted.later_values {
        "all values, those too that were put forward later"
    } else {
        "values that somebody had put forward by then"
    };
    let locked = match permitted.locked.len() {
        0 => String::new(),
        n => format!("; {} locked", count(n, "term", "terms")),
    };
    format!("Looked at: {terms}; {values}; plans that keep the rules of the case{locked}.")
}

/// A goal as it stands in the list.
#[must_use]
pub fn goal(dossier: &Dossier, goal: Goal) -> String {
    match goal {
        Goal::Cell(party, term) => format!("{}: {}", dossier.party(party).code, dossier.term(term).name),
        Goal::Party(party) => dossier.party(party).name.clone(),
        Goal::RedLines { must_accept_only: false } => "All red lines".to_owned(),
        Goal::RedLines { must_accept_only: true } => "Of those who must accept".to_owned(),
    }
}

/// A goal in full, for screen readers.
#[must_use]
pub(crate) fn goal_name(dossier: &Dossier, goal: Goal, n_cells: usize, mark: Option<Mark>) -> String {
    let cells = count(n_cells, "contradiction", "contradictions");
    match (goal, mark) {
        (Goal::Cell(party, term), Some(mark)) => {
            format!("{} on {}, {}", dossier.party(party).name, dossier.term(term).name, mark_name(mark))
        }
        (Goal::Cell(party, term), None) => format!("{} on {}", dossier.party(party).name, dossier.term(term).name),
        (Goal::Party(party), _) => format!("All of {}: {cells}", dossier.party(party).name),
        (Goal::RedLines { .. }, _) => format!("{}: {cells}", self::goal(dossier, goal)),
    }
}

/// What an answer reaches.
#[must_use]
pub(crate) fn goal_sentence(dossier: &Dossier, goal: Goal) -> String {
    match goal {
        Goal::Cell(party, term) => format!(
            "So that the plan goes against nothing that {} said about \"{}\"",
            dossier.party(party).name,
            dossier.term(term).name
        ),
        Goal::Party(party) => format!("So that the plan goes against nothing that {} said", dossier.party(party).name),
        Goal::RedLines { must_accept_only: false } => "So that the plan crosses no red line".to_owned(),
        Goal::RedLines { must_accept_only: true } => {
            "So that the plan crosses no red line of those who must accept".to_owned()
        }
    }
}

/// Whether fewer changes would do.
#[must_use]
pub(crate) fn proof(found: &FewestChanges) -> String {
    match (found.upper, found.proven) {
        (Some(0), _) => {
            "It is so already: nothing has to change. What else is contradicted stands in the list.".to_owned()
        }
        (Some(1), true) => "Proven: 1 change does it, and it takes one.".to_owned(),
        (Some(2), true) => "Proven: 2 changes do it; no single one does.".to_owned(),
        (Some(n), true) => format!("Proven: {n} changes do it; {} or fewer do not.", n - 1),
        (Some(n), false) => format!(
            "Search stopped early. {} it; at least {} needed.",
            count(n, "change does", "changes do"),
            count(found.lower, "is", "are")
        ),
        (None, true) => "Proven: no plan does it.".to_owned(),
        (None, false) => "Search stopped early. Nothing found yet; there may be a way.".to_owned(),
    }
}

/// How many ways there are and how many stand here.
#[must_use]
pub fn n_ways(found: &FewestChanges) -> Option<String> {
    let shown = found.ways.len();
    match found.are_all {
        Some(true) if shown <= 1 => None,
        Some(true) => Some(format!("{}, in the order of the table.", count(shown, "way", "ways"))),
        _ => Some(format!("{} shown, in the order of the table; there are others.", count(shown, "way", "ways"))),
    }
}

/// No plan meets the goal: how many statements stand in the way.
#[must_use]
pub(crate) fn impossible(dossier: &Dossier, answer: &Answer, n_positions: usize) -> String {
    let clash = match n_positions {
        1 => "This one alone rules it out.".to_owned(),
        n => format!("These {n} cannot be kept together; leave any one of them out, and the others can be."),
    };
    match answer.ask.goal {
        Goal::RedLines { must_accept_only: false } => format!("No plan keeps all red lines on file. {clash}"),
        Goal::RedLines { must_accept_only: true } => {
            format!("No plan keeps all red lines of those who must accept. {clash}")
        }
        Goal::Party(party) => format!("No plan keeps to all that {} said. {clash}", name(dossier, party)),
        Goal::Cell(party, term) => {
            let term: TermIx = term;
            format!(
                "No plan keeps to all that {} said about \"{}\". {clash}",
                name(dossier, party),
                dossier.term(term).name
            )
        }
    }
}

fn name(dossier: &Dossier, party: PartyIx) -> &str {
    &dossier.party(party).name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(lower: usize, upper: Option<usize>, proven: bool) -> FewestChanges {
        FewestChanges { lower, upper, proven, n_ways: None, ways: Vec::new(), are_all: None, blocked: None }
    }

    #[test]
    fn minimality_is_said_only_where_it_is_proven() {
        let said = |lower, upper, proven| proof(&found(lower, upper, proven));
        assert_eq!(
            said(0, Some(0), true),
            "It is so already: nothing has to change. What else is contradicted stands in the list."
        );
        assert_eq!(said(1, Some(1), true), "Proven: 1 change does it, and it takes one.");
        assert_eq!(said(2, Some(2), true), "Proven: 2 changes do it; no single one does.");
        assert_eq!(said(3, Some(3), true), "Proven: 3 changes do it; 2 or fewer do not.");
        assert_eq!(said(1, Some(3), false), "Search stopped early. 3 changes do it; at least 1 is needed.");
        assert_eq!(said(0, None, true), "Proven: no plan does it.");
        assert_eq!(said(0, None, false), "Search stopped early. Nothing found yet; there may be a way.");
    }
}
