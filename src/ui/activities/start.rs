//! The start screen: what there is to do, the practice case, the group's name.

use eframe::egui::{Ui, Vec2, vec2};
use strum::IntoEnumIterator as _;

use super::look::{self, Field, Type};
use crate::{
    app::{
        Action, Edit,
        activities::{self, ClassEdit, Screen},
        way,
    },
    domain::MAX_NAME,
    ui::{fonts, view::View},
    wording::activities as words,
};

/// Draws the screen.
pub(super) fn start(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    look::heading(ui, view, words::START_TITLE, size.question);
    look::weak(ui, view, words::START_TEXT, size.body);
    ui.add_space(8.0);
    let gap = 12.0;
    let (n, width) = look::columns(ui.available_width(), 270.0, gap, 4);
    let screens: Vec<Screen> = Screen::iter().filter(|screen| *screen != Screen::Start).collect();
    for row in screens.chunks(n) {
        // The buttons stand in one line, however long the texts are.
        let height = row.iter().map(|screen| text_height(ui, view, *screen, width)).fold(0.0, f32::max);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for screen in row {
                card(ui, view, *screen, vec2(width, height), out);
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

/// What a card says, with a task in one line and the names of this case where there is one.
fn card_text(view: &View<'_>, screen: Screen) -> String {
    let (_, text) = words::card(screen);
    let task = (screen == Screen::Way).then(|| {
        let task = view.state.task();
        words::way_task(view.dossier(), &task.parties, task.firmness)
    });
    task.map_or_else(|| text.to_owned(), |task| format!("{task} {text}"))
}

/// What is left of a card's width for its text, in points.
const AROUND: f32 = 34.0;

/// The height of a card above its button.
fn text_height(ui: &Ui, view: &View<'_>, screen: Screen, width: f32) -> f32 {
    let size = Type::of(ui);
    let of = |text: &str, font| look::height(ui, text, font, width - AROUND);
    let title = of(words::card(screen).0, fonts::semibold(size.lead));
    title + of(&card_text(view, screen), fonts::regular(size.body)) + 2.0 * ui.spacing().item_spacing.y
}

fn card(ui: &mut Ui, view: &View<'_>, screen: Screen, room: Vec2, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    let (title, _) = words::card(screen);
    let text = card_text(view, screen);
    look::column(ui, room.x, |ui| {
        look::card(ui, view, 16, |ui| {
            ui.set_width(room.x - AROUND);
            ui.scope(|ui| {
                ui.set_min_height(room.y);
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
