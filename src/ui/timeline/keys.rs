//! The keys of the chart and of the table in its place, while they have the focus.

use eframe::egui::{Event, EventFilter, Key, Modifiers, Ui};

use crate::app::{
    Action,
    timeline::{Action as Here, Step},
};

use super::{View, stop_id};

/// Turns keys into actions.
pub fn keys(ui: &Ui, view: &View<'_>, out: &mut Vec<Action>) {
    if !ui.memory(|memory| memory.has_focus(stop_id())) {
        return;
    }
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(stop_id(), filter));
    for event in ui.input(|input| input.events.clone()) {
        match event {
            Event::Key { key, pressed: true, modifiers, .. } => out.extend(key_action(key, modifiers)),
            Event::Text(text) if view.state.settings.single_key_shortcuts && text.eq_ignore_ascii_case("t") => {
                out.push(Action::Timeline(Here::AsTable(!view.state.timeline.as_table)));
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
        Key::ArrowUp => Here::Move(Step::Up),
        Key::ArrowDown => Here::Move(Step::Down),
        Key::ArrowLeft => Here::Move(Step::Left),
        Key::ArrowRight => Here::Move(Step::Right),
        Key::Home => Here::Move(Step::First),
        Key::End => Here::Move(Step::Last),
        Key::Enter | Key::Space => Here::Open,
        _ => return None,
    };
    Some(Action::Timeline(here))
}
