//! The bytes of a workbook, of a CSV file, or of a folder of them.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// What was read.
#[derive(Debug)]
pub(crate) enum TableFiles {
    /// One file that is no CSV.
    One(Vec<u8>),
    /// CSV files: names without `.csv`, and bytes.
    Csv(Vec<(String, Vec<u8>)>),
}

/// Why nothing was read.
#[derive(Debug)]
pub(crate) enum TablesError {
    /// The system says why.
    Cannot(io::Error),
    /// A file is larger than was allowed.
    TooLarge,
    /// The folder has no CSV file.
    NoCsv,
}

/// Reads a file, or all CSV files of a folder, A to Z; none may have more than `limit` bytes.
///
/// # Errors
/// [`TablesError`].
pub(crate) fn read_tables(path: &Path, limit: usize) -> Result<TableFiles, TablesError> {
    let stem = |path: &Path| path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let is_csv = |path: &Path| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    if path.is_dir() {
        let entries = fs::read_dir(path).map_err(TablesError::Cannot)?;
        let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        files.retain(|file| is_csv(file));
        files.sort();
        if files.is_empty() {
            return Err(TablesError::NoCsv);
        }
        let read = |file: &PathBuf| Ok((stem(file), limited(file, limit)?));
        return files.iter().map(read).collect::<Result<_, _>>().map(TableFiles::Csv);
    }
    let bytes = limited(path, limit)?;
    Ok(if is_csv(path) { TableFiles::Csv(vec![(stem(path), bytes)]) } else { TableFiles::One(bytes) })
}

fn limited(path: &Path, limit: usize) -> Result<Vec<u8>, TablesError> {
    super::no_pipe(path).map_err(TablesError::Cannot)?;
    if fs::metadata(path).map_err(TablesError::Cannot)?.len() > limit as u64 {
        return Err(TablesError::TooLarge);
    }
    fs::read(path).map_err(TablesError::Cannot)
}
