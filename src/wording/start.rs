//! The words for a window that cannot be opened: what is missing, what brings it.

/// What the terminal shows instead of a window.
pub(crate) const TABLE_FOLLOWS: &str = "The plan as a table:";
/// Help for drawing without OpenGL.
pub(crate) const HELP_SOFTWARE: &str =
    "Draw without OpenGL, which is also done by itself where there is no graphics card or OpenGL does not work";
/// Help for drawing by OpenGL.
pub(crate) const HELP_OPENGL: &str = "Draw by OpenGL, even where no graphics card was found";
/// Where the console of Windows is told more.
pub(crate) const ON_THE_CONSOLE: &str =
    "Exports and verdicts work without a window: type \"peace-plan-explorer --help\" in a console.";

/// There is no screen; what the session names, and whether it answered.
#[must_use]
pub(crate) fn no_display(wayland: Option<&str>, wayland_answers: bool, x11: Option<&str>) -> String {
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
         `xvfb-run peace-plan-explorer` (Debian package xvfb)."
    )
}

/// A library of the system is missing.
#[must_use]
pub(crate) fn missing_library(library: &str, package: &str) -> String {
    format!(
        "The window needs the library {library}, which is not installed. On Debian and Ubuntu: \
         `apt-get install {package}`."
    )
}

/// The graphics could not be started.
#[must_use]
pub(crate) fn no_graphics(reason: &str) -> String {
    format!("{} {}", graphics_failed(reason), way_to_graphics())
}

/// The graphics could not be started, and the program draws for itself.
#[must_use]
pub(crate) fn draws_for_itself(reason: &str) -> String {
    format!("{} It draws without them. {}", graphics_failed(reason), way_to_graphics())
}

/// The program could not draw for itself, and OpenGL is tried.
#[must_use]
pub(crate) fn draws_by_opengl(reason: &str) -> String {
    format!("{} OpenGL is tried instead.", no_window(reason))
}

/// Libraries say at length what they asked for; what is of use stands before that.
fn graphics_failed(reason: &str) -> String {
    let reason = reason.split(['{', '\n']).next().unwrap_or(reason).trim();
    format!("Peace Plan Explorer could not start its graphics ({reason}).")
}

const fn way_to_graphics() -> &'static str {
    if cfg!(windows) {
        "What brings OpenGL: the driver of the graphics card, or Microsoft's \"OpenCL, OpenGL and Vulkan Compatibility \
         Pack\" from the Store."
    } else if cfg!(target_os = "macos") {
        "OpenGL comes with the system."
    } else {
        "What brings OpenGL on Debian and Ubuntu: `apt-get install libgl1 libgl1-mesa-dri`."
    }
}

/// A fault of the program: what was said, and where.
#[must_use]
pub(crate) fn fault(message: &str, place: Option<&str>) -> String {
    let message = if message.is_empty() { "no reason given" } else { message };
    place.map_or_else(|| message.to_owned(), |place| format!("{message}, at {place}"))
}

/// The window was open, and a fault of the program ended it.
#[must_use]
pub(crate) fn ended_by_a_fault(fault: &str) -> String {
    format!(
        "The window ended by a fault of the program ({fault}). What was not saved is a draft: start the program again, \
         or see `peace-plan-explorer drafts`."
    )
}

/// An analysis ended by a fault of the program; everything else goes on.
#[must_use]
pub(crate) fn work_ended_by_a_fault(fault: &str) -> String {
    format!(
        "This could not be worked out: a fault of the program ({fault}). Everything else goes on working, and the next \
         change of the plan tries again."
    )
}

/// A job beside the window ended by a fault of the program.
#[must_use]
pub(crate) fn job_ended_by_a_fault(fault: &str) -> String {
    format!("A fault of the program ({fault}). Everything else goes on working.")
}

/// The system has no thread to give.
pub(crate) const NO_THREAD: &str = "This PC has no room for more work at the moment. Try again.";

/// Anything else.
#[must_use]
pub(crate) fn no_window(reason: &str) -> String {
    format!("The window could not be opened ({reason}).")
}
