//! Cases of one's own at the window: what is in the file, and what is a draft.

use eframe::egui::Context;

use super::*;
use crate::app::case::{self, At, Edit as CaseEdit};

fn title(text: &str) -> Action {
    let edit = CaseEdit::Text { at: At::list("title"), text: text.to_owned(), needed: true };
    Action::Case(case::Action::Edit(vec![edit]))
}

/// A case in a file, with a comment of its author's hand.
fn case_file(desk: &Desk) -> PathBuf {
    let folder = desk.plans().join("trip");
    fs::create_dir(&folder).unwrap();
    let path = folder.join("dossier.ron");
    let library = crate::storage::Library::shipped();
    let text = library.shelf("school-trip").unwrap().text.replace("school-trip", "trip");
    crate::storage::write_file(&path, text.as_bytes(), false).unwrap();
    path.canonicalize().unwrap()
}

#[test]
fn a_case_that_is_half_typed_is_there_after_a_crash() {
    let desk = Desk::new();
    let path = case_file(&desk);
    let mut window = desk.open(&[&path]);
    window.act(title("Our trip"));
    window.set(1);
    let half = At::record("statements", 2);
    window.act(Action::Case(case::Action::Edit(vec![CaseEdit::Raw(half.clone(), "(id: \"s-03".to_owned())])));
    let text = window.state.document.own.as_ref().unwrap().text.as_str().to_owned();
    drop(window);
    let window = desk.open(&[]);
    let document = &window.state.document;
    let own = document.own.as_ref().expect("it can be edited as before");
    assert_eq!((own.text.as_str(), own.path.as_path()), (text.as_str(), path.as_path()));
    assert!(!own.is_sound() && document.is_case_unsaved());
    assert_eq!(own.raw(&half), "(id: \"s-03");
    assert_eq!(
        (document.case.dossier.title.as_str(), window.value()),
        ("Our trip", Some(1)),
        "the last that was sound"
    );
}

#[test]
fn a_case_is_saved_when_nothing_is_wrong_with_it_and_keeps_its_comments() {
    let desk = Desk::new();
    let path = case_file(&desk);
    let before = fs::read_to_string(&path).unwrap();
    let mut window = desk.open(&[&path]);
    window.act(title(""));
    window.act(Action::Run(Command::Save));
    assert_eq!(fs::read_to_string(&path).unwrap(), before, "a case without a title is no case");
    assert_eq!(window.notice().kind, NoticeKind::Unsound { form: SaveForm::Case, n_problems: 1 });
    window.act(title("Our trip"));
    window.act(Action::Run(Command::Save));
    let after = fs::read_to_string(&path).unwrap();
    assert_eq!(after, before.replace("School trip (practice case)", "Our trip"));
    assert!(!window.state.document.is_unsaved());
    assert_eq!(names(path.parent().unwrap()), ["dossier.ron"], "nothing was lost, so nothing is kept beside it");
    // Somebody else writes it meanwhile.
    let theirs = after.replace("Our trip", "Their trip");
    crate::storage::save(&path, &theirs, Some(&after), true).unwrap();
    window.act(title("Mine"));
    window.act(Action::Run(Command::Save));
    assert!(matches!(window.state.session.dialog, Some(Dialog::ChangedOnDisk(_))));
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
}

#[test]
fn what_was_said_about_saving_goes_when_it_is_true_no_more() {
    let desk = Desk::new();
    let path = case_file(&desk);
    let mut window = desk.open(&[&path]);
    window.act(title(""));
    window.act(Action::Run(Command::Save));
    assert_eq!(window.state.session.notices.len(), 1);
    window.act(Action::Run(Command::Undo));
    assert_eq!(window.state.session.notices, [], "the reason is taken back");
    window.act(Action::Run(Command::Redo));
    window.act(Action::Run(Command::Save));
    window.act(title("Our trip"));
    assert_eq!(window.state.session.notices, [], "the reason is put right");
}

/// A letter into the largest case, all in: read, compiled, every mark worked out anew. The figure is for the README.
#[test]
fn a_letter_into_the_largest_case_is_one_edit() {
    let desk = Desk::new();
    let folder = desk.plans().join("large");
    fs::create_dir(&folder).unwrap();
    let path = folder.join("dossier.ron");
    let library = crate::storage::Library::shipped();
    let text = &library.shelf("ukraine-2025-01").unwrap().text;
    crate::storage::write_file(&path, text.as_bytes(), false).unwrap();
    let mut window = desk.open(&[&path]);
    let at = At::record("statements", 60).field("short");
    for n in 1..=20 {
        let edit = CaseEdit::Text { at: at.clone(), text: "x".repeat(n), needed: true };
        window.state.apply(Action::Case(case::Action::Edit(vec![edit])));
    }
    assert_eq!(window.state.dossier().statements[60].short, "x".repeat(20));
    window.act(Action::Run(Command::Undo));
    assert_eq!(window.state.document.own.as_ref().unwrap().text.as_str(), &**text);
}

/// Case and plan are saved by one key; what is asked or told about the case is not taken away by the plan.
#[test]
fn what_is_asked_about_the_case_outlives_the_save_of_its_plan() {
    for is_sound in [true, false] {
        let desk = Desk::new();
        let path = case_file(&desk);
        let mut window = desk.open(&[&path]);
        window.set(1);
        window.save_as(&path.with_file_name("plan.ron"), SaveForm::Plan);
        window.set(0);
        window.act(title(if is_sound { "Mine" } else { "" }));
        let theirs = fs::read_to_string(&path).unwrap() + "\n";
        fs::write(&path, &theirs).unwrap();
        window.act(Action::Run(Command::Save));
        assert!(!window.state.document.is_plan_unsaved());
        assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
        let asks = matches!(window.state.session.dialog, Some(Dialog::ChangedOnDisk(_)));
        assert_eq!((asks, window.state.session.notices.len()), (is_sound, usize::from(!is_sound)));
    }
}

/// The file is taken in the place of what was written here: that is a draft from then on, also once the window is closed.
#[test]
fn a_case_that_gave_way_to_its_file_is_on_the_shelf() {
    let desk = Desk::new();
    let path = case_file(&desk);
    let mut window = desk.open(&[&path]);
    window.act(title("Mine"));
    let theirs = fs::read_to_string(&path).unwrap().replace("School trip (practice case)", "Theirs");
    fs::write(&path, &theirs).unwrap();
    window.act(Action::Case(case::Action::FileChanged(theirs.as_str().into())));
    assert!(matches!(window.state.session.dialog, Some(Dialog::CaseChanged { .. })));
    window.act(Action::Case(case::Action::ReadAgain(theirs.as_str().into())));
    assert_eq!(window.state.dossier().title, "Theirs");
    window.close();
    let mut next = desk.open(&[&path]);
    let shelf = next.shelf();
    assert_eq!(shelf.len(), 1);
    next.act(Action::RestoreDraft(shelf[0].0.clone()));
    assert_eq!(next.state.dossier().title, "Mine");
    next.act(Action::Run(Command::Save));
    assert!(matches!(next.state.session.dialog, Some(Dialog::ChangedOnDisk(_))), "theirs is asked about");
}

/// Somebody goes to another program, writes there, and comes back: each time, not only at first.
#[test]
fn what_another_program_wrote_is_seen_each_time_the_window_is_turned_to() {
    let desk = Desk::new();
    let path = case_file(&desk);
    let ctx = Context::default();
    let files = Files::with_shelf(Shelf::at(desk.drafts()));
    let mut app = App::new(&ctx, None, (files, Vec::new()), false);
    for action in app.files.open_path(&path, &app.state) {
        let _ = app.state.apply(action);
    }
    let mut turn = |focused: bool| {
        let mut actions = Vec::new();
        let input = RawInput { focused, ..RawInput::default() };
        let mut output = ctx.run_ui(input, |_| actions = app.look_at_case(&ctx));
        output.textures_delta.clear();
        actions.into_iter().for_each(|action| drop(app.state.apply(action)));
        app.state.document.case.dossier.title.clone()
    };
    assert_eq!(turn(true), "School trip (practice case)");
    for (from, to) in
        [("School trip (practice case)", "Theirs"), ("Theirs", "Theirs again"), ("Theirs again", "Once more")]
    {
        assert_eq!(turn(false), from);
        let text = fs::read_to_string(&path).unwrap().replace(from, to);
        crate::storage::write_file(&path, text.as_bytes(), true).unwrap();
        assert_eq!(turn(false), from, "while somebody is elsewhere nothing is read");
        assert_eq!(turn(true), to);
        assert_eq!(turn(true), to);
    }
}
