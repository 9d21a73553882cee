//! Whose plan it is: what differs from what somebody put forward is nowhere shown as theirs.

use eframe::egui::{Key, Modifiers, Role};
use peace_plan_explorer::{
    app::{Action, Command, Edit, Origin},
    domain::{TermIx, ValueIx},
    wording::ui as words,
};

use crate::support::journey::{DOSSIER, Journey, Start, name, scenario};

const IDEA: &str = "reported-idea";
const CHANGED: &str = "Changed from Reported idea: freeze, delay, European troops: 1 term";

fn headings(journey: &Journey) -> Vec<String> {
    journey.nodes(Role::Heading).iter().map(name).collect()
}

/// The reported idea with another front line.
fn changed() -> Journey {
    let mut journey = Start::at(IDEA).go();
    journey.apply(Action::Edit(Edit::SetTerm(TermIx(0), Some(ValueIx(1)))));
    journey
}

#[test]
fn a_changed_plan_names_the_one_it_came_from_on_desk_and_wall() {
    let mut journey = changed();
    let plan = journey.state().document.scenario.clone();
    assert!(!plan.is_attributed(), "author, day and origin are those of the other plan");
    journey.apply(Action::Run(Command::Notes));
    let about = journey.readable();
    let parts = ["What follows is about that plan.", "unnamed members of the incoming US team", "6 Nov 2024"];
    for part in parts.into_iter().chain([scenario(IDEA).origin.as_str()]) {
        assert!(about.contains(part), "{part}\nis missing in\n{about}");
    }
    journey.press(Key::Escape);
    journey.press(Key::F5);
    assert!(headings(&journey).contains(&CHANGED.to_owned()), "{:?}", headings(&journey));
    journey.press(Key::F5);
    // Back to the terms of the idea: it is the idea again.
    journey.apply(Action::Edit(Edit::SetTerm(TermIx(0), Some(ValueIx(0)))));
    assert_eq!(journey.state().document.scenario, scenario(IDEA));
    assert!(!journey.state().document.is_unsaved());
}

#[test]
fn the_changes_are_counted_from_what_was_opened_and_undone_with_it() {
    let mut journey = changed();
    journey.apply(Action::Edit(Edit::SetTerm(TermIx(5), None)));
    assert_eq!(journey.state().document.scenario.n_changed(), 2);
    journey.press_with(Modifiers::COMMAND, Key::Z);
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(journey.state().document.scenario, scenario(IDEA));
}

#[test]
fn a_plan_of_ones_own_stays_ones_own() {
    let mut journey = Start::default().go();
    assert_eq!(journey.state().document.origin, Origin::New);
    journey.apply(Action::Edit(Edit::SetTerm(TermIx(0), Some(ValueIx(0)))));
    let plan = &journey.state().document.scenario;
    assert_eq!((plan.title.as_str(), plan.changed_from.is_none()), (peace_plan_explorer::wording::UNTITLED, true));
}

#[test]
fn a_title_of_ones_own_does_not_hide_where_the_plan_comes_from() {
    let mut journey = changed();
    journey.apply(Action::Edit(Edit::SetTitle("Ours".to_owned())));
    journey.press(Key::F5);
    let wanted = format!("Ours (c{})", &CHANGED[1..]);
    assert!(headings(&journey).contains(&wanted), "{:?}", headings(&journey));
}

#[test]
fn a_typed_title_can_be_emptied_and_a_full_one_says_so() {
    let mut journey = Start::default().go();
    journey.apply(Action::Edit(Edit::SetTitle(String::new())));
    assert_eq!(journey.state().document.scenario.title, "");
    journey.apply(Action::Run(Command::Notes));
    assert!(journey.readable().contains(peace_plan_explorer::wording::UNTITLED));
    assert!(!journey.readable().contains(&words::full(80)));
    journey.apply(Action::Edit(Edit::SetTitle("x".repeat(80))));
    assert!(journey.readable().contains(&words::full(80)));
}

#[test]
fn the_place_in_the_walk_is_that_of_the_entry_whatever_its_title() {
    let mut journey = Start::at(IDEA).go();
    let place = journey.state().place_in_walk();
    assert!(place.is_some());
    let entry = Origin::Entry { shelf: DOSSIER.to_owned(), scenario: IDEA.to_owned() };
    assert_eq!(journey.state().document.origin, entry);
    let title = scenario("reported-idea-full").title;
    journey.apply(Action::Edit(Edit::SetTitle(title)));
    assert_eq!(journey.state().place_in_walk(), place);
}
