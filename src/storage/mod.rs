//! Files: the library of dossiers, drafts, settings, and saving that never loses a byte.

mod beside;
mod builtin;
mod drafts;
mod excerpt;
mod folders;
mod library;
mod new_case;
mod save;
mod settings;
mod tables;
mod together;
mod whole_path;
mod why;

pub use drafts::{Draft, DraftOfCase, Drafts, Listed, Unreadable};
pub use excerpt::excerpt;
pub(crate) use library::read_if_small;
pub use library::{Library, OpenedFile, Shelf, own_folder};
pub(crate) use new_case::{dossier_path, free_case, plan_paths, write_case};
pub use save::{SaveError, free_path, save, save_edited, write_file, write_keeping};
pub(crate) use settings::{load_settings, save_settings};
pub(crate) use tables::{TableFiles, TablesError, read_tables};
pub(crate) use together::{Others, write_together};
pub(crate) use whole_path::{ends_in_ron, whole_path};
use why::in_its_folder;
pub(crate) use why::no_pipe;
pub use why::why;

/// What is in a folder, by name.
#[cfg(test)]
fn names(folder: &std::path::Path) -> Vec<String> {
    let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name().to_string_lossy().into_owned();
    let mut names: Vec<String> = std::fs::read_dir(folder).unwrap().map(name).collect();
    names.sort();
    names
}
