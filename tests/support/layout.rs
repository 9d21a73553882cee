//! What lies over what on a screen: text over text, and one thing to click over another.

use eframe::egui::{Color32, LayerId, Pos2, Rect, Shape, epaint::ClippedShape};
use egui_kittest::kittest::NodeT as _;

use super::journey::{Journey, name};

/// Texts whose lines cross by no more than this, in points, are read without harm: accents, rounding.
const CROSSES: f32 = 3.0;

/// A line of text that can be seen.
struct Line {
    text: String,
    rect: Rect,
}

/// Lines of text that are painted over each other.
pub fn texts_over_texts(journey: &Journey) -> Vec<String> {
    let mut seen: Vec<Line> = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &journey.harness.output().shapes {
        gather(shape, *clip_rect, &mut seen);
    }
    let mut found = Vec::new();
    for (place, line) in seen.iter().enumerate() {
        for other in &seen[place + 1..] {
            let both = line.rect.intersect(other.rect);
            if both.width() > CROSSES && both.height() > CROSSES {
                found.push(format!("\"{}\" {:?} and \"{}\" {:?}", line.text, line.rect, other.text, other.rect));
            }
        }
    }
    found
}

fn gather(shape: &Shape, clip: Rect, seen: &mut Vec<Line>) {
    match shape {
        Shape::Text(text) => {
            for row in &text.galley.rows {
                let rect = row.rect_without_leading_space().translate(text.pos.to_vec2()).intersect(clip);
                let words = row.text();
                if rect.is_positive() && !words.trim().is_empty() {
                    seen.push(Line { text: words, rect });
                }
            }
        }
        Shape::Rect(cover) if cover.fill.is_opaque() && cover.fill != Color32::TRANSPARENT => {
            let cover = cover.rect.intersect(clip);
            seen.iter_mut().for_each(|line| line.rect = left_of(line.rect, cover));
            seen.retain(|line| line.rect.is_positive());
        }
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| gather(shape, clip, seen)),
        _ => {}
    }
}

/// What a cover leaves of a line of text.
fn left_of(line: Rect, cover: Rect) -> Rect {
    if !cover.intersects(line) {
        return line;
    }
    if cover.expand(0.5).contains_rect(line) {
        return Rect::NOTHING;
    }
    let across = cover.left() <= line.left() && cover.right() >= line.right();
    let down = cover.top() <= line.top() && cover.bottom() >= line.bottom();
    match (across, down) {
        (true, _) if cover.top() <= line.top() => line.with_min_y(cover.bottom()),
        (true, _) => line.with_max_y(cover.top()),
        (_, true) if cover.left() <= line.left() => line.with_min_x(cover.right()),
        (_, true) => line.with_max_x(cover.left()),
        _ => line,
    }
}

/// Things to click that cover each other in part.
pub fn targets_over_targets(journey: &Journey) -> Vec<String> {
    let targets: Vec<Rect> = journey.harness.ctx.viewport(|viewport| {
        {
            let of_layer = viewport.prev_pass.widgets.get_layer(LayerId::background());
            of_layer.filter(|widget| widget.enabled && widget.sense.senses_click()).map(|widget| widget.interact_rect)
        }
        .collect()
    });
    let mut found = Vec::new();
    for (place, target) in targets.iter().enumerate().filter(|(_, target)| target.is_positive()) {
        for other in &targets[place + 1..] {
            let both = target.intersect(*other);
            let is_part = target.expand(0.5).contains_rect(*other) || other.expand(0.5).contains_rect(*target);
            if both.width() > CROSSES && both.height() > CROSSES && !is_part {
                let [one, two] = [at(journey, *target), at(journey, *other)];
                // Scroll bars have no name and lie over what they scroll; statements of one day share a place in the chart.
                let is_meant = |what: &str| what.starts_with("\"\"") || what.contains("Enter to read\"");
                if !is_meant(&one) && !is_meant(&two) {
                    found.push(format!("{one} and {two}"));
                }
            }
        }
    }
    found
}

/// What is called by a name at this place.
fn at(journey: &Journey, rect: Rect) -> String {
    let close = |a: Pos2, b: Pos2| a.distance(b) < 1.0;
    let nodes = journey.harness.root().children_recursive();
    let named = nodes.filter(|node| node.accesskit_node().bounding_box().is_some());
    let named = named.filter(|node| close(node.rect().min, rect.min)).map(|node| name(&node));
    let name = named.filter(|name| !name.is_empty()).last().unwrap_or_default();
    format!("\"{name}\" {rect:?}")
}
