//! The marks in shapes for paper: the same outlines as on the screen, made for any size.

use crate::{
    analysis::Mark,
    app::{Item, Shade},
    ui::page,
};

/// A mark on its tile, which is `side` points wide and high.
#[must_use]
pub fn mark(mark: Mark, [left, top]: [f32; 2], side: f32) -> Vec<Item> {
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
        Mark::Silent => items.push(beam(0.6, 0.24)),
        Mark::Empty => items.extend([-1.0, -0.5, 0.0, 0.5, 1.0].map(|place: f32| {
            let rect = [center[0] + place * reach - 0.4, center[1] + reach * 0.4, 0.8, 0.8];
            Item::Rect { rect, radius: 0.0, line: None, shade }
        })),
    }
    items
}

const TRIANGLE: [[f32; 2]; 3] = [[0.0, -0.95], [1.05, 0.82], [-1.05, 0.82]];
const DIAMOND: [[f32; 2]; 4] = [[0.0, -1.1], [1.1, 0.0], [0.0, 1.1], [-1.1, 0.0]];
const HALF_DIAMOND: [[f32; 2]; 3] = [[0.0, -1.1], [0.0, 1.1], [-1.1, 0.0]];

fn tile(mark: Mark, [left, top]: [f32; 2], side: f32) -> Vec<Item> {
    let radius = side * 0.14;
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
