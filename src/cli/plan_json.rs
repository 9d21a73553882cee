//! What the JSON about other plans has in common.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{
    json::{FORMAT, channel_names, value_json},
    parts::changed_from,
};
use crate::{
    domain::{Dossier, Plan, PositionIx, Scenario, TermIx, ValueIx, ValueSet},
    wording::{self, cli as words},
};

/// The fields that every answer begins with.
#[must_use]
pub fn head(kind: &str, dossier: &Dossier, scenario: &Scenario) -> Map<String, Value> {
    let head = json!({
        "format": FORMAT,
        "kind": kind,
        "dossier": {
            "id": dossier.id, "version": dossier.version, "title": dossier.title, "fictional": dossier.fictional,
        },
        "title": wording::plan_title(scenario),
        "changed_from": changed_from(dossier, scenario),
        "as_of": scenario.as_of.to_string(),
        "counted": { "channels": channel_names(scenario.counted), "unverified": scenario.counted.unverified },
        "n_terms": dossier.terms.len(),
        "n_in_plan": scenario.plan.n_set(),
        "plan": plan(dossier, &scenario.plan),
    });
    let Value::Object(head) = head else { unreachable!("the macro was given an object") };
    head
}

/// For each term its value, or `null`.
#[must_use]
pub fn plan(dossier: &Dossier, plan: &Plan) -> Value {
    plan.iter().map(|(term, set)| (dossier.term(term).id.clone(), value(dossier, term, set))).collect()
}

/// A value as scenario files write it; `null` for a term that is not in the plan.
#[must_use]
pub fn value(dossier: &Dossier, term: TermIx, value: Option<ValueIx>) -> Value {
    value.map_or(Value::Null, |value| value_json(dossier.term(term), value))
}

/// For each of these terms its values.
#[must_use]
pub fn alike(dossier: &Dossier, alike: &[(TermIx, ValueSet)]) -> Value {
    let values = |(term, values): &(TermIx, ValueSet)| {
        let values: Vec<Value> = values.iter().map(|one| value(dossier, *term, Some(one))).collect();
        (dossier.term(*term).id.clone(), Value::Array(values))
    };
    alike.iter().map(values).collect()
}

/// A rule in words: its reason, and what every plan must keep.
#[must_use]
pub fn rule_text(dossier: &Dossier, rule: usize) -> String {
    let rule = &dossier.rules[rule];
    words::broken_rule(&rule.reason, &wording::demand(dossier, &rule.demand))
}

/// The positions that an answer names, each to be shown once.
pub struct Shown<'a> {
    dossier: &'a Dossier,
    positions: BTreeSet<PositionIx>,
}

impl<'a> Shown<'a> {
    /// None so far.
    #[must_use]
    pub fn new(dossier: &'a Dossier) -> Self {
        Self { dossier, positions: BTreeSet::new() }
    }

    /// Names some.
    pub fn add(&mut self, positions: &[PositionIx]) {
        self.positions.extend(positions);
    }

    /// All that were named, in the dossier's order, each with its reasons.
    #[must_use]
    pub fn positions(&self) -> Vec<Value> {
        let one = |ix: &PositionIx| {
            let position = self.dossier.position(*ix);
            let statements = position.statements.iter().map(|ix| &self.dossier.statement(*ix).id);
            json!({
                "position": position.id,
                "party": self.dossier.party(position.party).id,
                "term": position.about.map(|term| &self.dossier.term(term).id),
                "strength": position.strength,
                "met_if": wording::met_if(self.dossier, position),
                "statements": statements.collect::<Vec<_>>(),
            })
        };
        self.positions.iter().map(one).collect()
    }
}
