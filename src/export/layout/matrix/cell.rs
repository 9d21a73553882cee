//! A cell of the table of terms and parties: a mark with its numbers, or a box to write in.

use super::{
    super::{
        SMALL,
        pen::{Pen, moved},
        text::{Style, base_line},
    },
    WEAK, count,
};
use crate::{
    app::{Item, Link, Shade, TextLine},
    export::{fonts::Fonts, model::MatrixCell},
    wording::hand_outs as words,
};

/// Between a mark and the numbers beside it.
pub(super) const BESIDE: f32 = 2.5;
/// Between two numbers.
pub(super) const NUMBERS: f32 = 2.2;

/// A cell from its own left upper corner.
pub(super) struct Drawn {
    /// What is seen.
    pub(crate) items: Vec<Item>,
    /// Its width.
    pub(crate) width: f32,
    /// Its height.
    pub(crate) height: f32,
    /// The mark in words.
    pub(crate) words: String,
    /// The left edge of the mark.
    pub(crate) left: f32,
    /// How wide and high the mark is.
    pub(crate) side: f32,
}

/// How cells are laid out in their columns.
#[derive(Clone, Copy)]
pub(super) struct Cells {
    /// The width of the narrowest column.
    pub room: f32,
    /// True if numbers stand beside the marks, else below them.
    pub beside: bool,
    /// True if the numbers lead to their statements.
    pub linked: bool,
}

impl Cells {
    /// The cell, as it is drawn.
    pub(super) fn draw(self, pen: &Pen<'_>, cell: &MatrixCell) -> Drawn {
        let tile = pen.density.tile;
        let Some(mark) = cell.mark else {
            let side = (tile + 3.0).min(self.room - 5.0);
            let rect = [0.0, 0.0, side, side];
            let items = vec![Item::Rect { rect, radius: 2.0, line: Some(0.8), shade: Shade::Edge }];
            return Drawn { items, width: side, height: side, words: words::EMPTY_BOX.to_owned(), left: 0.0, side };
        };
        let words = words::mark_in_words(mark, &cell.cites);
        let items = pen.mark(mark, tile);
        let drawn = Drawn { items, width: tile, height: tile, words, left: 0.0, side: tile };
        if cell.cites.is_empty() { drawn } else { self.with_numbers(pen.fonts, drawn, cell) }
    }

    /// Adds the numbers: beside the mark from its upper edge on, or on its line if they are one line; or below its middle.
    fn with_numbers(self, fonts: &Fonts, mark: Drawn, cell: &MatrixCell) -> Drawn {
        let (line, side) = (SMALL * 1.12, mark.side);
        let room = if self.beside { self.room - side - BESIDE - 2.0 } else { self.room - 0.5 };
        let lines = cites_in_lines(fonts, cell, room);
        let width_of = |pieces: &[Piece<'_>]| pieces.last().map_or(0.0, |piece| piece.left + piece.width);
        let widest = lines.iter().map(|pieces| width_of(pieces)).fold(0.0, f32::max);
        let height = count(lines.len()) * line;
        let (left, top, width) = if self.beside {
            (side + BESIDE, ((side - height) / 2.0).max(0.0), side + BESIDE + widest)
        } else {
            (0.0, side + 0.5, widest.max(side))
        };
        let shift = if self.beside { 0.0 } else { (width - side) / 2.0 };
        let mut items: Vec<Item> = mark.items.into_iter().map(|item| moved(item, [shift, 0.0])).collect();
        for (place, pieces) in lines.iter().enumerate() {
            // Below a mark the numbers stand in its middle.
            let inset = if self.beside { 0.0 } else { (width - width_of(pieces)) / 2.0 };
            let base = base_line(top + count(place) * line, line, SMALL);
            items.extend(pieces.iter().map(|piece| piece.item(fonts, [left + inset, base], self.linked)));
        }
        Drawn { items, width, height: (top + height).max(side), left: shift, ..mark }
    }
}

/// A number in its place on its line.
struct Piece<'a> {
    text: &'a str,
    number: u16,
    left: f32,
    width: f32,
}

impl Piece<'_> {
    fn item(&self, fonts: &Fonts, [left, base]: [f32; 2], linked: bool) -> Item {
        let style = Style { shade: Shade::Ink, ..WEAK };
        let line = style.line(fonts, self.text, [left + self.left, base]);
        let link = linked.then_some(Link::Statement(self.number));
        // The first number of a range that stands on two lines ends in its dash.
        Item::Text(TextLine { link, broken: self.text.ends_with('\u{2013}'), ..line })
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
pub(super) fn halves(text: &str) -> impl Iterator<Item = &str> {
    let dash = text.find('\u{2013}').map_or(text.len(), |place| place + '\u{2013}'.len_utf8());
    let (first, last) = text.split_at(dash);
    [first, last].into_iter().filter(|half| !half.is_empty())
}
