//! The few questions there are: before a browser opens, before someone else's change is replaced, before work is lost.

use std::path::{Path, PathBuf};

use eframe::egui::{Label, RichText, Ui};

use crate::{
    app::{Action, Command},
    ui::{fonts, view::View},
    wording::ui as words,
};

/// The full address of a source.
pub fn link(ui: &mut Ui, view: &View<'_>, url: &str, out: &mut Vec<Action>) {
    ui.set_width(560.0_f32.min(ui.ctx().content_rect().width() - 80.0));
    question(ui, view, words::FULL_ADDRESS, words::NEVER_ONLINE);
    ui.add(Label::new(url).wrap());
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        offer(ui, words::OPEN_BROWSER, Action::OpenUrl(url.to_owned()), out);
        offer(ui, words::COPY_ADDRESS, Action::Copy(url.to_owned()), out);
        offer(ui, words::CLOSE, Action::CloseDialog, out);
    });
}

/// Someone else changed the file.
pub fn changed_on_disk(ui: &mut Ui, view: &View<'_>, path: &Path, out: &mut Vec<Action>) {
    ui.set_width(560.0);
    question(ui, view, words::CHANGED_ON_DISK, words::CHANGED_ON_DISK_MORE);
    ui.add(Label::new(path.to_string_lossy()).wrap());
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        offer(ui, words::SAVE_ELSEWHERE, Action::Run(Command::SaveAs), out);
        offer(ui, words::OVERWRITE, Action::Overwrite(PathBuf::from(path)), out);
        offer(ui, words::CANCEL, Action::CloseDialog, out);
    });
}

/// Closing would lose work.
pub fn close_unsaved(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    ui.set_width(520.0);
    question(ui, view, words::CLOSE_UNSAVED, "");
    ui.horizontal(|ui| {
        offer(ui, words::SAVE, Action::Run(Command::Save), out);
        offer(ui, words::CLOSE_ANYWAY, Action::CloseAnyway, out);
        offer(ui, words::CANCEL, Action::CloseDialog, out);
    });
}

fn question(ui: &mut Ui, view: &View<'_>, title: &str, more: &str) {
    ui.label(RichText::new(title).font(fonts::semibold(view.tokens.size.header)));
    if !more.is_empty() {
        ui.label(RichText::new(more).color(view.tokens.ink_weak));
    }
    ui.add_space(4.0);
}

fn offer(ui: &mut Ui, text: &str, action: Action, out: &mut Vec<Action>) {
    if ui.button(text).clicked() {
        out.push(action);
    }
}
