//! How large everything is, and in which theme while presenting: what egui must know before it draws.

use eframe::egui::{Context, Ui, Vec2, vec2};

use crate::app::{State, Tab, ThemeChoice, WhySubject};

use super::{theme, view::View};

/// Windows narrower than this, in points, show the Why panel as a drawer under the table.
pub(super) const NARROW: f32 = 1180.0;

/// The window for which the sizes were drawn, in points at text size 100 %.
const DRAWN_FOR: Vec2 = vec2(1280.0, 720.0);

/// Larger windows enlarge everything up to this factor, so that a projector is used and a desk is not swamped.
const MOST_ENLARGED: f32 = 1.4;

/// Height of the window in points while presenting: its smallest text, of 15 points, then takes 2.7 % of the height, and
/// that of 22.5 points 4 %.
const WALL_HEIGHT: f32 = 555.0;

/// A window that presents is at least this wide, in points: a narrower one has smaller text.
const WALL_WIDTH: f32 = 660.0;

/// A larger text size makes the wall no narrower and no lower than this, in points.
const ENLARGED_WALL: Vec2 = vec2(730.0, 440.0);

/// Hands zoom and, while presenting, the look for a wall to egui where they differ from what the state asks for.
pub fn look(ctx: &Context, state: &State) {
    theme::project(ctx, state.presenter.is_on || state.settings.theme == ThemeChoice::Projector);
    let zoom = zoom(ctx.viewport_rect().size() * ctx.zoom_factor(), state);
    if (ctx.zoom_factor() - zoom).abs() > 0.001 {
        ctx.set_zoom_factor(zoom);
    }
}

/// The zoom for a window of this size, in points at zoom 1.
#[must_use]
pub(crate) fn zoom(window: Vec2, state: &State) -> f32 {
    let text_size = f32::from(state.settings.text_size) / 100.0;
    if state.presenter.is_on { wall_zoom(window, text_size) } else { desk_zoom(window, text_size) }
}

fn desk_zoom(window: Vec2, text_size: f32) -> f32 {
    let fits = (window.x / DRAWN_FOR.x).min(window.y / DRAWN_FOR.y).clamp(1.0, MOST_ENLARGED);
    // Whole steps, so that dragging the window's edge does not make the text swim.
    let step = (fits * 20.0 + 0.01).floor() / 20.0;
    step * text_size
}

fn wall_zoom(window: Vec2, text_size: f32) -> f32 {
    let base = (window.y / WALL_HEIGHT).min(window.x / WALL_WIDTH);
    let most = (window.x / ENLARGED_WALL.x).min(window.y / ENLARGED_WALL.y);
    let zoom = (base * text_size).min(most).max(base);
    // Up to the next step: rounding down would fall below the least text size.
    ((zoom * 100.0 - 0.01).ceil() / 100.0).max(0.2)
}

/// In windows lower than this, in points, bars are lower, and the legend takes one line.
pub(super) const LOW: f32 = 520.0;

/// True if the Why panel has its place beside the table, and is no drawer under it.
pub(super) fn why_is_beside(ui: &Ui) -> bool {
    ui.content_rect().width() >= NARROW
}

/// True if the Why panel shows, beside the table or as a drawer under it.
pub(super) fn why_shows(ui: &Ui, view: &View<'_>) -> bool {
    let is_empty = view.state.session.why == WhySubject::Nothing;
    let has_space = match view.state.session.tab {
        // A drawer with nothing in it would only hide rows.
        Tab::Explore | Tab::Timeline | Tab::Compare => why_is_beside(ui) || !is_empty,
        Tab::Alternatives => !is_empty,
        tab @ (Tab::Parties | Tab::Activities | Tab::Case) => tab.has_why(),
    };
    has_space && view.state.session.why_open
}
