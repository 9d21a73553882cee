//! The role card of a delegation: who speaks for the party, what is on record, where nothing is.

use eframe::egui::Ui;
use strum::IntoEnumIterator as _;

use super::{
    act,
    look::{self, Type},
};
use crate::{
    app::{
        Action,
        delegations::{Action as Delegations, Page},
    },
    domain::{Job, PartyIx, PositionIx, TermIx},
    ui::{view::View, why},
    wording::{self, activities as words, ui as labels},
};

/// Draws the page.
pub(super) fn cards(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    let parties = view.state.delegations();
    let shown = view.state.activities.delegations.card.or(parties.first().copied());
    let Some(party) = shown.filter(|_| !parties.is_empty()) else {
        look::text(ui, view, words::NONE_CHOSEN, size.name);
        if look::primary(ui, view, words::CHOOSE, true).clicked() {
            out.push(act(Delegations::Page(Page::Choose)));
        }
        return;
    };
    ui.horizontal_wrapped(|ui| {
        for other in &parties {
            let of = view.dossier().party(*other);
            let name = words::role_card(of);
            let choice = look::choice(ui, view, &of.code, *other == party).accessible_name(&name);
            if crate::ui::view::tip(choice, &name).clicked() {
                out.push(act(Delegations::Card(*other)));
            }
        }
        // Above the record, so that it stays where it is when the record is revealed.
        if look::primary(ui, view, words::page(Page::Rounds), true).accessible_name(words::GO_ON).clicked() {
            out.push(act(Delegations::Page(Page::Rounds)));
        }
    });
    head(ui, view, party);
    body(ui, view, party, out);
}

fn head(ui: &mut Ui, view: &View<'_>, party: PartyIx) {
    let size = Type::of(ui);
    let party = view.dossier().party(party);
    look::heading(ui, view, &party.name, size.question);
    look::text(ui, view, &party.body, size.name);
    for note in [party.note.clone(), crate::wording::hand_outs::reason(party)] {
        if !note.is_empty() {
            look::weak(ui, view, &note, size.body);
        }
    }
    let class = &view.state.document.scenario.class;
    let Some(jobs) = class.delegations.get(&party.id) else { return };
    let named = Job::iter().filter_map(|job| Some(format!("{}: {}", words::job(job), jobs.0.get(&job)?)));
    let named: Vec<String> = named.collect();
    if !named.is_empty() {
        look::text(ui, view, &named.join(" \u{b7} "), size.body);
    }
}

/// The statements in force by term, then the terms without any.
fn body(ui: &mut Ui, view: &View<'_>, party: PartyIx, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    let dossier = view.dossier();
    let situation = &view.state.results.situation;
    look::heading(ui, view, words::ON_RECORD, size.lead);
    if view.state.hides(party) {
        look::text(ui, view, words::BEHIND_THE_CURTAIN, size.name);
        return;
    }
    let mut silent = Vec::new();
    for term in TermIx::all(dossier.terms.len()) {
        let in_force = |ix: &&PositionIx| situation.in_force(**ix);
        let positions: Vec<PositionIx> =
            dossier.positions_about(party, term).iter().filter(in_force).copied().collect();
        if positions.is_empty() {
            silent.push(dossier.term(term).name.as_str());
            continue;
        }
        look::card(ui, view, 12, |ui| {
            ui.set_width(ui.available_width());
            look::heading(ui, view, &dossier.term(term).name, size.name);
            for position in positions {
                self::position(ui, view, position, out);
            }
        });
    }
    if silent.len() == dossier.terms.len() {
        look::text(ui, view, words::NOTHING_AT_ALL, size.name);
    }
    if !silent.is_empty() {
        look::heading(ui, view, labels::NO_STATED_POSITION_ON, size.name);
        look::text(ui, view, &silent.join(", "), size.name);
        look::weak(ui, view, labels::NOT_CONSENT, size.body);
    }
}

fn position(ui: &mut Ui, view: &View<'_>, ix: PositionIx, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    let dossier = view.dossier();
    let (position, situation) = (dossier.position(ix), &view.state.results.situation);
    ui.push_id(ix, |ui| {
        for statement in dossier.statements_by(ix, view.state.document.scenario.as_of) {
            look::text(ui, view, &dossier.statement(statement).short, size.name);
            look::weak(
                ui,
                view,
                &words::card_line(
                    dossier,
                    (position, situation.strength(ix)),
                    statement,
                    situation.uncounted(ix),
                    view.dates,
                ),
                size.body,
            );
            why::guess(ui, view, statement, out);
        }
        if let Some(condition) = wording::met_if(dossier, position) {
            look::text(ui, view, &condition, size.body);
        }
        ui.add_space(4.0);
    });
}
