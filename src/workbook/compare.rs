//! What differs between two dossiers, by the cells that a workbook has for them.

use std::collections::{BTreeMap, BTreeSet};

use super::{book::Sheet, from_dossier::book_of};
use crate::domain::{ChangeKind, Dossier, FieldChange, RecordChange};

/// Columns of which one says what a record is called, by the first that a sheet has.
const NAMES: [&str; 5] = ["name", "short", "publisher", "title", "reason"];

/// Everything that is not the same, sheet by sheet: first what is new or changed, in the order of `after`, then what is gone.
#[must_use]
pub fn changes(before: &Dossier, after: &Dossier) -> Vec<RecordChange> {
    let (before, after) = (book_of(before), book_of(after));
    before.sheets.iter().zip(&after.sheets).flat_map(|(before, after)| of_sheet(before, after)).collect()
}

/// A record: its id, and its texts by column.
struct Row {
    id: String,
    texts: Vec<String>,
}

/// The heads of a sheet, and its rows.
fn rows(sheet: &Sheet) -> (Vec<&'static str>, Vec<Row>) {
    let known = super::columns::SHEETS.into_iter().find(|known| known.name == sheet.name);
    let heads: Vec<&'static str> = known.map(|known| known.columns().collect()).unwrap_or_default();
    let key = |texts: &[String]| match (sheet.name.as_str(), texts) {
        // A value or a fact has a name of its own only within its term.
        ("values" | "context", [term, name, ..]) => format!("{term}: {name}"),
        (_, [id, ..]) => id.clone(),
        (_, []) => String::new(),
    };
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let rows = sheet.rows().into_iter().skip(1).map(|mut texts| {
        texts.resize(heads.len(), String::new());
        let id = key(&texts);
        let nth = times.entry(id.clone()).and_modify(|n| *n += 1).or_insert(1);
        // Notes and other spellings may repeat.
        let id = if *nth == 1 { id } else { format!("{id} {nth}") };
        Row { id, texts }
    });
    // The case keeps its own id, whatever the workbook says.
    let rows = rows.filter(|row| sheet.name != "about" || row.id != "id").collect();
    (heads, rows)
}

fn of_sheet(before: &Sheet, after: &Sheet) -> Vec<RecordChange> {
    let ((heads, old), (_, new)) = (rows(before), rows(after));
    let list = super::columns::SHEETS.into_iter().find(|known| known.name == after.name).map_or("", |known| known.name);
    let named = |row: &Row| {
        let column = NAMES.iter().find_map(|name| heads.iter().position(|head| head == name));
        let value = if list == "about" { heads.iter().position(|head| *head == "value") } else { column };
        value.map_or_else(String::new, |column| row.texts[column].clone())
    };
    let record = |row: &Row, kind, fields| RecordChange { list, id: row.id.clone(), name: named(row), kind, fields };
    let of_old: BTreeMap<&str, &Row> = old.iter().map(|row| (row.id.as_str(), row)).collect();
    let mut found = Vec::new();
    for row in &new {
        let Some(known) = of_old.get(row.id.as_str()) else {
            found.push(record(row, ChangeKind::New, Vec::new()));
            continue;
        };
        let differing = heads.iter().zip(known.texts.iter().zip(&row.texts)).filter(|(_, (old, new))| old != new);
        let fields: Vec<FieldChange> = differing
            .map(|(column, (old, new))| FieldChange { column, before: old.clone(), after: new.clone() })
            .collect();
        if !fields.is_empty() {
            found.push(record(row, ChangeKind::Changed, fields));
        }
    }
    let of_new: BTreeSet<&str> = new.iter().map(|row| row.id.as_str()).collect();
    let (kept, gone): (Vec<&Row>, Vec<&Row>) = old.iter().partition(|row| of_new.contains(row.id.as_str()));
    found.extend(gone.into_iter().map(|row| record(row, ChangeKind::Gone, Vec::new())));
    let in_both = new.iter().filter(|row| of_old.contains_key(row.id.as_str()));
    if list != "about" && !kept.iter().map(|row| &row.id).eq(in_both.map(|row| &row.id)) {
        let (id, name) = (String::new(), String::new());
        found.push(RecordChange { list, id, name, kind: ChangeKind::Moved, fields: Vec::new() });
    }
    found
}
