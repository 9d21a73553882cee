//! The sheets and columns of a workbook, and the rows that are read from them.

use std::collections::BTreeMap;

use super::{
    book::{Address, Book, Sheet, Value},
    message::{Message, did_you_mean},
};
use crate::{domain::Near, format::near, wording::workbook as words};

/// A sheet that is known.
#[derive(Debug)]
pub(super) struct Known {
    /// Its name.
    pub name: &'static str,
    /// Columns without which nothing can be read.
    pub required: &'static [&'static str],
    /// Columns that may be absent.
    pub optional: &'static [&'static str],
}

impl Known {
    /// All its columns, required ones first.
    pub(super) fn columns(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.required.iter().chain(self.optional).copied()
    }
}

/// Everything about the case as a whole: one field a row.
pub(super) const ABOUT: Known = Known { name: "about", required: &["field", "value"], optional: &[] };
/// One party a row.
pub(super) const PARTIES: Known =
    Known { name: "parties", required: &["id", "code", "name", "role"], optional: &["also", "body", "reason", "note"] };
/// One term a row.
pub(super) const TERMS: Known = Known {
    name: "terms",
    required: &["id", "name", "question", "kind"],
    optional: &["group", "glossary", "from", "to", "step", "unit_one", "unit_many", "since"],
};
/// One value of a term a row.
pub(super) const VALUES: Known = Known {
    name: "values",
    required: &["term", "value", "name"],
    optional: &["long_name", "meaning", "since", "place"],
};
/// One statement a row.
pub(super) const STATEMENTS: Known = Known {
    name: "statements",
    required: &["id", "party", "speaker", "said", "short", "source"],
    optional: &["office", "published", "long", "quote", "quote_language", "channel", "unverified", "caveat"],
};
/// One position a row.
pub(super) const POSITIONS: Known = Known {
    name: "positions",
    required: &["id", "party", "statements", "term", "operator", "values", "strength"],
    optional: &[
        "until",
        "until_reason",
        "voice",
        "replaces",
        "threshold",
        "counts",
        "note",
        "because",
        "basis",
        "coder_1",
        "coder_2",
        "coder_3",
        "coder_4",
        "coder_5",
        "coder_6",
        "coder_7",
        "coder_8",
        "coder_9",
        "decision",
    ],
};
/// One source a row.
pub(super) const SOURCES: Known = Known {
    name: "sources",
    required: &["id", "publisher", "url"],
    optional: &["title", "date", "kind", "read", "note"],
};
/// One rule a row.
pub(super) const RULES: Known = Known { name: "rules", required: &["id", "demand", "reason"], optional: &[] };
/// One fact beside a term a row.
pub(super) const CONTEXT: Known =
    Known { name: "context", required: &["term", "title", "text"], optional: &["source"] };
/// Statement, position and source in one row.
pub(super) const QUICK: Known = Known {
    name: "quick",
    required: &["party", "term", "operator", "values", "strength", "words", "speaker", "said"],
    optional: &["office", "publisher", "url", "id"],
};

/// In the order in which a workbook shows them.
pub(super) const SHEETS: [&Known; 10] =
    [&ABOUT, &PARTIES, &TERMS, &VALUES, &STATEMENTS, &POSITIONS, &SOURCES, &RULES, &CONTEXT, &QUICK];
/// Sheets that are never read.
pub(super) const IGNORED: [&str; 2] = ["read me", "lists"];

/// The rows of a known sheet.
#[derive(Debug)]
pub(super) struct Table<'b> {
    sheet: &'b Sheet,
    columns: BTreeMap<&'static str, u32>,
    /// The rows that hold something under a known column, top down.
    pub rows: Vec<u32>,
}

/// One row of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'t> {
    table: &'t Table<'t>,
    row: u32,
}

/// What a cell says and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    /// Its text, without blanks around it.
    pub text: String,
    /// Where it is; for a missing cell where it would be.
    pub at: Address,
    /// Its column.
    pub column: &'static str,
    /// True if the spreadsheet holds a number there.
    pub is_number: bool,
    /// True if the spreadsheet holds a date there.
    pub is_day: bool,
}

impl<'b> Table<'b> {
    /// The sheet of which it is read.
    pub(super) fn sheet(&self) -> &'b Sheet {
        self.sheet
    }

    /// Where the sheet has this column.
    pub(super) fn place(&self, column: &str) -> Option<u32> {
        self.columns.get(column).copied()
    }

    /// True if the sheet has this column.
    pub(super) fn has(&self, column: &str) -> bool {
        self.columns.contains_key(column)
    }

    /// The rows, from the top.
    pub(super) fn rows(&'b self) -> impl Iterator<Item = Row<'b>> {
        self.rows.iter().map(|row| Row { table: self, row: *row })
    }
}

impl Row<'_> {
    /// The cell of a column; empty if the column or the text is missing.
    #[must_use]
    pub(super) fn cell(&self, column: &'static str) -> Cell {
        let place = self.table.columns.get(column).copied();
        let value = place.and_then(|place| self.table.sheet.cells.get(&(self.row, place)));
        let text = value.map_or_else(String::new, |value| value.to_text().trim().to_owned());
        Cell {
            text,
            at: self.table.sheet.address(self.row, place.unwrap_or(0)),
            column,
            is_number: matches!(value, Some(Value::Number(_))),
            is_day: matches!(value, Some(Value::Day(_))),
        }
    }

    /// What a column holds in this row.
    #[must_use]
    pub(super) fn value(&self, column: &str) -> Option<Value> {
        let place = self.table.columns.get(column)?;
        self.table.sheet.cells.get(&(self.row, *place)).cloned()
    }

    /// The address of the row's first cell.
    #[must_use]
    pub(super) fn at(&self) -> Address {
        self.table.sheet.address(self.row, 0)
    }
}

impl Cell {
    /// Its parts, if it holds a list: separated by `;` or by line breaks.
    #[must_use]
    pub(super) fn list(&self) -> Vec<&str> {
        self.text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect()
    }
}

/// Small letters without blanks, `_` and `-`.
#[must_use]
pub(super) fn folded(name: &str) -> String {
    let is_kept = |letter: &char| !letter.is_whitespace() && !matches!(letter, '_' | '-');
    name.chars().filter(is_kept).flat_map(char::to_lowercase).collect()
}

/// Finds the known sheets of a book; what is not known is told.
pub(super) fn tables<'b>(book: &'b Book, messages: &mut Vec<Message>) -> BTreeMap<&'static str, Table<'b>> {
    let mut found = BTreeMap::new();
    for sheet in &book.sheets {
        let name = folded(&sheet.name);
        let is_own = sheet.name.starts_with('_') || IGNORED.iter().any(|ignored| folded(ignored) == name);
        if is_own || sheet.cells.is_empty() {
            continue;
        }
        let Some(known) = known(&sheet.name) else {
            let names = SHEETS.map(|known| known.name);
            let hint = words::kept_out(&did_you_mean(&name, names));
            messages.push(Message::warning(None, words::unknown_sheet(&sheet.name), hint));
            continue;
        };
        if let Some(table) = table(sheet, known, messages)
            && found.insert(known.name, table).is_some()
        {
            messages.push(Message::error(None, words::two_sheets(known.name), words::TWO_SHEETS_HINT));
        }
    }
    found
}

/// True if nothing is read of a sheet but that it is there.
pub(super) fn is_left_out(sheet: &str) -> bool {
    sheet.starts_with('_') || known(sheet).is_none()
}

/// The sheet of this name, however it is spelt.
pub(super) fn known(sheet: &str) -> Option<&'static Known> {
    SHEETS.into_iter().find(|known| folded(known.name) == folded(sheet))
}

/// Sheets that were left out and are called nearly as one that the book does not have.
pub(super) fn misspelt(book: &Book) -> Vec<&str> {
    let is_there = |name: &str| book.sheets.iter().any(|sheet| folded(&sheet.name) == name);
    let absent: Vec<&str> = SHEETS.map(|known| known.name).into_iter().filter(|name| !is_there(name)).collect();
    let names = book.sheets.iter().map(|sheet| sheet.name.as_str());
    names
        .filter(|name| known(name).is_none() && !name.starts_with('_'))
        .filter(|name| matches!(near(&folded(name), absent.iter().copied()), Near::Nearest(_)))
        .collect()
}

/// Where the columns stand that are known; what is wrong with the others is told.
fn head_columns(
    sheet: &Sheet,
    known: &'static Known,
    head: u32,
    messages: &mut Vec<Message>,
) -> BTreeMap<&'static str, u32> {
    let mut columns = BTreeMap::new();
    for ((_, place), value) in sheet.cells.range((head, 0)..=(head, u32::MAX)) {
        let (written, at) = (value.to_text(), sheet.address(head, *place));
        let name = folded(&written);
        match known.columns().find(|column| folded(column) == name) {
            Some(column) if columns.contains_key(column) => {
                messages.push(Message::error(Some(at), words::two_columns(column), words::TWO_COLUMNS_HINT));
            }
            Some(column) => {
                columns.insert(column, *place);
            }
            None if written.trim_start().starts_with('_') => {}
            None => {
                let names: Vec<&str> = known.columns().collect();
                let hint = words::kept_out(&did_you_mean(&name, names));
                messages.push(Message::warning(Some(at), words::unknown_column(&written), hint));
            }
        }
    }
    columns
}

fn table<'b>(sheet: &'b Sheet, known: &'static Known, messages: &mut Vec<Message>) -> Option<Table<'b>> {
    let head = sheet.cells.keys().next()?.0;
    let columns = head_columns(sheet, known, head, messages);
    let missing: Vec<&str> = known.required.iter().copied().filter(|name| !columns.contains_key(name)).collect();
    if !missing.is_empty() {
        let at = sheet.address(head, 0);
        messages.push(Message::error(Some(at), words::missing_columns(&missing), words::MISSING_COLUMNS_HINT));
        return None;
    }
    let is_known = |column: &u32| columns.values().any(|known| known == column);
    let mut rows: Vec<u32> = Vec::new();
    for ((row, column), value) in sheet.cells.range((head + 1, 0)..) {
        match value {
            Value::Error(error) if is_known(column) => messages.push(Message::error(
                Some(sheet.address(*row, *column)),
                words::cell_error(error),
                words::CELL_ERROR_HINT,
            )),
            Value::NoValue if is_known(column) => messages.push(Message::error(
                Some(sheet.address(*row, *column)),
                words::FORMULA_WITHOUT_VALUE,
                words::FORMULA_WITHOUT_VALUE_HINT,
            )),
            Value::Text(_) if !is_known(column) && !sheet.cells.contains_key(&(head, *column)) => {
                messages.push(Message::warning(
                    Some(sheet.address(*row, *column)),
                    words::NO_HEAD,
                    words::NO_HEAD_HINT,
                ));
            }
            _ => {}
        }
        if is_known(column) && rows.last() != Some(row) {
            rows.push(*row);
        }
    }
    if known.name == QUICK.name {
        // No party, term or day is made of "#REF!": such a row is told, and nothing else hangs on it.
        let is_broken = |row: &u32| {
            let mut cells = sheet.cells.range((*row, 0)..=(*row, u32::MAX));
            cells.any(|((_, column), value)| is_known(column) && matches!(value, Value::Error(_) | Value::NoValue))
        };
        rows.retain(|row| !is_broken(row));
    }
    Some(Table { sheet, columns, rows })
}

/// The cell in the row of this address in which a field of the record is to be filled in.
pub(super) fn cell_of(tables: &BTreeMap<&'static str, Table<'_>>, at: &Address, field: &str) -> Option<Cell> {
    let (name, table) = tables.iter().find(|(_, table)| table.sheet.name == at.sheet)?;
    // Its words are what was said, and what makes it a red line.
    let field = if *name == QUICK.name && matches!(field, "short" | "because") { "words" } else { field };
    let (column, _) = table.columns.get_key_value(field)?;
    table.rows().find(|row| row.row == at.row).map(|row| row.cell(column))
}
