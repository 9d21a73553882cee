//! A new case of one's own: its title, and what it begins with.

use eframe::egui::{Align2, Key, RichText, TextEdit, Ui};

use super::page;
use crate::{
    app::{
        Action, Dialog, NewCase,
        case::{self, Begin},
    },
    domain::limits,
    ui::{
        limit,
        view::{View, has_field, is_left},
    },
    wording::case as words,
};

/// Draws the page.
pub(super) fn new_case(ui: &mut Ui, view: &View<'_>, here: &NewCase, out: &mut Vec<Action>) {
    let mut next = here.clone();
    let mut made = false;
    page(ui, view, words::NEW_CASE, 560.0, out, |ui| {
        let label = ui.label(words::TITLE);
        let field = TextEdit::singleline(&mut next.title).align(Align2::LEFT_CENTER).char_limit(limits::TITLE);
        let response = ui.add(field.desired_width(f32::INFINITY)).labelled_by(label.id);
        has_field(ui);
        limit::told(ui, view, &next.title, limits::TITLE);
        let enter = ui.input(|input| input.key_pressed(Key::Enter));
        let mut entered = is_left(ui, &response) && enter;
        ui.add_space(8.0);
        ui.label(words::BEGINS_WITH);
        let shelves = view.state.catalog.shelves.iter().filter(|shelf| shelf.problems.is_empty());
        let copies = shelves.map(|shelf| (Begin::Copy(shelf.id.clone()), words::copy_of(&shelf.title)));
        let new = [(Begin::Template, words::TEMPLATE.to_owned()), (Begin::Empty, words::EMPTY.to_owned())];
        for (begin, name) in new.into_iter().chain(copies) {
            let choice = ui.radio_value(&mut next.begin, begin.clone(), name);
            // Enter makes the case, also of one that an arrow led to and that nobody chose by the space bar.
            if enter && choice.has_focus() {
                next.begin = begin;
                entered = true;
            }
        }
        ui.add_space(8.0);
        ui.label(RichText::new(words::KEPT).small().color(view.tokens.ink_weak));
        ui.add_space(4.0);
        let is_named = !next.title.trim().is_empty();
        let clicked = ui.add_enabled(is_named, eframe::egui::Button::new(words::MAKE)).clicked();
        made = is_named && (clicked || entered);
    });
    if made {
        out.push(Action::Case(case::Action::New(next.begin, next.title.trim().to_owned())));
    } else if next != *here {
        out.push(Action::Show(Dialog::NewCase(next)));
    }
}
