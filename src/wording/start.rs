//! The words for a window that cannot be opened: what is missing, what brings it.

/// There is no screen; what the session names, and whether it answered.
#[must_use]
pub fn no_display(wayland: Option<&str>, wayland_answers: bool, x11: Option<&str>) -> String {
    let wayland = match wayland {
        None => "WAYLAND_DISPLAY is not set".to_owned(),
        Some(name) if wayland_answers => format!("Wayland ({name}) answered, but gave no window"),
        Some(name) => format!("Wayland was tried ({name}) and does not answer"),
    };
    let x11 = match x11 {
        None => "DISPLAY is not set".to_owned(),
        Some(name) => format!("X11 was tried ({name}) and gave no window"),
    };
    format!(
        "There is no screen to open a window on: {wayland}; {x11}. Start it from a desktop, or under a virtual one: \
         `xvfb-run peace-plan-explorer` (Debian package xvfb). The plan as a table:"
    )
}

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

/// A fault of the program: what was said, and where.
#[must_use]
pub fn fault(message: &str, place: Option<&str>) -> String {
    let message = if message.is_empty() { "no reason given" } else { message };
    place.map_or_else(|| message.to_owned(), |place| format!("{message}, at {place}"))
}

/// The window was open, and a fault of the program ended it.
#[must_use]
pub fn ended_by_a_fault(fault: &str) -> String {
    format!(
        "The window ended by a fault of the program ({fault}). What was not saved is a draft: start the program again, \
         or see `peace-plan-explorer drafts`."
    )
}

/// An analysis ended by a fault of the program; everything else goes on.
#[must_use]
pub fn work_ended_by_a_fault(fault: &str) -> String {
    format!(
        "This could not be worked out: a fault of the program ({fault}). Everything else goes on working, and the next \
         change of the plan tries again."
    )
}

/// Anything else.
#[must_use]
pub fn no_window(reason: &str) -> String {
    format!("The window could not be opened ({reason}). The plan as a table:")
}
