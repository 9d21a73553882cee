//! `alternatives`: the plans that contradict the fewest statements.

use super::{
    Done, json,
    plan_args::AlternativesArgs,
    text::{self, wrapped},
};
use crate::{
    analysis::{Account, Alternative, Alternatives, Basis, Judged, Wishes, alternatives},
    domain::{Dossier, Scenario},
    wording::{DateStyle, cli as words, cli_plans as texts},
};

/// Runs the subcommand.
///
/// # Errors
/// If the scenario or an argument cannot be used, or the answer cannot be written.
pub(super) fn run(args: &AlternativesArgs) -> Result<Done, String> {
    let (dossier, scenario) = args.plan.open()?;
    let wishes = Wishes {
        rule: args.rule.into(),
        must_accept_only: args.tried.must_accept,
        locked: args.tried.locked(&dossier)?,
        later_values: args.tried.later_values,
        max_listed: args.tried.max,
        ..Wishes::default()
    };
    let judged = Judged::new(&dossier, &scenario);
    let basis = judged.basis();
    let limit = args.tried.stop.start();
    let found = alternatives(basis, &wishes, limit.stop());
    let answer = if args.plan.json {
        json::pretty(&json::alternatives(basis, &scenario, &wishes, &found))?
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
        out += &wrapped("  - ", &words::broken_rule(dossier, &dossier.rules[*rule]));
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
