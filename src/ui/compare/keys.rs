//! The keys of the table, while it has the focus.

use eframe::egui::{Event, EventFilter, Key, Modifiers, Ui};

use crate::app::{Action, Direction, compare};

use super::stop_id;

/// Turns keys into actions.
pub(super) fn keys(ui: &Ui, out: &mut Vec<Action>) {
    if !ui.memory(|memory| memory.has_focus(stop_id())) {
        return;
    }
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(stop_id(), filter));
    for event in ui.input(|input| input.events.clone()) {
        if let Event::Key { key, pressed: true, modifiers: Modifiers::NONE, .. } = event {
            out.extend(here(key).map(Action::Compare));
        }
    }
}

fn here(key: Key) -> Option<compare::Action> {
    Some(match key {
        Key::ArrowUp => compare::Action::Move(Direction::Up),
        Key::ArrowDown => compare::Action::Move(Direction::Down),
        Key::ArrowLeft => compare::Action::Move(Direction::Left),
        Key::ArrowRight => compare::Action::Move(Direction::Right),
        Key::Home => compare::Action::Move(Direction::RowStart),
        Key::End => compare::Action::Move(Direction::RowEnd),
        Key::Enter | Key::Space => compare::Action::Read,
        _ => return None,
    })
}
