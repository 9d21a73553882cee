//! What the ticks mean, beside the axis, where nothing else stands.

use eframe::egui::{self, Align2, Rect, Sense, Shape, Ui, WidgetInfo, pos2, vec2};

use crate::{
    ui::{fonts, widgets::outline::Pen},
    wording::timeline as texts,
};

use super::{
    frame::{Frame, NAME_LEFT},
    rows, stop_id,
};
use crate::ui::counts::to_f32;

/// Height of an entry, in points.
const LINE: f32 = 17.0;

/// Draws the entries under each other.
pub(super) fn legend(ui: &Ui, frame: &Frame<'_>) {
    let tokens = frame.view.tokens;
    let mut pen = Pen::new(ui.pixels_per_point());
    let bottom = if frame.is_low { frame.over.bottom() } else { frame.head.bottom() };
    let top = bottom - 6.0 - LINE * 4.0;
    for (place, (look, text)) in texts::TICK_LEGEND.into_iter().enumerate() {
        let y = top + LINE * (to_f32(place) + 0.5);
        let tick = Rect::from_center_size(pos2(frame.head.left() + NAME_LEFT + 5.0, y - 1.0), rows::TICK);
        rows::paint_tick(&mut pen, tokens, (look.in_force, look.counts), tick);
        if look.approximate {
            rows::underline(
                &mut pen,
                tokens,
                look.counts,
                (tick.left() - 3.0, tick.right() + 3.0),
                tick.bottom() + 2.0,
            );
        }
        let at = pos2(frame.head.left() + NAME_LEFT + 18.0, y);
        ui.painter().text(at, Align2::LEFT_CENTER, text, fonts::regular(tokens.size.small), tokens.ink_weak);
        let rect = Rect::from_min_size(pos2(frame.head.left(), y - LINE / 2.0), vec2(frame.plot.min - 20.0, LINE));
        let response = ui.interact(rect, stop_id().with(("legend", place)), Sense::HOVER);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, text));
    }
    ui.painter().add(Shape::mesh(pen.mesh));
}
