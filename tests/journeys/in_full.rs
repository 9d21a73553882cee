//! What stands in the window stands there in full: nothing is cut off, broken apart or written over.

use std::sync::Arc;

use eframe::egui::{Key, Modifiers, Rect, Role};
use peace_plan_explorer::{
    app::{Action, Command, alternatives::Part},
    wording::{alternatives, start_page, ui as words, ui::parties},
};
use strum::IntoEnumIterator as _;

use crate::support::journey::{Journey, Start, case_of};

/// The usual windows of a classroom.
const WINDOWS: [[f32; 2]; 4] = [[1280.0, 720.0], [1366.0, 768.0], [1024.0, 768.0], [1920.0, 1080.0]];

/// Where a text was painted, the only time it was.
#[track_caller]
fn one(journey: &Journey, text: &str) -> Rect {
    let found = journey.painted(text);
    assert_eq!(found.len(), 1, "\"{text}\": {found:?}");
    found[0]
}

#[test]
fn the_switches_of_the_parties_break_between_groups_and_not_within_them() {
    for size in WINDOWS {
        let mut journey = Start { size, ..Start::at("reported-idea") }.go();
        journey.press_with(Modifiers::COMMAND, Key::Num2);
        journey.click(Role::RadioButton, parties::ALL_STATEMENTS);
        let group = [parties::WHATEVER_THE_PLAN, parties::RED_LINES_ONLY, parties::MUST_ACCEPT_ONLY];
        let rects = group.map(|text| one(&journey, text));
        for rect in rects {
            assert!((rect.center().y - rects[0].center().y).abs() < 4.0, "{size:?}: {rects:?}");
            assert!(rect.height() < 24.0, "on one line: {size:?} {rect:?}");
        }
    }
}

#[test]
fn the_parts_of_the_alternatives_fit_side_by_side_beside_the_open_panel() {
    for size in WINDOWS {
        let mut journey = Start { size, ..Start::at("reported-idea") }.go();
        journey.apply(Action::Run(Command::Marks));
        journey.press_with(Modifiers::COMMAND, Key::Num5);
        for part in Part::iter() {
            let name = alternatives::part(part);
            let tab = journey.node(Role::Tab, name).rect();
            let painted = journey.painted(name);
            assert!(painted.iter().any(|rect| tab.contains_rect(*rect)), "{size:?} {name}: {tab:?} {painted:?}");
        }
    }
}

#[test]
fn what_has_no_room_at_the_foot_of_the_wall_is_left_out_and_not_cut() {
    for size in WINDOWS {
        let mut journey = Start { size, ..Start::at("reported-idea-full") }.go();
        let n_terms = journey.state().dossier().terms.len();
        let in_plan = words::in_plan(journey.state().plan().n_set(), n_terms);
        journey.press(Key::F5);
        for _ in 0..2 {
            assert!(!journey.elided(Rect::EVERYTHING).contains(&in_plan), "{size:?}");
            assert_eq!(journey.status(), in_plan);
            journey.press(Key::Enter);
        }
    }
}

#[test]
fn the_title_of_a_plan_is_whole_on_every_wall_and_over_every_table() {
    for size in WINDOWS {
        let mut journey = Start { size, ..Start::at("reported-idea") }.go();
        let title = "Reported idea: freeze, delay, European troops".to_owned();
        for _ in 0..2 {
            assert!(
                !journey.painted(&title).is_empty() && !journey.elided(Rect::EVERYTHING).contains(&title),
                "{size:?}"
            );
            journey.press(Key::F5);
        }
    }
}

#[test]
fn the_name_of_a_group_of_terms_lies_on_no_name_of_a_term() {
    let large = case_of("ukraine-2022-2026");
    for (size, case) in WINDOWS.into_iter().flat_map(|size| [(size, Start::default().case), (size, Arc::clone(&large))])
    {
        for command in [Command::Explore, Command::Marks] {
            let mut journey = Start { size, case: Arc::clone(&case), ..Start::default() }.go();
            journey.apply(Action::Run(command));
            for term in &case.dossier.terms {
                let (groups, names) = (journey.painted(&term.group), journey.painted(&term.name));
                let letters = |rect: &Rect| rect.shrink2([0.0, 1.0].into());
                let left = |rect: &&Rect| rect.left() < 60.0;
                let met = names.iter().filter(left).find(|name| {
                    groups.iter().filter(left).any(|group| group != *name && letters(group).intersects(letters(name)))
                });
                assert!(term.group == term.name || met.is_none(), "{size:?} {}: {groups:?} {met:?}", term.name);
            }
        }
    }
}

#[test]
fn the_keys_of_the_start_page_stand_on_one_line_or_nowhere() {
    for size in WINDOWS {
        let mut journey = Start { size, ..Start::default() }.go();
        journey.apply(Action::Run(Command::Browse));
        let keys = journey.painted(start_page::KEYS);
        assert!(keys.iter().all(|rect| rect.height() < 24.0), "{size:?}: {keys:?}");
    }
}
