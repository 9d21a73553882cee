//! A case of one's own by the keyboard alone: it is never lost, and no door out of a field leaves something undone.

use eframe::egui::{Event, Key, Modifiers, Role};
use peace_plan_explorer::{
    app::{
        Action, Dialog, NewCase,
        case::{self, At, Edit, OwnCase, Page},
    },
    wording::{case as words, ui as command_words},
};

use crate::support::journey::{Journey, Start};

const GLOSSARY: &str = "glossary";

/// A new case with one party and one term of several values.
fn new_case() -> Journey {
    let mut journey = Start::at("reported-idea").go();
    act(&mut journey, case::Action::New(case::Begin::Empty, "Pool".to_owned()));
    journey.harness.run();
    journey
}

fn act(journey: &mut Journey, action: case::Action) {
    journey.apply(Action::Case(action));
}

fn own(journey: &Journey) -> &OwnCase {
    journey.state().document.own.as_ref().expect("it is one's own")
}

fn string(journey: &Journey, at: &At) -> String {
    own(journey).string(at).unwrap_or_default()
}

fn press(journey: &mut Journey, modifiers: Modifiers, key: Key) {
    journey.press_with(modifiers, key);
    journey.harness.run();
}

fn enter(journey: &mut Journey) {
    press(journey, Modifiers::NONE, Key::Enter);
}

fn values() -> At {
    At::record("terms", 0).field("values")
}

fn value_name(nth: usize) -> String {
    words::value_field(nth, None, "name")
}

/// The same with a term of two values, and the keyboard behind the second.
fn with_values() -> Journey {
    let mut journey = new_case();
    act(&mut journey, case::Action::Page(Page::Terms));
    act(&mut journey, case::Action::Edit(vec![Edit::Values(values(), "Choice")]));
    journey.harness.run();
    journey.click(Role::TextInput, &value_name(0));
    journey.write("Close");
    enter(&mut journey);
    journey.write("Repair");
    journey
}

#[test]
fn what_a_field_fills_in_is_there_by_whichever_key_it_is_left() {
    const CTRL: Modifiers = Modifiers::COMMAND;
    let doors = [
        (CTRL, Key::PageDown),
        (CTRL, Key::PageUp),
        (Modifiers::ALT, Key::ArrowUp),
        (Modifiers::ALT.plus(Modifiers::SHIFT), Key::ArrowUp),
        (CTRL, Key::Enter),
        (CTRL, Key::S),
        (CTRL, Key::Num1),
        (Modifiers::NONE, Key::Tab),
    ];
    for (modifiers, key) in doors {
        let mut journey = new_case();
        act(&mut journey, case::Action::Edit(vec![Edit::Add(case::New::Term("Toggle"))]));
        journey.harness.run();
        journey.write("Lanes");
        enter(&mut journey);
        journey.write("Are lanes kept?");
        press(&mut journey, modifiers, key);
        let found = (0..2).map(|nth| At::record("terms", nth));
        let term = found.into_iter().find(|at| string(&journey, &at.field("name")) == "Lanes").unwrap();
        assert_eq!(string(&journey, &term.field(GLOSSARY)), "Are lanes kept?", "{modifiers:?} {key:?}");
    }
    // The id of what was named is made by then, too.
    for (modifiers, key) in [(CTRL, Key::PageDown), (CTRL, Key::S), (CTRL, Key::Enter)] {
        let mut journey = new_case();
        press(&mut journey, CTRL, Key::Enter);
        journey.write("Swimming club");
        press(&mut journey, modifiers, key);
        assert_eq!(string(&journey, &At::record("parties", 1).field("id")), "swimming-club", "{modifiers:?} {key:?}");
    }
}

#[test]
fn a_field_that_goes_hands_the_keyboard_on() {
    // A value that was just added is taken back.
    let mut journey = with_values();
    enter(&mut journey);
    assert_eq!(journey.focused(), value_name(2));
    press(&mut journey, Modifiers::COMMAND, Key::Z);
    assert_eq!(journey.nodes(Role::TextInput).iter().filter(|node| is_value(node)).count(), 2);
    assert_eq!(journey.focused(), words::value_field(1, None, "meaning"));
    // The last source that can be chosen is chosen: the list of them goes.
    let mut journey = new_case();
    let party = string(&journey, &At::record("parties", 0).field("id"));
    act(&mut journey, case::Action::Edit(vec![Edit::Add(case::New::Source(None))]));
    act(&mut journey, case::Action::Edit(vec![Edit::Add(case::New::Statement { party, term: None })]));
    journey.harness.run();
    let list = words::field("statements", "sources");
    journey.node(Role::ComboBox, list).scroll_to_me();
    journey.harness.run();
    journey.node(Role::ComboBox, list).focus();
    journey.harness.run();
    press(&mut journey, Modifiers::NONE, Key::ArrowDown);
    enter(&mut journey);
    journey.harness.run();
    assert_eq!(own(&journey).strings(&At::record("statements", 0).field("sources")), ["source-1"]);
    assert_eq!(journey.focused(), words::field("statements", "short"));
    // The record in whose field it was makes room for another.
    let mut journey = new_case();
    press(&mut journey, Modifiers::COMMAND, Key::Enter);
    journey.write("Club");
    press(&mut journey, Modifiers::ALT, Key::ArrowUp);
    assert_eq!(journey.focused(), words::field("parties", "name"));
    assert_eq!(journey.state().case.shown(Page::Parties, own(&journey)), Some(0));
    // The last record of a list.
    let mut journey = new_case();
    act(&mut journey, case::Action::Edit(vec![Edit::Add(case::New::Source(None))]));
    journey.harness.run();
    journey.node(Role::Button, words::REMOVE).focus();
    journey.harness.run();
    enter(&mut journey);
    journey.harness.run();
    assert_eq!(own(&journey).count("sources"), 0);
    assert_eq!(journey.focused(), words::ADD_SOURCE);
}

fn is_value(node: &egui_kittest::Node<'_>) -> bool {
    let name = crate::support::journey::name(node);
    name.starts_with("Value ") && name.ends_with(": name")
}

#[test]
fn enter_in_an_empty_value_goes_on_behind_the_values() {
    let mut journey = with_values();
    enter(&mut journey);
    enter(&mut journey);
    let names: Vec<String> = journey
        .nodes(Role::TextInput)
        .iter()
        .filter(|node| is_value(node))
        .map(crate::support::journey::name)
        .collect();
    assert_eq!(names, [value_name(0), value_name(1)], "the empty one is gone");
    assert_eq!(journey.focused(), words::field("terms", GLOSSARY));
    // What the pattern says there is written over.
    journey.write("Of the pool.");
    assert_eq!(string(&journey, &At::record("terms", 0).field(GLOSSARY)), "Of the pool.");
    // Fewer than two are none to choose from: the second stays, to be filled in.
    let mut journey = new_case();
    act(&mut journey, case::Action::Page(Page::Terms));
    act(&mut journey, case::Action::Edit(vec![Edit::Values(values(), "Choice")]));
    journey.harness.run();
    journey.click(Role::TextInput, &value_name(1));
    enter(&mut journey);
    assert_eq!(journey.nodes(Role::TextInput).iter().filter(|node| is_value(node)).count(), 2);
    assert_eq!(journey.focused(), words::field("terms", GLOSSARY));
}

#[test]
fn another_statement_of_the_same_has_a_key() {
    let mut journey = new_case();
    let party = string(&journey, &At::record("parties", 0).field("id"));
    act(&mut journey, case::Action::Edit(vec![Edit::Add(case::New::Statement { party, term: None })]));
    journey.harness.run();
    let again = Modifiers::COMMAND.plus(Modifiers::SHIFT);
    press(&mut journey, again, Key::Enter);
    assert_eq!(own(&journey).count("statements"), 1, "of nobody there is no other");
    journey.write("Ida Brandt");
    press(&mut journey, again, Key::Enter);
    assert_eq!(own(&journey).count("statements"), 2);
    assert_eq!(string(&journey, &At::record("statements", 1).field("speaker")), "Ida Brandt");
    assert_eq!(journey.focused(), words::field("statements", "short"));
}

#[test]
fn what_was_done_with_a_value_is_said_of_the_value() {
    let mut journey = with_values();
    let undo = |journey: &Journey| {
        let state = journey.state();
        command_words::undo(state.dossier(), state.history.undo_label(), Default::default())
    };
    enter(&mut journey);
    assert_eq!(undo(&journey), "Undo: value added");
    act(&mut journey, case::Action::Edit(vec![Edit::Remove(values().item(0).item(2))]));
    assert_eq!(undo(&journey), "Undo: value removed");
    act(&mut journey, case::Action::Edit(vec![Edit::Exchange(values().item(0).item(0))]));
    assert_eq!(undo(&journey), "Undo: value moved");
    act(&mut journey, case::Action::Edit(vec![Edit::Values(values(), "Number")]));
    assert_eq!(undo(&journey), "Undo: \"Values\" of a term");
    act(&mut journey, case::Action::Edit(vec![Edit::Raw(values().field("to"), "8".to_owned())]));
    assert_eq!(undo(&journey), format!("Undo: \"{}\" of a term", words::number("to")));
}

#[test]
fn letters_typed_on_a_list_open_it_and_are_no_commands() {
    let mut journey = new_case();
    act(&mut journey, case::Action::Page(Page::Parties));
    journey.harness.run();
    let name = words::field("parties", "role");
    journey.node(Role::ComboBox, name).focus();
    journey.harness.run();
    // H alone would hide the verdicts.
    let typed = |text: &str, key: Key| {
        let press = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
        [press, Event::Text(text.to_owned())]
    };
    for event in [("h", Key::H), ("a", Key::A)].into_iter().flat_map(|(text, key)| typed(text, key)) {
        journey.harness.event(event);
    }
    journey.harness.run();
    assert!(!journey.state().hides_any(), "no command ran");
    assert!(journey.readable().contains(&command_words::nothing_begins_with("ha")), "{}", journey.readable());
    press(&mut journey, Modifiers::NONE, Key::Backspace);
    press(&mut journey, Modifiers::NONE, Key::Backspace);
    journey.write("aff");
    enter(&mut journey);
    assert_eq!(own(&journey).raw(&At::record("parties", 0).field("role")), "Affected");
    assert_eq!(journey.focused(), name);
}

/// The same with two sources, and the keyboard in the words of a statement.
fn with_statement() -> Journey {
    let mut journey = new_case();
    let party = string(&journey, &At::record("parties", 0).field("id"));
    for _ in 0..2 {
        act(&mut journey, case::Action::Edit(vec![Edit::Add(case::New::Source(None))]));
    }
    act(&mut journey, case::Action::Edit(vec![Edit::Add(case::New::Statement { party, term: None })]));
    act(&mut journey, case::Action::Seek(At::record("statements", 0).field("short")));
    journey.harness.run();
    journey
}

#[test]
fn enter_leads_on_from_the_sentence_that_was_said() {
    let mut journey = with_statement();
    act(&mut journey, case::Action::Seek(At::record("statements", 0).field("said")));
    journey.harness.run();
    journey.write("2031-03-02");
    enter(&mut journey);
    assert_eq!(journey.focused(), words::field("statements", "short"), "one Enter leads to one field");
    journey.write("It is too dear");
    enter(&mut journey);
    let list = words::field("statements", "sources");
    assert_eq!(string(&journey, &At::record("statements", 0).field("short")), "It is too dear");
    assert_eq!(journey.focused(), list);
    // The list of sources moves down when one is chosen; the keyboard stays on it.
    press(&mut journey, Modifiers::NONE, Key::ArrowDown);
    enter(&mut journey);
    journey.harness.run();
    assert_eq!(own(&journey).strings(&At::record("statements", 0).field("sources")), ["source-1"]);
    assert_eq!(journey.focused(), list);
    // Where there is a source, what comes next is how it is read.
    act(&mut journey, case::Action::Seek(At::record("statements", 0).field("short")));
    journey.harness.run();
    enter(&mut journey);
    journey.harness.run();
    assert_eq!(journey.focused(), words::READ_ON);
    // A line break that is pasted is a blank.
    act(&mut journey, case::Action::Seek(At::record("statements", 0).field("short")));
    journey.harness.run();
    journey.harness.event(Event::Paste("\nIt is\ndear".to_owned()));
    journey.harness.run();
    assert!(!string(&journey, &At::record("statements", 0).field("short")).contains('\n'));
}

#[test]
fn a_comparison_that_is_chosen_first_chooses_no_value() {
    let mut journey = with_statement();
    let term = string(&journey, &At::record("terms", 0).field("id"));
    let statement = string(&journey, &At::record("statements", 0).field("id"));
    act(&mut journey, case::Action::Edit(vec![Edit::Add(case::New::Position { statement, term: Some(term) })]));
    journey.harness.run();
    let field = |what| words::demand_name(&[], words::part_name(what));
    let choose = |journey: &mut Journey, field: &str, entry: &str| {
        journey.node(Role::ComboBox, field).scroll_to_me();
        journey.harness.run();
        journey.click(Role::ComboBox, field);
        journey.click(Role::MenuItemRadio, entry);
    };
    choose(&mut journey, &field(1), "is not");
    let demand = At::record("positions", 0).field("demand");
    assert_eq!(own(&journey).demand(&demand), None, "nobody has said which");
    choose(&mut journey, &field(2), "No");
    assert_eq!(own(&journey).raw(&demand), "Not(Is(\"new-term-1\", false))");
}

/// The table waits until nothing is wrong; the forms do not.
#[test]
fn a_new_term_can_be_demanded_while_something_else_is_wrong() {
    let mut journey = with_statement();
    let first = At::record("terms", 0);
    let wrong = Edit::Text { at: first.field("question"), text: String::new(), needed: true };
    act(&mut journey, case::Action::Edit(vec![wrong]));
    act(&mut journey, case::Action::Edit(vec![Edit::Add(case::New::Term("Toggle"))]));
    let second = At::record("terms", 1);
    for (field, text) in [("name", "Lanes"), ("question", "Are lanes kept?")] {
        act(
            &mut journey,
            case::Action::Edit(vec![Edit::Text { at: second.field(field), text: text.to_owned(), needed: true }]),
        );
    }
    journey.apply(Action::CloseStep);
    assert!(!own(&journey).is_sound());
    let term = string(&journey, &second.field("id"));
    let statement = string(&journey, &At::record("statements", 0).field("id"));
    act(&mut journey, case::Action::Edit(vec![Edit::Add(case::New::Position { statement, term: Some(term.clone()) })]));
    journey.harness.run();
    let field = |what| words::demand_name(&[], words::part_name(what));
    journey.node(Role::ComboBox, &field(2)).scroll_to_me();
    journey.harness.run();
    journey.click(Role::ComboBox, &field(2));
    journey.click(Role::MenuItemRadio, "No");
    let demand = own(&journey).raw(&At::record("positions", 0).field("demand"));
    assert_eq!(demand, format!("Is(\"{term}\", false)"), "and not the first term that the table has");
}

#[test]
fn what_is_chosen_leads_on_to_what_is_asked_next() {
    let mut journey = with_statement();
    let list = |journey: &mut Journey, begin: &str| {
        journey.write(begin);
        enter(journey);
        journey.harness.run();
    };
    act(&mut journey, case::Action::Seek(At::record("statements", 0).field("short")));
    journey.harness.run();
    journey.node(Role::ComboBox, words::READ_ON).focus();
    journey.harness.run();
    press(&mut journey, Modifiers::NONE, Key::ArrowDown);
    enter(&mut journey);
    journey.harness.run();
    let field = |what| words::demand_name(&[], words::part_name(what));
    assert_eq!(journey.focused(), field(2));
    press(&mut journey, Modifiers::SHIFT, Key::Tab);
    list(&mut journey, "is not");
    assert_eq!(journey.focused(), field(2), "how it is compared leads to the value");
    list(&mut journey, "no");
    assert_eq!(journey.focused(), words::field("positions", "strength"), "the value to how firmly");
    list(&mut journey, "red");
    assert_eq!(journey.focused(), words::because("RedLine"), "a red line to its words");
    assert_eq!(journey.state().case.page, Page::Statements);
}

#[test]
fn a_new_case_begins_with_what_an_arrow_led_to() {
    let mut journey = Start::at("reported-idea").go();
    journey.apply(Action::Show(Dialog::NewCase(NewCase::default())));
    journey.harness.run();
    journey.write("Pool");
    press(&mut journey, Modifiers::NONE, Key::Tab);
    press(&mut journey, Modifiers::NONE, Key::ArrowDown);
    enter(&mut journey);
    assert_eq!(own(&journey).count("parties"), 1);
}

#[test]
fn what_is_typed_into_a_dialog_before_the_forms_is_not_typed_into_them() {
    let mut journey = new_case();
    act(&mut journey, case::Action::Seek(At::list("title")));
    journey.harness.run();
    let title = string(&journey, &At::list("title"));
    journey.apply(Action::Show(Dialog::NewCase(NewCase::default())));
    journey.harness.run();
    for letter in "Another".chars() {
        journey.harness.event(Event::Text(letter.to_string()));
        journey.harness.run();
    }
    assert_eq!(journey.focused(), words::TITLE);
    assert_eq!(string(&journey, &At::list("title")), title);
}
