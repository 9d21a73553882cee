//! Buttons of the wall: a key's cap with its meaning, and arrows. They never take the keyboard focus from the wall.

use std::sync::Arc;

use eframe::egui::{Galley, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::{
    ui::{fonts, view::View, widgets::icon},
    wording::presenter::KeyCap,
};

use super::{text, wall_id};

/// Height of a button, in points.
pub(super) const HEIGHT: f32 = 28.0;

/// Height of a key's cap, its least width, and the space around what is written on it, in points.
const CAP: f32 = 22.0;
const INSIDE: f32 = 12.0;

/// Space between a cap and its meaning, in points.
const AFTER: f32 = 6.0;

/// A button that is laid out but has no place yet.
pub(super) struct Laid {
    cap: KeyCap,
    key: Arc<Galley>,
    meaning: Arc<Galley>,
    enabled: bool,
    /// Width in points; the same whatever the key means now.
    pub width: f32,
}

impl Laid {
    /// Lays a button out.
    pub(super) fn new(ui: &Ui, view: &View<'_>, cap: KeyCap, enabled: bool) -> Self {
        let tokens = view.tokens;
        let ink = if enabled { tokens.ink } else { tokens.edge };
        let line = |text: &str, font| text::wrapped(ui, text, font, ink, f32::INFINITY);
        let regular = |text: &str| line(text, fonts::regular(tokens.size.body));
        let key = line(cap.key, fonts::semibold(tokens.size.body));
        let meaning = regular(cap.meaning);
        let widest = cap.meanings.iter().map(|meaning| regular(meaning).size().x).fold(meaning.size().x, f32::max);
        let after = if widest > 0.0 { AFTER + widest } else { 0.0 };
        Self { cap, width: (key.size().x + INSIDE).max(CAP) + after, key, meaning, enabled }
    }

    /// Draws it with its left edge there.
    pub(super) fn draw(self, ui: &Ui, view: &View<'_>, left: f32, line: Rect) -> Response {
        let Self { cap, key, meaning, enabled, width } = self;
        let tokens = view.tokens;
        let rect = Rect::from_min_size(pos2(left, line.center().y - HEIGHT / 2.0), vec2(width, HEIGHT));
        let response = ui.interact(rect, id(cap.key), if enabled { Sense::CLICK } else { Sense::HOVER });
        let name = if cap.meaning.is_empty() { cap.key.to_owned() } else { format!("{}, {}", cap.meaning, cap.key) };
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &name));
        if response.hovered() && enabled {
            ui.painter().rect_filled(rect.expand2(vec2(3.0, 0.0)), tokens.size.radius, tokens.hover);
        }
        let (ink, edge) = if enabled { (tokens.ink, tokens.ink_weak) } else { (tokens.edge, tokens.line) };
        let size = vec2((key.size().x + INSIDE).max(CAP), CAP);
        let square = Rect::from_min_size(pos2(left, rect.center().y - CAP / 2.0), size);
        ui.painter().rect_stroke(square, 4.0, Stroke::new(1.0, edge), StrokeKind::Inside);
        ui.painter().galley(square.center() - key.size() / 2.0, key, ink);
        let at = pos2(square.right() + AFTER, rect.center().y - meaning.size().y / 2.0);
        ui.painter().galley(at, meaning, ink);
        response
    }
}

/// An arrow to what is before or after; its left edge is there.
pub(super) fn arrow(
    ui: &Ui,
    view: &View<'_>,
    (left, line): (f32, Rect),
    icon: icon::Icon,
    name: &str,
    enabled: bool,
) -> bool {
    let tokens = view.tokens;
    let rect = Rect::from_min_size(pos2(left, line.center().y - HEIGHT / 2.0), vec2(HEIGHT, HEIGHT));
    let response = ui.interact(rect, id(name), if enabled { Sense::CLICK } else { Sense::HOVER });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    if response.hovered() && enabled {
        ui.painter().rect_filled(rect, tokens.size.radius, tokens.hover);
    }
    let ink = if enabled { tokens.ink } else { tokens.line };
    icon::paint(ui.painter(), icon, rect.center(), 16.0, Stroke::new(2.4, ink));
    response.clicked()
}

fn id(name: &str) -> Id {
    wall_id().with(("button", name))
}
