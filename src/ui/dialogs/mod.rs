//! What can lie over the table. Esc closes each of them, and closing never loses work.

mod about;
mod drafts;
mod excerpt;
mod file;
mod finder;
mod hand_outs;
mod help;
mod how_read;
mod news;
mod notes;
mod plan;
mod questions;
mod red_lines;
mod settings;
mod walk;

use eframe::egui::{Align, Frame, Id, Layout, Margin, Modal, Response, RichText, ScrollArea, Ui};

use crate::{
    app::{Action, Dialog},
    wording::ui as words,
};

use super::{
    fonts,
    view::{View, follow_focus},
    widgets::icon,
};

/// Draws the open dialog, if there is one.
pub fn show(ui: &Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let Some(dialog) = &view.state.session.dialog else { return };
    // What may not be projected waits until presenting is over.
    if (view.state.presenter.is_on && !dialog.may_be_projected()) || matches!(dialog, Dialog::Start(_)) {
        return;
    }
    let frame = Frame::popup(&ui.global_style()).inner_margin(Margin::same(16));
    let modal = Modal::new(Id::unique("dialog")).frame(frame).show(ui.ctx(), |ui| match dialog {
        // It lies beside the table, not over it.
        Dialog::Start(_) => {}
        Dialog::File(dialog) => file::file(ui, view, dialog, out),
        Dialog::Finder(finder) => finder::finder(ui, view, finder, out),
        Dialog::HandOuts => hand_outs::hand_outs(ui, view, out),
        Dialog::Help => help::help(ui, view, out),
        Dialog::Settings => settings::settings(ui, view, out),
        Dialog::About => about::about(ui, view, out),
        Dialog::RedLines => red_lines::red_lines(ui, view, out),
        Dialog::Notes => notes::notes(ui, view, out),
        Dialog::News => news::news(ui, view, out),
        Dialog::Plan => plan::plan(ui, view, out),
        Dialog::Walk => walk::walk(ui, view, out),
        Dialog::Link { url } => questions::link(ui, view, url, out),
        Dialog::Excerpt(excerpt) => excerpt::excerpt(ui, view, excerpt, out),
        Dialog::Drafts => drafts::drafts(ui, view, out),
        Dialog::ChangedOnDisk(job) => questions::changed_on_disk(ui, view, job, out),
        Dialog::NameTaken { job, free } => questions::name_taken(ui, view, (job, free), out),
        Dialog::CloseUnsaved => questions::close_unsaved(ui, view, out),
    });
    if modal.should_close() {
        out.push(Action::CloseStep);
        out.push(Action::CloseDialog);
    }
}

/// A page of a dialog: a title with a cross, and a body that scrolls.
fn page(ui: &mut Ui, view: &View<'_>, title: &str, width: f32, out: &mut Vec<Action>, body: impl FnOnce(&mut Ui)) {
    let space = ui.ctx().content_rect().size();
    ui.set_width(width.min(space.x - 80.0));
    ui.set_max_height(space.y - 100.0);
    head(ui, view, title, out);
    ScrollArea::vertical().max_height(space.y - 150.0).auto_shrink([false, true]).show(ui, |ui| {
        body(ui);
        follow_focus(ui);
    });
}

fn head(ui: &mut Ui, view: &View<'_>, title: &str, out: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.label(RichText::new(title).font(fonts::semibold(view.tokens.size.title)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon::button(ui, icon::Icon::Close, words::CLOSE, true).clicked() {
                out.push(Action::CloseDialog);
            }
        });
    });
    ui.add_space(4.0);
}

/// A heading; a field below it can be labelled by it.
fn section(ui: &mut Ui, view: &View<'_>, text: &str) -> Response {
    ui.add_space(8.0);
    ui.label(RichText::new(text).font(fonts::semibold(view.tokens.size.header)))
}
