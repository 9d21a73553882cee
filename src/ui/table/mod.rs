//! The table: one row a term, its control beside it, one mark a party to its right.
//!
//! It is one tab stop with a roving focus. Marks are painted into one mesh; only what is visible is laid out. The header,
//! the terms and the controls stay in place while the rest scrolls.

mod cells;
mod header;
mod hints;
mod layout;
mod rows;

use eframe::egui::{
    self, Id, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2, accesskit, containers::scroll_area::ScrollSource, pos2,
};

use crate::{
    app::{Action, Focus, Place, WhySubject},
    domain::TermIx,
    wording::ui as words,
};

use super::{
    keys,
    look::why_is_beside,
    view::{View, note_table_edge, table_id},
};
pub(super) use layout::LEAST_HEIGHT;
use layout::{HEADER, Layout};

/// What the parts of the table share in a frame.
struct Frame<'a> {
    view: &'a View<'a>,
    layout: Layout,
    /// The table's upper left corner on the screen, which moves as it scrolls.
    origin: Vec2,
    /// The part of the screen in which the table shows.
    visible: Rect,
    /// True while the table has the keyboard focus.
    focused: bool,
}

impl Frame<'_> {
    /// A rectangle of the table on the screen.
    fn on_screen(&self, rect: Rect) -> Rect {
        rect.translate(self.origin)
    }

    /// Left edge, on the screen, of the columns that stay in place.
    fn fixed_left(&self) -> f32 {
        self.visible.left().max(self.origin.x)
    }

    /// Upper edge, on the screen, of the header, which stays in place.
    fn fixed_top(&self) -> f32 {
        self.visible.top().max(self.origin.y)
    }

    /// The space over a row in which the name of its group stands; 0 where it begins none.
    fn over(&self, term: TermIx) -> f32 {
        if self.view.starts_group(term.get()) { self.layout.group } else { 0.0 }
    }

    /// The part of the screen in which cells show.
    fn cells_clip(&self) -> Rect {
        let rows = self.rows_clip();
        rows.with_min_x(rows.left() + self.layout.term + self.layout.control)
    }

    /// The part of the screen in which rows show: what goes under header and foot is out of reach there.
    fn rows_clip(&self) -> Rect {
        let bottom = if self.layout.foot > 0.0 { self.foot_top() } else { self.visible.bottom() };
        Rect::from_min_max(pos2(self.fixed_left(), self.fixed_top() + HEADER), pos2(self.visible.right(), bottom))
    }

    /// Upper edge, on the screen, of the foot, which stays in place.
    fn foot_top(&self) -> f32 {
        let rows_end = self.origin.y + self.layout.row_top(self.layout.n_rows);
        rows_end.min(self.visible.bottom() - self.layout.foot)
    }
}

/// Draws the table.
pub(super) fn table(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    keys::table(ui, view, out);
    let layout = Layout::new(ui, view, ui.available_size());
    let size = layout.size();
    // The wheel belongs to the page that lies over the cells.
    let source = if view.state.shows_start_page() { ScrollSource::NONE } else { ScrollSource::default() };
    let area = ScrollArea::both().id_salt("table").auto_shrink(false).scroll_source(source);
    area.show_viewport(ui, |ui, viewport| {
        let (rect, _) = ui.allocate_exact_size(size, Sense::HOVER);
        let visible = Rect::from_min_size(rect.min + viewport.min.to_vec2(), viewport.size()).intersect(ui.clip_rect());
        keep_focus(ui, rect.intersect(visible), view.state.session.dialog.is_some());
        let focused = ui.memory(|memory| memory.has_focus(table_id()));
        let frame = Frame { view, layout, origin: rect.min.to_vec2(), visible, focused };
        note_table_edge(ui, frame.cells_clip().left());
        follow_focus(ui, &frame);
        // The header is made first and drawn last: screen readers meet it before the rows, which scroll under it.
        let top = Rect::from_min_max(pos2(frame.fixed_left(), frame.fixed_top()), visible.max);
        let mut header_ui = child(ui, top);
        header_ui.ctx().accesskit_node_builder(header_ui.unique_id(), |node| {
            node.set_role(accesskit::Role::Row);
            node.set_row_index(0);
        });
        let mut rows_ui = child(ui, frame.rows_clip());
        let hovered = rows::rows(&mut rows_ui, &frame, out);
        let mut cells_ui = child(ui, frame.cells_clip());
        cells::cells(&mut cells_ui, &frame, out);
        header::header(&mut header_ui, &frame, out);
        cells::focus_ring(&mut child(ui, visible), &frame);
        hints::hints(&child(ui, visible), &frame);
        preview_on_hover(ui, view, hovered, out);
        why_follows(ui, view, focused, out);
    });
}

/// A part of the table with its own clipping; for screen readers it lies inside the table.
fn child(ui: &mut Ui, clip: Rect) -> Ui {
    let mut child = ui.new_child(UiBuilder::new().max_rect(clip).accessibility_parent(table_id()));
    child.set_clip_rect(clip.intersect(ui.clip_rect()));
    child
}

/// The node of a term's row: term, control and cells are its children.
fn row_id(term: TermIx) -> Id {
    table_id().with(("row", term))
}

/// The table takes the keyboard focus whenever nothing else has it, so that the keys always work. Under a dialog it lets
/// go of it.
fn keep_focus(ui: &Ui, rect: Rect, under_dialog: bool) {
    let response = ui.interact(rect, table_id(), Sense::FOCUSABLE);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(accesskit::Role::Grid);
        node.set_label(words::TABLE);
    });
    if under_dialog {
        response.surrender_focus();
    } else if ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
}

/// Scrolls so that the focused place shows, once after it moved and once after the room for the table changed: a drawer
/// that opens must not hide it.
fn follow_focus(ui: &Ui, frame: &Frame<'_>) {
    let focus = frame.view.state.session.focus;
    let id = table_id().with("followed");
    let here = (focus, frame.visible.size());
    let moved = ui.data(|data| data.get_temp(id)) != Some(here);
    if !moved || ui.will_discard() {
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, here));
    let row = focus.term.get();
    let rect = match focus.place {
        Place::Term | Place::Control => {
            let mut rect = frame.layout.term_rect(row);
            rect.set_left(frame.fixed_left() - frame.origin.x);
            rect
        }
        Place::Party(party) => {
            let place = frame.view.columns.iter().position(|column| column.party == party).unwrap_or_default();
            let mut rect = frame.layout.cell_rect(row, place);
            // Room for the columns that stay in place, or the cell would scroll under them.
            *rect.left_mut() -= frame.layout.term + frame.layout.control;
            rect
        }
    };
    let mut rect = frame.on_screen(rect);
    // Header and foot stay in place, and the row would scroll under them.
    *rect.top_mut() -= HEADER;
    *rect.bottom_mut() += frame.layout.foot;
    ui.scroll_to_rect(rect, None);
}

/// So long, in seconds, the keyboard rests on a place before the Why panel follows it: passing over cells must not make the
/// panel flicker.
const PAUSE: f64 = 0.5;

/// The Why panel follows the keyboard after a pause, where it stands beside the table.
fn why_follows(ui: &Ui, view: &View<'_>, focused: bool, out: &mut Vec<Action>) {
    let state = view.state;
    let focus = state.session.focus;
    let id = table_id().with("rests");
    let now = ui.input(|input| input.time);
    let before: Option<(Focus, Option<f64>)> = ui.data(|data| data.get_temp(id));
    let (rests_on, since) = before.unwrap_or((focus, None));
    let since = if rests_on == focus { since } else { Some(now) };
    let subject = match focus.place {
        Place::Party(party) => Some(WhySubject::Cell(party, focus.term)),
        Place::Term => Some(WhySubject::Term(focus.term)),
        Place::Control => None,
    };
    let is_beside = why_is_beside(ui) && state.session.why_open && focused;
    let due = since.zip(subject.filter(|subject| is_beside && *subject != state.session.why));
    let since = match due {
        Some((since, subject)) if now - since >= PAUSE => {
            out.push(Action::Follow(subject));
            None
        }
        Some((since, _)) => {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(PAUSE - (now - since)));
            Some(since)
        }
        None => None,
    };
    ui.data_mut(|data| data.insert_temp(id, (focus, since)));
}

/// The option under the pointer is tried; a pointer that moves away stops the trial, keys do not.
fn preview_on_hover(ui: &Ui, view: &View<'_>, hovered: Option<rows::Tried>, out: &mut Vec<Action>) {
    let moved = ui.input(|input| input.pointer.delta() != Vec2::ZERO);
    match hovered {
        Some(tried) if moved => out.push(Action::Preview(Some(tried))),
        None if moved && view.state.results.preview.is_some() => out.push(Action::Preview(None)),
        _ => {}
    }
}

/// The line over each row, and the thicker one where a new group of terms begins.
fn row_line(ui: &Ui, frame: &Frame<'_>, row: usize, left: f32, right: f32) {
    let starts_group = row > 0 && frame.view.starts_group(row);
    let tokens = frame.view.tokens;
    let y = frame.origin.y + frame.layout.row_top(row);
    let (y, stroke) = if starts_group {
        (y - frame.layout.group, egui::Stroke::new(1.5, tokens.edge))
    } else {
        (y, egui::Stroke::new(1.0, tokens.line))
    };
    if row > 0 {
        ui.painter().hline(left..=right, y, stroke);
    }
}
