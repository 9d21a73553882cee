//! The row of the table that belongs to the record that is shown, as the plan that is open has it: what is written in the
//! form is seen in its marks at once.

use eframe::egui::{Align2, Id, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    app::case::{At, OwnCase},
    domain::{PartyIx, TermIx},
    ui::{
        fonts,
        marks::shape,
        view::View,
        widgets::{
            control::line,
            mark::{Look, Mark, MarkPainter},
            tip::Tip as _,
        },
    },
    wording::{self, case as words},
};

/// A statement may be read on several terms; so many rows are shown.
const MOST: usize = 2;

/// The size of a cell with the code of its party above it, and of its mark, in points.
const CELL: (f32, f32) = (42.0, 42.0);
const TILE: f32 = 24.0;

/// Room for the name of the term and what the plan says about it, in points.
const NAME: f32 = 150.0;

/// In a lower window the form needs the room, in points.
const LEAST: f32 = 320.0;

/// The rows of the table that a record is about.
pub(super) fn terms(view: &View<'_>, own: &OwnCase, (list, item): (&'static str, usize)) -> Vec<TermIx> {
    let about = |item: usize| own.string(&At::record("positions", item).field("about"));
    let ids: Vec<String> = match list {
        "terms" => own.string(&At::record("terms", item).field("id")).into_iter().collect(),
        "positions" => about(item).into_iter().collect(),
        "statements" => own.positions_of(item).into_iter().filter_map(about).collect(),
        _ => Vec::new(),
    };
    let terms = &view.dossier().terms;
    let place = |id: &String| terms.iter().position(|term| term.id == *id).map(TermIx::at);
    let mut found: Vec<TermIx> = ids.iter().filter_map(place).collect();
    found.dedup();
    found.truncate(MOST);
    found
}

/// Draws the rows at the foot of `space` and returns what is left of it above them.
pub(super) fn foot(ui: &mut Ui, view: &View<'_>, terms: &[TermIx], space: Rect) -> Rect {
    if terms.is_empty() || space.height() < LEAST {
        // The form keeps its ids, and what has the keyboard in it keeps that, when the rows come.
        ui.skip_ahead_auto_ids(1);
        return space;
    }
    let id = Id::unique("case_live_height");
    let height: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(CELL.1 + 8.0);
    let (above, below) = space.split_top_bottom_at_y(space.bottom() - height);
    ui.painter().hline(below.x_range(), below.top() + 2.0, (1.0, view.tokens.line));
    let mut child = ui.new_child(eframe::egui::UiBuilder::new().max_rect(below.with_min_y(below.top() + 6.0)));
    for term in terms {
        row(&mut child, view, *term);
    }
    let now = child.min_rect().height() + 8.0;
    if (now - height).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, now));
        ui.ctx().request_repaint();
    }
    above
}

fn row(ui: &mut Ui, view: &View<'_>, term: TermIx) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 2.0);
        name(ui, view, term);
        let columns: Vec<PartyIx> = view.columns.iter().map(|column| column.party).collect();
        let mut painter = Vec::with_capacity(columns.len());
        for party in columns {
            painter.push(cell(ui, view, party, term));
        }
        let mut marks = MarkPainter::new(ui);
        painter.iter().for_each(|(rect, mark)| marks.add(*rect, mark));
        marks.paint();
    });
}

/// The term, and what the plan says about it.
fn name(ui: &mut Ui, view: &View<'_>, term: TermIx) {
    let (rect, response) = ui.allocate_exact_size(vec2(NAME, CELL.1), Sense::hover());
    let of = view.dossier().term(term);
    let value = view.state.plan().get(term).map(|value| of.values[value.get()].name.as_str());
    let said = words::in_the_plan(value);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}: {said}", of.name)));
    let (size, tokens) = (view.tokens.size, view.tokens);
    let above = line(ui, &of.name, fonts::semibold(size.body), tokens.ink, NAME - 8.0);
    let below = line(ui, &said, fonts::regular(size.small), tokens.ink_weak, NAME - 8.0);
    let top = rect.center().y - f32::midpoint(above.size().y, below.size().y);
    let second = top + above.size().y;
    ui.painter().galley(pos2(rect.left(), top), above, tokens.ink);
    ui.painter().galley(pos2(rect.left(), second), below, tokens.ink_weak);
}

/// The code of a party, and where its mark is painted.
fn cell(ui: &mut Ui, view: &View<'_>, party: PartyIx, term: TermIx) -> (Rect, Mark) {
    let (rect, response): (Rect, Response) = ui.allocate_exact_size(vec2(CELL.0, CELL.1), Sense::hover());
    let dossier = view.dossier();
    let known = view.state.cell(party, term);
    let said = known.map_or_else(
        || format!("{}, {}", dossier.party(party).name, dossier.term(term).name),
        |cell| wording::cell_said(dossier, view.state.plan(), party, term, cell),
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    let (font, ink) = (fonts::regular(view.tokens.size.small), view.tokens.ink_weak);
    let code = line(ui, &dossier.party(party).code, font, ink, CELL.0 - 2.0);
    let head = Align2::CENTER_TOP.anchor_size(rect.center_top(), code.size()).min;
    ui.painter().galley(head, code, ink);
    response.tip(&said);
    let tile = Rect::from_center_size(pos2(rect.center().x, rect.bottom() - TILE / 2.0), vec2(TILE + 6.0, TILE));
    let mark = known.map_or_else(
        || Mark { look: Look::Hidden, ..Mark::new(shape(crate::analysis::Mark::Empty)) },
        |cell| Mark { linked: cell.linked, dated: cell.other_day, ..Mark::new(shape(cell.mark)) },
    );
    (tile, mark)
}
