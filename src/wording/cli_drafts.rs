//! The words of the subcommand `drafts`.

/// What the subcommand does.
pub(crate) const ABOUT: &str = "List unsaved plans of the window, write one into a file, or delete it";
/// Examples under the help.
pub(crate) const EXAMPLES: &str = "Examples:\n  peace-plan-explorer drafts\n  peace-plan-explorer drafts --json\n  \
     peace-plan-explorer drafts restore 2025-01-13T104207-1 --to my-plan.ron\n  \
     peace-plan-explorer drafts delete 2025-01-13T104207-1";
/// What `restore` does.
pub(crate) const ABOUT_RESTORE: &str = "Write a draft into a file; the draft stays where it is";
/// What `delete` does.
pub(crate) const ABOUT_DELETE: &str = "Delete drafts for good";
/// A draft's name.
pub(crate) const HELP_DRAFT: &str = "The draft, as `drafts` lists it";
/// The file.
pub(crate) const HELP_TO: &str = "The file to write";
/// Replacing a file.
pub(crate) const HELP_FORCE: &str = "Replace the file if it is there already";

/// No draft has this name.
#[must_use]
pub(crate) fn unknown(name: &str) -> String {
    format!("there is no draft \"{name}\"; `peace-plan-explorer drafts` lists those there are")
}

/// A draft that is no draft.
#[must_use]
pub(crate) fn cannot_read(name: &str, problem: &str) -> String {
    format!("the draft \"{name}\" cannot be read. {problem}")
}

/// A draft that could not be deleted.
#[must_use]
pub(crate) fn cannot_delete(name: &str, reason: &str) -> String {
    format!("the draft \"{name}\" could not be deleted ({reason})")
}

/// A draft that a window works on.
#[must_use]
pub(crate) fn is_open(name: &str) -> String {
    format!("the draft \"{name}\" is open in a window and was not deleted; close it there first")
}

/// The file is there already.
#[must_use]
pub(crate) fn exists(file: &str, free: &str) -> String {
    super::export::exists(file, free)
}

/// A draft was written into a file.
#[must_use]
pub(crate) fn restored(title: &str, file: &str) -> String {
    format!("Wrote the draft \"{title}\" to {file}\n")
}

/// A draft was deleted.
#[must_use]
pub(crate) fn deleted(name: &str) -> String {
    format!("Deleted the draft {name}\n")
}

/// A draft in the list.
#[must_use]
pub(crate) fn line(title: &str, when: &str, dossier: &str, is_open: bool) -> String {
    let open = if is_open { "; open in a window" } else { "" };
    format!("{title}, {when}, {dossier}{open}")
}

/// The file that a draft was opened from.
#[must_use]
pub(crate) fn from_file(file: &str) -> String {
    format!("changes to {file}")
}
