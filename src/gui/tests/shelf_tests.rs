//! Drafts that cannot be read, which are told in words and no more lost by a slip than any other, and those that hold more
//! than a plan.

use super::*;
use crate::wording::drafts as texts;

const CUT: &[u8] = b"(title: \"cut o\xff\0";

#[test]
fn a_damaged_draft_says_what_is_wrong_with_it_and_where_it_is() {
    let desk = Desk::new();
    desk.open(&[]).close();
    fs::write(desk.drafts().join("cut.ron"), "(title: \"cut o").unwrap();
    fs::write(desk.drafts().join("bytes.ron"), CUT).unwrap();
    fs::write(desk.drafts().join("latin.ron"), b"(title: \"caf\xe9\")").unwrap();
    let mut window = desk.open(&[]);
    assert_eq!(window.shelf().iter().map(|(_, title)| title.as_str()).collect::<Vec<_>>(), [texts::DAMAGED; 3]);
    let problem = |id: &str| {
        let is_wanted = |draft: &&crate::app::DraftEntry| draft.id.0 == id;
        window.state.drafts.iter().find(is_wanted).expect("it is listed").problem.clone()
    };
    assert!(problem("cut").starts_with("Line 1, column 9: a text is not closed."), "{}", problem("cut"));
    assert!(problem("cut").contains("drafts/cut.ron"), "{}", problem("cut"));
    assert!(problem("bytes").contains("not a text"), "{}", problem("bytes"));
    assert!(
        problem("latin").starts_with("Line 1, column 13: \"\u{e9}\" is written in Latin-1"),
        "{}",
        problem("latin")
    );
}

#[test]
fn a_damaged_draft_that_was_deleted_by_a_slip_is_brought_back_byte_for_byte() {
    let desk = Desk::new();
    desk.open(&[]).close();
    fs::write(desk.drafts().join("cut.ron"), CUT).unwrap();
    let mut window = desk.open(&[]);
    let draft = DraftId("cut".to_owned());
    window.shelf();
    window.act(Action::DeleteDraft(draft.clone(), None));
    assert!(!desk.drafts().join("cut.ron").exists());
    assert_eq!(window.notice().kind, NoticeKind::Deleted(draft.clone()));
    window.act(Action::KeepDeleted(draft));
    assert_eq!(fs::read(desk.drafts().join("cut.ron")).unwrap(), CUT);
}

/// Two windows died, and what one of them wrote last is damaged: the work of the other is brought back all the same.
#[test]
fn work_that_is_damaged_stands_in_nobodys_way() {
    let desk = Desk::new();
    dies_with_work(&desk, &[], "Mine");
    let (mine, other) = (desk.open(&[]), desk.open(&[]));
    fs::write(desk.drafts().join("2031-01-01T000000-2.open-2.ron"), CUT).unwrap();
    drop((mine, other));
    let window = desk.open(&[]);
    assert_eq!(window.state.document.scenario.title, "Mine");
    let notice = window.notice();
    let line = notice.lines.iter().find(|line| line.contains("not a text")).expect("it is told");
    assert!(line.starts_with("Unsaved work of a window that is gone cannot be read"), "{line}");
}

/// A plan of one's own dossier takes it along, also through a second draft.
#[test]
fn a_draft_holds_the_dossier_that_does_not_ship_with_the_program() {
    let desk = Desk::new();
    let dossier = desk.at("dossier.ron");
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/valley/dossier.ron"), &dossier).unwrap();
    dies_with_work(&desk, &[&dossier], "Mine");
    fs::remove_file(&dossier).unwrap();
    for round in 0..3 {
        let mut window = desk.open(&[]);
        assert_eq!(window.state.dossier().id, "valley", "round {round}");
        assert_eq!(window.state.document.scenario.title, "Mine");
        window.set(u16::from(round % 2 == 0));
    }
}

/// A window leaves its work on the shelf; another takes it from there, goes on with it and puts it down again. Back in the
/// first one, a step back leads to the work as it was: both are kept.
#[test]
fn work_that_another_window_went_on_with_is_not_written_over() {
    for saves in [false, true] {
        let desk = Desk::new();
        let mut first = desk.open(&[]);
        first.act(Action::Edit(Edit::SetTitle("Mine".to_owned())));
        first.act(Action::Run(Command::NewPlan));
        let mut second = desk.open(&[]);
        let draft = second.shelf()[0].0.clone();
        second.act(Action::RestoreDraft(draft));
        second.act(Action::Edit(Edit::SetTitle("Mine and more".to_owned())));
        second.close();
        drop(desk.open(&[]));
        first.act(Action::Run(Command::Undo));
        first.set(1);
        if saves {
            first.save_as(&desk.at("mine.ron"), SaveForm::Plan);
        }
        drop(first);
        let mut third = desk.open(&[]);
        let titles = [third.state.document.scenario.title.clone()].into_iter();
        let titles: Vec<String> = titles.chain(third.shelf().into_iter().map(|(_, title)| title)).collect();
        assert!(titles.contains(&"Mine and more".to_owned()), "{titles:?}, saved: {saves}");
        assert_eq!(titles.contains(&"Mine".to_owned()), !saves, "{titles:?}");
    }
}

/// Two windows go on with one draft: each has its own from then on.
#[test]
fn two_windows_that_took_the_same_draft_have_two() {
    let desk = Desk::new();
    let mut first = desk.open(&[]);
    first.act(Action::Edit(Edit::SetTitle("Ours".to_owned())));
    first.act(Action::Run(Command::NewPlan));
    let mut second = desk.open(&[]);
    let draft = first.shelf()[0].0.clone();
    for (window, title) in [(&mut first, "One"), (&mut second, "Two")] {
        window.act(Action::RestoreDraft(draft.clone()));
        window.act(Action::Edit(Edit::SetTitle(title.to_owned())));
    }
    first.act(Action::Run(Command::NewPlan));
    let mut third = desk.open(&[]);
    let on_shelf = third.shelf();
    assert_eq!(on_shelf.iter().map(|(_, title)| title.as_str()).collect::<Vec<_>>(), ["One"]);
    third.act(Action::RestoreDraft(on_shelf[0].0.clone()));
    assert_eq!(third.state.document.scenario.title, "One", "not what the second window has");
    third.act(Action::DeleteDraft(on_shelf[0].0.clone(), None));
    drop((first, second, third));
    assert_eq!(desk.open(&[]).state.document.scenario.title, "Two");
}
