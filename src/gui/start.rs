//! Opening the window, and saying plainly what is missing where that cannot be done.

use std::path::PathBuf;

use eframe::egui::{IconData, ViewportBuilder, vec2};

use super::{App, faults, files::Files};
use crate::wording::ui as words;

/// The program's icon.
const ICON: &[u8] = include_bytes!("../../assets/icon.png");

/// Name under which desktops know the program.
const APP_ID: &str = "peace-plan-explorer";

/// Why the window could not be opened, or not stay open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StartError {
    /// There is no screen to open it on.
    NoDisplay,
    /// A library of the system is missing.
    MissingLibrary {
        /// The library.
        library: &'static str,
        /// The Debian package that brings it.
        package: &'static str,
    },
    /// The graphics could not be started.
    Graphics(String),
    /// Anything else.
    Other(String),
    /// It was open, and a fault of the program ended it. Unsaved work is a draft.
    Fault(String),
}

/// Opens the window on these files and returns when it is closed. With `exit_after_first_frame` it closes by itself
/// once the first picture has been shown, for measuring.
///
/// # Errors
/// [`StartError`] if the window cannot be opened, or if it ended by a fault.
pub fn run(paths: Vec<PathBuf>, exit_after_first_frame: bool) -> Result<(), StartError> {
    if cfg!(target_os = "linux") && !has_display() {
        return Err(StartError::NoDisplay);
    }
    let files = Files::new();
    let size = files.window_size();
    let viewport = ViewportBuilder::default()
        .with_title(words::PROGRAM)
        .with_app_id(APP_ID)
        .with_inner_size(vec2(f32::from(size.0), f32::from(size.1)))
        .with_min_inner_size(vec2(640.0, 400.0))
        .with_icon(icon());
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    let open = || {
        let create: eframe::AppCreator<'_> =
            Box::new(move |cc| Ok(Box::new(App::new(&cc.egui_ctx, files, paths, exit_after_first_frame))));
        eframe::run_native(words::PROGRAM, options, create)
    };
    // A missing xkbcommon ends in a panic inside the window library; everything else comes back as an error.
    faults::listen();
    match faults::guarded(open) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(explain(&error.to_string(), &format!("{error:?}"))),
        Err(fault) if faults::is_open() => Err(StartError::Fault(fault)),
        Err(fault) => Err(explain(&fault, &fault)),
    }
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// What an error of the window library means for the person in front of it.
fn explain(message: &str, details: &str) -> StartError {
    let says = |text: &str| details.to_lowercase().contains(text);
    if says("xkbcommon") {
        StartError::MissingLibrary { library: "libxkbcommon-x11", package: "libxkbcommon-x11-0" }
    } else if says("xcursor") {
        StartError::MissingLibrary { library: "libXcursor", package: "libxcursor1" }
    } else if says("libxi.") || says("libxi ") {
        StartError::MissingLibrary { library: "libXi", package: "libxi6" }
    } else if says("nocompositor") || says("xopendisplay") || says("xnotsupported") || says("failed to open connection")
    {
        StartError::NoDisplay
    } else if says("glutin") || says("glx") || says("egl") || says("opengl") {
        StartError::Graphics(message.to_owned())
    } else {
        StartError::Other(message.to_owned())
    }
}

/// The program's icon; none if the file that is built in cannot be decoded.
fn icon() -> IconData {
    let decode = || -> Option<IconData> {
        let mut reader = png::Decoder::new(std::io::Cursor::new(ICON)).read_info().ok()?;
        let mut rgba = vec![0; reader.output_buffer_size()?];
        let info = reader.next_frame(&mut rgba).ok()?;
        (info.color_type == png::ColorType::Rgba).then_some(IconData { rgba, width: info.width, height: info.height })
    };
    decode().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_known_cause_is_named() {
        let library = |text: &str| match explain(text, text) {
            StartError::MissingLibrary { package, .. } => package,
            _ => "",
        };
        assert_eq!(library("Library libxkbcommon-x11.so could not be loaded."), "libxkbcommon-x11-0");
        assert_eq!(library("XNotSupported(LibraryOpenError(\"libXcursor.so.1\"))"), "libxcursor1");
        assert_eq!(library("LibraryOpenError(libXi.so.6: cannot open)"), "libxi6");
        assert_eq!(explain("", "WinitEventLoop(Os(NoCompositor))"), StartError::NoDisplay);
        assert_eq!(explain("x", "Glutin(GLXBadFBConfig)"), StartError::Graphics("x".to_owned()));
        assert_eq!(explain("y", "y"), StartError::Other("y".to_owned()));
    }
}
