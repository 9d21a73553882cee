//! Settings in a file of their own.

use std::{fs, io, path::PathBuf};

use serde::{Serialize, de::DeserializeOwned};

use super::{
    folders::config_folder,
    problem::Problem,
    save::{backup_path, replace},
    tree::options,
};

/// The settings' file; `None` where the system has no place for it.
#[must_use]
pub fn settings_path() -> Option<PathBuf> {
    config_folder().map(|folder| folder.join("settings.ron"))
}

/// The settings; the defaults if there are none. A file that cannot be read is kept as `.bak` and reported.
#[must_use]
pub fn load_settings<T: DeserializeOwned + Default>() -> (T, Option<Problem>) {
    let Some(path) = settings_path() else { return (T::default(), None) };
    let Ok(text) = fs::read_to_string(&path) else { return (T::default(), None) };
    match options().from_str(&text) {
        Ok(settings) => (settings, None),
        Err(error) => {
            let kept = backup_path(&path);
            let note = match replace(&kept, &text) {
                Ok(()) => format!("The old file is kept as \"{}\"", kept.display()),
                Err(error) => format!("The old file could not be kept ({error})"),
            };
            (T::default(), Some(Problem::warning(format!("the settings could not be read ({error})"), note)))
        }
    }
}

/// Keeps the settings.
///
/// # Errors
/// What the system says, if they cannot be written.
pub fn save_settings<T: Serialize>(settings: &T) -> io::Result<()> {
    let path = settings_path().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let text = options().to_string_pretty(settings, ron::ser::PrettyConfig::default()).map_err(io::Error::other)?;
    replace(&path, &text)
}
