//! What changed for the plan between two days, each cell with the statements that are the reason.

use eframe::egui::{self, Label, RichText, Ui};

use crate::{
    analysis::{Change, Shift, Turn},
    app::{Action, WhySubject},
    domain::{PartyIx, TermIx},
    ui::{fonts, view::View, widgets::tip::Tip as _},
    wording::{self, timeline as texts},
};

use super::{both_marks, heading, title, weak};

/// Draws the list.
pub(super) fn changes(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    title(ui, view, texts::WHAT_CHANGED);
    let made = view.state.timeline.made.as_ref();
    let Some(((from, to), turn)) = made.and_then(|made| made.turn.as_ref()) else {
        ui.label(texts::NO_EVENT_BEFORE);
        return;
    };
    weak(ui, view, texts::from_to(*from, *to, view.dates));
    if from.earliest() == to.earliest() {
        ui.label(texts::SAME_DAY);
        return;
    }
    let sentence = RichText::new(texts::turn_sentence(view.dossier(), turn));
    ui.label(sentence.font(fonts::semibold(view.tokens.size.body)));
    for (changes, reasons) in grouped(view, turn) {
        ui.add_space(6.0);
        changes.iter().for_each(|change| cell(ui, view, change, out));
        reasons.iter().for_each(|shift| reason(ui, view, shift, false, out));
    }
    let is_reason = |shift: &&Shift| turn.cells.iter().any(|change| concerns(view, shift, (change.party, change.term)));
    let others: Vec<&Shift> = turn.positions.iter().filter(|shift| !is_reason(shift)).collect();
    if others.is_empty() {
        if turn.cells.is_empty() {
            weak(ui, view, texts::NOTHING_CHANGED);
        }
        return;
    }
    heading(ui, view, texts::WITHOUT_A_CHANGE);
    for shift in others {
        reason(ui, view, shift, true, out);
    }
}

/// Party by party as the columns stand, each term in its order.
fn in_order<'a>(view: &View<'_>, turn: &'a Turn) -> Vec<&'a Change> {
    let place = |party| view.columns.iter().position(|column| column.party == party);
    let mut cells: Vec<&Change> = turn.cells.iter().collect();
    cells.sort_by_key(|change| (place(change.party), change.term));
    cells
}

/// The changed cells of one party that have the same reasons stand together, with the reasons once.
fn grouped<'a>(view: &View<'_>, turn: &'a Turn) -> Vec<(Vec<&'a Change>, Vec<&'a Shift>)> {
    let told = |shift: &&Shift| texts::reason(view.dossier(), shift, view.dates);
    let mut groups: Vec<(Vec<&Change>, Vec<&Shift>)> = Vec::new();
    for change in in_order(view, turn) {
        let all = turn.positions.iter().filter(|shift| concerns(view, shift, (change.party, change.term)));
        let mut reasons: Vec<&Shift> = all.collect();
        reasons.dedup_by_key(|shift| told(&&**shift));
        let same = |group: &&mut (Vec<&Change>, Vec<&Shift>)| {
            group.0[0].party == change.party && group.1.iter().map(told).eq(reasons.iter().map(told))
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.0.push(change),
            None => groups.push((vec![change], reasons)),
        }
    }
    groups
}

fn concerns(view: &View<'_>, shift: &Shift, (party, term): (PartyIx, TermIx)) -> bool {
    let position = view.dossier().position(shift.position);
    position.party == party && position.about == Some(term)
}

fn cell(ui: &mut Ui, view: &View<'_>, change: &Change, out: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        both_marks(ui, change);
        let text = RichText::new(texts::changed_cell(view.dossier(), change));
        let font = fonts::semibold(view.tokens.size.body);
        let button = egui::Button::new(text.font(font)).frame_when_inactive(false).wrap();
        if ui.add(button).clicked() {
            out.push(Action::Why(WhySubject::Cell(change.party, change.term)));
        }
    });
}

/// A position that began or ended; `alone` where no cell stands over it.
fn reason(ui: &mut Ui, view: &View<'_>, shift: &Shift, alone: bool, out: &mut Vec<Action>) {
    let dossier = view.dossier();
    let position = dossier.position(shift.position);
    let text = texts::reason(dossier, shift, view.dates);
    let text = match position.about {
        Some(about) if alone => {
            format!("{}. {text}", texts::unchanged_cell(dossier, position.party, about))
        }
        _ => text,
    };
    ui.indent(("reason", shift.position, alone), |ui| {
        let label = ui.add(Label::new(text).wrap().sense(egui::Sense::click()));
        let first = position.statements.iter().min_by_key(|ix| dossier.statement(**ix).said);
        if let Some(first) = first.filter(|_| label.clicked()) {
            out.push(Action::Why(WhySubject::Statement(*first)));
        }
        label.tip(wording::ui::READ_CELL);
    });
}
