//! The first page as a picture, drawn without a graphics card.

use eframe::egui::{CentralPanel, Frame, Theme, vec2};

use super::ExportError;
use crate::{
    app::Page,
    ui::{self, raster},
};

/// Pixels for a point of the page: 180 to the inch, sharp on a screen and good enough to print.
const PIXELS: f32 = 2.5;

/// The picture of the first page.
///
/// # Errors
/// If it cannot be written as PNG.
pub(super) fn png(pages: &[Page]) -> Result<Vec<u8>, ExportError> {
    let page = pages.first().ok_or_else(|| ExportError::Failed("page".to_owned()))?;
    let set_up = |ctx: &eframe::egui::Context| {
        ctx.set_theme(Theme::Light);
        ui::fonts::install(ctx);
        ui::system_fonts::install(ctx);
        ui::theme::install(ctx);
    };
    let picture = raster::draw(vec2(page.width, page.height), PIXELS, set_up, |ui| {
        CentralPanel::default().frame(Frame::NONE).show(ui, |ui| ui::page::paint(ui.painter(), ui.max_rect(), page));
    });
    picture.to_png().map_err(|error| ExportError::Failed(error.to_string()))
}
