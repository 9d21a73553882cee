//! What is said about the rows of a workbook together: that there are none, that nothing has a day, that a term is no number.

use crate::wording::and;

/// Sheets that have heads and no rows.
#[must_use]
pub(crate) fn no_rows(sheets: &[&str]) -> String {
    let (sheet, its) = if sheets.len() == 1 { ("sheet", "its") } else { ("sheets", "their") };
    format!("Nothing stands in the {sheet} {} but the names of {its} columns.", and(sheets))
}

/// What to do then.
pub(crate) const NO_ROWS_HINT: &str = "Write at least one row.";

/// No statement and no other field gives the case a day.
pub(crate) const NO_DAY: &str = "The case has no day: no statement says when, and the sheet about has no as_of.";

/// What to do then.
pub(crate) const NO_DAY_HINT: &str =
    "Write in the sheet about: as_of, and beside it a day as 2031-03-02; or add a statement.";

/// "at least" of a term whose values are no numbers.
#[must_use]
pub(crate) fn no_number(operator: &str, term: &str) -> String {
    format!("\"{operator}\" asks for a number, and the values of \"{term}\" are none.")
}

/// What to do then.
pub(crate) const NO_NUMBER_HINT: &str =
    "Give the term a row in the sheet terms with the kind number, from, to and a unit; or write is, or one of.";
