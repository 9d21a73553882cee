//! The whole program without a mouse.

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;
use peace_plan_explorer::{
    app::{Command, Dialog, Effect, FileGoal, Settings, WhySubject},
    domain::{PartyIx, TermIx, ValueIx},
    wording::ui as words,
};

use crate::support::journey::{Journey, Start};

const CTRL: Modifiers = Modifiers::COMMAND;
const NATO_DELAY: TermIx = TermIx(5);
const PEACEKEEPERS: TermIx = TermIx(7);

fn press_all(journey: &mut Journey, keys: &[Key]) {
    keys.iter().for_each(|key| journey.press(*key));
}

/// Moves from the first control to the control of a term.
fn go_to(journey: &mut Journey, term: TermIx) {
    press_all(journey, &vec![Key::ArrowDown; term.get()]);
}

fn value(journey: &Journey, term: TermIx) -> Option<usize> {
    journey.state().plan().get(term).map(ValueIx::get)
}

#[test]
fn arrows_home_and_end_move_through_the_table_and_stop_at_its_edges() {
    let mut journey = Start::default().go();
    let moves: [(&[Key], &str); 8] = [
        (&[Key::ArrowUp], "Front line"),
        (&[Key::ArrowDown], "Order of steps"),
        (&[Key::ArrowRight], "Russia, Order of steps. "),
        (&[Key::ArrowUp, Key::ArrowRight], "Ukraine, Front line. "),
        (&[Key::End], "Türkiye, Front line. "),
        (&[Key::ArrowRight], "Türkiye, Front line. "),
        (&[Key::Home], "Front line. Does the fighting stop"),
        (&[Key::ArrowLeft, Key::ArrowRight], "Front line"),
    ];
    for (keys, place) in moves {
        press_all(&mut journey, keys);
        assert!(journey.focused().starts_with(place), "{keys:?}: {} is not {place}", journey.focused());
        let (whole, shown) = journey.ring().expect("the focus shows");
        assert_eq!(whole, shown, "{place}");
    }
    press_all(&mut journey, &[Key::ArrowDown; 20]);
    assert_eq!(journey.focused(), "Venue: Not in the plan");
    assert_eq!(journey.state().plan().n_set(), 0, "moving changes nothing");
}

#[test]
fn digits_choose_and_nought_and_delete_take_out() {
    let mut journey = Start::default().go();
    go_to(&mut journey, PEACEKEEPERS);
    for (key, expected) in [('2', Some(1)), ('6', Some(5)), ('9', Some(5)), ('1', Some(0)), ('0', None)] {
        journey.type_key(key);
        assert_eq!(value(&journey, PEACEKEEPERS), expected, "{key}");
    }
    journey.type_key('3');
    assert_eq!(value(&journey, PEACEKEEPERS), Some(2));
    journey.press(Key::Delete);
    assert_eq!(value(&journey, PEACEKEEPERS), None);
    // They work from a cell of the row as well, and in that row alone.
    journey.press(Key::End);
    journey.type_key('2');
    assert_eq!((value(&journey, PEACEKEEPERS), journey.state().plan().n_set()), (Some(1), 1));
}

#[test]
fn plus_and_minus_step_a_number() {
    let mut journey = Start::default().go();
    go_to(&mut journey, NATO_DELAY);
    let last = journey.state().dossier().term(NATO_DELAY).values.len() - 1;
    for (key, expected) in [('+', 0), ('-', 0), ('+', 1), ('+', 2), ('-', 1)] {
        journey.type_key(key);
        assert_eq!(value(&journey, NATO_DELAY), Some(expected), "{key}");
    }
    journey.type_key('0');
    journey.type_key('-');
    assert_eq!(value(&journey, NATO_DELAY), Some(last), "down from nothing is the last value");
    journey.type_key('+');
    assert_eq!(value(&journey, NATO_DELAY), Some(last));
}

#[test]
fn space_and_enter_read_a_cell_and_a_term_and_step_a_control() {
    let mut journey = Start::at("reported-idea-full").go();
    press_all(&mut journey, &[Key::ArrowRight, Key::Space]);
    assert_eq!(journey.state().session.why, WhySubject::Cell(PartyIx(1), TermIx(0)));
    assert!(journey.why().contains("Crosses a red line: contradicts"));
    assert!(journey.focused().starts_with("Russia, Front line."), "Space leaves the focus where it is");
    press_all(&mut journey, &[Key::ArrowDown, Key::Enter]);
    assert_eq!(journey.state().session.why, WhySubject::Cell(PartyIx(1), TermIx(1)));
    assert!(!journey.focused().starts_with("Russia, "), "Enter goes to what is read");
    journey.press(Key::Escape);
    assert!(journey.focused().starts_with("Russia, Order of steps."), "{}", journey.focused());
    press_all(&mut journey, &[Key::Home, Key::Enter]);
    assert_eq!(journey.state().session.why, WhySubject::Term(TermIx(1)));
    assert!(journey.why().contains("What comes first: a ceasefire, guarantees, or the whole settlement?"));
    press_all(&mut journey, &[Key::ArrowRight, Key::Enter]);
    assert_eq!(value(&journey, TermIx(1)), Some(0));
}

#[test]
fn undo_and_redo_have_their_keys() {
    let mut journey = Start::default().go();
    journey.type_key('1');
    journey.type_key('2');
    journey.press_with(CTRL, Key::Z);
    assert_eq!(value(&journey, TermIx(0)), Some(0));
    assert!(journey.status().starts_with("Taken back: Front line: from Freeze now to No freeze. "));
    journey.press_with(CTRL, Key::Z);
    journey.press_with(CTRL, Key::Z);
    assert_eq!(value(&journey, TermIx(0)), None);
    journey.press_with(CTRL, Key::Y);
    assert_eq!(value(&journey, TermIx(0)), Some(0));
    journey.press_with(CTRL.plus(Modifiers::SHIFT), Key::Z);
    assert_eq!(value(&journey, TermIx(0)), Some(1));
}

#[test]
fn the_date_steps_with_ctrl_and_arrows_and_the_focus_stays() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.press(Key::ArrowRight);
    let (here, focus) = (journey.state().document.scenario.as_of, journey.focused());
    journey.press_with(CTRL, Key::ArrowLeft);
    let before = journey.state().document.scenario.as_of;
    assert!(before.earliest() < here.earliest());
    journey.press_with(CTRL, Key::ArrowRight);
    assert_eq!(journey.state().document.scenario.as_of, here);
    journey.press_with(CTRL, Key::ArrowRight);
    assert!(journey.state().document.scenario.as_of.earliest() > here.earliest());
    journey.press_with(CTRL, Key::ArrowLeft);
    assert_eq!(journey.focused(), focus);
}

#[test]
fn f6_opens_and_closes_the_why_panel() {
    let mut journey = Start::default().go();
    assert!(journey.why().starts_with("Why\n"));
    journey.press(Key::F6);
    assert_eq!(journey.why(), "");
    journey.press(Key::F6);
    assert!(journey.why().starts_with("Why\n"));
    // Reading a cell opens it.
    press_all(&mut journey, &[Key::F6, Key::ArrowRight, Key::Enter]);
    assert!(journey.why().contains("Russia"));
}

#[test]
fn c_copies_the_citation_of_the_focused_cell() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.take_effects();
    journey.type_key('c');
    assert_eq!(journey.take_effects(), [], "a control has no citation");
    journey.press(Key::ArrowRight);
    journey.type_key('c');
    let statements = journey.state().focused_statements();
    assert!(statements.len() > 1);
    assert_eq!(journey.take_effects(), [Effect::CopyCitations(statements)]);
}

#[test]
fn alt_and_arrows_try_an_option_that_enter_takes_and_esc_does_not() {
    let mut journey = Start::default().go();
    go_to(&mut journey, PEACEKEEPERS);
    journey.press_with(Modifiers::ALT, Key::ArrowRight);
    journey.press_with(Modifiers::ALT, Key::ArrowRight);
    let would = journey.status();
    assert!(would.starts_with("Peacekeepers, European force: would change ") && would.contains("Russia"), "{would}");
    assert_eq!(value(&journey, PEACEKEEPERS), None, "nothing is chosen yet");
    journey.press(Key::Escape);
    assert!(journey.state().results.preview.is_none());
    assert_eq!(journey.focused(), "Peacekeepers: Not in the plan", "Esc drops the trial, not the focus");
    journey.press_with(Modifiers::ALT, Key::ArrowDown);
    journey.press_with(Modifiers::ALT, Key::ArrowRight);
    journey.press_with(Modifiers::ALT, Key::ArrowLeft);
    journey.press(Key::Enter);
    assert_eq!(value(&journey, PEACEKEEPERS), Some(0));
    assert!(journey.status().starts_with("Peacekeepers: from not in the plan to None. "), "{}", journey.status());
    journey.press_with(Modifiers::ALT, Key::ArrowRight);
    journey.press(Key::ArrowDown);
    assert!(journey.state().results.preview.is_none(), "leaving the row drops the trial");
}

#[test]
fn ctrl_n_begins_a_new_plan_without_a_question_and_can_be_undone() {
    let mut journey = Start::at("reported-idea-full").go();
    let before = journey.state().document.scenario.clone();
    journey.press_with(CTRL, Key::N);
    assert_eq!((journey.state().plan().n_set(), journey.state().session.dialog.is_some()), (0, false));
    assert_eq!(journey.state().document.scenario.title, peace_plan_explorer::wording::UNTITLED);
    journey.press_with(CTRL, Key::Z);
    assert_eq!(journey.state().document.scenario, before);
}

/// Tells whether it is the dialog that was meant.
type IsDialog = fn(&Dialog) -> bool;

#[test]
fn esc_closes_every_dialog_and_gives_the_keys_back_to_the_table() {
    let mut journey = Start::default().go();
    let shift = CTRL.plus(Modifiers::SHIFT);
    let dialogs: [(Modifiers, Key, IsDialog); 8] = [
        (Modifiers::NONE, Key::F1, |dialog| *dialog == Dialog::Help),
        (CTRL, Key::L, |dialog| matches!(dialog, Dialog::Start(_))),
        (CTRL, Key::O, |dialog| matches!(dialog, Dialog::File(file) if file.goal == FileGoal::Open)),
        (CTRL, Key::S, |dialog| matches!(dialog, Dialog::File(file) if file.goal != FileGoal::Open)),
        (shift, Key::S, |dialog| matches!(dialog, Dialog::File(file) if file.goal != FileGoal::Open)),
        (CTRL, Key::P, |dialog| *dialog == Dialog::HandOuts),
        (CTRL, Key::I, |dialog| *dialog == Dialog::Notes),
        (CTRL, Key::Comma, |dialog| *dialog == Dialog::Settings),
    ];
    for (modifiers, key, is_it) in dialogs {
        journey.press_with(modifiers, key);
        let dialog = journey.state().session.dialog.clone();
        assert!(dialog.as_ref().is_some_and(is_it), "{key:?}: {dialog:?}");
        press_all(&mut journey, &[Key::ArrowDown, Key::Escape]);
        if journey.state().session.dialog.is_some() {
            // The first Esc may only leave a text field.
            journey.press(Key::Escape);
        }
        assert_eq!(journey.state().session.dialog, None, "{key:?}");
        assert_eq!(journey.focused(), "Front line: Not in the plan", "{key:?}");
    }
    journey.type_key('1');
    assert_eq!(value(&journey, TermIx(0)), Some(0));
}

#[test]
fn the_help_page_names_every_key_of_the_table() {
    let mut journey = Start::default().go();
    journey.press(Key::F1);
    for (keys, meaning) in words::TABLE_KEYS {
        assert!(journey.harness.query_all_by_value(keys).next().is_some(), "{keys}");
        assert!(journey.harness.query_all_by_value(meaning).next().is_some(), "{meaning}");
    }
}

/// Presses Tab until something of this name has the focus.
fn tab_to(journey: &mut Journey, name: &str) {
    for _ in 0..60 {
        if journey.focused() == name {
            return;
        }
        journey.press(Key::Tab);
    }
    panic!("Tab does not lead to \"{name}\"");
}

#[test]
fn letters_typed_into_a_field_are_no_shortcuts() {
    let mut journey = Start::at("reported-idea-full").go();
    press_all(&mut journey, &[Key::ArrowRight]);
    journey.press_with(CTRL, Key::I);
    journey.take_effects();
    tab_to(&mut journey, words::TITLE);
    journey.press_with(CTRL, Key::A);
    "c1".chars().for_each(|letter| journey.type_key(letter));
    assert_eq!(journey.state().document.scenario.title, "c1");
    assert!(journey.take_effects().iter().all(|effect| *effect == Effect::DocumentChanged));
    press_all(&mut journey, &[Key::Escape, Key::Escape]);
    assert_eq!(journey.state().session.dialog, None);
    journey.press_with(CTRL, Key::Z);
    assert_eq!(journey.state().document.scenario.title, "Reported idea in its longer form", "typing is one step");
}

#[test]
fn single_key_shortcuts_can_be_switched_off() {
    let settings = Settings { single_key_shortcuts: false, hints_seen: true, ..Settings::default() };
    let mut journey = Start { settings, ..Start::at("reported-idea-full") }.go();
    let before = journey.state().document.scenario.clone();
    journey.press(Key::ArrowRight);
    journey.take_effects();
    "c10+-".chars().for_each(|key| journey.type_key(key));
    assert_eq!(journey.state().document.scenario, before);
    assert_eq!(journey.take_effects(), []);
    press_all(&mut journey, &[Key::Enter, Key::F6]);
    assert!(!journey.state().session.why_open, "the others still work");
}

#[test]
fn the_table_is_one_stop_of_the_tab_key() {
    let mut journey = Start::at("reported-idea-full").go();
    let table = journey.focused();
    let mut seen = Vec::new();
    loop {
        journey.press(Key::Tab);
        let here = journey.focused();
        if here == table {
            break;
        }
        assert!(seen.len() < 60, "Tab never comes back to the table: {seen:?}");
        seen.push(here);
    }
    for name in ["File", "Help", "As of 13 Jan 2025", "Undo", words::CLOSE_WHY] {
        assert!(seen.iter().any(|seen| seen == name), "{name} is missing in {seen:?}");
    }
    let of_the_table = |name: &&String| journey.state().dossier().terms.iter().any(|term| name.starts_with(&term.name));
    assert_eq!(seen.iter().find(of_the_table), None);
    // And back the other way.
    journey.press_with(Modifiers::SHIFT, Key::Tab);
    assert_eq!(Some(&journey.focused()), seen.last());
    assert_eq!(journey.nodes(Role::Grid).len(), 1);
}

/// A frame can be slower than fingers: what a key means depends on those before it.
#[test]
fn keys_that_come_in_one_frame_mean_what_they_do_one_by_one() {
    let keys = [Key::ArrowDown, Key::ArrowDown, Key::ArrowRight, Key::ArrowRight, Key::Enter];
    let worlds = [true, false].map(|at_once| {
        let mut journey = Start::at("reported-idea-full").go();
        if at_once {
            journey.press_at_once(Modifiers::NONE, &keys);
        } else {
            press_all(&mut journey, &keys);
        }
        let session = &journey.state().session;
        (journey.state().plan().clone(), session.focus, session.why, journey.focused())
    });
    assert!(matches!(worlds[1].2, WhySubject::Cell(..)));
    assert_eq!(worlds[0], worlds[1]);
}

#[test]
fn a_number_typed_in_one_frame_is_typed_whole() {
    for wall in [false, true] {
        let mut journey = Start::at("reported-idea-full").go();
        if wall {
            journey.press(Key::F5);
        }
        go_to(&mut journey, NATO_DELAY);
        let before = value(&journey, NATO_DELAY);
        journey.type_at_once("10");
        assert_eq!(value(&journey, NATO_DELAY), before, "nothing is chosen yet");
        journey.press(Key::Enter);
        let chosen = value(&journey, NATO_DELAY).expect("it is in the plan");
        assert!(journey.state().dossier().term(NATO_DELAY).values[chosen].name.starts_with("10 "), "{chosen}");
    }
}

/// Whoever presses it wants to be in the tab, from wherever the keyboard is.
#[test]
fn the_key_of_the_tab_that_is_shown_leads_into_it() {
    let mut journey = Start::at("reported-idea").go();
    for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num5, Key::Num6] {
        journey.press_with(CTRL, key);
        let inside = journey.focused();
        journey.node(Role::Button, words::command(Command::Present)).focus();
        journey.harness.run();
        assert_eq!(journey.focused(), words::command(Command::Present));
        journey.press_with(CTRL, key);
        assert_eq!(journey.focused(), inside, "{key:?}");
    }
}
