//! The keys of the wall. They are taken before anything else can act on them.

use eframe::egui::{Event, Key, Modifiers, Ui};

use crate::{
    app::{Action, parties, presenter},
    ui::{
        keys::{Typed, is_covered},
        view::View,
    },
};

use super::{Pages, options};

/// The keys while the table or one term is shown.
pub(super) fn on_the_wall(ui: &Ui, view: &View<'_>, pages: Option<&Pages>, out: &mut Vec<Action>) {
    let single_keys = view.state.settings.single_key_shortcuts;
    let (mut term, mut typed) = (view.state.session.focus.term, Typed::default());
    for event in ui.input(|input| input.events.clone()) {
        if typed.takes(&event) {
            continue;
        }
        match event {
            // A key that is held down steps through the terms; anything else happens once for each press.
            Event::Key { key, pressed: true, repeat, modifiers, .. }
                if modifiers == Modifiers::NONE && (!repeat || matches!(key, Key::ArrowUp | Key::ArrowDown)) =>
            {
                let is_ranges = key == Key::S && single_keys && view.state.presenter.spotlight;
                if is_ranges && view.state.has_ranges() {
                    out.push(Action::Presenter(presenter::Action::ToggleRanges));
                }
                let action = meaning(key, pages, view.state.settings.arrows_reveal).or_else(|| dead(view, key));
                if let Some(Action::Presenter(presenter::Action::StepTerm(steps))) = action {
                    term = view.state.term_from(term, steps);
                }
                out.extend(action);
            }
            Event::Text(text) if single_keys => {
                out.extend(typed.in_row(view, term, &text, options::number_id(term)));
            }
            _ => {}
        }
    }
    typed.open(ui);
}

fn meaning(key: Key, pages: Option<&Pages>, arrows_reveal: bool) -> Option<Action> {
    let action = match key {
        // These come here only with nothing left to reveal or to hide again.
        Key::PageUp => return pages.and_then(|pages| pages.back.clone()),
        Key::PageDown => return pages.and_then(|pages| pages.on.clone()),
        Key::ArrowLeft if arrows_reveal => return pages.and_then(|pages| pages.back.clone()),
        Key::ArrowRight if arrows_reveal => return pages.and_then(|pages| pages.on.clone()),
        Key::ArrowUp => presenter::Action::StepTerm(-1),
        Key::ArrowDown => presenter::Action::StepTerm(1),
        Key::ArrowLeft => presenter::Action::Walk(-1),
        Key::ArrowRight => presenter::Action::Walk(1),
        Key::Enter => presenter::Action::ToggleSpotlight,
        Key::Escape => presenter::Action::Leave,
        _ => return None,
    };
    Some(Action::Presenter(action))
}

/// What a remote is told that was to go on where nothing is hidden and no page is left: it would be taken for a dead one.
fn dead(view: &View<'_>, key: Key) -> Option<Action> {
    let goes_on = key == Key::PageDown || key == Key::ArrowRight && view.state.settings.arrows_reveal;
    (goes_on && !view.state.hides_any()).then_some(Action::Presenter(presenter::Action::NothingToReveal))
}

/// The keys while another tab is shown: it has its own, but Esc leaves, from a pair that has the wall to all pairs first.
pub(super) fn in_a_tab(ui: &Ui, view: &View<'_>, out: &mut Vec<Action>) {
    if !is_covered(ui, view) && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        out.push(if view.state.reads_pair_on_the_wall() {
            Action::Parties(parties::Action::ReadNothing)
        } else {
            Action::Presenter(presenter::Action::Leave)
        });
    }
}

/// True for a key that ends the blank screen.
pub(super) fn ends_blank(key: Key, single_keys: bool) -> bool {
    key == Key::Escape || (single_keys && matches!(key, Key::B | Key::Period))
}
