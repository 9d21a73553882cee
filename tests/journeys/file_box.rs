//! The box for files, as far as what was typed there and where the keyboard is.

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Role, pos2};
use peace_plan_explorer::{
    app::{Action, Command, Dialog, Edit, Effect, FileDialog, FileGoal, SaveForm, case::Begin},
    domain::TermIx,
    wording::{case as case_words, dialogs as texts, ui as words},
};

use crate::support::journey::{Journey, Start};

fn shown(journey: &Journey) -> &FileDialog {
    let Some(Dialog::File(dialog)) = &journey.state().session.dialog else { panic!("no box for files") };
    dialog
}

fn click_at(journey: &mut Journey, at: Pos2) {
    journey.harness.event(Event::PointerMoved(at));
    journey.harness.step();
    for pressed in [true, false] {
        let modifiers = Modifiers::NONE;
        journey.harness.event(Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers });
        journey.harness.step();
    }
    journey.harness.run();
}

/// A click beside the box closes it, as does Esc: the title that was typed is there when it opens again.
#[test]
fn a_title_that_was_typed_outlives_the_box() {
    for by_click in [true, false] {
        let mut journey = Start::default().go();
        journey.press_with(Modifiers::COMMAND, Key::S);
        journey.write("Plan of group A");
        assert_eq!(shown(&journey).title.as_deref(), Some("Plan of group A"));
        if by_click {
            click_at(&mut journey, pos2(20.0, 700.0))
        } else {
            journey.press(Key::Escape)
        }
        assert_eq!(journey.state().session.dialog, None);
        journey.press_with(Modifiers::COMMAND, Key::S);
        assert_eq!(shown(&journey).title.as_deref(), Some("Plan of group A"), "by click: {by_click}");
        assert_eq!(shown(&journey).name, "plan-of-group-a.ron");
        // Saved, it is asked for no more; and the next plan begins with nothing.
        journey.click(Role::Button, words::SAVE);
        assert!(journey.take_effects().iter().any(|effect| matches!(effect, Effect::Save(_))));
        journey.apply(Action::CloseDialog);
        journey.apply(Action::Run(Command::NewPlan));
        journey.press_with(Modifiers::COMMAND, Key::S);
        assert_eq!(shown(&journey).title.as_deref(), Some(""), "by click: {by_click}");
    }
    // A name that was typed is kept in the same way, for the same thing to save.
    let mut journey = Start::at("reported-idea").go();
    journey.apply(Action::Run(Command::SaveAs));
    journey.apply(Action::FileName("mine".to_owned()));
    journey.press(Key::Escape);
    journey.apply(Action::Run(Command::SaveSelfContained));
    assert_ne!(shown(&journey).name, "mine");
    journey.press(Key::Escape);
    journey.apply(Action::Run(Command::SaveAs));
    assert_eq!((shown(&journey).goal, shown(&journey).name.as_str()), (FileGoal::Save(SaveForm::Plan), "mine"));
    journey.press(Key::Escape);
    journey.apply(Action::Run(Command::Open));
    assert_eq!(shown(&journey).name, "", "what is opened was not typed for saving");
}

/// The same of a new case.
#[test]
fn the_title_of_a_new_case_outlives_its_box() {
    let mut journey = Start::default().go();
    let title = |journey: &Journey| {
        let Some(Dialog::NewCase(new)) = &journey.state().session.dialog else { panic!("no box for a new case") };
        (new.title.clone(), new.begin.clone())
    };
    journey.apply(Action::Run(Command::NewCase));
    journey.write("Our own harbour");
    journey.press(Key::Escape);
    journey.apply(Action::Run(Command::NewCase));
    assert_eq!(title(&journey), ("Our own harbour".to_owned(), Begin::Template));
    assert!(!journey.painted(case_words::NEW_CASE).is_empty());
}

/// One box in the place of another has the keyboard as if it had been opened alone.
#[test]
fn saving_while_a_file_is_to_be_opened_has_the_keyboard() {
    for (first, then) in [(Key::O, Key::S), (Key::S, Key::O)] {
        let mut journey = Start::default().go();
        journey.press_with(Modifiers::COMMAND, first);
        journey.press_with(Modifiers::COMMAND, then);
        let saves = matches!(shown(&journey).goal, FileGoal::Save(_));
        assert_eq!(saves, then == Key::S);
        journey.write("Alpha");
        let field = if saves { texts::PLAN_TITLE } else { words::FILE_NAME };
        assert_eq!(journey.focused(), field);
        let typed =
            if saves { shown(&journey).title.clone().unwrap_or_default() } else { shown(&journey).name.clone() };
        assert_eq!(typed, "Alpha", "{then:?} after {first:?}");
    }
}

/// A name is proposed already: Enter saves under it, with a title or without, as the button does.
#[test]
fn enter_saves_what_the_button_saves() {
    for title in ["", "Plan of group A"] {
        let saved = |by_key: bool| {
            let mut journey = Start::at("reported-idea").go();
            journey.apply(Action::Edit(Edit::SetTerm(TermIx(0), None)));
            journey.press_with(Modifiers::COMMAND, Key::S);
            if !title.is_empty() {
                journey.write(title);
            }
            journey.take_effects();
            if by_key {
                journey.press(Key::Enter)
            } else {
                journey.click(Role::Button, words::SAVE)
            }
            let effects = journey.take_effects().into_iter();
            effects.filter(|effect| matches!(effect, Effect::Save(_))).collect::<Vec<_>>()
        };
        assert_eq!(saved(false).len(), 1, "{title}");
        assert_eq!(saved(true), saved(false), "{title}");
    }
}
