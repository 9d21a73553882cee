//! `changes`: what each change of one term would change, or the fewest changes that lift contradictions.

use strum::IntoEnumIterator as _;

use super::{
    Done, json,
    plan_args::ChangesArgs,
    text::{self, wrapped, wrapped_items},
};
use crate::{
    analysis::{
        Basis, FewestChanges, Goal, Judged, Mark, Permitted, SingleChange, Way, fewest_changes, single_changes,
    },
    domain::{PositionIx, TermIx},
    wording::{self, DateStyle, cli as words, cli_plans as texts},
};

/// Runs the subcommand.
///
/// # Errors
/// If the scenario or an argument cannot be used, or the answer cannot be written.
pub(super) fn run(args: &ChangesArgs) -> Result<Done, String> {
    let (dossier, scenario) = args.plan.open()?;
    let goal = args.goal(&dossier)?;
    let permitted = Permitted {
        locked: args.tried.locked(&dossier)?,
        later_values: args.tried.later_values,
        leaving_out: args.leave_out,
        max_listed: args.tried.max,
        ..Permitted::default()
    };
    let judged = Judged::new(&dossier, &scenario);
    let basis = judged.basis();
    let heading = words::heading(&dossier, &scenario, DateStyle::Words);
    let heading: String = heading.iter().map(|line| wrapped("", line)).collect();
    let Some(goal) = goal else {
        let changes = single_changes(basis);
        let changes: Vec<SingleChange<'_>> = changes.iter().collect();
        let answer = if args.plan.json {
            json::pretty(&json::single_changes(&dossier, &scenario, &changes))?
        } else {
            heading + &singles_text(basis, &changes)
        };
        text::print(&answer)?;
        return Ok(Done::Clean);
    };
    let limit = args.tried.stop.start();
    let found = fewest_changes(basis, goal, &permitted, limit.stop());
    let answer = if args.plan.json {
        json::pretty(&json::fewest_changes(basis, &scenario, goal, &permitted, &found))?
    } else {
        heading + &fewest_text(basis, goal, &permitted, &found)
    };
    text::print(&answer)?;
    Ok(if found.proven { Done::Clean } else { Done::StoppedEarly })
}

fn singles_text(basis: Basis<'_>, changes: &[SingleChange<'_>]) -> String {
    let dossier = basis.dossier;
    let mut out = format!("\n{}\n", texts::SINGLE_CHANGES);
    let marks = Mark::iter().map(|mark| format!("{} {}", wording::mark_symbol(mark), wording::mark_legend(mark)));
    out += &wrapped_items(&marks.collect::<Vec<_>>());
    for of_term in changes.chunk_by(|one, other| one.term == other.term) {
        let term = of_term[0].term;
        let now = wording::value_name(dossier, term, basis.plan.get(term));
        out += &format!("\n{}: {now}\n", dossier.term(term).name);
        for one in of_term {
            out += &wrapped("  ", &texts::single_change(dossier, one));
        }
    }
    out
}

fn fewest_text(basis: Basis<'_>, goal: Goal, permitted: &Permitted, found: &FewestChanges) -> String {
    let dossier = basis.dossier;
    let mut out = format!("\n{}\n", texts::goal(dossier, goal));
    let locked = permitted.locked.iter().copied();
    out += &wrapped("  ", &texts::tried(dossier, locked, permitted.later_values));
    if permitted.leaving_out {
        out += &wrapped("  ", texts::LEAVING_OUT);
    }
    out.push('\n');
    out += &wrapped("", &texts::fewest(found));
    for (place, way) in found.ways.iter().enumerate().filter(|(_, way)| !way.changes.is_empty()) {
        out += &format!("\n{}\n", texts::way_head(place + 1));
        for (term, value) in &way.changes {
            let alike = alike_of(way, *term);
            out += &wrapped("   ", &texts::change(dossier, *term, basis.plan.get(*term), *value, alike));
        }
    }
    let Some(blocked) = &found.blocked else { return out };
    for ix in &blocked.positions {
        out += &position_text(basis, *ix);
    }
    for rule in &blocked.rules {
        out += &wrapped("  - ", &words::broken_rule(dossier, &dossier.rules[*rule]));
    }
    if !blocked.is_minimal {
        out += &wrapped("  ", texts::NOT_MINIMAL);
    }
    out
}

fn alike_of(way: &Way, term: TermIx) -> Option<crate::domain::ValueSet> {
    way.alike.iter().find(|(other, _)| *other == term).map(|(_, values)| *values)
}

/// A position with who stated it: head, then one line a statement.
fn position_text(basis: Basis<'_>, ix: PositionIx) -> String {
    let dossier = basis.dossier;
    let position = dossier.position(ix);
    let mut out = wrapped("  - ", &texts::position_head(dossier, basis.situation, ix));
    for statement in &position.statements {
        out += &wrapped("      ", &words::said(dossier, *statement, DateStyle::Words));
    }
    out
}
