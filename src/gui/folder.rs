//! Listing folders for the file dialog.

use std::path::{Path, PathBuf};

use crate::{
    app::{Action, FolderEntry},
    storage::{ends_in_ron, whole_path},
};

/// What is in `folder`: folders first, then files ending in `.ron`, each A to Z; hidden ones are left out. At the root of a
/// drive the other drives come before them.
pub fn list(folder: &Path) -> Action {
    let folder = whole_path(folder);
    match read(&folder) {
        Ok(entries) => Action::FolderListed { folder, entries, problem: String::new() },
        Err(error) => Action::FolderListed { folder, entries: Vec::new(), problem: error.to_string() },
    }
}

fn read(folder: &Path) -> std::io::Result<Vec<FolderEntry>> {
    let mut entries = Vec::new();
    let is_root = folder.parent().is_none();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_folder = entry.path().is_dir();
        if !name.starts_with('.') && (is_folder || ends_in_ron(Path::new(&name))) {
            entries.push(FolderEntry { name, is_folder });
        }
    }
    entries.sort_by_cached_key(|entry| (!entry.is_folder, entry.name.to_lowercase()));
    // The name of a drive is a whole path; joined to a folder, it stands for itself.
    let others = drives().into_iter().filter(|drive| is_root && Path::new(drive) != folder);
    Ok(others.map(|name| FolderEntry { name, is_folder: true }).chain(entries).collect())
}

/// The roots of all drives, as `C:\`; none but on Windows, where everything has one root.
#[cfg(windows)]
fn drives() -> Vec<String> {
    #[link(name = "kernel32")]
    unsafe extern "system" {
        safe fn GetLogicalDrives() -> u32;
    }
    let there = GetLogicalDrives();
    ('A'..='Z')
        .enumerate()
        .filter(|(place, _)| there >> place & 1 == 1)
        .map(|(_, letter)| format!("{letter}:\\"))
        .collect()
}

#[cfg(not(windows))]
const fn drives() -> Vec<String> {
    Vec::new()
}

/// The folder in which a file dialog starts: that of the open file, else of the last file used, else the user's
/// documents or home.
pub fn start(open: Option<&Path>, recent: &[PathBuf]) -> PathBuf {
    let parent = |path: &Path| path.parent().filter(|parent| parent.is_dir()).map(Path::to_path_buf);
    let home = std::env::home_dir();
    let documents = home.as_ref().map(|home| home.join("Documents")).filter(|documents| documents.is_dir());
    open.and_then(parent)
        .or_else(|| recent.iter().find_map(|path| parent(path)))
        .or(documents)
        .or(home)
        .or_else(|| std::env::current_dir().ok())
        .unwrap_or_else(|| PathBuf::from(std::path::MAIN_SEPARATOR_STR))
}
