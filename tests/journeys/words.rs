//! The words of the window: one word for one thing, on every screen there is.

use peace_plan_explorer::app::{Action, Command, DialogKind};

use crate::support::{
    journey::Start,
    screens::{self, Screen, Wall},
};

#[test]
fn no_screen_calls_a_case_by_another_name() {
    let mut journey = Start::at("reported-idea-full").go();
    for screen in screens::all() {
        screen.open(&mut journey);
        if screen == Screen::Dialog(DialogKind::About) || screen == Screen::Wall(Wall::Dialog(DialogKind::About)) {
            // What the author wrote about the case.
            continue;
        }
        let read = journey.readable();
        // The file of a case has this name.
        let met = read.lines().find(|line| line.replace("dossier.ron", "").to_lowercase().contains("dossier"));
        assert_eq!(met, None, "{screen:?}");
    }
    journey.apply(Action::Run(Command::Palette));
    let read = journey.readable();
    assert!(!read.to_lowercase().contains("dossier"), "{read}");
}
