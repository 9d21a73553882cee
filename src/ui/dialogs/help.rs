//! Keys and help on one page, made from the list that makes the menus.

use eframe::egui::{Grid, RichText, Ui};
use strum::IntoEnumIterator as _;

use crate::{
    analysis::Mark,
    app::{Action, Command},
    ui::{fonts, marks::shape, view::View, widgets::mark::mark_icon},
    wording::{self, dialogs as texts, ui as words},
};

use super::{page, section};

/// Draws the page.
pub fn help(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    page(ui, view, words::HELP, 760.0, out, |ui| {
        section(ui, view, texts::MARKS);
        Grid::new("marks").num_columns(2).spacing([16.0, 4.0]).show(ui, |ui| {
            for mark in Mark::iter().filter(|mark| *mark != Mark::Empty) {
                mark_icon(ui, shape(mark), 20.0);
                ui.label(wording::mark_legend(mark));
                ui.end_row();
            }
        });
        ui.label(texts::BADGES);
        section(ui, view, words::COUNTING_RULE);
        ui.label(words::COUNTING_RULE_TEXT);
        section(ui, view, texts::IN_THE_TABLE);
        Grid::new("table_keys").num_columns(2).spacing([16.0, 4.0]).show(ui, |ui| {
            for (keys, meaning) in words::TABLE_KEYS {
                row(ui, view, keys, meaning);
            }
        });
        section(ui, view, texts::PRESENTING);
        Grid::new("presenter_keys").num_columns(2).spacing([16.0, 4.0]).show(ui, |ui| {
            for (keys, meaning) in wording::presenter::PRESENTER_KEYS {
                row(ui, view, keys, meaning);
            }
        });
        section(ui, view, texts::COMMANDS);
        Grid::new("command_keys").num_columns(2).spacing([16.0, 4.0]).show(ui, |ui| {
            for command in Command::iter().filter(|command| !command.shortcuts().is_empty()) {
                let keys: Vec<String> = command.shortcuts().iter().map(|keys| words::shortcut(*keys)).collect();
                row(ui, view, &keys.join(", "), words::command(command));
            }
        });
    });
}

fn row(ui: &mut Ui, view: &View<'_>, keys: &str, meaning: &str) {
    ui.label(RichText::new(keys).font(fonts::semibold(view.tokens.size.body)));
    ui.label(meaning);
    ui.end_row();
}
