//! Lists and menus on every screen: keys belong to what is open, everything in it can be reached and found by typing.

use std::collections::BTreeSet;

use eframe::egui::{
    Event, Key, Modifiers, Order, Popup, Rect, Role, Shape,
    accesskit::{HasPopup, Toggled},
    epaint::ClippedShape,
};
use egui_kittest::{Node, kittest::NodeT as _};
use peace_plan_explorer::{
    app::{Action, Command, Dialog, Tab},
    domain::{TermIx, ValueIx},
    ui::theme::tokens,
    wording::{activities, ui as words},
};

use super::fields::places;
use crate::support::{
    journey::{Journey, Start, name},
    screens::{self, Activity, Wall},
};

const NATO_DELAY: TermIx = TermIx(5);
const PEACEKEEPERS: TermIx = TermIx(7);

/// The buttons that open a list or a menu here, by their place among all nodes.
fn openers(journey: &Journey) -> Vec<(String, HasPopup)> {
    let of = |node: Node<'_>| Some((name(&node), node.accesskit_node().has_popup()?));
    journey.harness.root().children_recursive().filter_map(of).collect()
}

fn opener<'a>(journey: &'a Journey, wanted: &str) -> Node<'a> {
    let is_wanted = |node: &Node<'_>| node.accesskit_node().has_popup().is_some() && name(node) == wanted;
    journey.harness.root().children_recursive().find(is_wanted).unwrap_or_else(|| panic!("no {wanted}"))
}

fn is_open(journey: &Journey) -> bool {
    Popup::is_any_open(&journey.harness.ctx)
}

/// What no key may change while something is open.
fn world(journey: &Journey) -> String {
    let state = journey.state();
    let session = &state.session;
    let session = (session.tab, &session.dialog, session.focus, session.why, &session.told, session.replay);
    let presenting = (&state.presenter, state.curtain.is_drawn());
    format!("{:?} {session:?} {presenting:?} {}", state.document.scenario, places(state))
}

#[test]
fn keys_belong_to_what_is_open_on_every_screen() {
    let mut journey = Start::at("reported-idea-full").go();
    let mut seen = BTreeSet::new();
    for screen in screens::all() {
        screen.open(&mut journey);
        for (opener, kind) in openers(&journey) {
            // What is the same everywhere is tried once, and once on the wall.
            let on_the_wall = matches!(screen, screens::Screen::Wall(_));
            if seen.contains(&(opener.clone(), on_the_wall))
                || self::opener(&journey, &opener).accesskit_node().is_disabled()
            {
                continue;
            }
            screen.open(&mut journey);
            self::opener(&journey, &opener).click();
            journey.harness.run();
            // It lies under a dialog.
            if !is_open(&journey) {
                continue;
            }
            seen.insert((opener.clone(), on_the_wall));
            let before = world(&journey);
            for key in ['h', '4', 'b', 'r', 's', '+', 'n', 'l', 'm', 'i', '.', '-', '0'] {
                journey.type_key(key);
            }
            for key in [Key::F5, Key::F6, Key::PageDown, Key::PageUp, Key::ArrowDown, Key::Delete] {
                journey.press(key);
            }
            journey.press_with(Modifiers::COMMAND, Key::Z);
            assert_eq!(world(&journey), before, "{opener} on {screen:?}");
            assert!(is_open(&journey), "{opener} on {screen:?}");
            if kind == HasPopup::Listbox {
                assert!(!journey.nodes(Role::ListBox).is_empty(), "{opener} on {screen:?}");
            }
            journey.press(Key::Escape);
            assert!(!is_open(&journey), "{opener} on {screen:?}");
            assert_eq!(world(&journey), before, "{opener} on {screen:?}");
        }
    }
    assert!(seen.len() > 25, "{seen:?}");
}

#[test]
fn a_list_stays_in_the_window_and_its_last_entry_is_reached_by_keys() {
    for size in [[1280.0, 720.0], [1024.0, 768.0], [800.0, 500.0]] {
        let mut journey = Start { size, ..Start::at("reported-idea-full") }.go();
        let mut seen = BTreeSet::new();
        for screen in screens::all() {
            screen.open(&mut journey);
            let lists = openers(&journey).into_iter().filter(|(_, kind)| *kind == HasPopup::Listbox);
            for (opener, _) in lists {
                if !seen.insert((opener.clone(), matches!(screen, screens::Screen::Wall(_)))) {
                    continue;
                }
                screen.open(&mut journey);
                // Another row of the table may have been brought into view meanwhile.
                if !openers(&journey).iter().any(|(name, _)| *name == opener) {
                    seen.remove(&(opener.clone(), matches!(screen, screens::Screen::Wall(_))));
                    continue;
                }
                let shown = self::opener(&journey, &opener).rect();
                if !window(&journey).contains_rect(shown)
                    || self::opener(&journey, &opener).accesskit_node().is_disabled()
                {
                    continue;
                }
                self::opener(&journey, &opener).click();
                journey.harness.run();
                if !is_open(&journey) {
                    seen.remove(&(opener.clone(), matches!(screen, screens::Screen::Wall(_))));
                    continue;
                }
                let list = journey.nodes(Role::ListBox).remove(0).rect();
                assert!(window(&journey).expand(1.0).contains(list.min), "{opener} on {screen:?} at {size:?}");
                journey.press(Key::End);
                let ring = ring(&journey).unwrap_or_else(|| panic!("no ring: {opener} on {screen:?} at {size:?}"));
                assert!(ring.1.expand(1.0).contains_rect(ring.0), "{opener} on {screen:?} at {size:?}");
                assert!(window(&journey).contains_rect(ring.0), "{opener} on {screen:?} at {size:?}");
                journey.press(Key::Escape);
            }
        }
    }
}

/// The ring around the entry of the list that the keyboard is on: whole, and what shows of it.
fn ring(journey: &Journey) -> Option<(Rect, Rect)> {
    let focus = tokens(&journey.harness.ctx).focus;
    let of = |shape: &ClippedShape| match &shape.shape {
        Shape::Rect(rect) if rect.stroke.color == focus && rect.stroke.width == 2.0 => {
            Some((rect.rect, rect.rect.intersect(shape.clip_rect)))
        }
        _ => None,
    };
    journey.harness.output().shapes.iter().rev().find_map(of)
}

fn window(journey: &Journey) -> Rect {
    journey.harness.ctx.content_rect()
}

fn value(journey: &Journey, term: TermIx) -> Option<&str> {
    let value = journey.state().plan().get(term)?;
    Some(journey.state().dossier().term(term).values[value.get()].name.as_str())
}

#[test]
fn a_number_is_typed_whole_in_its_list_and_in_its_row() {
    let mut journey = Start::default().go();
    journey.click(Role::ComboBox, "NATO delay, all values");
    for key in ['2', '0'] {
        journey.type_key(key);
        assert_eq!(value(&journey, NATO_DELAY), None, "nothing is chosen yet");
    }
    journey.press(Key::Enter);
    assert_eq!(value(&journey, NATO_DELAY), Some("20 years"));
    // In the row, where the focus is now, a digit opens the list.
    for key in ['1', '0'] {
        journey.type_key(key);
    }
    assert_eq!(value(&journey, NATO_DELAY), Some("20 years"), "neither 1 nor taken out");
    journey.press(Key::Enter);
    assert_eq!(value(&journey, NATO_DELAY), Some("10 years"));
    assert!(journey.focused().starts_with("NATO delay"), "{}", journey.focused());
    // What was typed can be taken back, a word is found as well, and Esc leaves things as they are.
    for key in ['3', '3'] {
        journey.type_key(key);
    }
    journey.press(Key::Backspace);
    journey.press(Key::Escape);
    assert_eq!(value(&journey, NATO_DELAY), Some("10 years"));
    journey.click(Role::ComboBox, "NATO delay, all values");
    for key in ['n', 'e', 'v'] {
        journey.type_key(key);
    }
    journey.press(Key::Enter);
    assert_eq!(value(&journey, NATO_DELAY), Some("Never"));
}

#[test]
fn a_list_opens_at_the_present_value_and_is_walked_by_keys() {
    let mut journey = Start::default().go();
    let n_values = journey.state().dossier().term(NATO_DELAY).values.len();
    journey.apply(Action::Edit(peace_plan_explorer::app::Edit::SetTerm(NATO_DELAY, Some(ValueIx::at(n_values - 2)))));
    journey.click(Role::ComboBox, "NATO delay, all values");
    let ring = ring(&journey).expect("what is chosen is in sight");
    assert_eq!(ring.0, ring.1);
    journey.press(Key::ArrowDown);
    journey.press(Key::Enter);
    assert_eq!(journey.state().plan().get(NATO_DELAY), Some(ValueIx::at(n_values - 1)));
}

/// On the wall as beside the table: the one that is open is the one that is marked.
#[test]
fn the_plans_on_file_are_listed_with_the_one_that_is_open() {
    for screen in [screens::Screen::Activity(Activity::Setup), screens::Screen::Wall(Wall::Activity(Activity::Setup))] {
        let mut journey = Start::at("reported-idea-full").go();
        screen.open(&mut journey);
        journey.click(Role::Button, activities::SAMPLE_PLAN);
        let plans = journey.nodes(Role::MenuItemRadio).into_iter();
        let chosen = plans.filter(|plan| plan.accesskit_node().toggled() == Some(Toggled::True));
        let chosen: Vec<String> = chosen.map(|plan| name(&plan)).collect();
        let title = &journey.state().document.scenario.title;
        assert!(matches!(&chosen[..], [plan] if plan.starts_with(title)), "{title} is open: {chosen:?}");
    }
}

#[test]
fn a_digit_on_the_wall_begins_a_number_too() {
    for cards in [false, true] {
        let mut journey = Start::default().go();
        journey.press(Key::F5);
        for _ in 0..NATO_DELAY.get() {
            journey.press(Key::ArrowDown);
        }
        if cards {
            journey.press(Key::Enter);
        }
        for key in ['2', '0'] {
            journey.type_key(key);
        }
        journey.press(Key::Enter);
        assert_eq!(value(&journey, NATO_DELAY), Some("20 years"), "{cards}");
        assert_eq!(journey.state().presenter.spotlight, cards, "Enter belonged to the list");
        journey.press(Key::ArrowDown);
        journey.press(Key::ArrowDown);
        journey.type_key('2');
        assert_eq!(journey.state().plan().get(PEACEKEEPERS), Some(ValueIx(1)));
    }
}

/// A click closes the menu by itself; what a key opened stood behind it.
#[test]
fn an_entry_that_a_key_presses_closes_its_menu() {
    let mut journey = Start::default().go();
    journey.press(Key::F10);
    journey.press(Key::ArrowDown);
    journey.press(Key::ArrowDown);
    assert_eq!(journey.focused(), words::command(Command::NewCase));
    journey.press(Key::Enter);
    assert!(matches!(journey.state().session.dialog, Some(Dialog::NewCase(_))));
    assert!(!is_open(&journey), "the menu is closed");
    // The dialog has the keyboard: its title is written, an arrow leads to what it begins with, and Enter makes it.
    journey.write("Pool");
    journey.press(Key::Tab);
    journey.press(Key::ArrowDown);
    let Some(Dialog::NewCase(new)) = &journey.state().session.dialog else { panic!("the case was made too early") };
    assert_eq!(new.title, "Pool");
    journey.press(Key::Enter);
    assert!(!matches!(journey.state().session.dialog, Some(Dialog::NewCase(_))));
    let n_parties = journey.state().document.own.as_ref().map(|own| own.count("parties"));
    assert_eq!(
        n_parties,
        Some(1),
        "Enter makes what an arrow led to: an empty case, and not the template of three parties"
    );
}

#[test]
fn f10_and_alt_open_the_menus_and_arrows_go_from_one_to_the_next() {
    let mut journey = Start::default().go();
    journey.press(Key::F10);
    assert!(is_open(&journey));
    assert_eq!(journey.focused(), "File");
    journey.press(Key::ArrowRight);
    assert_eq!(journey.focused(), "Edit");
    assert!(journey.harness.root().children_recursive().any(|node| name(&node).starts_with("Undo")));
    journey.press(Key::F10);
    assert!(!is_open(&journey));
    // Where the program starts, too.
    let mut started = Start::default().go();
    started.apply(Action::Run(Command::Browse));
    started.press(Key::F10);
    assert!(is_open(&started));
    assert_eq!(started.focused(), "File");
    // Alt alone opens them too, Alt with another key does not.
    let alt = |journey: &mut Journey, other: Option<Key>| {
        journey.harness.event(Event::ModifiersChanged(Modifiers::ALT));
        journey.harness.step();
        if let Some(key) = other {
            journey.harness.event(Event::Key {
                key,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: Modifiers::ALT,
            });
            journey.harness.step();
        }
        journey.harness.event(Event::ModifiersChanged(Modifiers::NONE));
        journey.harness.run();
    };
    alt(&mut journey, Some(Key::ArrowRight));
    assert!(!is_open(&journey));
    alt(&mut journey, None);
    assert!(is_open(&journey));
    journey.press(Key::Escape);
    assert!(!is_open(&journey));
    assert_eq!(journey.state().session.tab, Tab::Explore);
}

/// What is left of a list stands where it was, and takes no more room than it needs.
#[test]
fn a_list_that_is_filtered_shrinks_and_stays_at_its_field() {
    for (row, size) in [("NATO delay, all values", [1280.0, 720.0]), ("Draft age, all values", [1024.0, 600.0])] {
        let mut journey = Start { size, ..Start::default() }.go();
        let list = |journey: &Journey| {
            let layer = journey.harness.ctx.memory(|memory| {
                memory.areas().visible_layer_ids().into_iter().find(|layer| layer.order == Order::Foreground)
            });
            let id = layer.expect("a list is open").id;
            journey.harness.ctx.memory(|memory| memory.area_rect(id)).expect("it has a place")
        };
        journey.click(Role::ComboBox, row);
        let field = journey.node(Role::ComboBox, row).rect();
        let whole = list(&journey);
        let is_under = whole.top() > field.top();
        journey.write(if row.starts_with("NATO") { "20" } else { "25" });
        journey.harness.run_steps(4);
        let left = list(&journey);
        assert!(left.height() < whole.height() - 40.0, "{row}: {left:?} of {whole:?}");
        assert_eq!(left.top() > field.top(), is_under, "{row}: {left:?} at {field:?}");
        let apart = if is_under { left.top() - field.bottom() } else { field.top() - left.bottom() };
        assert!((-1.0..12.0).contains(&apart), "{row}: {left:?} at {field:?}");
    }
}
