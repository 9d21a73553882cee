//! Files out of which a case is made: workbooks, JSON, and cases that were shared.

use std::path::Path;

use serde_json::Value;

use super::{
    Imported,
    book::Book,
    csv::from_csv,
    json::{JsonFile, from_json},
    message::Message,
    spreadsheet::{MAX_BYTES, read},
};
use crate::{
    domain::{Finding, Severity},
    format::{DossierText, parted, read_dossier},
    storage::{TableFiles, TablesError, read_tables, why},
    wording::{
        ProblemText, case, problem_text,
        workbook::{cli as cli_words, json as json_words, too_large},
    },
};

/// What a file holds.
#[derive(Debug)]
pub enum CaseFile {
    /// A workbook.
    Book(Book),
    /// A whole case.
    Case {
        /// The text of its dossier, not yet read.
        text: String,
        /// Its plans: names without `.ron`, and texts.
        plans: Vec<(String, String)>,
        /// True if the texts are the author's own, and not made out of JSON.
        is_as_written: bool,
    },
    /// A list of sources.
    Sources(Vec<Value>),
}

/// Reads a workbook, a CSV file or a folder of them, a case as JSON or as one `.ron` file, or a list of sources.
///
/// # Errors
/// What is wrong with the file as a whole.
pub fn open(path: &Path) -> Result<CaseFile, String> {
    let shown = path.to_string_lossy();
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match read_tables(path, MAX_BYTES) {
        Ok(TableFiles::One(bytes)) => match ending.as_str() {
            "json" => text(bytes).and_then(|text| from_json(&text)).map(|file| match file {
                JsonFile::Case(text, plans) => CaseFile::Case { text, plans, is_as_written: false },
                JsonFile::Sources(items) => CaseFile::Sources(items),
            }),
            "ron" => text(bytes).map(|text| {
                let (text, plans) = parted(&text).unwrap_or((text, Vec::new()));
                CaseFile::Case { text, plans, is_as_written: true }
            }),
            _ => read(&bytes).map(CaseFile::Book),
        },
        Ok(TableFiles::Csv(files)) => from_csv(&files).map(CaseFile::Book),
        Err(TablesError::Cannot(error)) => Err(why(&error)),
        Err(TablesError::TooLarge) => Err(too_large(MAX_BYTES)),
        Err(TablesError::NoCsv) => return Err(cli_words::no_csv(&shown)),
    }
    .map_err(|message| cli_words::cannot_read(&shown, &message))
}

fn text(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|_not_text| json_words::NO_TEXT.to_owned())
}

/// The text of a dossier as something that was imported: each problem with the record in which it stands.
#[must_use]
pub fn of_text(text: String) -> Imported {
    let places = DossierText::new(text.clone());
    let message = |problem: Finding| {
        let ProblemText { message, hint } = problem_text(&problem);
        let severity = problem.severity;
        let at = places.as_ref().and_then(|places| places.spot(places.placed(problem).at?));
        let place = at.map(|spot| case::place(&spot.field, spot.item, spot.inner.as_deref()) + " ");
        Message { severity, at: None, message: place.unwrap_or_default() + &message, hint }
    };
    match read_dossier(&text) {
        Ok(mut file) => {
            let warnings = std::mem::take(&mut file.warnings);
            Imported { text, messages: warnings.into_iter().map(message).collect(), dossier: Some(file) }
        }
        Err(problems) => {
            let mut messages: Vec<Message> = problems.into_iter().map(message).collect();
            messages.sort_by_key(|message| message.severity as u8);
            debug_assert!(messages.iter().any(|message| message.severity == Severity::Error));
            Imported { text, dossier: None, messages }
        }
    }
}
