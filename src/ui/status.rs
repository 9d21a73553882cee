//! What the last action changed, or what the option under the pointer would change; screen readers read it out.

use eframe::egui::{Color32, Id, TextStyle, Ui, accesskit};

use crate::{
    analysis::Change,
    app::{Label as Step, Tab, Told, activities::Screen, predict::Open},
    wording::{self, activities as class, presenter as hidden, ui as words},
};

use super::{
    view::View,
    widgets::tip::{Tip as _, one_line},
};

/// The sentence on one line.
pub(super) fn line(ui: &mut Ui, view: &View<'_>) {
    let text = sentence(view);
    show(ui, &text, text.clone());
}

/// The sentence on a wall: what was done stands there in large letters already, so only what came of it is painted. It
/// belongs to what is on the wall; with nothing done there, it says how much is in the plan.
pub(super) fn line_on_the_wall(ui: &mut Ui, view: &View<'_>) {
    let state = view.state;
    let in_plan = || words::in_plan(state.results.n_in_plan(), view.dossier().terms.len());
    let told = state.session.told.as_ref();
    let is_step = told.is_none() && state.results.preview.is_none() && of_the_question(view).is_none();
    let change = state.results.last_change.as_ref().filter(|_| is_step);
    let text = sentence_on_the_wall(view);
    let short = match change.map(|change| &change.label) {
        _ if state.presenter.hint => text.clone(),
        Some(label) if label.is_another_plan() => in_plan(),
        Some(label) if label.is_writing() => text.clone(),
        Some(_) => {
            let cells: Vec<Change> = state.changed_cells().copied().collect();
            let whole = hidden::changed(view.dossier(), &cells, state.hides_any());
            // Rather how many than the beginning of that.
            let names_some = in_whole_words(ui, &whole).is_none_or(|cut| cut.contains(':'));
            let shorter = wording::changed_in_short(cells.len());
            let fits = |text: &String| whole_width(ui, text) <= ui.available_width();
            if names_some || cells.is_empty() { whole } else { shorter.into_iter().find(fits).unwrap_or(whole) }
        }
        None => match told {
            // The code has room beside the keys.
            Some(Told::Revealed(party)) => hidden::revealed(&view.dossier().party(*party).code),
            Some(Told::NothingNew) => hidden::NOTHING_NEW_SHORT.to_owned(),
            Some(Told::NothingToReveal) => words::NOTHING_TO_REVEAL_SHORT.to_owned(),
            Some(Told::NothingToReplay) => hidden::NOTHING_TO_REPLAY_SHORT.to_owned(),
            Some(Told::Hidden) => hidden::ALL_HIDDEN_SHORT.to_owned(),
            Some(Told::HiddenAgain(party)) => hidden::hidden_again(&view.dossier().party(*party).code),
            Some(Told::LedFrom(tab)) if whole_width(ui, &text) > ui.available_width() => words::leads_back_short(*tab),
            None if is_elsewhere(view) && state.results.preview.is_none() => words::leads_back_short(Tab::Activities),
            _ => text.clone(),
        },
    };
    // How much is in the plan can be seen in the table: where there is no room for all of it, it is left out.
    let is_cut = short == in_plan() && whole_width(ui, &short) > ui.available_width();
    show(ui, if is_cut { "" } else { &short }, text);
}

fn whole_width(ui: &Ui, text: &str) -> f32 {
    let font = TextStyle::Body.resolve(ui.style());
    ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER).size().x
}

/// As many whole words of a text as there is room for: half a word in front of the dots is none. `None` where all of it has
/// room, or not even a word.
fn in_whole_words(ui: &Ui, text: &str) -> Option<String> {
    let room = ui.available_width();
    if whole_width(ui, text) <= room {
        return None;
    }
    let shorter = text.rmatch_indices(' ').map(|(end, _)| format!("{}\u{2026}", text[..end].trim_end_matches(NO_END)));
    shorter.into_iter().find(|shorter| whole_width(ui, shorter) <= room)
}

/// What does not stand in front of dots.
const NO_END: [char; 6] = [' ', ',', ':', ';', '.', '('];

fn sentence_on_the_wall(view: &View<'_>) -> String {
    let state = view.state;
    let is_quiet = state.session.told.is_none() && state.results.last_change.is_none();
    if state.presenter.hint {
        hidden::ARROWS_HINT.to_owned()
    } else if is_quiet && state.results.preview.is_none() && of_the_question(view).is_none() {
        words::in_plan(state.results.n_in_plan(), view.dossier().terms.len())
    } else {
        sentence(view)
    }
}

/// What there is to say of a question: that it hides the marks, and once its tiles are turned, what to talk about.
fn of_the_question(view: &View<'_>) -> Option<String> {
    let state = view.state;
    if state.shows_question() && state.activities.predict.open().is_some_and(Open::is_done) {
        return Some(class::LOOKED.to_owned());
    }
    if is_elsewhere(view) {
        return Some(words::question_is_open());
    }
    state.keeps_a_secret().then(|| words::SECRET.to_owned())
}

/// True while a question hides the marks of another tab, from which one key leads back to it.
fn is_elsewhere(view: &View<'_>) -> bool {
    let state = view.state;
    let is_behind = state.session.tab != Tab::Activities && state.activities.screen == Screen::Predict;
    is_behind && state.keeps_a_secret()
}

/// What is said at the focus, and where.
#[derive(Clone, Debug, Default, PartialEq)]
struct AtTheFocus {
    said: Option<String>,
    /// What has the focus, until it moves.
    node: Option<Id>,
    /// What the focus has left in this frame.
    left: Option<(Id, u64)>,
}

/// Says what was done once more in front of the name of what has the focus, for as long as the focus stays there: readers that
/// know no announcements say a name when it changes, and nothing else of what happens elsewhere. Returns the name while
/// something is said in front of it.
pub(super) fn in_front_of_the_focus(ui: &Ui, view: &View<'_>, node: Id) -> Option<String> {
    let said = view.state.session.told.as_ref().map(|told| words::told(view.dossier(), told, view.dates));
    let (id, frame) = (Id::unique("said_at_the_focus"), ui.ctx().cumulative_frame_nr());
    let Some(mut at) = ui.data(|data| data.get_temp::<AtTheFocus>(id)) else {
        // What was done before is no news.
        ui.data_mut(|data| data.insert_temp(id, AtTheFocus { said, ..AtTheFocus::default() }));
        return None;
    };
    if let Some(before) = at.node.filter(|before| *before != node) {
        // Its name changes back after the focus has gone, when nobody listens.
        at = AtTheFocus { node: None, left: Some((before, frame)), ..at };
        ui.ctx().request_repaint();
    }
    at.left = at.left.filter(|(_, then)| *then == frame);
    let name = |node: Id, said: &Option<String>| {
        let said = said.as_ref().filter(|_| ui.ctx().has_accesskit_node(node))?;
        ui.ctx().accesskit_node_builder(node, |node| {
            let name = format!("{}. {}", said.trim_end_matches('.'), node.label().unwrap_or_default());
            node.set_label(name.clone());
            name
        })
    };
    if let Some((before, _)) = at.left {
        name(before, &at.said);
    }
    if at.said != said {
        at = AtTheFocus { said, node: Some(node), ..at };
    }
    let name = at.node.and_then(|node| name(node, &at.said));
    ui.data_mut(|data| data.insert_temp(id, at));
    name
}

fn show(ui: &mut Ui, painted: &str, text: String) {
    let shortened = in_whole_words(ui, painted);
    let is_shortened = shortened.is_some();
    let (label, is_cut) = one_line(ui, shortened.as_deref().unwrap_or(painted));
    let is_cut = is_cut || is_shortened;
    name(ui, label.id, text);
    if is_cut {
        label.tip_with(|| painted.to_owned());
    }
}

fn name(ui: &Ui, id: Id, text: String) {
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(accesskit::Role::Status);
        node.set_live(accesskit::Live::Polite);
        node.set_label(text);
        // A line that was cut shows itself whole under the pointer: it would be read twice.
        node.clear_description();
    });
}

/// True for what a class wrote on another screen than the one that shows.
fn is_of_elsewhere(view: &View<'_>, label: &Step) -> bool {
    let activities = &view.state.activities;
    let Step::Class(step) = label else { return false };
    let Some(screen) = Screen::of(step) else { return false };
    let is_asked = screen != Screen::Predict || activities.predict.open().is_some();
    view.state.session.tab != Tab::Activities || activities.screen != screen || !is_asked
}

/// The sentence. Of parties that are hidden it says nothing.
#[must_use]
pub(super) fn sentence(view: &View<'_>) -> String {
    let (state, dossier) = (view.state, view.dossier());
    if let Some(preview) = &state.results.preview {
        let value = wording::value_name(dossier, preview.term, preview.value);
        let cells: Vec<Change> = state.previewed_cells().copied().collect();
        let parties = wording::changed_parties(dossier, &cells);
        let term = &dossier.term(preview.term).name;
        return if state.hides_any() {
            hidden::would_change(term, &value, &parties)
        } else {
            words::would_change(term, &value, &parties)
        };
    }
    if let Some(told) = &state.session.told {
        let told_of = words::told(dossier, told, view.dates);
        // With the plan its day was changed as well.
        return match told {
            Told::Shelved(_) => {
                let opened = words::opened_sentence(dossier, &state.document.scenario, view.dates);
                format!("{opened}. {told_of}")
            }
            _ => told_of,
        };
    }
    if let Some(sentence) = of_the_question(view) {
        return sentence;
    }
    let change =
        state.results.last_change.as_ref().filter(|change| change.undone || !is_of_elsewhere(view, &change.label));
    let Some(change) = change else {
        let is_empty = state.results.n_in_plan() == 0;
        let scenario = &state.document.scenario;
        return if is_empty {
            words::opening_sentence(dossier)
        } else {
            words::opened_sentence(dossier, scenario, view.dates)
        };
    };
    let cells: Vec<Change> = state.changed_cells().copied().collect();
    match &change.label {
        Step::Opened(_) | Step::New if !change.undone => {
            words::opened_sentence(dossier, &state.document.scenario, view.dates)
        }
        label if state.hides_any() => hidden::step(dossier, label, change.undone, &cells, view.dates),
        Step::Term { term, from, to } if !change.undone => wording::change_sentence(dossier, *term, *from, *to, &cells),
        label => words::step_sentence(dossier, label, change.undone, &cells, view.dates),
    }
}
