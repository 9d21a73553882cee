//! Through all the days of the dossier and back, and through ten steps and back.

use std::sync::Arc;

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::NodeT as _;
use peace_plan_explorer::{
    app::{Action, Catalog, Document, Edit, Settings, State, activities::ClassEdit, presenter},
    domain::{Date, Scenario, TermIx},
    wording::{self, DateStyle, news, ui as words},
};

use crate::support::journey::{Journey, Start, case, name};

const CTRL: Modifiers = Modifiers::COMMAND;

/// The state of a program that was started with this scenario.
fn fresh(scenario: Scenario) -> State {
    let mut state = State::new(case(), Catalog::default(), Settings::default(), String::new());
    state.apply(Action::Opened(Box::new(Document::opened(case(), scenario, None)), None));
    state
}

/// The marks, the counts and the names of all cells are those of a program started on this day.
fn check_day(journey: &Journey) {
    let state = journey.state();
    let fresh = fresh(state.document.scenario.clone());
    let (then, now) = (fresh.matrix().expect("nothing is hidden"), state.matrix().expect("nothing is hidden"));
    let day = wording::date(state.document.scenario.as_of, DateStyle::Words);
    assert_eq!((&then.tallies, then.n_in_plan, &then.broken_rules), (&now.tallies, now.n_in_plan, &now.broken_rules));
    let cells = journey.nodes(Role::GridCell);
    let columns = state.columns();
    assert_eq!(cells.len(), columns.len() * state.dossier().terms.len());
    for (place, cell) in cells.iter().enumerate() {
        let (term, party) = (TermIx::at(place / columns.len()), columns[place % columns.len()].party);
        assert_eq!(then.cell(party, term), now.cell(party, term), "{day}");
        let expected = wording::cell_name(fresh.dossier(), fresh.plan(), party, term, then.cell(party, term));
        assert_eq!(name(cell), expected, "{day}");
    }
    assert!(journey.nodes(Role::Button).iter().any(|button| name(button) == format!("{} {day}", words::AS_OF)));
}

fn as_of(journey: &Journey) -> Date {
    journey.state().document.scenario.as_of
}

#[test]
fn every_event_forward_and_back_shows_what_a_fresh_start_on_that_day_shows() {
    let mut journey = Start::at("reported-idea-full").go();
    let start = as_of(&journey);
    let (first, last) = journey.state().dossier().covers;
    let inside = |day: &&Date| first.earliest() <= day.earliest() && day.earliest() <= last.earliest();
    let events: Vec<Date> = journey.state().dossier().events().iter().filter(inside).copied().collect();
    assert!(events.len() > 30, "{}", events.len());
    let step = |journey: &mut Journey, key| {
        let before = as_of(journey);
        journey.press_with(CTRL, key);
        (as_of(journey) != before).then(|| check_day(journey)).is_some()
    };
    while step(&mut journey, Key::ArrowRight) {}
    assert_eq!(as_of(&journey).earliest(), events[events.len() - 1].earliest());
    let mut n_back = 0;
    while step(&mut journey, Key::ArrowLeft) {
        n_back += 1;
    }
    let mut days: Vec<_> = events.iter().map(|day| day.earliest()).collect();
    days.dedup();
    assert_eq!(n_back, days.len() - 1, "each day once");
    assert_eq!(as_of(&journey).earliest(), days[0]);
    while as_of(&journey).earliest() < start.earliest() {
        assert!(step(&mut journey, Key::ArrowRight));
    }
    assert_eq!(as_of(&journey).earliest(), start.earliest());
}

#[test]
fn buttons_and_a_list_stand_beside_the_keys() {
    let mut journey = Start::at("reported-idea-full").go();
    let start = as_of(&journey);
    journey.click(Role::Button, "Previous dated event");
    check_day(&journey);
    let before = as_of(&journey);
    assert!(before.earliest() < start.earliest());
    assert!(journey.status().starts_with("Date: from 13 Jan 2025 to "), "{}", journey.status());
    journey.click(Role::Button, "Next dated event");
    assert_eq!(as_of(&journey), start);
    journey.click(Role::Button, "As of 13 Jan 2025");
    let day = wording::date(before, DateStyle::Words);
    let entry =
        journey.nodes(Role::MenuItemRadio).into_iter().find(|button| name(button).starts_with(&format!("{day}, ")));
    entry.expect("the day stands in the list").click();
    journey.harness.run();
    assert_eq!(as_of(&journey), before);
    check_day(&journey);
}

#[test]
fn at_either_end_there_is_no_further_event() {
    for (date, button) in [(0, "Previous dated event"), (1, "Next dated event")] {
        let mut journey = Start::at("reported-idea-full").go();
        let covers = <[Date; 2]>::from(journey.state().dossier().covers);
        journey.apply(Action::Edit(Edit::SetAsOf(covers[date])));
        assert!(journey.node(Role::Button, button).accesskit_node().is_disabled(), "{button}");
    }
}

/// Opens a plan on file from the browser, whose search field has the focus.
fn open_from_the_browser(journey: &mut Journey, title: &str) {
    journey.press_with(CTRL, Key::L);
    "longer form".chars().for_each(|letter| journey.type_key(letter));
    assert!(journey.nodes(Role::Button).iter().any(|button| name(button).starts_with(title)), "{title}");
    journey.press(Key::Enter);
    assert_eq!(journey.state().session.dialog, None);
}

fn type_title(journey: &mut Journey) {
    journey.press_with(CTRL, Key::I);
    for _ in 0..10 {
        if journey.focused() != words::TITLE {
            journey.press(Key::Tab);
        }
    }
    "abc".chars().for_each(|letter| journey.type_key(letter));
    journey.press(Key::Escape);
    if journey.state().session.dialog.is_some() {
        journey.press(Key::Escape);
    }
}

#[test]
fn ten_mixed_steps_are_taken_back_to_the_exact_start_and_made_again() {
    let mut journey = Start::default().go();
    let steps: [fn(&mut Journey); 10] = [
        |journey| journey.type_key('1'),
        |journey| journey.click(Role::Button, "NATO delay, next value"),
        |journey| journey.press_with(CTRL, Key::ArrowLeft),
        |journey| {
            journey.click(Role::Button, "What counts");
            journey.click(Role::CheckBox, "Unnamed sources");
            journey.press(Key::Escape);
        },
        |journey| open_from_the_browser(journey, "Reported idea in its longer form"),
        |journey| journey.click(Role::RadioButton, "Buffer zone, Not in the plan"),
        type_title,
        |journey| {
            journey.click(Role::Button, "Edit");
            journey.click(Role::Button, "Take all terms out of the plan");
        },
        |journey| journey.press_with(CTRL, Key::N),
        |journey| {
            journey.click(Role::ComboBox, "Venue, Not in plan");
            journey.click(Role::RadioButton, "Venue, Switzerland, 2 of 6");
        },
    ];
    let mut documents = vec![Arc::clone(&journey.state().document)];
    for (place, step) in steps.iter().enumerate() {
        step(&mut journey);
        let document = Arc::clone(&journey.state().document);
        assert_ne!(document.scenario, documents[place].scenario, "step {place} does something");
        assert_eq!(journey.state().session.dialog, None, "step {place} asks nothing");
        documents.push(document);
    }
    for expected in documents.iter().rev().skip(1) {
        journey.press_with(CTRL, Key::Z);
        check_same(&journey, expected);
        assert!(journey.status().starts_with("Taken back: "), "{}", journey.status());
    }
    assert!(journey.node(Role::Button, "Undo").accesskit_node().is_disabled());
    for expected in documents.iter().skip(1) {
        journey.press_with(CTRL, Key::Y);
        check_same(&journey, expected);
    }
    assert!(journey.node(Role::Button, "Redo").accesskit_node().is_disabled());
}

fn check_same(journey: &Journey, expected: &Document) {
    let document = &journey.state().document;
    assert_eq!(document.scenario, expected.scenario);
    assert_eq!((&document.file, &document.saved), (&expected.file, &expected.saved));
    assert!(Arc::ptr_eq(&document.case, &expected.case));
    assert_eq!(document.is_unsaved(), expected.is_unsaved());
    check_day(journey);
}

#[test]
fn opening_a_plan_while_the_plan_is_empty_is_one_click_and_says_so() {
    let mut journey = Start::default().go();
    let title = "Reported idea in its longer form\n6 Nov 2024";
    journey.click(Role::Button, title);
    assert_eq!(
        journey.status(),
        "Reported idea in its longer form: 5 of 15 terms in the plan, shown as of 13 Jan 2025"
    );
    check_day(&journey);
    assert!(!journey.state().document.is_unsaved());
    journey.press_with(CTRL, Key::Z);
    assert_eq!(journey.state().plan().n_set(), 0);
    assert!(
        journey.status().starts_with("Taken back: open \"Reported idea in its longer form\""),
        "{}",
        journey.status()
    );
}

#[test]
fn what_was_written_is_named_and_no_mark_is_spoken_of() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.apply(Action::Edit(Edit::SetTitle("Ours".to_owned())));
    let status = journey.nodes(Role::Status).iter().map(name).collect::<Vec<_>>().join(" ");
    assert!(status.contains("Ours") && !status.contains("mark"), "{status}");
}

/// A step of the date is news until something else is done: then the panel does not say that nothing was said.
#[test]
fn old_news_do_not_turn_into_no_news() {
    let mut journey = Start::at("reported-idea").go();
    journey.press_with(Modifiers::COMMAND, Key::ArrowRight);
    assert!(journey.why().contains(news::NEWS) && !journey.why().contains(news::NOTHING_SAID), "{}", journey.why());
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    journey.apply(Action::Edit(ClassEdit::Group("9b".to_owned()).into()));
    journey.press_with(Modifiers::COMMAND, Key::Num1);
    assert!(!journey.why().contains(news::NEWS), "{}", journey.why());
    // Taken back, the step of the date is news again for those who ask.
    journey.press_with(Modifiers::COMMAND, Key::ArrowRight);
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert!(!journey.why().contains(news::NOTHING_SAID), "{}", journey.why());
}

/// Presenting the new day in between makes its news no other.
#[test]
fn news_outlast_the_wall_or_are_let_go_and_are_never_untrue() {
    let mut journey = Start::at("reported-idea").go();
    journey.press_with(Modifiers::COMMAND, Key::ArrowRight);
    let why = journey.why();
    assert!(why.contains(news::NEWS) && !why.contains(news::NOTHING_SAID), "{why}");
    journey.press(Key::F5);
    assert!(journey.state().presenter.is_on);
    journey.press(Key::Escape);
    assert!(!journey.state().presenter.is_on);
    assert_eq!(journey.why(), why);
    journey.press(Key::F5);
    journey.apply(Action::Presenter(presenter::Action::StepTerm(1)));
    journey.apply(Action::Presenter(presenter::Action::Leave));
    assert!(!journey.why().contains(news::NEWS), "{}", journey.why());
}
