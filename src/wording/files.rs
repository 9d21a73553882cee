//! The words about files: what happened, what is unchanged, what to do.

use crate::app::{Excerpt, Notice, NoticeKind};

/// A file could not be opened.
#[must_use]
pub fn not_opened(name: &str, problems: &[String], excerpt: Option<Excerpt>) -> Notice {
    Notice {
        kind: NoticeKind::OpenProblem,
        title: format!("Could not open \"{name}\". Your current plan is unchanged."),
        lines: problems.to_vec(),
        excerpt,
    }
}

/// A file was opened, but something in it was ignored.
#[must_use]
pub fn opened_with_problems(name: &str, problems: &[String], excerpt: Option<Excerpt>) -> Notice {
    let n = super::count(problems.len(), "problem", "problems");
    Notice { kind: NoticeKind::Info, title: format!("\"{name}\" opened with {n}."), lines: problems.to_vec(), excerpt }
}

/// A file could not be saved.
#[must_use]
pub fn not_saved(path: &str, reason: &str) -> Notice {
    Notice {
        kind: NoticeKind::SaveProblem,
        title: format!("Not saved to \"{path}\"."),
        lines: vec![reason.to_owned(), "Your work is kept in the window and as a draft.".to_owned()],
        excerpt: None,
    }
}

/// Heading where another file has the name.
#[must_use]
pub fn name_taken(name: &str) -> String {
    format!("There is a file \"{name}\" in this folder already.")
}

/// Button that saves under a name that is free.
#[must_use]
pub fn save_as(name: &str) -> String {
    format!("Save as \"{name}\"")
}

/// An answer sheet was saved.
#[must_use]
pub fn sheet_saved(path: &str) -> Notice {
    Notice {
        kind: NoticeKind::Info,
        title: format!("Saved the answer sheet in \"{path}\"."),
        lines: Vec::new(),
        excerpt: None,
    }
}

/// The dossiers at hand could not be listed, by a fault of the program.
#[must_use]
pub fn no_catalog(fault: &str) -> Notice {
    Notice {
        kind: NoticeKind::Info,
        title: "The dossiers at hand could not be listed. Everything else goes on working.".to_owned(),
        lines: vec![fault.to_owned()],
        excerpt: None,
    }
}

/// The settings' file could not be read.
#[must_use]
pub fn settings_notice(problem: &str) -> Notice {
    Notice {
        kind: NoticeKind::Info,
        title: "Settings start anew.".to_owned(),
        lines: vec![problem.to_owned()],
        excerpt: None,
    }
}

/// The settings' file could not be written.
#[must_use]
pub fn settings_not_saved(reason: &str) -> Notice {
    Notice {
        kind: NoticeKind::Info,
        title: "Settings hold until this window is closed; they could not be kept.".to_owned(),
        lines: vec![reason.to_owned()],
        excerpt: None,
    }
}

/// Button that shows where in a file something is wrong.
pub const SHOW_THE_LINE: &str = "Show the line";

/// Title over the lines of a file.
#[must_use]
pub fn excerpt_title(excerpt: &Excerpt) -> String {
    format!("\"{}\", line {}, column {}", excerpt.file, excerpt.line, excerpt.column)
}
