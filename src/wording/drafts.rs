//! The words about drafts. Each names the plan that it means.

use std::path::Path;

use crate::{
    app::{DraftEntry, Notice, NoticeKind},
    domain::Date,
};

use super::{DateStyle, count, date, list::capitalised};

/// Name of the list, in the menu and over the page.
pub const DRAFTS: &str = "Drafts";
/// Heading over the newest drafts where a plan is begun.
pub const OR_GO_ON: &str = "Or go on with a plan that is not saved";
/// Above the list.
pub(crate) const WHAT_DRAFTS_ARE: &str = "Plans that were not saved when another one was opened or the window was closed. Each stays here \
     until it is saved or deleted.";
/// Said when another plan took the place of one that was not saved.
#[must_use]
pub fn shelved(title: &str) -> String {
    // The way to it is one thing: where the line is cut, "File" alone leads nowhere.
    format!("\"{title}\" is kept, not saved: File,\u{a0}Drafts")
}

/// In place of the list.
pub const NONE: &str = "There are none.";
/// Button that opens a draft.
pub(crate) const RESTORE: &str = "Restore";
/// Button that deletes a draft.
pub(crate) const DELETE: &str = "Delete";
/// Button that brings a deleted draft back.
pub const BRING_BACK: &str = "Bring it back";
/// The dossier of a draft is nowhere to be found.
pub(crate) const NO_DOSSIER: &str = "The case that it belongs to is not at hand";

/// In place of the title of a draft that cannot be read.
pub(crate) const DAMAGED: &str = "A draft that cannot be read";

/// Why a draft cannot be read, and what can still be done with it.
#[must_use]
pub(crate) fn unreadable(problem: &str, file: &Path) -> String {
    let problem = capitalised(problem);
    format!("{problem}. Its file is {}; a text editor may still show what is in it", file.display())
}

/// What a window that is gone left behind cannot be read.
#[must_use]
pub(crate) fn left_damaged(problem: &str) -> String {
    format!("Unsaved work of a window that is gone cannot be read; it stays a draft. {problem}")
}

/// Day and time at which a draft was written: "13 Jan 2025, 10:42".
#[must_use]
pub fn written(written: &str, style: DateStyle) -> String {
    let (day, time) = written.split_once('T').unwrap_or((written, ""));
    let day = day.parse::<Date>().map_or_else(|_| day.to_owned(), |day| date(day, style));
    let time: String = time.chars().take(5).collect();
    [day, time].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn of(when: &str) -> String {
    if when.is_empty() { String::new() } else { format!(" of {when}") }
}

fn others_line(others: usize) -> Option<String> {
    let n = count(others, "further draft", "further drafts");
    (others > 0).then(|| format!("{n} of windows that are closed: File > Drafts."))
}

/// Unsaved work was brought back into the window.
#[must_use]
pub fn restored(title: &str, when: &str, others: usize, kind: NoticeKind) -> Notice {
    let heading = format!("Brought back the unsaved plan \"{title}\"{}.", of(when));
    Notice::new(kind, heading, others_line(others).into_iter().collect())
}

/// Unsaved work is on the shelf, and not in the window.
#[must_use]
pub fn kept(title: &str, when: &str, others: usize, kind: NoticeKind) -> Notice {
    let heading = format!("The unsaved plan \"{title}\"{} is kept as a draft.", of(when));
    Notice::new(kind, heading, others_line(others).into_iter().collect())
}

/// A draft was deleted.
#[must_use]
pub fn deleted(title: &str, kind: NoticeKind) -> Notice {
    Notice::new(kind, format!("Deleted the draft \"{title}\"."), Vec::new())
}

/// A draft could not be deleted.
#[must_use]
pub(crate) fn not_deleted(name: &str, reason: &str) -> Notice {
    Notice::new(NoticeKind::Info, format!("The draft \"{name}\" could not be deleted."), vec![capitalised(reason)])
}

/// A draft could not be written again.
#[must_use]
pub(crate) fn not_kept(title: &str, reason: &str) -> Notice {
    Notice::new(NoticeKind::Info, format!("The draft \"{title}\" could not be written."), vec![capitalised(reason)])
}

/// A draft could not be brought back.
#[must_use]
pub(crate) fn not_restored(name: &str, problem: String) -> Notice {
    let heading = format!("The draft \"{name}\" could not be opened. It is unchanged, and so is your current plan.");
    Notice::new(NoticeKind::OpenProblem, heading, vec![capitalised(&problem)])
}

/// Drafts cannot be written, in this folder and for this reason.
#[must_use]
pub(crate) fn no_drafts(folder: Option<&Path>, reason: &str) -> Notice {
    let heading = "Unsaved plans cannot be kept as drafts at present. Save often (Ctrl+S).";
    let line = folder.map_or_else(|| capitalised(reason), |folder| format!("{}: {reason}", folder.display()));
    Notice::new(NoticeKind::NoDrafts, heading.to_owned(), vec![line])
}

/// They can be written again, and were.
pub(crate) const KEPT_AGAIN: &str = "Unsaved work is kept as drafts again";

/// The program ended by a fault last time.
#[must_use]
pub(crate) fn ended_by_a_fault(fault: &str) -> String {
    format!("The program ended by a fault of its own: {fault}")
}

/// Something worth knowing.
#[must_use]
pub fn told(text: String) -> Notice {
    Notice::new(NoticeKind::Info, text, Vec::new())
}

/// What is told of a draft in a list: when it was written, of which dossier, with how many terms, from which file.
#[must_use]
pub fn line(entry: &DraftEntry, style: DateStyle) -> String {
    let mut parts = vec![written(&entry.written, style), entry.dossier.clone()];
    parts.extend(terms(entry));
    parts.extend(entry.path.as_ref().map(|path| path.to_string_lossy().into_owned()));
    parts.retain(|part| !part.is_empty());
    parts.join(" \u{b7} ")
}

/// A draft whose title cannot be read: "the draft of 13 Jan 2025, 10:42".
#[must_use]
pub(crate) fn of_the_day(entry: &DraftEntry, style: DateStyle) -> String {
    format!("the draft{}", of(&written(&entry.written, style)))
}

/// A draft in the menu: "My plan (Belfast, 1998 · 3 terms · 13 Jan 2025, 10:42)". Most plans are called alike: what they
/// are about tells them apart, and not the time alone.
#[must_use]
pub fn in_menu(entry: &DraftEntry, style: DateStyle) -> String {
    with_parts(entry, &written(&entry.written, style))
}

/// The same without the time, which stands beside it where a long title is cut.
#[must_use]
pub(crate) fn without_the_time(entry: &DraftEntry) -> String {
    with_parts(entry, "")
}

fn with_parts(entry: &DraftEntry, written: &str) -> String {
    let mut parts = vec![entry.dossier.clone()];
    parts.extend(terms(entry));
    parts.push(written.to_owned());
    parts.retain(|part| !part.is_empty());
    if parts.is_empty() { entry.title.clone() } else { format!("{} ({})", entry.title, parts.join(" \u{b7} ")) }
}

fn terms(entry: &DraftEntry) -> Option<String> {
    entry.n_set.map(|n| count(n, "term", "terms"))
}

/// The last entry of the menu: "All drafts (12)…".
#[must_use]
pub fn all(n: usize) -> String {
    if n == 0 { "No drafts".to_owned() } else { format!("All drafts ({n})\u{2026}") }
}

/// Where the drafts are kept.
#[must_use]
pub fn folder(folder: &str) -> String {
    format!("Drafts are kept in {folder}")
}

/// Name of a button for screen readers: what it does, and to which plan.
#[must_use]
pub fn named(verb: &str, title: &str) -> String {
    format!("{verb}: {title}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_and_time_are_told_as_the_reader_has_them() {
        assert_eq!(written("2025-01-13T10:42:07", DateStyle::Words), "13 Jan 2025, 10:42");
        assert_eq!(written("2025-01-13T10:42:07", DateStyle::Iso), "2025-01-13, 10:42");
        assert_eq!(written("", DateStyle::Iso), "");
        assert_eq!(written("later", DateStyle::Iso), "later");
    }
}
