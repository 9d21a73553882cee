//! Small hand-made dossiers for the tests of this folder.

use super::{Question, Space, Which, countable};
use crate::{
    analysis::{Index, Situation},
    domain::{
        About, Channel, Counted, Date, Demand, Dossier, DossierParts, Party, PartyIx, Plan, Position, PositionIx, Role,
        Rule, Source, SourceIx, SourceKind, Statement, StatementIx, Strength, Term, TermIx, TermKind, TermValue,
        Threshold, ValueIx,
    },
};

/// A term has this value.
pub(super) fn is(term: u16, value: u16) -> Demand {
    Demand::Is(TermIx(term), ValueIx(value))
}

pub(super) fn not(demand: Demand) -> Demand {
    Demand::Not(Box::new(demand))
}

pub(super) fn implies(premise: Demand, consequence: Demand) -> Demand {
    Demand::If(Box::new(premise), Box::new(consequence))
}

/// A dossier of three parties whose terms have the given numbers of values; a position is a party, a strength and a demand.
pub(super) struct Case {
    parts: DossierParts,
}

impl Case {
    pub(super) fn new(n_values: &[usize]) -> Self {
        let date = |text: &str| -> Date { text.parse().unwrap() };
        let parts = DossierParts {
            also: std::collections::BTreeMap::new(),
            id: "case".to_owned(),
            version: 1,
            title: "Case".to_owned(),
            language: "en".to_owned(),
            fictional: true,
            as_of: date("2024-06-01"),
            covers: (date("2024"), date("2024-12-31")),
            about: About::default(),
            parties: [Role::MustAccept, Role::MustAccept, Role::Outside].into_iter().map(party).collect(),
            terms: n_values.iter().map(|n_values| term(*n_values)).collect(),
            rules: Vec::new(),
            sources: vec![source()],
            statements: (0..3).map(|party| statement(PartyIx(party), date("2024-01-01"))).collect(),
            positions: Vec::new(),
        };
        Self { parts }
    }

    pub(super) fn position(mut self, party: u16, strength: Strength, demand: Demand) -> Self {
        self.parts.positions.push(Position {
            id: format!("position-{}", self.parts.positions.len()),
            party: PartyIx(party),
            statements: vec![StatementIx(party)],
            about: Some(demand.terms().first().copied().unwrap_or(TermIx(0))),
            demand: Some(demand),
            strength,
            until: None,
            until_reason: String::new(),
            voice: String::new(),
            replaces: Vec::new(),
            threshold: Threshold::Stated,
            counts: true,
            note: String::new(),
            coding: Default::default(),
        });
        self
    }

    /// A red line.
    pub(super) fn red_line(self, party: u16, demand: Demand) -> Self {
        self.position(party, Strength::RedLine, demand)
    }

    pub(super) fn rule(mut self, demand: Demand) -> Self {
        let id = format!("rule-{}", self.parts.rules.len());
        self.parts.rules.push(Rule { id, demand, reason: String::new() });
        self
    }

    /// A value was put forward only on this day.
    pub(super) fn since(mut self, term: usize, value: usize, day: &str) -> Self {
        self.parts.terms[term].values[value].since = Some(day.parse().unwrap());
        self
    }

    pub(super) fn build(self) -> Asked {
        let dossier = Dossier::new(self.parts).unwrap();
        let index = Index::new(&dossier);
        let situation = Situation::new(&dossier, dossier.as_of, Counted::default());
        let positions = countable(&dossier, &index, &situation, Which::default());
        let space = Space::put_forward_by(&dossier, dossier.as_of);
        Asked { dossier, index, situation, space, positions }
    }
}

/// A dossier and a question about it.
pub(super) struct Asked {
    pub(super) dossier: Dossier,
    pub(super) index: Index,
    pub(super) situation: Situation,
    pub(super) space: Space,
    pub(super) positions: Vec<PositionIx>,
}

impl Asked {
    pub(super) fn question(&self) -> Question<'_> {
        Question { dossier: &self.dossier, index: &self.index, space: &self.space, positions: &self.positions }
    }

    pub(super) fn which(mut self, which: Which) -> Self {
        self.positions = countable(&self.dossier, &self.index, &self.situation, which);
        self
    }

    /// Asks only about plans with these values.
    pub(super) fn on_plan(mut self, values: &[(u16, u16)]) -> Self {
        let mut plan = Plan::empty(self.dossier.terms.len());
        values.iter().for_each(|(term, value)| plan.set(TermIx(*term), Some(ValueIx(*value))));
        self.space = self.space.on_plan(&plan);
        self
    }
}

fn party(role: Role) -> Party {
    Party {
        id: "party".to_owned(),
        code: "P".to_owned(),
        name: "Party".to_owned(),
        also: Vec::new(),
        body: String::new(),
        role,
        reason: String::new(),
        note: String::new(),
    }
}

fn term(n_values: usize) -> Term {
    let value = |number: usize| TermValue {
        id: format!("v{number}"),
        name: format!("v{number}"),
        long_name: String::new(),
        meaning: String::new(),
        number: i32::try_from(number).ok(),
        since: None,
    };
    Term {
        id: "term".to_owned(),
        name: "Term".to_owned(),
        question: String::new(),
        group: "All".to_owned(),
        glossary: String::new(),
        context: Vec::new(),
        kind: TermKind::Choice,
        values: (0..n_values).map(value).collect(),
    }
}

fn source() -> Source {
    Source {
        id: "source".to_owned(),
        publisher: "Publisher".to_owned(),
        title: String::new(),
        date: None,
        url: "https://example.org/".to_owned(),
        kind: SourceKind::Press,
        read: crate::domain::Read::InFull,
        note: String::new(),
    }
}

fn statement(party: PartyIx, said: Date) -> Statement {
    Statement {
        id: "statement".to_owned(),
        party,
        speaker: "Speaker".to_owned(),
        office: "office".to_owned(),
        said,
        published: said,
        short: "What was said".to_owned(),
        long: String::new(),
        quote: None,
        channel: Channel::OnRecord,
        unverified: false,
        caveat: String::new(),
        sources: vec![SourceIx(0)],
    }
}
