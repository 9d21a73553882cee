//! Steps that the forms save, and what leads an author from one thing to the next.

use eframe::egui::{Key, Modifiers, Role};
use peace_plan_explorer::{
    app::{
        Action, Edit as PlanEdit, Settings,
        case::{self, At, Edit, OwnCase, Page},
    },
    domain::{TermIx, ValueIx, WrittenDemand},
    wording::case as words,
};

use crate::support::journey::{Journey, Start, name};

fn act(journey: &mut Journey, action: case::Action) {
    journey.apply(Action::Case(action));
}

/// A new case with one party and one term.
fn new_case() -> Journey {
    let mut journey = Start::at("reported-idea").go();
    act(&mut journey, case::Action::New(case::Begin::Empty, "Pool".to_owned()));
    journey.harness.run();
    journey
}

fn own(journey: &Journey) -> &OwnCase {
    journey.state().document.own.as_ref().expect("it is one's own")
}

fn string(journey: &Journey, at: &At) -> String {
    own(journey).string(at).expect("it is a text")
}

fn set(journey: &mut Journey, at: &At, text: &str) {
    let edit = Edit::Text { at: at.clone(), text: text.to_owned(), needed: true };
    act(journey, case::Action::Edit(vec![edit]));
}

fn press(journey: &mut Journey, key: Key) {
    journey.press_with(Modifiers::NONE, key);
    journey.harness.run();
}

/// A statement with who spoke, when and where.
fn with_statement() -> Journey {
    let mut journey = new_case();
    let party = string(&journey, &At::record("parties", 0).field("id"));
    act(&mut journey, case::Action::Edit(vec![Edit::Add(case::New::Statement { party, term: None })]));
    let at = At::record("statements", 0);
    for (field, text) in [("speaker", "Ida"), ("office", "Mayor"), ("said", "2031-03-02"), ("short", "It must close")] {
        set(&mut journey, &at.field(field), text);
    }
    act(&mut journey, case::Action::Edit(vec![Edit::Add(case::New::Source(Some(0)))]));
    let at = At::record("sources", 0);
    for (field, text) in [("publisher", "Minutes"), ("url", "https://example.org/minutes")] {
        set(&mut journey, &at.field(field), text);
    }
    journey.apply(Action::CloseStep);
    journey.harness.run();
    assert_eq!(own(&journey).problems, []);
    journey
}

#[test]
fn a_new_case_is_written_at_once() {
    let mut journey = new_case();
    assert_eq!(journey.focused(), words::field("parties", "name"));
    journey.write("Town council");
    assert_eq!(string(&journey, &At::record("parties", 0).field("name")), "Town council", "what stood there is gone");
    // A click into what is there to be written over selects it.
    act(&mut journey, case::Action::Page(Page::Terms));
    journey.click(Role::MultilineTextInput, words::field("terms", "glossary"));
    journey.write("The old pool.");
    assert_eq!(string(&journey, &At::record("terms", 0).field("glossary")), "The old pool.");
    // What somebody has written is not.
    journey.press_with(Modifiers::COMMAND, Key::Num1);
    journey.press_with(Modifiers::COMMAND, Key::Num7);
    journey.click(Role::MultilineTextInput, words::field("terms", "glossary"));
    journey.write("!");
    let written = string(&journey, &At::record("terms", 0).field("glossary"));
    assert!(written.len() == "The old pool.!".len(), "{written}");
}

#[test]
fn what_is_emptied_is_filled_in_like_what_was_left_empty() {
    let mut journey = new_case();
    let string = |journey: &Journey, list, field| string(journey, &At::record(list, 0).field(field));
    for (page, list, field, from) in [
        (Page::Parties, "parties", "body", "name"),
        (Page::Terms, "terms", "glossary", "question"),
        (Page::Terms, "terms", "group", "name"),
    ] {
        act(&mut journey, case::Action::Page(page));
        let role = if field == "glossary" { Role::MultilineTextInput } else { Role::TextInput };
        journey.click(role, words::field(list, field));
        journey.press_with(Modifiers::COMMAND, Key::A);
        press(&mut journey, Key::Backspace);
        assert_eq!(string(&journey, list, field), "");
        journey.press_with(Modifiers::COMMAND, Key::Num1);
        journey.press_with(Modifiers::COMMAND, Key::Num7);
        assert_eq!(string(&journey, list, field), string(&journey, list, from), "{field}");
        assert_eq!(own(&journey).problems, [], "{field}");
    }
}

#[test]
fn enter_leads_to_the_next_field() {
    let mut journey = new_case();
    press(&mut journey, Key::Enter);
    assert_eq!(journey.focused(), words::field("parties", "code"));
    journey.write("TC");
    press(&mut journey, Key::Enter);
    assert_eq!(journey.focused(), words::field("parties", "role"), "a field with a list, too");
    assert_eq!(string(&journey, &At::record("parties", 0).field("code")), "TC");
    // Down opens it, and its keys are the list's.
    press(&mut journey, Key::ArrowDown);
    press(&mut journey, Key::ArrowDown);
    press(&mut journey, Key::Enter);
    assert_eq!(own(&journey).raw(&At::record("parties", 0).field("role")), "Affected");
    assert_eq!(journey.focused(), words::field("parties", "role"));
}

#[test]
fn enter_leads_from_value_to_value_and_adds_one() {
    let mut journey = new_case();
    act(&mut journey, case::Action::Page(Page::Terms));
    let values = At::record("terms", 0).field("values");
    act(&mut journey, case::Action::Edit(vec![Edit::Values(values.clone(), "Choice")]));
    let field = |nth| words::value_field(nth, None, "name");
    journey.click(Role::TextInput, &field(0));
    for (nth, value) in ["Meadow", "Station", "Nowhere"].into_iter().enumerate() {
        assert_eq!(journey.focused(), field(nth));
        journey.write(value);
        press(&mut journey, Key::Enter);
    }
    let names: Vec<String> = (0..3).map(|nth| string(&journey, &values.item(0).item(nth).field("name"))).collect();
    assert_eq!(names, ["Meadow", "Station", "Nowhere"]);
    // The button does the same.
    journey.click(Role::Button, words::ADD_VALUE);
    assert_eq!(journey.focused(), field(4));
}

#[test]
fn another_statement_of_the_same_keeps_all_but_the_words() {
    let mut journey = with_statement();
    journey.click(Role::Button, &words::add_alike("Ida"));
    assert_eq!(journey.focused(), words::field("statements", "short"));
    let at = At::record("statements", 1);
    for (field, text) in [("speaker", "Ida"), ("office", "Mayor"), ("said", "2031-03-02"), ("short", "")] {
        assert_eq!(string(&journey, &at.field(field)), text, "{field}");
    }
    assert_eq!(own(&journey).strings(&at.field("sources")), ["source-1"]);
    assert_eq!(own(&journey).problems.len(), 1, "the words are all that is open");
    journey.write("A ticket should cost more");
    assert_eq!(own(&journey).problems, []);
    journey.apply(Action::CloseStep);
    journey.press_with(Modifiers::COMMAND, Key::Num1);
    journey.press_with(Modifiers::COMMAND, Key::Z);
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(own(&journey).count("statements"), 1, "it is one step, and its words another");
}

#[test]
fn undo_in_a_field_with_nothing_typed_is_that_of_the_case() {
    let mut journey = new_case();
    let undo = |journey: &mut Journey| {
        journey.press_with(Modifiers::COMMAND, Key::Z);
        journey.harness.run();
    };
    let n_parties = |journey: &Journey| own(journey).count("parties");
    journey.click(Role::Button, words::ADD_PARTY);
    assert_eq!((n_parties(&journey), journey.focused().as_str()), (2, words::field("parties", "name")));
    undo(&mut journey);
    assert_eq!(n_parties(&journey), 1, "the party that was just added is gone");
    journey.press_with(Modifiers::COMMAND, Key::Y);
    assert_eq!(n_parties(&journey), 2);
    // What was typed is the field's to take back; then comes what was done before, with nothing in between.
    undo(&mut journey);
    journey.click(Role::Button, words::ADD_PARTY);
    let at = At::record("parties", 1).field("name");
    let before = string(&journey, &at);
    journey.write("Club");
    undo(&mut journey);
    assert_eq!((n_parties(&journey), string(&journey, &at)), (2, before.clone()));
    journey.press_with(Modifiers::COMMAND, Key::Y);
    journey.harness.run();
    assert_eq!(string(&journey, &at), "Club", "the field brings it again");
    undo(&mut journey);
    undo(&mut journey);
    assert_eq!(n_parties(&journey), 1);
    // A field that was left and found again begins anew.
    journey.click(Role::Button, words::ADD_PARTY);
    journey.write("Club");
    press(&mut journey, Key::Enter);
    journey.press_with(Modifiers::SHIFT, Key::Tab);
    journey.harness.run();
    assert_eq!(journey.focused(), words::field("parties", "name"));
    undo(&mut journey);
    assert_eq!((n_parties(&journey), string(&journey, &at)), (2, before), "what was typed is one step");
}

#[test]
fn keys_alone_add_records_and_go_from_page_to_page() {
    let mut journey = new_case();
    let ctrl = |journey: &mut Journey, key| {
        journey.press_with(Modifiers::COMMAND, key);
        journey.harness.run();
    };
    let name = words::field("parties", "name");
    ctrl(&mut journey, Key::Enter);
    assert_eq!((own(&journey).count("parties"), journey.focused().as_str()), (2, name));
    // From a text of several lines as well.
    journey.click(Role::MultilineTextInput, words::field("parties", "note"));
    ctrl(&mut journey, Key::Enter);
    assert_eq!((own(&journey).count("parties"), journey.focused().as_str()), (3, name));
    assert_eq!(string(&journey, &At::record("parties", 1).field("note")), "", "the key is no letter");
    ctrl(&mut journey, Key::PageDown);
    assert_eq!((journey.state().case.page, journey.focused().as_str()), (Page::Terms, words::field("terms", "name")));
    // What must be known first is picked.
    ctrl(&mut journey, Key::Enter);
    assert_eq!(own(&journey).count("terms"), 1);
    press(&mut journey, Key::Enter);
    assert_eq!((own(&journey).count("terms"), journey.focused().as_str()), (2, words::field("terms", "name")));
    ctrl(&mut journey, Key::PageUp);
    ctrl(&mut journey, Key::PageUp);
    assert_eq!((journey.state().case.page, journey.focused().as_str()), (Page::About, words::field("case", "title")));
    ctrl(&mut journey, Key::PageUp);
    assert_eq!(journey.state().case.page, Page::About, "there is none before it");
}

/// What is left is filled in, the case is whole, and the row of the table comes below: the keyboard stays where Enter led it.
#[test]
fn the_keyboard_stays_when_the_row_of_the_table_comes() {
    let mut journey = new_case();
    act(&mut journey, case::Action::Edit(vec![Edit::Add(case::New::Term("Number"))]));
    journey.harness.run();
    journey.write("Ticket");
    press(&mut journey, Key::Enter);
    journey.write("What does a ticket cost?");
    press(&mut journey, Key::Enter);
    assert_eq!(own(&journey).problems, []);
    assert_eq!(journey.focused(), words::field("terms", "values"));
}

/// A blank at the end of what is half typed is a letter like any other.
#[test]
fn what_no_form_holds_can_be_typed_letter_by_letter() {
    let mut journey = with_statement();
    let at = At::record("terms", 0).field("values");
    act(&mut journey, case::Action::Edit(vec![Edit::Raw(at.clone(), "Maybe".to_owned())]));
    act(&mut journey, case::Action::Seek(At::record("terms", 0)));
    journey.harness.run();
    journey.click(Role::MultilineTextInput, words::field("terms", "values"));
    journey.press_with(Modifiers::COMMAND, Key::End);
    for letter in ["(", "x", ":", " ", "y"] {
        journey.write(letter);
    }
    assert_eq!(own(&journey).raw(&at), "Maybe(x: y");
}

#[test]
fn once_the_term_is_chosen_the_keyboard_is_at_what_a_plan_must_say() {
    let mut journey = with_statement();
    let term = own(&journey).names("terms")[0].1.clone();
    journey.node(Role::ComboBox, words::READ_ON).scroll_to_me();
    journey.harness.run();
    journey.click(Role::ComboBox, words::READ_ON);
    journey.click(Role::MenuItemRadio, &term);
    assert_eq!(journey.focused(), words::demand_name(&[], words::part_name(2)));
}

#[test]
fn a_problem_says_page_record_and_field_and_leads_there() {
    let mut journey = with_statement();
    set(&mut journey, &At::record("statements", 0).field("said"), "yesterday");
    act(&mut journey, case::Action::Page(Page::Problems));
    let links: Vec<String> = journey.nodes(Role::Link).iter().map(name).collect();
    let wanted = "Statements, \"It must close\", Said on: \"yesterday\" is not a date.";
    let link = links.iter().find(|link| link.starts_with(wanted)).unwrap_or_else(|| panic!("{links:#?}")).clone();
    assert!(links.iter().all(|link| !link.contains("Line ") && !link.contains('`')), "{links:#?}");
    journey.click(Role::Link, &link);
    assert_eq!((journey.state().case.page, journey.focused().as_str()), (Page::Statements, "Said on"));
    journey.write("2031-03-02");
    assert_eq!(own(&journey).problems, []);
}

/// Whatever the lint says of any shipped case is said by labels, and leads to a record or a field that the forms have.
#[test]
fn what_is_worth_a_look_is_said_in_the_words_of_the_forms() {
    let mut journey = with_statement();
    let short = At::record("statements", 0).field("short");
    set(&mut journey, &short, "The regime must close it");
    act(&mut journey, case::Action::Page(Page::Problems));
    let links: Vec<String> = journey.nodes(Role::Link).iter().map(name).collect();
    let label = words::field("statements", "short");
    let wanted = format!("Statements, \"The regime must close it\", {label}: It says \"regime\".");
    let link = links.iter().find(|link| link.starts_with(&wanted)).unwrap_or_else(|| panic!("{links:#?}")).clone();
    let of_party = format!("or say in the party's \"{}\" why there is none", words::field("parties", "note"));
    assert!(links.iter().any(|link| link.starts_with("Parties, ") && link.contains(&of_party)), "{links:#?}");
    assert!(links.iter().all(|link| !link.contains('`')), "{links:#?}");
    journey.click(Role::Link, &link);
    assert_eq!(journey.focused(), label);
}

#[test]
fn a_day_after_the_case_opens_is_said_and_one_click_mends_it() {
    let mut journey = with_statement();
    let said = At::record("statements", 0).field("said");
    assert!(!journey.readable().contains("before this day"), "it opens after that day");
    set(&mut journey, &said, "2032-05-01");
    journey.harness.run();
    assert!(journey.readable().contains("The case opens at"), "{}", journey.readable());
    journey.click(Role::Button, &words::open_at("1 May 2032"));
    let day = "2032-05-01".parse().unwrap();
    let dossier = journey.state().dossier();
    assert_eq!((dossier.as_of, dossier.covers.1), (day, day));
    assert_eq!(journey.state().document.scenario.as_of, day, "the plan that stood on that day goes along");
    assert!(!journey.readable().contains("before this day"));
    journey.press_with(Modifiers::COMMAND, Key::Num1);
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert_ne!(journey.state().dossier().as_of, day, "one step takes it back");
}

/// Nobody but the file speaks of a term by its id, and what asks nothing of a plan is no preference.
#[test]
fn a_position_without_a_demand_is_listed_by_its_term_and_has_no_strength() {
    let mut journey = Start::at("reported-idea").go();
    act(&mut journey, case::Action::MakeMine);
    let dossier = journey.state().dossier();
    let mut n_seen = 0;
    for (place, position) in dossier.positions.iter().enumerate().filter(|(_, position)| position.demand.is_none()) {
        let (listed, beside) = words::row(own(&journey), dossier, "positions", place);
        assert!(dossier.terms.iter().any(|term| term.name == listed), "{}: {listed}", position.id);
        assert!(beside.ends_with(", no demand"), "{}: {beside}", position.id);
        n_seen += 1;
    }
    assert!(n_seen > 20, "{n_seen}");
}

#[test]
fn what_is_open_is_said_once_and_quietly() {
    let mut journey = with_statement();
    set(&mut journey, &At::record("statements", 0).field("said"), "");
    journey.harness.run();
    assert!(!journey.readable().contains("is not a date"), "an empty day is still to be filled in");
    act(&mut journey, case::Action::Page(Page::Terms));
    act(&mut journey, case::Action::Edit(vec![Edit::Values(At::record("terms", 0).field("values"), "Choice")]));
    journey.harness.run();
    let told = journey.nodes(Role::Label).iter().filter(|node| name(node) == words::STILL_OPEN).count();
    assert_eq!(told, 1, "of two open values as of one");
}

#[test]
fn the_row_of_the_table_stands_below_the_form() {
    let mut journey = with_statement();
    let (term, value) = (TermIx(0), Some(ValueIx(0)));
    journey.apply(Action::Edit(PlanEdit::SetTerm(term, value)));
    let id = string(&journey, &At::record("terms", 0).field("id"));
    let statement = string(&journey, &At::record("statements", 0).field("id"));
    let new = case::New::Position { statement, term: Some(id.clone()) };
    act(&mut journey, case::Action::Edit(vec![Edit::Add(new)]));
    act(&mut journey, case::Action::Open(Page::Statements, 0));
    let position = At::record("positions", 0);
    let is = |value: &str| WrittenDemand::Is(id.clone(), value.to_owned());
    let shown = |journey: &Journey, words: &str| {
        let labels = journey.nodes(Role::Label);
        let of = |said: &str| said.starts_with("Party A, First term. Plan: Yes.") && said.contains(words);
        labels.iter().any(|label| of(&name(label)))
    };
    act(&mut journey, case::Action::Edit(vec![Edit::Name(position.field("strength"), Some("RedLine"))]));
    act(&mut journey, case::Action::Edit(vec![Edit::Demand(position.field("demand"), Some(is("false")))]));
    journey.harness.run();
    assert_eq!(own(&journey).problems, []);
    assert!(shown(&journey, "Crosses a red line"), "{}", journey.readable());
    act(&mut journey, case::Action::Edit(vec![Edit::Demand(position.field("demand"), Some(is("true")))]));
    journey.harness.run();
    assert!(!shown(&journey, "red line") && shown(&journey, "Supports"), "{}", journey.readable());
    // On the page of the position too.
    act(&mut journey, case::Action::Open(Page::Positions, 0));
    journey.harness.run();
    assert!(shown(&journey, "Supports"), "{}", journey.readable());
    // Every cell of the row is in sight, beneath the form.
    let room = journey.harness.ctx.content_rect();
    let labels = journey.nodes(Role::Label);
    let cell = labels.iter().find(|label| name(label).starts_with("Party A, First term.")).expect("it stands there");
    assert!(room.contains_rect(cell.rect()), "{:?}", cell.rect());
}

#[test]
fn the_name_of_a_record_lies_over_none_of_its_buttons() {
    for (size, text_size) in [([1024.0, 768.0], 200), ([1280.0, 720.0], 200), ([640.0, 480.0], 100)] {
        let settings = Settings { text_size, hints_seen: true, ..Settings::default() };
        let mut journey = Start { size, settings, ..Start::at("reported-idea") }.go();
        act(&mut journey, case::Action::MakeMine);
        act(&mut journey, case::Action::Open(Page::Statements, 3));
        journey.harness.run();
        let named = string(&journey, &At::record("statements", 3).field("short"));
        let labels = journey.nodes(Role::Label);
        let title = labels.iter().find(|label| name(label).starts_with(&named[..12])).expect("it has a name").rect();
        assert!(title.width() > 60.0, "{title:?} at {text_size} %");
        for button in [words::UP, words::DOWN, words::REMOVE, words::AS_TEXT] {
            let place = journey.node(Role::Button, button).rect();
            assert!(
                !place.shrink(1.0).intersects(title.shrink(1.0)),
                "{button} at {text_size} %: {place:?}, {title:?}"
            );
        }
    }
}
