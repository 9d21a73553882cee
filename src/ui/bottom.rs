//! The lines at the bottom: notices, legend, what the last action changed, counts.

use eframe::egui::{self, Align, Frame, Layout, Margin, RichText, Stroke, Ui};
use strum::IntoEnumIterator as _;

use crate::{
    analysis::Mark,
    app::{Action, Command, Label, Notice, NoticeKind, WhySubject},
    wording::{self, ui as words},
};

use super::{fonts, marks::shape, view::View, widgets::mark::mark_icon};

/// Height of each line, in points.
const LINE: f32 = 26.0;

/// Draws the lines.
pub fn lines(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    for (place, notice) in view.state.session.notices.iter().enumerate() {
        self::notice(ui, view, place, notice, out);
    }
    ui.allocate_ui_with_layout(egui::vec2(ui.available_width(), LINE), Layout::left_to_right(Align::Center), |ui| {
        legend(ui);
    });
    ui.allocate_ui_with_layout(egui::vec2(ui.available_width(), LINE), Layout::right_to_left(Align::Center), |ui| {
        counts(ui, view, out);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| change(ui, view));
    });
}

fn legend(ui: &mut Ui) {
    ui.spacing_mut().item_spacing.x = 5.0;
    for mark in Mark::iter().filter(|mark| *mark != Mark::Empty) {
        mark_icon(ui, shape(mark), 16.0);
        ui.label(RichText::new(wording::mark_legend(mark)).small());
        ui.add_space(8.0);
    }
}

/// What the last action changed, or what the option under the pointer would change. Read out by screen readers.
fn change(ui: &mut Ui, view: &View<'_>) {
    let text = sentence(view);
    let label = ui.add(egui::Label::new(&text).truncate());
    ui.ctx().accesskit_node_builder(label.id, |node| {
        node.set_role(egui::accesskit::Role::Status);
        node.set_live(egui::accesskit::Live::Polite);
        node.set_label(text);
    });
}

fn sentence(view: &View<'_>) -> String {
    let (dossier, results) = (view.dossier(), &view.state.results);
    if let Some(preview) = &results.preview {
        let value = wording::value_name(dossier, preview.term, preview.value);
        let parties = wording::changed_parties(dossier, &preview.cells);
        return words::would_change(&dossier.term(preview.term).name, &value, &parties);
    }
    let Some(change) = &results.last_change else { return words::opening_sentence(dossier) };
    match &change.label {
        Label::Term { term, from, to } if !change.undone => {
            wording::change_sentence(dossier, *term, *from, *to, &change.cells)
        }
        Label::Opened(_) | Label::New if !change.undone => {
            words::opened_sentence(dossier, &view.state.document.scenario)
        }
        label => words::step_sentence(dossier, label, change.undone, &change.cells, view.dates),
    }
}

fn counts(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let (dossier, results) = (view.dossier(), &view.state.results);
    if view.state.settings.show_counts {
        let on_file = words::statements_on_file(dossier.statements.len());
        ui.label(RichText::new(on_file).color(view.tokens.ink_weak));
        ui.separator();
        ui.label(words::in_plan(results.matrix.n_in_plan, dossier.terms.len()));
    }
    if !results.matrix.broken_rules.is_empty() {
        ui.separator();
        let text =
            RichText::new(words::RULES_BROKEN).color(view.tokens.warn).font(fonts::semibold(view.tokens.size.body));
        if ui.button(text).clicked() {
            out.push(Action::Why(WhySubject::Rules));
        }
    }
}

fn notice(ui: &mut Ui, view: &View<'_>, place: usize, notice: &Notice, out: &mut Vec<Action>) {
    let frame = Frame::new()
        .fill(view.tokens.surface)
        .stroke(Stroke::new(1.0, view.tokens.edge))
        .corner_radius(view.tokens.size.radius)
        .inner_margin(Margin::symmetric(12, 6));
    ui.add_space(4.0);
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(RichText::new(&notice.title).font(fonts::semibold(view.tokens.size.body)));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| notice_buttons(ui, place, notice, out));
        });
        egui::ScrollArea::vertical().id_salt(("notice", place)).max_height(120.0).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            for line in &notice.lines {
                ui.label(line);
            }
        });
    });
}

fn notice_buttons(ui: &mut Ui, place: usize, notice: &Notice, out: &mut Vec<Action>) {
    let mut offer = |ui: &mut Ui, text: &str, action: Action| {
        if ui.button(text).clicked() {
            out.push(action);
        }
    };
    match notice.kind {
        NoticeKind::Info => offer(ui, words::CLOSE, Action::CloseNotice(place)),
        NoticeKind::OpenProblem => {
            offer(ui, words::CLOSE, Action::CloseNotice(place));
            offer(ui, words::OPEN_ANOTHER, Action::Run(Command::Open));
        }
        NoticeKind::SaveProblem => {
            offer(ui, words::CLOSE, Action::CloseNotice(place));
            offer(ui, words::SAVE_ELSEWHERE, Action::Run(Command::SaveAs));
        }
        NoticeKind::Restored => {
            offer(ui, words::DISCARD, Action::DiscardRestored);
            offer(ui, words::KEEP, Action::CloseNotice(place));
        }
    }
}
