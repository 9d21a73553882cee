//! Writing files so that a full disk, a crash or a second person never costs a byte.

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
};

use super::beside::{beside, put_in_place, put_where_nothing_is};
use crate::format::has_comments;

/// Why a file could not be saved. Whatever it is, the old file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Someone else changed the file since it was opened.
    #[error("\"{}\" was changed by someone else since it was opened", .0.display())]
    ChangedOnDisk(PathBuf),
    /// There is another file of that name.
    #[error("\"{}\" is there already", .0.display())]
    Exists(PathBuf),
    /// The file is write-protected.
    #[error("\"{}\" is write-protected and was not changed; save under another name, or allow writing to it first", .0.display())]
    Protected(PathBuf),
    /// The folder is not there and cannot be made.
    #[error("the folder \"{}\" cannot be made: {}", path.display(), super::why(reason))]
    NoFolder {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
    /// The folder or the file cannot be written.
    #[error("\"{}\" cannot be written to{}: {}", path.display(), if *is_there { " and was not changed" } else { "" }, super::why(reason))]
    Cannot {
        /// The folder or file.
        path: PathBuf,
        /// True if it is there, as it was.
        is_there: bool,
        /// What the system says.
        reason: io::Error,
    },
    /// There is nothing to write, for this reason.
    #[error("{0}")]
    NotMade(String),
}

impl SaveError {
    pub(super) fn cannot(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |reason| match reason.kind() {
            io::ErrorKind::AlreadyExists => Self::Exists(path),
            _ => Self::Cannot { is_there: path.is_file(), reason: super::in_its_folder(&path, reason), path },
        }
    }
}

/// Writes `text` to `path`: into a file beside it first, then in its place. With `opened`, the text that the file had
/// when it was opened, a change by someone else is found out; without it any file of that name is someone else's. Such a
/// file is replaced only with `overwrite`, and then kept beside the new one, as is one whose comments would be lost: as
/// `.bak`, or under the next free number if there is another one.
///
/// # Errors
/// [`SaveError`]; the old file is then unchanged.
pub fn save(path: &Path, text: &str, opened: Option<&str>, overwrite: bool) -> Result<(), SaveError> {
    save_either(path, text, opened, (overwrite, has_comments))
}

/// The same for a text that has the comments of the one before: only what somebody else wrote is kept aside.
///
/// # Errors
/// [`SaveError`]; the old file is then unchanged.
pub fn save_edited(path: &Path, text: &str, opened: &str, overwrite: bool) -> Result<(), SaveError> {
    save_either(path, text, Some(opened), (overwrite, |_| false))
}

/// Where a file is to be written: what has its name now must be a file.
pub(super) fn place(path: &Path) -> Result<PathBuf, SaveError> {
    let path = super::whole_path(path);
    super::no_pipe(&path).map_err(SaveError::cannot(&path))?;
    if path.is_dir() {
        return Err(SaveError::cannot(&path)(io::ErrorKind::IsADirectory.into()));
    }
    Ok(path)
}

fn save_either(
    path: &Path,
    text: &str,
    opened: Option<&str>,
    (overwrite, loses): (bool, fn(&str) -> bool),
) -> Result<(), SaveError> {
    // A link stays a link: what it points to is replaced.
    let path = &place(path)?;
    let present = match fs::read(path) {
        Ok(present) => present,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let new = beside(path, text.as_bytes(), path).map_err(SaveError::cannot(path))?;
            return put_where_nothing_is(new, path).map_err(SaveError::cannot(path));
        }
        Err(error) => return Err(SaveError::cannot(path)(error)),
    };
    // A byte order mark is no part of a text, and what was opened came without it.
    let holds = |text: &str| present.strip_prefix(MARK).unwrap_or(&present) == text.as_bytes();
    if holds(text) {
        return Ok(());
    }
    let is_theirs = opened.is_none_or(|opened| !holds(opened));
    if is_theirs && !overwrite {
        let error = if opened.is_some() { SaveError::ChangedOnDisk } else { SaveError::Exists };
        return Err(error(path.clone()));
    }
    if is_protected(path) {
        return Err(SaveError::Protected(path.clone()));
    }
    let is_kept = is_theirs || str::from_utf8(&present).is_ok_and(loses);
    replace_keeping(path, text.as_bytes(), is_kept.then_some(&present))
}

/// Puts a file in the place of another, of which `old` is kept aside. The new one is written first: where there is no room
/// for it, nothing is left behind.
fn replace_keeping(path: &Path, bytes: &[u8], old: Option<&Vec<u8>>) -> Result<(), SaveError> {
    let new = beside(path, bytes, path).map_err(SaveError::cannot(path))?;
    if let Some(old) = old {
        keep_aside(path, old)?;
    }
    put_in_place(new, path).map_err(SaveError::cannot(path))
}

/// What some editors write before a text.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// True if this file is not to be written to: by its own permissions, which a rename would pass by.
pub(super) fn is_protected(path: &Path) -> bool {
    let denied =
        |error: io::Error| matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem);
    // The administrator may open everything for writing; a file that is read-only for all is meant to stay as it is.
    fs::metadata(path).is_ok_and(|metadata| metadata.permissions().readonly())
        || fs::File::options().write(true).open(path).is_err_and(denied)
}

/// Where the old contents of a file are kept first; further ones go to `.bak-2`, `.bak-3` and so on.
fn numbered_backup(path: &Path, number: u32) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".bak");
    if number > 1 {
        name.push(format!("-{number}"));
    }
    path.with_file_name(name)
}

/// Keeps what a file holds beside it, unless that is kept already. Returns where.
pub(super) fn keep_aside(path: &Path, present: &[u8]) -> Result<PathBuf, SaveError> {
    let mut number = 1;
    loop {
        let kept = numbered_backup(path, number);
        if fs::read(&kept).is_ok_and(|kept| kept == present) {
            return Ok(kept);
        }
        if fs::symlink_metadata(&kept).is_err() {
            let copy = beside(&kept, present, path).map_err(SaveError::cannot(&kept))?;
            match put_where_nothing_is(copy, &kept) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(SaveError::cannot(&kept)(error)),
                Ok(()) => return Ok(kept),
            }
        }
        number += 1;
    }
}

/// The first of `plan.ron`, `plan-2.ron`, `plan-3.ron` … that nothing has.
#[must_use]
pub fn free_path(path: &Path) -> PathBuf {
    let numbered = |number: u32| {
        let mut name = path.file_stem().unwrap_or_default().to_os_string();
        name.push(format!("-{number}"));
        if let Some(ending) = path.extension() {
            name.push(OsString::from("."));
            name.push(ending);
        }
        path.with_file_name(name)
    };
    let is_free = |path: &PathBuf| fs::symlink_metadata(path).is_err();
    if is_free(&path.to_path_buf()) {
        return path.to_path_buf();
    }
    (2..).map(numbered).find(is_free).unwrap_or_else(|| path.to_path_buf())
}

/// Puts a file with this text in the place of another, at once or not at all.
pub(super) fn replace(path: &Path, text: &str) -> io::Result<()> {
    replace_bytes(path, text.as_bytes())
}

/// The same with bytes that may be no text.
pub(super) fn replace_bytes(path: &Path, bytes: &[u8]) -> io::Result<()> {
    put_in_place(beside(path, bytes, path)?, path)
}

/// Writes a new file, at once or not at all; one that is there already is replaced only with `overwrite`.
///
/// # Errors
/// [`SaveError`]; a file that was there is then unchanged.
pub fn write_file(path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), SaveError> {
    let path = &place(path)?;
    if path.exists() {
        if !overwrite {
            return Err(SaveError::Exists(path.clone()));
        }
        if is_protected(path) {
            return Err(SaveError::Protected(path.clone()));
        }
    }
    let file = beside(path, bytes, path).map_err(SaveError::cannot(path))?;
    let put = if overwrite { put_in_place } else { put_where_nothing_is };
    put(file, path).map_err(SaveError::cannot(path))
}

/// The same for what cannot be made again: what was there is kept beside it, as by [`save`].
///
/// # Errors
/// [`SaveError`]; a file that was there is then unchanged.
pub fn write_keeping(path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), SaveError> {
    let path = &place(path)?;
    let present = fs::read(path).ok().filter(|present| overwrite && present != bytes);
    match present.filter(|_| !is_protected(path)) {
        Some(present) => replace_keeping(path, bytes, Some(&present)),
        None => write_file(path, bytes, overwrite),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_made_again_is_kept_beside_what_replaces_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case.xlsx");
        for (bytes, n) in [(b"one", 1), (b"one", 1), (b"two", 2), (b"six", 3)] {
            write_keeping(&path, bytes, true).unwrap();
            assert_eq!(fs::read(&path).unwrap(), bytes);
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), n);
        }
        assert_eq!(fs::read(numbered_backup(&path, 1)).unwrap(), b"one");
        assert!(matches!(write_keeping(&path, b"new", false), Err(SaveError::Exists(_))));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
    }

    #[test]
    fn a_new_file_is_written_and_nothing_else_is_left_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.ron");
        save(&path, "(a: 1)", None, false).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "(a: 1)");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_new_file_replaces_another_only_when_told_to() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.pdf");
        write_file(&path, b"one", false).unwrap();
        assert!(matches!(write_file(&path, b"two", false), Err(SaveError::Exists(_))));
        assert_eq!(fs::read(&path).unwrap(), b"one");
        write_file(&path, b"two", true).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        let nowhere = write_file(&path.join("plan.pdf"), b"x", false).unwrap_err();
        assert!(matches!(nowhere, SaveError::Cannot { .. }), "{nowhere}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_with_comments_is_kept_as_bak() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.ron");
        fs::write(&path, "( // mine\n)").unwrap();
        save(&path, "(a: 1)", Some("( // mine\n)"), false).unwrap();
        assert_eq!(fs::read_to_string(numbered_backup(&path, 1)).unwrap(), "( // mine\n)");
        assert_eq!(fs::read_to_string(&path).unwrap(), "(a: 1)");
    }

    #[test]
    fn a_change_by_someone_else_is_not_overwritten_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.ron");
        fs::write(&path, "(theirs: 1)").unwrap();
        let refused = save(&path, "(mine: 1)", Some("(opened: 1)"), false);
        assert!(matches!(refused, Err(SaveError::ChangedOnDisk(_))));
        assert_eq!(fs::read_to_string(&path).unwrap(), "(theirs: 1)");
        save(&path, "(mine: 1)", Some("(opened: 1)"), true).unwrap();
        assert_eq!(fs::read_to_string(numbered_backup(&path, 1)).unwrap(), "(theirs: 1)");
    }

    #[test]
    fn a_free_name_counts_on_before_the_ending() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert_eq!(free_path(&at("my-plan.ron")), at("my-plan.ron"));
        for (taken, free) in [("my-plan.ron", "my-plan-2.ron"), ("my-plan-2.ron", "my-plan-3.ron")] {
            fs::write(at(taken), "").unwrap();
            assert_eq!(free_path(&at("my-plan.ron")), at(free));
        }
        fs::create_dir(at("sheet")).unwrap();
        assert_eq!(free_path(&at("sheet")), at("sheet-2"));
    }

    #[test]
    fn a_folder_that_is_none_is_an_error_with_its_path() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "x").unwrap();
        let error = save(&file.join("plan.ron"), "(a: 1)", None, false).unwrap_err();
        assert!(error.to_string().contains("plan.ron"), "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.ron"), folder.path().join("link.ron"));
        fs::write(&real, "(a: 1)").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        save(&link, "(a: 2)", Some("(a: 1)"), false).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&real).unwrap(), "(a: 2)");
    }
}
