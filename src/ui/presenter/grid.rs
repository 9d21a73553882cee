//! How large everything in the table on the wall is: the largest text with which it fits, and never less than the least.

use eframe::egui::{Rect, Ui, pos2, vec2};

use crate::{
    app::Column,
    ui::{fonts, view::View},
    wording::ui as words,
};

use super::text;
use crate::ui::counts::{to_f32, to_usize};

/// The sizes of text that are tried, in points; the last is the least there is.
const FONTS: [f32; 6] = [24.0, 22.0, 20.0, 18.0, 16.5, 15.0];

/// The least height of a row, in sizes of its text.
const LEAST_ROW: f32 = 1.38;

/// The height of a row with room to breathe, and the greatest one, in sizes of its text.
const GOOD_ROW: f32 = 1.75;
const GREATEST_ROW: f32 = 2.7;

/// The least width of a party's column, in sizes of the text.
const LEAST_CELL: f32 = 1.7;

/// Free space before a group of parties.
const GAP: f32 = 10.0;

/// The measures of the table on the wall, in points; places are on the screen.
pub(super) struct Grid {
    /// Size of the text.
    pub font: f32,
    /// Left edge and width of what the plan says.
    pub value: (f32, f32),
    /// Left edges of the parties' columns.
    pub columns: Vec<f32>,
    /// Width of a party's column.
    pub cell: f32,
    /// True if the codes stand on two levels, since one has no room beside the next.
    pub staggered: bool,
    /// Height of the header.
    pub header: f32,
    /// Height of a row.
    pub row: f32,
    /// The first row of the page and the number of rows on it.
    pub page: (usize, usize),
    /// The number of rows on a full page.
    pub per_page: usize,
    /// The number of pages.
    pub n_pages: usize,
    rect: Rect,
}

/// Widths of the texts for a size of 1 point; they grow with the size.
struct Texts {
    term: f32,
    value: f32,
    codes: Vec<f32>,
}

impl Texts {
    fn new(ui: &Ui, view: &View<'_>) -> Self {
        let size = FONTS[0];
        let width = |name: &str| text::width(ui, name, fonts::semibold(size)) / size;
        let widest = |names: &mut dyn Iterator<Item = &str>| names.map(width).fold(0.0, f32::max);
        let terms = &view.dossier().terms;
        // The widest value of all, so that nothing moves when the plan changes.
        let values = terms.iter().flat_map(|term| &term.values).map(|value| value.name.as_str());
        Self {
            term: widest(&mut terms.iter().map(|term| term.name.as_str())),
            value: widest(&mut values.chain([words::NOT_IN_PLAN_SHORT])),
            codes: view.columns.iter().map(|column| width(&view.dossier().party(column.party).code)).collect(),
        }
    }
}

/// Widths for one size of text.
struct Widths {
    term: f32,
    value: f32,
    cell: f32,
    /// True if codes of neighbours would touch, were they side by side.
    collide: bool,
}

impl Widths {
    fn new(view: &View<'_>, texts: &Texts, font: f32, available: f32) -> Self {
        let (term, value) = (texts.term * font + 22.0, texts.value * font + 18.0);
        let gaps = GAP * to_f32(1 + view.columns.iter().filter(|column| column.starts_group).count());
        let cell = (available - term - value - gaps) / to_f32(view.columns.len().max(1));
        let cell = cell.min(font * 5.0);
        let apart = |column: &Column| cell + if column.starts_group { GAP } else { 0.0 };
        let pairs = texts.codes.windows(2).zip(view.columns.iter().skip(1));
        let touch = |(codes, right): (&[f32], &Column)| (codes[0] + codes[1] + 1.0) * font / 2.0 > apart(right);
        Self { term, value, cell, collide: pairs.into_iter().any(touch) }
    }
}

impl Grid {
    /// The measures for the table in `rect`.
    pub(super) fn new(ui: &Ui, view: &View<'_>, rect: Rect) -> Self {
        let n_rows = view.dossier().terms.len().max(1);
        let texts = Texts::new(ui, view);
        let widths = |font: f32| Widths::new(view, &texts, font, rect.width());
        let room = |font: f32, staggered: bool| rect.height() - header(font, staggered);
        let least = FONTS[FONTS.len() - 1];
        let most_rows = to_usize(room(least, widths(least).collide) / (least * LEAST_ROW)).max(1);
        let n_pages = n_rows.div_ceil(most_rows);
        let per_page = n_rows.div_ceil(n_pages);
        let fits = |font: &f32| {
            let widths = widths(*font);
            let row = room(*font, false) / to_f32(per_page);
            !widths.collide && widths.cell >= font * LEAST_CELL && row >= font * GOOD_ROW
        };
        let font = FONTS.into_iter().find(fits).unwrap_or(least);
        let Widths { term, value, cell, collide: staggered } = widths(font);
        let row = (room(font, staggered) / to_f32(per_page)).min(font * GREATEST_ROW).floor();
        let first = view.state.session.focus.term.get() / per_page * per_page;
        let mut x = rect.left() + term + value;
        let column = |column: &Column| {
            x += if column.starts_group { GAP } else { 0.0 };
            let left = x;
            x += cell;
            left
        };
        Self {
            font,
            value: (rect.left() + term, value),
            columns: view.columns.iter().map(column).collect(),
            cell,
            staggered,
            header: header(font, staggered),
            row,
            page: (first, per_page.min(n_rows - first.min(n_rows))),
            per_page,
            n_pages,
            rect,
        }
    }

    /// The rectangle of the n-th row of the page.
    pub(super) fn row_rect(&self, place: usize) -> Rect {
        let top = self.rect.top() + self.header + self.row * to_f32(place);
        let right = self.columns.last().map_or(self.rect.right(), |left| left + self.cell);
        Rect::from_min_max(pos2(self.rect.left(), top), pos2(right, top + self.row))
    }

    /// The rectangle of a cell, by the place of its row on the page and of its column.
    pub(super) fn cell_rect(&self, row: usize, column: usize) -> Rect {
        let rect = Rect::from_min_size(pos2(self.columns[column], self.row_rect(row).top()), vec2(self.cell, self.row));
        // A mark much wider than high no longer looks like one.
        Rect::from_center_size(rect.center(), vec2(self.cell.min(self.row * 1.7), self.row))
    }
}

fn header(font: f32, staggered: bool) -> f32 {
    if staggered { font * 2.7 + 6.0 } else { font * 1.4 + 8.0 }
}
