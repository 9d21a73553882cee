//! The red lines of those who must accept, as cards: first those that no plan keeps together, then all of them.

use eframe::egui::{Frame, Label, Margin, RichText, ScrollArea, Stroke, Ui, accesskit};

use super::{Read, card, weak};
use crate::{
    app::{Action, parties::RedLines},
    domain::PositionIx,
    ui::{
        counts::to_f32,
        fonts,
        view::{View, follow_focus},
    },
    wording::ui::parties as words,
};

/// A card is no narrower than this, in points, where several stand beside each other.
const LEAST: f32 = 300.0;

/// Draws the page.
pub(super) fn red_lines(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let tab = &view.state.parties;
    let Some(read) = Read::of(view) else {
        let text = if tab.desk.is_running() { words::WORKING } else { words::STOPPED };
        ui.label(tab.desk.fault().unwrap_or(text));
        return;
    };
    let lines = &tab.red_lines;
    Frame::new().inner_margin(Margin::symmetric(12, 4)).show(ui, |ui| {
        let width = ui.available_width() - ui.spacing().scroll.allocated_width() - 4.0;
        ScrollArea::vertical().id_salt("red_lines").auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(width);
            ui.spacing_mut().item_spacing.y = 8.0;
            groups(ui, &read, lines, out);
            title(ui, &read, words::ALL_RED_LINES);
            for (party, lines) in &lines.parties {
                ui.label(
                    RichText::new(&read.dossier.party(*party).name).font(fonts::semibold(view.tokens.size.header)),
                );
                if lines.is_empty() {
                    weak(ui, &read, words::NO_RED_LINE);
                }
                ui.push_id(("party", *party), |ui| beside(ui, &read, lines, out));
            }
            ui.add_space(12.0);
            follow_focus(ui);
        });
    });
}

fn title(ui: &mut Ui, read: &Read<'_>, text: &str) {
    ui.add_space(4.0);
    ui.label(RichText::new(text).font(fonts::semibold(read.view.tokens.size.title - 2.0)));
}

/// What no plan keeps together: each group in a frame, its statements side by side.
fn groups(ui: &mut Ui, read: &Read<'_>, lines: &RedLines, out: &mut Vec<Action>) {
    let Some(groups) = &lines.groups else {
        ui.label(words::WORKING);
        return;
    };
    if groups.is_empty() {
        return;
    }
    title(ui, read, words::CANNOT_BE_KEPT);
    let tokens = read.view.tokens;
    for (place, group) in groups.iter().enumerate() {
        let frame = Frame::new()
            .fill(tokens.panel)
            .stroke(Stroke::new(1.5, tokens.edge))
            .corner_radius(tokens.size.radius)
            .inner_margin(Margin::same(10));
        frame.show(ui, |ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_role(accesskit::Role::Group));
            ui.set_min_width(ui.available_width());
            let said = words::group_of_red_lines(read.dossier, group);
            ui.add(Label::new(RichText::new(said).font(fonts::semibold(tokens.size.body))).wrap());
            ui.push_id(("group", place), |ui| beside(ui, read, group, out));
        });
    }
}

/// Cards beside each other, as many as there is room for.
fn beside(ui: &mut Ui, read: &Read<'_>, positions: &[PositionIx], out: &mut Vec<Action>) {
    // A single one is no wider than one of two: long lines are hard to read.
    let n = positions.len().max(2);
    let most = [4_usize, 3, 2].into_iter().find(|n| ui.available_width() / to_f32(*n) >= LEAST).unwrap_or(1);
    for row in positions.chunks(most.min(n)) {
        ui.columns(most.min(n), |columns| {
            for (ui, position) in columns.iter_mut().zip(row) {
                card::framed(ui, read, *position, out);
            }
        });
    }
}
