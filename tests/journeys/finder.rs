//! Finding terms, parties, statements and commands by name, by keyboard alone.

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use peace_plan_explorer::{
    app::{Dialog, Effect, MarkColours, PartyOrder, Place, Settings, Tab, ThemeChoice, WhySubject},
    domain::{Dossier, StatementIx},
    storage::Library,
    wording::{self, finder as words},
};

use crate::support::journey::{Journey, Start, name};

fn find(key: Key, text: &str) -> Journey {
    let mut journey = Start::at("reported-idea").go();
    journey.press_with(Modifiers::COMMAND, key);
    journey.harness.event(eframe::egui::Event::Text(text.to_owned()));
    journey.harness.run();
    journey
}

fn listed(journey: &Journey) -> Vec<String> {
    let dialog = journey.harness.get_by_role(Role::Dialog);
    let buttons = dialog.children_recursive().filter(|node| node.accesskit_node().role() == Role::Button);
    buttons.map(|node| name(&node)).collect()
}

#[test]
fn a_term_is_found_and_its_row_gets_the_focus() {
    let mut journey = find(Key::F, "draft age");
    journey.press(Key::Enter);
    let focus = journey.state().session.focus;
    assert_eq!(journey.state().dossier().term(focus.term).name, "Draft age");
    assert_eq!(focus.place, Place::Control);
    assert_eq!(journey.state().session.dialog, None);
}

#[test]
fn a_speaker_is_found_and_the_statement_shows() {
    let mut journey = find(Key::F, "lavrov european");
    journey.press_with(Modifiers::COMMAND, Key::Num2);
    assert_eq!(journey.state().session.tab, Tab::Parties, "commands work over the finder");
    journey.press(Key::Enter);
    assert!(matches!(journey.state().session.why, WhySubject::Cell(..)), "{:?}", journey.state().session.why);
    assert_eq!(journey.state().session.tab, Tab::Explore);
    assert!(journey.why().contains("Lavrov"), "{}", journey.why());
}

#[test]
fn people_are_found_as_a_keyboard_without_marks_writes_them() {
    let library = Library::shipped();
    let dossiers: Vec<&Dossier> =
        library.shelves().iter().map(|shelf| &shelf.dossier().expect("it is tested to be sound").dossier).collect();
    for typed in ["orban", "ORB\u{c1}N", "erdogan", "wladyslaw", "turkiye", "Turkey", "zelenskyy", "Orba\u{301}n"] {
        let has = |text: String| wording::folded(&text).contains(&wording::folded(typed));
        let found = dossiers.iter().any(|dossier| {
            dossier.parties.iter().any(|party| has(wording::party_text(party)))
                || StatementIx::all(dossier.statements.len()).any(|ix| has(words::statement_text(dossier, ix)))
        });
        assert!(found, "{typed}");
    }
    assert!(listed(&find(Key::F, "orban")).iter().any(|line| line.contains("Viktor Orb\u{e1}n")));
    assert!(listed(&find(Key::F, "Turkey")).iter().any(|line| line.starts_with("T\u{fc}rkiye")));
}

#[test]
fn the_arrows_choose_among_what_was_found() {
    let mut journey = find(Key::F, "front");
    let first = listed(&journey);
    assert!(first.len() > 3, "{first:?}");
    journey.press(Key::ArrowDown);
    let Some(Dialog::Finder(finder)) = &journey.state().session.dialog else { panic!("it stays open") };
    assert_eq!((finder.chosen, finder.text.as_str()), (1, "front"));
    journey.press(Key::ArrowUp);
    journey.press(Key::ArrowUp);
    journey.press(Key::Enter);
    let focus = journey.state().session.focus;
    assert_eq!(journey.state().dossier().term(focus.term).name, "Front line");
}

#[test]
fn what_is_not_there_is_said() {
    let mut journey = find(Key::F, "zzz");
    assert!(journey.harness.query_by_label(&words::nothing_found("zzz", false)).is_some());
    journey.press(Key::Enter);
    assert!(matches!(journey.state().session.dialog, Some(Dialog::Finder(_))), "Enter goes nowhere");
    journey.press(Key::Escape);
    assert_eq!(journey.state().session.dialog, None);
}

#[test]
fn a_command_runs_by_its_name_and_the_keys_stand_beside_it() {
    let mut journey = find(Key::K, "timel");
    let found = listed(&journey);
    assert!(found.iter().any(|name| name.contains("Timeline")), "{found:?}");
    assert!(!found.iter().any(|name| name.contains("Front line")), "commands only: {found:?}");
    journey.press(Key::Enter);
    assert_eq!(journey.state().session.tab, Tab::Timeline);
}

#[test]
fn commands_that_can_do_nothing_now_are_not_offered() {
    let journey = find(Key::K, "redo");
    assert!(!listed(&journey).iter().any(|name| name.contains("Redo")));
}

#[test]
fn a_setting_is_found_by_its_name_and_set_at_once() {
    for (typed, is_set) in [
        ("high", (|settings| settings.marks == MarkColours::HighContrast) as fn(&Settings) -> bool),
        ("projector", |settings| settings.theme == ThemeChoice::Projector),
        ("movement on", |settings| settings.reduce_motion),
        ("shuffled", |settings| settings.party_order == PartyOrder::Shuffled),
    ] {
        let mut journey = find(Key::K, typed);
        assert!(!is_set(&journey.state().settings), "{typed}");
        journey.press(Key::Enter);
        assert!(is_set(&journey.state().settings), "{typed}: {:?}", journey.state().settings);
        assert!(journey.take_effects().contains(&Effect::SaveSettings), "{typed}");
    }
    let journey = find(Key::K, "theme");
    assert!(!listed(&journey).iter().any(|name| name.contains("As the system")), "what is so already is not offered");
}
