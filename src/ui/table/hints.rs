//! The two hints of the first minute. They lie in empty cells and are gone for good once they have done their work.

use eframe::egui::{Color32, CornerRadius, Pos2, Rect, Shape, Ui, pos2, vec2};

use crate::{
    domain::{PartyIx, TermIx},
    ui::fonts,
    wording::ui as words,
};

use super::Frame;

/// Draws the hint that is due.
pub(super) fn hints(ui: &Ui, frame: &Frame<'_>) {
    let state = frame.view.state;
    if state.settings.hints_seen || state.session.dialog.is_some() {
        return;
    }
    if state.results.n_in_plan() == 0 {
        let rect = frame.on_screen(frame.layout.cell_rect(0, 0));
        let tip = pos2(frame.cells_clip().left() + 2.0, rect.center().y);
        bubble(ui, frame, tip, true, words::HINT_CHOOSE);
    } else if !state.session.cell_opened
        && let Some((term, place)) = strongest(frame)
    {
        let rect = frame.on_screen(frame.layout.cell_rect(term.get(), place));
        bubble(ui, frame, pos2(rect.center().x, rect.bottom() - 2.0), false, words::HINT_CELL);
    }
}

/// The cell with the strongest mark; the first in reading order if there are several.
fn strongest(frame: &Frame<'_>) -> Option<(TermIx, usize)> {
    // Where a verdict is hidden, its place must not be pointed at.
    let matrix = frame.view.state.matrix()?;
    let cells = TermIx::all(frame.layout.n_rows)
        .flat_map(|term| frame.view.columns.iter().enumerate().map(move |(place, column)| (term, place, column.party)));
    let mark = |term: TermIx, party: PartyIx| matrix.cell(party, term).mark;
    cells
        .filter(|(term, _, party)| !mark(*term, *party).is_blank())
        .min_by_key(|(term, _, party)| mark(*term, *party))
        .map(|(term, place, _)| (term, place))
}

/// A small dark bubble with its tip at `tip`: to the left of it, or above it.
fn bubble(ui: &Ui, frame: &Frame<'_>, tip: Pos2, beside: bool, text: &str) {
    let tokens = frame.view.tokens;
    let (ground, ink): (Color32, Color32) = (tokens.selected, tokens.ink_selected);
    let font = fonts::regular(tokens.size.small);
    let room = if beside { frame.visible.right() - tip.x - 40.0 } else { 340.0 };
    let galley = ui.painter().layout(text.to_owned(), font, ink, room.clamp(120.0, 460.0));
    let size = galley.size() + vec2(20.0, 12.0);
    let mut rect = if beside {
        Rect::from_min_size(pos2(tip.x + 8.0, tip.y - size.y / 2.0), size)
    } else {
        Rect::from_min_size(pos2(tip.x - size.x / 2.0, tip.y + 8.0), size)
    };
    let shift = (frame.visible.right() - 8.0 - rect.right()).min(0.0);
    rect = rect.translate(vec2(shift, 0.0));
    let triangle = if beside {
        vec![tip, tip + vec2(9.0, -7.0), tip + vec2(9.0, 7.0)]
    } else {
        vec![tip, tip + vec2(7.0, 9.0), tip + vec2(-7.0, 9.0)]
    };
    ui.painter().add(Shape::convex_polygon(triangle, ground, eframe::egui::Stroke::NONE));
    ui.painter().rect_filled(rect, CornerRadius::same(6), ground);
    ui.painter().galley(rect.min + vec2(10.0, 6.0), galley, ink);
}
