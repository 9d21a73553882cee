//! The line at the top: the plan, its place in the walk, and the day.

use eframe::egui::{Rect, Role, Ui, pos2, vec2};

use crate::{
    ui::{fonts, view::View},
    wording::{self, presenter as texts, ui as words},
};

use super::{text, wall_id};

/// Height of the line, in points.
pub const HEIGHT: f32 = 34.0;

/// Draws the line.
pub fn head(ui: &Ui, view: &View<'_>, rect: Rect) {
    let tokens = view.tokens;
    let (large, small) = (fonts::semibold(tokens.size.title), fonts::regular(tokens.size.body));
    let base = rect.center().y - 2.0;
    let day = wording::date(view.state.document.scenario.as_of, view.dates);
    let mut right = rect.right();
    let pieces = [(day.as_str(), large.clone(), 8.0), (words::AS_OF, small.clone(), 24.0)];
    for (piece, font, gap) in pieces {
        let galley = text::wrapped(ui, piece, font, tokens.ink, f32::INFINITY);
        right -= galley.size().x;
        ui.painter().galley(pos2(right, base - galley.size().y / 2.0), galley, tokens.ink);
        right -= gap;
    }
    let day_rect = Rect::from_min_max(pos2(right, rect.top()), rect.max);
    text::name(ui, day_rect, wall_id().with("day"), Role::Label, format!("{} {day}", words::AS_OF));
    if let Some(place) = view.state.place_in_walk() {
        let place = texts::plan_place(place + 1, view.state.walk().len());
        let galley = text::wrapped(ui, &place, small, tokens.ink, f32::INFINITY);
        let size = galley.size();
        right -= size.x;
        let at = pos2(right, base - size.y / 2.0);
        ui.painter().galley(at, galley, tokens.ink);
        text::name(ui, Rect::from_min_size(at, size), wall_id().with("place"), Role::Label, place);
        right -= 20.0;
    }
    let title = wording::plan_name(&view.state.document.scenario);
    let galley = text::on_one_line(ui, &title, large, tokens.ink, right - rect.left());
    let at = pos2(rect.left(), base - galley.size().y / 2.0);
    let title_rect = Rect::from_min_size(at, galley.size() + vec2(0.0, 2.0));
    ui.painter().galley(at, galley, tokens.ink);
    text::name(ui, title_rect, wall_id().with("title"), Role::Heading, title);
}
