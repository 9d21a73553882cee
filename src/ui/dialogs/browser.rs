//! Dossiers and their scenarios in one place; one click opens, and opening can be undone.

use eframe::egui::{Align2, Button, Frame, Margin, RichText, Stroke, TextEdit, Ui};

use crate::{
    app::{Action, Dialog, ScenarioEntry, Shelf},
    ui::{fonts, view::View},
    wording::{self, dialogs as texts, ui as words},
};

use super::page;

/// Draws the browser.
pub fn browser(ui: &mut Ui, view: &View<'_>, search: &str, out: &mut Vec<Action>) {
    let mut text = search.to_owned();
    let mut actions = Vec::new();
    page(ui, view, words::BROWSER, 820.0, out, |ui| {
        ui.horizontal(|ui| {
            let label = ui.label(words::SEARCH);
            let field = ui
                .add(TextEdit::singleline(&mut text).align(Align2::LEFT_CENTER).desired_width(300.0))
                .labelled_by(label.id);
            if ui.memory(|memory| memory.focused().is_none()) {
                field.request_focus();
            }
        });
        let mut found = false;
        for shelf in &view.state.catalog.shelves {
            found |= self::shelf(ui, view, shelf, &wording::folded(&text), &mut actions);
        }
        if !found {
            ui.add_space(8.0);
            ui.label(texts::no_search_hit(&text));
        }
        ui.add_space(8.0);
        ui.label(RichText::new(texts::own_folder(&view.state.catalog.own_folder)).color(view.tokens.ink_weak));
    });
    if text != search {
        actions.push(Action::Show(Dialog::Browser { search: text }));
    }
    out.append(&mut actions);
}

/// Draws a dossier with its scenarios, if the search finds any of it; returns whether it did.
fn shelf(ui: &mut Ui, view: &View<'_>, shelf: &Shelf, search: &str, out: &mut Vec<Action>) -> bool {
    let has = |text: &str| wording::folded(text).contains(search);
    let whole = has(&shelf.title) || has(&shelf.id);
    let entries: Vec<&ScenarioEntry> = shelf
        .scenarios_by_title()
        .into_iter()
        .filter(|entry| whole || has(&entry.title) || has(&entry.author) || has(&entry.origin))
        .collect();
    if !whole && entries.is_empty() {
        return false;
    }
    ui.add_space(8.0);
    let frame = Frame::new()
        .fill(view.tokens.surface)
        .stroke(Stroke::new(1.0, view.tokens.line))
        .corner_radius(view.tokens.size.radius)
        .inner_margin(Margin::same(12));
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.label(RichText::new(&shelf.title).font(fonts::semibold(view.tokens.size.title - 3.0)));
        ui.label(RichText::new(texts::shelf_line(shelf, view.dates)).color(view.tokens.ink_weak));
        if !shelf.not_verified.is_empty() {
            ui.label(RichText::new(texts::not_verified(&shelf.not_verified)).small().color(view.tokens.ink_weak));
        }
        for problem in &shelf.problems {
            ui.label(RichText::new(problem).color(view.tokens.warn));
        }
        if shelf.problems.is_empty() && whole {
            entry(ui, view, shelf, None, out);
        }
        for scenario in entries {
            entry(ui, view, shelf, Some(scenario), out);
        }
    });
    true
}

fn entry(ui: &mut Ui, view: &View<'_>, shelf: &Shelf, scenario: Option<&ScenarioEntry>, out: &mut Vec<Action>) {
    let title = scenario.map_or(words::EMPTY_PLAN, |scenario| &scenario.title);
    let broken = scenario.is_some_and(|scenario| !scenario.problems.is_empty());
    let button = Button::new(RichText::new(title).color(view.tokens.link)).frame_when_inactive(false);
    let response = ui.add_enabled(!broken, button.wrap());
    if response.clicked() {
        let scenario = scenario.map(|scenario| scenario.id.clone());
        out.push(Action::OpenEntry { shelf: shelf.id.clone(), scenario });
    }
    let Some(scenario) = scenario else { return };
    let mut about = Vec::new();
    about.extend(scenario.date.map(|date| wording::date(date, view.dates)));
    about.extend(Some(scenario.author.clone()).filter(|author| !author.is_empty()));
    about.extend(scenario.form.map(|form| wording::form(form).to_owned()));
    about.push(wording::scenario_kind(scenario.kind).to_owned());
    ui.indent(("entry", &shelf.id, &scenario.id), |ui| {
        ui.label(RichText::new(about.join(" \u{b7} ")).small().color(view.tokens.ink_weak));
        if !scenario.origin.is_empty() {
            ui.label(RichText::new(&scenario.origin).small().color(view.tokens.ink_weak));
        }
        for problem in &scenario.problems {
            ui.label(RichText::new(problem).small().color(view.tokens.warn));
        }
    });
}
