//! The bars of a strip.

use eframe::egui::{Color32, Rect, pos2, vec2};

use super::axis::Axis;
use crate::ui::{
    theme::Tokens,
    widgets::{
        mark::dashed,
        outline::{Outline, Pen},
    },
};

/// How firmly a range is held: the firmer, the more ink.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum Pattern {
    /// Filled, with a wall at each closed end: a red line.
    Walled,
    /// Striped, with an edge: a demand, or what is opposed.
    Striped,
    /// An edge alone: a preference.
    Hollow,
    /// A broken edge: an offer, which excludes nothing.
    Broken,
}

/// A stated range.
#[derive(Clone, Debug)]
pub struct Bar<'a> {
    /// Who, how firmly, which values: for screen readers and under the pointer.
    pub name: &'a str,
    /// The values that meet it: first and last of each run, in order.
    pub runs: Vec<(usize, usize)>,
    /// The values with which it depends on terms that are not in the plan.
    pub depends: Vec<(usize, usize)>,
    /// True if it may go on below the smallest number.
    pub open_below: bool,
    /// True if it may go on above the largest number.
    pub open_above: bool,
    /// How firmly it is held.
    pub pattern: Pattern,
    /// False if it is shown but not counted: grey.
    pub counts: bool,
}

/// Half the height of a bar.
const HALF: f32 = 6.0;

/// Paints the bars of one row.
pub(super) fn row(pen: &mut Pen, row: Rect, bar: &Bar<'_>, axis: &Axis, tokens: &Tokens) {
    let y = pen.snap(row.center().y);
    for (first, last) in &bar.depends {
        let x = axis.x(*first) - axis.overhang(*first)..=axis.x(*last) + axis.overhang(*last);
        dotted(pen, Rect::from_x_y_ranges(x, y - 1.0..=y + 1.0), tokens.edge);
    }
    for (first, last) in bar.runs.iter().flat_map(|run| pieces(*run, axis)) {
        let x = axis.x(first) - axis.overhang(first)..=axis.x(last) + axis.overhang(last);
        let rect = pen.snap_rect(Rect::from_x_y_ranges(x, y - HALF..=y + HALF));
        let ends = axis.grid();
        let opens = [
            bar.open_below && ends.is_some_and(|(smallest, _)| first == smallest),
            bar.open_above && ends.is_some_and(|(_, largest)| last == largest),
        ];
        paint(pen, rect, bar.pattern, bar.counts, tokens);
        if bar.pattern == Pattern::Walled {
            let closed = opens.map(|open| !open);
            walls(pen, rect, closed, ink(bar.counts, tokens));
        }
        arrows(pen, rect, opens, ink(bar.counts, tokens));
    }
}

/// A run cut where numbers and named values meet, and between named values: these are stops, not a scale.
fn pieces((first, last): (usize, usize), axis: &Axis) -> Vec<(usize, usize)> {
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    for place in first..=last {
        match pieces.last_mut() {
            Some((_, end)) if axis.is_number(place) && axis.is_number(*end) => *end = place,
            _ => pieces.push((place, place)),
        }
    }
    pieces
}

fn ink(counts: bool, tokens: &Tokens) -> Color32 {
    if counts { tokens.ink_weak } else { tokens.edge }
}

/// Paints the body of a bar.
pub(super) fn paint(pen: &mut Pen, rect: Rect, pattern: Pattern, counts: bool, tokens: &Tokens) {
    let ink = ink(counts, tokens);
    let outline = Outline::rounded(rect.size(), 1.0);
    let edge = |pen: &mut Pen, width: f32| {
        pen.fill(&outline, rect.center(), 1.0, tokens.surface);
        pen.line(&outline, rect.center(), 1.0, width, ink);
    };
    match pattern {
        Pattern::Walled => pen.rect(rect, ink),
        Pattern::Striped => {
            edge(pen, pen.whole(1.5));
            stripes(pen, rect, ink);
        }
        Pattern::Hollow => edge(pen, pen.whole(1.5)),
        Pattern::Broken => dashed(pen, rect, pen.whole(1.0), 3.0, ink),
    }
}

/// Upright stripes: slanting ones flicker where a bar is short.
fn stripes(pen: &mut Pen, rect: Rect, ink: Color32) {
    let (width, step) = (pen.whole(1.5), 5.0);
    let mut x = rect.left() + step;
    while x < rect.right() - width {
        pen.rect(Rect::from_min_size(pos2(x, rect.top()), vec2(width, rect.height())), ink);
        x += step;
    }
}

/// The closed ends of a red line, higher than the bar.
fn walls(pen: &mut Pen, rect: Rect, closed: [bool; 2], ink: Color32) {
    let width = pen.whole(3.0);
    for (x, closed) in [rect.left(), rect.right() - width].into_iter().zip(closed) {
        if closed {
            pen.rect(Rect::from_x_y_ranges(x..=x + width, rect.top() - 4.0..=rect.bottom() + 4.0), ink);
        }
    }
}

/// Arrow heads where a range may go on beyond the axis.
fn arrows(pen: &mut Pen, rect: Rect, opens: [bool; 2], ink: Color32) {
    let (height, length) = (rect.height() / 2.0 + 3.0, 8.0);
    let heads = [
        [vec2(0.0, -height), vec2(0.0, height), vec2(-length, 0.0)],
        [vec2(0.0, -height), vec2(length, 0.0), vec2(0.0, height)],
    ];
    for ((x, head), open) in [rect.left(), rect.right()].into_iter().zip(heads).zip(opens) {
        if open {
            pen.fill(&Outline::polygon(&head), pos2(x, rect.center().y), 1.0, ink);
        }
    }
}

fn dotted(pen: &mut Pen, rect: Rect, ink: Color32) {
    let dot = pen.whole(2.0);
    let mut x = rect.left();
    while x < rect.right() {
        pen.rect(Rect::from_min_size(pos2(x, rect.top()), vec2(dot, rect.height())), ink);
        x += dot * 2.5;
    }
}
