//! Where this program keeps what belongs to the person.

use std::path::PathBuf;

use etcetera::{BaseStrategy as _, choose_base_strategy};

/// Name of the program's folders.
const NAME: &str = "peace-plan-explorer";

/// Names another folder for everything the program keeps; for portable use and for tests.
const OVERRIDE: &str = "PEACE_PLAN_EXPLORER_DATA";

/// The folder for dossiers and recovery copies; `None` where the system has no place for it.
#[must_use]
pub(super) fn data_folder() -> Option<PathBuf> {
    own().or_else(|| choose_base_strategy().ok().map(|base| base.data_dir().join(NAME)))
}

/// The folder for settings.
#[must_use]
pub(super) fn config_folder() -> Option<PathBuf> {
    own().or_else(|| choose_base_strategy().ok().map(|base| base.config_dir().join(NAME)))
}

fn own() -> Option<PathBuf> {
    std::env::var_os(OVERRIDE).filter(|folder| !folder.is_empty()).map(PathBuf::from)
}
