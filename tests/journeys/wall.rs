//! The wall with the mouse alone, with a remote alone, and while verdicts are revealed: nothing moves.

use std::{collections::BTreeMap, sync::Arc};

use eframe::egui::{CursorIcon, Key, Modifiers, Rect, Role, Vec2};
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
    let wall = journey.harness.ctx.content_rect();
    assert!(wall.contains_rect(journey.node(Role::Button, entry).rect()), "{entry}");
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
        assert_eq!(journey.state().session.tab, Tab::Timeline, "{size:?}");
        click(&mut journey, texts::CAP_TABLE);
        assert_eq!(journey.state().session.tab, Tab::Explore);
        let day = journey.state().document.scenario.as_of;
        from_the_list(&mut journey, words::command(Command::NextEvent));
        assert_ne!(journey.state().document.scenario.as_of, day, "{size:?}, {text_size} %");
        click(&mut journey, texts::CAP_LEAVE);
        assert!(!journey.state().presenter.is_on);
    }
}

#[test]
fn the_buttons_of_the_wall_are_whole_and_lie_apart() {
    for (size, text_size) in WALLS {
        let mut journey = wall(size, text_size);
        for screen in [Wall::Table, Wall::Cards, Wall::LastCards, Wall::Tab(Tab::Parties)] {
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
    journey.type_key('2');
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

/// Where there is little room beside the keys, it is said in few words; a reader is told all of it.
#[test]
fn what_has_few_words_on_the_wall_is_painted_whole_and_told_in_full() {
    for (size, text_size) in WALLS {
        let mut journey = wall(size, text_size);
        for (key, short, whole) in [
            ('n', texts::NOTHING_NEW_SHORT, texts::NOTHING_NEW),
            ('l', texts::NOTHING_TO_REPLAY_SHORT, texts::NOTHING_TO_REPLAY),
            ('h', texts::ALL_HIDDEN_SHORT, texts::ALL_HIDDEN),
        ] {
            assert!(journey.painted(short).is_empty(), "{key} at {size:?}");
            journey.type_key(key);
            assert_eq!(journey.status(), whole, "{key} at {size:?}");
            assert_eq!(journey.painted(short).len(), 1, "{key} at {size:?}");
            let cut = journey.elided(journey.harness.ctx.content_rect());
            assert!(!cut.iter().any(|text| text == short), "{key} at {size:?}: {cut:?}");
        }
        // With news there is no word of it.
        journey.press_with(Modifiers::COMMAND, Key::ArrowRight);
        journey.type_key('n');
        assert!(!journey.status().contains(texts::NOTHING_NEW), "{size:?}");
        journey.press(Key::Escape);
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

/// Where everything stands and what it is called, by its id.
fn places(journey: &Journey) -> BTreeMap<String, (String, Rect)> {
    let nodes = journey.harness.root().children_recursive();
    let nodes = nodes.filter(|node| {
        let node = node.accesskit_node();
        !matches!(node.role(), Role::TextRun | Role::Status | Role::GenericContainer) && node.bounding_box().is_some()
    });
    nodes.map(|node| (format!("{:?}", node.accesskit_node().id()), (name(&node), node.rect()))).collect()
}

/// A text that changed may be as long as it is; everything else stands where it stood, in the first picture already.
#[track_caller]
fn nothing_moved(journey: &Journey, before: &BTreeMap<String, (String, Rect)>, what: &str) {
    let after = places(journey);
    for (id, (name, rect)) in before {
        let Some((now_called, now)) = after.get(id) else { continue };
        let length = if name == now_called { (now.max - rect.max).length() } else { 0.0 };
        let moved = (now.min - rect.min).length().max(length);
        assert!(moved < 0.5, "{what}: \"{name}\" from {rect:?} to {now:?}");
    }
}

/// Where a statement and its tiles have no room together they are scrolled together, and nothing else moves.
#[track_caller]
fn nothing_but_scrolled(journey: &Journey, before: &BTreeMap<String, (String, Rect)>, what: &str) {
    let after = places(journey);
    let ways = before.iter().filter_map(|(id, (_, rect))| Some(after.get(id)?.1.min - rect.min));
    let ways: Vec<_> = ways.filter(|way| way.length() >= 0.5).collect();
    assert!(ways.iter().all(|way| way.x.abs() < 0.5 && (way.y - ways[0].y).abs() < 0.5), "{what}: {ways:?}");
}

/// All of it at once, and a single picture.
fn at_once<const N: usize>(journey: &mut Journey, actions: [Action; N]) {
    let ctx = journey.harness.ctx.clone();
    journey.harness.state_mut().apply(actions.into(), &ctx);
    journey.harness.step();
}

fn show_term(term: TermIx, spotlight: bool) -> Action {
    Action::Presenter(presenter::Action::ShowTerm { term, spotlight })
}

fn show_card(card: usize) -> Action {
    Action::Presenter(presenter::Action::ShowCard(card))
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

fn resize(journey: &mut Journey, size: [f32; 2], text_size: u16) {
    let settings = Settings { text_size, ..journey.state().settings.clone() };
    journey.apply(Action::Settings(settings));
    journey.harness.set_size(size.into());
    journey.harness.run();
}

/// A wall of the usual form, one that is nearly square, and the lowest.
const FORMS: [([f32; 2], u16); 3] = [([1024.0, 768.0], 100), ([1366.0, 768.0], 100), ([1280.0, 720.0], 200)];

#[test]
fn nothing_moves_on_the_wall_while_verdicts_are_revealed_and_no_card_is_cut() {
    for mut journey in full_plans() {
        journey.apply(Action::Run(Command::Present));
        let dossier = journey.state().dossier().id.clone();
        for (size, text_size) in FORMS {
            resize(&mut journey, size, text_size);
            let what = format!("{dossier}, {size:?}, {text_size} %");
            at_once(&mut journey, [Action::Run(Command::Hide), show_term(TermIx(0), false)]);
            reveal_everything(&mut journey, &format!("{what}, the table"));
            for term in TermIx::all(journey.state().dossier().terms.len()) {
                let what = format!("{what}, {term:?}");
                at_once(&mut journey, [Action::Run(Command::Hide), show_term(term, true)]);
                reveal_everything(&mut journey, &what);
                no_card_is_cut(&mut journey, &what);
            }
        }
    }
}

fn no_card_is_cut(journey: &mut Journey, what: &str) {
    let window = journey.harness.ctx.content_rect();
    let n_cards = journey.state().columns().len();
    let mut seen = 0;
    while seen < n_cards {
        if seen > 0 {
            at_once(journey, [show_card(seen)]);
        }
        let cards = journey.nodes(Role::Article);
        assert!(!cards.is_empty());
        seen += cards.len();
        for card in cards {
            let said = name(&card);
            assert!(window.contains_rect(card.rect()), "{what}: {said}");
            // What meets the statement stands before it where there is room for both.
            if let Some(text) =
                said.split(". ").filter(|part| !(part.starts_with("Met if ") || part.contains(": met if "))).nth(2)
            {
                let inside = journey.painted(text).iter().any(|text| card.rect().contains_rect(*text));
                assert!(inside, "{what}: {said}");
            }
        }
    }
}

/// Reveals one party and the rest at once; the page of the cards stays the first.
fn reveal_everything(journey: &mut Journey, what: &str) {
    at_once(journey, [show_card(0)]);
    let before = places(journey);
    at_once(journey, [Action::Run(Command::RevealNext), show_card(0)]);
    nothing_moved(journey, &before, what);
    at_once(journey, [Action::Run(Command::RevealAll), show_card(0)]);
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
    for (size, text_size) in WALLS {
        let mut start = Start { size, ..Start::at("reported-idea-full") };
        start.settings.text_size = text_size;
        let mut journey = start.go();
        journey.apply(Action::Run(Command::Hide));
        for look in looks {
            let what = format!("{look:?}, {size:?}, {text_size} %");
            let is_scrolled = text_size > 100 && look == Wall::Activity(Activity::Question(Phase::Reveal));
            let as_it_was = if is_scrolled { nothing_but_scrolled } else { nothing_moved };
            Screen::Wall(look).open(&mut journey);
            journey.apply(Action::Run(Command::Hide));
            let before = places(&journey);
            for _ in 0..journey.state().columns().len() {
                at_once(&mut journey, [Action::Run(Command::RevealNext)]);
                as_it_was(&journey, &before, &what);
            }
            journey.apply(Action::Run(Command::Hide));
            at_once(&mut journey, [Action::Run(Command::RevealAll)]);
            as_it_was(&journey, &before, &what);
        }
    }
}

#[test]
fn the_tiles_of_a_question_are_whole_on_every_wall_and_their_pages_can_be_turned() {
    for (size, text_size) in WALLS {
        let mut start = Start { size, ..Start::at("reported-idea-full") };
        start.settings.text_size = text_size;
        let mut journey = start.go();
        Screen::Wall(Wall::Activity(Activity::Question(Phase::Reveal))).open(&mut journey);
        let wall = journey.harness.ctx.content_rect();
        let dossier = Arc::clone(&journey.state().document.case);
        let of_a_party = |said: &str| dossier.dossier.parties.iter().any(|party| said.starts_with(&party.name));
        for _ in 0..journey.state().columns().len() {
            at_once(&mut journey, [Action::Run(Command::RevealNext)]);
            let open = journey.state().activities.predict.open().expect("it is asked");
            let turned = dossier.dossier.party(open.spotlight.expect("one was turned")).name.clone();
            let buttons: Vec<(String, Rect)> =
                journey.nodes(Role::Button).iter().map(|button| (name(button), button.rect())).collect();
            let tile = buttons.iter().find(|(said, _)| said.starts_with(&format!("{turned}. ")));
            assert!(tile.is_some(), "{size:?}, {text_size} %: no tile of {turned}");
            // Where they have no room beside the statement tiles are scrolled, and what one was turned for comes first.
            let is_scrolled = |said: &str| text_size > 100 && of_a_party(said);
            let buttons: Vec<_> = buttons.iter().filter(|(said, _)| !is_scrolled(said)).collect();
            for (place, (said, rect)) in buttons.iter().enumerate() {
                assert!(wall.contains_rect(*rect), "{size:?}, {text_size} %: {said} at {rect:?}");
                let mut others = buttons.iter().skip(place + 1);
                let covers = others.find(|(_, other)| other.shrink(0.5).intersects(*rect));
                assert!(covers.is_none(), "{size:?}, {text_size} %: {said} and {covers:?}");
            }
            let statement = journey.nodes(Role::Heading).into_iter().find(|node| of_a_party(&name(node)));
            let statement = statement.expect("the tile was turned").rect();
            assert!(wall.contains_rect(statement), "{size:?}, {text_size} %: {turned}");
            assert!(!journey.painted(&turned).is_empty());
        }
        let is_back = |journey: &Journey| {
            let back = journey.nodes(Role::Button).into_iter().find(|node| name(node) == texts::PAGE_BACK);
            back.is_some_and(|back| !back.accesskit_node().is_disabled())
        };
        while is_back(&journey) {
            journey.click(Role::Button, texts::PAGE_BACK);
        }
        let first = &dossier.dossier.party(journey.state().columns()[0].party).name;
        assert!(journey.nodes(Role::Button).iter().any(|node| name(node).starts_with(&format!("{first}. "))));
    }
}

/// Nothing is done for so many quarters of a second of egui's clock; the pointer's shape after that.
fn rest(journey: &mut Journey, quarters: usize) -> CursorIcon {
    (0..quarters).for_each(|_| journey.harness.step());
    journey.harness.output().platform_output.cursor_icon
}

#[test]
fn the_pointer_goes_after_three_seconds_at_rest_and_is_back_when_it_moves() {
    let mut journey = wall([1280.0, 720.0], 100);
    let icon = |journey: &Journey| journey.harness.output().platform_output.cursor_icon;
    let button = journey.nodes(Role::Button)[0].rect().center();
    for place in [journey.harness.ctx.content_rect().center(), button] {
        journey.harness.hover_at(place);
        journey.harness.step();
        assert_ne!(rest(&mut journey, 10), CursorIcon::None);
        assert_eq!(rest(&mut journey, 3), CursorIcon::None, "over {place:?}");
        journey.press(Key::Enter);
        assert_eq!(icon(&journey), CursorIcon::None, "a key does not bring it back");
        journey.harness.hover_at(place + Vec2::splat(3.0));
        journey.harness.step();
        assert_ne!(icon(&journey), CursorIcon::None);
    }
    journey.press(Key::Escape);
    assert_ne!(rest(&mut journey, 40), CursorIcon::None, "at the desk it stays");
}
