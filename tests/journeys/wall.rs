//! The wall with the mouse alone, with a remote alone, and while verdicts are revealed: nothing moves.

use std::{collections::BTreeMap, sync::Arc};

use eframe::egui::{Key, Modifiers, Rect, Role};
use egui_kittest::kittest::NodeT as _;
use peace_plan_explorer::{
    app::{Action, Case, Command, Edit, Setting, Settings, Tab, Told, predict::Phase, presenter},
    domain::{PartyIx, Plan, TermIx, ValueIx},
    storage::Library,
    wording::{presenter as texts, ui as words},
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
fn the_mouse_alone_does_on_the_wall_what_a_keyboard_does() {
    for (size, text_size) in [WALLS[0], WALLS[2], WALLS[4]] {
        let mut journey = wall(size, text_size);
        let title = journey.state().document.scenario.title.clone();
        click(&mut journey, texts::CAP_HIDE);
        assert!(journey.state().hides_all(), "{size:?}");
        click(&mut journey, texts::CAP_REVEAL);
        click(&mut journey, texts::CAP_REVEAL);
        assert_eq!(journey.state().curtain.last_revealed(), Some(journey.state().columns()[1].party));
        from_the_list(&mut journey, words::command(Command::HideLast));
        assert_eq!(journey.state().curtain.last_revealed(), Some(journey.state().columns()[0].party));
        from_the_list(&mut journey, words::command(Command::RevealAll));
        assert!(!journey.state().hides_any());
        click(&mut journey, texts::cap_term(false));
        assert!(journey.state().presenter.spotlight);
        from_the_list(&mut journey, texts::TERM_ON);
        assert_eq!(journey.state().session.focus.term, TermIx(1));
        click(&mut journey, texts::cap_term(true));
        assert!(!journey.state().presenter.spotlight);
        click(&mut journey, texts::CAP_BLANK);
        assert_eq!(journey.texts(), []);
        journey.harness.hover_at(journey.harness.ctx.content_rect().center());
        journey.apply(Action::Presenter(presenter::Action::Unblank));
        journey.click(Role::Button, texts::PLAN_ON);
        assert_ne!(journey.state().document.scenario.title, title);
        journey.click(Role::Button, texts::PLAN_BACK);
        assert_eq!(journey.state().document.scenario.title, title);
        from_the_list(&mut journey, words::command(Command::Timeline));
        assert_eq!(journey.state().session.tab, Tab::Timeline);
        click(&mut journey, texts::CAP_TABLE);
        assert_eq!(journey.state().session.tab, Tab::Explore);
        let day = journey.state().document.scenario.as_of;
        from_the_list(&mut journey, words::command(Command::NextEvent));
        assert_ne!(journey.state().document.scenario.as_of, day);
        click(&mut journey, texts::CAP_LEAVE);
        assert!(!journey.state().presenter.is_on);
    }
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
fn the_status_of_the_wall_says_nothing_of_another_step() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.harness.state_mut().state.session.told = Some(Told::Saved("secret.ron".to_owned()));
    journey.harness.run();
    assert!(journey.status().contains("secret.ron"));
    journey.press(Key::F5);
    let in_plan = words::in_plan(journey.state().results.n_in_plan(), journey.state().dossier().terms.len());
    assert_eq!(journey.status(), in_plan);
    journey.press(Key::Enter);
    journey.type_key('1');
    let changed = journey.status();
    assert_ne!(changed, in_plan);
    journey.press(Key::Enter);
    assert_eq!(journey.status(), changed, "the same step on the whole table");
    let goes_on: [fn(&mut Journey); 3] = [
        |journey| journey.press(Key::ArrowDown),
        |journey| {
            journey.type_key('h');
            journey.press(Key::Space);
            journey.press(Key::ArrowDown);
        },
        |journey| {
            journey.type_key('r');
            journey.press_with(Modifiers::COMMAND, Key::Num3);
        },
    ];
    for go_on in goes_on {
        go_on(&mut journey);
        let in_plan = words::in_plan(journey.state().results.n_in_plan(), journey.state().dossier().terms.len());
        assert_eq!(journey.status(), in_plan);
    }
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

/// Where everything stands that has a name of its own: by its id.
fn places(journey: &Journey) -> BTreeMap<String, Rect> {
    let fixed = |role: Role| !matches!(role, Role::TextRun | Role::Status | Role::Label | Role::GenericContainer);
    let nodes = journey.harness.root().children_recursive();
    let nodes =
        nodes.filter(|node| fixed(node.accesskit_node().role()) && node.accesskit_node().bounding_box().is_some());
    nodes.map(|node| (format!("{:?}", node.accesskit_node().id()), node.rect())).collect()
}

#[track_caller]
fn nothing_moved(journey: &Journey, before: &BTreeMap<String, Rect>, what: &str) {
    let after = places(journey);
    for (id, rect) in before {
        if let Some(now) = after.get(id) {
            assert!((now.min - rect.min).length() < 0.5, "{what}: {rect:?} to {now:?}");
            assert!((now.max - rect.max).length() < 0.5, "{what}: {rect:?} to {now:?}");
        }
    }
}

/// Every shipped dossier with a plan that says something about each term.
fn full_plans() -> Vec<Journey> {
    let library = Library::shipped();
    let journey = |shelf: &peace_plan_explorer::storage::Shelf| {
        let file = shelf.dossier().expect("it is tested to be sound");
        let case = Arc::new(Case::new(file.dossier.clone(), file.fingerprint.clone(), true));
        let mut journey = Start { case, ..Start::default() }.go();
        let mut plan = Plan::empty(file.dossier.terms.len());
        for term in TermIx::all(file.dossier.terms.len()) {
            plan.set(term, Some(ValueIx(0)));
        }
        let terms = plan.iter().collect();
        journey.apply(Action::Edit(Edit::SetTerms(terms)));
        journey
    };
    library.shelves().iter().map(journey).collect()
}

#[test]
fn nothing_moves_on_the_wall_while_verdicts_are_revealed_and_no_card_is_cut() {
    for mut journey in full_plans() {
        journey.apply(Action::Run(Command::Present));
        let dossier = journey.state().dossier().id.clone();
        for (size, text_size) in [([1024.0, 768.0], 100), ([1366.0, 768.0], 100), ([1280.0, 720.0], 200)] {
            let settings = Settings { text_size, ..journey.state().settings.clone() };
            journey.apply(Action::Settings(settings));
            journey.harness.set_size(size.into());
            journey.harness.run();
            for term in 0..journey.state().dossier().terms.len() {
                let show = presenter::Action::ShowTerm { term: TermIx::at(term), spotlight: true };
                journey.apply(Action::Presenter(show));
                let what = format!("{dossier}, {size:?}, {text_size} %, term {term}");
                reveal_everything(&mut journey, &what);
                no_card_is_cut(&mut journey, &what);
            }
            let show = presenter::Action::ShowTerm { term: TermIx(0), spotlight: false };
            journey.apply(Action::Presenter(show));
            reveal_everything(&mut journey, &format!("{dossier}, {size:?}, {text_size} %, the table"));
        }
    }
}

fn no_card_is_cut(journey: &mut Journey, what: &str) {
    let window = journey.harness.ctx.content_rect();
    let n_cards = journey.state().columns().len();
    let mut seen = 0;
    while seen < n_cards {
        journey.apply(Action::Presenter(presenter::Action::ShowCard(seen)));
        let cards = journey.nodes(Role::Article);
        assert!(!cards.is_empty());
        seen += cards.len();
        for card in cards {
            let said = name(&card);
            assert!(window.contains_rect(card.rect()), "{what}: {said}");
            if let Some(text) = said.split(". ").nth(2) {
                let inside = journey.painted(text).iter().any(|text| card.rect().contains_rect(*text));
                assert!(inside, "{what}: {said}");
            }
        }
    }
}

/// Hides all, then reveals one party and the rest at once; the page of the cards stays the first.
fn reveal_everything(journey: &mut Journey, what: &str) {
    journey.apply(Action::Run(Command::Hide));
    let first = Action::Presenter(presenter::Action::ShowCard(0));
    journey.apply(first.clone());
    let before = places(journey);
    journey.apply(Action::Run(Command::RevealNext));
    journey.apply(first.clone());
    nothing_moved(journey, &before, what);
    journey.apply(Action::Run(Command::RevealAll));
    nothing_moved(journey, &before, what);
}

#[test]
fn nothing_moves_in_ranges_questions_and_rounds_while_verdicts_are_revealed() {
    let looks = [
        Wall::Ranges,
        Wall::Activity(Activity::Question(Phase::Reveal)),
        Wall::Activity(Activity::Proposal { curtain: true }),
        Wall::Activity(Activity::News),
    ];
    for (size, text_size) in [WALLS[0], WALLS[2], WALLS[4]] {
        for look in looks {
            let mut start = Start { size, ..Start::at("reported-idea-full") };
            start.settings.text_size = text_size;
            let mut journey = start.go();
            journey.apply(Action::Run(Command::Hide));
            Screen::Wall(look).open(&mut journey);
            let before = places(&journey);
            for _ in 0..3 {
                journey.apply(Action::Run(Command::RevealNext));
                nothing_moved(&journey, &before, &format!("{look:?}, {size:?}, {text_size} %"));
            }
            journey.apply(Action::Run(Command::RevealAll));
            nothing_moved(&journey, &before, &format!("{look:?}, {size:?}, {text_size} %"));
        }
    }
}
