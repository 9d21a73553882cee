//! How the dossier was made: who made it, what was read, what is missing, and how cells are counted.

use eframe::egui::{RichText, Ui};

use crate::{
    app::Action,
    domain::PartyIx,
    ui::{fonts, view::View},
    wording::{dialogs as texts, presenter, ui as words},
};

use super::{columns::columns, how_read, page, section};

/// Draws the page.
pub(super) fn about(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let dossier = view.dossier();
    let mut chosen = Vec::new();
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
        how_read::how_read(ui, view, &mut chosen);
        section(ui, view, words::COUNTING_RULE);
        ui.label(words::COUNTING_RULE_TEXT);
        section(ui, view, texts::THIS_PROGRAM);
        ui.label(texts::program_line(env!("CARGO_PKG_VERSION")));
    });
    out.append(&mut chosen);
}

fn coverage(ui: &mut Ui, view: &View<'_>) {
    let dossier = view.dossier();
    let rows = view.columns.iter().map(|column| {
        let party: PartyIx = column.party;
        let statements = dossier.statements.iter().filter(|statement| statement.party == party).count();
        let positions = dossier.positions.iter().filter(|position| position.party == party).count();
        // Who has something on file is hidden with it.
        let on_file = if view.state.hides(party) {
            presenter::HIDDEN_VERDICTS.to_owned()
        } else {
            texts::coverage(statements, positions)
        };
        [dossier.party(party).code.clone(), dossier.party(party).name.clone(), on_file]
    });
    columns(ui, view, &rows.collect::<Vec<_>>());
}
