//! What is said about workbooks: messages, each with what to do, and the texts inside a workbook.

pub(crate) mod cli;
pub(crate) mod csl;
pub(crate) mod json;
pub(crate) mod rows;

use super::{ProblemText, and, problem_text};
use crate::domain::{Fault, FieldFault, Finding, FindingKind};

/// The sheet of explanations.
pub(crate) const READ_ME: &str = "read me";
/// The hidden sheet behind the drop-downs.
pub(crate) const LISTS: &str = "lists";
/// What the sheet of explanations says.
pub(crate) const READ_ME_LINES: [&str; 14] = [
    "Peace Plan Explorer: a case as a workbook",
    "",
    "Each sheet is a list; the first row names its columns. Fill in rows below. Order of columns does not matter.",
    "quick: the shortest way. One row for each thing that somebody said: who, about which term, what they ask for, how firmly, in which words, when.",
    "parties, terms, values: who speaks, what a plan can settle, and how. What the quick sheet names and these do not is made for you.",
    "statements: what was said, in your own words, with speaker, day and source. positions: how you read it.",
    "operator and values: \"is\", \"is not\", \"one of\", \"none of\", \"at least\", \"at most\". Separate several values by ;",
    "operator \"formula\": for demands on several terms, such as  freeze = yes -> nato_delay = never and territory in {a, b}",
    "strength: red line (ruled out for good, or a condition), opposes (also: demands), prefers (also: supports), offers, no demand.",
    "because and basis: the words that make it a red line, and whether it is a condition, a bar or a law.",
    "Days are written 2024-06-14, 2024-06 or 2024, with ~ in front if they are uncertain. Keep the columns as text.",
    "Ids are small letters, digits, - and _. Where an id is asked for, the name will do if there is only one of that name.",
    "Columns that begin with _ are your own. Other columns that are not known are named when the workbook is read, and left out.",
    "Read it in:  peace-plan-explorer import this-file.xlsx --to a-folder",
];
/// The heading of terms that name none.
pub(crate) const GROUP: &str = "Terms";
/// Said by the spreadsheet at a word that is not in its list.
pub(crate) const LIST_ERROR: &str = "Please choose one of the list.";
/// What a formula wants where a name is missing.
pub(crate) const NAME: &str = "a term or value";

/// The field that is not filled in, if that is the problem.
#[must_use]
pub(crate) fn open_field(problem: &Finding) -> Option<&str> {
    let FindingKind::Fault(fault) = &problem.kind else { return None };
    match &**fault {
        Fault::Field(FieldFault::Missing(name) | FieldFault::Empty(name)) => Some(name),
        _ => None,
    }
}

/// What keeps a row from being read, by the names of columns; `column` is what the sheet calls the field that is missing.
#[must_use]
pub(crate) fn of_row(problem: &Finding, column: Option<&str>) -> ProblemText {
    if let Some(field) = open_field(problem) {
        let name = column.unwrap_or(field);
        let (message, hint) = (format!("The column {name} is empty."), "Fill it in for this row.".to_owned());
        return ProblemText { message, hint };
    }
    problem_text(problem)
}

/// What may stand in a column; empty if its name says it.
#[must_use]
pub(crate) fn column_hint(sheet: &str, column: &str) -> &'static str {
    match (sheet, column) {
        (_, "id") => "Small letters, digits, - and _; never changed later.",
        (_, "said" | "published" | "date" | "since" | "until") => {
            "2024-06-14, 2024-06 or 2024; ~ in front if uncertain."
        }
        ("parties", "code") => "At most 5 letters, for the column head.",
        ("parties", "reason") => "One clause that its own supporters would accept.",
        ("terms", "name") => "At most 18 characters.",
        ("terms", "unit_one" | "unit_many") => "For numbers: year, years.",
        ("values", "name") => "At most 16 characters.",
        ("values", "place") => "Of a number's named values: before or after the grid.",
        ("statements", "short") => "At most 120 characters, in your own words.",
        ("statements", "quote") => "At most 15 words, without quotation marks.",
        ("statements", "source") => "Ids of sources, separated by ;",
        ("positions", "values") => "Ids or names, separated by ; or a formula.",
        ("positions", "because") => "The words that decide the strength, at most 100 characters.",
        ("quick", "words") => "What was said, in short: at most 120 characters.",
        ("quick", "values") => "Ids or names, separated by ;",
        _ => "",
    }
}

/// The name of a sheet whose rows are not in the workbook: "parties (in the case)".
#[must_use]
pub(crate) fn of_the_case(sheet: &str) -> String {
    format!("{sheet} (in the case)")
}

/// A workbook with macros.
pub(crate) const MACROS: &str = "The workbook holds macros. Nothing of them was read or run.";
/// What to do then.
pub(crate) const MACROS_HINT: &str = "Save it as .xlsx without them, if they are not needed.";

/// A workbook that is too large to open.
#[must_use]
pub(crate) fn too_large(limit: usize) -> String {
    format!("The file is larger than {} MB. Take out pictures and what does not belong to the case.", limit / 1_000_000)
}

/// A workbook whose contents are too large.
#[must_use]
pub(crate) fn too_large_unpacked(limit: u64) -> String {
    format!(
        "Unpacked, the workbook would be larger than {} MB. Take out what does not belong to the case.",
        limit / 1_000_000
    )
}

/// A workbook with too many cells.
#[must_use]
pub(crate) fn too_many_cells(limit: usize) -> String {
    format!("The workbook holds more than {limit} cells. Take out what does not belong to the case.")
}

/// A sheet with more rows than any case has of its kind.
#[must_use]
pub(crate) fn too_many_rows(sheet: &str, limit: usize) -> String {
    format!("The sheet {sheet} holds more than {limit} rows. Take out what does not belong to the case.")
}

/// A workbook whose texts are too long.
#[must_use]
pub(crate) fn too_long_texts(limit: usize) -> String {
    format!("The cells hold more than {} MB of text. Take out what does not belong to the case.", limit / 1_000_000)
}

/// A file with a password.
pub(crate) const PASSWORD: &str = "The workbook is protected by a password. Save it without one and try again.";
/// An old binary workbook.
pub(crate) const OLD_FORMAT: &str =
    "This is a workbook in an old format (.xls). Save it as .xlsx or .ods and try again.";
/// A PDF under another name.
pub(crate) const IS_PDF: &str = "This is a PDF, not a workbook. Open the workbook itself.";
/// Neither .xlsx nor .ods.
pub(crate) const NO_WORKBOOK: &str = "This is not a workbook (.xlsx or .ods), or it is damaged.";

/// What is wrong with a workbook of which a part does not end.
pub(crate) const CUT_OFF: &str = "a part of it was cut off";

/// Why a workbook is damaged: a number in it is beyond all that a workbook can hold.
pub(crate) const COUNTS_TOO_MUCH: &str = "it says that it holds more than any workbook can";

/// A workbook that cannot be read to its end.
#[must_use]
pub(crate) fn damaged(reason: &str) -> String {
    format!("The workbook is damaged and cannot be read ({reason}). Open it in a spreadsheet and save it anew.")
}

/// A CSV file in UTF-16.
#[must_use]
pub(crate) fn csv_utf16(name: &str) -> String {
    format!("{name}.csv is UTF-16. Save it as CSV in UTF-8.")
}

/// A CSV file in another encoding.
#[must_use]
pub(crate) fn csv_encoding(name: &str) -> String {
    format!("{name}.csv is not UTF-8. Save it as CSV in UTF-8.")
}

/// A CSV file that breaks off.
#[must_use]
pub(crate) fn csv_damaged(name: &str, reason: &str) -> String {
    format!("{name}.csv cannot be read ({reason}).")
}

/// No sheet of the workbook is known.
pub(crate) const NOTHING_KNOWN: &str = "No sheet of the workbook is known.";
/// What to do then.
pub(crate) const NOTHING_KNOWN_HINT: &str = "Name the sheets parties, terms, values, statements, positions; or one sheet quick. \"export school-trip --to trip.xlsx\" makes an example.";

/// A sheet that is not known.
#[must_use]
pub(crate) fn unknown_sheet(name: &str) -> String {
    format!("The sheet \"{name}\" is not known and was left out.")
}

/// Two sheets of one name.
#[must_use]
pub(crate) fn two_sheets(name: &str) -> String {
    format!("Two sheets are called \"{name}\".")
}

/// What to do then.
pub(crate) const TWO_SHEETS_HINT: &str = "Rename or join them.";

/// A column that is not known.
#[must_use]
pub(crate) fn unknown_column(name: &str) -> String {
    format!("The column \"{name}\" is not known and was left out.")
}

/// Behind a hint about what was left out.
#[must_use]
pub(crate) fn kept_out(hint: &str) -> String {
    let own = "Put _ in front of a column or sheet of your own.";
    if hint.is_empty() { own.to_owned() } else { format!("{hint}. {own}").replace("?.", "?") }
}

/// Two columns of one name.
#[must_use]
pub(crate) fn two_columns(name: &str) -> String {
    format!("Two columns are called \"{name}\".")
}

/// What to do then.
pub(crate) const TWO_COLUMNS_HINT: &str = "Take one of them out.";

/// Columns without which a sheet cannot be read.
#[must_use]
pub(crate) fn missing_columns(names: &[&str]) -> String {
    if names.len() == 1 {
        format!("The column {} is missing.", and(names))
    } else {
        format!("The columns {} are missing.", and(names))
    }
}

/// What to do then.
pub(crate) const MISSING_COLUMNS_HINT: &str = "The first row with something in it names the columns.";

/// A cell with an error of the spreadsheet.
#[must_use]
pub(crate) fn cell_error(error: &str) -> String {
    format!("The formula in this cell gives {error}.")
}

/// What to do then.
pub(crate) const CELL_ERROR_HINT: &str = "Write the value itself.";
/// A formula without a stored value.
pub(crate) const FORMULA_WITHOUT_VALUE: &str = "The formula in this cell has no stored value.";
/// What to do then.
pub(crate) const FORMULA_WITHOUT_VALUE_HINT: &str =
    "Write the value itself, or open the workbook in a spreadsheet and save it.";
/// Text under no head.
pub(crate) const NO_HEAD: &str = "This column has no name in the first row, so the text was left out.";
/// What to do then.
pub(crate) const NO_HEAD_HINT: &str = "Name the column, or move the text to where it belongs.";

/// A cell that must not be empty.
#[must_use]
pub(crate) fn missing(column: &str) -> String {
    format!("\"{column}\" is empty.")
}

/// A word that is not known.
#[must_use]
pub(crate) fn unknown(column: &str, text: &str) -> String {
    format!("{column}: \"{text}\" is not known.")
}

/// A name that several things have.
#[must_use]
pub(crate) fn ambiguous(column: &str, text: &str) -> String {
    format!("{column}: \"{text}\" is the name of more than one.")
}

/// What to do then.
pub(crate) const WRITE_ID: &str = "Write the id.";

/// What may be written.
#[must_use]
pub(crate) fn known(guess: &str, all: &[&str]) -> String {
    let all = all.join(", ");
    if guess.starts_with("Did") { format!("{guess} Known are: {all}.") } else { format!("Known are: {all}.") }
}

/// A cell that is neither yes nor no.
pub(crate) const YES_NO_HINT: &str = "Write yes or no.";

/// A real date cell.
#[must_use]
pub(crate) fn date_cell(day: &str) -> String {
    format!("The spreadsheet holds a date here, read as {day}; it cannot say a month or a year alone.")
}

/// What to do then.
pub(crate) const DATE_CELL_HINT: &str = "Set the column to text to keep days as they are written.";

/// A number where a day belongs.
#[must_use]
pub(crate) fn serial_date(text: &str) -> String {
    format!("{text} is a number, not a day: the spreadsheet has turned a date into its own count of days.")
}

/// A text that is no day.
#[must_use]
pub(crate) fn no_date(text: &str) -> String {
    format!("\"{text}\" is not a day that can be read in one way only.")
}

/// What to do then.
pub(crate) const DATE_HINT: &str = "Set the column to text and write 2024-06-14, 2024-06 or 2024.";

/// A text that is no whole number.
#[must_use]
pub(crate) fn no_whole_number(text: &str) -> String {
    format!("\"{text}\" is not a whole number.")
}

/// What to do then.
pub(crate) const WHOLE_NUMBER_HINT: &str = "Write digits only, with - in front if it is below zero.";

/// An operator with too many or too few values.
#[must_use]
pub(crate) fn wrong_number_of_values(operator: &str, n: usize) -> String {
    let values = super::count(n, "value", "values");
    format!("\"{operator}\" does not take {values}.")
}

/// What to do then.
pub(crate) const ONE_VALUE_HINT: &str = "Write one value, or use \"one of\" or \"none of\" for several.";
/// The strength says that there is no demand, the operator that there is.
pub(crate) const NO_DEMAND_STRENGTH: &str = "The strength says \"no demand\", but an operator is given.";
/// What to do then.
pub(crate) const NO_DEMAND_HINT: &str = "Write \"no demand\" as the operator, or give a strength.";

/// A field of the sheet about that is not known.
#[must_use]
pub(crate) fn unknown_field(name: &str) -> String {
    format!("The field \"{name}\" is not known and was left out.")
}

/// A field given twice.
#[must_use]
pub(crate) fn two_fields(name: &str) -> String {
    format!("The field \"{name}\" is given twice.")
}

/// A party that only the quick sheet knows.
#[must_use]
pub(crate) fn party_made(name: &str) -> String {
    format!("The party \"{name}\" is on no other sheet and was made, as one that must accept.")
}

/// What to do then.
pub(crate) const PARTY_MADE_HINT: &str = "Fill in the sheet parties to change its code or role.";

/// A term that only the quick sheet knows.
#[must_use]
pub(crate) fn term_made(name: &str) -> String {
    format!("The term \"{name}\" is on no other sheet and was made, with the values named on this sheet.")
}

/// What to do then.
pub(crate) const TERM_MADE_HINT: &str =
    "Fill in the sheets terms and values to add a question, an explanation or more values.";

/// The question of a term that was made.
#[must_use]
pub(crate) fn term_question(name: &str) -> String {
    format!("What does the plan say about: {name}?")
}

/// Something behind the end of a formula.
#[must_use]
pub(crate) fn formula_goes_on(more: &str) -> String {
    format!("The formula should end before \"{more}\".")
}

/// A quotation mark without its end.
pub(crate) const FORMULA_QUOTE: &str = "A quotation mark has no end.";
/// Brackets within brackets without end.
pub(crate) const FORMULA_DEEP: &str = "The formula is nested too deeply.";

/// A sign that no formula has.
#[must_use]
pub(crate) fn formula_sign(sign: char) -> String {
    format!("The sign \"{sign}\" has no meaning in a formula.")
}

/// Something else was expected.
#[must_use]
pub(crate) fn formula_wants(wanted: &str, found: Option<&str>) -> String {
    let found = found.map_or_else(|| "the end".to_owned(), |found| format!("\"{found}\""));
    format!("The formula should have {wanted} where it has {found}.")
}

/// A term without a comparison.
#[must_use]
pub(crate) fn formula_compares(term: &str, found: Option<&str>) -> String {
    let found = found.map_or_else(String::new, |found| format!(", not \"{found}\""));
    format!("After \"{term}\" the formula should have =, !=, >=, <=, in or not in{found}.")
}

/// What a formula looks like.
pub(crate) const FORMULA_HINT: &str = "Write for example: freeze = yes -> nato_delay = never and territory in {a, b}. Names with blanks stand in quotation marks.";
