//! The cells of a row: split where the plans are marked differently, in one piece where alike.

use eframe::egui::{self, Rect, Sense, Ui, WidgetInfo, pos2};

use crate::{
    analysis::{Cell, ComparedRow, Mark},
    app::{
        Action, WhySubject,
        compare::{self, Focus, Side},
    },
    domain::PartyIx,
    ui::{
        marks::shape,
        widgets::{
            mark::{self, Look, MarkPainter},
            tip::Tip as _,
        },
    },
    wording::{self, compare as texts},
};

use super::{
    frame::{Frame, half_id},
    stop_id,
};
use crate::ui::shape::MarkShape;

/// Draws the cells of a row, shown in this place.
pub(super) fn cells(
    ui: &mut Ui,
    frame: &Frame<'_>,
    (place, row): (usize, &ComparedRow),
    rect: Rect,
    out: &mut Vec<Action>,
) {
    let mut painter = MarkPainter::new(ui);
    let mut ring = None;
    for (column, party) in frame.view.columns.iter().map(|column| column.party).enumerate() {
        let cell = frame.cell(rect, column);
        if !cell.intersects(ui.clip_rect()) {
            continue;
        }
        let tile = mark::tile(cell);
        let [left, right] = halves(tile);
        let both = row.cells[party.get()];
        let [a, b] = both.map(|cell| shown(&cell));
        // From "not in the plan" to "nothing on file" is no change: nothing is on file either way.
        let both_blank = [a, b].iter().all(|mark| matches!(mark.shape, MarkShape::Dash | MarkShape::Empty));
        if a == b || both_blank {
            let dash = [a, b].into_iter().find(|mark| mark.shape == MarkShape::Dash);
            painter.add(tile, &dash.unwrap_or(a));
        } else {
            painter.add(left, &a);
            painter.add(right, &b);
        }
        for (side, half) in [(Side::A, left), (Side::B, right)] {
            let focus = Focus { term: row.term, half: Some((party, side)) };
            node(ui, frame, (place, column), (row, party, side), cell, out);
            if frame.view.state.compare.focus == Some(focus) {
                ring = Some((half, half_id(row.term, party, side)));
            }
        }
    }
    painter.paint();
    if let Some((half, id)) = ring {
        self::ring(ui, frame, half, id);
    }
}

/// Left and right half of a tile, with a little space between them.
fn halves(tile: Rect) -> [Rect; 2] {
    let middle = tile.center().x.round();
    [tile.with_max_x(middle - 1.0), tile.with_min_x(middle + 1.0)]
}

/// What half a cell shows. Badges have no room in it.
fn shown(cell: &Cell) -> mark::Mark {
    let uncounted = cell.greyed.filter(|greyed| cell.mark.is_blank() && *greyed != Mark::Empty);
    let (mark, look) = uncounted.map_or((cell.mark, Look::Plain), |uncounted| (uncounted, Look::Uncounted));
    mark::Mark { look, ..mark::Mark::new(shape(mark)) }
}

/// The node of half a cell: what screen readers read and clicks land on.
fn node(
    ui: &Ui,
    frame: &Frame<'_>,
    (place, column): (usize, usize),
    (row, party, side): (&ComparedRow, PartyIx, Side),
    cell: Rect,
    out: &mut Vec<Action>,
) {
    let view = frame.view;
    let half = match side {
        Side::A => cell.with_max_x(cell.center().x),
        Side::B => cell.with_min_x(cell.center().x),
    };
    let (id, number) = (half_id(row.term, party, side), usize::from(side == Side::B));
    let response = ui.interact(half.intersect(ui.clip_rect()), id, Sense::CLICK);
    let plan = &view.state.side(side).0.scenario.plan;
    let name = || {
        let cell = wording::cell_name(view.dossier(), plan, party, row.term, &row.cells[party.get()][number]);
        texts::half_name(side, &cell)
    };
    response.widget_info(|| WidgetInfo::labeled(egui::Role::GridCell, true, name()));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_row_index(place + 1);
        node.set_column_index(column * 2 + 3 + number);
    });
    if response.clicked() {
        out.push(Action::Compare(compare::Action::Focus(Focus { term: row.term, half: Some((party, side)) })));
        out.push(Action::Why(match side {
            Side::A => WhySubject::Cell(party, row.term),
            Side::B => WhySubject::CellOfSecond(party, row.term),
        }));
        ui.memory_mut(|memory| memory.request_focus(stop_id()));
    }
    if response.hovered() {
        response.tip(texts::cell_tip(view.dossier(), party, row));
    }
}

/// The ring around the focused place.
pub(super) fn ring(ui: &Ui, frame: &Frame<'_>, rect: Rect, id: egui::Id) {
    ui.ctx().accesskit_node_builder(stop_id(), |node| node.set_active_descendant(id.accesskit_id()));
    if frame.focused {
        let mut painter = MarkPainter::new(ui);
        painter.focus(Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom())));
        painter.paint();
    }
}
