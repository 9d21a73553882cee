//! What a term means, and the facts beside it that are nobody's position.

use eframe::egui::{Button, RichText, Ui};

use crate::{
    analysis::Mark,
    app::{Action, Dialog, WhySubject},
    domain::{ContextNote, TermIx, TermKind},
    ui::{fonts, marks::shape, ranges, view::View, widgets::mark::mark_icon},
    wording::{self, ui as words},
};

use super::{heading, title, weak};

/// Draws a term's card.
pub fn term(ui: &mut Ui, view: &View<'_>, ix: TermIx, out: &mut Vec<Action>) {
    let dossier = view.dossier();
    let term = dossier.term(ix);
    title(ui, view, &term.name);
    ui.label(RichText::new(&term.question).font(fonts::semibold(view.tokens.size.body)));
    ui.label(&term.glossary);
    if matches!(term.kind, TermKind::Number { .. }) && !view.state.hides_any() {
        heading(ui, view, wording::RANGES);
        ranges::strip(ui, view, ix, out);
    }
    if !term.context.is_empty() {
        heading(ui, view, words::CONTEXT);
        for note in &term.context {
            context(ui, view, note, out);
        }
    }
    let explained: Vec<_> = term.values.iter().filter(|value| !value.meaning.is_empty()).collect();
    if !explained.is_empty() {
        heading(ui, view, words::VALUES);
        for value in explained {
            ui.label(RichText::new(value.in_full()).font(fonts::semibold(view.tokens.size.body)));
            weak(ui, view, &value.meaning);
        }
    }
    heading(ui, view, words::WHO_SPOKE);
    if view.state.hides_any() {
        weak(ui, view, wording::presenter::HIDDEN_PARTIES);
    }
    for column in &view.columns {
        let Some(cell) = view.state.cell(column.party, ix) else { continue };
        let positions = dossier.positions_about(column.party, ix);
        let party = dossier.party(column.party);
        ui.horizontal(|ui| {
            let shown = if cell.mark == Mark::Empty && positions.is_empty() { Mark::Silent } else { cell.mark };
            mark_icon(ui, shape(shown), 18.0);
            let name = Button::new(words::spoke(party, positions.len()));
            if ui.add(name.frame_when_inactive(false)).clicked() {
                out.push(Action::Why(WhySubject::Cell(column.party, ix)));
            }
        });
    }
}

fn context(ui: &mut Ui, view: &View<'_>, note: &ContextNote, out: &mut Vec<Action>) {
    ui.label(RichText::new(&note.title).font(fonts::semibold(view.tokens.size.body)));
    ui.label(&note.text);
    if let Some(source) = note.source {
        let source = view.dossier().source(source);
        weak(ui, view, words::source_line(source, view.dates));
        if ui.button(RichText::new(words::source_button(source, 1)).small()).on_hover_text(&source.url).clicked() {
            out.push(Action::Show(Dialog::Link { url: source.url.clone() }));
        }
    }
}
