//! The legend under the matrix, in as many lines as it needs.

use eframe::egui::{self, Align2, Pos2, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    ui::{fonts, view::View, widgets::control::width},
    wording::ui::parties as words,
};

use super::{cell, matrix_id};

/// Height in one line, and of each further one, in points.
const HEIGHT: f32 = 30.0;
const LINE: f32 = 24.0;

/// Free space above it, between its entries, and between a mark and its words.
const ABOVE: f32 = 8.0;
const GAP: f32 = 16.0;
const BEFORE_WORDS: f32 = 6.0;

/// Size of a mark.
const MARK: egui::Vec2 = vec2(36.0, 20.0);

/// The words, and the cell that they explain: its number, and whether nothing is on file.
const ENTRIES: [(&str, (cell::Counted, bool)); 3] = [
    (words::LEGEND_NUMBER, ((3, 7), false)),
    (words::LEGEND_NOUGHT, ((0, 7), false)),
    (words::LEGEND_SLASH, ((0, 0), true)),
];

/// The height it needs in this width, in points.
pub(super) fn height(ui: &Ui, view: &View<'_>, across: f32) -> f32 {
    let [.., last] = places(ui, view, across);
    HEIGHT + last.top()
}

/// The place of each entry, from the upper left corner of the first.
fn places(ui: &Ui, view: &View<'_>, across: f32) -> [Rect; 3] {
    let font = fonts::regular(view.tokens.size.small);
    let mut at = Pos2::ZERO;
    ENTRIES.map(|(text, _)| {
        let size = vec2(MARK.x + BEFORE_WORDS + width(ui, text, font.clone()), MARK.y);
        if at.x > 0.0 && at.x + size.x > across {
            at = pos2(0.0, at.y + LINE);
        }
        let place = Rect::from_min_size(at, size);
        at.x = place.right() + GAP;
        place
    })
}

/// Says what number, nought and slash mean, from the upper left corner of `space` on.
pub(super) fn legend(ui: &Ui, view: &View<'_>, space: Rect) {
    let tokens = view.tokens;
    let corner = space.min.to_vec2() + vec2(0.0, ABOVE);
    for ((text, shown), place) in ENTRIES.into_iter().zip(places(ui, view, space.width())) {
        let rect = place.translate(corner);
        let tile = Rect::from_min_size(rect.min, MARK);
        cell::paint(ui, view, tile, shown, false);
        let (at, font) = (tile.right_center() + vec2(BEFORE_WORDS, 0.0), fonts::regular(tokens.size.small));
        ui.painter().text(at, Align2::LEFT_CENTER, text, font, tokens.ink_weak);
        let response = ui.interact(rect.intersect(ui.clip_rect()), matrix_id().with(("legend", text)), Sense::HOVER);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, text));
    }
}
