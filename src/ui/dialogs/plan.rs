//! The card of the plan, for the wall: whose, when, how it became known, what became of it. No notes: they are the
//! teacher's.

use eframe::egui::{Label, RichText, Ui};

use super::page;
use crate::{
    app::Action,
    ui::{fonts, view::View, why::plan},
    wording::{self, plan_card as texts},
};

/// Draws the page.
pub(super) fn plan(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let scenario = view.scenario();
    page(ui, view, texts::ABOUT_PLAN, 640.0, out, |ui| {
        let title = RichText::new(wording::plan_title(scenario)).font(fonts::semibold(view.tokens.size.title));
        ui.add(Label::new(title).wrap());
        let lines = texts::lines(scenario, view.dates);
        if lines.is_empty() {
            ui.label(texts::OWN);
        }
        plan::lines(ui, view, &lines);
    });
}
