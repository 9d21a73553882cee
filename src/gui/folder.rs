//! Listing folders for the file dialog.

use std::path::{Path, PathBuf};

use crate::app::{Action, FolderEntry};

/// What is in `folder`: folders first, then files ending in `.ron`, each A to Z; hidden ones are left out.
pub fn list(folder: &Path) -> Action {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    match read(&folder) {
        Ok(entries) => Action::FolderListed { folder, entries, problem: String::new() },
        Err(error) => Action::FolderListed { folder, entries: Vec::new(), problem: error.to_string() },
    }
}

fn read(folder: &Path) -> std::io::Result<Vec<FolderEntry>> {
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_folder = entry.path().is_dir();
        if !name.starts_with('.') && (is_folder || name.ends_with(".ron")) {
            entries.push(FolderEntry { name, is_folder });
        }
    }
    entries.sort_by_cached_key(|entry| (!entry.is_folder, entry.name.to_lowercase()));
    Ok(entries)
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
        .unwrap_or_else(|| PathBuf::from("/"))
}
