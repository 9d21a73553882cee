//! What the tests of the screen share: a harness in our fonts and theme, drawn by our own rasteriser.

#![allow(dead_code, clippy::allow_attributes, reason = "each test file uses its own part")]

pub mod journey;
pub mod layout;
pub mod longer;
pub mod looks;
pub mod screens;

use std::fmt::Write as _;

use eframe::egui::{self, Context, FullOutput, TexturesDelta, Theme, Ui};
use egui_kittest::{Harness, HarnessBuilder, TestRenderer};
use image::RgbaImage;
use peace_plan_explorer::ui::{fonts, raster::Rasteriser, theme, widgets::control::ControlTexts};

/// Draws the harness's output without a graphics card.
#[derive(Default)]
pub struct SoftwareRenderer(Rasteriser);

impl TestRenderer for SoftwareRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.0.apply(delta);
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let picture = self.0.paint_output(ctx, output);
        let size = |length: usize| u32::try_from(length).map_err(|error| error.to_string());
        RgbaImage::from_raw(size(picture.width)?, size(picture.height)?, picture.pixels.into_flattened())
            .ok_or_else(|| "the picture has the wrong size".to_owned())
    }
}

/// A harness of a fixed size and theme that can take pictures. The pointer is not drawn.
pub fn harness<State>(size: [f32; 2], theme: Theme) -> HarnessBuilder<State> {
    Harness::builder()
        .with_size(size)
        .with_theme(theme)
        .with_render_cursor(false)
        .renderer(SoftwareRenderer::default())
        .with_context_setup(|ctx| {
            fonts::install(ctx);
            theme::install(ctx);
        })
}

/// A harness that shows `ui` on the window's background with a margin.
pub fn sheet<'a>(size: [f32; 2], theme: Theme, mut ui: impl FnMut(&mut Ui) + 'a) -> Harness<'a> {
    harness(size, theme).build_ui(move |root| {
        egui::CentralPanel::default().show(root, |panel| ui(panel));
    })
}

/// The accessibility tree as text: a line for each named node.
pub fn tree(harness: &Harness<'_>) -> String {
    use egui_kittest::kittest::NodeT as _;

    let mut text = String::new();
    for node in harness.root().children_recursive() {
        let node = node.accesskit_node();
        if let Some(label) = node.label() {
            writeln!(text, "{:?} {label}", node.role()).expect("a String takes everything");
        }
    }
    text
}

/// The controls' words.
pub static TEXTS: ControlTexts = ControlTexts {
    not_in_plan: "Not in the plan",
    nothing_chosen: "Choose…",
    previous: "Previous value",
    next: "Next value",
    all_values: "All values",
    place: |index, count| format!("{index} of {count}"),
    range: |first, last| format!("{first} to {last}"),
};
