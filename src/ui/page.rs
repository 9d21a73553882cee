//! A page of a hand-out, painted as it will be printed: for the preview, and for pictures of it.

use eframe::egui::{
    Align2, Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2,
    epaint::TextShape,
    text::{LayoutJob, TextFormat},
    vec2,
};

use super::{
    fonts, marks,
    theme::{CLEAR, LIGHT, LIGHT_GREY, MarkStyle},
};
use crate::{
    analysis::Mark,
    app::{GreyPart, Item, Page, Shade, TextLine},
};

/// Paints `page` into `rect`, as large as it fits.
pub(crate) fn paint(painter: &Painter, rect: Rect, page: &Page) {
    let scale = (rect.width() / page.width).min(rect.height() / page.height);
    let paper = Rect::from_min_size(rect.min, vec2(page.width, page.height) * scale);
    painter.rect_filled(paper, 0.0, color(Shade::Paper));
    let place = Place { origin: paper.min, scale };
    // Gathered first: laying out text and adding shapes both lock the context.
    let shapes: Vec<Shape> = page.items.iter().map(|item| place.shape(painter, item)).collect();
    painter.extend(shapes);
}

/// A colour of the printed page. Paper is light in every theme, and its marks are those of the light one.
#[must_use]
pub(crate) fn color(shade: Shade) -> Color32 {
    match shade {
        Shade::Ink => LIGHT.ink,
        Shade::Weak => LIGHT.ink_weak,
        Shade::Line => LIGHT.line,
        Shade::Edge => LIGHT.edge,
        Shade::Tint => LIGHT.panel,
        Shade::Paper => LIGHT.surface,
        Shade::Tile(mark) => style(mark).fill,
        Shade::TileRight(mark) => style(mark).fill_right,
        Shade::Shape(mark) => style(mark).ink,
        Shade::Grey(part, mark) => {
            let style = LIGHT_GREY.mark(marks::shape(mark));
            match part {
                GreyPart::Tile => style.fill,
                GreyPart::TileRight => style.fill_right,
                GreyPart::Hatch => style.hatch,
                GreyPart::Edge => style.edge,
                GreyPart::Shape => style.ink,
            }
        }
    }
}

/// True if a mark stands on a tile of its own colour.
#[must_use]
pub(crate) fn has_tile(mark: Mark) -> bool {
    style(mark).fill != CLEAR
}

/// True if a mark in greys has this part.
#[must_use]
pub(crate) fn has_part(part: GreyPart, mark: Mark) -> bool {
    color(Shade::Grey(part, mark)) != CLEAR
}

fn style(mark: Mark) -> MarkStyle {
    LIGHT.mark(marks::shape(mark))
}

/// A text whose signs stay as they are written. By their context the typeface turns "->" into an arrow and the x of "3x4"
/// into a sign of multiplication; the window's text is shaped section by section, so such letters stand in their own.
fn as_written(text: &str, format: TextFormat) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = f32::INFINITY;
    let is_apart = |letter: char| matches!(letter, '-' | '<' | '>' | '=' | 'x' | 'X' | '*');
    for piece in text.split_inclusive(is_apart) {
        let (before, sign) = piece.split_at(piece.rfind(is_apart).unwrap_or(piece.len()));
        [before, sign]
            .into_iter()
            .filter(|part| !part.is_empty())
            .for_each(|part| job.append(part, 0.0, format.clone()));
    }
    job
}

/// From points of the page to points of the screen.
#[derive(Clone, Copy)]
struct Place {
    origin: Pos2,
    scale: f32,
}

impl Place {
    fn at(self, [x, y]: [f32; 2]) -> Pos2 {
        self.origin + vec2(x, y) * self.scale
    }

    fn stroke(self, width: f32, color: Color32) -> Stroke {
        Stroke::new(width * self.scale, color)
    }

    fn shape(self, painter: &Painter, item: &Item) -> Shape {
        match item {
            Item::Text(line) => self.text(painter, line),
            Item::Words { .. } => Shape::Noop,
            Item::Rect { rect: [left, top, width, height], radius, line, shade } => {
                let color = color(*shade);
                let rect = Rect::from_min_size(self.at([*left, *top]), vec2(*width, *height) * self.scale);
                let radius = *radius * self.scale;
                match line {
                    Some(width) => Shape::rect_stroke(rect, radius, self.stroke(*width, color), StrokeKind::Middle),
                    // A line thinner than a pixel would be lost between two of them.
                    None if rect.height() * painter.pixels_per_point() < 1.0 => {
                        let thin = 1.0 / painter.pixels_per_point();
                        let rect = Rect::from_min_size(rect.min, Vec2::new(rect.width(), thin));
                        Shape::rect_filled(rect, radius, color.gamma_multiply(0.8))
                    }
                    None => Shape::rect_filled(rect, radius, color),
                }
            }
            Item::Polygon { corners, line, shade } => {
                let corners = corners.iter().map(|corner| self.at(*corner)).collect();
                let color = color(*shade);
                match line {
                    Some(width) => Shape::closed_line(corners, self.stroke(*width, color)),
                    None => Shape::convex_polygon(corners, color, Stroke::NONE),
                }
            }
            Item::Circle { center, radius, line, shade } => {
                let (center, radius, color) = (self.at(*center), radius * self.scale, color(*shade));
                match line {
                    Some(width) => Shape::circle_stroke(center, radius, self.stroke(*width, color)),
                    None => Shape::circle_filled(center, radius, color),
                }
            }
        }
    }

    fn text(self, painter: &Painter, line: &TextLine) -> Shape {
        let size = line.size * self.scale;
        let font = if line.strong { fonts::semibold(size) } else { fonts::regular(size) };
        let color = color(line.shade);
        let galley = painter.layout_job(as_written(&line.text, TextFormat::simple(font, color)));
        // The base line of the first row, measured from the top of the text.
        let ascent = galley.rows.first().and_then(|row| row.glyphs.first()).map_or(size, |glyph| glyph.pos.y);
        let start = self.at(line.at);
        let corner = Align2::LEFT_TOP.anchor_size(start - vec2(0.0, ascent), galley.size());
        TextShape::new(corner.min, galley, color).into()
    }
}
