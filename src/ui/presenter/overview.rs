//! The whole table on the wall: what the plan says as text, a mark for each party, the meaning of the marks under it.

use eframe::egui::{
    Align2, Id, Popup, Rect, Response, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, accesskit, pos2, vec2,
};

use crate::{
    app::{Action, presenter},
    domain::{PartyIx, TermIx},
    ui::{
        fonts,
        marks::cell_mark,
        shape::MarkShape,
        view::View,
        widgets::{
            choice,
            mark::{Mark, MarkPainter},
        },
    },
    wording::{presenter as texts, ui as words},
};

use super::{Pages, codes::Codes, grid::Grid, legend::Legend, options, text, wall_id};

/// Draws the table; returns the place of its rows if they take several pages.
pub(super) fn overview(ui: &mut Ui, view: &View<'_>, body: Rect, out: &mut Vec<Action>) -> Option<Pages> {
    let legend = Legend::new(ui, view, body.width());
    let under = body.with_min_y(body.bottom() - legend.height - 2.0);
    let whole = body.with_max_y(under.top() - 4.0);
    let codes = Codes::new(ui, view, body.width());
    let table = whole.with_max_y(whole.bottom() - codes.height);
    let (codes, table, grid) = match Grid::new(ui, view, table) {
        // Names of parties are worth smaller rows, but no page more: there the page of the marks has them.
        grid if grid.n_pages > 1 && grid.n_pages > Grid::new(ui, view, whole).n_pages => {
            (None, whole, Grid::new(ui, view, whole))
        }
        grid => (Some(codes), table, grid),
    };
    let node = grid_id();
    let n_rows = view.dossier().terms.len();
    ui.interact(table, node, Sense::HOVER);
    ui.ctx().accesskit_node_builder(node, |node| {
        node.set_role(accesskit::Role::Grid);
        node.set_label(words::TABLE);
        node.set_row_count(n_rows + 1);
        node.set_column_count(view.columns.len() + 2);
    });
    let mut inside = ui.new_child(UiBuilder::new().max_rect(table).accessibility_parent(node));
    header(&inside, view, &grid, table);
    let (first, n) = grid.page;
    let mut marks = Vec::new();
    for place in 0..n {
        row(&mut inside, view, &grid, (place, TermIx::at(first + place)), &mut marks, out);
    }
    for (place, _) in view.columns.iter().enumerate().filter(|(_, column)| column.starts_group) {
        let rows = grid.row_rect(0).top()..=grid.row_rect(n).top();
        inside.painter().vline(grid.columns[place] - 5.0, rows, Stroke::new(1.0, view.tokens.edge));
    }
    let mut painter = MarkPainter::new(&inside);
    for (rect, mark, is_quiet) in &marks {
        if *is_quiet { painter.add_quiet_dots(*rect) } else { painter.add(*rect, mark) }
    }
    let focus = view.state.session.focus.term.get();
    if (first..first + n).contains(&focus) {
        let rect = grid.row_rect(focus - first).with_max_x(grid.value.0 + grid.value.1 - 8.0);
        painter.focus(rect.shrink(5.0));
    }
    painter.paint();
    if let Some(codes) = codes {
        codes.draw(ui, view, body.with_min_y(table.bottom() + 2.0));
    }
    legend.draw(ui, view, under, out);
    (grid.n_pages > 1).then(|| pages(&grid, n_rows))
}

fn grid_id() -> Id {
    wall_id().with("table")
}

/// The node of a row's term and of what the plan says about it.
pub(super) fn row_id(term: TermIx) -> Id {
    grid_id().with(("row", term)).with("term")
}

fn pages(grid: &Grid, n_rows: usize) -> Pages {
    let (first, n) = grid.page;
    let to = |row: usize| {
        let term = TermIx::at(row);
        Action::Presenter(presenter::Action::ShowTerm { term, spotlight: false })
    };
    Pages {
        text: texts::rows(first + 1, first + n, n_rows),
        back: first.checked_sub(grid.per_page).map(to),
        on: Some(first + grid.per_page).filter(|row| *row < n_rows).map(to),
    }
}

fn header(ui: &Ui, view: &View<'_>, grid: &Grid, table: Rect) {
    let tokens = view.tokens;
    let font = fonts::semibold(grid.font);
    let bottom = table.top() + grid.header;
    let line = grid.font * 0.9;
    let heads = [(table.left() + 8.0, words::TERM), (grid.value.0 + 4.0, words::THIS_PLAN_SAYS)];
    for (column, (left, head)) in heads.into_iter().enumerate() {
        let at = pos2(left, bottom - line);
        let rect = ui.painter().text(at, Align2::LEFT_CENTER, head, font.clone(), tokens.ink);
        text::name(ui, rect, grid_id().with(("head", column)), Role::ColumnHeader, head);
    }
    for (place, column) in view.columns.iter().enumerate() {
        let party = view.dossier().party(column.party);
        let centre = grid.columns[place] + grid.cell / 2.0;
        // Every second code stands a level higher, on a stem that leads to its column.
        let raised = grid.staggered && place % 2 == 1;
        let y = if raised { bottom - line - grid.font * 1.3 } else { bottom - line };
        let rect = ui.painter().text(pos2(centre, y), Align2::CENTER_CENTER, &party.code, font.clone(), tokens.ink);
        if raised {
            let stem = (rect.bottom() - 1.0)..=(bottom - 2.0);
            ui.painter().vline(centre, stem, Stroke::new(1.5, tokens.edge));
        }
        text::name(ui, rect, grid_id().with(("party", column.party)), Role::ColumnHeader, words::party_name(party));
    }
    ui.painter().hline(grid.row_rect(0).x_range(), bottom, Stroke::new(2.0, tokens.ink));
}

fn row(
    ui: &mut Ui,
    view: &View<'_>,
    grid: &Grid,
    (place, ix): (usize, TermIx),
    marks: &mut Vec<(Rect, Mark, bool)>,
    out: &mut Vec<Action>,
) {
    let (tokens, term) = (view.tokens, view.dossier().term(ix));
    let rect = grid.row_rect(place);
    if view.state.session.focus.term == ix {
        ui.painter().rect_filled(rect, 0.0, tokens.hover);
    }
    let id = grid_id().with(("row", ix));
    let row = ui.new_child(UiBuilder::new().scope_id(id).max_rect(rect).accessibility_role(Role::Row));
    row.ctx().accesskit_node_builder(id, |node| node.set_row_index(ix.get() + 1));
    let value = view.state.plan().get(ix).map(|value| term.values[value.get()].name.as_str());
    let said = value.unwrap_or(words::NOT_IN_PLAN_SHORT);
    let font = if value.is_some() { fonts::semibold(grid.font) } else { fonts::regular(grid.font) };
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.line));
    for (left, words) in [(rect.left() + 8.0, term.name.as_str()), (grid.value.0 + 4.0, said)] {
        ui.painter().text(pos2(left, rect.center().y), Align2::LEFT_CENTER, words, font.clone(), tokens.ink);
    }
    let name = format!("{}: {said}", term.name);
    let fixed = rect.with_max_x(grid.value.0 + grid.value.1);
    let head = named(&row, fixed, row_id(ix), Role::RowHeader, &name);
    if head.clicked() {
        out.push(Action::Presenter(presenter::Action::ShowTerm { term: ix, spotlight: false }));
    }
    // A digit opens it.
    if view.state.session.focus.term == ix && Popup::is_id_open(ui, choice::list_id(options::number_id(ix))) {
        options::list(view, ix, &head, out);
    }
    for (column, of) in view.columns.iter().enumerate() {
        let rect = grid.cell_rect(place, column);
        let mark = cell_mark(view, ix, of.party);
        // The badges would be smaller than the least text.
        let mark = Mark { count: 0, linked: false, dated: false, ..mark };
        // From the last row dots are a dash: what is not in the plan stands back, so that a dash is silence alone.
        let is_quiet = mark == Mark::new(MarkShape::Empty) && value.is_none();
        marks.push((rect.shrink2(vec2(3.0, 2.0)), mark, is_quiet));
        let whole = Rect::from_center_size(rect.center(), vec2(grid.cell, grid.row));
        if named(&row, whole, id.with(of.party), Role::GridCell, &cell_name(view, of.party, ix)).clicked() {
            out.push(Action::Presenter(presenter::Action::ShowTerm { term: ix, spotlight: true }));
        }
    }
}

fn named(ui: &Ui, rect: Rect, id: Id, role: Role, name: &str) -> Response {
    let response = ui.interact(rect, id, Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(role, true, name));
    response
}

fn cell_name(view: &View<'_>, party: PartyIx, term: TermIx) -> String {
    let (dossier, plan) = (view.dossier(), view.state.plan());
    match view.state.cell(party, term) {
        Some(cell) => texts::cell(dossier, plan, party, term, cell.mark),
        None => texts::hidden_cell(dossier, plan, party, term),
    }
}
