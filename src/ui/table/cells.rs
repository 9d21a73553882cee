//! The marks: painted into one mesh, with a named node for each cell that shows.

use eframe::egui::{self, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, accesskit};

use crate::{
    app::{Action, Focus, Place, WhySubject},
    domain::{PartyIx, TermIx},
    ui::{
        marks::cell_mark,
        shape::MarkShape,
        status,
        view::{table_id, tip},
        widgets::mark::{self, Mark, MarkPainter},
    },
    wording::{self, ui as words},
};

use super::{Frame, row_id, row_line, rows};

/// Draws all visible cells.
pub(super) fn cells(ui: &mut Ui, frame: &Frame<'_>, out: &mut Vec<Action>) {
    let clip = ui.clip_rect();
    let pointer =
        ui.input(|input| input.pointer.hover_pos()).filter(|at| clip.contains(*at) && ui.rect_contains_pointer(clip));
    let (mut marks, mut quiet) = (Vec::new(), Vec::new());
    for term in TermIx::all(frame.layout.n_rows) {
        let row = term.get();
        let top = frame.origin.y + frame.layout.row_top(row);
        if top > clip.bottom() || top + frame.layout.row < clip.top() {
            continue;
        }
        let band = Rect::from_x_y_ranges(clip.x_range(), top - frame.over(term)..=top + frame.layout.row);
        if frame.view.state.session.focus.term == term || pointer.is_some_and(|at| band.contains(at)) {
            ui.painter().rect_filled(band, 0.0, rows::ground(frame, term));
        }
        row_line(ui, frame, row, clip.left(), clip.right());
        let of_row = ui.new_child(UiBuilder::new().max_rect(clip).accessibility_parent(row_id(term)));
        for place in 0..frame.view.columns.len() {
            let rect = frame.on_screen(frame.layout.cell_rect(row, place));
            if !rect.intersects(clip) {
                continue;
            }
            cell(&of_row, frame, (term, place), rect, out);
            let mark = cell_mark(frame.view, term, frame.view.columns[place].party);
            // What stands in every cell of a row says nothing there: the control says it once.
            let is_quiet = mark == Mark::new(MarkShape::Empty) && frame.view.plan().get(term).is_none();
            (if is_quiet { &mut quiet } else { &mut marks }).push((mark::tile(rect), mark));
        }
    }
    if let Some(at) = pointer {
        column_shade(ui, frame, at.x);
    }
    let mut painter = MarkPainter::new(ui).with_numbers();
    for (rect, mark) in &marks {
        painter.add(*rect, mark);
    }
    for (rect, _) in &quiet {
        painter.add_quiet_dots(*rect);
    }
    painter.paint();
}

/// Shades the column under the pointer.
fn column_shade(ui: &Ui, frame: &Frame<'_>, x: f32) {
    for place in 0..frame.view.columns.len() {
        let left = frame.origin.x + frame.layout.column_left(place);
        if (left..left + frame.layout.cell).contains(&x) {
            let foot = frame.origin.y + frame.layout.size().y;
            let clip = ui.clip_rect().y_range();
            let band = Rect::from_x_y_ranges(left..=left + frame.layout.cell, clip.min..=clip.max.min(foot));
            let stroke = Stroke::new(1.0, frame.view.tokens.edge);
            ui.painter().rect_stroke(band, 0.0, stroke, StrokeKind::Inside);
        }
    }
}

/// The node of a cell: what screen readers read and clicks land on.
fn cell(ui: &Ui, frame: &Frame<'_>, (term, place): (TermIx, usize), rect: Rect, out: &mut Vec<Action>) {
    let view = frame.view;
    let party = view.columns[place].party;
    let id = cell_id(term, party);
    let response = ui.interact(rect.intersect(ui.clip_rect()), id, Sense::CLICK);
    let name = || match view.state.cell(party, term) {
        Some(cell) => wording::cell_name(view.dossier(), view.state.plan(), party, term, cell),
        None => wording::presenter::hidden_cell(view.dossier(), view.state.plan(), party, term),
    };
    response.widget_info(|| WidgetInfo::labeled(egui::Role::GridCell, true, name()));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_row_index(term.get() + 1);
        node.set_column_index(place + 2);
    });
    if response.clicked() {
        out.push(Action::Why(WhySubject::Cell(party, term)));
        ui.memory_mut(|memory| memory.request_focus(table_id()));
    }
    if response.hovered() {
        // The name says it already: as a description it would be read once more.
        let told = view.state.cell(party, term);
        let told = told.map(|cell| wording::cell_tip(view.dossier(), view.state.plan(), party, term, cell));
        tip(response, told.unwrap_or_else(name));
    }
}

fn cell_id(term: TermIx, party: PartyIx) -> egui::Id {
    table_id().with((term, party))
}

/// True from when the keyboard comes into the table until it is moved there: so long the place is told with row, column
/// and size, which the readers of some systems cannot ask for.
fn just_entered(ui: &Ui, frame: &Frame<'_>) -> bool {
    let (id, here) = (table_id().with("entered"), frame.view.state.session.focus);
    if !frame.focused {
        ui.data_mut(|data| data.remove_temp::<Option<Focus>>(id));
        return false;
    }
    let entered = ui.data_mut(|data| *data.get_temp_mut_or_insert_with(id, || Some(here)));
    let still = entered == Some(here);
    if !still {
        ui.data_mut(|data| data.insert_temp::<Option<Focus>>(id, None));
    }
    still
}

/// A reader that says the new name of anything else, as Orca 43, passes over that of a cell: for as long as something is said
/// in front of its name, a label in its place has the focus.
fn stand_in(ui: &Ui, cell: egui::Id, rect: Rect, said: &str) {
    let response = ui.interact(rect, cell.with("said"), Sense::HOVER);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, said));
    ui.ctx().accesskit_node_builder(table_id(), |table: &mut accesskit::Node| {
        table.set_active_descendant(response.id.accesskit_id());
    });
}

/// The ring around the focused place, outside of it, so that it never covers a mark.
pub(super) fn focus_ring(ui: &mut Ui, frame: &Frame<'_>) {
    let Focus { term, place } = frame.view.state.session.focus;
    let row = term.get();
    let (node, rect, clip) = match place {
        Place::Term => {
            (rows::term_id(term), rows::fixed(frame, frame.layout.term_rect(row)).shrink(6.0), frame.visible)
        }
        Place::Control => (rows::control_id(term), rows::control_rect(frame, term), frame.visible),
        Place::Party(party) => {
            let Some(column) = frame.view.columns.iter().position(|column| column.party == party) else { return };
            let tile = mark::tile(frame.on_screen(frame.layout.cell_rect(row, column)));
            (cell_id(term, party), tile, frame.cells_clip().expand(8.0))
        }
    };
    ui.ctx().accesskit_node_builder(table_id(), |table: &mut accesskit::Node| {
        table.set_active_descendant(node.accesskit_id());
    });
    if just_entered(ui, frame) {
        let column = match place {
            Place::Term => 0,
            Place::Control => 1,
            Place::Party(party) => frame.view.columns.iter().position(|column| column.party == party).unwrap_or(0) + 2,
        };
        let (rows, columns) = (frame.layout.n_rows, frame.view.columns.len() + 2);
        let told = words::place_in_table((row + 1, rows), (column + 1, columns));
        ui.ctx().accesskit_node_builder(node, |node| node.set_description(told));
    }
    let said = status::in_front_of_the_focus(ui, frame.view, node);
    if let (Some(said), Place::Party(_)) = (said, place) {
        stand_in(ui, node, rect, &said);
    }
    if frame.focused {
        let mut clipped = ui.new_child(egui::UiBuilder::new().max_rect(clip));
        clipped.set_clip_rect(clip.intersect(ui.clip_rect()));
        let mut painter = MarkPainter::new(&clipped);
        painter.focus(rect);
        painter.paint();
    }
}
