//! What a term means, what all parties say about it, and the facts beside it that are nobody's position.

use eframe::egui::{RichText, Ui};

use crate::{
    app::{Action, Dialog},
    domain::{ContextNote, TermIx, TermKind},
    ui::{fonts, ranges, view::View, widgets::tip::Tip as _},
    wording::{self, ui as words},
};

use super::{everyone, heading, title, weak};

/// Draws a term's card.
pub(super) fn term(ui: &mut Ui, view: &View<'_>, ix: TermIx, out: &mut Vec<Action>) {
    let dossier = view.dossier();
    let term = dossier.term(ix);
    title(ui, view, &term.name);
    ui.label(RichText::new(&term.question).font(fonts::semibold(view.tokens.size.body)));
    ui.label(&term.glossary);
    if matches!(term.kind, TermKind::Number { .. }) && !view.state.hides_any() {
        heading(ui, view, wording::RANGES);
        ranges::strip(ui, view, ix, out);
    }
    everyone::everyone(ui, view, ix, out);
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
}

fn context(ui: &mut Ui, view: &View<'_>, note: &ContextNote, out: &mut Vec<Action>) {
    ui.label(RichText::new(&note.title).font(fonts::semibold(view.tokens.size.body)));
    ui.label(&note.text);
    if let Some(source) = note.source {
        let source = view.dossier().source(source);
        weak(ui, view, words::source_line(source, view.dates));
        if ui.button(RichText::new(words::source_button(source, 1)).small()).tip(&source.url).clicked() {
            out.push(Action::Show(Dialog::Link { url: source.url.clone() }));
        }
    }
}
