//! Writing files so that a full disk, a crash or a second person never costs a byte.

use std::{
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
};

use super::lexemes::has_comments;

/// Why a file could not be saved. Whatever it is, the old file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Someone else changed the file since it was opened.
    #[error("\"{}\" was changed by someone else since it was opened", .0.display())]
    ChangedOnDisk(PathBuf),
    /// The folder or the file cannot be written.
    #[error("\"{}\" cannot be written to ({reason})", path.display())]
    Cannot {
        /// The folder or file.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
}

/// Writes `text` to `path`: into a file beside it first, then in its place. With `opened`, the text that the file had
/// when it was opened, a change by someone else is found out. A file with comments, or one that is overwritten in spite
/// of such a change, is kept as `.bak`.
///
/// # Errors
/// [`SaveError`]; the old file is then unchanged.
pub fn save(path: &Path, text: &str, opened: Option<&str>, overwrite: bool) -> Result<(), SaveError> {
    // A link stays a link: what it points to is replaced.
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let cannot = |path: &Path| {
        let path = path.to_path_buf();
        move |reason| SaveError::Cannot { path, reason }
    };
    match fs::read(path) {
        Ok(present) => {
            // A byte order mark is no part of a text, and what was opened came without it.
            let holds = |text: &str| present.strip_prefix(MARK).unwrap_or(&present) == text.as_bytes();
            if holds(text) {
                return Ok(());
            }
            let is_changed = opened.is_some_and(|opened| !holds(opened));
            if is_changed && !overwrite {
                return Err(SaveError::ChangedOnDisk(path.clone()));
            }
            let loses_comments = str::from_utf8(&present).is_ok_and(has_comments);
            if is_changed || loses_comments || opened.is_none() {
                let kept = backup_path(path);
                replace_like(&kept, &present, path).map_err(cannot(&kept))?;
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(cannot(path)(error)),
    }
    replace(path, text).map_err(cannot(path))
}

/// What some editors write before a text.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// Where the old contents of a file are kept.
#[must_use]
pub fn backup_path(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".bak");
    path.with_file_name(name)
}

/// Puts a file with this text in the place of another, at once or not at all.
pub(super) fn replace(path: &Path, text: &str) -> io::Result<()> {
    replace_like(path, text.as_bytes(), path)
}

/// Puts a file in the place of another, as readable or private as a third.
fn replace_like(path: &Path, bytes: &[u8], like: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".saving-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    let permissions = fs::metadata(like).map(|metadata| metadata.permissions()).ok();
    if let Some(permissions) = permissions.or_else(default_permissions) {
        file.as_file().set_permissions(permissions)?;
    }
    file.persist(path).map_err(|error| error.error)?;
    // The new name is safe once the folder is written; not every system lets a folder be synced.
    if let Ok(folder) = fs::File::open(folder) {
        let _: io::Result<()> = folder.sync_all();
    }
    Ok(())
}

/// Temporary files are readable by their owner alone; a saved plan is meant to be shared.
fn default_permissions() -> Option<fs::Permissions> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        Some(fs::Permissions::from_mode(0o644))
    }
    #[cfg(not(unix))]
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_is_written_and_nothing_else_is_left_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.ron");
        save(&path, "(a: 1)", None, false).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "(a: 1)");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_with_comments_is_kept_as_bak() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.ron");
        fs::write(&path, "( // mine\n)").unwrap();
        save(&path, "(a: 1)", Some("( // mine\n)"), false).unwrap();
        assert_eq!(fs::read_to_string(backup_path(&path)).unwrap(), "( // mine\n)");
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
        assert_eq!(fs::read_to_string(backup_path(&path)).unwrap(), "(theirs: 1)");
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
