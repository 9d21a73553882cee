//! The start page: every case on a card, its plans under it, and the first choice still one click or one key away.

use eframe::egui::{Event, Key, Modifiers, Order, Rect, Role, accesskit::Toggled, vec2};
use egui_kittest::{
    Node,
    kittest::{NodeT as _, Queryable as _},
};
use peace_plan_explorer::{
    app::{Action, Catalog, Command, Dialog, DraftEntry, DraftId, Effect, Settings, Shelf, StartPage, Tab},
    domain::{TermIx, ValueIx},
    storage::Library,
    wording::{DateStyle, start_page as texts, ui as words},
};

use crate::support::journey::{DOSSIER, Journey, Start, name, shelf_of};

/// The window as it starts without a file.
fn started(start: Start) -> Journey {
    let mut journey = start.go();
    journey.apply(Action::Run(Command::Browse));
    journey.take_effects();
    journey
}

fn page(journey: &Journey) -> &StartPage {
    let Some(Dialog::Start(page)) = &journey.state().session.dialog else { panic!("the start page is closed") };
    page
}

fn buttons(journey: &Journey) -> Vec<String> {
    journey.nodes(Role::Button).iter().map(name).collect()
}

fn opened(journey: &mut Journey) -> Vec<(String, Option<String>)> {
    let effects = journey.take_effects().into_iter();
    let entries = effects.filter_map(|effect| match effect {
        Effect::OpenEntry { shelf, scenario } => Some((shelf, scenario)),
        _ => None,
    });
    entries.collect()
}

#[test]
fn it_says_what_the_program_is_for_and_shows_a_card_for_every_case() {
    let journey = started(Start::default());
    assert!(!journey.painted(texts::PURPOSE).is_empty());
    let case = buttons(&journey).into_iter().find(|name| name.starts_with("Ukraine, January 2025. "));
    let case = case.expect("a card");
    for part in ["15 terms", "15 parties", "2025", "plans to open"] {
        assert!(case.contains(part), "{part} in {case}");
    }
    journey.harness.get_by_role_and_label(Role::Region, texts::START);
}

#[test]
fn tab_leads_from_the_search_to_the_buttons_and_enter_presses_them() {
    let mut journey = started(Start::default());
    assert_eq!(journey.focused(), texts::SEARCH);
    journey.press_with(Modifiers::NONE, Key::Tab);
    assert_eq!(journey.focused(), texts::OWN_CASE);
    journey.press_with(Modifiers::NONE, Key::Enter);
    assert!(page(&journey).own_case, "what leads to a case of one's own shows");
    journey.press_with(Modifiers::SHIFT, Key::Tab);
    assert_eq!(journey.focused(), texts::SEARCH, "and back");
}

/// Large text in a small window leaves room for the cases.
#[test]
fn the_first_case_can_be_seen_whole_at_any_size() {
    for (size, text_size) in
        [([1280.0, 720.0], 200), ([1366.0, 728.0], 200), ([1024.0, 768.0], 150), ([1008.0, 688.0], 200)]
    {
        let settings = Settings { text_size, ..Settings::default() };
        let mut journey = started(Start { size, settings, ..Start::default() });
        for plan in [false, true] {
            if plan {
                journey.press(Key::Escape);
                journey.press(Key::Num1);
                journey.apply(Action::Run(Command::Browse));
            }
            let page = journey.harness.get_by_role_and_label(Role::Region, texts::START).rect();
            let cards = journey.nodes(Role::Button).into_iter().filter(|node| name(node).contains(" plans to open"));
            let cards: Vec<Rect> = cards.map(|card| card.rect()).collect();
            let seen = cards.iter().filter(|card| page.contains_rect(**card)).count();
            assert!(seen >= 1, "{size:?} at {text_size} %, with a plan: {plan}: {cards:?} in {page:?}");
        }
    }
}

#[test]
fn the_smallest_case_stands_first_and_ones_own_on_top() {
    let shelf = |title: &str, n_terms: usize, shipped: bool| Shelf {
        id: title.to_owned(),
        title: title.to_owned(),
        shipped,
        counts: (n_terms, 2, 3),
        fictional: false,
        language: String::new(),
        covers: None,
        sentence: String::new(),
        searched: String::new(),
        picture: None,
        not_verified: String::new(),
        scenarios: Vec::new(),
        problems: Vec::new(),
    };
    let shelves = vec![shelf("B", 10, true), shelf("War", 20, true), shelf("A", 10, true), shelf("Trip", 5, true)];
    let mut catalog = Catalog { shelves, own_folder: String::new() };
    catalog.shelves.push(shelf("Ours", 30, false));
    let titles: Vec<&str> = catalog.smallest_first().iter().map(|shelf| shelf.title.as_str()).collect();
    assert_eq!(titles, ["Ours", "Trip", "A", "B", "War"]);
}

#[test]
fn enter_unfolds_a_case_and_opens_what_is_chosen_in_it() {
    let mut journey = started(Start::default());
    journey.press(Key::Enter);
    assert_eq!(page(&journey).unfolded.as_deref(), Some(DOSSIER));
    assert!(buttons(&journey).contains(&texts::EMPTY.to_owned()));
    // Enter once more opens what stands first in it.
    journey.press(Key::Enter);
    assert_eq!(opened(&mut journey), [(DOSSIER.to_owned(), None)]);
    // The case is open already in the state; what the world brings closes the page.
    journey.press(Key::ArrowDown);
    journey.press(Key::Enter);
    let entries = opened(&mut journey);
    assert!(matches!(&entries[..], [(shelf, Some(_))] if shelf == DOSSIER), "{entries:?}");
    assert!(journey.state().session.dialog.is_none());
    assert!(journey.state().plan().n_set() > 0);
}

#[test]
fn a_plan_under_its_case_says_whose_it_is_and_what_became_of_it() {
    let mut journey = started(Start::default());
    let plans = buttons(&journey).into_iter().find(|name| name.ends_with(" of Ukraine, January 2025"));
    journey.click(Role::Button, &plans.expect("the plans of the case"));
    let idea =
        buttons(&journey).into_iter().find(|name| name.starts_with("Reported idea: freeze, delay, European troops"));
    let idea = idea.expect("the plan is listed");
    for part in ["6 Nov 2024", "unnamed members of the incoming US team", "3 terms"] {
        assert!(idea.contains(part), "{part} in {idea}");
    }
    journey.node(Role::Button, &idea).click_accesskit();
    journey.harness.run();
    assert_eq!(opened(&mut journey), [(DOSSIER.to_owned(), Some("reported-idea".to_owned()))]);
}

#[test]
fn letters_search_and_enter_opens_the_plan_that_is_found() {
    let mut journey = started(Start::default());
    "russia's terms".chars().for_each(|letter| journey.type_key(letter));
    let found = buttons(&journey);
    assert!(found.iter().any(|name| name.contains("June 2024")), "{found:#?}");
    assert!(!found.iter().any(|name| name.starts_with("Reported idea")), "{found:#?}");
    journey.press(Key::Enter);
    assert_eq!(opened(&mut journey), [(DOSSIER.to_owned(), Some("russia-terms-june-2024".to_owned()))]);
}

#[test]
fn the_first_mark_still_takes_one_click() {
    let mut journey = started(Start::default());
    let control = journey.harness.get_by_label("Front line, Freeze now, 1 of 2").rect();
    let page = journey.harness.get_by_role_and_label(Role::Region, texts::START).rect();
    assert!(!page.intersects(control), "{control:?} is not under {page:?}");
    journey.click(Role::RadioButton, "Front line, Freeze now, 1 of 2");
    assert!(journey.state().session.dialog.is_none());
    assert_eq!(journey.state().plan().get(TermIx(0)), Some(ValueIx(0)));
    let still = journey.harness.get_by_label("Front line, Freeze now, 1 of 2").rect();
    assert_eq!(still, control, "nothing moves when the page closes");
}

/// Cases and plans are looked for by their years and days too.
#[test]
fn digits_search_as_letters_do_and_choose_in_the_table_once_the_page_is_closed() {
    let mut journey = started(Start::default());
    "14 jun 2024".chars().for_each(|letter| journey.type_key(letter));
    assert_eq!(page(&journey).search, "14 jun 2024");
    assert_eq!(journey.state().plan().n_set(), 0);
    journey.press(Key::Enter);
    assert_eq!(opened(&mut journey), [(DOSSIER.to_owned(), Some("russia-terms-june-2024".to_owned()))]);
    let mut journey = started(Start::default());
    journey.press(Key::Escape);
    journey.type_key('1');
    assert_eq!(journey.state().plan().get(TermIx(0)), Some(ValueIx(0)));
    assert!(journey.focused().starts_with("Front line: "), "{}", journey.focused());
    // In the very next frame, in which nothing has the keyboard yet, and both in one slow frame.
    for is_slow in [false, true] {
        let mut journey = started(Start::default());
        let (key, modifiers) = (Key::Escape, Modifiers::NONE);
        let escape = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
        journey.harness.input_mut().events.push(escape);
        if !is_slow {
            journey.harness.step();
        }
        journey.type_at_once("1");
        assert!(journey.state().session.dialog.is_none());
        assert_eq!(journey.state().plan().get(TermIx(0)), Some(ValueIx(0)), "in one frame: {is_slow}");
    }
}

#[test]
fn one_key_closes_it_and_home_brings_it_back() {
    let mut journey = started(Start::default());
    journey.press(Key::Escape);
    assert!(journey.state().session.dialog.is_none());
    assert!(journey.focused().starts_with("Front line: "), "{}", journey.focused());
    journey.press(Key::Home);
    assert!(journey.state().session.dialog.is_none(), "to the beginning of the row first");
    journey.press(Key::Home);
    page(&journey);
    journey.press(Key::Escape);
    journey.press_with(Modifiers::COMMAND, Key::L);
    page(&journey);
    journey.click(Role::Button, words::CLOSE);
    assert!(journey.state().session.dialog.is_none());
}

#[test]
fn a_tab_that_is_chosen_takes_its_place() {
    let mut journey = started(Start::default());
    journey.click(Role::Tab, "Activities");
    assert!(!journey.state().shows_start_page());
    assert_eq!(journey.state().session.tab, Tab::Activities);
}

#[test]
fn in_a_small_window_it_lies_over_everything_and_can_be_left() {
    let mut journey = started(Start { size: [640.0, 400.0], ..Start::default() });
    let page = journey.harness.get_by_role_and_label(Role::Region, texts::START).rect();
    assert!(page.left() < 40.0, "{page:?}");
    let window = Rect::from_min_size(eframe::egui::Pos2::ZERO, eframe::egui::vec2(640.0, 400.0));
    assert!(window.contains_rect(journey.harness.get_by_role_and_label(Role::Button, words::CLOSE).rect()));
    journey.press(Key::Escape);
    assert!(journey.state().session.dialog.is_none());
}

/// Keys on their way through the page changed what a class had set up under it.
#[test]
fn what_the_page_covers_is_not_there() {
    let on_a_tab = [Command::Parties, Command::Compare, Command::Alternatives, Command::Activities, Command::Case];
    let in_the_table = ([640.0, 400.0], Command::Explore);
    for (size, tab) in on_a_tab.map(|tab| ([1280.0, 720.0], tab)).into_iter().chain([in_the_table]) {
        let mut journey = Start { size, ..Start::default() }.go();
        journey.apply(Action::Run(tab));
        journey.apply(Action::Run(Command::Browse));
        let page = journey.harness.get_by_role_and_label(Role::Region, texts::START);
        let own: Vec<_> = page.children_recursive().map(|node| node.accesskit_node().id()).collect();
        let is_covered = |node: &Node<'_>| {
            let node_id = node.accesskit_node().id();
            node.accesskit_node().bounding_box().is_some()
                && !matches!(node.accesskit_node().role(), Role::GenericContainer)
                && page.rect().contains_rect(node.rect())
                && node_id != page.accesskit_node().id()
                && !own.contains(&node_id)
        };
        let covered: Vec<String> =
            journey.harness.root().children_recursive().filter(is_covered).map(|node| name(&node)).collect();
        assert!(covered.is_empty(), "{tab:?}: {covered:?}");
        journey.press(Key::Escape);
        assert!(journey.state().session.dialog.is_none());
    }
}

#[test]
fn it_explains_how_a_case_of_ones_own_comes_about() {
    let mut journey = started(Start::default());
    journey.click(Role::Button, texts::OWN_CASE);
    let [_, folder, _] = texts::own_case("/home/class/scenarios");
    assert!(journey.harness.query_all_by_value(&folder).next().is_some());
    journey.click(Role::Button, texts::COPY_FOLDER);
    assert!(journey.take_effects().contains(&Effect::Copy("/home/class/scenarios".to_owned())));
}

#[test]
fn what_is_opened_here_is_seen_in_the_table_with_its_card_wherever_one_came_from() {
    for tab in [Command::Activities, Command::Case, Command::Parties] {
        let mut journey = Start::default().go();
        journey.apply(Action::Run(tab));
        journey.apply(Action::Run(Command::Browse));
        "freeze under".chars().for_each(|letter| journey.type_key(letter));
        journey.press(Key::Enter);
        assert_eq!(journey.state().session.tab, Tab::Explore, "{tab:?}");
        assert!(journey.why().contains("Volodymyr Zelensky, President of Ukraine"), "{tab:?}: {}", journey.why());
    }
}

#[test]
fn a_pointer_that_has_not_moved_since_the_page_opened_brings_no_tip_over_it() {
    let mut journey = Start::default().go();
    journey.harness.ctx.all_styles_mut(|style| style.interaction.tooltip_delay = 0.0);
    let tips = |journey: &Journey| {
        let layers = journey.harness.ctx.memory(|memory| memory.areas().visible_layer_ids());
        layers.into_iter().filter(|layer| layer.order == Order::Tooltip).count()
    };
    journey.apply(Action::Run(Command::Browse));
    let card = journey
        .nodes(Role::Button)
        .iter()
        .find(|node| name(node).starts_with("Ukraine, January 2025."))
        .map(Node::rect);
    // On the words, which are cut.
    let at = card.expect("the case has a card").center() - vec2(0.0, 10.0);
    journey.harness.hover_at(at);
    journey.harness.run_steps(4);
    assert_eq!(tips(&journey), 0);
    journey.harness.hover_at(at + vec2(6.0, 0.0));
    journey.harness.run_steps(4);
    assert_eq!(tips(&journey), 1);
}

#[test]
fn letters_search_from_the_first_one_on_whatever_was_left_for_the_page() {
    let mut journey = Start::default().go();
    let menu = journey.nodes(Role::Button).into_iter().find(|node| name(node) == "Help").expect("there is a menu");
    menu.focus();
    journey.harness.run();
    assert_eq!(journey.focused(), "Help");
    journey.press_with(Modifiers::COMMAND, Key::L);
    "russia's".chars().for_each(|letter| journey.type_key(letter));
    assert_eq!(page(&journey).search, "russia's");
}

/// A case is found by whom it is about and who speaks in it, in any spelling on file, as in the search of the table.
#[test]
fn a_case_is_found_by_its_parties_its_speakers_and_its_subject() {
    let mut journey = started(Start::default());
    let card = |journey: &Journey| buttons(journey).iter().any(|name| name.starts_with("Ukraine, January 2025. "));
    for search in ["peskov", "ORB\u{c1}N", "biden", "federal government of ger", "nothing of the kind"] {
        journey.apply(Action::Show(Dialog::Start(StartPage { search: search.to_owned(), ..StartPage::default() })));
        assert_eq!(card(&journey), search != "nothing of the kind", "{search}");
    }
    let library = Library::shipped();
    let belfast = library.shelf("belfast-1998").expect("it is built in").dossier().expect("it is sound");
    let searched = texts::searched(&belfast.dossier);
    for name in ["good friday", "trimble", "sinn fein", "gerry adams"] {
        assert!(searched.contains(name), "{name}");
    }
}

/// The plans of a card in the bottom row stand below what can be seen.
#[test]
fn plans_that_are_unfolded_come_into_view() {
    let mut journey = started(Start { size: [1024.0, 600.0], ..Start::default() });
    let mut catalog = journey.state().catalog.clone();
    let mut last = catalog.shelves[0].clone();
    (last.id, last.title) = ("war".to_owned(), "War".to_owned());
    for n in 0..6 {
        let mut other = last.clone();
        (other.id, other.title, other.counts.0) = (format!("case-{n}"), format!("Case {n}"), n + 1);
        catalog.shelves.push(other);
    }
    last.counts.0 = 99;
    catalog.shelves.push(last.clone());
    journey.apply(Action::CatalogRead(catalog));
    journey.node(Role::Button, &texts::plans_of(last.scenarios.len(), "War")).scroll_to_me();
    journey.harness.run();
    journey.click(Role::Button, &texts::plans_of(last.scenarios.len(), "War"));
    journey.harness.run();
    let page = journey.harness.get_by_role_and_label(Role::Region, texts::START).rect();
    let heading = journey.painted(&texts::plans_under("War"));
    assert!(heading.iter().any(|rect| page.contains_rect(*rect)), "{heading:?} in {page:?}");
    let plan = &last.scenarios[0].title;
    let seen = journey.painted(plan).iter().any(|rect| page.contains_rect(*rect));
    assert!(seen, "{plan}: {:?} in {page:?}", journey.painted(plan));
}

/// A list that glides is not yet where it is read and clicked.
#[test]
fn nothing_moves_once_the_plans_of_a_case_are_there() {
    let mut journey = started(Start { size: [1280.0, 720.0], ..Start::default() });
    let mut catalog = journey.state().catalog.clone();
    let first = catalog.shelves[0].clone();
    for n in 0..5 {
        let mut other = first.clone();
        (other.id, other.title, other.counts.0) = (format!("case-{n}"), format!("Case {n}"), n + 1);
        catalog.shelves.push(other);
    }
    journey.apply(Action::CatalogRead(catalog));
    let (button, heading) = (texts::plans_of(first.scenarios.len(), "Case 3"), texts::plans_under("Case 3"));
    let before = journey.node(Role::Button, &button).rect();
    journey.node(Role::Button, &button).click();
    let mut places = Vec::new();
    for _ in 0..12 {
        journey.harness.step();
        let at = journey.nodes(Role::Label).into_iter().find(|node| name(node) == heading);
        places.extend(at.map(|at| at.rect()));
    }
    assert!(places.len() > 3 && places.iter().all(|place| *place == places[0]), "{places:?}");
    assert_ne!(journey.node(Role::Button, &button).rect(), before, "there was something to scroll to");
}

/// Several cases stand beside each other: whose plans they are stands over them, and the ring is on their card.
#[test]
fn the_plans_under_a_card_are_headed_by_their_case_and_its_card_is_chosen() {
    let mut journey = started(Start::default());
    let mut catalog = journey.state().catalog.clone();
    let mut first = catalog.shelves[0].clone();
    (first.id, first.title, first.counts.0) = ("trip".to_owned(), "Trip".to_owned(), 2);
    catalog.shelves.push(first);
    journey.apply(Action::CatalogRead(catalog));
    let shelf = journey.state().catalog.shelves.iter().find(|shelf| shelf.id == DOSSIER).expect("it is there").clone();
    assert!(journey.painted(&texts::plans_under(&shelf.title)).is_empty());
    journey.click(Role::Button, &texts::plans_of(shelf.scenarios.len(), &shelf.title));
    assert_eq!(page(&journey).unfolded.as_deref(), Some(DOSSIER));
    assert_eq!(journey.painted(&texts::plans_under(&shelf.title)).len(), 1);
    let chosen = |journey: &Journey| {
        let selected = |node: &Node<'_>| node.accesskit_node().toggled() == Some(Toggled::True);
        journey.nodes(Role::Button).iter().filter(|node| selected(node)).map(name).collect::<Vec<_>>()
    };
    assert!(chosen(&journey).contains(&texts::case_name(&shelf)), "{:?}", chosen(&journey));
    // Enter does what it says it does: it opens what is chosen.
    journey.press(Key::ArrowDown);
    journey.press(Key::Enter);
    assert_eq!(opened(&mut journey), [(DOSSIER.to_owned(), None)]);
}

/// Two looks at one draft bear the same day: the day as of which they are shown is told with it.
#[test]
fn two_plans_of_one_day_are_told_apart_by_the_day_they_are_shown_as_of() {
    let mut journey = started(Start::default());
    let belfast = shelf_of("belfast-1998");
    let n = belfast.scenarios.len();
    let of = |id: &str| belfast.scenarios.iter().find(|plan| plan.id == id).expect("it comes with the program").clone();
    let [draft, later, agreement] = ["mitchell-draft", "mitchell-draft-10-april", "agreement"].map(of);
    let day = |plan| texts::plan_day(&belfast, plan, DateStyle::Words).expect("it is known");
    assert_eq!(day(&draft), "7 Apr 1998");
    assert_eq!(day(&later), "7 Apr 1998, shown as of 10 Apr 1998");
    assert!(!day(&agreement).contains("shown as of"), "{}", day(&agreement));
    let of_about_then = of("uup-paper");
    assert!(!day(&of_about_then).contains("shown as of"), "it is shown as of its own day");
    let school = shelf_of("school-trip");
    let of_school = |id: &str| {
        let plan = school.scenarios.iter().find(|plan| plan.id == id).expect("it comes with the program");
        texts::plan_day(&school, plan, DateStyle::Words).expect("it is known")
    };
    assert_eq!(of_school("day-trip"), "4 Nov 2030, shown as of 10 Mar 2031", "what was said later counts as well");
    assert_eq!(of_school("lake-plan"), "10 Mar 2031");
    let mut catalog = journey.state().catalog.clone();
    catalog.shelves = vec![belfast.clone()];
    journey.apply(Action::CatalogRead(catalog));
    journey.click(Role::Button, &texts::plans_of(n, &belfast.title));
    let listed = buttons(&journey);
    for plan in [&draft, &later] {
        let line = format!("{}. {} \u{b7} ", plan.title, day(plan));
        assert_eq!(listed.iter().filter(|name| name.starts_with(&line)).count(), 1, "{line} among {listed:?}");
    }
}

/// There are no marks yet, so nothing is kept free for what explains them.
#[test]
fn the_page_reaches_down_to_the_bottom_line() {
    for (size, text_size) in [([1280.0, 720.0], 100), ([1024.0, 768.0], 100), ([1366.0, 728.0], 150)] {
        let settings = Settings { text_size, ..Settings::default() };
        let journey = started(Start { size, settings, ..Start::default() });
        let page = journey.harness.get_by_role_and_label(Role::Region, texts::START).rect();
        let line = journey.harness.get_by_role(Role::Status).rect();
        assert!((0.0..12.0).contains(&(line.top() - page.bottom())), "{size:?}, {text_size} %: {page:?} over {line:?}");
    }
}

#[test]
fn two_presses_in_one_slow_frame_are_two() {
    let places = [true, false].map(|at_once| {
        let mut journey = started(Start::default());
        journey.press(Key::Enter);
        let keys = [Key::ArrowDown, Key::ArrowDown];
        if at_once {
            journey.press_at_once(Modifiers::NONE, &keys);
        } else {
            keys.into_iter().for_each(|key| journey.press(key));
        }
        page(&journey).chosen
    });
    assert_eq!(places[0], places[1]);
}

/// What was looked at before is no reason to open in the midst of it.
#[test]
fn it_opens_at_its_top_however_it_was_left() {
    let settings = Settings {
        recent: ["a", "b", "c"].map(|name| format!("/home/class/{name}.ron").into()).to_vec(),
        ..Settings::default()
    };
    for size in [[1024.0, 420.0], [800.0, 400.0], [1280.0, 440.0], [1280.0, 720.0]] {
        let mut journey = started(Start { size, settings: settings.clone(), ..Start::default() });
        let places = |journey: &Journey| -> Vec<(String, Rect)> {
            journey.nodes(Role::Button).iter().map(|node| (name(node), node.rect())).collect()
        };
        let before = places(&journey);
        let of_a_card = |journey: &Journey| {
            let cards: Vec<String> =
                buttons(journey).into_iter().filter(|name| name.contains("plans to open")).collect();
            cards.last().cloned().expect("there are cards")
        };
        for way in 0..3 {
            match way {
                // By the keys, by the wheel, and with a case unfolded.
                0 => (0..12).for_each(|_| journey.press(Key::ArrowDown)),
                1 => {
                    let last = of_a_card(&journey);
                    journey.node(Role::Button, &last).scroll_to_me();
                    journey.harness.run();
                }
                _ => {
                    (0..9).for_each(|_| journey.press(Key::ArrowDown));
                    journey.press(Key::Enter);
                }
            }
            journey.press(Key::Escape);
            journey.apply(Action::Run(Command::Browse));
            journey.harness.run();
            assert_eq!(places(&journey), before, "{size:?}, way {way}");
        }
    }
}

/// Drafts are read after the page is there, as the cases are: who is about to click finds it where it was.
#[test]
fn what_can_be_gone_on_with_stays_where_it_is_when_drafts_are_read() {
    let mut start = Start { size: [1280.0, 720.0], ..Start::default() };
    start.settings.recent = vec!["/home/ann/first.ron".into(), "/home/ann/second.ron".into()];
    let mut journey = started(start);
    let place = |journey: &Journey| ["first.ron", "second.ron"].map(|name| journey.node(Role::Button, name).rect());
    let before = place(&journey);
    let draft = |n: usize| DraftEntry {
        id: DraftId(format!("draft-{n}")),
        title: format!("Draft {n}"),
        dossier: "A case".to_owned(),
        n_set: Some(n),
        written: format!("2025-01-13T10:42:0{n}"),
        path: None,
        problem: String::new(),
    };
    journey.apply(Action::DraftsRead((1..3).map(draft).collect()));
    assert!(buttons(&journey).iter().any(|button| button.contains("Draft 1")), "{:?}", buttons(&journey));
    assert_eq!(place(&journey), before);
}
