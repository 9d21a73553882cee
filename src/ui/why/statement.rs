//! A statement by itself, and the positions that are read from it.

use eframe::egui::{Button, RichText, Ui};

use crate::{
    app::{Action, Edit, WhySubject, timeline},
    domain::{PositionIx, StatementIx},
    ui::{fonts, statement_card, view::View, widgets::tip::Tip as _},
    wording::{self, timeline as texts, ui as words},
};

use super::{card, heading, title, weak};

/// Draws a statement with all that is read from it.
pub(super) fn statement(ui: &mut Ui, view: &View<'_>, ix: StatementIx, out: &mut Vec<Action>) {
    let dossier = view.dossier();
    title(ui, view, &dossier.party(dossier.statement(ix).party).name);
    statement_card::framed(ui, view, |ui| card::statement(ui, view, ix, out));
    days(ui, view, ix, out);
    heading(ui, view, texts::READ_FROM_IT);
    let is_read = |position: &PositionIx| dossier.position(*position).statements.contains(&ix);
    let positions: Vec<PositionIx> = PositionIx::all(dossier.positions.len()).filter(is_read).collect();
    if positions.is_empty() {
        weak(ui, view, texts::NOTHING_READ);
    }
    for position in positions {
        reading(ui, view, position, out);
    }
}

/// What can be done with the day of a statement.
fn days(ui: &mut Ui, view: &View<'_>, ix: StatementIx, out: &mut Vec<Action>) {
    let (said, here) = (view.dossier().statement(ix).said, view.state.document.scenario.as_of);
    if said.earliest() == here.earliest() {
        return;
    }
    let day = wording::date(said, view.dates);
    ui.horizontal_wrapped(|ui| {
        if ui.add(Button::new(RichText::new(words::go_to(&day)).small())).clicked() {
            out.push(Action::Edit(Edit::SetAsOf(said)));
        }
        if ui.add(Button::new(RichText::new(texts::changes_between(&day)).small())).clicked() {
            out.push(Action::Timeline(timeline::Action::Second(Some(said))));
        }
    });
}

fn reading(ui: &mut Ui, view: &View<'_>, ix: PositionIx, out: &mut Vec<Action>) {
    let (dossier, situation) = (view.dossier(), &view.results().situation);
    let position = dossier.position(ix);
    ui.add_space(4.0);
    if let Some(term) = position.about {
        let name = RichText::new(&dossier.term(term).name).font(fonts::semibold(view.tokens.size.body));
        if ui.add(Button::new(name)).tip(words::READ_CELL).clicked() {
            out.push(Action::Why(WhySubject::Cell(position.party, term)));
        }
    } else {
        ui.label(RichText::new(words::ON_THE_WHOLE).font(fonts::semibold(view.tokens.size.body)));
    }
    statement_card::chip(ui, view, &wording::held(position, situation.strength(ix)));
    if let Some(condition) = wording::met_if(dossier, position) {
        ui.label(condition);
    }
    let standing = wording::standing(dossier, situation.standing(ix), ix, view.dates);
    weak(ui, view, wording::clashes::sentence(&standing));
    if let Some(reason) = situation.uncounted(ix) {
        ui.label(RichText::new(wording::uncounted(reason)).color(view.tokens.warn));
    }
}
