//! What `import`, and `export` to a workbook, say on the command line.

use crate::wording::count;

/// What `import` does.
pub(crate) const ABOUT: &str =
    "Make a dossier out of a workbook (.xlsx, .ods), a folder of CSV files, or a case as .json or .ron";

/// The workbook.
pub(crate) const HELP_FILE: &str = "A workbook (.xlsx or .ods), one CSV file, a folder with a CSV file for each sheet, a case as .json or .ron, or a list of \
     sources (CSL-JSON)";

/// Where the dossier goes.
pub(crate) const HELP_TO: &str = "The folder for dossier.ron; made if it is not there";

/// Only a look.
pub(crate) const HELP_CHECK: &str = "Say what is wrong and what would be made, and write nothing";

/// Replacing a dossier.
pub(crate) const HELP_FORCE: &str = "Replace a dossier.ron that is there";

/// Examples under the help of `import`.
pub(crate) const EXAMPLES: &str = "\
Examples:
  peace-plan-explorer export school-trip --to trip.xlsx        a dossier as a workbook
  peace-plan-explorer import trip.xlsx --check                 what would be made of it
  peace-plan-explorer import trip.xlsx --to my-cases/trip      write my-cases/trip/dossier.ron
  peace-plan-explorer import trip-csv/ --to my-cases/trip
  peace-plan-explorer import trip.json --to my-cases/trip      with its plans
  peace-plan-explorer import zotero.json --to my-cases/trip    add a list of sources

Exit codes: 0 made, or nothing wrong, 1 errors in the workbook, 2 a file cannot be read or written.";

/// "3 parties, 4 terms, 6 statements, 6 positions".
#[must_use]
pub(crate) fn figures(n_parties: usize, n_terms: usize, n_statements: usize, n_positions: usize) -> String {
    let parts = [
        count(n_parties, "party", "parties"),
        count(n_terms, "term", "terms"),
        count(n_statements, "statement", "statements"),
        count(n_positions, "position", "positions"),
    ];
    parts.join(", ")
}

/// Nothing was written.
#[must_use]
pub(crate) fn not_taken_over(n_errors: usize) -> String {
    match n_errors {
        1 => "Nothing is written until the error is gone.".to_owned(),
        n => format!("Nothing is written until the {n} errors are gone."),
    }
}

/// What would be made.
#[must_use]
pub(crate) fn would_make(title: &str, figures: &str) -> String {
    format!("Nothing is wrong. It makes \"{title}\": {figures}. Nothing was written; --to FOLDER writes it.")
}

/// What was made.
#[must_use]
pub(crate) fn made(file: &str, title: &str, figures: &str) -> String {
    format!("Wrote {file}: \"{title}\", {figures}.")
}

/// A folder without CSV files.
#[must_use]
pub(crate) fn no_csv(folder: &str) -> String {
    format!("{folder} holds no CSV file. Give a workbook, or a folder with one CSV file for each sheet.")
}

/// A file that cannot be read.
#[must_use]
pub(crate) fn cannot_read(file: &str, reason: &str) -> String {
    format!("{file} cannot be read: {reason}")
}

/// A dossier that is there already.
#[must_use]
pub(crate) fn exists(file: &str) -> String {
    format!("{file} is there already and was left as it is. --force replaces it; a copy stays beside it.")
}

/// A plan where a case is wanted.
pub(crate) const NO_WHOLE_CASE: &str =
    "This is no case with its plans. Name the id of a case, its folder, or its dossier.ron.";

/// A list of sources without a case to put them in.
pub(crate) const SOURCES_NEED_A_CASE: &str =
    "This is a list of sources. Name the folder of the case that gets them with --to FOLDER.";

/// What was added to a case.
#[must_use]
pub(crate) fn sources_added(file: &str, new: usize, changed: usize) -> String {
    let (new, changed) = (count(new, "new source", "new sources"), count(changed, "changed one", "changed ones"));
    format!("Wrote {file}: {new}, {changed}.")
}

/// What would be added to a case.
#[must_use]
pub(crate) fn sources_found(new: usize, changed: usize) -> String {
    let (new, changed) = (count(new, "new source", "new sources"), count(changed, "changed one", "changed ones"));
    format!("{new}, {changed}. Nothing was written.")
}

/// Plans that were written beside a dossier.
#[must_use]
pub(crate) fn with_plans(n: usize) -> String {
    format!("{} beside it.", count(n, "plan", "plans"))
}

/// What cannot be put into the text of a case.
pub(crate) const NOT_MERGED: &str = "The sources cannot be put into the text of this case.";

/// Neither a folder nor a look.
pub(crate) const NOWHERE: &str =
    "Say where the dossier goes with --to FOLDER, or use --check to see what would be made.";

/// What was written of a case.
#[must_use]
pub(crate) fn exported(target: &str, n_files: usize) -> String {
    if n_files == 1 { format!("Wrote {target}") } else { format!("Wrote {n_files} files into {target}") }
}
