//! Unsaved plans: one click brings one back, which can be undone; another deletes it.

use eframe::egui::{Button, Frame, Label, Margin, RichText, Role, Stroke, Ui, WidgetInfo};

use crate::{
    app::{Action, DraftEntry},
    ui::{fonts, letters, view::View},
    wording::drafts as texts,
};

use super::page;

/// Width of the buttons behind a draft, in points.
const BUTTONS: f32 = 190.0;

/// Draws the page.
pub(super) fn drafts(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let mut actions = Vec::new();
    page(ui, view, texts::DRAFTS, 720.0, out, |ui| {
        ui.label(texts::WHAT_DRAFTS_ARE);
        ui.add_space(8.0);
        if view.state.drafts.is_empty() {
            ui.label(texts::NONE);
        }
        let named = view.state.drafts.iter().map(|entry| (texts::of_the_day(entry, view.dates), entry.title.clone()));
        letters::told_of(ui, view, named);
        for entry in &view.state.drafts {
            draft(ui, view, entry, &mut actions);
        }
    });
    out.append(&mut actions);
}

/// True if all that can be done with the first draft is to delete it.
pub(super) fn begins_with_delete(view: &View<'_>) -> bool {
    view.state.drafts.first().is_some_and(|entry| !entry.problem.is_empty())
}

fn draft(ui: &mut Ui, view: &View<'_>, entry: &DraftEntry, out: &mut Vec<Action>) {
    let frame = Frame::new()
        .fill(view.tokens.surface)
        .stroke(Stroke::new(1.0, view.tokens.line))
        .corner_radius(view.tokens.size.radius)
        .inner_margin(Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            let room = ui.available_width() - BUTTONS;
            ui.vertical(|ui| {
                ui.set_width(room);
                let title = RichText::new(&entry.title).font(fonts::semibold(view.tokens.size.body));
                ui.add(Label::new(title).wrap());
                let about = texts::line(entry, view.dates);
                if !about.is_empty() {
                    ui.add(Label::new(RichText::new(about).small().color(view.tokens.ink_weak)).wrap());
                }
                if !entry.problem.is_empty() {
                    ui.add(Label::new(RichText::new(&entry.problem).color(view.tokens.warn)).wrap());
                }
            });
            let mut offer = |ui: &mut Ui, verb: &str, is_enabled: bool, action: Action| {
                let button = ui.add_enabled(is_enabled, Button::new(verb));
                let name = texts::named(verb, &entry.title);
                button.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, &name));
                if button.clicked() {
                    out.push(action);
                }
            };
            offer(ui, texts::RESTORE, entry.problem.is_empty(), Action::RestoreDraft(entry.id.clone()));
            offer(ui, texts::DELETE, true, Action::DeleteDraft(entry.id.clone(), None));
        });
    });
    ui.add_space(4.0);
}
