//! Hand-outs: sheets of paper and files made from a scenario.
//!
//! A scenario with all that follows from it ([`Material`]) becomes sheets of headings, paragraphs and tables
//! (`content`, `model`). From these come the HTML page (`html`), the laid-out pages (`layout`) that the window shows and
//! that PDF (`pdf`) and PNG (`png`) are made of, and the CSV file (`csv`). Nothing here decides a mark.

mod clean;
mod content;
mod csv;
mod explorer;
mod fonts;
mod html;
mod layout;
mod material;
mod model;
mod pdf;
mod png;
mod shapes;
mod svg;
mod tags;

use std::borrow::Cow;

use crate::app::{Format, Page, Paper, Sheet};
pub use content::{all_sheets, file_name};
pub use explorer::{SiteCase, site};
pub use material::{Made, Material};

/// Why a hand-out cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The format does not hold the sheet.
    #[error("{0}")]
    NotInThisFormat(String),
    /// A library gave up.
    #[error("{0}")]
    Failed(String),
}

/// A hand-out that is ready to be written.
#[derive(Clone, Debug)]
pub struct File {
    /// What goes into the file.
    pub bytes: Vec<u8>,
    /// The number of pages of the sheets, in the file or not; 0 where there are no pages.
    pub n_pages: usize,
    /// The lines of text in it with letters that are in no font, or run from right to left, each once.
    pub unreadable: Vec<String>,
}

/// The file with these sheets. Where they were laid out on this paper before, in a preview, the pages are printed as they
/// are.
///
/// # Errors
/// [`ExportError`]
pub fn make(
    material: &Material<'_>,
    sheets: &[Sheet],
    format: Format,
    paper: Paper,
    laid_out: Option<&[Page]>,
) -> Result<File, ExportError> {
    let pages = |sheets: &[model::Sheet]| match laid_out {
        Some(pages) => Cow::Borrowed(pages),
        None => Cow::Owned(layout::pages(material, sheets, paper)),
    };
    let unpaged = |text: String| File { bytes: text.into_bytes(), n_pages: 0, unreadable: Vec::new() };
    match format {
        Format::Html => Ok(unpaged(html::page(material, &content::sheets(material, sheets), paper))),
        Format::Csv => csv::csv(material, sheets).map(unpaged),
        Format::LessonPage => Ok(unpaged(explorer::page(&explorer::Lesson::new(material, &[]), paper))),
        Format::Pdf => {
            let sheets = content::sheets(material, sheets);
            let pages = pages(&sheets);
            pdf::pdf(material, &pages, &model::title(material, &sheets)).map(|bytes| paged(bytes, &pages))
        }
        Format::Png => {
            let pages = pages(&content::sheets(material, sheets));
            png::png(&pages).map(|bytes| paged(bytes, &pages))
        }
    }
}

fn paged(bytes: Vec<u8>, pages: &[Page]) -> File {
    let mut unreadable: Vec<String> = Vec::new();
    for line in pages.iter().flat_map(|page| &page.unreadable) {
        if !unreadable.contains(line) {
            unreadable.push(line.clone());
        }
    }
    File { bytes, n_pages: pages.len(), unreadable }
}

/// The pages of these sheets, as they are printed.
#[must_use]
pub fn pages(material: &Material<'_>, sheets: &[Sheet], paper: Paper) -> Vec<Page> {
    layout::pages(material, &content::sheets(material, sheets), paper)
}

/// The line at the foot of every page.
fn foot(material: &Material<'_>) -> String {
    clean::line(&crate::wording::hand_outs::foot(material.dossier, material.scenario, material.fingerprint))
}
