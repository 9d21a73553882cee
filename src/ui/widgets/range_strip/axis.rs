//! Where each value of a number term stands on a strip: numbers at even distances, named values apart at the ends.

use eframe::egui::{Align2, Rect, Ui};

use crate::ui::{fonts, theme::tokens, widgets::control::width};

/// A value of the term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop<'a> {
    /// Its full name: "20 years", "Never".
    pub name: &'a str,
    /// Its number without the unit; `None` for a named value beside the grid.
    pub number: Option<&'a str>,
}

/// A label below the axis.
pub(super) struct Label<'a> {
    pub(super) x: f32,
    pub(super) align: Align2,
    pub(super) text: &'a str,
    pub(super) room: f32,
}

/// The places of the values.
pub(super) struct Axis {
    rect: Rect,
    xs: Vec<f32>,
    /// The first and the last number.
    grid: Option<(usize, usize)>,
    /// Width of a named value.
    slot: f32,
    /// Distance between two numbers.
    step: f32,
    /// Which numbers have a label, in order.
    labelled: Vec<usize>,
    widths: Vec<f32>,
}

/// Room for an arrow at either end of the numbers.
const ARROW: f32 = 12.0;

/// Least distance between two labels.
const APART: f32 = 10.0;

impl Axis {
    pub(super) fn new(ui: &Ui, rect: Rect, stops: &[Stop<'_>]) -> Self {
        let font = fonts::regular(tokens(ui).size.small);
        let text = |stop: &Stop<'_>| width(ui, stop.name, font.clone());
        let is_number = |stop: &Stop<'_>| stop.number.is_some();
        let first = stops.iter().position(is_number);
        let grid = first.zip(stops.iter().rposition(is_number));
        let before = grid.map_or(stops.len(), |(first, _)| first);
        let after = grid.map_or(0, |(_, last)| stops.len() - 1 - last);
        let widest = stops.iter().filter(|stop| !is_number(stop)).map(text).fold(0.0, f32::max);
        let n_named = float(before + after).max(1.0);
        let share = if grid.is_some() { 0.45 } else { 1.0 };
        let slot = (widest + 14.0).clamp(28.0, (rect.width() * share / n_named).max(28.0));
        let slot = if grid.is_some() { slot } else { rect.width() / n_named };
        let from = rect.left() + float(before) * slot + ARROW;
        let to = rect.right() - float(after) * slot - ARROW;
        let n_steps = grid.map_or(1, |(first, last)| (last - first).max(1));
        let step = (to - from).max(1.0) / float(n_steps);
        let x = |place: usize| match grid {
            Some((first, _)) if place < first => rect.left() + (float(place) + 0.5) * slot,
            Some((_, last)) if place > last => rect.right() - (float(stops.len() - 1 - place) + 0.5) * slot,
            Some((first, _)) => from + float(place - first) * step,
            None => rect.left() + (float(place) + 0.5) * slot,
        };
        let widths = stops.iter().map(text).collect();
        let xs = (0..stops.len()).map(x).collect();
        let mut axis = Self { rect, xs, grid, slot, step, labelled: Vec::new(), widths };
        axis.labelled = axis.choose_labels(|place| {
            let number = stops[place].number.unwrap_or_default();
            width(ui, number, font.clone())
        });
        axis
    }

    pub(super) fn left(&self) -> f32 {
        self.rect.left()
    }

    pub(super) fn width(&self) -> f32 {
        self.rect.width()
    }

    /// Where a value stands.
    pub(super) fn x(&self, place: usize) -> f32 {
        self.xs[place]
    }

    /// True if a value is a number on the grid.
    pub(super) fn is_number(&self, place: usize) -> bool {
        self.grid.is_some_and(|(first, last)| (first..=last).contains(&place))
    }

    /// The first and the last number.
    pub(super) fn grid(&self) -> Option<(usize, usize)> {
        self.grid
    }

    /// How far a bar reaches beyond the value at its end.
    pub(super) fn overhang(&self, place: usize) -> f32 {
        if self.is_number(place) { (self.step / 2.0).clamp(5.0, 8.0) } else { (self.slot / 2.0 - 3.0).min(16.0) }
    }

    /// The lines of the axis: under the numbers, and a short one under each named value.
    pub(super) fn rules(&self) -> Vec<(f32, f32)> {
        let numbers = self.grid.map(|(first, last)| (self.xs[first] - ARROW / 2.0, self.xs[last] + ARROW / 2.0));
        let named = (0..self.xs.len()).filter(|place| !self.is_number(*place));
        let short = |place: usize| (self.xs[place] - self.overhang(place), self.xs[place] + self.overhang(place));
        numbers.into_iter().chain(named.map(short)).collect()
    }

    /// A tick for each number that has room for one; true where a label stands under it.
    pub(super) fn ticks(&self) -> Vec<(f32, bool)> {
        let Some((first, last)) = self.grid else { return Vec::new() };
        let shown = |place: &usize| self.step >= 5.0 || self.labelled.contains(place);
        (first..=last).filter(shown).map(|place| (self.xs[place], self.labelled.contains(&place))).collect()
    }

    /// The first and the last number with their unit, others between them where they fit, and all named values.
    pub(super) fn labels<'a>(&self, stops: &[Stop<'a>]) -> Vec<Label<'a>> {
        let named = (0..stops.len()).filter(|place| !self.is_number(*place)).map(|place| Label {
            x: self.xs[place],
            align: Align2::CENTER_TOP,
            text: stops[place].name,
            room: self.slot - 4.0,
        });
        let of_number = |place: &usize| {
            let (x, align) = self.anchor(*place);
            let whole = self.grid.is_some_and(|(first, last)| *place == first || *place == last);
            let number = stops[*place].number.unwrap_or_default();
            let text = if whole { stops[*place].name } else { number };
            Label { x, align, text, room: self.rect.width() }
        };
        self.labelled.iter().map(of_number).chain(named).collect()
    }

    /// The outermost numbers keep their labels inside the grid's own room.
    fn anchor(&self, place: usize) -> (f32, Align2) {
        match self.grid {
            Some((first, _)) if place == first => (self.xs[place] - ARROW + 2.0, Align2::LEFT_TOP),
            Some((_, last)) if place == last => (self.xs[place] + ARROW - 2.0, Align2::RIGHT_TOP),
            _ => (self.xs[place], Align2::CENTER_TOP),
        }
    }

    fn choose_labels(&self, number_width: impl Fn(usize) -> f32) -> Vec<usize> {
        let Some((first, last)) = self.grid else { return Vec::new() };
        let mut chosen = vec![first];
        let start = self.xs[first] - ARROW + self.widths[first] + APART;
        let end = self.xs[last] + ARROW - self.widths[last] - APART;
        if last > first && start < end + APART {
            let every = [1, 2, 5, 10, 20, 25, 50].into_iter().find(|every| float(*every) * self.step >= 44.0);
            if let Some(every) = every {
                let fits = |place: &usize| {
                    let half = number_width(*place) / 2.0;
                    self.xs[*place] - half >= start && self.xs[*place] + half <= end
                };
                chosen.extend((first..last).filter(|place| (place - first).is_multiple_of(every)).filter(fits));
            }
            chosen.push(last);
        }
        chosen
    }
}

#[expect(clippy::cast_precision_loss, reason = "at most 128 values")]
fn float(count: usize) -> f32 {
    count as f32
}
