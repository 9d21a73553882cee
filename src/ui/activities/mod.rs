//! The tab "Activities": predict, delegations, debrief.

mod ask;
mod choose;
mod debrief;
mod delegations;
pub(super) mod look;
mod predict;
mod reveal;
mod role_card;
mod rounds;
mod start;
mod table;
mod tile;
mod way;

use eframe::egui::{Frame, Margin, ScrollArea, Ui, Vec2};
use strum::IntoEnumIterator as _;

use super::view::{View, focus_first, follow_focus, scroll_by_keys};
use crate::{
    app::{
        Action,
        activities::{self, Screen},
        delegations::Page,
        predict::{Mode, Open, Stage},
    },
    domain::{Prediction, Question},
    wording::activities as words,
};

/// A page is at most this wide, in points.
const READING: f32 = 1_240.0;

/// Draws the tab.
pub(super) fn activities(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    // The wall has room of its own above and below.
    let above = if view.state.presenter.is_on { 2 } else { 8 };
    Frame::new().inner_margin(Margin::symmetric(16, above)).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        let activities = &view.state.activities;
        // While a question is asked the window is its own.
        if activities.screen != Screen::Predict || activities.predict.open().is_none() {
            screens(ui, view, out);
            ui.add_space(8.0);
        }
        if activities.screen == Screen::Delegations {
            delegations::pages(ui, view, out);
        }
        // Who goes on by the keyboard goes on from the first field of the step.
        if view.state.session.dialog.is_none() {
            let (predict, delegations) = (&activities.predict, &activities.delegations);
            let phase = predict.open().map(|open| open.phase as u8);
            let stage = format!("{:?}", predict.stage);
            let page = (delegations.page as u8, delegations.on_the_table);
            focus_first(ui, "activities", (activities.screen as u8, stage, phase, page));
        }
        if activities.screen == Screen::Predict && activities.predict.stage == Stage::Setup {
            predict::by_remote(ui, view, out);
        }
        match (activities.screen, activities.predict.open()) {
            // The question stays in its place; its tiles scroll.
            (Screen::Predict, Some(open)) => ask::ask(ui, view, open, out),
            (screen, _) => {
                page(ui, view, (screen, activities.delegations.page, activities.predict.stage), |ui| match screen {
                    Screen::Start => start::start(ui, view, out),
                    Screen::Predict if activities.predict.stage == Stage::Table => table::table(ui, view, out),
                    Screen::Predict => predict::setup(ui, view, out),
                    Screen::Delegations => delegations::delegations(ui, view, out),
                    Screen::Way => way::way(ui, view, out),
                    Screen::Debrief => debrief::debrief(ui, view, out),
                })
            }
        }
    });
}

/// A page that scrolls as a whole.
fn page(ui: &mut Ui, view: &View<'_>, which: (Screen, Page, Stage), add: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical()
        .id_salt(("page", which.0 as usize, which.1 as usize, which.2 == Stage::Table))
        .auto_shrink(false)
        .show(ui, |ui| {
            scroll_by_keys(ui, false);
            // The ring around the first thing of the page lies outside of it.
            let clip = ui.clip_rect();
            let ring = view.tokens.size.ring + view.tokens.size.ring_gap;
            ui.set_clip_rect(clip.with_min_y(clip.top() - ring));
            let width = (ui.available_width() - 12.0).min(READING);
            ui.set_max_width(width);
            ui.spacing_mut().item_spacing.y = 8.0;
            add(ui);
            ui.add_space(16.0);
            follow_focus(ui);
        });
}

/// The row of screens.
fn screens(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for screen in Screen::iter() {
            let on = view.state.activities.screen == screen;
            if look::choice(ui, view, words::screen(screen), on).clicked() {
                out.push(Action::Activities(activities::Action::Show(screen)));
            }
        }
    });
}

/// What a question is drawn from.
struct Asking<'a> {
    /// How far it is.
    open: &'a Open,
    /// The question as the file keeps it.
    question: Question,
    /// What was answered.
    prediction: Option<&'a Prediction>,
    /// Who answers.
    mode: Mode,
    /// The least size of a tile in which all of it can be read.
    tile: Vec2,
}

/// What is done here, as an action of the program.
fn act(action: impl Into<activities::Action>) -> Action {
    Action::Activities(action.into())
}
