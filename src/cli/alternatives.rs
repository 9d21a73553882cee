//! `alternatives`: the plans that contradict the fewest statements.

use serde_json::{Map, Value, json};

use super::{
    Done, json,
    plan_args::AlternativesArgs,
    plan_json::{self, Shown},
    text,
    text::wrapped,
};
use crate::{
    analysis::{Account, Alternative, Alternatives, Basis, CountingRule, Index, Situation, Toll, Wishes, alternatives},
    domain::{Dossier, Scenario},
    wording::{DateStyle, cli as words, cli_plans as texts},
};

/// Runs the subcommand.
///
/// # Errors
/// If the scenario or an argument cannot be used, or the answer cannot be written.
pub fn run(args: &AlternativesArgs) -> Result<Done, String> {
    let (dossier, scenario) = args.plan.open()?;
    let wishes = Wishes {
        rule: args.rule.into(),
        must_accept_only: args.tried.must_accept,
        locked: args.tried.locked(&dossier)?,
        later_values: args.tried.later_values,
        max_listed: args.tried.max,
        ..Wishes::default()
    };
    let (index, situation) = (Index::new(&dossier), Situation::new(&dossier, scenario.as_of, scenario.counted));
    let basis = Basis { dossier: &dossier, index: &index, situation: &situation, plan: &scenario.plan };
    let limit = args.tried.stop.start();
    let found = alternatives(basis, &wishes, limit.stop());
    let answer = if args.plan.json {
        json::pretty(&as_json(basis, &scenario, &wishes, &found))?
    } else {
        as_text(basis, &scenario, &wishes, &found)
    };
    text::print(&answer)?;
    Ok(if found.proven { Done::Clean } else { Done::StoppedEarly })
}

fn as_text(basis: Basis<'_>, scenario: &Scenario, wishes: &Wishes, found: &Alternatives) -> String {
    let dossier = basis.dossier;
    let mut out: String =
        words::heading(dossier, scenario, DateStyle::Words).iter().map(|line| wrapped("", line)).collect();
    out += &format!("\n{}\n", texts::ALTERNATIVES);
    out += &wrapped("  ", &texts::counted(wishes.rule, wishes.must_accept_only));
    out += &wrapped("  ", &texts::tried(dossier, wishes.locked.iter().copied(), wishes.later_values));
    out += &wrapped("  ", texts::NEUTRALITY);
    out.push('\n');
    out += &wrapped("", &texts::own_plan(&found.own.toll));
    for rule in &found.own_broken_rules {
        out += &wrapped("  ", &texts::own_broken_rule(&dossier.rules[*rule].reason));
    }
    out += &wrapped("", &texts::outcome(found));
    for rule in &found.rules_in_the_way {
        out += &wrapped("  - ", &plan_json::rule_text(dossier, *rule));
    }
    for (place, one) in found.plans.iter().enumerate() {
        out += &format!("\n{}\n", texts::plan_head(place + 1, one.changed.len()));
        out += &changed(basis, one);
        out += &paid(dossier, &one.account);
    }
    out
}

fn changed(basis: Basis<'_>, one: &Alternative) -> String {
    let line = |term: &crate::domain::TermIx| {
        let [from, to] = [basis.plan, &one.plan].map(|plan| plan.get(*term));
        let alike = one.alike.iter().find(|(other, _)| other == term).map(|(_, values)| *values);
        wrapped("   ", &texts::change(basis.dossier, *term, from, to, alike))
    };
    one.changed.iter().map(line).collect()
}

fn paid(dossier: &Dossier, account: &Account) -> String {
    if account.cells.is_empty() {
        return wrapped("   ", texts::CONTRADICTS_NOTHING);
    }
    let mut out = wrapped("   ", &texts::contradicts(account));
    for cells in account.cells.chunk_by(|one, other| one.term == other.term) {
        out += &wrapped("     ", &texts::cells_of_term(dossier, cells));
    }
    out
}

fn as_json(basis: Basis<'_>, scenario: &Scenario, wishes: &Wishes, found: &Alternatives) -> Value {
    let dossier = basis.dossier;
    let mut shown = Shown::new(dossier, basis.situation);
    let rule_id = |rule: &usize| dossier.rules[*rule].id.clone();
    let own = account_json(basis, &found.own, &mut shown);
    let plans: Vec<Value> = found
        .plans
        .iter()
        .map(|one| {
            json!({
                "plan": plan_json::plan(dossier, &one.plan),
                "changed": one.changed.iter().map(|term| &dossier.term(*term).id).collect::<Vec<_>>(),
                "alike": plan_json::alike(dossier, &one.alike),
                "n_plans": one.n_plans,
                "contradicts": account_json(basis.with_plan(&one.plan), &one.account, &mut shown),
            })
        })
        .collect();
    let mut answer = plan_json::head("alternatives", dossier, scenario);
    let rest = json!({
        "rule": match wishes.rule {
            CountingRule::RedLinesFirst => "red_lines_first",
            CountingRule::EachCell => "each_cell",
            CountingRule::EachParty => "each_party",
        },
        "must_accept_only": wishes.must_accept_only,
        "locked": wishes.locked.iter().map(|term| &dossier.term(*term).id).collect::<Vec<_>>(),
        "later_values": wishes.later_values,
        "own": own,
        "own_broken_rules": found.own_broken_rules.iter().map(rule_id).collect::<Vec<_>>(),
        "proven": found.proven,
        "lower": found.lower.map(|toll| toll_json(&toll)),
        "upper": found.upper.map(|toll| toll_json(&toll)),
        "n_plans": found.n_plans,
        "all_listed": found.are_all,
        "rules_in_the_way": found.rules_in_the_way.iter().map(rule_id).collect::<Vec<_>>(),
        "plans": plans,
        "positions": shown.positions(),
    });
    if let Value::Object(rest) = rest {
        answer.extend(rest);
    }
    Value::Object(answer)
}

fn toll_json(toll: &Toll) -> Value {
    match toll {
        Toll::Strengths(strengths) => json!(strengths),
        Toll::Cells(n) => json!({ "cells": n }),
        Toll::Parties(n) => json!({ "parties": n }),
    }
}

fn account_json(basis: Basis<'_>, account: &Account, shown: &mut Shown<'_>) -> Value {
    let dossier = basis.dossier;
    let matrix = crate::analysis::matrix(dossier, basis.index, basis.situation, basis.plan);
    let mut cells = Vec::with_capacity(account.cells.len());
    for cell in &account.cells {
        shown.add(&cell.positions);
        cells.push(json!({
            "party": dossier.party(cell.party).id,
            "term": dossier.term(cell.term).id,
            "mark": matrix.cell(cell.party, cell.term).mark,
            "contradicted": cell.strength,
            "positions": cell.positions.iter().map(|ix| &dossier.position(*ix).id).collect::<Vec<_>>(),
        }));
    }
    let mut answer = Map::new();
    if let Value::Object(strengths) = json!(account.strengths) {
        answer.extend(strengths);
    }
    let parties: Vec<&String> = account.parties.iter().map(|party| &dossier.party(*party).id).collect();
    answer.insert("parties".to_owned(), json!(parties));
    answer.insert("cells".to_owned(), Value::Array(cells));
    Value::Object(answer)
}
