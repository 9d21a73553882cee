//! What the tab shows of a case that cannot be changed, and the way to one that can.

use eframe::egui::Ui;

use super::act;
use crate::{
    app::{Action, Command, case},
    ui::{
        activities::look::{self, Type},
        view::{View, focus_first},
    },
    wording::{case as words, ui as command_words},
};

/// Draws it.
pub(super) fn not_yours(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    ui.set_max_width(ui.available_width().min(size.body * 44.0));
    ui.add_space(size.body);
    look::heading(ui, view, words::NOT_YOURS, size.lead);
    look::text(ui, view, words::NOT_YOURS_MORE, size.body);
    ui.add_space(size.body);
    if view.state.session.dialog.is_none() {
        focus_first(ui, "case", "not_yours");
    }
    ui.horizontal_wrapped(|ui| {
        if look::primary(ui, view, words::MAKE_MINE, !view.state.presenter.is_on).clicked() {
            out.push(act(case::Action::MakeMine));
        }
        let is_enabled = Command::NewCase.is_enabled(view.state);
        if look::plain(ui, command_words::command(Command::NewCase), is_enabled).clicked() {
            out.push(Action::Run(Command::NewCase));
        }
    });
}
