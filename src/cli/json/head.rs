//! What answers begin with.

use serde::Serialize;
use strum::IntoEnumIterator as _;

use super::{
    Entries,
    records::{ValueJson, plan_values, term_ids},
};
use crate::{
    domain::{Channel, Counted, Dossier, Form, Reading, Scenario, ScenarioKind, TermIx},
    wording,
};

/// Raised when a field changes its meaning or goes away; new fields leave it as it is.
const FORMAT: u32 = 1;

/// What every answer begins with.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Head {
    format: u32,
    kind: &'static str,
}

impl Head {
    /// The head of answers of this kind.
    #[must_use]
    pub(crate) const fn of(kind: &'static str) -> Self {
        Self { format: FORMAT, kind }
    }
}

/// The head of an answer about a dossier.
#[derive(Serialize)]
pub(super) struct OfDossier<'a> {
    #[serde(flatten)]
    head: Head,
    dossier: DossierHead<'a>,
}

#[derive(Serialize)]
struct DossierHead<'a> {
    id: &'a str,
    version: u32,
    title: &'a str,
    fictional: bool,
}

impl<'a> OfDossier<'a> {
    /// The head of answers of this kind, about this dossier.
    #[must_use]
    pub(super) fn new(kind: &'static str, dossier: &'a Dossier) -> Self {
        let (id, title) = (&*dossier.id, &*dossier.title);
        let dossier = DossierHead { id, version: dossier.version, title, fictional: dossier.fictional };
        Self { head: Head::of(kind), dossier }
    }
}

/// Which plan, and what counts.
#[derive(Serialize)]
pub(super) struct PlanHead<'a> {
    title: String,
    changed_from: Option<ChangedFrom<'a>>,
    as_of: String,
    counted: CountedHead,
}

/// The plan that a plan was changed from.
#[derive(Serialize)]
struct ChangedFrom<'a> {
    title: &'a str,
    author: &'a str,
    date: Option<String>,
    origin: &'a str,
    form: Option<Form>,
    status: ScenarioKind,
    terms: Vec<&'a str>,
}

/// Which statements count.
#[derive(Serialize)]
struct CountedHead {
    channels: Vec<Channel>,
    unverified: bool,
    reading: Reading,
}

impl<'a> PlanHead<'a> {
    /// Of the plan of a scenario.
    #[must_use]
    pub(super) fn new(dossier: &'a Dossier, scenario: &'a Scenario) -> Self {
        Self {
            title: wording::plan_title(scenario),
            changed_from: ChangedFrom::of(dossier, scenario),
            as_of: scenario.as_of.to_string(),
            counted: CountedHead::new(scenario.counted),
        }
    }
}

impl<'a> ChangedFrom<'a> {
    fn of(dossier: &'a Dossier, scenario: &'a Scenario) -> Option<Self> {
        let original = scenario.changed_from.as_ref()?;
        let differs = |(term, value): &(TermIx, Option<_>)| scenario.plan.get(*term) != *value;
        Some(Self {
            title: &original.title,
            author: &original.author,
            date: original.date.map(|day| day.to_string()),
            origin: &original.origin,
            form: original.form,
            status: original.kind,
            terms: term_ids(dossier, original.plan.iter().filter(differs).map(|(term, _)| term)),
        })
    }
}

impl CountedHead {
    fn new(counted: Counted) -> Self {
        let channels = Channel::iter().filter(|channel| counted.channel(*channel)).collect();
        Self { channels, unverified: counted.unverified, reading: counted.reading }
    }
}

/// The head of an answer about one plan, with the plan itself.
#[derive(Serialize)]
pub(super) struct OfPlan<'a> {
    #[serde(flatten)]
    head: OfDossier<'a>,
    #[serde(flatten)]
    plan_head: PlanHead<'a>,
    n_terms: usize,
    n_in_plan: usize,
    plan: Entries<'a, Option<ValueJson<'a>>>,
}

impl<'a> OfPlan<'a> {
    /// The head of answers of this kind, about the plan of this scenario.
    #[must_use]
    pub(super) fn new(kind: &'static str, dossier: &'a Dossier, scenario: &'a Scenario) -> Self {
        Self {
            head: OfDossier::new(kind, dossier),
            plan_head: PlanHead::new(dossier, scenario),
            n_terms: dossier.terms.len(),
            n_in_plan: scenario.plan.n_set(),
            plan: plan_values(dossier, &scenario.plan),
        }
    }
}
