//! Title, origin and notes of the plan.

use eframe::egui::{Align2, RichText, TextEdit, Ui};

use crate::{
    app::{Action, Edit},
    domain::limits,
    ui::{
        limit,
        view::{View, is_left},
        why::plan,
    },
    wording::{self, plan_card, ui as words},
};

use super::page;

/// Draws the page.
pub(super) fn notes(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let scenario = &view.state.document.scenario;
    let mut actions = Vec::new();
    page(ui, view, words::NOTES, 640.0, out, |ui| {
        let mut title = scenario.title.clone();
        let label = ui.label(words::TITLE);
        let field = TextEdit::singleline(&mut title)
            .hint_text(wording::plan_title(scenario))
            .align(Align2::LEFT_CENTER)
            .char_limit(limits::PLAN_TITLE)
            .desired_width(f32::INFINITY);
        let response = ui.add(field).labelled_by(label.id);
        if response.changed() {
            actions.push(Action::Edit(Edit::SetTitle(title)));
        }
        limit::told(ui, view, &scenario.title, limits::PLAN_TITLE);
        if is_left(ui, &response) {
            actions.push(Action::CloseStep);
        }
        plan::lines(ui, view, &plan_card::lines(scenario, view.dates));
        if let Some(path) = view.state.document.path() {
            ui.label(RichText::new(path.to_string_lossy()).small().color(view.tokens.ink_weak));
        }
        ui.add_space(8.0);
        let mut notes = scenario.notes.clone();
        let label = ui.label(words::NOTES_FIELD);
        let field =
            TextEdit::multiline(&mut notes).char_limit(limits::NOTES).desired_rows(10).desired_width(f32::INFINITY);
        let response = ui.add(field).labelled_by(label.id);
        if response.changed() {
            actions.push(Action::Edit(Edit::SetNotes(notes)));
        }
        limit::told(ui, view, &scenario.notes, limits::NOTES);
        if response.lost_focus() {
            actions.push(Action::CloseStep);
        }
    });
    out.append(&mut actions);
}
