//! A card for a class: what makes words a red line, with examples of the dossier.

use eframe::egui::{Frame, Margin, RichText, Stroke, Ui};

use crate::{
    analysis::{Example, red_line_examples},
    app::{Action, WhySubject},
    domain::PositionIx,
    ui::{fonts, view::View},
    wording::{everyone, how_read as texts},
};

use super::page;

/// Draws the card.
pub(super) fn red_lines(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let mut chosen = None;
    page(ui, view, texts::RED_LINES, 640.0, out, |ui| {
        ui.label(texts::RED_LINES_TEXT);
        for example in red_line_examples(view.dossier()) {
            ui.add_space(6.0);
            reason(ui, view, example, &mut chosen);
        }
        ui.add_space(6.0);
        ui.label(texts::RED_LINES_NOT);
    });
    if let Some(subject) = chosen {
        out.extend([Action::CloseDialog, Action::Why(subject)]);
    }
}

fn reason(ui: &mut Ui, view: &View<'_>, example: Example, chosen: &mut Option<WhySubject>) {
    let Example { basis, position } = example;
    let frame = Frame::new().fill(view.tokens.surface).stroke(Stroke::new(1.0, view.tokens.edge));
    frame.corner_radius(view.tokens.size.radius).inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.label(RichText::new(texts::basis_name(basis)).font(fonts::semibold(view.tokens.size.header)));
        ui.label(texts::basis_text(basis));
        ui.add_space(2.0);
        match position {
            // That there is none would tell something of hidden parties too.
            _ if view.state.hides_any() => weak(ui, view, texts::EXAMPLE_HIDDEN),
            None => weak(ui, view, texts::NO_EXAMPLE),
            Some(ix) => self::example(ui, view, ix, chosen),
        }
    });
}

/// The first statement of a red line with the words that decided.
fn example(ui: &mut Ui, view: &View<'_>, ix: PositionIx, chosen: &mut Option<WhySubject>) {
    let dossier = view.dossier();
    let position = dossier.position(ix);
    let statement = dossier.statement(position.statements[0]);
    ui.label(&statement.short);
    // Under the retelling and above what decides, which may be a quotation.
    weak(ui, view, &everyone::retold(statement, view.dates));
    ui.label(RichText::new(texts::deciding_words(position)).font(fonts::semibold(view.tokens.size.body)));
    if let Some(term) = position.about {
        ui.push_id(ix, |ui| {
            if ui.button(texts::READ_EXAMPLE).clicked() {
                *chosen = Some(WhySubject::Cell(position.party, term));
            }
        });
    }
}

fn weak(ui: &mut Ui, view: &View<'_>, text: &str) {
    ui.label(RichText::new(text).color(view.tokens.ink_weak));
}
