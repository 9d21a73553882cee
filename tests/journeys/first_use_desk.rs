//! What somebody new stumbled on at the desk: a mark that moves without a word, a list that is not all of it, one thing with
//! several names.

use eframe::egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::NodeT as _;
use peace_plan_explorer::{
    app::{
        Action, Asked, Command, Edit, Tab, WhySubject,
        activities::{Action as Do, Screen},
        predict::Action as Predict,
    },
    domain::{Date, PositionIx, StatementIx},
    wording::{self, everyone},
};

use super::first_use::{asked, open, party, read, school_trip, term};
use crate::support::journey::{Journey, name};

fn day(text: &str) -> Date {
    text.parse().expect("it is a day")
}

fn buttons(journey: &Journey) -> Vec<String> {
    journey.nodes(Role::Button).iter().map(name).collect()
}

/// The tiles of "Who has said no?" about a value, turned.
fn tiles(values: &[(&str, &str)], of: &str, value: &str) -> String {
    let mut journey = school_trip(values);
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    journey.apply(Action::Activities(Do::Show(Screen::Predict)));
    let (term, value) = asked(&journey, of, value);
    for action in [Predict::Ask(vec![Asked { term, value }]), Predict::Start, Predict::VotesIn, Predict::RevealAll] {
        journey.apply(Action::Activities(Do::Predict(action)));
    }
    journey.readable()
}

/// On 9 April 1998 a mark of the unionists moves because they gave a demand up: without that nobody would know why.
#[test]
fn what_ended_on_a_day_is_in_its_news_with_the_reason_on_file() {
    let mut journey = open("belfast-1998", [1280.0, 720.0], &[("North–South body", "Answerable to both parliaments")]);
    journey.apply(Action::Edit(Edit::SetAsOf(day("1998-04-08"))));
    journey.apply(Action::Run(Command::NextEvent));
    assert_eq!(journey.state().document.scenario.as_of, day("1998-04-09"));
    journey.apply(Action::Why(WhySubject::News));
    let moved = "Ulster Unionist Party on North–South body: prefers otherwise, now";
    let ended = "Ulster Unionist Party on North–South body: Ulster Unionist Party, about Feb 1998";
    let reason = "On 9 April the party put forward a North–South text of its own";
    let why = journey.why();
    for part in [moved, "What no longer holds", ended, reason] {
        assert!(why.contains(part), "{part} in\n{why}");
    }
    // It leads to the place in the table, where it stands among what is of another day.
    let button = buttons(&journey).into_iter().find(|name| name.contains(reason)).expect("its line");
    journey.node(Role::Button, &button).click_accesskit();
    journey.harness.run();
    let cell = WhySubject::Cell(party(&journey, "UUP"), term(&journey, "North–South body"));
    assert_eq!(journey.state().session.why, cell);
    // What stays open says how many.
    assert!(buttons(&journey).iter().any(|name| name.contains(" ended, ")), "{:?}", buttons(&journey));
    // On the wall as at the desk.
    journey.press(Key::F5);
    journey.apply(Action::Run(Command::PreviousEvent));
    journey.apply(Action::Run(Command::NextEvent));
    journey.type_key('n');
    assert!(journey.readable().contains(reason), "{}", journey.readable());
    journey.press(Key::Escape);
    journey.press(Key::Escape);
    // On the way back it had not ended yet; what is hidden is not told.
    journey.apply(Action::Run(Command::PreviousEvent));
    journey.apply(Action::Why(WhySubject::News));
    let why = journey.why();
    assert!(why.contains("What had not yet ended") && why.contains(reason), "{why}");
    journey.type_key('h');
    assert!(!journey.why().contains(reason), "{}", journey.why());
}

/// Every statement that is on file for a term, not one a party.
#[test]
fn what_they_all_say_of_a_term_is_all_that_is_on_file() {
    for (case, of) in [("school-trip", "Phones"), ("belfast-1998", "Weapons"), ("belfast-1998", "North–South body")] {
        let mut journey = open(case, [1280.0, 720.0], &[]);
        let of = term(&journey, of);
        journey.apply(Action::Why(WhySubject::Term(of)));
        assert!(journey.why().contains(everyone::WHAT_THEY_SAY));
        let cards = buttons(&journey);
        let state = journey.state();
        let situation = &state.results.situation;
        let dossier = state.dossier();
        let positions = PositionIx::all(dossier.positions.len()).filter(|ix| dossier.position(*ix).about == Some(of));
        let (mut n, mut n_others) = (0, 0);
        for ix in positions {
            if !situation.in_force(ix) {
                n_others += 1;
                continue;
            }
            for statement in dossier.statements_by(ix, situation.as_of) {
                let said = &dossier.statement(statement).short;
                assert!(cards.iter().any(|card| card.contains(said.as_str())), "{said} among {cards:#?}");
                n += 1;
            }
        }
        assert!(n > 1, "{case}: {n}");
        let told = cards.iter().filter(|card| card.contains("not hold on this day")).count();
        assert_eq!(told > 0, n_others > 0, "{case}: what is of another day is counted: {cards:#?}");
    }
}

/// In a group stand all words of a party with that mark: those that do not make it say so.
#[test]
fn words_that_do_not_make_the_mark_of_their_group_say_what_they_are() {
    let mut journey = school_trip(&[("Phones", "No phones")]);
    journey.apply(Action::Edit(Edit::SetAsOf(day("2031-03-10"))));
    journey.apply(Action::Why(WhySubject::Term(term(&journey, "Phones"))));
    let cards = buttons(&journey);
    let card =
        |part: &str| cards.iter().find(|card| card.contains(part)).unwrap_or_else(|| panic!("{part}: {cards:#?}"));
    assert!(card("can live with one hour").contains("An offer that the plan does not use"));
    assert!(card("Joked").contains("Not counted: it names nothing that a plan could do"));
    assert!(!card("A trip without any phones").contains("By itself"), "it makes the mark");
}

#[test]
fn a_term_finds_the_statements_that_are_filed_under_it() {
    let mut journey = school_trip(&[]);
    journey.press_with(Modifiers::COMMAND, Key::F);
    journey.harness.event(Event::Text("phones".to_owned()));
    journey.harness.run();
    let listed = buttons(&journey);
    let dossier = journey.state().dossier();
    let phones = term(&journey, "Phones");
    let filed = dossier.positions.iter().filter(|position| position.about == Some(phones));
    let filed: Vec<StatementIx> = filed.flat_map(|position| position.statements.iter().copied()).collect();
    assert!(filed.len() > 4);
    for ix in filed {
        let said = &dossier.statement(ix).short;
        assert!(listed.iter().any(|line| line.contains(said.as_str())), "{said} among {listed:#?}");
    }
}

/// A dash says "nothing on file" in the legend, and a tile said "on file only together with": both are about the term alone.
#[test]
fn a_dash_that_is_tied_to_another_term_is_said_in_one_way() {
    let shown = tiles(&[("Nights", "4 nights"), ("Price", "300 euros")], "Price", "300 euros");
    let tied = "Nothing on this alone, only with Nights, 3 Dec 2030";
    assert!(shown.contains(tied), "{shown}");
    let mut journey = school_trip(&[("Nights", "4 nights"), ("Price", "300 euros")]);
    let why = read(&mut journey, "TEA", "Price");
    assert!(why.contains("No stated position on this alone"), "{why}");
    journey.type_key('m');
    let why = journey.why();
    assert!(why.contains("Nothing that they said is about this alone."), "{why}");
    assert!(why.contains("on a dash"), "the notch is explained there: {why}");
    let lesson = include_str!("../../docs/first-lesson.md");
    assert!(lesson.contains("about this row alone"), "the words for the board say the same");
}

#[test]
fn a_wish_for_something_else_is_told_in_plain_words() {
    let shown = tiles(&[("Place", "Island")], "Place", "Island");
    assert!(!shown.contains("a no ("), "{shown}");
    assert!(shown.contains("On file: prefers otherwise, 12 Nov 2030"), "{shown}");
    assert!(shown.contains("A wish for something else; it counts as \"said no\"."), "{shown}");
}

#[test]
fn the_exercise_says_whose_words_it_does_not_count() {
    let mut journey = school_trip(&[]);
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    journey.apply(Action::Activities(Do::Show(Screen::Way)));
    let not_counted = "Not counted: what Parents' council said. It may still go against your plan.";
    assert!(journey.readable().contains(not_counted), "{}", journey.readable());
    journey.press(Key::F5);
    assert!(journey.readable().contains("Not counted: what Parents' council said"), "{}", journey.readable());
    journey.press(Key::Escape);
    journey.click(Role::RadioButton, "Parents' council");
    assert!(!journey.readable().contains("Not counted: "), "all count: {}", journey.readable());
    assert!(include_str!("../../docs/first-lesson.md").contains("must accept"));
}

#[test]
fn a_plan_that_is_opened_says_as_of_which_day_it_is_shown() {
    let mut journey = school_trip(&[("Place", "Island")]);
    journey.apply(Action::Edit(Edit::SetAsOf(day("2030-12-03"))));
    journey.apply(Action::Run(Command::NewPlan));
    assert!(journey.status().contains("shown as of 20 Feb 2031"), "{}", journey.status());
    let mut journey = crate::support::journey::Start::default().go();
    journey.click(Role::Button, "Reported idea in its longer form\n6 Nov 2024");
    assert!(journey.status().contains("shown as of 13 Jan 2025"), "{}", journey.status());
    assert!(journey.why().contains("Shown as of 13 Jan 2025"), "{}", journey.why());
}

/// Where something is chosen by mouse from a list, the keyboard goes on from there.
#[test]
fn a_choice_from_a_list_opened_by_mouse_keeps_the_keyboard_at_its_field() {
    let mut journey = school_trip(&[]);
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    journey.apply(Action::Activities(Do::Show(Screen::Way)));
    let fields: Vec<String> = journey.nodes(Role::ComboBox).iter().map(name).collect();
    assert!(fields.len() > 3, "{fields:?}");
    let field = fields.into_iter().find(|name| name.starts_with("Nights")).expect("the list of a term");
    journey.click(Role::ComboBox, &field);
    let entries: Vec<String> = journey.nodes(Role::MenuItemRadio).iter().map(name).collect();
    let entry = entries.into_iter().find(|name| name == "3 nights").expect("a value");
    journey.click(Role::MenuItemRadio, &entry);
    assert!(journey.focused().starts_with("Nights"), "the focus is at {:?}", journey.focused());
    journey.press(Key::Tab);
    assert!(!journey.focused().is_empty() && journey.focused() != "File", "{:?}", journey.focused());
}

#[test]
fn the_number_of_the_pairs_is_explained_by_one_that_stands_in_the_table() {
    let mut journey = school_trip(&[]);
    journey.press_with(Modifiers::COMMAND, Key::Num2);
    journey.click(Role::RadioButton, wording::ui::parties::ALL_STATEMENTS);
    let shown = journey.readable();
    assert!(!shown.contains("3/7"), "no pair of this case has spoken about 7 terms: {shown}");
    assert!(!shown.contains("Some plan "), "{shown}");
    assert!(shown.contains("have both spoken about"), "{shown}");
    assert!(!shown.contains("slash"), "nobody here is silent: {shown}");
}

#[test]
fn a_month_whose_name_has_no_room_above_stands_with_its_day_below() {
    let mut journey = school_trip(&[("Phones", "Free use")]);
    journey.press_with(Modifiers::COMMAND, Key::Num3);
    assert_eq!(journey.state().session.tab, Tab::Timeline);
    let names: Vec<String> = journey.texts().into_iter().map(|(text, _)| text).collect();
    assert!(names.iter().any(|text| text.ends_with("Nov") || text.starts_with("Nov")), "{names:?}");
    let mut journey = open("belfast-1998", [1280.0, 720.0], &[]);
    journey.press_with(Modifiers::COMMAND, Key::Num3);
    let names: Vec<String> = journey.texts().into_iter().map(|(text, _)| text).collect();
    assert!(names.iter().any(|text| text.ends_with("Dec") || text.starts_with("Dec")), "{names:?}");
}

/// A mark is called by its name first, wherever it stands.
#[test]
fn a_mark_has_one_name_on_every_screen() {
    let mut journey = school_trip(&[("Nights", "3 nights"), ("Place", "Island"), ("Phones", "Evening hour")]);
    let why = read(&mut journey, "TEA", "Nights");
    assert!(why.contains("Supports: within what was asked for in 1 of 2 statements on file"), "{why}");
    let why = read(&mut journey, "TEA", "Place");
    assert!(why.contains("Opposed: contradicts 1 statement"), "{why}");
    let why = read(&mut journey, "PAR", "Place");
    assert!(why.contains("Prefers otherwise: contradicts 1 statement"), "{why}");
    // What somebody would accept is not what they asked for.
    let why = read(&mut journey, "TEA", "Phones");
    assert!(why.contains("Supports: offered or accepted in 1 of 3 statements on file"), "{why}");
    journey.apply(Action::Why(WhySubject::Term(term(&journey, "Place"))));
    let why = journey.why();
    for group in ["Supports: ", "Opposed: ", "Prefers otherwise: "] {
        assert!(why.contains(group), "{group} in\n{why}");
    }
    journey.type_key('m');
    let why = journey.why();
    assert!(
        why.contains("They asked for this, offered it or accept it, or asked for something that this meets."),
        "{why}"
    );
    let shown = tiles(&[("Nights", "Day trip")], "Nights", "Day trip");
    assert!(shown.contains("On file: supports, 4 Nov 2030"), "{shown}");
}

/// "In line" at 60 euros with words about 320: what they ask for hangs on an "if" that this plan does not bring about.
#[test]
fn words_with_an_if_that_does_not_apply_say_so() {
    let mut journey = school_trip(&[("Nights", "Day trip"), ("Price", "60 euros")]);
    let why = read(&mut journey, "TEA", "Nights");
    let told = "The \"if\" in a statement by Henrik Valdane, 3 Dec 2030, does not apply to this plan: nothing there goes \
                against it";
    assert!(why.contains(told), "{why}");
    assert!(!why.contains("in line with a statement by Henrik Valdane"), "{why}");
    // Where it applies, the plan keeps to it or does not.
    let mut journey = school_trip(&[("Nights", "4 nights"), ("Price", "320 euros")]);
    let why = read(&mut journey, "TEA", "Nights");
    assert!(!why.contains("does not apply"), "{why}");
}

#[test]
fn a_card_says_which_words_are_whose() {
    let mut journey = school_trip(&[("Nights", "4 nights"), ("Place", "Island")]);
    let why = read(&mut journey, "TEA", "Nights");
    let at = |part: &str| why.find(part).unwrap_or_else(|| panic!("{part} in\n{why}"));
    assert!(at("In short, in our words") < at("If it is four nights or more"), "{why}");
    assert!(at("In their own words") < at("is not a plan, it is a dare"), "{why}");
    assert!(at("At more length, in our words") < at("From four nights on a third adult"), "{why}");
    assert!(why.contains("What makes it a red line: "), "{why}");
    let why = read(&mut journey, "TEA", "Place");
    assert!(!why.contains("How firm it is was read from"), "it says what stands above once more: {why}");
    journey.press_with(Modifiers::COMMAND, Key::Num2);
    assert!(journey.readable().contains("In short, in our words"), "on the cards of Parties too");
    journey.press_with(Modifiers::COMMAND, Key::Num1);
    let node = journey.nodes(Role::Article).into_iter().next().expect("a card");
    assert!(node.children_recursive().count() > 3);
}

/// What somebody reads stays when another row is changed, and says that it is not about that row.
#[test]
fn what_stays_open_after_another_term_was_changed_says_what_it_is_about() {
    let mut journey = school_trip(&[("Place", "City"), ("Free time", "No free time")]);
    let subject = WhySubject::Cell(party(&journey, "STU"), term(&journey, "Place"));
    journey.apply(Action::Why(subject));
    assert!(!journey.why().contains("still about"), "it was opened after the change: {}", journey.why());
    let (free_time, value) = asked(&journey, "Free time", "Free time");
    journey.apply(Action::Edit(Edit::SetTerm(free_time, Some(value))));
    assert_eq!(journey.state().session.why, subject);
    assert!(journey.why().contains("This is still about Place; you changed Free time."), "{}", journey.why());
    journey.click(Role::Button, "What do they all say about Free time?");
    assert_eq!(journey.state().session.why, WhySubject::Term(free_time));
    assert!(!journey.why().contains("still about"), "{}", journey.why());
    // The row that it is about says nothing of the kind.
    journey.apply(Action::Why(subject));
    let (place, value) = asked(&journey, "Place", "Island");
    journey.apply(Action::Edit(Edit::SetTerm(place, Some(value))));
    assert!(!journey.why().contains("still about"), "{}", journey.why());
}
