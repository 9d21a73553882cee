//! The switches of the tab, and what the answer comes to in a few sentences.

use std::sync::Arc;

use eframe::egui::{Button, RichText, Role, Ui, WidgetInfo, accesskit, vec2};
use strum::IntoEnumIterator as _;

use crate::{
    app::{
        Action, Document, Topic,
        parties::{self, Answer, Ask, Look},
    },
    ui::{
        field, fonts,
        view::View,
        widgets::{control, tip::Tip as _},
    },
    wording::{
        clashes::{self, Kind},
        ui::parties as words,
    },
};

/// Draws switches and sentences.
pub(super) fn bar(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let tab = &view.state.parties;
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.horizontal_wrapped(|ui| {
        let all = tab.look != Look::RedLines;
        let whose = [(words::RED_LINES, false), (words::ALL_STATEMENTS, true)];
        if let Some(all) = switch(ui, view, words::WHICH_STATEMENTS, &whose, all) {
            out.push(Action::Parties(parties::Action::Look(if all { Look::Pairs } else { Look::RedLines })));
        }
        if !all {
            return;
        }
        ui.add_space(6.0);
        let looks = Look::iter().filter(|look| *look != Look::RedLines);
        let looks = looks.map(|look| (words::look(look), look)).collect::<Vec<_>>();
        if let Some(look) = switch(ui, view, words::LOOK, &looks, tab.look) {
            out.push(Action::Parties(parties::Action::Look(look)));
        }
        ui.add_space(6.0);
        let mut ask = tab.ask;
        let plans = [(words::WHATEVER_THE_PLAN, false), (words::ON_THIS_PLAN, true)];
        // What is asked is one group, and breaks as one.
        let checks = [words::RED_LINES_ONLY, words::MUST_ACCEPT_ONLY].map(|text| check_width(ui, view, text));
        if ui.available_size_before_wrap().x < switch_width(ui, view, &plans) + 6.0 + checks.iter().sum::<f32>() {
            ui.end_row();
        }
        if let Some(on) = switch(ui, view, words::WHICH_PLANS, &plans, ask.on_this_plan) {
            ask.on_this_plan = on;
        }
        ui.add_space(6.0);
        ui.checkbox(&mut ask.which.red_lines_only, words::RED_LINES_ONLY);
        ui.checkbox(&mut ask.which.must_accept_only, words::MUST_ACCEPT_ONLY);
        if ask != tab.ask {
            out.push(Action::Parties(parties::Action::Ask(ask)));
        }
    });
    if matches!(tab.look, Look::Sets | Look::WaysOut) {
        sets(ui, view, out);
    }
    ui.label(RichText::new(words::how_to_read(tab.look)).color(view.tokens.ink_weak));
    summary(ui, view, out);
}

/// Space beside the words of a field with a list, in points.
const FIELD: f32 = 44.0;

/// Space beside the words of an option, in points.
const PADDING: f32 = 10.0;

fn switch_width<T>(ui: &Ui, view: &View<'_>, options: &[(&str, T)]) -> f32 {
    let font = fonts::regular(view.tokens.size.body);
    options.iter().map(|(text, _)| control::width(ui, text, font.clone()) + 2.0 * PADDING + 2.0).sum()
}

/// Width of a box to tick with its words, and of the space before it.
fn check_width(ui: &Ui, view: &View<'_>, text: &str) -> f32 {
    let spacing = ui.spacing();
    spacing.item_spacing.x
        + spacing.icon_width
        + spacing.icon_spacing
        + control::width(ui, text, fonts::regular(view.tokens.size.body)).ceil()
        + 4.0
}

/// Options side by side of which one is pressed; returns another one that was chosen.
fn switch<T: Copy + PartialEq>(ui: &mut Ui, view: &View<'_>, name: &str, options: &[(&str, T)], now: T) -> Option<T> {
    let mut chosen = None;
    if ui.available_size_before_wrap().x < switch_width(ui, view, options) {
        // What is one group breaks as one.
        ui.end_row();
    }
    let group = ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().button_padding = vec2(PADDING, 3.0);
        ui.spacing_mut().interact_size.y = 28.0;
        ui.horizontal(|ui| {
            for (text, value) in options {
                let on = *value == now;
                let ink = if on { view.tokens.ink_selected } else { view.tokens.ink };
                let mut button = Button::new(RichText::new(*text).color(ink));
                if on {
                    button = button.fill(view.tokens.selected);
                }
                let response = ui.add(button);
                response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, *text));
                if response.clicked() && !on {
                    chosen = Some(*value);
                }
            }
        });
    });
    ui.ctx().accesskit_node_builder(group.response.id, |node| {
        node.set_role(accesskit::Role::RadioGroup);
        node.set_label(name);
    });
    chosen
}

/// Which sets are drawn: of statements or parties, of which size, about which term.
fn sets(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let tab = &view.state.parties;
    let picture = &tab.picture;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = 28.0;
        ui.label(words::SETS_OF);
        let members = [(words::STATEMENTS, false), (words::PARTIES, true)];
        if let Some(by_party) = switch(ui, view, words::SETS_OF, &members, tab.by_party) {
            out.push(Action::Parties(parties::Action::ByParty(by_party)));
        }
        if picture.columns.is_empty() {
            return;
        }
        let kind = kind(tab.look);
        let size = |size: usize, n: &crate::analysis::Count| clashes::of_size(kind, tab.by_party, size, n);
        let shown = picture.sizes.iter().find(|(of, _)| *of == picture.size).map(|(of, n)| size(*of, n));
        ui.add_space(8.0);
        ui.label(words::SIZE);
        let names: Vec<String> = picture.sizes.iter().map(|(of, n)| size(*of, n)).collect();
        let entry =
            |(name, (of, _)): (&'_ String, &(usize, crate::analysis::Count))| (name.clone(), *of == picture.size);
        let names: Vec<(String, bool)> = names.iter().zip(&picture.sizes).map(entry).collect();
        let font = fonts::regular(view.tokens.size.body);
        let widest = names.iter().map(|(name, _)| control::width(ui, name, font.clone())).fold(0.0, f32::max);
        let width = (widest + FIELD).clamp(170.0, 260.0);
        if let Some(place) = field::field(ui, (words::SIZE, &shown.unwrap_or_default()), width, &names) {
            out.push(Action::Parties(parties::Action::Size(Some(picture.sizes[place].0))));
        }
        if !picture.terms.is_empty() {
            ui.add_space(8.0);
            about(ui, view, out);
        }
    });
}

fn about(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let (tab, dossier) = (&view.state.parties, view.dossier());
    let picture = &tab.picture;
    let term = tab.about.filter(|term| picture.terms.contains(term));
    let name = |term: Option<_>| term.map_or(words::ANY_TERM, |term| dossier.term(term).name.as_str());
    ui.label(words::ABOUT);
    let options: Vec<_> = std::iter::once(None).chain(picture.terms.iter().copied().map(Some)).collect();
    let names: Vec<(String, bool)> = options.iter().map(|option| (name(*option).to_owned(), *option == term)).collect();
    if let Some(place) = field::field(ui, (words::ABOUT, name(term)), 150.0, &names) {
        out.push(Action::Parties(parties::Action::About(options[place])));
    }
    ui.label(RichText::new(words::drawn(dossier, picture.columns.len(), term)).color(view.tokens.ink_weak));
}

/// Which kind of sets is looked at.
pub(super) fn kind(look: Look) -> Kind {
    if look == Look::WaysOut { Kind::WaysOut } else { Kind::ClashSets }
}

fn summary(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let desk = &view.state.parties.desk;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = 24.0;
        ui.spacing_mut().button_padding = vec2(8.0, 1.0);
        if let Some((answer, document)) = desk.answer() {
            figures(ui, view, answer, document);
            hints(ui, view, answer, out);
        }
        if desk.is_running() {
            ui.label(words::WORKING);
            if ui.button(words::STOP).clicked() {
                out.push(Action::StopWork(Topic::Parties));
            }
        }
        if let Some(fault) = desk.fault() {
            ui.label(RichText::new(fault).color(view.tokens.problem));
        }
        if desk.answer().is_some() && !desk.is_current() {
            ui.label(RichText::new(words::OUT_OF_DATE).color(view.tokens.warn));
        }
    });
}

/// How many there are, of what.
fn figures(ui: &mut Ui, view: &View<'_>, answer: &Answer, document: &Arc<Document>) {
    let tab = &view.state.parties;
    let Ask { on_this_plan, which } = answer.ask;
    let as_of = document.scenario.as_of;
    let found = match (tab.look, tab.by_party) {
        (Look::RedLines, _) => {
            let text = words::red_lines(&tab.red_lines);
            ui.label(RichText::new(text).font(fonts::semibold(view.tokens.size.body)));
            return;
        }
        (Look::Pairs, _) => Some(clashes::pairs(answer.clashes.all().len(), on_this_plan)),
        (Look::Sets, false) => answer.positions.clash_sets.as_ref().map(|list| clashes::reach(Kind::ClashSets, list)),
        (Look::Sets, true) => answer.parties.clash_sets.as_ref().map(|list| clashes::reach(Kind::ClashSets, list)),
        (Look::WaysOut, false) => answer.positions.ways_out.as_ref().map(|list| clashes::reach(Kind::WaysOut, list)),
        (Look::WaysOut, true) => answer.parties.ways_out.as_ref().map(|list| clashes::reach(Kind::WaysOut, list)),
    };
    if !answer.clashes.any_plan {
        let why = if on_this_plan { clashes::PLAN_BREAKS_RULES } else { clashes::RULES_EXCLUDE };
        ui.label(RichText::new(why).color(view.tokens.warn));
        return;
    }
    let label = if let Some(found) = found {
        ui.label(RichText::new(clashes::sentence(&found)).font(fonts::semibold(view.tokens.size.body)))
    } else {
        let text = if view.state.parties.desk.is_running() { words::WORKING } else { words::STOPPED };
        ui.label(text)
    };
    ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(accesskit::Live::Polite));
    if tab.look != Look::Pairs {
        ui.label(words::in_every(view.dossier(), &tab.in_every, tab.by_party));
    }
    let asked = clashes::asked(&answer.n_asked, which, as_of, view.dates);
    let asked = ui.label(RichText::new(clashes::sentence(&asked)).color(view.tokens.ink_weak));
    asked.tip(clashes::space(on_this_plan, as_of, view.dates));
}

/// What should be known beside the figures, each with a way to read it.
fn hints(ui: &mut Ui, view: &View<'_>, answer: &Answer, out: &mut Vec<Action>) {
    if !answer.clashes.any_plan {
        return;
    }
    let (look, Ask { on_this_plan, which }) = (view.state.parties.look, answer.ask);
    let alone = answer.clashes.alone.len();
    if alone > 0 && look == Look::Pairs {
        ui.label(clashes::sentence(&clashes::alone(alone, on_this_plan)));
        if ui.button(words::READ_THEM).clicked() {
            out.push(Action::Parties(parties::Action::ReadAlone));
        }
    }
    let is_shown = look == Look::Pairs || (look == Look::Sets && which.red_lines_only);
    if let Some(list) = answer.red_lines.as_ref().filter(|_| is_shown) {
        ui.label(clashes::red_lines(list, answer.n_red_lines, on_this_plan));
        if !list.sets.is_empty() && look == Look::Pairs && ui.button(words::SHOW_THEM).clicked() {
            out.push(Action::Parties(parties::Action::ShowRedLines));
        }
    }
}
