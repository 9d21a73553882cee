//! A small invented case for the tests of this room.

use crate::domain::{
    About, Channel, Coding, Date, Demand, Dossier, DossierParts, Party, PartyIx, Position, PositionIx, Quote, Read,
    RedLineBasis, Role, Rule, Source, SourceIx, SourceKind, Statement, StatementIx, Strength, Term, TermIx, TermKind,
    TermValue, Threshold, ValueIx,
};

pub(crate) const NORTH: PartyIx = PartyIx(0);
pub(crate) const SOUTH: PartyIx = PartyIx(1);
pub(crate) const FREEZE: TermIx = TermIx(0);
pub(crate) const DELAY: TermIx = TermIx(1);
pub(crate) const TROOPS: TermIx = TermIx(2);

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn party(id: &str, code: &str, name: &str, role: Role) -> Party {
    Party {
        id: id.to_owned(),
        code: code.to_owned(),
        name: name.to_owned(),
        also: Vec::new(),
        body: format!("Government of {name}"),
        role,
        reason: String::new(),
        note: String::new(),
    }
}

fn value(id: &str, name: &str, number: Option<i32>) -> TermValue {
    TermValue {
        id: id.to_owned(),
        name: name.to_owned(),
        long_name: String::new(),
        meaning: String::new(),
        number,
        since: None,
    }
}

fn term(id: &str, name: &str, kind: TermKind, values: Vec<TermValue>) -> Term {
    Term {
        id: id.to_owned(),
        name: name.to_owned(),
        question: format!("What about {name}?"),
        group: "All".to_owned(),
        glossary: String::new(),
        context: Vec::new(),
        kind,
        values,
    }
}

fn terms() -> Vec<Term> {
    let years = || TermKind::Number { unit_one: "year".to_owned(), unit_many: "years".to_owned() };
    vec![
        term(
            "freeze",
            "Front line",
            TermKind::Toggle,
            vec![value("true", "Freeze now", None), value("false", "No freeze", None)],
        ),
        term(
            "nato_delay",
            "NATO delay",
            years(),
            vec![
                value("0", "Invite now", Some(0)),
                value("10", "10 years", Some(10)),
                value("20", "20 years", Some(20)),
                value("never", "Never", None),
            ],
        ),
        term(
            "peacekeepers",
            "Peacekeepers",
            TermKind::Choice,
            vec![value("none", "None", None), value("european", "European", None), value("un", "UN", None)],
        ),
        term(
            "draft_age",
            "Draft age",
            years(),
            vec![value("18", "18 years", Some(18)), value("25", "25 years", Some(25))],
        ),
    ]
}

fn statement(id: &str, party: PartyIx, speaker: &str, said: &str, channel: Channel) -> Statement {
    Statement {
        id: id.to_owned(),
        party,
        speaker: speaker.to_owned(),
        office: "spokesman".to_owned(),
        said: day(said),
        published: day(said),
        short: format!("What {speaker} said"),
        long: String::new(),
        quote: None,
        channel,
        unverified: false,
        caveat: String::new(),
        sources: vec![SourceIx(0)],
    }
}

/// A position of the party of `statement`, read from that statement alone.
pub(crate) fn position(
    id: &str,
    (party, statement): (PartyIx, u16),
    about: Option<TermIx>,
    demand: Option<Demand>,
    strength: Strength,
) -> Position {
    Position {
        id: id.to_owned(),
        party,
        statements: vec![StatementIx(statement)],
        about,
        demand,
        strength,
        until: None,
        until_reason: String::new(),
        voice: String::new(),
        replaces: Vec::new(),
        threshold: Threshold::Stated,
        counts: true,
        note: String::new(),
        coding: match strength {
            Strength::RedLine => {
                Coding { because: "never".to_owned(), basis: Some(RedLineBasis::Bar), ..Coding::default() }
            }
            _ => Coding::default(),
        },
    }
}

fn positions() -> Vec<Position> {
    let no_troops = Demand::Is(TROOPS, ValueIx(0));
    let european = Demand::Is(TROOPS, ValueIx(1));
    let invite_after_freeze =
        Demand::If(Box::new(Demand::Is(FREEZE, ValueIx(0))), Box::new(Demand::Is(DELAY, ValueIx(0))));
    let frozen = Demand::Is(FREEZE, ValueIx(0));
    vec![
        position("north-troops", (NORTH, 0), Some(TROOPS), Some(no_troops), Strength::Opposes),
        position("south-troops", (SOUTH, 2), Some(TROOPS), Some(european), Strength::Prefers),
        position("south-delay", (SOUTH, 2), Some(DELAY), Some(invite_after_freeze), Strength::RedLine),
        Position {
            until: Some(day("2024-11")),
            until_reason: "a new government".to_owned(),
            ..position("north-freeze-old", (NORTH, 1), Some(FREEZE), Some(frozen.clone()), Strength::Prefers)
        },
        Position {
            replaces: vec![PositionIx(5)],
            ..position("north-freeze", (NORTH, 0), Some(FREEZE), None, Strength::Opposes)
        },
        position("north-freeze-older", (NORTH, 1), Some(FREEZE), Some(frozen), Strength::Offers),
    ]
}

/// Parts that a test may change before it builds a dossier.
pub(crate) fn parts() -> DossierParts {
    let mut statements = vec![
        statement("ana-1", NORTH, "Ana Berg", "2024-11-18", Channel::OnRecord),
        statement("ana-0", NORTH, "Ana Berg", "2024-06", Channel::Document),
        statement("ion-1", SOUTH, "Ion Dale", "2025-01-03", Channel::Reported),
    ];
    statements[0].quote = Some(Quote { text: "no foreign troops".to_owned(), language: "translated".to_owned() });
    DossierParts {
        also: std::collections::BTreeMap::new(),
        id: "practice".to_owned(),
        version: 1,
        title: "Practice case".to_owned(),
        language: "en".to_owned(),
        fictional: true,
        as_of: day("2025-01-13"),
        covers: (day("2024-01-01"), day("2025-02-01")),
        about: About::default(),
        parties: vec![party("north", "N", "North", Role::MustAccept), party("south", "S", "South", Role::Affected)],
        terms: terms(),
        rules: vec![Rule {
            id: "freeze-needs-troops".to_owned(),
            demand: Demand::If(
                Box::new(Demand::Is(FREEZE, ValueIx(0))),
                Box::new(Demand::Not(Box::new(Demand::Is(TROOPS, ValueIx(0))))),
            ),
            reason: "A freeze is watched by someone.".to_owned(),
        }],
        sources: vec![Source {
            id: "wire".to_owned(),
            publisher: "The Wire".to_owned(),
            title: "Talks".to_owned(),
            date: Some(day("2024-11-19")),
            url: "https://example.org/talks".to_owned(),
            kind: SourceKind::Press,
            read: Read::InFull,
            note: String::new(),
        }],
        statements,
        positions: positions(),
    }
}

pub(crate) fn dossier() -> Dossier {
    Dossier::new(parts()).unwrap()
}
