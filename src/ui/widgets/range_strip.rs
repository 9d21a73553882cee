//! A number term and the ranges that have been stated for it: one row of bars a party, the plan's value as a line across.
//!
//! Bars have one neutral colour; how firmly a range is held shows in their pattern and edge. Named values ("never") stand
//! apart at the ends of the axis. Whoever has stated no range is not drawn: the caller says so in words.

mod axis;
mod bars;

use eframe::egui::{Align2, Id, Pos2, Rect, Response, Role, Sense, Shape, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

use super::{
    control::{line, width},
    mark::{Mark, MarkPainter},
    outline::{Outline, Pen},
};
use crate::ui::{
    fonts,
    theme::{Tokens, tokens},
};

pub use axis::Stop;
pub use bars::{Bar, Pattern};

use crate::ui::shape::MarkShape;
use axis::Axis;

/// Height of one bar's row: it can be clicked.
const ROW: f32 = 24.0;

/// Height of the line above the bars that says what the plan says.
const HEAD: f32 = 24.0;

/// Height of the axis below the bars.
const FOOT: f32 = 26.0;

/// Side of the mark beside a party's code.
const MARK: f32 = 18.0;

/// A party with its bars.
#[derive(Clone, Debug)]
pub struct Lane<'a> {
    /// The party's code.
    pub code: &'a str,
    /// The mark of its cell under the plan; `None` if the term is not in the plan.
    pub mark: Option<MarkShape>,
    /// Its stated ranges; at least one.
    pub bars: Vec<Bar<'a>>,
}

/// What a strip shows.
#[derive(Clone, Debug)]
pub struct StripSpec<'a> {
    /// Unique on the screen and the same in every frame.
    pub id: Id,
    /// All of it in one sentence, for screen readers.
    pub name: &'a str,
    /// The values of the term in order.
    pub stops: &'a [Stop<'a>],
    /// The value that the plan has; `None` if the term is not in the plan.
    pub plan: Option<usize>,
    /// What stands over the line: "Plan: 20 years".
    pub plan_text: &'a str,
    /// The parties with a stated range, in their order.
    pub lanes: &'a [Lane<'a>],
    /// The number of bars and the codes for which there is room, where more of them may come; the axis then stays in sight
    /// where the bars are scrolled, on the surface's colour.
    pub room: Option<(usize, &'a [&'a str])>,
}

/// Shows the strip over the whole width; returns the place of the party that was chosen.
pub fn range_strip(ui: &mut Ui, spec: &StripSpec<'_>) -> Option<usize> {
    let n_bars: usize = spec.lanes.iter().map(|lane| lane.bars.len()).sum();
    let n_rows = spec.room.map_or(n_bars, |(n_rows, _)| n_rows.max(n_bars));
    #[expect(clippy::cast_precision_loss, reason = "a few dozen rows")]
    let height = HEAD + n_rows as f32 * ROW + FOOT;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let builder = UiBuilder::new().scope_id(spec.id).max_rect(rect);
    let mut ui = ui.new_child(builder.accessibility_role(Role::Group).accessibility_label(spec.name));
    let head = code_width(&ui, spec) + MARK + 12.0;
    let axis = Axis::new(&ui, rect.with_min_x(rect.left() + head), spec.stops);
    let mut strip = Strip { tokens: tokens(&ui), pen: Pen::new(ui.pixels_per_point()), texts: Vec::new(), rect, axis };
    let chosen = strip.lanes(&mut ui, spec);
    strip.plan(&ui, spec);
    strip.foot(&ui, spec);
    strip.paint(&ui, spec);
    chosen
}

/// A sample of a pattern, for a legend; the words stand beside it.
pub(crate) fn swatch(ui: &mut Ui, pattern: Pattern, counts: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(30.0, 16.0), Sense::hover());
    let mut pen = Pen::new(ui.pixels_per_point());
    bars::paint(&mut pen, rect.shrink2(vec2(2.0, 2.0)), pattern, counts, tokens(ui));
    ui.painter().add(Shape::mesh(pen.mesh));
    response
}

fn code_width(ui: &Ui, spec: &StripSpec<'_>) -> f32 {
    let font = fonts::semibold(tokens(ui).size.small);
    let may_come = spec.room.map_or(&[][..], |(_, codes)| codes);
    let codes = spec.lanes.iter().map(|lane| lane.code).chain(may_come.iter().copied());
    codes.map(|code| width(ui, code, font.clone())).fold(24.0, f32::max)
}

/// A strip while it is painted.
struct Strip {
    tokens: &'static Tokens,
    pen: Pen,
    texts: Vec<Shape>,
    rect: Rect,
    axis: Axis,
}

impl Strip {
    fn text(&mut self, ui: &Ui, at: Pos2, align: Align2, text: &str, strong: bool, room: f32) {
        let size = self.tokens.size.small;
        let (font, ink) = match strong {
            true => (fonts::semibold(size), self.tokens.ink),
            false => (fonts::regular(size), self.tokens.ink_weak),
        };
        let galley = line(ui, text, font, ink, room);
        self.texts.push(Shape::galley(align.anchor_size(at, galley.size()).min, galley, ink));
    }

    /// The bars; each row is a button that leads to the statement behind it.
    fn lanes(&mut self, ui: &mut Ui, spec: &StripSpec<'_>) -> Option<usize> {
        let mut chosen = None;
        let mut top = self.rect.top() + HEAD;
        for (place, lane) in spec.lanes.iter().enumerate() {
            let first = Rect::from_min_size(pos2(self.rect.left(), top), vec2(self.rect.width(), ROW));
            self.pen.rect(Rect::from_min_size(first.min, vec2(first.width(), self.pen.whole(1.0))), self.tokens.line);
            let at = pos2(first.left() + 2.0, first.center().y);
            self.text(ui, at, Align2::LEFT_CENTER, lane.code, true, self.axis.left() - first.left() - MARK);
            for (bar_place, bar) in lane.bars.iter().enumerate() {
                let row = Rect::from_min_size(pos2(self.rect.left(), top), first.size());
                if self.row(ui, row, spec.id.with((place, bar_place)), bar.name).clicked() {
                    chosen = Some(place);
                }
                bars::row(&mut self.pen, row, bar, &self.axis, self.tokens);
                top += ROW;
            }
        }
        chosen
    }

    /// The part of a row that can be clicked; what is under it is painted later.
    fn row(&mut self, ui: &mut Ui, rect: Rect, id: Id, name: &str) -> Response {
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        if response.hovered() {
            ui.painter().rect_filled(rect, 0.0, self.tokens.hover);
        }
        if response.has_focus() {
            let inside = self.pen.snap_rect(rect.shrink(1.0));
            let outline = Outline::rounded(inside.size(), 3.0);
            self.pen.line(&outline, inside.center(), 1.0, 2.0, self.tokens.focus);
        }
        crate::ui::view::tip(response, name)
    }

    /// The line of the plan's value across all bars, and what it says.
    fn plan(&mut self, ui: &Ui, spec: &StripSpec<'_>) {
        let y = self.rect.top() + HEAD / 2.0;
        let wanted = width(ui, spec.plan_text, fonts::semibold(self.tokens.size.small));
        let Some(at) = spec.plan.map(|place| self.axis.x(place)) else {
            self.text(ui, pos2(self.axis.left(), y), Align2::LEFT_CENTER, spec.plan_text, false, self.axis.width());
            return;
        };
        let bottom = self.rect.bottom() - FOOT + 5.0;
        let (halo, line) = (self.pen.whole(4.0), self.pen.whole(2.0));
        let x = self.pen.snap(at - line / 2.0);
        let upright = |left: f32, width: f32| Rect::from_x_y_ranges(left..=left + width, y + 9.0..=bottom);
        self.pen.rect(upright(x - (halo - line) / 2.0, halo), self.tokens.surface);
        self.pen.rect(upright(x, line), self.tokens.ink);
        let (from, to) = (self.rect.left() + wanted / 2.0, self.rect.right() - wanted / 2.0);
        let middle = at.clamp(from.min(to), to.max(from));
        self.text(ui, pos2(middle, y), Align2::CENTER_CENTER, spec.plan_text, true, self.rect.width());
    }

    fn foot(&mut self, ui: &Ui, spec: &StripSpec<'_>) {
        let seen = ui.clip_rect().bottom();
        let is_cut = spec.room.is_some() && seen < self.rect.bottom();
        let bottom = if is_cut { seen } else { self.rect.bottom() };
        let y = bottom - FOOT + 2.0;
        if is_cut {
            let ground = Rect::from_x_y_ranges(self.axis.left()..=self.rect.right(), y..=bottom);
            self.pen.rect(ground, self.tokens.surface);
        }
        let line = |pen: &mut Pen, rect: Rect, tokens: &Tokens| pen.rect(rect, tokens.edge);
        let thin = self.pen.whole(1.0);
        for (from, to) in self.axis.rules() {
            line(&mut self.pen, Rect::from_x_y_ranges(from..=to, y..=y + thin), self.tokens);
        }
        for (x, labelled) in self.axis.ticks() {
            let length = if labelled { 5.0 } else { 3.0 };
            let tick = Rect::from_min_size(pos2(self.pen.snap(x), y), vec2(thin, length));
            line(&mut self.pen, tick, self.tokens);
        }
        for label in self.axis.labels(spec.stops) {
            self.text(ui, pos2(label.x, y + 6.0), label.align, label.text, false, label.room);
        }
    }

    fn paint(self, ui: &Ui, spec: &StripSpec<'_>) {
        ui.painter().add(Shape::mesh(self.pen.mesh));
        ui.painter().extend(self.texts);
        let mut marks = MarkPainter::new(ui);
        let mut top = self.rect.top() + HEAD;
        for lane in spec.lanes {
            if let Some(shape) = lane.mark {
                let center = pos2(self.axis.left() - MARK / 2.0 - 6.0, top + ROW / 2.0);
                marks.add(Rect::from_center_size(center, Vec2::splat(MARK)), &Mark::new(shape));
            }
            #[expect(clippy::cast_precision_loss, reason = "a few positions")]
            let height = lane.bars.len() as f32 * ROW;
            top += height;
        }
        marks.paint();
    }
}
