//! The JSON of `verdicts`.

use serde::Serialize;

use super::{
    head::OfPlan,
    records::{self, StatementJson, TallyJson, ValueJson, statement_ids, term_ids, value_or_null},
};
use crate::{
    analysis::{Effect, Judged, Mark, PositionReport, Standing, Uncounted},
    domain::{Code, PartyIx, RedLineBasis, Role, StatementIx, Strength, TermIx, Threshold},
    wording,
};

/// What `verdicts --json` prints.
#[derive(Serialize)]
pub(crate) struct Answer<'a> {
    #[serde(flatten)]
    head: OfPlan<'a>,
    not_yet_put_forward: Vec<&'a str>,
    broken_rules: Vec<BrokenRule<'a>>,
    tallies: Vec<PartyTally<'a>>,
    cells: Vec<CellJson<'a>>,
    statements: Vec<StatementJson<'a>>,
}

#[derive(Serialize)]
struct BrokenRule<'a> {
    id: &'a str,
    demand: String,
    reason: &'a str,
}

#[derive(Serialize)]
struct PartyTally<'a> {
    party: &'a str,
    code: &'a str,
    name: &'a str,
    role: Role,
    #[serde(flatten)]
    counts: TallyJson,
}

#[derive(Serialize)]
struct CellJson<'a> {
    party: &'a str,
    term: &'a str,
    value: Option<ValueJson<'a>>,
    mark: Mark,
    contradicted: Option<Strength>,
    with_uncounted: Option<Mark>,
    n_statements: u16,
    linked: bool,
    other_day: bool,
    positions: Vec<PositionJson<'a>>,
    linked_positions: Vec<&'a str>,
}

#[derive(Serialize)]
struct PositionJson<'a> {
    position: &'a str,
    effect: Effect,
    strength: Strength,
    decided_strength: Strength,
    standing: &'static str,
    replaced_by: Option<&'a str>,
    first_day: String,
    until: Option<String>,
    until_reason: &'a str,
    uncounted: Option<&'static str>,
    voice: &'a str,
    met_if: Option<String>,
    depends_on: Vec<&'a str>,
    threshold: Threshold,
    note: &'a str,
    because: &'a str,
    basis: Option<RedLineBasis>,
    coded: &'a [Code],
    decided: &'a str,
    statements: Vec<&'a str>,
}

/// The whole answer.
#[must_use]
pub(crate) fn verdicts<'a>(judged: &Judged<'a>) -> Answer<'a> {
    let dossier = judged.dossier;
    let mut shown = Vec::new();
    let mut cells = Vec::new();
    for (term, _) in judged.in_plan() {
        for party in PartyIx::all(dossier.parties.len()) {
            cells.push(cell(judged, party, term, &mut shown));
        }
    }
    let not_yet = judged.scenario.plan.iter().filter(|(term, value)| {
        value.is_some_and(|value| !dossier.term(*term).values[value.get()].is_put_forward(judged.scenario.as_of))
    });
    let broken = judged.matrix.broken_rules.iter().map(|place| &dossier.rules[*place]).map(|rule| BrokenRule {
        id: &rule.id,
        demand: wording::demand(dossier, &rule.demand),
        reason: &rule.reason,
    });
    let tallies = dossier.parties.iter().zip(&judged.matrix.tallies).map(|(party, tally)| PartyTally {
        party: &party.id,
        code: &party.code,
        name: &party.name,
        role: party.role,
        counts: TallyJson::new(*tally),
    });
    Answer {
        head: OfPlan::new("verdicts", dossier, judged.scenario),
        not_yet_put_forward: term_ids(dossier, not_yet.map(|(term, _)| term)),
        broken_rules: broken.collect(),
        tallies: tallies.collect(),
        cells,
        statements: records::statements(dossier, shown),
    }
}

fn cell<'a>(judged: &Judged<'a>, party: PartyIx, term: TermIx, shown: &mut Vec<StatementIx>) -> CellJson<'a> {
    let dossier = judged.dossier;
    let report = judged.report(party, term);
    for position in report.positions.iter().chain(&report.linked) {
        shown.extend(&position.statements);
    }
    // The matrix, not the report, is what the table shows; both agree.
    let cell = judged.matrix.cell(party, term);
    CellJson {
        party: &dossier.party(party).id,
        term: &dossier.term(term).id,
        value: value_or_null(dossier, term, judged.scenario.plan.get(term)),
        mark: cell.mark,
        contradicted: cell.contradicted,
        with_uncounted: cell.greyed,
        n_statements: cell.n_statements,
        linked: cell.linked,
        other_day: cell.other_day,
        positions: report.positions.iter().map(|report| position(judged, report)).collect(),
        linked_positions: report.linked.iter().map(|report| &*dossier.position(report.position).id).collect(),
    }
}

fn position<'a>(judged: &Judged<'a>, report: &PositionReport) -> PositionJson<'a> {
    let dossier = judged.dossier;
    let position = dossier.position(report.position);
    let replaced_by = match report.standing {
        Standing::Replaced(newer) => Some(&*dossier.position(newer).id),
        Standing::InForce | Standing::NotYet | Standing::Ended => None,
    };
    let open = position.demand.iter().flat_map(|demand| demand.terms());
    let open = open.filter(|term| report.effect == Effect::Depends && judged.scenario.plan.get(*term).is_none());
    PositionJson {
        position: &position.id,
        effect: report.effect,
        strength: report.strength,
        decided_strength: position.strength,
        standing: records::standing(report.standing),
        replaced_by,
        first_day: dossier.first_day(report.position).to_string(),
        until: position.until.map(|day| day.to_string()),
        until_reason: &position.until_reason,
        uncounted: report.uncounted.map(|reason| match reason {
            Uncounted::Rhetoric => "rhetoric",
            Uncounted::Channel(_) => "channel",
            Uncounted::Unverified => "unverified",
            Uncounted::NoSource => "no_source",
            Uncounted::NoDemand => "no_demand",
        }),
        voice: &position.voice,
        met_if: wording::met_if(dossier, position),
        depends_on: term_ids(dossier, open),
        threshold: position.threshold,
        note: &position.note,
        because: &position.coding.because,
        basis: position.coding.basis,
        coded: &position.coding.coded,
        decided: &position.coding.decided,
        statements: statement_ids(dossier, &report.statements),
    }
}
