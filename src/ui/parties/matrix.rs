//! Each party against each: a number in every cell, painted, with one tab stop and fixed heads.

use eframe::egui::{
    self, Align2, Id, Pos2, Rangef, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo,
    accesskit, pos2, vec2,
};

use crate::{
    app::{
        Action, Direction,
        parties::{self, Answer, Read},
    },
    domain::PartyIx,
    ui::{
        fonts,
        view::View,
        widgets::{
            control::{line, width as width_of},
            mark::{self, MarkPainter},
            tip::Tip as _,
        },
    },
    wording::ui::parties as words,
};

use super::{MARGIN, cell, legend, matrix_id, roving};
use crate::ui::counts::to_f32;

/// Height of the row of codes, in points.
const HEAD: f32 = 30.0;

/// Width of the names: with their codes alone, and with as much of the names as always has room.
const NAMES: [f32; 2] = [64.0, 196.0];

/// Width of a code before a name.
const CODE: f32 = 54.0;

/// Free space before each group of parties but the first.
const GAP: f32 = 8.0;

/// Room for the focus ring behind the last column.
const RING: f32 = 4.0;

/// Cells are no smaller and no larger than this.
const CELL: [Vec2; 2] = [vec2(34.0, 26.0), vec2(56.0, 40.0)];

/// So much wider a cell is where there is room, in points: "11/13" does not touch its edges.
const TWO_DIGITS: f32 = 8.0;

/// The matrix's measures, in points, with the origin at its upper left corner.
struct Layout {
    names: f32,
    cell: Vec2,
    legend: f32,
    /// The free space before each party, along either axis.
    before: Vec<f32>,
}

impl Layout {
    fn new(ui: &Ui, view: &View<'_>, mut available: Vec2) -> Self {
        let mut gaps = 0.0;
        let before: Vec<f32> = view
            .columns
            .iter()
            .map(|column| {
                gaps += if column.starts_group { GAP } else { 0.0 };
                gaps
            })
            .collect();
        let n = to_f32(view.columns.len().max(1));
        let legend = legend::height(ui, view, available.x);
        if available.y < HEAD + legend + gaps + n * CELL[0].y {
            available.x -= ui.spacing().scroll.allocated_width();
        }
        let wide = available.x - NAMES[1] - gaps - RING >= n * CELL[0].x;
        // Whole names are worth more than large cells.
        let spare = available.x - gaps - RING - n * (CELL[0].x + 2.0);
        let names = if wide { whole_names(ui, view).min(spare).max(NAMES[1]) } else { NAMES[0] };
        let fit = vec2(available.x - names - gaps - RING, available.y - HEAD - legend - gaps) / n;
        Self { names, cell: fit.clamp(CELL[0], CELL[1]).floor(), legend, before }
    }

    fn size(&self) -> Vec2 {
        let n = to_f32(self.before.len());
        let gaps = self.before.last().copied().unwrap_or_default();
        vec2(self.names + gaps + n * self.cell.x + RING, HEAD + self.legend + gaps + n * self.cell.y)
    }

    fn row(&self, place: usize) -> f32 {
        HEAD + self.before[place] + to_f32(place) * self.cell.y
    }

    fn column(&self, place: usize) -> f32 {
        self.names + self.before[place] + to_f32(place) * self.cell.x
    }
}

/// The width of the longest name with its code, in points.
fn whole_names(ui: &Ui, view: &View<'_>) -> f32 {
    let font = fonts::semibold(view.tokens.size.body);
    let names = view.columns.iter().map(|column| &view.dossier().party(column.party).name);
    names.map(|name| CODE + width_of(ui, name, font.clone()) + 10.0).fold(0.0, f32::max)
}

/// The width in which the whole matrix shows.
pub(super) fn width(ui: &Ui, view: &View<'_>) -> f32 {
    let gaps = GAP * to_f32(view.columns.iter().filter(|column| column.starts_group).count());
    whole_names(ui, view).max(NAMES[1])
        + gaps
        + to_f32(view.columns.len()) * (CELL[0].x + TWO_DIGITS)
        + RING
        + 2.0 * MARGIN.x
}

/// What the parts of the matrix share in a frame.
struct Frame<'a> {
    view: &'a View<'a>,
    answer: &'a Answer,
    layout: Layout,
    /// The matrix's upper left corner on the screen, which moves as it scrolls.
    origin: Vec2,
    /// The part of the screen in which it shows.
    visible: Rect,
    focused: bool,
}

impl Frame<'_> {
    fn fixed_left(&self) -> f32 {
        self.visible.left().max(self.origin.x)
    }

    fn fixed_top(&self) -> f32 {
        self.visible.top().max(self.origin.y)
    }

    fn party(&self, place: usize) -> PartyIx {
        self.view.columns[place].party
    }

    fn cell(&self, row: usize, column: usize) -> Rect {
        let at = pos2(self.layout.column(column), self.layout.row(row)) + self.origin;
        Rect::from_min_size(at, self.layout.cell)
    }

    fn cells_clip(&self) -> Rect {
        let corner = pos2(self.fixed_left() + self.layout.names, self.fixed_top() + HEAD);
        Rect::from_min_max(corner, self.visible.max)
    }
}

/// Draws the matrix.
pub(super) fn matrix(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let Some((answer, _)) = view.state.parties.desk.answer() else { return };
    out.extend(roving::keys(ui, matrix_id()).into_iter().filter_map(key));
    let space = ui.available_rect_before_wrap();
    let space = Rect::from_min_max(space.min + MARGIN, space.max);
    let mut inner = ui.new_child(UiBuilder::new().max_rect(space));
    let layout = Layout::new(&inner, view, space.size());
    let size = layout.size();
    let area = ScrollArea::both().id_salt("parties_matrix").auto_shrink(false);
    // Room for the bars, which cover what is below them.
    let room = space.size() - Vec2::splat(inner.spacing().scroll.allocated_width());
    let here = (view.state.parties.focused_pair(&view.columns), space.size());
    let area = roving::follow(area, &inner, matrix_id(), here, focused(view, &layout), room);
    area.show_viewport(&mut inner, |ui, viewport| {
        roving::scrolled(ui, matrix_id(), viewport);
        let (rect, _) = ui.allocate_exact_size(size, Sense::HOVER);
        let visible = Rect::from_min_size(rect.min + viewport.min.to_vec2(), viewport.size()).intersect(ui.clip_rect());
        let named = (accesskit::Role::Grid, words::MATRIX);
        roving::stop(ui, matrix_id(), rect.intersect(visible), named, view.state.session.dialog.is_some());
        let focused = ui.memory(|memory| memory.has_focus(matrix_id()));
        let frame = Frame { view, answer, layout, origin: rect.min.to_vec2(), visible, focused };
        ui.ctx().accesskit_node_builder(matrix_id(), |node| {
            node.set_row_count(view.columns.len() + 1);
            node.set_column_count(view.columns.len() + 1);
        });
        let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|at| frame.cells_clip().contains(*at));
        heads(&child(ui, visible), &frame, pointer);
        cells(&mut child(ui, frame.cells_clip()), &frame, out);
        let top = frame.origin.y + frame.layout.size().y - frame.layout.legend;
        let under = Rect::from_min_max(pos2(frame.fixed_left(), top), pos2(visible.right(), visible.bottom()));
        legend::legend(&child(ui, visible), view, under);
        focus_ring(&child(ui, frame.cells_clip().expand(6.0)), &frame);
    });
}

fn key(key: egui::Key) -> Option<Action> {
    let action = match key {
        egui::Key::ArrowUp => parties::Action::Move(Direction::Up),
        egui::Key::ArrowDown => parties::Action::Move(Direction::Down),
        egui::Key::ArrowLeft => parties::Action::Move(Direction::Left),
        egui::Key::ArrowRight => parties::Action::Move(Direction::Right),
        egui::Key::Home => parties::Action::Move(Direction::RowStart),
        egui::Key::End => parties::Action::Move(Direction::RowEnd),
        egui::Key::Enter | egui::Key::Space => parties::Action::ReadFocused,
        _ => return None,
    };
    Some(Action::Parties(action))
}

fn child(ui: &mut Ui, clip: Rect) -> Ui {
    let mut child = ui.new_child(UiBuilder::new().max_rect(clip).accessibility_parent(matrix_id()));
    child.set_clip_rect(clip.intersect(ui.clip_rect()));
    child
}

/// The part of the matrix that shows the focused cell beside the heads, which stay in place.
fn focused(view: &View<'_>, layout: &Layout) -> Rect {
    let focus = view.state.parties.focused_pair(&view.columns);
    let place = |party| view.columns.iter().position(|column| column.party == party).unwrap_or_default();
    let corner = pos2(layout.column(place(focus.1)), layout.row(place(focus.0)));
    let ring = vec2(RING, RING);
    Rect::from_min_max(corner - vec2(layout.names, HEAD) - ring, corner + layout.cell + ring)
}

/// The names of the rows and the codes of the columns; those of the cell under the pointer and of the focus stand out.
fn heads(ui: &Ui, frame: &Frame<'_>, pointer: Option<Pos2>) {
    let focus = frame.view.state.parties.focused_pair(&frame.view.columns);
    for place in 0..frame.view.columns.len() {
        let (ix, cell) = (frame.party(place), frame.cell(place, place));
        let under = |range: Rangef, at: f32| range.contains(at);
        let stands_out = frame.focused && focus.1 == ix || pointer.is_some_and(|at| under(cell.x_range(), at.x));
        column_head(ui, frame, place, cell.x_range(), stands_out);
        let stands_out = frame.focused && focus.0 == ix || pointer.is_some_and(|at| under(cell.y_range(), at.y));
        row_head(ui, frame, place, cell.y_range(), stands_out);
    }
}

fn column_head(ui: &Ui, frame: &Frame<'_>, place: usize, across: Rangef, stands_out: bool) {
    let tokens = frame.view.tokens;
    let ix = frame.party(place);
    let party = frame.view.dossier().party(ix);
    let rect = Rect::from_x_y_ranges(across, frame.fixed_top()..=frame.fixed_top() + HEAD);
    let clip = rect.intersect(Rect::everything_right_of(frame.cells_clip().left())).intersect(ui.clip_rect());
    let ink = if stands_out { tokens.ink } else { tokens.ink_weak };
    let at = pos2(rect.center().x, rect.bottom() - 11.0);
    let painter = ui.painter().with_clip_rect(clip);
    painter.text(at, Align2::CENTER_CENTER, &party.code, fonts::semibold(tokens.size.small), ink);
    let response = ui.interact(rect.intersect(clip), matrix_id().with(("column", ix)), Sense::HOVER);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ColumnHeader, true, &party.name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_column_index(place + 1));
    response.tip(format!("{}\n{}", party.name, party.body));
}

fn row_head(ui: &Ui, frame: &Frame<'_>, place: usize, down: Rangef, stands_out: bool) {
    let (tokens, names) = (frame.view.tokens, frame.layout.names);
    let ix = frame.party(place);
    let party = frame.view.dossier().party(ix);
    let rect = Rect::from_x_y_ranges(frame.fixed_left()..=frame.fixed_left() + names, down);
    let clip = rect.intersect(Rect::everything_below(frame.cells_clip().top())).intersect(ui.clip_rect());
    let painter = ui.painter().with_clip_rect(clip);
    painter.text(rect.left_center(), Align2::LEFT_CENTER, &party.code, fonts::semibold(tokens.size.body), tokens.ink);
    if names > NAMES[0] {
        let size = tokens.size.body;
        let font = if stands_out { fonts::semibold(size) } else { fonts::regular(size) };
        let name = line(ui, &party.name, font, tokens.ink, names - CODE - 10.0);
        painter.galley(rect.left_center() + vec2(CODE, -name.size().y / 2.0), name, tokens.ink);
    }
    let response = ui.interact(rect.intersect(clip), row_id(ix).with("head"), Sense::HOVER);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::RowHeader, true, &party.name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_row_index(place + 1));
    response.tip(format!("{}\n{}", party.name, party.body));
}

fn row_id(party: PartyIx) -> Id {
    matrix_id().with(("row", party))
}

fn cells(ui: &mut Ui, frame: &Frame<'_>, out: &mut Vec<Action>) {
    let read = match frame.view.state.parties.read {
        Read::Pair(row, column) => Some((row, column)),
        Read::Nothing | Read::Alone => None,
    };
    let n = frame.view.columns.len();
    for row in 0..n {
        let of_row = frame.party(row);
        if !Rect::everything_below(frame.cell(row, 0).top()).intersects(ui.clip_rect()) {
            break;
        }
        let row_ui = UiBuilder::new().scope_id(row_id(of_row)).accessibility_role(egui::Role::Row);
        let row_ui = ui.new_child(row_ui.max_rect(ui.clip_rect()));
        row_ui.ctx().accesskit_node_builder(row_id(of_row), |node| node.set_row_index(row + 1));
        for column in 0..n {
            let rect = frame.cell(row, column);
            if rect.intersects(ui.clip_rect()) {
                cell(&row_ui, frame, (row, column), rect, read, out);
            }
        }
    }
}

fn cell(
    ui: &Ui,
    frame: &Frame<'_>,
    (row, column): (usize, usize),
    rect: Rect,
    read: Option<(PartyIx, PartyIx)>,
    out: &mut Vec<Action>,
) {
    let (view, tokens, answer) = (frame.view, frame.view.tokens, frame.answer);
    let pair = (frame.party(row), frame.party(column));
    let n_pairs = answer.clashes.between(pair.0, pair.1).len();
    let terms = view.state.parties.terms.between(pair.0, pair.1);
    let is_silent = [pair.0, pair.1].iter().any(|party| answer.n_asked.get(party.get()).is_none_or(|n| *n == 0));
    let response = ui.interact(rect.intersect(ui.clip_rect()), cell_id(pair), Sense::CLICK);
    let name = || words::pair_name(view.dossier(), pair, (terms, n_pairs), &answer.n_asked, answer.ask.on_this_plan);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::GridCell, true, name()));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_row_index(row + 1);
        node.set_column_index(column + 1);
    });
    let tile = mark::tile(rect).expand(1.5);
    cell::paint(ui, view, tile, (terms, is_silent), row == column);
    let is_read = read == Some(pair) || read == Some((pair.1, pair.0));
    if is_read {
        ui.painter().rect_stroke(tile, tokens.size.radius, Stroke::new(2.0, tokens.ink), StrokeKind::Inside);
    } else if response.hovered() {
        ui.painter().rect_stroke(tile, tokens.size.radius, Stroke::new(1.0, tokens.ink), StrokeKind::Inside);
    }
    if response.clicked() {
        out.push(Action::Parties(parties::Action::Read(pair.0, pair.1)));
        ui.memory_mut(|memory| memory.request_focus(matrix_id()));
    }
    if response.hovered() {
        crate::ui::view::tip(response, name());
    }
}

fn cell_id(pair: (PartyIx, PartyIx)) -> Id {
    matrix_id().with(("cell", pair))
}

fn focus_ring(ui: &Ui, frame: &Frame<'_>) {
    let focus = frame.view.state.parties.focused_pair(&frame.view.columns);
    let place = |party| frame.view.columns.iter().position(|column| column.party == party).unwrap_or_default();
    ui.ctx().accesskit_node_builder(matrix_id(), |node| node.set_active_descendant(cell_id(focus).accesskit_id()));
    if frame.focused {
        let mut painter = MarkPainter::new(ui);
        painter.focus(mark::tile(frame.cell(place(focus.0), place(focus.1))));
        painter.paint();
    }
}
