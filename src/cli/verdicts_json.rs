//! The JSON of `verdicts`. Every field is described in `docs/command-line.md`; names and order are part of the format.

use serde::Serialize;
use serde_json::{Map, Value};

use super::{
    case::Case,
    json::{FORMAT, channel_names, value_json},
    parts::PlanHead,
};
use crate::{
    analysis::{Effect, Mark, PositionReport, Standing, Tally, Uncounted},
    domain::{
        Channel, Code, Counted, Dossier, PartyIx, Plan, PositionIx, Read, RedLineBasis, Role, SourceKind, StatementIx,
        Strength, TermIx, Threshold, ValueIx,
    },
    wording,
};

/// What `verdicts --json` prints.
#[derive(Serialize)]
pub struct Verdicts<'a> {
    format: u32,
    kind: &'static str,
    dossier: DossierHead<'a>,
    #[serde(flatten)]
    head: PlanHead<'a>,
    as_of: String,
    counted: CountedHead,
    n_terms: usize,
    n_in_plan: usize,
    plan: Map<String, Value>,
    not_yet_put_forward: Vec<&'a str>,
    broken_rules: Vec<BrokenRule<'a>>,
    tallies: Vec<PartyTally<'a>>,
    cells: Vec<CellJson<'a>>,
    statements: Vec<StatementJson<'a>>,
}

/// The dossier.
#[derive(Serialize)]
pub struct DossierHead<'a> {
    id: &'a str,
    version: u32,
    title: &'a str,
    fictional: bool,
}

/// What counts.
#[derive(Serialize)]
pub struct CountedHead {
    channels: Vec<Channel>,
    unverified: bool,
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
    contradicted: u16,
    #[serde(flatten)]
    figures: Tally,
}

#[derive(Serialize)]
struct CellJson<'a> {
    party: &'a str,
    term: &'a str,
    value: Value,
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

/// A statement with its sources.
#[derive(Serialize)]
pub struct StatementJson<'a> {
    id: &'a str,
    party: &'a str,
    speaker: &'a str,
    office: &'a str,
    said: String,
    published: String,
    short: &'a str,
    long: &'a str,
    quote: Option<QuoteJson<'a>>,
    channel: Channel,
    unverified: bool,
    caveat: &'a str,
    sources: Vec<SourceJson<'a>>,
}

#[derive(Serialize)]
struct QuoteJson<'a> {
    text: &'a str,
    language: &'a str,
}

#[derive(Serialize)]
struct SourceJson<'a> {
    id: &'a str,
    publisher: &'a str,
    title: &'a str,
    date: Option<String>,
    url: &'a str,
    kind: SourceKind,
    read: Read,
}

/// The whole answer.
#[must_use]
pub fn verdicts<'a>(case: &Case<'a>) -> Verdicts<'a> {
    let dossier = case.dossier;
    let mut shown = Vec::new();
    let mut cells = Vec::new();
    for (term, _) in case.in_plan() {
        for party in PartyIx::all(dossier.parties.len()) {
            cells.push(cell(case, party, term, &mut shown));
        }
    }
    shown.sort_unstable();
    shown.dedup();
    let not_yet = case.scenario.plan.iter().filter(|(term, value)| {
        value.is_some_and(|value| !dossier.term(*term).values[value.get()].is_put_forward(case.scenario.as_of))
    });
    let broken = case.matrix.broken_rules.iter().map(|place| &dossier.rules[*place]).map(|rule| BrokenRule {
        id: &rule.id,
        demand: wording::demand(dossier, &rule.demand),
        reason: &rule.reason,
    });
    let tallies = dossier.parties.iter().zip(&case.matrix.tallies).map(|(party, tally)| PartyTally {
        party: &party.id,
        code: &party.code,
        name: &party.name,
        role: party.role,
        contradicted: tally.contradicted(),
        figures: *tally,
    });
    Verdicts {
        format: FORMAT,
        kind: "verdicts",
        dossier: DossierHead::new(dossier),
        head: PlanHead::new(dossier, case.scenario),
        as_of: case.scenario.as_of.to_string(),
        counted: CountedHead::new(case.scenario.counted),
        n_terms: dossier.terms.len(),
        n_in_plan: case.matrix.n_in_plan,
        plan: plan(dossier, &case.scenario.plan),
        not_yet_put_forward: not_yet.map(|(term, _)| dossier.term(term).id.as_str()).collect(),
        broken_rules: broken.collect(),
        tallies: tallies.collect(),
        cells,
        statements: shown.into_iter().map(|ix| statement(dossier, ix)).collect(),
    }
}

impl<'a> DossierHead<'a> {
    /// Of a dossier.
    #[must_use]
    pub fn new(dossier: &'a Dossier) -> Self {
        Self { id: &dossier.id, version: dossier.version, title: &dossier.title, fictional: dossier.fictional }
    }
}

impl CountedHead {
    /// Of a choice of statements.
    #[must_use]
    pub fn new(counted: Counted) -> Self {
        Self { channels: channel_names(counted), unverified: counted.unverified }
    }
}

/// For each term its value as in a scenario file, or null.
#[must_use]
pub fn plan(dossier: &Dossier, plan: &Plan) -> Map<String, Value> {
    let of_term = |(term, value): (TermIx, Option<ValueIx>)| {
        (dossier.term(term).id.clone(), value.map_or(Value::Null, |value| value_json(dossier.term(term), value)))
    };
    plan.iter().map(of_term).collect()
}

fn cell<'a>(case: &Case<'a>, party: PartyIx, term: TermIx, shown: &mut Vec<StatementIx>) -> CellJson<'a> {
    let dossier = case.dossier;
    let report = case.cell_report(party, term);
    for position in report.positions.iter().chain(&report.linked) {
        shown.extend(&position.statements);
    }
    // The matrix, not the report, is what the table shows; both agree.
    let cell = case.matrix.cell(party, term);
    let value = case.scenario.plan.get(term);
    CellJson {
        party: &dossier.party(party).id,
        term: &dossier.term(term).id,
        value: value.map_or(Value::Null, |value| value_json(dossier.term(term), value)),
        mark: cell.mark,
        contradicted: cell.contradicted,
        with_uncounted: cell.greyed,
        n_statements: cell.n_statements,
        linked: cell.linked,
        other_day: cell.other_day,
        positions: report.positions.iter().map(|report| position(case, report)).collect(),
        linked_positions: report.linked.iter().map(|report| position_id(dossier, report.position)).collect(),
    }
}

fn position_id(dossier: &Dossier, position: PositionIx) -> &str {
    &dossier.position(position).id
}

fn position<'a>(case: &Case<'a>, report: &PositionReport) -> PositionJson<'a> {
    let dossier = case.dossier;
    let position = dossier.position(report.position);
    let (standing, replaced_by) = match report.standing {
        Standing::InForce => ("in_force", None),
        Standing::NotYet => ("not_yet", None),
        Standing::Ended => ("ended", None),
        Standing::Replaced(newer) => ("replaced", Some(position_id(dossier, newer))),
    };
    let open = position.demand.iter().flat_map(|demand| demand.terms());
    let open = open.filter(|term| report.effect == Effect::Depends && case.scenario.plan.get(*term).is_none());
    PositionJson {
        position: &position.id,
        effect: report.effect,
        strength: position.strength,
        standing,
        replaced_by,
        first_day: dossier.first_day(report.position).to_string(),
        until: position.until.map(|day| day.to_string()),
        until_reason: &position.until_reason,
        uncounted: report.uncounted.map(|reason| match reason {
            Uncounted::Rhetoric => "rhetoric",
            Uncounted::Channel(_) => "channel",
            Uncounted::Unverified => "unverified",
            Uncounted::NoSource => "no_source",
        }),
        voice: &position.voice,
        met_if: wording::met_if(dossier, position),
        depends_on: open.map(|term| dossier.term(term).id.as_str()).collect(),
        threshold: position.threshold,
        note: &position.note,
        because: &position.coding.because,
        basis: position.coding.basis,
        coded: &position.coding.coded,
        decided: &position.coding.decided,
        statements: report.statements.iter().map(|ix| dossier.statement(*ix).id.as_str()).collect(),
    }
}

/// A statement.
#[must_use]
pub fn statement(dossier: &Dossier, ix: StatementIx) -> StatementJson<'_> {
    let statement = dossier.statement(ix);
    let sources = statement.sources.iter().map(|source| dossier.source(*source)).map(|source| SourceJson {
        id: &source.id,
        publisher: &source.publisher,
        title: &source.title,
        date: source.date.map(|day| day.to_string()),
        url: &source.url,
        kind: source.kind,
        read: source.read,
    });
    StatementJson {
        id: &statement.id,
        party: &dossier.party(statement.party).id,
        speaker: &statement.speaker,
        office: &statement.office,
        said: statement.said.to_string(),
        published: statement.published.to_string(),
        short: &statement.short,
        long: &statement.long,
        quote: statement.quote.as_ref().map(|quote| QuoteJson { text: &quote.text, language: &quote.language }),
        channel: statement.channel,
        unverified: statement.unverified,
        caveat: &statement.caveat,
        sources: sources.collect(),
    }
}
