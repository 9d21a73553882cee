//! From the plan on the screen to a sheet in the hand.

use std::path::{Path, PathBuf};

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::NodeT as _;
use peace_plan_explorer::app::{
    Action, Command, Dialog, Edit, Effect, Format, HandOutAction, HandOutEffect, HandOutJob, IfTaken, Outcome, Paper,
    Sheet,
};
use peace_plan_explorer::domain::PartyIx;

use crate::support::journey::{Journey, Start, name};

fn open() -> Journey {
    let mut journey = Start::at("reported-idea").go();
    journey.press_with(Modifiers::COMMAND, Key::P);
    assert_eq!(journey.state().session.dialog, Some(Dialog::HandOuts));
    journey
}

/// What the window was asked to write since the last call.
fn written(journey: &mut Journey) -> Option<(HandOutJob, PathBuf, IfTaken)> {
    journey.take_effects().into_iter().find_map(|effect| match effect {
        Effect::HandOuts(HandOutEffect::Write { job, folder, if_taken }) => Some((job, folder, if_taken)),
        _ => None,
    })
}

fn came(journey: &mut Journey, outcome: Outcome) {
    journey.apply(Action::HandOuts(HandOutAction::Came(outcome)));
}

#[test]
fn one_key_and_one_click_write_the_plan_sheet_with_its_sources() {
    let mut journey = open();
    assert!(!journey.painted("Reported idea: freeze, delay, European troops").is_empty(), "the page is shown");
    assert_eq!(
        name(&journey.node(Role::Image, "Preview. Plan sheet: Reported idea: freeze, delay, European troops")),
        "Preview. Plan sheet: Reported idea: freeze, delay, European troops"
    );
    journey.click(Role::Button, "Write the file");
    let (job, folder, if_taken) = written(&mut journey).unwrap();
    assert_eq!(job.sheets, [Sheet::Plan, Sheet::Sources]);
    assert_eq!(
        (job.format, job.paper, folder.as_path(), if_taken),
        (Format::Pdf, Paper::A4, Path::new("/home/class"), IfTaken::Ask)
    );
}

#[test]
fn sheets_format_paper_and_folder_are_chosen_by_name() {
    let mut journey = open();
    for sheet in ["Sources", "Prediction sheet", "Plan sheet", "Party briefs"] {
        journey.click(Role::CheckBox, sheet);
    }
    journey.click(Role::ComboBox, "Brief of");
    journey.click(Role::MenuItemRadio, "RU, Russia");
    journey.click(Role::Button, "HTML");
    journey.click(Role::Button, "US Letter");
    journey.node(Role::TextInput, "Folder").focus();
    journey.harness.run();
    journey.press_with(Modifiers::COMMAND, Key::A);
    journey.node(Role::TextInput, "Folder").type_text("/media/stick");
    journey.harness.run();
    journey.click(Role::Button, "Write the file");
    let (job, folder, _) = written(&mut journey).unwrap();
    let parties = &journey.state().dossier().parties;
    let russia = PartyIx::at(parties.iter().position(|party| party.code == "RU").unwrap());
    assert_eq!(job.sheets, [Sheet::Plan, Sheet::Prediction, Sheet::Brief(russia)]);
    assert_eq!((job.format, job.paper, folder.as_path()), (Format::Html, Paper::Letter, Path::new("/media/stick")));
    assert_eq!(journey.state().settings.paper, Paper::Letter, "the paper is kept");
}

#[test]
fn pages_are_turned_and_the_last_one_is_the_end() {
    let mut journey = open();
    let n_pages = journey.state().hand_outs.pages.as_ref().unwrap().len();
    assert!(n_pages > 2, "{n_pages}");
    for page in 1..n_pages {
        journey.click(Role::Button, "Next page");
        assert_eq!(journey.state().hand_outs.page, page);
    }
    assert!(journey.node(Role::Button, "Next page").accesskit_node().is_disabled());
    // Fewer pages: what is shown is one of them.
    journey.click(Role::CheckBox, "Sources");
    assert_eq!(journey.state().hand_outs.page, 0);
}

#[test]
fn nothing_is_replaced_unasked_and_the_folder_is_opened_on_request() {
    let mut journey = open();
    journey.click(Role::Button, "Write the file");
    let path = PathBuf::from("/home/class/plan-sheet.pdf");
    came(&mut journey, Outcome::Exists(path.clone()));
    assert!(!journey.painted("\"plan-sheet.pdf\" is there already and was not changed.").is_empty());
    journey.take_effects();
    journey.click(Role::Button, "Write under a new name");
    assert_eq!(written(&mut journey).unwrap().2, IfTaken::Beside);
    came(&mut journey, Outcome::Exists(path.clone()));
    journey.take_effects();
    journey.click(Role::Button, "Replace it");
    assert_eq!(written(&mut journey).unwrap().2, IfTaken::Replace);
    came(&mut journey, Outcome::Written(path));
    assert!(!journey.painted("Written: plan-sheet.pdf").is_empty());
    assert_eq!(journey.state().settings.hand_out_folder, Some(PathBuf::from("/home/class")));
    journey.take_effects();
    journey.click(Role::Button, "Open folder");
    assert!(
        journey.take_effects().contains(&Effect::HandOuts(HandOutEffect::OpenFolder(PathBuf::from("/home/class"))))
    );
    assert_eq!(journey.state().session.dialog, None, "a problem with the folder is told below the table");
}

#[test]
fn what_went_wrong_is_said_in_the_dialog() {
    let mut journey = open();
    came(&mut journey, Outcome::Failed("There is no folder \"/nowhere\".".to_owned()));
    assert!(!journey.painted("Not written. There is no folder").is_empty());
}

#[test]
fn without_a_sheet_there_is_nothing_to_export() {
    let mut journey = open();
    journey.click(Role::CheckBox, "Plan sheet");
    journey.click(Role::CheckBox, "Sources");
    assert!(journey.node(Role::Button, "Write the file").accesskit_node().is_disabled());
    assert!(!journey.painted("Choose at least one sheet.").is_empty());
    assert!(journey.nodes(Role::Image).is_empty());
}

#[test]
fn a_spreadsheet_holds_one_table() {
    let mut journey = open();
    journey.click(Role::Button, "CSV");
    journey.click(Role::Button, "Write the file");
    assert_eq!(written(&mut journey).unwrap().0.sheets, [Sheet::Plan]);
    journey.click(Role::CheckBox, "Plan sheet");
    journey.click(Role::Button, "Write the file");
    assert_eq!(written(&mut journey).unwrap().0.sheets, [Sheet::Sources]);
}

#[test]
fn hidden_verdicts_are_hidden_in_the_preview_too() {
    let mut journey = Start::at("reported-idea").go();
    journey.apply(Action::Run(Command::Hide));
    journey.press_with(Modifiers::COMMAND, Key::P);
    assert!(journey.nodes(Role::Image).is_empty());
    assert!(journey.painted("Contradicted, of 3").is_empty());
    assert!(!journey.painted("Verdicts are hidden, and so is the preview.").is_empty());
}

#[test]
fn pages_of_an_older_choice_are_not_shown() {
    let mut journey = open();
    let before = journey.state().hand_outs.clone();
    journey.click(Role::CheckBox, "Sources");
    let now = journey.state().hand_outs.pages.clone();
    let late = HandOutAction::LaidOut { number: before.number, pages: before.pages.unwrap(), name: before.name };
    journey.apply(Action::HandOuts(late));
    assert_eq!(journey.state().hand_outs.pages, now);
}

#[test]
fn the_pages_show_the_plan_as_it_is_when_the_dialog_opens() {
    let mut journey = open();
    journey.press(Key::Escape);
    journey.apply(Action::Edit(Edit::SetTitle("Our plan".to_owned())));
    journey.press_with(Modifiers::COMMAND, Key::P);
    assert!(!journey.painted("Our plan").is_empty());
    assert!(journey.state().hand_outs.name.contains("our-plan"), "{}", journey.state().hand_outs.name);
}

#[test]
fn by_keyboard_the_way_from_the_written_file_to_its_folder_is_one_step() {
    let mut journey = open();
    journey.node(Role::Button, "Write the file").focus();
    journey.harness.run();
    journey.press(Key::Enter);
    assert!(written(&mut journey).is_some());
    journey.press(Key::Enter);
    assert!(written(&mut journey).is_none(), "nothing is written twice at once");
    came(&mut journey, Outcome::Written(PathBuf::from("/home/class/plan-sheet.pdf")));
    assert_eq!(journey.focused(), "Write the file");
    journey.press(Key::Tab);
    assert_eq!(journey.focused(), "Open folder");
}

/// A click that comes right after the choice of a format hits what it was aimed at.
#[test]
fn the_button_stays_where_it_is_whatever_is_chosen() {
    let mut journey = open();
    let place = |journey: &Journey| journey.node(Role::Button, "Write the file").rect();
    let before = place(&journey);
    for format in ["HTML", "PNG", "CSV", "Lesson page", "PDF"] {
        journey.click(Role::Button, format);
        assert_eq!(place(&journey), before, "{format}");
    }
    journey.click(Role::Button, "Write the file");
    assert_eq!(place(&journey), before, "something is said under it");
    came(&mut journey, Outcome::Written(PathBuf::from("/home/class/plan-sheet.pdf")));
    assert_eq!(place(&journey), before);
}

/// What was done at its foot is no reason to open in the midst of it, and where the file goes is in sight.
#[test]
fn it_opens_at_its_head_however_it_was_left() {
    let mut journey = open();
    let place = |journey: &Journey| journey.node(Role::CheckBox, "Plan sheet").rect();
    let file = journey.state().hand_outs.name.clone();
    assert!(!journey.painted(&file).is_empty(), "{file}");
    // Where the window is lower it has to be scrolled to.
    journey = Start { size: [1280.0, 560.0], ..Start::at("reported-idea") }.go();
    journey.press_with(Modifiers::COMMAND, Key::P);
    let before = place(&journey);
    journey.node(Role::TextInput, "Folder").focus();
    journey.harness.run();
    journey.node(Role::TextInput, "Folder").scroll_to_me();
    journey.harness.run();
    assert_ne!(place(&journey), before, "it is longer than the dialog");
    journey.apply(Action::CloseDialog);
    journey.press_with(Modifiers::COMMAND, Key::P);
    assert_eq!(place(&journey), before);
}

#[test]
fn a_lesson_page_is_one_choice_and_needs_no_sheet() {
    let mut journey = open();
    journey.click(Role::CheckBox, "Sources");
    journey.click(Role::CheckBox, "Plan sheet");
    assert!(journey.node(Role::Button, "Write the file").accesskit_node().is_disabled(), "no sheet, nothing to write");
    journey.click(Role::Button, "Lesson page");
    assert!(journey.node(Role::CheckBox, "Plan sheet").accesskit_node().is_disabled());
    assert!(!journey.painted("A lesson page has no preview. Write it and open it in a browser.").is_empty());
    journey.click(Role::Button, "Write the file");
    let (job, ..) = written(&mut journey).unwrap();
    assert_eq!((job.format, job.format.ending()), (Format::LessonPage, "html"));
    journey.click(Role::Button, "PDF");
    assert!(journey.node(Role::Button, "Write the file").accesskit_node().is_disabled());
}

/// Whoever prints sees before what will be printed, and the class does not get the answers with the questions.
#[test]
fn what_the_file_will_hold_is_said_beside_the_button() {
    let mut journey = open();
    assert_eq!(journey.painted("Plan sheet, Sources: 3 pages").len(), 1, "{:?}", journey.texts());
    journey.click(Role::CheckBox, "Sources");
    assert_eq!(journey.painted("Plan sheet: 1 page").len(), 1);
    journey.click(Role::CheckBox, "Sources");
    journey.click(Role::CheckBox, "Prediction sheet");
    assert_eq!(journey.painted("Prediction sheet: 1 page").len(), 1, "nothing with the answers stays ticked");
    assert!(journey.painted("gives the answers").is_empty());
    for sheet in ["Plan sheet", "Sources", "Party briefs"] {
        journey.click(Role::CheckBox, sheet);
        assert_eq!(journey.painted("gives the answers").len(), 1, "{sheet}");
        journey.click(Role::CheckBox, sheet);
        assert!(journey.painted("gives the answers").is_empty(), "{sheet}");
    }
    for sheet in ["Is there a way?", "What the marks mean", "Debrief sheet"] {
        journey.click(Role::CheckBox, sheet);
    }
    assert_eq!(journey.painted("4 kinds of sheets: ").len(), 1, "{:?}", journey.texts());
    journey.click(Role::Button, "HTML");
    assert!(journey.painted("4 kinds of sheets: ").is_empty(), "nobody knows how many a browser makes");
    assert_eq!(journey.painted("4 kinds of sheets").len(), 1);
}

#[test]
fn what_is_for_print_is_out_of_reach_beside_a_lesson_page_and_it_is_said_why() {
    let mut journey = open();
    let is_off = |journey: &Journey, role: Role, name: &str| journey.node(role, name).accesskit_node().is_disabled();
    let controls =
        [(Role::Button, "A4"), (Role::CheckBox, "Hatched marks instead of colour"), (Role::CheckBox, "Sources")];
    assert!(controls.iter().all(|(role, name)| !is_off(&journey, *role, name)));
    journey.click(Role::Button, "Lesson page");
    assert!(controls.iter().all(|(role, name)| is_off(&journey, *role, name)));
    assert!(journey.readable().contains("Sheets, paper and hatching are for print"));
}
