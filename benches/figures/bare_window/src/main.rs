//! A window with one label.

use eframe::egui::{CentralPanel, ViewportBuilder};

fn main() -> eframe::Result {
    let viewport = ViewportBuilder::default().with_inner_size([1280.0, 720.0]);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    eframe::run_ui_native("Bare window", options, |ui, _| {
        CentralPanel::default().show(ui, |ui| ui.label("Peace plan"));
    })
}
