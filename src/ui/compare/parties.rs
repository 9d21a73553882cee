//! What goes from A to B, a sentence for each party.

use eframe::egui::{Align, Label, Layout, Margin, RichText, Ui, vec2};

use crate::{
    analysis::Comparison,
    ui::{fonts, view::View},
    wording::compare as texts,
};

/// With this much room, in points, the terms stand beside the figures.
const WIDE: f32 = 720.0;

/// Room for a sentence.
const SENTENCE: f32 = 440.0;

/// Draws the sentences, in the order of the columns.
pub(super) fn sentences(ui: &mut Ui, view: &View<'_>, comparison: &Comparison) {
    let frame = eframe::egui::Frame::new().inner_margin(Margin { left: 10, right: 10, top: 16, bottom: 16 });
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
        ui.spacing_mut().interact_size.y = 20.0;
        ui.label(RichText::new(texts::PARTY_BY_PARTY).font(fonts::semibold(view.tokens.size.header)));
        ui.add_space(4.0);
        for column in &view.columns {
            let compared = &comparison.parties[column.party.get()];
            let code = &view.dossier().party(column.party).code;
            let changes = !compared.newly.is_empty() || !compared.no_longer.is_empty();
            let ink = if changes { view.tokens.ink } else { view.tokens.ink_weak };
            let terms = texts::party_terms(view.dossier(), compared);
            let sentence = RichText::new(texts::party_sentence(code, compared)).color(ink);
            let terms = RichText::new(terms).small().color(view.tokens.ink_weak);
            if ui.available_width() < WIDE {
                ui.label(sentence);
                ui.add(Label::new(terms).wrap());
            } else {
                ui.horizontal_top(|ui| {
                    ui.allocate_ui_with_layout(vec2(SENTENCE, 0.0), Layout::left_to_right(Align::Min), |ui| {
                        ui.set_min_width(SENTENCE);
                        ui.label(sentence);
                    });
                    ui.add(Label::new(terms).wrap());
                });
            }
        }
    });
}
