//! The part of the About page on how positions were read: codes, agreement, symmetry, and why nothing is added up.

use eframe::egui::{
    Grid, Label, RichText, ScrollArea, Ui,
    text::{LayoutJob, TextFormat},
};
use strum::IntoEnumIterator as _;

use crate::{
    analysis::HowRead,
    app::{Action, Command},
    domain::Code,
    ui::{fonts, hidden, view::View},
    wording::{how_read as texts, ui as words},
};

use super::section;

/// Draws it.
pub(super) fn how_read(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    section(ui, view, texts::HOW_READ);
    ui.label(texts::HOW_READ_TEXT);
    for code in Code::iter() {
        let (name, text) = (fonts::semibold(view.tokens.size.body), fonts::regular(view.tokens.size.body));
        let mut line = LayoutJob::single_section(texts::code_name(code), TextFormat::simple(name, view.tokens.ink));
        line.append(texts::code_text(code), 8.0, TextFormat::simple(text, view.tokens.ink));
        ui.label(line);
    }
    if ui.button(words::command(Command::RedLines)).clicked() {
        out.push(Action::Run(Command::RedLines));
    }
    let Some(found) = view.state.document.case.how_read() else {
        ui.label(texts::WORKING);
        return;
    };
    let dossier = view.dossier();
    ui.add_space(4.0);
    for sentence in texts::agreement(&found.agreement) {
        ui.label(sentence);
    }
    let hides = view.state.hides_any();
    if hides {
        hidden::notice(ui, view, out);
    } else {
        let decided = texts::decided(dossier, &found.agreement);
        if !decided.is_empty() {
            section(ui, view, texts::DECIDED);
            decided.into_iter().for_each(|line| drop(ui.label(line)));
        }
    }
    section(ui, view, texts::NOT_ADDED);
    ui.label(texts::NOT_ADDED_TEXT);
    if !hides && let Some(example) = &found.adding_up {
        for line in texts::example(dossier, Some(example), view.dates) {
            ui.label(line);
        }
    }
    if !hides {
        section(ui, view, texts::BY_PARTY);
        by_party(ui, view, found);
        ui.label(RichText::new(texts::BY_PARTY_NOTE).color(view.tokens.ink_weak));
    }
}

/// Height of a row that holds no button, in points.
const ROW: f32 = 22.0;

/// Positions by code, and statements, a row a party.
fn by_party(ui: &mut Ui, view: &View<'_>, found: &HowRead) {
    ScrollArea::horizontal().id_salt("by party").show(ui, |ui| {
        ui.spacing_mut().interact_size.y = ROW;
        Grid::new("by_party").num_columns(8).spacing([16.0, 4.0]).show(ui, |ui| {
            ui.label("");
            for head in texts::BY_PARTY_COLUMNS {
                ui.add(Label::new(RichText::new(head).small()).extend());
            }
            ui.end_row();
            for column in &view.columns {
                let of = &found.parties[column.party.get()];
                strong(ui, view, &view.dossier().party(column.party).code);
                let counts = Code::iter().map(|code| of.of_code(code)).chain([of.n_statements, of.n_without_demand]);
                for (head, n) in texts::BY_PARTY_COLUMNS.iter().zip(counts) {
                    let party = &view.dossier().party(column.party).name;
                    let name = texts::count_name(party, head, n);
                    let label = ui.label(n.to_string());
                    ui.ctx().accesskit_node_builder(label.id, |node| node.set_label(name));
                }
                ui.end_row();
            }
        });
    });
}

fn strong(ui: &mut Ui, view: &View<'_>, text: &str) {
    ui.label(RichText::new(text).font(fonts::semibold(view.tokens.size.body)));
}
