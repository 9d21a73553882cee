//! Words 35 % longer, as another language has them, also with large text: nothing is lost and nothing overlaps.

use eframe::egui::{Rect, Role};
use peace_plan_explorer::{
    app::{Action, Command, Settings, Tab},
    wording::ui as words,
};
use strum::IntoEnumIterator as _;

use crate::support::{
    journey::{Journey, Start, name},
    longer,
};

const WINDOWS: [([f32; 2], u16); 4] =
    [([1280.0, 720.0], 100), ([1024.0, 768.0], 100), ([1280.0, 720.0], 150), ([1280.0, 720.0], 200)];

fn open(size: [f32; 2], text_size: u16) -> Journey {
    let settings = Settings { text_size, hints_seen: true, ..Settings::default() };
    let mut journey = Start { size, settings, ..Start::at("reported-idea-full") }.go();
    longer::install(&journey.harness.ctx);
    journey.harness.run();
    journey
}

/// What can be clicked, with the place it has; what is scrolled out of sight has no size there.
fn targets(journey: &Journey) -> Vec<(String, Rect)> {
    let window = journey.harness.ctx.content_rect();
    let roles = [Role::Button, Role::RadioButton, Role::ComboBox, Role::Tab, Role::GridCell, Role::MenuItem];
    let nodes = roles.into_iter().flat_map(|role| journey.nodes(role));
    let places = nodes.map(|node| (name(&node), node.rect().intersect(window)));
    places.filter(|(_, rect)| rect.is_positive()).collect()
}

#[test]
fn no_control_of_the_window_lies_over_another() {
    for (size, text_size) in WINDOWS {
        let journey = open(size, text_size);
        let grid = journey.nodes(Role::Grid)[0].rect();
        // The table scrolls under its header, so only what lies outside of it must keep clear.
        let outside: Vec<_> = targets(&journey).into_iter().filter(|(_, rect)| !grid.intersects(*rect)).collect();
        assert!(outside.len() > 5, "{outside:?}");
        for (place, (one, a)) in outside.iter().enumerate() {
            for (other, b) in &outside[place + 1..] {
                let shared = a.intersect(*b);
                let overlap = shared.width() > 1.0 && shared.height() > 1.0;
                assert!(!overlap, "{size:?} at {text_size} %: \"{one}\" {a:?} and \"{other}\" {b:?}");
            }
        }
    }
}

#[test]
fn every_tab_and_every_dialog_shows_and_can_be_left() {
    for (size, text_size) in WINDOWS {
        let mut journey = open(size, text_size);
        for tab in Tab::iter() {
            journey.apply(Action::Run(tab.command()));
            let window = journey.harness.ctx.content_rect();
            for (name, rect) in targets(&journey) {
                assert!(window.contains_rect(rect), "{tab:?}: {name} {rect:?}");
            }
        }
        for command in [Command::Browse, Command::Settings, Command::Help, Command::About, Command::Find] {
            journey.apply(Action::Run(command));
            let window = journey.harness.ctx.content_rect();
            let close = journey.node(Role::Button, words::CLOSE).rect();
            assert!(window.contains_rect(close), "{command:?} at {size:?}, {text_size} %: {close:?}");
            journey.click(Role::Button, words::CLOSE);
        }
    }
}

#[test]
fn the_names_of_terms_are_whole() {
    for (size, text_size) in WINDOWS {
        let journey = open(size, text_size);
        for term in &journey.state().dossier().terms[..3] {
            assert!(!journey.painted(&term.name).is_empty(), "{size:?} at {text_size} %: {}", term.name);
        }
    }
}
