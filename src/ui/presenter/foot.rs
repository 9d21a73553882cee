//! The line at the bottom: which rows or cards are shown, what changed last, and four keys.

use eframe::egui::{Align, Id, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::{
    app::{Action, Tab},
    ui::{fonts, status, view::View, widgets::icon},
    wording::presenter::{self as texts, KeyHint},
};

use super::{Pages, text, wall_id};

/// Height of a line, in points.
const LINE: f32 = 28.0;

/// A wall narrower than this, in points, has the keys on a line of their own.
const WIDE: f32 = 900.0;

/// Height of the foot.
pub fn height(view: &View<'_>, width: f32) -> f32 {
    if width >= WIDE || is_tight(view, width) { LINE } else { 2.0 * LINE }
}

/// True where cards need the line of the status more than it does: there they are framed where something changed, and
/// the status is for screen readers alone.
fn is_tight(view: &View<'_>, width: f32) -> bool {
    width < WIDE && view.state.session.tab == Tab::Explore && view.state.presenter.spotlight
}

/// Draws the foot.
pub fn foot(ui: &mut Ui, view: &View<'_>, rect: Rect, pages: Option<Pages>, out: &mut Vec<Action>) {
    let hints = hints(view);
    let last_line = rect.with_min_y(rect.bottom() - LINE);
    let keys_left = keys(ui, view, last_line, &hints);
    let mut left = rect.with_max_y(rect.top() + LINE);
    if rect.width() >= WIDE {
        left.set_right(keys_left - 20.0);
    }
    ui.painter().hline(rect.x_range(), rect.top() - 1.0, Stroke::new(1.0, view.tokens.line));
    if let Some(pages) = pages {
        left.set_left(self::pages(ui, view, left, pages, out) + 20.0);
    }
    if is_tight(view, rect.width()) {
        status::unseen(ui, view, rect);
        return;
    }
    let layout = Layout::left_to_right(Align::Center);
    let mut status = ui.new_child(UiBuilder::new().id_salt("status").max_rect(left).layout(layout));
    status::line_on_the_wall(&mut status, view);
}

fn hints(view: &View<'_>) -> [KeyHint; 4] {
    if view.state.session.tab == Tab::Explore {
        texts::keys(view.state.presenter.spotlight, view.state.hides_any())
    } else {
        texts::tab_keys()
    }
}

/// Draws the keys at the right end; returns their left edge.
fn keys(ui: &Ui, view: &View<'_>, rect: Rect, hints: &[KeyHint]) -> f32 {
    let tokens = view.tokens;
    let font = |bold| if bold { fonts::semibold(tokens.size.body) } else { fonts::regular(tokens.size.body) };
    let mut right = rect.right();
    for (key, meaning) in hints.iter().rev() {
        let galley = text::wrapped(ui, meaning, font(false), tokens.ink, f32::INFINITY);
        right -= galley.size().x;
        ui.painter().galley(pos2(right, rect.center().y - galley.size().y / 2.0), galley, tokens.ink);
        let galley = text::wrapped(ui, key, font(true), tokens.ink, f32::INFINITY);
        let cap = vec2((galley.size().x + 12.0).max(22.0), 22.0);
        right -= cap.x + 6.0;
        let cap = Rect::from_min_size(pos2(right, rect.center().y - cap.y / 2.0), cap);
        ui.painter().rect_stroke(cap, 4.0, Stroke::new(1.0, tokens.edge), StrokeKind::Inside);
        ui.painter().galley(cap.center() - galley.size() / 2.0, galley, tokens.ink);
        right -= 18.0;
    }
    let left = right + 18.0;
    let spoken: Vec<String> = hints.iter().map(|(key, meaning)| format!("{key}: {meaning}")).collect();
    let name = format!("{}. {}", texts::KEYS, spoken.join(", "));
    text::name(ui, rect.with_min_x(left), wall_id().with("keys"), Role::Label, name);
    left
}

/// Draws the place among the pages and the buttons to turn them; returns the right edge.
fn pages(ui: &Ui, view: &View<'_>, rect: Rect, pages: Pages, out: &mut Vec<Action>) -> f32 {
    let tokens = view.tokens;
    let Pages { text: place, back, on } = pages;
    let mut left = rect.left();
    let mut button = |left: f32, icon, name: &str, action: Option<Action>| {
        let rect = Rect::from_min_size(pos2(left, rect.top()), vec2(LINE, rect.height()));
        let is_on = action.is_some();
        let response = ui.interact(rect, id(name), Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, is_on, name));
        if response.hovered() && is_on {
            ui.painter().rect_filled(rect, tokens.size.radius, tokens.hover);
        }
        let ink = if is_on { tokens.ink } else { tokens.line };
        icon::paint(ui.painter(), icon, rect.center(), 16.0, Stroke::new(2.4, ink));
        if response.clicked() {
            out.extend(action);
        }
        rect.right()
    };
    left = button(left, icon::Icon::Left, texts::PAGE_BACK, back);
    let galley = text::wrapped(ui, &place, fonts::semibold(tokens.size.body), tokens.ink, f32::INFINITY);
    let at = pos2(left + 4.0, rect.center().y - galley.size().y / 2.0);
    let size = galley.size();
    ui.painter().galley(at, galley, tokens.ink);
    let right = button(at.x + size.x + 4.0, icon::Icon::Right, texts::PAGE_ON, on);
    text::name(ui, Rect::from_min_size(at, size), wall_id().with("pages"), Role::Label, place);
    right
}

fn id(name: &str) -> Id {
    wall_id().with(("page", name))
}
