//! What would lift a contradiction: the contradicted cells on one side, the fewest changes on the other.

use eframe::egui::{
    Align, Button, CornerRadius, Frame, Label, Layout, Margin, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo, pos2, vec2,
};

use super::{
    cells::{cells, column},
    least::{beside, notice},
    rule::{self, frame, heading, small},
    search::{self, Standing},
};
use crate::{
    analysis::{Blocked, Goal, Mark},
    app::{
        Action, Document, Edit, Topic, WhySubject,
        alternatives::{
            self,
            lift::{Answer, contradicted},
        },
    },
    domain::{PositionIx, Role as PartyRole},
    ui::{
        fonts,
        marks::shape,
        view::View,
        widgets::{
            control::line,
            mark::{Mark as Shown, MarkPainter},
            tip::Tip as _,
        },
    },
    wording::{
        self,
        alternatives::{self as changes, least as plans, lift as words},
        ui as labels,
    },
};

/// Draws the part.
pub(super) fn lift(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let Some(matrix) = view.state.matrix() else { return };
    if matrix.n_in_plan == 0 {
        notice(ui, view, &wording::empty_plan());
        return;
    }
    if matrix.tallies.iter().all(|tally| tally.contradicted() == 0) {
        notice(ui, view, &wording::no_contradictions(matrix));
        return;
    }
    beside(ui, out, |ui, out| left(ui, view, out), |ui, out| right(ui, view, out));
}

fn left(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    frame(view).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        heading(ui, view, words::GOALS);
        goals(ui, view, out);
        ui.add_space(8.0);
        rule::locks(ui, view, out);
    });
}

/// Which changes are allowed.
fn allowed(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        let mut leaving_out = view.state.alternatives.leaving_out;
        let leaves = ui.checkbox(&mut leaving_out, words::LEAVING_OUT);
        if leaves.tip(words::LEAVING_OUT_TIP).changed() {
            out.push(Action::Alternatives(alternatives::Action::LeaveOut(leaving_out)));
        }
        let mut wishes = view.state.alternatives.wishes.clone();
        rule::later(ui, &mut wishes);
        if wishes != view.state.alternatives.wishes {
            out.push(Action::Alternatives(alternatives::Action::Wish(wishes)));
        }
    });
}

/// All that is contradicted: red lines, parties, cells, each in the order of the columns.
fn goals(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let (dossier, Some(matrix)) = (view.dossier(), view.state.matrix()) else { return };
    let red_lines = |must_accept_only: bool| -> usize {
        let counts = |role| !must_accept_only || role == PartyRole::MustAccept;
        let counted = dossier.parties.iter().zip(&matrix.tallies).filter(|(party, _)| counts(party.role));
        counted.map(|(_, tally)| usize::from(tally.red_lines)).sum()
    };
    let mut choose = |ui: &mut Ui, goal: Goal, mark: Option<Mark>, n_cells: usize| {
        if self::goal(ui, view, goal, mark, n_cells) {
            out.push(Action::Alternatives(alternatives::Action::Lift(goal)));
        }
    };
    let head = |ui: &mut Ui, text: &str| {
        ui.add_space(6.0);
        small(ui, view, text);
    };
    if red_lines(false) > 0 {
        head(ui, words::RED_LINES);
        for must_accept_only in [false, true].into_iter().filter(|only| red_lines(*only) > 0) {
            let n_cells = red_lines(must_accept_only);
            choose(ui, Goal::RedLines { must_accept_only }, Some(Mark::RedLine), n_cells);
        }
    }
    let hit = contradicted(matrix, dossier.terms.len());
    let in_order = || view.columns.iter().filter_map(|column| hit.iter().find(|(party, _)| *party == column.party));
    head(ui, words::ONE_PARTY);
    for (party, terms) in in_order() {
        choose(ui, Goal::Party(*party), None, terms.len());
    }
    head(ui, words::ONE_CELL);
    for (party, terms) in in_order() {
        for term in terms {
            choose(ui, Goal::Cell(*party, *term), Some(matrix.cell(*party, *term).mark), 1);
        }
    }
}

/// Height of a goal in the list.
const GOAL: f32 = 28.0;

fn goal(ui: &mut Ui, view: &View<'_>, goal: Goal, mark: Option<Mark>, n_cells: usize) -> bool {
    let tokens = view.tokens;
    let chosen = view.state.alternatives.goal == goal;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), GOAL), Sense::click());
    let name = words::goal_name(view.dossier(), goal, n_cells, mark);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &name));
    let (radius, ink) = (CornerRadius::same(4), if chosen { tokens.ink_selected } else { tokens.ink });
    if chosen {
        ui.painter().rect_filled(rect, radius, tokens.selected);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, radius, tokens.hover);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, radius, Stroke::new(2.0, tokens.focus), StrokeKind::Inside);
    }
    let mut left = rect.left() + 8.0;
    if let Some(mark) = mark {
        let mut marks = MarkPainter::new(ui);
        let tile = Rect::from_center_size(pos2(left + 10.0, rect.center().y), Vec2::splat(20.0));
        marks.add(tile, &Shown::new(shape(mark)));
        marks.paint();
        left += 28.0;
    }
    let font = fonts::regular(tokens.size.body);
    let count = line(ui, &n_cells.to_string(), fonts::regular(tokens.size.small), ink, 40.0);
    let room = rect.right() - left - count.size().x - 16.0;
    let text = line(ui, &words::goal(view.dossier(), goal), font, ink, room);
    ui.painter().galley(pos2(left, rect.center().y - text.size().y / 2.0), text, ink);
    if !matches!(goal, Goal::Cell(..)) {
        let at = pos2(rect.right() - 8.0 - count.size().x, rect.center().y - count.size().y / 2.0);
        ui.painter().galley(at, count, ink);
    }
    crate::ui::view::tip(response, name).clicked()
}

fn right(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let desk = &view.state.alternatives.lift;
    let answer = desk.answer();
    let standing = Standing {
        topic: Topic::FewestChanges,
        is_running: desk.is_running(),
        is_current: desk.is_current(),
        is_cut_short: answer.is_some_and(|(answer, _)| !answer.found.proven),
        n_found: answer.map_or(0, |(answer, _)| answer.found.ways.len()),
    };
    if standing.is_running || standing.is_cut_short {
        search::line(ui, view, standing, out);
    }
    if let Some(fault) = desk.fault() {
        ui.add(Label::new(RichText::new(fault).color(view.tokens.problem)).wrap());
    }
    let Some((answer, document)) = answer else { return };
    let text = RichText::new(words::goal_sentence(view.dossier(), answer.ask.goal));
    ui.add(Label::new(text.font(fonts::semibold(view.tokens.size.title - 3.0))).wrap());
    small(ui, view, &words::looked_at(answer));
    allowed(ui, view, out);
    ui.add_space(2.0);
    if let Some(blocked) = &answer.found.blocked {
        self::blocked(ui, view, answer, blocked, out);
        return;
    }
    let n_ways = words::n_ways(&answer.found).unwrap_or_default();
    ui.add(Label::new(format!("{} {n_ways}", words::proof(&answer.found))).wrap());
    ui.add_space(4.0);
    for nth in 0..answer.found.ways.len() {
        if !answer.found.ways[nth].changes.is_empty() {
            ui.push_id(nth, |ui| way(ui, view, (document, answer), nth, out));
        }
    }
}

fn card(view: &View<'_>) -> Frame {
    Frame::new()
        .stroke(Stroke::new(1.0, view.tokens.line))
        .corner_radius(view.tokens.size.radius)
        .inner_margin(Margin { left: 12, right: 12, top: 8, bottom: 10 })
}

/// A list of changes and what it would do.
fn way(ui: &mut Ui, view: &View<'_>, (document, answer): (&Document, &Answer), nth: usize, out: &mut Vec<Action>) {
    let dossier = view.dossier();
    let way = &answer.found.ways[nth];
    let plan = &document.scenario.plan;
    let all: Vec<_> = way.changes.iter().map(|(term, to)| (*term, plan.get(*term), *to)).collect();
    card(view).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.horizontal_top(|ui| {
            let room = ui.available_width() - 96.0;
            ui.allocate_ui_with_layout(vec2(room, 30.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(room);
                for change in &all {
                    let alike = way.alike.iter().find(|(term, _)| *term == change.0);
                    heading(ui, view, &changes::change_list(dossier, &[*change]));
                    if let Some((term, values)) = alike {
                        small(ui, view, &plans::alike_tip(dossier, *term, change.2, *values));
                    }
                }
            });
            let response = ui.add_sized(vec2(84.0, 32.0), Button::new(words::APPLY));
            let name = format!("{}: {}", words::APPLY, changes::change_list(dossier, &all));
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            if response.tip(words::APPLY_TIP).clicked() {
                out.push(Action::Edit(Edit::SetTerms(way.changes.clone())));
            }
        });
        ui.add_space(2.0);
        let heads = [changes::NEWLY, changes::NO_LONGER, changes::MARKED_OTHERWISE];
        for (head, list) in heads.into_iter().zip(&answer.effects[nth]) {
            ui.horizontal_top(|ui| {
                column(ui, 172.0, |ui| small(ui, view, head));
                let room = ui.available_width();
                column(ui, room, |ui| {
                    if list.is_empty() {
                        small(ui, view, changes::NONE);
                    }
                    cells(ui, view, None, list, out);
                });
            });
        }
    });
    ui.add_space(8.0);
}

/// Why no plan does it: statements and rules, with citations.
fn blocked(ui: &mut Ui, view: &View<'_>, answer: &Answer, blocked: &Blocked, out: &mut Vec<Action>) {
    if blocked.positions.is_empty() {
        notice(ui, view, &wording::Notice { head: words::RULES_ALONE.to_owned(), text: String::new() });
    } else {
        heading(ui, view, &words::impossible(view.dossier(), answer, blocked.positions.len()));
        if !blocked.is_minimal {
            small(ui, view, words::NOT_MINIMAL);
        }
        ui.label(words::IN_THE_WAY);
        for position in &blocked.positions {
            ui.push_id(position, |ui| statement(ui, view, *position, out));
        }
    }
    if !blocked.rules.is_empty() {
        ui.label(words::WITH_RULES);
        for rule in &blocked.rules {
            ui.add(Label::new(&view.dossier().rules[*rule].reason).wrap());
        }
    }
}

fn statement(ui: &mut Ui, view: &View<'_>, ix: PositionIx, out: &mut Vec<Action>) {
    let dossier = view.dossier();
    let position = dossier.position(ix);
    card(view).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.horizontal(|ui| {
            heading(ui, view, &dossier.party(position.party).name);
            small(ui, view, &wording::held(position, view.results().situation.strength(ix)));
        });
        if let Some(condition) = wording::met_if(dossier, position) {
            ui.add(Label::new(condition).wrap());
        }
        for statement in dossier.statements_by(ix, view.state.document.scenario.as_of) {
            small(ui, view, &wording::citation(dossier, statement, view.dates));
        }
        if let Some(about) = position.about
            && ui.button(labels::READ_CELL).clicked()
        {
            out.push(Action::Why(WhySubject::Cell(position.party, about)));
        }
    });
    ui.add_space(4.0);
}
