//! Which plans of the dossier the arrow keys walk through while presenting.

use eframe::egui::{Button, RichText, Ui};

use crate::{
    app::{Action, Command, Walk, presenter},
    ui::view::View,
    wording::{self, presenter as texts, ui as words},
};

use super::page;

/// Draws the page.
pub(super) fn walk(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let mut walk = view.state.presenter.walk.clone();
    let mut actions = Vec::new();
    page(ui, view, texts::WALK, 620.0, out, |ui| {
        ui.label(texts::WALK_MORE);
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            for (by_date, name) in [(false, texts::BY_TITLE), (true, texts::BY_DATE)] {
                if ui.add(Button::selectable(walk.by_date == by_date, name)).clicked() {
                    walk.by_date = by_date;
                }
            }
        });
        ui.add_space(4.0);
        plans(ui, view, &mut walk);
        ui.add_space(12.0);
        if ui.button(words::command(Command::Present)).clicked() {
            actions.push(Action::Run(Command::Present));
        }
    });
    if walk != view.state.presenter.walk {
        out.push(Action::Presenter(presenter::Action::SetWalk(walk)));
    }
    out.append(&mut actions);
}

fn plans(ui: &mut Ui, view: &View<'_>, walk: &mut Walk) {
    let plans = view.state.plans_of_dossier();
    if plans.is_empty() {
        ui.label(texts::NO_PLANS);
    }
    let shelf = view.state.catalog.shelves.iter().find(|shelf| shelf.id == view.dossier().id);
    for plan in plans {
        let key = (view.dossier().id.clone(), plan.id.clone());
        let mut is_in = !walk.left_out.contains(&key);
        ui.horizontal(|ui| {
            if ui.checkbox(&mut is_in, &plan.title).changed() {
                if is_in {
                    walk.left_out.remove(&key);
                } else {
                    walk.left_out.insert(key);
                }
            }
            let day = shelf.and_then(|shelf| wording::start_page::plan_day(shelf, plan, view.dates));
            if let Some(day) = day {
                ui.label(RichText::new(day).color(view.tokens.ink_weak));
            }
        });
    }
}
