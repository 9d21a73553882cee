//! The line over the chart: what is shown, how time is laid out, since when changes are told.

use eframe::egui::{Button, Margin, Response, RichText, Role, ScrollArea, Ui, WidgetInfo, vec2};
use strum::IntoEnumIterator as _;

use crate::{
    app::{
        Action, WhySubject,
        timeline::{self, Spacing},
    },
    domain::{Date, TermIx},
    ui::{
        field, fonts,
        look::LOW,
        view::{View, follow_focus},
        widgets::{
            control::width,
            pick::{self, Entry},
            tip::Tip as _,
        },
    },
    wording::{self, timeline as texts},
};

/// Its height where the window is low, in points: controls, margins and what it is scrolled by.
pub(super) const LOW_HEIGHT: f32 = 44.0;

/// Draws the line. It wraps where the window is narrow.
pub(super) fn bar(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let low = ui.content_rect().height() < LOW;
    let (top, bottom) = if low { (2, 2) } else { (8, 6) };
    let frame = eframe::egui::Frame::new().inner_margin(Margin { left: 10, right: 10, top, bottom });
    frame.show(ui, |ui| {
        if low {
            // Every line that it took would be one of the chart.
            ScrollArea::horizontal().id_salt("timeline_bar").show(ui, |ui| {
                ui.horizontal(|ui| choices(ui, view, out));
                follow_focus(ui);
            });
        } else {
            ui.horizontal_wrapped(|ui| choices(ui, view, out));
        }
        if view.state.timeline.as_table && view.state.timeline.term.is_none() {
            let text = texts::figures_of(view.state.plan().n_set());
            ui.label(RichText::new(text).small().color(view.tokens.ink_weak));
        }
        if let Some(notice) = notice(view) {
            ui.label(RichText::new(notice).color(view.tokens.ink_weak));
        }
    });
}

fn choices(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    ui.spacing_mut().button_padding = vec2(10.0, 4.0);
    ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
    shown(ui, view, out);
    ui.add_space(6.0);
    let as_table = view.state.timeline.as_table;
    // A table has no axis; what stands beside keeps its place all the same.
    ui.add_enabled_ui(!as_table, |ui| {
        for spacing in Spacing::iter() {
            let on = view.state.timeline.spacing == spacing;
            let response = option(ui, view, on, texts::spacing(spacing));
            if response.tip(texts::spacing_tip(spacing)).clicked() {
                out.push(Action::Timeline(timeline::Action::Spacing(spacing)));
            }
        }
    });
    ui.add_space(6.0);
    let text = if as_table { texts::AS_CHART } else { texts::AS_TABLE };
    // As wide with either text: what stands beside it stays where it is.
    let font = fonts::regular(view.tokens.size.body);
    let widest = [texts::AS_CHART, texts::AS_TABLE].map(|text| width(ui, text, font.clone()));
    let least = widest[0].max(widest[1]) + 2.0 * ui.spacing().button_padding.x;
    let button = Button::new(text).min_size(vec2(least, 0.0));
    if ui.add(button).tip(texts::OTHER_FORM_KEY).clicked() {
        out.push(Action::Timeline(timeline::Action::AsTable(!as_table)));
    }
    ui.add_space(6.0);
    second(ui, view, out);
}

/// One of a few that exclude each other; the chosen one is inverted, as in the table.
fn option(ui: &mut Ui, view: &View<'_>, on: bool, text: &str) -> Response {
    let tokens = view.tokens;
    let (ink, fill) = if on { (tokens.ink_selected, tokens.selected) } else { (tokens.ink, tokens.surface) };
    let response = ui.add(Button::new(RichText::new(text).color(ink)).fill(fill));
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, text));
    response
}

/// What is to be said where there are no marks.
fn notice(view: &View<'_>) -> Option<String> {
    let plan = view.state.plan();
    match view.state.timeline.term {
        _ if plan.n_set() == 0 => Some(texts::EMPTY_PLAN.to_owned()),
        Some(term) if plan.get(term).is_none() => {
            let parties =
                view.columns.iter().filter(|column| !view.dossier().positions_about(column.party, term).is_empty());
            Some(wording::term_not_in_plan(view.dossier(), term, parties.count()).text)
        }
        _ => None,
    }
}

/// The choice of a term or of the counts.
fn shown(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let (dossier, chosen) = (view.dossier(), view.state.timeline.term);
    let name = |term: Option<TermIx>| term.map_or(texts::ALL_TERMS, |term| &dossier.term(term).name);
    ui.label(texts::SHOWN);
    let terms: Vec<Option<TermIx>> = std::iter::once(None).chain(TermIx::all(dossier.terms.len()).map(Some)).collect();
    let names: Vec<(String, bool)> = terms.iter().map(|term| (name(*term).to_owned(), *term == chosen)).collect();
    if let Some(place) = field::field(ui, (texts::SHOWN, name(chosen)), 176.0, &names) {
        out.push(Action::Timeline(timeline::Action::Term(terms[place])));
    }
}

/// The second day, and the list of changes since it.
fn second(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let second = view.state.timeline.second;
    let shown = second.map_or_else(|| texts::EVENT_BEFORE.to_owned(), |day| wording::date(day, view.dates));
    if ui.button(texts::WHAT_CHANGED).clicked() {
        out.push(Action::Why(WhySubject::Changes));
    }
    let days: Vec<Option<Date>> =
        std::iter::once(None).chain(view.dossier().events().iter().rev().copied().map(Some)).collect();
    let name =
        |day: Option<Date>| day.map_or_else(|| texts::EVENT_BEFORE.to_owned(), |day| wording::date(day, view.dates));
    let names: Vec<String> = days.iter().copied().map(name).collect();
    let entries: Vec<Entry<'_>> = names.iter().zip(&days).map(|(name, day)| Entry::new(name, *day == second)).collect();
    let name = texts::second_name(&shown);
    let (since, picked) = pick::button(ui, Button::new(&name), &name, &entries);
    out.extend(picked.map(|place| Action::Timeline(timeline::Action::Second(days[place]))));
    since.tip(texts::SECOND_TIP);
}
