//! Keys and help on one page, made from the list that makes the menus.

use eframe::egui::{Grid, RichText, Ui};
use strum::IntoEnumIterator as _;

use crate::{
    analysis::Mark,
    app::{Action, Command},
    ui::{fonts, view::View, why::legend},
    wording::{self, dialogs as texts, timeline, ui as words},
};

use super::{page, section};

/// Draws the page.
pub fn help(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let mut actions = Vec::new();
    page(ui, view, words::HELP, 760.0, out, |ui| {
        section(ui, view, texts::MARKS);
        for mark in Mark::iter() {
            legend::mark(ui, view, mark, &mut actions);
        }
        legend::badges(ui, view);
        section(ui, view, words::COUNTING_RULE);
        ui.label(words::COUNTING_RULE_TEXT);
        section(ui, view, texts::IN_THE_TABLE);
        Grid::new("table_keys").num_columns(2).spacing([16.0, 4.0]).show(ui, |ui| {
            for (keys, meaning) in words::TABLE_KEYS {
                row(ui, view, keys, meaning);
            }
        });
        section(ui, view, timeline::IN_THE_CHART);
        Grid::new("chart_keys").num_columns(2).spacing([16.0, 4.0]).show(ui, |ui| {
            for (keys, meaning) in timeline::CHART_KEYS {
                row(ui, view, keys, meaning);
            }
        });
        section(ui, view, texts::PRESENTING);
        Grid::new("presenter_keys").num_columns(2).spacing([16.0, 4.0]).show(ui, |ui| {
            for (keys, meaning) in wording::presenter::PRESENTER_KEYS {
                row(ui, view, keys, meaning);
            }
        });
        ui.label(wording::presenter::ON_ANOTHER_SCREEN);
        section(ui, view, texts::COMMANDS);
        Grid::new("command_keys").num_columns(2).spacing([16.0, 4.0]).show(ui, |ui| {
            for command in Command::iter().filter(|command| !command.shortcuts().is_empty()) {
                let keys: Vec<String> = command.shortcuts().iter().map(|keys| words::shortcut(*keys)).collect();
                row(ui, view, &keys.join(", "), words::command(command));
            }
        });
    });
    // An example leads to its cell.
    if !actions.is_empty() {
        out.push(Action::CloseDialog);
        out.append(&mut actions);
    }
}

fn row(ui: &mut Ui, view: &View<'_>, keys: &str, meaning: &str) {
    ui.label(RichText::new(keys).font(fonts::semibold(view.tokens.size.body)));
    ui.label(meaning);
    ui.end_row();
}
