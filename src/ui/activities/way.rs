//! "Is there a way?": whose words count, the terms, what still stands against them, and the proof.

use eframe::egui::{Ui, accesskit};
use strum::IntoEnumIterator as _;

use super::look::{self, Type};
use crate::{
    app::{
        Action, Edit, activities,
        alternatives::Action as Plans,
        way::{self, Answer, Firmness, Shown},
    },
    domain::{Plan, PositionIx, TermIx, ValueIx},
    ui::{field, fonts, hidden, view::View, widgets::control::width},
    wording::{self, activities as words},
};

/// From this width on, in points, the terms stand beside what stands against them.
const WIDE: f32 = 720.0;

/// Draws the screen. What stands against the plan is made of verdicts: while one is hidden, it is not there.
pub(super) fn way(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    if view.state.hides_any() {
        hidden::tab(ui, view, out);
        return;
    }
    let size = Type::of(ui);
    look::heading(ui, view, words::WAY_TITLE, size.question);
    let way = &view.state.activities.way;
    look::text(ui, view, &words::way_task(view.dossier(), &way.parties, way.firmness), size.name);
    look::weak(ui, view, words::WAY_TEXT, size.body);
    choices(ui, view, out);
    if let Some(left_out) = words::way_not_counted(view.dossier(), &way.parties) {
        look::text(ui, view, &left_out, size.body);
    }
    ui.add_space(4.0);
    let width = ui.available_width();
    if width >= WIDE {
        ui.horizontal_top(|ui| {
            look::column(ui, width * 0.4, |ui| terms(ui, view, out));
            look::column(ui, width * 0.6 - 24.0, |ui| against(ui, view, out));
        });
    } else {
        terms(ui, view, out);
        against(ui, view, out);
    }
}

/// Whose words count, and how firm they must be.
fn choices(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let (way, size) = (&view.state.activities.way, Type::of(ui));
    let mut act = |action| out.push(Action::Activities(activities::Action::Way(action)));
    ui.horizontal_wrapped(|ui| {
        look::text(ui, view, words::WHOSE_WORDS, size.body);
        for column in &view.columns {
            let on = way.parties.contains(&column.party);
            if look::choice(ui, view, &view.dossier().party(column.party).name, on).clicked() {
                act(way::Action::Party(column.party, !on));
            }
        }
    });
    ui.horizontal_wrapped(|ui| {
        look::text(ui, view, words::HOW_FIRM, size.body);
        for firmness in Firmness::iter() {
            if look::choice(ui, view, words::firmness(firmness), way.firmness == firmness).clicked() {
                act(way::Action::Firmness(firmness));
            }
        }
    });
}

/// The terms with their values.
fn terms(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let (dossier, size) = (view.dossier(), Type::of(ui));
    look::heading(ui, view, words::TERMS, size.lead);
    // The lists stand under each other, however long the names of the terms are.
    let names = dossier.terms.iter().map(|term| width(ui, &term.name, fonts::regular(size.body)));
    let column = names.fold(0.0, f32::max) + 8.0;
    let spoken_of = &view.state.activities.way.spoken_of;
    let rest: Vec<TermIx> = TermIx::all(dossier.terms.len()).filter(|term| !spoken_of.contains(term)).collect();
    spoken_of.iter().for_each(|term| self::term(ui, view, *term, column, out));
    if !spoken_of.is_empty() && !rest.is_empty() {
        look::weak(ui, view, words::OTHER_TERMS, size.small);
    }
    rest.into_iter().for_each(|term| self::term(ui, view, term, column, out));
}

/// A term and the list of its values.
fn term(ui: &mut Ui, view: &View<'_>, term: TermIx, column: f32, out: &mut Vec<Action>) {
    let (dossier, size) = (view.dossier(), Type::of(ui));
    let now = view.plan().get(term);
    let value = wording::value_name(dossier, term, now);
    let name = &dossier.term(term).name;
    ui.horizontal(|ui| {
        ui.scope(|ui| {
            ui.set_width(column);
            look::text(ui, view, name, size.body);
        });
        let room = (ui.available_width() - 40.0).clamp(160.0, 300.0);
        let values = (0..dossier.term(term).values.len()).map(ValueIx::at);
        let at_hand = values.filter(|value| view.state.is_put_forward(term, *value)).map(Some);
        let options: Vec<Option<ValueIx>> = std::iter::once(None).chain(at_hand).collect();
        let named = |option: &Option<ValueIx>| (wording::value_name(dossier, term, *option), *option == now);
        let names: Vec<(String, bool)> = options.iter().map(named).collect();
        if let Some(place) = field::field(ui, (&words::term_list(name, &value), &value), room, &names) {
            out.push(Action::Edit(Edit::SetTerm(term, options[place])));
        }
    });
}

/// What stands against the plan, the hints and the proof.
fn against(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let (way, dossier, size) = (&view.state.activities.way, view.dossier(), Type::of(ui));
    look::heading(ui, view, words::AGAINST, size.lead);
    buttons(ui, view, out);
    let stands = look::text(ui, view, &words::stands(dossier, way), size.name);
    ui.ctx().accesskit_node_builder(stands.id, |node| node.set_live(accesskit::Live::Polite));
    for position in &way.against {
        sentence(ui, view, *position);
    }
    if way.shown == Shown::Nothing {
        return;
    }
    match way.answer(&view.state.document) {
        Some(answer) => proof(ui, view, answer, way.shown_of(&view.state.document), out),
        None => {
            let text = way.desk.fault().unwrap_or(words::PROVING);
            look::text(ui, view, text, size.body);
        }
    }
}

/// They stand above what grows and shrinks with every choice, so that they stay where they are.
fn buttons(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let (way, size) = (&view.state.activities.way, Type::of(ui));
    ui.horizontal_wrapped(|ui| {
        let mut act = |action| out.push(Action::Activities(activities::Action::Way(action)));
        let has_more = way.has_another_hint(&view.state.document);
        if look::plain(ui, words::HINT, has_more).clicked() {
            act(way::Action::Hint);
        }
        if look::plain(ui, words::PROVE, way.n_asked > 0).clicked() {
            act(way::Action::Prove);
        }
        let more = if has_more { words::HINTS } else { words::NO_MORE_HINTS };
        look::whole(ui, more, size.small, view.tokens.ink_weak);
    });
}

fn sentence(ui: &mut Ui, view: &View<'_>, position: PositionIx) {
    let size = Type::of(ui);
    look::card(ui, view, 8, |ui| {
        ui.set_width(ui.available_width());
        look::text(ui, view, &words::position(view.dossier(), position, view.dates), size.body);
    });
}

/// As much of the proof as is shown.
fn proof(ui: &mut Ui, view: &View<'_>, answer: &Answer, shown: Shown, out: &mut Vec<Action>) {
    let (dossier, size) = (view.dossier(), Type::of(ui));
    let whether = words::whether(answer);
    let text = if view.state.activities.way.is_found() { words::WAY_IS_FOUND } else { &whether };
    look::text(ui, view, text, size.name);
    if let Some(plan) = &answer.plan {
        one_way(ui, view, plan, shown, out);
        return;
    }
    let Some(smallest) = answer.groups.first() else { return };
    if shown >= Shown::Terms {
        look::text(ui, view, &words::which_terms(dossier, smallest), size.body);
    }
    if shown >= Shown::Whose {
        look::text(ui, view, &words::whose(dossier, smallest), size.body);
    }
    if shown < Shown::All {
        return;
    }
    look::text(ui, view, &words::one_has_to_give(view.state.activities.way.firmness, answer.is_whole), size.body);
    for (place, group) in answer.groups.iter().enumerate() {
        look::heading(ui, view, &words::group(place + 1), size.name);
        group.iter().for_each(|position| sentence(ui, view, *position));
    }
    look::weak(ui, view, words::WHAT_IS_PROVEN, size.small);
}

/// Where there is a way: on which terms it differs from the plan, by steps, unless the plan is one itself.
fn one_way(ui: &mut Ui, view: &View<'_>, way: &Plan, shown: Shown, out: &mut Vec<Action>) {
    let (dossier, size) = (view.dossier(), Type::of(ui));
    let exercise = &view.state.activities.way;
    if !exercise.is_found() {
        let otherwise = exercise.otherwise(way, view.plan());
        if shown >= Shown::Terms {
            look::text(ui, view, &words::way_differs(dossier, &otherwise, view.plan()), size.body);
        }
        if let Some(first) = otherwise.first().filter(|_| shown >= Shown::Whose) {
            look::text(ui, view, &words::way_says(dossier, *first), size.body);
        }
        if shown == Shown::All && look::plain(ui, words::SHOW_ONE, true).clicked() {
            out.push(Action::Alternatives(Plans::Load(way.clone())));
        }
    }
    look::weak(ui, view, words::WHAT_IS_PROVEN, size.small);
}
