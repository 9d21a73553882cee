//! What somebody reads stays when another row is changed: it says that it is not about that row, and leads there.

use eframe::egui::{Button, Ui};

use crate::{
    app::{Action, Label, WhySubject},
    domain::TermIx,
    ui::{view::View, widgets::tip},
    wording::everyone as texts,
};

/// After a change of a term, over what was open before it and is about another one.
pub(super) fn told(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let Some((about, changed)) = about_and_changed(view) else { return };
    let name = |term: TermIx| view.dossier().term(term).name.as_str();
    let line = ui.horizontal_wrapped(|ui| {
        ui.label(texts::still_about(name(about), name(changed)));
        if ui.add(Button::new(texts::what_of(name(changed))).wrap()).clicked() {
            out.push(Action::Why(WhySubject::Term(changed)));
        }
    });
    tip::keep_clear(ui, line.response.rect);
    ui.separator();
}

/// The term that the panel is about, and the other one that was changed since it was opened.
fn about_and_changed(view: &View<'_>) -> Option<(TermIx, TermIx)> {
    let state = view.state;
    let (WhySubject::Cell(_, about) | WhySubject::Term(about)) = state.session.why else { return None };
    let Label::Term { term, .. } = state.results.last_change.as_ref()?.label else { return None };
    (term != about && state.session.why_stayed).then_some((about, term))
}
