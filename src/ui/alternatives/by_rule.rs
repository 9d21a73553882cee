//! Three ways of counting side by side, each with its plans, what stays contradicted and for whom.

use eframe::egui::{Align, Button, Label, Layout, RichText, Ui, accesskit};

use super::{
    least::{not_advice, notice},
    rule::{heading, small},
};
use crate::{
    analysis::{Alternative, Wishes},
    app::{
        Action, Document,
        alternatives::{self, Part, least::Answer},
    },
    ui::{fonts, statement_card, view::View, widgets::tip::Tip as _},
    wording::{
        self, alternatives as changes,
        alternatives::{by_rule as words, least as least_words},
        ui::parties as parties_words,
    },
};

/// So many plans of a rule stand here; the part with one rule has the others.
const MOST: usize = 3;

/// A column is no narrower than this, in points; else they stand below each other.
const LEAST: f32 = 240.0;

/// Draws the part.
pub(super) fn by_rule(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    if view.state.plan().n_set() == 0 {
        notice(ui, view, &wording::empty_plan());
        return;
    }
    let title = RichText::new(words::DEPENDS).font(fonts::semibold(view.tokens.size.title));
    ui.add(Label::new(title).wrap());
    ui.add(Label::new(words::DEPENDS_MORE).wrap());
    let desk = &view.state.alternatives.by_rule;
    if let Some(fault) = desk.fault() {
        ui.add(Label::new(RichText::new(fault).color(view.tokens.problem)).wrap());
    }
    let Some((found, document)) = desk.answer() else {
        ui.label(least_words::SEARCHING);
        return;
    };
    let said = if !desk.is_current() {
        RichText::new(parties_words::OUT_OF_DATE).color(view.tokens.warn)
    } else if found.is_whole() {
        let text = words::what_separates(&document.case.dossier, found);
        RichText::new(text).font(fonts::semibold(view.tokens.size.body))
    } else {
        RichText::new(least_words::SEARCHING)
    };
    let said = ui.add(Label::new(said).wrap());
    ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(accesskit::Live::Polite));
    ui.add_space(4.0);
    let n = found.answers.len().max(1);
    #[expect(clippy::cast_precision_loss, reason = "three")]
    let fits = ui.available_width() / n as f32 >= LEAST;
    if fits {
        ui.columns(n, |columns| {
            for (ui, answer) in columns.iter_mut().zip(&found.answers) {
                // Columns are justified by themselves, which tears lines apart.
                ui.with_layout(Layout::top_down(Align::LEFT), |ui| column(ui, view, document, answer, out));
            }
        });
    } else {
        for answer in &found.answers {
            column(ui, view, document, answer, out);
        }
    }
    ui.add_space(6.0);
    not_advice(ui, view);
}

fn column(ui: &mut Ui, view: &View<'_>, document: &Document, answer: &Answer, out: &mut Vec<Action>) {
    let rule = answer.wishes.rule;
    ui.push_id(format!("{rule:?}"), |ui| {
        heading(ui, view, words::rule(rule));
        small(ui, view, words::rule_more(rule));
        let text =
            if answer.found.upper.is_some() { least_words::least_cost(answer) } else { words::NO_PLAN.to_owned() };
        ui.add(Label::new(text).wrap());
        if !answer.found.proven {
            small(ui, view, &least_words::certainty(&answer.found, false));
        }
        for (place, plan) in answer.found.plans.iter().take(MOST).enumerate() {
            card(ui, view, document, (place, plan), answer, out);
        }
        let n = answer.found.plans.len();
        if n > MOST {
            small(ui, view, &words::more(n - MOST));
        }
        if ui.add(Button::new(words::IN_DETAIL).wrap()).clicked() {
            let wishes = Wishes { rule, ..view.state.alternatives.wishes.clone() };
            out.push(Action::Alternatives(alternatives::Action::Wish(wishes)));
            out.push(Action::Alternatives(alternatives::Action::Show(Part::Least)));
        }
    });
}

/// A plan: how to get it, what it changes, what it still goes against.
fn card(
    ui: &mut Ui,
    view: &View<'_>,
    document: &Document,
    (place, plan): (usize, &Alternative),
    answer: &Answer,
    out: &mut Vec<Action>,
) {
    let dossier = &document.case.dossier;
    statement_card::framed(ui, view, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.horizontal_wrapped(|ui| {
            heading(ui, view, &words::plan(place + 1, plan));
            let is_own = plan.changed.is_empty();
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let load = ui.add_enabled(!is_own, Button::new(least_words::LOAD));
                if load.tip(least_words::LOAD_TIP).clicked() {
                    out.push(Action::Alternatives(alternatives::Action::Load(plan.plan.clone())));
                }
            });
        });
        for change in answer.changes(document, place) {
            ui.add(Label::new(changes::change_list(dossier, &[change])).wrap());
        }
        small(ui, view, words::STILL);
        if plan.account.parties.is_empty() {
            ui.add(Label::new(words::NOTHING).wrap());
        }
        for party in &plan.account.parties {
            ui.add(Label::new(words::against(dossier, plan, *party)).wrap());
        }
    });
}
