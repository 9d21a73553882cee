//! What to ask, and whom.

use eframe::egui::{Label, RichText, Ui, vec2};

use super::{
    act, ask,
    look::{self, Type},
};
use crate::{
    app::{
        Action, Asked,
        predict::{Action as Predict, Basis, MAX_QUESTIONS, Mode, values_to_ask},
    },
    domain::TermIx,
    ui::{fonts, view::View, widgets::tip::Tip as _},
    wording::{self, activities as words},
};

/// Width of the labels at the left, in points.
const LABEL: f32 = 130.0;

/// On the wall a remote begins with what was chosen at the desk. Call it before the page, which would scroll.
pub(super) fn by_remote(ui: &Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let can_start = view.state.presenter.is_on && !view.state.activities.predict.questions.is_empty();
    if can_start && ask::goes_on(ui, view) {
        out.push(act(Predict::Start));
    }
}

/// Draws the screen.
pub(super) fn setup(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    let predict = &view.state.activities.predict;
    look::heading(ui, view, words::PREDICT_TITLE, size.question);
    look::text(ui, view, words::PREDICT_TEXT, size.body);
    ui.add_space(8.0);
    look::card(ui, view, 16, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(8.0, 10.0);
        row(ui, view, words::PLAN, |ui| plan(ui, view, out));
        row(ui, view, words::ASK_ABOUT, |ui| questions(ui, view, out));
        row(ui, view, words::WHO_ANSWERS, |ui| {
            for mode in [Mode::Class, Mode::Single] {
                if look::choice(ui, view, words::mode(mode), predict.mode == mode).clicked() {
                    out.push(act(Predict::Mode(mode)));
                }
            }
        });
    });
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        if look::primary(ui, view, words::START, !predict.questions.is_empty()).clicked() {
            out.push(act(Predict::Start));
        }
        let some = !view.state.document.scenario.class.predictions.is_empty();
        if some && look::plain(ui, words::OUR_GUESSES, true).clicked() {
            out.push(act(Predict::Table));
        }
    });
    if predict.questions.is_empty() {
        look::weak(ui, view, words::NOTHING_TO_ASK, size.body);
    }
}

fn row(ui: &mut Ui, view: &View<'_>, label: &str, add: impl FnOnce(&mut Ui)) {
    let size = Type::of(ui);
    ui.horizontal_top(|ui| {
        let text = RichText::new(label).font(fonts::semibold(size.body)).color(view.tokens.ink);
        look::column(ui, LABEL, |ui| {
            ui.add_space(6.0);
            ui.add(Label::new(text));
        });
        ui.horizontal_wrapped(add);
    });
}

fn plan(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let predict = &view.state.activities.predict;
    for basis in [Basis::ThisPlan, Basis::OneByOne] {
        // There is nothing to ask about in an empty plan.
        let enabled = basis == Basis::OneByOne || view.state.plan().n_set() > 0;
        let label = match basis {
            Basis::ThisPlan if enabled => words::this_plan(&wording::plan_name(&view.state.document.scenario)),
            _ => words::basis(basis).to_owned(),
        };
        let response = look::choice_if(ui, view, &label, predict.basis == basis, enabled);
        if response.clicked() && predict.basis != basis {
            out.push(act(Predict::Basis(basis)));
        }
    }
    let shelf = view.state.catalog.shelves.iter().find(|shelf| shelf.id == view.dossier().id);
    let Some(shelf) = shelf.filter(|shelf| !shelf.scenarios.is_empty()) else { return };
    let text = RichText::new(words::SAMPLE_PLAN).font(fonts::regular(Type::of(ui).body));
    let plans: Vec<_> = shelf.scenarios_by_title().into_iter().filter(|plan| plan.problems.is_empty()).collect();
    let names: Vec<(String, bool)> = (plans.iter())
        .map(|plan| {
            let day = wording::start_page::plan_day(shelf, plan, view.dates);
            let day = day.map(|day| format!(", {day}")).unwrap_or_default();
            let is_here = predict.basis == Basis::ThisPlan && view.state.document.is_entry(&plan.id);
            (format!("{}{day}", plan.title), is_here)
        })
        .collect();
    if let Some(place) = look::list(ui, text, words::SAMPLE_PLAN, &names) {
        out.push(act(Predict::Sample(plans[place].id.clone())));
    }
}

/// The terms that are asked about, each a small menu, and what can be added.
fn questions(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let predict = &view.state.activities.predict;
    let size = Type::of(ui);
    let asked: Vec<Asked> = predict.questions.iter().map(|open| open.asked).collect();
    let changed = |change: &dyn Fn(&mut Vec<Asked>)| {
        let mut asked = asked.clone();
        change(&mut asked);
        asked.sort_unstable();
        act(Predict::Ask(asked))
    };
    for one in &asked {
        let name = words::term_and_value(view.dossier(), *one);
        let text = RichText::new(&name).font(fonts::semibold(size.body));
        let values = values_to_ask(view.dossier(), &view.state.document.scenario, one.term, predict.basis);
        let value_name = |value| wording::value_name(view.dossier(), one.term, Some(value));
        let mut names: Vec<(String, bool)> =
            values.iter().map(|value| (value_name(*value), *value == one.value)).collect();
        names.push((words::REMOVE_TERM.to_owned(), false));
        let Some(place) = look::list(ui, text, &name, &names) else { continue };
        out.push(changed(&|asked| {
            asked.retain(|known| known.term != one.term);
            asked.extend(values.get(place).map(|value| Asked { value: *value, ..*one }));
        }));
    }
    if asked.len() < MAX_QUESTIONS {
        let added = add(ui, view, &asked);
        out.extend(added.map(|one| changed(&|asked| asked.push(one))));
    }
    if look::plain(ui, words::PROPOSE_TERMS, true).tip(words::PROPOSE_TIP).clicked() {
        out.push(act(Predict::Basis(predict.basis)));
    }
}

/// What can be asked about as well; returns what was chosen.
fn add(ui: &mut Ui, view: &View<'_>, asked: &[Asked]) -> Option<Asked> {
    let basis = view.state.activities.predict.basis;
    let text = RichText::new(words::ADD_TERM).font(fonts::regular(Type::of(ui).body));
    let others = TermIx::all(view.dossier().terms.len()).filter(|term| asked.iter().all(|known| known.term != *term));
    let scenario = &view.state.document.scenario;
    let values = |term| values_to_ask(view.dossier(), scenario, term, basis);
    let first = |term| values(term).first().map(|value| Asked { term, value: *value });
    let offered: Vec<Asked> = others.filter_map(first).collect();
    let names: Vec<(String, bool)> =
        offered.iter().map(|one| (words::term_and_value(view.dossier(), *one), false)).collect();
    look::list(ui, text, words::ADD_TERM, &names).map(|place| offered[place])
}
