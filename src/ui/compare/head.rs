//! Over the table: which plans, of which days, and what to do with them; and what a reader must know before comparing.

use eframe::egui::{
    self, Align, Align2, Button, Frame, Label, Layout, Margin, RichText, Sense, Stroke, Ui, Vec2, WidgetInfo, vec2,
};

use crate::{
    analysis::Comparison,
    app::{
        Action,
        compare::{self, Second, Side},
    },
    domain::Scenario,
    ui::{
        fonts, letters,
        look::{LOW, why_shows},
        view::View,
        widgets::{
            control::width,
            pick::{self, Entry},
            tip::cut,
        },
    },
    wording::{self, compare as texts, ui as words},
};

use super::empty;

/// With less room than this for head and table, in points, the table has that of most of the head.
const LEAST_ROOM: f32 = 240.0;

/// Size of the tile with a plan's letter, in points.
const LETTER: f32 = 24.0;

fn button(ui: &mut Ui, text: impl Into<String>, action: compare::Action, out: &mut Vec<Action>) {
    if ui.button(text.into()).clicked() {
        out.push(Action::Compare(action));
    }
}

/// Draws the lines.
pub(super) fn head(ui: &mut Ui, view: &View<'_>, second: &Second, comparison: &Comparison, out: &mut Vec<Action>) {
    let frame = Frame::new().inner_margin(Margin { left: 10, right: 10, top: 8, bottom: 6 });
    let (a, b) = (&view.state.document.scenario, &second.document.scenario);
    let low = ui.content_rect().height() < LOW || ui.available_height() < LEAST_ROOM;
    frame.show(ui, |ui| {
        ui.spacing_mut().button_padding = vec2(10.0, 4.0);
        let [name_a, name_b] = [a, b].map(wording::plan_name);
        let title = texts::second_title(&name_b, name_a == name_b && second.document.path().is_none());
        if low {
            both_on_a_line(ui, view, [&name_a, &title]);
        } else {
            ui.horizontal_wrapped(|ui| {
                plan(ui, view, Side::A, (a, &name_a));
                // A plan's day never stands alone under the other plan.
                match ui.available_size_before_wrap().x > plan_width(ui, view, (b, &title)) + 12.0 {
                    true => ui.add_space(12.0),
                    false => ui.end_row(),
                }
                plan(ui, view, Side::B, (b, &title));
            });
        }
        let told = (texts::TITLE_OF_B.to_owned(), name_b.clone());
        letters::told_of(ui, view, std::iter::once(told));
        // In a low window what is read beside the table has their room.
        if low && why_shows(ui, view) {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            button(ui, texts::SWAP, compare::Action::Swap, out);
            another(ui, view, out);
            button(ui, texts::CLOSE_SECOND, compare::Action::Close, out);
            ui.add_space(8.0);
            let mut only = !view.state.compare.all_rows;
            if ui.checkbox(&mut only, texts::ONLY_DIFFERENT).changed() {
                out.push(Action::Compare(compare::Action::AllRows(!only)));
            }
            let differ = texts::rows_differ(comparison.differing().count(), comparison.rows.len());
            ui.add(Label::new(RichText::new(differ).color(view.tokens.ink_weak)).extend());
        });
        if !low {
            ui.label(RichText::new(texts::HALVES).small().color(view.tokens.ink_weak));
        }
        warnings(ui, view, comparison, (a, b), out);
    });
}

/// Both plans where there is little room: as much of their titles as stands on half a line.
fn both_on_a_line(ui: &mut Ui, view: &View<'_>, titles: [&str; 2]) {
    ui.horizontal(|ui| {
        let half = (ui.available_width() - 12.0) / 2.0;
        for (side, title) in [Side::A, Side::B].into_iter().zip(titles) {
            ui.allocate_ui_with_layout(vec2(half, LETTER), Layout::left_to_right(Align::Center), |ui| {
                letter(ui, view, side, title);
                let title = RichText::new(title).font(fonts::semibold(view.tokens.size.body));
                cut(ui, title);
            });
        }
    });
}

/// A letter, the title and the day of a plan.
fn plan(ui: &mut Ui, view: &View<'_>, side: Side, (scenario, title): (&Scenario, &str)) {
    let tokens = view.tokens;
    letter(ui, view, side, title);
    ui.label(RichText::new(title).font(fonts::semibold(tokens.size.body)));
    ui.add(Label::new(RichText::new(texts::as_of(scenario.as_of, view.dates)).color(tokens.ink_weak)).extend());
}

/// The tile with a plan's letter.
fn letter(ui: &mut Ui, view: &View<'_>, side: Side, title: &str) {
    let tokens = view.tokens;
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(LETTER), Sense::HOVER);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, texts::plan(side, title)));
    ui.painter().rect_filled(rect, tokens.size.radius, tokens.selected);
    let font = fonts::semibold(tokens.size.body);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, texts::letter(side), font, tokens.ink_selected);
}

/// The width that [`plan`] takes in one line, in points.
fn plan_width(ui: &Ui, view: &View<'_>, (scenario, title): (&Scenario, &str)) -> f32 {
    let size = view.tokens.size.body;
    let title = width(ui, title, fonts::semibold(size));
    let day = width(ui, &texts::as_of(scenario.as_of, view.dates), fonts::regular(size));
    LETTER + title + day + 3.0 * ui.spacing().item_spacing.x
}

/// The menu of plans that can stand in plan B's place.
fn another(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let shelf = empty::shelf(view);
    let plans: Vec<_> = shelf.into_iter().flat_map(empty::plans).collect();
    let names = std::iter::once(texts::OPEN_SECOND).chain(plans.iter().map(|plan| plan.title.as_str()));
    let here = view.state.compare.second.as_ref().map(|second| &second.document);
    let is_here = |name: usize| {
        let plan = name.checked_sub(1).map(|place| &plans[place].id);
        plan.is_some_and(|id| here.is_some_and(|here| here.is_entry(id)))
    };
    let entries: Vec<Entry<'_>> = names
        .enumerate()
        .map(|(place, name)| Entry { apart: place == 1, ..Entry::new(name, is_here(place)) })
        .collect();
    let button = Button::new(texts::OTHER_SECOND);
    match (pick::button(ui, button, texts::OTHER_SECOND, &entries).1, shelf) {
        (Some(0), _) => out.push(empty::open_file()),
        (Some(place), Some(shelf)) => out.push(empty::open(shelf, plans[place - 1])),
        _ => {}
    }
}

/// Different days and different choices of what counts make marks differ that the plans do not.
fn warnings(
    ui: &mut Ui,
    view: &View<'_>,
    comparison: &Comparison,
    (a, b): (&Scenario, &Scenario),
    out: &mut Vec<Action>,
) {
    if comparison.days_differ {
        notice(ui, view, |ui| {
            ui.add(Label::new(texts::days_differ(a.as_of, b.as_of, view.dates)).wrap());
            for (day, side) in [(a.as_of, Side::A), (b.as_of, Side::B)] {
                button(ui, texts::use_day(day, view.dates), compare::Action::UseDay(side), out);
            }
        });
    }
    if comparison.counted_differ {
        notice(ui, view, |ui| {
            ui.add(Label::new(texts::COUNTED_DIFFER).wrap());
            for side in [Side::A, Side::B] {
                button(ui, texts::use_counted(side), compare::Action::UseCounted(side), out);
            }
        });
    }
}

/// A plan that was not taken, and why.
pub(super) fn refused(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let Some(refused) = &view.state.compare.refused else { return };
    Frame::new().inner_margin(Margin { left: 10, right: 10, top: 8, bottom: 0 }).show(ui, |ui| {
        notice(ui, view, |ui| {
            ui.add(Label::new(texts::refused(refused, &view.dossier().title)).wrap());
            if ui.add(Button::new(words::CLOSE)).clicked() {
                out.push(Action::Compare(compare::Action::CloseRefused));
            }
        });
    });
}

fn notice(ui: &mut Ui, view: &View<'_>, add: impl FnOnce(&mut Ui)) {
    ui.add_space(2.0);
    let stroke = Stroke::new(1.0, view.tokens.edge);
    let frame = Frame::new().fill(view.tokens.panel).stroke(stroke).corner_radius(view.tokens.size.radius);
    frame.inner_margin(Margin::symmetric(10, 5)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.horizontal_wrapped(add);
    });
}
