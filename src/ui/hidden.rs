//! What stands where verdicts are hidden: a plain notice, and the way to reveal them.

use eframe::egui::{RichText, Ui};

use crate::{
    app::{Action, Command},
    wording::{presenter as texts, ui as words},
};

use super::{fonts, view::View};

/// Says that verdicts are hidden and offers to reveal them.
pub fn notice(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    ui.label(RichText::new(texts::HIDDEN).font(fonts::semibold(view.tokens.size.body)));
    ui.label(texts::HIDDEN_MORE);
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        for command in [Command::RevealNext, Command::RevealAll] {
            if ui.button(words::command(command)).clicked() {
                out.push(Action::Run(command));
            }
        }
    });
}

/// The notice in place of a whole tab.
pub fn tab(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    ui.add_space(24.0);
    ui.vertical_centered(|ui| {
        ui.label(RichText::new(texts::HIDDEN).font(fonts::semibold(view.tokens.size.title)));
        ui.label(texts::HIDDEN_TAB);
        ui.add_space(8.0);
        if ui.button(words::command(Command::RevealAll)).clicked() {
            out.push(Action::Run(Command::RevealAll));
        }
    });
}
