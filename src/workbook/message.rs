//! What is to be said about a workbook, each with its cell.

use serde::Serialize;

use super::book::Address;
use crate::{domain::Severity, format, wording};

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// An error keeps the workbook from being taken over.
    pub severity: Severity,
    /// Where.
    pub at: Option<Address>,
    /// What, in one sentence.
    pub message: String,
    /// What to do; may be empty.
    pub hint: String,
}

/// A message for scripts.
#[derive(Serialize)]
pub struct MessageJson {
    severity: Severity,
    sheet: Option<String>,
    cell: Option<String>,
    message: String,
    hint: String,
}

impl Message {
    /// Something without which nothing is taken over.
    pub fn error(at: Option<Address>, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { severity: Severity::Error, at, message: message.into(), hint: hint.into() }
    }

    /// Something that is told and does not matter to the rest.
    pub fn warning(at: Option<Address>, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(at, message, hint) }
    }

    /// The same for scripts.
    #[must_use]
    pub fn json(&self) -> MessageJson {
        let cell = self.at.as_ref().map(|at| at.to_string());
        MessageJson {
            severity: self.severity,
            sheet: self.at.as_ref().map(|at| at.sheet.clone()),
            cell: cell.and_then(|cell| cell.rsplit(' ').next().map(str::to_owned)),
            message: self.message.clone(),
            hint: self.hint.clone(),
        }
    }
}

/// "Did you mean \"x\"?", or a list of what there is.
pub(super) fn did_you_mean<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> String {
    wording::near(&format::near(wrong, known))
}
