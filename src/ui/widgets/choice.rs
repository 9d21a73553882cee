//! A button that opens a list: for more than four options, or long ones. The list also serves the number control.

use eframe::egui::{Align2, Id, Popup, Rect, Response, Role, Ui, WidgetInfo, pos2};

use super::tip::Tip as _;
use super::{
    control::{Board, ControlOutput, ControlSpec, Face, chevron, width},
    pick::{self, Entry},
};
use crate::ui::fonts;

/// Shows the control in `rect`, all of which it fills.
pub fn choice(ui: &mut Ui, rect: Rect, spec: &ControlSpec<'_>) -> ControlOutput {
    let mut board = Board::new(ui, rect, spec, Role::Group);
    let field = board.rect.with_max_x(board.dash_rect().left());
    let response = field_button(&mut board, field, &spec.named(spec.current()));
    board.dash();
    let ControlOutput { chosen, hovered, .. } = list(&response, spec, field.width());
    let mut out = board.finish();
    out.chosen = out.chosen.or(chosen);
    out.hovered = out.hovered.or(hovered);
    out
}

/// The list's id, to open it from the keyboard: `Popup::open_id(ctx, list_id(spec.id))`.
#[must_use]
pub(crate) fn list_id(control: Id) -> Id {
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
    let (short, full) = (board.spec.current(), board.spec.current_in_full());
    let text = if width(&board.ui, full, font.clone()) <= room { full } else { short };
    let cut = board.text(pos2(rect.left() + 10.0, rect.center().y), Align2::LEFT_CENTER, room, text, (font, ink));
    chevron(&mut board.pen, pos2(rect.right() - CHEVRON_ROOM / 2.0, rect.center().y), board.tokens.ink_weak);
    if (cut || text != full) && !open { response.tip(full) } else { response }
}

/// Width at the right end of a field that its arrow takes.
pub(super) const CHEVRON_ROOM: f32 = 24.0;

/// The list at a field while it is open.
pub fn list(field: &Response, spec: &ControlSpec<'_>, least_width: f32) -> ControlOutput {
    let option = |index: usize| Entry {
        spoken: spec.option_name(index),
        role: Role::RadioButton,
        available: spec.options[index].available,
        tooltip: spec.options[index].tooltip,
        ..Entry::new(spec.options[index].full, spec.selected == Some(index))
    };
    // The button beside the list says "not in the plan" too; a role of its own keeps the two apart.
    let none = Entry {
        spoken: spec.named(spec.texts.not_in_plan),
        apart: true,
        ..Entry::new(spec.texts.not_in_plan, spec.selected.is_none())
    };
    let entries: Vec<Entry<'_>> = (0..spec.options.len()).map(option).chain([none]).collect();
    let shown = pick::List { id: list_id(spec.id), name: spec.term, least_width, entries: &entries };
    let picked = pick::list(field, &shown);
    let value = |place: usize| Some(place).filter(|place| *place < spec.options.len());
    ControlOutput { chosen: picked.chosen.map(value), hovered: picked.hovered.map(value), refused: None }
}
