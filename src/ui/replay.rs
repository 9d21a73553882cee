//! The clock of the replay: the last change goes back and forth, calmly.

use std::time::Duration;

use eframe::egui::{Id, Ui};

use super::view::View;
use crate::app::Action;

/// How long a turn stands, in seconds.
const TURN: f64 = 0.7;

/// Goes on to the next turn when this one has stood long enough. Where nothing moves, the key does it.
pub(super) fn tick(ui: &Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let id = Id::unique("replay");
    let Some(turn) = view.state.session.replay.filter(|_| !view.state.settings.reduce_motion) else {
        ui.data_mut(|data| data.remove_temp::<(u8, f64)>(id));
        return;
    };
    let now = ui.input(|input| input.time);
    let known: Option<(u8, f64)> = ui.data(|data| data.get_temp(id));
    let since = known.filter(|(of, _)| *of == turn).map_or(now, |(_, since)| since);
    if now - since >= TURN {
        out.push(Action::ReplayOn);
    } else {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(TURN - (now - since)));
    }
    ui.data_mut(|data| data.insert_temp(id, (turn, since)));
}
