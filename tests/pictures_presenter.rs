//! What a class sees on the wall, in the three windows that it must be readable in; small pictures.

mod support;

use egui_kittest::SnapshotResults;
use peace_plan_explorer::{
    app::{Action, Command, presenter},
    domain::TermIx,
};
use support::journey::{Journey, Start};

const PEACEKEEPERS: TermIx = TermIx(7);

/// The windows, with the dots of a picture for each point.
const WALLS: [([f32; 2], f32, &str); 3] =
    [([1024.0, 768.0], 0.4, "768"), ([1280.0, 720.0], 0.4, "720"), ([1920.0, 1080.0], 0.27, "1080")];

/// The wall in one window.
fn wall(size: [f32; 2], dots: f32) -> Journey {
    let mut journey = Start { size, dots, ..Start::at("reported-idea-full") }.go();
    journey.apply(Action::Run(Command::Present));
    journey
}

fn picture(journey: &mut Journey, name: &str, results: &mut SnapshotResults) {
    journey.harness.remove_cursor();
    journey.harness.run();
    journey.harness.snapshot(name);
    results.extend(journey.harness.take_snapshot_results());
}

#[test]
fn the_whole_table_and_one_term_in_three_windows() {
    let mut results = SnapshotResults::new();
    for (size, dots, name) in WALLS {
        let mut journey = wall(size, dots);
        picture(&mut journey, &format!("wall_table_{name}"), &mut results);
        journey.apply(Action::Presenter(presenter::Action::ShowTerm { term: PEACEKEEPERS, spotlight: true }));
        // Two parties are revealed, the others are still to be guessed.
        for command in [Command::Hide, Command::RevealNext, Command::RevealNext] {
            journey.apply(Action::Run(command));
        }
        picture(&mut journey, &format!("wall_term_{name}"), &mut results);
    }
}
