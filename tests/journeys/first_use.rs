//! What somebody new to the program stopped at: a word that says more than is meant, a step that is not seen, a code that
//! nobody explains.

use std::sync::Arc;

use eframe::egui::{Key, Modifiers, Role};
use peace_plan_explorer::{
    analysis::Mark,
    app::{
        Action, Asked, Case, Command, Edit, ScenarioEntry, Shelf, WhySubject,
        activities::{Action as Do, Screen},
        predict::{Action as Predict, Basis},
    },
    domain::{PartyIx, Scenario, TermIx, ValueIx},
    storage::Library,
    wording::{everyone, legend},
};
use strum::IntoEnumIterator as _;

use crate::support::journey::{Journey, Start, name};

/// A case with these values set, by their names.
pub(crate) fn open(case: &str, size: [f32; 2], values: &[(&str, &str)]) -> Journey {
    let library = Library::shipped();
    let file = library.shelf(case).expect("it is built in").dossier().expect("it is sound");
    let case = Arc::new(Case::new(file.dossier.clone(), file.fingerprint.clone(), true));
    let mut journey = Start { case, size, ..Start::default() }.go();
    for (term, value) in values {
        let (term, value) = asked(&journey, term, value);
        journey.apply(Action::Edit(Edit::SetTerm(term, Some(value))));
    }
    journey
}

pub(crate) fn school_trip(values: &[(&str, &str)]) -> Journey {
    open("school-trip", [1280.0, 720.0], values)
}

pub(crate) fn asked(journey: &Journey, name: &str, value: &str) -> (TermIx, ValueIx) {
    let term = term(journey, name);
    let values = &journey.state().dossier().term(term).values;
    let value = values.iter().position(|one| one.in_full() == value).expect("there is this value");
    (term, ValueIx::at(value))
}

pub(crate) fn term(journey: &Journey, name: &str) -> TermIx {
    let terms = &journey.state().dossier().terms;
    TermIx::at(terms.iter().position(|one| one.name == name).expect("there is this term"))
}

pub(crate) fn party(journey: &Journey, code: &str) -> PartyIx {
    let parties = &journey.state().dossier().parties;
    PartyIx::at(parties.iter().position(|one| one.code == code).expect("there is this party"))
}

pub(crate) fn read(journey: &mut Journey, code: &str, of: &str) -> String {
    let subject = WhySubject::Cell(party(journey, code), term(journey, of));
    journey.apply(Action::Why(subject));
    journey.why()
}

#[test]
fn what_stays_open_after_a_step_of_the_date_says_so_and_leads_to_what_is_new() {
    let mut journey = school_trip(&[("Phones", "Evening hour"), ("Nights", "4 nights")]);
    let students = party(&journey, "STU");
    for subject in [WhySubject::Cell(students, term(&journey, "Phones")), WhySubject::Party(students)] {
        journey.apply(Action::Edit(Edit::SetAsOf("2031-02-20".parse().expect("it is a day"))));
        journey.apply(Action::Why(subject));
        journey.apply(Action::Run(Command::NextEvent));
        assert_eq!(journey.state().session.why, subject, "what somebody reads stays");
        let why = journey.why();
        assert!(why.contains("The day is now 24 Feb 2031"), "{why}");
        journey.click(Role::Button, "What is new: 1 statement, 1 mark moved (N)");
        assert_eq!(journey.state().session.why, WhySubject::News);
        assert!(!journey.why().contains("The day is now"), "{}", journey.why());
    }
    // Hidden parties are not counted.
    journey.apply(Action::Why(WhySubject::Cell(students, term(&journey, "Phones"))));
    journey.type_key('h');
    assert!(journey.nodes(Role::Button).iter().any(|node| name(node) == "What is new (N)"), "{}", journey.why());
    journey.type_key('r');
    // With the next step of another kind nobody would know what is new since when.
    let (price, value) = asked(&journey, "Price", "300 euros");
    journey.apply(Action::Edit(Edit::SetTerm(price, Some(value))));
    assert!(!journey.why().contains("The day is now"));
}

#[test]
fn a_demand_that_a_value_merely_keeps_to_is_not_said_to_ask_for_it() {
    let mut journey = school_trip(&[("Nights", "3 nights"), ("Free time", "Free time")]);
    let why = read(&mut journey, "TEA", "Nights");
    assert!(why.contains("The plan is within what a statement by Farah Castelan, 4 Nov 2030, asks for"), "{why}");
    assert!(why.contains("within what was asked for in 1 of 2 statements on file"), "{why}");
    let why = read(&mut journey, "STU", "Free time");
    assert!(why.contains("A statement by Mila Arendal, 25 Nov 2030, asks for this"), "{why}");
}

#[test]
fn a_condition_stands_with_its_verdict_and_before_the_words() {
    let mut journey = open("belfast-1998", [1280.0, 720.0], &[]);
    journey.apply(Action::Edit(Edit::SetAsOf("1998-04-08".parse().expect("it is a day"))));
    let (annexes, no) = asked(&journey, "Long lists", "No long lists");
    journey.apply(Action::Edit(Edit::SetTerm(annexes, Some(no))));
    let words = "Objects to the draft, above all to its North–South part with two long lists";
    let subject = WhySubject::Cell(party(&journey, "UUP"), annexes);
    journey.apply(Action::Why(subject));
    let why = journey.why();
    let at = |part: &str| why.find(part).unwrap_or_else(|| panic!("{part} in\n{why}"));
    assert!(at("demands this") < at("Met if ") && at("Met if ") < at(&format!("\n{words}")), "{why}");
    assert_eq!(why.matches("Met if ").count(), 1, "said once: {why}");
    // What all say, grouped by mark: the condition is on the card.
    journey.apply(Action::Why(WhySubject::Term(annexes)));
    assert!(journey.why().contains(everyone::WHAT_THEY_SAY));
    let card = journey.nodes(Role::Button).iter().map(name).find(|name| name.contains(words)).expect("its card");
    let met = card.find("Met if ").unwrap_or_else(|| panic!("no condition: {card}"));
    assert!(met < card.find(words).expect("its words"), "{card}");
}

#[test]
fn a_tile_tells_nothing_on_file_from_what_is_tied_to_another_term() {
    for basis in [Basis::ThisPlan, Basis::OneByOne] {
        let mut journey = school_trip(&[("Nights", "4 nights"), ("Price", "300 euros")]);
        journey.press_with(Modifiers::COMMAND, Key::Num6);
        journey.apply(Action::Activities(Do::Show(Screen::Predict)));
        let (term, value) = asked(&journey, "Price", "300 euros");
        for action in [
            Predict::Basis(basis),
            Predict::Ask(vec![Asked { term, value }]),
            Predict::Start,
            Predict::VotesIn,
            Predict::RevealAll,
        ] {
            journey.apply(Action::Activities(Do::Predict(action)));
        }
        let shown = journey.readable();
        let tied = "Nothing on this alone, only with Nights, 3 Dec 2030";
        assert!(shown.contains(tied), "{basis:?}: {shown}");
    }
}

#[test]
fn the_legend_answers_nothing_that_a_class_works_on() {
    for screen in [Screen::Predict, Screen::Way, Screen::Delegations] {
        for wall in [false, true] {
            let mut journey = school_trip(&[("Phones", "Free use"), ("Nights", "4 nights")]);
            journey.press_with(Modifiers::COMMAND, Key::Num6);
            journey.apply(Action::Activities(Do::Show(screen)));
            if wall {
                journey.press(Key::F5);
            }
            journey.type_key('m');
            let shown = journey.readable();
            let is_legend = shown.contains(legend::WHAT_MARKS_MEAN);
            assert!(is_legend, "{screen:?}: {shown}");
            let tells = shown.contains("Here: ") || shown.contains("An example: if a plan said only ");
            assert!(!tells, "{screen:?}, wall {wall}: {shown}");
            assert!(shown.contains(legend::WHILE_A_CLASS_WORKS), "{shown}");
        }
    }
}

#[test]
fn on_the_wall_every_code_has_its_name_where_it_is_read() {
    let rooms = [[1280.0, 720.0], [1024.0, 768.0], [1920.0, 1080.0]];
    for (case, size) in ["school-trip", "belfast-1998", "ukraine-2025-01", "cyprus-2004"]
        .into_iter()
        .flat_map(|case| rooms.map(|size| (case, size)))
    {
        let mut journey = open(case, size, &[]);
        journey.press(Key::F5);
        // Fifteen parties over fifteen rows leave no place for them in a narrow room: there the key M says them.
        if case == "ukraine-2025-01" && size == [1024.0, 768.0] {
            journey.type_key('m');
        }
        for party in journey.state().dossier().parties.clone() {
            if party.name != party.code {
                assert!(!journey.painted(&party.name).is_empty(), "{} in {case} at {size:?}", party.name);
            }
        }
    }
}

/// "An example: if a plan said only …" must not be what a class is asked next about a plan on file.
#[test]
fn no_example_of_the_legend_is_taken_from_a_plan_on_file() {
    let mut journey = school_trip(&[("Place", "Island"), ("Free time", "Free time")]);
    let library = Library::shipped();
    let trip = library.shelf("school-trip").expect("it is built in");
    let plans: Vec<Scenario> = trip
        .scenario_names()
        .map(|name| trip.scenario(name).expect("it is there").expect("it is sound").scenario)
        .collect();
    let shelf = Shelf { id: "school-trip".to_owned(), ..journey.state().catalog.shelves[0].clone() };
    let entry = shelf.scenarios[0].clone();
    let scenarios = plans.iter().map(|plan| ScenarioEntry { plan: plan.plan.clone(), ..entry.clone() }).collect();
    let mut catalog = journey.state().catalog.clone();
    catalog.shelves = vec![Shelf { scenarios, ..shelf }];
    journey.apply(Action::CatalogRead(catalog));
    let mut n = 0;
    for mark in Mark::iter() {
        let Some(example) = journey.state().example(mark).filter(|example| !example.is_here) else { continue };
        let is_asked = plans.iter().any(|plan| plan.plan.get(example.term) == Some(example.value));
        assert!(!is_asked, "{mark:?}: {example:?}");
        n += 1;
    }
    assert!(n > 0 && journey.state().example(Mark::RedLine).is_some());
}

#[test]
fn a_tile_says_of_a_limit_that_the_value_is_within_it_and_shows_it() {
    let mut journey = school_trip(&[("Nights", "Day trip")]);
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    journey.apply(Action::Activities(Do::Show(Screen::Predict)));
    let (term, value) = asked(&journey, "Nights", "Day trip");
    let teachers = party(&journey, "TEA");
    for action in [
        Predict::Ask(vec![Asked { term, value }]),
        Predict::Start,
        Predict::VotesIn,
        Predict::RevealAll,
        Predict::Reveal(teachers),
    ] {
        journey.apply(Action::Activities(Do::Predict(action)));
    }
    let shown = journey.readable();
    assert!(shown.contains("On file: supports, 4 Nov 2030"), "{shown}");
    assert!(shown.contains("Within what they asked for or accept."), "{shown}");
    assert!(shown.contains("Met if Nights is 4 nights or less"), "{shown}");
}
