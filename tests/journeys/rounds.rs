//! A question and its plan: it waits with it while another plan is open, whichever way that was opened.

use std::collections::BTreeSet;

use eframe::egui::{Key, Modifiers};
use peace_plan_explorer::{
    app::{
        Action, Command, Document, Tab,
        activities::{ClassEdit, Screen},
        predict::{self, Mode, Stage},
    },
    domain::{Guess, PartyIx, Scenario},
};

use crate::support::journey::{DOSSIER, Journey, Start, case, case_of, scenario};

const CTRL: Modifiers = Modifiers::COMMAND;

/// A way to another plan.
type Way<'a> = (&'a str, &'a dyn Fn(&mut Journey));

/// Two tiles of a question about the plan are turned.
fn asked() -> Journey {
    let mut journey = Start::default().go();
    open(&mut journey, "reported-idea-full");
    journey.press_with(CTRL, Key::Num6);
    journey.apply(Action::Activities(peace_plan_explorer::app::activities::Action::Show(Screen::Predict)));
    use predict::Action::{Basis, Mode as By, RevealNext, Start as Begin, VotesIn};
    for action in [By(Mode::Single), Basis(predict::Basis::ThisPlan), Begin, VotesIn, RevealNext, RevealNext] {
        journey.apply(Action::Activities(action.into()));
    }
    assert_eq!(turned(&journey).len(), 2);
    assert!(journey.state().hides_any());
    journey
}

fn open(journey: &mut Journey, plan: &str) {
    journey.apply(Action::OpenEntry { shelf: DOSSIER.to_owned(), scenario: Some(plan.to_owned()) });
}

fn turned(journey: &Journey) -> BTreeSet<PartyIx> {
    journey.state().activities.predict.open().expect("it is asked").revealed.clone()
}

/// What is open has nothing to do with what was asked before.
fn is_as_it_was_opened(journey: &Journey, way: &str) {
    let state = journey.state();
    assert_eq!(state.activities.predict.stage, Stage::Setup, "{way}");
    assert!(!state.hides_any(), "{way}: its marks are shown");
    for open in &state.activities.predict.questions {
        let says = state.plan().get(open.asked.term);
        assert!(state.plan().n_set() == 0 || says == Some(open.asked.value), "{way}: what is proposed is of this plan");
    }
}

#[test]
fn a_question_waits_with_its_plan_whatever_opens_another() {
    let from_a_file = |journey: &mut Journey| {
        let document = Document::opened(case(), scenario("first-contact"), None);
        journey.apply(Action::Opened(Box::new(document), None));
    };
    let ways: [Way<'_>; 4] = [
        ("from a file", &from_a_file),
        ("of the case", &|journey| open(journey, "first-contact")),
        ("a new one", &|journey| journey.press_with(CTRL, Key::N)),
        ("on the wall", &|journey| {
            journey.apply(Action::Run(Command::Present));
            let place = journey.state().place_in_walk();
            let on = if place == Some(0) { 1 } else { -1 };
            journey.apply(Action::Presenter(peace_plan_explorer::app::presenter::Action::Walk(on)));
        }),
    ];
    for (way, leave) in ways {
        let mut journey = asked();
        let (stage, two) = (journey.state().activities.predict.stage, turned(&journey));
        let about = journey.state().activities.predict.open().map(|open| open.asked);
        leave(&mut journey);
        is_as_it_was_opened(&journey, way);
        journey.apply(Action::Run(Command::Undo));
        let predict = &journey.state().activities.predict;
        assert_eq!((predict.stage, predict.mode), (stage, Mode::Single), "{way}");
        assert_eq!(predict.open().map(|open| open.asked), about, "{way}");
        assert_eq!(turned(&journey), two, "{way}: nothing that was done is lost");
        journey.apply(Action::Run(Command::Redo));
        is_as_it_was_opened(&journey, way);
    }
}

#[test]
fn whoever_opens_the_plan_once_more_goes_on() {
    let mut journey = asked();
    open(&mut journey, "first-contact");
    is_as_it_was_opened(&journey, "another");
    open(&mut journey, "reported-idea-full");
    assert_eq!(turned(&journey).len(), 2);
    // With a guess it is another plan than that on file: the question waits for that one.
    let state = journey.state();
    let asked = state.activities.predict.open().expect("it is asked").asked;
    let question = asked.question(&state.document, false, state.activities.predict.student);
    journey.apply(Action::Edit(ClassEdit::Guess(question, "ru".to_owned(), Some(Guess::No)).into()));
    open(&mut journey, "reported-idea-full");
    is_as_it_was_opened(&journey, "as it is on file");
    journey.apply(Action::Run(Command::Undo));
    assert_eq!(turned(&journey).len(), 2);
    assert_eq!(journey.state().document.scenario.class.predictions.len(), 1);
}

/// What hides all verdicts turns the tiles of a question that waits, too.
#[test]
fn nothing_that_was_hidden_meanwhile_comes_back_turned() {
    let mut journey = asked();
    journey.press_with(CTRL, Key::N);
    journey.apply(Action::Run(Command::Hide));
    journey.apply(Action::Run(Command::Undo));
    assert!(turned(&journey).is_empty());
    assert_eq!(journey.state().session.tab, Tab::Activities);
}

/// Parties and terms of another case are not those that were asked about.
#[test]
fn a_question_waits_while_another_case_is_open() {
    let mut journey = asked();
    let trip = case_of("school-trip");
    let plan = Scenario::empty(&trip.dossier, String::new());
    journey.apply(Action::Opened(Box::new(Document::opened(trip, plan, None)), None));
    is_as_it_was_opened(&journey, "another case");
    assert_eq!(journey.state().activities.screen, Screen::Start);
    journey.apply(Action::Run(Command::Undo));
    assert_eq!(turned(&journey).len(), 2);
    assert_eq!(journey.state().activities.screen, Screen::Predict, "what hides the marks is in sight");
}
