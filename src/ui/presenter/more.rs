//! What else can be done while presenting, for a board without a keyboard: a list of all of it.

use eframe::egui::{Button, Popup, Response, RichText, ScrollArea, Ui, Vec2, accesskit::HasPopup, vec2};
use strum::IntoEnumIterator as _;

use crate::{
    app::{Action, Command, Setting, presenter},
    ui::{counts::to_f32, fonts, view::View, widgets::control},
    wording::{presenter as texts, ui as words},
};

/// Height of an entry, in points; on a low wall less, so that all are in sight.
const ENTRY: f32 = 32.0;

/// An entry: its name, whether it can do something now, and what it does.
type Entry = (&'static str, bool, Action);

/// Shows the list beside its button while it is open.
pub(super) fn list(view: &View<'_>, button: &Response, out: &mut Vec<Action>) {
    button.ctx.accesskit_node_builder(button.id, |node| node.set_has_popup(HasPopup::Menu));
    Popup::menu(button).show(|ui| {
        let entries: Vec<Entry> = of_the_wall(view).into_iter().chain(commands(view)).collect();
        let room = ui.ctx().content_rect().height() - 100.0;
        ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
            let font = fonts::regular(view.tokens.size.body);
            let width = |(name, ..): &Entry| control::width(ui, name, font.clone());
            let width = entries.iter().map(width).fold(0.0, f32::max) + 2.0 * ui.spacing().button_padding.x;
            // In two columns, or three on a low wall, it fits as it is.
            let columns = if to_f32(entries.len().div_ceil(2)) * ENTRY <= room { 2 } else { 3 };
            let rows = entries.len().div_ceil(columns);
            let size = vec2(width, ENTRY.min(room / to_f32(rows)));
            ui.horizontal_top(|ui| {
                for column in entries.chunks(rows) {
                    ui.vertical(|ui| column.iter().for_each(|entry| self::entry(ui, view, entry, size, out)));
                }
            });
        });
    });
}

fn entry(ui: &mut Ui, view: &View<'_>, (name, enabled, action): &Entry, size: Vec2, out: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.spacing_mut().button_padding.y = 0.0;
    ui.spacing_mut().interact_size.y = 0.0;
    let text = RichText::new(*name).font(fonts::regular(view.tokens.size.body));
    if ui.add_enabled(*enabled, Button::new(text).min_size(size)).clicked() {
        out.push(action.clone());
        // A reader's press is no click of the pointer, which would close it.
        ui.close();
    }
}

/// What keys do on the wall and is no command.
fn of_the_wall(view: &View<'_>) -> Vec<Entry> {
    let step = |name, action, enabled| (name, enabled, Action::Presenter(action));
    let (term, last) = (view.state.session.focus.term.get(), view.dossier().terms.len().saturating_sub(1));
    let reveal = view.state.settings.arrows_reveal;
    let arrows = Setting::ArrowsReveal(!reveal).put_into(&view.state.settings);
    vec![
        step(texts::TERM_BACK, presenter::Action::StepTerm(-1), term > 0),
        step(texts::TERM_ON, presenter::Action::StepTerm(1), term < last),
        step(texts::PLAN_BACK, presenter::Action::Walk(-1), view.state.can_walk(-1)),
        step(texts::PLAN_ON, presenter::Action::Walk(1), view.state.can_walk(1)),
        (texts::arrows_switch(reveal), true, Action::Settings(arrows)),
    ]
}

/// Every command for presenting that has no button of its own.
fn commands(view: &View<'_>) -> impl Iterator<Item = Entry> {
    let has_button = |command| {
        matches!(command, Command::Present | Command::Hide | Command::RevealNext | Command::Blank | Command::Quit)
    };
    let offered = Command::iter().filter(move |command| command.is_for_presenting() && !has_button(*command));
    offered.map(|command| (words::command(command), command.is_enabled(view.state), Action::Run(command)))
}
