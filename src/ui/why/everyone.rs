//! What all parties say about a term: their words, those with the same mark together; who said nothing is named too.

use std::collections::BTreeSet;

use eframe::egui::{
    self, Button, Label, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    text::{LayoutJob, TextFormat},
    vec2,
};
use strum::IntoEnumIterator as _;

use super::{heading, weak};
use crate::{
    analysis::{CellReport, Mark, PositionReport, Standing},
    app::{Action, WhySubject},
    domain::{PartyIx, PositionIx, StatementIx, TermIx},
    ui::{
        fonts,
        marks::shape,
        view::View,
        widgets::{mark::mark_icon, tip::Tip as _},
    },
    wording::{self, everyone as texts, ui as words},
};

/// Draws the words of all parties that may be seen.
pub(super) fn everyone(ui: &mut Ui, view: &View<'_>, term: TermIx, out: &mut Vec<Action>) {
    heading(ui, view, texts::WHAT_THEY_SAY);
    weak(ui, view, texts::IN_SHORT);
    if view.state.hides_any() {
        weak(ui, view, wording::presenter::HIDDEN_PARTIES);
    }
    let in_plan = view.plan().get(term).is_some();
    let of = |party: PartyIx| view.report(party, term).map(|report| (party, report));
    let reports: Vec<_> = view.columns.iter().filter_map(|column| of(column.party)).collect();
    let mut silent = Vec::new();
    for mark in Mark::iter() {
        let mut said = Vec::new();
        for (party, report) in reports.iter().filter(|(_, report)| report.cell.mark == mark) {
            let is_in_force = |one: &PositionReport| one.standing == Standing::InForce;
            if report.positions.iter().any(is_in_force) {
                said.push((*party, report));
            } else {
                silent.push((*party, report));
            }
        }
        if said.is_empty() {
            continue;
        }
        group(ui, mark, texts::group(mark, in_plan), view);
        for (party, report) in said {
            all_of(ui, view, (party, term), report, out);
        }
    }
    if !silent.is_empty() {
        group(ui, Mark::Silent, texts::group(Mark::Silent, true), view);
        let names: Vec<&str> = silent.iter().map(|(party, _)| view.dossier().party(*party).name.as_str()).collect();
        ui.add(Label::new(names.join(", ")).wrap());
        weak(ui, view, words::NOT_CONSENT);
        for (party, report) in silent {
            of_other_days(ui, view, (party, term), report, out);
        }
    }
}

/// All that a party has on file for the term: what holds on this day in its words, what does not by its number.
fn all_of(ui: &mut Ui, view: &View<'_>, (party, term): (PartyIx, TermIx), report: &CellReport, out: &mut Vec<Action>) {
    let in_plan = view.plan().get(term).is_some();
    let in_force = report.positions.iter().filter(|one| one.standing == Standing::InForce);
    // What bears on the mark comes first: it is why the party stands in this group.
    let (first, others): (Vec<_>, Vec<_>) = in_force.partition(|one| one.bears());
    let mut told = Vec::new();
    for one in first.into_iter().chain(others) {
        for ix in &one.statements {
            // Two positions may be read from one statement.
            if told.contains(ix) {
                continue;
            }
            told.push(*ix);
            let alone = in_plan.then(|| texts::alone(one, report.cell.mark)).flatten();
            if words_of(ui, view, party, (one.position, *ix), alone).clicked() {
                out.push(Action::Why(WhySubject::Cell(party, term)));
            }
        }
    }
    of_other_days(ui, view, (party, term), report, out);
}

/// Leads to what a party said on the term that does not hold on this day.
fn of_other_days(
    ui: &mut Ui,
    view: &View<'_>,
    (party, term): (PartyIx, TermIx),
    report: &CellReport,
    out: &mut Vec<Action>,
) {
    let others = report.positions.iter().filter(|one| one.standing != Standing::InForce);
    let statements: BTreeSet<StatementIx> = others.flat_map(|one| one.statements.iter().copied()).collect();
    if statements.is_empty() {
        return;
    }
    let text = texts::of_other_days(&view.dossier().party(party).name, statements.len());
    if ui.add(Button::new(RichText::new(text).small()).wrap()).clicked() {
        out.push(Action::Why(WhySubject::Cell(party, term)));
        out.push(Action::ShowOtherDays(true));
    }
}

fn group(ui: &mut Ui, mark: Mark, text: &str, view: &View<'_>) {
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        mark_icon(ui, shape(mark), 18.0);
        let text = RichText::new(text).font(fonts::semibold(view.tokens.size.body));
        ui.add(Label::new(text).wrap());
    });
}

/// A party's words on one card, which leads to all that it said; with what they are by themselves where that is not what
/// the group says.
fn words_of(
    ui: &mut Ui,
    view: &View<'_>,
    party: PartyIx,
    (position, ix): (PositionIx, StatementIx),
    alone: Option<String>,
) -> Response {
    let (dossier, tokens) = (view.dossier(), view.tokens);
    let name = &dossier.party(party).name;
    let statement = dossier.statement(ix);
    let mut by = texts::by(statement, view.dates);
    if let Some(alone) = alone {
        by = format!("{by}. {alone}");
    }
    let format = |font, ink| TextFormat::simple(font, ink);
    let mut job = LayoutJob::single_section(format!("{name}\n"), format(fonts::semibold(tokens.size.body), tokens.ink));
    let met = wording::met_if(dossier, dossier.position(position)).map(|met| format!("{met}\n"));
    let met = met.unwrap_or_default();
    job.append(&met, 0.0, format(fonts::regular(tokens.size.small), tokens.ink));
    job.append(&statement.short, 0.0, format(fonts::regular(tokens.size.body), tokens.ink));
    job.append(&format!("\n{by}"), 0.0, format(fonts::regular(tokens.size.small), tokens.ink_weak));
    job.wrap.max_width = ui.available_width() - 20.0;
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(20.0, 10.0), Sense::click());
    let rect = rect.with_max_x(ui.max_rect().right());
    let said = texts::card(name, met.trim_end(), &statement.short, &by);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    let ground = if response.hovered() { tokens.hover } else { tokens.surface };
    let edge = if response.has_focus() { Stroke::new(2.5, tokens.focus) } else { Stroke::new(1.0, tokens.line) };
    ui.painter().rect(rect, tokens.size.radius, ground, edge, StrokeKind::Inside);
    ui.painter().galley(pos2(rect.left() + 10.0, rect.top() + 5.0), galley, tokens.ink);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).tip(words::READ_CELL)
}
