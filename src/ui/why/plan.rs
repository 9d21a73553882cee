//! The card of the plan that is open: whose, when, how it became known, what became of it, notes.

use eframe::egui::{Grid, Label, RichText, Ui};

use super::{heading, title, weak};
use crate::{
    app::{Action, Command},
    ui::{fonts, statement_card, view::View},
    wording::{self, plan_card as texts},
};

/// Draws the card; nothing for a plan of one's own that nobody put forward, unless it was asked for.
pub(crate) fn plan(ui: &mut Ui, view: &View<'_>, is_asked_for: bool, out: &mut Vec<Action>) {
    let scenario = view.scenario();
    let lines = texts::lines(scenario, view.dates);
    if lines.is_empty() && !is_asked_for {
        return;
    }
    statement_card::framed(ui, view, |ui| {
        title(ui, view, &wording::plan_title(scenario));
        weak(ui, view, texts::shown_as_of(scenario, view.dates));
        if lines.is_empty() {
            ui.label(texts::OWN);
        }
        self::lines(ui, view, &lines);
        if !scenario.notes.is_empty() {
            heading(ui, view, texts::NOTES);
            // What is written there about the plan may tell its marks.
            let notes = if view.state.hides_any() { texts::NOTES_HIDDEN } else { scenario.notes.as_str() };
            ui.add(Label::new(notes).wrap());
        }
        if ui.button(texts::WRITE).clicked() {
            out.push(Action::Run(Command::Notes));
        }
    });
}

/// What is known of the plan, one thing a line.
pub(crate) fn lines(ui: &mut Ui, view: &View<'_>, lines: &[texts::Line]) {
    if ui.available_width() > 420.0 {
        Grid::new("plan_card").num_columns(2).spacing([12.0, 4.0]).show(ui, |ui| {
            for line in lines {
                ui.label(RichText::new(line.head).color(view.tokens.ink_weak));
                ui.add(Label::new(&line.text).wrap());
                ui.end_row();
            }
        });
        return;
    }
    for line in lines {
        ui.label(RichText::new(line.head).font(fonts::regular(view.tokens.size.small)).color(view.tokens.ink_weak));
        ui.add_space(-4.0);
        ui.add(Label::new(&line.text).wrap());
    }
}
