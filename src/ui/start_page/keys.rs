//! The keys of the page. What is typed goes to its field: a day or a year is searched for like any other word.

use eframe::egui::{Key, Modifiers, Ui};

use super::list::List;
use crate::{
    app::{Action, StartPage},
    ui::view::table_id,
};

/// Moves the choice; returns whether Enter opens it.
pub(super) fn keys(ui: &Ui, list: &List<'_>, next: &mut StartPage, out: &mut Vec<Action>) -> bool {
    let presses = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    if presses(Key::Escape) > 0 {
        out.push(Action::CloseDialog);
        return false;
    }
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
