//! What the marks mean, under the table. All of them, so that it tells nothing about what is hidden.

use std::sync::Arc;

use eframe::egui::{Galley, Rect, Role, Ui, pos2, vec2};
use strum::IntoEnumIterator as _;

use crate::{
    analysis::Mark,
    ui::{
        fonts,
        marks::shape,
        view::View,
        widgets::mark::{Mark as Shown, MarkPainter},
    },
    wording,
};

use super::{text, wall_id};

/// Height of a line, in points.
const LINE: f32 = 24.0;

/// Side of a mark, and the space after it and after an entry.
const MARK: f32 = 18.0;
const AFTER_MARK: f32 = 5.0;
const APART: f32 = 14.0;

/// The entries, each with its place in the legend.
pub struct Legend {
    entries: Vec<(Mark, Arc<Galley>, f32, f32)>,
    /// Height in points.
    pub height: f32,
}

impl Legend {
    /// Lays the legend out for this width.
    pub fn new(ui: &Ui, view: &View<'_>, width: f32) -> Self {
        let (mut x, mut y) = (0.0, 0.0);
        let mut entries = Vec::new();
        // The words "not in the plan" stand in the table itself.
        for mark in Mark::iter().filter(|mark| *mark != Mark::Empty) {
            let font = fonts::regular(view.tokens.size.small);
            let galley = text::wrapped(ui, wording::mark_legend(mark), font, view.tokens.ink, f32::INFINITY);
            let entry = MARK + AFTER_MARK + galley.size().x;
            if x + entry > width && x > 0.0 {
                (x, y) = (0.0, y + LINE);
            }
            entries.push((mark, galley, x, y));
            x += entry + APART;
        }
        Self { entries, height: y + LINE }
    }

    /// Draws it with its upper left corner at that of `rect`.
    pub fn draw(self, ui: &Ui, view: &View<'_>, rect: Rect) {
        let mut painter = MarkPainter::new(ui);
        for (mark, galley, x, y) in self.entries {
            let line = Rect::from_min_size(rect.min + vec2(x, y), vec2(MARK, LINE));
            painter.add(Rect::from_center_size(line.center(), vec2(MARK, MARK)), &Shown::new(shape(mark)));
            let at = pos2(line.right() + AFTER_MARK, line.center().y - galley.size().y / 2.0);
            let name = wording::mark_legend(mark);
            let whole = Rect::from_min_max(line.min, at + galley.size());
            ui.painter().galley(at, galley, view.tokens.ink);
            text::name(ui, whole, wall_id().with(("legend", name)), Role::Label, name);
        }
        painter.paint();
    }
}
