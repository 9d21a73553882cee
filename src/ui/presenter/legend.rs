//! What the marks mean, under the table: always all of them, so that it tells nothing about what is hidden and nothing
//! moves when it is revealed.

use std::sync::Arc;

use eframe::egui::{Galley, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};
use strum::IntoEnumIterator as _;

use crate::{
    analysis::Mark,
    app::{Action, Command},
    ui::{
        fonts,
        marks::shape,
        view::View,
        widgets::mark::{Look, Mark as Shown, MarkPainter},
    },
    wording::presenter as texts,
};

use super::{text, wall_id};
use crate::ui::shape::MarkShape;

/// Height of a line, in points.
const LINE: f32 = 22.0;

/// Side of a mark, and the space after it and after an entry.
const MARK: f32 = 18.0;
const AFTER_MARK: f32 = 5.0;
const APART: f32 = 14.0;

/// A mark, its meaning, and where it stands in the legend.
struct Entry {
    mark: Shown,
    name: &'static str,
    galley: Arc<Galley>,
    at: Vec2,
}

/// The entries, each with its place in the legend.
pub(super) struct Legend {
    entries: Vec<Entry>,
    /// Height in points.
    pub height: f32,
}

impl Legend {
    /// Lays the legend out for this width.
    pub(super) fn new(ui: &Ui, view: &View<'_>, width: f32) -> Self {
        let (mut x, mut y) = (0.0, 0.0);
        let mut entries = Vec::new();
        let marks = Mark::iter().map(|mark| (Shown::new(shape(mark)), texts::mark_legend(mark)));
        let grey = Shown { look: Look::Uncounted, ..Shown::new(MarkShape::Disc) };
        for (mark, name) in marks.chain([(grey, texts::UNCOUNTED_LEGEND)]) {
            let font = fonts::regular(view.tokens.size.small);
            let galley = text::wrapped(ui, name, font, view.tokens.ink, f32::INFINITY);
            let entry = MARK + AFTER_MARK + galley.size().x;
            if x + entry > width && x > 0.0 {
                (x, y) = (0.0, y + LINE);
            }
            entries.push(Entry { mark, name, galley, at: vec2(x, y) });
            x += entry + APART;
        }
        Self { entries, height: y + LINE }
    }

    /// Draws it with its upper left corner at that of `rect`.
    /// A click explains them.
    pub(super) fn draw(self, ui: &Ui, view: &View<'_>, rect: Rect, out: &mut Vec<Action>) {
        let mut painter = MarkPainter::new(ui);
        for Entry { mark, name, galley, at } in self.entries {
            let line = Rect::from_min_size(rect.min + at, vec2(MARK, LINE));
            painter.add(Rect::from_center_size(line.center(), Vec2::splat(MARK)), &mark);
            let at = pos2(line.right() + AFTER_MARK, line.center().y - galley.size().y / 2.0);
            let whole = Rect::from_min_max(line.min, at + galley.size());
            ui.painter().galley(at, galley, view.tokens.ink);
            let response = ui.interact(whole, wall_id().with(("legend", name)), Sense::CLICK);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
            if response.hovered() {
                ui.painter().rect_stroke(
                    whole.expand(3.0),
                    3.0,
                    Stroke::new(1.0, view.tokens.edge),
                    StrokeKind::Inside,
                );
            }
            if response.clicked() {
                out.push(Action::Run(Command::Marks));
            }
        }
        painter.paint();
    }
}
