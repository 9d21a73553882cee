//! The marks: painted shapes, never letters. Each has its own outline and its own darkness, so that it can be told
//! from the others at 16 points, without colour and on a photocopy.
//!
//! A whole table goes into one mesh: make one [`MarkPainter`], `add` every visible cell, `paint` once.

use std::sync::Arc;

use eframe::egui::{Align2, Color32, Galley, Pos2, Rect, Response, Sense, Shape, Ui, Vec2, pos2, vec2};

use super::outline::{DIAMOND, HALF_DIAMOND, Outline, Pen, TRIANGLE, TRIANGLE_BASE, circle};
use crate::ui::{
    fonts,
    shape::MarkShape,
    theme::{self, CLEAR, MarkStyle, Tokens},
};

/// In which voice a mark speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// It stands.
    #[default]
    Plain,
    /// It is shown but not counted: grey and hollow.
    Uncounted,
    /// It would stand if the hovered option were chosen: a dashed frame without a fill.
    Preview,
    /// It must not be seen: a question mark, whatever the shape.
    Hidden,
}

/// A mark with everything that may hang on it.
#[expect(clippy::struct_excessive_bools, reason = "each is drawn on its own, and any of them may stand together")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The shape.
    pub shape: MarkShape,
    /// Counted, not counted or would-be.
    pub look: Look,
    /// Number of statements; shown from 2 on, as a plus where so long a number would lie over the shape.
    pub count: usize,
    /// A statement behind it depends on other terms too: a notch in the upper left corner.
    pub linked: bool,
    /// Only an older or newer statement exists: a clock in the lower right corner.
    pub dated: bool,
    /// The last action changed it: a frame inside.
    pub changed: bool,
    /// The keyboard is here: a ring outside.
    pub focused: bool,
}

impl Mark {
    /// A mark with nothing on it.
    #[must_use]
    pub fn new(shape: MarkShape) -> Self {
        Self { shape, look: Look::Plain, count: 0, linked: false, dated: false, changed: false, focused: false }
    }
}

/// The part of a table cell that a mark's tile fills: it leaves room for the focus ring.
#[must_use]
pub fn tile(cell: Rect) -> Rect {
    cell.shrink(3.0)
}

/// Gathers marks and paints them at once.
pub struct MarkPainter<'a> {
    ui: &'a Ui,
    tokens: &'static Tokens,
    below: Pen,
    texts: Vec<Shape>,
    /// Focus rings: above the tiles of their neighbours.
    above: Pen,
    /// Width and height of a digit, where numbers may stand in the corners.
    digit: Option<Vec2>,
}

impl<'a> MarkPainter<'a> {
    /// A painter for this part of the screen.
    #[must_use]
    pub fn new(ui: &'a Ui) -> Self {
        let pen = Pen::new(ui.pixels_per_point());
        Self { ui, tokens: theme::tokens(ui), below: pen.clone(), texts: Vec::new(), above: pen, digit: None }
    }

    /// Leaves room in every tile for a number in its corner, whether or not one stands there: all shapes of a table are of
    /// one size and in line, and a number neither covers nor moves nor shrinks any.
    #[must_use]
    pub fn with_numbers(mut self) -> Self {
        self.digit = Some(self.number(WIDEST).mesh_bounds.size());
        self
    }

    /// Adds a mark that fills `rect`. What is scrolled out of sight costs nothing.
    pub fn add(&mut self, rect: Rect, mark: &Mark) {
        if !self.ui.is_rect_visible(rect) {
            return;
        }
        let rect = self.below.snap_rect(rect);
        let style = self.tokens.mark(mark.shape);
        let inner = self.frame(rect, mark);
        let center = pos2(self.below.snap(rect.center().x), rect.center().y);
        let mut reach = self.digit.map_or(reach(rect), |digit| reach(rect).min(beside(rect, digit)));
        if let Some(digit) = self.digit.filter(|_| mark.shape == MarkShape::Bar) {
            reach = beside_bar(rect, digit, reach);
        }
        let count = self.count(rect, mark, reach);
        self.tile(rect, inner, center, mark, style);
        if mark.look == Look::Hidden {
            self.question_mark(rect);
            return;
        }
        let ink = match mark.look {
            Look::Hidden | Look::Plain => style.ink,
            Look::Uncounted => self.tokens.edge,
            Look::Preview => style.solo,
        };
        shape(&mut self.below, mark.shape, center, reach, ink);
        if let Some((place, galley)) = count {
            self.texts.push(Shape::galley(place, galley, ink));
        }
        self.notches(inner, mark, ink);
        if mark.focused {
            self.focus(rect);
        }
    }

    /// Adds the dots of an empty cell so that they are there for who looks for them, and stand back behind the marks.
    pub(crate) fn add_quiet_dots(&mut self, rect: Rect) {
        let rect = self.below.snap_rect(rect);
        let center = pos2(self.below.snap(rect.center().x), rect.center().y);
        dots(&mut self.below, center, reach(rect) * 0.8, self.tokens.line);
    }

    /// The question mark of a hidden verdict.
    fn question_mark(&mut self, rect: Rect) {
        let size = (rect.height() * 0.62).clamp(self.tokens.size.small, 26.0);
        let galley = self.ui.painter().layout_no_wrap("?".to_owned(), fonts::semibold(size), Color32::PLACEHOLDER);
        let place = Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size()).min;
        self.texts.push(Shape::galley(place, galley, self.tokens.ink));
        let outline = rounded(rect, corner(rect, self.tokens));
        self.below.line(&outline, rect.center(), 1.0, self.below.whole(1.0), self.tokens.edge);
    }

    /// Adds a focus ring around `rect`.
    pub fn focus(&mut self, rect: Rect) {
        focus_ring(&mut self.above, rect, self.tokens);
    }

    /// Paints everything that was added.
    pub fn paint(self) {
        let painter = self.ui.painter();
        painter.add(Shape::mesh(self.below.mesh));
        painter.extend(self.texts);
        painter.add(Shape::mesh(self.above.mesh));
    }

    /// Paints the frame of a changed cell; returns the rectangle that is left inside.
    fn frame(&mut self, rect: Rect, mark: &Mark) -> Rect {
        let (pen, tokens) = (&mut self.below, self.tokens);
        if !mark.changed {
            return rect;
        }
        let outer = rect.expand(pen.whole(2.0));
        pen.line(&rounded(outer, corner(outer, tokens)), outer.center(), 1.0, tokens.size.ring, tokens.ink);
        // A gap, since the frame is as dark as the darkest fill.
        rect.shrink(tokens.size.ring - pen.whole(1.0))
    }

    /// Paints the background. A split one is split where the shape stands.
    fn tile(&mut self, rect: Rect, inner: Rect, center: Pos2, mark: &Mark, style: MarkStyle) {
        let (pen, tokens) = (&mut self.below, self.tokens);
        let radius = (corner(rect, tokens) - (rect.width() - inner.width()) / 2.0).max(1.0);
        match mark.look {
            Look::Plain if style.fill != CLEAR => {
                pen.fill(&rounded(inner, radius), inner.center(), 1.0, style.fill_right);
                if style.fill != style.fill_right {
                    let left = Rect::from_min_max(inner.min, pos2(center.x, inner.max.y));
                    pen.fill(&Outline::rounded_left(left.size(), radius), left.center(), 1.0, style.fill);
                }
                if style.hatch != CLEAR {
                    let right = if style.fill == style.fill_right { inner.max.x } else { center.x };
                    hatch(pen, Rect::from_min_max(inner.min, pos2(right, inner.max.y)), style.hatch);
                }
                if style.edge != CLEAR {
                    pen.line(&rounded(inner, radius), inner.center(), 1.0, pen.whole(1.0), style.edge);
                }
            }
            Look::Plain | Look::Hidden => {}
            Look::Uncounted if mark.shape == MarkShape::Empty => {}
            Look::Uncounted => {
                pen.line(&rounded(inner, radius), inner.center(), 1.0, pen.whole(1.0), tokens.edge);
            }
            Look::Preview => dashed(pen, inner, pen.whole(1.5), 4.0, style.solo),
        }
    }

    /// The number of statements, set in the upper right corner.
    fn count(&self, tile: Rect, mark: &Mark, reach: f32) -> Option<(Pos2, Arc<Galley>)> {
        if mark.count < 2 {
            return None;
        }
        let number = self.number(&mark.count.to_string());
        let is_clear = mark.count < 10 || self.digit.is_none() || beside(tile, number.mesh_bounds.size()) >= reach;
        let galley = if is_clear { number } else { self.number("+") };
        // A frame inside the tile is not written over.
        let inset = corner_inset(tile).max(Vec2::splat(if mark.changed { 2.0 } else { 0.0 }));
        // What is seen of a line of text begins below its top.
        let corner = pos2(tile.right() - inset.x - galley.mesh_bounds.right(), tile.top() + inset.y);
        let above = galley.mesh_bounds.top().min(self.number(WIDEST).mesh_bounds.top());
        Some((corner - vec2(0.0, above), galley))
    }

    fn number(&self, text: &str) -> Arc<Galley> {
        let font = fonts::semibold(self.tokens.size.small);
        self.ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER)
    }

    fn notches(&mut self, inner: Rect, mark: &Mark, ink: Color32) {
        let bottom = inner.bottom() - 3.0;
        if mark.linked {
            let legs = [vec2(0.0, 7.0), vec2(7.0, 0.0), Vec2::ZERO];
            self.below.fill(&Outline::polygon(&legs), inner.left_top() + Vec2::splat(1.5), 1.0, ink);
        }
        if mark.dated {
            clock(&mut self.below, pos2(inner.right() - 3.0 - CLOCK, bottom - CLOCK), ink);
        }
    }
}

/// Paints a focus ring around `rect`, outside of it.
pub(crate) fn focus_ring(pen: &mut Pen, rect: Rect, tokens: &Tokens) {
    let far = tokens.size.ring + tokens.size.ring_gap;
    let around = pen.snap_rect(rect).expand(far);
    pen.line(&rounded(around, tokens.size.radius + far), around.center(), 1.0, tokens.size.ring, tokens.focus);
}

/// A mark of `size` × `size` points for legends, cards and running text. It has no name of its own: the words stand
/// beside it.
pub fn mark_icon(ui: &mut Ui, shape: MarkShape, size: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    let mut painter = MarkPainter::new(ui);
    painter.add(rect, &Mark::new(shape));
    painter.paint();
    response
}

fn rounded(rect: Rect, radius: f32) -> Outline {
    Outline::rounded(rect.size(), radius)
}

fn corner(rect: Rect, tokens: &Tokens) -> f32 {
    tokens.size.radius.min(rect.height() / 6.0)
}

/// Half the size of a shape in a tile: most of a small tile, half of a large one.
fn reach(tile: Rect) -> f32 {
    let side = tile.width().min(tile.height());
    (side * 0.35).min(6.0 + side * 0.125).max(side * 0.26)
}

/// The widest of the digits.
const WIDEST: &str = "4";

/// Distance of a number from the edges of its tile, in points: where there is room, a digit does not touch the edge.
fn corner_inset(tile: Rect) -> Vec2 {
    let of = |side: f32, steps: [f32; 2]| [2.5, 1.5].into_iter().zip(steps).find(|(_, least)| side >= *least);
    let inset = |side, steps| of(side, steps).map_or(0.5, |(inset, _)| inset);
    vec2(inset(tile.width(), [44.0, 35.0]), inset(tile.height(), [32.0, 28.0]))
}

/// Half the size of the largest shape in the middle of a tile that a number of this size in the corner leaves free.
fn beside(tile: Rect, number: Vec2) -> f32 {
    let free = tile.size() / 2.0 - number - corner_inset(tile);
    // The number's lower left corner is what comes near: a round shape passes below it.
    if free.x > 0.0 && free.y > 0.0 { free.length() } else { free.x.max(free.y) }
}

/// The same for a bar, which ends where the number is nearest: a gap is left, as long as it stays a bar and no dash.
fn beside_bar(tile: Rect, number: Vec2, reach: f32) -> f32 {
    let free = tile.size() / 2.0 - number - corner_inset(tile);
    reach.min((free.x - 2.0).max(reach * 0.8))
}

fn shape(pen: &mut Pen, shape: MarkShape, center: Pos2, reach: f32, ink: Color32) {
    let weight = (reach * 0.26).max(1.5);
    // The base of a triangle lies on the border of a pixel, so that it is as sharp as a bar.
    let base = pos2(center.x, pen.snap(center.y + reach * TRIANGLE_BASE) - reach * TRIANGLE_BASE);
    match shape {
        MarkShape::Bar => beam(pen, center, reach, reach * 0.52, ink),
        MarkShape::Triangle => pen.fill(&TRIANGLE, base, reach, ink),
        MarkShape::OpenTriangle => pen.line(&TRIANGLE, base, reach, weight, ink),
        MarkShape::Diamond => {
            pen.fill(&HALF_DIAMOND, center, reach, ink);
            pen.line(&DIAMOND, center, reach, weight * 0.8, ink);
        }
        MarkShape::Ring => pen.line(circle(reach), center, reach * 0.95, weight, ink),
        MarkShape::Disc => pen.fill(circle(reach), center, reach * 0.92, ink),
        MarkShape::DottedDash => {
            beam(pen, center, reach * 0.62, reach * 0.2, ink);
            for side in [-1.0, 1.0] {
                pen.fill(circle(reach), center + vec2(0.0, side * reach * 0.56), (reach * 0.2).max(1.2), ink);
            }
        }
        MarkShape::Dash => beam(pen, center, reach * 0.52, reach * 0.2, ink),
        MarkShape::Empty => dots(pen, center, reach, ink),
    }
}

/// A sharp horizontal bar, `half` points to either side.
fn beam(pen: &mut Pen, center: Pos2, half: f32, height: f32, ink: Color32) {
    let height = pen.whole(height.max(1.5));
    let top = pen.snap(center.y - height / 2.0);
    pen.rect(Rect::from_min_max(pos2(center.x - half, top), pos2(center.x + half, top + height)), ink);
}

/// A dotted line to be filled in: nothing stands here.
pub(super) fn dots(pen: &mut Pen, center: Pos2, reach: f32, ink: Color32) {
    let dot = pen.whole(1.5);
    for place in -1_i8..=1 {
        let at = center + vec2(f32::from(place) * reach * 0.5 - dot / 2.0, -dot / 2.0);
        pen.rect(Rect::from_min_size(pos2(pen.snap(at.x), pen.snap(at.y)), Vec2::splat(dot)), ink);
    }
}

/// Distance between the lines of a hatching along the edges, in points.
const HATCH: f32 = 6.0;

/// Lines that rise to the right, inside `rect` and clear of its rounded corners.
fn hatch(pen: &mut Pen, rect: Rect, ink: Color32) {
    let rect = rect.shrink(1.0);
    let last = rect.width() + rect.height() - HATCH / 2.0;
    let mut along = HATCH / 2.0;
    while along < last {
        let from = rect.left_top() + vec2((along - rect.height()).max(0.0), along.min(rect.height()));
        let to = rect.left_top() + vec2(along.min(rect.width()), (along - rect.width()).max(0.0));
        if from.distance(to) > HATCH {
            pen.stroke(from, to, 1.0, ink);
        }
        along += HATCH;
    }
}

/// A frame of dashes of about `step` points just inside `rect`.
pub(super) fn dashed(pen: &mut Pen, rect: Rect, width: f32, step: f32, ink: Color32) {
    for (from, along, length) in [
        (rect.left_top(), Vec2::X, rect.width()),
        (rect.left_bottom() - vec2(0.0, width), Vec2::X, rect.width()),
        (rect.left_top(), Vec2::Y, rect.height()),
        (rect.right_top() - vec2(width, 0.0), Vec2::Y, rect.height()),
    ] {
        // An odd number of dashes and gaps, so that every corner is closed.
        let count = (length / step / 2.0).round() * 2.0 + 1.0;
        let across = Vec2::splat(width) - along * width;
        let mut place = 0.0;
        while place < count {
            let start = from + along * (place * length / count);
            pen.rect(Rect::from_min_size(start, along * (length / count) + across), ink);
            place += 2.0;
        }
    }
}

/// Radius of the clock.
const CLOCK: f32 = 4.5;

fn clock(pen: &mut Pen, center: Pos2, ink: Color32) {
    pen.line(circle(CLOCK), center, CLOCK, 1.2, ink);
    pen.stroke(center + vec2(0.0, 0.6), center - vec2(0.0, 3.0), 1.2, ink);
    pen.stroke(center - vec2(0.6, 0.0), center + vec2(2.2, 0.0), 1.2, ink);
}
