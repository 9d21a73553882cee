//! How the dossier was made: who made it, what was read, what is missing, and how cells are counted.

use eframe::egui::{Grid, RichText, Ui};

use crate::{
    app::Action,
    domain::PartyIx,
    ui::{fonts, view::View},
    wording::{dialogs as texts, presenter, ui as words},
};

use super::{page, section};

/// Draws the page.
pub fn about(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let dossier = view.dossier();
    page(ui, view, words::ABOUT, 760.0, out, |ui| {
        ui.label(RichText::new(&dossier.title).font(fonts::semibold(view.tokens.size.title - 3.0)));
        ui.label(texts::dossier_line(dossier, &view.state.document.case.fingerprint, view.dates));
        ui.label(&dossier.about.purpose);
        let texts = [
            (texts::READ_IN_FULL, &dossier.about.read_in_full),
            (texts::READ_IN_PART, &dossier.about.read_in_part),
            (texts::WAS_NOT_VERIFIED, &dossier.about.not_verified),
            (texts::LEFT_OUT, &dossier.about.left_out),
        ];
        for (heading, text) in texts {
            if !text.is_empty() {
                section(ui, view, heading);
                ui.label(text);
            }
        }
        for note in &dossier.about.notes {
            ui.add_space(4.0);
            ui.label(note);
        }
        section(ui, view, words::COVERAGE);
        coverage(ui, view);
        ui.label(RichText::new(words::COVERAGE_NOTE).color(view.tokens.ink_weak));
        section(ui, view, words::COUNTING_RULE);
        ui.label(words::COUNTING_RULE_TEXT);
        section(ui, view, texts::THIS_PROGRAM);
        ui.label(texts::program_line(env!("CARGO_PKG_VERSION")));
    });
}

fn coverage(ui: &mut Ui, view: &View<'_>) {
    let dossier = view.dossier();
    Grid::new("coverage").num_columns(3).spacing([16.0, 4.0]).show(ui, |ui| {
        for column in &view.columns {
            let party: PartyIx = column.party;
            let statements = dossier.statements.iter().filter(|statement| statement.party == party).count();
            let positions = dossier.positions.iter().filter(|position| position.party == party).count();
            ui.label(RichText::new(&dossier.party(party).code).font(fonts::semibold(view.tokens.size.body)));
            ui.label(&dossier.party(party).name);
            // Who has something on file is hidden with it.
            let hidden = view.state.hides(party);
            ui.label(if hidden {
                presenter::HIDDEN_VERDICTS.to_owned()
            } else {
                texts::coverage(statements, positions)
            });
            ui.end_row();
        }
    });
}
