//! Files, drafts and questions as a person meets them, without a window: the state with what the window does for it.

mod alone;
mod box_tests;
mod case_tests;
mod desk;
mod incoming_tests;
mod order_tests;
mod shelf_tests;

use std::{
    fs,
    path::{Path, PathBuf},
};

use eframe::egui::{Event, Key, Modifiers, Pos2, RawInput, Rect, vec2};

use self::desk::{Desk, Window, names};
use super::{App, faults, files::Files, now, shelf::Shelf};
use crate::{
    app::{Action, Command, Dialog, DraftId, Edit, Notice, NoticeKind, SaveForm, SaveJob, Told},
    domain::{TermIx, ValueIx},
};

/// Work with this title in a window that dies.
fn dies_with_work(desk: &Desk, paths: &[&Path], title: &str) {
    let mut window = desk.open(paths);
    window.set(1);
    window.act(Action::Edit(Edit::SetTitle(title.to_owned())));
}

#[test]
fn after_a_crash_the_plan_is_there_and_named() {
    let desk = Desk::new();
    dies_with_work(&desk, &[], "Mine");
    let mut window = desk.open(&[]);
    assert_eq!((window.value(), window.state.document.scenario.title.as_str()), (Some(1), "Mine"));
    assert!(window.state.document.is_unsaved());
    assert!(window.notice().title.contains("\"Mine\""), "{:?}", window.notice());
    // Keep: it stays, and the notice goes.
    window.act(Action::CloseNotice(0));
    assert_eq!(window.value(), Some(1));
    // It is one step that can be undone, and then it lies on the shelf.
    window.act(Action::Run(Command::Undo));
    assert_eq!((window.value(), window.shelf().len()), (None, 1));
    window.act(Action::Run(Command::Redo));
    assert_eq!((window.value(), window.shelf().len()), (Some(1), 0));
}

#[test]
fn discard_throws_the_plan_away_that_it_names_and_that_can_be_taken_back() {
    let desk = Desk::new();
    dies_with_work(&desk, &[], "Mine");
    let mut window = desk.open(&[]);
    let NoticeKind::Restored { draft, work } = window.notice().kind.clone() else { panic!("{:?}", window.notice()) };
    let other = desk.plan("other.ron", 0);
    window.act(Action::OpenPath(other.clone()));
    window.act(Action::DeleteDraft(draft.clone(), Some(work)));
    assert_eq!(window.state.document.path(), Some(&other), "what was opened since stays open");
    assert_eq!(window.shelf(), []);
    assert_eq!(window.notice().kind, NoticeKind::Deleted(draft.clone()));
    window.act(Action::KeepDeleted(draft));
    assert_eq!(window.shelf()[0].1, "Mine");
}

/// The file is opened as it was asked for; the work is on the shelf under its name, one click away.
#[test]
fn a_crash_and_then_a_double_click_lose_nothing() {
    for same in [false, true] {
        let desk = Desk::new();
        let (open, clicked) = (desk.plan("mine.ron", 0), desk.plan("theirs.ron", 0));
        let clicked = if same { open.clone() } else { clicked };
        dies_with_work(&desk, &[&open], "Changed");
        let mut window = desk.open(&[&clicked]);
        assert_eq!((window.state.document.path(), window.value()), (Some(&clicked), Some(0)), "as it is on disk");
        let NoticeKind::Kept(draft) = window.notice().kind.clone() else { panic!("{:?}", window.notice()) };
        assert!(window.notice().title.contains("\"Changed\""), "{:?}", window.notice());
        assert_eq!(window.shelf(), [(draft.clone(), "Changed".to_owned())]);
        window.act(Action::RestoreDraft(draft));
        assert_eq!((window.state.document.path(), window.value()), (Some(&open), Some(1)));
        assert!(window.state.document.is_unsaved(), "against what the file held");
        window.act(Action::Run(Command::Save));
        assert!(!window.state.document.is_unsaved());
        assert_eq!(window.shelf(), [], "saving is what takes it from the shelf");
        window.act(Action::Run(Command::Undo));
        window.close();
        assert!(desk.open(&[]).state.session.notices.is_empty() || !same);
    }
}

#[test]
fn an_unsaved_plan_that_made_room_for_another_is_on_the_shelf_of_the_next_window() {
    let desk = Desk::new();
    let other = desk.plan("other.ron", 0);
    let doors: [fn(&Path) -> Action; 3] = [
        |path| Action::OpenPath(path.to_path_buf()),
        |_| Action::Run(Command::NewPlan),
        |_| Action::OpenEntry { shelf: "school-trip".to_owned(), scenario: None },
    ];
    for (nth, door) in doors.into_iter().enumerate() {
        let mut window = desk.open(&[]);
        window.set(1);
        window.act(Action::Edit(Edit::SetTitle(format!("Mine {nth}"))));
        window.act(door(&other));
        assert_eq!(window.shelf()[0].1, format!("Mine {nth}"));
        window.close();
        let mut next = desk.open(&[]);
        assert_eq!(next.shelf().len(), nth + 1, "none takes the place of another");
        assert_eq!(next.state.session.notices, [], "it was put there, not left over");
        let newest = next.shelf().into_iter().find(|(_, title)| *title == format!("Mine {nth}")).unwrap().0;
        next.act(Action::RestoreDraft(newest));
        assert_eq!(next.value(), Some(1));
        next.act(Action::Run(Command::Undo));
        next.close();
    }
}

#[test]
fn work_of_a_window_that_was_closed_unsaved_is_there_again() {
    let desk = Desk::new();
    let mut window = desk.open(&[]);
    window.set(1);
    window.close();
    let window = desk.open(&[]);
    assert_eq!(window.value(), Some(1));
    assert!(window.notice().title.contains("\"My plan\""));
}

#[test]
fn two_windows_leave_each_other_alone_and_the_third_finds_both() {
    let desk = Desk::new();
    let mut first = desk.open(&[]);
    first.set(0);
    let mut second = desk.open(&[]);
    assert_eq!((second.value(), second.state.session.notices.len(), second.shelf().len()), (None, 0, 0));
    second.set(1);
    drop(first);
    drop(second);
    let mut third = desk.open(&[]);
    assert!(third.value().is_some());
    assert_eq!(third.shelf().len(), 1);
    assert!(third.notice().lines[0].contains("1 further draft"), "{:?}", third.notice());
}

#[test]
fn a_name_that_is_taken_is_asked_about_and_a_free_one_is_proposed() {
    let desk = Desk::new();
    let path = desk.plan("my-plan.ron", 0);
    let before = fs::read(&path).unwrap();
    let mut window = desk.open(&[]);
    window.set(1);
    window.save_as(&path, SaveForm::SelfContained);
    let Some(Dialog::NameTaken { job, free }) = window.state.session.dialog.clone() else { panic!("not asked") };
    assert_eq!((fs::read(&path).unwrap(), &free), (before.clone(), &desk.at("my-plan-2.ron")));
    window.act(Action::SaveJob(SaveJob { path: free.clone(), ..job.clone() }));
    assert_eq!(window.state.document.path(), Some(&free));
    assert!(fs::read_to_string(&free).unwrap().contains("statements:"), "with the dossier inside, as was asked for");
    // Told to, it replaces the file, and keeps what was there.
    window.set(0);
    window.act(Action::SaveJob(SaveJob { overwrite: true, ..job }));
    assert_eq!(fs::read(path.with_extension("ron.bak")).unwrap(), before);
}

#[test]
fn an_answer_sheet_replaces_no_other_unasked() {
    let desk = Desk::new();
    let path = desk.at("answers.txt");
    fs::write(&path, "other").unwrap();
    let mut window = desk.open(&[]);
    window.save_as(&path, SaveForm::AnswerSheet);
    let Some(Dialog::NameTaken { job, free }) = window.state.session.dialog.clone() else { panic!("not asked") };
    assert_eq!(fs::read_to_string(&path).unwrap(), "other");
    assert_eq!(free, desk.at("answers-2.txt"));
    window.act(Action::SaveJob(SaveJob { path: free, ..job }));
    assert_eq!(names(&desk.plans()), ["answers-2.txt", "answers.txt"]);
    assert_eq!(window.state.session.dialog, None);
}

#[test]
fn a_file_that_a_second_person_changed_is_asked_about_and_replaced_in_the_form_asked_for() {
    let desk = Desk::new();
    let path = desk.plan("plan.ron", 0);
    let mut window = desk.open(&[&path]);
    window.set(1);
    let theirs = fs::read_to_string(&path).unwrap().replace("plan.ron", "Theirs");
    fs::write(&path, &theirs).unwrap();
    window.save_as(&path, SaveForm::SelfContained);
    let Some(Dialog::ChangedOnDisk(job)) = window.state.session.dialog.clone() else { panic!("not asked") };
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    window.act(Action::SaveJob(SaveJob { overwrite: true, ..job }));
    assert!(fs::read_to_string(&path).unwrap().contains("statements:"), "the dossier is inside");
    assert_eq!(fs::read_to_string(path.with_extension("ron.bak")).unwrap(), theirs);
}

#[test]
fn a_stick_that_is_gone_costs_nothing_and_can_come_back() {
    let desk = Desk::new();
    let path = desk.plan("plan.ron", 0);
    let mut window = desk.open(&[&path]);
    let away = desk.folder.path().join("away");
    fs::rename(desk.plans(), &away).unwrap();
    window.set(1);
    window.act(Action::Run(Command::Save));
    assert_eq!(window.notice().kind, NoticeKind::SaveProblem(SaveForm::Plan));
    assert!(window.state.document.is_unsaved());
    drop(window);
    // The program dies as well; the work is in the next window, and goes to its file once that is there again.
    let mut next = desk.open(&[]);
    assert_eq!(next.value(), Some(1));
    fs::rename(&away, desk.plans()).unwrap();
    next.act(Action::Run(Command::Save));
    assert!(!next.state.document.is_unsaved(), "{:?}", next.state.session.notices);
    assert_eq!(desk.open(&[&path]).value(), Some(1));
}

#[test]
fn a_read_only_file_stays_and_the_notice_says_what_to_do() {
    let desk = Desk::new();
    let path = desk.plan("plan.ron", 0);
    let before = fs::read(&path).unwrap();
    let mut window = desk.open(&[&path]);
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    window.set(1);
    window.act(Action::Run(Command::Save));
    assert_eq!(fs::read(&path).unwrap(), before);
    let lines = window.notice().lines.join("\n");
    assert!(lines.contains("write-protected") && lines.contains("another name"), "{lines}");
    assert!(window.state.document.is_unsaved());
}

/// Where drafts cannot be written, that is told once, closing asks, and what can be written later is.
#[test]
fn where_drafts_cannot_be_kept_closing_asks() {
    let desk = Desk::new();
    fs::write(desk.drafts(), "file").unwrap();
    let mut window = desk.open(&[]);
    window.set(1);
    window.act(Action::Edit(Edit::SetTitle("Mine".to_owned())));
    assert_eq!(window.state.session.notices.len(), 1, "told once");
    let lines = &window.notice().lines;
    assert!(lines[0].starts_with(&desk.drafts().display().to_string()), "where: {lines:?}");
    assert!(lines[0].ends_with("there is something of that name already"), "and why: {lines:?}");
    window.act(Action::Run(Command::NewPlan));
    assert!(window.files.shelf.has_failed(), "the plan that left is not forgotten");
    window.act(Action::CloseRequested { draft_failed: window.files.shelf.has_failed() });
    assert_eq!(window.state.session.dialog, Some(Dialog::CloseUnsaved));
    // There is room again.
    fs::remove_file(desk.drafts()).unwrap();
    window.set(0);
    assert!(!window.files.shelf.has_failed());
    assert_eq!(window.shelf()[0].1, "Mine");
    assert_eq!(window.state.session.notices, [], "and what was told is true no more");
    assert_eq!(window.state.session.told, Some(Told::DraftsKept), "which is told as well");
    // Away once more, it is told once more.
    fs::remove_dir_all(desk.drafts()).unwrap();
    fs::write(desk.drafts(), "file").unwrap();
    window.set(1);
    assert_eq!(window.state.session.notices.len(), 1);
}

#[test]
fn a_dossier_with_something_unknown_opens_and_says_what_is_not_used() {
    let desk = Desk::new();
    let valley = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/valley/dossier.ron");
    let text = fs::read_to_string(valley).unwrap().replacen(
        "    id: \"valley\",",
        "    id: \"valley\",\n    weather: \"fine\",",
        1,
    );
    fs::write(desk.at("dossier.ron"), text).unwrap();
    let window = desk.open(&[&desk.at("dossier.ron")]);
    assert_eq!(window.state.dossier().id, "valley");
    assert_eq!(window.notice().title, "\"dossier.ron\" opened with 1 problem.");
    assert!(window.notice().lines[0].contains("\"weather\" is ignored and kept"), "{:?}", window.notice());
}

#[test]
fn a_second_person_between_a_crash_and_the_save_is_noticed() {
    let desk = Desk::new();
    let path = desk.plan("plan.ron", 0);
    dies_with_work(&desk, &[&path], "Mine");
    let theirs = fs::read_to_string(&path).unwrap().replace("plan.ron", "Theirs");
    fs::write(&path, &theirs).unwrap();
    let mut window = desk.open(&[]);
    window.act(Action::Run(Command::Save));
    assert!(matches!(window.state.session.dialog, Some(Dialog::ChangedOnDisk(_))));
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
}

/// The window cannot say anything more, but its last change is not lost, and the next one says what happened.
#[test]
fn a_fault_in_a_frame_keeps_the_last_change_and_is_told_by_the_next_window() {
    let desk = Desk::new();
    faults::listen();
    faults::window_is_open();
    let ctx = eframe::egui::Context::default();
    let mut app = App::new(&ctx, None, (Files::with_shelf(Shelf::at(desk.drafts())), Vec::new()), false);
    let fault = faults::guarded(move || {
        app.apply(&ctx, vec![Action::Edit(Edit::SetTerm(TermIx(0), Some(ValueIx(1))))]);
        panic!("boom in a frame");
    });
    let fault = fault.unwrap_err();
    assert!(fault.contains("boom in a frame") && fault.contains("src/gui/tests.rs:"), "{fault}");
    let window = desk.open(&[]);
    assert_eq!(window.value(), Some(1));
    let told = |notice: &Notice| notice.lines.iter().any(|line| line.contains(&fault));
    assert!(window.state.session.notices.iter().any(told), "{:?}", window.state.session.notices);
}

/// Who makes room on a full disk changes nothing in the plan.
#[test]
fn a_draft_that_could_not_be_written_is_tried_again_without_a_change() {
    let desk = Desk::new();
    fs::write(desk.drafts(), "file").unwrap();
    let ctx = eframe::egui::Context::default();
    let mut app = App::new(&ctx, None, (Files::with_shelf(Shelf::at(desk.drafts())), Vec::new()), false);
    app.apply(&ctx, vec![Action::Edit(Edit::SetTerm(TermIx(0), Some(ValueIx(1))))]);
    for n_tries in 0..3 {
        assert!(app.draft_due.take().is_some(), "after {n_tries} tries there is another");
        app.draft_due = Some(now());
        app.keep_draft(&ctx);
    }
    fs::remove_file(desk.drafts()).unwrap();
    app.draft_due = Some(now());
    assert!(matches!(app.keep_draft(&ctx)[..], [Action::DraftsKept]));
    assert_eq!(app.draft_due, None, "and then there is nothing to try");
}

#[test]
fn the_first_frame_has_the_right_theme() {
    let desk = Desk::new();
    let ctx = eframe::egui::Context::default();
    let mut app = App::new(&ctx, None, (Files::with_shelf(Shelf::at(desk.drafts())), Vec::new()), false);
    let mut is_dark = None;
    let mut output = ctx.run_ui(eframe::egui::RawInput::default(), |ui| {
        app.prepare(ui.ctx());
        is_dark = Some(ui.visuals().dark_mode);
    });
    output.textures_delta.clear();
    assert_eq!(is_dark, Some(false), "where the system says nothing, it is light");
}

#[test]
fn no_frame_is_drawn_in_the_zoom_of_the_one_before() {
    let desk = Desk::new();
    let ctx = eframe::egui::Context::default();
    let mut app = App::new(&ctx, None, (Files::with_shelf(Shelf::at(desk.drafts())), Vec::new()), false);
    for key in [None, Some(Key::F5), None, Some(Key::Escape), None] {
        let pressed =
            |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
        let screen = Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 720.0) / ctx.zoom_factor());
        let events = key.map(pressed).into_iter().collect();
        let input = RawInput { screen_rect: Some(screen), events, ..RawInput::default() };
        let mut output = ctx.run_ui(input, |ui| {
            app.prepare(ui.ctx());
            let wanted = crate::ui::zoom(vec2(1280.0, 720.0), &app.state);
            assert!((ui.ctx().zoom_factor() - wanted).abs() < 0.001, "{} for {wanted}", ui.ctx().zoom_factor());
            app.draw(ui);
        });
        output.textures_delta.clear();
    }
}

/// On a full disk neither the file nor the draft can be written.
#[test]
fn what_is_told_of_a_save_that_failed_is_true_of_the_draft() {
    for has_drafts in [true, false] {
        let desk = Desk::new();
        if !has_drafts {
            fs::write(desk.drafts(), "file").unwrap();
        }
        let mut window = desk.open(&[]);
        window.set(1);
        window.save_as(&desk.at("nowhere").join("plan.ron"), SaveForm::Plan);
        let lines = window.notice().lines.join("\n");
        assert_eq!(lines.contains("kept in the window and as a draft"), has_drafts, "{lines}");
        assert!(lines.contains("in the window"), "{lines}");
    }
}
