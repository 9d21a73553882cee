//! Files that belong together are written together: all of them, or none.

use std::{
    fs,
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use super::{
    SaveError,
    beside::{beside, put_in_place, put_where_nothing_is},
    save::{is_protected, keep_aside, place, replace_bytes},
};

/// What becomes of files that have the names already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Others {
    /// They stay, and nothing is written.
    Stay,
    /// They are replaced; what is made again in a moment is worth no copy.
    Go,
    /// They are replaced, and kept beside as by [`super::save`].
    AreKept,
}

/// Writes files into a folder, which is made if it is not there. All of them are written under other names first: where there
/// is no room for one, none gets its name.
///
/// # Errors
/// [`SaveError`]; the files of the folder are then as they were.
pub(crate) fn write_together(folder: &Path, files: &[(PathBuf, &[u8])], others: Others) -> Result<(), SaveError> {
    let is_new = |folder: &&Path| fs::symlink_metadata(folder).is_err();
    let made: Vec<&Path> = folder.ancestors().take_while(is_new).collect();
    let cannot = |reason| SaveError::NoFolder { path: folder.to_path_buf(), reason };
    let written = fs::create_dir_all(folder).map_err(cannot).and_then(|()| write_all(files, others));
    if written.is_err() {
        for folder in made {
            // Nothing is in it; should another program have put something there meanwhile, it stays.
            let _: std::io::Result<()> = fs::remove_dir(folder);
        }
    }
    written
}

fn write_all(files: &[(PathBuf, &[u8])], others: Others) -> Result<(), SaveError> {
    let staged = files.iter().map(|(path, bytes)| stage(path, bytes, others)).collect::<Result<Vec<_>, _>>()?;
    if others == Others::AreKept {
        for Staged { path, present, is_same, .. } in &staged {
            if let (Some(present), false) = (present, is_same) {
                keep_aside(path, present)?;
            }
        }
    }
    let mut done = Vec::new();
    for Staged { file, path, present, .. } in staged {
        let put = if others == Others::Stay { put_where_nothing_is } else { put_in_place };
        if let Err(error) = put(file, &path) {
            take_back(done);
            return Err(SaveError::cannot(&path)(error));
        }
        done.push((path, present));
    }
    Ok(())
}

/// Puts back what was there before, after a name could not be given although there was room: it is too long, or somebody took it
/// a moment ago.
fn take_back(done: Vec<(PathBuf, Option<Vec<u8>>)>) {
    for (path, before) in done {
        let back = before.map_or_else(|| fs::remove_file(&path), |bytes| replace_bytes(&path, &bytes));
        // What cannot be put back stays as it was to be: a whole file all the same.
        drop(back);
    }
}

/// A file that is written and has no name yet, and what has the name.
struct Staged {
    file: NamedTempFile,
    path: PathBuf,
    present: Option<Vec<u8>>,
    is_same: bool,
}

fn stage(path: &Path, bytes: &[u8], others: Others) -> Result<Staged, SaveError> {
    let path = place(path)?;
    if path.exists() && others == Others::Stay {
        return Err(SaveError::Exists(path));
    }
    if path.exists() && is_protected(&path) {
        return Err(SaveError::Protected(path));
    }
    let present = fs::read(&path).ok();
    let file = beside(&path, bytes, &path).map_err(SaveError::cannot(&path))?;
    let is_same = present.as_deref() == Some(bytes);
    Ok(Staged { file, path, present, is_same })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::names;

    fn files<'b>(folder: &Path, files: &[(&str, &'b [u8])]) -> Vec<(PathBuf, &'b [u8])> {
        files.iter().map(|(name, bytes)| (folder.join(name), *bytes)).collect()
    }

    /// A name that no file system takes stands for a disk without room.
    #[test]
    fn where_one_cannot_be_written_nothing_is_left() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("cases").join("case");
        let long = "x".repeat(300);
        let job = files(&folder, &[("a.ron", b"a"), (&long, b"b"), ("dossier.ron", b"c")]);
        assert!(write_together(&folder, &job, Others::Stay).is_err());
        assert!(names(parent.path()).is_empty(), "every folder that was made for it goes too");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.ron"), "old").unwrap();
        for others in [Others::Stay, Others::Go, Others::AreKept] {
            assert!(write_together(&folder, &job, others).is_err(), "{others:?}");
            let there = names(&folder);
            assert!(there.iter().all(|name| ["a.ron", "a.ron.bak"].contains(&name.as_str())), "{others:?} {there:?}");
            assert_eq!(fs::read_to_string(folder.join("a.ron")).unwrap(), "old");
        }
    }

    #[test]
    fn what_is_there_stays_or_goes_or_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let job = files(folder.path(), &[("b.csv", b"new"), ("a.csv", b"new")]);
        fs::write(folder.path().join("a.csv"), "old").unwrap();
        assert!(matches!(write_together(folder.path(), &job, Others::Stay), Err(SaveError::Exists(_))));
        assert_eq!(names(folder.path()), ["a.csv"]);
        write_together(folder.path(), &job, Others::AreKept).unwrap();
        assert_eq!(names(folder.path()), ["a.csv", "a.csv.bak", "b.csv"]);
        write_together(folder.path(), &job, Others::AreKept).unwrap();
        let other = files(folder.path(), &[("b.csv", b"again"), ("a.csv", b"again")]);
        write_together(folder.path(), &other, Others::Go).unwrap();
        assert_eq!(names(folder.path()), ["a.csv", "a.csv.bak", "b.csv"]);
        assert_eq!(fs::read_to_string(folder.path().join("a.csv")).unwrap(), "again");
    }
}
