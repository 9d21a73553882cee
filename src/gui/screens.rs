//! The window and the screens: that it fits at the start, which screen it fills while presenting, and that it stays where
//! somebody can see it.

use std::sync::Arc;

use eframe::egui::{Rect, Vec2, pos2, vec2};
use winit::{
    dpi::{PhysicalPosition, PhysicalSize},
    monitor::MonitorHandle,
    window::{Fullscreen, Window},
};

#[cfg(target_os = "linux")]
use super::xrandr::Server;
use crate::app::Screen;

/// What a desktop keeps for itself, in points: a bar with tasks and the window's title, and its edges. No system tells
/// the window library how much it is; these are the widest of the usual ones.
const KEPT: Vec2 = vec2(16.0, 80.0);

/// So much of a window's upper edge must lie on a screen, in points: else nobody can take hold of it.
const HOLD: Vec2 = vec2(120.0, 24.0);

/// Seconds between two looks at the screens.
const LOOK: f64 = 1.0;

/// After presenting, the window is looked after so many times: desktops take their time.
const LOOKS_BACK: u8 = 3;

/// The window among the screens.
pub(super) struct Screens {
    window: Option<Arc<Window>>,
    #[cfg(target_os = "linux")]
    server: Option<Server>,
    /// Where the window was, with its frame, before it filled a screen, and its size without the frame.
    before: Option<(Rect, Vec2)>,
    /// True while the window fills a screen only by being maximised, without its frame.
    is_bare: bool,
    /// When the screens were last looked at, in egui's seconds.
    looked: f64,
    known: Vec<Screen>,
    /// The screen that the window was last seen on.
    held_by: Option<Rect>,
    /// For so many looks it is brought back from wherever nobody can take hold of it: it is on a screen that is known, and
    /// is going back to a place that may be gone.
    going_back: u8,
}

/// How a window comes to fill a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fill {
    /// The screen at this place of the list.
    Screen(usize),
    /// The one the system thinks right.
    AsTheSystemSays,
    /// Maximised and without a frame: it is on a screen that the window library does not know of.
    Bare,
}

impl Screens {
    /// The screens of this window; a test has none.
    pub(super) fn new(window: Option<Arc<Window>>) -> Self {
        let screens = Self {
            #[cfg(target_os = "linux")]
            server: window.as_deref().and_then(Server::of),
            window,
            before: None,
            is_bare: false,
            looked: f64::NEG_INFINITY,
            known: Vec::new(),
            held_by: None,
            going_back: 0,
        };
        screens.fit();
        screens
    }

    /// Cuts the window to the screen, and lets it fill what the desktop leaves free if it wanted more than that: a size may
    /// come from a larger screen. What is left after that is the size it goes back to.
    fn fit(&self) {
        let Some((window, screen)) = self.window.as_ref().zip(self.current()) else { return };
        let scale = scale(window.scale_factor());
        let inner = size(window.inner_size()) / scale;
        if let Some(less) = cut(inner, screen.size() / scale) {
            let less = less * scale;
            let _: Option<PhysicalSize<u32>> =
                window.request_inner_size(PhysicalSize::new(f64::from(less.x), f64::from(less.y)));
            window.set_maximized(true);
        }
    }

    /// The screen that the window is on, as far as the system says.
    fn current(&self) -> Option<Rect> {
        let window = self.window.as_ref()?;
        let monitor = window.current_monitor().or_else(|| window.primary_monitor());
        let monitor = monitor.or_else(|| window.available_monitors().next());
        monitor.map(|monitor| rect(&monitor)).filter(Rect::is_positive)
    }

    /// Lets the window fill a screen: the chosen one if it is there, else the one it is on; or gives it its frame back.
    pub(super) fn fill(&mut self, on: bool, chosen: Option<&str>) {
        let Some(window) = &self.window else { return };
        if !on {
            let screens = self.places();
            let scale = scale(window.scale_factor());
            let is_known = self.place().is_some_and(|place| held(place, &screens, scale).is_some());
            if std::mem::take(&mut self.is_bare) {
                window.set_maximized(false);
                window.set_decorations(true);
            } else {
                window.set_fullscreen(None);
            }
            self.going_back = if is_known { LOOKS_BACK } else { 0 };
            if let Some((before, inner)) =
                self.before.take().filter(|(before, _)| held(*before, &screens, scale).is_none())
            {
                bring(window, (before, inner), &screens);
            }
            return;
        }
        let monitors = self.monitors();
        let names: Vec<String> = monitors.iter().map(name).collect();
        let place = self.place();
        if !self.is_bare && window.fullscreen().is_none() {
            self.before = place.map(|place| (place, size(window.inner_size())));
        }
        let screens: Vec<Rect> = monitors.iter().map(rect).collect();
        match fill(place, &screens, chosen.and_then(|chosen| names.iter().position(|name| name == chosen))) {
            Fill::Screen(nth) => {
                window.set_fullscreen(Some(Fullscreen::Borderless(monitors.into_iter().nth(nth))));
            }
            Fill::AsTheSystemSays => window.set_fullscreen(Some(Fullscreen::Borderless(None))),
            Fill::Bare => {
                self.is_bare = true;
                window.set_decorations(false);
                window.set_maximized(true);
            }
        }
    }

    /// Goes on to fill the next screen.
    pub(super) fn next(&mut self) {
        let Some(window) = &self.window else { return };
        let monitors = self.monitors();
        let screens: Vec<Rect> = monitors.iter().map(rect).collect();
        let filled = match window.fullscreen() {
            Some(Fullscreen::Borderless(Some(filled))) => monitors.iter().position(|monitor| *monitor == filled),
            _ => None,
        };
        let here = filled.or_else(|| self.place().and_then(|place| on(place, &screens))).unwrap_or(0);
        if monitors.len() > 1 {
            let next = (here + 1) % monitors.len();
            if std::mem::take(&mut self.is_bare) {
                window.set_maximized(false);
                window.set_decorations(true);
            }
            window.set_fullscreen(Some(Fullscreen::Borderless(monitors.into_iter().nth(next))));
        }
    }

    /// Looks at the screens once a second while frames are drawn: what is there, where it differs from the last look; and
    /// a window that is on none of them any more comes back. `None` where nothing is new, with the seconds until the next
    /// look if one is due.
    pub(super) fn look(&mut self, now: f64, is_presenting: bool) -> (Option<Vec<Screen>>, Option<f64>) {
        let Some(window) = self.window.clone() else { return (None, None) };
        let wait = self.looked + LOOK - now;
        if wait > 0.0 {
            return (None, Some(wait));
        }
        self.looked = now;
        let monitors = self.monitors();
        self.come_back(&window, &monitors, is_presenting);
        let found: Vec<Screen> = monitors.iter().map(screen).collect();
        let next = (self.going_back > 0).then_some(LOOK);
        if found == self.known {
            return (None, next);
        }
        self.known.clone_from(&found);
        (Some(found), next)
    }

    fn come_back(&mut self, window: &Window, monitors: &[MonitorHandle], is_presenting: bool) {
        if let Some(Fullscreen::Borderless(Some(filled))) = window.fullscreen() {
            if is_presenting && !monitors.is_empty() && !monitors.contains(&filled) {
                window.set_fullscreen(Some(Fullscreen::Borderless(monitors.first().cloned())));
            }
            return;
        }
        let Some(place) = self.place().filter(|_| window.is_minimized() != Some(true)) else { return };
        let screens = self.places();
        let scale = scale(window.scale_factor());
        if let Some(here) = kept(place, self.held_by, &screens, scale) {
            self.held_by = Some(here);
            self.going_back = self.going_back.saturating_sub(1);
            return;
        }
        // On none of the screens that are known it may be on one that the window library has not heard of. It comes back
        // when the one that it was on is gone.
        if self.going_back == 0 && self.held_by.is_none_or(|before| screens.contains(&before)) {
            return;
        }
        self.going_back = 0;
        // A desktop that will have it elsewhere is not argued with.
        self.held_by = screens.first().copied();
        bring(window, (place, size(window.inner_size())), &screens);
    }

    /// Where the screens are now.
    fn places(&self) -> Vec<Rect> {
        #[cfg(target_os = "linux")]
        if let Some(there) = self.server.as_ref().and_then(Server::screens) {
            return there;
        }
        self.window.iter().flat_map(|window| window.available_monitors()).map(|monitor| rect(&monitor)).collect()
    }

    /// The screens that the window library knows, without those that are not there any more.
    fn monitors(&self) -> Vec<MonitorHandle> {
        let there = self.places();
        let known = self.window.iter().flat_map(|window| window.available_monitors());
        known.filter(|monitor| there.contains(&rect(monitor))).collect()
    }

    /// Where the window is, with its frame, in pixels; `None` where the system does not say.
    fn place(&self) -> Option<Rect> {
        let window = self.window.as_ref()?;
        let at: PhysicalPosition<f32> = window.outer_position().ok()?.cast();
        Some(Rect::from_min_size(pos2(at.x, at.y), size(window.outer_size())))
    }
}

/// Brings a window from this place with its frame, and of this size without it, to where somebody can take hold of it.
fn bring(window: &Window, (place, inner): (Rect, Vec2), screens: &[Rect]) {
    let Some(back) = rescued(place, screens, scale(window.scale_factor())) else { return };
    let inner = (back.size() - (place.size() - inner)).max(Vec2::splat(1.0));
    let _: Option<PhysicalSize<u32>> =
        window.request_inner_size(PhysicalSize::new(f64::from(inner.x), f64::from(inner.y)));
    window.set_outer_position(PhysicalPosition::new(f64::from(back.left()), f64::from(back.top())));
}

#[expect(clippy::cast_possible_truncation, reason = "a factor of a few")]
fn scale(factor: f64) -> f32 {
    factor as f32
}

fn size(pixels: PhysicalSize<u32>) -> Vec2 {
    let pixels: PhysicalSize<f32> = pixels.cast();
    vec2(pixels.width, pixels.height)
}

fn rect(monitor: &MonitorHandle) -> Rect {
    let at: PhysicalPosition<f32> = monitor.position().cast();
    Rect::from_min_size(pos2(at.x, at.y), size(monitor.size()))
}

fn name(monitor: &MonitorHandle) -> String {
    monitor.name().unwrap_or_default()
}

fn screen(monitor: &MonitorHandle) -> Screen {
    let PhysicalSize { width, height } = monitor.size();
    Screen { name: name(monitor), width, height }
}

/// What of a window of this inner size has room on a screen; `None` if all of it has. In points.
fn cut(inner: Vec2, screen: Vec2) -> Option<Vec2> {
    let room = screen - KEPT;
    (inner.x > room.x || inner.y > room.y).then(|| inner.min(room).max(Vec2::splat(1.0)))
}

/// The screen that most of the window is on.
fn on(window: Rect, screens: &[Rect]) -> Option<usize> {
    let shared = |screen: &Rect| {
        let both = screen.intersect(window);
        if both.is_positive() { both.area() } else { 0.0 }
    };
    let most = screens.iter().enumerate().max_by(|a, b| shared(a.1).total_cmp(&shared(b.1)))?;
    (shared(most.1) > 0.0).then_some(most.0)
}

fn fill(window: Option<Rect>, screens: &[Rect], chosen: Option<usize>) -> Fill {
    match (chosen, window) {
        (Some(chosen), _) => Fill::Screen(chosen),
        (None, None) => Fill::AsTheSystemSays,
        (None, Some(window)) => on(window, screens).map_or(Fill::Bare, Fill::Screen),
    }
}

/// The screen on which somebody can take hold of a window. In pixels, `scale` of them to a point.
fn held(window: Rect, screens: &[Rect], scale: f32) -> Option<Rect> {
    let hold = HOLD * scale;
    let upper = window.with_max_y(window.top() + hold.y);
    let holds = |screen: &&Rect| {
        let both = screen.intersect(upper);
        both.width() >= hold.x.min(window.width()) && both.height() >= hold.y / 2.0
    };
    screens.iter().find(holds).copied()
}

/// The screen that keeps the window: somebody can take hold of it there. Where the one that it was on is gone, desktops
/// push it back by a corner only; then at least half of its upper edge must lie on the other.
fn kept(window: Rect, before: Option<Rect>, screens: &[Rect], scale: f32) -> Option<Rect> {
    let is_gone = before.is_some_and(|before| !screens.contains(&before));
    let half = |here: &Rect| here.intersect(window).width() >= window.width() / 2.0;
    held(window, screens, scale).filter(|here| !is_gone || half(here))
}

/// Where a window of which nobody can take hold goes to, on the first screen.
fn rescued(window: Rect, screens: &[Rect], scale: f32) -> Option<Rect> {
    let first = screens.first()?;
    let size = window.size().min(first.size() - KEPT * scale);
    Some(Rect::from_min_size(first.min + (first.size() - size) / 2.0, size))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f32, y: f32, width: f32, height: f32) -> Rect {
        Rect::from_min_size(pos2(x, y), vec2(width, height))
    }

    const BESIDE: fn() -> [Rect; 2] = || [at(0.0, 0.0, 1366.0, 768.0), at(1366.0, 0.0, 1920.0, 1080.0)];

    #[test]
    fn a_window_is_cut_to_what_a_screen_leaves_free() {
        let usual = vec2(1280.0, 720.0);
        assert_eq!(cut(usual, vec2(1280.0, 720.0)), Some(vec2(1264.0, 640.0)));
        assert_eq!(cut(usual, vec2(1366.0, 768.0)), Some(vec2(1280.0, 688.0)));
        assert_eq!(cut(usual, vec2(800.0, 600.0)), Some(vec2(784.0, 520.0)));
        assert_eq!(cut(usual, vec2(1920.0, 1080.0)), None);
        assert_eq!(cut(vec2(1900.0, 1020.0), vec2(1280.0, 800.0)), Some(vec2(1264.0, 720.0)), "from a larger screen");
    }

    #[test]
    fn the_screen_that_most_of_the_window_is_on_is_filled() {
        let screens = BESIDE();
        let fills = |window| fill(window, &screens, None);
        assert_eq!(fills(Some(at(100.0, 50.0, 1000.0, 600.0))), Fill::Screen(0));
        assert_eq!(fills(Some(at(1000.0, 50.0, 1000.0, 600.0))), Fill::Screen(1));
        assert_eq!(fills(Some(at(4000.0, 50.0, 1000.0, 600.0))), Fill::Bare, "plugged in, and not heard of");
        assert_eq!(fills(None), Fill::AsTheSystemSays, "Wayland tells no place");
        assert_eq!(fill(None, &screens, Some(1)), Fill::Screen(1));
        assert_eq!(fill(Some(at(0.0, 0.0, 9.0, 9.0)), &screens, Some(1)), Fill::Screen(1), "as it was chosen");
    }

    #[test]
    fn a_window_whose_screen_is_gone_comes_back() {
        let [first, second] = BESIDE();
        let there = at(1500.0, 100.0, 1600.0, 900.0);
        assert_eq!(held(there, &[first, second], 1.0), Some(second));
        assert_eq!(held(there, &[first], 1.0), None);
        let back = rescued(there, &[first], 1.0).unwrap();
        assert!(first.contains_rect(back), "{back:?}");
        assert_eq!(back.size(), vec2(1350.0, 688.0));
        assert_eq!(rescued(there, &[], 1.0), None, "with no screen at all there is no way back");
        // Half over the edge it can still be taken hold of; with its title above the screen it cannot.
        assert_eq!(held(at(1200.0, 700.0, 800.0, 500.0), &[first], 1.0), Some(first));
        assert_eq!(held(at(100.0, -60.0, 800.0, 500.0), &[first], 1.0), None);
        assert_eq!(held(at(1360.0, 10.0, 800.0, 500.0), &[first], 1.0), None);
    }

    /// As openbox does it.
    #[test]
    fn a_corner_that_a_desktop_pushed_back_is_not_enough() {
        let [first, second] = BESIDE();
        let corner = at(1240.0, 30.0, 1280.0, 713.0);
        assert_eq!(kept(corner, Some(first), &[first], 1.0), Some(first), "somebody put it there");
        assert_eq!(kept(corner, Some(second), &[first, second], 1.0), Some(first));
        assert_eq!(kept(corner, Some(second), &[first], 1.0), None, "its screen is gone");
        let most = at(400.0, 30.0, 1280.0, 713.0);
        assert_eq!(kept(most, Some(second), &[first], 1.0), Some(first));
    }
}
