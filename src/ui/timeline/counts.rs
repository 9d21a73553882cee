//! The number of contradicted cells through time, as a line of steps.

use eframe::egui::{self, Align2, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::{
    app::Action,
    ui::{
        fonts,
        widgets::{mark::MarkPainter, outline::Pen},
    },
    wording::timeline as texts,
};

use super::{frame::Frame, n_cells, n_contradicted, stop_id};
use crate::ui::counts::to_f32;

/// The ring stays inside the band of counts, in points.
const RING: f32 = 5.0;

/// Draws the line, its least and its greatest value, and what holds on the as-of date.
pub(super) fn counts(ui: &mut Ui, frame: &Frame<'_>, _out: &mut [Action]) {
    let (tokens, whole) = (frame.view.tokens, frame.counts());
    let rect = whole.shrink2(vec2(0.0, 4.0));
    let line = frame.made.line.n_contradicted();
    let most = line.iter().map(|(_, n)| *n).max().unwrap_or(0);
    let y = |n: usize| rect.bottom() - rect.height() * to_f32(n) / to_f32(most.max(1));
    let mut pen = Pen::new(ui.pixels_per_point());
    let mut before = rect.bottom();
    for (place, (day, n)) in line.iter().enumerate() {
        let left = frame.scale.x(day.day_number());
        let right = line.get(place + 1).map_or(rect.right(), |(next, _)| frame.scale.x(next.day_number()));
        let top = y(*n);
        pen.rect(Rect::from_min_max(pos2(left, top), pos2(right, rect.bottom())), tokens.hover);
        pen.rect(Rect::from_min_max(pos2(left, top - 1.0), pos2(right, top + 1.0)), tokens.ink);
        pen.rect(
            Rect::from_min_max(pos2(left - 1.0, before.min(top) - 1.0), pos2(left + 1.0, before.max(top) + 1.0)),
            tokens.ink,
        );
        before = top;
        let node = Rect::from_min_max(pos2(left, whole.top()), pos2(right.max(left + 1.0), whole.bottom()));
        let response = ui.interact(node, stop_id().with(("count", place)), Sense::HOVER);
        let name = texts::count_name(*day, *n, n_cells(frame.view), frame.view.dates);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &name));
        focus(ui, frame, place, node, &response);
        crate::ui::view::tip_at_pointer(response, name);
    }
    ui.painter().add(Shape::mesh(pen.mesh));
    let (small, margin) = (fonts::regular(tokens.size.small), frame.plot.min - 6.0);
    for (value, at) in [(0, rect.bottom() - 5.0), (most, rect.top() + 5.0)].into_iter().take(1 + usize::from(most > 0))
    {
        ui.painter().text(pos2(margin, at), Align2::RIGHT_CENTER, value.to_string(), small.clone(), tokens.ink_weak);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.edge));
    let now = texts::of(n_contradicted(frame.view), n_cells(frame.view));
    let at = pos2(frame.now, rect.center().y);
    ui.painter().text(at, Align2::LEFT_CENTER, now, fonts::semibold(tokens.size.header), tokens.ink);
}

/// The ring around the focused step, all of it: a small one on the line would look like a point of the line.
fn focus(ui: &Ui, frame: &Frame<'_>, place: usize, step: Rect, response: &egui::Response) {
    let focus = frame.view.state.timeline.focus;
    if focus.party.is_some() || focus.place != place {
        return;
    }
    ui.ctx().accesskit_node_builder(stop_id(), |node| node.set_active_descendant(response.id.accesskit_id()));
    if frame.focused {
        let mut painter = MarkPainter::new(ui);
        painter.focus(step.shrink2(vec2(0.0, RING)));
        painter.paint();
    }
}
