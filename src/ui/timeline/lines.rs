//! The as-of line and the line of the second day: where they stand, and how they are dragged.

use eframe::egui::{
    self, Align2, CursorIcon, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::{
    app::{Action, Edit, timeline},
    domain::Date,
    ui::fonts,
    wording::{self, timeline as texts},
};

use super::{frame::Frame, stop_id};

/// The line can be taken hold of within this distance, in points.
const GRASP: f32 = 6.0;

/// Draws both lines down to `end` and moves them.
pub(super) fn lines(ui: &mut Ui, frame: &Frame<'_>, end: f32, out: &mut Vec<Action>) {
    let here = frame.view.state.document.scenario.as_of;
    let x = frame.scale.middle(here);
    let mut as_of = pill(ui, frame, here, x);
    if let Some(second) = frame.view.state.timeline.second {
        second_line(ui, frame, second, (as_of, end), out);
    }
    let tokens = frame.view.tokens;
    ui.painter().vline(x, frame.lines_top()..=end, Stroke::new(2.0, tokens.ink));
    as_of = as_of.expand2(vec2(0.0, 1.0));
    ui.painter().rect_filled(as_of, tokens.size.radius, tokens.selected);
    label(ui, frame, here, as_of, tokens.ink_selected);
    let strip = Rect::from_x_y_ranges(frame.plot, frame.lines_top()..=frame.handles().bottom());
    let below = Rect::from_x_y_ranges(x - GRASP..=x + GRASP, strip.bottom()..=end);
    let name = format!("{} {}", texts::AS_OF_LINE, wording::date(here, frame.view.dates));
    for (rect, part, sense) in [(strip, "strip", Sense::CLICK | Sense::DRAG), (below, "line", Sense::DRAG)] {
        let response = ui.interact(rect, stop_id().with(part), sense);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &name));
        if part == "line" || as_of.contains(pointer(&response).unwrap_or(Pos2::ZERO)) {
            response.clone().on_hover_and_drag_cursor(CursorIcon::ResizeHorizontal);
        }
        move_as_of(frame, &response, out);
    }
}

fn pointer(response: &Response) -> Option<Pos2> {
    response.hover_pos()
}

/// A click goes to the nearest event; a drag goes from event to event and is one step.
fn move_as_of(frame: &Frame<'_>, response: &Response, out: &mut Vec<Action>) {
    let day = response.interact_pointer_pos().and_then(|at| nearest(frame, at.x));
    match day {
        Some(day) if response.dragged() && day != frame.view.state.document.scenario.as_of => {
            out.push(Action::Timeline(timeline::Action::Drag(day)))
        }
        Some(day) if response.clicked() => out.push(Action::Edit(Edit::SetAsOf(day))),
        _ => {}
    }
    if response.drag_stopped() {
        out.push(Action::Timeline(timeline::Action::Drop));
    }
}

fn nearest(frame: &Frame<'_>, x: f32) -> Option<Date> {
    frame.view.state.nearest_event(|day| (frame.scale.middle(day) - x).abs())
}

/// The line of the second day: dashed, its day in an outline beside that of the as-of line.
fn second_line(ui: &mut Ui, frame: &Frame<'_>, day: Date, (as_of, end): (Rect, f32), out: &mut Vec<Action>) {
    let (tokens, x) = (frame.view.tokens, frame.scale.middle(day));
    let line = [pos2(x, frame.lines_top()), pos2(x, end)];
    ui.painter().extend(Shape::dashed_line(&line, Stroke::new(1.5, tokens.ink_weak), 5.0, 4.0));
    let mut place = pill(ui, frame, day, x);
    if place.expand(4.0).intersects(as_of) {
        let aside =
            if x < as_of.center().x { as_of.left() - 4.0 - place.right() } else { as_of.right() + 4.0 - place.left() };
        place = place.translate(vec2(aside, 0.0));
    }
    ui.painter().rect(place, tokens.size.radius, tokens.surface, Stroke::new(1.0, tokens.edge), StrokeKind::Inside);
    label(ui, frame, day, place, tokens.ink);
    // Drawn before the strip, so the strip would take the drag: this part of it is taken away by standing in front.
    let response = ui.interact(place, stop_id().with("second"), Sense::DRAG);
    let name = format!("{} {}", texts::SECOND_LINE, wording::date(day, frame.view.dates));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &name));
    let to = response.interact_pointer_pos().filter(|_| response.dragged()).and_then(|at| nearest(frame, at.x));
    if let Some(to) = to.filter(|to| *to != day) {
        out.push(Action::Timeline(timeline::Action::Second(Some(to))));
    }
    response.on_hover_and_drag_cursor(CursorIcon::ResizeHorizontal);
}

/// Where the day of a line stands: over it, inside the plot.
fn pill(ui: &Ui, frame: &Frame<'_>, day: Date, x: f32) -> Rect {
    let tokens = frame.view.tokens;
    let font = fonts::semibold(tokens.size.small);
    let width = ui.painter().layout_no_wrap(wording::date(day, frame.view.dates), font, tokens.ink).size().x + 14.0;
    let lane = frame.handles();
    let left = (x - width / 2.0).clamp(lane.left(), (lane.right() - width).max(lane.left()));
    Rect::from_min_size(pos2(left, lane.top() + 3.0), vec2(width, lane.height() - 6.0))
}

fn label(ui: &Ui, frame: &Frame<'_>, day: Date, rect: Rect, ink: egui::Color32) {
    let text = wording::date(day, frame.view.dates);
    let font = fonts::semibold(frame.view.tokens.size.small);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, text, font, ink);
}
