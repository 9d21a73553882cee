//! How wide and high everything in the table is.

use eframe::egui::{Rect, Ui, Vec2, pos2, vec2};

use crate::ui::counts::to_f32;
use crate::ui::{fonts, view::View, widgets::control::width};

/// The table's measures, in points, with the origin at its upper left corner.
pub(super) struct Layout {
    /// Width of the terms.
    pub term: f32,
    /// Width of the controls.
    pub control: f32,
    /// Width of a party's column.
    pub cell: f32,
    /// Free space before each group of parties but the first.
    pub gap: f32,
    /// Height of a row.
    pub row: f32,
    /// Free space over each group of terms, in which the group's name stands; 0 if there is none.
    pub group: f32,
    /// Left edge of each party's column.
    columns: Vec<f32>,
    /// Upper edge of each row, and of what follows the last one.
    tops: Vec<f32>,
    /// Number of rows.
    pub n_rows: usize,
    /// Height of the foot; 0 if it is not shown.
    pub foot: f32,
}

/// Height of the header: the group's caption and the codes.
pub(super) const HEADER: f32 = 44.0;

/// Height of each of the two lines of the foot.
pub(super) const FOOT_LINE: f32 = 14.0;

/// With room for fewer rows than this, they get that of the foot.
const LEAST_ROWS: f32 = 4.0;

/// Of a low table the header shows, and the row that is chosen with one before and one after it.
pub(crate) const LEAST_HEIGHT: f32 = HEADER + 3.0 * ROW.0;

/// Rows are no lower and no higher than this.
const ROW: (f32, f32) = (30.0, 52.0);

/// With less space than this over a group its name would lie on those of terms; more than this it does not need.
const GROUP: (f32, f32) = (10.0, 18.0);

/// So low rows may be where groups have names: a control in it still has the least height of a target.
const LOWEST_ROW: f32 = 28.0;

impl Layout {
    /// The measures for the space there is. What does not fit is reached by scrolling.
    pub(super) fn new(ui: &Ui, view: &View<'_>, available: Vec2) -> Self {
        let n_rows = view.dossier().terms.len();
        let foot = 2.0 * FOOT_LINE;
        let room_for_foot = available.y >= HEADER + foot + LEAST_ROWS * ROW.0;
        let foot = if view.state.settings.show_counts && room_for_foot { foot } else { 0.0 };
        let scrolls = HEADER + foot + ROW.0 * to_f32(n_rows) > available.y;
        let bar = if scrolls { ui.spacing().scroll.allocated_width() } else { 0.0 };
        let n_columns = view.columns.len();
        let gap = 10.0;
        let gaps = gap * to_f32(1 + view.columns.iter().filter(|column| column.starts_group).count());
        let wished = (longest_term(ui, view), longest_party(ui, view));
        // The ring around a cell of the last column is not cut off by what stands beside the table.
        let edge = view.tokens.size.ring + view.tokens.size.ring_gap;
        let [term, control, cell] = widths(wished, available.x - bar - gaps - edge, to_f32(n_columns));
        let mut x = term + control + gap;
        let columns = view
            .columns
            .iter()
            .map(|column| {
                if column.starts_group {
                    x += gap;
                }
                let left = x;
                x += cell;
                left
            })
            .collect();
        let (row, group) = heights(view, available.y - HEADER - foot);
        let starts = |row: usize| f32::from(u8::from(view.starts_group(row)));
        let mut y = HEADER;
        let tops = (0..=n_rows).map(|place| {
            let top = y + group * starts(place);
            y = top + row;
            top
        });
        let tops = tops.collect();
        Self { term, control, cell, gap, row, group, columns, tops, n_rows, foot }
    }

    /// The size of the whole table.
    pub(super) fn size(&self) -> Vec2 {
        let right = self.columns.last().map_or(self.term + self.control, |left| left + self.cell);
        vec2(right, self.row_top(self.n_rows) + self.foot)
    }

    /// Left edge of a party's column, by its place in the view.
    pub(super) fn column_left(&self, place: usize) -> f32 {
        self.columns[place]
    }

    /// Upper edge of a row.
    pub(super) fn row_top(&self, row: usize) -> f32 {
        self.tops[row]
    }

    /// A cell, relative to the table.
    pub(super) fn cell_rect(&self, row: usize, place: usize) -> Rect {
        Rect::from_min_size(pos2(self.column_left(place), self.row_top(row)), vec2(self.cell, self.row))
    }

    /// The space for a row's term, relative to the table.
    pub(super) fn term_rect(&self, row: usize) -> Rect {
        Rect::from_min_size(pos2(0.0, self.row_top(row)), vec2(self.term, self.row))
    }

    /// The space for a row's control, relative to the table.
    pub(super) fn control_rect(&self, row: usize) -> Rect {
        Rect::from_min_size(pos2(self.term, self.row_top(row)), vec2(self.control, self.row))
    }
}

/// The height of the rows and the space over each group, in this room. Where the rows need all of it they are a little lower
/// for the sake of the groups' names, so that as many rows are in sight as without them.
fn heights(view: &View<'_>, room: f32) -> (f32, f32) {
    let n_rows = view.dossier().terms.len();
    let in_sight = (room / ROW.0).floor().min(to_f32(n_rows)).max(1.0);
    let n_groups = (0..n_rows).take_while(|row| to_f32(*row) < in_sight).filter(|row| view.starts_group(*row)).count();
    let n_groups = to_f32(n_groups);
    for least in [ROW.0, LOWEST_ROW] {
        let over = ((room - in_sight * least) / n_groups.max(1.0)).floor().min(GROUP.1);
        if n_groups > 1.0 && over >= GROUP.0 {
            let row = ((room - over * n_groups) / to_f32(n_rows)).clamp(least, ROW.1).floor();
            return (row, over);
        }
    }
    ((room / to_f32(n_rows)).clamp(ROW.0, ROW.1).floor(), 0.0)
}

/// Room in a term's cell beside its name: the margin and the sign for more.
const BESIDE_NAME: f32 = 40.0;

/// The width that shows the longest name of a term whole, as it is set while the term is in the plan.
fn longest_term(ui: &Ui, view: &View<'_>) -> f32 {
    let font = fonts::semibold(view.tokens.size.body);
    let names = view.dossier().terms.iter().map(|term| width(ui, &term.name, font.clone()));
    names.fold(0.0, f32::max) + BESIDE_NAME
}

/// The width that shows the longest name of a party over its column.
fn longest_party(ui: &Ui, view: &View<'_>) -> f32 {
    let font = fonts::semibold(view.tokens.size.header - 1.0);
    let names = view.dossier().parties.iter().map(|party| width(ui, &party.name, font.clone()));
    names.fold(0.0, f32::max).ceil() + 8.0
}

/// A control is this wide where cells would be out of sight beside a wider one, and where there is room.
const CONTROL: (f32, f32) = (156.0, 226.0);

/// So many cells are in sight beside the terms and their controls, if these can yield.
const LEAST_CELLS: f32 = 3.0;

/// Widths of term, control and cell: the least first, then what is left over goes where it helps most.
fn widths((term, party): (f32, f32), available: f32, n_columns: f32) -> [f32; 3] {
    let (mut term, mut control, mut cell) = (term.ceil(), CONTROL.1, 38.0);
    // In a very narrow window the controls are lists, and of the parties all are in sight, or else some.
    let beside = |n_cells: f32| available - term - n_cells * cell;
    let n_cells = if beside(n_columns) >= CONTROL.0 { n_columns } else { LEAST_CELLS };
    control = beside(n_cells).clamp(CONTROL.0, control);
    let mut left = (available - term - control - n_columns * cell).max(0.0);
    widen(&mut left, &mut cell, 44.0, n_columns);
    widen(&mut left, &mut control, 330.0, 1.0);
    // The names of all parties, or of none: half the room for a name is no use.
    if (party - cell) * n_columns <= left {
        widen(&mut left, &mut cell, party, n_columns);
    }
    widen(&mut left, &mut term, 180.0, 1.0);
    widen(&mut left, &mut cell, 56.0, n_columns);
    widen(&mut left, &mut control, 420.0, 1.0);
    widen(&mut left, &mut term, 240.0, 1.0);
    widen(&mut left, &mut cell, 84.0, n_columns);
    [term, control, cell.floor()]
}

/// Gives of what is left to a width that stands so many times beside each other.
fn widen(left: &mut f32, width: &mut f32, most: f32, times: f32) {
    let share = (*left / times).min(most - *width).max(0.0);
    *width += share;
    *left -= share * times;
}
