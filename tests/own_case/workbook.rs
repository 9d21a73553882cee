//! A workbook brought to the window: what would come of it is shown, and then all of it is done, or nothing.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use eframe::egui::{self, Key, Modifiers, Role};
use peace_plan_explorer::{
    app::{
        Action, Command, Dialog, Edit as PlanEdit, Effect, FileGoal, SaveForm, Tab, Told,
        case::{self, At, Edit, Found, Goal},
    },
    domain::{TermIx, ValueIx},
    format::read_dossier,
    wording::{incoming as words, ui as ui_words},
    workbook::{self, Sheet, Value},
};
use tempfile::TempDir;

use crate::support::journey::{Journey, Start, name};

const POOL: &str = include_str!("../data/pool/dossier.ron");
const QUICK: &str = include_str!("../data/pool/quick.csv");

/// A folder with the pool as a workbook, after a change of its cells.
fn pool(folder: &TempDir, change: impl FnOnce(&mut Vec<Sheet>)) -> PathBuf {
    let mut book = workbook::book_of(&read_dossier(POOL).unwrap().dossier);
    change(&mut book.sheets);
    let path = folder.path().join("pool.xlsx");
    fs::write(&path, workbook::write(&book).unwrap()).unwrap();
    path
}

fn cell(sheets: &mut [Sheet], name: &str, (row, column): (u32, &str), text: &str) {
    let sheet = sheets.iter_mut().find(|sheet| sheet.name == name).unwrap();
    let is_head = |((row, _), value): &(&(u32, u32), &Value)| *row == 0 && value.to_text() == column;
    let place = sheet.cells.iter().find(is_head).unwrap().0.1;
    sheet.cells.insert((row, place), Value::Text(text.to_owned()));
}

fn window() -> Journey {
    Start::at("reported-idea").go()
}

fn bring(journey: &mut Journey, path: &Path) {
    journey.apply(Action::OpenPath(path.to_path_buf()));
}

/// The window with the pool as a case of one's own, out of its workbook.
fn with_pool(folder: &TempDir) -> Journey {
    let mut journey = window();
    let path = pool(folder, |_| ());
    bring(&mut journey, &path);
    journey.click(Role::Button, words::MAKE);
    assert_eq!(journey.state().dossier().id, "swimming-pool");
    journey
}

fn own_text(journey: &Journey) -> String {
    journey.state().document.own.as_ref().expect("it is one's own").text.as_str().to_owned()
}

#[test]
fn a_workbook_becomes_a_new_case_once_it_was_seen_what_comes_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = pool(&folder, |_| ());
    let mut journey = window();
    let before = journey.state().dossier().id.clone();
    bring(&mut journey, &path);
    let shown = journey.readable();
    for part in
        ["pool.xlsx", "Swimming pool", "3 parties, 4 terms, 6 statements", "Town council: 2 statements, 2 positions"]
    {
        assert!(shown.contains(part), "{part} is missing in {shown}");
    }
    assert_eq!(journey.state().dossier().id, before, "nothing is done yet");
    journey.click(Role::Button, words::MAKE);
    assert_eq!((journey.state().dossier().id.as_str(), journey.state().session.tab), ("swimming-pool", Tab::Explore));
    assert!(journey.state().document.own.is_some() && journey.state().session.dialog.is_none());
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(journey.state().dossier().id, before, "one step takes it back");
}

#[test]
fn a_workbook_of_the_open_case_brings_it_up_to_date_with_the_plan_and_every_comment_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut journey = with_pool(&folder);
    // A comment of its author's hand, which no workbook has.
    let commented = own_text(&journey).replacen("    terms: [", "    // By hand.\n    terms: [", 1);
    journey.apply(Action::Case(case::Action::ReadAgain(commented.as_str().into())));
    journey.apply(Action::Edit(PlanEdit::SetTerm(TermIx(1), Some(ValueIx(1)))));
    let plan = journey.state().plan().clone();
    let before = own_text(&journey);
    let path = pool(&folder, |sheets| {
        cell(sheets, "statements", (1, "speaker"), "Ida Brandt-Lund");
        cell(sheets, "parties", (2, "name"), "Swimming club of 1911");
        let rules = sheets.iter_mut().find(|sheet| sheet.name == "sources").unwrap();
        let mut rows = rules.rows();
        rows.push(["new-source", "Town radio", "https://example.org/radio"].map(str::to_owned).to_vec());
        *rules = Sheet::of_rows("sources", rows);
    });
    bring(&mut journey, &path);
    let Some(Dialog::Incoming(incoming)) = &journey.state().session.dialog else { panic!("no preview") };
    assert_eq!(incoming.goal, Goal::Update, "it has the same ids");
    let shown = journey.readable();
    for part in [
        &words::update("Swimming pool"),
        &words::evidence(1),
        "speaker: \"Ida Brandt\" becomes \"Ida Brandt-Lund\"",
        "New (1)",
        "source new-source, \"Town radio\"",
        "name: \"Swimming club\" becomes \"Swimming club of 1911\"",
        "the case becomes version 2",
    ] {
        assert!(shown.contains(part), "{part} is missing in {shown}");
    }
    let (first, second) = (shown.find(&words::evidence(1)), shown.find("New (1)"));
    assert!(first < second, "what was published stands first");
    assert_eq!(own_text(&journey), before, "nothing is done yet");
    journey.click(Role::Button, words::TAKE_OVER);
    let after = own_text(&journey);
    assert!(after.contains("// By hand.") && after.contains("speaker: \"Ida Brandt-Lund\""), "{after}");
    assert_eq!(journey.state().plan(), &plan);
    assert_eq!(journey.state().session.told, Some(Told::VersionRaised(2)));
    assert!(journey.state().document.is_case_unsaved());
    let undo = ui_words::undo(journey.state().dossier(), journey.state().history.undo_label(), Default::default());
    assert_eq!(undo, "Undo: file taken over");
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(own_text(&journey), before, "all of it is one step");
    assert_eq!(journey.state().plan(), &plan);
    // Once more: it is compared with what is there.
    journey.press_with(Modifiers::COMMAND, Key::Y);
    bring(&mut journey, &path);
    assert!(journey.readable().contains(words::NOTHING), "{}", journey.readable());
}

#[test]
fn rows_that_the_workbook_does_not_have_stay_unless_they_are_to_go() {
    let folder = tempfile::tempdir().unwrap();
    let mut journey = with_pool(&folder);
    let path = pool(&folder, |sheets| {
        let positions = sheets.iter_mut().find(|sheet| sheet.name == "positions").unwrap();
        positions.cells.retain(|(row, _), _| *row != 1);
    });
    bring(&mut journey, &path);
    assert!(journey.readable().contains(words::NOTHING));
    journey.click(Role::CheckBox, &words::also_remove(1));
    assert!(journey.readable().contains("Gone (1)"), "{}", journey.readable());
    journey.click(Role::Button, words::TAKE_OVER);
    assert_eq!(journey.state().dossier().positions.len(), 5);
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(journey.state().dossier().positions.len(), 6);
}

#[test]
fn while_an_error_is_left_nothing_is_taken_over_and_it_is_read_again_once_it_is_mended() {
    let folder = tempfile::tempdir().unwrap();
    let mut journey = with_pool(&folder);
    let before = own_text(&journey);
    let path = pool(&folder, |sheets| cell(sheets, "positions", (1, "strength"), "redline!"));
    bring(&mut journey, &path);
    let shown = journey.readable();
    for part in [&words::errors(1), "positions G2: strength: \"redline!\" is not known.", "Did you mean \"red line\"?"]
    {
        assert!(shown.contains(part), "{part} is missing in {shown}");
    }
    journey.apply(Action::Case(case::Action::TakeOver));
    assert_eq!(own_text(&journey), before);
    pool(&folder, |sheets| cell(sheets, "positions", (1, "strength"), "opposes"));
    journey.click(Role::Button, words::READ_AGAIN);
    assert!(!journey.readable().contains("error"), "{}", journey.readable());
    journey.click(Role::Button, words::TAKE_OVER);
    assert_ne!(own_text(&journey), before);
}

#[test]
fn what_was_changed_meanwhile_is_compared_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut journey = with_pool(&folder);
    let path = pool(&folder, |sheets| cell(sheets, "parties", (1, "name"), "Council"));
    bring(&mut journey, &path);
    let edit = Edit::Text { at: At::list("title"), text: "Our pool".to_owned(), needed: true };
    let preview = journey.state().session.dialog.clone().unwrap();
    journey.apply(Action::Case(case::Action::Edit(vec![edit])));
    journey.apply(Action::Show(preview));
    journey.click(Role::Button, words::TAKE_OVER);
    assert!(matches!(journey.state().session.dialog, Some(Dialog::Incoming(_))), "it is shown anew");
    assert!(journey.readable().contains("\"Our pool\" becomes"), "{}", journey.readable());
}

#[test]
fn files_that_are_no_workbook_say_so_and_the_open_case_is_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let mut journey = with_pool(&folder);
    let before = own_text(&journey);
    for (file, bytes, word) in [
        ("report.xlsx", &b"%PDF-1.7"[..], "This is a PDF"),
        ("secret.xlsx", b"\xd0\xcf\x11\xe0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", "password"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old format"),
        ("empty.ods", b"", "not a workbook"),
        ("wide.csv", b"a,b\n\xff\xfe", "not UTF-8"),
    ] {
        let path = folder.path().join(file);
        fs::write(&path, bytes).unwrap();
        bring(&mut journey, &path);
        let shown = journey.readable();
        assert!(shown.contains(word) && shown.contains(words::UNTOUCHED), "{file}: {shown}");
        assert_eq!(own_text(&journey), before);
        journey.press(Key::Escape);
        assert!(journey.state().session.dialog.is_none());
    }
    bring(&mut journey, Path::new("/nowhere/gone.xlsx"));
    assert!(journey.readable().contains("no such file"), "{}", journey.readable());
}

#[test]
fn a_quick_sheet_makes_a_case_and_says_what_it_made_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("town pool.csv");
    // Without the term that is a number: that is more than a quick sheet can tell.
    let rows: String = QUICK.split_inclusive('\n').filter(|row| !row.contains("Ticket")).collect();
    fs::write(&path, &rows).unwrap();
    let mut journey = window();
    bring(&mut journey, &path);
    let shown = journey.readable();
    assert!(shown.contains(&words::warnings(6)) && shown.contains("quick A2: The party \"Town council\""), "{shown}");
    journey.click(Role::Button, words::MAKE);
    assert_eq!(journey.state().dossier().title, "town pool");
    // Read into its own case it adds what is new, and nothing twice.
    fs::write(
        &path,
        format!("{rows}Neighbours,Old pool,is,Close,prefers,They may close it,Mo Keller,Speaker,2031-06-01,,\n"),
    )
    .unwrap();
    bring(&mut journey, &path);
    let shown = journey.readable();
    assert!(shown.contains("New (2)") && !shown.contains("Changed ("), "{shown}");
}

#[test]
fn by_menu_box_and_keys_a_workbook_is_chosen_and_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut journey = with_pool(&folder);
    journey.apply(Action::Run(Command::NewCaseFromWorkbook));
    let Some(Dialog::File(file)) = &journey.state().session.dialog else { panic!("no box") };
    assert_eq!((file.goal, file.endings()), (FileGoal::Bring, &["xlsx", "ods", "csv", "json"][..]));
    journey.write(&folder.path().join("pool.xlsx").to_string_lossy());
    journey.press(Key::Enter);
    let Some(Dialog::Incoming(incoming)) = &journey.state().session.dialog else { panic!("no preview") };
    assert!(matches!(incoming.found, Found::Read(_)));
    journey.press(Key::Escape);
    journey.take_effects();
    journey.apply(Action::Run(Command::SaveWorkbook));
    journey.press(Key::Enter);
    let saves: Vec<(SaveForm, String)> = (journey.take_effects().into_iter())
        .filter_map(|effect| {
            if let Effect::Save(job) = effect { Some((job.form, job.path.display().to_string())) } else { None }
        })
        .collect();
    assert_eq!(saves, [(SaveForm::Workbook, "/home/class/swimming-pool.xlsx".to_owned())]);
}

/// A file as the window library hands it over.
fn dropped(path: &Path) -> Arc<dyn egui::DroppedFile + Send + Sync> {
    #[derive(Debug)]
    struct File(PathBuf);
    impl egui::DroppedFile for File {
        fn path(&self) -> &Path {
            &self.0
        }
        fn bytes(&self) -> Result<Vec<u8>, String> {
            Ok(Vec::new())
        }
    }
    Arc::new(File(path.to_path_buf()))
}

#[test]
fn a_workbook_that_is_dropped_is_looked_at_on_every_tab() {
    let folder = tempfile::tempdir().unwrap();
    let path = pool(&folder, |_| ());
    for command in [Command::Explore, Command::Compare, Command::Case] {
        let mut journey = window();
        journey.apply(Action::Run(command));
        let hovered = egui::HoveredFile { path: Some(path.clone()), ..Default::default() };
        journey.harness.input_mut().hovered_files = vec![hovered];
        journey.harness.step();
        let texts: Vec<String> = journey.texts().into_iter().map(|(text, _)| text).collect();
        assert!(texts.iter().any(|text| text == words::DROP), "{texts:?}");
        journey.harness.input_mut().hovered_files.clear();
        journey.harness.input_mut().dropped_files = vec![dropped(&path)];
        journey.harness.run();
        assert!(matches!(journey.state().session.dialog, Some(Dialog::Incoming(_))), "{command:?}");
        assert!(journey.state().compare.second.is_none());
    }
}

/// What is opened takes the preview away.
#[test]
fn a_workbook_that_is_dropped_with_a_plan_is_looked_at_after_the_plan() {
    let folder = tempfile::tempdir().unwrap();
    let path = pool(&folder, |_| ());
    let mut journey = window();
    journey.take_effects();
    journey.harness.input_mut().dropped_files = vec![dropped(&path), dropped(&folder.path().join("plan.ron"))];
    journey.harness.run();
    let effects = journey.take_effects();
    let opened = effects.iter().position(|effect| matches!(effect, Effect::OpenPath(_)));
    let read = effects.iter().position(|effect| matches!(effect, Effect::Case(case::Effect::Read { .. })));
    assert!(opened.is_some() && opened < read, "{opened:?} {read:?}");
}

#[test]
fn the_keyboard_is_in_the_preview_whatever_it_shows() {
    use crate::support::screens;
    let mut journey = window();
    let read = screens::incoming();
    let first = words::update(&journey.state().dossier().title);
    for (found, first) in [
        (Found::Reading, ui_words::CANCEL),
        (read.found.clone(), first.as_str()),
        (Found::Refused("It is damaged.".to_owned()), words::READ_AGAIN),
        (Found::Reading, ui_words::CANCEL),
    ] {
        journey.apply(Action::Show(Dialog::Incoming(case::Incoming { found, ..read.clone() })));
        assert_eq!(journey.focused(), first);
    }
}

#[test]
fn everything_in_the_preview_has_a_name_and_a_place_in_small_and_dark_windows_and_with_large_text() {
    use crate::support::screens;
    use eframe::egui::Theme;
    use peace_plan_explorer::app::Settings;
    for (size, theme, text_size) in [
        ([1280.0, 720.0], Theme::Light, 100),
        ([1024.0, 768.0], Theme::Dark, 100),
        ([1280.0, 720.0], Theme::Dark, 200),
        ([1024.0, 768.0], Theme::Light, 200),
    ] {
        let settings = Settings { text_size, hints_seen: true, ..Settings::default() };
        let mut journey = Start { size, theme, settings, ..Start::at("reported-idea") }.go();
        for also_remove in [false, true] {
            let incoming = case::Incoming { also_remove, ..screens::incoming() };
            journey.apply(Action::Show(Dialog::Incoming(incoming)));
            let room = journey.harness.ctx.content_rect();
            for button in [words::TAKE_OVER, words::READ_AGAIN, ui_words::CANCEL] {
                let place = journey.node(Role::Button, button).rect();
                assert!(room.contains_rect(place), "{button} at {text_size} %: {place:?} in {room:?}");
            }
            // However much is said above them.
            let long = "What the ninth form wrote on the third of February, with all that was crossed out".repeat(4);
            let path = PathBuf::from(format!("/home/class/{long}.xlsx"));
            let incoming = case::Incoming { path, also_remove, ..screens::incoming() };
            journey.apply(Action::Show(Dialog::Incoming(incoming)));
            journey.harness.run();
            for button in [words::TAKE_OVER, words::READ_AGAIN, ui_words::CANCEL] {
                let place = journey.node(Role::Button, button).rect();
                assert!(room.contains_rect(place), "{button} at {text_size} %: {place:?} in {room:?}");
            }
            for role in [Role::Button, Role::CheckBox, Role::RadioButton] {
                assert!(journey.nodes(role).iter().all(|node| !name(node).is_empty()));
            }
        }
    }
}
