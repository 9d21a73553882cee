//! Files out of which a case is made, from the disk to the preview.

use super::*;
use crate::{
    app::case::{self, Found, Goal},
    format::parted,
    wording::incoming as words,
};

/// A case in a file, with a plan of it beside.
fn case_with_plan(desk: &Desk) -> PathBuf {
    let folder = desk.plans().join("trip");
    fs::create_dir(&folder).unwrap();
    let library = crate::storage::Library::shipped();
    let shelf = library.shelf("school-trip").unwrap();
    let text = shelf.text.replace("school-trip", "trip");
    let path = folder.join("dossier.ron");
    crate::storage::write_file(&path, text.as_bytes(), false).unwrap();
    for (name, plan) in shelf.plans_for("trip").iter().take(2) {
        crate::storage::write_file(&folder.join(format!("{name}.ron")), plan.as_bytes(), false).unwrap();
    }
    path.canonicalize().unwrap()
}

fn incoming(window: &Window) -> &case::Incoming {
    let Some(Dialog::Incoming(incoming)) = &window.state.session.dialog else { panic!("no preview") };
    incoming
}

#[test]
fn a_case_is_shared_as_one_file_and_looked_at_before_it_is_used() {
    let desk = Desk::new();
    let path = case_with_plan(&desk);
    let mut window = desk.open(&[&path]);
    let shared = desk.at("trip.ron");
    window.save_as(&shared, SaveForm::Shared);
    assert_eq!(window.state.session.told, Some(crate::app::Told::Saved("trip.ron".to_owned())));
    let (text, plans) = parted(&fs::read_to_string(&shared).unwrap()).unwrap();
    assert_eq!(text, fs::read_to_string(&path).unwrap(), "the dossier byte by byte");
    assert_eq!(plans.len(), 2);
    // A window of somebody else: nothing is opened before it was looked at.
    let other = Desk::new();
    let mut window = other.open(&[&shared]);
    let before = window.state.dossier().id.clone();
    let Found::Read(brought) = &incoming(&window).found else { panic!("not read") };
    let case = brought.case.as_ref().unwrap();
    assert!(brought.is_shared && brought.plans.len() == 2 && case.coverage.len() == 3);
    assert_eq!((before.as_str(), case.id.as_str()), ("ukraine-2025-01", "trip"));
    window.act(Action::Case(case::Action::LookAtBrought));
    assert_eq!(window.state.dossier().id, "trip");
    assert!(window.state.document.own.is_none(), "it is nobody's to change");
    // It goes on as it came.
    let further = other.at("further.ron");
    window.save_as(&further, SaveForm::Shared);
    assert_eq!(parted(&fs::read_to_string(&further).unwrap()).unwrap().0, text);
}

#[test]
fn a_shared_case_comes_back_to_its_author_as_a_newer_state() {
    let desk = Desk::new();
    let path = case_with_plan(&desk);
    let mut window = desk.open(&[&path]);
    let shared = desk.at("back.ron");
    window.save_as(&shared, SaveForm::Shared);
    let changed =
        fs::read_to_string(&shared).unwrap().replacen("title: \"School trip (practice case)\"", "title: \"Trip\"", 1);
    crate::storage::write_file(&shared, changed.as_bytes(), true).unwrap();
    window.act(Action::OpenPath(shared));
    assert_eq!(incoming(&window).goal, Goal::Update);
    let changes = incoming(&window).way().unwrap().changes.clone();
    assert_eq!(changes.iter().map(words::change).collect::<Vec<_>>(), ["about the case: title, \"Trip\""]);
    window.act(Action::Case(case::Action::TakeOver));
    assert_eq!(window.state.dossier().title, "Trip");
    let own = window.state.document.own.as_ref().unwrap();
    assert!(own.text.as_str() != &*own.saved && parted(own.text.as_str()).is_none());
}

#[test]
fn a_case_as_json_and_a_list_of_sources_are_brought_like_a_workbook() {
    let desk = Desk::new();
    let path = case_with_plan(&desk);
    let text = fs::read_to_string(&path).unwrap();
    let json = desk.at("trip.json");
    let written =
        crate::workbook::to_json(&text, &[]).unwrap().replacen("\"School trip (practice case)\"", "\"Trip\"", 1);
    crate::storage::write_file(&json, written.as_bytes(), false).unwrap();
    let mut window = desk.open(&[&path]);
    window.act(Action::OpenPath(json));
    assert_eq!(incoming(&window).way().unwrap().changes.len(), 1);
    let list = desk.at("zotero.json");
    let item = r#"[{"id": "radio", "type": "broadcast", "title": "Morning", "publisher": "Radio", "URL": "https://example.org/r"}]"#;
    crate::storage::write_file(&list, item.as_bytes(), false).unwrap();
    window.act(Action::OpenPath(list.clone()));
    assert_eq!(incoming(&window).goal, Goal::Update);
    window.act(Action::Case(case::Action::TakeOver));
    assert_eq!(window.state.dossier().sources.last().map(|source| source.id.as_str()), Some("radio"));
    // Without a case of one's own there is nowhere to put them.
    let mut window = Desk::new().open(&[]);
    window.act(Action::OpenPath(list));
    assert_eq!(incoming(&window).found, Found::Refused(words::SOURCES_NEED_A_CASE.to_owned()));
}

#[test]
fn a_case_with_problems_is_neither_shared_nor_written_as_a_workbook() {
    let desk = Desk::new();
    let path = case_with_plan(&desk);
    let mut window = desk.open(&[&path]);
    let edit = case::Edit::Text { at: case::At::list("title"), text: String::new(), needed: true };
    window.act(Action::Case(case::Action::Edit(vec![edit])));
    for (name, form) in [("a.xlsx", SaveForm::Workbook), ("a.ron", SaveForm::Shared)] {
        window.save_as(&desk.at(name), form);
        assert!(!desk.at(name).exists());
        assert_eq!(window.notice().kind, NoticeKind::Unsound { form, n_problems: 1 });
    }
    window.act(Action::Run(Command::Undo));
    assert_eq!(window.state.session.notices, [], "nothing is wrong any more");
    window.save_as(&desk.at("a.xlsx"), SaveForm::Workbook);
    assert!(desk.at("a.xlsx").exists());
    // A name that is taken is asked about.
    window.save_as(&desk.at("a.xlsx"), SaveForm::Workbook);
    assert!(matches!(window.state.session.dialog, Some(Dialog::NameTaken { .. })));
}

#[test]
fn a_folder_of_csv_files_is_a_workbook() {
    let desk = Desk::new();
    let folder = desk.plans().join("pool");
    fs::create_dir(&folder).unwrap();
    let library = crate::storage::Library::shipped();
    let dossier = &library.shelf("school-trip").unwrap().dossier().unwrap().dossier;
    for (name, bytes) in crate::workbook::to_csv(&crate::workbook::book_of(dossier), ';').unwrap() {
        crate::storage::write_file(&folder.join(format!("{name}.csv")), &bytes, false).unwrap();
    }
    let mut window = desk.open(&[]);
    window.act(Action::OpenPath(folder.clone()));
    let Found::Read(brought) = &incoming(&window).found else { panic!("not read") };
    assert_eq!(brought.case.as_ref().map(|case| case.id.as_str()), Some("school-trip"));
    let empty = desk.plans().join("empty");
    fs::create_dir(&empty).unwrap();
    window.act(Action::OpenPath(empty));
    assert!(matches!(&incoming(&window).found, Found::Refused(why) if why.contains("holds no CSV file")));
}
