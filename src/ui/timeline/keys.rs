//! The keys of the chart and of the table in its place, while they have the focus.

use eframe::egui::{Event, EventFilter, Key, Modifiers, Ui};

use crate::app::{
    Action,
    timeline::{self, Step},
};

use super::{View, stop_id};

/// Turns keys into actions.
pub(super) fn keys(ui: &Ui, view: &View<'_>, out: &mut Vec<Action>) {
    if !ui.memory(|memory| memory.has_focus(stop_id())) {
        return;
    }
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(stop_id(), filter));
    for event in ui.input(|input| input.events.clone()) {
        match event {
            Event::Key { key, pressed: true, modifiers, .. } => out.extend(key_action(key, modifiers)),
            Event::Text(text) if view.state.settings.single_key_shortcuts && text.eq_ignore_ascii_case("t") => {
                out.push(Action::Timeline(timeline::Action::AsTable(!view.state.timeline.as_table)));
            }
            _ => {}
        }
    }
}

fn key_action(key: Key, modifiers: Modifiers) -> Option<Action> {
    if modifiers.any() {
        return None;
    }
    let here = match key {
        Key::ArrowUp => timeline::Action::Move(Step::Up),
        Key::ArrowDown => timeline::Action::Move(Step::Down),
        Key::ArrowLeft => timeline::Action::Move(Step::Left),
        Key::ArrowRight => timeline::Action::Move(Step::Right),
        Key::Home => timeline::Action::Move(Step::First),
        Key::End => timeline::Action::Move(Step::Last),
        Key::Enter | Key::Space => timeline::Action::Open,
        _ => return None,
    };
    Some(Action::Timeline(here))
}
