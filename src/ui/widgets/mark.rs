//! The marks: painted shapes, never letters. Each has its own outline and its own darkness, so that it can be told
//! from the others at 16 points, without colour and on a photocopy.
//!
//! A whole table goes into one mesh: make one [`MarkPainter`], `add` every visible cell, `paint` once.

use eframe::egui::{Align2, Color32, Pos2, Rect, Response, Sense, Shape, Ui, Vec2, pos2, vec2};

use super::outline::{DIAMOND, HALF_DIAMOND, Outline, Pen, TRIANGLE, circle};
use crate::ui::{
    fonts,
    theme::{self, CLEAR, MarkStyle, Tokens},
};

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkShape {
    /// A stated red line is crossed.
    Bar,
    /// Something opposed is done.
    Triangle,
    /// The party prefers something else.
    OpenTriangle,
    /// Some statements are met, others not.
    Diamond,
    /// In line with what is on file.
    Ring,
    /// Supported.
    Disc,
    /// Nothing on file.
    Dash,
    /// The plan does not say anything here.
    Empty,
}

impl MarkShape {
    /// How many there are.
    pub const COUNT: usize = 8;

    /// All of them, strongest contradiction first.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Bar,
        Self::Triangle,
        Self::OpenTriangle,
        Self::Diamond,
        Self::Ring,
        Self::Disc,
        Self::Dash,
        Self::Empty,
    ];
}

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
}

/// A mark with everything that may hang on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The shape.
    pub shape: MarkShape,
    /// Counted, not counted or would-be.
    pub look: Look,
    /// Number of statements; shown from 2 on.
    pub count: usize,
    /// A statement behind it depends on other terms too: a notch in the lower left corner.
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
        Self {
            shape,
            look: Look::Plain,
            count: 0,
            linked: false,
            dated: false,
            changed: false,
            focused: false,
        }
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
}

impl<'a> MarkPainter<'a> {
    /// A painter for this part of the screen.
    #[must_use]
    pub fn new(ui: &'a Ui) -> Self {
        let pen = Pen::new(ui.pixels_per_point());
        Self { ui, tokens: theme::tokens(ui), below: pen.clone(), texts: Vec::new(), above: pen }
    }

    /// Adds a mark that fills `rect`. What is scrolled out of sight costs nothing.
    pub fn add(&mut self, rect: Rect, mark: &Mark) {
        if !self.ui.is_rect_visible(rect) {
            return;
        }
        let rect = self.below.snap_rect(rect);
        let style = self.tokens.mark(mark.shape);
        let inner = self.tile(rect, mark, style);
        let ink = match mark.look {
            Look::Plain => style.ink,
            Look::Uncounted => self.tokens.edge,
            Look::Preview => style.solo,
        };
        shape(&mut self.below, mark.shape, inner, ink);
        self.badges(inner, mark, ink);
        if mark.focused {
            self.focus(rect);
        }
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

    /// Paints fill and frames; returns the rectangle that is left inside the frames.
    fn tile(&mut self, rect: Rect, mark: &Mark, style: MarkStyle) -> Rect {
        let (pen, tokens) = (&mut self.below, self.tokens);
        let radius = tokens.size.radius.min(rect.height() / 6.0);
        let mut inner = rect;
        if mark.changed {
            pen.line(&rounded(rect, radius), rect.center(), 1.0, tokens.size.ring, tokens.ink);
            // A gap, since the frame is as dark as the darkest fill.
            inner = rect.shrink(tokens.size.ring + pen.whole(1.0));
        }
        let radius = (radius - (rect.width() - inner.width()) / 2.0).max(1.0);
        match mark.look {
            Look::Plain if style.fill != CLEAR => {
                pen.fill(&rounded(inner, radius), inner.center(), 1.0, style.fill_right);
                if style.fill != style.fill_right {
                    let left = Outline::rounded_left_half(inner.size(), radius);
                    pen.fill(&left, pos2(pen.snap(inner.center().x), inner.center().y), 1.0, style.fill);
                }
            }
            Look::Plain => {}
            Look::Uncounted if mark.shape == MarkShape::Empty => {}
            Look::Uncounted => {
                pen.line(&rounded(inner, radius), inner.center(), 1.0, pen.whole(1.0), tokens.edge);
            }
            Look::Preview => dashed(pen, inner, style.solo),
        }
        inner
    }

    fn badges(&mut self, inner: Rect, mark: &Mark, ink: Color32) {
        let (left, right, bottom) = (inner.left() + 3.0, inner.right() - 3.0, inner.bottom() - 3.0);
        if mark.count > 1 {
            let text = if mark.count > 9 { "9+".to_owned() } else { mark.count.to_string() };
            let font = fonts::semibold(self.tokens.size.small);
            let galley = self.ui.painter().layout_no_wrap(text, font, ink);
            // The line of text is higher than a digit: raise it so that the digit stands 4 points below the edge.
            let corner = Align2::RIGHT_TOP.anchor_size(pos2(right, inner.top() + 0.5), galley.size());
            self.texts.push(Shape::galley(corner.min, galley, ink));
        }
        if mark.linked {
            let legs = [vec2(0.0, -7.0), vec2(7.0, 0.0), Vec2::ZERO];
            self.below.fill(&Outline::polygon(&legs), pos2(left, bottom), 1.0, ink);
        }
        if mark.dated {
            clock(&mut self.below, pos2(right - 4.5, bottom - 4.5), ink);
        }
    }
}

/// Paints a focus ring around `rect`, outside of it.
pub fn focus_ring(pen: &mut Pen, rect: Rect, tokens: &Tokens) {
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

/// Half the size of a shape in a tile: most of a small tile, a third of a large one.
fn reach(tile: Rect) -> f32 {
    let side = tile.width().min(tile.height());
    (side * 0.35).min(5.5 + side * 0.12)
}

fn shape(pen: &mut Pen, shape: MarkShape, tile: Rect, ink: Color32) {
    let center = tile.center();
    let reach = reach(tile);
    let weight = (reach * 0.26).max(1.5);
    match shape {
        MarkShape::Bar => beam(pen, center, reach, reach * 0.5, ink),
        MarkShape::Triangle => pen.fill(&TRIANGLE, center, reach, ink),
        MarkShape::OpenTriangle => pen.line(&TRIANGLE, center, reach, weight, ink),
        MarkShape::Diamond => {
            let center = pos2(pen.snap(center.x), center.y);
            pen.fill(&HALF_DIAMOND, center, reach, ink);
            pen.line(&DIAMOND, center, reach, weight * 0.8, ink);
        }
        MarkShape::Ring => pen.line(circle(reach), center, reach * 0.93, weight, ink),
        MarkShape::Disc => pen.fill(circle(reach), center, reach * 0.9, ink),
        MarkShape::Dash => beam(pen, center, reach * 0.55, reach * 0.2, ink),
        MarkShape::Empty => dots(pen, tile, ink),
    }
}

/// A sharp horizontal bar, `half` points to either side.
fn beam(pen: &mut Pen, center: Pos2, half: f32, height: f32, ink: Color32) {
    let height = pen.whole(height.max(1.5));
    let top = pen.snap(center.y - height / 2.0);
    pen.rect(Rect::from_min_max(pos2(center.x - half, top), pos2(center.x + half, top + height)), ink);
}

/// A dotted line to be filled in.
fn dots(pen: &mut Pen, tile: Rect, ink: Color32) {
    let dot = pen.whole(1.5);
    let reach = reach(tile);
    let y = tile.center().y + reach * 0.2;
    for place in -2_i8..=2 {
        let x = tile.center().x + f32::from(place) * reach * 0.42;
        pen.rect(Rect::from_min_size(pos2(pen.snap(x - dot / 2.0), pen.snap(y)), Vec2::splat(dot)), ink);
    }
}

/// A dashed frame just inside `rect`.
pub(super) fn dashed(pen: &mut Pen, rect: Rect, ink: Color32) {
    let width = pen.whole(1.5);
    for (from, along, length) in [
        (rect.left_top(), Vec2::X, rect.width()),
        (rect.left_bottom() - vec2(0.0, width), Vec2::X, rect.width()),
        (rect.left_top(), Vec2::Y, rect.height()),
        (rect.right_top() - vec2(width, 0.0), Vec2::Y, rect.height()),
    ] {
        // An odd number of dashes and gaps of about 4 points, so that every corner is closed.
        let count = ((length / 4.0).round() / 2.0).floor() * 2.0 + 1.0;
        let step = length / count;
        let across = Vec2::splat(width) - along * width;
        let mut place = 0.0;
        while place < count {
            let dash = Rect::from_min_size(from + along * (place * step), along * step + across);
            pen.rect(dash, ink);
            place += 2.0;
        }
    }
}

fn clock(pen: &mut Pen, center: Pos2, ink: Color32) {
    pen.line(circle(4.5), center, 4.5, 1.2, ink);
    pen.stroke(center + vec2(0.0, 0.6), center - vec2(0.0, 3.0), 1.2, ink);
    pen.stroke(center - vec2(0.6, 0.0), center + vec2(2.2, 0.0), 1.2, ink);
}
