//! Opening the window, and saying plainly what is missing where that cannot be done.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use eframe::egui::{Context, IconData, ViewportBuilder, vec2};
use winit::window::Window;

use super::{App, faults, files::Files, software};
use crate::wording::ui as words;

/// The program's icon.
const ICON: &[u8] = include_bytes!("../../assets/icon.png");

/// Name under which desktops know the program.
pub(super) const APP_ID: &str = "peace-plan-explorer";

/// Why the window could not be opened, or not stay open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StartError {
    /// There is no screen to open it on.
    NoDisplay(Screens),
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

/// What draws the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Painter {
    /// The system's OpenGL.
    OpenGl,
    /// The program itself, everywhere.
    Own,
}

/// What Linux has once there is a graphics card to draw with: that of a PC, NVIDIA's own driver, the card of a Windows
/// around it, those of small boards.
const CARDS: [&str; 5] = ["/dev/dri", "/dev/nvidiactl", "/dev/dxg", "/dev/mali0", "/dev/kgsl-3d0"];

impl Painter {
    /// What suits this machine. Without a graphics card, OpenGL is drawn by the processor as well, by way of libraries that
    /// take longer to load than all of the program, and twice its memory.
    #[must_use]
    pub(crate) fn of_this_machine() -> Self {
        Self::with_cards(|place| place.exists())
    }

    fn with_cards(is_there: impl Fn(&Path) -> bool) -> Self {
        // Elsewhere there is no telling beforehand.
        let may_draw = !cfg!(target_os = "linux") || CARDS.iter().any(|place| is_there(Path::new(place)));
        if may_draw { Self::OpenGl } else { Self::Own }
    }
}

/// Opens the window on these files and returns when it is closed. With `exit_after_first_frame` it closes by itself
/// once the first picture has been shown, for measuring. A process can open one window in its life.
///
/// # Errors
/// [`StartError`] if the window cannot be opened, or if it ended by a fault.
pub fn run(paths: Vec<PathBuf>, painter: Painter, exit_after_first_frame: bool) -> Result<(), StartError> {
    let screens = Screens::found();
    if cfg!(target_os = "linux") && screens.is_none() {
        return Err(StartError::NoDisplay(screens));
    }
    let files = Files::new();
    let size = files.window_size();
    let viewport = ViewportBuilder::default()
        .with_title(words::PROGRAM)
        .with_app_id(APP_ID)
        .with_inner_size(vec2(f32::from(size.0), f32::from(size.1)))
        .with_min_inner_size(vec2(640.0, 400.0))
        .with_icon(icon());
    let needs_x11 = screens.needs_x11();
    let create =
        move |ctx: &Context, window: Option<Arc<Window>>| App::new(ctx, window, (files, paths), exit_after_first_frame);
    let open = || match painter {
        Painter::OpenGl => with_opengl(viewport, needs_x11, create),
        Painter::Own => software::run(viewport, needs_x11, Box::new(create)).map_err(|error| (error.clone(), error)),
    };
    // A missing xkbcommon ends in a panic inside the window library; everything else comes back as an error.
    faults::listen();
    match faults::guarded(open) {
        Ok(Ok(())) => Ok(()),
        Ok(Err((message, details))) => Err(explain(&message, &details, &screens)),
        Err(fault) if faults::is_open() => Err(StartError::Fault(fault)),
        Err(fault) => Err(explain(&fault, &fault, &screens)),
    }
}

/// The window as eframe opens it; an error as it is told, and with all that the libraries say.
fn with_opengl(
    viewport: ViewportBuilder,
    needs_x11: bool,
    create: impl FnOnce(&Context, Option<Arc<Window>>) -> App,
) -> Result<(), (String, String)> {
    let event_loop_builder = needs_x11.then(|| -> eframe::EventLoopBuilderHook { Box::new(super::on_x11) });
    // There are no gradients to smooth, and each pixel would cost more.
    let options =
        eframe::NativeOptions { viewport, event_loop_builder, dithering: false, ..eframe::NativeOptions::default() };
    let create: eframe::AppCreator<'_> =
        Box::new(move |cc| Ok(Box::new(create(&cc.egui_ctx, cc.winit_window().cloned()))));
    run_native(options, create).map_err(|error| (error.to_string(), format!("{error:?}")))
}

#[cfg(not(target_os = "macos"))]
fn run_native(options: eframe::NativeOptions, create: eframe::AppCreator<'_>) -> eframe::Result {
    eframe::run_native(words::PROGRAM, options, create)
}

/// The event loop is made here, so that documents are listened for before it runs.
#[cfg(target_os = "macos")]
fn run_native(options: eframe::NativeOptions, create: eframe::AppCreator<'_>) -> eframe::Result {
    let events = winit::event_loop::EventLoop::<eframe::UserEvent>::with_user_event().build()?;
    super::documents::listen();
    let mut program = eframe::create_native(words::PROGRAM, options, create, &events);
    events.run_app(&mut program)?;
    Ok(())
}

/// The screens that the session names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Screens {
    /// The value of `WAYLAND_DISPLAY`, or that there is a `WAYLAND_SOCKET`.
    pub wayland: Option<String>,
    /// True if a Wayland server answers there.
    pub wayland_answers: bool,
    /// The value of `DISPLAY`.
    pub x11: Option<String>,
}

impl Screens {
    fn found() -> Self {
        let named = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        let text = |value: std::ffi::OsString| value.to_string_lossy().into_owned();
        let socket = named("WAYLAND_SOCKET").is_some();
        let wayland = named("WAYLAND_DISPLAY");
        let wayland_answers = socket || wayland.as_ref().is_some_and(|name| answers(Path::new(name)));
        let wayland = wayland.map(text).or_else(|| socket.then(|| "WAYLAND_SOCKET".to_owned()));
        Self { wayland, wayland_answers, x11: named("DISPLAY").map(text) }
    }

    fn is_none(&self) -> bool {
        self.wayland.is_none() && self.x11.is_none()
    }

    /// True if Wayland is named but does not answer, and X11 may.
    fn needs_x11(&self) -> bool {
        self.wayland.is_some() && !self.wayland_answers && self.x11.is_some()
    }
}

/// True if something listens at this name of a Wayland display.
#[cfg(target_os = "linux")]
fn answers(name: &Path) -> bool {
    let folder = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).unwrap_or_default();
    std::os::unix::net::UnixStream::connect(folder.join(name)).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn answers(_name: &Path) -> bool {
    true
}

/// What an error of the window library means for the person in front of it.
fn explain(message: &str, details: &str, screens: &Screens) -> StartError {
    let details = details.to_lowercase();
    let says = |text: &str| details.contains(text);
    if says("libx11-xcb") {
        StartError::MissingLibrary { library: "libX11-xcb", package: "libx11-xcb1" }
    } else if says("libx11.") {
        StartError::MissingLibrary { library: "libX11", package: "libx11-6" }
    } else if says("xkbcommon") {
        StartError::MissingLibrary { library: "libxkbcommon-x11", package: "libxkbcommon-x11-0" }
    } else if says("xcursor") {
        StartError::MissingLibrary { library: "libXcursor", package: "libxcursor1" }
    } else if says("libxi.") || says("libxi ") {
        StartError::MissingLibrary { library: "libXi", package: "libxi6" }
    } else if says("nocompositor") || says("xopendisplay") || says("xnotsupported") || says("failed to open connection")
    {
        StartError::NoDisplay(screens.clone())
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
        let library = |text: &str| match explain(text, text, &Screens::default()) {
            StartError::MissingLibrary { package, .. } => package,
            _ => "",
        };
        assert_eq!(library("Library libxkbcommon-x11.so could not be loaded."), "libxkbcommon-x11-0");
        assert_eq!(library("XNotSupported(LibraryOpenError(\"libXcursor.so.1\"))"), "libxcursor1");
        assert_eq!(library("LibraryOpenError(libXi.so.6: cannot open)"), "libxi6");
        assert_eq!(library("XNotSupported(LibraryOpenError(libX11.so.6: cannot open))"), "libx11-6");
        assert_eq!(library("LibraryOpenError(libX11-xcb.so.1: cannot open)"), "libx11-xcb1");
        let none = Screens::default();
        assert_eq!(explain("", "WinitEventLoop(Os(NoCompositor))", &none), StartError::NoDisplay(none.clone()));
        assert_eq!(explain("x", "Glutin(GLXBadFBConfig)", &none), StartError::Graphics("x".to_owned()));
        assert_eq!(explain("y", "y", &none), StartError::Other("y".to_owned()));
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn opengl_draws_where_there_is_a_card() {
        assert_eq!(Painter::with_cards(|_| false), Painter::Own);
        assert_eq!(Painter::with_cards(|place| place == Path::new("/dev/dri")), Painter::OpenGl);
    }

    #[test]
    fn a_wayland_that_does_not_answer_gives_way_to_x11() {
        let name = |text: &str| Some(text.to_owned());
        let stale = Screens { wayland: name("wayland-9"), wayland_answers: false, x11: name(":0") };
        assert!(stale.needs_x11());
        assert!(!Screens { wayland_answers: true, ..stale.clone() }.needs_x11());
        assert!(!Screens { x11: None, ..stale.clone() }.needs_x11(), "there is nothing else to try");
        assert!(!Screens { wayland: None, ..stale }.needs_x11(), "it is what is taken anyway");
    }
}
