//! The rounds: a delegation proposes a change of one term; each that it touches says how it fits what is on record.

use eframe::egui::{RichText, Ui, vec2};

use super::{
    delegations::act,
    look::{self, Field, Type},
};
use crate::{
    app::{
        Action, Command, Edit,
        activities::ClassEdit,
        delegations::{Action as Delegations, Change, Draft, News, Page, Timer, Touched},
    },
    domain::{Explanation, MAX_EXPLANATION, TermIx, ValueIx},
    ui::{fonts, marks::shape, view::View, widgets::mark::mark_icon},
    wording::{self, activities as words},
};

/// Draws the page.
pub fn rounds(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let delegations = &view.state.activities.delegations;
    let size = Type::of(ui);
    settings(ui, view, out);
    if view.state.delegations().is_empty() {
        look::text(ui, view, words::NONE_CHOSEN, size.name);
        if look::primary(ui, view, words::CHOOSE, true).clicked() {
            out.push(act(Delegations::Page(Page::Choose)));
        }
        return;
    }
    match delegations.on_the_table {
        Some(n) => on_the_table(ui, view, n, out),
        None => draft(ui, view, out),
    }
    ui.add_space(8.0);
    if let Some(news) = &delegations.news {
        self::news(ui, view, news, out);
    }
    ui.add_space(8.0);
    log(ui, view, out);
}

fn draft(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    let dossier = view.dossier();
    let draft = view.state.activities.delegations.draft;
    look::card(ui, view, 16, |ui| {
        ui.set_width(ui.available_width());
        look::heading(ui, view, words::PROPOSE_TITLE, size.lead);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            let by = draft.by.map(|by| dossier.party(by).name.clone());
            pick(ui, words::DELEGATION, by, |ui| {
                for party in view.state.delegations() {
                    if ui.button(&dossier.party(party).name).clicked() {
                        out.push(act(Delegations::Draft(Draft { by: Some(party), ..draft })));
                    }
                }
            });
            let term = draft.term.map(|term| dossier.term(term).name.clone());
            pick(ui, words::TERM, term, |ui| {
                for term in TermIx::all(dossier.terms.len()) {
                    if ui.button(&dossier.term(term).name).clicked() {
                        let to = view.state.plan().get(term);
                        out.push(act(Delegations::Draft(Draft { term: Some(term), to, ..draft })));
                    }
                }
            });
            if let Some(term) = draft.term {
                let value = Some(wording::value_name(dossier, term, draft.to));
                pick(ui, words::TO, value, |ui| values(ui, view, term, draft, out));
            }
        });
        if let Some((by, term)) = draft.by.zip(draft.term) {
            let change = Change { by, term, from: view.state.plan().get(term), to: draft.to };
            look::text(ui, view, &words::proposal(dossier, change), size.name);
        }
        if look::primary(ui, view, words::PROPOSE, view.state.drafted().is_some()).clicked() {
            out.push(act(Delegations::Propose));
        }
    });
}

fn values(ui: &mut Ui, view: &View<'_>, term: TermIx, draft: Draft, out: &mut Vec<Action>) {
    let values = &view.dossier().term(term).values;
    let offered = (0..values.len()).map(ValueIx::at).filter(|value| view.state.is_put_forward(term, *value));
    for value in offered.map(Some).chain([None]) {
        if ui.button(wording::value_name(view.dossier(), term, value)).clicked() {
            out.push(act(Delegations::Draft(Draft { to: value, ..draft })));
        }
    }
}

/// A list to pick from, with its name in front.
fn pick(ui: &mut Ui, name: &str, chosen: Option<String>, add: impl FnOnce(&mut Ui)) {
    let size = Type::of(ui);
    let shown = chosen.unwrap_or_else(|| words::CHOOSE_ONE.to_owned());
    let text = format!("{name}: {shown}");
    ui.menu_button(RichText::new(text).font(fonts::regular(size.name)), add);
}

/// A proposal and what the delegations say to it.
fn on_the_table(ui: &mut Ui, view: &View<'_>, n: usize, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    let delegations = &view.state.activities.delegations;
    let Some(proposal) = view.state.document.scenario.class.log.get(n) else { return };
    let change = Change::of(proposal, view.dossier());
    let what = match change {
        Some(change) => words::proposal(view.dossier(), change),
        None => words::unknown_proposal(proposal),
    };
    look::heading(ui, view, &what, size.question);
    let gap = 12.0;
    let (columns, width) = look::columns(ui.available_width(), 420.0, gap, 2);
    for row in delegations.touched.chunks(columns) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for touched in row {
                let id = &view.dossier().party(touched.party).id;
                let explanation = proposal.explanations.get(id);
                look::column(ui, width, |ui| {
                    self::touched(ui, view, (n, touched, explanation), width, out);
                });
            }
        });
    }
    if delegations.touched.is_empty() {
        look::text(ui, view, words::TOUCHES_NOBODY, size.name);
    } else if !delegations.untouched.is_empty() {
        look::weak(ui, view, &words::untouched(view.dossier(), &delegations.untouched), size.body);
    }
    if look::primary(ui, view, words::NEXT_ROUND, true).clicked() {
        out.push(act(Delegations::Table(None)));
    }
}

fn touched(
    ui: &mut Ui,
    view: &View<'_>,
    (n, touched, explanation): (usize, &Touched, Option<&Explanation>),
    width: f32,
    out: &mut Vec<Action>,
) {
    let size = Type::of(ui);
    let dossier = view.dossier();
    let id = dossier.party(touched.party).id.clone();
    look::card(ui, view, 12, |ui| {
        ui.set_width(width - 26.0);
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal(|ui| {
            if let Some(on_file) = touched.on_file.filter(|_| !view.state.hides(touched.party)) {
                mark_icon(ui, shape(on_file.mark), size.name * 1.3);
            }
            look::heading(ui, view, &dossier.party(touched.party).name, size.name);
        });
        let hidden = view.state.hides(touched.party);
        if hidden {
            look::weak(ui, view, words::BEHIND_THE_CURTAIN, size.body);
            let name = words::explanation_name(dossier, touched.party, words::SHOW_RECORD);
            if look::plain(ui, words::SHOW_RECORD, true).accessible_name(name).clicked() {
                out.push(act(Delegations::Reveal(touched.party)));
            }
        }
        for (ix, statement) in touched.statements.iter().filter(|_| !hidden) {
            let (position, situation) = (dossier.position(*ix), &view.results().situation);
            let (strength, not_counted) = (situation.strength(*ix), situation.uncounted(*ix));
            look::text(ui, view, &dossier.statement(*statement).short, size.body);
            let line = words::card_line(dossier, (position, strength), *statement, not_counted, view.dates);
            look::weak(ui, view, &line, size.small);
            ui.add_space(2.0);
        }
        ui.add_space(4.0);
        let texts = explanation.map_or(["", ""], |explanation| [&explanation.fits, &explanation.gives_way]);
        for (place, (label, value)) in [words::FITS, words::GIVES_WAY].into_iter().zip(texts).enumerate() {
            let name = words::explanation_name(dossier, touched.party, label);
            let field = Field { label, name: &name, value, limit: MAX_EXPLANATION, rows: 2, size: size.body };
            let id = id.clone();
            look::field(ui, view, &field, out, |text| {
                Edit::Class(if place == 0 { ClassEdit::Fits(n, id, text) } else { ClassEdit::GivesWay(n, id, text) })
            });
        }
    });
}

/// What came into force since the date was stepped: real statements, not invented ones.
fn news(ui: &mut Ui, view: &View<'_>, news: &News, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    let dossier = view.dossier();
    look::card(ui, view, 12, |ui| {
        ui.set_width(ui.available_width());
        look::heading(ui, view, words::NEWS, size.name);
        look::text(ui, view, &words::news(news, view.dates), size.body);
        for ix in &news.began {
            let position = dossier.position(*ix);
            let newest = dossier.statements_by(*ix, news.to).into_iter().max_by_key(|ix| dossier.statement(*ix).said);
            if let Some(statement) = newest {
                look::text(ui, view, &words::news_line(dossier, position, statement, view.dates), size.body);
            }
        }
        ui.horizontal_wrapped(|ui| {
            let enabled = Command::NextEvent.is_enabled(view.state);
            if look::plain(ui, words::STEP_DATE, enabled).clicked() {
                out.push(Action::Run(Command::NextEvent));
            }
            if !news.began.is_empty() && look::plain(ui, words::NEWS_READ, true).clicked() {
                out.push(act(Delegations::NewsRead));
            }
        });
    });
}

fn log(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    let log = &view.state.document.scenario.class.log;
    look::heading(ui, view, words::LOG, size.name);
    if log.is_empty() {
        look::weak(ui, view, words::LOG_EMPTY, size.body);
    }
    for (n, proposal) in log.iter().enumerate() {
        let what = match Change::of(proposal, view.dossier()) {
            Some(change) => words::proposal(view.dossier(), change),
            None => words::unknown_proposal(proposal),
        };
        let line = words::log_line(n + 1, &what, proposal.as_of, proposal.explanations.len(), view.dates);
        if look::plain(ui, &line, true).clicked() {
            out.push(act(Delegations::Table(Some(n))));
        }
    }
}

/// The curtain and the timer. Both are off until somebody wants them.
fn settings(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    let running = view.state.activities.delegations.timer;
    let now = ui.input(|input| input.time);
    ui.horizontal_wrapped(|ui| {
        let drawn = view.state.activities.delegations.curtain;
        look::weak(ui, view, words::CURTAIN, size.body).on_hover_text(words::CURTAIN_TIP);
        for (on, label) in [(false, words::CURTAIN_OFF), (true, words::CURTAIN_ON)] {
            let name = words::setting(words::CURTAIN, label);
            if look::choice(ui, view, label, on == drawn).accessible_name(name).clicked() {
                out.push(act(Delegations::Curtain(on)));
            }
        }
        ui.add_space(16.0);
        look::weak(ui, view, words::TIMER, size.body);
        let name = words::setting(words::TIMER, words::TIMER_OFF);
        if look::choice(ui, view, words::TIMER_OFF, running.is_none()).accessible_name(name).clicked() {
            out.push(act(Delegations::Timer(None)));
        }
        for minutes in words::TIMER_MINUTES {
            let on = running.is_some_and(|timer| timer.minutes == minutes);
            if look::choice(ui, view, &words::minutes(minutes), on).clicked() {
                out.push(act(Delegations::Timer(Some(Timer { minutes, began: now }))));
            }
        }
        if let Some(timer) = running {
            bar(ui, view, timer, now);
        }
    });
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some minutes in seconds")]
fn bar(ui: &mut Ui, view: &View<'_>, timer: Timer, now: f64) {
    let size = Type::of(ui);
    let left = timer.left(now);
    let text = if left > 0.0 { words::time_left(left.ceil() as u32) } else { words::TIME_OVER.to_owned() };
    let (rect, response) = ui.allocate_exact_size(vec2(180.0, size.body), eframe::egui::Sense::hover());
    response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::ProgressIndicator, true, &text));
    ui.painter().rect_filled(rect, 4.0, view.tokens.chosen);
    let part = rect.with_max_x(rect.left() + rect.width() * timer.part_left(now) as f32);
    ui.painter().rect_filled(part, 4.0, view.tokens.ink_weak);
    look::text(ui, view, &text, size.name);
    if left > 0.0 {
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(500));
    }
}
