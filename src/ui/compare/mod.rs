//! Two plans of one dossier beside each other: one table with split cells, left plan A, right plan B.

mod cells;
mod empty;
mod frame;
mod head;
mod keys;
mod parties;
mod table;

use eframe::egui::{Id, Ui};

use crate::app::Action;

use super::view::View;

/// Draws the tab.
pub(super) fn compare(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    head::refused(ui, view, out);
    let second = view.state.compare.second.as_ref();
    let Some((second, comparison)) = second.and_then(|second| Some((second, second.comparison.as_ref()?))) else {
        empty::empty(ui, view, out);
        return;
    };
    keys::keys(ui, out);
    head::head(ui, view, second, comparison, out);
    table::table(ui, view, comparison, out);
}

/// The id of the table: one tab stop.
fn stop_id() -> Id {
    Id::unique("compare")
}
