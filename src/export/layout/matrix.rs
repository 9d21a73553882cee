//! The table of terms and parties: columns as narrow as the page demands, rows as high as their cells.

use super::{
    BODY, SMALL,
    pen::{HAIR, Pen, moved},
    text::{self, Line, Style, base_line, wrapped_in},
};
use crate::{
    app::{Item, Link, Shade, TextLine},
    export::{
        fonts::Fonts,
        model::{Matrix, MatrixCell, MatrixRow},
        shapes,
    },
};

/// Beside the text of the first two columns.
const SIDE: f32 = 3.5;
/// Between a mark and the numbers beside it.
const BESIDE: f32 = 2.5;
/// Between two numbers.
const NUMBERS: f32 = 2.2;
/// The widest a party's column gets.
const WIDEST: f32 = 62.0;

const PLAIN: Style = Style { size: BODY, strong: false, shade: Shade::Ink };
const STRONG: Style = Style { size: BODY, strong: true, shade: Shade::Ink };
const WEAK: Style = Style { size: SMALL, strong: false, shade: Shade::Weak };

/// The measures of the table on this page.
struct Grid<'a> {
    matrix: &'a Matrix,
    term: f32,
    value: f32,
    party: f32,
    /// True if the codes run upwards, since they are wider than their columns.
    upwards: bool,
    /// True if numbers stand beside the marks, else below them.
    beside: bool,
    head: f32,
}

/// Draws the table.
pub fn draw(pen: &mut Pen<'_>, matrix: &Matrix) {
    let grid = Grid::new(pen, matrix);
    grid.heads(pen);
    for row in &matrix.rows {
        grid.row(pen, row);
    }
    let bottom = pen.y;
    pen.hair([pen.left(), bottom], pen.width(), Shade::Ink);
    for (label, figures) in &matrix.feet {
        grid.foot(pen, label, figures);
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
        let words = |text: &'a str| text.split([' ', '\u{a0}']);
        let terms = || matrix.rows.iter().map(|row| row.term.as_str());
        let values = || matrix.rows.iter().map(|row| row.value.as_str());
        let heads = [crate::wording::hand_outs::TERM, crate::wording::hand_outs::PLAN_SAYS];
        let edge = 2.0 * SIDE;
        let term_least = widest(&mut terms().flat_map(words), STRONG).max(widest(&mut words(heads[0]), STRONG)) + edge;
        let term_whole = (widest(&mut terms(), STRONG) + edge).max(term_least);
        let value_least = widest(&mut values().flat_map(words), PLAIN).max(widest(&mut words(heads[1]), STRONG)) + edge;
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
        let codes = widest(&mut matrix.parties.iter().map(|party| party.code.as_str()), STRONG);
        let upwards = codes + 3.0 > party;
        let head = if upwards { codes + 8.0 } else { BODY * 1.3 + 6.0 };
        // What the columns leave over goes to what the plan says.
        let value = total - term - party * n;
        let head = head.max(2.0 * BODY * 1.2 + 4.0);
        Self { matrix, term, value, party, upwards, beside, head }
    }

    fn party_left(&self, pen: &Pen<'_>, place: usize) -> f32 {
        pen.left() + self.term + self.value + count(place) * self.party
    }

    fn heads(&self, pen: &mut Pen<'_>) {
        let (top, height) = (pen.y, self.head);
        pen.fill([pen.left(), top, pen.width(), height], Shade::Tint);
        let heads = [crate::wording::hand_outs::TERM, crate::wording::hand_outs::PLAN_SAYS];
        let places = [(pen.left(), self.term), (pen.left() + self.term, self.value)];
        for (text, (left, width)) in heads.into_iter().zip(places) {
            let lines = wrapped_in(pen.fonts, text, width - 2.0 * SIDE, STRONG);
            let lines_top = top + height - 3.0 - text::height(&lines, pen.density.leading);
            pen.draw_lines(&lines, [left + SIDE, lines_top]);
        }
        for (place, party) in self.matrix.parties.iter().enumerate() {
            let left = self.party_left(pen, place);
            let width = pen.fonts.width(&party.code, BODY, true);
            if self.upwards {
                let base = base_line(left, self.party, BODY);
                let at = [base, top + height - 5.0];
                let (text, shade) = (party.code.clone(), Shade::Ink);
                let line = TextLine { at, text, size: BODY, strong: true, shade, upwards: true, width, link: None };
                pen.add(Item::Text(line));
            } else {
                let text_top = top + height - 3.0 - BODY * pen.density.leading;
                let at = [left + (self.party - width) / 2.0, text_top];
                pen.label(&party.code, at, BODY * pen.density.leading, STRONG);
            }
        }
        pen.y += height;
        let y = pen.y;
        self.group_lines(pen, top, y);
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

    fn row(&self, pen: &mut Pen<'_>, row: &MatrixRow) {
        let fonts = pen.fonts;
        let (leading, pad) = (pen.density.leading, pen.density.pad);
        let term = wrapped_in(fonts, &row.term, self.term - 2.0 * SIDE, STRONG);
        let value = wrapped_in(fonts, &row.value, self.value - 2.0 * SIDE, PLAIN);
        let drawn: Vec<Drawn> = row.cells.iter().map(|cell| self.cell(fonts, pen.density.tile, cell)).collect();
        let cells = drawn.iter().map(|cell| cell.height).fold(0.0, f32::max);
        let height = text::height(&term, leading).max(text::height(&value, leading)).max(cells) + 2.0 * pad;
        if height > pen.room() {
            pen.turn();
            self.heads(pen);
        }
        let top = pen.y;
        let middle = |lines: &[Line]| top + (height - text::height(lines, leading)) / 2.0;
        pen.draw_lines(&term, [pen.left() + SIDE, middle(&term)]);
        pen.draw_lines(&value, [pen.left() + self.term + SIDE, middle(&value)]);
        for (place, cell) in drawn.into_iter().enumerate() {
            let left = self.party_left(pen, place);
            let at = [left + (self.party - cell.width) / 2.0, top + (height - cell.height) / 2.0];
            cell.items.into_iter().for_each(|item| pen.add(moved(item, at)));
        }
        pen.y += height;
        let bottom = pen.y;
        self.group_lines(pen, top, bottom);
        pen.hair([pen.left(), bottom], pen.width(), Shade::Line);
    }

    /// A mark with its numbers, or a box to fill in, from its own left upper corner.
    fn cell(&self, fonts: &Fonts, tile: f32, cell: &MatrixCell) -> Drawn {
        let Some(mark) = cell.mark else {
            let side = (tile + 3.0).min(self.party - 5.0);
            let rect = [0.0, 0.0, side, side];
            let items = vec![Item::Rect { rect, radius: 2.0, line: Some(0.8), shade: Shade::Edge }];
            return Drawn { items, width: side, height: side };
        };
        let mut items = shapes::mark(mark, [0.0, 0.0], tile);
        if cell.cites.is_empty() {
            return Drawn { items, width: tile, height: tile };
        }
        let line = SMALL * 1.12;
        let room = if self.beside { self.party - tile - BESIDE - 2.0 } else { self.party - 0.5 };
        let lines = cites_in_lines(fonts, cell, room);
        let width_of = |pieces: &[Piece<'_>]| pieces.last().map_or(0.0, |piece| piece.left + piece.width);
        let widest = lines.iter().map(|pieces| width_of(pieces)).fold(0.0, f32::max);
        let height = count(lines.len()) * line;
        let (left, top, total) = if self.beside {
            ((tile + BESIDE), (tile - height) / 2.0, tile + BESIDE + widest)
        } else {
            (0.0, tile + 0.5, widest.max(tile))
        };
        for (place, pieces) in lines.iter().enumerate() {
            // Below a mark the numbers stand in its middle.
            let inset = if self.beside { 0.0 } else { (total - width_of(pieces)) / 2.0 };
            let base = base_line(top + count(place) * line, line, SMALL);
            items.extend(pieces.iter().map(|piece| piece.item([left + inset, base], self.matrix.linked)));
        }
        if self.beside {
            let above = ((height - tile) / 2.0).max(0.0);
            let items = items.into_iter().map(|item| moved(item, [0.0, above])).collect();
            return Drawn { items, width: total, height: height.max(tile) };
        }
        let shift = (total - tile) / 2.0;
        // The mark stands over the middle of its numbers; the numbers are there already.
        let n_numbers: usize = lines.iter().map(Vec::len).sum();
        let n_mark = items.len() - n_numbers;
        let items = items.into_iter().enumerate();
        let items = items.map(|(place, item)| if place < n_mark { moved(item, [shift, 0.0]) } else { item }).collect();
        Drawn { items, width: total, height: tile + 0.5 + height }
    }

    fn foot(&self, pen: &mut Pen<'_>, label: &str, figures: &[String]) {
        let height = SMALL * 1.3 + pen.density.pad;
        pen.need(height);
        let at = [pen.left() + SIDE, pen.y];
        pen.label(label, at, height, WEAK);
        for (place, figure) in figures.iter().enumerate() {
            let width = pen.fonts.width(figure, SMALL, false);
            let left = self.party_left(pen, place) + (self.party - width) / 2.0;
            let at = [left, pen.y];
            pen.label(figure, at, height, Style { shade: Shade::Ink, ..WEAK });
        }
        pen.y += height;
    }
}

/// Something drawn from its own left upper corner.
struct Drawn {
    items: Vec<Item>,
    width: f32,
    height: f32,
}

/// A number in its place on its line.
struct Piece<'a> {
    text: &'a str,
    number: u16,
    left: f32,
    width: f32,
}

impl Piece<'_> {
    fn item(&self, [left, base]: [f32; 2], linked: bool) -> Item {
        Item::Text(TextLine {
            at: [left + self.left, base],
            text: self.text.to_owned(),
            size: SMALL,
            strong: false,
            shade: Shade::Ink,
            upwards: false,
            width: self.width,
            link: linked.then_some(Link::Statement(self.number)),
        })
    }
}

/// The numbers of a cell on as few lines as they need.
fn cites_in_lines<'a>(fonts: &Fonts, cell: &'a MatrixCell, room: f32) -> Vec<Vec<Piece<'a>>> {
    let mut lines: Vec<Vec<Piece<'a>>> = Vec::new();
    for (text, number) in &cell.cites {
        if fonts.width(text, SMALL, false) > room {
            // A range that is wider than its column stands on two lines.
            for half in halves(text) {
                let width = fonts.width(half, SMALL, false);
                lines.push(vec![Piece { text: half, number: *number, left: 0.0, width }]);
            }
            continue;
        }
        let width = fonts.width(text, SMALL, false);
        let left = lines.last().and_then(|line| line.last()).map(|last| last.left + last.width + NUMBERS);
        match (left, lines.last_mut()) {
            (Some(left), Some(line)) if left + width <= room => {
                line.push(Piece { text, number: *number, left, width });
            }
            _ => lines.push(vec![Piece { text, number: *number, left: 0.0, width }]),
        }
    }
    lines
}

/// The two numbers of a range, the first with its dash: "25–", "28".
fn halves(text: &str) -> impl Iterator<Item = &str> {
    let dash = text.find('\u{2013}').map_or(text.len(), |place| place + '\u{2013}'.len_utf8());
    let (first, last) = text.split_at(dash);
    [first, last].into_iter().filter(|half| !half.is_empty())
}

#[expect(clippy::cast_precision_loss, reason = "lists of a dossier are far below 2^24")]
fn count(n: usize) -> f32 {
    n as f32
}
