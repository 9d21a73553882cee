//! Whether the last thing pressed was a key. What has the keyboard shows it everywhere; in a picture, where a ring around a
//! place looks like something that is said about it, only to those who go by keys.

use eframe::egui::{Event, Id, Ui};

fn id() -> Id {
    Id::unique("by_keys")
}

/// Takes note of what was pressed in this frame.
pub(super) fn note(ui: &Ui) {
    let last = ui.input(|input| {
        input.events.iter().rev().find_map(|event| match event {
            Event::Key { pressed: true, .. } => Some(true),
            Event::PointerButton { pressed: true, .. } | Event::Touch { .. } => Some(false),
            _ => None,
        })
    });
    if let Some(by_keys) = last {
        ui.data_mut(|data| data.insert_temp(id(), by_keys));
    }
}

/// True unless the last thing pressed was a button of the mouse, or the screen.
pub(super) fn is(ui: &Ui) -> bool {
    ui.data(|data| data.get_temp(id())).unwrap_or(true)
}
