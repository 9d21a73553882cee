//! A pointer that rests lies on what thirty people read: it goes, and is back with the first movement.

use std::time::Duration;

use eframe::egui::{CursorIcon, Ui};

/// So long, in seconds, it rests before it goes.
const REST: f32 = 3.0;

/// Hides the pointer once it has rested. Comes last: whatever it lies on may have given it a shape.
pub(super) fn goes(ui: &Ui) {
    let (is_there, rested) = ui.input(|input| {
        let pointer = &input.pointer;
        let rested = pointer.time_since_last_movement().min(pointer.time_since_last_click());
        (pointer.has_pointer(), if pointer.any_down() { 0.0 } else { rested })
    });
    if !is_there {
        return;
    }
    if rested >= REST {
        ui.set_cursor_icon(CursorIcon::None);
    } else {
        ui.ctx().request_repaint_after(Duration::from_secs_f32(REST - rested));
    }
}
