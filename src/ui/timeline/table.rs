//! The data of the chart as a table: a row for each day from which something differs, a column a party.

use eframe::egui::{self, Align2, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, accesskit, pos2, vec2};

use crate::{
    app::{
        Action, Edit,
        timeline::{self, Focus, Made},
    },
    domain::{Date, PartyIx},
    ui::{
        counts::to_f32,
        fonts,
        marks::shape,
        widgets::mark::{self, MarkPainter},
    },
    wording::{self, timeline as texts, ui as words},
};

use super::{View, keep_focus, n_cells, stop_id};

const ROW: f32 = 32.0;
const HEADER: f32 = 30.0;

/// Widths of the days and of the total.
const DAY: f32 = 146.0;
const TOTAL: f32 = 80.0;

struct Columns {
    cell: f32,
}

impl Columns {
    fn left(&self, place: usize) -> f32 {
        DAY + TOTAL + self.cell * to_f32(place)
    }
}

/// Draws the table.
pub(super) fn table(ui: &mut Ui, view: &View<'_>, made: &Made, out: &mut Vec<Action>) {
    let whole = ui.available_rect_before_wrap();
    let focused = keep_focus(ui, view, whole);
    let days = made.table_days();
    let n_columns = to_f32(view.columns.len());
    let room = whole.width() - DAY - TOTAL - 12.0 - ui.spacing().scroll.allocated_width();
    let columns = Columns { cell: (room / n_columns).clamp(52.0, 72.0).floor() };
    ui.ctx().accesskit_node_builder(stop_id(), |node| {
        node.set_role(accesskit::Role::Grid);
        node.set_label(texts::TABLE);
        node.set_row_count(days.len() + 1);
        node.set_column_count(view.columns.len() + 2);
    });
    let size = vec2(columns.left(view.columns.len()), HEADER + ROW * to_f32(days.len()));
    let mut inside = ui.new_child(UiBuilder::new().max_rect(whole).accessibility_parent(stop_id()));
    ScrollArea::both().id_salt("timeline_table").auto_shrink(false).show_viewport(&mut inside, |ui, viewport| {
        let (all, _) = ui.allocate_exact_size(size, Sense::HOVER);
        let top = all.top() + viewport.top().max(0.0);
        for (place, day) in days.iter().enumerate() {
            let y = all.top() + HEADER + ROW * to_f32(place);
            let rect = Rect::from_min_size(pos2(all.left(), y), vec2(all.width(), ROW));
            follow_focus(ui, view, place, rect);
            if ui.is_rect_visible(rect) {
                row(ui, (view, made, &columns), (place, *day), rect, focused, out);
            }
        }
        header(ui, view, &columns, Rect::from_min_size(pos2(all.left(), top), vec2(all.width(), HEADER)));
    });
    ui.advance_cursor_after_rect(whole);
}

/// Scrolls to the focused day, once after the focus moved; the header stays in place over it.
fn follow_focus(ui: &Ui, view: &View<'_>, place: usize, rect: Rect) {
    let (focus, id) = (view.state.timeline.focus, stop_id().with("followed_day"));
    let is_old = ui.data(|data| data.get_temp(id)) == Some(focus);
    if focus.place == place && !is_old && !ui.will_discard() {
        ui.data_mut(|data| data.insert_temp(id, focus));
        ui.scroll_to_rect(rect.with_min_y(rect.top() - HEADER), None);
    }
}

fn header(ui: &Ui, view: &View<'_>, columns: &Columns, rect: Rect) {
    let tokens = view.tokens;
    ui.painter().rect_filled(rect, 0.0, tokens.surface);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.5, tokens.edge));
    let font = fonts::semibold(tokens.size.header - 1.0);
    let head = |left: f32, width: f32, place: usize, text: &str, name: &str| {
        let cell = Rect::from_min_size(pos2(rect.left() + left, rect.top()), vec2(width, HEADER));
        let (at, anchor) = if place < 2 {
            (cell.left_center() + vec2(10.0, 0.0), Align2::LEFT_CENTER)
        } else {
            (cell.center(), Align2::CENTER_CENTER)
        };
        ui.painter().text(at, anchor, text, font.clone(), tokens.ink);
        let response = ui.interact(cell, stop_id().with(("head", place)), Sense::HOVER);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::ColumnHeader, true, name));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_column_index(place));
        crate::ui::view::tip(response, name);
    };
    head(0.0, DAY, 0, texts::DAY, texts::DAY);
    head(DAY, TOTAL, 1, texts::TOTAL, texts::CONTRADICTED);
    for (place, column) in view.columns.iter().enumerate() {
        let party = view.dossier().party(column.party);
        let name = match view.state.timeline.term {
            Some(_) => words::party_name(party),
            None => format!("{}. {}", words::party_name(party), texts::FIGURES),
        };
        head(columns.left(place), columns.cell, place + 2, &party.code, &name);
    }
}

fn row(
    ui: &mut Ui,
    (view, made, columns): (&View<'_>, &Made, &Columns),
    (place, day): (usize, Date),
    rect: Rect,
    focused: bool,
    out: &mut Vec<Action>,
) {
    let tokens = view.tokens;
    let here = view.state.timeline.focused_day() == Some(day) && view.state.timeline.focus.place == place;
    let Some(step) = made.line.at(day) else { return };
    if here || ui.rect_contains_pointer(rect) {
        ui.painter().rect_filled(rect, 0.0, tokens.hover.gamma_multiply(0.6));
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.line));
    let id = stop_id().with(("day", place));
    let row = ui.new_child(UiBuilder::new().scope_id(id).max_rect(rect).accessibility_role(egui::Role::Row));
    row.ctx().accesskit_node_builder(id, |node| node.set_row_index(place + 1));
    let name = wording::date(day, view.dates);
    let head = rect.with_max_x(rect.left() + DAY + TOTAL);
    let response = row.interact(head, id.with("head"), Sense::CLICK);
    let total = texts::of(step.n_contradicted(), n_cells(view));
    let said = texts::count_name(day, step.n_contradicted(), n_cells(view), view.dates);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::RowHeader, true, &said));
    for (text, left, font) in
        [(name, 0.0, fonts::semibold(tokens.size.small)), (total, DAY, fonts::regular(tokens.size.small))]
    {
        row.painter().text(
            pos2(rect.left() + left + 10.0, rect.center().y),
            Align2::LEFT_CENTER,
            text,
            font,
            tokens.ink,
        );
    }
    if response.clicked() {
        out.push(Action::Timeline(timeline::Action::Focus(Focus { party: None, place })));
        out.push(Action::Edit(Edit::SetAsOf(day)));
    }
    let mut painter = MarkPainter::new(&row);
    if here {
        row.ctx().accesskit_node_builder(stop_id(), |node| node.set_active_descendant(response.id.accesskit_id()));
        if focused {
            painter.focus(Rect::from_min_size(head.min, vec2(DAY, ROW)).shrink(6.0));
        }
    }
    for (column, party) in view.columns.iter().map(|column| column.party).enumerate() {
        let left = rect.left() + columns.left(column);
        let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(columns.cell, ROW));
        let name = cell_of(&row, view, (party, step), cell, &mut painter);
        let response = row.interact(cell, id.with(party), Sense::HOVER);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::GridCell, true, &name));
        row.ctx().accesskit_node_builder(response.id, |node| {
            node.set_row_index(place + 1);
            node.set_column_index(column + 2);
        });
        crate::ui::view::tip(response, name);
    }
    painter.paint();
}

/// Draws a cell and returns its name.
fn cell_of(
    ui: &Ui,
    view: &View<'_>,
    (party, step): (PartyIx, &crate::analysis::Step),
    rect: Rect,
    painter: &mut MarkPainter<'_>,
) -> String {
    if let Some(term) = view.state.timeline.term {
        let cell = step.matrix.cell(party, term);
        let tile = Rect::from_center_size(rect.center(), vec2(40.0, ROW)).shrink(3.0);
        painter.add(tile, &mark::Mark::new(shape(cell.mark)));
        return format!(
            "{}, {}: {}",
            view.dossier().party(party).name,
            view.dossier().term(term).name,
            wording::mark_name(cell.mark)
        );
    }
    let tally = &step.matrix.tallies[party.get()];
    let (font, tokens) = (fonts::regular(view.tokens.size.small), view.tokens);
    let ink = if tally.contradicted() == 0 { tokens.ink_weak } else { tokens.ink };
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, texts::figures(tally), font, ink);
    format!("{}: {}", view.dossier().party(party).name, wording::tally(tally, step.matrix.n_in_plan))
}
