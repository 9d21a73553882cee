//! The window: gives the state a screen, a keyboard and files. All decisions are made below; here they are carried out.

mod awake;
mod case;
mod catalog;
mod console;
mod documents;
mod drafts;
mod effects;
mod faults;
mod files;
mod folder;
mod hand_outs;
mod incoming;
mod jobs;
mod screens;
mod second;
mod sheet;
mod shelf;
mod software;
mod start;
/// Lets the window open on X11.
#[cfg(target_os = "linux")]
fn on_x11(builder: &mut winit::event_loop::EventLoopBuilder<eframe::UserEvent>) {
    use winit::platform::x11::EventLoopBuilderExtX11 as _;
    builder.with_x11();
}

#[cfg(not(target_os = "linux"))]
fn on_x11(_builder: &mut winit::event_loop::EventLoopBuilder<eframe::UserEvent>) {}

/// The one look at the clock, as an instant.
#[expect(clippy::disallowed_methods, reason = "the window reads the clock")]
fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests;
#[cfg(target_os = "linux")]
mod xrandr;

use std::{
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use eframe::egui::{self, Context, Theme, ThemePreference, ViewportCommand};
use winit::window::Window;

use crate::{
    app::{Action, State, ThemeChoice, presenter},
    ui,
};

pub use console::{attach, tell};
pub use start::{Painter, StartError, run};

use awake::Awake;
use files::{Files, Jobs};
use jobs::Kind;
use screens::Screens;

/// Unsaved work becomes a draft this long after the last change: soon enough that a crash takes no edit with it, late
/// enough that dragging a slider writes once.
const DRAFT_DELAY: Duration = Duration::from_millis(250);

/// A draft that could not be written is tried again after this long.
const DRAFT_AGAIN: Duration = Duration::from_secs(5);

/// The program as eframe runs it.
struct App {
    state: State,
    files: Files,
    /// When the draft is due.
    draft_due: Option<Instant>,
    /// Frames drawn, up to the one after which a measuring run ends.
    frames: u32,
    exit_after_first_frame: bool,
    /// True if the window had the keyboard in the last frame.
    has_focus: bool,
    /// The same, for the file of the case.
    had_focus: bool,
    /// What another program wrote into the file of the case, once it was asked about.
    asked_about: Option<std::sync::Arc<str>>,
    /// What settings and title were last given to egui.
    shown: Shown,
    /// What is done beside the window.
    jobs: Jobs,
    /// The window among the screens.
    screens: Screens,
    /// Keeps the screen on while presenting.
    awake: Awake,
    /// The inner size of the window in points at zoom 1, unless it is maximised.
    window_size: Option<(u16, u16)>,
}

/// What was last handed to egui, so that it is handed over only when it changes.
#[derive(Default)]
struct Shown {
    theme: Option<ThemeChoice>,
    reduce_motion: bool,
    title: String,
}

impl App {
    fn new(
        ctx: &Context,
        window: Option<Arc<Window>>,
        (mut files, paths): (Files, Vec<PathBuf>),
        exit_after_first_frame: bool,
    ) -> Self {
        documents::wake(ctx);
        ui::fonts::install(ctx);
        ui::system_fonts::install(ctx);
        ui::theme::install(ctx);
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let (state, actions) = files.start(paths);
        let waking = ctx.clone();
        let mut app = Self {
            state,
            files,
            draft_due: None,
            frames: 0,
            exit_after_first_frame,
            has_focus: false,
            had_focus: false,
            asked_about: None,
            shown: Shown::default(),
            jobs: Jobs::new(move || waking.request_repaint()),
            screens: Screens::new(window),
            awake: Awake::default(),
            window_size: None,
        };
        // Before the first frame: egui takes the theme when a frame begins, and dark where the system says nothing.
        app.show_theme(ctx);
        app.apply(ctx, actions);
        app
    }

    /// Applies actions and carries out their effects, which may bring further actions.
    fn apply(&mut self, ctx: &Context, actions: Vec<Action>) {
        let mut waiting = actions;
        while !waiting.is_empty() {
            let effects: Vec<_> = waiting.drain(..).flat_map(|action| self.state.apply(action)).collect();
            for effect in effects {
                waiting.extend(self.carry_out(ctx, effect));
            }
            ctx.request_repaint();
        }
    }

    /// Hands theme, size and title to egui where they changed.
    fn show_settings(&mut self, ctx: &Context) {
        // First: leaving the look for a wall brings back the theme that was on before.
        ui::look(ctx, &self.state);
        self.show_theme(ctx);
        let settings = &self.state.settings;
        if self.shown.reduce_motion != settings.reduce_motion {
            self.shown.reduce_motion = settings.reduce_motion;
            ui::theme::reduce_motion(ctx, settings.reduce_motion);
        }
        let title = ui::title(&self.state);
        if self.shown.title != title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.shown.title = title;
        }
        let size = ctx.viewport_rect().size() * ctx.zoom_factor();
        let maximised = ctx
            .input(|input| input.viewport().maximized.unwrap_or(false) || input.viewport().fullscreen.unwrap_or(false));
        // What fills a screen is no size to come back with.
        if !maximised && !self.state.presenter.is_on {
            self.window_size = Some((points(size.x), points(size.y)));
        }
    }

    fn show_theme(&mut self, ctx: &Context) {
        let theme = self.state.settings.theme;
        if self.shown.theme == Some(theme) {
            return;
        }
        self.shown.theme = Some(theme);
        // Where the system says nothing, light: it is what a projector needs.
        ctx.options_mut(|options| options.fallback_theme = Theme::Light);
        ctx.set_theme(match theme {
            ThemeChoice::System => ThemePreference::System,
            ThemeChoice::Light | ThemeChoice::Projector => ThemePreference::Light,
            ThemeChoice::Dark => ThemePreference::Dark,
        });
    }

    /// Documents that the desktop handed over: each is opened like one that is dropped, and the last one stays.
    fn arrivals(&mut self) -> Vec<Action> {
        documents::arrived().iter().flat_map(|path| self.files.open_path(path, &self.state)).collect()
    }

    fn keep_draft(&mut self, ctx: &Context) -> Vec<Action> {
        let Some(due) = self.draft_due else { return Vec::new() };
        let now = now();
        if now < due {
            ctx.request_repaint_after(due - now);
            return Vec::new();
        }
        let actions = self.files.write_draft(&self.state.document);
        // Who makes room on a full disk changes nothing in the plan.
        self.draft_due = self.files.shelf.has_failed().then(|| now + DRAFT_AGAIN);
        if self.draft_due.is_some() {
            ctx.request_repaint_after(DRAFT_AGAIN);
        }
        actions
    }

    /// The dossiers are read once the first picture stands, so that the start does not wait for them; and once more when
    /// the window is turned to again, since a file may have been put into one's own folder meanwhile.
    fn read_catalog(&mut self, ctx: &Context) {
        let turned_to = is_turned_to(ctx, &mut self.has_focus);
        let is_read = !self.state.catalog.shelves.is_empty();
        let is_first = self.frames == 1 && !self.jobs.was_started(Kind::Catalog);
        if is_first || (turned_to && is_read && self.state.shows_start_page()) {
            self.read_catalog_again();
        }
    }

    /// Has read what is at hand; before the first picture there is no time for it.
    fn read_catalog_again(&mut self) {
        if self.frames > 0 {
            catalog::read_beside(&mut self.jobs, self.state.settings.recent.clone());
        }
    }

    /// What the jobs beside the window have to tell.
    fn reports(&mut self) -> Vec<Action> {
        self.jobs.reports().into_iter().flat_map(|report| report(&mut self.files, &self.state)).collect()
    }

    fn look_at_screens(&mut self, ctx: &Context) -> Option<Action> {
        let now = ctx.input(|input| input.time);
        let (found, next) = self.screens.look(now, self.state.presenter.is_on);
        if let Some(next) = next {
            ctx.request_repaint_after(Duration::from_secs_f64(next));
        }
        found.map(|screens| Action::Presenter(presenter::Action::ScreensFound(screens)))
    }

    fn look_after_closing(&mut self, ctx: &Context) -> Vec<Action> {
        if !ctx.input(|input| input.viewport().close_requested()) || self.files.may_close {
            return Vec::new();
        }
        ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        self.asked_to_close()
    }
}

/// A fault of the program takes no work with it: the last edits become a draft, and what happened is told by the next
/// window, since this one has no more say.
impl Drop for App {
    fn drop(&mut self) {
        if std::thread::panicking() && faults::is_open() {
            let fault = faults::last();
            // Should that fail as well, there is the draft of a quarter of a second ago.
            let _: Result<(), String> = faults::guarded(|| {
                self.files.write_draft(&self.state.document);
                self.files.shelf.leave_word(&fault);
            });
        }
    }
}

/// True in the frame in which somebody turns to the window, each time anew; `had` is kept from frame to frame.
fn is_turned_to(ctx: &Context, had: &mut bool) -> bool {
    let has = ctx.input(|input| input.focused);
    let before = std::mem::replace(had, has);
    has && !before
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a window is smaller than 65,535 points")]
fn points(length: f32) -> u16 {
    length.round().clamp(1.0, 20_000.0) as u16
}

impl App {
    /// What comes before a frame is drawn.
    fn prepare(&mut self, ctx: &Context) {
        // 1. What the world reports: the wish to close, the draft that is due, what jobs found.
        let mut actions = self.look_after_closing(ctx);
        actions.extend(self.keep_draft(ctx));
        self.read_catalog(ctx);
        actions.extend(self.look_at_case(ctx));
        actions.extend(self.arrivals());
        actions.extend(self.reports());
        actions.extend(self.look_at_screens(ctx));
        self.apply(ctx, actions);
        self.awake.set(self.state.presenter.is_on);
        // 2. Settings that egui must know before it draws.
        self.show_settings(ctx);
    }

    /// One frame.
    fn draw(&mut self, ui: &mut egui::Ui) {
        // 3. Draw, gather what the user did, apply it in the same frame.
        let actions = ui::shell(ui, &self.state);
        let ctx = ui.ctx().clone();
        self.apply(&ctx, actions);
        // The zoom counts from the beginning of a frame: asked for only then, one frame would be drawn in the old one.
        ui::look(&ctx, &self.state);
        // 4. A measuring run ends once the first picture has been shown.
        self.frames = self.frames.saturating_add(1);
        if self.frames == 1 {
            faults::window_is_open();
            // The second frame reads the catalog.
            ctx.request_repaint();
        }
        if self.exit_after_first_frame {
            if self.frames > 1 {
                self.files.may_close = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            ctx.request_repaint();
        }
    }

    /// The window is closed.
    fn finish(&mut self) {
        self.jobs.finish(Kind::writes);
        self.files.finish(&self.state.document, self.window_size);
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _: &mut eframe::Frame) {
        self.prepare(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        self.draw(ui);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.finish();
    }
}
