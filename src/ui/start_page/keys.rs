//! The keys of the page. Letters go to its field; a digit that searches nothing is still a choice in the table.

use eframe::egui::{Event, Key, Modifiers, Ui};

use super::list::List;
use crate::{
    app::{Action, StartPage},
    ui::{keys::table_text, view::table_id},
};

/// Moves the choice; returns whether Enter opens it.
pub(super) fn keys(ui: &Ui, list: &List<'_>, next: &mut StartPage, out: &mut Vec<Action>) -> bool {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::Escape) {
        out.push(Action::CloseDialog);
        return false;
    }
    if next.search.is_empty() {
        table_digits(ui, out);
    }
    // A button that the Tab key has reached is pressed by Enter itself.
    let focused = ui.memory(|memory| memory.focused());
    let on_a_button = focused.is_some_and(|focused| focused != table_id() && !ui.text_edit_focused());
    if on_a_button {
        return false;
    }
    if pressed(Key::ArrowDown) {
        next.chosen = Some(list.moved(next, true));
    }
    if pressed(Key::ArrowUp) {
        next.chosen = Some(list.moved(next, false));
    }
    // In a text they move the cursor.
    if next.search.is_empty() && pressed(Key::ArrowRight) {
        next.chosen = Some(list.beside(next, true));
    }
    if next.search.is_empty() && pressed(Key::ArrowLeft) {
        next.chosen = Some(list.beside(next, false));
    }
    pressed(Key::Enter)
}

/// Takes digits out of what was typed: the first choice in the table takes one key.
fn table_digits(ui: &Ui, out: &mut Vec<Action>) {
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Text(text) = event else { return true };
            let choice = table_text(text).filter(|action| matches!(action, Action::ChooseInFocus(Some(_))));
            let is_kept = choice.is_none();
            out.extend(choice);
            is_kept
        });
    });
}
