//! Positions, from the text of a dossier.

use std::collections::BTreeSet;

use super::{
    demand::{self, Terms},
    limits::MAX_RECORDS,
    lists::{Ids, POSITIONS, STATEMENTS, list_of, second_time},
    reader::{Reader, Record},
};
use crate::domain::{
    Coding, DossierFault, Flaw, MAX_BECAUSE, MAX_DECIDED, MAX_READERS, PartyIx, Position, PositionIx, Statement,
    StatementIx, Threshold, Wanted, limits,
};

/// What positions refer to.
pub(super) struct Known<'k> {
    pub parties: &'k Ids<'k>,
    pub terms: &'k Terms<'k>,
    pub statements: &'k [Statement],
}

const POSITION_FIELDS: [&str; 17] = [
    "id",
    "party",
    "statements",
    "about",
    "demand",
    "strength",
    "until",
    "until_reason",
    "voice",
    "replaces",
    "threshold",
    "counts",
    "note",
    "because",
    "basis",
    "coded",
    "decided",
];

/// Reads the positions: first their ids, since they may replace each other in any order. `None` if one was dropped.
pub(super) fn positions<'a>(reader: &mut Reader<'a>, record: &Record<'a>, known: &Known<'_>) -> Option<Vec<Position>> {
    let pieces = list_of(reader, record, POSITIONS, MAX_RECORDS);
    let mut records: Vec<(Record<'a>, String)> = Vec::new();
    let mut seen = BTreeSet::new();
    for piece in pieces {
        let record = reader.record(piece, &POSITION_FIELDS);
        let Some((record, id)) = record.and_then(|record| reader.id(&record).map(|id| (record, id))) else {
            reader.drop_record(POSITIONS, None);
            continue;
        };
        if !seen.insert(id.clone()) {
            second_time(reader, record.at, POSITIONS, &id);
        }
        records.push((record, id));
    }
    let ids = Ids::new(POSITIONS, records.iter().map(|(_, id)| id.as_str()));
    let statements = Ids::of(STATEMENTS, known.statements);
    let read: Vec<Option<Position>> =
        records.iter().map(|(record, id)| position(reader, record, id, known, (&ids, &statements))).collect();
    for ((record, id), position) in records.iter().zip(&read) {
        let Some(position) = position else { continue };
        let of_another = |old: &&PositionIx| read[old.get()].as_ref().is_some_and(|old| old.party != position.party);
        if let Some(old) = position.replaces.iter().find(of_another) {
            let (id, old) = (id.clone(), records[old.get()].1.clone());
            reader.error(record.place("replaces"), DossierFault::ReplacesForeign { id, old });
        }
    }
    read.into_iter().collect()
}

fn position<'a>(
    reader: &mut Reader<'a>,
    record: &Record<'a>,
    id: &str,
    known: &Known<'_>,
    (ids, statement_ids): (&Ids<'_>, &Ids<'_>),
) -> Option<Position> {
    let party = reader.needed(record, "party").and_then(|piece| known.parties.one(reader, piece)).map(PartyIx::at);
    reader.needed(record, "statements");
    let pieces = reader.items(record, "statements", limits::LISTED);
    let cites_none = record.get("statements").is_some() && pieces.is_empty();
    let found = statement_ids.all(reader, pieces);
    for (place, at) in &found {
        let statement = &known.statements[*place];
        if party.is_some_and(|party| party != statement.party) {
            reader.error(*at, DossierFault::ForeignStatement(statement.id.clone()));
        }
    }
    let statements = found.into_iter().map(|(place, _)| StatementIx::at(place)).collect();
    if cites_none {
        reader.flaw(record.at, Flaw::NoStatement(id.to_owned()));
    }
    let about = record.get("about").and_then(|piece| demand::term(reader, piece, known.terms));
    let demand = record.get("demand").and_then(|piece| demand::demand(reader, piece, known.terms));
    if demand.is_some() && record.get("about").is_none() {
        reader.flaw(record.at, Flaw::DemandWithoutTerm(id.to_owned()));
    }
    let strength = reader.choice(record, "strength", Wanted::Strength);
    let until = reader.date_or_none(record, "until");
    let until_reason = reader.text_or_empty(record, "until_reason", limits::MEANING);
    let voice = reader.text_or_empty(record, "voice", limits::VOICE);
    let pieces = reader.items(record, "replaces", limits::LISTED);
    let replaces = ids.all(reader, pieces).into_iter().map(|(place, _)| PositionIx::at(place)).collect();
    let threshold = record.get("threshold").and_then(|piece| reader.name(piece, Wanted::Threshold));
    let counts = reader.value_or(record, "counts", true);
    let note = reader.text_or_empty(record, "note", limits::NOTE);
    Some(Position {
        id: id.to_owned(),
        party: party?,
        statements,
        about,
        demand,
        strength: strength?,
        until,
        until_reason,
        voice,
        replaces,
        threshold: threshold.unwrap_or(Threshold::Stated),
        counts,
        note,
        coding: coding(reader, record),
    })
}

fn coding<'a>(reader: &mut Reader<'a>, record: &Record<'a>) -> Coding {
    let because = reader.text_or_empty(record, "because", MAX_BECAUSE);
    let basis = record.get("basis").and_then(|piece| reader.name(piece, Wanted::Basis));
    let pieces = reader.items(record, "coded", MAX_READERS);
    let coded = pieces.into_iter().filter_map(|piece| reader.name(piece, Wanted::Code)).collect();
    Coding { because, basis, coded, decided: reader.text_or_empty(record, "decided", MAX_DECIDED) }
}
