//! Records that several answers hold: values, tallies, changes of cells, statements, and the ids of things.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Entries;
use crate::{
    analysis::{Change, Mark, Situation, Standing, Tally},
    domain::{
        Channel, Dossier, Plan, PositionIx, Read, SourceKind, StatementIx, Strength, TermIx, TermKind, ValueIx,
        ValueSet,
    },
    wording,
};

/// A value as scenario files write it: `true`, `20` or `"never"`.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum ValueJson<'a> {
    Switch(bool),
    Number(i32),
    Name(&'a str),
}

/// A value of a term.
#[must_use]
pub(super) fn value(dossier: &Dossier, term: TermIx, value: ValueIx) -> ValueJson<'_> {
    let term = dossier.term(term);
    let value = &term.values[value.get()];
    match (&term.kind, value.number) {
        (TermKind::Toggle, _) => ValueJson::Switch(value.id == "true"),
        (TermKind::Number { .. }, Some(number)) => ValueJson::Number(number),
        (TermKind::Number { .. } | TermKind::Choice, _) => ValueJson::Name(&value.id),
    }
}

/// What a plan says about a term, or null.
#[must_use]
pub(super) fn value_or_null(dossier: &Dossier, term: TermIx, set: Option<ValueIx>) -> Option<ValueJson<'_>> {
    set.map(|set| value(dossier, term, set))
}

/// For each term what the plan says, or null.
#[must_use]
pub(super) fn plan_values<'a>(dossier: &'a Dossier, plan: &Plan) -> Entries<'a, Option<ValueJson<'a>>> {
    let of_term = |(term, set)| (&*dossier.term(term).id, value_or_null(dossier, term, set));
    Entries(plan.iter().map(of_term).collect())
}

/// For each of these terms its values.
#[must_use]
pub(super) fn alike<'a>(dossier: &'a Dossier, alike: &[(TermIx, ValueSet)]) -> Entries<'a, Vec<ValueJson<'a>>> {
    let values = |(term, values): &(TermIx, ValueSet)| {
        (&*dossier.term(*term).id, values.iter().map(|one| value(dossier, *term, one)).collect())
    };
    Entries(alike.iter().map(values).collect())
}

/// The ids of terms.
#[must_use]
pub(super) fn term_ids(dossier: &Dossier, terms: impl IntoIterator<Item = TermIx>) -> Vec<&str> {
    terms.into_iter().map(|term| &*dossier.term(term).id).collect()
}

/// The ids of positions.
#[must_use]
pub(super) fn position_ids<'a>(dossier: &'a Dossier, positions: &[PositionIx]) -> Vec<&'a str> {
    positions.iter().map(|ix| &*dossier.position(*ix).id).collect()
}

/// The ids of statements.
#[must_use]
pub(super) fn statement_ids<'a>(dossier: &'a Dossier, statements: &[StatementIx]) -> Vec<&'a str> {
    statements.iter().map(|ix| &*dossier.statement(*ix).id).collect()
}

/// The ids of rules, which are given by their places.
#[must_use]
pub(super) fn rule_ids<'a>(dossier: &'a Dossier, rules: &[usize]) -> Vec<&'a str> {
    rules.iter().map(|rule| &*dossier.rules[*rule].id).collect()
}

/// The counts of a party.
#[derive(Serialize)]
pub(super) struct TallyJson {
    contradicted: u16,
    #[serde(flatten)]
    figures: Tally,
}

impl TallyJson {
    /// Of these counts.
    #[must_use]
    pub(super) fn new(tally: Tally) -> Self {
        Self { contradicted: tally.contradicted(), figures: tally }
    }
}

/// A cell whose mark is another.
#[derive(Serialize)]
pub(super) struct CellChange<'a> {
    party: &'a str,
    term: &'a str,
    before: Mark,
    after: Mark,
}

impl<'a> CellChange<'a> {
    /// Of this change.
    #[must_use]
    pub(super) fn new(dossier: &'a Dossier, change: &Change) -> Self {
        Self {
            party: &dossier.party(change.party).id,
            term: &dossier.term(change.term).id,
            before: change.before,
            after: change.after,
        }
    }
}

/// Whether a position is in force.
#[must_use]
pub(super) const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::InForce => "in_force",
        Standing::NotYet => "not_yet",
        Standing::Ended => "ended",
        Standing::Replaced(_) => "replaced",
    }
}

/// A statement, without its sources.
#[derive(Serialize)]
pub(super) struct StatementHead<'a> {
    id: &'a str,
    party: &'a str,
    speaker: &'a str,
    office: &'a str,
    said: String,
    short: &'a str,
    channel: Channel,
}

/// A statement with its sources.
#[derive(Serialize)]
pub(super) struct StatementJson<'a> {
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

/// Each statement once, in the dossier's order, without its sources.
#[must_use]
pub(super) fn statement_heads(dossier: &Dossier, shown: Vec<StatementIx>) -> Vec<StatementHead<'_>> {
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
    each_once(shown).map(head).collect()
}

/// Each statement once, in the dossier's order, with its sources.
#[must_use]
pub(super) fn statements(dossier: &Dossier, shown: Vec<StatementIx>) -> Vec<StatementJson<'_>> {
    each_once(shown).map(|ix| statement(dossier, ix)).collect()
}

fn each_once(shown: Vec<StatementIx>) -> impl Iterator<Item = StatementIx> {
    BTreeSet::from_iter(shown).into_iter()
}

fn statement(dossier: &Dossier, ix: StatementIx) -> StatementJson<'_> {
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

/// A position that an answer about other plans names, with its reasons.
#[derive(Serialize)]
pub(super) struct NamedPosition<'a> {
    position: &'a str,
    party: &'a str,
    term: Option<&'a str>,
    strength: Strength,
    decided_strength: Strength,
    met_if: Option<String>,
    statements: Vec<&'a str>,
}

/// Each position once, in the dossier's order.
#[must_use]
pub(super) fn named_positions<'a>(
    dossier: &'a Dossier,
    situation: &Situation,
    named: impl IntoIterator<Item = PositionIx>,
) -> Vec<NamedPosition<'a>> {
    let one = |ix: PositionIx| {
        let position = dossier.position(ix);
        NamedPosition {
            position: &position.id,
            party: &dossier.party(position.party).id,
            term: position.about.map(|term| &*dossier.term(term).id),
            strength: situation.strength(ix),
            decided_strength: position.strength,
            met_if: wording::met_if(dossier, position),
            statements: statement_ids(dossier, &position.statements),
        }
    };
    BTreeSet::from_iter(named).into_iter().map(one).collect()
}
