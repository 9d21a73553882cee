//! The Why panel: the statements behind a mark, one click away.

pub(super) mod card;
mod changes;
mod everyone;
pub(super) mod legend;
pub(super) mod news;
mod party;
pub(super) mod plan;
mod statement;
mod stays;
mod term;
mod walk;

pub(super) use card::guess;

use eframe::egui::{
    self, Align, Button, Layout, RichText, ScrollArea, Ui, accesskit,
    text::{LayoutJob, TextFormat},
};

use crate::{
    analysis::{CellReport, Change, Mark, PositionReport, Standing},
    app::{Action, Command, Edit, Tab, WhySubject, case, compare::Side},
    domain::{Date, PartyIx, TermIx},
    wording::{self, case as case_words, compare as compared, drafts as draft_words, ui as words},
};

use walk::Walk;

use super::{
    fonts, hidden, letters,
    marks::shape,
    shape::MarkShape,
    view::{View, follow_focus},
    widgets::{icon, mark::mark_icon, tip::Tip as _},
};

/// A panel at least this wide, in points, is a low drawer: its heading takes one line.
const WIDE: f32 = 600.0;

/// The number of drafts that are offered where a plan is begun.
const NEWEST_DRAFTS: usize = 3;

/// Draws the panel.
pub(super) fn panel(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let region = ui.unique_id();
    ui.ctx().accesskit_node_builder(region, |node| {
        node.set_role(accesskit::Role::Region);
        node.set_label(words::WHY);
    });
    head(ui, view, out);
    news::told(ui, view, out);
    stays::told(ui, view, out);
    let subject = view.state.session.why;
    // The same width with and without a scroll bar: a panel that was just filled must not wait for a second frame.
    let width = ui.available_width() - ui.spacing().scroll.allocated_width();
    let area = ScrollArea::vertical().id_salt("why").auto_shrink(false);
    // Another subject, or another file, is read from its beginning.
    let shown = (subject, std::sync::Arc::as_ptr(&view.state.document.saved) as usize);
    let is_new = ui.data_mut(|data| {
        let before = data.get_temp::<(WhySubject, usize)>(region);
        data.insert_temp(region, shown);
        before != Some(shown)
    });
    let area = if is_new { area.vertical_scroll_offset(0.0) } else { area };
    area.show(ui, |ui| {
        ui.set_max_width(width);
        ui.spacing_mut().item_spacing.y = 6.0;
        match subject {
            WhySubject::Nothing if view.state.session.tab == Tab::Timeline && !view.state.hides_any() => {
                changes::changes(ui, view, out);
            }
            WhySubject::Nothing => nothing(ui, view, out),
            WhySubject::Changes if view.state.hides_any() => hidden::notice(ui, view, out),
            WhySubject::Statement(ix) if view.state.hides(view.dossier().statement(ix).party) => {
                hidden::notice(ui, view, out);
            }
            WhySubject::Cell(party, _) | WhySubject::CellOfSecond(party, _) | WhySubject::Party(party)
                if view.state.hides(party) =>
            {
                title(ui, view, &view.dossier().party(party).name);
                hidden::notice(ui, view, out);
            }
            WhySubject::Cell(party, term) => cell(ui, view, party, term, out),
            WhySubject::Party(party) => party::party(ui, view, party, out),
            WhySubject::Term(ix) => term::term(ui, view, ix, out),
            WhySubject::Plan => plan::plan(ui, view, true, out),
            WhySubject::News => news::news(ui, view, out),
            WhySubject::Mark(mark) => legend::legend(ui, view, mark, out),
            WhySubject::Rules if view.state.results.broken_rules().is_empty() => nothing(ui, view, out),
            WhySubject::Rules => rules(ui, view),
            WhySubject::Statement(ix) => statement::statement(ui, view, ix, out),
            WhySubject::Changes => changes::changes(ui, view, out),
            WhySubject::CellOfSecond(party, term) => cell(ui, &view.of_side(Side::B), party, term, out),
        }
        ui.add_space(12.0);
        follow_focus(ui);
    });
}

/// What the panel is, and the button that closes it.
fn head(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.label(RichText::new(words::WHY).font(fonts::semibold(view.tokens.size.header)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon::button(ui, icon::Icon::Close, words::CLOSE_WHY, true).clicked() {
                out.push(Action::Run(Command::ToggleWhy));
            }
        });
    });
}

fn title(ui: &mut Ui, view: &View<'_>, text: &str) {
    ui.label(RichText::new(text).font(fonts::semibold(view.tokens.size.title - 3.0)));
}

fn heading(ui: &mut Ui, view: &View<'_>, text: &str) {
    ui.add_space(6.0);
    ui.label(RichText::new(text).font(fonts::semibold(view.tokens.size.body)));
}

/// The mark before a change and the one after it.
fn both_marks(ui: &mut Ui, change: &Change) {
    for mark in [change.before, change.after] {
        if shape(mark) == MarkShape::Empty {
            ui.add_space(18.0);
        } else {
            mark_icon(ui, shape(mark), 18.0);
        }
    }
}

fn weak(ui: &mut Ui, view: &View<'_>, text: impl Into<String>) {
    ui.label(RichText::new(text).color(view.tokens.ink_weak));
}

fn notice(ui: &mut Ui, view: &View<'_>, notice: &wording::Notice) {
    if !notice.head.is_empty() {
        ui.label(RichText::new(&notice.head).font(fonts::semibold(view.tokens.size.body)));
    }
    ui.label(&notice.text);
}

fn nothing(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    if view.state.results.n_in_plan() == 0 {
        notice(ui, view, &wording::empty_plan());
        plan::plan(ui, view, false, out);
        drafts(ui, view, out);
        plans(ui, view, out);
        return;
    }
    notice(ui, view, &wording::no_cell_chosen());
    let matrix = view.state.matrix();
    if let Some(matrix) = matrix.filter(|matrix| matrix.tallies.iter().all(|tally| tally.contradicted() == 0)) {
        notice(ui, view, &wording::no_contradictions(matrix));
    }
    plan::plan(ui, view, false, out);
}

/// The newest unsaved plans, each one click away.
fn drafts(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let drafts = &view.state.drafts;
    if drafts.is_empty() {
        return;
    }
    heading(ui, view, draft_words::OR_GO_ON);
    let link = |ui: &mut Ui, text: String| {
        ui.add(Button::new(RichText::new(text).color(view.tokens.link)).frame_when_inactive(false).wrap())
    };
    for entry in drafts.iter().filter(|entry| entry.problem.is_empty()).take(NEWEST_DRAFTS) {
        let button = link(ui, draft_words::in_menu(entry, view.dates));
        if button.tip(draft_words::line(entry, view.dates)).clicked() {
            out.push(Action::RestoreDraft(entry.id.clone()));
        }
    }
    let named = drafts.iter().filter(|entry| entry.problem.is_empty()).take(NEWEST_DRAFTS);
    let named = named.map(|entry| (draft_words::of_the_day(entry, view.dates), entry.title.clone()));
    letters::told_of(ui, view, named);
    if link(ui, draft_words::all(drafts.len())).clicked() {
        out.push(Action::Run(Command::Drafts));
    }
}

/// The dossier's scenarios, A to Z, each one click away.
fn plans(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let shelf = view.state.catalog.shelves.iter().find(|shelf| shelf.id == view.dossier().id);
    let Some(shelf) = shelf.filter(|shelf| !shelf.scenarios.is_empty()) else { return };
    heading(ui, view, words::OR_OPEN);
    for scenario in shelf.scenarios_by_title().into_iter().filter(|scenario| scenario.problems.is_empty()) {
        let (title, size) = (fonts::regular(view.tokens.size.body), fonts::regular(view.tokens.size.small));
        let mut text = LayoutJob::single_section(scenario.title.clone(), TextFormat::simple(title, view.tokens.link));
        if let Some(day) = wording::start_page::plan_day(shelf, scenario, view.dates) {
            let day = format!("\n{day}");
            text.append(&day, 0.0, TextFormat::simple(size, view.tokens.ink_weak));
        }
        let button = Button::new(text).frame_when_inactive(false).wrap();
        if ui.add(button).tip(&scenario.origin).clicked() {
            out.push(Action::OpenEntry { shelf: shelf.id.clone(), scenario: Some(scenario.id.clone()) });
        }
    }
    let named = shelf.scenarios_by_title().into_iter().filter(|scenario| scenario.problems.is_empty());
    letters::told_of(ui, view, named.map(|scenario| (scenario.id.clone(), scenario.title.clone())));
}

fn cell(ui: &mut Ui, view: &View<'_>, party: PartyIx, term: TermIx, out: &mut Vec<Action>) {
    let (dossier, plan) = (view.dossier(), view.plan());
    let Some(report) = view.report(party, term) else { return };
    let of_term = format!("{}: {}", dossier.term(term).name, wording::value_name(dossier, term, plan.get(term)));
    let headline = |ui: &mut Ui| {
        if report.cell.mark != Mark::Empty {
            mark_icon(ui, shape(report.cell.mark), 22.0);
        }
        let headline = wording::cell_headline(plan, term, &report);
        let font = fonts::semibold(view.tokens.size.body);
        ui.add(egui::Label::new(RichText::new(headline).font(font)).wrap());
    };
    if view.state.session.tab == Tab::Compare {
        weak(ui, view, compared::plan(view.side, &wording::plan_name(view.scenario())));
    }
    if ui.available_width() >= WIDE {
        ui.horizontal(|ui| {
            title(ui, view, &dossier.party(party).name);
            weak(ui, view, &*of_term);
            headline(ui);
        });
    } else {
        title(ui, view, &dossier.party(party).name);
        weak(ui, view, &*of_term);
        ui.horizontal(headline);
    }
    let (bearing, rest): (Vec<_>, Vec<_>) = report.positions.iter().partition(|position| position.bears());
    let (uncounted, other_days): (Vec<&PositionReport>, Vec<&PositionReport>) =
        rest.into_iter().partition(|position| position.standing == Standing::InForce);
    let linked: Vec<&PositionReport> = report.linked.iter().collect();
    let shown = if view.state.session.other_days_shown { other_days.len() } else { 0 };
    let n_cards = bearing.len() + uncounted.len() + linked.len() + shown;
    let mut walk = Walk::new(ui, n_cards.max(1));
    if let Some((mut text, day)) = silence(view, party, term, &report) {
        // A reader comes here without what stands above.
        let name = wording::nothing_to_read(&dossier.party(party).name, &of_term, &text);
        if text.head.trim_end_matches('.') == wording::cell_headline(view.plan(), term, &report) {
            text.head.clear();
        }
        if n_cards == 0 {
            walk.note(ui, view, &name, |ui| say_silence(ui, view, &text, day, out));
        } else {
            say_silence(ui, view, &text, day, out);
        }
    }
    section(ui, view, None, (&bearing, &mut walk), out);
    // Behind the words that raise the question: what they are and where they stand comes first.
    if let Some(text) = wording::legend::why_not_mixed(&report) {
        weak(ui, view, text);
    }
    section(ui, view, Some(words::UNCOUNTED), (&uncounted, &mut walk), out);
    section(ui, view, Some(words::LINKED), (&linked, &mut walk), out);
    self::other_days(ui, view, (&other_days, &mut walk), out);
    if view.side == Side::A && report.positions.is_empty() && view.state.document.own.is_some() {
        let (party, term) = (dossier.party(party).id.clone(), dossier.term(term).id.clone());
        if ui.button(case_words::ADD_FROM_CELL).clicked() {
            out.push(Action::Case(case::Action::AddStatement(party, term)));
        }
    }
}

fn section(
    ui: &mut Ui,
    view: &View<'_>,
    name: Option<&str>,
    (positions, walk): (&[&PositionReport], &mut Walk),
    out: &mut Vec<Action>,
) {
    if let Some(name) = name.filter(|_| !positions.is_empty()) {
        heading(ui, view, name);
    }
    for position in positions {
        card::position(ui, view, position, walk, out);
    }
}

/// What is to be said where nothing in force bears on the cell, and the day on which something does.
fn silence(
    view: &View<'_>,
    party: PartyIx,
    term: TermIx,
    report: &CellReport,
) -> Option<(wording::Notice, Option<Date>)> {
    let dossier = view.dossier();
    if view.plan().get(term).is_none() {
        return Some((wording::term_not_in_plan(dossier, term, parties_that_spoke(view, term)), None));
    }
    if !matches!(report.cell.mark, Mark::OnFile | Mark::Silent) {
        return None;
    }
    let as_of = view.scenario().as_of;
    let in_force = report.positions.iter().any(|position| position.standing == Standing::InForce);
    if in_force {
        return Some((wording::nothing_counts(dossier, report, view.dates), None));
    }
    let nearest = nearest_day(view, report);
    let text = match nearest {
        Some(nearest) => wording::empty_cell_other_day(dossier, party, as_of, nearest, view.dates),
        None => wording::empty_cell(dossier, (party, term), !report.linked.is_empty(), as_of, view.dates),
    };
    Some((text, nearest))
}

fn say_silence(ui: &mut Ui, view: &View<'_>, text: &wording::Notice, nearest: Option<Date>, out: &mut Vec<Action>) {
    notice(ui, view, text);
    let Some(nearest) = nearest.filter(|_| view.side == Side::A) else { return };
    if ui.button(words::go_to(&wording::date(nearest, view.dates))).clicked() {
        out.push(Action::Edit(Edit::SetAsOf(nearest)));
    }
}

fn parties_that_spoke(view: &View<'_>, term: TermIx) -> usize {
    let spoke = |party: &PartyIx| !view.dossier().positions_about(*party, term).is_empty();
    PartyIx::all(view.dossier().parties.len()).filter(spoke).count()
}

/// The day on which a position about this cell is in force that is nearest in the list: the latest one before, else the
/// first one after.
fn nearest_day(view: &View<'_>, report: &CellReport) -> Option<Date> {
    let here = view.scenario().as_of.earliest();
    let days = report.positions.iter().map(|position| view.dossier().first_day(position.position));
    let (before, after): (Vec<_>, Vec<_>) = days.partition(|day| day.earliest() <= here);
    before.into_iter().max().or_else(|| after.into_iter().min())
}

fn other_days(ui: &mut Ui, view: &View<'_>, (positions, walk): (&[&PositionReport], &mut Walk), out: &mut Vec<Action>) {
    if positions.is_empty() {
        return;
    }
    let shown = view.state.session.other_days_shown;
    let text = words::other_days(positions.len(), shown);
    if ui.button(text).clicked() {
        out.push(Action::ShowOtherDays(!shown));
    }
    if shown {
        section(ui, view, None, (positions, walk), out);
    }
}

fn rules(ui: &mut Ui, view: &View<'_>) {
    title(ui, view, words::RULES_BROKEN);
    for place in view.state.results.broken_rules() {
        let rule = &view.dossier().rules[*place];
        ui.label(&rule.reason);
        weak(ui, view, words::rule_needs(&wording::demand(view.dossier(), &rule.demand)));
    }
}
