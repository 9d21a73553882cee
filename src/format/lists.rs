//! Lists of records, and the references from one list into another.
//!
//! A fault is one problem: what refers to a record that was left out for a fault of its own is not reported as well.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::IgnoredAny;

use super::{
    reader::{List, Reader, Record},
    tree::Piece,
};
use crate::domain::{FieldFault, Party, Rule, Source, Statement, Term, Wanted};

pub(super) const PARTIES: List = List { name: "parties", one: "party" };
pub(super) const TERMS: List = List { name: "terms", one: "term" };
pub(super) const SOURCES: List = List { name: "sources", one: "source" };
pub(super) const STATEMENTS: List = List { name: "statements", one: "statement" };
pub(super) const POSITIONS: List = List { name: "positions", one: "position" };
pub(super) const RULES: List = List { name: "rules", one: "rule" };

/// The id of a record that may have other faults.
pub(super) fn id_of(piece: Piece<'_>) -> Option<String> {
    let fields = piece.fields().ok()?;
    fields.into_iter().find(|(name, _)| name == "id").and_then(|(_, piece)| piece.read().ok())
}

/// Notes that a list is missing or empty that must have entries.
pub(super) fn some_of<'a>(reader: &mut Reader<'a>, record: &Record<'a>, list: List) {
    match reader.needed(record, list.name) {
        None => reader.drop_record(list, None),
        Some(piece) if piece.items().is_ok_and(|items| items.is_empty()) => {
            reader.error(piece.at, FieldFault::EmptyList { list: list.name, one: list.one });
            reader.drop_record(list, None);
        }
        Some(_) => {}
    }
}

/// The entries of a list of records. If not all of them are read, references into it are not judged.
pub(super) fn list_of<'a>(reader: &mut Reader<'a>, record: &Record<'a>, list: List, limit: usize) -> Vec<Piece<'a>> {
    let Some(piece) = record.get(list.name) else { return Vec::new() };
    let n_before = reader.n_problems();
    let pieces = reader.items_in(piece, list.name, limit).unwrap_or_default();
    if reader.n_problems() > n_before {
        reader.drop_record(list, None);
    }
    pieces
}

/// Notes that an id stands in a list a second time.
pub(super) fn second_time(reader: &mut Reader<'_>, at: usize, list: List, id: &str) {
    reader.error(at, FieldFault::IdTwice { list: list.name, id: id.to_owned() });
}

/// Notes what keeps the plans inside a dossier from being taken out; each is read by itself then.
pub(super) fn check_plans<'a>(reader: &mut Reader<'a>, record: &Record<'a>) {
    let Some(piece) = record.get("plans") else { return };
    let entries = piece.entries().map_err(|error| reader.unreadable(&error, Wanted::Plans)).unwrap_or_default();
    for (name, plan) in entries {
        reader.string(name, Wanted::Plans);
        if let Err(error) = plan.read::<IgnoredAny>() {
            reader.unreadable(&error, Wanted::Plans);
        }
    }
}

/// Reads a list of records and notes ids that stand there twice. A record with a fault is left out and remembered.
pub(super) fn gather<'a, T: HasId>(
    reader: &mut Reader<'a>,
    record: &Record<'a>,
    list: List,
    limit: usize,
    mut read: impl FnMut(&mut Reader<'a>, Piece<'a>) -> Option<T>,
) -> Vec<T> {
    let mut seen = BTreeSet::new();
    let mut things = Vec::new();
    for piece in list_of(reader, record, list, limit) {
        let Some(thing) = read(reader, piece) else {
            reader.drop_record(list, id_of(piece));
            continue;
        };
        if !seen.insert(thing.id().to_owned()) {
            second_time(reader, piece.at, list, thing.id());
        }
        things.push(thing);
    }
    things
}

/// A record with an id.
pub(super) trait HasId {
    /// It.
    fn id(&self) -> &str;
}

macro_rules! has_id {
    ($($type:ty),*) => {
        $(impl HasId for $type {
            fn id(&self) -> &str {
                &self.id
            }
        })*
    };
}

has_id!(Party, Rule, Source, Statement, Term);

/// The ids of a list, and where each stands in it.
pub(super) struct Ids<'i> {
    list: List,
    /// In the order of the list.
    ids: Vec<&'i str>,
    places: BTreeMap<&'i str, usize>,
}

impl<'i> Ids<'i> {
    /// The ids of `list`. Of two that are the same the first is meant.
    pub(super) fn new(list: List, ids: impl Iterator<Item = &'i str>) -> Self {
        let ids: Vec<&str> = ids.collect();
        let places = ids.iter().enumerate().rev().map(|(place, id)| (*id, place)).collect();
        Self { list, ids, places }
    }

    /// The ids of a list of records.
    pub(super) fn of(list: List, records: &'i [impl HasId]) -> Self {
        Self::new(list, records.iter().map(HasId::id))
    }

    /// The place of the record that a piece names.
    pub(super) fn one<'a>(&self, reader: &mut Reader<'a>, piece: Piece<'a>) -> Option<usize> {
        let wanted = if self.list == TERMS { Wanted::TermId } else { Wanted::Id };
        let id = reader.words(piece, wanted)?;
        let place = self.places.get(&*id).copied();
        if place.is_none() && !reader.is_dropped(self.list, &id) {
            let near = reader.near(&id, self.ids.iter().copied());
            reader.error(piece.at, FieldFault::NoSuch { one: self.list.one, id: id.into_owned(), near });
        }
        place
    }

    /// The places of the records that these pieces name, each with where it is named.
    pub(super) fn all<'a>(&self, reader: &mut Reader<'a>, pieces: Vec<Piece<'a>>) -> Vec<(usize, usize)> {
        pieces.into_iter().filter_map(|piece| Some((self.one(reader, piece)?, piece.at))).collect()
    }
}
