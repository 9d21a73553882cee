//! The plan through time: a row a party, the statements as ticks, the marks as bands, the as-of line that is dragged.
//!
//! The chart is one tab stop with a roving focus, like the table, and a group with a summary for screen readers; the same
//! data stand as a table one key away.

mod bands;
mod bar;
mod chart;
mod counts;
mod frame;
mod keys;
mod legend;
mod lines;
mod rows;
mod scale;
mod table;

use eframe::egui::{Id, Ui};

use crate::app::Action;

use super::view::View;

/// Of a low tab the line over the chart shows, and what the chart must show.
pub(super) const LEAST_HEIGHT: f32 = bar::LOW_HEIGHT + frame::LEAST_HEIGHT;

/// Draws the tab.
pub(super) fn timeline(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let Some(made) = &view.state.timeline.made else { return };
    keys::keys(ui, view, out);
    bar::bar(ui, view, out);
    if view.state.timeline.as_table {
        table::table(ui, view, made, out);
    } else {
        chart::chart(ui, view, made, out);
    }
}

/// The id of the chart, and of the table that stands in its place: one tab stop.
fn stop_id() -> Id {
    Id::unique("timeline")
}

/// The number of cells of the whole table: the denominator of the line of counts.
fn n_cells(view: &View<'_>) -> usize {
    view.state.plan().n_set() * view.columns.len()
}

/// The number of contradicted cells on the as-of date.
fn n_contradicted(view: &View<'_>) -> usize {
    let tallies = view.state.matrix().map_or(&[][..], |matrix| &matrix.tallies);
    tallies.iter().map(|tally| usize::from(tally.contradicted())).sum()
}

/// The stop takes the keyboard focus whenever nothing else has it; returns whether it has it.
fn keep_focus(ui: &Ui, view: &View<'_>, rect: eframe::egui::Rect) -> bool {
    let response = ui.interact(rect, stop_id(), eframe::egui::Sense::FOCUSABLE);
    if view.state.session.dialog.is_some() {
        response.surrender_focus();
    } else if ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    ui.memory(|memory| memory.has_focus(stop_id()))
}
