//! The measures of the table of two plans.

use eframe::egui::{self, Rect, pos2, vec2};

use super::stop_id;
use crate::{
    analysis::Comparison,
    app::compare::Side,
    domain::{PartyIx, TermIx},
    ui::{counts::to_f32, view::View},
};

/// Heights, in points: captions and codes, and a row.
pub(super) const HEADER: f32 = 44.0;
pub(super) const ROW: f32 = 40.0;

/// What the parts of the table share in a frame.
pub(super) struct Frame<'a> {
    /// The state.
    pub view: &'a View<'a>,
    /// Both plans.
    pub comparison: &'a Comparison,
    /// Widths of the terms, of each plan's values, and of a cell.
    pub widths: [f32; 3],
    /// Left edges of the parties' columns.
    pub columns: Vec<f32>,
    /// The table's upper left corner on the screen, which moves as it scrolls.
    pub origin: egui::Vec2,
    /// The part of the screen in which it shows.
    pub visible: Rect,
    /// True while the table has the keyboard focus.
    pub focused: bool,
}

impl Frame<'_> {
    pub(super) fn width(&self) -> f32 {
        self.columns.last().map_or(0.0, |left| left + self.widths[2])
    }

    /// Left edge, on the screen, of the terms, which stay in place.
    pub(super) fn fixed_left(&self) -> f32 {
        self.visible.left().max(self.origin.x)
    }

    /// A row on the screen, by its place among those shown.
    pub(super) fn row(&self, place: usize) -> Rect {
        let top = self.origin.y + HEADER + ROW * to_f32(place);
        Rect::from_min_size(pos2(self.origin.x, top), vec2(self.width(), ROW))
    }

    /// The cell of the party in this column.
    pub(super) fn cell(&self, row: Rect, column: usize) -> Rect {
        let left = self.origin.x + self.columns[column];
        Rect::from_x_y_ranges(left..=left + self.widths[2], row.y_range())
    }

    /// The part of the screen right of the terms and under the header.
    pub(super) fn clip(&self) -> Rect {
        let top = self.visible.top().max(self.origin.y) + HEADER;
        Rect::from_min_max(pos2(self.fixed_left() + self.widths[0], top), self.visible.max)
    }
}

/// The place of a term's row, for the nodes of its cells.
pub(super) fn half_id(term: TermIx, party: PartyIx, side: Side) -> egui::Id {
    stop_id().with((term, party, side))
}
