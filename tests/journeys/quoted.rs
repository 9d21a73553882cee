//! What the text of the first lesson quotes stands on the screen, letter by letter, and its keys do what it says.

use std::collections::BTreeSet;

use eframe::egui::{Key, Modifiers, Role};
use peace_plan_explorer::{
    app::{Action, Catalog, Command, activities, activities::Screen as Page},
    wording::{activities as class, start_page, ui as words},
};
use strum::IntoEnumIterator as _;

use crate::support::journey::{Journey, Start, case_of, shelf_of};

fn lesson() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/first-lesson.md");
    std::fs::read_to_string(path).expect("the text is in the repository")
}

/// Keys that are no commands: those of the wall.
const OF_THE_WALL: [&str; 2] = ["Enter", "Esc"];

/// Every label in the text, and the key behind it where there is one.
fn quoted() -> Vec<(String, Option<String>)> {
    let text = lesson().replace("**", "");
    let parts: Vec<&str> = text.split('*').collect();
    let mut all = Vec::new();
    for pair in parts[1..].chunks(2) {
        let [label, after] = pair else { panic!("a star stands alone: {pair:?}") };
        let key = after.strip_prefix(" (`").and_then(|rest| rest.split('`').next()).map(str::to_owned);
        let steps: Vec<&str> = label.split(" \u{203a} ").collect();
        let last = steps.len() - 1;
        all.extend(
            steps.into_iter().enumerate().map(|(place, step)| (step.to_owned(), key.clone().filter(|_| place == last))),
        );
    }
    all
}

/// What can be read in the window now.
fn note(journey: &Journey, shown: &mut BTreeSet<String>) {
    for (text, _) in journey.texts() {
        shown.extend(text.lines().map(str::to_owned));
    }
}

fn unfold(journey: &mut Journey, case: &str, shown: &mut BTreeSet<String>) {
    let shelf = journey.state().catalog.shelves.iter().find(|shelf| shelf.id == case).expect("it is listed");
    let plans = start_page::plans_of(shelf.scenarios.len(), &shelf.title);
    journey.click(Role::Button, &plans);
    note(journey, shown);
}

fn show(journey: &mut Journey, page: Page, shown: &mut BTreeSet<String>) {
    journey.apply(Action::Activities(activities::Action::Show(page)));
    note(journey, shown);
}

#[test]
fn every_label_in_the_text_of_the_first_lesson_stands_on_the_screen() {
    let mut journey = Start { case: case_of("school-trip"), size: [1366.0, 768.0], ..Start::default() }.go();
    let shelves = ["school-trip", "belfast-1998"].map(shelf_of).to_vec();
    let mut shown = BTreeSet::new();
    // Emphasis that says what it is.
    shown.insert("like this".to_owned());
    journey.apply(Action::Run(Command::Browse));
    journey.apply(Action::CatalogRead(Catalog { shelves, own_folder: "/home/class/scenarios".to_owned() }));
    note(&journey, &mut shown);
    unfold(&mut journey, "school-trip", &mut shown);
    unfold(&mut journey, "belfast-1998", &mut shown);
    journey.press(Key::Escape);
    note(&journey, &mut shown);
    journey.click(Role::RadioButton, "Place, Island, 3 of 4");
    journey.click(Role::RadioButton, "Free time, Free time, 1 of 2");
    note(&journey, &mut shown);
    journey.click(Role::Button, "File");
    note(&journey, &mut shown);
    journey.press(Key::Escape);
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    note(&journey, &mut shown);
    show(&mut journey, Page::Way, &mut shown);
    show(&mut journey, Page::Debrief, &mut shown);
    // Under the question that it answers.
    journey.node(Role::Button, "How this case was made").scroll_to_me();
    journey.harness.run();
    note(&journey, &mut shown);
    show(&mut journey, Page::Predict, &mut shown);
    shown.extend(shown.clone().iter().filter_map(|text| text.split_once(": ")).map(|(what, _)| what.to_owned()));
    for button in [class::START, class::VOTES_IN, class::REVEAL_ALL] {
        note(&journey, &mut shown);
        journey.click(Role::Button, button);
        note(&journey, &mut shown);
    }
    journey.click(Role::Button, class::STOP_ASKING);
    journey.press_with(Modifiers::COMMAND, Key::P);
    note(&journey, &mut shown);
    let missing: Vec<String> =
        quoted().into_iter().map(|(label, _)| label).filter(|label| !shown.contains(label)).collect();
    assert!(missing.is_empty(), "{missing:?} of {shown:#?}");
}

#[test]
fn every_key_in_the_text_of_the_first_lesson_does_what_it_says() {
    let keys = |command: Command| command.shortcuts().iter().map(|known| words::shortcut(*known)).collect::<Vec<_>>();
    let mut n = 0;
    for (label, key) in quoted() {
        let Some(key) = key else { continue };
        let command = Command::iter().find(|command| words::command(*command) == label);
        let command = command.unwrap_or_else(|| panic!("no command is called {label}"));
        assert!(keys(command).contains(&key), "{label} has {:?}, not {key}", keys(command));
        n += 1;
    }
    assert!(n >= 5, "{n}");
    let of_commands: BTreeSet<String> = Command::iter().flat_map(keys).collect();
    for key in lesson().split('`').skip(1).step_by(2).filter(|key| !OF_THE_WALL.contains(key)) {
        assert!(of_commands.contains(key), "{key}");
    }
}

/// The tab opens where it was left: after the guesses there is no card on it.
#[test]
fn the_way_to_the_second_activity_is_the_one_that_the_lesson_names() {
    let mut journey = Start { case: case_of("school-trip"), size: [1366.0, 768.0], ..Start::default() }.go();
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    journey.apply(Action::Activities(activities::Action::Show(Page::Predict)));
    journey.click(Role::Button, class::START);
    journey.click(Role::Button, class::STOP_ASKING);
    journey.press_with(Modifiers::COMMAND, Key::N);
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    let labels: Vec<String> = lesson().split('*').map(str::to_owned).collect();
    let path =
        labels.iter().find(|label| label.starts_with("Activities \u{203a} Is there a way?")).expect("it is named");
    for step in path.split(" \u{203a} ").skip(1) {
        journey.click(Role::RadioButton, step);
    }
    assert_eq!(journey.state().activities.screen, Page::Way);
}
