//! Icons, painted: the fonts have no arrows that look like these, and a glyph differs from font to font.

use std::f32::consts::{PI, TAU};

use eframe::egui::{self, Painter, Pos2, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::ui::theme::tokens;

/// A painted icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    /// A chevron to the left.
    Left,
    /// A chevron to the right.
    Right,
    /// A chevron upwards.
    Up,
    /// A chevron downwards.
    Down,
    /// An arrow that turns back.
    Undo,
    /// An arrow that turns forward.
    Redo,
    /// A cross.
    Close,
    /// The letter i in a circle.
    Info,
    /// A closed lock.
    Locked,
    /// An open lock.
    Unlocked,
}

/// A button with an icon; `name` is what screen readers say.
pub(crate) fn button(ui: &mut Ui, icon: Icon, name: &str, enabled: bool) -> Response {
    let side = tokens(ui).size.target;
    narrow(ui, icon, (name, side), enabled)
}

/// The same of another width, for where there is little room.
pub(crate) fn narrow(ui: &mut Ui, icon: Icon, (name, width): (&str, f32), enabled: bool) -> Response {
    let height = tokens(ui).size.target;
    ui.add_enabled_ui(enabled, |ui| {
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, enabled, name));
        let tokens = tokens(ui);
        if response.hovered() && enabled {
            ui.painter().rect_filled(rect, tokens.size.radius, tokens.hover);
        }
        if response.has_focus() {
            let ring = Stroke::new(2.0, tokens.focus);
            ui.painter().rect_stroke(rect.shrink(1.0), tokens.size.radius, ring, egui::StrokeKind::Inside);
        }
        let ink = if enabled { tokens.ink } else { tokens.edge };
        paint(ui.painter(), icon, rect.center(), 16.0, Stroke::new(1.8, ink));
        response
    })
    .inner
}

/// Paints an icon of `size` points around `centre`.
pub(crate) fn paint(painter: &Painter, icon: Icon, centre: Pos2, size: f32, stroke: Stroke) {
    let half = size / 2.0;
    let at = |x: f32, y: f32| pos2(centre.x + x * half, centre.y + y * half);
    let chevron = |points: [(f32, f32); 3]| {
        painter.line(points.map(|(x, y)| at(x, y)).to_vec(), stroke);
    };
    match icon {
        Icon::Left => chevron([(0.3, -0.65), (-0.35, 0.0), (0.3, 0.65)]),
        Icon::Right => chevron([(-0.3, -0.65), (0.35, 0.0), (-0.3, 0.65)]),
        Icon::Up => chevron([(-0.65, 0.3), (0.0, -0.35), (0.65, 0.3)]),
        Icon::Down => chevron([(-0.65, -0.3), (0.0, 0.35), (0.65, -0.3)]),
        Icon::Close => {
            painter.line_segment([at(-0.55, -0.55), at(0.55, 0.55)], stroke);
            painter.line_segment([at(-0.55, 0.55), at(0.55, -0.55)], stroke);
        }
        Icon::Undo | Icon::Redo => turn(painter, centre, half, if icon == Icon::Undo { -1.0 } else { 1.0 }, stroke),
        Icon::Locked | Icon::Unlocked => lock(painter, centre, half, icon == Icon::Locked, stroke),
        Icon::Info => {
            painter.circle_stroke(centre, half * 0.9, Stroke::new(1.3, stroke.color));
            painter.circle_filled(at(0.0, -0.42), half * 0.13, stroke.color);
            painter.line_segment([at(0.0, -0.1), at(0.0, 0.5)], Stroke::new(1.6, stroke.color));
        }
    }
}

/// A lock: filled when closed, an empty body and a raised bow when open.
fn lock(painter: &Painter, centre: Pos2, half: f32, closed: bool, stroke: Stroke) {
    let body = Rect::from_center_size(pos2(centre.x, centre.y + half * 0.3), vec2(half * 1.3, half * 1.0));
    let (radius, lift) = (half * 0.42, if closed { 0.0 } else { half * 0.25 });
    let foot = body.top();
    let arc = |step: u8| {
        let angle = PI * f32::from(step) / 10.0;
        pos2(centre.x - radius * angle.cos(), foot - half * 0.3 - lift - radius * angle.sin())
    };
    let mut bow = vec![pos2(centre.x - radius, foot)];
    bow.extend((0..=10).map(arc));
    if closed {
        bow.push(pos2(centre.x + radius, foot));
    }
    painter.line(bow, stroke);
    if closed {
        painter.rect_filled(body, 1.5, stroke.color);
    } else {
        painter.rect_stroke(body, 1.5, stroke, egui::StrokeKind::Inside);
    }
}

/// Three quarters of a circle with an arrow head; `side` is -1 for back and 1 for forward.
fn turn(painter: &Painter, centre: Pos2, half: f32, side: f32, stroke: Stroke) {
    let radius = half * 0.7;
    let point =
        |angle: f32| pos2(centre.x + side * radius * angle.cos(), centre.y + 0.15 * half - radius * angle.sin());
    let (from, to) = (-PI * 0.35, PI * 0.72);
    let arc = (0..=16_u8).map(|step| point(from + (to - from) * f32::from(step) / 16.0 + TAU * 0.06)).collect();
    painter.line(arc, stroke);
    let tip = pos2(centre.x + side * half * 0.86, centre.y + half * 0.42);
    let head = [(0.0, -0.72), (0.0, 0.0), (-0.72, 0.0)];
    painter.line(head.map(|(x, y)| pos2(tip.x + side * x * half, tip.y + y * half)).to_vec(), stroke);
}

/// A small icon that is part of a larger clickable thing, placed in `rect`.
pub(crate) fn inline(painter: &Painter, icon: Icon, rect: Rect, stroke: Stroke) {
    paint(painter, icon, rect.center(), rect.height().min(rect.width()), stroke);
}
