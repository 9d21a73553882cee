//! One field that finds terms, parties, statements and commands by name; Enter goes there.

use std::collections::BTreeSet;

use eframe::egui::{Align, Align2, Button, Key, Modifiers, RichText, ScrollArea, TextEdit, Ui};
use strum::IntoEnumIterator as _;

use crate::{
    app::{Action, Command, Dialog, Finder, Hit, Setting},
    domain::{Dossier, PartyIx, StatementIx, TermIx},
    ui::view::View,
    wording::{self, finder as texts, ui as words},
};

use super::{from_its_head, head};

/// So many are listed; more letters find what is further down.
const MOST: usize = 60;

/// Draws the finder.
pub(super) fn finder(ui: &mut Ui, view: &View<'_>, finder: &Finder, out: &mut Vec<Action>) {
    let hits = hits(view, finder);
    let mut next = finder.clone();
    next.chosen = next.chosen.min(hits.len().saturating_sub(1));
    let moved = keys(ui, &mut next, hits.len());
    let goes = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let space = ui.ctx().content_rect().size();
    ui.set_width(620.0_f32.min(space.x - 80.0));
    head(ui, view, if finder.commands_only { wording::dialogs::FIND_COMMANDS } else { wording::dialogs::FIND }, out);
    let field = ui.add(
        TextEdit::singleline(&mut next.text)
            .align(Align2::LEFT_CENTER)
            .hint_text(texts::hint(finder.commands_only))
            .desired_width(f32::INFINITY),
    );
    field.request_focus();
    if next.text != finder.text {
        next.chosen = 0;
    }
    ui.label(RichText::new(texts::found(hits.len(), MOST)).small().color(view.tokens.ink_weak));
    let clicked = list(ui, view, &hits, next.chosen, moved);
    if hits.is_empty() && !finder.text.is_empty() {
        ui.label(texts::nothing_found(&finder.text, finder.commands_only));
    }
    let chosen = clicked.or_else(|| hits.get(next.chosen).copied().filter(|_| goes));
    match chosen {
        Some(hit) => out.push(Action::GoTo(hit)),
        None if next != *finder => out.push(Action::Show(Dialog::Finder(next))),
        None => {}
    }
}

/// The arrow keys move the choice; the text field would take them. Returns whether one did.
fn keys(ui: &Ui, next: &mut Finder, n_hits: usize) -> bool {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let before = next.chosen;
    if pressed(Key::ArrowDown) {
        next.chosen = (next.chosen + 1).min(n_hits.saturating_sub(1));
    }
    if pressed(Key::ArrowUp) {
        next.chosen = next.chosen.saturating_sub(1);
    }
    next.chosen != before
}

fn list(ui: &mut Ui, view: &View<'_>, hits: &[Hit], chosen: usize, moved: bool) -> Option<Hit> {
    let mut clicked = None;
    // The same height whatever is found, so that the field stays where it is.
    let height = (ui.ctx().content_rect().height() - 240.0).clamp(96.0, 380.0);
    let area = ScrollArea::vertical().min_scrolled_height(height).max_height(height).auto_shrink(false);
    from_its_head(ui, area).show(ui, |ui| {
        for (place, hit) in hits.iter().take(MOST).enumerate() {
            let text = RichText::new(line(view, *hit));
            let mut button =
                Button::selectable(place == chosen, text).truncate().min_size([ui.available_width(), 28.0].into());
            let keys = match hit {
                Hit::Command(command) => command.shortcuts().first().map(|keys| words::shortcut(*keys)),
                Hit::Setting(_) | Hit::Term(_) | Hit::Party(_) | Hit::Statement(_) => {
                    Some(texts::kind(*hit).to_owned())
                }
            };
            if let Some(keys) = keys {
                button = button.shortcut_text(keys);
            }
            let response = ui.add(button);
            if place == chosen && moved {
                response.scroll_to_me(Some(Align::Center));
            }
            if response.clicked() {
                clicked = Some(*hit);
            }
        }
    });
    clicked
}

/// One line for something found. What is on file from a party shows once it is revealed.
fn line(view: &View<'_>, hit: Hit) -> String {
    match hit {
        Hit::Party(ix) if view.state.hides(ix) => words::party_name(view.dossier().party(ix)),
        _ => texts::hit(view.dossier(), hit, view.dates),
    }
}

/// Everything that has all the typed words in its name: terms, parties, commands, then statements.
fn hits(view: &View<'_>, finder: &Finder) -> Vec<Hit> {
    let text = wording::folded(&finder.text);
    let typed: Vec<&str> = text.split_whitespace().collect();
    let has_all = |name: String| {
        let name = wording::folded(&name);
        typed.iter().all(|word| name.contains(word))
    };
    let commands = Command::iter().filter(|command| command.is_enabled(view.state));
    let commands = commands.filter(|command| has_all(words::command(*command).to_owned())).map(Hit::Command);
    // Settings are named in full only once something is typed: the list of commands is long enough.
    let is_other = |setting: &Setting| setting.put_into(&view.state.settings) != view.state.settings;
    let may_set = !typed.is_empty() && !view.state.presenter.is_on;
    let settings = Setting::all().filter(|setting| may_set && is_other(setting));
    let settings = settings.filter(|setting| has_all(wording::finder::setting(*setting))).map(Hit::Setting);
    if finder.commands_only {
        return commands.chain(settings).collect();
    }
    if typed.is_empty() {
        return Vec::new();
    }
    let dossier = view.dossier();
    let terms = TermIx::all(dossier.terms.len()).filter(|ix| has_all(wording::finder::term_text(dossier.term(*ix))));
    let parties = PartyIx::all(dossier.parties.len());
    let parties = parties.filter(|ix| has_all(wording::party_text(dossier.party(*ix))));
    let statements = StatementIx::all(dossier.statements.len());
    // The words of a party behind the curtain would tell its marks.
    let statements = statements.filter(|ix| !view.state.hides(dossier.statement(*ix).party));
    let filed = filed_under(dossier);
    let is_said = |ix: &StatementIx| has_all(wording::finder::statement_text(dossier, *ix));
    let is_filed = |ix: &StatementIx| {
        let terms = filed[ix.get()].iter().map(|term| dossier.term(*term));
        !filed[ix.get()].is_empty() && has_all(wording::finder::filed_text(dossier, *ix, terms))
    };
    // What is found by its own words comes before what is found by the term that it is filed under.
    let (said, others): (Vec<StatementIx>, Vec<StatementIx>) = statements.partition(is_said);
    let statements = said.into_iter().chain(others.into_iter().filter(is_filed));
    let found = terms.map(Hit::Term).chain(parties.map(Hit::Party)).chain(commands);
    found.chain(statements.map(Hit::Statement)).collect()
}

/// For each statement the terms that positions read from it are about.
fn filed_under(dossier: &Dossier) -> Vec<BTreeSet<TermIx>> {
    let mut filed = vec![BTreeSet::new(); dossier.statements.len()];
    for position in &dossier.positions {
        for ix in &position.statements {
            filed[ix.get()].extend(position.about);
        }
    }
    filed
}
