//! A statement in few lines: whose, what, who said it when and where, how firmly, and what would meet it.

use eframe::egui::{Button, Frame, Margin, RichText, Stroke, Ui, accesskit, vec2};

use crate::{
    app::{Action, Dialog, parties},
    domain::PositionIx,
    ui::{fonts, why::card as why},
    wording::{
        self,
        ui::{self as all, parties as words},
    },
};

use super::{Read, weak};

/// Draws a statement in a frame of its own, headed by what it is about.
pub fn framed(ui: &mut Ui, read: &Read<'_>, position: PositionIx, out: &mut Vec<Action>) {
    let tokens = read.view.tokens;
    let frame = Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, tokens.edge))
        .corner_radius(tokens.size.radius)
        .inner_margin(Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_role(accesskit::Role::Article));
        ui.set_min_width(ui.available_width());
        if let Some(term) = read.dossier.position(position).about {
            weak(ui, read, &read.dossier.term(term).name);
        }
        statement(ui, read, position, out);
    });
}

/// Draws a statement.
pub fn statement(ui: &mut Ui, read: &Read<'_>, ix: PositionIx, out: &mut Vec<Action>) {
    let (view, dossier) = (read.view, read.dossier);
    let position = dossier.position(ix);
    let party = &dossier.party(position.party).name;
    ui.label(RichText::new(party).font(fonts::semibold(view.tokens.size.body)));
    for statement in dossier.statements_by(ix, read.as_of) {
        let statement = dossier.statement(statement);
        ui.label(&statement.short);
        ui.label(RichText::new(all::speaker(statement)).small());
        let source = statement.sources.first().map(|source| dossier.source(*source));
        let line = all::when_and_where(statement, source, view.dates);
        ui.label(RichText::new(line).small().color(view.tokens.ink_weak));
        why::small_row(ui, why::CHIP, |ui| {
            why::chip(ui, view, &wording::held(position, read.reading.strength(position)));
            why::chips(ui, view, statement, source);
            if !position.voice.is_empty() {
                why::chip(ui, view, &all::voice(&position.voice));
            }
        });
    }
    if let Some(condition) = wording::met_if(dossier, position) {
        ui.label(RichText::new(condition).small());
    }
    ui.push_id(ix, |ui| buttons(ui, read, ix, out));
}

fn buttons(ui: &mut Ui, read: &Read<'_>, ix: PositionIx, out: &mut Vec<Action>) {
    let (view, dossier) = (read.view, read.dossier);
    let position = dossier.position(ix);
    let link = |text: &str| {
        let text = RichText::new(text).small().color(view.tokens.link);
        Button::new(text).frame_when_inactive(false).min_size(vec2(24.0, 24.0))
    };
    why::small_row(ui, why::SMALL_BUTTON, |ui| {
        ui.spacing_mut().button_padding.x = 0.0;
        ui.spacing_mut().item_spacing.x = 14.0;
        if let Some(term) = position.about
            && ui.add(link(words::IN_THE_TABLE)).clicked()
        {
            out.push(Action::Parties(parties::Action::GoTo(position.party, term)));
        }
        let statement = dossier.statements_by(ix, read.as_of).into_iter().next();
        let source = statement.and_then(|statement| dossier.statement(statement).sources.first());
        if let Some(source) = source.map(|source| dossier.source(*source))
            && ui.add(link(all::SHOW_SOURCE)).on_hover_text(&source.url).clicked()
        {
            out.push(Action::Show(Dialog::Link { url: source.url.clone() }));
        }
    });
}
