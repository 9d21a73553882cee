//! The form of a record: what can be done with it, its fields, and its text where that is asked for.

use eframe::egui::{Align, Button, Layout, RichText, Ui};

use super::{
    act, edit, field,
    part::{self, Form},
    reading, weak,
};
use crate::{
    app::{
        Action,
        case::{self, At, Edit, OwnCase, Page},
    },
    ui::{
        fonts,
        view::View,
        widgets::{
            icon::{self, Icon},
            tip::cut,
        },
    },
    wording::case as words,
};

/// The fields of a statement before how it is read.
const BEFORE: usize = 6;

/// Room for what can be done with a record, and the least that its name needs beside that, in points.
const BUTTONS: f32 = 250.0;
const LEAST_NAME: f32 = 80.0;

/// Draws the form.
pub(super) fn record(
    ui: &mut Ui,
    view: &View<'_>,
    own: &OwnCase,
    (page, list, item): (Page, &'static str, usize),
    out: &mut Vec<Action>,
) {
    let at = At::record(list, item);
    head(ui, view, own, (list, item, &at), out);
    let form = Form { view, own, list, record: &at, prefix: "" };
    part::problems(ui, &form, &at);
    if view.state.case.as_text || own.string(&at.field("id")).is_none_or(|id| id.is_empty()) {
        weak(ui, view, words::AS_TEXT_NOTE);
        part::raw(ui, &form, &at, (words::AS_TEXT, 14), out);
        return;
    }
    let fields = case::fields(list);
    match page {
        Page::Statements => {
            fields[..BEFORE].iter().for_each(|of| field::show(ui, &form, of, out));
            reading::sources(ui, &form, out);
            reading::readings(ui, &form, item, out);
            fields[BEFORE..].iter().for_each(|of| field::show(ui, &form, of, out));
        }
        Page::Positions => {
            fields.iter().for_each(|of| field::show(ui, &form, of, out));
            reading::live(ui, &form);
        }
        _ => fields.iter().for_each(|of| field::show(ui, &form, of, out)),
    }
}

/// The name of the record, what can be done with it, and why it cannot be taken away.
fn head(
    ui: &mut Ui,
    view: &View<'_>,
    own: &OwnCase,
    (list, item, at): (&'static str, usize, &At),
    out: &mut Vec<Action>,
) {
    let (name, _) = words::row(own, view.dossier(), list, item);
    let text = RichText::new(name).font(fonts::semibold(view.tokens.size.header));
    // Where both have no room beside each other, the name stands above.
    let is_narrow = ui.available_width() < BUTTONS + LEAST_NAME;
    if is_narrow {
        cut(ui, text.clone());
    }
    ui.horizontal(|ui| {
        if !is_narrow {
            let room = ui.available_width() - BUTTONS;
            ui.scope(|ui| {
                ui.set_max_width(room);
                cut(ui, text);
            });
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| buttons(ui, view, own, (list, item, at), out));
    });
    if !view.state.case.in_use.is_empty() {
        ui.label(RichText::new(words::in_use(&view.state.case.in_use)).color(view.tokens.warn));
    }
    ui.add_space(4.0);
}

/// From the right: its text, and taking it away, down and up.
fn buttons(
    ui: &mut Ui,
    view: &View<'_>,
    own: &OwnCase,
    (list, item, at): (&'static str, usize, &At),
    out: &mut Vec<Action>,
) {
    let on = view.state.case.as_text;
    if ui.add(Button::selectable(on, words::AS_TEXT).frame_when_inactive(true)).clicked() {
        out.push(act(case::Action::AsText(!on)));
    }
    if ui.button(words::REMOVE).clicked() {
        out.push(edit(Edit::Remove(at.clone())));
    }
    if icon::button(ui, Icon::Down, words::DOWN, item + 1 < own.count(list)).clicked() {
        out.push(edit(Edit::Exchange(at.clone())));
    }
    if icon::button(ui, Icon::Up, words::UP, item > 0).clicked() {
        out.push(edit(Edit::Exchange(At::record(list, item - 1))));
    }
}
