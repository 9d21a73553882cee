//! Ids for the rows of a quick sheet that has none, where it is read into a case: a row that says what a statement of the case
//! says is that statement, wherever it stands now, so that a row put in between makes one statement and changes no other.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    book::{Book, Value},
    choices,
    columns::{Row, Table, folded, tables},
};
use crate::domain::{Dossier, Statement, id_from};

/// The book with an id in every row of its quick sheet.
#[must_use]
pub(super) fn with_ids(book: &Book, own: &Dossier) -> Book {
    let found = tables(book, &mut Vec::new());
    let Some(quick) = found.get("quick") else { return book.clone() };
    let ids = ids(quick, own);
    let mut result = book.clone();
    let Some(sheet) = result.sheets.iter_mut().find(|sheet| folded(&sheet.name) == "quick") else { return result };
    let Some(head) = sheet.cells.keys().next().map(|(row, _)| *row) else { return result };
    let column = quick.place("id").unwrap_or_else(|| {
        let last = sheet.cells.keys().map(|(_, column)| *column).max().unwrap_or(0);
        sheet.cells.insert((head, last + 1), Value::Text("id".to_owned()));
        last + 1
    });
    for (row, id) in quick.rows.iter().zip(ids) {
        sheet.cells.insert((*row, column), Value::Text(id));
    }
    result
}

/// The ids of all rows, top down: as written; of the statement that says the same; of the one that was made from the row of
/// this place, if nothing else is it; else the next that is free.
fn ids(quick: &Table<'_>, own: &Dossier) -> Vec<String> {
    let rows: Vec<Row<'_>> = quick.rows().collect();
    let mut ids: Vec<String> = rows.iter().map(|row| row.cell("id").text).collect();
    let mut taken: BTreeSet<String> = ids.iter().filter(|id| !id.is_empty()).cloned().collect();
    for (row, id) in rows.iter().zip(&mut ids).filter(|(_, id)| id.is_empty()) {
        let same = own.statements.iter().find(|of| !taken.contains(&of.id) && says(of, *row));
        id.clone_from(&same.map_or_else(String::new, |same| same.id.clone()));
        taken.extend(same.map(|same| same.id.clone()));
    }
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (row, id) in rows.iter().zip(&mut ids) {
        if !row.cell("id").text.is_empty() {
            continue;
        }
        let party = id_from(&row.cell("party").text);
        let place = places.entry(party.clone()).or_default();
        *place += 1;
        if id.is_empty() {
            let is_own =
                |id: &str| own.statements.iter().any(|of| of.id == id) || own.positions.iter().any(|of| of.id == id);
            let made = format!("{party}-{place:02}");
            let further = (1_usize..).map(|number| format!("{party}-{number:02}")).filter(|id| !is_own(id));
            let mut ids = std::iter::once(made).chain(further);
            *id = ids.find(|id| !taken.contains(id)).unwrap_or_default();
            taken.insert(id.clone());
        }
    }
    ids
}

/// True if a row says what a statement says: the same words by the same speaker on the same day.
fn says(statement: &Statement, row: Row<'_>) -> bool {
    let text = |column| row.cell(column).text;
    let said = choices::day(&row.cell("said"), &mut Vec::new());
    statement.short == text("words")
        && statement.speaker == text("speaker")
        && said.is_some_and(|said| said == statement.said.to_string())
}
