//! What is wrong with the case, and what its author should look at; each leads to its record.

use eframe::egui::{CursorIcon, Label, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use super::act;
use crate::{
    analysis::lint,
    app::{
        Action,
        case::{self, OwnCase},
    },
    domain::Severity,
    ui::{fonts, view::View},
    wording::case::{self as words, Told},
};

/// Draws the page.
pub(super) fn problems(ui: &mut Ui, view: &View<'_>, own: &OwnCase, out: &mut Vec<Action>) {
    if own.is_sound() {
        ui.label(words::SOUND);
    } else {
        heading(ui, view, words::NOT_SOUND);
    }
    let dossier = view.dossier();
    let mut told: Vec<Told> = Vec::new();
    for found in &own.problems {
        let problem = words::problem(own, dossier, found);
        if !told.contains(&problem) {
            line(ui, view, true, &problem, out);
            told.push(problem);
        }
    }
    let findings = lint(dossier, &[]);
    if findings.is_empty() {
        return;
    }
    heading(ui, view, &words::to_look_at(findings.len()));
    for found in &findings {
        line(ui, view, found.severity == Severity::Error, &words::finding(own, dossier, found, view.dates), out);
    }
}

fn heading(ui: &mut Ui, view: &View<'_>, text: &str) {
    ui.add_space(6.0);
    ui.label(RichText::new(text).font(fonts::semibold(view.tokens.size.header)));
}

/// A problem; a click, or Enter, leads to the field in which it stands.
fn line(ui: &mut Ui, view: &View<'_>, is_error: bool, told: &Told, out: &mut Vec<Action>) {
    let ink = if is_error { view.tokens.warn } else { view.tokens.ink };
    let mut text = RichText::new(&told.text).color(ink);
    let is_under_pointer = |id| ui.ctx().read_response(id).is_some_and(|before| before.hovered());
    if told.at.is_some() && is_under_pointer(ui.next_auto_id()) {
        text = text.underline();
    }
    let response = ui.add(Label::new(text).wrap().selectable(false).sense(Sense::click()));
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &told.text));
    if response.has_focus() {
        let ring = Stroke::new(2.0, view.tokens.focus);
        ui.painter().rect_stroke(response.rect.expand(2.0), view.tokens.size.radius, ring, StrokeKind::Outside);
    }
    let Some(at) = &told.at else { return };
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        out.push(act(case::Action::Seek(at.clone())));
    }
}
