//! A workbook as plain cells, whatever kind of file it came from.

use std::{collections::BTreeMap, fmt};

/// Sheets in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Book {
    /// The sheets.
    pub sheets: Vec<Sheet>,
    /// True if it holds macros, of which nothing is read.
    pub has_macros: bool,
}

/// One sheet: the cells that hold something, by row and column, counted from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name as the tab shows it.
    pub name: String,
    /// Row and column of each cell that holds something.
    pub cells: BTreeMap<(u32, u32), Value>,
    /// Where cells come from that were put here from another sheet.
    pub origins: BTreeMap<(u32, u32), Address>,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text as it was typed.
    Text(String),
    /// A number.
    Number(f64),
    /// True or false.
    Bool(bool),
    /// A cell that the spreadsheet takes for a date, as year, month and day.
    Day(String),
    /// A formula that went wrong, such as "#REF!".
    Error(String),
    /// A formula whose value was not stored.
    NoValue,
}

/// Where a cell is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    /// Name of the sheet.
    pub sheet: String,
    /// Row, counted from 0.
    pub row: u32,
    /// Column, counted from 0.
    pub column: u32,
}

impl fmt::Display for Address {
    /// "positions F17", as a spreadsheet names it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}{}", self.sheet, letters(self.column), u64::from(self.row) + 1)
    }
}

/// A, B … Z, AA: a column as a spreadsheet names it, counted from 0.
#[must_use]
pub(super) fn letters(column: u32) -> String {
    let mut rest = u64::from(column) + 1;
    let mut name = Vec::new();
    while rest > 0 {
        rest -= 1;
        name.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    name.iter().rev().collect()
}

impl Sheet {
    /// A sheet of texts, row by row; empty texts are no cells.
    #[must_use]
    pub fn of_rows(name: &str, rows: impl IntoIterator<Item = Vec<String>>) -> Self {
        let mut cells = BTreeMap::new();
        for (row, texts) in (0..).zip(rows) {
            for (column, text) in (0..).zip(texts) {
                if !text.is_empty() {
                    cells.insert((row, column), Value::Text(text));
                }
            }
        }
        Self { name: name.to_owned(), cells, origins: BTreeMap::new() }
    }

    /// The address of one of its cells, or of what was put there.
    #[must_use]
    pub fn address(&self, row: u32, column: u32) -> Address {
        let of_row = || self.origins.range((row, 0)..=(row, u32::MAX)).next();
        if let Some(origin) = self.origins.get(&(row, column)).or_else(|| of_row().map(|(_, origin)| origin)) {
            return origin.clone();
        }
        Address { sheet: self.name.clone(), row, column }
    }

    /// The texts of all rows down to the last that holds something, each as wide as the widest.
    #[must_use]
    pub fn rows(&self) -> Vec<Vec<String>> {
        let height = self.cells.keys().map(|(row, _)| row + 1).max().unwrap_or(0);
        let width = self.cells.keys().map(|(_, column)| column + 1).max().unwrap_or(0);
        let text = |row, column| self.cells.get(&(row, column)).map_or_else(String::new, Value::to_text);
        (0..height).map(|row| (0..width).map(|column| text(row, column)).collect()).collect()
    }
}

impl Value {
    /// What the cell says, as text: a whole number without a point, true and false as yes and no.
    #[must_use]
    pub fn to_text(&self) -> String {
        match self {
            Self::Text(text) | Self::Day(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Bool(value) => if *value { "yes" } else { "no" }.to_owned(),
            Self::NoValue => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        let names: Vec<String> = [0, 5, 25, 26, 51, 52, 701, 702, 16_383].into_iter().map(letters).collect();
        assert_eq!(names, ["A", "F", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
        let place = Address { sheet: "positions".to_owned(), row: 16, column: 5 };
        assert_eq!(place.to_string(), "positions F17");
    }
}
