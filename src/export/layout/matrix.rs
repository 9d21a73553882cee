//! The table of terms and parties: columns as narrow as the page demands, rows as high as their cells.

mod cell;
mod columns;

use super::{
    BODY, SMALL,
    pen::{HAIR, Pen, moved},
    text::{self, Style, base_line, theirs_in, wrapped_in},
};
use crate::{
    app::{CellPlace, Shade, TableSection},
    export::model::{Matrix, MatrixRow},
    wording::hand_outs as words,
};
use cell::{BESIDE, Cells, Drawn, NUMBERS, halves};
use columns::Column;

/// Beside the text of the first two columns.
const SIDE: f32 = 3.5;
/// The widest a party's column gets.
const WIDEST: f32 = 62.0;
/// The column of the first party.
const FIRST_PARTY: usize = 2;

const PLAIN: Style = Style { size: BODY, strong: false, shade: Shade::Ink };
const STRONG: Style = Style { size: BODY, strong: true, shade: Shade::Ink };
const WEAK: Style = Style { size: SMALL, strong: false, shade: Shade::Weak };

/// The measures of the table on this page.
struct Grid<'a> {
    matrix: &'a Matrix,
    term: f32,
    value: f32,
    columns: Vec<Column>,
    cells: Cells,
    head: f32,
}

/// Draws the table.
pub(super) fn draw(pen: &mut Pen<'_>, matrix: &Matrix) {
    let grid = Grid::new(pen, matrix);
    pen.caption(&matrix.caption);
    grid.heads(pen, true);
    for (nth, row) in matrix.rows.iter().enumerate() {
        grid.row(pen, nth, row);
    }
    let bottom = pen.y;
    pen.hair([pen.left(), bottom], pen.width(), Shade::Ink);
    for (nth, foot) in matrix.feet.iter().enumerate() {
        grid.foot(pen, nth, foot);
    }
}

impl<'a> Grid<'a> {
    fn new(pen: &Pen<'_>, matrix: &'a Matrix) -> Self {
        let (fonts, total, tile) = (pen.fonts, pen.width(), pen.density.tile);
        let n = count(matrix.parties.len());
        let widest = |texts: &mut dyn Iterator<Item = &str>, style: Style| {
            texts.map(|text| fonts.width(text, style.size, style.strong)).fold(0.0, f32::max)
        };
        let cites = || matrix.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.cites);
        let whole = widest(&mut cites().map(|(text, _)| text.as_str()), WEAK);
        let halves = widest(&mut cites().flat_map(|(text, _)| halves(text)), WEAK);
        let cells = matrix.rows.iter().flat_map(|row| &row.cells);
        let pairs = cells
            .flat_map(|cell| cell.cites.windows(2))
            .map(|pair| pair.iter().map(|(text, _)| fonts.width(text, SMALL, false)).sum::<f32>() + NUMBERS);
        let pairs = pairs.fold(0.0, f32::max);
        let each = |text: &'a str| text.split([' ', '\u{a0}']);
        let terms = || matrix.rows.iter().map(|row| row.term.as_str());
        let values = || matrix.rows.iter().map(|row| row.value.as_str());
        let heads = [words::TERM, words::PLAN_SAYS];
        let edge = 2.0 * SIDE;
        let term_least = widest(&mut terms().flat_map(each), STRONG).max(widest(&mut each(heads[0]), STRONG)) + edge;
        let term_whole = (widest(&mut terms(), STRONG) + edge).max(term_least);
        let value_least = widest(&mut values().flat_map(each), PLAIN).max(widest(&mut each(heads[1]), STRONG)) + edge;
        let value_whole = widest(&mut values(), PLAIN).max(widest(&mut heads[1..].iter().copied(), STRONG)) + edge;
        let side_by_side = if whole > 0.0 { tile + BESIDE + whole + 4.0 } else { tile + 5.0 };
        let fits = |party: f32| party * n + term_least + value_least <= total;
        // Numbers stand beside their marks where that leaves the first columns their words; else below.
        let beside = fits(side_by_side);
        let wanted = if beside { WIDEST } else { whole.max(pairs).max(tile) + 3.0 };
        let least = if beside { side_by_side } else { halves.max(tile) + 2.0 };
        let spare = total - least * n;
        let term = term_whole.min((spare - value_least).max(term_least));
        // Where height is dear, numbers on one line keep the rows low; what the plan says may break then, for a mark with
        // its numbers is two lines high.
        let keeps_lines = beside || pen.density.tile > super::TIGHT.tile;
        let value = if keeps_lines { value_whole.min((spare - term).max(value_least)) } else { value_least };
        let party = ((total - term - value) / n).min(wanted);
        let columns = columns::columns(fonts, matrix, party * n, least);
        let n_levels = columns.iter().map(|column| column.level + 1).max().unwrap_or(1);
        let head = (count(n_levels) * BODY * pen.density.leading + 6.0).max(2.0 * BODY * 1.2 + 4.0);
        // What the columns leave over goes to what the plan says.
        let value = total - term - party * n;
        let room = columns.iter().map(|column| column.width).fold(party, f32::min);
        Self { matrix, term, value, columns, cells: Cells { room, beside, linked: matrix.linked }, head }
    }

    fn party_left(&self, pen: &Pen<'_>, place: usize) -> f32 {
        pen.left() + self.term + self.value + self.columns[place].left
    }

    /// The heads; on later pages they are only there to be seen.
    fn heads(&self, pen: &mut Pen<'_>, first: bool) {
        let (top, height) = (pen.y, self.head);
        pen.fill([pen.left(), top, pen.width(), height], Shade::Tint);
        let heads = [words::TERM, words::PLAN_SAYS];
        let places = [(pen.left(), self.term), (pen.left() + self.term, self.value)];
        for (column, (text, (left, width))) in heads.into_iter().zip(places).enumerate() {
            pen.set_role(first.then(|| CellPlace::head(column).into()));
            let lines = wrapped_in(pen.fonts, text, width - 2.0 * SIDE, STRONG);
            let lines_top = top + height - 3.0 - text::height(&lines, pen.density.leading);
            pen.draw_lines(&lines, [left + SIDE, lines_top]);
        }
        for (place, (party, column)) in self.matrix.parties.iter().zip(&self.columns).enumerate() {
            pen.set_role(first.then(|| CellPlace::head(place + FIRST_PARTY).into()));
            let lines = theirs_in(pen.fonts, &party.code, f32::INFINITY, STRONG);
            let line = BODY * pen.density.leading;
            let at = [self.party_left(pen, 0) + column.code, top + height - 3.0 - count(column.level + 1) * line];
            pen.draw_lines(&lines, at);
        }
        pen.y += height;
        let y = pen.y;
        let overhang = self.columns.iter().any(|column| column.crosses);
        self.group_lines(pen, if overhang { y } else { top }, y);
        pen.hair([pen.left(), y], pen.width(), Shade::Ink);
    }

    /// A line where a new group of parties begins.
    fn group_lines(&self, pen: &mut Pen<'_>, top: f32, bottom: f32) {
        for (place, party) in self.matrix.parties.iter().enumerate() {
            if party.starts_group || place == 0 {
                let left = self.party_left(pen, place) - HAIR / 2.0;
                pen.fill([left, top, HAIR, bottom - top], if place == 0 { Shade::Line } else { Shade::Edge });
            }
        }
    }

    fn row(&self, pen: &mut Pen<'_>, nth: usize, row: &MatrixRow) {
        let fonts = pen.fonts;
        let (leading, pad) = (pen.density.leading, pen.density.pad);
        let term = theirs_in(fonts, &row.term, self.term - 2.0 * SIDE, STRONG);
        let value = theirs_in(fonts, &row.value, self.value - 2.0 * SIDE, PLAIN);
        let drawn: Vec<Drawn> = row.cells.iter().map(|cell| self.cells.draw(pen, cell)).collect();
        // Term, value and marks stand on one line, whatever hangs below it: so they are read as one.
        let line = BODY * leading;
        let middle = drawn.iter().map(|cell| cell.side / 2.0).fold(line / 2.0, f32::max);
        let texts = middle - line / 2.0 + text::height(&term, leading).max(text::height(&value, leading));
        let cells = drawn.iter().map(|cell| middle - cell.side / 2.0 + cell.height).fold(0.0, f32::max);
        let height = texts.max(cells) + 2.0 * pad;
        if height > pen.room() {
            pen.turn();
            self.heads(pen, false);
        }
        let top = pen.y;
        let first = top + pad + middle - line / 2.0;
        pen.set_role(Some(CellPlace { heads_row: true, ..CellPlace::body(nth, 0) }.into()));
        pen.draw_lines(&term, [pen.left() + SIDE, first]);
        pen.set_role(Some(CellPlace::body(nth, 1).into()));
        let value_left = pen.left() + self.term + SIDE;
        pen.draw_lines(&value, [value_left, first]);
        if value.is_empty() {
            pen.words(words::TO_FILL_IN, [value_left, base_line(first, line, SMALL)], self.value - 2.0 * SIDE);
        }
        for (place, cell) in drawn.into_iter().enumerate() {
            let left = self.party_left(pen, place) + (self.columns[place].width - cell.width) / 2.0;
            let at = [left, top + pad + middle - cell.side / 2.0];
            pen.set_role(Some(CellPlace::body(nth, place + FIRST_PARTY).into()));
            pen.words(&cell.words, [left + cell.left, base_line(first, line, SMALL)], cell.side);
            cell.items.into_iter().for_each(|item| pen.add(moved(item, at)));
        }
        pen.y += height;
        let bottom = pen.y;
        self.group_lines(pen, top, bottom);
        pen.hair([pen.left(), bottom], pen.width(), Shade::Line);
    }

    fn foot(&self, pen: &mut Pen<'_>, nth: usize, (label, figures): &(String, Vec<String>)) {
        let height = SMALL * 1.3 + pen.density.pad;
        pen.need(height);
        let at = [pen.left() + SIDE, pen.y];
        let place = CellPlace { section: TableSection::Foot, ..CellPlace::body(nth, 0) };
        pen.set_role(Some(CellPlace { heads_row: true, span: FIRST_PARTY, ..place }.into()));
        pen.label(label, at, height, WEAK);
        for (column, figure) in figures.iter().enumerate() {
            let width = pen.fonts.width(figure, SMALL, false);
            let left = self.party_left(pen, column) + (self.columns[column].width - width) / 2.0;
            let at = [left, pen.y];
            pen.set_role(Some(CellPlace { column: column + FIRST_PARTY, ..place }.into()));
            pen.label(figure, at, height, Style { shade: Shade::Ink, ..WEAK });
        }
        pen.y += height;
    }
}

#[expect(clippy::cast_precision_loss, reason = "lists of a dossier are far below 2^24")]
fn count(n: usize) -> f32 {
    n as f32
}
