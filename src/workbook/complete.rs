//! A workbook with what it leaves out, taken from the case into which it is read: sheets and columns that it does not have,
//! and rows, unless they are to go. So that what is not said changes nothing.

use super::{
    about::REPEATED,
    book::{Address, Book, Sheet, Value},
    columns::{Known, Row, SHEETS, Table, folded, tables},
    from_dossier::book_of,
};
use crate::{domain::Dossier, wording::workbook as words};

/// The sheets that a quick sheet must see, lest it makes anew what is there.
const SEEN_BY_QUICK: [&str; 3] = ["parties", "terms", "values"];

/// The book with the parties and terms of the case, if it says nothing of them and has a quick sheet.
#[must_use]
pub(super) fn with_lists(book: &Book, own: &Dossier) -> Book {
    let has = |name: &str| book.sheets.iter().any(|sheet| folded(&sheet.name) == name);
    let mut result = book.clone();
    if has("quick") {
        let missing = book_of(own).sheets.into_iter().filter(|sheet| SEEN_BY_QUICK.contains(&&*sheet.name));
        result.sheets.extend(missing.filter(|sheet| !has(&sheet.name)).map(of_the_case));
    }
    result
}

/// The book with everything that it leaves out; rows of a sheet that it has only if `keep`.
#[must_use]
pub(super) fn completed(book: &Book, own: &Dossier, keep: bool) -> Book {
    let found = tables(book, &mut Vec::new());
    let has = |name: &str| book.sheets.iter().any(|sheet| folded(&sheet.name) == name);
    let mut result = Book { sheets: Vec::new(), ..book.clone() };
    let of_own = book_of(own);
    for sheet in &book.sheets {
        let table = found.iter().find(|(_, table)| std::ptr::eq(table.sheet(), sheet));
        let theirs = table.and_then(|(name, table)| {
            let known = SHEETS.into_iter().find(|known| known.name == *name)?;
            Some((known, table, of_own.sheets.iter().find(|own| own.name == *name)?))
        });
        result.sheets.push(match theirs {
            Some((known, table, theirs)) => Completing { known, table, theirs: &theirs.rows(), own }.sheet(keep),
            None => sheet.clone(),
        });
    }
    result.sheets.extend(of_own.sheets.into_iter().filter(|sheet| !has(&sheet.name)).map(of_the_case));
    result
}

/// A sheet whose cells say that they are the case's.
fn of_the_case(mut sheet: Sheet) -> Sheet {
    let name = words::of_the_case(&sheet.name);
    let address = |(row, column): (u32, u32)| Address { sheet: name.clone(), row, column };
    sheet.origins = sheet.cells.keys().map(|at| (*at, address(*at))).collect();
    sheet
}

/// A sheet of the workbook beside that of the case.
struct Completing<'c> {
    known: &'static Known,
    table: &'c Table<'c>,
    /// The rows of the case, heads first.
    theirs: &'c [Vec<String>],
    own: &'c Dossier,
}

/// A row of the completed sheet.
#[derive(Clone, Copy)]
struct Both<'c> {
    /// The workbook's.
    book: Option<Row<'c>>,
    /// The place of the case's, heads counted.
    theirs: Option<usize>,
}

impl<'c> Completing<'c> {
    fn sheet(&self, keep: bool) -> Sheet {
        let mut rows: Vec<Both<'c>> = Vec::new();
        let mut taken = vec![false; self.theirs.len()];
        for row in self.table.rows().filter(|row| !self.is_older(*row)) {
            let theirs = (1..self.theirs.len()).find(|place| !taken[*place] && self.is_same(row, *place));
            theirs.into_iter().for_each(|place| taken[place] = true);
            rows.push(Both { book: Some(row), theirs });
        }
        let is_said = |place: usize| {
            // A field of the case that is not named is not taken back.
            self.known.name == "about" && !REPEATED.contains(&&*self.theirs[place][0])
        };
        for place in (1..self.theirs.len()).filter(|place| !taken[*place] && (keep || is_said(*place))) {
            let before = rows.iter().position(|row| row.theirs == Some(place - 1));
            rows.insert(before.map_or(0, |before| before + 1), Both { book: None, theirs: Some(place) });
        }
        self.written(&rows)
    }

    fn written(&self, rows: &[Both<'c>]) -> Sheet {
        let mut sheet = Sheet { name: self.table.sheet().name.clone(), ..Sheet::default() };
        let heads: Vec<&'static str> = self.known.columns().collect();
        for (place, head) in (0..).zip(&heads) {
            sheet.cells.insert((0, place), Value::Text((*head).to_owned()));
        }
        for (row, both) in (1..).zip(rows) {
            for (column, (place, head)) in (0..).zip(heads.iter().enumerate()) {
                // A source has a publisher; the quick sheet need not name it each time.
                let may_be_empty = self.known.name != "sources" || !self.known.required.contains(head);
                let says = |row: Row<'_>| may_be_empty || both.theirs.is_none() || row.value(head).is_some();
                let has_column = self.table.has(head) && both.book.is_some_and(says);
                let (value, origin) = match (both.book, both.theirs) {
                    (Some(row), _) if has_column => (row.value(head), row.cell(head).at),
                    (_, Some(theirs)) => {
                        let text = self.theirs[theirs].get(place).filter(|text| !text.is_empty());
                        let at = Address {
                            sheet: words::of_the_case(self.known.name),
                            row: u32::try_from(theirs).unwrap_or(0),
                            column,
                        };
                        (text.map(|text| Value::Text(text.clone())), at)
                    }
                    (row, None) => (None, row.map_or_else(|| sheet.address(0, column), |row| row.at())),
                };
                sheet.origins.insert((row, column), origin);
                sheet.cells.extend(value.map(|value| ((row, column), value)));
            }
        }
        sheet
    }

    /// True if it gives a version that the case has left behind.
    fn is_older(&self, row: Row<'_>) -> bool {
        let is_version = self.known.name == "about" && folded(&row.cell("field").text) == "version";
        is_version && row.cell("value").text.parse().is_ok_and(|version: u32| version < self.own.version)
    }

    /// True if a row of the workbook is about the same thing as one of the case.
    fn is_same(&self, row: Row<'_>, theirs: usize) -> bool {
        let theirs = &self.theirs[theirs];
        let (Some(first), Some(second)) = (theirs.first(), theirs.get(1)) else { return false };
        let text = |column| row.cell(column).text;
        match self.known.name {
            "about" => {
                folded(&text("field")) == folded(first)
                    && (!REPEATED.contains(&first.as_str()) || text("value") == *second)
            }
            "values" => self.is_term(&text("term"), first) && self.is_value(&text("value"), second),
            "context" => self.is_term(&text("term"), first) && text("title") == *second,
            _ => text("id") == *first,
        }
    }

    /// A term may be called by its name.
    fn is_term(&self, written: &str, id: &str) -> bool {
        let by_name = |name: &str| folded(name) == folded(written);
        written == id || self.own.terms.iter().any(|term| term.id == id && by_name(&term.name))
    }

    fn is_value(&self, written: &str, id: &str) -> bool {
        let plain = |text: &str| match folded(text).as_str() {
            "true" | "yes" | "1" => "yes".to_owned(),
            "false" | "no" | "0" => "no".to_owned(),
            _ => text.strip_suffix(".0").unwrap_or(text).to_owned(),
        };
        written == id || (matches!(id, "yes" | "no") && plain(written) == id) || plain(written) == *id
    }
}
