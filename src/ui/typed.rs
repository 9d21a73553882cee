//! Undo while a text field has the keyboard. What was typed since the keyboard came there is the field's to take back;
//! before and after that, undo is the program's, as everywhere else.

use eframe::egui::{Id, Response, Ui, text_edit::TextEditState};

use crate::app::Command;

/// The field that has the keyboard.
#[derive(Clone)]
struct Typed {
    field: Id,
    /// What stood there when the keyboard came, or when it was last changed from elsewhere.
    before: String,
    /// What it showed when it was last drawn.
    shown: String,
    /// True if it has shown something else than `before` since then.
    was_changed: bool,
}

fn id() -> Id {
    Id::unique("typed")
}

/// Follows a field that was just drawn: `held` is what the state has for it, `shown` what stands there now.
pub(super) fn follow(ui: &Ui, field: &Response, held: &str, shown: &str) {
    if !field.has_focus() {
        return;
    }
    let known: Option<Typed> = ui.data(|data| data.get_temp(id()));
    let known = known.filter(|known| known.field == field.id && known.shown == held && !field.gained_focus());
    let mut now = known.unwrap_or_else(|| {
        // Older texts of the field are not what was typed.
        if let Some(mut state) = TextEditState::load(ui.ctx(), field.id) {
            state.clear_undoer();
            state.store(ui.ctx(), field.id);
        }
        Typed { field: field.id, before: held.to_owned(), shown: String::new(), was_changed: false }
    });
    now.shown = shown.to_owned();
    now.was_changed |= now.shown != now.before;
    ui.data_mut(|data| data.insert_temp(id(), now));
}

/// True if a command of undo finds nothing to do in the field that has the keyboard, and is for the whole program.
#[must_use]
pub(super) fn has_nothing_for(ui: &Ui, command: Command) -> bool {
    let focused = ui.memory(|memory| memory.focused());
    let known: Option<Typed> = ui.data(|data| data.get_temp(id()));
    let Some(known) = known.filter(|known| Some(known.field) == focused) else { return false };
    match command {
        Command::Undo => known.shown == known.before,
        Command::Redo => !known.was_changed,
        _ => false,
    }
}
