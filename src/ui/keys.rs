//! Keys: the shortcuts of commands, and those of the table.

use eframe::egui::{self, Event, EventFilter, Id, Key as EguiKey, Modifiers, Popup, Ui};
use strum::IntoEnumIterator as _;

use crate::{
    app::{Action, Command, Direction, Focus, Key, Place, Shortcut, Tab, WhySubject},
    domain::{TermIx, TermKind},
};

use super::{
    typed,
    view::{View, ask_to_read, begin_anew, may_be_for_a_field, table_id},
    widgets::{choice, pick},
};

/// Runs the commands whose shortcuts were pressed. Must come before the widgets that might want the keys.
pub(super) fn commands(ui: &Ui, view: &View<'_>, out: &mut Vec<Action>) {
    // While a list or a menu is open, keys are its own.
    if Popup::is_any_open(ui.ctx()) {
        return;
    }
    let typing = ui.text_edit_focused();
    // Space and the page keys are needed by what lies above the table, and where their commands have nothing to do.
    let covered = is_covered(ui, view);
    // A letter typed where it could be meant for a field, or into what lies above the table, is no command.
    let letters = view.state.settings.single_key_shortcuts && !typing && !covered && !may_be_for_a_field(ui);
    let is_free = |shortcut: Shortcut, command: Command| {
        !shortcut.is_shared() || (!covered && !typing && command.is_enabled(view.state))
    };
    let mut pressable: Vec<(Shortcut, Command)> = Command::iter()
        .flat_map(|command| command.shortcuts().iter().map(move |shortcut| (*shortcut, command)))
        .chain(arrows(view))
        .filter(|(shortcut, _)| letters || !shortcut.types_text())
        .filter(|(shortcut, command)| !typing || !edits_text(*shortcut) || typed::has_nothing_for(ui, *command))
        .filter(|(shortcut, command)| is_free(*shortcut, *command))
        .filter(|(shortcut, _)| shortcut.key != Key::Home || is_at_home(ui, view))
        .collect();
    // Ctrl+Shift+S before Ctrl+S: the shorter one would match both.
    pressable.sort_by_key(|(shortcut, _)| std::cmp::Reverse((shortcut.shift, shortcut.ctrl)));
    for (shortcut, command) in pressable {
        // Quitting is egui's own: it asks the window to close, and closing is where unsaved work is looked after.
        let held = !shortcut.ctrl && ui.input(|input| is_held(input, shortcut));
        if command != Command::Quit {
            // Two presses in one slow frame are two.
            let n_presses = ui.input_mut(|input| consume(input, shortcut));
            out.extend(std::iter::repeat_n(Action::Run(command), if held { 0 } else { n_presses }));
            if n_presses > 0 && leads_into_the_tab(view, command) && !covered {
                begin_anew(ui);
            }
        }
    }
}

/// True for the key of the tab that is shown: whoever presses it wants to be there with the keyboard, as after the key of
/// another one. In the form of a case nothing takes it by itself.
fn leads_into_the_tab(view: &View<'_>, command: Command) -> bool {
    let state = view.state;
    let is_form = state.session.tab == Tab::Case && state.document.own.is_some();
    command == state.session.tab.command() && !state.presenter.is_on && !is_form
}

/// Esc closes the notice under the table, where nothing lies above the table and nothing is tried out in it.
pub(super) fn close_notice(ui: &Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let Some(newest) = view.state.session.notices.len().checked_sub(1) else { return };
    let is_taken = is_covered(ui, view) || ui.text_edit_focused() || view.state.results.preview.is_some();
    if !is_taken && ui.input_mut(|input| input.consume_key(Modifiers::NONE, EguiKey::Escape)) {
        out.push(Action::CloseNotice(newest));
    }
}

/// True where the key Home has nowhere to go but to the start page: at the beginning of a row of the table, and where
/// nothing has the keyboard.
fn is_at_home(ui: &Ui, view: &View<'_>) -> bool {
    let at_row_start = view.state.session.focus.place == Place::Term;
    ui.memory(|memory| memory.focused().is_none_or(|focused| focused == table_id() && at_row_start))
}

/// True while something lies above the table or the wall that needs the keys.
pub(super) fn is_covered(ui: &Ui, view: &View<'_>) -> bool {
    let dialog = view.state.session.dialog.as_ref();
    let dialog = dialog.is_some_and(|dialog| !view.state.presenter.is_on || dialog.may_be_projected());
    dialog || Popup::is_any_open(ui.ctx())
}

/// What the arrows of a remote do while presenting, if they are to reveal.
fn arrows(view: &View<'_>) -> Vec<(Shortcut, Command)> {
    let arrow = |key| Shortcut { ctrl: false, shift: false, key };
    let reveal = view.state.presenter.is_on && view.state.settings.arrows_reveal;
    let both = [(arrow(Key::Right), Command::RevealNext), (arrow(Key::Left), Command::HideLast)];
    if reveal { both.to_vec() } else { Vec::new() }
}

/// True if a text field has a meaning of its own for the shortcut.
fn edits_text(shortcut: Shortcut) -> bool {
    shortcut.ctrl && matches!(shortcut.key, Key::Left | Key::Right | Key::Letter('Z' | 'Y' | 'C'))
}

/// True if the key only repeats because it is held down: one press reveals one party, and blanks the screen once.
fn is_held(input: &egui::InputState, shortcut: Shortcut) -> bool {
    let keys = key(shortcut.key);
    let repeats = |event: &Event| matches!(event, Event::Key { key, repeat: true, .. } if keys.contains(key));
    input.events.iter().any(repeats)
}

/// Takes the presses of a shortcut out of the input, and counts them.
fn consume(input: &mut egui::InputState, shortcut: Shortcut) -> usize {
    let ctrl = if shortcut.ctrl { Modifiers::COMMAND } else { Modifiers::NONE };
    let modifiers = if shortcut.shift { ctrl.plus(Modifiers::SHIFT) } else { ctrl };
    key(shortcut.key).into_iter().map(|key| input.count_and_consume_key(modifiers, key)).sum()
}

/// The keys of a keyboard that stand for ours.
fn key(key: Key) -> Vec<EguiKey> {
    match key {
        Key::Letter(letter) => EguiKey::from_name(&letter.to_string()).into_iter().collect(),
        Key::Digit(digit) => EguiKey::from_name(&digit.to_string()).into_iter().collect(),
        Key::Left => vec![EguiKey::ArrowLeft],
        Key::Right => vec![EguiKey::ArrowRight],
        Key::Plus => vec![EguiKey::Plus, EguiKey::Equals],
        Key::Minus => vec![EguiKey::Minus],
        Key::Function(number) => EguiKey::from_name(&format!("F{number}")).into_iter().collect(),
        Key::Comma => vec![EguiKey::Comma],
        Key::Period => vec![EguiKey::Period],
        Key::Space => vec![EguiKey::Space],
        Key::PageUp => vec![EguiKey::PageUp],
        Key::PageDown => vec![EguiKey::PageDown],
        Key::Home => vec![EguiKey::Home],
    }
}

/// The keys of the table, while it has the focus or is about to take it since nothing else has.
pub(super) fn table(ui: &Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let is_for_table = ui.memory(|memory| memory.focused().is_none_or(|focused| focused == table_id()));
    if !is_for_table || is_covered(ui, view) {
        return;
    }
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(table_id(), filter));
    in_table(ui, view, ui.input(|input| input.events.clone()), out);
}

/// What the keys among the events do in the table. A slow frame has several: each means what it does where those before
/// it have led.
pub(super) fn in_table(ui: &Ui, view: &View<'_>, events: Vec<Event>, out: &mut Vec<Action>) {
    let (mut focus, mut typed) = (view.state.session.focus, Typed::default());
    for event in events {
        if typed.takes(&event) {
            continue;
        }
        match event {
            Event::Key { key, pressed: true, modifiers, .. } => {
                let action = table_key(view, focus, key, modifiers);
                if let Some(Action::Move(direction)) = action {
                    focus = focus.moved(direction, &view.columns, view.dossier().terms.len());
                }
                if key == EguiKey::Enter && matches!(action, Some(Action::Why(WhySubject::Cell(..)))) {
                    ask_to_read(ui);
                }
                out.extend(action);
            }
            Event::Text(text) if view.state.settings.single_key_shortcuts => {
                let control = table_id().with(("control", focus.term));
                out.extend(typed.in_row(view, focus.term, &text, control));
            }
            _ => {}
        }
    }
    typed.open(ui);
}

fn table_key(view: &View<'_>, focus: Focus, key: EguiKey, modifiers: Modifiers) -> Option<Action> {
    let previewing = view.state.results.preview.as_ref().is_some_and(|preview| preview.term == focus.term);
    if modifiers.alt {
        return match key {
            EguiKey::ArrowLeft | EguiKey::ArrowUp => Some(Action::PreviewStep(-1)),
            EguiKey::ArrowRight | EguiKey::ArrowDown => Some(Action::PreviewStep(1)),
            _ => None,
        };
    }
    if modifiers.command {
        return None;
    }
    match key {
        EguiKey::ArrowUp => Some(Action::Move(Direction::Up)),
        EguiKey::ArrowDown => Some(Action::Move(Direction::Down)),
        EguiKey::ArrowLeft => Some(Action::Move(Direction::Left)),
        EguiKey::ArrowRight => Some(Action::Move(Direction::Right)),
        EguiKey::Home => Some(Action::Move(Direction::RowStart)),
        EguiKey::End => Some(Action::Move(Direction::RowEnd)),
        EguiKey::Escape if previewing => Some(Action::Preview(None)),
        EguiKey::Enter if previewing => Some(Action::ChoosePreview),
        EguiKey::Enter | EguiKey::Space => Some(match focus.place {
            Place::Term => Action::Why(WhySubject::Term(focus.term)),
            Place::Control => Action::StepInFocus(1),
            Place::Party(party) => Action::Why(WhySubject::Cell(party, focus.term)),
        }),
        EguiKey::Delete | EguiKey::Backspace => Some(Action::ChooseInFocus(None)),
        _ => None,
    }
}

/// What is typed in one frame into the list that the first digit opens.
#[derive(Default)]
pub(super) struct Typed {
    list: Option<(Id, String)>,
}

impl Typed {
    /// True if a list is about to open: it has not been drawn yet, but all that follows is its own.
    pub(super) fn takes(&mut self, event: &Event) -> bool {
        let Some((_, typed)) = &mut self.list else { return false };
        if let Event::Text(text) = event {
            typed.push_str(text);
        }
        true
    }

    /// What a typed character does in a row. A number has more values than there are digits: its list opens, and the digit
    /// is the first that is typed there.
    pub(super) fn in_row(&mut self, view: &View<'_>, term: TermIx, text: &str, control: Id) -> Option<Action> {
        let is_number = matches!(view.dossier().term(term).kind, TermKind::Number { .. });
        let is_digit = text.len() == 1 && text.chars().all(|digit| ('1'..='9').contains(&digit));
        if is_number && is_digit {
            self.list = Some((choice::list_id(control), text.to_owned()));
            return None;
        }
        table_text(text)
    }

    /// Opens the list.
    pub(super) fn open(self, ui: &Ui) {
        if let Some((id, typed)) = self.list {
            pick::open(ui, id, &typed);
        }
    }
}

/// Digits, plus and minus come as text, so that every keyboard layout can type them; the equals sign is the plus of
/// keyboards that have both on one key.
fn table_text(text: &str) -> Option<Action> {
    match text {
        "+" | "=" => Some(Action::StepInFocus(1)),
        "-" | "\u{2212}" => Some(Action::StepInFocus(-1)),
        "0" => Some(Action::ChooseInFocus(None)),
        _ => {
            let digit: usize = text.parse().ok().filter(|digit| (1..=9).contains(digit))?;
            Some(Action::ChooseInFocus(Some(digit - 1)))
        }
    }
}
