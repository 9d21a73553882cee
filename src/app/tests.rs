//! Journeys without a window.

use std::{path::PathBuf, sync::Arc};

use super::*;
use crate::domain::practice::{DELAY, FREEZE, TROOPS, dossier};
use crate::domain::{Channel, Counted, Plan, ValueIx};

/// The practice case and an empty plan.
pub(super) fn state() -> State {
    let case = Arc::new(Case::new(dossier(), "0".repeat(12), true));
    State::new(case, Catalog::default(), Settings::default(), "My plan".to_owned())
}

fn set(state: &mut State, term: crate::domain::TermIx, value: Option<u16>) {
    state.apply(Action::Edit(Edit::SetTerm(term, value.map(ValueIx))));
}

fn saved_at(path: &str) -> OpenFile {
    OpenFile { id: FileId(7), path: Some(PathBuf::from(path)) }
}

#[test]
fn it_starts_with_an_empty_plan_and_nothing_to_save() {
    let state = state();
    assert_eq!(state.plan().n_set(), 0);
    assert!(!state.document.is_unsaved());
    assert_eq!(state.session.focus, Focus { term: FREEZE, place: Place::Control });
    assert!(!Command::Undo.is_enabled(&state));
}

#[test]
fn ten_mixed_actions_are_undone_to_the_exact_start() {
    let mut state = state();
    let start = state.document.scenario.clone();
    set(&mut state, FREEZE, Some(0));
    set(&mut state, DELAY, Some(2));
    set(&mut state, FREEZE, None);
    set(&mut state, TROOPS, Some(1));
    state.apply(Action::Edit(Edit::SetCounted(Counted::default().with(Channel::Unnamed, true))));
    state.apply(Action::Edit(Edit::SetTitle("A".to_owned())));
    state.apply(Action::Edit(Edit::SetTitle("Ab".to_owned())));
    state.apply(Action::CloseStep);
    state.apply(Action::Edit(Edit::SetNotes("x".to_owned())));
    state.apply(Action::Edit(Edit::SetGuess("s".to_owned(), "because".to_owned())));
    state.apply(Action::Run(Command::Clear));
    let other = Document::opened(Arc::clone(&state.document.case), start.clone(), Some(saved_at("/a/b.ron")));
    state.apply(Action::Opened(Box::new(other), None));
    let end = Arc::clone(&state.document);
    let mut steps = 0;
    while Command::Undo.is_enabled(&state) {
        state.apply(Action::Run(Command::Undo));
        steps += 1;
    }
    // Typing a title is one step.
    assert_eq!(steps, 10);
    assert_eq!(state.document.scenario, start);
    assert!(!state.document.is_unsaved());
    for _ in 0..steps {
        state.apply(Action::Run(Command::Redo));
    }
    assert_eq!(state.document.scenario, end.scenario);
    assert_eq!(state.document.path(), end.path());
}

#[test]
fn an_edit_that_changes_nothing_is_no_step() {
    let mut state = state();
    set(&mut state, FREEZE, Some(0));
    let effects = state.apply(Action::Edit(Edit::SetTerm(FREEZE, Some(ValueIx(0)))));
    assert_eq!(effects, []);
    state.apply(Action::Run(Command::Undo));
    assert!(!Command::Undo.is_enabled(&state));
}

#[test]
fn the_frames_of_the_last_action_go_at_the_next_one() {
    let mut state = state();
    set(&mut state, FREEZE, Some(0));
    let first = state.results.last_change.clone().unwrap();
    assert!(first.cells.iter().all(|change| change.term == FREEZE));
    set(&mut state, TROOPS, Some(0));
    let second = state.results.last_change.clone().unwrap();
    assert!(second.cells.iter().all(|change| change.term != FREEZE || change.before != change.after));
    assert_ne!(first, second);
}

#[test]
fn a_preview_changes_nothing_until_it_is_chosen() {
    let mut state = state();
    state.apply(Action::PreviewStep(1));
    assert_eq!(state.plan(), &Plan::empty(state.dossier().terms.len()));
    assert_eq!(state.results.preview.as_ref().map(|preview| preview.value), Some(Some(ValueIx(0))));
    state.apply(Action::ChoosePreview);
    assert_eq!(state.plan().get(FREEZE), Some(ValueIx(0)));
    assert_eq!(state.results.preview, None);
}

#[test]
fn digits_choose_and_leave_the_plan_alone_beyond_the_last_option() {
    let mut state = state();
    state.apply(Action::ChooseInFocus(Some(1)));
    assert_eq!(state.plan().get(FREEZE), Some(ValueIx(1)));
    state.apply(Action::ChooseInFocus(Some(8)));
    assert_eq!(state.plan().get(FREEZE), Some(ValueIx(1)));
    state.apply(Action::ChooseInFocus(None));
    assert_eq!(state.plan().get(FREEZE), None);
}

#[test]
fn the_date_steps_through_the_events_and_stops_at_the_ends() {
    let mut state = state();
    let mut days = vec![state.document.scenario.as_of];
    while Command::PreviousEvent.is_enabled(&state) {
        state.apply(Action::Run(Command::PreviousEvent));
        days.push(state.document.scenario.as_of);
    }
    assert!(days.windows(2).all(|pair| pair[1] < pair[0]));
    let fresh = |state: &State| Results::new(&state.document).matrix;
    for _ in 1..days.len() {
        assert_eq!(state.results.matrix, fresh(&state));
        state.apply(Action::Run(Command::NextEvent));
    }
    assert!(state.dossier().covers.1 >= state.document.scenario.as_of);
}

#[test]
fn saving_makes_the_document_clean_and_undo_makes_it_differ_again() {
    let mut state = state();
    set(&mut state, FREEZE, Some(0));
    let effects = state.apply(Action::Run(Command::Save));
    assert_eq!(effects, [Effect::ListStartFolder], "a plan without a file asks where");
    state.apply(Action::Saved(saved_at("/plans/mine.ron")));
    assert!(!state.document.is_unsaved());
    assert_eq!(state.settings.recent, [PathBuf::from("/plans/mine.ron")]);
    set(&mut state, FREEZE, Some(1));
    assert!(state.document.is_unsaved());
    state.apply(Action::Run(Command::Undo));
    assert!(!state.document.is_unsaved(), "back to what the file holds");
    assert!(matches!(state.apply(Action::Run(Command::Save))[..], []), "nothing to save");
}

#[test]
fn work_that_is_a_draft_does_not_stop_the_window_from_closing() {
    let mut state = state();
    set(&mut state, FREEZE, Some(0));
    assert_eq!(state.apply(Action::CloseRequested { draft_failed: false }), [Effect::Close]);
    assert_eq!(state.apply(Action::CloseRequested { draft_failed: true }), []);
    assert_eq!(state.session.dialog, Some(Dialog::CloseUnsaved));
}

#[test]
fn reading_a_cell_after_the_first_choice_ends_the_hints_for_good() {
    let mut state = state();
    state.apply(Action::Why(WhySubject::Cell(crate::domain::PartyIx(0), FREEZE)));
    assert!(!state.settings.hints_seen, "nothing was chosen yet");
    set(&mut state, FREEZE, Some(0));
    let effects = state.apply(Action::Why(WhySubject::Cell(crate::domain::PartyIx(0), FREEZE)));
    assert_eq!(effects, [Effect::SaveSettings]);
    assert!(state.settings.hints_seen);
}

#[test]
fn the_focus_stays_inside_the_table() {
    let mut state = state();
    for direction in [Direction::Up, Direction::Left, Direction::Left, Direction::Left] {
        state.apply(Action::Move(direction));
    }
    assert_eq!(state.session.focus, Focus { term: FREEZE, place: Place::Term });
    for _ in 0..20 {
        state.apply(Action::Move(Direction::Down));
        state.apply(Action::Move(Direction::Right));
    }
    let last = state.columns().last().unwrap().party;
    let last_row = crate::domain::TermIx::at(state.dossier().terms.len() - 1);
    assert_eq!(state.session.focus, Focus { term: last_row, place: Place::Party(last) });
}

#[test]
fn a_value_not_yet_put_forward_cannot_be_chosen_by_keys() {
    let mut state = state();
    let (first, _) = state.dossier().covers;
    state.apply(Action::Edit(Edit::SetAsOf(first)));
    let waiting = (0..state.dossier().terms.len()).flat_map(|term| {
        let term = crate::domain::TermIx::at(term);
        (0..state.dossier().term(term).values.len()).map(move |value| (term, ValueIx::at(value)))
    });
    let waiting: Vec<_> = waiting.filter(|(term, value)| !state.is_put_forward(*term, *value)).collect();
    for (term, value) in waiting {
        state.apply(Action::Focus(Focus { term, place: Place::Control }));
        state.apply(Action::ChooseInFocus(Some(value.get())));
        assert_eq!(state.plan().get(term), None);
    }
}

#[test]
fn file_names_come_from_titles() {
    let mut state = state();
    assert_eq!(state.document.file_name(), "my-plan.ron");
    state.apply(Action::Edit(Edit::SetTitle("Freeze, 20 years & \u{c4}rger!".to_owned())));
    assert_eq!(state.document.file_name(), "freeze-20-years-\u{e4}rger.ron");
    state.apply(Action::Edit(Edit::SetTitle("???".to_owned())));
    assert_eq!(state.document.file_name(), "plan.ron");
}

#[test]
fn a_hand_out_is_written_with_the_pages_of_its_preview_while_they_show_what_is_open() {
    let mut state = state();
    state.apply(Action::Run(Command::HandOuts));
    let number = state.hand_outs.number;
    let written = |state: &mut State| {
        let effects = state.apply(Action::HandOuts(HandOutAction::Write(IfTaken::Ask)));
        let [Effect::HandOuts(HandOutEffect::Write { job, .. })] = &effects[..] else { panic!("nothing is written") };
        job.pages.clone()
    };
    assert_eq!(written(&mut state), None, "they are not there yet");
    let pages: Pages = Arc::new(Vec::new());
    let laid_out = HandOutAction::LaidOut { number, pages: Arc::clone(&pages), name: "plan.pdf".to_owned() };
    state.apply(Action::HandOuts(laid_out));
    assert!(written(&mut state).is_some_and(|used| Arc::ptr_eq(&used, &pages)));
    set(&mut state, FREEZE, Some(0));
    assert_eq!(written(&mut state), None, "they show the plan before");
    state.apply(Action::HandOuts(HandOutAction::Toggle(SheetKind::Marks)));
    assert_eq!(written(&mut state), None, "they are those of another choice");
}

#[test]
fn hand_outs_and_a_file_that_is_brought_keep_what_was_typed_in_the_box_before() {
    let over = [Action::Run(Command::HandOuts), Action::Case(case::Action::Bring("ours.xlsx".into()))];
    for action in over {
        let mut state = state();
        let typed = NewCase { title: "Ours".to_owned(), ..NewCase::default() };
        state.apply(Action::Show(Dialog::NewCase(typed.clone())));
        state.apply(action);
        state.apply(Action::CloseDialog);
        state.apply(Action::Run(Command::NewCase));
        assert_eq!(state.session.dialog, Some(Dialog::NewCase(typed)));
    }
}
