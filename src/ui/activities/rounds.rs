//! The rounds: a delegation proposes a change of one term; each that it touches says how it fits what is on record.

use eframe::egui::{RichText, Ui, Vec2, vec2};

use super::{
    act,
    look::{self, Field, Type},
};
use crate::{
    app::{
        Action, Command, Edit,
        activities::ClassEdit,
        delegations::{Action as Delegations, Change, Draft, News, Page, Timer, Touched},
    },
    domain::{Explanation, MAX_EXPLANATION, PartyIx, TermIx, ValueIx},
    ui::{
        fonts,
        marks::shape,
        view::View,
        widgets::{mark::mark_icon, tip::Tip as _},
    },
    wording::{self, activities as words},
};

/// Draws the page.
pub(super) fn rounds(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
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
    let gap = 16.0;
    let (n, width) = look::columns(ui.available_width(), 420.0, gap, 2);
    let Some(news) = &delegations.news else { return log(ui, view, out) };
    if n == 1 {
        log(ui, view, out);
        self::news(ui, view, news, out);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        look::column(ui, width, |ui| self::news(ui, view, news, out));
        look::column(ui, width, |ui| log(ui, view, out));
    });
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
            let mut drafted = |draft| out.push(act(Delegations::Draft(draft)));
            let name = |party: PartyIx| dossier.party(party).name.clone();
            if let Some(by) = pick(ui, words::DELEGATION, draft.by, view.state.delegations(), name) {
                drafted(Draft { by: Some(by), ..draft });
            }
            let terms = TermIx::all(dossier.terms.len()).collect();
            if let Some(term) = pick(ui, words::TERM, draft.term, terms, |term| dossier.term(term).name.clone()) {
                drafted(Draft { term: Some(term), to: view.state.plan().get(term), ..draft });
            }
            if let Some(term) = draft.term {
                let name = |value| wording::value_name(dossier, term, value);
                if let Some(to) = pick(ui, words::TO, Some(draft.to), values(view, term), name) {
                    drafted(Draft { to, ..draft });
                }
            }
        });
        if let Some((by, term)) = draft.by.zip(draft.term) {
            let change = Change { by, term, from: view.state.plan().get(term), to: draft.to };
            look::text(ui, view, &words::proposal(dossier, change), size.name);
        }
        let is_complete = view.state.activities.delegations.drafted(&view.state.document).is_some();
        if look::primary(ui, view, words::PROPOSE, is_complete).clicked() {
            out.push(act(Delegations::Propose));
        }
    });
}

/// What the plan can say about a term on this day, or that it says nothing.
fn values(view: &View<'_>, term: TermIx) -> Vec<Option<ValueIx>> {
    let values = (0..view.dossier().term(term).values.len()).map(ValueIx::at);
    values.filter(|value| view.state.is_put_forward(term, *value)).map(Some).chain([None]).collect()
}

/// A list to pick from, with its name in front; returns what was picked.
fn pick<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    chosen: Option<T>,
    offered: Vec<T>,
    called: impl Fn(T) -> String,
) -> Option<T> {
    let shown = chosen.map_or_else(|| words::CHOOSE_ONE.to_owned(), &called);
    let text = RichText::new(format!("{name}: {shown}")).font(fonts::regular(Type::of(ui).name));
    let names: Vec<String> = offered.iter().copied().map(called).collect();
    let entry = |(name, value): (&'_ String, &T)| (name.clone(), chosen == Some(*value));
    let entries: Vec<(String, bool)> = names.iter().zip(&offered).map(entry).collect();
    look::list(ui, text, name, &entries).map(|place| offered[place])
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
    // As high as the record of whoever has the most: nothing moves when one is shown, and no height tells.
    let record = |touched: &Touched| record_height(ui, view, touched, width - 26.0);
    let height = delegations.touched.iter().map(record).fold(size.body * 4.5, f32::max);
    for row in delegations.touched.chunks(columns) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for touched in row {
                let id = &view.dossier().party(touched.party).id;
                let explanation = proposal.explanations.get(id);
                look::column(ui, width, |ui| {
                    self::touched(ui, view, (n, touched, explanation), vec2(width, height), out);
                });
            }
        });
    }
    if look::primary(ui, view, words::NEXT_ROUND, true).clicked() {
        out.push(act(Delegations::Table(None)));
    }
}

/// Space between the lines of a card, and after a statement.
const LINES: f32 = 4.0;
const AFTER: f32 = 2.0;

fn touched(
    ui: &mut Ui,
    view: &View<'_>,
    (n, touched, explanation): (usize, &Touched, Option<&Explanation>),
    card: Vec2,
    out: &mut Vec<Action>,
) {
    let size = Type::of(ui);
    let dossier = view.dossier();
    let id = dossier.party(touched.party).id.clone();
    look::card(ui, view, 12, |ui| {
        ui.set_width(card.x - 26.0);
        ui.spacing_mut().item_spacing.y = LINES;
        ui.scope(|ui| {
            ui.set_min_height(card.y + size.name * 1.3 + LINES);
            ui.horizontal(|ui| {
                let side = size.name * 1.3;
                // The mark has its room before it shows.
                if let Some(on_file) = touched.on_file.filter(|_| !view.state.hides(touched.party)) {
                    mark_icon(ui, shape(on_file.mark), side);
                } else {
                    ui.add_space(side + ui.spacing().item_spacing.x);
                }
                look::heading(ui, view, &dossier.party(touched.party).name, size.name);
            });
            record(ui, view, touched, out);
        });
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

/// What a delegation has on record that bears on the proposal, once it is shown.
fn record(ui: &mut Ui, view: &View<'_>, touched: &Touched, out: &mut Vec<Action>) {
    let (size, dossier) = (Type::of(ui), view.dossier());
    if view.state.hides(touched.party) {
        look::weak(ui, view, words::BEHIND_THE_CURTAIN, size.body);
        let name = words::explanation_name(dossier, touched.party, words::SHOW_RECORD);
        // An open question hides it from delegations too.
        let can_show = !view.state.keeps_a_secret();
        if look::plain(ui, words::SHOW_RECORD, can_show).accessible_name(name).clicked() {
            out.push(act(Delegations::Reveal(touched.party)));
        }
        return;
    }
    if touched.statements.is_empty() {
        look::text(ui, view, words::NOTHING_TOUCHED, size.body);
    }
    for (said, line) in lines(view, touched) {
        look::text(ui, view, said, size.body);
        look::weak(ui, view, &line, size.small);
        ui.add_space(AFTER);
    }
}

/// Each statement, and the line under it.
fn lines<'a>(view: &View<'a>, touched: &'a Touched) -> impl Iterator<Item = (&'a str, String)> {
    let (dossier, dates, situation) = (view.dossier(), view.dates, &view.state.results.situation);
    touched.statements.iter().map(move |(ix, statement)| {
        let (position, not_counted) = (dossier.position(*ix), situation.uncounted(*ix));
        let line = words::card_line(dossier, (position, situation.strength(*ix)), *statement, not_counted, dates);
        (dossier.statement(*statement).short.as_str(), line)
    })
}

/// The height of a record, whether or not it is shown.
fn record_height(ui: &Ui, view: &View<'_>, touched: &Touched, width: f32) -> f32 {
    let size = Type::of(ui);
    let line = |text: &str, size: f32| look::height(ui, text, fonts::regular(size), width) + LINES;
    lines(view, touched).map(|(said, under)| line(said, size.body) + line(&under, size.small) + AFTER).sum()
}

/// What was said since the date was stepped: real statements, not invented ones. Those of parties that are hidden are counted
/// and no more. What is shown next comes after what is there, and nothing stands below: so nothing moves, and the height
/// tells nothing of what is hidden.
fn news(ui: &mut Ui, view: &View<'_>, news: &News, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    let dossier = view.dossier();
    let shown = view.state.shown_of(&news.said);
    let n_hidden = news.said.len() - shown.len();
    look::card(ui, view, 12, |ui| {
        ui.set_width(ui.available_width());
        look::heading(ui, view, words::NEWS, size.name);
        look::text(ui, view, &words::news(news, view.dates), size.body);
        ui.horizontal_wrapped(|ui| {
            let enabled = Command::NextEvent.is_enabled(view.state);
            if look::plain(ui, words::STEP_DATE, enabled).clicked() {
                out.push(Action::Run(Command::NextEvent));
            }
            if !(news.said.is_empty() && news.ended.is_empty()) && look::plain(ui, words::NEWS_READ, true).clicked() {
                out.push(act(Delegations::NewsRead));
            }
        });
        for ix in shown {
            look::text(ui, view, &words::news_line(dossier, ix, view.dates), size.body);
        }
        if n_hidden > 0 {
            look::weak(ui, view, &words::news_hidden(n_hidden), size.body);
        }
        // Not before all are revealed: what is revealed next would move it.
        if !news.ended.is_empty() && !view.state.hides_any() {
            look::text(ui, view, wording::news::ENDED, size.name);
            for one in &news.ended {
                look::text(ui, view, &wording::news::ended(dossier, *one, view.dates), size.body);
            }
        }
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
        look::weak(ui, view, words::CURTAIN, size.body).tip(words::CURTAIN_TIP);
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
