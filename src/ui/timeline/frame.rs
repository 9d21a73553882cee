//! The measures of the chart.

use eframe::egui::{self, Rect, Ui, pos2, vec2};

use super::{View, scale::Scale};
use crate::{
    app::timeline::Made,
    domain::Party,
    ui::{counts::to_f32, fonts, widgets::control::width},
    wording::{self, timeline as texts, ui as words},
};

/// Heights of what stays in place, in points: heading, line of counts, the two lines of the axis, the day on the line.
pub(super) const HEADING: f32 = 20.0;
pub(super) const COUNTS: f32 = 42.0;
pub(super) const AXIS: f32 = 34.0;
pub(super) const HANDLE: f32 = 25.0;

/// Rows are no lower and no higher than this.
const ROW: (f32, f32) = (34.0, 46.0);

/// Where there is little room, rows are so high: bands and marks are lower, not gone.
const LOW_ROW: f32 = 30.0;

/// With room for fewer rows than this, heading and counts are scrolled with the rows.
const LEAST_ROWS: f32 = 3.0;

/// Of a low chart the axis with its lines shows, and the row that is chosen with one before and one after it.
pub(super) const LEAST_HEIGHT: f32 = AXIS + HANDLE + LEAST_ROWS * ROW.0 + 6.0;

/// Room for heading and counts where they are scrolled: the legend stands beside them.
const OVER: f32 = HEADING + COUNTS + 12.0;

/// Left margin of the codes.
pub(super) const NAME_LEFT: f32 = 10.0;

/// Side of a small mark beside its figure.
pub(super) const SMALL: f32 = 16.0;

/// Room for a small mark and its figure.
pub(super) const FIGURE: f32 = SMALL + 21.0;

/// What the parts of the chart share in a frame.
pub(super) struct Frame<'a> {
    /// The state.
    pub view: &'a View<'a>,
    /// What is drawn.
    pub made: &'a Made,
    /// The axis, over the plot.
    pub scale: Scale,
    /// From left to right: where the plot lies.
    pub plot: egui::Rangef,
    /// What stays in place above the rows.
    pub head: Rect,
    /// True where there is little room: heading and counts are no part of the head, but scroll with the rows.
    pub is_low: bool,
    /// Heading and counts.
    pub over: Rect,
    /// Height of a row.
    pub row: f32,
    /// Left edge of the column of what holds on the as-of date.
    pub now: f32,
    /// True while the chart has the keyboard focus.
    pub focused: bool,
}

impl<'a> Frame<'a> {
    pub(super) fn new(ui: &Ui, view: &'a View<'a>, made: &'a Made, whole: Rect, focused: bool) -> Self {
        let names = names_width(ui, view, whole.width());
        let now_width = now_width(ui, view);
        // The rows may need a bar to scroll; the columns stand the same without it.
        let right = whole.right() - ui.spacing().scroll.allocated_width();
        let plot = egui::Rangef::new(whole.left() + names, right - now_width - 8.0);
        let is_low = whole.height() < HEADING + COUNTS + LEAST_HEIGHT;
        let over = if is_low { OVER } else { HEADING + COUNTS };
        let over = whole.with_max_y(whole.top() + over);
        let head = whole.with_max_y(if is_low { whole.top() } else { over.bottom() } + AXIS + HANDLE);
        let room = (whole.bottom() - head.bottom() - 6.0) / to_f32(view.columns.len().max(1));
        let scale = Scale::new(view.dossier(), view.state.timeline.spacing, plot.min, plot.max);
        let row = if is_low { LOW_ROW } else { room.clamp(ROW.0, ROW.1).floor() };
        Self { view, made, scale, plot, head, is_low, over, row, now: right - now_width, focused }
    }

    /// The line of counts.
    pub(super) fn counts(&self) -> Rect {
        let top = self.over.top() + HEADING;
        Rect::from_x_y_ranges(self.plot, top..=top + COUNTS)
    }

    /// From where on the lines of days run down: over the counts, or under the axis that covers them.
    pub(super) fn lines_top(&self) -> f32 {
        if self.is_low { self.head.top() } else { self.counts().top() }
    }

    /// The lane of the axis.
    pub(super) fn axis(&self) -> Rect {
        let bottom = self.handles().top();
        Rect::from_x_y_ranges(self.plot, bottom - AXIS..=bottom)
    }

    /// The lane in which the days of the lines stand.
    pub(super) fn handles(&self) -> Rect {
        Rect::from_x_y_ranges(self.plot, self.head.bottom() - HANDLE..=self.head.bottom())
    }
}

/// A rectangle of a row in the plot.
pub(super) fn in_plot(frame: &Frame<'_>, top: f32, height: f32) -> Rect {
    Rect::from_min_size(pos2(frame.plot.min, top), vec2(frame.plot.span(), height))
}

/// The names of parties take at most this part of the width.
const NAMES: f32 = 0.2;

/// Room for the codes and, in the first row of each group, what the group is; for the names too where the window is wide.
fn names_width(ui: &Ui, view: &View<'_>, whole: f32) -> f32 {
    let tokens = view.tokens;
    let (bold, small) = (fonts::semibold(tokens.size.header), fonts::regular(tokens.size.small));
    let widest = |of: &dyn Fn(&Party) -> f32| view.dossier().parties.iter().map(of).fold(0.0, f32::max);
    let codes = widest(&|party| width(ui, &party.code, bold.clone()));
    let captions = widest(&|party| width(ui, words::role_caption(party.role), small.clone()));
    let names = widest(&|party| width(ui, &party.name, small.clone()));
    let least = NAME_LEFT + codes + 8.0 + captions + 12.0;
    (NAME_LEFT + names + 12.0).min(whole * NAMES).max(least).ceil()
}

/// Room for what holds on the as-of date. It is the same on every day: an axis that changed its length while the line is
/// dragged along it would never come to rest.
fn now_width(ui: &Ui, view: &View<'_>) -> f32 {
    let tokens = view.tokens;
    let as_of = view.state.document.scenario.as_of;
    let days = view.dossier().events().iter().chain([&as_of]).map(|day| wording::date(*day, view.dates));
    let day = days.map(|day| width(ui, &day, fonts::semibold(tokens.size.small))).fold(0.0, f32::max);
    let n_in_plan = view.state.plan().n_set();
    let figures = 3.0 * FIGURE + width(ui, &texts::denominator(n_in_plan), fonts::regular(tokens.size.small));
    let least = if view.state.timeline.term.is_some() { 0.0 } else { figures };
    day.max(least).max(64.0).ceil() + 4.0
}
