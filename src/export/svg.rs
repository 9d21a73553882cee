//! A shape as an SVG element. Only numbers and attributes of our own go in.

use crate::app::{Item, Shade};

/// The element; numbers have so many `digits` after the point, and `paint` says with which attributes it is filled or drawn.
pub(super) fn element(item: &Item, digits: usize, paint: impl Fn(Option<f32>, Shade) -> String) -> String {
    match item {
        Item::Text(_) | Item::Words { .. } => String::new(),
        Item::Rect { rect: [x, y, width, height], radius, line, shade } => {
            let at = format!("x=\"{x:.digits$}\" y=\"{y:.digits$}\"");
            let size = format!("width=\"{width:.digits$}\" height=\"{height:.digits$}\" rx=\"{radius:.digits$}\"");
            format!("<rect {at} {size} {}/>", paint(*line, *shade))
        }
        Item::Polygon { corners, line, shade } => {
            let points: Vec<String> = corners.iter().map(|[x, y]| format!("{x:.digits$},{y:.digits$}")).collect();
            format!("<polygon points=\"{}\" {}/>", points.join(" "), paint(*line, *shade))
        }
        Item::Circle { center: [x, y], radius, line, shade } => {
            let at = format!("cx=\"{x:.digits$}\" cy=\"{y:.digits$}\" r=\"{radius:.digits$}\"");
            format!("<circle {at} {}/>", paint(*line, *shade))
        }
    }
}
