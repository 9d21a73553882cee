//! The plan through time: every day, by keys, buttons and dragging, with the statements behind each change.

use std::collections::HashSet;

use eframe::egui::{Key, Modifiers, Pos2, Rect, Role, pos2};
use egui_kittest::kittest::NodeT as _;
use peace_plan_explorer::{
    analysis::{Index, Mark, Situation, matrix},
    app::{
        Action, Command, Edit, Focus, Place, Tab, WhySubject,
        timeline::{Action as Here, Spacing},
    },
    domain::{Date, PartyIx, TermIx},
    wording::{self, DateStyle, timeline as texts},
};

use crate::support::journey::{Journey, Start, name};

const CTRL: Modifiers = Modifiers::COMMAND;
const NATO_DELAY: TermIx = TermIx(5);
const RUSSIA: PartyIx = PartyIx(1);

fn open() -> Journey {
    let mut journey = Start::at("reported-idea-full").go();
    journey.press_with(CTRL, Key::Num3);
    assert_eq!(journey.state().session.tab, Tab::Timeline);
    journey
}

fn as_of(journey: &Journey) -> Date {
    journey.state().document.scenario.as_of
}

/// The events inside what the dossier covers, each once.
fn events(journey: &Journey) -> Vec<Date> {
    let dossier = journey.state().dossier();
    let (first, last) = dossier.covers;
    let inside = |day: &&Date| first.earliest() <= day.earliest() && day.earliest() <= last.earliest();
    dossier.events().iter().filter(inside).copied().collect()
}

/// The mark of a cell if the program were started on this day.
fn mark_on(journey: &Journey, day: Date, party: PartyIx, term: TermIx) -> Mark {
    let state = journey.state();
    let situation = Situation::new(state.dossier(), day, state.document.scenario.counted);
    matrix(state.dossier(), &Index::new(state.dossier()), &situation, state.plan()).cell(party, term).mark
}

/// The whole name of a party's row.
fn row(journey: &Journey, party: &str) -> String {
    let groups = journey.nodes(Role::Group).into_iter().map(|node| name(&node));
    groups.into_iter().find(|name| name.starts_with(party)).unwrap_or_else(|| panic!("no row of {party}"))
}

#[test]
fn it_opens_on_the_term_at_work_until_another_is_chosen_and_says_what_its_axis_is() {
    let mut journey = open();
    assert_eq!(journey.state().timeline.term, Some(TermIx(0)), "the first in the plan");
    journey.press_with(CTRL, Key::Num1);
    journey.apply(Action::Focus(Focus { term: NATO_DELAY, place: Place::Control }));
    journey.press_with(CTRL, Key::Num3);
    assert_eq!(journey.state().timeline.term, Some(NATO_DELAY));
    assert!(journey.nodes(Role::Label).iter().any(|label| name(label) == texts::axis_notes(Spacing::Events)[0]));
    journey.apply(Action::Timeline(Here::Term(None)));
    journey.press_with(CTRL, Key::Num1);
    journey.press_with(CTRL, Key::Num3);
    assert_eq!(journey.state().timeline.term, None, "what was chosen stays");
}

#[test]
fn the_parties_have_their_names_where_there_is_room_and_the_buttons_stay_where_they_are() {
    let mut journey = Start { size: [1280.0, 720.0], ..Start::at("reported-idea-full") }.go();
    journey.press_with(CTRL, Key::Num3);
    assert!(!journey.painted("Russia").is_empty() && !journey.painted("Ukraine").is_empty());
    let place = |journey: &Journey| journey.node(Role::Button, texts::WHAT_CHANGED).rect();
    let before = place(&journey);
    journey.type_key('t');
    assert_eq!(place(&journey), before);
    journey.apply(Action::Timeline(Here::Term(Some(NATO_DELAY))));
    assert_eq!(place(&journey), before);
}

#[test]
fn the_ring_on_the_line_of_counts_is_as_high_as_the_line_and_no_point_of_it() {
    let journey = open();
    let (ring, _) = journey.ring().expect("the focus shows");
    assert!(ring.height() > 30.0, "{ring}");
}

#[test]
fn the_date_steps_by_keys_through_all_events_and_the_marks_are_those_of_a_fresh_load() {
    let mut journey = open();
    journey.apply(Action::Timeline(Here::Term(Some(NATO_DELAY))));
    let events = events(&journey);
    while journey.state().event_from_here(-1).is_some() {
        journey.press_with(CTRL, Key::ArrowLeft);
    }
    for day in &events {
        if day.earliest() != as_of(&journey).earliest() {
            journey.press_with(CTRL, Key::ArrowRight);
        }
        assert_eq!(as_of(&journey).earliest(), day.earliest());
        let labels: HashSet<String> = journey.nodes(Role::Label).iter().map(name).collect();
        let mut n_shown = 0;
        for column in journey.state().columns() {
            let dossier = journey.state().dossier();
            let mark = mark_on(&journey, *day, column.party, NATO_DELAY);
            let of = journey.state().cell(column.party, NATO_DELAY).expect("nothing is hidden");
            assert_eq!(of.mark, mark);
            let name = wording::cell_name(dossier, journey.state().plan(), column.party, NATO_DELAY, of);
            n_shown += usize::from(labels.contains(&name));
        }
        assert!(n_shown > 11, "all rows that fit say it: {n_shown}");
        let line = &journey.state().timeline.made.as_ref().unwrap().line;
        let sum: u16 =
            journey.state().matrix().expect("nothing is hidden").tallies.iter().map(|tally| tally.contradicted()).sum();
        assert_eq!(line.at(*day).map_or(0, |step| step.n_contradicted()), usize::from(sum));
    }
}

#[test]
fn a_row_reads_its_marks_through_time_and_its_statements() {
    let mut journey = open();
    journey.apply(Action::Timeline(Here::Term(None)));
    assert!(
        row(&journey, "Russia: ")
            .contains("this plan contradicts statements on 4 of 5 terms: 1 red line, 2 opposed, 1 preferred otherwise")
    );
    journey.apply(Action::Timeline(Here::Term(Some(NATO_DELAY))));
    let told = row(&journey, "Russia, ");
    assert!(
        told.starts_with(
            "Russia, NATO delay: no stated position from 24 Feb 2023, contradicts, opposed from 14 Jun 2024"
        ),
        "{told}"
    );
    let made = journey.state().timeline.made.as_ref().unwrap();
    for tick in made.ticks_of(RUSSIA) {
        let tick = texts::tick_name(journey.state().dossier(), tick, DateStyle::Words);
        assert!(journey.nodes(Role::Button).iter().any(|node| name(node) == tick), "{tick}");
    }
}

/// The strip over which the as-of line is dragged.
fn strip(journey: &Journey) -> Rect {
    let label = |node: &&egui_kittest::Node<'_>| name(node).starts_with(texts::AS_OF_LINE);
    let nodes = journey.nodes(Role::Label);
    let rects = nodes.iter().filter(label).map(egui_kittest::Node::rect);
    rects.max_by(|left, right| left.width().total_cmp(&right.width())).expect("the strip is there")
}

fn drag(journey: &mut Journey, path: &[Pos2]) {
    journey.harness.hover_at(path[0]);
    journey.harness.run();
    journey.harness.drag_at(path[0]);
    journey.harness.run();
    for at in &path[1..] {
        journey.harness.hover_at(*at);
        journey.harness.run();
    }
    journey.harness.drop_at(path[path.len() - 1]);
    journey.harness.run();
}

#[test]
fn a_drag_snaps_to_events_and_is_one_step_of_undo() {
    let mut journey = open();
    let start = as_of(&journey);
    let strip = strip(&journey);
    let at = |part: f32| pos2(strip.left() + strip.width() * part, strip.center().y);
    drag(&mut journey, &[at(0.9), at(0.8), at(0.6), at(0.4)]);
    let there = as_of(&journey);
    assert_ne!(there, start);
    assert!(events(&journey).contains(&there), "{there}");
    journey.press_with(CTRL, Key::Z);
    assert_eq!(as_of(&journey), start, "one drag, one step");
    assert!(!Command::Undo.is_enabled(journey.state()) || journey.state().plan().n_set() == 5);
    journey.press_with(CTRL, Key::Y);
    assert_eq!(as_of(&journey), there);
}

#[test]
fn a_click_on_a_tick_shows_the_statement_and_what_is_read_from_it() {
    let mut journey = open();
    let tick = *journey.state().timeline.made.as_ref().unwrap().ticks_of(RUSSIA).last().unwrap();
    let tick_name = texts::tick_name(journey.state().dossier(), &tick, DateStyle::Words);
    journey.click(Role::Button, &tick_name);
    assert_eq!(journey.state().session.why, WhySubject::Statement(tick.statement));
    let (why, dossier) = (journey.why(), journey.state().dossier());
    let statement = dossier.statement(tick.statement);
    for text in [statement.short.as_str(), &statement.speaker, texts::READ_FROM_IT] {
        assert!(why.contains(text), "{text} is missing in {why}");
    }
}

#[test]
fn the_keyboard_alone_reaches_rows_statements_days_and_the_table() {
    let mut journey = open();
    journey.apply(Action::Timeline(Here::Term(None)));
    let before = as_of(&journey);
    journey.press(Key::ArrowDown);
    journey.press(Key::End);
    let last = journey.state().timeline.focused_tick().expect("a statement has the focus");
    journey.press(Key::Enter);
    assert_eq!(journey.state().session.why, WhySubject::Statement(last));
    let (whole, shown) = journey.ring().expect("the focus shows");
    assert_eq!(whole, shown);
    journey.press(Key::ArrowUp);
    journey.press(Key::Home);
    journey.press(Key::Enter);
    assert_eq!(as_of(&journey), journey.state().timeline.made.as_ref().unwrap().count_days()[0]);
    journey.press_with(CTRL, Key::Z);
    assert_eq!(as_of(&journey), before);
    journey.type_key('t');
    let grid = journey.node(Role::Grid, texts::TABLE);
    let n_days = journey.state().timeline.made.as_ref().unwrap().table_days().len();
    assert_eq!(grid.accesskit_node().data().row_count(), Some(n_days + 1));
    journey.press(Key::ArrowDown);
    journey.press(Key::Enter);
    assert_eq!(as_of(&journey), journey.state().timeline.made.as_ref().unwrap().table_days()[1]);
    journey.type_key('t');
    assert!(!journey.state().timeline.as_table);
}

#[test]
fn the_table_holds_the_marks_of_each_of_its_days() {
    let mut journey = open();
    journey.apply(Action::Timeline(Here::Term(Some(NATO_DELAY))));
    journey.type_key('t');
    let days = journey.state().timeline.made.as_ref().unwrap().table_days();
    let columns = journey.state().columns();
    let cells = journey.nodes(Role::GridCell);
    assert!(cells.len() >= columns.len() * 8, "{}", cells.len());
    for cell in &cells {
        let (row, column) = (cell.accesskit_node().data().row_index(), cell.accesskit_node().data().column_index());
        let (day, party) = (days[row.unwrap() - 1], columns[column.unwrap() - 2].party);
        let mark = wording::mark_name(mark_on(&journey, day, party, NATO_DELAY));
        assert!(name(cell).ends_with(&format!("NATO delay: {mark}")), "{day}: {} is not {mark}", name(cell));
    }
}

#[test]
fn what_changed_between_two_days_names_the_statements() {
    let mut journey = open();
    let day: Date = "2024-12-19".parse().unwrap();
    journey.apply(Action::Timeline(Here::Second(Some(day))));
    let why = journey.why();
    assert!(why.contains("19 Dec 2024 to 13 Jan 2025"), "{why}");
    assert!(why.contains("RU, Peacekeepers: on file, neither for nor against, now opposed"), "{why}");
    assert!(why.contains("New: Sergey Lavrov, 29 Dec 2024: "), "{why}");
    journey.node(Role::Label, &format!("{} 19 Dec 2024", texts::SECOND_LINE));
}

#[test]
fn the_chart_is_a_group_with_a_sentence_and_follows_the_plan() {
    let mut journey = open();
    let summary = |journey: &Journey| row(journey, "Timeline of ");
    let said = summary(&journey);
    assert!(said.contains("On 13 Jan 2025 it has 10 contradictions in 75 places of the table"), "{said}");
    assert!(said.contains("62 dated events") || said.contains("dated events from 1 Nov 2022 to 17 Jan 2025"), "{said}");
    journey.apply(Action::Edit(Edit::SetTerm(NATO_DELAY, None)));
    assert!(summary(&journey).contains(" in 60 places of the table"), "{}", summary(&journey));
    journey.apply(Action::Run(Command::NewPlan));
    assert!(journey.nodes(Role::Label).iter().any(|label| name(label) == texts::EMPTY_PLAN));
}
