//! Settings in a file of their own.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use serde::{Serialize, de::DeserializeOwned};

use super::{
    folders::config_folder,
    save::{keep_aside, replace},
};
use crate::{
    domain::{Finding, SettingsFault},
    format::{letters, options, read_whole},
};

/// The name of their file.
const SETTINGS: &str = "settings.ron";

/// The settings' file; `None` where the system has no place for it.
#[must_use]
pub(super) fn settings_path() -> Option<PathBuf> {
    config_folder().map(|folder| folder.join(SETTINGS))
}

/// The settings; the defaults if there are none. A file that cannot be read is kept as `.bak` and reported.
#[must_use]
pub(crate) fn load_settings<T: DeserializeOwned + Default>() -> (T, Option<Finding>) {
    settings_path().map(|path| load(&path)).unwrap_or_default()
}

fn load<T: DeserializeOwned + Default>(path: &Path) -> (T, Option<Finding>) {
    let Ok(bytes) = fs::read(path) else { return (T::default(), None) };
    read(&bytes).map(|settings| (settings, None)).unwrap_or_else(|why| {
        let kept = keep_aside(path, &bytes);
        let kept = kept.map(|path| path.display().to_string()).map_err(|error| error.to_string());
        (T::default(), Some(Finding::warning(SettingsFault { why, kept })))
    })
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Vec<Finding>> {
    let (text, fault) = letters(bytes.to_vec(), SETTINGS).map_err(|fault| vec![fault])?;
    match (read_whole(&text), fault) {
        (read, None) => read,
        (Ok(_), Some(fault)) => Err(vec![fault]),
        (Err(others), Some(fault)) => Err(std::iter::once(fault).chain(others).collect()),
    }
}

/// Keeps what `merge` makes of the settings that are there by now, which another window may have written. Returns it.
///
/// # Errors
/// What the system says, if they cannot be written.
pub(crate) fn save_settings<T: Serialize + DeserializeOwned + Default>(merge: impl FnOnce(T) -> T) -> io::Result<T> {
    let path = settings_path().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // Where nothing can be locked, two windows that write in the same moment may still cost one of them a setting.
    let lock = File::create(path.with_extension("lock"))?;
    let _: io::Result<()> = lock.lock();
    let settings = merge(load(&path).0);
    let text = options().to_string_pretty(&settings, ron::ser::PrettyConfig::default()).map_err(io::Error::other)?;
    replace(&path, &text)?;
    Ok(settings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Fault, FindingKind};

    #[derive(Debug, Default, PartialEq, serde::Deserialize)]
    struct Few {
        dark: bool,
    }

    /// What cannot be read is told and kept, also where it is no text at all: the next save would overwrite it.
    #[test]
    fn settings_that_cannot_be_read_are_told_with_every_reason_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(SETTINGS);
        assert_eq!(load::<Few>(&path), (Few::default(), None));
        for (bytes, n) in [
            ("(\u{a0}dark: yes)".as_bytes(), 2),
            (b"(dark: true) // caf\xe9", 1),
            (b"(dark: yes) // caf\xe9", 2),
            (b"\x89PNG\0", 1),
            (b"\xff\xfe(\0d\0", 2),
        ] {
            fs::write(&path, bytes).unwrap();
            let (settings, problem) = load::<Few>(&path);
            assert_eq!(settings, Few::default());
            let FindingKind::Fault(fault) = problem.expect("it is told").kind else { panic!() };
            let Fault::Settings(SettingsFault { why, kept }) = *fault else { panic!() };
            assert_eq!(why.len(), n, "{why:?}");
            assert_eq!(fs::read(kept.unwrap()).unwrap(), bytes);
        }
    }
}
