//! The chart: its measures, what stays in place, and the rows that scroll under it.

use eframe::egui::{self, Align2, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, accesskit, pos2, vec2};

use crate::{
    app::{Action, timeline::Made},
    ui::{
        by_keys, fonts,
        widgets::{control::width, tip::Tip as _},
    },
    wording::{self, timeline as texts},
};

use super::{
    View, counts,
    frame::{Frame, HEADING},
    keep_focus, legend, lines, rows, stop_id,
};

/// Draws the chart.
pub(super) fn chart(ui: &mut Ui, view: &View<'_>, made: &Made, out: &mut Vec<Action>) {
    let whole = ui.available_rect_before_wrap();
    // A ring around a step of the line would look like something that is said about these days.
    let focused = keep_focus(ui, view, whole) && by_keys::is(ui);
    describe(ui, view, made);
    let mut frame = Frame::new(ui, view, made, whole, focused);
    let mut head = child(ui, frame.head, whole);
    if !frame.is_low {
        over(&mut head, &frame, out);
    }
    axis(&head, &frame);
    let space = whole.with_min_y(frame.head.bottom());
    let mut below = child(ui, space, space);
    let bottom = ScrollArea::vertical().id_salt("timeline_rows").auto_shrink(false).show(&mut below, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if frame.is_low {
            let size = vec2(ui.available_width(), frame.over.height());
            frame.over = ui.allocate_exact_size(size, Sense::HOVER).0;
            over(ui, &frame, out);
        }
        rows::rows(ui, &frame, out)
    });
    let end = bottom.inner.min(whole.bottom());
    lines::lines(&mut child(ui, whole, whole), &frame, end, out);
    ui.advance_cursor_after_rect(whole);
}

/// What the line of counts is, the line itself, and what the ticks mean.
fn over(ui: &mut Ui, frame: &Frame<'_>, out: &mut [Action]) {
    heading(ui, frame);
    legend::legend(ui, frame);
    counts::counts(ui, frame, out);
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
    let at = pos2(frame.plot.min, frame.over.top() + HEADING / 2.0);
    let bold = fonts::semibold(tokens.size.small);
    let said = ui.painter().text(at, Align2::LEFT_CENTER, texts::CONTRADICTED, bold.clone(), tokens.ink);
    let at = pos2(said.right() + 8.0, at.y);
    let small = fonts::regular(tokens.size.small);
    let rest = ui.painter().text(at, Align2::LEFT_CENTER, texts::DEPENDS_ON_FILE, small, tokens.ink_weak);
    axis_note(ui, frame, rest.right());
    // Where there is no room for both, the day stands on the as-of line alone.
    if rest.right() + 8.0 < frame.now {
        let now = wording::date(frame.view.state.document.scenario.as_of, frame.view.dates);
        ui.painter().text(pos2(frame.now, at.y), Align2::LEFT_CENTER, now, bold, tokens.ink);
    }
    let rect = Rect::from_min_max(pos2(frame.plot.min, frame.over.top()), frame.counts().right_top());
    let response = ui.interact(rect, stop_id().with("heading"), Sense::HOVER);
    let name = format!("{}, {}", texts::CONTRADICTED, texts::DEPENDS_ON_FILE);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &name));
}

/// Says what a step along the axis is, in as many words as there is room for after `from`.
fn axis_note(ui: &Ui, frame: &Frame<'_>, from: f32) {
    let tokens = frame.view.tokens;
    let notes = texts::axis_notes(frame.view.state.timeline.spacing);
    let font = fonts::regular(tokens.size.small);
    let room = frame.plot.max - from - 24.0;
    let Some(note) = notes.into_iter().find(|note| width(ui, note, font.clone()) <= room) else { return };
    let at = pos2(frame.plot.max, frame.over.top() + HEADING / 2.0);
    let rect = ui.painter().text(at, Align2::RIGHT_CENTER, note, font, tokens.ink_weak);
    let response = ui.interact(rect, stop_id().with("axis"), Sense::HOVER);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, notes[0]));
    response.tip_with(|| notes[0].to_owned());
}

/// The two lines of names, with a fine line down where an upper one begins.
fn axis(ui: &Ui, frame: &Frame<'_>) {
    let (tokens, axis) = (frame.view.tokens, frame.axis());
    let font = fonts::regular(tokens.size.small);
    let width = |text: &str| width(ui, text, font.clone());
    ui.painter().hline(axis.x_range(), axis.top(), Stroke::new(1.0, tokens.edge));
    let labels = frame.scale.labels(width);
    for label in labels.iter().filter(|label| label.major) {
        ui.painter().vline(label.x, axis.y_range(), Stroke::new(1.0, tokens.line));
    }
    for label in labels {
        let (y, ink) = if label.major { (axis.top() + 9.0, tokens.ink) } else { (axis.top() + 25.0, tokens.ink_weak) };
        let inset = if label.major { 3.0 } else { 0.0 };
        let x = if label.major { label.x + inset } else { label.x + frame.scale.half_slot(width(&label.text)) };
        let galley = ui.painter().layout_no_wrap(label.text, font.clone(), ink);
        let rect = Align2::LEFT_CENTER.anchor_size(pos2(x, y), galley.size());
        // A day may be wider than its room: the line of its month does not run through it.
        ui.painter().rect_filled(rect.shrink2(vec2(0.0, 3.0)), 0.0, tokens.surface);
        ui.painter().galley(rect.min, galley, ink);
    }
}
