//! Temporary files: written beside the file that they are to replace, locked as long as their writer lives, and swept by
//! the next writer in that folder once it does not.

use std::{
    fs::{self, File, TryLockError},
    io::{self, Write as _},
    path::Path,
};

use tempfile::NamedTempFile;

/// How the names of temporary files begin; a few random letters follow.
const PREFIX: &str = ".saving-";

/// The number of those letters.
const RANDOM: usize = 6;

/// How often a new temporary file is made, should somebody sweep it before it is locked.
const TRIES: usize = 8;

/// A finished file in the folder of `path` under another name, as readable or private as `like`. What died writers left in
/// that folder is swept first.
pub(super) fn beside(path: &Path, bytes: &[u8], like: &Path) -> io::Result<NamedTempFile> {
    let folder = folder_of(path);
    sweep(folder);
    let mut file = locked(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    let permissions = fs::metadata(like).map(|metadata| metadata.permissions()).ok();
    if let Some(permissions) = permissions.or_else(default_permissions) {
        file.as_file().set_permissions(permissions)?;
    }
    Ok(file)
}

/// The folder in which a file stands.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Gives a finished file its name, in the place of whatever has it.
pub(super) fn put_in_place(file: NamedTempFile, path: &Path) -> io::Result<()> {
    file.persist(path).map_err(|error| error.error)?;
    sync_folder(path);
    Ok(())
}

/// Gives a finished file its name if nothing has it.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] if something has it, or what the system says.
pub(super) fn put_where_nothing_is(file: NamedTempFile, path: &Path) -> io::Result<()> {
    if let Err(error) = file.persist_noclobber(path) {
        // Some file systems of sticks can rename, but not without replacing.
        if error.error.kind() == io::ErrorKind::AlreadyExists || path.exists() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        error.file.persist(path).map_err(|error| error.error)?;
    }
    sync_folder(path);
    Ok(())
}

/// A new temporary file that nobody sweeps as long as it is open.
fn locked(folder: &Path) -> io::Result<NamedTempFile> {
    for _ in 0..TRIES {
        let file = tempfile::Builder::new().prefix(PREFIX).rand_bytes(RANDOM).tempfile_in(folder)?;
        match file.as_file().try_lock() {
            // Where nothing can be locked, nothing is swept.
            Err(TryLockError::Error(_)) => return Ok(file),
            Ok(()) if file.path().exists() => return Ok(file),
            // Swept in the moment before it was locked.
            Ok(()) | Err(TryLockError::WouldBlock) => {}
        }
    }
    Err(io::ErrorKind::ResourceBusy.into())
}

/// Removes the temporary files of writers that died.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if !is_file || !is_ours(&entry.file_name().to_string_lossy()) {
            continue;
        }
        let Ok(file) = File::options().write(true).open(entry.path()) else { continue };
        if file.try_lock().is_ok() {
            // One that cannot be removed does no harm.
            let _: io::Result<()> = fs::remove_file(entry.path());
        }
    }
}

fn is_ours(name: &str) -> bool {
    name.strip_prefix(PREFIX)
        .is_some_and(|rest| rest.len() == RANDOM && rest.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// The new name is safe once the folder is written; not every system lets a folder be synced.
fn sync_folder(path: &Path) {
    if let Ok(folder) = File::open(folder_of(path)) {
        let _: io::Result<()> = folder.sync_all();
    }
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
    use crate::storage::names;

    #[test]
    fn what_a_killed_writer_left_goes_with_the_next_save_and_nothing_else_does() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in
            [".saving-aB3xYz", ".saving-000000", ".saving-notes.txt", ".saving-ab", "saving-abcdef", ".saving-ab.def"]
        {
            fs::write(at(name), "(cut o").unwrap();
        }
        fs::create_dir(at(".saving-folder")).unwrap();
        put_in_place(beside(&at("plan.ron"), b"()", &at("plan.ron")).unwrap(), &at("plan.ron")).unwrap();
        let left = [".saving-ab", ".saving-ab.def", ".saving-folder", ".saving-notes.txt", "plan.ron", "saving-abcdef"];
        assert_eq!(names(folder.path()), left);
    }

    #[test]
    fn what_a_living_writer_holds_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (one, two) = (folder.path().join("one.ron"), folder.path().join("two.ron"));
        let first = beside(&one, b"(one: 1)", &one).unwrap();
        put_in_place(beside(&two, b"(two: 2)", &two).unwrap(), &two).unwrap();
        put_in_place(first, &one).unwrap();
        assert_eq!(fs::read_to_string(&one).unwrap(), "(one: 1)");
        assert_eq!(names(folder.path()), ["one.ron", "two.ron"]);
    }

    /// A link of that name may lead anywhere.
    #[cfg(unix)]
    #[test]
    fn a_link_is_not_swept() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("mine"), "mine").unwrap();
        std::os::unix::fs::symlink("mine", folder.path().join(".saving-abcdef")).unwrap();
        drop(beside(&folder.path().join("plan.ron"), b"()", Path::new("")).unwrap());
        assert_eq!(names(folder.path()), [".saving-abcdef", "mine"]);
    }
}
