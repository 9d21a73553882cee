//! The start screen: what there is to do, the practice case, the group's name.

use eframe::egui::Ui;

use super::look::{self, Field, Type};
use crate::{
    app::{
        Action, Edit,
        activities::{self, ClassEdit, Screen},
        way,
    },
    domain::MAX_NAME,
    ui::view::View,
    wording::activities as words,
};

/// Draws the screen.
pub fn start(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    look::heading(ui, view, words::START_TITLE, size.question);
    look::weak(ui, view, words::START_TEXT, size.body);
    ui.add_space(8.0);
    let gap = 12.0;
    let (n, width) = look::columns(ui.available_width(), 270.0, gap, 4);
    let screens = [Screen::Predict, Screen::Way, Screen::Delegations, Screen::Debrief];
    for row in screens.chunks(n) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for screen in row {
                card(ui, view, *screen, width, out);
            }
        });
    }
    ui.add_space(8.0);
    warm_up(ui, view, out);
    ui.add_space(8.0);
    let name = &view.state.document.scenario.class.group;
    ui.scope(|ui| {
        ui.set_max_width(480.0);
        let field =
            Field { label: words::GROUP, name: words::GROUP, value: name, limit: MAX_NAME, rows: 1, size: size.body };
        look::field(ui, view, &field, out, |name| Edit::Class(ClassEdit::Group(name)));
        look::weak(ui, view, words::STUDENT_WRITING, size.small);
    });
}

fn card(ui: &mut Ui, view: &View<'_>, screen: Screen, width: f32, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    let (title, text) = words::card(screen);
    // A task in one line, with the names of this case.
    let task = (screen == Screen::Way).then(|| words::way_task(view.dossier(), &view.state.task()));
    let text = task.map_or_else(|| text.to_owned(), |task| format!("{task} {text}"));
    look::column(ui, width, |ui| {
        look::card(ui, view, 16, |ui| {
            ui.set_width(width - 34.0);
            // The buttons stand in one line, however long the texts are.
            ui.scope(|ui| {
                ui.set_min_height(size.body * 7.5);
                look::heading(ui, view, title, size.lead);
                look::text(ui, view, &text, size.body);
            });
            let button = look::primary(ui, view, words::BEGIN, true).accessible_name(words::begin(screen));
            if button.clicked() {
                out.push(Action::Activities(match screen {
                    Screen::Way => activities::Action::Way(way::Action::Task),
                    screen => activities::Action::Show(screen),
                }));
            }
        });
    });
}

fn warm_up(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    look::card(ui, view, 16, |ui| {
        ui.set_width(ui.available_width());
        if view.dossier().id == words::PRACTICE_DOSSIER {
            look::text(ui, view, words::IN_PRACTICE, size.body);
            return;
        }
        look::heading(ui, view, words::WARM_UP, size.name);
        look::text(ui, view, words::WARM_UP_TEXT, size.body);
        if look::plain(ui, words::OPEN_PRACTICE, true).clicked() {
            out.push(Action::OpenEntry { shelf: words::PRACTICE_DOSSIER.to_owned(), scenario: None });
        }
    });
}
