//! Plans that contradict the fewest statements: what was counted, of how many, how sure it is.

use strum::IntoEnumIterator as _;

use super::super::{
    DateStyle, and, channel,
    coding::unusual_reading,
    count, date,
    list::{capitalised, uncapitalised},
    or, value_name, value_names,
};
use crate::{
    analysis::{Account, Alternative, Alternatives, Count, CountingRule, Strengths, Toll},
    app::{Document, alternatives::least::Answer},
    domain::{Channel, Dossier, TermIx, ValueIx, ValueSet, in_threes},
};

/// Heading over the rule box.
pub(crate) const RULE: &str = "What is counted, and how";
/// Switch.
pub const MUST_ACCEPT_ONLY: &str = "Only parties that must accept";
/// Switch.
pub(crate) const LATER_VALUES: &str = "Values put forward later, too";
/// Heading over the terms of the plan with their locks.
pub(crate) const LOCKS: &str = "Keep as it is";
/// Under that heading.
pub(crate) const LOCKS_NOTE: &str = "What is locked stays as your plan has it. Terms outside your plan stay out.";
/// Heading of the result.
pub(crate) const RESULT: &str = "Plans that contradict the fewest statements";
/// What counting cannot tell: stands beside every result.
pub const NOT_ADVICE: &str = "Counting statements is not advice. It cannot tell how much a statement weighs, whether it \
                              would hold in talks, what a plan would do to people, or what nobody has said in public. A \
                              party with more statements on file is contradicted more easily, and another counting rule \
                              can bring other plans. Nothing on file is not consent.";
/// Button of a row.
pub const LOAD: &str = "Load as new plan";
/// Tool tip of that button.
pub(crate) const LOAD_TIP: &str = "Goes on with this plan. Your notes stay, and undo brings your plan back.";
/// Button that asks for more rows.
pub(crate) const SHOW_MORE: &str = "Show more";
/// Head of the first column.
pub const PLAN: &str = "Plan";
/// In the row that is the user's plan.
pub const YOUR_PLAN: &str = "Your plan";
/// While a search runs that has found nothing yet.
pub(crate) const SEARCHING: &str = "Searching\u{2026}";
/// Button that ends a search.
pub const STOP: &str = "Stop";
/// Button that takes a stopped search up again.
pub const SEARCH_AGAIN: &str = "Search again";
/// Beside an answer to an older question while a newer one is worked out.
pub const OUT_OF_DATE: &str = "Out of date: this is about your plan or rule as it was";

/// While a search runs that has found some plans.
#[must_use]
pub(crate) fn found_so_far(n: usize) -> String {
    format!("{SEARCHING} {n} found so far")
}

/// Name of a counting rule.
#[must_use]
pub(crate) fn counting_rule(rule: CountingRule) -> &'static str {
    match rule {
        CountingRule::RedLinesFirst => "Red lines first, then opposed, then preferred",
        CountingRule::EachCell => "Every contradiction weighs the same",
        CountingRule::EachParty => "Every party weighs the same",
    }
}

/// The rule in words, as it stands over the result.
#[must_use]
pub(crate) fn rule_caption(document: &Document, answer: &Answer, style: DateStyle) -> String {
    let (wishes, scenario) = (&answer.wishes, &document.scenario);
    let who = match (wishes.must_accept_only, answer.n_parties) {
        (true, 1) => "the one party that must accept".to_owned(),
        (true, n) => format!("the {n} parties that must accept"),
        (false, n) => count(n, "party", "parties"),
    };
    let later = if wishes.later_values {
        "all values, those too that were put forward later"
    } else {
        "values that somebody had put forward by then"
    };
    let off: Vec<&str> = Channel::iter().filter(|one| !scenario.counted.channel(*one)).map(channel).collect();
    let off = if off.is_empty() { String::new() } else { format!(" Not counted: {}.", and(&off)) };
    let reading = unusual_reading(scenario.counted.reading).map_or_else(String::new, |reading| format!(" {reading}."));
    format!(
        "Counted: {}. Looked at: what {who} said that holds on {}; {later}; plans that keep the rules of the case.{off}\
         {reading}",
        uncapitalised(counting_rule(wishes.rule)),
        date(scenario.as_of, style),
    )
}

/// What these plans contradict at the least, with denominators.
#[must_use]
pub fn least_cost(answer: &Answer) -> String {
    let Some(toll) = answer.found.upper else { return String::new() };
    let subject =
        if answer.found.n_plans.as_ref().is_some_and(|n| *n == 1) { "This plan" } else { "Each of these plans" };
    format!("{subject} {}.", toll_clause(answer, toll, &answer.found.plans[0].account))
}

/// The user's own plan, counted the same way.
#[must_use]
pub fn own_cost(answer: &Answer) -> String {
    let own = &answer.found.own;
    format!("Your plan, counted the same way, {}.", toll_clause(answer, own.toll, own))
}

/// Of how many places: each party that is looked at, on each term of the plan.
fn places(answer: &Answer) -> String {
    format!("{} (each party on each term)", count(answer.n_cells, "place", "places"))
}

fn toll_clause(answer: &Answer, toll: Toll, account: &Account) -> String {
    let of_cells = places(answer);
    match toll {
        Toll::Strengths(strengths) => format!("{}, of {of_cells}", strengths_clause(strengths)),
        Toll::Cells(n) => format!("goes against somebody's words in {n} of {of_cells}"),
        Toll::Parties(n) => {
            let cells = account.cells.len();
            let of = count(answer.n_parties, "party", "parties");
            format!("goes against words of {n} of {of}, in {cells} of {of_cells}")
        }
    }
}

/// "crosses 1 red line and goes against 3 opposed and 2 merely preferred positions", nought included, so that nothing is
/// hidden.
#[must_use]
pub(crate) fn strengths_clause(strengths: Strengths) -> String {
    let Strengths { red_lines, opposed, otherwise } = strengths;
    let lines = count(n(red_lines), "red line", "red lines");
    let demands = count(n(opposed), "demand or refusal", "demands or refusals");
    let wishes = count(n(otherwise), "wish", "wishes");
    format!("crosses {lines} and goes against {demands} and {wishes}")
}

fn n(figure: u32) -> usize {
    usize::try_from(figure).unwrap_or(usize::MAX)
}

/// Whether the result is proven. While the search runs it has not been stopped.
#[must_use]
pub(crate) fn certainty(found: &Alternatives, is_running: bool) -> String {
    match (found.proven, found.upper.is_some()) {
        (false, _) if is_running => "Not proven yet: others may contradict fewer.".to_owned(),
        (true, _) => {
            "Proven: counted in this way, no plan that keeps the rules and the locked terms goes against less."
                .to_owned()
        }
        (false, true) => {
            let n = count(found.plans.len(), "plan", "plans");
            format!("Search stopped early. {n} found; there may be others, and some that contradict fewer.")
        }
        (false, false) => "Search stopped early. No plan found yet; there may be some.".to_owned(),
    }
}

/// How many plans come out the same, and how many rows stand here.
#[must_use]
pub(crate) fn ties(found: &Alternatives) -> String {
    let rows = found.plans.len();
    let order = if rows > 1 { ", those with the fewest changes from yours first" } else { "" };
    let others = if found.are_all == Some(true) { "" } else { " of more" };
    match &found.n_plans {
        Some(n) if *n == 1 => "1 plan comes out like this.".to_owned(),
        Some(n) => {
            let each = if *n > rows { grouped_note(found) } else { "" };
            let rows = count(rows, "row", "rows");
            format!("{} come out like this; {rows}{others}{order}.{each}", large(n))
        }
        None => format!("{}{others}{order}.", count(rows, "row", "rows")),
    }
}

/// Says why fewer rows than plans may be all of them.
fn grouped_note(found: &Alternatives) -> &'static str {
    let several = found.plans.iter().any(|plan| plan.n_plans > 1);
    if several { " Plans that are alike for everything that was said share a row." } else { "" }
}

fn large(n: &Count) -> String {
    format!("{} plans", thousands(n))
}

/// A number in groups of three from five digits on.
fn thousands(n: &Count) -> String {
    let digits = n.to_string();
    if digits.len() < 5 { digits } else { in_threes(&digits) }
}

/// The head of a row: the number of changes.
#[must_use]
pub fn n_changes(n: usize) -> String {
    if n == 0 { YOUR_PLAN.to_owned() } else { count(n, "change", "changes") }
}

/// In a cell that differs: how many other values would do as well.
#[must_use]
pub fn alike(values: ValueSet) -> String {
    format!("or {}", count(values.len().saturating_sub(1), "other", "others"))
}

/// The same in full.
#[must_use]
pub(crate) fn alike_tip(dossier: &Dossier, term: TermIx, chosen: Option<ValueIx>, values: ValueSet) -> String {
    let others = values.iter().filter(|value| Some(*value) != chosen);
    let names = value_names(dossier, term, others.collect());
    format!("For everything that was said these would be the same: {}", and(&names))
}

/// A row as a screen reader says it.
#[must_use]
pub(crate) fn row_name(dossier: &Dossier, plan: &Alternative, changes: &str) -> String {
    let whose = whose(dossier, &plan.account);
    let head = capitalised(&n_changes(plan.changed.len()));
    let changes = if changes.is_empty() { String::new() } else { format!(": {changes}") };
    format!("{head}{changes}. Contradicts statements of {whose}")
}

/// The row of the user's own plan as a screen reader says it.
#[must_use]
pub(crate) fn own_row_name(dossier: &Dossier, account: &Account) -> String {
    format!("{YOUR_PLAN}. Contradicts statements of {}", whose(dossier, account))
}

fn whose(dossier: &Dossier, account: &Account) -> String {
    let parties: Vec<&str> = account.parties.iter().map(|party| dossier.party(*party).name.as_str()).collect();
    if parties.is_empty() { "nobody on file".to_owned() } else { and(&parties) }
}

/// A party's cell in a row.
#[must_use]
pub(crate) fn party_cell_name(dossier: &Dossier, party: crate::domain::PartyIx, account: &Account) -> String {
    let name = &dossier.party(party).name;
    let cells = account.cells.iter().filter(|cell| cell.party == party);
    let terms: Vec<&str> = cells.map(|cell| dossier.term(cell.term).name.as_str()).collect();
    if terms.is_empty() {
        format!("{name}: nothing contradicted (not consent)")
    } else {
        format!("{name}: contradicted on {}", and(&terms))
    }
}

/// Under the table: the terms without a column.
#[must_use]
pub(crate) fn same_terms(names: &[&str]) -> Option<String> {
    (!names.is_empty()).then(|| format!("The same as in your plan in every row: {}.", and(names)))
}

/// Under the table: the parties without a column.
#[must_use]
pub(crate) fn spared_parties(names: &[&str]) -> Option<String> {
    (!names.is_empty()).then(|| format!("Contradicted in none of the rows (not consent): {}.", and(names)))
}

/// Under the table: values of terms without a column that would do as well.
#[must_use]
pub(crate) fn alike_elsewhere(dossier: &Dossier, term: TermIx, values: ValueSet) -> String {
    let names = value_names(dossier, term, values);
    format!("For everything that was said it makes no difference: {}, {}.", dossier.term(term).name, or(&names))
}

/// No plan keeps the rules.
#[must_use]
pub fn no_plan(answer: &Answer) -> String {
    let locked = if answer.wishes.locked.is_empty() { "" } else { " with what is locked" };
    format!("No plan keeps the rules of the case{locked}.")
}

/// The user's plan breaks a rule and is not among the plans looked at.
pub(crate) const OWN_BREAKS_RULES: &str =
    "Your plan contradicts itself: it breaks a rule of the case. The plans below keep it.";

/// A term with its lock.
#[must_use]
pub(crate) fn lock_name(dossier: &Dossier, term: TermIx, value: Option<ValueIx>) -> String {
    format!("Keep {}: {}", dossier.term(term).name, value_name(dossier, term, value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice;
    use crate::{
        analysis::{Basis, Index, Situation, Stop, Wishes, alternatives},
        domain::{Counted, Plan},
    };

    fn found(values: [Option<u16>; 4]) -> (Dossier, Alternatives) {
        let dossier = practice::dossier();
        let index = Index::new(&dossier);
        let situation = Situation::new(&dossier, dossier.as_of, Counted::default());
        let mut plan = Plan::empty(4);
        (0..).zip(values).for_each(|(term, value)| plan.set(TermIx(term), value.map(ValueIx)));
        let basis = Basis { dossier: &dossier, index: &index, situation: &situation, plan: &plan };
        let found = alternatives(basis, &Wishes::default(), Stop::never());
        (dossier, found)
    }

    fn answer(found: Alternatives) -> Answer {
        Answer { wishes: Wishes::default(), found, n_cells: 8, n_parties: 2 }
    }

    #[test]
    fn the_cost_is_told_with_its_denominator_and_nothing_is_left_out() {
        // North opposes foreign troops, which South prefers; a freeze needs somebody who watches it.
        let (dossier, found) = found([Some(0), Some(2), Some(1), None]);
        let answer = answer(found);
        assert_eq!(
            own_cost(&answer),
            "Your plan, counted the same way, crosses 1 red line and goes against 1 demand or refusal and 0 wishes, \
             of 8 places (each party on each term)."
        );
        assert_eq!(
            least_cost(&answer),
            "Each of these plans crosses 0 red lines and goes against 0 demands or refusals and 1 wish, of 8 places (each \
             party on each term)."
        );
        let plan = &answer.found.plans[0];
        assert!(row_name(&dossier, plan, "x").ends_with("Contradicts statements of South"), "{plan:?}");
        assert_eq!(
            party_cell_name(&dossier, practice::NORTH, &plan.account),
            "North: nothing contradicted (not consent)"
        );
        assert_eq!(party_cell_name(&dossier, practice::SOUTH, &plan.account), "South: contradicted on Peacekeepers");
        assert_eq!(own_row_name(&dossier, &answer.found.own), "Your plan. Contradicts statements of North and South");
    }

    #[test]
    fn what_is_proven_and_what_was_stopped_early_are_told_apart() {
        let (_, mut found) = found([Some(0), Some(2), Some(1), None]);
        assert!(certainty(&found, false).starts_with("Proven: "));
        found.proven = false;
        found.plans.truncate(1);
        assert!(certainty(&found, false).starts_with("Search stopped early. 1 plan found; there may be others"));
        assert_eq!(certainty(&found, true), "Not proven yet: others may contradict fewer.");
        found.upper = None;
        assert!(certainty(&found, false).ends_with("No plan found yet; there may be some."));
    }

    #[test]
    fn ties_say_how_many_there_are_and_how_many_stand_here() {
        let (_, mut found) = found([None, None, Some(1), None]);
        found.plans.iter_mut().for_each(|plan| plan.n_plans = 1_usize.into());
        found.n_plans = Some(1_usize.into());
        assert_eq!(ties(&found), "1 plan comes out like this.");
        let plan = found.plans[0].clone();
        found.plans = vec![plan; 8];
        (found.n_plans, found.are_all) = (Some(12_345_usize.into()), Some(false));
        assert_eq!(
            ties(&found),
            "12,345 plans come out like this; 8 rows of more, those with the fewest changes from yours first."
        );
        found.plans[0].n_plans = 3_usize.into();
        assert!(ties(&found).ends_with("Plans that are alike for everything that was said share a row."));
        let mut large = Count::from(u128::MAX);
        large += &1_usize.into();
        found.n_plans = Some(large);
        assert!(ties(&found).starts_with("340,282,366,920,938,463,463,374,607,431,768,211,456 plans come"));
    }
}
