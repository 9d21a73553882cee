//! What the marks mean, over the wall.

use eframe::egui::Ui;
use strum::IntoEnumIterator as _;

use super::page;
use crate::{
    analysis::Mark,
    app::Action,
    ui::{view::View, why::legend},
    wording::{legend as texts, presenter::codes},
};

/// Draws the page.
pub(super) fn marks(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let mut actions = Vec::new();
    page(ui, view, texts::WHAT_MARKS_MEAN, 760.0, out, |ui| {
        if view.state.presenter.is_on {
            // Under a table of many parties in a narrow room there is no place for them.
            let parties = view.columns.iter().map(|column| view.dossier().party(column.party));
            ui.label(codes(parties));
        }
        if view.state.is_worked_on() {
            ui.label(texts::WHILE_A_CLASS_WORKS);
        }
        for mark in Mark::iter() {
            legend::mark(ui, view, mark, &mut actions);
        }
    });
    // An example leads to its cell.
    if !actions.is_empty() {
        out.push(Action::CloseDialog);
        out.append(&mut actions);
    }
}
