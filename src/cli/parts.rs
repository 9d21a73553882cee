//! Parts of JSON answers about whole plans, and what is named by id on the command line.

use serde::Serialize;
use serde_json::{Map, Value};

use super::json::{channel_names, value_json};
use crate::{
    domain::{Channel, Counted, Dossier, Form, Plan, Reading, Scenario, ScenarioKind, StatementIx, TermIx},
    wording,
};

/// The dossier at the head of an answer.
#[derive(Serialize)]
pub struct DossierHead<'a> {
    id: &'a str,
    version: u32,
    title: &'a str,
    fictional: bool,
}

impl<'a> DossierHead<'a> {
    /// The head for this dossier.
    #[must_use]
    pub fn new(dossier: &'a Dossier) -> Self {
        Self { id: &dossier.id, version: dossier.version, title: &dossier.title, fictional: dossier.fictional }
    }
}

/// The title of a plan, and what it was changed from.
#[derive(Serialize)]
pub struct PlanHead<'a> {
    title: String,
    changed_from: Option<ChangedFrom<'a>>,
}

/// The plan that a plan was changed from.
#[derive(Serialize)]
pub struct ChangedFrom<'a> {
    title: &'a str,
    author: &'a str,
    date: Option<String>,
    origin: &'a str,
    form: Option<Form>,
    status: ScenarioKind,
    terms: Vec<&'a str>,
}

impl<'a> PlanHead<'a> {
    /// The head for this plan.
    #[must_use]
    pub fn new(dossier: &'a Dossier, scenario: &'a Scenario) -> Self {
        Self { title: wording::plan_title(scenario), changed_from: changed_from(dossier, scenario) }
    }
}

/// What a plan was changed from.
#[must_use]
pub fn changed_from<'a>(dossier: &'a Dossier, scenario: &'a Scenario) -> Option<ChangedFrom<'a>> {
    let original = scenario.changed_from.as_ref()?;
    let differs = |(term, value): &(TermIx, Option<_>)| scenario.plan.get(*term) != *value;
    Some(ChangedFrom {
        title: &original.title,
        author: &original.author,
        date: original.date.map(|day| day.to_string()),
        origin: &original.origin,
        form: original.form,
        status: original.kind,
        terms: original.plan.iter().filter(differs).map(|(term, _)| &*dossier.term(term).id).collect(),
    })
}

/// Which statements count.
#[derive(Serialize)]
pub struct CountedHead {
    channels: Vec<Channel>,
    unverified: bool,
    reading: Reading,
}

impl CountedHead {
    /// The head for this choice.
    #[must_use]
    pub fn new(counted: Counted) -> Self {
        Self { channels: channel_names(counted), unverified: counted.unverified, reading: counted.reading }
    }
}

/// A statement that an answer refers to.
#[derive(Serialize)]
pub struct StatementHead<'a> {
    id: &'a str,
    party: &'a str,
    speaker: &'a str,
    office: &'a str,
    said: String,
    short: &'a str,
    channel: Channel,
}

/// The statements in the dossier's order, each once.
#[must_use]
pub fn statements(dossier: &Dossier, mut shown: Vec<StatementIx>) -> Vec<StatementHead<'_>> {
    shown.sort_unstable();
    shown.dedup();
    let head = |ix: StatementIx| {
        let statement = dossier.statement(ix);
        StatementHead {
            id: &statement.id,
            party: &dossier.party(statement.party).id,
            speaker: &statement.speaker,
            office: &statement.office,
            said: statement.said.to_string(),
            short: &statement.short,
            channel: statement.channel,
        }
    };
    shown.into_iter().map(head).collect()
}

/// For each term what the plan says, or null.
#[must_use]
pub fn plan(dossier: &Dossier, plan: &Plan) -> Map<String, Value> {
    let value = |(term, value): (TermIx, Option<_>)| {
        let of = dossier.term(term);
        (of.id.clone(), value.map_or(Value::Null, |value| value_json(of, value)))
    };
    plan.iter().map(value).collect()
}
