//! Keys and help on one page, made from the list that makes the menus.

use eframe::egui::Ui;
use strum::IntoEnumIterator as _;

use crate::{
    analysis::Mark,
    app::{Action, Command},
    ui::{view::View, why::legend},
    wording::{self, dialogs as texts, timeline, ui as words},
};

use super::{columns::columns, page, section};

/// Draws the page.
pub(super) fn help(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
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
        columns(ui, view, &words::TABLE_KEYS.map(both));
        section(ui, view, timeline::IN_THE_CHART);
        columns(ui, view, &timeline::CHART_KEYS.map(both));
        section(ui, view, wording::case::IN_THE_FORMS);
        columns(ui, view, &wording::case::FORM_KEYS.map(both));
        section(ui, view, texts::PRESENTING);
        columns(ui, view, &wording::presenter::PRESENTER_KEYS.map(both));
        ui.label(wording::presenter::ON_ANOTHER_SCREEN);
        section(ui, view, texts::COMMANDS);
        let with_keys = Command::iter().filter(|command| !command.shortcuts().is_empty());
        let rows = with_keys.map(|command| {
            let keys: Vec<String> = command.shortcuts().iter().map(|keys| words::shortcut(*keys)).collect();
            [keys.join(", "), words::command(command).to_owned()]
        });
        columns(ui, view, &rows.collect::<Vec<_>>());
    });
    // An example leads to its cell.
    if !actions.is_empty() {
        out.push(Action::CloseDialog);
        out.append(&mut actions);
    }
}

fn both((keys, meaning): (&str, &str)) -> [String; 2] {
    [keys.to_owned(), meaning.to_owned()]
}
