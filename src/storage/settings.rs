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
    format::{options, problem_of},
};

/// The settings' file; `None` where the system has no place for it.
#[must_use]
pub fn settings_path() -> Option<PathBuf> {
    config_folder().map(|folder| folder.join("settings.ron"))
}

/// The settings; the defaults if there are none. A file that cannot be read is kept as `.bak` and reported.
#[must_use]
pub fn load_settings<T: DeserializeOwned + Default>() -> (T, Option<Finding>) {
    settings_path().map(|path| load(&path)).unwrap_or_default()
}

fn load<T: DeserializeOwned + Default>(path: &Path) -> (T, Option<Finding>) {
    let Ok(text) = fs::read_to_string(path) else { return (T::default(), None) };
    match options().from_str(&text) {
        Ok(settings) => (settings, None),
        Err(error) => {
            let kept = keep_aside(path, text.as_bytes());
            let kept = kept.map(|path| path.display().to_string()).map_err(|error| error.to_string());
            let why = Box::new(problem_of(&error));
            (T::default(), Some(Finding::warning(SettingsFault { why, kept })))
        }
    }
}

/// Keeps what `merge` makes of the settings that are there by now, which another window may have written. Returns it.
///
/// # Errors
/// What the system says, if they cannot be written.
pub fn save_settings<T: Serialize + DeserializeOwned + Default>(merge: impl FnOnce(T) -> T) -> io::Result<T> {
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
