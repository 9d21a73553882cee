//! Tables of paragraphs: rows go on over pages, and their heads with them.

use super::{
    BODY,
    pen::Pen,
    text::{self, Line, Style, base_line, wrapped, wrapped_in},
};
use crate::{
    app::{CellPlace, Shade},
    export::model::{Row, Table},
    wording::hand_outs as words,
};

/// Beside the content of a cell.
const SIDE: f32 = 5.0;

/// A table on its way onto paper.
struct Grid<'a> {
    table: &'a Table,
    /// Left edge and width of each column.
    columns: Vec<(f32, f32)>,
    heads: Vec<Vec<Line>>,
}

/// Draws a table.
pub(super) fn draw(pen: &mut Pen<'_>, table: &Table) {
    let mut left = pen.left();
    let columns: Vec<(f32, f32)> = table
        .columns
        .iter()
        .map(|(_, share)| {
            let width = share * pen.width();
            left += width;
            (left - width, width)
        })
        .collect();
    let strong = Style { size: BODY, strong: true, shade: Shade::Ink };
    let head = |((text, _), (_, width)): (&(String, f32), &(f32, f32))| {
        wrapped_in(pen.fonts, text, width - 2.0 * SIDE, strong)
    };
    let heads = table.columns.iter().zip(&columns).map(head).collect();
    let grid = Grid { table, columns, heads };
    pen.need(grid.head_height(pen) + 4.0 * BODY);
    pen.caption(&table.caption);
    grid.head(pen, true);
    table.rows.iter().enumerate().for_each(|(nth, row)| grid.row(pen, nth, row));
}

impl Grid<'_> {
    fn head_height(&self, pen: &Pen<'_>) -> f32 {
        let lines = self.heads.iter().map(|lines| text::height(lines, pen.density.leading));
        lines.fold(0.0, f32::max) + 2.0 * pen.density.pad
    }

    /// The heads; on later pages they are only there to be seen.
    fn head(&self, pen: &mut Pen<'_>, first: bool) {
        let height = self.head_height(pen);
        pen.fill([pen.left(), pen.y, pen.width(), height], Shade::Tint);
        for (column, (lines, (left, _))) in self.heads.iter().zip(&self.columns).enumerate() {
            pen.set_role(first.then(|| CellPlace::head(column).into()));
            let top = pen.y + height - pen.density.pad - text::height(lines, pen.density.leading);
            pen.draw_lines(lines, [left + SIDE, top]);
        }
        pen.y += height;
        pen.hair([pen.left(), pen.y], pen.width(), Shade::Ink);
    }

    /// Draws a row; one that is higher than a page is broken between lines.
    fn row(&self, pen: &mut Pen<'_>, nth: usize, row: &Row) {
        let (leading, pad) = (pen.density.leading, pen.density.pad);
        let lines_of = |(cell, (_, width)): (&Vec<crate::export::model::Rich>, &(f32, f32))| {
            let texts = cell.iter().flat_map(|text| wrapped(pen.fonts, text, width - 2.0 * SIDE, BODY));
            texts.collect::<Vec<Line>>()
        };
        let mut cells: Vec<Vec<Line>> = row.cells.iter().zip(&self.columns).map(lines_of).collect();
        let content = |cells: &[Vec<Line>]| cells.iter().map(|lines| text::height(lines, leading)).fold(0.0, f32::max);
        let height = (content(&cells) + 2.0 * pad).max(self.table.min_height);
        if height > pen.room() {
            pen.turn();
            self.head(pen, false);
        }
        if let Some(number) = row.anchor {
            let y = pen.y;
            pen.page().anchors.push((number, y));
        }
        while content(&cells) + 2.0 * pad > pen.room() {
            let room = pen.room() - 2.0 * pad;
            let first: Vec<Vec<Line>> = cells.iter_mut().map(|lines| take(lines, room, leading)).collect();
            if first.iter().all(Vec::is_empty) {
                break;
            }
            let height = pen.room();
            self.cells(pen, (nth, row), &first, height);
            pen.turn();
            self.head(pen, false);
        }
        let height = (content(&cells) + 2.0 * pad).max(self.table.min_height);
        self.cells(pen, (nth, row), &cells, height);
    }

    fn cells(&self, pen: &mut Pen<'_>, (nth, row): (usize, &Row), cells: &[Vec<Line>], height: f32) {
        let top = pen.y + pen.density.pad;
        for (place, (lines, (left, width))) in cells.iter().zip(&self.columns).enumerate() {
            let is_empty = row.cells[place].is_empty();
            let heads_row = place == 0 && self.table.row_heads && !is_empty;
            pen.set_role(Some(CellPlace { heads_row, ..CellPlace::body(nth, place) }.into()));
            pen.draw_lines(lines, [left + SIDE, top]);
            if is_empty && self.table.min_height > 0.0 {
                pen.words(
                    words::TO_FILL_IN,
                    [left + SIDE, base_line(top, BODY * pen.density.leading, BODY)],
                    *width - 2.0 * SIDE,
                );
            }
            // Columns to write in are set apart by lines.
            if place > 0 && self.table.min_height > 0.0 {
                pen.fill([left - super::pen::HAIR / 2.0, pen.y, super::pen::HAIR, height], Shade::Line);
            }
        }
        pen.y += height;
        pen.hair([pen.left(), pen.y], pen.width(), Shade::Line);
    }
}

/// Takes the first lines that fit into `room`.
fn take(lines: &mut Vec<Line>, room: f32, leading: f32) -> Vec<Line> {
    let mut used = 0.0;
    let fits = |line: &&Line| {
        used += line.height(leading);
        used <= room
    };
    let n = lines.iter().take_while(fits).count();
    lines.drain(..n).collect()
}
