//! The keys of the page. What is typed goes to its field: a day or a year is searched for like any other word.

use eframe::egui::{Event, Key, Modifiers, Ui};

use super::list::List;
use crate::{
    app::{Action, StartPage, Tab},
    ui::{
        keys::in_table,
        view::{View, table_id},
    },
};

/// Moves the choice; returns whether Enter opens it.
pub(super) fn keys(ui: &Ui, view: &View<'_>, list: &List<'_>, next: &mut StartPage, out: &mut Vec<Action>) -> bool {
    if let Some(rest) = after_escape(ui) {
        out.push(Action::CloseDialog);
        if view.state.session.tab == Tab::Explore {
            in_table(ui, view, rest, out);
        }
        return false;
    }
    let presses = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    // A button that the Tab key has reached is pressed by Enter itself.
    let focused = ui.memory(|memory| memory.focused());
    let on_a_button = focused.is_some_and(|focused| focused != table_id() && !ui.text_edit_focused());
    if on_a_button {
        return false;
    }
    for (key, on) in [(Key::ArrowDown, true), (Key::ArrowUp, false)] {
        for _ in 0..presses(key) {
            next.chosen = Some(list.moved(next, on));
        }
    }
    // In a text they move the cursor.
    for (key, on) in [(Key::ArrowRight, true), (Key::ArrowLeft, false)] {
        for _ in 0..if next.search.is_empty() { presses(key) } else { 0 } {
            next.chosen = Some(list.beside(next, on));
        }
    }
    presses(Key::Enter) > 0
}

/// Takes the key that closes the page out of the input, and what a slow frame has after it: that was not meant for the
/// page any more.
fn after_escape(ui: &Ui) -> Option<Vec<Event>> {
    let is_escape = |event: &Event| matches!(event, Event::Key { key: Key::Escape, pressed: true, modifiers, .. } if modifiers.is_none());
    ui.input_mut(|input| {
        let at = input.events.iter().position(is_escape)?;
        Some(input.events.drain(at..).skip(1).collect())
    })
}
