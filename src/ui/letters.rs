//! Letters that neither the typeface nor a font of the system has, or that run from right to left: which text of the plan
//! is affected is told, since the window shows boxes instead.

use std::sync::Arc;

use eframe::egui::{Align, Label, Layout, RichText, Ui};

use super::{fonts, system_fonts::is_right_to_left, view::View};
use crate::{app::Document, domain::Dossier, wording::ui as words};

/// A line that names what cannot be read; nothing where all can.
pub(super) fn told(ui: &mut Ui, view: &View<'_>) {
    let affected = affected(ui, &view.state.document);
    if !affected.is_empty() {
        ui.label(RichText::new(words::lacks_letters(&affected)).color(view.tokens.warn));
    }
}

/// Under a list of names that somebody gave: which of them cannot be read. Each comes with what it is called instead.
pub(super) fn told_of(ui: &mut Ui, view: &View<'_>, names: impl Iterator<Item = (String, String)>) {
    let affected: Vec<String> = names.filter(|(_, name)| !has_all(ui, name)).map(|(instead, _)| instead).collect();
    if !affected.is_empty() {
        let text = RichText::new(words::names_lack_letters(&affected)).color(view.tokens.warn);
        // Menus draw words apart to fill a line.
        ui.with_layout(Layout::top_down(Align::Min), |ui| ui.add(Label::new(text).wrap()));
    }
}

/// What is affected, looked for once for each state of the document.
fn affected(ui: &Ui, document: &Arc<Document>) -> Vec<String> {
    type Known = (std::sync::Weak<Document>, Vec<String>);
    let id = eframe::egui::Id::unique("letters");
    let known: Option<Known> = ui.data(|data| data.get_temp(id));
    if let Some((of, affected)) = known
        && of.upgrade().is_some_and(|of| Arc::ptr_eq(&of, document))
    {
        return affected;
    }
    let found: Vec<String> = texts(document).filter(|(_, text)| !has_all(ui, text)).map(|(name, _)| name).collect();
    ui.data_mut(|data| data.insert_temp::<Known>(id, (Arc::downgrade(document), found.clone())));
    found
}

/// The texts that somebody wrote, and what each is called.
fn texts(document: &Document) -> impl Iterator<Item = (String, String)> {
    let (scenario, dossier): (_, &Dossier) = (&document.scenario, &document.case.dossier);
    let own = [
        (words::TITLE.to_owned(), crate::wording::plan_name(scenario)),
        (words::NOTES_FIELD.to_owned(), scenario.notes.clone()),
        (words::GUESS.to_owned(), scenario.guesses.values().cloned().collect::<String>()),
    ];
    let parties = dossier.parties.iter().map(|party| (party.name.clone(), format!("{}{}", party.code, party.name)));
    let terms = dossier.terms.iter().map(|term| {
        let values = term.values.iter().map(|value| value.name.as_str());
        (term.id.clone(), std::iter::once(term.name.as_str()).chain(values).collect::<String>())
    });
    let statements = dossier.statements.iter().map(|said| (said.id.clone(), format!("{}{}", said.speaker, said.short)));
    own.into_iter().chain(parties).chain(terms).chain(statements)
}

fn has_all(ui: &Ui, text: &str) -> bool {
    let letters: String = text.chars().filter(|letter| !letter.is_ascii() && !letter.is_control()).collect();
    if letters.chars().any(is_right_to_left) {
        // Even if a font that was found for other letters has these too.
        return false;
    }
    letters.is_empty() || ui.ctx().fonts_mut(|all| all.has_glyphs(&fonts::regular(14.0), &letters))
}
