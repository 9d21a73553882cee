//! Records for tests: each with what it must have and nothing else, so that a test says only what it is about.
//!
//! Tests outside of this crate include this file by its path, next to an import of `domain`; so it names nothing but what is
//! beside it.

use std::collections::BTreeMap;

use super::{
    About, Channel, Coding, Date, Demand, DossierParts, Party, PartyIx, Position, Read, RedLineBasis, Role, Source,
    SourceIx, SourceKind, Statement, StatementIx, Strength, Term, TermIx, TermKind, TermValue, Threshold,
};

/// A day as files write it.
pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A dossier without parties and terms, opened in the middle of the year that it covers. It has one source.
pub fn parts(id: &str) -> DossierParts {
    DossierParts {
        id: id.to_owned(),
        version: 1,
        title: id.to_owned(),
        language: "en".to_owned(),
        fictional: true,
        as_of: day("2024-06-15"),
        covers: (day("2024-01-01"), day("2024-12-31")),
        about: About::default(),
        parties: Vec::new(),
        terms: Vec::new(),
        rules: Vec::new(),
        sources: vec![source()],
        also: BTreeMap::new(),
        statements: Vec::new(),
        positions: Vec::new(),
    }
}

/// A party that must accept. Its id is its name in small letters, its code the first of them.
pub fn party(name: &str) -> Party {
    Party {
        id: name.to_lowercase(),
        code: name[..1].to_owned(),
        name: name.to_owned(),
        also: Vec::new(),
        body: format!("Government of {name}"),
        role: Role::MustAccept,
        reason: String::new(),
        note: String::new(),
    }
}

/// A value of this name, which is also its id.
pub fn value(name: &str) -> TermValue {
    TermValue {
        id: name.to_owned(),
        name: name.to_owned(),
        long_name: String::new(),
        meaning: String::new(),
        number: None,
        since: None,
    }
}

/// A value of a term of numbers.
pub fn number(number: i32) -> TermValue {
    TermValue { number: Some(number), ..value(&number.to_string()) }
}

/// A term of this name; its id is the same in small letters.
pub fn term(name: &str, kind: TermKind, values: Vec<TermValue>) -> Term {
    Term {
        id: name.to_lowercase(),
        name: name.to_owned(),
        question: String::new(),
        group: "All".to_owned(),
        glossary: String::new(),
        context: Vec::new(),
        kind,
        values,
    }
}

/// The kind of terms that count years.
pub fn years() -> TermKind {
    TermKind::Number { unit_one: "year".to_owned(), unit_many: "years".to_owned() }
}

/// A report of the press that was read whole.
pub fn source() -> Source {
    Source {
        id: "source".to_owned(),
        publisher: "Publisher".to_owned(),
        title: "Title".to_owned(),
        date: Some(day("2024-01-01")),
        url: "https://example.org/".to_owned(),
        kind: SourceKind::Press,
        read: Read::InFull,
        note: String::new(),
    }
}

/// Something said on the record and published on the same day.
pub fn statement(id: &str, party: PartyIx, said: Date) -> Statement {
    Statement {
        id: id.to_owned(),
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

/// A position of a party, read from one statement; a red line with the words that make it one.
pub fn position(
    id: &str,
    (party, statement): (PartyIx, StatementIx),
    about: Option<TermIx>,
    demand: Option<Demand>,
    strength: Strength,
) -> Position {
    let is_red = strength == Strength::RedLine;
    Position {
        id: id.to_owned(),
        party,
        statements: vec![statement],
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
        coding: Coding {
            because: if is_red { "never".to_owned() } else { String::new() },
            basis: is_red.then_some(RedLineBasis::Bar),
            ..Coding::default()
        },
    }
}
