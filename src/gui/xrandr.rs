//! The screens as the X server has them now. The window library keeps the list that it made at the start: of a screen that is
//! plugged in or taken away later it does not hear.

use eframe::egui::{Rect, pos2, vec2};
use winit::{
    raw_window_handle::{HasWindowHandle as _, RawWindowHandle},
    window::Window,
};
use x11rb::{
    connection::Connection as _,
    protocol::randr::{ConnectionExt as _, MonitorInfo},
    rust_connection::RustConnection,
};

/// A line of its own to the server that shows the window.
pub(super) struct Server {
    connection: RustConnection,
    root: u32,
}

impl Server {
    /// `None` where the window is on no X server.
    pub(super) fn of(window: &Window) -> Option<Self> {
        let handle = window.window_handle().ok()?;
        if !matches!(handle.as_raw(), RawWindowHandle::Xlib(_) | RawWindowHandle::Xcb(_)) {
            return None;
        }
        let (connection, screen) = x11rb::connect(None).ok()?;
        let root = connection.setup().roots.get(screen)?.root;
        Some(Self { connection, root })
    }

    /// Where they are, in pixels; `None` if the server does not say, or says that there is none.
    pub(super) fn screens(&self) -> Option<Vec<Rect>> {
        let asked = self.connection.randr_get_monitors(self.root, true).ok()?;
        let monitors = asked.reply().ok()?.monitors;
        let rect = |monitor: &MonitorInfo| {
            let at = pos2(f32::from(monitor.x), f32::from(monitor.y));
            Rect::from_min_size(at, vec2(f32::from(monitor.width), f32::from(monitor.height)))
        };
        Some(monitors.iter().map(rect).collect()).filter(|screens: &Vec<Rect>| !screens.is_empty())
    }
}
