//! Positions, from the text of a dossier.

use super::{
    demand,
    dossier::{MAX_RECORDS, party_ref, refs},
    reader::{Reader, Record},
};
use crate::domain::{Party, Position, PositionIx, Statement, StatementIx, Term, Threshold};

/// What positions refer to.
pub struct Known<'k> {
    pub parties: &'k [Party],
    pub terms: &'k [Term],
    pub statements: &'k [Statement],
}

const POSITION_FIELDS: [&str; 13] = [
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
];

/// Reads the positions: first their ids, since they may replace each other in any order. `None` if one was dropped.
pub fn positions<'a>(reader: &mut Reader<'a>, record: &Record<'a>, known: &Known<'_>) -> Option<Vec<Position>> {
    let pieces = reader.items(record, "positions", MAX_RECORDS);
    let records: Vec<Option<Record<'a>>> =
        pieces.into_iter().map(|piece| reader.record(piece, &POSITION_FIELDS)).collect();
    let mut ids: Vec<String> = Vec::new();
    for record in records.iter().flatten() {
        let id = reader.id(record).unwrap_or_default();
        if ids.contains(&id) {
            reader.error(
                record.at,
                format!("the id \"{id}\" stands in \"positions\" a second time"),
                "Change one of the two",
            );
        }
        ids.push(id);
    }
    let statements: Vec<String> = known.statements.iter().map(|statement| statement.id.clone()).collect();
    let read: Vec<Option<Position>> = records
        .iter()
        .flatten()
        .zip(&ids)
        .map(|(record, id)| position(reader, record, id, known, (&ids, &statements)))
        .collect();
    read.into_iter().collect()
}

fn position<'a>(
    reader: &mut Reader<'a>,
    record: &Record<'a>,
    id: &str,
    known: &Known<'_>,
    (ids, statement_ids): (&[String], &[String]),
) -> Option<Position> {
    let party = reader.needed(record, "party").and_then(|piece| party_ref(reader, piece, known.parties));
    reader.needed(record, "statements");
    let pieces = reader.items(record, "statements", 50);
    let places: Vec<usize> = pieces.iter().map(|piece| piece.at).collect();
    let statements: Vec<StatementIx> =
        refs(reader, pieces, statement_ids, "statement").into_iter().map(StatementIx::at).collect();
    for (statement, at) in statements.iter().zip(&places) {
        let statement = &known.statements[statement.get()];
        if party.is_some_and(|party| party != statement.party) {
            let message = format!("the statement \"{}\" is of another party", statement.id);
            reader.error(*at, message, "A position reads statements of its own party");
        }
    }
    if places.is_empty() {
        reader.error(record.at, format!("position \"{id}\" cites no statement"), "Name at least one statement");
    }
    let about = record.get("about").and_then(|piece| demand::term(reader, piece, known.terms));
    let demand = record.get("demand").and_then(|piece| demand::demand(reader, piece, known.terms));
    if demand.is_some() && record.get("about").is_none() {
        reader.error(
            record.at,
            format!("position \"{id}\" has a demand but no `about`"),
            "Name the term whose cell it marks",
        );
    }
    let strength = reader.choice(record, "strength", "Write RedLine, Opposes, Prefers or Offers");
    let until = reader.date_or_none(record, "until");
    let until_reason = reader.text_or_empty(record, "until_reason", 300);
    let voice = reader.text_or_empty(record, "voice", 80);
    let pieces = reader.items(record, "replaces", 50);
    let replaces = refs(reader, pieces, ids, "position").into_iter().map(PositionIx::at).collect();
    let threshold = reader.value_or(record, "threshold", Threshold::Stated);
    let counts = reader.value_or(record, "counts", true);
    let note = reader.text_or_empty(record, "note", 400);
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
        threshold,
        counts,
        note,
    })
}
