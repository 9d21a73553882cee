//! Plans that contradict the fewest statements: the rule on one side, the plans on the other.

use eframe::egui::{Frame, Label, Margin, RichText, Stroke, Ui, UiBuilder, vec2};

use super::{
    plans, rule,
    search::{self, Standing},
};
use crate::{
    app::{
        Action, Document, Topic,
        alternatives::{
            self,
            least::{Answer, MOST_LISTED},
        },
    },
    ui::{fonts, view::View},
    wording::{self, alternatives::least as words},
};

/// From this width on, in points, the rule stands beside the result.
const WIDE: f32 = 900.0;

/// Width of the rule beside the result, and in a narrow window.
const RULE: [f32; 2] = [284.0, 236.0];

/// Draws the part.
pub(super) fn least(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    if view.state.plan().n_set() == 0 {
        notice(ui, view, &wording::empty_plan());
        return;
    }
    beside(ui, out, |ui, out| rule::rule(ui, view, out), |ui, out| result(ui, view, out));
}

/// Two things beside each other where there is room, else below each other.
pub(super) fn beside(
    ui: &mut Ui,
    out: &mut Vec<Action>,
    left: impl FnOnce(&mut Ui, &mut Vec<Action>),
    right: impl FnOnce(&mut Ui, &mut Vec<Action>),
) {
    if ui.available_width() < WIDE {
        left(ui, out);
        ui.add_space(8.0);
        right(ui, out);
        return;
    }
    let whole = ui.available_rect_before_wrap();
    let mut column = |from: f32, to: f32, salt: &str, add: &mut dyn FnMut(&mut Ui)| {
        let rect = whole.with_min_x(from).with_max_x(to);
        let mut part = ui.new_child(UiBuilder::new().id_salt(salt).max_rect(rect));
        part.set_width(rect.width());
        add(&mut part);
        part.min_rect().bottom()
    };
    let (mut left, mut right) = (Some(left), Some(right));
    let split = whole.left() + RULE[usize::from(whole.width() < 1080.0)];
    let a = column(whole.left(), split, "left", &mut |ui| {
        if let Some(left) = left.take() {
            left(ui, out)
        }
    });
    let b = column(split + 16.0, whole.right(), "right", &mut |ui| {
        if let Some(right) = right.take() {
            right(ui, out)
        }
    });
    ui.allocate_space(vec2(whole.width(), a.max(b) - whole.top()));
}

/// A heading with a sentence or two.
pub(super) fn notice(ui: &mut Ui, view: &View<'_>, notice: &wording::Notice) {
    if !notice.head.is_empty() {
        ui.label(RichText::new(&notice.head).font(fonts::semibold(view.tokens.size.body)));
    }
    ui.add(Label::new(&notice.text).wrap());
}

fn result(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let desk = &view.state.alternatives.least;
    let answer = desk.answer();
    let standing = Standing {
        topic: Topic::Alternatives,
        is_running: desk.is_running(),
        is_current: desk.is_current(),
        is_cut_short: answer.is_some_and(|(answer, _)| !answer.found.proven),
        n_found: answer.map_or(0, |(answer, _)| answer.found.plans.len()),
    };
    if standing.is_running || standing.is_cut_short {
        search::line(ui, view, standing, out);
    }
    if let Some(fault) = desk.fault() {
        ui.add(Label::new(RichText::new(fault).color(view.tokens.problem)).wrap());
    }
    not_advice(ui, view);
    ui.add_space(6.0);
    if let Some((answer, document)) = answer {
        caption(ui, view, document, answer, standing.is_running && standing.is_current);
        plans::table(ui, view, document, answer, out);
        more(ui, answer, out);
    }
}

/// What was counted, what came out, how sure it is.
fn caption(ui: &mut Ui, view: &View<'_>, document: &Document, answer: &Answer, is_running: bool) {
    let found = &answer.found;
    rule::small(ui, view, &words::rule_caption(document, answer, view.dates));
    ui.add_space(2.0);
    if found.upper.is_some() {
        rule::heading(ui, view, &words::least_cost(answer));
    } else if found.proven {
        rule::heading(ui, view, &words::no_plan(answer));
        for rule in &found.rules_in_the_way {
            ui.add(Label::new(&document.case.dossier.rules[*rule].reason).wrap());
        }
    }
    wrapped(ui, &words::own_cost(answer));
    if !found.own_broken_rules.is_empty() {
        ui.add(Label::new(RichText::new(words::OWN_BREAKS_RULES).color(view.tokens.warn)).wrap());
    }
    if found.upper.is_some() {
        wrapped(ui, &format!("{} {}", words::certainty(found, is_running), words::ties(found)));
    } else if !found.proven {
        wrapped(ui, &words::certainty(found, is_running));
    }
    if found.own.cells.is_empty()
        && found.own_broken_rules.is_empty()
        && let Some(matrix) = view.state.matrix()
    {
        notice(ui, view, &wording::no_contradictions(matrix));
    }
    ui.add_space(6.0);
}

fn wrapped(ui: &mut Ui, text: &str) {
    ui.add(Label::new(text).wrap());
}

fn more(ui: &mut Ui, answer: &Answer, out: &mut Vec<Action>) {
    let is_more = answer.found.are_all != Some(true) && answer.found.proven;
    if is_more && answer.wishes.max_listed < MOST_LISTED && ui.button(words::SHOW_MORE).clicked() {
        let mut wishes = answer.wishes.clone();
        wishes.max_listed = MOST_LISTED;
        out.push(Action::Alternatives(alternatives::Action::Wish(wishes)));
    }
}

/// What counting cannot tell.
pub(super) fn not_advice(ui: &mut Ui, view: &View<'_>) {
    let frame = Frame::new()
        .stroke(Stroke::new(1.0, view.tokens.edge))
        .corner_radius(view.tokens.size.radius)
        .inner_margin(Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.add(Label::new(words::NOT_ADVICE).wrap());
    });
}
