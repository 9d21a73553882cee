//! Who takes part: delegations with four jobs each, or without a delegation.

use eframe::egui::{Role, Ui};
use strum::IntoEnumIterator as _;

use super::{
    act,
    look::{self, Field, OptionSpec, Type},
};
use crate::{
    app::{
        Action, Edit,
        activities::ClassEdit,
        delegations::{Action as Delegations, Page},
    },
    domain::{Job, MAX_NAME, Observer, PartyIx},
    ui::view::View,
    wording::activities as words,
};

/// Draws the page.
pub(super) fn choose(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    look::heading(ui, view, words::CHOOSE, size.question);
    look::weak(ui, view, words::CHOOSE_TEXT, size.body);
    let gap = 12.0;
    let (n, width) = look::columns(ui.available_width(), 300.0, gap, 3);
    let parties: Vec<PartyIx> = view.columns.iter().map(|column| column.party).collect();
    for row in parties.chunks(n) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for party in row {
                look::column(ui, width, |ui| self::party(ui, view, *party, width, out));
            }
        });
    }
    ui.add_space(8.0);
    look::heading(ui, view, words::OR_ELSE, size.lead);
    look::weak(ui, view, words::OR_ELSE_TEXT, size.body);
    for row in Observer::iter().collect::<Vec<_>>().chunks(n) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for observer in row {
                look::column(ui, width, |ui| self::observer(ui, view, *observer, width, out));
            }
        });
    }
    ui.add_space(8.0);
    let some = !view.state.delegations().is_empty();
    if !some {
        look::weak(ui, view, words::NONE_CHOSEN, size.body);
    }
    if look::primary(ui, view, words::GO_ON, some).clicked() {
        out.push(act(Delegations::Page(Page::Cards)));
    }
}

fn party(ui: &mut Ui, view: &View<'_>, party: PartyIx, width: f32, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    let party = view.dossier().party(party);
    let jobs = view.state.document.scenario.class.delegations.get(&party.id);
    look::card(ui, view, 12, |ui| {
        ui.set_width(width - 26.0);
        ui.spacing_mut().item_spacing.y = 4.0;
        let spec = OptionSpec {
            role: Role::CheckBox,
            label: &party.name,
            name: &words::takes_part(party),
            on: jobs.is_some(),
            enabled: true,
            width: ui.available_width(),
            size: size.name,
        };
        if look::option(ui, view, &spec).clicked() {
            out.push(Action::Edit(ClassEdit::Delegation(party.id.clone(), jobs.is_none()).into()));
        }
        look::weak(ui, view, &party.body, size.small);
        let Some(jobs) = jobs else { return };
        for job in Job::iter() {
            let field = Field {
                label: &format!("{}: {}", words::job(job), words::job_text(job)),
                name: &format!("{}, {}", party.name, words::job(job)),
                value: jobs.0.get(&job).map_or("", String::as_str),
                limit: MAX_NAME,
                rows: 1,
                size: size.small,
            };
            let id = party.id.clone();
            look::field(ui, view, &field, out, |names| Edit::Class(ClassEdit::Names(id, job, names)));
        }
    });
}

fn observer(ui: &mut Ui, view: &View<'_>, observer: Observer, width: f32, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    let names = view.state.document.scenario.class.observers.get(&observer);
    look::card(ui, view, 12, |ui| {
        ui.set_width(width - 26.0);
        ui.spacing_mut().item_spacing.y = 4.0;
        let spec = OptionSpec {
            role: Role::CheckBox,
            label: words::observer(observer),
            name: &words::observer_takes_part(observer),
            on: names.is_some(),
            enabled: true,
            width: ui.available_width(),
            size: size.name,
        };
        if look::option(ui, view, &spec).clicked() {
            let names = names.is_none().then(String::new);
            out.push(Action::Edit(ClassEdit::Observer(observer, names).into()));
        }
        look::weak(ui, view, words::observer_text(observer), size.small);
        let Some(names) = names else { return };
        let field = Field {
            label: words::NAMES,
            name: &format!("{}, {}", words::observer(observer), words::NAMES),
            value: names,
            limit: MAX_NAME,
            rows: 1,
            size: size.small,
        };
        look::field(ui, view, &field, out, |names| Edit::Class(ClassEdit::Observer(observer, Some(names))));
    });
}
