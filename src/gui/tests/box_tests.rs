//! Files on a stick, as the box for files and the list of recent ones meet them.

use std::fs;

use super::Desk;
use crate::app::{Action, Command, Dialog, FileDialog, FileGoal, NoticeKind, SaveForm};

#[test]
fn a_recent_file_on_a_stick_comes_back() {
    let desk = Desk::new();
    let path = desk.plan("plan.ron", 0);
    let mut window = desk.open(&[]);
    window.act(Action::OpenPath(path.clone()));
    assert_eq!(window.state.settings.recent, std::slice::from_ref(&path));
    let away = desk.folder.path().join("away");
    fs::rename(desk.plans(), &away).unwrap();
    window.act(Action::OpenPath(path.clone()));
    assert_eq!(window.notice().kind, NoticeKind::Missing(path.clone()));
    assert_eq!(window.state.settings.recent, std::slice::from_ref(&path), "it is dropped by nobody but the user");
    assert!(window.state.session.missing.contains(&path));
    fs::rename(&away, desk.plans()).unwrap();
    window.act(Action::OpenPath(path.clone()));
    assert!(window.state.session.missing.is_empty());
    assert!(!window.state.session.notices.iter().any(|notice| matches!(notice.kind, NoticeKind::Missing(_))));
}

#[test]
fn what_cannot_be_saved_is_said_in_the_box_which_stays_open() {
    let desk = Desk::new();
    let mut window = desk.open(&[]);
    window.set(0);
    window.act(Action::Run(Command::SaveAs));
    window.save_as(&desk.folder.path().join("nowhere").join("plan.ron"), SaveForm::Plan);
    let Some(Dialog::File(FileDialog { problem, goal, .. })) = &window.state.session.dialog else { panic!("closed") };
    assert_eq!(*goal, FileGoal::Save(SaveForm::Plan));
    assert!(problem.contains("its folder is not there") && !problem.contains("os error"), "{problem}");
    assert!(window.state.session.notices.is_empty() && window.state.document.is_unsaved());
}
