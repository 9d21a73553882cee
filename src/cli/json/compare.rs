//! The JSON of `compare`.

use serde::Serialize;

use super::{
    Entries,
    head::{OfDossier, PlanHead},
    records::{StatementHead, TallyJson, ValueJson, plan_values, statement_heads, term_ids, value_or_null},
};
use crate::{
    analysis::{Cell, ComparedRow, Effect, Judged, Mark},
    cli::compare::Compared,
    domain::{Dossier, PartyIx, Scenario, StatementIx, Strength, TermIx},
};

/// What `compare --json` prints.
#[derive(Serialize)]
pub(crate) struct Answer<'a> {
    #[serde(flatten)]
    head: OfDossier<'a>,
    a: PlanJson<'a>,
    b: PlanJson<'a>,
    days_differ: bool,
    counted_differ: bool,
    n_terms: usize,
    n_differing: usize,
    rows: Vec<RowJson<'a>>,
    parties: Vec<PartyJson<'a>>,
    statements: Vec<StatementHead<'a>>,
}

#[derive(Serialize)]
struct PlanJson<'a> {
    #[serde(flatten)]
    head: PlanHead<'a>,
    n_in_plan: usize,
    plan: Entries<'a, Option<ValueJson<'a>>>,
}

#[derive(Serialize)]
struct RowJson<'a> {
    term: &'a str,
    a: Option<ValueJson<'a>>,
    b: Option<ValueJson<'a>>,
    differs: bool,
    cells: Vec<CellJson<'a>>,
}

#[derive(Serialize)]
struct CellJson<'a> {
    party: &'a str,
    a: HalfJson<'a>,
    b: HalfJson<'a>,
}

#[derive(Serialize)]
struct HalfJson<'a> {
    mark: Mark,
    contradicted: Option<Strength>,
    with_uncounted: Option<Mark>,
    n_statements: u16,
    contradicts: Vec<&'a str>,
    supports: Vec<&'a str>,
}

#[derive(Serialize)]
struct PartyJson<'a> {
    party: &'a str,
    newly: Vec<&'a str>,
    no_longer: Vec<&'a str>,
    unchanged: Vec<&'a str>,
    a: TallyJson,
    b: TallyJson,
}

/// The plans, which tell the reasons of a mark, and the statements that were named among these.
struct Reasons<'a> {
    plans: &'a [Judged<'a>; 2],
    shown: Vec<StatementIx>,
}

/// The whole answer.
#[must_use]
pub(crate) fn compare<'a>(compared: &'a Compared<'a>) -> Answer<'a> {
    let Compared { plans, comparison, all } = compared;
    let dossier = plans[0].dossier;
    let mut reasons = Reasons { plans, shown: Vec::new() };
    let rows = comparison.rows.iter().filter(|row| *all || row.differs);
    let rows = rows.map(|row| self::row(&mut reasons, row)).collect();
    let ids = |terms: &[TermIx]| term_ids(dossier, terms.iter().copied());
    let party = |ix: PartyIx| {
        let compared = &comparison.parties[ix.get()];
        PartyJson {
            party: &dossier.party(ix).id,
            newly: ids(&compared.newly),
            no_longer: ids(&compared.no_longer),
            unchanged: ids(&compared.unchanged),
            a: TallyJson::new(compared.tallies[0]),
            b: TallyJson::new(compared.tallies[1]),
        }
    };
    Answer {
        head: OfDossier::new("compare", dossier),
        a: plan(dossier, plans[0].scenario),
        b: plan(dossier, plans[1].scenario),
        days_differ: comparison.days_differ,
        counted_differ: comparison.counted_differ,
        n_terms: dossier.terms.len(),
        n_differing: comparison.differing().count(),
        rows,
        parties: PartyIx::all(dossier.parties.len()).map(party).collect(),
        statements: statement_heads(dossier, reasons.shown),
    }
}

fn plan<'a>(dossier: &'a Dossier, scenario: &'a Scenario) -> PlanJson<'a> {
    PlanJson {
        head: PlanHead::new(dossier, scenario),
        n_in_plan: scenario.plan.n_set(),
        plan: plan_values(dossier, &scenario.plan),
    }
}

fn row<'a>(reasons: &mut Reasons<'a>, row: &ComparedRow) -> RowJson<'a> {
    let dossier = reasons.plans[0].dossier;
    let [a, b] = row.values.map(|value| value_or_null(dossier, row.term, value));
    let cells = PartyIx::all(row.cells.len()).map(|party| {
        let [a, b] = row.cells[party.get()];
        let halves = [(0, a), (1, b)].map(|(side, cell)| half(reasons, side, (party, row.term), &cell));
        let [a, b] = halves;
        CellJson { party: &dossier.party(party).id, a, b }
    });
    RowJson { term: &dossier.term(row.term).id, a, b, differs: row.differs, cells: cells.collect() }
}

fn half<'a>(reasons: &mut Reasons<'a>, side: usize, place: (PartyIx, TermIx), cell: &Cell) -> HalfJson<'a> {
    let plan = &reasons.plans[side];
    let report = plan.report(place.0, place.1);
    let in_plan = plan.scenario.plan.get(place.1).is_some();
    let mut of = |effect: Effect| -> Vec<&'a str> {
        let bearing = report.positions.iter().filter(|report| in_plan && report.bears() && report.effect == effect);
        bearing
            .map(|report| {
                reasons.shown.extend(&report.statements);
                plan.dossier.position(report.position).id.as_str()
            })
            .collect()
    };
    HalfJson {
        mark: cell.mark,
        contradicted: cell.contradicted,
        with_uncounted: cell.greyed,
        n_statements: cell.n_statements,
        contradicts: of(Effect::Contradicts),
        supports: of(Effect::Supports),
    }
}
