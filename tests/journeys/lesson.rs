//! One lesson from its first choice to the table of guesses, held by each means alone: mouse, keyboard, a remote, a screen
//! reader's tree; with usual and with large text.

use eframe::egui::{Event, Key, LayerId, Modifiers, MouseWheelSource, MouseWheelUnit, Rect, Role, TouchPhase, vec2};
use egui_kittest::{Node, kittest::NodeT as _};
use peace_plan_explorer::{
    app::{Action, Asked, Command, Settings, WhySubject, activities, predict, predict::Stage},
    domain::{Guess, PartyIx, TermIx, ValueIx},
    wording::{activities as class, presenter as texts, ui as words},
};

use crate::support::{
    journey::{Journey, Start, name},
    screens::{Activity, Screen},
};

const RUSSIA: PartyIx = PartyIx(1);
const FRONT_LINE: TermIx = TermIx(0);

/// What a lesson is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Choose,
    Read,
    Present,
    Hide,
    OneTerm,
    Reveal,
    NextTerm,
    WholeTable,
    Blank,
    Unblank,
    RevealAll,
    NextDay,
    Leave,
    ToActivities,
    Begin,
    StartAsking,
    Answer,
    AllIn,
    Turn,
    TurnAll,
    NextQuestion,
    Guesses,
}

/// With what a lesson is held.
trait Means {
    fn does(&self, journey: &mut Journey, step: Step);
}

/// Holds the lesson, and looks after each step whether it did what it is for.
fn hold(means: &dyn Means, window: [f32; 2], text_size: u16) {
    let settings = Settings { text_size, hints_seen: true, ..Settings::default() };
    let mut journey = Start { size: window, settings, ..Start::default() }.go();
    let day = journey.state().document.scenario.as_of;
    let lesson = [
        Step::Choose,
        Step::Read,
        Step::Present,
        Step::Hide,
        Step::OneTerm,
        Step::Reveal,
        Step::Reveal,
        Step::Reveal,
        Step::NextTerm,
        Step::WholeTable,
        Step::Blank,
        Step::Unblank,
        Step::RevealAll,
        Step::NextDay,
        Step::Leave,
        Step::ToActivities,
        Step::Begin,
        Step::StartAsking,
        Step::Answer,
        Step::AllIn,
        Step::Turn,
    ];
    let mut n_revealed = 0;
    for step in lesson {
        means.does(&mut journey, step);
        let state = journey.state();
        let predict = &state.activities.predict;
        let n_shown = state.columns().iter().filter(|column| !state.hides(column.party)).count();
        let is_done = match step {
            Step::Choose => state.plan().get(FRONT_LINE) == Some(ValueIx(0)),
            Step::Read => state.session.why == WhySubject::Cell(RUSSIA, FRONT_LINE) && state.session.why_open,
            Step::Present => state.presenter.is_on,
            Step::Hide => state.hides_all(),
            Step::OneTerm => state.presenter.spotlight && state.session.focus.term == FRONT_LINE,
            Step::Reveal => {
                n_revealed += 1;
                n_shown == n_revealed
            }
            Step::NextTerm => state.session.focus.term == TermIx(1),
            Step::WholeTable => !state.presenter.spotlight,
            Step::Blank => state.presenter.is_blank,
            Step::Unblank => !state.presenter.is_blank,
            Step::RevealAll => !state.hides_any(),
            Step::NextDay => state.document.scenario.as_of > day,
            Step::Leave => !state.presenter.is_on,
            Step::ToActivities => state.session.tab.command() == Command::Activities,
            Step::Begin => state.activities.screen == activities::Screen::Predict,
            Step::StartAsking => predict.stage == Stage::Asking(0),
            Step::Answer => {
                let answers = &state.document.scenario.class.predictions[0].answers;
                answers.get("ru").is_some_and(|answer| answer.guess == Some(Guess::No))
            }
            Step::AllIn => predict.open().is_some_and(|open| open.phase == predict::Phase::Reveal),
            Step::Turn => predict.open().is_some_and(|open| open.revealed.len() == 1),
            Step::TurnAll | Step::NextQuestion | Step::Guesses => unreachable!("they come below"),
        };
        assert!(is_done, "{step:?} at {text_size} %: {:?}, \"{}\"", state.session.focus, journey.focused());
    }
    let n = journey.state().activities.predict.questions.len();
    for place in 0..n {
        if place > 0 {
            means.does(&mut journey, Step::AllIn);
        }
        means.does(&mut journey, Step::TurnAll);
        let open = journey.state().activities.predict.open().expect("it is asked");
        assert!(open.is_done(), "question {place} at {text_size} %");
        means.does(&mut journey, if place + 1 < n { Step::NextQuestion } else { Step::Guesses });
    }
    assert_eq!(journey.state().activities.predict.stage, Stage::Table);
}

fn cap(cap: texts::KeyCap) -> String {
    if cap.meaning.is_empty() { cap.key.to_owned() } else { format!("{}, {}", cap.meaning, cap.key) }
}

/// What is clicked for a step, one after the other: role and name.
fn clicks(journey: &Journey, step: Step) -> Vec<(Role, String)> {
    let button = |name: &str| vec![(Role::Button, name.to_owned())];
    let from_more = |name: &str| vec![(Role::Button, cap(texts::CAP_MORE)), (Role::Button, name.to_owned())];
    let is_there = |role, name: &str| journey.nodes(role).iter().any(|node| self::name(node) == name);
    let dossier = journey.state().dossier();
    match step {
        Step::Choose => {
            let option = "Front line, Freeze now, 1 of 2";
            let open = (Role::ComboBox, "Front line, Not in plan".to_owned());
            let list = Some(open).filter(|_| !is_there(Role::RadioButton, option));
            list.into_iter().chain([(Role::RadioButton, option.to_owned())]).collect()
        }
        Step::Read => vec![(Role::GridCell, name(&journey.cell(RUSSIA, FRONT_LINE)))],
        Step::Present => button(words::command(Command::Present)),
        Step::Hide => button(&cap(texts::CAP_HIDE)),
        Step::OneTerm => button(&cap(texts::cap_term(false))),
        Step::Reveal => button(&cap(texts::CAP_REVEAL)),
        Step::NextTerm => from_more(texts::TERM_ON),
        Step::WholeTable => button(&cap(texts::cap_term(true))),
        Step::Blank => button(&cap(texts::CAP_BLANK)),
        Step::RevealAll => from_more(words::command(Command::RevealAll)),
        Step::NextDay => from_more(words::command(Command::NextEvent)),
        Step::Leave => button(&cap(texts::CAP_LEAVE)),
        Step::ToActivities => {
            let tab = words::command(Command::Activities).to_owned();
            if is_there(Role::Tab, &tab) {
                vec![(Role::Tab, tab)]
            } else {
                vec![(Role::ComboBox, words::TABS.to_owned()), (Role::MenuItemRadio, tab)]
            }
        }
        Step::Begin => button(&class::begin(activities::Screen::Predict)),
        Step::StartAsking => button(class::START),
        Step::Answer => vec![(Role::RadioButton, class::guess_name(dossier, RUSSIA, Guess::No))],
        Step::AllIn => button(class::VOTES_IN),
        Step::Turn => button(class::REVEAL_NEXT),
        Step::TurnAll => button(class::REVEAL_ALL),
        Step::NextQuestion => button(class::NEXT_QUESTION),
        Step::Guesses => button(class::OUR_GUESSES),
        Step::Unblank => Vec::new(),
    }
}

/// Nothing but clicks and the wheel.
struct Mouse;

impl Means for Mouse {
    fn does(&self, journey: &mut Journey, step: Step) {
        if step == Step::Unblank {
            let centre = journey.harness.ctx.content_rect().center();
            journey.harness.hover_at(centre);
            for pressed in [true, false] {
                let button = eframe::egui::PointerButton::Primary;
                let modifiers = Modifiers::NONE;
                journey.harness.event(Event::PointerButton { pos: centre, button, pressed, modifiers });
            }
            journey.harness.run();
        }
        for (role, name) in clicks(journey, step) {
            bring(journey, role, &name);
            journey.click(role, &name);
        }
    }
}

/// The part of a thing that the pointer can reach.
fn reachable(journey: &Journey, rect: Rect) -> Rect {
    let is_it = |found: &Rect| found.min.distance(rect.min) < 1.0 && found.max.distance(rect.max) < 1.0;
    journey.harness.ctx.viewport(|viewport| {
        let widgets = &viewport.prev_pass.widgets;
        let all = widgets.layer_ids().flat_map(|layer: LayerId| widgets.get_layer(layer));
        all.filter(|widget| is_it(&widget.rect)).map(|widget| widget.interact_rect).last().unwrap_or(Rect::NOTHING)
    })
}

/// Turns the wheel until a thing can be clicked.
fn bring(journey: &mut Journey, role: Role, name: &str) {
    for _ in 0..60 {
        let rect = journey.node(role, name).rect();
        let window = journey.harness.ctx.content_rect();
        if reachable(journey, rect).contains(rect.center()) && window.contains_rect(rect) {
            return;
        }
        let up = rect.center().y < window.center().y;
        journey.harness.hover_at(window.center());
        journey.harness.event(Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, if up { 40.0 } else { -40.0 }),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Unknown,
            modifiers: Modifiers::NONE,
        });
        journey.harness.run_steps(6);
    }
    panic!("\"{name}\" cannot be brought into view");
}

/// Nothing but keys.
struct Keyboard;

impl Keyboard {
    /// Tab until it is reached.
    fn to(journey: &mut Journey, wanted: &str) {
        let mut passed = Vec::new();
        while passed.len() < 150 {
            passed.push(journey.focused());
            if passed.last().is_some_and(|name| name == wanted) {
                return;
            }
            journey.press(Key::Tab);
        }
        panic!("Tab does not reach \"{wanted}\" but {passed:#?}");
    }
}

impl Means for Keyboard {
    fn does(&self, journey: &mut Journey, step: Step) {
        match step {
            Step::Choose => journey.type_key('1'),
            Step::Read => {
                while !journey.focused().starts_with("Russia, Front line. ") {
                    journey.press(Key::ArrowRight);
                }
                journey.press(Key::Enter);
                assert!(journey.focused().contains("Dmitry Peskov"), "{}", journey.focused());
                journey.press(Key::Escape);
            }
            Step::Present => journey.press(Key::F5),
            Step::Hide => journey.type_key('h'),
            Step::OneTerm | Step::WholeTable => journey.press(Key::Enter),
            Step::Reveal => journey.press(Key::Space),
            Step::NextTerm => journey.press(Key::ArrowDown),
            Step::Blank | Step::Unblank => journey.type_key('b'),
            Step::RevealAll => journey.type_key('r'),
            Step::NextDay => journey.press_with(Modifiers::COMMAND, Key::ArrowRight),
            Step::Leave => journey.press(Key::Escape),
            Step::ToActivities => journey.press_with(Modifiers::COMMAND, Key::Num6),
            Step::Turn => journey.press(Key::PageDown),
            Step::Begin
            | Step::StartAsking
            | Step::Answer
            | Step::AllIn
            | Step::TurnAll
            | Step::NextQuestion
            | Step::Guesses => {
                let (_, name) = clicks(journey, step).remove(0);
                Self::to(journey, &name);
                journey.press(if step == Step::Answer { Key::Space } else { Key::Enter });
            }
        }
    }
}

/// Nothing but what the accessibility tree offers: what has a name and can be asked to act.
struct Tree;

impl Means for Tree {
    fn does(&self, journey: &mut Journey, step: Step) {
        // A blank wall has nothing on it, for nobody: the system's keys are left.
        if step == Step::Unblank {
            journey.press(Key::Escape);
        }
        for (role, name) in clicks(journey, step) {
            let node: Node<'_> = journey.node(role, &name);
            assert!(node.accesskit_node().bounding_box().is_some(), "{name} has no place");
            node.click_accesskit();
            journey.harness.run();
        }
    }
}

#[test]
fn a_lesson_by_mouse_alone() {
    hold(&Mouse, [1280.0, 720.0], 100);
}

#[test]
fn a_lesson_by_keyboard_alone() {
    hold(&Keyboard, [1280.0, 720.0], 100);
}

#[test]
fn a_lesson_by_the_accessibility_tree_alone() {
    hold(&Tree, [1280.0, 720.0], 100);
}

#[test]
fn a_lesson_at_200_percent_by_mouse_and_by_keyboard() {
    for window in [[1280.0, 720.0], [1366.0, 728.0], [1024.0, 768.0]] {
        hold(&Mouse, window, 200);
        hold(&Keyboard, window, 200);
    }
}

/// A remote has four keys: on, back, start and blank. What is shown was prepared at the desk.
#[test]
fn a_lesson_by_remote_alone() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.type_key('h');
    journey.press(Key::F5);
    assert!(journey.state().presenter.is_on && journey.state().hides_all());
    let n_shown = |journey: &Journey| {
        let state = journey.state();
        state.columns().iter().filter(|column| !state.hides(column.party)).count()
    };
    let n = journey.state().columns().len();
    for shown in 1..=n {
        journey.press(Key::PageDown);
        assert_eq!(n_shown(&journey), shown);
    }
    journey.press(Key::PageUp);
    assert_eq!(n_shown(&journey), n - 1);
    journey.press(Key::PageDown);
    journey.type_key('.');
    assert!(journey.state().presenter.is_blank);
    journey.type_key('.');
    assert!(!journey.state().presenter.is_blank);
    for modifiers in [Modifiers::NONE, Modifiers::SHIFT] {
        journey.press_with(modifiers, Key::F5);
        assert!(journey.state().presenter.is_on);
    }
    // What was chosen to be asked at the desk is begun and played to its end.
    journey.press(Key::Escape);
    journey.apply(Action::Run(Command::RevealAll));
    Screen::Activity(Activity::Setup).open(&mut journey);
    journey.press(Key::F5);
    assert_eq!(journey.state().activities.predict.stage, Stage::Setup);
    journey.press(Key::PageDown);
    assert_eq!(journey.state().activities.predict.stage, Stage::Asking(0));
    let questions: Vec<Asked> = journey.state().activities.predict.questions.iter().map(|open| open.asked).collect();
    let mut presses = 0;
    while journey.state().activities.predict.stage != Stage::Table {
        journey.press(Key::PageDown);
        presses += 1;
        assert!(presses <= questions.len() * (n + 2), "{:?}", journey.state().activities.predict.stage);
    }
    assert_eq!(presses, questions.len() * (n + 2), "all in, each tile, and on");
    assert!(journey.state().presenter.is_on);
}
