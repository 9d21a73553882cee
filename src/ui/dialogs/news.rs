//! What is new, over the wall.

use eframe::egui::Ui;

use super::page;
use crate::{
    app::Action,
    ui::{view::View, why::news},
    wording::news as texts,
};

/// Draws the page.
pub(super) fn news(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let mut actions = Vec::new();
    page(ui, view, texts::NEWS, 760.0, out, |ui| news::untitled(ui, view, &mut actions));
    out.append(&mut actions);
}
