//! The window without a graphics card: the program's own painter draws each frame, and the system shows the pixels.
//!
//! The second way to a window, for machines without OpenGL 2: Remote Desktop, virtual machines, a PC whose graphics driver
//! is missing. Everything but the painting is what eframe does as well; it cannot be asked to leave the painting to us.

use std::{
    num::NonZeroU32,
    sync::Arc,
    time::{Duration, Instant},
};

use eframe::{
    UserEvent,
    egui::{self, Context, TexturesDelta, ViewportBuilder, ViewportCommand, ViewportId, ViewportInfo},
};
use egui_winit::accesskit_winit::WindowEvent as ScreenReader;
use winit::{
    application::ApplicationHandler,
    event::WindowEvent,
    event_loop::{ActiveEventLoop, ControlFlow, EventLoop, EventLoopProxy, OwnedDisplayHandle},
    window::{Window, WindowId},
};

use super::App;
use crate::ui::raster::{Repainter, Setting};

/// Pixels along a side of the largest texture, as most graphics cards have it.
const MAX_TEXTURE: usize = 8192;

type Surface = softbuffer::Surface<OwnedDisplayHandle, Arc<Window>>;

/// What makes the program once egui is there.
type Create = Box<dyn FnOnce(&Context, Option<Arc<Window>>) -> App>;

/// Opens the window and returns when it is closed.
///
/// # Errors
/// What the system said, if the window could not be opened or not be drawn into.
pub(super) fn run(builder: ViewportBuilder, on_x11: bool, create: Create) -> Result<(), String> {
    let mut events = EventLoop::with_user_event();
    if on_x11 {
        super::on_x11(&mut events);
    }
    let events = events.build().map_err(|error| error.to_string())?;
    let mut program = Program {
        ctx: Context::default(),
        builder,
        create: Some(create),
        proxy: events.create_proxy(),
        open: None,
        next: None,
        failed: None,
    };
    events.run_app(&mut program).map_err(|error| error.to_string())?;
    program.failed.map_or(Ok(()), Err)
}

struct Program {
    ctx: Context,
    builder: ViewportBuilder,
    create: Option<Create>,
    proxy: EventLoopProxy<UserEvent>,
    open: Option<Open>,
    /// When the next frame is due.
    next: Option<Instant>,
    failed: Option<String>,
}

/// The window, and what it needs to be drawn.
struct Open {
    window: Arc<Window>,
    surface: Surface,
    input: egui_winit::State,
    info: ViewportInfo,
    painter: Repainter,
    app: App,
    /// Since when egui counts its seconds.
    begun: Instant,
}

impl Program {
    fn open(&mut self, events: &ActiveEventLoop) -> Result<Open, String> {
        // Hidden until screen readers can see it, as Windows demands, and until it fits the screen.
        let hidden = self.builder.clone().with_visible(false);
        let window = egui_winit::create_window(&self.ctx, events, &hidden).map_err(|error| error.to_string())?;
        let window = Arc::new(window);
        let context = softbuffer::Context::new(events.owned_display_handle()).map_err(|error| error.to_string())?;
        let surface = Surface::new(&context, Arc::clone(&window)).map_err(|error| error.to_string())?;
        let scale = egui_winit::pixels_per_point(&self.ctx, &window);
        let mut input = egui_winit::State::new(
            self.ctx.clone(),
            ViewportId::ROOT,
            events,
            Some(scale),
            window.theme(),
            Some(MAX_TEXTURE),
        );
        input.init_accesskit(events, &window, self.proxy.clone());
        let proxy = self.proxy.clone();
        self.ctx.set_request_repaint_callback(move |info| {
            let when = super::now() + info.delay.min(Duration::from_secs(3600));
            let cumulative_pass_nr = info.current_cumulative_pass_nr;
            // An event that finds no loop any more belongs to a window that is closed.
            let _gone =
                proxy.send_event(UserEvent::RequestRepaint { viewport_id: info.viewport_id, when, cumulative_pass_nr });
        });
        let mut info = ViewportInfo::default();
        egui_winit::update_viewport_info(&mut info, &self.ctx, &window, true);
        let create = self.create.take().ok_or_else(String::new)?;
        let app = create(&self.ctx, Some(Arc::clone(&window)));
        window.set_visible(true);
        window.request_redraw();
        Ok(Open { window, surface, input, info, painter: Repainter::default(), app, begun: super::now() })
    }

    fn frame(&mut self, events: &ActiveEventLoop) {
        self.next = None;
        let Some(open) = &mut self.open else { return };
        match open.frame(&self.ctx, events) {
            Ok(false) => {}
            Ok(true) => events.exit(),
            Err(problem) => {
                self.failed = Some(problem);
                events.exit();
            }
        }
    }
}

impl Open {
    /// Runs the program for one frame and draws it; true if it wants to be closed.
    fn frame(&mut self, ctx: &Context, events: &ActiveEventLoop) -> Result<bool, String> {
        egui_winit::update_viewport_info(&mut self.info, ctx, &self.window, false);
        let mut raw = self.input.take_egui_input(&self.window);
        raw.time = Some(self.begun.elapsed().as_secs_f64());
        raw.viewports = std::iter::once((ViewportId::ROOT, self.info.clone())).collect();
        let asked_to_close = raw.viewport().close_requested();
        let app = &mut self.app;
        let mut output = ctx.run_ui(raw, |ui| {
            app.prepare(ui.ctx());
            app.draw(ui);
        });
        self.info.events.clear();
        self.input.handle_platform_output_with_event_loop(&self.window, events, output.platform_output.take());
        self.paint(ctx, &mut output.textures_delta, std::mem::take(&mut output.shapes), output.pixels_per_point)?;
        let commands = output.viewport_output.remove(&ViewportId::ROOT).map(|root| root.commands).unwrap_or_default();
        let stays = commands.contains(&ViewportCommand::CancelClose);
        egui_winit::process_viewport_commands(ctx, &mut self.info, commands, &self.window, &mut Vec::new());
        if !self.info.events.is_empty() {
            self.window.request_redraw();
        }
        Ok(asked_to_close && !stays)
    }

    fn paint(
        &mut self,
        ctx: &Context,
        textures: &mut TexturesDelta,
        shapes: Vec<egui::epaint::ClippedShape>,
        scale: f32,
    ) -> Result<(), String> {
        let size = self.window.inner_size();
        // A window that is minimised has no size.
        let (Some(width), Some(height)) = (NonZeroU32::new(size.width), NonZeroU32::new(size.height)) else {
            self.painter.keep(textures);
            return Ok(());
        };
        let setting = Setting {
            size: [size.width as usize, size.height as usize],
            pixels_per_point: scale,
            background: ctx.global_style().visuals.panel_fill,
        };
        let drawn = self.painter.paint(ctx, textures, shapes, setting);
        self.surface.resize(width, height).map_err(|error| error.to_string())?;
        let mut buffer = self.surface.buffer_mut().map_err(|error| error.to_string())?;
        // A buffer that shows the frame before needs only what is new.
        self.painter.show((buffer.age() == 1).then_some(drawn), &mut buffer);
        self.window.pre_present_notify();
        buffer.present().map_err(|error| error.to_string())
    }

    fn handle(&mut self, event: &WindowEvent) {
        match event {
            WindowEvent::CloseRequested => {
                self.info.events.push(egui::ViewportEvent::Close);
                self.window.request_redraw();
            }
            WindowEvent::Resized(_) => self.window.request_redraw(),
            _ => {}
        }
        if self.input.on_window_event(&self.window, event).repaint {
            self.window.request_redraw();
        }
    }

    fn answer(&mut self, ctx: &Context, event: ScreenReader) {
        match event {
            ScreenReader::InitialTreeRequested => ctx.enable_accesskit(),
            ScreenReader::ActionRequested(request) => self.input.on_accesskit_action_request(request),
            ScreenReader::AccessibilityDeactivated => ctx.disable_accesskit(),
        }
        self.window.request_redraw();
    }
}

impl ApplicationHandler<UserEvent> for Program {
    fn resumed(&mut self, events: &ActiveEventLoop) {
        if self.open.is_some() {
            return;
        }
        match self.open(events) {
            Ok(open) => self.open = Some(open),
            Err(problem) => {
                self.failed = Some(problem);
                events.exit();
            }
        }
    }

    fn window_event(&mut self, events: &ActiveEventLoop, _: WindowId, event: WindowEvent) {
        if matches!(event, WindowEvent::RedrawRequested) {
            self.frame(events);
        } else if let Some(open) = &mut self.open {
            open.handle(&event);
        }
    }

    fn user_event(&mut self, _: &ActiveEventLoop, event: UserEvent) {
        match event {
            UserEvent::RequestRepaint { when, .. } => {
                self.next = Some(self.next.map_or(when, |next| next.min(when)));
            }
            UserEvent::AccessKitActionRequest(event) => {
                if let Some(open) = &mut self.open {
                    open.answer(&self.ctx, event.window_event);
                }
            }
        }
    }

    fn about_to_wait(&mut self, events: &ActiveEventLoop) {
        match (self.next, &self.open) {
            (Some(next), Some(open)) if next <= super::now() => {
                self.next = None;
                open.window.request_redraw();
                events.set_control_flow(ControlFlow::Wait);
            }
            (Some(next), _) => events.set_control_flow(ControlFlow::WaitUntil(next)),
            (None, _) => events.set_control_flow(ControlFlow::Wait),
        }
    }

    fn exiting(&mut self, _: &ActiveEventLoop) {
        if let Some(open) = &mut self.open {
            open.app.finish();
        }
    }
}
