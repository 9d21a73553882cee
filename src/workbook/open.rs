//! Workbooks from their files.

use std::path::Path;

use super::{
    book::Book,
    csv::from_csv,
    spreadsheet::{MAX_BYTES, read},
};
use crate::{
    storage::{TableFiles, TablesError, read_tables, why},
    wording::workbook::{cli as cli_words, too_large},
};

/// The cells of a workbook, of a CSV file or of a folder of them.
///
/// # Errors
/// What is wrong with the file as a whole.
pub fn open(path: &Path) -> Result<Book, String> {
    let shown = path.to_string_lossy();
    match read_tables(path, MAX_BYTES) {
        Ok(TableFiles::One(bytes)) => read(&bytes),
        Ok(TableFiles::Csv(files)) => from_csv(&files),
        Err(TablesError::Cannot(error)) => Err(why(&error)),
        Err(TablesError::TooLarge) => Err(too_large(MAX_BYTES)),
        Err(TablesError::NoCsv) => return Err(cli_words::no_csv(&shown)),
    }
    .map_err(|message| cli_words::cannot_read(&shown, &message))
}
