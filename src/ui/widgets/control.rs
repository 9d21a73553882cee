//! What the three controls of a term have in common: their description, their answer and their parts.
//!
//! No part takes the keyboard focus: the table is one stop of the Tab key and moves through its controls itself.
//! For screen readers every part is there, named after its term.

use std::sync::Arc;

use eframe::egui::{
    Align2, AsIdSalt, Color32, CornerRadius, FontId, Galley, Id, Pos2, Rect, Response, Role, Sense, Shape, Stroke,
    StrokeKind, Ui, UiBuilder, WidgetInfo, accesskit,
    epaint::text::{LayoutJob, TextFormat, TextWrapping},
    pos2, vec2,
};

use super::{mark::dots, outline::Pen};
use crate::ui::theme::{self, Tokens};

/// One of the values of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OptionSpec<'a> {
    /// What it is called.
    pub name: &'a str,
    /// The same in full, for a list.
    pub full: &'a str,
    /// False if nobody had put it forward yet on the as-of date: it is shown but cannot be chosen.
    pub available: bool,
    /// Shown under the pointer; empty for none.
    pub tooltip: &'a str,
}

impl<'a> OptionSpec<'a> {
    /// An available option without a tooltip.
    #[must_use]
    pub fn new(name: &'a str) -> Self {
        Self { name, full: name, available: true, tooltip: "" }
    }

    /// What is read on the control.
    pub(super) fn shown(&self, in_full: bool) -> &'a str {
        if in_full { self.full } else { self.name }
    }
}

/// What a control shows.
#[derive(Clone, Copy, Debug)]
pub struct ControlSpec<'a> {
    /// Unique on the screen and the same in every frame; `Id::unique(("control", term_id))`.
    pub id: Id,
    /// The term's name.
    pub term: &'a str,
    /// Its values in order.
    pub options: &'a [OptionSpec<'a>],
    /// The value that the plan has; `None` if the term is not in the plan.
    pub selected: Option<usize>,
    /// The option that the keyboard previews, drawn as if the pointer were on it.
    pub previewed: Option<Option<usize>>,
    /// The words.
    pub texts: &'a ControlTexts,
}

/// What the user did with a control. The outer `Option` is whether anything happened, the inner one is the value, with
/// `None` for "not in the plan".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ControlOutput {
    /// What was chosen in this frame; it may be what is selected already.
    pub chosen: Option<Option<usize>>,
    /// What was clicked although it cannot be chosen.
    pub refused: Option<usize>,
    /// What the pointer is on; only what can be chosen.
    pub hovered: Option<Option<usize>>,
}

/// The words that a control adds of its own.
#[derive(Clone, Debug)]
pub struct ControlTexts {
    /// Name of the dots.
    pub not_in_plan: &'static str,
    /// Shown where a list would show its value, if there is none.
    pub nothing_chosen: &'static str,
    /// Name of the button that steps down.
    pub previous: &'static str,
    /// Name of the button that steps up.
    pub next: &'static str,
    /// Name of the field that opens the list of a number's values.
    pub all_values: &'static str,
    /// Place in a list, counted from 1: "2 of 4".
    pub place: fn(usize, usize) -> String,
    /// From the first to the last value: "0 to 30".
    pub range: fn(&str, &str) -> String,
}

impl ControlSpec<'_> {
    /// Spoken name of an option.
    pub(super) fn option_name(&self, index: usize) -> String {
        let place = (self.texts.place)(index + 1, self.options.len());
        format!("{}, {}, {place}", self.term, self.options[index].name)
    }

    /// Name of the selected value, or what stands for none.
    pub(super) fn current(&self) -> &str {
        self.selected.map_or(self.texts.nothing_chosen, |index| self.options[index].name)
    }

    /// Name of the whole control, which says what was chosen and where it stands among the others: some readers hear of a
    /// choice by nothing but the name.
    fn spoken(&self) -> String {
        let Some(index) = self.selected else { return format!("{}: {}", self.term, self.texts.not_in_plan) };
        let place = (self.texts.place)(index + 1, self.options.len());
        format!("{}: {}, {place}", self.term, self.options[index].full)
    }

    /// The same in full.
    pub(super) fn current_in_full(&self) -> &str {
        self.selected.map_or(self.texts.not_in_plan, |index| self.options[index].full)
    }

    pub(super) fn named(&self, part: &str) -> String {
        format!("{}, {part}", self.term)
    }
}

/// How a part looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    /// It can be chosen.
    Rest,
    /// The pointer or the keyboard's preview is on it.
    Hovered,
    /// It is what the plan says.
    Selected,
    /// It is chosen, but should not catch the eye.
    Quiet,
    /// It cannot be chosen.
    Off,
}

impl Face {
    pub(super) fn ink(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::Rest | Self::Hovered | Self::Quiet => tokens.ink,
            Self::Selected => tokens.ink_selected,
            Self::Off => tokens.ink_weak,
        }
    }

    fn fill(self, tokens: &Tokens) -> Option<Color32> {
        match self {
            Self::Rest | Self::Off => None,
            Self::Hovered => Some(tokens.hover),
            Self::Selected => Some(tokens.selected),
            Self::Quiet => Some(tokens.chosen),
        }
    }
}

/// The frame of a control and what is painted into it.
pub(super) struct Board<'a> {
    pub(super) ui: Ui,
    pub(super) spec: &'a ControlSpec<'a>,
    pub(super) rect: Rect,
    pub(super) tokens: &'static Tokens,
    pub(super) pen: Pen,
    pub(super) out: ControlOutput,
    texts: Vec<Shape>,
}

impl<'a> Board<'a> {
    /// Starts a control: its node in the accessibility tree and its background.
    pub(super) fn new(parent: &mut Ui, rect: Rect, spec: &'a ControlSpec<'a>, role: Role) -> Self {
        let builder = UiBuilder::new().scope_id(spec.id).max_rect(rect);
        let ui = parent.new_child(builder.accessibility_role(role).accessibility_label(spec.spoken()));
        ui.ctx().accesskit_node_builder(spec.id, |node| node.set_bounds(bounds(rect)));
        let tokens = theme::tokens(&ui);
        let pen = Pen::new(ui.pixels_per_point());
        let rect = pen.snap_rect(rect);
        ui.painter().rect_filled(rect, radius(tokens), tokens.surface);
        Self { ui, spec, rect, tokens, pen, out: ControlOutput::default(), texts: Vec::new() }
    }

    /// A part that can be clicked but takes no focus.
    pub(super) fn part(&self, rect: Rect, salt: impl AsIdSalt) -> Response {
        // What is scrolled out of sight is out of reach.
        let shows = rect.intersect(self.ui.clip_rect());
        let away = vec2(0.0, self.ui.content_rect().height());
        // A sliver of a control is no target.
        let rect = if shows.is_positive() && shows.height() >= 24.0 { shows } else { rect.translate(away) };
        self.ui.interact(rect, self.spec.id.with(salt), Sense::CLICK)
    }

    /// Background of a part. Corners of the control's frame stay round.
    pub(super) fn ground(&self, rect: Rect, face: Face) {
        let Some(fill) = face.fill(self.tokens) else { return };
        let round = radius(self.tokens);
        let [left, right] = [rect.left() <= self.rect.left(), rect.right() >= self.rect.right()]
            .map(|at_the_end| if at_the_end { round } else { 0 });
        self.ui.painter().rect_filled(rect, CornerRadius { nw: left, sw: left, ne: right, se: right }, fill);
    }

    /// A line between two parts.
    pub(super) fn divider(&mut self, x: f32) {
        let width = self.pen.whole(1.0);
        let line = Rect::from_min_size(pos2(x, self.rect.top()), vec2(width, self.rect.height()));
        self.pen.rect(line, self.tokens.line);
    }

    /// One line of text, cut off with an ellipsis where it does not fit. True if it was cut off.
    pub(super) fn text(&mut self, place: Pos2, align: Align2, room: f32, text: &str, look: (FontId, Color32)) -> bool {
        let galley = line(&self.ui, text, look.0, look.1, room);
        let cut = galley.elided;
        let rect = align.anchor_size(place, galley.size());
        self.texts.push(Shape::galley(rect.min, galley, look.1));
        cut
    }

    /// The last part of every control: dots for "not in the plan".
    pub(super) fn dash(&mut self) {
        let rect = self.dash_rect();
        let response = self.part(rect, "dash");
        let on = self.spec.selected.is_none();
        let name = self.spec.named(self.spec.texts.not_in_plan);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, &name));
        let hovered = response.hovered() || self.spec.previewed == Some(None);
        let face = if on {
            Face::Quiet
        } else if hovered {
            Face::Hovered
        } else {
            Face::Rest
        };
        self.ground(rect, face);
        self.divider(rect.left());
        // The dots of an empty cell: a dash means silence, and a minus is a step down.
        let ink = if on { self.tokens.ink } else { self.tokens.ink_weak };
        dots(&mut self.pen, rect.center(), 9.0, ink);
        self.answer(&response, None);
        // The name says it already: as a description it would be read once more.
        crate::ui::view::tip(response, self.spec.texts.not_in_plan);
    }

    /// Where the dots are.
    pub(super) fn dash_rect(&self) -> Rect {
        let width = self.tokens.size.target.min(self.rect.width() / 4.0);
        self.rect.with_min_x(self.pen.snap(self.rect.right() - width))
    }

    /// Notes what the user did with the part that stands for `value`.
    pub(super) fn answer(&mut self, response: &Response, value: Option<usize>) {
        if response.clicked() {
            self.out.chosen = Some(value);
        }
        if response.hovered() {
            self.out.hovered = Some(value);
        }
    }

    /// The same for an option that cannot be chosen.
    pub(super) fn refuse(&mut self, response: &Response, index: usize) {
        if response.clicked() {
            self.out.refused = Some(index);
        }
    }

    /// Paints what was gathered, and the frame.
    pub(super) fn finish(self) -> ControlOutput {
        let painter = self.ui.painter();
        painter.add(Shape::mesh(self.pen.mesh));
        painter.extend(self.texts);
        let edge = Stroke::new(1.0, self.tokens.edge);
        painter.rect_stroke(self.rect, radius(self.tokens), edge, StrokeKind::Inside);
        self.out
    }
}

/// One line of text that fits into `room`.
pub fn line(ui: &Ui, text: &str, font: FontId, color: Color32, room: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, color));
    job.wrap = TextWrapping { max_rows: 1, break_anywhere: true, ..TextWrapping::truncate_at_width(room.max(1.0)) };
    ui.painter().layout_job(job)
}

/// Width of a text on one line.
pub fn width(ui: &Ui, text: &str, font: FontId) -> f32 {
    ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER).size().x
}

/// A small arrow that points down.
pub(crate) fn chevron(pen: &mut Pen, center: Pos2, ink: Color32) {
    for side in [-1.0, 1.0] {
        pen.stroke(center + vec2(4.0 * side, -2.0), center + vec2(-0.5 * side, 2.5), 1.6, ink);
    }
}

/// A rectangle as the accessibility tree has it.
fn bounds(rect: Rect) -> accesskit::Rect {
    let [left, top, right, bottom] = [rect.left(), rect.top(), rect.right(), rect.bottom()].map(f64::from);
    accesskit::Rect { x0: left, y0: top, x1: right, y1: bottom }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a radius of a few points")]
pub(super) fn radius(tokens: &Tokens) -> u8 {
    tokens.size.radius as u8
}
