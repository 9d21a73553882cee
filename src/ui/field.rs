//! A field that shows what is chosen and opens a list of names.

use eframe::egui::{
    Event, EventFilter, Key, Modifiers, Popup, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::{
    fonts,
    theme::tokens,
    view::takes_letters,
    widgets::{
        control::{chevron, line},
        outline::Pen,
        pick::{self, Entry, List},
    },
};

/// Room for the arrow at the right end, and before the text, in points.
const ARROW: f32 = 24.0;
const MARGIN: f32 = 8.0;

/// Draws a field of this name that shows this text, `width` points wide; returns the place of what was picked.
pub(super) fn field(ui: &mut Ui, what: (&str, &str), width: f32, names: &[(String, bool)]) -> Option<usize> {
    with_response(ui, what, width, names).1
}

/// The same with the field itself.
pub(super) fn with_response(
    ui: &mut Ui,
    (name, shown): (&str, &str),
    width: f32,
    names: &[(String, bool)],
) -> (Response, Option<usize>) {
    let tokens = tokens(ui);
    let size = vec2(width.min(ui.available_width().max(80.0)), ui.spacing().interact_size.y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, name);
        info.current_text_value = Some(shown.to_owned());
        info
    });
    let id = Popup::default_response_id(&response);
    let fill = if response.hovered() || Popup::is_id_open(ui, id) { tokens.hover } else { tokens.surface };
    let edge = Stroke::new(1.0, tokens.edge);
    ui.painter().rect(rect, tokens.size.radius, fill, edge, StrokeKind::Inside);
    if response.has_focus() {
        // Up and down open the list, as they do in any form, and lead nowhere else.
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) || pressed(Key::ArrowUp) {
            pick::open(ui, id, "");
        } else if let Some(typed) = typed(ui) {
            pick::open(ui, id, &typed);
        }
        takes_letters(ui, &response);
        let ring = Stroke::new(2.0, tokens.focus);
        ui.painter().rect_stroke(rect, tokens.size.radius, ring, StrokeKind::Outside);
    }
    let galley = line(ui, shown, fonts::regular(tokens.size.body), tokens.ink, rect.width() - ARROW - MARGIN);
    let at = pos2(rect.left() + MARGIN, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, tokens.ink);
    let mut pen = Pen::new(ui.pixels_per_point());
    chevron(&mut pen, pos2(rect.right() - ARROW / 2.0, rect.center().y), tokens.ink_weak);
    ui.painter().add(eframe::egui::Shape::mesh(pen.mesh));
    let entries: Vec<Entry<'_>> = names.iter().map(|(name, on)| Entry::new(name, *on)).collect();
    let picked = pick::list(&response, &List { id, name, least_width: width, entries: &entries }).chosen;
    (response, picked)
}

/// What was typed where the list is not open yet: it opens, and that is the first that is typed there. A blank opens it as a
/// click does.
fn typed(ui: &Ui) -> Option<String> {
    let mut typed = String::new();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Text(text) = event else { return true };
            let is_first_blank = typed.is_empty() && text.trim().is_empty();
            if !is_first_blank {
                typed.push_str(text);
            }
            is_first_blank
        });
    });
    Some(typed).filter(|typed| !typed.is_empty())
}
