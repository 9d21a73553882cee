//! The JSON of `timeline`. Every field is described in `docs/command-line.md`; names and order are part of the format.

use serde::Serialize;
use serde_json::{Map, Value};

use super::{super::json::FORMAT, Asked};
use crate::cli::parts::{self, CountedHead, DossierHead, PlanHead, StatementHead};
use crate::{
    analysis::{Mark, Shift, Standing, Step, Tally, Turn},
    domain::{Dossier, PartyIx, StatementIx},
};

/// What `timeline --json` prints.
#[derive(Serialize)]
pub struct Answer<'a> {
    format: u32,
    kind: &'static str,
    dossier: DossierHead<'a>,
    #[serde(flatten)]
    head: PlanHead<'a>,
    as_of: String,
    counted: CountedHead,
    covers: (String, String),
    n_in_plan: usize,
    n_cells: usize,
    plan: Map<String, Value>,
    term: Option<&'a str>,
    party: Option<&'a str>,
    complete: bool,
    steps: Vec<StepJson<'a>>,
    between: Option<Between<'a>>,
    statements: Vec<StatementHead<'a>>,
}

#[derive(Serialize)]
struct StepJson<'a> {
    day: String,
    n_contradicted: usize,
    tallies: Vec<PartyTally<'a>>,
    marks: Option<Map<String, Value>>,
    cells: Vec<CellChange<'a>>,
    positions: Vec<PositionShift<'a>>,
}

#[derive(Serialize)]
struct PartyTally<'a> {
    party: &'a str,
    contradicted: u16,
    #[serde(flatten)]
    figures: Tally,
}

#[derive(Serialize)]
struct Between<'a> {
    from: String,
    to: String,
    cells: Vec<CellChange<'a>>,
    positions: Vec<PositionShift<'a>>,
}

#[derive(Serialize)]
struct CellChange<'a> {
    party: &'a str,
    term: &'a str,
    before: Mark,
    after: Mark,
}

#[derive(Serialize)]
struct PositionShift<'a> {
    position: &'a str,
    party: &'a str,
    term: Option<&'a str>,
    before: &'static str,
    after: &'static str,
    counted_before: bool,
    counted_after: bool,
    replaced_by: Option<&'a str>,
    statements: Vec<&'a str>,
}

/// The whole answer.
#[must_use]
pub fn answer<'a>(asked: &'a Asked<'a>) -> Answer<'a> {
    let (dossier, scenario) = (asked.dossier, asked.scenario);
    let mut shown = Vec::new();
    let between = asked.between.as_ref().map(|((from, to), turn)| Between {
        from: from.to_string(),
        to: to.to_string(),
        cells: cells(asked, turn),
        positions: positions(asked, turn, &mut shown),
    });
    let steps = if between.is_some() { &[][..] } else { &asked.line.steps };
    Answer {
        format: FORMAT,
        kind: "timeline",
        dossier: DossierHead::new(dossier),
        head: PlanHead::new(dossier, scenario),
        as_of: scenario.as_of.to_string(),
        counted: CountedHead::new(scenario.counted),
        covers: (dossier.covers.0.to_string(), dossier.covers.1.to_string()),
        n_in_plan: scenario.plan.n_set(),
        n_cells: asked.n_cells(),
        plan: parts::plan(dossier, &scenario.plan),
        term: asked.term.map(|term| dossier.term(term).id.as_str()),
        party: asked.party.map(|party| dossier.party(party).id.as_str()),
        complete: asked.line.complete,
        steps: steps.iter().map(|step| self::step(asked, step, &mut shown)).collect(),
        between,
        statements: parts::statements(dossier, shown),
    }
}

fn step<'a>(asked: &'a Asked<'a>, step: &'a Step, shown: &mut Vec<StatementIx>) -> StepJson<'a> {
    let dossier = asked.dossier;
    let parties = || PartyIx::all(dossier.parties.len()).filter(|party| asked.party.is_none_or(|only| only == *party));
    let tally = |party: PartyIx| {
        let tally = step.matrix.tallies[party.get()];
        PartyTally { party: &dossier.party(party).id, contradicted: tally.contradicted(), figures: tally }
    };
    let marks = asked.term.map(|term| {
        let mark = |party: PartyIx| serde_json::to_value(step.matrix.cell(party, term).mark).unwrap_or_default();
        parties().map(|party| (dossier.party(party).id.clone(), mark(party))).collect()
    });
    StepJson {
        day: step.day.to_string(),
        n_contradicted: step.n_contradicted(),
        tallies: parties().map(tally).collect(),
        marks,
        cells: cells(asked, &step.turn),
        positions: positions(asked, &step.turn, shown),
    }
}

fn cells<'a>(asked: &Asked<'a>, turn: &Turn) -> Vec<CellChange<'a>> {
    let dossier: &'a Dossier = asked.dossier;
    let change = |change: &crate::analysis::Change| CellChange {
        party: &dossier.party(change.party).id,
        term: &dossier.term(change.term).id,
        before: change.before,
        after: change.after,
    };
    asked.cells(turn).map(change).collect()
}

fn positions<'a>(asked: &Asked<'a>, turn: &Turn, shown: &mut Vec<StatementIx>) -> Vec<PositionShift<'a>> {
    let dossier: &'a Dossier = asked.dossier;
    let mut list = Vec::new();
    for Shift { position: ix, standings, counts } in asked.shifts(turn) {
        let position = dossier.position(*ix);
        shown.extend(&position.statements);
        let newer = standings.iter().find_map(|standing| match standing {
            Standing::Replaced(newer) => Some(dossier.position(*newer).id.as_str()),
            _ => None,
        });
        list.push(PositionShift {
            position: &position.id,
            party: &dossier.party(position.party).id,
            term: position.about.map(|term| dossier.term(term).id.as_str()),
            before: name(standings[0]),
            after: name(standings[1]),
            counted_before: counts[0],
            counted_after: counts[1],
            replaced_by: newer,
            statements: position.statements.iter().map(|ix| dossier.statement(*ix).id.as_str()).collect(),
        });
    }
    list
}

fn name(standing: Standing) -> &'static str {
    match standing {
        Standing::InForce => "in_force",
        Standing::NotYet => "not_yet",
        Standing::Ended => "ended",
        Standing::Replaced(_) => "replaced",
    }
}
