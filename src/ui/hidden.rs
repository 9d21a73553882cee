//! What stands where verdicts are hidden: a plain notice, and the way to reveal them.

use eframe::egui::{RichText, Ui};

use crate::{
    app::{
        Action, Command,
        activities::{self, Screen},
    },
    wording::{presenter as texts, ui as words},
};

use super::{fonts, view::View};

/// Says that verdicts are hidden and offers to reveal them.
pub(super) fn notice(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    ui.label(RichText::new(head(view)).font(fonts::semibold(view.tokens.size.body)));
    ui.label(if view.state.keeps_a_secret() { texts::QUESTION_OPEN_MORE } else { texts::HIDDEN_MORE });
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| ways_out(ui, view, &[Command::RevealNext, Command::RevealAll], out));
}

/// The notice in place of a whole tab.
pub(super) fn tab(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    ui.add_space(24.0);
    ui.vertical_centered(|ui| {
        ui.label(RichText::new(head(view)).font(fonts::semibold(view.tokens.size.title)));
        ui.label(if view.state.keeps_a_secret() { texts::QUESTION_OPEN_MORE } else { texts::HIDDEN_TAB });
        ui.add_space(8.0);
        ways_out(ui, view, &[Command::RevealAll], out);
    });
}

fn head(view: &View<'_>) -> &'static str {
    if view.state.keeps_a_secret() { texts::QUESTION_OPEN } else { texts::HIDDEN }
}

/// What reveals; while a question is open that is its tiles alone.
fn ways_out(ui: &mut Ui, view: &View<'_>, commands: &[Command], out: &mut Vec<Action>) {
    if view.state.keeps_a_secret() {
        if ui.button(texts::TO_THE_QUESTION).clicked() {
            out.push(Action::Run(Command::Activities));
            out.push(Action::Activities(activities::Action::Show(Screen::Predict)));
        }
        return;
    }
    for command in commands {
        if ui.button(words::command(*command)).clicked() {
            out.push(Action::Run(*command));
        }
    }
}
