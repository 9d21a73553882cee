//! The words about files: what happened, what is unchanged, what to do.

use std::path::Path;

use super::list::capitalised;
use crate::app::{Excerpt, Notice, NoticeKind, SaveForm};

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

/// A file that was open before is not there now; it stays in the list, since a stick or a network drive may come back.
#[must_use]
pub fn missing(path: &Path) -> Notice {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Notice::new(
        NoticeKind::Missing(path.to_path_buf()),
        format!("\"{name}\" is not there now. Your current plan is unchanged."),
        vec![format!(
            "It was \"{}\". If it is on a stick or a network drive, put that in and open it again.",
            path.display()
        )],
    )
}

/// The name of a file that was open before and is not there now.
#[must_use]
pub fn missing_name(name: &str) -> String {
    format!("{name} (not there now)")
}

/// Button that takes a file out of the list of recent ones.
pub const FORGET: &str = "Remove from the list";
/// Button that tries once more to open a file.
pub(crate) const OPEN_AGAIN: &str = "Open again";

/// A file was opened, but something in it was ignored.
#[must_use]
pub(crate) fn opened_with_problems(name: &str, problems: &[String], excerpt: Option<Excerpt>) -> Notice {
    let n = super::count(problems.len(), "problem", "problems");
    Notice { kind: NoticeKind::Info, title: format!("\"{name}\" opened with {n}."), lines: problems.to_vec(), excerpt }
}

/// A file could not be saved; `is_draft` if what is in the window is kept as a draft as well.
#[must_use]
pub fn not_saved(path: &str, reason: &str, form: SaveForm, is_draft: bool) -> Notice {
    not_saved_as(NoticeKind::SaveProblem(form), path, reason, (form, is_draft))
}

/// The same because of so many problems of the case.
#[must_use]
pub(crate) fn not_sound(path: &str, n_problems: usize, form: SaveForm, is_draft: bool) -> Notice {
    let reason = if form == SaveForm::Case {
        super::case::not_sound(n_problems)
    } else {
        super::incoming::not_written(n_problems)
    };
    not_saved_as(NoticeKind::Unsound { form, n_problems }, path, &reason, (form, is_draft))
}

fn not_saved_as(kind: NoticeKind, path: &str, reason: &str, (form, is_draft): (SaveForm, bool)) -> Notice {
    let kept = match (form, is_draft) {
        (SaveForm::AnswerSheet, _) => "The answers are still in the window.",
        (_, true) => "Your work is kept in the window and as a draft.",
        (_, false) => {
            "Your work is in the window, but no draft of it can be kept: save it before you close the window."
        }
    };
    Notice::new(kind, format!("Not saved to \"{path}\"."), vec![capitalised(reason), kept.to_owned()])
}

/// A new case could not be made.
#[must_use]
pub(crate) fn case_not_made(reason: &str) -> Notice {
    Notice::new(
        NoticeKind::Info,
        "The new case could not be made. Nothing else has changed.".to_owned(),
        vec![capitalised(reason)],
    )
}

/// Heading where another file has the name.
#[must_use]
pub(crate) fn name_taken(name: &str) -> String {
    format!("There is a file \"{name}\" in this folder already.")
}

/// Button that saves under a name that is free.
#[must_use]
pub fn save_as(name: &str) -> String {
    format!("Save as \"{name}\"")
}

/// The cases at hand could not be listed, by a fault of the program.
#[must_use]
pub(crate) fn no_catalog(fault: &str) -> Notice {
    Notice::new(
        NoticeKind::Info,
        "The cases at hand could not be listed. Everything else goes on working.".to_owned(),
        vec![capitalised(fault)],
    )
}

/// The settings' file could not be read.
#[must_use]
pub(crate) fn settings_notice(problem: &str) -> Notice {
    Notice::new(NoticeKind::Info, "Settings start anew.".to_owned(), vec![capitalised(problem)])
}

/// The settings' file could not be written.
#[must_use]
pub(crate) fn settings_not_saved(reason: &str) -> Notice {
    Notice::new(
        NoticeKind::Info,
        "Settings hold until this window is closed; they could not be kept.".to_owned(),
        vec![capitalised(reason)],
    )
}

/// How many messages wait behind the one that is shown.
#[must_use]
pub fn older_notices(n: usize) -> String {
    format!("{n} older")
}

/// Button that shows where in a file something is wrong.
pub const SHOW_THE_LINE: &str = "Show the line";

/// Title over the lines of a file.
#[must_use]
pub(crate) fn excerpt_title(excerpt: &Excerpt) -> String {
    format!("\"{}\", line {}, column {}", excerpt.file, excerpt.line, excerpt.column)
}
