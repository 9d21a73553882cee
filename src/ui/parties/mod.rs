//! Party against party: which positions no plan can meet together.

use eframe::egui::Ui;

use super::view::View;
use crate::app::{Action, parties::Action as Here};

/// Draws the tab.
pub fn parties(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let tab = &view.state.parties;
    let mut ask = tab.ask;
    ui.checkbox(&mut ask.on_this_plan, "On this plan");
    if ask != tab.ask {
        out.push(Action::Parties(Here::Ask(ask)));
    }
    if let Some((answer, _)) = tab.desk.answer() {
        ui.label(answer.clashes.all().len().to_string());
    }
}
