//! A dossier as a workbook: sheets and columns for people who do not program.
//!
//! A file becomes plain cells ([`Book`]), known sheets become the text of a dossier in which each line remembers its cell,
//! and that text is read by the one reader of dossiers. So a workbook is held to the same rules as any other dossier, and
//! each problem is told with sheet, row and column. The other way round a dossier becomes a book, and a book a file.
//! `docs/workbook.md` has the sheets, the columns and the grammar of formulas.

mod about;
mod ahead;
mod book;
mod choices;
mod columns;
mod compare;
mod complete;
mod csl;
mod csv;
mod formula;
mod from_dossier;
mod incoming;
mod json;
mod left;
mod lines;
mod merge;
mod message;
mod names;
mod open;
mod quick;
mod quick_ids;
mod records;
mod spreadsheet;
mod whole_xml;
mod xlsx;

pub use book::{Address, Book, Sheet, Value};
pub use compare::changes;
pub use csl::{from_csl, to_csl};
pub use csv::{from_csv, to_csv};
pub use formula::parse as parse_formula;
pub use from_dossier::book_of;
pub use incoming::look;
pub use json::{JsonFile, from_json, to_json};
pub use merge::merged;
pub use message::{Message, MessageJson};
pub use open::{CaseFile, of_text, open};
pub use spreadsheet::{MAX_BYTES, read};
pub use xlsx::write;

use crate::{
    domain::{Dossier, Severity},
    format::{DossierFile, read_dossier},
    wording::{ProblemText, workbook as words},
};

/// What became of a workbook.
#[derive(Debug)]
pub struct Imported {
    /// The text of `dossier.ron`; not sound if there are errors.
    pub text: String,
    /// The dossier, if nothing is wrong.
    pub dossier: Option<DossierFile>,
    /// Errors first, then warnings, each by sheet, row and column.
    pub messages: Vec<Message>,
}

/// Makes the text of a dossier out of a book. `name` is that of the file, for a case that says no title of its own.
#[must_use]
pub fn import(book: &Book, name: &str) -> Imported {
    let mut messages = Vec::new();
    let book = quick::spread(book, None, &mut messages);
    let tables = columns::tables(&book, &mut messages);
    let mut made = made(book.has_macros, &tables, messages, name);
    // Of a book in which no sheet is known that is told, and then what each may have been.
    if !tables.is_empty() {
        cause_first(&mut made.messages, &columns::misspelt(&book));
    }
    made
}

/// Where something is wrong, a sheet whose name is a slip is what it comes of, and is told first.
fn cause_first(messages: &mut [Message], misspelt: &[&str]) {
    if messages.iter().all(|message| message.severity == Severity::Warning) {
        return;
    }
    let causes: Vec<String> = misspelt.iter().map(|name| words::unknown_sheet(name)).collect();
    for message in messages.iter_mut().filter(|message| causes.contains(&message.message)) {
        message.severity = Severity::Error;
    }
    messages.sort_by_key(|message| (message.severity as u8, !causes.contains(&message.message)));
}

/// The same for a book that is read into a case: what it leaves out is as the case has it. Rows of the case that are not in
/// the book stay, if `keep`.
#[must_use]
pub fn import_into(book: &Book, own: &Dossier, keep: bool) -> Imported {
    let mut messages = Vec::new();
    let book = complete::with_lists(&quick_ids::with_ids(book, own), own);
    let book = quick::spread(&book, Some(own), &mut messages);
    // What is not known is told of the book as it is.
    columns::tables(&book, &mut messages);
    let completed = complete::completed(&book, own, keep);
    let tables = columns::tables(&completed, &mut Vec::new());
    made(book.has_macros, &tables, messages, &own.id)
}

fn made(has_macros: bool, tables: &names::Tables<'_>, mut messages: Vec<Message>, name: &str) -> Imported {
    if has_macros {
        messages.push(Message::warning(None, words::MACROS, words::MACROS_HINT));
    }
    if let Some(bare) = bare(tables, &messages) {
        messages.push(bare);
    }
    let names = names::Names::new(tables);
    let mut maker = records::Maker { tables, names, lines: lines::Lines::default(), messages };
    maker.about(name);
    maker.parties();
    maker.terms();
    maker.rules();
    maker.sources();
    maker.end();
    maker.statements();
    maker.end();
    maker.positions();
    maker.end();
    maker.lines.push(")", None);
    maker.orphans();
    let records::Maker { lines, mut messages, .. } = maker;
    let mut dossier = None;
    match read_dossier(lines.as_str()) {
        Ok(file) if messages.iter().all(|message| message.severity == Severity::Warning) => dossier = Some(file),
        Ok(_) => {}
        // Of a text with nothing in it no more is told than that.
        Err(_) if is_bare(tables) => {}
        Err(problems) => {
            for problem in problems {
                let at = problem.place.and_then(|place| lines.cell_of(place.line)).cloned();
                // What is told already needs no second telling: a field that was left out because its cell is wrong.
                let is_told =
                    messages.iter().any(|told| told.severity == Severity::Error && same_row(told, at.as_ref()));
                if !is_told {
                    let open = at.as_ref().zip(words::open_field(&problem));
                    let cell = open.and_then(|(at, field)| columns::cell_of(tables, at, field));
                    let ProblemText { message, hint } = words::of_row(&problem, cell.as_ref().map(|cell| cell.column));
                    let at = cell.map(|cell| cell.at).or(at);
                    messages.push(Message { severity: problem.severity, at, message, hint });
                }
            }
        }
    }
    messages.sort_by(|one, other| (one.severity as u8, &one.at).cmp(&(other.severity as u8, &other.at)));
    Imported { text: lines.as_str().to_owned(), dossier, messages }
}

/// True if no known sheet has a row.
fn is_bare(tables: &names::Tables<'_>) -> bool {
    tables.values().all(|table| table.rows().next().is_none())
}

/// What is told of a book without rows, if nothing that was found so far keeps it from being read.
fn bare(tables: &names::Tables<'_>, told: &[Message]) -> Option<Message> {
    if !is_bare(tables) || told.iter().any(|told| told.severity == Severity::Error) {
        return None;
    }
    let sheets: Vec<&str> = tables.keys().copied().collect();
    Some(match sheets.is_empty() {
        true => Message::error(None, words::NOTHING_KNOWN, words::NOTHING_KNOWN_HINT),
        false => Message::error(None, words::rows::no_rows(&sheets), words::rows::NO_ROWS_HINT),
    })
}

fn same_row(told: &Message, at: Option<&Address>) -> bool {
    let row = |at: &Address| (at.sheet.clone(), at.row);
    told.at.as_ref().map(row) == at.map(row)
}
