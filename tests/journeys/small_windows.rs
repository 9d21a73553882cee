//! Text at 200 %, and a window of 640 by 480: nothing is lost, and the focus never hides.

use eframe::egui::{Key, Modifiers, Rect, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use peace_plan_explorer::{
    app::{Action, Command, Dialog, Notice, NoticeKind, Settings, Tab, WhySubject},
    domain::{PartyIx, TermIx},
    wording::ui as words,
};

use crate::support::journey::{Journey, Start, name, plan_at};

/// The window and the text size of each journey: those in which Why is a drawer.
const SMALL: [([f32; 2], u16); 2] = [([1280.0, 720.0], 200), ([640.0, 480.0], 100)];

fn open(size: [f32; 2], text_size: u16) -> Journey {
    let settings = Settings { text_size, hints_seen: true, ..Settings::default() };
    let mut journey = Start { size, settings, ..Start::at("reported-idea-full") }.go();
    journey.harness.run();
    let points = journey.harness.ctx.content_rect().size();
    let zoom = f32::from(text_size) / 100.0;
    assert!((points.x * zoom - size[0]).abs() < 1.0, "{points:?} points at {text_size} %");
    journey
}

/// The part of the window in which cells and controls can be seen: under the header, above the foot.
fn uncovered(journey: &Journey) -> Rect {
    let heads = journey.nodes(Role::ColumnHeader);
    let top = heads.iter().map(|head| head.rect().bottom()).fold(f32::INFINITY, f32::min);
    let foot =
        journey.nodes(Role::Label).into_iter().filter(|label| name(label).ends_with(" without a stated position"));
    let table = journey.harness.get_by_role(Role::Grid).rect();
    let bottom = foot.map(|tally| tally.rect().top()).fold(table.bottom(), f32::min);
    table.with_min_y(top).with_max_y(bottom)
}

/// The ring lies outside of what it surrounds, by this much at most.
const RING: f32 = 6.0;

fn check_focus(journey: &Journey, after: &str) {
    let place = journey.focused();
    let (whole, shown) = journey.ring().unwrap_or_else(|| panic!("{after}: no ring at \"{place}\""));
    let inside = uncovered(journey).expand(RING);
    let seen = whole.shrink(RING);
    assert!(shown.contains_rect(seen), "{after}: \"{place}\" at {whole:?} shows as {shown:?}");
    assert!(inside.contains_rect(seen), "{after}: \"{place}\" at {whole:?} is not inside {inside:?}");
}

#[test]
fn the_focus_is_never_covered_wherever_it_goes() {
    for (size, text_size) in SMALL {
        for why in [false, true] {
            let mut journey = open(size, text_size);
            if why {
                journey.apply(Action::Why(WhySubject::Cell(PartyIx(1), TermIx(7))));
            }
            check_focus(&journey, "start");
            let ways = [(Key::ArrowDown, 15), (Key::End, 1), (Key::ArrowUp, 15), (Key::Home, 1), (Key::ArrowRight, 17)];
            for (key, times) in ways {
                for _ in 0..times {
                    journey.press(key);
                    check_focus(&journey, &format!("{size:?} at {text_size} %, {key:?}, Why {why}"));
                }
            }
        }
    }
}

/// Nothing may stand where it belongs to what was there before: where nobody moves the pointer no second frame comes.
#[test]
fn the_lines_at_the_bottom_are_drawn_at_once_where_they_belong() {
    let mut journey = open([1280.0, 720.0], 100);
    let notice = Notice::new(NoticeKind::NoDrafts, "Drafts are not kept.".to_owned(), vec!["A reason".to_owned()]);
    let changes = [
        Action::Notify(notice),
        Action::DraftsKept,
        Action::Run(Tab::Case.command()),
        Action::Run(Tab::Explore.command()),
    ];
    for change in changes {
        let told = format!("{change:?}");
        let ctx = journey.harness.ctx.clone();
        journey.harness.state_mut().apply(vec![change], &ctx);
        journey.harness.step();
        let drawn: Vec<Rect> = journey.painted("In the plan");
        journey.harness.run();
        assert_eq!(drawn, journey.painted("In the plan"), "in the first frame after {told}");
        assert!(!drawn.is_empty(), "{told}");
    }
}

#[test]
fn why_is_a_drawer_under_the_table_and_f6_closes_it() {
    for (size, text_size) in SMALL {
        let mut journey = open(size, text_size);
        assert_eq!(journey.why(), "", "an empty drawer would only hide rows");
        journey.apply(Action::Why(WhySubject::Cell(PartyIx(1), TermIx(0))));
        let window = journey.harness.ctx.content_rect();
        let close = journey.node(Role::Button, words::CLOSE_WHY).rect();
        assert!(window.contains_rect(close), "{close:?}");
        let foot = uncovered(&journey).bottom();
        assert!(close.top() > foot, "{close:?} is under the table, which ends at {foot}");
        assert!(foot > window.height() * 0.3, "the table keeps its share");
        let report = journey.state().report(PartyIx(1), TermIx(0)).expect("it is not hidden");
        let speaker = journey.state().dossier().statement(report.positions[0].statements[0]).speaker.clone();
        assert!(journey.why().contains(&speaker));
        check_focus(&journey, "with the drawer");
        journey.press(Key::F6);
        assert_eq!(journey.why(), "");
        journey.press(Key::F6);
        assert!(journey.why().contains(&speaker));
    }
}

#[test]
fn a_wide_window_has_the_why_panel_at_its_side() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.apply(Action::Why(WhySubject::Cell(PartyIx(1), TermIx(0))));
    let close = journey.node(Role::Button, words::CLOSE_WHY).rect();
    let last = journey.nodes(Role::ColumnHeader).iter().map(|head| head.rect().right()).fold(0.0, f32::max);
    assert!(close.left() > last && close.top() < 80.0, "{close:?}");
    // All rows and all parties are there without scrolling.
    let inside = uncovered(&journey).expand(1.0);
    for cell in journey.nodes(Role::GridCell) {
        assert!(inside.contains_rect(cell.rect()), "{} at {:?} is not inside {inside:?}", name(&cell), cell.rect());
    }
    assert_eq!(journey.nodes(Role::GridCell).len(), 225);
}

#[test]
fn every_dialog_fits_and_can_be_closed() {
    for (size, text_size) in SMALL {
        for command in [
            Command::Browse,
            Command::Open,
            Command::SaveAs,
            Command::Drafts,
            Command::HandOuts,
            Command::Notes,
            Command::Settings,
            Command::Help,
            Command::About,
        ] {
            let mut journey = open(size, text_size);
            journey.apply(Action::Run(command));
            let window = journey.harness.ctx.content_rect();
            let close = journey.node(Role::Button, words::CLOSE).rect();
            assert!(window.contains_rect(close), "{command:?} at {size:?}, {text_size} %: {close:?}");
            journey.click(Role::Button, words::CLOSE);
            assert_eq!(journey.state().session.dialog, None, "{command:?}");
        }
    }
    for (size, text_size) in SMALL {
        for dialog in [
            Dialog::Link { url: format!("https://example.org/{}", "long/".repeat(40)) },
            Dialog::ChangedOnDisk(plan_at("/home/class/plan.ron")),
            Dialog::NameTaken { job: plan_at("/home/class/plan.ron"), free: "/home/class/plan-2.ron".into() },
            Dialog::CloseUnsaved,
        ] {
            let mut journey = open(size, text_size);
            journey.apply(Action::Show(dialog.clone()));
            let window = journey.harness.ctx.content_rect();
            let last = if matches!(dialog, Dialog::Link { .. }) { words::CLOSE } else { words::CANCEL };
            let button = journey.node(Role::Button, last).rect();
            assert!(window.contains_rect(button), "{dialog:?} at {size:?}, {text_size} %: {button:?}");
        }
    }
}

#[test]
fn targets_stay_large_enough_to_hit() {
    for (size, text_size) in SMALL {
        let journey = open(size, text_size);
        for role in [Role::Button, Role::RadioButton, Role::ComboBox] {
            for node in journey.nodes(role) {
                let rect = node.rect();
                assert!(rect.width() >= 24.0 && rect.height() >= 24.0, "{} {rect:?}", name(&node));
            }
        }
    }
}

#[test]
fn ctrl_plus_minus_and_nought_change_the_text_size_and_keep_it() {
    let mut journey = Start::default().go();
    let sizes: [(Key, u16); 7] = [
        (Key::Plus, 115),
        (Key::Plus, 130),
        (Key::Plus, 150),
        (Key::Plus, 200),
        (Key::Plus, 200),
        (Key::Minus, 150),
        (Key::Num0, 100),
    ];
    for (key, expected) in sizes {
        journey.press_with(Modifiers::COMMAND, key);
        assert_eq!(journey.state().settings.text_size, expected);
        let width = journey.harness.ctx.content_rect().width();
        assert!((width - 128_000.0 / f32::from(expected)).abs() < 1.0, "{width} points wide at {expected} %");
        check_focus(&journey, "after zooming");
    }
}

#[test]
fn a_window_of_no_size_to_speak_of_does_not_panic() {
    for size in [[320.0, 240.0], [200.0, 600.0], [1280.0, 120.0]] {
        let mut journey = Start { size, ..Start::at("reported-idea-full") }.go();
        journey.apply(Action::Why(WhySubject::Cell(PartyIx(1), TermIx(0))));
        [Key::End, Key::ArrowDown, Key::Home, Key::F1, Key::Escape].into_iter().for_each(|key| journey.press(key));
        assert!(journey.harness.get_by_role(Role::Status).accesskit_node().label().is_some());
    }
}
