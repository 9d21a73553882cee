//! The legend under the matrix, in as many lines as it needs.

use eframe::egui::{self, Align2, Pos2, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    domain::PartyIx,
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

/// Two parties, and what is counted of them.
type Example = ((PartyIx, PartyIx), cell::Counted);

/// A pair of the table that clashes, and one that does not, as far as there are any: an example that stands nowhere would be
/// looked for.
pub(super) fn examples(view: &View<'_>) -> [Option<Example>; 2] {
    let terms = &view.state.parties.terms;
    let parties: Vec<PartyIx> = view.columns.iter().map(|column| column.party).collect();
    let pairs = parties.iter().enumerate().flat_map(|(place, row)| {
        parties[place + 1..].iter().map(|column| ((*row, *column), terms.between(*row, *column)))
    });
    let pairs: Vec<Example> = pairs.filter(|(_, (_, of))| *of > 0).collect();
    let first = |clashes: bool| pairs.iter().find(|(_, (n, _))| (*n > 0) == clashes).copied();
    [first(true), first(false)]
}

/// The words, and the cell that they explain: its number, and whether nothing is on file.
fn entries(view: &View<'_>) -> Vec<(&'static str, (cell::Counted, bool))> {
    let [number, nought] = examples(view).map(|example| example.map(|(_, counted)| (counted, false)));
    let named = [(words::LEGEND_NUMBER, number), (words::LEGEND_NOUGHT, nought)];
    let named = named.into_iter().filter_map(|(text, shown)| Some((text, shown?)));
    let slash = has_a_slash(view).then_some((words::LEGEND_SLASH, ((0, 0), true)));
    named.chain(slash).collect()
}

/// True if a slash stands in the table.
pub(super) fn has_a_slash(view: &View<'_>) -> bool {
    let Some((answer, _)) = view.state.parties.desk.answer() else { return false };
    view.columns.iter().any(|column| answer.n_asked.get(column.party.get()).is_none_or(|n| *n == 0))
}

/// The height it needs in this width, in points.
pub(super) fn height(ui: &Ui, view: &View<'_>, across: f32) -> f32 {
    HEIGHT + places(ui, view, across).last().map_or(0.0, Rect::top)
}

/// The place of each entry, from the upper left corner of the first.
fn places(ui: &Ui, view: &View<'_>, across: f32) -> Vec<Rect> {
    let font = fonts::regular(view.tokens.size.small);
    let mut at = Pos2::ZERO;
    let place = |(text, _): (&str, _)| {
        let size = vec2(MARK.x + BEFORE_WORDS + width(ui, text, font.clone()), MARK.y);
        if at.x > 0.0 && at.x + size.x > across {
            at = pos2(0.0, at.y + LINE);
        }
        let place = Rect::from_min_size(at, size);
        at.x = place.right() + GAP;
        place
    };
    entries(view).into_iter().map(place).collect()
}

/// Says what number, nought and slash mean, from the upper left corner of `space` on.
pub(super) fn legend(ui: &Ui, view: &View<'_>, space: Rect) {
    let tokens = view.tokens;
    let corner = space.min.to_vec2() + vec2(0.0, ABOVE);
    for ((text, shown), place) in entries(view).into_iter().zip(places(ui, view, space.width())) {
        let rect = place.translate(corner);
        let tile = Rect::from_min_size(rect.min, MARK);
        cell::paint(ui, view, tile, shown, false);
        let (at, font) = (tile.right_center() + vec2(BEFORE_WORDS, 0.0), fonts::regular(tokens.size.small));
        ui.painter().text(at, Align2::LEFT_CENTER, text, font, tokens.ink_weak);
        let response = ui.interact(rect.intersect(ui.clip_rect()), matrix_id().with(("legend", text)), Sense::HOVER);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, text));
    }
}
