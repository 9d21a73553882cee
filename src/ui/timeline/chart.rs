//! The chart: its measures, what stays in place, and the rows that scroll under it.

use eframe::egui::{self, Align2, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, accesskit, pos2, vec2};

use crate::{
    app::{Action, timeline::Made},
    ui::fonts,
    wording::{self, timeline as texts, ui as words},
};

use super::{View, bands, counts, keep_focus, legend, lines, rows, scale::Scale, stop_id};

/// Heights of what stays in place, in points: heading, line of counts, the two lines of the axis, the day on the line.
const HEADING: f32 = 20.0;
const COUNTS: f32 = 42.0;
const AXIS: f32 = 34.0;
const HANDLE: f32 = 25.0;

/// Rows are no lower and no higher than this.
const ROW: (f32, f32) = (34.0, 46.0);

/// What the parts of the chart share in a frame.
pub struct Frame<'a> {
    /// The state.
    pub view: &'a View<'a>,
    /// What is drawn.
    pub made: &'a Made,
    /// The axis, over the plot.
    pub scale: Scale,
    /// From left to right: where the plot lies.
    pub plot: egui::Rangef,
    /// Everything above the rows.
    pub head: Rect,
    /// The line of counts.
    pub counts: Rect,
    /// Height of a row.
    pub row: f32,
    /// Left edge of the column of what holds on the as-of date.
    pub now: f32,
    /// True while the chart has the keyboard focus.
    pub focused: bool,
}

impl<'a> Frame<'a> {
    fn new(ui: &Ui, view: &'a View<'a>, made: &'a Made, whole: Rect, focused: bool) -> Self {
        let names = names_width(ui, view);
        let now_width = bands::now_width(ui, view);
        // The rows may need a bar to scroll; the columns stand the same without it.
        let right = whole.right() - ui.spacing().scroll.allocated_width();
        let plot = egui::Rangef::new(whole.left() + names, right - now_width - 8.0);
        let head = whole.with_max_y(whole.top() + HEADING + COUNTS + AXIS + HANDLE);
        let counts = Rect::from_x_y_ranges(plot, head.top() + HEADING..=head.top() + HEADING + COUNTS);
        let room = (whole.bottom() - head.bottom() - 6.0) / to_f32(view.columns.len().max(1));
        let scale = Scale::new(view.dossier(), view.state.timeline.spacing, plot.min, plot.max);
        let row = room.clamp(ROW.0, ROW.1).floor();
        Self { view, made, scale, plot, head, counts, row, now: right - now_width, focused }
    }

    /// The lane of the axis.
    fn axis(&self) -> Rect {
        Rect::from_x_y_ranges(self.plot, self.counts.bottom()..=self.counts.bottom() + AXIS)
    }

    /// The lane in which the days of the lines stand.
    pub fn handles(&self) -> Rect {
        Rect::from_x_y_ranges(self.plot, self.head.bottom() - HANDLE..=self.head.bottom())
    }
}

/// Draws the chart.
pub fn chart(ui: &mut Ui, view: &View<'_>, made: &Made, out: &mut Vec<Action>) {
    let whole = ui.available_rect_before_wrap();
    let focused = keep_focus(ui, view, whole);
    describe(ui, view, made);
    let frame = Frame::new(ui, view, made, whole, focused);
    let mut head = child(ui, frame.head, whole);
    heading(&head, &frame);
    axis(&head, &frame);
    legend::legend(&head, &frame);
    counts::counts(&mut head, &frame, out);
    let space = whole.with_min_y(frame.head.bottom());
    let mut below = child(ui, space, space);
    let bottom = ScrollArea::vertical()
        .id_salt("timeline_rows")
        .auto_shrink(false)
        .show(&mut below, |ui| rows::rows(ui, &frame, out));
    let end = bottom.inner.min(whole.bottom());
    lines::lines(&mut child(ui, whole, whole), &frame, end, out);
    ui.advance_cursor_after_rect(whole);
}

/// A part of the chart with its own clipping; for screen readers it lies inside the chart.
fn child(ui: &mut Ui, rect: Rect, clip: Rect) -> Ui {
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).accessibility_parent(stop_id()));
    child.set_clip_rect(clip.intersect(ui.clip_rect()));
    child
}

/// The chart for screen readers: a group with a summary.
fn describe(ui: &Ui, view: &View<'_>, made: &Made) {
    let scenario = &view.state.document.scenario;
    let (now, all) = (super::n_contradicted(view), super::n_cells(view));
    let line = made.line.n_contradicted();
    let title = wording::plan_name(scenario);
    let text = texts::summary(view.dossier(), &title, (scenario.as_of, now, all), &line, view.dates);
    ui.ctx().accesskit_node_builder(stop_id(), |node| {
        node.set_role(accesskit::Role::Group);
        node.set_label(text);
    });
}

/// What the line of counts says, and what it does not.
fn heading(ui: &Ui, frame: &Frame<'_>) {
    let tokens = frame.view.tokens;
    let at = pos2(frame.plot.min, frame.head.top() + HEADING / 2.0);
    let bold = fonts::semibold(tokens.size.small);
    let said = ui.painter().text(at, Align2::LEFT_CENTER, texts::CONTRADICTED, bold.clone(), tokens.ink);
    let at = pos2(said.right() + 8.0, at.y);
    let small = fonts::regular(tokens.size.small);
    let rest = ui.painter().text(at, Align2::LEFT_CENTER, texts::DEPENDS_ON_FILE, small, tokens.ink_weak);
    // Where there is no room for both, the day stands on the as-of line alone.
    if rest.right() + 8.0 < frame.now {
        let now = wording::date(frame.view.state.document.scenario.as_of, frame.view.dates);
        ui.painter().text(pos2(frame.now, at.y), Align2::LEFT_CENTER, now, bold, tokens.ink);
    }
    let rect = Rect::from_min_max(pos2(frame.plot.min, frame.head.top()), frame.counts.right_top());
    let response = ui.interact(rect, stop_id().with("heading"), Sense::HOVER);
    let name = format!("{}, {}", texts::CONTRADICTED, texts::DEPENDS_ON_FILE);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &name));
}

/// The two lines of names, with a fine line down where an upper one begins.
fn axis(ui: &Ui, frame: &Frame<'_>) {
    let (tokens, axis) = (frame.view.tokens, frame.axis());
    let font = fonts::regular(tokens.size.small);
    let width = |text: &str| ui.painter().layout_no_wrap(text.to_owned(), font.clone(), tokens.ink).size().x;
    ui.painter().hline(axis.x_range(), axis.top(), Stroke::new(1.0, tokens.edge));
    for label in frame.scale.labels(width) {
        let (y, ink) = if label.major { (axis.top() + 9.0, tokens.ink) } else { (axis.top() + 25.0, tokens.ink_weak) };
        if label.major {
            ui.painter().vline(label.x, axis.y_range(), Stroke::new(1.0, tokens.line));
        }
        let inset = if label.major { 3.0 } else { 0.0 };
        let x = if label.major { label.x + inset } else { label.x + frame.scale.half_slot(width(&label.text)) };
        ui.painter().text(pos2(x, y), Align2::LEFT_CENTER, &label.text, font.clone(), ink);
    }
}

/// Room for the codes and, in the first row of each group, what the group is.
fn names_width(ui: &Ui, view: &View<'_>) -> f32 {
    let tokens = view.tokens;
    let width = |text: &str, font| ui.painter().layout_no_wrap(text.to_owned(), font, tokens.ink).size().x;
    let code = |party: &crate::domain::Party| width(&party.code, fonts::semibold(tokens.size.header));
    let codes = view.dossier().parties.iter().map(code).fold(0.0, f32::max);
    let caption =
        |party: &crate::domain::Party| width(words::role_caption(party.role), fonts::regular(tokens.size.small));
    let captions = view.dossier().parties.iter().map(caption).fold(0.0, f32::max);
    (rows::NAME_LEFT + codes + 8.0 + captions + 12.0).ceil()
}

#[expect(clippy::cast_precision_loss, reason = "some dozen parties")]
pub(super) fn to_f32(count: usize) -> f32 {
    count as f32
}

/// A rectangle of a row in the plot.
pub(super) fn in_plot(frame: &Frame<'_>, top: f32, height: f32) -> Rect {
    Rect::from_min_size(pos2(frame.plot.min, top), vec2(frame.plot.span(), height))
}
