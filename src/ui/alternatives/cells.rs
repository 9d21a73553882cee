//! Changed cells as small buttons: the mark that the cell would have, and whose it is. They lead to the statements.

use eframe::egui::{Align, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::{
    analysis::Change,
    app::{Action, WhySubject},
    domain::TermIx,
    ui::{
        fonts,
        marks::shape,
        view::View,
        widgets::mark::{Mark as Shown, MarkPainter},
    },
    wording::alternatives as words,
};

/// Height of a button.
const HEIGHT: f32 = 26.0;

/// Side of its mark.
const MARK: f32 = 20.0;

/// Draws a list of changed cells that wraps in the room there is; `here` is the term that needs no name.
pub(super) fn cells(ui: &mut Ui, view: &View<'_>, here: Option<TermIx>, changes: &[Change], out: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing = vec2(6.0, 2.0);
    ui.spacing_mut().interact_size.y = HEIGHT;
    for column in &view.columns {
        for change in changes.iter().filter(|change| change.party == column.party) {
            cell(ui, view, here, change, out);
        }
    }
}

/// Calls `add` with room of a fixed width, in which things stand in rows from the top.
pub(super) fn column(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    let layout = Layout::left_to_right(Align::Center).with_main_wrap(true);
    ui.allocate_ui_with_layout(vec2(width, HEIGHT), layout, |ui| {
        ui.set_min_width(width);
        ui.set_max_width(width);
        add(ui);
    });
}

fn cell(ui: &mut Ui, view: &View<'_>, here: Option<TermIx>, change: &Change, out: &mut Vec<Action>) {
    let (dossier, tokens) = (view.dossier(), view.tokens);
    let text = words::changed_cell_short(dossier, here, change);
    let galley = ui.painter().layout_no_wrap(text, fonts::regular(tokens.size.small), tokens.ink);
    let size = vec2(MARK + 6.0 + galley.size().x + 6.0, HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = words::changed_cell(dossier, here, change);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if !ui.is_rect_visible(rect) {
        return;
    }
    if response.hovered() {
        ui.painter().rect_filled(rect, tokens.size.radius, tokens.hover);
    }
    if response.has_focus() {
        let ring = Stroke::new(2.0, tokens.focus);
        ui.painter().rect_stroke(rect, tokens.size.radius, ring, StrokeKind::Inside);
    }
    let mut marks = MarkPainter::new(ui);
    let center = pos2(rect.left() + 3.0 + MARK / 2.0, rect.center().y);
    marks.add(Rect::from_center_size(center, Vec2::splat(MARK)), &Shown::new(shape(change.after)));
    marks.paint();
    let at = pos2(rect.left() + MARK + 8.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, tokens.ink);
    if crate::ui::view::tip(response, name).clicked() {
        out.push(Action::Why(WhySubject::Cell(change.party, change.term)));
    }
}
