//! A statement in few lines: whose, what, who said it when and where, how firmly, and what would meet it.

use eframe::egui::{Align, Button, Layout, RichText, Ui, vec2};

use crate::{
    app::{Action, Dialog, parties},
    domain::PositionIx,
    ui::{
        fonts,
        statement_card::{self, Form, chip},
        widgets::tip::Tip as _,
    },
    wording::{
        self,
        ui::{self as all, parties as words},
    },
};

use super::{Read, weak};

/// Draws a statement in a frame of its own, headed by what it is about.
pub(super) fn framed(ui: &mut Ui, read: &Read<'_>, position: PositionIx, out: &mut Vec<Action>) {
    statement_card::framed(ui, read.view, |ui| {
        // Columns beside each other would stretch every line to their edges.
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            if let Some(term) = read.dossier.position(position).about {
                weak(ui, read, &read.dossier.term(term).name);
            }
            statement(ui, read, position, out);
        });
    });
}

/// Draws a statement.
pub(super) fn statement(ui: &mut Ui, read: &Read<'_>, ix: PositionIx, out: &mut Vec<Action>) {
    let (view, dossier) = (read.view, read.dossier);
    let position = dossier.position(ix);
    let party = &dossier.party(position.party).name;
    ui.label(RichText::new(party).font(fonts::semibold(view.tokens.size.body)));
    for statement in dossier.statements_by(ix, read.as_of) {
        statement_card::said(ui, view, dossier, statement, Form::Short, |ui| {
            chip(ui, view, &wording::held(position, read.reading.strength(position)));
            statement_card::evidence(ui, view, dossier, statement);
            if !position.voice.is_empty() {
                chip(ui, view, &all::voice(&position.voice));
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
    statement_card::buttons(ui, |ui| {
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
            && ui.add(link(all::SHOW_SOURCE)).tip(&source.url).clicked()
        {
            out.push(Action::Show(Dialog::Link { url: source.url.clone() }));
        }
    });
}
