//! The line that says how a search stands: working, stopped, or out of date.

use eframe::egui::{Align, Id, Layout, RichText, Ui, vec2};

use super::rule::small;
use crate::{
    app::{Action, Topic, alternatives},
    ui::{fonts, view::View},
    wording::alternatives::least as words,
};

/// A search that takes no longer than this, in seconds, is not announced: the line would only flicker.
const PATIENCE: f64 = 0.12;

/// How a search stands.
#[derive(Clone, Copy)]
pub(super) struct Standing {
    /// What is searched.
    pub topic: Topic,
    /// True while more will come.
    pub is_running: bool,
    /// True if the answer that is shown is one to the newest question.
    pub is_current: bool,
    /// True if the answer was cut short.
    pub is_cut_short: bool,
    /// How many plans or ways the part of an answer has that is shown.
    pub n_found: usize,
}

/// Draws the line; it keeps its height when there is nothing to say.
pub(super) fn line(ui: &mut Ui, view: &View<'_>, standing: Standing, out: &mut Vec<Action>) {
    let announced = is_announced(ui, standing);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 30.0), Layout::left_to_right(Align::Center), |ui| {
        if announced {
            let so_far = standing.is_current && standing.n_found > 0;
            let text = if so_far { words::found_so_far(standing.n_found) } else { words::SEARCHING.to_owned() };
            ui.label(RichText::new(text).font(fonts::semibold(view.tokens.size.body)));
            if ui.button(words::STOP).clicked() {
                out.push(Action::StopWork(standing.topic));
            }
            if !standing.is_current {
                small(ui, view, words::OUT_OF_DATE);
            }
        } else if standing.is_cut_short && !standing.is_running && ui.button(words::SEARCH_AGAIN).clicked() {
            out.push(Action::Alternatives(alternatives::Action::Again));
        }
    });
}

fn is_announced(ui: &Ui, standing: Standing) -> bool {
    let id = Id::unique(("search", standing.topic));
    let now = ui.input(|input| input.time);
    if !standing.is_running {
        ui.data_mut(|data| data.remove::<f64>(id));
        return false;
    }
    let began = ui.data_mut(|data| *data.get_temp_mut_or(id, now));
    if now - began < PATIENCE {
        ui.ctx().request_repaint_after_secs(0.05);
        return false;
    }
    true
}
