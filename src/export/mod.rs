//! Hand-outs: sheets of paper and files made from a scenario.
//!
//! A scenario with all that follows from it ([`Material`]) becomes sheets of headings, paragraphs and tables
//! (`content`, `model`). From these come the HTML page (`html`), the laid-out pages (`layout`) that the window shows and
//! that PDF (`pdf`) and PNG (`png`) are made of, and the CSV file (`csv`). Nothing here decides a mark.

mod clean;
mod content;
mod csv;
mod fonts;
mod html;
mod layout;
mod material;
mod model;
mod pdf;
mod png;
mod shapes;

pub use crate::app::{Format, Page, Paper, Sheet, SheetKind};
pub use content::{all_sheets, file_name};
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

/// The file with these sheets.
///
/// # Errors
/// [`ExportError`]
pub fn make(material: &Material<'_>, sheets: &[Sheet], format: Format, paper: Paper) -> Result<Vec<u8>, ExportError> {
    match format {
        Format::Html => Ok(html::page(material, &content::sheets(material, sheets), paper).into_bytes()),
        Format::Pdf => pdf::pdf(material, &pages(material, sheets, paper)),
        Format::Png => png::png(&pages(material, &sheets[..sheets.len().min(1)], paper)),
        Format::Csv => csv::csv(material, sheets).map(String::into_bytes),
    }
}

/// The pages of these sheets, as they are printed.
#[must_use]
pub fn pages(material: &Material<'_>, sheets: &[Sheet], paper: Paper) -> Vec<Page> {
    layout::pages(material, &content::sheets(material, sheets), paper)
}
