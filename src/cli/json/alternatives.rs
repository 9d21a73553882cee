//! The JSON of `alternatives`.

use serde::Serialize;

use super::{
    Entries,
    head::OfPlan,
    records::{NamedPosition, ValueJson, alike, named_positions, plan_values, position_ids, rule_ids, term_ids},
};
use crate::{
    analysis::{
        Account, Alternative, Alternatives, Basis, ContradictedCell, Count, CountingRule, Mark, Strengths, Toll,
        Wishes, matrix,
    },
    domain::{Plan, Scenario, Strength},
};

/// What `alternatives --json` prints.
#[derive(Serialize)]
pub(crate) struct Answer<'a> {
    #[serde(flatten)]
    head: OfPlan<'a>,
    rule: &'static str,
    must_accept_only: bool,
    locked: Vec<&'a str>,
    later_values: bool,
    own: AccountJson<'a>,
    own_broken_rules: Vec<&'a str>,
    proven: bool,
    lower: Option<TollJson>,
    upper: Option<TollJson>,
    n_plans: Option<&'a Count>,
    all_listed: Option<bool>,
    rules_in_the_way: Vec<&'a str>,
    plans: Vec<PlanJson<'a>>,
    positions: Vec<NamedPosition<'a>>,
}

#[derive(Serialize)]
struct PlanJson<'a> {
    plan: Entries<'a, Option<ValueJson<'a>>>,
    changed: Vec<&'a str>,
    alike: Entries<'a, Vec<ValueJson<'a>>>,
    n_plans: &'a Count,
    contradicts: AccountJson<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum TollJson {
    Strengths(Strengths),
    Cells { cells: u32 },
    Parties { parties: u32 },
}

#[derive(Serialize)]
struct AccountJson<'a> {
    #[serde(flatten)]
    strengths: Strengths,
    parties: Vec<&'a str>,
    cells: Vec<CellJson<'a>>,
}

#[derive(Serialize)]
struct CellJson<'a> {
    party: &'a str,
    term: &'a str,
    mark: Mark,
    contradicted: Strength,
    positions: Vec<&'a str>,
}

/// The whole answer.
#[must_use]
pub(crate) fn alternatives<'a>(
    basis: Basis<'a>,
    scenario: &'a Scenario,
    wishes: &Wishes,
    found: &'a Alternatives,
) -> Answer<'a> {
    let dossier = basis.dossier;
    let accounts = std::iter::once(&found.own).chain(found.plans.iter().map(|one| &one.account));
    let named = accounts.flat_map(|account| &account.cells).flat_map(|cell| cell.positions.iter().copied());
    let plan = |one: &'a Alternative| PlanJson {
        plan: plan_values(dossier, &one.plan),
        changed: term_ids(dossier, one.changed.iter().copied()),
        alike: alike(dossier, &one.alike),
        n_plans: &one.n_plans,
        contradicts: account(basis, &one.plan, &one.account),
    };
    Answer {
        head: OfPlan::new("alternatives", dossier, scenario),
        rule: match wishes.rule {
            CountingRule::RedLinesFirst => "red_lines_first",
            CountingRule::EachCell => "each_cell",
            CountingRule::EachParty => "each_party",
        },
        must_accept_only: wishes.must_accept_only,
        locked: term_ids(dossier, wishes.locked.iter().copied()),
        later_values: wishes.later_values,
        own: account(basis, basis.plan, &found.own),
        own_broken_rules: rule_ids(dossier, &found.own_broken_rules),
        proven: found.proven,
        lower: found.lower.map(toll),
        upper: found.upper.map(toll),
        n_plans: found.n_plans.as_ref(),
        all_listed: found.are_all,
        rules_in_the_way: rule_ids(dossier, &found.rules_in_the_way),
        plans: found.plans.iter().map(plan).collect(),
        positions: named_positions(dossier, basis.situation, named),
    }
}

fn toll(toll: Toll) -> TollJson {
    match toll {
        Toll::Strengths(strengths) => TollJson::Strengths(strengths),
        Toll::Cells(cells) => TollJson::Cells { cells },
        Toll::Parties(parties) => TollJson::Parties { parties },
    }
}

fn account<'a>(basis: Basis<'a>, plan: &Plan, account: &Account) -> AccountJson<'a> {
    let dossier = basis.dossier;
    let matrix = matrix(dossier, basis.index, basis.situation, plan);
    let cell = |cell: &ContradictedCell| CellJson {
        party: &dossier.party(cell.party).id,
        term: &dossier.term(cell.term).id,
        mark: matrix.cell(cell.party, cell.term).mark,
        contradicted: cell.strength,
        positions: position_ids(dossier, &cell.positions),
    };
    AccountJson {
        strengths: account.strengths,
        parties: account.parties.iter().map(|party| &*dossier.party(*party).id).collect(),
        cells: account.cells.iter().map(cell).collect(),
    }
}
