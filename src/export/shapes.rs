//! The marks in shapes for paper: the same outlines as on the screen, made for any size.

use crate::{
    analysis::Mark,
    app::{GreyPart, Item, Shade},
    ui::page,
};

/// A mark on its tile, which is `side` points wide and high.
#[must_use]
pub(super) fn mark(mark: Mark, [left, top]: [f32; 2], side: f32) -> Vec<Item> {
    let mut items = tile(mark, [left, top], side);
    let center = [left + side / 2.0, top + side / 2.0];
    let reach = side * 0.33;
    let shade = Shade::Shape(mark);
    let at = |[x, y]: [f32; 2]| [center[0] + x * reach, center[1] + y * reach];
    let polygon =
        |corners: &[[f32; 2]], line| Item::Polygon { corners: corners.iter().copied().map(at).collect(), line, shade };
    let beam = |half: f32, height: f32| {
        let rect = [center[0] - half * reach, center[1] - height * reach / 2.0, 2.0 * half * reach, height * reach];
        Item::Rect { rect, radius: 0.0, line: None, shade }
    };
    let circle = |radius: f32, line| Item::Circle { center, radius: radius * reach, line, shade };
    let weight = Some((reach * 0.28).max(0.8));
    match mark {
        Mark::RedLine => items.push(beam(1.05, 0.55)),
        Mark::Opposed => items.push(polygon(&TRIANGLE, None)),
        Mark::Otherwise => items.push(polygon(&TRIANGLE, weight)),
        Mark::Mixed => {
            items.extend([polygon(&HALF_DIAMOND, None), polygon(&DIAMOND, weight.map(|width| width * 0.85))])
        }
        Mark::InLine => items.push(circle(0.92, weight)),
        Mark::Supported => items.push(circle(0.98, None)),
        Mark::OnFile => {
            let dot = |up: f32| {
                let center = [center[0], center[1] + up * 0.58 * reach];
                Item::Circle { center, radius: 0.2 * reach, line: None, shade }
            };
            items.extend([beam(0.7, 0.24), dot(-1.0), dot(1.0)]);
        }
        Mark::Silent => items.push(beam(0.6, 0.24)),
        Mark::Empty => items.extend([-0.6, 0.0, 0.6].map(|place: f32| {
            let rect = [center[0] + place * reach - 0.5, center[1] - 0.5, 1.0, 1.0];
            Item::Rect { rect, radius: 0.0, line: None, shade }
        })),
    }
    items
}

/// The same things with all marks in greys, for printers without colour: hatched where they speak against the plan.
#[must_use]
pub(super) fn in_greys(items: Vec<Item>) -> Vec<Item> {
    let mut greys = Vec::with_capacity(items.len());
    for mut item in items {
        let (Item::Rect { shade, .. } | Item::Polygon { shade, .. } | Item::Circle { shade, .. }) = &mut item else {
            greys.push(item);
            continue;
        };
        let (part, mark) = match *shade {
            Shade::Tile(mark) => (GreyPart::Tile, mark),
            Shade::TileRight(mark) => (GreyPart::TileRight, mark),
            Shade::Shape(mark) => (GreyPart::Shape, mark),
            _ => {
                greys.push(item);
                continue;
            }
        };
        *shade = Shade::Grey(part, mark);
        let tile = (part != GreyPart::Shape).then(|| bounds(&item));
        greys.push(item);
        let Some(tile) = tile else { continue };
        if part == GreyPart::Tile && page::has_part(GreyPart::Hatch, mark) {
            greys.extend(hatch(tile, Shade::Grey(GreyPart::Hatch, mark)));
        }
        // The right half of two is the whole tile; its left half has no edge of its own.
        if (part == GreyPart::TileRight || mark != Mark::Mixed) && page::has_part(GreyPart::Edge, mark) {
            let [left, top, width, height] = tile;
            let (line, shade) = (Some(EDGE), Shade::Grey(GreyPart::Edge, mark));
            let rect = [left + EDGE / 2.0, top + EDGE / 2.0, width - EDGE, height - EDGE];
            greys.push(Item::Rect { rect, radius: width * ROUND, line, shade });
        }
    }
    greys
}

/// Width of the edge of a tile, in points.
const EDGE: f32 = 0.6;

/// Left, top, width and height of a tile or half of one.
fn bounds(item: &Item) -> [f32; 4] {
    match item {
        Item::Rect { rect, .. } => *rect,
        Item::Polygon { corners, .. } => {
            let of = |axis: usize, pick: fn(f32, f32) -> f32, from: f32| {
                corners.iter().map(|corner| corner[axis]).fold(from, pick)
            };
            let (left, top) = (of(0, f32::min, f32::MAX), of(1, f32::min, f32::MAX));
            [left, top, of(0, f32::max, f32::MIN) - left, of(1, f32::max, f32::MIN) - top]
        }
        Item::Circle { .. } | Item::Text(_) | Item::Words { .. } => [0.0; 4],
    }
}

/// Slanted lines over a rectangle, away from its corners, which may be round.
fn hatch([left, top, width, height]: [f32; 4], shade: Shade) -> Vec<Item> {
    let step = width.max(height) / 4.5;
    let mut lines = Vec::new();
    let mut sum = step;
    while sum < width + height - step / 2.0 {
        let from = [left + sum.min(width), top + (sum - width).max(0.0)];
        let to = [left + (sum - height).max(0.0), top + sum.min(height)];
        lines.push(Item::Polygon { corners: vec![from, to], line: Some(step * 0.3), shade });
        sum += step;
    }
    lines
}

/// Radius of the corners of a tile, in its sides.
const ROUND: f32 = 0.14;

const TRIANGLE: [[f32; 2]; 3] = [[0.0, -0.95], [1.05, 0.82], [-1.05, 0.82]];
const DIAMOND: [[f32; 2]; 4] = [[0.0, -1.1], [1.1, 0.0], [0.0, 1.1], [-1.1, 0.0]];
const HALF_DIAMOND: [[f32; 2]; 3] = [[0.0, -1.1], [0.0, 1.1], [-1.1, 0.0]];

fn tile(mark: Mark, [left, top]: [f32; 2], side: f32) -> Vec<Item> {
    let radius = side * ROUND;
    let whole = |shade| Item::Rect { rect: [left, top, side, side], radius, line: None, shade };
    if !page::has_tile(mark) {
        return Vec::new();
    }
    if mark != Mark::Mixed {
        return vec![whole(Shade::Tile(mark))];
    }
    // The left half lies on the whole tile; its outer corners are cut as the tile's are rounded.
    let (cut, middle, bottom) = (radius * 0.3, left + side / 2.0, top + side);
    let corners = vec![
        [left + radius, top],
        [middle, top],
        [middle, bottom],
        [left + radius, bottom],
        [left + cut, bottom - cut],
        [left, bottom - radius],
        [left, top + radius],
        [left + cut, top + cut],
    ];
    vec![whole(Shade::TileRight(mark)), Item::Polygon { corners, line: None, shade: Shade::Tile(mark) }]
}
