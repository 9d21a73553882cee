//! What was typed in a box outlives it: a click beside the box, or Esc, closes it, and loses nothing.

use super::{Dialog, FileDialog, NewCase, State, WorkId};

/// A box that was closed with something typed in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The work that was open.
    work: WorkId,
    dialog: Dialog,
}

impl State {
    /// Closes what lies over the table.
    pub(super) fn close_dialog(&mut self) {
        self.put_aside();
        self.session.dialog = None;
    }

    /// Keeps what was typed in the box that is open, if anything was.
    fn put_aside(&mut self) {
        let Some(dialog) = self.session.dialog.as_ref().filter(|dialog| has_typed(dialog)) else { return };
        self.session.aside = Some(Aside { work: self.document.work, dialog: dialog.clone() });
    }

    /// A box that opens, with what was typed in it before.
    pub(super) fn taken_up(&mut self, opens: Dialog) -> Dialog {
        if matches!((&self.session.dialog, &opens), (Some(Dialog::NewCase(_)), Dialog::NewCase(_))) {
            // It is open, and being typed in.
            return opens;
        }
        self.put_aside();
        let known = self.session.aside.clone();
        match (opens, known) {
            (Dialog::NewCase(NewCase { title, .. }), Some(Aside { dialog: Dialog::NewCase(typed), .. }))
                if title.is_empty() =>
            {
                self.session.aside = None;
                Dialog::NewCase(typed)
            }
            (Dialog::File(file), Some(Aside { work, dialog: Dialog::File(typed) }))
                if typed.goal == file.goal && work == self.document.work =>
            {
                self.session.aside = None;
                Dialog::File(with_what_was_typed(file, &typed))
            }
            (opens, _) => opens,
        }
    }
}

/// True if something stands in the box that nobody has but who typed it.
fn has_typed(dialog: &Dialog) -> bool {
    match dialog {
        Dialog::File(file) => file.is_for_saving() && (has_title(file) || file.is_named()),
        Dialog::NewCase(new) => !new.title.trim().is_empty(),
        _ => false,
    }
}

fn has_title(file: &FileDialog) -> bool {
    file.title.as_ref().is_some_and(|title| !title.trim().is_empty())
}

fn with_what_was_typed(file: FileDialog, typed: &FileDialog) -> FileDialog {
    let is_asked = file.title.is_some();
    let title = typed.title.clone().filter(|_| is_asked).or_else(|| file.title.clone());
    let has_name = typed.is_named() || (is_asked && has_title(typed));
    let (name, proposed) = if has_name {
        (typed.name.clone(), typed.proposed.clone())
    } else {
        (file.name.clone(), file.proposed.clone())
    };
    FileDialog { title, name, proposed, ..file }
}
