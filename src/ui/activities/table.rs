//! The guesses against the file, and what there is to talk about.

use eframe::egui::{Sense, Stroke, Ui, vec2};

use super::{
    act,
    look::{self, Type},
};
use crate::{
    app::{
        Action,
        predict::{Action as Predict, EndQuestion, EndRow},
    },
    ui::{hidden, marks::shape, view::View, widgets::mark::mark_icon},
    wording::{self, activities as words},
};

/// The parts of the width that the columns take.
const PARTS: [f32; 4] = [0.17, 0.21, 0.24, 0.38];

/// Draws the screen.
pub(super) fn table(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    let predict = &view.state.activities.predict;
    let is_hidden = view.state.hides_any();
    look::heading(ui, view, words::TABLE_TITLE, size.question);
    ui.horizontal_wrapped(|ui| {
        let (dossier, scenario) = (view.dossier(), &view.state.document.scenario);
        // A copy would show what is hidden.
        let some = !predict.table.is_empty() && !is_hidden;
        if look::plain(ui, words::COPY_TEXT, some).clicked() {
            let text = words::answer_sheet(dossier, scenario, &predict.table, predict.mode, view.dates);
            out.push(act(Predict::CopySheet(text)));
        }
        if look::plain(ui, words::COPY_TABLE, some).clicked() {
            out.push(act(Predict::CopySheet(words::answer_table(dossier, &predict.table))));
        }
        // Where the file goes is asked in a box that names no files on a wall.
        if look::plain(ui, words::SAVE_SHEET, some).clicked() {
            out.push(act(Predict::SaveSheet));
        }
        if look::plain(ui, words::TO_SETUP, true).clicked() {
            out.push(act(Predict::Setup));
        }
    });
    // Like the tabs that are made from all parties, it shows as a whole or not at all: shown party by party it would move.
    if is_hidden {
        hidden::tab(ui, view, out);
        return;
    }
    if predict.table.is_empty() {
        look::text(ui, view, words::NO_GUESSES, size.body);
    }
    for question in &predict.table {
        ui.add_space(10.0);
        self::question(ui, view, question);
    }
}

fn question(ui: &mut Ui, view: &View<'_>, question: &EndQuestion) {
    let size = Type::of(ui);
    let dossier = view.dossier();
    let day = wording::date(question.question.as_of, view.dates);
    look::heading(ui, view, &dossier.term(question.asked.term).question, size.lead);
    look::text(ui, view, &format!("{}, {day}", words::asked(dossier, question)), size.name);
    if !question.reason.is_empty() {
        look::weak(ui, view, &question.reason, size.body);
    }
    row(ui, |ui, column| drop(look::weak(ui, view, words::TABLE_HEADS[column], size.small)));
    for one in &question.rows {
        rule(ui, view);
        row(ui, |ui, column| cell(ui, view, one, column));
    }
    rule(ui, view);
    let sentences = words::surprises(dossier, question, view.state.activities.predict.mode);
    if !sentences.is_empty() {
        ui.add_space(4.0);
        look::heading(ui, view, words::TO_TALK_ABOUT, size.name);
        for sentence in sentences {
            look::text(ui, view, &sentence, size.name);
        }
    }
}

fn rule(ui: &mut Ui, view: &View<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, view.tokens.line));
}

fn row(ui: &mut Ui, add: impl Fn(&mut Ui, usize)) {
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (column, part) in PARTS.iter().enumerate() {
            look::column(ui, width * part - 10.0, |ui| add(ui, column));
            ui.add_space(10.0);
        }
    });
}

fn cell(ui: &mut Ui, view: &View<'_>, row: &EndRow, column: usize) {
    let size = Type::of(ui);
    let dossier = view.dossier();
    match column {
        0 => drop(look::heading(ui, view, &dossier.party(row.party).name, size.body)),
        1 => drop(look::text(ui, view, &words::answer(&row.answer), size.body)),
        2 => {
            ui.horizontal_top(|ui| {
                mark_icon(ui, shape(row.on_file.mark), size.body * 1.4);
                ui.add_space(8.0);
                ui.vertical(|ui| look::text(ui, view, &words::on_file(dossier, row.on_file, view.dates), size.body));
            });
        }
        _ => {
            if let Some(line) = words::statement_line(dossier, row.on_file) {
                look::weak(ui, view, &line, size.body);
            }
        }
    }
}
