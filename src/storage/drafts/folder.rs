//! The folder of the shelf: whose file is whose by its name, and which windows live.

use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
};

/// What can be told about a window by its lock.
pub(super) enum Life {
    /// It is gone; as long as the lock is kept nobody else finds that out.
    Gone {
        _lock: File,
    },
    /// It lives, or this system has no locks.
    Unknown,
    Alive,
}

pub(super) const ENDING: &str = ".ron";

pub(super) const OPEN: &str = ".open-";

/// A file of the shelf by its name: the draft, and the window that has it.
fn parse(file: &str) -> Option<(&str, Option<u32>)> {
    let name = file.strip_suffix(ENDING).filter(|name| !name.is_empty() && !name.starts_with('.'))?;
    match name.rsplit_once(OPEN) {
        Some((name, number)) => number.parse().ok().map(|number| (name, Some(number))),
        None => Some((name, None)),
    }
}

/// The files of the shelf: where each is, which draft it is, and which window has it.
pub(super) fn files(folder: &Path) -> Vec<(PathBuf, String, Option<u32>)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let file = |entry: fs::DirEntry| {
        let file = entry.file_name();
        parse(file.to_str()?).map(|(name, owner)| (entry.path(), name.to_owned(), owner))
    };
    entries.filter_map(file).collect()
}

/// The windows that left a trace.
pub(super) fn windows(folder: &Path) -> std::collections::BTreeSet<u32> {
    let faults = fs::read_dir(folder).into_iter().flatten().flatten().filter_map(|entry| {
        let file = entry.file_name();
        file.to_str()?.strip_prefix("window-")?.strip_suffix(".fault")?.parse().ok()
    });
    files(folder).into_iter().filter_map(|(.., owner)| owner).chain(faults).collect()
}

pub(super) fn fault_path(folder: &Path, number: u32) -> PathBuf {
    folder.join(format!("window-{number}.fault"))
}

pub(super) fn lock(folder: &Path, number: u32) -> io::Result<Life> {
    let path = folder.join(format!("window-{number}.lock"));
    let file = File::options().write(true).create(true).truncate(false).open(path)?;
    Ok(match file.try_lock() {
        Ok(()) => Life::Gone { _lock: file },
        Err(TryLockError::WouldBlock) => Life::Alive,
        Err(TryLockError::Error(_)) => Life::Unknown,
    })
}
