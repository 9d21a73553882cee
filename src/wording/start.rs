//! The words for a window that cannot be opened: what is missing, what brings it.

/// There is no screen.
pub const NO_DISPLAY: &str = "There is no screen to open a window on (neither DISPLAY nor WAYLAND_DISPLAY leads to one). \
     Start it from a desktop, or under a virtual one: `xvfb-run peace-plan-explorer` (Debian package xvfb). \
     The plan as a table:";

/// A library of the system is missing.
#[must_use]
pub fn missing_library(library: &str, package: &str) -> String {
    format!(
        "The window needs the library {library}, which is not installed. On Debian and Ubuntu: \
         `apt-get install {package}`. The plan as a table:"
    )
}

/// The graphics could not be started.
#[must_use]
pub fn no_graphics(reason: &str) -> String {
    format!(
        "Peace Plan Explorer could not start its graphics ({reason}). It needs OpenGL; software drawing will do. \
         On Debian and Ubuntu: `apt-get install libgl1 libgl1-mesa-dri`. The plan as a table:"
    )
}

/// Anything else.
#[must_use]
pub fn no_window(reason: &str) -> String {
    format!("The window could not be opened ({reason}). The plan as a table:")
}
