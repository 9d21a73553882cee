//! A small invented case for tests of what is said and shown.

pub(crate) use super::sample::day;
use super::{
    Channel, Demand, Dossier, DossierParts, Party, PartyIx, Position, PositionIx, Quote, Role, Rule, Source, Statement,
    StatementIx, Strength, Term, TermIx, TermKind, TermValue, ValueIx, sample,
};

pub(crate) const NORTH: PartyIx = PartyIx(0);
pub(crate) const SOUTH: PartyIx = PartyIx(1);
pub(crate) const FREEZE: TermIx = TermIx(0);
pub(crate) const DELAY: TermIx = TermIx(1);
pub(crate) const TROOPS: TermIx = TermIx(2);

fn value(id: &str, name: &str) -> TermValue {
    TermValue { name: name.to_owned(), ..sample::value(id) }
}

fn number(number: i32, name: &str) -> TermValue {
    TermValue { name: name.to_owned(), ..sample::number(number) }
}

fn term(id: &str, name: &str, kind: TermKind, values: Vec<TermValue>) -> Term {
    Term { id: id.to_owned(), question: format!("What about {name}?"), ..sample::term(name, kind, values) }
}

fn terms() -> Vec<Term> {
    vec![
        term("freeze", "Front line", TermKind::Toggle, vec![value("true", "Freeze now"), value("false", "No freeze")]),
        term(
            "nato_delay",
            "NATO delay",
            sample::years(),
            vec![number(0, "Invite now"), number(10, "10 years"), number(20, "20 years"), value("never", "Never")],
        ),
        term(
            "peacekeepers",
            "Peacekeepers",
            TermKind::Choice,
            vec![value("none", "None"), value("european", "European"), value("un", "UN")],
        ),
        term("draft_age", "Draft age", sample::years(), vec![number(18, "18 years"), number(25, "25 years")]),
    ]
}

fn statement(id: &str, party: PartyIx, speaker: &str, said: &str, channel: Channel) -> Statement {
    Statement {
        speaker: speaker.to_owned(),
        office: "spokesman".to_owned(),
        short: format!("What {speaker} said"),
        channel,
        ..sample::statement(id, party, day(said))
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
    sample::position(id, (party, StatementIx(statement)), about, demand, strength)
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
        title: "Practice case".to_owned(),
        as_of: day("2025-01-13"),
        covers: (day("2024-01-01"), day("2025-02-01")),
        parties: vec![sample::party("North"), Party { role: Role::Affected, ..sample::party("South") }],
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
            ..sample::source()
        }],
        statements,
        positions: positions(),
        ..sample::parts("practice")
    }
}

pub(crate) fn dossier() -> Dossier {
    Dossier::new(parts()).unwrap()
}
