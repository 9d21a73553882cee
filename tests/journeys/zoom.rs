//! Large text in small windows: every tab at every size, with all that a lesson needs in reach, and nothing over anything.

use std::path::PathBuf;

use eframe::egui::{Key, Order, Rect, Role, Shape, WidgetRect};
use egui_kittest::Node;
use peace_plan_explorer::{
    app::{
        Action, Command, DialogKind, DraftId, Edit, Notice, NoticeKind, SaveForm, Settings, Tab, WhySubject,
        parties::{self, Look},
        predict::Phase,
        timeline,
    },
    domain::{Party, PartyIx, TermIx, ValueIx},
    wording::{files, ui as words},
};
use strum::IntoEnumIterator as _;

use crate::support::{
    journey::{Journey, Start, name},
    layout::{targets_over_targets, texts_over_texts},
    screens::{self, Activity, Screen},
};

/// The windows of small screens with large text, in percent; and one in which Why is a drawer although there is room for
/// the tabs.
const EVERY: [([f32; 2], u16); 7] = [
    ([1280.0, 720.0], 115),
    ([1280.0, 720.0], 150),
    ([1280.0, 720.0], 200),
    ([1366.0, 728.0], 150),
    ([1366.0, 728.0], 200),
    ([1024.0, 768.0], 150),
    ([1024.0, 768.0], 200),
];

/// A very small screen: with the largest text the chosen row alone is sure of its place beside Why.
const SMALLEST: [([f32; 2], u16); 2] = [([800.0, 600.0], 150), ([800.0, 600.0], 200)];

fn open(size: [f32; 2], text_size: u16) -> Journey {
    let settings = Settings { text_size, hints_seen: true, ..Settings::default() };
    let mut journey = Start { size, settings, ..Start::at("reported-idea-full") }.go();
    journey.harness.run();
    journey
}

/// The screens beside the wall and without a dialog.
fn screens() -> Vec<Screen> {
    let tabs = Tab::iter().filter(|tab| *tab != Tab::Activities).map(Screen::Tab);
    let activities = [
        Activity::Start,
        Activity::Setup,
        Activity::Question(Phase::Vote),
        Activity::Question(Phase::Reveal),
        Activity::Debrief,
    ];
    tabs.chain(activities.map(Screen::Activity)).collect()
}

/// The other pictures of the tab of the parties.
const LOOKS: [Look; 3] = [Look::Pairs, Look::Sets, Look::WaysOut];

fn whole(journey: &Journey, node: &Node<'_>, what: &str) {
    let window = journey.harness.ctx.content_rect();
    assert!(window.contains_rect(node.rect()), "{what}: \"{}\" at {:?}", name(node), node.rect());
    assert!(node.rect().height() >= 24.0, "{what}: \"{}\" is low", name(node));
}

/// The tabs, presenting and hiding can be clicked.
fn in_reach(journey: &Journey, what: &str) {
    let tabs = journey.nodes(Role::Tab);
    let named = |tab: Tab| tabs.iter().find(|node| name(node) == words::command(tab.command()));
    if let Some(list) = journey.nodes(Role::ComboBox).iter().find(|node| name(node) == words::TABS) {
        whole(journey, list, what);
    } else {
        for tab in Tab::iter() {
            whole(journey, named(tab).unwrap_or_else(|| panic!("{what}: no tab {tab:?}")), what);
        }
    }
    // The tiles of a question have buttons of their own.
    let reveals = journey.state().hides_any() && !journey.state().shows_question();
    let hide = if reveals { Command::RevealNext } else { Command::Hide };
    for command in [Command::Present, hide] {
        whole(journey, &journey.node(Role::Button, words::command(command)), what);
    }
}

#[test]
fn the_list_of_tabs_leads_to_each_of_them_by_click_and_by_key() {
    let mut journey = open([1280.0, 720.0], 200);
    for tab in Tab::iter() {
        journey.click(Role::ComboBox, words::TABS);
        journey.click(Role::MenuItemRadio, words::command(tab.command()));
        assert_eq!(journey.state().session.tab, tab);
    }
    journey.node(Role::ComboBox, words::TABS).focus();
    journey.harness.run();
    journey.press(Key::Enter);
    journey.type_key('t');
    journey.press(Key::Enter);
    assert_eq!(journey.state().session.tab, Tab::Timeline);
}

#[test]
fn the_tabs_stay_in_reach_and_nothing_is_painted_over_anything_at_any_size() {
    let mut found = Vec::new();
    for (window, size) in EVERY {
        let mut journey = open(window, size);
        for screen in screens() {
            screen.open(&mut journey);
            let mut check = |journey: &Journey, more: &str| {
                let all = texts_over_texts(journey).into_iter().chain(targets_over_targets(journey));
                found.extend(all.map(|both| format!("{screen:?}{more}, {window:?}, {size} %: {both}")));
            };
            in_reach(&journey, &format!("{screen:?}, {window:?}, {size} %"));
            check(&journey, "");
            if screen == Screen::Tab(Tab::Parties) {
                for look in LOOKS {
                    journey.apply(Action::Parties(parties::Action::Look(look)));
                    check(&journey, &format!(" as {look:?}"));
                }
            }
            let tells = matches!(screen, Screen::Tab(Tab::Explore | Tab::Timeline | Tab::Compare));
            if tells {
                journey.apply(Action::Why(WhySubject::Cell(PartyIx(1), TermIx(0))));
                check(&journey, " with Why");
            }
        }
    }
    assert!(found.is_empty(), "{} times:\n{}", found.len(), found.join("\n"));
}

/// There, the date stands close to the menus, and beside the controls there is still a cell.
#[test]
fn in_the_smallest_windows_nothing_to_click_lies_over_anything_and_a_cell_shows() {
    for (window, size) in SMALLEST {
        let journey = open(window, size);
        let found = targets_over_targets(&journey);
        assert!(found.is_empty(), "{window:?}, {size} %: {found:#?}");
        let cells = journey.nodes(Role::GridCell).into_iter();
        let right = journey.harness.ctx.content_rect().right();
        let whole = cells.filter(|cell| cell.rect().width() >= 30.0 && cell.rect().right() <= right);
        assert!(whole.count() > 0, "{window:?}, {size} %");
    }
}

/// What can be clicked in a dialog and reaches over a side of the window.
fn cut_off(journey: &Journey) -> Vec<String> {
    let sides = journey.harness.ctx.content_rect().x_range();
    journey.harness.ctx.viewport(|viewport| {
        let layers = viewport.prev_pass.widgets.layers().filter(|(layer, _)| layer.order == Order::Foreground);
        // What is scrolled out of sight within a dialog is no part of it.
        let in_sight = |widget: &&WidgetRect| widget.sense.senses_click() && widget.interact_rect.is_positive();
        let targets = layers.flat_map(|(_, widgets)| widgets).filter(in_sight);
        let out = targets.filter(|widget| !sides.contains(widget.rect.left()) || !sides.contains(widget.rect.right()));
        out.map(|widget| format!("{:?} is cut off", widget.rect)).collect()
    })
}

/// Dialogs and notices, too: nothing lies over anything, and all that can be clicked is between the window's sides.
#[test]
fn every_dialog_and_notice_fits_between_the_sides_of_the_window() {
    let mut found = Vec::new();
    for (window, size) in EVERY.into_iter().chain([([1024.0, 768.0], 100), ([640.0, 480.0], 100)]) {
        let mut check = |journey: &Journey, what: &str| {
            let all = texts_over_texts(journey).into_iter().chain(cut_off(journey));
            found.extend(all.map(|text| format!("{what}, {window:?}, {size} %: {text}")));
        };
        let mut journey = open(window, size);
        for kind in DialogKind::iter() {
            Screen::Dialog(kind).open(&mut journey);
            check(&journey, &format!("{kind:?}"));
            journey.apply(Action::CloseDialog);
        }
        let draft = DraftId("2031-06-30T120000-1".to_owned());
        let file = PathBuf::from("/home/class/Documents/The plan of the ninth form.ron");
        let kinds = [
            NoticeKind::Info,
            NoticeKind::OpenProblem,
            NoticeKind::SaveProblem(SaveForm::Plan),
            NoticeKind::Missing(file.clone()),
            NoticeKind::Restored { draft: draft.clone(), work: journey.state().document.work },
            NoticeKind::Kept(draft.clone()),
            NoticeKind::Deleted(draft),
        ];
        for kind in kinds {
            let lines = ["Line 1, column 1: expected a comma. Write a comma between two fields or entries".to_owned()];
            let notice = files::not_opened(&file.to_string_lossy(), &lines, Some(screens::excerpt()));
            let what = format!("{kind:?}");
            journey.apply(Action::Notify(Notice { kind, ..notice }));
            check(&journey, &what);
        }
    }
    assert!(found.is_empty(), "{} times:\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_files_of_the_box_stand_under_each_other() {
    for (window, size) in EVERY {
        for command in [Command::Open, Command::SaveAs] {
            let mut journey = open(window, size);
            journey.apply(Action::Run(command));
            let at = |name: &str| journey.node(Role::Button, name).rect();
            let (folder, plan, round) = (at("Group A/"), at("plan.ron"), at("round-1.ron"));
            assert!(folder.bottom() <= plan.top() && plan.bottom() <= round.top(), "{folder:?} {plan:?} {round:?}");
            assert!(folder.left() == plan.left() && plan.width() > 150.0, "{plan:?}");
        }
    }
}

/// The rows of the table that can be seen whole, by their terms.
fn rows_seen(journey: &Journey, from: f32, to: f32) -> Vec<String> {
    let heads = journey.nodes(Role::RowHeader).into_iter();
    let seen = heads.filter(|head| head.rect().top() >= from - 1.0 && head.rect().bottom() <= to + 1.0);
    seen.map(|head| name(&head)).collect()
}

#[test]
fn why_takes_half_at_most_and_leaves_the_chosen_row_and_two_more() {
    for (window, size) in EVERY.into_iter().chain(SMALLEST) {
        let mut journey = open(window, size);
        for row in [0, 7, 14] {
            journey.apply(Action::Why(WhySubject::Cell(PartyIx(1), TermIx(row))));
            let what = format!("{window:?}, {size} %, row {row}");
            let points = journey.harness.ctx.content_rect();
            let close = journey.node(Role::Button, words::CLOSE_WHY).rect();
            let is_drawer = close.top() > points.center().y * 0.8;
            if !is_drawer {
                continue;
            }
            let why = Rect::from_min_max(close.min, points.max);
            assert!(why.height() <= points.height() / 2.0, "{what}: Why takes {} of {}", why.height(), points.height());
            let top = journey.nodes(Role::ColumnHeader).iter().map(|head| head.rect().bottom()).fold(0.0, f32::max);
            let seen = rows_seen(&journey, top, close.top());
            let least = if points.height() < 320.0 { 1 } else { 3 };
            assert!(seen.len() >= least, "{what}: {seen:?}");
            let chosen = &journey.state().dossier().term(TermIx(row)).name;
            assert!(seen.iter().any(|row| row.starts_with(chosen)), "{what}: {seen:?}");
        }
    }
}

/// The codes of the parties whose rows of the chart can be seen whole.
fn chart_rows_seen(journey: &Journey) -> Vec<String> {
    let parties = &journey.state().dossier().parties;
    let heads = journey.nodes(Role::Button);
    let seen = |party: &&Party| {
        let row = heads.iter().find(|head| name(head) == words::party_name(party));
        let clip = journey.harness.output().shapes.iter().find_map(|clipped| match &clipped.shape {
            Shape::Text(text) if text.galley.text() == party.code => Some(clipped.clip_rect),
            _ => None,
        });
        row.zip(clip).is_some_and(|(row, clip)| clip.expand(1.0).contains_rect(row.rect()))
    };
    parties.iter().filter(seen).map(|party| party.code.clone()).collect()
}

/// What is read in Why stays in sight in the chart, with others to compare it to.
#[test]
fn why_leaves_the_row_of_the_chart_that_it_is_about_and_others() {
    let mut few = Vec::new();
    for (window, size) in EVERY.into_iter().chain([([800.0, 600.0], 150)]) {
        for party in [0, 1, 8, 14] {
            let mut journey = open(window, size);
            Screen::Tab(Tab::Timeline).open(&mut journey);
            let focus = timeline::Focus { party: Some(PartyIx(party)), place: 0 };
            journey.apply(Action::Timeline(timeline::Action::Focus(focus)));
            journey.apply(Action::Why(WhySubject::Cell(PartyIx(party), TermIx(0))));
            journey.node(Role::Button, words::CLOSE_WHY);
            let seen = chart_rows_seen(&journey);
            // At 400 points the drawer takes the rest.
            let least = match size {
                200 if window[1] < 768.0 => 1,
                200 => 2,
                _ if window[1] < 720.0 => 2,
                _ => 3,
            };
            if seen.len() < least || !seen.contains(&journey.state().dossier().party(PartyIx(party)).code) {
                few.push(format!("{window:?}, {size} %, party {party}: {seen:?}"));
            }
        }
    }
    assert!(few.is_empty(), "{few:#?}");
}

/// What is compared can be seen beside what is said about it.
#[test]
fn why_leaves_a_row_of_two_plans_in_sight() {
    for (window, size) in EVERY.into_iter().chain(SMALLEST).chain([([800.0, 600.0], 115)]) {
        let mut journey = open(window, size);
        Screen::Tab(Tab::Compare).open(&mut journey);
        journey.apply(Action::Edit(Edit::SetTerm(TermIx(0), Some(ValueIx(1)))));
        journey.apply(Action::Why(WhySubject::Cell(PartyIx(1), TermIx(0))));
        let points = journey.harness.ctx.content_rect();
        let close = journey.node(Role::Button, words::CLOSE_WHY).rect();
        // In the smallest window half of a row has to do.
        if close.top() < points.center().y * 0.8 || points.height() < 320.0 {
            continue;
        }
        let top = journey.nodes(Role::ColumnHeader).iter().map(|head| head.rect().bottom()).fold(0.0, f32::max);
        let seen = rows_seen(&journey, top, close.top());
        assert!(seen.iter().any(|row| row.starts_with("Front line")), "{window:?}, {size} %: {seen:?}");
    }
}

/// A notice stands there until it was read; meanwhile the table stays a table: the chosen row and two more, or one more
/// where letters are twice as large.
#[test]
fn a_notice_leaves_the_chosen_row_and_others_beside_it() {
    let mut few = Vec::new();
    for (window, size) in EVERY {
        for row in [0, 7, 14] {
            let mut journey = open(window, size);
            journey.apply(Action::Why(WhySubject::Cell(PartyIx(1), TermIx(row))));
            let lines = ["Line 1, column 1: expected a comma. Write a comma between two fields or entries".to_owned()];
            let path = "/home/class/Documents/The plan of the ninth form.ron";
            journey.apply(Action::Notify(files::not_opened(path, &lines, Some(screens::excerpt()))));
            let notice = journey.node(Role::Button, files::SHOW_THE_LINE).rect();
            let top = journey.nodes(Role::ColumnHeader).iter().map(|head| head.rect().bottom()).fold(0.0, f32::max);
            // Where there is no room for both, the drawer waits until the notice is closed.
            let close = journey.nodes(Role::Button).into_iter().find(|node| name(node) == words::CLOSE_WHY);
            let close = close.map(|close| close.rect());
            let low = journey.harness.ctx.content_rect().center().y * 0.8;
            let drawer = close.filter(|close| close.top() > low).map_or(f32::INFINITY, |close| close.top());
            let seen = rows_seen(&journey, top, drawer.min(notice.top()));
            journey.press(Key::Escape);
            journey.node(Role::Button, words::CLOSE_WHY);
            let chosen = &journey.state().dossier().term(TermIx(row)).name;
            // At 400 points the drawer takes the rest.
            let least = match size {
                200 if window[1] < 768.0 => 1,
                200 => 2,
                _ if window[1] < 720.0 => 2,
                _ => 3,
            };
            if seen.len() < least || !seen.iter().any(|row| row.starts_with(chosen)) {
                few.push(format!("{window:?}, {size} %, row {row}: {seen:?}"));
            }
            // Nor does the legend stand beside it where there is room for one of the two.
            journey.click(Role::Button, words::CLOSE_WHY);
            journey.apply(Action::Notify(files::not_opened(path, &lines, Some(screens::excerpt()))));
            let notice = journey.node(Role::Button, files::SHOW_THE_LINE).rect();
            let seen = rows_seen(&journey, top, notice.top());
            if seen.len() < least {
                few.push(format!("{window:?}, {size} %, without the drawer: {seen:?}"));
            }
        }
    }
    assert!(few.is_empty(), "{few:#?}");
}

/// With large text a card is higher than the drawer: what was said is read first, and the arrows go through all of it.
#[test]
fn who_enters_a_card_reads_what_was_said_and_the_arrows_go_through_a_high_one() {
    for (window, size) in [([1366.0, 728.0], 200), ([1280.0, 720.0], 200), ([1024.0, 768.0], 150)] {
        for key in [Key::ArrowDown, Key::PageDown] {
            let what = format!("{window:?}, {size} %, {key:?}");
            let mut journey = open(window, size);
            journey.apply(Action::Why(WhySubject::Cell(PartyIx(1), TermIx(0))));
            journey.apply(Action::Why(WhySubject::Nothing));
            journey.press(Key::Enter);
            let cards: Vec<String> = journey.nodes(Role::Article).iter().map(name).collect();
            assert_eq!(journey.focused(), cards[0], "{what}");
            let top = journey.node(Role::Button, words::CLOSE_WHY).rect().bottom();
            let bottom = journey.harness.ctx.content_rect().bottom();
            let document = journey.state().document.clone();
            let statements = journey.state().focused_statements();
            let is_said = |text: &str| statements.iter().any(|ix| document.case.dossier.statement(*ix).short == text);
            let labels = journey.nodes(Role::Label).into_iter().filter(|label| is_said(&name(label)));
            let first = labels.map(|label| label.rect()).next().expect("something was said");
            assert!(first.top() >= top && first.top() + 16.0 <= bottom, "{what}: {first:?} of {top} to {bottom}");
            // Whatever is on the card comes by before the next one has the keyboard.
            let mut n_presses = 0;
            while journey.focused() == cards[0] {
                let before = journey.nodes(Role::Article)[0].rect();
                journey.press(key);
                n_presses += 1;
                let after = journey.nodes(Role::Article)[0].rect();
                assert!(after.top() < before.top() || journey.focused() != cards[0], "{what}: it scrolls");
            }
            assert_eq!(journey.focused(), cards[1], "{what}");
            assert!(n_presses > 1, "{what}: the first card is high");
        }
    }
}
