//! The table: a row a term, what A and B say, a split cell a party; the counts at its foot and, below, a sentence a party.

use eframe::egui::{self, Align2, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, accesskit, pos2, vec2};

use crate::{
    analysis::{ComparedRow, Comparison},
    app::{
        Action, WhySubject,
        compare::{self, Focus, Side},
    },
    ui::{fonts, view::View, widgets::tip::Tip as _},
    wording::{self, compare as texts, ui as words},
};

use super::{
    cells,
    frame::{Frame, HEADER, ROW},
    parties, stop_id,
};
use crate::ui::counts::to_f32;

/// Height of a line of counts, in points.
const FOOT: f32 = 28.0;

/// Free space before each group of parties.
const GAP: f32 = 10.0;

/// Draws the table.
pub(super) fn table(ui: &mut Ui, view: &View<'_>, comparison: &Comparison, out: &mut Vec<Action>) {
    let whole = ui.available_rect_before_wrap();
    let response = ui.interact(whole, stop_id(), Sense::FOCUSABLE);
    if view.state.session.dialog.is_some() {
        response.surrender_focus();
    } else if ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    let rows: Vec<&ComparedRow> = view.state.compare.rows().collect();
    ui.ctx().accesskit_node_builder(stop_id(), |node| {
        node.set_role(accesskit::Role::Grid);
        node.set_label(texts::TABLE);
        node.set_row_count(rows.len() + 1);
        node.set_column_count(view.columns.len() * 2 + 3);
    });
    let (widths, columns) = measures(ui, view, whole.width() - ui.spacing().scroll.allocated_width());
    let mut frame = Frame {
        view,
        comparison,
        widths,
        columns,
        origin: whole.min.to_vec2(),
        visible: whole,
        focused: ui.memory(|memory| memory.has_focus(stop_id())),
    };
    let size = vec2(frame.width(), HEADER + ROW * to_f32(rows.len().max(1)) + 2.0 * FOOT);
    ScrollArea::both().id_salt("compare").auto_shrink(false).show_viewport(ui, |ui, viewport| {
        let (rect, _) = ui.allocate_exact_size(size, Sense::HOVER);
        frame.origin = rect.min.to_vec2();
        frame.visible =
            Rect::from_min_size(rect.min + viewport.min.to_vec2(), viewport.size()).intersect(ui.clip_rect());
        let mut inside = child(ui, frame.visible);
        if rows.is_empty() {
            let at = pos2(frame.fixed_left() + 10.0, frame.row(0).center().y);
            let font = fonts::regular(view.tokens.size.body);
            let line = [texts::NO_DIFFERENCE, texts::MAKE_A_DIFFERENCE].join(" ");
            inside.painter().text(at, Align2::LEFT_CENTER, line, font, view.tokens.ink);
        }
        for (place, row) in rows.iter().enumerate() {
            self::row(&mut inside, &frame, place, row, out);
        }
        foot(&inside, &frame, frame.row(rows.len().max(1)).top());
        header(&inside, &frame, out);
        parties::sentences(ui, view, comparison);
    });
}

fn child(ui: &mut Ui, clip: Rect) -> Ui {
    let mut child = ui.new_child(UiBuilder::new().max_rect(clip).accessibility_parent(stop_id()));
    child.set_clip_rect(clip.intersect(ui.clip_rect()));
    child
}

/// Widths of terms, values and cells, and where the columns stand.
fn measures(ui: &Ui, view: &View<'_>, available: f32) -> ([f32; 3], Vec<f32>) {
    let tokens = view.tokens;
    let width = |text: &str| {
        ui.painter().layout_no_wrap(text.to_owned(), fonts::semibold(tokens.size.body), tokens.ink).size().x
    };
    let term = view.dossier().terms.iter().map(|term| width(&term.name)).fold(0.0, f32::max) + 20.0;
    let n = to_f32(view.columns.len());
    let gaps = GAP * to_f32(1 + view.columns.iter().filter(|column| column.starts_group).count());
    let mut value = 104.0;
    let room = available - term - gaps;
    let cell = ((room - 2.0 * value) / n).clamp(40.0, 60.0).floor();
    value = ((room - n * cell) / 2.0).clamp(value, 220.0).floor();
    let mut x = term + 2.0 * value;
    let column = |column: &crate::app::Column| {
        x += if column.starts_group { GAP } else { 0.0 };
        let left = x + GAP;
        x += cell;
        left
    };
    ([term.ceil(), value, cell], view.columns.iter().map(column).collect())
}

fn row(ui: &mut Ui, frame: &Frame<'_>, place: usize, row: &ComparedRow, out: &mut Vec<Action>) {
    let (view, tokens, rect) = (frame.view, frame.view.tokens, frame.row(place));
    let focus = view.state.compare.focus.filter(|focus| focus.term == row.term);
    follow_focus(ui, frame, focus, rect);
    if !ui.is_rect_visible(rect) {
        return;
    }
    let band = Rect::from_x_y_ranges(frame.fixed_left()..=frame.visible.right(), rect.y_range());
    if focus.is_some() || ui.rect_contains_pointer(band.intersect(ui.clip_rect())) {
        ui.painter().rect_filled(band, 0.0, tokens.hover.gamma_multiply(0.6));
    }
    ui.painter().hline(band.x_range(), rect.bottom(), Stroke::new(1.0, tokens.line));
    let id = stop_id().with(("row", row.term));
    let mut inside = ui.new_child(UiBuilder::new().scope_id(id).max_rect(rect).accessibility_role(egui::Role::Row));
    inside.ctx().accesskit_node_builder(id, |node| node.set_row_index(place + 1));
    let mut right = child_of(&mut inside, frame.clip(), id);
    values(&right, frame, row, rect);
    cells::cells(&mut right, frame, (place, row), rect, out);
    term(&inside, frame, row, rect, focus, out);
}

fn child_of(ui: &mut Ui, clip: Rect, parent: egui::Id) -> Ui {
    let mut child = ui.new_child(UiBuilder::new().max_rect(clip).accessibility_parent(parent));
    child.set_clip_rect(clip.intersect(ui.clip_rect()));
    child
}

/// Scrolls to the focused row, once after the focus moved; header and terms stay in place over it.
fn follow_focus(ui: &Ui, frame: &Frame<'_>, focus: Option<Focus>, rect: Rect) {
    let id = stop_id().with("followed");
    let is_old = ui.data(|data| data.get_temp(id)) == Some(focus);
    if focus.is_none() || is_old || ui.will_discard() {
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, focus));
    let half = focus.and_then(|focus| focus.half);
    let column = half.and_then(|(party, _)| frame.view.columns.iter().position(|column| column.party == party));
    let place = column.map_or(rect.with_max_x(rect.left() + 1.0), |column| {
        let cell = frame.cell(rect, column);
        cell.with_min_x(cell.left() - frame.widths[0])
    });
    ui.scroll_to_rect(place.with_min_y(place.top() - HEADER), None);
}

/// What each plan says; where both say the same it stands back.
fn values(ui: &Ui, frame: &Frame<'_>, row: &ComparedRow, rect: Rect) {
    let (tokens, dossier) = (frame.view.tokens, frame.view.dossier());
    let differs = row.values[0] != row.values[1];
    for (place, value) in row.values.iter().enumerate() {
        let left = frame.origin.x + frame.widths[0] + frame.widths[1] * to_f32(place);
        let cell = Rect::from_x_y_ranges(left..=left + frame.widths[1], rect.y_range());
        let name = value
            .map_or_else(|| words::NOT_IN_PLAN_SHORT.to_owned(), |_| wording::value_name(dossier, row.term, *value));
        let ink = if differs && value.is_some() { tokens.ink } else { tokens.ink_weak };
        let font = if differs && value.is_some() {
            fonts::semibold(tokens.size.body)
        } else {
            fonts::regular(tokens.size.body)
        };
        let galley = ui.painter().layout(name.clone(), font.clone(), ink, cell.width() - 10.0);
        // Two lines at the most stand in a row; longer ones are set small.
        let galley = if galley.rows.len() > 2 || galley.size().y > ROW {
            ui.painter().layout(
                name.clone(),
                egui::FontId::new(tokens.size.small, font.family),
                ink,
                cell.width() - 10.0,
            )
        } else {
            galley
        };
        let at = pos2(cell.left() + 4.0, cell.center().y - galley.size().y / 2.0);
        ui.painter().with_clip_rect(cell.intersect(ui.clip_rect())).galley(at, galley, ink);
        let response =
            ui.interact(cell.intersect(ui.clip_rect()), stop_id().with(("value", row.term, place)), Sense::HOVER);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &name));
        crate::ui::view::tip(response, name);
    }
}

fn term(ui: &Ui, frame: &Frame<'_>, row: &ComparedRow, rect: Rect, focus: Option<Focus>, out: &mut Vec<Action>) {
    let (view, tokens) = (frame.view, frame.view.tokens);
    let place = Rect::from_min_size(pos2(frame.fixed_left(), rect.top()), vec2(frame.widths[0], ROW));
    let id = stop_id().with(("term", row.term));
    let response = ui.interact(place, id, Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::RowHeader, true, texts::row_name(view.dossier(), row)));
    let font = if row.differs { fonts::semibold(tokens.size.body) } else { fonts::regular(tokens.size.body) };
    let at = pos2(place.left() + 10.0, place.center().y);
    ui.painter().text(at, Align2::LEFT_CENTER, &view.dossier().term(row.term).name, font, tokens.ink);
    if response.clicked() {
        out.push(Action::Compare(compare::Action::Focus(Focus { term: row.term, half: None })));
        out.push(Action::Why(WhySubject::Term(row.term)));
    }
    if focus.is_some_and(|focus| focus.half.is_none()) {
        cells::ring(ui, frame, place.shrink2(vec2(6.0, 7.0)), id);
    }
    response.tip(&view.dossier().term(row.term).question);
}

fn header(ui: &Ui, frame: &Frame<'_>, out: &mut Vec<Action>) {
    let (view, tokens) = (frame.view, frame.view.tokens);
    let top = frame.visible.top().max(frame.origin.y);
    let band = Rect::from_min_size(pos2(ui.clip_rect().left(), top), vec2(ui.clip_rect().width(), HEADER));
    ui.painter().rect_filled(band, 0.0, tokens.surface);
    ui.painter().hline(band.x_range(), band.bottom(), Stroke::new(1.5, tokens.edge));
    let font = fonts::semibold(tokens.size.header);
    let y = band.bottom() - 14.0;
    let right = ui.painter().with_clip_rect(band.with_min_x(frame.clip().left()));
    for (place, side) in [Side::A, Side::B].into_iter().enumerate() {
        let x = frame.origin.x + frame.widths[0] + frame.widths[1] * to_f32(place) + 4.0;
        right.text(pos2(x, y), Align2::LEFT_CENTER, texts::says(side), font.clone(), tokens.ink);
    }
    ui.painter().text(pos2(frame.fixed_left() + 10.0, y), Align2::LEFT_CENTER, words::TERM, font, tokens.ink);
    for (place, column) in view.columns.iter().enumerate() {
        let cell = frame.cell(band, place);
        let party = view.dossier().party(column.party);
        if place == 0 || column.starts_group {
            caption(&right, frame, place, cell);
        }
        let at = pos2(cell.center().x, band.bottom() - 12.0);
        right.text(at, Align2::CENTER_CENTER, &party.code, fonts::semibold(tokens.size.header - 1.0), tokens.ink);
        let rect = cell.intersect(right.clip_rect());
        let response = ui.interact(rect, stop_id().with(("party", column.party)), Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::ColumnHeader, true, words::party_name(party)));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_column_index(place * 2 + 3));
        if response.clicked() {
            out.push(Action::Why(WhySubject::Party(column.party)));
        }
        let sentence = texts::party_sentence(&party.code, &frame.comparison.parties[column.party.get()]);
        response.tip(format!("{}\n{sentence}", party.name));
    }
}

/// What a group of columns is, over a line across them.
fn caption(painter: &egui::Painter, frame: &Frame<'_>, place: usize, cell: Rect) {
    let (tokens, columns) = (frame.view.tokens, &frame.view.columns);
    let n = 1 + columns[place + 1..].iter().take_while(|column| !column.starts_group).count();
    let right = frame.cell(cell, place + n - 1).right();
    let font = fonts::regular(tokens.size.small);
    let role = frame.view.dossier().party(columns[place].party).role;
    painter.text(
        pos2(cell.left() + 4.0, cell.top() + 10.0),
        Align2::LEFT_CENTER,
        words::role_caption(role),
        font,
        tokens.ink_weak,
    );
    painter.hline(cell.left() + 3.0..=right - 3.0, cell.top() + 20.0, Stroke::new(1.0, tokens.edge));
}

/// The number of contradicted cells of each party under each plan, with the denominator.
fn foot(ui: &Ui, frame: &Frame<'_>, top: f32) {
    let (view, tokens) = (frame.view, frame.view.tokens);
    let font = fonts::regular(tokens.size.small);
    let right = ui.painter().with_clip_rect(ui.clip_rect().with_min_x(frame.clip().left()));
    let band = Rect::from_min_size(pos2(frame.fixed_left(), top), vec2(ui.clip_rect().width(), FOOT));
    ui.painter().hline(band.x_range(), top, Stroke::new(1.5, tokens.edge));
    for (place, side) in [Side::A, Side::B].into_iter().enumerate() {
        let y = top + FOOT * (to_f32(place) + 0.5);
        let n_in_plan = view.state.side(side).0.scenario.plan.n_set();
        let at = pos2(frame.fixed_left() + 10.0, y);
        ui.painter().text(
            at,
            Align2::LEFT_CENTER,
            texts::contradicted_of(side, n_in_plan),
            font.clone(),
            tokens.ink_weak,
        );
        for (column, party) in view.columns.iter().map(|column| column.party).enumerate() {
            let tally = &frame.comparison.parties[party.get()].tallies[place];
            let cell = frame.cell(Rect::from_x_y_ranges(band.x_range(), y - FOOT / 2.0..=y + FOOT / 2.0), column);
            right.text(
                cell.center(),
                Align2::CENTER_CENTER,
                wording::contradicted_of(tally, n_in_plan),
                font.clone(),
                tokens.ink,
            );
            let id = stop_id().with(("tally", side, party));
            let response = ui.interact(cell.intersect(right.clip_rect()), id, Sense::HOVER);
            let name = texts::tally_name(view.dossier(), side, party, tally, n_in_plan);
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &name));
            crate::ui::view::tip(response, name);
        }
    }
}
