//! The words of `export` on the command line.

use crate::app::Format;

/// What `export` does.
pub(crate) const ABOUT: &str =
    "Write hand-outs: plan sheet, sources, prediction sheet, answer key, party briefs, debrief, grading grid";
/// The file to write.
pub(crate) const HELP_TO: &str = "The file to write; its ending says the format: .pdf, .html, .png or .csv; for a whole case .xlsx, .json, .ron, .csl.json \
     (its sources) or a folder";
/// Which sheets.
pub(crate) const HELP_SHEET: &str = "plan, sources, marks, prediction, answer-key, party:ID, way, debrief, grading, or all but the answer key; may be repeated \
     [default: plan with sources]; or explorer: a lesson page (.html)";
/// Marks for printers without colour.
pub(crate) const HELP_HATCHED: &str = "Marks in greys, hatched, instead of in colour";
/// The size of the paper.
pub(crate) const HELP_PAPER: &str = "The paper of PDF, HTML and PNG";
/// What stands between the fields of a CSV file.
pub(crate) const HELP_SEPARATOR: &str = "What stands between the fields of a CSV file. Spreadsheets open semicolon where 1,5 is a number, comma where 1.5 is";
/// A whole site.
pub(crate) const HELP_SITE: &str =
    "Write a site instead: a start page and a lesson page of every case at hand, into this folder";
/// Overwriting.
pub(crate) const HELP_FORCE: &str = "Replace the file if it is there already";

/// Examples under the help of `export`.
pub(crate) const EXAMPLES: &str = "\
Examples:
  peace-plan-explorer export my-plan.ron --to my-plan.pdf
  peace-plan-explorer export ukraine-2025-01/reported-idea --to all.html --sheet all
  peace-plan-explorer export ukraine-2025-01/reported-idea --to guess.pdf --sheet prediction --paper letter --hatched
  peace-plan-explorer export my-plan.ron --to russia.pdf --sheet party:ru --set draft_age=18
  peace-plan-explorer export my-plan.ron --to cells.csv --force
  peace-plan-explorer export my-plan.ron --to class.csv --sheet debrief --separator semicolon
  peace-plan-explorer export ukraine-2025-01/reported-idea --to lesson.html --sheet explorer
  peace-plan-explorer export school-trip --to trip.xlsx
  peace-plan-explorer export school-trip --to trip.json
  peace-plan-explorer export --site lessons

Exit codes: 0 written, 2 the scenario, an argument or the file cannot be used, 4 written, but some text has letters that
are in no font of this computer, or run from right to left.";

/// A file whose ending says no format.
#[must_use]
pub(crate) fn unknown_ending(file: &str) -> String {
    format!("--to {file}: the ending says the format; choose one of: .pdf, .html, .png, .csv")
}

/// A sheet that does not exist.
#[must_use]
pub(crate) fn unknown_sheet(sheet: &str, near: Option<&str>) -> String {
    let choice = "plan, sources, marks, prediction, answer-key, party:ID, way, debrief, grading, all, explorer";
    let instead = near.map_or_else(|| format!("choose one of: {choice}"), |near| format!("did you mean \"{near}\"?"));
    format!("--sheet {sheet}: there is no such sheet; {instead}")
}

/// Questions and answers in one file.
pub(crate) const KEY_APART: &str = "--sheet answer-key: the answers go into a file of their own, not with the prediction sheet that \
     is handed out; nothing was written; run export once for each";

/// The lesson page together with something else.
#[must_use]
pub(crate) fn explorer_alone(file: &str) -> String {
    format!("--sheet explorer: the lesson page is an HTML file of its own; write --to {file}.html and no other sheet")
}

/// A file that is there already.
#[must_use]
pub(crate) fn exists(file: &str, free: &str) -> String {
    format!(
        "\"{file}\" is there already and was not changed; write --force to replace it, or choose another name, such as \
         \"{free}\""
    )
}

/// Text that cannot be read on paper, and what can be done.
#[must_use]
pub(crate) fn unreadable(lines: &[String]) -> String {
    const MOST: usize = 8;
    let listed: Vec<String> = lines.iter().take(MOST).map(|line| format!("  {line}")).collect();
    let more = match lines.len().saturating_sub(MOST) {
        0 => String::new(),
        n => format!("\n  and {}", super::count(n, "more line", "more lines")),
    };
    format!(
        "letters of this text are in no font of this computer, or run from right to left; it stands in the file as empty \
         boxes:\n{}{more}\nExport to .html, which uses the fonts of whoever reads it",
        listed.join("\n")
    )
}

/// A site that could not be written.
#[must_use]
pub(crate) fn site_not_written(why: &str) -> String {
    format!("--site: {why}; nothing was written")
}

/// A site of which some files are there already.
#[must_use]
pub(crate) fn site_exists(file: &str) -> String {
    format!("\"{file}\" is there already; nothing was written; write --force to replace it, or choose another folder")
}

/// A case or plan that is left out of a site.
#[must_use]
pub(crate) fn left_out(name: &str, why: &str) -> String {
    format!("{name} is left out: {why}")
}

/// The site that was written.
#[must_use]
pub(crate) fn site_written(folder: &str, n_cases: usize) -> String {
    format!("{folder}: a start page (index.html) and {}\n", super::count(n_cases, "case", "cases"))
}

/// What was written.
#[must_use]
pub(crate) fn written(file: &str, format: Format, n_pages: usize) -> String {
    let pages = super::count(n_pages, "page", "pages");
    match format {
        Format::Pdf => format!("{file}: {pages}\n"),
        Format::Html | Format::Csv | Format::LessonPage => format!("{file}\n"),
        Format::Png if n_pages > 1 => format!("{file}: the first of {pages}; PDF and HTML hold all of them\n"),
        Format::Png => format!("{file}: 1 page\n"),
    }
}
