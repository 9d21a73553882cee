//! The words about files: what happened, what is unchanged, what to do.

use crate::app::{Notice, NoticeKind};

/// A file could not be opened.
#[must_use]
pub fn not_opened(name: &str, problems: &[String]) -> Notice {
    Notice {
        kind: NoticeKind::OpenProblem,
        title: format!("Could not open \"{name}\". Your current plan is unchanged."),
        lines: problems.to_vec(),
    }
}

/// A file was opened, but something in it was ignored.
#[must_use]
pub fn opened_with_problems(name: &str, problems: &[String]) -> Notice {
    let n = super::count(problems.len(), "problem", "problems");
    Notice { kind: NoticeKind::Info, title: format!("\"{name}\" opened with {n}."), lines: problems.to_vec() }
}

/// A file could not be saved.
#[must_use]
pub fn not_saved(path: &str, reason: &str) -> Notice {
    Notice {
        kind: NoticeKind::SaveProblem,
        title: format!("Not saved to \"{path}\"."),
        lines: vec![reason.to_owned(), "Your work is kept in memory and in the recovery copy.".to_owned()],
    }
}

/// An answer sheet was saved.
#[must_use]
pub fn sheet_saved(path: &str) -> Notice {
    Notice { kind: NoticeKind::Info, title: format!("Saved the answer sheet in \"{path}\"."), lines: Vec::new() }
}

/// This PC does not allow a recovery copy.
#[must_use]
pub fn no_recovery() -> Notice {
    Notice {
        kind: NoticeKind::Info,
        title: "This PC does not allow a recovery copy. Save often (Ctrl+S).".to_owned(),
        lines: Vec::new(),
    }
}

/// Unsaved work was brought back.
#[must_use]
pub fn restored(time: &str) -> Notice {
    Notice { kind: NoticeKind::Restored, title: format!("Restored unsaved plan from {time}."), lines: Vec::new() }
}

/// The settings' file could not be read.
#[must_use]
pub fn settings_notice(problem: &str) -> Notice {
    Notice { kind: NoticeKind::Info, title: "Settings start anew.".to_owned(), lines: vec![problem.to_owned()] }
}

/// The settings' file could not be written.
#[must_use]
pub fn settings_not_saved(reason: &str) -> Notice {
    Notice {
        kind: NoticeKind::Info,
        title: "Settings hold until this window is closed; they could not be kept.".to_owned(),
        lines: vec![reason.to_owned()],
    }
}
