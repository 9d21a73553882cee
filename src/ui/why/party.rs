//! Everything on file from one party.

use eframe::egui::{RichText, Ui};

use crate::{
    analysis::{Mark, Standing},
    app::{Action, WhySubject},
    domain::{PartyIx, PositionIx, TermIx},
    ui::{
        fonts,
        marks::shape,
        view::View,
        widgets::{mark::mark_icon, tip::Tip as _},
    },
    wording::{self, ui as words},
};

use super::{card, heading, title, weak};

/// Draws what is on file from a party, term by term, then what concerns no single term.
pub(super) fn party(ui: &mut Ui, view: &View<'_>, ix: PartyIx, out: &mut Vec<Action>) {
    let dossier = view.dossier();
    let party = dossier.party(ix);
    title(ui, view, &party.name);
    weak(ui, view, &party.body);
    ui.label(words::role_tip(party.role));
    for text in [party.note.clone(), wording::hand_outs::reason(party)] {
        if !text.is_empty() {
            ui.label(text);
        }
    }
    let n_in_plan = view.state.results.n_in_plan();
    if let Some(tally) = view.state.tally(ix).filter(|_| n_in_plan > 0) {
        ui.label(words::this_plan(&wording::tally(tally, n_in_plan)));
    }
    let mut silent = Vec::new();
    for term in TermIx::all(dossier.terms.len()) {
        let positions = dossier.positions_about(ix, term);
        if positions.is_empty() {
            silent.push(dossier.term(term).name.as_str());
        } else {
            self::term(ui, view, ix, term, positions, out);
        }
    }
    let general = PositionIx::all(dossier.positions.len())
        .filter(|position| dossier.position(*position).party == ix && dossier.position(*position).about.is_none());
    let general: Vec<PositionIx> = general.collect();
    let as_of = view.state.document.scenario.as_of;
    if !general.is_empty() {
        heading(ui, view, words::ON_THE_WHOLE);
        for position in general {
            ui.push_id(position, |ui| {
                for statement in dossier.statements_by(position, as_of) {
                    card::statement(ui, view, statement, out);
                }
            });
        }
    }
    if !silent.is_empty() {
        heading(ui, view, words::NO_STATED_POSITION_ON);
        ui.label(silent.join(", "));
        weak(ui, view, words::NOT_CONSENT);
    }
}

fn term(ui: &mut Ui, view: &View<'_>, party: PartyIx, term: TermIx, positions: &[PositionIx], out: &mut Vec<Action>) {
    let dossier = view.dossier();
    let mark = view.state.cell(party, term).map_or(Mark::Empty, |cell| cell.mark);
    let as_of = view.state.document.scenario.as_of;
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        if mark != Mark::Empty {
            mark_icon(ui, shape(mark), 18.0);
        }
        let name = RichText::new(&dossier.term(term).name).font(fonts::semibold(view.tokens.size.body));
        if ui.button(name).tip(words::READ_CELL).clicked() {
            out.push(Action::Why(WhySubject::Cell(party, term)));
        }
    });
    for position in positions {
        let in_force = view.state.results.situation.standing(*position) == Standing::InForce;
        let ink = if in_force { view.tokens.ink } else { view.tokens.ink_weak };
        for statement in dossier.statements_by(*position, as_of) {
            let statement = dossier.statement(statement);
            let day = wording::date(statement.said, view.dates);
            ui.label(RichText::new(format!("{} ({}, {day})", statement.short, statement.speaker)).color(ink));
        }
    }
}
