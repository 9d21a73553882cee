//! The debrief: four fields and five fixed questions.

use eframe::egui::Ui;
use strum::IntoEnumIterator as _;

use super::look::{self, Field, Type};
use crate::{
    app::{Action, Command, Edit, activities::ClassEdit},
    domain::{DebriefField, MAX_DEBRIEF},
    ui::view::View,
    wording::{activities as words, ui as labels},
};

/// Draws the screen.
pub(super) fn debrief(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    look::heading(ui, view, words::DEBRIEF_TITLE, size.question);
    look::weak(ui, view, words::DEBRIEF_TEXT, size.body);
    look::weak(ui, view, words::STUDENT_WRITING, size.small);
    ui.add_space(8.0);
    look::heading(ui, view, words::WHAT_HAPPENED, size.lead);
    let gap = 16.0;
    let (n, width) = look::columns(ui.available_width(), 360.0, gap, 2);
    let sheet: Vec<DebriefField> = DebriefField::iter().filter(|field| field.is_of_the_sheet()).collect();
    for row in sheet.chunks(n) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for of in row {
                look::column(ui, width, |ui| field(ui, view, *of, out));
            }
        });
    }
    ui.add_space(12.0);
    look::heading(ui, view, words::FIVE_QUESTIONS, size.lead);
    for of in DebriefField::iter().filter(|field| !field.is_of_the_sheet()) {
        field(ui, view, of, out);
        let answered_in = Command::About;
        let leads_on = of == DebriefField::Missing && answered_in.is_enabled(view.state);
        if leads_on && look::plain(ui, labels::command(answered_in), true).clicked() {
            out.push(Action::Run(answered_in));
        }
        ui.add_space(4.0);
    }
}

fn field(ui: &mut Ui, view: &View<'_>, of: DebriefField, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    ui.vertical(|ui| {
        let label = words::debrief_field(of);
        look::heading(ui, view, label, size.body);
        let value = view.state.document.scenario.class.debrief.get(&of).map_or("", String::as_str);
        let field = Field { label: "", name: label, value, limit: MAX_DEBRIEF, rows: 3, size: size.body };
        look::field(ui, view, &field, out, |text| Edit::Class(ClassEdit::Debrief(of, text)));
    });
}
