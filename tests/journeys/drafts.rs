//! The shelf of drafts at the window, and what is asked before a file is replaced.

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::NodeT as _;
use peace_plan_explorer::{
    app::{
        Action, Command, Dialog, DraftEntry, DraftId, Edit, Effect, FileGoal, Notice, NoticeKind, Reply, SaveForm,
        SaveJob, Tab, Topic, alternatives,
    },
    domain::{TermIx, ValueIx},
    wording::{drafts as texts, files, plan_name, ui as words},
};

use crate::support::journey::{Journey, Start, name, plan_at};

fn draft(nth: u8, title: &str) -> DraftEntry {
    DraftEntry {
        id: DraftId(format!("2025-01-13T104207-{nth}")),
        title: title.to_owned(),
        dossier: "Ukraine, January 2025".to_owned(),
        n_set: Some(3),
        written: format!("2025-01-{nth:02}T10:42:07"),
        path: None,
        problem: String::new(),
    }
}

fn with_drafts(journey: &mut Journey, n: u8) {
    let mut drafts: Vec<DraftEntry> = (1..=n).rev().map(|nth| draft(nth, &format!("Group {nth}"))).collect();
    let problem = "cut off".to_owned();
    drafts.push(DraftEntry { title: "damaged".to_owned(), problem, ..draft(0, "") });
    journey.apply(Action::DraftsRead(drafts));
    journey.take_effects();
}

fn restored(journey: &mut Journey) -> Vec<String> {
    let id = |effect: Effect| match effect {
        Effect::RestoreDraft(DraftId(id)) => Some(id),
        _ => None,
    };
    journey.take_effects().into_iter().filter_map(id).collect()
}

#[test]
fn a_draft_is_one_click_away_in_the_menu() {
    let mut journey = Start::at("reported-idea").go();
    with_drafts(&mut journey, 12);
    journey.click(Role::Button, "File");
    let menu = journey.nodes(Role::Button).into_iter().map(|node| name(&node)).find(|name| name.starts_with("Drafts"));
    journey.click(Role::Button, &menu.expect("a menu of drafts"));
    let listed = journey.nodes(Role::Button).iter().filter(|node| name(node).starts_with("Group ")).count();
    assert_eq!(listed, 10, "the newest ones");
    journey.click(Role::Button, "Group 12 (Ukraine, January 2025 \u{b7} 3 terms \u{b7} 12 Jan 2025, 10:42)");
    assert_eq!(restored(&mut journey), ["2025-01-13T104207-12"]);
}

/// Two drafts of one plan with a long title differ by the time alone, which may not be what is cut.
#[test]
fn the_time_of_a_draft_is_seen_in_the_menu_however_long_its_title_is() {
    let mut journey = Start::at("reported-idea").go();
    let title = "Changed from The chairman's draft, seen on the last day, with all that was said about it: 1 term";
    journey.apply(Action::DraftsRead((1..=2).map(|nth| draft(nth, title)).collect()));
    journey.click(Role::Button, "File");
    journey.click(Role::Button, texts::DRAFTS);
    let window = journey.harness.ctx.content_rect();
    assert!(journey.elided(window).iter().any(|text| text.starts_with("Changed from")), "it is too long");
    for time in ["1 Jan 2025, 10:42", "2 Jan 2025, 10:42"] {
        assert_eq!(journey.painted(time).len(), 1, "{time}");
        assert!(journey.elided(window).iter().all(|text| !text.contains(time)), "{time}");
    }
}

#[test]
fn an_empty_plan_offers_the_newest_drafts_beside_it() {
    let mut journey = Start::default().go();
    assert!(!journey.why().contains(texts::OR_GO_ON));
    with_drafts(&mut journey, 5);
    let why = journey.why();
    assert!(why.contains(texts::OR_GO_ON) && why.contains("Group 5 (") && !why.contains("Group 2 ("), "{why}");
    journey.click(Role::Button, "Group 4 (Ukraine, January 2025 \u{b7} 3 terms \u{b7} 4 Jan 2025, 10:42)");
    assert_eq!(restored(&mut journey), ["2025-01-13T104207-4"]);
    journey.click(Role::Button, &texts::all(6));
    assert_eq!(journey.state().session.dialog, Some(Dialog::Drafts));
}

/// Return in the file dialog leads to the question, and a second one answers it.
#[test]
fn a_question_in_the_place_of_the_file_dialog_has_the_keyboard() {
    let mut journey = Start::at("reported-idea").go();
    for free in ["/home/class/plan-2.ron", "/home/class/plan-3.ron"] {
        journey.apply(Action::Run(Command::SaveAs));
        let field = journey.focused();
        let job = plan_at("/home/class/plan.ron");
        journey.apply(Action::Show(Dialog::NameTaken { job, free: free.into() }));
        assert_ne!(journey.focused(), field);
        assert_eq!(journey.focused(), files::save_as(free.rsplit('/').next().unwrap()));
    }
}

#[test]
fn the_page_shows_every_draft_and_names_the_plan_on_each_button() {
    let mut journey = Start::at("reported-idea").go();
    with_drafts(&mut journey, 2);
    journey.apply(Action::Run(Command::Drafts));
    assert_eq!(journey.take_effects(), [Effect::ReadDrafts]);
    assert!(journey.node(Role::Button, "Restore: damaged").accesskit_node().is_disabled());
    journey.click(Role::Button, "Delete: Group 2");
    assert_eq!(journey.take_effects(), [Effect::DeleteDraft(DraftId("2025-01-13T104207-2".to_owned()))]);
    assert_eq!(journey.state().session.dialog, Some(Dialog::Drafts), "it stays open for the next one");
    journey.click(Role::Button, "Restore: Group 1");
    assert_eq!(restored(&mut journey), ["2025-01-13T104207-1"]);
    assert_eq!(journey.state().session.dialog, None);
}

#[test]
fn the_keyboard_never_begins_on_what_deletes() {
    let mut journey = Start::at("reported-idea").go();
    with_drafts(&mut journey, 0);
    journey.apply(Action::Run(Command::Drafts));
    journey.harness.run();
    assert_eq!(journey.focused(), texts::DRAFTS, "only a damaged one is there");
    journey.press(Key::Tab);
    assert_eq!(journey.focused(), "Delete: damaged");
    journey.press(Key::Escape);
    with_drafts(&mut journey, 1);
    journey.apply(Action::Run(Command::Drafts));
    journey.harness.run();
    assert_eq!(journey.focused(), "Restore: Group 1");
}

#[test]
fn a_deleted_draft_can_be_brought_back() {
    let mut journey = Start::at("reported-idea").go();
    let id = DraftId("2025-01-13T104207-1".to_owned());
    let notice: Notice = texts::deleted("Mine", NoticeKind::Deleted(id.clone()));
    journey.apply(Action::Notify(notice));
    assert!(!journey.painted("Deleted the draft \"Mine\".").is_empty());
    journey.click(Role::Button, texts::BRING_BACK);
    assert_eq!(journey.take_effects(), [Effect::KeepDeleted(id)]);
    assert_eq!(journey.state().session.notices, []);
}

#[test]
fn a_taken_name_offers_a_free_one_and_says_that_nothing_was_touched() {
    let job = SaveJob { form: SaveForm::SelfContained, ..plan_at("/home/class/my-plan.ron") };
    let free = "/home/class/my-plan-2.ron";
    let asked = |journey: &mut Journey| {
        journey.apply(Action::Show(Dialog::NameTaken { job: job.clone(), free: free.into() }));
        assert!(!journey.painted("There is a file \"my-plan.ron\" in this folder already.").is_empty());
        assert!(!journey.painted(words::CHANGED_ON_DISK_MORE).is_empty());
        journey.take_effects();
    };
    let mut journey = Start::at("reported-idea").go();
    asked(&mut journey);
    journey.click(Role::Button, "Save as \"my-plan-2.ron\"");
    assert_eq!(journey.take_effects(), [Effect::Save(SaveJob { path: free.into(), ..job.clone() })]);
    asked(&mut journey);
    journey.click(Role::Button, words::OVERWRITE);
    assert_eq!(journey.take_effects(), [Effect::Save(SaveJob { overwrite: true, ..job.clone() })]);
    asked(&mut journey);
    journey.click(Role::Button, words::CANCEL);
    assert_eq!((journey.take_effects(), journey.state().session.dialog.clone()), (Vec::new(), None));
}

/// The work came to nothing by a fault of the program; the tab says so in place of working for ever.
#[test]
fn a_fault_in_an_analysis_stands_in_its_tab() {
    for (tab, topic) in [(Tab::Parties, Topic::Parties), (Tab::Alternatives, Topic::Alternatives)] {
        let mut journey = Start::at("reported-idea").go();
        let command = if tab == Tab::Parties { Command::Parties } else { Command::Alternatives };
        journey.apply(Action::Run(command));
        if tab == Tab::Alternatives {
            journey.apply(Action::Alternatives(alternatives::Action::Show(alternatives::Part::Least)));
        }
        let number = journey.take_effects().into_iter().find_map(|effect| match effect {
            Effect::Work(work) if work.topic == topic => Some(work.number),
            _ => None,
        });
        let Some(number) = number else { panic!("{topic:?} was not asked") };
        let fault = Some("This could not be worked out: boom, at src/x.rs:1".to_owned());
        journey.apply(Action::Worked(Reply { topic, number, answer: None, is_last: true, fault }));
        assert!(journey.readable().contains("boom, at src/x.rs:1"), "{tab:?}");
        // The next change asks anew, and the fault is past.
        journey.press_with(Modifiers::COMMAND, eframe::egui::Key::ArrowLeft);
        assert!(!journey.readable().contains("boom, at src/x.rs:1"), "{tab:?}");
    }
}

/// Somewhere else, and in the form that was asked for.
#[test]
fn what_is_saved_somewhere_else_is_the_same_thing() {
    let goal = |journey: &Journey| match &journey.state().session.dialog {
        Some(Dialog::File(dialog)) => dialog.goal,
        other => panic!("{other:?}"),
    };
    for form in [SaveForm::Plan, SaveForm::SelfContained, SaveForm::Workbook, SaveForm::Shared, SaveForm::AnswerSheet] {
        let mut journey = Start::at("reported-idea").go();
        let job = SaveJob { form, ..plan_at("/home/class/my-plan.ron") };
        journey.apply(Action::Show(Dialog::ChangedOnDisk(job)));
        journey.click(Role::Button, words::SAVE_ELSEWHERE);
        assert_eq!(goal(&journey), FileGoal::Save(form));
    }
}

/// No path is on the wall, and a question that may be there can be answered there.
#[test]
fn questions_on_the_wall_name_no_path_and_can_be_answered() {
    let mut journey = Start::at("reported-idea").go();
    journey.press(Key::F5);
    let job = SaveJob { form: SaveForm::AnswerSheet, ..plan_at("/home/class/answers.txt") };
    journey.apply(Action::Show(Dialog::NameTaken { job, free: "/home/class/answers-2.txt".into() }));
    assert!(!journey.painted("answers-2.txt").is_empty());
    assert_eq!(journey.painted("/home/class").len(), 0);
    journey.apply(Action::Show(Dialog::CloseUnsaved));
    journey.click(Role::Button, words::SAVE);
    assert!(!journey.state().presenter.is_on, "the box for files names some");
    assert!(matches!(journey.state().session.dialog, Some(Dialog::File(_))), "{:?}", journey.state().session.dialog);
}

/// Where nothing is left to save, nobody is told that it could not be saved.
#[test]
fn not_saved_is_no_news_once_everything_was_taken_back() {
    let mut journey = Start::at("reported-idea").go();
    journey.apply(Action::Edit(Edit::SetTerm(TermIx(0), None)));
    let told = || files::not_saved("/home/class/plan.ron", "no space is left", SaveForm::Plan, true);
    journey.apply(Action::Notify(told()));
    journey.apply(Action::Edit(Edit::SetTerm(TermIx(1), Some(ValueIx(0)))));
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(journey.state().session.notices, [told()], "it is as unsaved as before");
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert!(!journey.state().document.is_unsaved());
    assert_eq!(journey.state().session.notices, []);
}

#[test]
fn what_is_kept_bears_the_name_that_it_had() {
    let mut journey = Start::at("reported-idea").go();
    journey.apply(Action::Edit(Edit::SetTerm(TermIx(0), None)));
    let name = plan_name(&journey.state().document.scenario);
    assert!(name.contains("hanged from"), "{name}");
    journey.apply(Action::Run(Command::NewPlan));
    let said = format!("\"{name}\" is kept, not saved");
    assert!(journey.readable().contains(&said), "{said}: {}", journey.readable());
}

/// Half a word in front of the dots reads like another one: "File, Draf…".
#[test]
fn the_line_at_the_foot_is_shortened_by_whole_words() {
    let mut journey = Start { size: [1024.0, 600.0], ..Start::at("reported-idea-full") }.go();
    journey.apply(Action::Edit(Edit::SetTerm(TermIx(0), None)));
    journey.press_with(Modifiers::COMMAND, Key::N);
    let status = journey.status();
    let cut = journey.texts().into_iter().filter_map(|(text, _)| text.strip_suffix('\u{2026}').map(str::to_owned));
    let rest: Vec<String> = cut.filter_map(|shown| status.strip_prefix(&shown).map(str::to_owned)).collect();
    assert_eq!(rest.len(), 1, "{status}");
    assert!(!rest[0].starts_with(char::is_alphanumeric), "{rest:?} of {status}");
}

/// "… is kept, not saved: File…" leads nowhere.
#[test]
fn the_way_to_what_is_kept_is_whole_or_not_there() {
    let mut ends = Vec::new();
    for width in (90..150_u16).step_by(2).map(|tens| f32::from(10 * tens)) {
        let mut journey = Start { size: [width, 600.0], ..Start::at("reported-idea-full") }.go();
        journey.apply(Action::Edit(Edit::SetTerm(TermIx(0), None)));
        journey.press_with(Modifiers::COMMAND, Key::N);
        let status = journey.status();
        let shown = journey.texts().into_iter().map(|(text, _)| text);
        let cut: Vec<String> = shown.filter_map(|text| text.strip_suffix('\u{2026}').map(str::to_owned)).collect();
        let cut: Vec<String> = cut.into_iter().filter(|shown| status.starts_with(shown.as_str())).collect();
        ends.extend(cut.iter().map(|shown| shown[shown.len().saturating_sub(12)..].to_owned()));
    }
    assert!(ends.iter().all(|end| !end.ends_with("File")), "{ends:?}");
    assert!(ends.iter().any(|end| end.ends_with("not saved")), "at one of these widths the way is left out: {ends:?}");
}
