//! Smooth shapes straight into a mesh. egui's own shapes are tessellated anew on every frame; a table of marks is one
//! mesh of a few thousand corners, made from outlines that are worked out once.
//!
//! An edge is softened over one pixel ("feathered"): half of it inside the outline, half of it outside. An edge that
//! lies exactly on the border of a pixel therefore stays perfectly sharp.

use std::f32::consts::{FRAC_PI_2, TAU};
use std::sync::LazyLock;

use eframe::egui::{Color32, Mesh, Pos2, Rect, Vec2, pos2, vec2};

use crate::ui::theme::CLEAR;

/// A point of a closed outline, clockwise.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Point {
    /// Where it is.
    pub at: Vec2,
    /// Where it goes when the outline grows by 1.
    pub grow: Vec2,
}

/// A closed, convex outline around the origin.
#[derive(Clone, Debug)]
pub(crate) struct Outline {
    points: Vec<Point>,
    /// Outlines with sharp corners keep their shape when drawn larger; round ones have points enough up to this
    /// radius.
    pub(crate) reach: f32,
}

/// A circle of radius 1, good up to a radius of 14 points.
pub(crate) static SMALL_CIRCLE: LazyLock<Outline> = LazyLock::new(|| Outline::circle(28, 14.0));

/// A circle of radius 1 for larger marks.
pub(crate) static LARGE_CIRCLE: LazyLock<Outline> = LazyLock::new(|| Outline::circle(64, 80.0));

/// A triangle that stands on its base and fills a circle of radius 1 to the eye.
///
/// Its middle is lowered from the centre of its box towards its centre of mass, about half the way: that is where the
/// eye looks for it.
pub(crate) static TRIANGLE: LazyLock<Outline> =
    LazyLock::new(|| Outline::polygon(&[vec2(0.0, -0.98), vec2(1.03, TRIANGLE_BASE), vec2(-1.03, TRIANGLE_BASE)]));

/// How far the base of [`TRIANGLE`] lies below its centre.
pub(crate) const TRIANGLE_BASE: f32 = 0.8;

/// A diamond as large to the eye as the circle.
pub(crate) static DIAMOND: LazyLock<Outline> =
    LazyLock::new(|| Outline::polygon(&[vec2(0.0, -1.1), vec2(1.1, 0.0), vec2(0.0, 1.1), vec2(-1.1, 0.0)]));

/// The left half of [`DIAMOND`].
pub(crate) static HALF_DIAMOND: LazyLock<Outline> =
    LazyLock::new(|| Outline::polygon(&[vec2(0.0, -1.1), vec2(0.0, 1.1), vec2(-1.1, 0.0)]));

/// Side of the rectangle and direction outwards, along its four round corners.
static CORNERS: LazyLock<Vec<(Vec2, Vec2)>> = LazyLock::new(|| {
    const STEPS: u8 = 4;
    let sides = [vec2(1.0, 1.0), vec2(-1.0, 1.0), vec2(-1.0, -1.0), vec2(1.0, -1.0)];
    let corner = |(side, quarter): (Vec2, u8)| {
        (0..=STEPS).map(move |step| {
            let turn = f32::from(quarter) + f32::from(step) / f32::from(STEPS);
            (side, Vec2::angled(FRAC_PI_2 * turn))
        })
    };
    sides.into_iter().zip(0..).flat_map(corner).collect()
});

impl Outline {
    /// A convex polygon, corners clockwise as seen on the screen.
    #[must_use]
    pub(crate) fn polygon(corners: &[Vec2]) -> Self {
        let count = corners.len();
        let outwards = |from: Vec2, to: Vec2| {
            let along = (to - from).normalized();
            vec2(along.y, -along.x)
        };
        let points = (0..count).map(|place| {
            let at = corners[place];
            let before = outwards(corners[(place + count - 1) % count], at);
            let after = outwards(at, corners[(place + 1) % count]);
            // The mitre: far enough that both edges move out by 1.
            let middle = before + after;
            Point { at, grow: middle / (1.0 + before.dot(after)) }
        });
        Self { points: points.collect(), reach: f32::INFINITY }
    }

    fn circle(count: u16, reach: f32) -> Self {
        let points = (0..count).map(|place| {
            let at = Vec2::angled(TAU * f32::from(place) / f32::from(count));
            Point { at, grow: at }
        });
        Self { points: points.collect(), reach }
    }

    /// A rectangle with round corners around the origin.
    #[must_use]
    pub(crate) fn rounded(size: Vec2, radius: f32) -> Self {
        let radius = radius.min(size.x / 2.0).min(size.y / 2.0);
        let middle = size / 2.0 - Vec2::splat(radius);
        let points = CORNERS.iter().map(|(side, grow)| Point { at: *side * middle + *grow * radius, grow: *grow });
        Self { points: points.collect(), reach: f32::INFINITY }
    }

    /// A rectangle with round corners on its left side only.
    #[must_use]
    pub(crate) fn rounded_left(size: Vec2, radius: f32) -> Self {
        let mut outline = Self::rounded(size, radius);
        let half = size / 2.0;
        for point in outline.points.iter_mut().filter(|point| point.grow.x > 0.0 || point.at.x > half.x - radius) {
            let upright = point.at.y.signum();
            // It grows up and down only: what it adjoins on the right must stay as it is.
            *point = Point { at: vec2(half.x, upright * half.y), grow: vec2(0.0, upright) };
        }
        outline
    }
}

/// Appends shapes to a mesh. All measures are in points.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pen {
    /// What has been drawn so far.
    pub(crate) mesh: Mesh,
    /// Width of a softened edge: one pixel.
    feather: f32,
}

impl Pen {
    /// A pen for a screen with so many pixels per point.
    #[must_use]
    pub(crate) fn new(pixels_per_point: f32) -> Self {
        Self { mesh: Mesh::default(), feather: 1.0 / pixels_per_point }
    }

    /// Rounds a length to whole pixels, at least one.
    #[must_use]
    pub(crate) fn whole(&self, length: f32) -> f32 {
        (length / self.feather).round().max(1.0) * self.feather
    }

    /// Moves a place to the nearest border of a pixel.
    #[must_use]
    pub(crate) fn snap(&self, place: f32) -> f32 {
        (place / self.feather).round() * self.feather
    }

    /// Moves a rectangle's edges to the nearest borders of pixels.
    #[must_use]
    pub(crate) fn snap_rect(&self, rect: Rect) -> Rect {
        Rect::from_min_max(
            pos2(self.snap(rect.min.x), self.snap(rect.min.y)),
            pos2(self.snap(rect.max.x), self.snap(rect.max.y)),
        )
    }

    /// A sharp rectangle.
    pub(crate) fn rect(&mut self, rect: Rect, color: Color32) {
        self.mesh.add_colored_rect(self.snap_rect(rect), color);
    }

    /// The inside of an outline, `scale` times as large, around `center`.
    pub(crate) fn fill(&mut self, outline: &Outline, center: Pos2, scale: f32, color: Color32) {
        let inner = self.ring(outline, center, scale, -self.feather / 2.0, color);
        let outer = self.ring(outline, center, scale, self.feather / 2.0, CLEAR);
        let count = corners(outline);
        for place in 1..count - 1 {
            self.mesh.add_triangle(inner, inner + place, inner + place + 1);
        }
        self.join(inner, outer, count);
    }

    /// A line of `width` along an outline, inside of it.
    pub(crate) fn line(&mut self, outline: &Outline, center: Pos2, scale: f32, width: f32, color: Color32) {
        let soft = self.feather / 2.0;
        let count = corners(outline);
        let rings = [(soft, CLEAR), (-soft, color), (soft - width, color), (-soft - width, CLEAR)]
            .map(|(offset, color)| self.ring(outline, center, scale, offset, color));
        for pair in rings.windows(2) {
            self.join(pair[0], pair[1], count);
        }
    }

    /// A straight stroke with square ends.
    pub(crate) fn stroke(&mut self, from: Pos2, to: Pos2, width: f32, color: Color32) {
        let side = (to - from).normalized().rot90() * (width / 2.0);
        let center = from + (to - from) / 2.0;
        let corners = [from + side, to + side, to - side, from - side].map(|corner| corner - center);
        self.fill(&Outline::polygon(&corners), center, 1.0, color);
    }

    fn ring(&mut self, outline: &Outline, center: Pos2, scale: f32, offset: f32, color: Color32) -> u32 {
        let first = index(self.mesh.vertices.len());
        for point in &outline.points {
            self.mesh.colored_vertex(center + point.at * scale + point.grow * offset, color);
        }
        first
    }

    fn join(&mut self, a: u32, b: u32, count: u32) {
        for place in 0..count {
            let next = (place + 1) % count;
            self.mesh.add_triangle(a + place, b + place, b + next);
            self.mesh.add_triangle(a + place, b + next, a + next);
        }
    }
}

/// The circle with points enough for this radius.
#[must_use]
pub(crate) fn circle(radius: f32) -> &'static Outline {
    if radius <= SMALL_CIRCLE.reach { &SMALL_CIRCLE } else { &LARGE_CIRCLE }
}

fn corners(outline: &Outline) -> u32 {
    index(outline.points.len())
}

fn index(place: usize) -> u32 {
    u32::try_from(place).expect("a mesh has fewer than 2^32 corners")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growing_a_polygon_moves_its_edges_out_evenly() {
        let square = Outline::polygon(&[vec2(-1.0, -1.0), vec2(1.0, -1.0), vec2(1.0, 1.0), vec2(-1.0, 1.0)]);
        for point in &square.points {
            assert!((point.grow - point.at).length() < 1e-6, "{point:?}");
        }
    }

    #[test]
    fn a_mesh_of_shapes_is_valid() {
        let mut pen = Pen::new(1.0);
        pen.fill(&TRIANGLE, pos2(20.0, 20.0), 10.0, Color32::WHITE);
        pen.line(circle(10.0), pos2(20.0, 20.0), 10.0, 2.0, Color32::WHITE);
        pen.fill(&Outline::rounded(vec2(40.0, 30.0), 5.0), pos2(20.0, 20.0), 1.0, Color32::WHITE);
        assert!(pen.mesh.is_valid());
        let room = Rect::from_min_max(pos2(-0.6, -0.6), pos2(40.6, 40.6));
        assert!(room.contains_rect(pen.mesh.calc_bounds()));
    }
}
