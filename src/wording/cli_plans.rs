//! The words of the command line about other plans: alternatives and changes. Counting is described, never recommended.

use super::{
    and,
    cli::instead,
    count, demand, held,
    list::{capitalised, uncapitalised},
    mark_symbol, met_if, or, term_change, value_name, value_names,
};
use crate::{
    analysis::{
        Account, Alternatives, ContradictedCell, CountingRule, FewestChanges, Goal, SingleChange, Situation, Strengths,
        Toll,
    },
    domain::{Dossier, PositionIx, Strength, TermIx, ValueIx, ValueSet},
};

/// What `alternatives` does.
pub(crate) const ABOUT_ALTERNATIVES: &str =
    "List the plans that contradict the fewest statements, by a rule of counting";
/// What `changes` does.
pub(crate) const ABOUT_CHANGES: &str =
    "List what each change of one term would change, or the fewest changes that lift contradictions";
/// Locked terms.
pub(crate) const HELP_LOCK: &str = "Keep the value of this term (its id or name); may be repeated";
/// Only parties that must accept.
pub(crate) const HELP_MUST_ACCEPT: &str = "Count only parties that must accept";
/// Values that nobody had put forward.
pub(crate) const HELP_LATER: &str = "Try values too that nobody had put forward by the as-of date";
/// The length of lists.
pub(crate) const HELP_MAX: &str = "List so many at most";
/// The counting rules.
pub(crate) const HELP_RULE: &str = "How contradicted cells are counted";
/// What to lift.
pub(crate) const HELP_LIFT: &str = "Look for the fewest changes after which this cell, this party (its id, code or name) or no red line is contradicted";
/// Taking terms out.
pub(crate) const HELP_LEAVE_OUT: &str =
    "Terms may be taken out of the plan too; a plan that says nothing contradicts nobody";
/// What `--lift` takes for all red lines.
pub(crate) const RED_LINES: &str = "red-lines";

/// Examples under the help of `alternatives`.
pub(crate) const EXAMPLES_ALTERNATIVES: &str = "\
Examples:
  peace-plan-explorer alternatives belfast-1998/mitchell-draft-10-april
  peace-plan-explorer alternatives my-plan.ron --lock freeze --rule each-party
  peace-plan-explorer alternatives my-plan.ron --must-accept --max 20 --json
  peace-plan-explorer alternatives my-plan.ron --time-limit 2

Exit codes: 0 printed, 2 the scenario or an argument cannot be used, 3 printed but stopped early.";

/// Examples under the help of `changes`.
pub(crate) const EXAMPLES_CHANGES: &str = "\
Examples:
  peace-plan-explorer changes ukraine-2025-01/reported-idea
  peace-plan-explorer changes belfast-1998/mitchell-draft-10-april --lift red-lines --must-accept
  peace-plan-explorer changes my-plan.ron --lift UA
  peace-plan-explorer changes my-plan.ron --lift UA:peacekeepers --lock freeze --json

Exit codes: 0 printed, 2 the scenario or an argument cannot be used, 3 printed but stopped early.";

/// Heading over alternatives.
pub(crate) const ALTERNATIVES: &str = "Plans that contradict the fewest statements";
/// What counting cannot tell.
pub(crate) const NEUTRALITY: &str = super::alternatives::least::NOT_ADVICE;
/// Heading over single changes.
pub(crate) const SINGLE_CHANGES: &str = "What would change if just one term were changed";
/// A plan without contradicted cells.
pub(crate) const CONTRADICTS_NOTHING: &str = "Contradicts no statement that counts.";
/// Terms may be taken out.
pub(crate) const LEAVING_OUT: &str = "Terms may be taken out of the plan.";
/// What stands in the way may be less than what is listed.
pub(crate) const NOT_MINIMAL: &str = "Stopped early: fewer of these may be enough.";

/// An option with a term that the dossier does not have.
#[must_use]
pub(crate) fn unknown_term(option: &str, term: &str, near: Option<&str>, choice: &[&str]) -> String {
    format!("{option}: this dossier has no term \"{term}\"; {}", instead(near, choice))
}

/// An option with a party that the dossier does not have.
#[must_use]
pub(crate) fn unknown_party(option: &str, party: &str, near: Option<&str>, choice: &[&str]) -> String {
    format!("{option}: this dossier has no party \"{party}\"; {}", instead(near, choice))
}

/// What is counted, and how.
#[must_use]
pub(crate) fn counted(rule: CountingRule, must_accept_only: bool) -> String {
    let rule = match rule {
        CountingRule::RedLinesFirst => "red lines first, then what is opposed, then what is preferred otherwise",
        CountingRule::EachCell => "every contradicted cell counts one",
        CountingRule::EachParty => "every party that is contradicted anywhere counts one",
    };
    let whose = if must_accept_only { "only parties that must accept" } else { "all parties" };
    format!("Counted: {rule}; {whose}.")
}

/// Which plans were tried.
#[must_use]
pub(crate) fn tried(dossier: &Dossier, locked: impl Iterator<Item = TermIx>, later_values: bool) -> String {
    let locked: Vec<&str> = locked.map(|term| dossier.term(term).name.as_str()).collect();
    let locked = if locked.is_empty() { String::new() } else { format!(" Kept as they are: {}.", and(&locked)) };
    let values = if later_values { "all values" } else { "values put forward by this day, and those of the plan" };
    format!("Tried: the terms of the plan with {values}; the rules of the dossier are kept.{locked}")
}

/// "1 red line, 2 opposed, 0 preferred otherwise".
fn toll(toll: &Toll) -> String {
    match toll {
        Toll::Strengths(Strengths { red_lines, opposed, otherwise }) => {
            let red_lines = count(*red_lines as usize, "red line", "red lines");
            format!("{red_lines}, {opposed} opposed, {otherwise} preferred otherwise")
        }
        Toll::Cells(n) => count(*n as usize, "contradicted cell", "contradicted cells"),
        Toll::Parties(n) => count(*n as usize, "contradicted party", "contradicted parties"),
    }
}

/// What the user's plan contradicts.
#[must_use]
pub(crate) fn own_plan(own: &Toll) -> String {
    format!("This plan: {}.", toll(own))
}

/// A rule that the user's plan breaks.
#[must_use]
pub(crate) fn own_broken_rule(reason: &str) -> String {
    format!("It contradicts itself, so it is not among those tried: {}", reason.trim_end())
}

/// What the search came to, and how certain that is.
#[must_use]
pub(crate) fn outcome(found: &Alternatives) -> String {
    let Some(upper) = &found.upper else {
        return if found.proven {
            "No plan of these terms keeps the rules of the dossier. These rules rule each other out:".to_owned()
        } else {
            "Search stopped early: no plan that keeps the rules was found yet.".to_owned()
        };
    };
    if !found.proven {
        let least =
            found.lower.as_ref().map_or_else(String::new, |lower| format!(" No plan has less than {}.", toll(lower)));
        return format!("Search stopped early. Fewest found so far: {}.{least}", toll(upper));
    }
    let plans = found.n_plans.as_ref().map_or_else(
        || "How many plans come out the same is not known.".to_owned(),
        |n| if *n == 1 { "One plan comes out so.".to_owned() } else { format!("{n} plans come out so.") },
    );
    let rest = match found.are_all {
        Some(true) => String::new(),
        Some(false) => format!(" The {} with the fewest changes are listed.", found.plans.len()),
        None => " The list stopped early.".to_owned(),
    };
    format!("Fewest: {}. Proven: no plan that keeps the rules has less. {plans}{rest}", toll(upper))
}

/// "1. This plan", "2. 3 changes".
#[must_use]
pub(crate) fn plan_head(number: usize, n_changes: usize) -> String {
    if n_changes == 0 {
        format!("{number}. No changes")
    } else {
        format!("{number}. {}", count(n_changes, "change", "changes"))
    }
}

/// "NATO delay: 20 years to 10 years (5 years would do as well)".
#[must_use]
pub(crate) fn change(
    dossier: &Dossier,
    term: TermIx,
    from: Option<ValueIx>,
    to: Option<ValueIx>,
    alike: Option<ValueSet>,
) -> String {
    let others =
        value_names(dossier, term, alike.unwrap_or_default().iter().filter(|value| Some(*value) != to).collect());
    let others = if others.is_empty() { String::new() } else { format!(" ({} would do as well)", or(&others)) };
    format!("{}{others}", term_change(dossier, term, from, to))
}

/// "Contradicts 3 cells of 2 parties: 1 red line, 2 opposed, 0 preferred otherwise".
#[must_use]
pub(crate) fn contradicts(account: &Account) -> String {
    let cells = count(account.cells.len(), "cell", "cells");
    let parties = count(account.parties.len(), "party", "parties");
    format!("Contradicts {cells} of {parties}: {}", toll(&Toll::Strengths(account.strengths)))
}

/// "Peacekeepers: RU (red line), UA (opposed)".
#[must_use]
pub(crate) fn cells_of_term(dossier: &Dossier, cells: &[ContradictedCell]) -> String {
    let mut parties: Vec<(&str, &str)> = cells
        .iter()
        .map(|cell| {
            let how = match cell.strength {
                Strength::RedLine => "red line",
                Strength::Opposes => "opposed",
                Strength::Prefers | Strength::Offers => "prefers otherwise",
            };
            (dossier.party(cell.party).code.as_str(), how)
        })
        .collect();
    parties.sort_unstable();
    let parties: Vec<String> = parties.iter().map(|(code, how)| format!("{code} ({how})")).collect();
    let term = cells.first().map_or("", |cell| dossier.term(cell.term).name.as_str());
    format!("{term}: {}", parties.join(", "))
}

/// "European: RU ○ to ▲; UA Draft age ▲ to ○. Breaks a rule: …".
#[must_use]
pub(crate) fn single_change(dossier: &Dossier, one: &SingleChange<'_>) -> String {
    let cell = |cell: &crate::analysis::Change| {
        let code = &dossier.party(cell.party).code;
        let [before, after] = [cell.before, cell.after].map(mark_symbol);
        if cell.term == one.term {
            format!("{code} {before} to {after}")
        } else {
            format!("{code} {} {before} to {after}", dossier.term(cell.term).name)
        }
    };
    let mut cells: Vec<String> = one.cells.iter().map(cell).collect();
    cells.sort_unstable();
    let cells = if cells.is_empty() { "no mark changes".to_owned() } else { cells.join("; ") };
    let rules = |head: &str, rules: &[usize]| {
        let reasons = rules.iter().map(|rule| demand(dossier, &dossier.rules[*rule].demand));
        reasons.map(|reason| format!(". {head}: {reason}")).collect::<String>()
    };
    let early = if one.put_forward { "" } else { " (not yet put forward)" };
    let name = capitalised(&value_name(dossier, one.term, one.value));
    format!("{name}{early}: {cells}{}{}", rules("Breaks the rule", one.breaks), rules("Keeps the rule", one.mends))
}

/// Heading over the fewest changes.
#[must_use]
pub(crate) fn goal(dossier: &Dossier, goal: Goal) -> String {
    match goal {
        Goal::Cell(party, term) => {
            let (party, term) = (&dossier.party(party).name, &dossier.term(term).name);
            format!("Fewest changes after which nothing stated by {party} about {term} is contradicted")
        }
        Goal::Party(party) => {
            format!("Fewest changes after which nothing stated by {} is contradicted", dossier.party(party).name)
        }
        Goal::RedLines { must_accept_only: false } => "Fewest changes after which no red line is crossed".to_owned(),
        Goal::RedLines { must_accept_only: true } => {
            "Fewest changes after which no red line of a party that must accept is crossed".to_owned()
        }
    }
}

/// What the search came to, and how certain that is.
#[must_use]
pub(crate) fn fewest(found: &FewestChanges) -> String {
    let changes = |n| count(n, "change", "changes");
    match (found.upper, found.proven) {
        (Some(0), true) => "That is so already.".to_owned(),
        (Some(n), true) => {
            let ways = match &found.n_ways {
                Some(ways) if *ways == 1 => " There is one way.".to_owned(),
                Some(ways) => format!(" There are {ways} ways."),
                None => " How many ways there are is not known.".to_owned(),
            };
            let rest = match found.are_all {
                Some(true) => String::new(),
                Some(false) => format!(" The first {} are listed.", found.ways.len()),
                None => " The list stopped early.".to_owned(),
            };
            format!("{}. Proven: fewer will not do.{ways}{rest}", changes(n))
        }
        (Some(n), false) => format!(
            "Search stopped early. Fewest found so far: {}. Fewer than {} will not do.",
            changes(n),
            changes(found.lower)
        ),
        (None, true) => {
            "Proven: no change of these terms does it. None of the plans tried meets all of these:".to_owned()
        }
        (None, false) => format!("Search stopped early. Fewer than {} will not do.", changes(found.lower)),
    }
}

/// "Way 2".
#[must_use]
pub(crate) fn way_head(number: usize) -> String {
    format!("Way {number}")
}

/// "Ukraine on NATO delay, red line: Met if NATO delay is Invite now".
#[must_use]
pub(crate) fn position_head(dossier: &Dossier, situation: &Situation, ix: PositionIx) -> String {
    let position = dossier.position(ix);
    let about = position.about.map_or("", |term| dossier.term(term).name.as_str());
    let met = met_if(dossier, position).unwrap_or_default();
    let strength = uncapitalised(&held(position, situation.strength(ix)));
    format!("{} on {about}, {strength}: {met}", dossier.party(position.party).name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice;

    #[test]
    fn a_change_names_both_values_and_those_that_would_do_as_well() {
        let dossier = practice::dossier();
        let alike = [ValueIx(0), ValueIx(1), ValueIx(2)].into_iter().collect();
        assert_eq!(
            change(&dossier, practice::DELAY, None, Some(ValueIx(1)), Some(alike)),
            "NATO delay: from not in the plan to 10 years (Invite now or 20 years would do as well)"
        );
        assert_eq!(
            change(&dossier, practice::TROOPS, Some(ValueIx(0)), Some(ValueIx(1)), None),
            "Peacekeepers: from None to European"
        );
    }

    #[test]
    fn certainty_is_always_said() {
        let found = FewestChanges {
            lower: 2,
            upper: Some(3),
            proven: false,
            n_ways: None,
            ways: Vec::new(),
            are_all: None,
            blocked: None,
        };
        assert_eq!(
            fewest(&found),
            "Search stopped early. Fewest found so far: 3 changes. Fewer than 2 changes will not do."
        );
        let proven =
            FewestChanges { lower: 3, proven: true, n_ways: Some(4_usize.into()), are_all: Some(true), ..found };
        assert_eq!(fewest(&proven), "3 changes. Proven: fewer will not do. There are 4 ways.");
    }
}
