//! Text on the wall: painted where it belongs, named for those who listen.

use std::sync::Arc;

use eframe::egui::{
    Color32, FontId, Galley, Id, Rect, Role, Sense, Ui, WidgetInfo,
    epaint::text::{LayoutJob, TextFormat, TextWrapping},
};

/// Text that wraps at `width`.
pub(super) fn wrapped(ui: &Ui, text: &str, font: FontId, ink: Color32, width: f32) -> Arc<Galley> {
    ui.painter().layout(text.to_owned(), font, ink, width)
}

/// Text on one line, cut off where it is longer than `width`.
pub(super) fn on_one_line(ui: &Ui, text: &str, font: FontId, ink: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, ink));
    job.wrap = TextWrapping { max_rows: 1, ..TextWrapping::truncate_at_width(width.max(1.0)) };
    ui.painter().layout_job(job)
}

/// Width of a text on one line.
pub(super) fn width(ui: &Ui, text: &str, font: FontId) -> f32 {
    ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER).size().x
}

/// Gives a part of the wall a node with a name.
pub(super) fn name(ui: &Ui, rect: Rect, id: Id, role: Role, name: impl Into<String>) {
    let name = name.into();
    ui.interact(rect, id, Sense::HOVER).widget_info(|| WidgetInfo::labeled(role, true, &name));
}
