//! How much of a workbook may still be read.

use super::columns::known;
use crate::wording::workbook as words;

/// The most that its parts may hold when unpacked, in bytes.
pub(super) const MAX_UNPACKED: u64 = 100_000_000;
/// The most cells that are read.
const MAX_CELLS: usize = 1_000_000;

/// The most rows of a sheet that the program reads: no list of a dossier is longer, but those of values and facts.
const MAX_ROWS: usize = 6_000;
/// The most rows of these two.
const MAX_ROWS_OF_TERMS: usize = 60_000;

/// The rows of a sheet that may still be read. Those of a sheet that is not known cost nothing.
pub(super) struct RowsLeft {
    name: String,
    most: usize,
    n: usize,
    last: Option<u32>,
}

impl RowsLeft {
    /// Of the sheet of this name; one by itself is a quick sheet, whatever it is called.
    pub(super) fn of(name: &str, is_alone: bool) -> Self {
        let most = match known(name).map(|known| known.name) {
            Some("values" | "context") => MAX_ROWS_OF_TERMS,
            Some(_) => MAX_ROWS,
            None if is_alone => MAX_ROWS,
            None => usize::MAX,
        };
        Self { name: name.to_owned(), most, n: 0, last: None }
    }

    /// A cell of this row.
    pub(super) fn take(&mut self, row: u32) -> Result<(), String> {
        let is_new = self.last.replace(row) != Some(row);
        self.add(usize::from(is_new))
    }

    /// So many rows more.
    pub(super) fn add(&mut self, n: usize) -> Result<(), String> {
        self.n = self.n.saturating_add(n);
        if self.n > self.most { Err(words::too_many_rows(&self.name, self.most)) } else { Ok(()) }
    }
}

/// The cells that may still be read.
pub(super) struct CellsLeft(usize);

impl CellsLeft {
    pub(super) fn all() -> Self {
        Self(MAX_CELLS)
    }

    /// One less.
    pub(super) fn take(&mut self) -> Result<(), String> {
        self.0 = self.0.checked_sub(1).ok_or_else(|| words::too_many_cells(MAX_CELLS))?;
        Ok(())
    }
}
