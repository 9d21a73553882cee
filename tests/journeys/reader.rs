//! What a screen reader says step by step, read from the tree: values by their names, cards one after the other, and
//! nothing twice.

use eframe::egui::{Key, Role};
use egui_kittest::{Node, kittest::NodeT as _};
use peace_plan_explorer::{
    app::{Action, Command, Edit, WhySubject},
    domain::{PartyIx, TermIx},
    wording::{presenter as texts, ui as words},
};

use crate::support::{
    journey::{Journey, Start, name},
    screens,
};

const RUSSIA: PartyIx = PartyIx(1);
const NATO_DELAY: TermIx = TermIx(5);

fn focused(journey: &Journey) -> Node<'_> {
    journey.harness.root().children_recursive().find(Node::is_focused).expect("something has the focus")
}

/// The focused thing's description.
fn described(journey: &Journey) -> String {
    focused(journey).accesskit_node().description().unwrap_or_default()
}

#[test]
fn the_name_of_a_row_holds_its_value_and_place_and_the_row_has_bounds() {
    let mut journey = Start::default().go();
    assert_eq!(journey.focused(), "Front line: Not in the plan");
    journey.type_key('1');
    assert_eq!(journey.focused(), "Front line: Freeze now, 1 of 2");
    journey.type_key('2');
    assert_eq!(journey.focused(), "Front line: No freeze, 2 of 2");
    journey.type_key('0');
    assert_eq!(journey.focused(), "Front line: Not in the plan");
    for _ in 0..NATO_DELAY.0 {
        journey.press(Key::ArrowDown);
    }
    journey.type_key('+');
    let n = journey.state().dossier().term(NATO_DELAY).values.len();
    let first = &journey.state().dossier().term(NATO_DELAY).values[0].name;
    assert_eq!(journey.focused(), format!("NATO delay: {first}, 1 of {n}"));
    let window = journey.harness.ctx.content_rect();
    let row = focused(&journey);
    assert!(row.accesskit_node().bounding_box().is_some());
    let rect = row.rect();
    assert!(window.contains_rect(rect) && rect.width() > 200.0 && rect.height() > 24.0, "{rect:?}");
}

/// Readers that know no announcements say what has the focus when its name changes.
#[test]
fn what_is_hidden_and_revealed_is_said_at_the_focus_until_it_moves() {
    for wall in [false, true] {
        let mut journey = Start::at("reported-idea-full").go();
        if wall {
            journey.press(Key::F5);
        }
        let row = journey.focused();
        assert!(!row.is_empty());
        journey.type_key('h');
        assert_eq!(journey.focused(), format!("{}. {row}", texts::ALL_HIDDEN));
        journey.press(Key::Space);
        let told = journey.focused();
        assert!(told.starts_with("Revealed: ") && told.ends_with(&format!(". {row}")), "{told}");
        journey.press(Key::ArrowDown);
        assert!(!journey.focused().contains("Revealed"), "{}", journey.focused());
        journey.press(Key::ArrowUp);
        assert_eq!(journey.focused(), row, "it is said once");
        journey.type_key('r');
        assert_eq!(journey.focused(), format!("{}. {row}", texts::ALL_REVEALED));
    }
}

/// Orca 43 says no new name of a cell: what is said in front of it is called by something else in its place.
#[test]
fn what_is_said_in_front_of_a_cell_is_said_by_a_label_in_its_place() {
    let mut journey = Start::at("reported-idea-full").go();
    to_russia(&mut journey);
    let role = |journey: &Journey| focused(journey).accesskit_node().role();
    assert_eq!(role(&journey), Role::GridCell);
    journey.type_key('h');
    assert!(journey.focused().starts_with(&format!("{}. Russia, Front line. ", texts::ALL_HIDDEN)));
    assert_eq!(role(&journey), Role::Label);
    journey.press(Key::Space);
    assert!(journey.focused().starts_with("Revealed: Russia. Russia, Front line. "), "{}", journey.focused());
    assert_eq!(role(&journey), Role::Label);
    journey.press(Key::ArrowDown);
    assert_eq!(role(&journey), Role::GridCell);
    journey.press(Key::ArrowUp);
    assert_eq!(role(&journey), Role::GridCell, "it is said once");
}

#[test]
fn row_column_and_size_are_told_once_on_the_way_into_the_table() {
    let mut journey = Start::at("reported-idea-full").go();
    let told = "Terms of the plan and parties. Row 1 of 15, column 2 of 17";
    assert_eq!(described(&journey), told);
    journey.type_key('2');
    assert_eq!(described(&journey), told, "a choice is no step");
    journey.press(Key::ArrowDown);
    assert_eq!(described(&journey), "");
    journey.press(Key::ArrowUp);
    assert_eq!(described(&journey), "", "once is enough");
    journey.press(Key::F1);
    journey.press(Key::Escape);
    assert_eq!(described(&journey), told, "and again after something else");
    journey.press(Key::ArrowRight);
    journey.press(Key::F1);
    journey.press(Key::Escape);
    assert_eq!(described(&journey), "Terms of the plan and parties. Row 1 of 15, column 3 of 17");
}

fn to_russia(journey: &mut Journey) {
    journey.apply(Action::Why(WhySubject::Cell(RUSSIA, TermIx(0))));
    journey.apply(Action::Why(WhySubject::Nothing));
}

/// One that is higher than the panel is gone through first.
fn leave_card(journey: &mut Journey, key: Key) {
    let card = journey.focused();
    for _ in 0..4 {
        if journey.focused() == card {
            journey.press(key);
        }
    }
}

#[test]
fn enter_on_a_cell_reads_its_first_card_and_the_arrows_walk_through_all() {
    let mut journey = Start::at("reported-idea-full").go();
    to_russia(&mut journey);
    let cell = journey.focused();
    assert!(cell.starts_with("Russia, Front line. "), "{cell}");
    journey.press(Key::Enter);
    let cards: Vec<String> = journey.nodes(Role::Article).iter().map(name).collect();
    assert!(cards.len() > 2);
    for (place, card) in cards.iter().enumerate() {
        assert!(card.ends_with(&format!(". {} of {}", place + 1, cards.len())), "{card}");
    }
    assert_eq!(journey.focused(), cards[0]);
    let first = "Crosses a red line. Rules out a freeze along the present line of contact. Dmitry Peskov, 18 Nov 2024.";
    assert!(cards[0].starts_with(first), "{}", cards[0]);
    for card in &cards[1..] {
        leave_card(&mut journey, Key::ArrowDown);
        assert_eq!(journey.focused(), *card);
    }
    leave_card(&mut journey, Key::ArrowDown);
    assert_eq!(journey.focused(), cards[cards.len() - 1], "the last one");
    leave_card(&mut journey, Key::ArrowUp);
    assert_eq!(journey.focused(), cards[cards.len() - 2]);
    for back in [Key::Escape, Key::ArrowLeft] {
        journey.press(back);
        assert_eq!(journey.focused(), cell, "{back:?}");
        journey.press(Key::Enter);
        assert_eq!(journey.focused(), cards[0], "from the beginning again");
    }
}

#[test]
fn enter_on_a_dash_reads_what_there_is_to_say_of_it() {
    let mut journey = Start::at("reported-idea-full").go();
    let germany = PartyIx::at(journey.state().dossier().parties.iter().position(|party| party.code == "DE").unwrap());
    journey.apply(Action::Why(WhySubject::Cell(germany, TermIx(0))));
    journey.press(Key::Enter);
    let said = journey.focused();
    assert!(said.starts_with("Germany. Front line: ") && said.contains("No stated position on file. "), "{said}");
    assert!(said.ends_with("That is not consent."), "{said}");
    // While a verdict is hidden its cards are not there to be read.
    journey.type_key('h');
    journey.press(Key::Escape);
    to_russia(&mut journey);
    journey.press(Key::Enter);
    assert!(journey.nodes(Role::Article).is_empty());
    assert!(journey.focused().contains("Verdict hidden"), "{}", journey.focused());
}

#[test]
fn the_window_is_called_by_its_plan_and_names_no_file_on_the_wall() {
    let mut journey = Start::at("reported-idea-full").go();
    let title = journey.state().document.scenario.title.clone();
    let called = |journey: &Journey| {
        let window = journey.nodes(Role::Window);
        window.first().map(name).unwrap_or_else(|| journey.harness.root().accesskit_node().label().unwrap_or_default())
    };
    assert!(called(&journey).starts_with(&title) && called(&journey).ends_with(words::PROGRAM), "{}", called(&journey));
    journey.apply(Action::Edit(Edit::Clear));
    assert!(called(&journey).contains('*'), "{}", called(&journey));
}

#[test]
fn nothing_is_said_twice_on_any_screen() {
    let mut journey = Start::at("reported-idea-full").go();
    let mut twice = std::collections::BTreeSet::new();
    for screen in screens::all() {
        screen.open(&mut journey);
        for node in journey.harness.root().children_recursive() {
            let called = name(&node);
            let more = node.accesskit_node().description().unwrap_or_default();
            if !more.is_empty() && called.contains(&more) {
                twice.insert(format!("{screen:?}: \"{called}\" is described as \"{more}\""));
            }
            for sentence in called.split(". ").map(|said| said.trim_end_matches('.')).filter(|said| said.len() > 12) {
                let times = called.matches(sentence).count();
                let cell = node.accesskit_node().role() == Role::GridCell;
                if cell && times > 1 {
                    twice.insert(format!("{screen:?}: \"{called}\" says \"{sentence}\" {times} times"));
                }
            }
        }
    }
    assert!(twice.is_empty(), "{twice:#?}");
}

#[test]
fn a_cell_of_the_wall_says_once_that_its_term_is_not_in_the_plan() {
    let mut journey = Start::default().go();
    journey.apply(Action::Run(Command::Present));
    for cell in journey.nodes(Role::GridCell) {
        assert_eq!(name(&cell).to_lowercase().matches("not in the plan").count(), 1, "{}", name(&cell));
    }
    journey.press(Key::Enter);
    assert!(journey.focused().starts_with("Front line. "), "{}", journey.focused());
    assert_eq!(described(&journey), "The plan says: not in the plan");
    journey.type_key('1');
    assert_eq!(described(&journey), "The plan says: Freeze now");
}
