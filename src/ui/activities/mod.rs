//! The tab "Activities".

use eframe::egui::Ui;

use super::view::View;
use crate::app::{Action, Tab};
use crate::wording::ui as words;

/// Draws the tab.
pub fn activities(ui: &mut Ui, _view: &View<'_>, _out: &mut Vec<Action>) {
    ui.label(words::tab_tip(Tab::Activities));
}
