//! How the screens for a class look: large type that the back row can read, calm cards, few kinds of buttons.

use eframe::egui::{
    Align, Align2, Button, Color32, DragValue, FontId, Frame, Label, Layout, Margin, Rect, Response, RichText, Role,
    Sense, Stroke, StrokeKind, TextEdit, TextWrapMode, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::{
    app::{Action, Edit},
    ui::{
        fonts, limit,
        look::LOW,
        theme,
        view::{View, has_field, is_left},
        widgets::{
            control,
            outline::{Pen, circle},
            pick::{self, Entry},
            tip::Tip as _,
        },
    },
    wording::activities as words,
};

/// Space between tiles, in points.
pub(crate) const GAP: f32 = 10.0;

/// Sizes of type in points; they follow the height of the window, so that a class can read them from the back row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Type {
    /// The question.
    pub(crate) question: f32,
    /// What is said under it, and verdicts.
    pub(crate) lead: f32,
    /// Names of parties, buttons.
    pub(crate) name: f32,
    /// Running text.
    pub(crate) body: f32,
    /// What is of less weight.
    pub(crate) small: f32,
}

impl Type {
    /// The sizes for a window.
    #[must_use]
    pub(crate) fn of(ui: &Ui) -> Self {
        let window = ui.ctx().content_rect().size();
        let tall = (window.y / 720.0).clamp(0.8, 1.5);
        let scale = tall.min((window.x / 1024.0).max(0.8));
        // On the wall nothing is smaller than its least text, nor a verdict than its least large one.
        let [least, large] = if theme::is_projected(ui) { theme::LEAST_ON_THE_WALL } else { [0.0; 2] };
        let size = |points: f32| (points * scale).round().max(least);
        let question = if window.y < LOW { 21.0 } else { 29.0 };
        let question = (question * tall.min(1.15 * scale)).round().max(large);
        Self { question, lead: size(21.0).max(large), name: size(18.0), body: size(16.0), small: size(14.0) }
    }
}

/// A heading.
pub(crate) fn heading(ui: &mut Ui, view: &View<'_>, text: &str, size: f32) -> Response {
    let shown = RichText::new(text).font(fonts::semibold(size)).color(view.tokens.ink);
    let response = ui.add(Label::new(shown).wrap());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
    response
}

/// Running text.
pub(crate) fn text(ui: &mut Ui, view: &View<'_>, text: &str, size: f32) -> Response {
    ui.add(Label::new(RichText::new(text).font(fonts::regular(size)).color(view.tokens.ink)).wrap())
}

/// Text of less weight.
pub(crate) fn weak(ui: &mut Ui, view: &View<'_>, text: &str, size: f32) -> Response {
    ui.add(Label::new(RichText::new(text).font(fonts::regular(size)).color(view.tokens.ink_weak)).wrap())
}

/// Height of a text in this width, shown or not.
pub(crate) fn height(ui: &Ui, text: &str, font: FontId, width: f32) -> f32 {
    ui.painter().layout(text.to_owned(), font, Color32::PLACEHOLDER, width).size().y
}

/// Text that goes to the next line as a whole, and is broken only where a line of its own is too short for it.
pub(crate) fn whole(ui: &mut Ui, text: &str, size: f32, ink: Color32) -> Response {
    let font = fonts::regular(size);
    let fits = control::width(ui, text, font.clone()) <= ui.max_rect().width();
    let label = Label::new(RichText::new(text).font(font).color(ink));
    ui.add(if fits { label.extend() } else { label.wrap() })
}

/// A card.
pub(crate) fn card<R>(ui: &mut Ui, view: &View<'_>, margin: i8, add: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = Frame::new()
        .fill(view.tokens.surface)
        .stroke(Stroke::new(1.0, view.tokens.line))
        .corner_radius(8)
        .inner_margin(Margin::same(margin));
    frame.show(ui, add).inner
}

/// A column of this width in a row of columns.
pub(crate) fn column(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        add(ui);
    });
}

/// The button that a screen is for.
pub(crate) fn primary(ui: &mut Ui, view: &View<'_>, label: &str, enabled: bool) -> Response {
    wide_primary(ui, view, label, &[], enabled)
}

/// The button that a screen is for, as wide as with each of these labels: what stands beside it stays where it is.
pub(crate) fn wide_primary(ui: &mut Ui, view: &View<'_>, label: &str, labels: &[&str], enabled: bool) -> Response {
    let size = Type::of(ui).name;
    let widest = labels.iter().map(|label| control::width(ui, label, fonts::semibold(size))).fold(0.0, f32::max);
    let least = vec2(widest + 2.0 * ui.spacing().button_padding.x, size * 2.2);
    let ink = if enabled { view.tokens.ink_selected } else { view.tokens.ink_weak };
    let fill = if enabled { view.tokens.selected } else { view.tokens.hover };
    let text = RichText::new(label).font(fonts::semibold(size)).color(ink);
    let response = ui.add_enabled(enabled, Button::new(text).fill(fill).min_size(least));
    ring(ui, view, &response);
    response
}

/// Any other button.
pub(crate) fn plain(ui: &mut Ui, label: &str, enabled: bool) -> Response {
    let size = Type::of(ui).body;
    let text = RichText::new(label).font(fonts::regular(size));
    ui.add_enabled(enabled, Button::new(text).min_size(vec2(0.0, (size * 2.0).max(32.0))))
}

/// A button that opens a list of names to pick from, each with whether it is what is chosen; returns the place of what was
/// picked.
pub(crate) fn list(ui: &mut Ui, text: RichText, name: &str, names: &[(String, bool)]) -> Option<usize> {
    let entries: Vec<Entry<'_>> = names.iter().map(|(name, on)| Entry::new(name, *on)).collect();
    let least = vec2(0.0, (Type::of(ui).body * 2.0).max(32.0));
    pick::button(ui, Button::new(text).min_size(least), name, &entries).1
}

/// One of several choices, side by side.
pub(crate) fn choice(ui: &mut Ui, view: &View<'_>, label: &str, on: bool) -> Response {
    choice_if(ui, view, label, on, true)
}

/// The same where it can be chosen only at times. A scope around it would be as wide as what is left of the line.
pub(crate) fn choice_if(ui: &mut Ui, view: &View<'_>, label: &str, on: bool, enabled: bool) -> Response {
    let size = Type::of(ui).body;
    let (fill, ink) =
        if on { (view.tokens.selected, view.tokens.ink_selected) } else { (view.tokens.surface, view.tokens.ink) };
    let font = if on { fonts::semibold(size) } else { fonts::regular(size) };
    // It goes to the next line as a whole, and is broken only where a line of its own is too short for it.
    let width = control::width(ui, label, font.clone()) + 2.0 * ui.spacing().button_padding.x;
    let mode = if width <= ui.max_rect().width() { TextWrapMode::Extend } else { TextWrapMode::Wrap };
    let text = RichText::new(label).font(font).color(ink);
    let button = Button::new(text).fill(fill).min_size(vec2(0.0, (size * 2.0).max(32.0)));
    let response = ui.add_enabled(enabled, button.wrap_mode(mode));
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, enabled, on, label));
    ring(ui, view, &response);
    response
}

/// The focus ring of a button that has a fill of its own.
fn ring(ui: &Ui, view: &View<'_>, response: &Response) {
    if response.has_focus() {
        let stroke = Stroke::new(view.tokens.size.ring, view.tokens.focus);
        let rect = response.rect.expand(view.tokens.size.ring_gap);
        ui.painter().rect_stroke(rect, view.tokens.size.radius + 2.0, stroke, StrokeKind::Outside);
    }
}

/// A row with a radio button or a check mark in front and a text behind; as wide as `width`.
pub(crate) fn option(ui: &mut Ui, view: &View<'_>, spec: &OptionSpec<'_>) -> Response {
    let tokens = view.tokens;
    let font = if spec.on { fonts::semibold(spec.size) } else { fonts::regular(spec.size) };
    let height = (spec.size * 1.75).max(28.0);
    let sense = if spec.enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(spec.width, height), sense);
    response.widget_info(|| WidgetInfo::selected(spec.role, spec.enabled, spec.on, spec.name));
    let lit = spec.enabled && response.hovered();
    let ground = if lit { tokens.hover } else { theme::CLEAR };
    ui.painter().rect_filled(rect, tokens.size.radius, ground);
    if response.has_focus() {
        let stroke = Stroke::new(2.0, tokens.focus);
        ui.painter().rect_stroke(rect, tokens.size.radius, stroke, StrokeKind::Inside);
    }
    let radius = (spec.size * 0.5).max(8.0);
    let centre = pos2(rect.left() + 6.0 + radius, rect.center().y);
    let edge = if spec.enabled { tokens.ink_weak } else { tokens.edge };
    if spec.role == Role::CheckBox {
        check_box(ui, view, Rect::from_center_size(centre, Vec2::splat(radius * 2.0)), spec.on);
    } else {
        let mut pen = Pen::new(ui.pixels_per_point());
        pen.line(circle(radius), centre, radius, 1.6, edge);
        if spec.on {
            pen.fill(circle(radius * 0.56), centre, radius * 0.56, tokens.ink);
        }
        ui.painter().add(eframe::egui::Shape::mesh(pen.mesh));
    }
    let left = centre.x + radius + 8.0;
    let ink = if spec.enabled || spec.on { tokens.ink } else { tokens.ink_weak };
    let galley = line(ui, spec.label, font, rect.right() - left - 4.0, ink);
    ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, ink);
    response
}

fn check_box(ui: &Ui, view: &View<'_>, rect: Rect, on: bool) {
    let tokens = view.tokens;
    let fill = if on { tokens.selected } else { tokens.surface };
    ui.painter().rect(rect, 4.0, fill, Stroke::new(1.6, tokens.ink_weak), StrokeKind::Inside);
    if on {
        let at = |x: f32, y: f32| rect.min + vec2(x * rect.width(), y * rect.height());
        let hook = vec![at(0.24, 0.52), at(0.43, 0.7), at(0.77, 0.3)];
        ui.painter().line(hook, Stroke::new(2.2, tokens.ink_selected));
    }
}

/// The width of an option that shows its whole label, chosen or not.
pub(crate) fn option_width(ui: &Ui, label: &str, size: f32) -> f32 {
    let radius = (size * 0.5).max(8.0);
    6.0 + 2.0 * radius + 8.0 + control::width(ui, label, fonts::semibold(size)) + 5.0
}

/// What an option shows.
pub(crate) struct OptionSpec<'a> {
    /// Radio button or check box.
    pub role: Role,
    /// What is read.
    pub label: &'a str,
    /// What screen readers say.
    pub name: &'a str,
    /// True if it is chosen.
    pub on: bool,
    /// True if it can be chosen.
    pub enabled: bool,
    /// Width in points.
    pub width: f32,
    /// Size of the type in points.
    pub size: f32,
}

/// A line of text, cut at `width`.
pub(crate) fn line(
    ui: &Ui,
    text: &str,
    font: FontId,
    width: f32,
    ink: Color32,
) -> std::sync::Arc<eframe::egui::Galley> {
    let mut job = eframe::egui::text::LayoutJob::simple_singleline(text.to_owned(), font, ink);
    job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(width.max(1.0));
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// A field in which students write.
pub(crate) struct Field<'a> {
    /// Read over the field; empty for none.
    pub label: &'a str,
    /// What screen readers say; of all fields on the screen it is the only one of this name.
    pub name: &'a str,
    /// What stands in it.
    pub value: &'a str,
    /// The largest number of characters.
    pub limit: usize,
    /// Lines; 1 for a field of a single line.
    pub rows: usize,
    /// Size of the type in points.
    pub size: f32,
}

/// Shows a field; what is typed becomes an edit, and leaving the field ends the step.
pub(crate) fn field(
    ui: &mut Ui,
    view: &View<'_>,
    spec: &Field<'_>,
    out: &mut Vec<Action>,
    edit: impl FnOnce(String) -> Edit,
) -> Response {
    if !spec.label.is_empty() {
        weak(ui, view, spec.label, spec.size);
    }
    let mut value = spec.value.to_owned();
    let field = if spec.rows == 1 { TextEdit::singleline(&mut value) } else { TextEdit::multiline(&mut value) };
    let field = field
        .id_salt(("class", spec.name))
        .char_limit(spec.limit)
        .desired_rows(spec.rows)
        .desired_width(f32::INFINITY)
        .margin(Margin::symmetric(8, 6))
        .font(fonts::regular(spec.size));
    let response = ui.add(field).accessible_name(spec.name);
    has_field(ui);
    if response.changed() && value != spec.value {
        out.push(Action::Edit(edit(value)));
    }
    limit::told(ui, view, spec.value, spec.limit);
    if is_left(ui, &response) {
        out.push(Action::CloseStep);
    }
    response
}

/// A field for a number of hands.
pub(crate) fn hands(
    ui: &mut Ui,
    name: &str,
    value: u16,
    size: Vec2,
    out: &mut Vec<Action>,
    edit: impl FnOnce(u16) -> Edit,
) {
    let mut n = value;
    let field = DragValue::new(&mut n).range(0..=crate::domain::MAX_HANDS).speed(0.1);
    // An answer without hands is no answer of none.
    let field = field.custom_formatter(|n, _| if n < 1.0 { String::new() } else { format!("{n:.0}") });
    let response = ui.add_sized(size, field).accessible_name(name).tip(words::HANDS);
    has_field(ui);
    if value == 0 && !response.has_focus() {
        let tokens = theme::tokens(ui.ctx());
        let (font, ink) = (fonts::regular(tokens.size.small), tokens.ink_weak);
        ui.painter().text(response.rect.center(), Align2::CENTER_CENTER, words::HANDS_SHORT, font, ink);
    }
    if n != value {
        out.push(Action::Edit(edit(n)));
    }
    if is_left(ui, &response) || response.drag_stopped() {
        out.push(Action::CloseStep);
    }
}

/// The number of equal columns of at least `least` points in `width`, at most `most`, and the width of each.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of columns")]
#[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
pub(crate) fn columns(width: f32, least: f32, gap: f32, most: usize) -> (usize, f32) {
    let n = (((width + gap) / (least + gap)) as usize).clamp(1, most.max(1));
    (n, ((width - gap * (n - 1) as f32) / n as f32).floor())
}
