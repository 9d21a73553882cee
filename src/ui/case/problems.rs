//! What is wrong with the case, and what its author should look at; each leads to its record.

use eframe::egui::{Label, RichText, Sense, Ui, WidgetInfo};

use super::act;
use crate::{
    analysis::lint,
    app::{
        Action,
        case::{self, OwnCase, Page},
    },
    domain::Severity,
    ui::{fonts, view::View},
    wording::{self, case as words},
};

/// Draws the page.
pub(super) fn problems(ui: &mut Ui, view: &View<'_>, own: &OwnCase, out: &mut Vec<Action>) {
    if own.is_sound() {
        ui.label(words::SOUND);
    } else {
        heading(ui, view, words::NOT_SOUND);
    }
    for found in &own.problems {
        let to = found.spot.as_ref().map(|spot| (Page::of(&spot.field), spot.item));
        let place = found.spot.as_ref().map(|spot| words::place(spot.field.as_str(), spot.item, spot.inner.as_deref()));
        let text = format!("{} {}", place.unwrap_or_default(), wording::problem(&found.problem));
        line(ui, view, (text.trim(), true), to, out);
    }
    let dossier = view.dossier();
    let findings = lint(dossier, &[]);
    if findings.is_empty() {
        return;
    }
    heading(ui, view, words::TO_LOOK_AT);
    for found in &findings {
        let said = wording::finding(dossier, &[], found, view.dates);
        let to = found.subject.record().map(|(list, item)| (Page::of(list), Some(item)));
        let text = format!("{}: {} {}", said.subject, said.message, said.hint);
        line(ui, view, (&text, found.severity == Severity::Error), to, out);
    }
}

fn heading(ui: &mut Ui, view: &View<'_>, text: &str) {
    ui.add_space(6.0);
    ui.label(RichText::new(text).font(fonts::semibold(view.tokens.size.header)));
}

/// A problem; a click goes to where it stands.
fn line(
    ui: &mut Ui,
    view: &View<'_>,
    (text, is_error): (&str, bool),
    to: Option<(Page, Option<usize>)>,
    out: &mut Vec<Action>,
) {
    let ink = if is_error { view.tokens.warn } else { view.tokens.ink };
    let response = ui.add(Label::new(RichText::new(text).color(ink)).wrap().sense(Sense::click()));
    response.widget_info(|| WidgetInfo::labeled(eframe::egui::Role::Link, true, text));
    if response.clicked() {
        out.extend(to.map(|(page, item)| match item {
            Some(item) => act(case::Action::Open(page, item)),
            None => act(case::Action::Page(page)),
        }));
    }
}
