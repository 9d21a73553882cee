//! The words of the dialog for hand-outs.

use std::{collections::BTreeSet, path::Path};

use super::{count, hand_outs::sheet_kind};
use crate::{
    app::{Format, Page, Separator, SheetKind},
    domain::Party,
};

/// Title of the dialog.
pub(crate) const TITLE: &str = "Hand-outs";
/// Heading over the sheets.
pub(crate) const SHEETS: &str = "Sheets";
/// Heading over the formats.
pub(crate) const FORMAT: &str = "Format";
/// Switch for printers without colour.
pub(crate) const HATCHED: &str = "Hatched marks instead of colour";
/// Heading over the sizes of paper.
pub(crate) const PAPER: &str = "Paper";
/// Heading over what stands between the fields of a CSV file.
pub(crate) const SEPARATOR: &str = "Between the fields";
/// Under the separators.
pub(crate) const SEPARATOR_USE: &str =
    "Spreadsheets open commas where 1.5 is a number, semicolons where 1,5 is. LibreOffice asks.";
/// Label of the folder.
pub(crate) const FOLDER: &str = "Folder";
/// Which party's brief.
pub(crate) const BRIEF_OF: &str = "Brief of";
/// A brief of each party.
pub(crate) const ALL_PARTIES: &str = "every party";
/// Button that writes the file.
pub(crate) const WRITE: &str = "Write the file";
/// Button that replaces a file.
pub(crate) const REPLACE: &str = "Replace it";
/// Button that writes beside a file of the same name.
pub(crate) const BESIDE: &str = "Write under a new name";
/// Button that opens the folder.
pub(crate) const OPEN_FOLDER: &str = "Open folder";
/// No sheet is chosen.
pub(crate) const NO_SHEET: &str = "Choose at least one sheet.";
/// What is asked for and what answers it are in one file.
pub(crate) const GIVES_AWAY: &str =
    "What is ticked beside it gives the answers of the prediction sheet away. Make two files.";
/// While pages are laid out.
pub(crate) const LAYING_OUT: &str = "Laying out the pages…";
/// Instead of the pages, while verdicts are hidden.
pub(crate) const HIDDEN: &str = "Verdicts are hidden, and so is the preview. The file holds what the sheets hold.";
/// Instead of the pages of a lesson page, which has none.
pub(crate) const NO_PREVIEW: &str = "A lesson page has no preview. Write it and open it in a browser.";
/// While the file is written.
pub(crate) const WRITING: &str = "Writing the file…";
/// Button to the page before.
pub(crate) const PREVIOUS_PAGE: &str = "Previous page";
/// Button to the page after.
pub(crate) const NEXT_PAGE: &str = "Next page";
/// Heading in the settings.
pub(crate) const FOLDER_SETTING: &str = "Folder for hand-outs";
/// In the settings while no folder was used yet.
pub(crate) const FOLDER_PROPOSED: &str = "proposed when you open the dialog";

/// What will be in the file, and how long it is: "Plan sheet, Sources: 4 pages".
#[must_use]
pub(crate) fn contents(kinds: &BTreeSet<SheetKind>, n_pages: Option<usize>) -> String {
    let names: Vec<&str> = kinds.iter().map(|kind| sheet_kind(*kind)).collect();
    let what = if names.len() > 3 { format!("{} kinds of sheets", names.len()) } else { names.join(", ") };
    match n_pages {
        Some(n) => format!("{what}: {}", count(n, "page", "pages")),
        None => what,
    }
}

/// What a format is for.
#[must_use]
pub(crate) fn format_use(format: Format) -> &'static str {
    match format {
        Format::Pdf => "To print. Text can be selected, numbers lead to their sources.",
        Format::Html => "For browsers, Chromebooks, phones and screen readers; prints too.",
        Format::Png => "A picture of the first page.",
        Format::Csv => "The cells of the plan, or the sources alone, for a spreadsheet.",
        Format::LessonPage => {
            "The explorer as one file for any browser: pupils set the terms and see marks and statements. Sheets, paper \
             and hatching are for print: it has none of them."
        }
    }
}

/// A separator of CSV files.
#[must_use]
pub(crate) fn separator(separator: Separator) -> &'static str {
    match separator {
        Separator::Comma => "comma ,",
        Separator::Semicolon => "semicolon ;",
        Separator::Tab => "tab",
    }
}

/// A party in the list of briefs.
#[must_use]
pub(crate) fn party(party: &Party) -> String {
    format!("{}, {}", party.code, party.name)
}

/// The file that will be written.
#[must_use]
pub(crate) fn file(name: &str) -> String {
    format!("File: {name}")
}

/// The file that was written.
#[must_use]
pub(crate) fn written(path: &Path) -> String {
    format!("Written: {}", name(path))
}

/// A file of this name is there already.
#[must_use]
pub(crate) fn exists(path: &Path) -> String {
    format!("\"{}\" is there already and was not changed.", name(path))
}

/// The file could not be written.
#[must_use]
pub(crate) fn failed(why: &str) -> String {
    format!("Not written. {why}")
}

/// The folder does not exist.
#[must_use]
pub(crate) fn no_folder(folder: &str) -> String {
    format!("There is no folder \"{folder}\". Write the path of one that exists.")
}

/// The folder could not be opened: heading and what the system says.
#[must_use]
pub(crate) fn folder_not_opened(folder: &str, why: &str) -> (String, String) {
    ("The folder could not be opened.".to_owned(), format!("\"{folder}\": {why}. The hand-out is there all the same."))
}

/// Where the shown page stands: "Page 2 of 5".
#[must_use]
pub(crate) fn page_of(page: usize, n_pages: usize) -> String {
    format!("Page {} of {n_pages}", page + 1)
}

/// What the preview is, for screen readers.
#[must_use]
pub(crate) fn preview(page: &Page) -> String {
    format!("Preview. {}", page.name)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Text that cannot be read on paper.
#[must_use]
pub(crate) fn unreadable(lines: &[&str]) -> String {
    let n = count(lines.len(), "line has", "lines have");
    format!(
        "{n} letters that are in no font of this computer or run from right to left, the first: \u{201c}{}\u{201d}. HTML \
         shows them.",
        lines[0]
    )
}
