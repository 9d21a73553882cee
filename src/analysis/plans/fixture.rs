//! Small invented dossiers for the tests of this folder, built a line at a time.

use crate::{
    analysis::{Index, Situation},
    domain::{
        About, Channel, Counted, Date, Demand, Dossier, DossierParts, Party, PartyIx, Plan, Position, PositionIx, Read,
        Role, Source, SourceIx, SourceKind, Statement, StatementIx, Strength, Term, TermIx, TermKind, TermValue,
        Threshold, ValueIx,
    },
};

pub(crate) const A: TermIx = TermIx(0);
pub(crate) const B: TermIx = TermIx(1);
pub(crate) const C: TermIx = TermIx(2);
pub(crate) const NORTH: PartyIx = PartyIx(0);
pub(crate) const SOUTH: PartyIx = PartyIx(1);
pub(crate) const WATCHER: PartyIx = PartyIx(2);

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn is(term: TermIx, value: u16) -> Demand {
    Demand::Is(term, ValueIx(value))
}

pub(crate) fn not(term: TermIx, value: u16) -> Demand {
    Demand::Not(Box::new(is(term, value)))
}

pub(crate) fn when(premise: Demand, consequence: Demand) -> Demand {
    Demand::If(Box::new(premise), Box::new(consequence))
}

/// A plan with these values; `None` for a term that is not in the plan.
pub(crate) fn plan(values: &[Option<u16>]) -> Plan {
    let mut plan = Plan::empty(values.len());
    for (term, value) in TermIx::all(values.len()).zip(values) {
        plan.set(term, value.map(ValueIx));
    }
    plan
}

/// A dossier in the making: North and South must accept, the watcher stands outside.
pub(crate) struct Draft(pub DossierParts);

impl Draft {
    /// Terms with so many values each; a negative number makes a term of numbers from 0 on.
    pub(crate) fn new(n_values: &[i32]) -> Self {
        let parties = ["north", "south", "watcher"];
        Self(DossierParts {
            also: std::collections::BTreeMap::new(),
            id: "draft".to_owned(),
            version: 1,
            title: "Draft".to_owned(),
            language: "en".to_owned(),
            fictional: true,
            as_of: day("2024-06-15"),
            covers: (day("2024-01"), day("2024-12")),
            about: About::default(),
            parties: parties.iter().map(|id| party(id)).collect(),
            terms: n_values.iter().enumerate().map(|(place, n)| term(place, *n)).collect(),
            rules: Vec::new(),
            sources: vec![source()],
            statements: Vec::new(),
            positions: Vec::new(),
        })
    }

    /// Adds a position, said on 1 January 2024.
    pub(crate) fn says(self, party: PartyIx, strength: Strength, about: TermIx, demand: Demand) -> Self {
        self.says_on("2024-01-01", party, strength, about, demand)
    }

    pub(crate) fn says_on(
        mut self,
        said: &str,
        party: PartyIx,
        strength: Strength,
        about: TermIx,
        demand: Demand,
    ) -> Self {
        let place = self.0.positions.len();
        self.0.statements.push(statement(place, party, day(said)));
        self.0.positions.push(Position {
            id: format!("position-{place}"),
            party,
            statements: vec![StatementIx::at(place)],
            about: Some(about),
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

    /// Changes the last position.
    pub(crate) fn but(mut self, change: impl FnOnce(&mut Position)) -> Self {
        change(self.0.positions.last_mut().unwrap());
        self
    }

    pub(crate) fn replacing(self, old: u16) -> Self {
        self.but(|position| position.replaces = vec![PositionIx(old)])
    }

    pub(crate) fn build(self) -> Case {
        let dossier = Dossier::new(self.0).unwrap();
        let (index, situation) = (Index::new(&dossier), Situation::new(&dossier, dossier.as_of, Counted::default()));
        Case { dossier, index, situation }
    }
}

/// A dossier on its opening day.
pub(crate) struct Case {
    pub(crate) dossier: Dossier,
    pub(crate) index: Index,
    pub(crate) situation: Situation,
}

impl Case {
    pub(crate) fn on(&self, date: &str) -> Situation {
        Situation::new(&self.dossier, day(date), Counted::default())
    }
}

fn party(id: &str) -> Party {
    Party {
        id: id.to_owned(),
        code: id[..1].to_owned(),
        name: id.to_owned(),
        also: Vec::new(),
        body: String::new(),
        role: if id == "watcher" { Role::Outside } else { Role::MustAccept },
        reason: String::new(),
        note: String::new(),
    }
}

fn term(place: usize, n_values: i32) -> Term {
    let value = |n: i32| TermValue {
        id: format!("v{n}"),
        name: format!("v{n}"),
        long_name: String::new(),
        meaning: String::new(),
        number: (n_values < 0).then_some(n),
        since: None,
    };
    let kind = if n_values < 0 {
        TermKind::Number { unit_one: "year".to_owned(), unit_many: "years".to_owned() }
    } else {
        TermKind::Choice
    };
    Term {
        id: format!("term-{place}"),
        name: format!("Term {place}"),
        question: String::new(),
        group: "All".to_owned(),
        glossary: String::new(),
        context: Vec::new(),
        kind,
        values: (0..n_values.abs()).map(value).collect(),
    }
}

fn source() -> Source {
    Source {
        id: "source".to_owned(),
        publisher: "Publisher".to_owned(),
        title: "Title".to_owned(),
        date: None,
        url: "https://example.org/".to_owned(),
        kind: SourceKind::Press,
        read: Read::InFull,
        note: String::new(),
    }
}

fn statement(place: usize, party: PartyIx, said: Date) -> Statement {
    Statement {
        id: format!("statement-{place}"),
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
