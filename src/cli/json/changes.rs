//! The JSON of `changes`.

use serde::Serialize;

use super::{
    Entries,
    head::OfPlan,
    records::{
        CellChange, NamedPosition, ValueJson, alike, named_positions, plan_values, position_ids, rule_ids, term_ids,
        value_or_null,
    },
};
use crate::{
    analysis::{Basis, Blocked, Count, FewestChanges, Goal, Permitted, SingleChange, Way},
    domain::{Dossier, Scenario},
};

/// What `changes --json` prints.
#[derive(Serialize)]
pub(crate) struct SinglesAnswer<'a> {
    #[serde(flatten)]
    head: OfPlan<'a>,
    changes: Vec<SingleJson<'a>>,
}

#[derive(Serialize)]
struct SingleJson<'a> {
    term: &'a str,
    value: Option<ValueJson<'a>>,
    put_forward: bool,
    cells: Vec<CellChange<'a>>,
    breaks: Vec<&'a str>,
    mends: Vec<&'a str>,
}

/// What `changes --lift … --json` prints.
#[derive(Serialize)]
pub(crate) struct FewestAnswer<'a> {
    #[serde(flatten)]
    head: OfPlan<'a>,
    goal: GoalJson<'a>,
    locked: Vec<&'a str>,
    later_values: bool,
    leaving_out: bool,
    proven: bool,
    lower: usize,
    upper: Option<usize>,
    n_ways: Option<&'a Count>,
    all_listed: Option<bool>,
    ways: Vec<WayJson<'a>>,
    blocked: Option<BlockedJson<'a>>,
    positions: Vec<NamedPosition<'a>>,
}

#[derive(Serialize)]
struct GoalJson<'a> {
    lift: &'static str,
    party: Option<&'a str>,
    term: Option<&'a str>,
    must_accept_only: bool,
}

#[derive(Serialize)]
struct WayJson<'a> {
    changes: Vec<ChangeJson<'a>>,
    alike: Entries<'a, Vec<ValueJson<'a>>>,
    plan: Entries<'a, Option<ValueJson<'a>>>,
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    term: &'a str,
    value: Option<ValueJson<'a>>,
}

#[derive(Serialize)]
struct BlockedJson<'a> {
    positions: Vec<&'a str>,
    rules: Vec<&'a str>,
    minimal: bool,
}

/// What each change of one term would change.
#[must_use]
pub(crate) fn single_changes<'a>(
    dossier: &'a Dossier,
    scenario: &'a Scenario,
    changes: &[SingleChange<'_>],
) -> SinglesAnswer<'a> {
    let one = |change: &SingleChange<'_>| SingleJson {
        term: &dossier.term(change.term).id,
        value: value_or_null(dossier, change.term, change.value),
        put_forward: change.put_forward,
        cells: change.cells.iter().map(|cell| CellChange::new(dossier, cell)).collect(),
        breaks: rule_ids(dossier, change.breaks),
        mends: rule_ids(dossier, change.mends),
    };
    SinglesAnswer { head: OfPlan::new("changes", dossier, scenario), changes: changes.iter().map(one).collect() }
}

/// The fewest changes that reach a goal.
#[must_use]
pub(crate) fn fewest_changes<'a>(
    basis: Basis<'a>,
    scenario: &'a Scenario,
    goal: Goal,
    permitted: &Permitted,
    found: &'a FewestChanges,
) -> FewestAnswer<'a> {
    let dossier = basis.dossier;
    let in_the_way = found.blocked.iter().flat_map(|blocked| blocked.positions.iter().copied());
    FewestAnswer {
        head: OfPlan::new("changes", dossier, scenario),
        goal: goal_json(dossier, goal),
        locked: term_ids(dossier, permitted.locked.iter().copied()),
        later_values: permitted.later_values,
        leaving_out: permitted.leaving_out,
        proven: found.proven,
        lower: found.lower,
        upper: found.upper,
        n_ways: found.n_ways.as_ref(),
        all_listed: found.are_all,
        ways: found.ways.iter().map(|way| way_json(dossier, way)).collect(),
        blocked: found.blocked.as_ref().map(|blocked| blocked_json(dossier, blocked)),
        positions: named_positions(dossier, basis.situation, in_the_way),
    }
}

fn goal_json(dossier: &Dossier, goal: Goal) -> GoalJson<'_> {
    let (lift, party, term, must_accept_only) = match goal {
        Goal::Cell(party, term) => ("cell", Some(party), Some(term), false),
        Goal::Party(party) => ("party", Some(party), None, false),
        Goal::RedLines { must_accept_only } => ("red_lines", None, None, must_accept_only),
    };
    GoalJson {
        lift,
        party: party.map(|party| &*dossier.party(party).id),
        term: term.map(|term| &*dossier.term(term).id),
        must_accept_only,
    }
}

fn way_json<'a>(dossier: &'a Dossier, way: &Way) -> WayJson<'a> {
    let changes = way.changes.iter().map(|(term, value)| ChangeJson {
        term: &dossier.term(*term).id,
        value: value_or_null(dossier, *term, *value),
    });
    WayJson { changes: changes.collect(), alike: alike(dossier, &way.alike), plan: plan_values(dossier, &way.plan) }
}

fn blocked_json<'a>(dossier: &'a Dossier, blocked: &Blocked) -> BlockedJson<'a> {
    BlockedJson {
        positions: position_ids(dossier, &blocked.positions),
        rules: rule_ids(dossier, &blocked.rules),
        minimal: blocked.is_minimal,
    }
}
