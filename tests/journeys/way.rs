//! "Is there a way?": whose words count, what stands against the plan, hints by steps, and the proof.

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::NodeT as _;
use peace_plan_explorer::{
    app::{
        Action, Edit,
        activities::{self, Screen},
        way::{self, Firmness, Shown},
    },
    domain::{PartyIx, TermIx, ValueIx},
    wording::activities as words,
};

use crate::support::journey::{Journey, Start, case_of, name};

fn open() -> Journey {
    let mut journey = Start::default().go();
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    journey.click(Role::Button, &words::begin(Screen::Way));
    journey
}

/// The task in one line, for the parties and the firmness that are chosen.
fn task(journey: &Journey) -> String {
    let way = &journey.state().activities.way;
    words::way_task(journey.state().dossier(), &way.parties, way.firmness)
}

fn shown(journey: &Journey) -> String {
    journey.readable()
}

#[test]
fn it_begins_with_the_red_lines_of_those_who_must_accept_and_an_empty_plan_stands_nothing_against() {
    let journey = open();
    let way = &journey.state().activities.way;
    assert_eq!(way.parties.iter().copied().collect::<Vec<_>>(), [PartyIx(0), PartyIx(1)]);
    assert_eq!(way.firmness, Firmness::RedLines);
    assert!(way.n_asked > 3 && way.against.is_empty() && !way.open.is_empty());
    assert!(shown(&journey).contains(&task(&journey)));
    assert!(shown(&journey).contains("Nothing so far. Still open: "));
}

#[test]
fn a_term_that_crosses_a_red_line_brings_its_statement_at_once_and_taking_it_back_removes_it() {
    let mut journey = open();
    journey.apply(Action::Edit(Edit::SetTerm(TermIx(0), Some(ValueIx(0)))));
    let against = journey.state().activities.way.against.clone();
    assert!(!against.is_empty());
    let dossier = journey.state().dossier();
    let sentence = words::position(dossier, against[0], peace_plan_explorer::wording::DateStyle::Words);
    assert!(shown(&journey).contains(&sentence), "{sentence}");
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert!(journey.state().activities.way.against.is_empty());
}

#[test]
fn hints_come_by_steps_and_the_proof_names_the_smallest_groups() {
    let mut journey = open();
    let everybody: Vec<String> = journey.state().dossier().parties.iter().map(|party| party.name.clone()).collect();
    for party in &everybody[2..] {
        journey.click(Role::RadioButton, party);
    }
    journey.click(Role::RadioButton, words::firmness(Firmness::Opposed));
    let mut steps = vec![journey.state().activities.way.shown];
    for _ in 0..4 {
        journey.click(Role::Button, words::HINT);
        steps.push(journey.state().activities.way.shown);
    }
    assert_eq!(steps, [Shown::Nothing, Shown::Whether, Shown::Terms, Shown::Whose, Shown::All]);
    let way = &journey.state().activities.way;
    let answer = way.answer(&journey.state().document).expect("it is worked out");
    assert!(answer.plan.is_none(), "they cannot all be met");
    let smallest = &answer.groups[0];
    assert!(smallest.len() >= 2);
    let text = shown(&journey);
    let dossier = journey.state().dossier();
    for part in [words::whether(answer), words::which_terms(dossier, smallest), words::whose(dossier, smallest)] {
        assert!(text.contains(&part), "{part}");
    }
    assert!(text.contains(&words::one_has_to_give(Firmness::Opposed, answer.is_whole)));
    assert!(text.contains(&task(&journey)) && task(&journey).contains("opposed or demanded"));
    // Another question: nothing of the answer is given away.
    journey.click(Role::RadioButton, words::firmness(Firmness::RedLines));
    assert_eq!(journey.state().activities.way.shown, Shown::Nothing);
    assert!(!shown(&journey).contains("one has to give"));
}

#[test]
fn where_there_is_a_way_hints_tell_where_the_plan_differs_and_stop_once_it_is_one() {
    let case = case_of("school-trip");
    let mut journey = Start { case, ..Start::default() }.go();
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    journey.click(Role::Button, &words::begin(Screen::Way));
    // From nothing, a hint is about what the words speak of, not about what a rule alone ties to it.
    for _ in 0..2 {
        journey.click(Role::Button, words::HINT);
    }
    let text = shown(&journey);
    assert!(text.contains("Look at Nights") && !text.contains("Look at Place"), "{text}");
    assert!(text.contains("yours is still open there") && !text.contains("than yours"), "an empty plan says nothing");
    journey.apply(Action::Activities(activities::Action::Way(way::Action::Task)));
    // Five nights for 40 euros without phones cross a red line of either party.
    for (term, value) in [("Nights", "5 nights"), ("Price", "40 euros"), ("Phones", "No phones"), ("Place", "Island")] {
        let dossier = journey.state().dossier();
        let place = dossier.terms.iter().position(|one| one.name == term).unwrap();
        let value = dossier.terms[place].values.iter().position(|one| one.in_full() == value).unwrap();
        journey.apply(Action::Edit(Edit::SetTerm(TermIx::at(place), Some(ValueIx::at(value)))));
    }
    assert_eq!(journey.state().activities.way.against.len(), 2);
    for _ in 0..3 {
        journey.click(Role::Button, words::HINT);
    }
    let text = shown(&journey);
    let way = &journey.state().activities.way;
    let answer = way.answer(&journey.state().document).unwrap().plan.clone().unwrap();
    let otherwise = way.otherwise(&answer, journey.state().plan());
    let dossier = journey.state().dossier();
    assert!(text.contains(&words::way_differs(dossier, &otherwise, journey.state().plan())), "{text}");
    assert!(text.contains(&words::way_says(dossier, otherwise[0])) && !text.contains(words::SHOW_ONE), "{text}");
    let names: Vec<&str> = otherwise.iter().map(|(term, _)| dossier.term(*term).name.as_str()).collect();
    assert_eq!(names, ["Price", "Phones"], "what can be kept is kept");
    assert!(!way.has_another_hint(&journey.state().document));
    // The next hint is not given before it is asked for.
    journey.apply(Action::Edit(Edit::SetTerm(otherwise[0].0, Some(otherwise[0].1))));
    let way = &journey.state().activities.way;
    assert!(way.has_another_hint(&journey.state().document) && !shown(&journey).contains("Look at "));
    journey.apply(Action::Edit(Edit::SetTerm(otherwise[1].0, Some(otherwise[1].1))));
    let text = shown(&journey);
    assert!(text.contains(words::WAY_IS_FOUND), "{text}");
    assert!(journey.state().activities.way.is_found());
    assert!(!text.contains("Look at ") && !text.contains(words::SHOW_ONE), "{text}");
}

#[test]
fn where_there_is_a_way_one_such_plan_can_be_loaded_and_nothing_stands_against_it() {
    let mut journey = open();
    // One party alone can be met.
    let russia = journey.state().dossier().parties[1].name.clone();
    journey.click(Role::RadioButton, &russia);
    journey.click(Role::Button, words::PROVE);
    let way = &journey.state().activities.way;
    assert_eq!(way.parties.len(), 1);
    assert!(way.answer(&journey.state().document).is_some_and(|answer| answer.plan.is_some()));
    journey.click(Role::Button, words::SHOW_ONE);
    assert!(journey.state().plan().n_set() > 0);
    let way = &journey.state().activities.way;
    assert!(way.against.is_empty() && way.open.is_empty(), "{way:?}");
}

#[test]
fn it_works_on_the_wall_and_not_behind_the_curtain() {
    let mut journey = open();
    journey.press(Key::F5);
    assert!(shown(&journey).contains(words::WAY_TITLE));
    journey.press(Key::F5);
    journey.type_key('h');
    assert!(!shown(&journey).contains(words::AGAINST));
    journey.type_key('r');
    assert!(shown(&journey).contains(words::AGAINST));
    journey.apply(Action::Activities(activities::Action::Way(way::Action::Task)));
    assert!(journey.nodes(Role::Button).iter().map(name).any(|name| name == words::PROVE));
}

/// What still stands against the plan grows and shrinks with every choice; what is clicked next does not move.
#[test]
fn the_buttons_stay_where_they_are_and_a_hint_that_has_nothing_more_to_say_is_off() {
    let mut journey = open();
    let places = |journey: &Journey| [words::HINT, words::PROVE].map(|name| journey.node(Role::Button, name).rect());
    let before = places(&journey);
    for term in 0..journey.state().dossier().terms.len() {
        journey.apply(Action::Edit(Edit::SetTerm(TermIx::at(term), Some(ValueIx(0)))));
    }
    assert!(journey.state().activities.way.against.len() > 2);
    assert_eq!(places(&journey), before);
    // There is a way: that is all that can be told without giving a plan away.
    journey.apply(Action::Activities(activities::Action::Way(way::Action::Task)));
    let is_off = |journey: &Journey| journey.node(Role::Button, words::HINT).accesskit_node().is_disabled();
    assert!(!is_off(&journey));
    assert!(!journey.painted(words::HINTS).is_empty(), "that a second press says more is said beside it");
    journey.click(Role::Button, words::HINT);
    let way = &journey.state().activities.way;
    let has_plan = way.answer(&journey.state().document).expect("it is worked out").plan.is_some();
    assert_eq!(is_off(&journey), has_plan);
    // Where there is none, hints go on until all is said.
    for nth in 0..3 {
        assert_eq!(is_off(&journey), has_plan, "{nth}");
        journey.apply(Action::Activities(activities::Action::Way(way::Action::Hint)));
    }
    assert!(is_off(&journey));
    assert!(journey.painted(words::HINTS).is_empty() && !journey.painted(words::NO_MORE_HINTS).is_empty());
}
