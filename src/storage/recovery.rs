//! The recovery copy: unsaved work, written while it is being done, so that a crash costs at most two seconds.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{folders::data_folder, save::replace, tree::options};

/// Unsaved work of a window.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Recovery {
    /// The scenario as a self-contained or referring file.
    pub scenario: String,
    /// The file that was open.
    pub path: Option<PathBuf>,
    /// What that file held when it was opened.
    pub opened: Option<String>,
    /// When the copy was written, as it is to be shown.
    pub written: String,
}

fn folder() -> Option<PathBuf> {
    data_folder().map(|folder| folder.join("recovery"))
}

/// The recovery copy of a running window. Each window has its own, so that two never overwrite each other.
fn path_of(process: u32) -> Option<PathBuf> {
    folder().map(|folder| folder.join(format!("{process}.ron")))
}

/// Writes the recovery copy of the window with this process number.
///
/// # Errors
/// What the system says, if it cannot be written.
pub fn write_recovery(process: u32, recovery: &Recovery) -> io::Result<()> {
    let path = path_of(process).ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let text = options().to_string(recovery).map_err(io::Error::other)?;
    replace(&path, &text)
}

/// Removes the recovery copy of the window with this process number, if there is one.
pub fn remove_recovery(process: u32) {
    if let Some(path) = path_of(process) {
        // What cannot be removed is found, and offered, at the next start.
        let _: io::Result<()> = fs::remove_file(path);
    }
}

/// Takes over the newest recovery copy of a window that is no longer running. It becomes the copy of `process`, so
/// that it is safe until it is saved or thrown away.
#[must_use]
pub fn take_over_recovery(process: u32) -> Option<Recovery> {
    let mut left: Vec<(std::time::SystemTime, PathBuf)> = fs::read_dir(folder()?)
        .ok()?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| owner(path).is_some_and(|owner| owner != process && !is_running(owner)))
        .filter_map(|path| Some((fs::metadata(&path).ok()?.modified().ok()?, path)))
        .collect();
    left.sort();
    while let Some((_, path)) = left.pop() {
        let recovery = fs::read_to_string(&path).ok().and_then(|text| options().from_str::<Recovery>(&text).ok());
        if let Some(recovery) = recovery
            && write_recovery(process, &recovery).is_ok()
        {
            let _: io::Result<()> = fs::remove_file(path);
            return Some(recovery);
        }
    }
    None
}

fn owner(path: &Path) -> Option<u32> {
    (path.extension()? == "ron").then(|| path.file_stem()?.to_str()?.parse().ok()).flatten()
}

/// True if a process with this number is known to run. Where that cannot be told, its copy is taken to be left over.
fn is_running(process: u32) -> bool {
    cfg!(target_os = "linux")
        && Path::new("/proc").join(process.to_string()).join("exe").exists()
        && fs::read_to_string(Path::new("/proc").join(process.to_string()).join("comm"))
            .is_ok_and(|name| name.starts_with("peace-plan"))
}
