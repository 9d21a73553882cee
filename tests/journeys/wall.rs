//! The wall with its buttons, with a remote alone, and with the finder.

use eframe::egui::{Key, Modifiers, Rect, Role};
use peace_plan_explorer::{
    app::{Setting, Settings, Tab, predict::Phase},
    domain::PartyIx,
    wording::presenter as texts,
};

use crate::support::{
    journey::{Journey, Start, name},
    screens::{Activity, Screen, Wall},
};

/// The walls that a room may have, and text sizes in percent.
const WALLS: [([f32; 2], u16); 6] = [
    ([1280.0, 720.0], 100),
    ([1366.0, 768.0], 100),
    ([1024.0, 768.0], 100),
    ([1920.0, 1080.0], 100),
    ([1280.0, 720.0], 200),
    ([800.0, 600.0], 150),
];

fn wall(size: [f32; 2], text_size: u16) -> Journey {
    let mut start = Start { size, ..Start::at("reported-idea-full") };
    start.settings.text_size = text_size;
    let mut journey = start.go();
    journey.press(Key::F5);
    journey
}

fn click(journey: &mut Journey, cap: texts::KeyCap) {
    let name = if cap.meaning.is_empty() { cap.key.to_owned() } else { format!("{}, {}", cap.meaning, cap.key) };
    journey.click(Role::Button, &name);
}

fn from_the_list(journey: &mut Journey, entry: &str) {
    click(journey, texts::CAP_MORE);
    journey.click(Role::Button, entry);
}

#[test]
fn the_buttons_of_the_wall_are_whole_and_lie_apart() {
    for (size, text_size) in WALLS {
        for screen in [Wall::Table, Wall::Cards, Wall::LastCards, Wall::Tab(Tab::Parties)] {
            let mut start = Start { size, ..Start::at("reported-idea-full") };
            start.settings.text_size = text_size;
            let mut journey = start.go();
            Screen::Wall(screen).open(&mut journey);
            let foot = [texts::CAP_REVEAL, texts::CAP_HIDE, texts::CAP_BLANK, texts::CAP_LEAVE, texts::CAP_MORE];
            let named = |cap: &texts::KeyCap| {
                let starts = if cap.meaning.is_empty() { cap.key } else { cap.meaning };
                let button =
                    |node: &egui_kittest::Node<'_>| name(node).starts_with(starts) && name(node).ends_with(cap.key);
                journey.nodes(Role::Button).into_iter().find(button).expect(starts).rect()
            };
            let rects: Vec<Rect> = foot.iter().map(named).collect();
            let window = journey.harness.ctx.content_rect();
            for (place, rect) in rects.iter().enumerate() {
                assert!(window.contains_rect(*rect), "{size:?}, {text_size} %: {} at {rect:?}", foot[place].meaning);
                assert!(rect.height() >= 24.0);
                let others = rects.iter().skip(place + 1);
                assert!(others.into_iter().all(|other| !other.intersects(*rect)), "{size:?}, {text_size} %: {rects:?}");
            }
        }
    }
}

#[test]
fn f5_with_and_without_shift_begins_and_never_ends_presenting() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.press_with(Modifiers::SHIFT, Key::F5);
    assert!(journey.state().presenter.is_on);
    for modifiers in [Modifiers::NONE, Modifiers::SHIFT] {
        journey.press_with(modifiers, Key::F5);
        assert!(journey.state().presenter.is_on, "{modifiers:?}");
    }
    journey.press(Key::Escape);
    assert!(!journey.state().presenter.is_on);
}

#[test]
fn arrows_reveal_where_the_setting_says_so_and_the_hint_comes_once() {
    let mut journey = wall([1280.0, 720.0], 100);
    journey.type_key('h');
    let title = journey.state().document.scenario.title.clone();
    journey.press(Key::ArrowRight);
    assert_ne!(journey.state().document.scenario.title, title);
    assert_eq!(journey.status(), texts::ARROWS_HINT);
    assert!(!journey.painted(texts::ARROWS_HINT).is_empty());
    journey.press(Key::ArrowLeft);
    assert_ne!(journey.status(), texts::ARROWS_HINT, "once is enough");
    assert_eq!(journey.state().document.scenario.title, title);
    from_the_list(&mut journey, texts::arrows_switch(false));
    assert!(journey.state().settings.arrows_reveal);
    let n_hidden = |journey: &Journey| {
        let state = journey.state();
        PartyIx::all(state.dossier().parties.len()).filter(|party| state.hides(*party)).count()
    };
    let all = n_hidden(&journey);
    for (key, n) in [(Key::ArrowRight, 1), (Key::ArrowRight, 2), (Key::ArrowLeft, 1), (Key::ArrowRight, 2)] {
        journey.press(key);
        assert_eq!(n_hidden(&journey), all - n);
    }
    for _ in 0..all {
        journey.press(Key::ArrowRight);
    }
    assert_eq!(journey.state().document.scenario.title, title, "no arrow changes the plan any more");
    // At the desk they are the table's.
    journey.press(Key::Escape);
    journey.type_key('h');
    journey.press(Key::ArrowRight);
    assert!(journey.state().hides_all());
    let settings = Setting::ArrowsReveal(false).put_into(&journey.state().settings);
    assert_eq!(Settings { arrows_reveal: false, ..journey.state().settings.clone() }, settings);
}

#[test]
fn a_remote_that_sends_arrows_plays_a_question_to_its_end() {
    let mut start = Start::at("reported-idea-full");
    start.settings.arrows_reveal = true;
    let mut journey = start.go();
    Screen::Wall(Wall::Activity(Activity::Question(Phase::Vote))).open(&mut journey);
    let n_parties = journey.state().dossier().parties.len();
    for _ in 0..2 * (n_parties + 2) {
        journey.press(Key::ArrowRight);
    }
    assert_eq!(journey.state().activities.predict.stage, peace_plan_explorer::app::predict::Stage::Table);
    assert!(journey.state().presenter.is_on);
}

#[test]
fn ctrl_f_works_on_the_wall_and_takes_the_letters() {
    let mut journey = wall([1280.0, 720.0], 100);
    journey.type_key('h');
    journey.press_with(Modifiers::COMMAND, Key::F);
    for letter in "ruhb".chars() {
        journey.type_key(letter);
    }
    assert!(journey.state().hides_all() && !journey.state().presenter.is_blank);
    for _ in 0..2 {
        journey.press(Key::Backspace);
    }
    for letter in "ssia".chars() {
        journey.type_key(letter);
    }
    journey.press(Key::Enter);
    assert!(journey.state().presenter.is_on && journey.state().presenter.spotlight);
    let cards: Vec<String> = journey.nodes(Role::Article).iter().map(name).collect();
    assert!(cards.iter().any(|card| card.starts_with("Russia. ")), "{cards:?}");
    assert!(journey.state().session.dialog.is_none() && journey.state().hides_all());
}

#[test]
fn the_legend_of_the_wall_has_every_mark_whatever_is_hidden() {
    let mut journey = wall([1024.0, 768.0], 100);
    let dotted = texts::mark_legend(peace_plan_explorer::analysis::Mark::Empty);
    let legend = |journey: &Journey| {
        assert_eq!(journey.painted(dotted).len(), 1);
        assert_eq!(journey.painted(texts::UNCOUNTED_LEGEND).len(), 1);
    };
    legend(&journey);
    journey.type_key('h');
    legend(&journey);
}
