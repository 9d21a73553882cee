//! The JSON of `timeline`.

use serde::Serialize;

use super::{
    Entries,
    head::{OfDossier, PlanHead},
    records::{CellChange, StatementHead, TallyJson, ValueJson, plan_values, standing, statement_heads, statement_ids},
};
use crate::{
    analysis::{Mark, Shift, Standing, Step, Turn},
    cli::timeline::Asked,
    domain::{Dossier, PartyIx, StatementIx},
};

/// What `timeline --json` prints.
#[derive(Serialize)]
pub(crate) struct Answer<'a> {
    #[serde(flatten)]
    head: OfDossier<'a>,
    #[serde(flatten)]
    plan_head: PlanHead<'a>,
    covers: (String, String),
    n_in_plan: usize,
    n_cells: usize,
    plan: Entries<'a, Option<ValueJson<'a>>>,
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
    marks: Option<Entries<'a, Mark>>,
    cells: Vec<CellChange<'a>>,
    positions: Vec<PositionShift<'a>>,
}

#[derive(Serialize)]
struct PartyTally<'a> {
    party: &'a str,
    #[serde(flatten)]
    counts: TallyJson,
}

#[derive(Serialize)]
struct Between<'a> {
    from: String,
    to: String,
    cells: Vec<CellChange<'a>>,
    positions: Vec<PositionShift<'a>>,
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
pub(crate) fn timeline<'a>(asked: &'a Asked<'a>) -> Answer<'a> {
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
        head: OfDossier::new("timeline", dossier),
        plan_head: PlanHead::new(dossier, scenario),
        covers: (dossier.covers.0.to_string(), dossier.covers.1.to_string()),
        n_in_plan: scenario.plan.n_set(),
        n_cells: asked.n_cells(),
        plan: plan_values(dossier, &scenario.plan),
        term: asked.term.map(|term| dossier.term(term).id.as_str()),
        party: asked.party.map(|party| dossier.party(party).id.as_str()),
        complete: asked.line.complete,
        steps: steps.iter().map(|step| self::step(asked, step, &mut shown)).collect(),
        between,
        statements: statement_heads(dossier, shown),
    }
}

fn step<'a>(asked: &'a Asked<'a>, step: &'a Step, shown: &mut Vec<StatementIx>) -> StepJson<'a> {
    let dossier = asked.dossier;
    let parties = || PartyIx::all(dossier.parties.len()).filter(|party| asked.party.is_none_or(|only| only == *party));
    let tally = |party: PartyIx| PartyTally {
        party: &dossier.party(party).id,
        counts: TallyJson::new(step.matrix.tallies[party.get()]),
    };
    let marks = asked.term.map(|term| {
        let mark = |party| (&*dossier.party(party).id, step.matrix.cell(party, term).mark);
        Entries(parties().map(mark).collect())
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
    asked.cells(turn).map(|change| CellChange::new(dossier, change)).collect()
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
            before: standing(standings[0]),
            after: standing(standings[1]),
            counted_before: counts[0],
            counted_after: counts[1],
            replaced_by: newer,
            statements: statement_ids(dossier, &position.statements),
        });
    }
    list
}
