//! A picture that is one tab stop and moves its focus by the arrow keys.

use eframe::egui::{Event, EventFilter, Id, Key, Rect, Response, Role, ScrollArea, Sense, Ui, Vec2};

/// Makes the picture a tab stop. It takes the keyboard focus whenever nothing else has it, and lets go of it under a dialog.
pub(super) fn stop(ui: &Ui, id: Id, rect: Rect, (role, name): (Role, &str), under_dialog: bool) -> Response {
    let response = ui.interact(rect, id, Sense::FOCUSABLE);
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(role);
        node.set_label(name);
    });
    if under_dialog {
        response.surrender_focus();
    } else if ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    response
}

/// The keys pressed without modifiers while the picture has the focus. Tab and Escape stay egui's.
pub(super) fn keys(ui: &Ui, id: Id) -> Vec<Key> {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return Vec::new();
    }
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let pressed = |event: &Event| match event {
        Event::Key { key, pressed: true, modifiers, .. } if modifiers.is_none() => Some(*key),
        _ => None,
    };
    ui.input(|input| input.events.iter().filter_map(pressed).collect())
}

/// A scroll area that shows `target`, a part of its contents, once after `here` is another than before: at once, since a
/// ring that glides after the keys is seen late. Its contents call [`scrolled`].
pub(super) fn follow<T>(area: ScrollArea, ui: &Ui, id: Id, here: T, target: Rect, room: Vec2) -> ScrollArea
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let key = id.with("followed");
    if ui.data(|data| data.get_temp::<T>(key)).as_ref() == Some(&here) {
        return area;
    }
    ui.data_mut(|data| data.insert_temp(key, here));
    let mut offset = ui.data(|data| data.get_temp(id.with("offset"))).unwrap_or(Vec2::ZERO);
    for axis in 0..2 {
        let (start, end) = (target.min[axis], target.max[axis]);
        let last = (end - room[axis]).min(start);
        offset[axis] = offset[axis].min(start).max(last).max(0.0);
    }
    area.scroll_offset(offset)
}

/// Remembers how far the contents are scrolled.
pub(super) fn scrolled(ui: &Ui, id: Id, viewport: Rect) {
    ui.data_mut(|data| data.insert_temp(id.with("offset"), viewport.min.to_vec2()));
}
