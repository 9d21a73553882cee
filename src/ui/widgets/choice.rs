//! A button that opens a list: for more than four options, or long ones. The list also serves the number control.

use eframe::egui::{
    Align, Align2, Id, Popup, Rect, Response, Role, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::{
    control::{Board, ControlOutput, ControlSpec, Face, chevron, line, radius, width},
    outline::{Pen, circle},
};
use crate::ui::{fonts, theme};

/// Shows the control in `rect`, all of which it fills.
pub fn choice(ui: &mut Ui, rect: Rect, spec: &ControlSpec<'_>) -> ControlOutput {
    let mut board = Board::new(ui, rect, spec, Role::Group);
    let field = board.rect.with_max_x(board.dash_rect().left());
    let response = field_button(&mut board, field, &spec.named(spec.current()));
    board.dash();
    let ControlOutput { chosen, hovered } = list(&response, spec, field.width());
    let mut out = board.finish();
    out.chosen = out.chosen.or(chosen);
    out.hovered = out.hovered.or(hovered);
    out
}

/// The list's id, to open it from the keyboard: `Popup::open_id(ctx, list_id(spec.id))`.
#[must_use]
pub fn list_id(control: Id) -> Id {
    control.with("field").with("popup")
}

/// The field that shows the value and opens the list.
pub(super) fn field_button(board: &mut Board<'_>, rect: Rect, name: &str) -> Response {
    let response = board.part(rect, "field");
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, name);
        info.current_text_value = Some(board.spec.current().to_owned());
        info
    });
    let open = Popup::is_id_open(&board.ui, list_id(board.spec.id));
    let face = if response.hovered() || open { Face::Hovered } else { Face::Rest };
    board.ground(rect, face);
    let ink = if board.spec.selected.is_some() { board.tokens.ink } else { board.tokens.ink_weak };
    let font = fonts::regular(board.tokens.size.body);
    let room = rect.width() - 10.0 - CHEVRON_ROOM;
    let text = board.spec.current();
    let cut = board.text(pos2(rect.left() + 10.0, rect.center().y), Align2::LEFT_CENTER, room, text, (font, ink));
    chevron(&mut board.pen, pos2(rect.right() - CHEVRON_ROOM / 2.0, rect.center().y), board.tokens.ink_weak);
    if cut && !open { response.on_hover_text(text) } else { response }
}

/// Width at the right end of a field that its arrow takes.
pub(super) const CHEVRON_ROOM: f32 = 24.0;

/// The list under a field while it is open.
pub(super) fn list(field: &Response, spec: &ControlSpec<'_>, least_width: f32) -> ControlOutput {
    let mut out = ControlOutput::default();
    let just_opened = field.ctx.read_response(list_id(spec.id)).is_none();
    Popup::menu(field).id(list_id(spec.id)).gap(2.0).accessible_name(spec.term).show(|ui| {
        let font = fonts::regular(theme::tokens(ui).size.body);
        let names = spec.options.iter().map(|option| option.full).chain([spec.texts.not_in_plan]);
        let widest = names.map(|name| width(ui, name, font.clone())).fold(0.0, f32::max);
        ui.set_width((widest + 2.0 * MARGIN + RADIO_ROOM).clamp(least_width.min(MOST_WIDTH), MOST_WIDTH));
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().max_height(ui.spacing().combo_height).show(ui, |ui| {
            for index in 0..spec.options.len() {
                row(ui, spec, Some(index), just_opened, &mut out);
            }
            let (gap, _) = ui.allocate_exact_size(vec2(ui.available_width(), 9.0), Sense::hover());
            let line = Stroke::new(1.0, theme::tokens(ui).line);
            ui.painter().hline(gap.x_range(), ui.painter().round_to_pixel_center(gap.center().y), line);
            row(ui, spec, None, just_opened, &mut out);
        });
    });
    out
}

const MARGIN: f32 = 8.0;
const RADIO_ROOM: f32 = 24.0;
const MOST_WIDTH: f32 = 480.0;

/// A row of the list; `None` is "not in the plan".
fn row(ui: &mut Ui, spec: &ControlSpec<'_>, value: Option<usize>, just_opened: bool, out: &mut ControlOutput) {
    let tokens = theme::tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), tokens.size.target), Sense::click());
    let option = value.map(|index| spec.options[index]);
    let available = option.is_none_or(|option| option.available);
    let on = spec.selected == value;
    let spoken = value.map_or_else(|| spec.named(spec.texts.not_in_plan), |index| spec.option_name(index));
    // The button beside the list says "not in the plan" too; a name of its own keeps the two apart.
    let role = if value.is_some() { Role::RadioButton } else { Role::MenuItemRadio };
    response.widget_info(|| WidgetInfo::selected(role, available, on, &spoken));
    if on && just_opened {
        response.scroll_to_me(Some(Align::Center));
    }
    if available && (response.hovered() || response.has_focus()) {
        ui.painter().rect_filled(rect, radius(tokens), tokens.hover);
        out.hovered = Some(value);
    }
    if response.has_focus() {
        let ring = Stroke::new(2.0, tokens.focus);
        ui.painter().rect_stroke(rect, radius(tokens), ring, StrokeKind::Inside);
    }
    if available && response.clicked() {
        out.chosen = Some(value);
        ui.close();
    }
    let ink = if available { tokens.ink } else { tokens.ink_weak };
    let mut pen = Pen::new(ui.pixels_per_point());
    let dot = pos2(rect.left() + MARGIN + 7.0, rect.center().y);
    let edge = if available { tokens.ink_weak } else { tokens.edge };
    pen.line(circle(7.0), dot, 7.0, 1.5, edge);
    if on {
        pen.fill(circle(4.0), dot, 4.0, tokens.ink);
    }
    ui.painter().add(Shape::mesh(pen.mesh));
    let left = rect.left() + MARGIN + RADIO_ROOM;
    let name = option.map_or(spec.texts.not_in_plan, |option| option.full);
    let galley = line(ui, name, fonts::regular(tokens.size.body), ink, rect.right() - MARGIN - left);
    ui.painter().galley(Align2::LEFT_CENTER.anchor_size(pos2(left, rect.center().y), galley.size()).min, galley, ink);
    if let Some(option) = option.filter(|option| !option.tooltip.is_empty()) {
        response.on_hover_text(option.tooltip);
    }
}
