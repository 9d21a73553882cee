//! Hidden verdicts leak nowhere: not in what is painted, not in the accessibility tree, not on the clipboard.
//!
//! Two worlds are shown side by side. They have the same parties, terms and plan, but what one party said in the first, the
//! next party said in the second, so that nearly every mark differs. While the verdicts are hidden, nobody may be able to
//! tell which of the two worlds is on the screen, whatever is clicked, hovered, opened or pressed.

use std::{collections::HashSet, sync::Arc};

use eframe::egui::{Key, Modifiers, Pos2, Role};
use egui_kittest::{Node, kittest::NodeT as _};
use peace_plan_explorer::{
    analysis::{Judged, Mark},
    app::{
        Action, Asked, Case, Command, Dialog, Edit, Effect, Focus, Place, SheetKind, Tab, WhyKind, WhySubject,
        activities, alternatives,
        case::{Brought, Found, Goal, Incoming},
        delegations::Page,
        parties,
        predict::{self, Phase},
        presenter,
    },
    domain::{Demand, Dossier, PartyIx, Strength, TermIx, ValueIx},
    export::{self, Made, Material},
    ui::{shape::MarkShape, theme},
    wording::{DateStyle, presenter as texts, start_page},
    workbook,
};
use strum::IntoEnumIterator as _;

use crate::support::{
    journey::{Journey, Start, case, name, scenario},
    looks::{self, Look, StartLook, TimelineLook},
    screens::{self, Activity, Screen, Wall},
};
use peace_plan_explorer::app::{Format, Paper, Sheet};

const RUSSIA: PartyIx = PartyIx(1);
const FRONT_LINE: TermIx = TermIx(0);
const PEACEKEEPERS: TermIx = TermIx(7);
const SCENARIO: &str = "reported-idea-full";

/// The world in which each party said what another one did.
fn rotated() -> Arc<Case> {
    let mut parts = (*case().dossier).clone();
    let n_parties = parts.parties.len();
    let next = |party: PartyIx| PartyIx::at((party.get() + 1) % n_parties);
    parts.statements.iter_mut().for_each(|statement| statement.party = next(statement.party));
    parts.positions.iter_mut().for_each(|position| position.party = next(position.party));
    Arc::new(Case::new(Dossier::new(parts).expect("it is sound"), case().fingerprint.clone(), true))
}

/// The world in which every party demands the opposite, in another strength.
fn reversed() -> Arc<Case> {
    reversed_but(None)
}

/// The same, but for one party.
fn reversed_but(spared: Option<PartyIx>) -> Arc<Case> {
    let mut parts = (*case().dossier).clone();
    for position in parts.positions.iter_mut().filter(|position| Some(position.party) != spared) {
        position.demand = position.demand.take().map(|demand| Demand::Not(Box::new(demand)));
        position.strength = match position.strength {
            Strength::RedLine => Strength::Prefers,
            Strength::Opposes | Strength::Offers => Strength::RedLine,
            Strength::Prefers => Strength::Opposes,
        };
    }
    Arc::new(Case::new(Dossier::new(parts).expect("it is sound"), case().fingerprint.clone(), true))
}

/// The two worlds, with the same plan open.
fn worlds(other: Arc<Case>) -> [Journey; 2] {
    [case(), other].map(|case| Start { case, ..Start::at(SCENARIO) }.go())
}

type Step = (&'static str, fn(&mut Journey));

/// What can be looked at in the window.
const LOOKS: [Step; 14] = [
    ("a cell in the Why panel", |journey| journey.apply(Action::Why(WhySubject::Cell(RUSSIA, FRONT_LINE)))),
    ("its other days", |journey| journey.apply(Action::ShowOtherDays(true))),
    ("a party in the Why panel", |journey| journey.apply(Action::Why(WhySubject::Party(RUSSIA)))),
    ("a term in the Why panel", |journey| journey.apply(Action::Why(WhySubject::Term(PEACEKEEPERS)))),
    ("nothing in the Why panel", |journey| journey.apply(Action::Why(WhySubject::Nothing))),
    ("a cell under the pointer", |journey| {
        let cell = journey.cell(RUSSIA, FRONT_LINE).rect().center();
        hover(journey, cell);
    }),
    ("a column's head under the pointer", |journey| {
        let heads = journey.nodes(Role::ColumnHeader);
        let head = heads.iter().find(|head| name(head).starts_with("RU")).expect("Russia").rect().center();
        hover(journey, head);
    }),
    ("a column's foot under the pointer", |journey| {
        let labels = journey.nodes(Role::Label);
        let foot = labels.iter().find(|label| name(label).starts_with("Russia: ")).expect("its count").rect().center();
        hover(journey, foot);
    }),
    ("an option tried", |journey| {
        journey.apply(Action::Focus(Focus { term: PEACEKEEPERS, place: Place::Control }));
        journey.press_with(Modifiers::ALT, Key::ArrowRight);
    }),
    ("an option chosen", |journey| journey.press(Key::Enter)),
    ("taken back", |journey| journey.press_with(Modifiers::COMMAND, Key::Z)),
    ("a day further", |journey| journey.press_with(Modifiers::COMMAND, Key::ArrowRight)),
    ("all channels counted", |journey| {
        let counted =
            journey.state().document.scenario.counted.with(peace_plan_explorer::domain::Channel::Unnamed, true);
        journey.apply(Action::Edit(Edit::SetCounted(counted)));
    }),
    ("the plan emptied", |journey| journey.apply(Action::Run(Command::Clear))),
];

/// What can be looked at on the wall.
const WALL: [Step; 7] = [
    ("the whole table", |journey| journey.press(Key::F5)),
    ("one term", |journey| journey.press(Key::Enter)),
    ("the next term", |journey| journey.press(Key::ArrowDown)),
    ("an option chosen", |journey| journey.type_key('1')),
    ("a day back", |journey| journey.press_with(Modifiers::COMMAND, Key::ArrowLeft)),
    ("another tab", |journey| journey.press_with(Modifiers::COMMAND, Key::Num2)),
    ("the table again", |journey| journey.press_with(Modifiers::COMMAND, Key::Num1)),
];

fn hover(journey: &mut Journey, place: eframe::egui::Pos2) {
    journey.harness.hover_at(place);
    // The tooltip comes after a moment: half a second, and each step is a quarter of one.
    journey.harness.run_steps(4);
}

fn hide(worlds: &mut [Journey; 2]) {
    for journey in worlds {
        journey.type_key('h');
        assert!(journey.state().hides_any());
    }
}

#[track_caller]
fn cannot_be_told_apart(worlds: &[Journey; 2], after: &str) {
    let [one, other] = worlds.each_ref().map(Journey::readable);
    let differing = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    assert_eq!(differing, None, "{after} tells what is hidden");
    assert_eq!(one.len(), other.len(), "{after} tells what is hidden");
    let [one, other] = worlds.each_ref().map(Journey::shapes);
    let differing = one.iter().zip(&other).find(|(one, other)| one != other);
    assert_eq!(differing, None, "{after} paints what is hidden");
    assert_eq!(one.len(), other.len(), "{after} paints what is hidden");
}

#[test]
fn nothing_tells_two_worlds_apart_while_all_verdicts_are_hidden() {
    let mut worlds = worlds(rotated());
    hide(&mut worlds);
    cannot_be_told_apart(&worlds, "the table");
    for (look, step) in LOOKS.iter().chain(&WALL) {
        worlds.iter_mut().for_each(step);
        cannot_be_told_apart(&worlds, look);
    }
}

#[test]
fn the_same_looks_tell_them_apart_while_nothing_is_hidden() {
    let [one, other] = worlds(rotated()).each_ref().map(Journey::readable);
    assert_ne!(one, other, "the table");
    for (look, step) in [&LOOKS[0], &LOOKS[2], &LOOKS[3]] {
        let mut worlds = worlds(rotated());
        worlds.iter_mut().for_each(step);
        let [one, other] = worlds.each_ref().map(Journey::why);
        assert_ne!(one, other, "{look}");
    }
}

/// Goes to a screen in both worlds; nothing tells them apart there, nor anything that is handed to the world.
fn visit(worlds: &mut [Journey; 2], screen: Screen) {
    worlds.iter_mut().for_each(|journey| screen.open(journey));
    cannot_be_told_apart(worlds, &format!("{screen:?}"));
    told_alike(worlds, &format!("{screen:?}"));
}

/// Nothing that was handed to the world since then tells the worlds apart.
#[track_caller]
fn told_alike(worlds: &mut [Journey; 2], after: &str) {
    let told =
        worlds.each_mut().map(|journey| journey.take_effects().into_iter().filter(has_words).collect::<Vec<_>>());
    assert_eq!(told[0], told[1], "{after}");
}

/// True for an effect that carries words out of the window.
fn has_words(effect: &Effect) -> bool {
    match effect {
        Effect::CopyCitations(_) | Effect::Copy(_) | Effect::OpenUrl(_) | Effect::Save(_) => true,
        Effect::OpenPath(_)
        | Effect::OpenEntry { .. }
        | Effect::OpenSecond(_)
        | Effect::ReadCatalog
        | Effect::ListFolder(_)
        | Effect::ListStartFolder
        | Effect::MakeFolder(_)
        | Effect::DocumentChanged
        | Effect::Shelve(_)
        | Effect::DropDraft(_)
        | Effect::RestoreDraft(_)
        | Effect::DeleteDraft(_)
        | Effect::KeepDeleted(_)
        | Effect::ReadDrafts
        | Effect::AskToClose
        | Effect::SaveSettings
        | Effect::HandOuts(_)
        | Effect::Close
        | Effect::Fullscreen(_)
        | Effect::NextScreen
        | Effect::Work(_)
        | Effect::StopWork(_)
        | Effect::Case(_) => false,
    }
}

#[test]
fn no_screen_of_a_class_tells_what_is_demanded() {
    let mut worlds = worlds(reversed());
    hide(&mut worlds);
    for screen in screens::all().into_iter().filter(|screen| matches!(screen, Screen::Activity(_) | Screen::Why(_))) {
        visit(&mut worlds, screen);
    }
}

#[test]
fn the_screens_do_tell_the_worlds_apart_while_nothing_is_hidden() {
    let differ = |screen: &Screen| {
        let mut worlds = worlds(rotated());
        worlds.iter_mut().for_each(|journey| screen.open(journey));
        let [one, other] = worlds.each_ref().map(Journey::readable);
        one != other
    };
    let telling = [
        Screen::Tab(Tab::Explore),
        Screen::Tab(Tab::Parties),
        Screen::Tab(Tab::Timeline),
        Screen::Activity(Activity::Table),
        Screen::Activity(Activity::Proposal { curtain: false }),
        Screen::Activity(Activity::News),
        Screen::Activity(Activity::Delegations(Page::Cards)),
        Screen::Why(WhyKind::Cell),
        Screen::Wall(Wall::Cards),
        Screen::Wall(Wall::Ranges),
    ];
    for screen in telling {
        assert!(differ(&screen), "{screen:?}");
    }
}

#[test]
fn an_open_question_hides_the_verdicts_wherever_one_looks() {
    let mut worlds = worlds(rotated());
    for phase in Phase::iter() {
        worlds.iter_mut().for_each(|journey| Screen::Activity(Activity::Question(phase)).open(journey));
        cannot_be_told_apart(&worlds, "the question");
        assert!(worlds.iter().all(|journey| journey.state().hides_all()), "{phase:?}");
    }
    // What is shown in the place of tabs, panels and cells is the same as behind the curtain.
    for screen in screens::all().into_iter().filter(|screen| !screen.ends_a_question()) {
        visit(&mut worlds, screen);
    }
    for tab in Tab::iter().filter(|tab| *tab != Tab::Activities) {
        Screen::Tab(tab).open(&mut worlds[0]);
        // What reveals elsewhere reveals nothing now.
        worlds[0].type_key('r');
        worlds[0].press(Key::PageDown);
        assert!(worlds[0].state().hides_all(), "{tab:?}");
    }
}

#[test]
fn an_open_question_leads_back_to_itself_and_ends_when_all_tiles_are_turned() {
    let mut journey = Start::at(SCENARIO).go();
    Screen::Activity(Activity::Question(Phase::Reveal)).open(&mut journey);
    journey.press_with(Modifiers::COMMAND, Key::Num2);
    journey.click(Role::Button, texts::TO_THE_QUESTION);
    assert_eq!(journey.state().session.tab, Tab::Activities);
    journey.type_key('r');
    assert!(journey.state().hides_all(), "the second question is still to come");
    // A remote alone goes on: to the next question, over its vote, over its tiles, to the table.
    let n_parties = journey.state().dossier().parties.len();
    for _ in 0..2 + n_parties {
        assert!(journey.state().hides_all());
        journey.press(Key::PageDown);
    }
    assert!(!journey.state().hides_any(), "all tiles are turned");
    journey.press(Key::PageDown);
    assert_eq!(journey.state().activities.predict.stage, predict::Stage::Table);
}

#[test]
fn no_notice_and_nothing_that_is_told_gives_away_what_is_hidden() {
    let mut worlds = worlds(rotated());
    hide(&mut worlds);
    for notice in screens::notices() {
        worlds.iter_mut().for_each(|journey| journey.apply(Action::Notify(notice.clone())));
        cannot_be_told_apart(&worlds, &format!("{notice:?}"));
    }
    for is_on in [false, true] {
        worlds.iter_mut().filter(|_| is_on).for_each(|journey| journey.apply(Action::Run(Command::Present)));
        for told in screens::told() {
            for journey in &mut worlds {
                journey.harness.state_mut().state.session.told = Some(told.clone());
                journey.harness.run();
            }
            cannot_be_told_apart(&worlds, &format!("{told:?}"));
        }
    }
}

#[test]
fn no_command_gives_away_what_is_hidden() {
    let reveals = |command| matches!(command, Command::RevealNext | Command::RevealAll);
    for is_on in [false, true] {
        let mut worlds = worlds(rotated());
        hide(&mut worlds);
        worlds.iter_mut().filter(|_| is_on).for_each(|journey| journey.apply(Action::Run(Command::Present)));
        for command in Command::iter().filter(|command| !reveals(*command)) {
            worlds.iter_mut().for_each(|journey| journey.apply(Action::Run(command)));
            cannot_be_told_apart(&worlds, &format!("{command:?}"));
            worlds.iter_mut().for_each(|journey| journey.apply(Action::CloseDialog));
        }
        assert!(worlds.iter().all(|journey| journey.state().hides_all()));
    }
}

#[test]
fn no_screen_and_no_tool_tip_tells_what_is_hidden() {
    let mut worlds = worlds(rotated());
    hide(&mut worlds);
    for journey in &worlds {
        journey.harness.ctx.all_styles_mut(|style| style.interaction.tooltip_delay = 0.0);
    }
    let mut known = HashSet::new();
    for screen in screens::all() {
        visit(&mut worlds, screen);
        for place in places_to_hover(&worlds[0], &mut known) {
            for journey in &mut worlds {
                journey.harness.hover_at(place);
                journey.harness.run_steps(2);
            }
            cannot_be_told_apart(&worlds, &format!("the tool tip at {place:?} on {screen:?}"));
        }
    }
    let is_hidden = |journey: &Journey| journey.state().hides_all();
    assert!(worlds.iter().all(is_hidden), "nothing on the way has revealed anything");
}

#[test]
fn no_look_at_a_screen_tells_what_is_hidden() {
    let mut worlds = worlds(rotated());
    hide(&mut worlds);
    for on_the_wall in [false, true] {
        for look in looks::all() {
            worlds.iter_mut().for_each(|journey| look.open(journey, on_the_wall));
            cannot_be_told_apart(&worlds, &format!("{look:?}, on the wall: {on_the_wall}"));
            told_alike(&mut worlds, &format!("{look:?}"));
        }
    }
    assert!(worlds.iter().all(|journey| journey.state().hides_all()), "nothing on the way has revealed anything");
}

/// What is said of a file, in both worlds: of the case of that world as a workbook and as a shared file, and of changes and
/// errors of which each world has its own.
fn brought(worlds: &mut [Journey; 2]) -> Vec<(&'static str, [Dialog; 2])> {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let of = |journey: &mut Journey, name: &str| {
        let path = folder.path().join(name);
        let document = &journey.state().document;
        std::fs::write(&path, workbook::write(&workbook::book_of(&document.case.dossier)).unwrap()).unwrap();
        let found = workbook::look(&path, document);
        assert!(matches!(&found, Found::Read(brought) if brought.case.is_some()), "{found:?}");
        Dialog::Incoming(Incoming { path, found, goal: Goal::NewCase, ..screens::incoming() })
    };
    let as_shared = |dialog: &Dialog| {
        let Dialog::Incoming(incoming) = dialog else { panic!("it is a file") };
        let Found::Read(brought) = &incoming.found else { panic!("it is read") };
        let found = Found::Read(Arc::new(Brought { is_shared: true, ..(**brought).clone() }));
        Dialog::Incoming(Incoming { found, ..incoming.clone() })
    };
    let with_changes = |who: &str, also_remove| {
        let incoming = screens::incoming();
        let Found::Read(brought) = &incoming.found else { panic!("it is read") };
        let mut brought = (**brought).clone();
        let update = brought.update.as_mut().expect("it is a newer state");
        for way in [&mut update.keeping, update.removing.as_mut().expect("some are gone")] {
            way.changes.iter_mut().for_each(|change| change.name = format!("{who} will never agree"));
            way.messages.iter_mut().for_each(|told| told.message = format!("{who}: \"redline!\" is not known."));
        }
        let found = Found::Read(Arc::new(brought));
        Dialog::Incoming(Incoming { found, also_remove, ..incoming })
    };
    let new = worlds.each_mut().map(|journey| of(journey, "case.xlsx"));
    let shared = new.each_ref().map(as_shared);
    let both = |also_remove| ["Russia", "Ukraine"].map(|who| with_changes(who, also_remove));
    vec![("a workbook", new), ("a shared case", shared), ("a newer state", both(false)), ("errors", both(true))]
}

#[test]
fn what_a_file_holds_tells_nothing_that_is_hidden() {
    let mut worlds = worlds(rotated());
    let files = brought(&mut worlds);
    let show = |worlds: &mut [Journey; 2], dialogs: &[Dialog; 2]| {
        for (journey, dialog) in worlds.iter_mut().zip(dialogs) {
            journey.apply(Action::Show(dialog.clone()));
        }
    };
    for (what, dialogs) in &files {
        show(&mut worlds, dialogs);
        let [one, other] = worlds.each_ref().map(Journey::readable);
        assert_ne!(one, other, "{what} tells them apart while nothing is hidden");
    }
    worlds.iter_mut().for_each(|journey| journey.apply(Action::CloseDialog));
    hide(&mut worlds);
    for (what, dialogs) in &files {
        show(&mut worlds, dialogs);
        cannot_be_told_apart(&worlds, what);
        worlds.iter_mut().for_each(|journey| journey.apply(Action::CloseDialog));
    }
}

#[test]
fn the_looks_do_tell_the_worlds_apart_while_nothing_is_hidden() {
    let telling = [
        Look::Parties(parties::Look::Sets, false),
        Look::Pair,
        Look::Plans(alternatives::Part::Singles),
        Look::Timeline(TimelineLook::Table),
        Look::Sheet(SheetKind::Plan),
        Look::Start(StartLook::Plans),
        Look::Replay(0),
        Look::RoleCard,
        Look::OnTheTable,
    ];
    for look in telling {
        let mut worlds = worlds(rotated());
        worlds.iter_mut().for_each(|journey| look.open(journey, false));
        let [one, other] = worlds.each_ref().map(Journey::readable);
        assert_ne!(one, other, "{look:?}");
    }
}

/// The middle of every node that can be seen and is new; of the many cells and texts of a table each twentieth.
fn places_to_hover(journey: &Journey, known: &mut HashSet<(Role, String)>) -> Vec<Pos2> {
    let window = journey.harness.ctx.content_rect();
    let many = |role| matches!(role, Role::GridCell | Role::Cell | Role::TextRun | Role::GenericContainer);
    let has_place = |node: &Node<'_>| node.accesskit_node().bounding_box().is_some();
    let nodes: Vec<_> = journey.harness.root().children_recursive().filter(has_place).collect();
    let nodes = nodes.iter().enumerate().filter(|(nth, node)| !many(node.accesskit_node().role()) || nth % 20 == 0);
    let nodes = nodes.filter(|(_, node)| window.contains(node.rect().center()));
    let new = nodes.filter(|(_, node)| known.insert((node.accesskit_node().role(), name(node))));
    let mut places: Vec<Pos2> = new.map(|(_, node)| node.rect().center()).collect();
    places.sort_by(|a, b| (a.y, a.x).partial_cmp(&(b.y, b.x)).expect("they are numbers"));
    places.dedup_by(|a, b| a.distance(*b) < 2.0);
    places
}

#[test]
fn sheets_for_pupils_are_the_same_in_both_worlds() {
    let scenario = scenario(SCENARIO);
    let worlds = [case(), rotated()];
    let printed = |sheet: Sheet, format: Format| {
        worlds.each_ref().map(|case| {
            let style = DateStyle::Words;
            let material =
                Material::new(Judged::new(&case.dossier, &scenario), &case.fingerprint, Made::Shipped, style);
            export::make(&material, &[sheet], format, Paper::A4, None).expect("it can be made").bytes
        })
    };
    for kind in SheetKind::iter() {
        let (sheet, tells) = match kind {
            SheetKind::Prediction => (Sheet::Prediction, false),
            SheetKind::Debrief => (Sheet::Debrief, false),
            SheetKind::Grading => (Sheet::Grading, false),
            SheetKind::Plan => (Sheet::Plan, true),
            SheetKind::Sources => (Sheet::Sources, true),
            SheetKind::AnswerKey => (Sheet::AnswerKey, true),
            SheetKind::Briefs => (Sheet::Brief(RUSSIA), true),
            SheetKind::Marks => (Sheet::Marks, true),
            SheetKind::Way => (Sheet::Way, true),
        };
        // A picture is that of the pages of the PDF; it is drawn where it must not tell.
        let formats = [Format::Html, Format::Pdf, Format::Png];
        for format in formats.into_iter().filter(|format| !tells || *format != Format::Png) {
            let [one, other] = printed(sheet, format);
            assert_eq!(one != other, tells, "{kind:?} as {format:?}");
        }
    }
}

#[test]
fn another_plan_begins_hidden() {
    let mut journey = Start::at(SCENARIO).go();
    journey.type_key('h');
    let opens: [Step; 4] = [
        ("the walk", |journey| {
            journey.press(Key::F5);
            journey.press(Key::ArrowRight);
            journey.press(Key::Escape);
        }),
        ("undoing it", |journey| journey.apply(Action::Run(Command::Undo))),
        ("a new plan", |journey| journey.apply(Action::Run(Command::NewPlan))),
        ("a file", |journey| {
            let document = journey.state().document.as_ref().clone();
            journey.apply(Action::Opened(Box::new(document), None));
        }),
    ];
    for (what, open) in opens {
        journey.press(Key::PageDown);
        assert!(!journey.state().hides_all());
        open(&mut journey);
        assert!(journey.state().hides_all(), "{what}");
    }
}

#[test]
fn a_letter_beside_a_text_field_is_no_command() {
    let mut journey = Start::at(SCENARIO).go();
    for screen in screens::all() {
        screen.open(&mut journey);
        let fields = |role: Role| matches!(role, Role::TextInput | Role::MultilineTextInput | Role::SpinButton);
        let has_field = journey.harness.root().children_recursive().any(|node| fields(node.accesskit_node().role()));
        if !has_field {
            continue;
        }
        // As after a click on free space.
        let focused = journey.harness.ctx.memory(|memory| memory.focused());
        focused.into_iter().for_each(|id| journey.harness.ctx.memory_mut(|memory| memory.surrender_focus(id)));
        journey.harness.run();
        let is_typed = journey.harness.ctx.text_edit_focused();
        if !is_typed && journey.harness.ctx.memory(|memory| memory.focused().is_some()) {
            // The table or the wall has taken the keyboard: a letter is meant for it.
            continue;
        }
        let before = (journey.state().curtain.clone(), journey.state().presenter.is_blank);
        for letter in ['h', ' ', 'r', 'b', '.'] {
            journey.type_key(letter);
            let after = (journey.state().curtain.clone(), journey.state().presenter.is_blank);
            assert_eq!(after, before, "'{letter}' on {screen:?}, in a field: {is_typed}");
        }
        // What was typed into one field is not to be found in the next.
        journey = Start::at(SCENARIO).go();
    }
}

#[test]
fn every_term_on_the_wall_keeps_what_is_hidden() {
    let mut worlds = worlds(rotated());
    hide(&mut worlds);
    worlds.iter_mut().for_each(|journey| journey.press(Key::F5));
    worlds.iter_mut().for_each(|journey| journey.press(Key::Enter));
    for term in 0..case().dossier.terms.len() {
        for card in [0, 7, 14] {
            let turn = presenter::Action::ShowCard(card);
            worlds.iter_mut().for_each(|journey| journey.apply(Action::Presenter(turn.clone())));
            cannot_be_told_apart(&worlds, &format!("card {card} of term {term}"));
        }
        worlds.iter_mut().for_each(|journey| journey.press(Key::ArrowDown));
    }
}

#[test]
fn a_party_revealed_tells_nothing_of_the_others() {
    let mut worlds = worlds(reversed_but(Some(RUSSIA)));
    hide(&mut worlds);
    for journey in &mut worlds {
        journey.press(Key::Space);
        assert!(!journey.state().hides(RUSSIA), "it stands first");
    }
    cannot_be_told_apart(&worlds, "the table");
    for (look, step) in LOOKS.iter().skip(4).chain(&WALL) {
        worlds.iter_mut().for_each(step);
        cannot_be_told_apart(&worlds, look);
    }
}

#[test]
fn hidden_cells_show_a_question_mark_and_none_of_the_marks() {
    let mut journey = Start::at(SCENARIO).go();
    let state = journey.state();
    let matrix = state.matrix().expect("nothing is hidden");
    let is_marked = |party| matrix.cell(party, FRONT_LINE).mark;
    let parties: Vec<PartyIx> = PartyIx::all(state.dossier().parties.len()).collect();
    assert!(parties.iter().any(|party| is_marked(*party) == Mark::RedLine));
    let n_in_plan = state.results.n_in_plan();
    let fills: Vec<_> = MarkShape::iter().map(|shape| theme::LIGHT.mark(shape).fill).collect();
    let (dossier, plan) = (state.dossier().clone(), state.plan().clone());
    let count = |journey: &Journey| journey.texts().iter().filter(|(text, _)| text == "?").count();
    assert_eq!(count(&journey), 0);
    journey.type_key('h');
    // One in each cell of the terms in the plan, one in each of the two feet.
    assert_eq!(count(&journey), parties.len() * (n_in_plan + 2));
    for party in parties {
        for term in TermIx::all(dossier.terms.len()).take(8) {
            let cell = journey.cell(party, term);
            assert_eq!(name(&cell), texts::hidden_cell(&dossier, &plan, party, term));
            let colours = journey.colours(cell.rect());
            let marked = fills.iter().filter(|fill| **fill != theme::CLEAR).find(|fill| colours.contains(fill));
            assert_eq!(marked, None);
        }
    }
}

#[test]
fn what_is_hidden_cannot_be_copied() {
    let mut journey = Start::at(SCENARIO).go();
    journey.apply(Action::Focus(Focus { term: FRONT_LINE, place: Place::Party(RUSSIA) }));
    let statements = journey.state().focused_statements();
    assert!(!statements.is_empty());
    journey.type_key('h');
    journey.take_effects();
    journey.type_key('c');
    journey.apply(Action::CopyCitation(statements[0]));
    let copied = |effects: &[Effect]| effects.iter().any(|effect| matches!(effect, Effect::CopyCitations(_)));
    assert!(!copied(&journey.take_effects()));
    journey.type_key('r');
    journey.type_key('c');
    assert!(copied(&journey.take_effects()));
}

#[test]
fn space_and_the_page_keys_reveal_one_party_at_a_time_and_take_it_back() {
    let mut journey = Start::at(SCENARIO).go();
    let order: Vec<PartyIx> = journey.state().columns().into_iter().map(|column| column.party).collect();
    let shown = |journey: &Journey| order.iter().filter(|party| !journey.state().hides(**party)).count();
    journey.type_key('h');
    assert_eq!(shown(&journey), 0);
    for (n, key) in [(1, Key::Space), (2, Key::PageDown), (3, Key::Space), (2, Key::PageUp), (3, Key::Space)] {
        journey.press(key);
        assert_eq!(shown(&journey), n);
        assert!(order[..n].iter().all(|party| !journey.state().hides(*party)), "in the order of the columns");
    }
    assert_eq!(journey.status(), format!("Revealed: {}", journey.state().dossier().party(order[2]).name));
    journey.type_key('h');
    assert_eq!(shown(&journey), 0, "H hides all of them again, and never reveals");
    journey.type_key('h');
    assert_eq!(shown(&journey), 0);
    journey.type_key('r');
    assert_eq!(shown(&journey), order.len());
    // With nothing hidden, Space is the table's again.
    journey.press(Key::ArrowRight);
    journey.press(Key::Space);
    assert!(matches!(journey.state().session.why, WhySubject::Cell(..)));
}

#[test]
fn a_change_tells_only_of_the_parties_revealed() {
    let mut journey = Start::at(SCENARIO).go();
    journey.type_key('h');
    let set = |value| Action::Edit(Edit::SetTerm(PEACEKEEPERS, Some(ValueIx(value))));
    journey.apply(set(0));
    assert_eq!(journey.status(), "Peacekeepers: from European force to None. Verdicts are hidden");
    assert_eq!(journey.state().changed_cells().count(), 0);
    journey.type_key('r');
    assert!(journey.state().changed_cells().count() > 0, "the frames come with the marks");
}

#[test]
fn letters_hide_nothing_in_a_text_field_and_where_single_keys_are_off() {
    let mut journey = Start::at(SCENARIO).go();
    journey.apply(Action::Run(Command::Browse));
    assert_eq!(journey.focused(), start_page::SEARCH);
    for key in ['h', 'r', 'b', '.', ' '] {
        journey.type_key(key);
    }
    assert!(!journey.state().curtain.is_drawn());
    let Some(Dialog::Start(page)) = &journey.state().session.dialog else { panic!("the page closed") };
    assert_eq!(page.search, "hrb. ");
    let mut start = Start::at(SCENARIO);
    start.settings.single_key_shortcuts = false;
    let mut journey = start.go();
    journey.type_key('h');
    assert!(!journey.state().curtain.is_drawn());
    journey.apply(Action::Run(Command::Hide));
    journey.press(Key::PageDown);
    assert!(journey.state().curtain.last_revealed().is_some(), "a remote types no letters");
}

#[test]
fn hiding_turns_the_tiles_of_a_question_back_and_revealing_turns_them_again() {
    let mut worlds = worlds(rotated());
    let predict = |action| Action::Activities(activities::Action::Predict(action));
    for journey in &mut worlds {
        journey.apply(Action::Run(Command::Activities));
        journey.apply(Action::Activities(activities::Action::Show(activities::Screen::Predict)));
        let value = journey.state().plan().get(PEACEKEEPERS).expect("the plan says something about it");
        journey.apply(predict(predict::Action::Ask(vec![Asked { term: PEACEKEEPERS, value }])));
        journey.apply(predict(predict::Action::Start));
        journey.apply(predict(predict::Action::VotesIn));
        journey.apply(predict(predict::Action::RevealAll));
    }
    let readable = worlds.each_ref().map(Journey::readable);
    assert_ne!(readable[0], readable[1], "turned tiles tell the worlds apart");
    hide(&mut worlds);
    cannot_be_told_apart(&worlds, "a question with its tiles turned back");
    let turned = |journey: &Journey| journey.state().activities.predict.open().expect("it is asked").revealed.len();
    let [journey, _] = &mut worlds;
    for (n, key) in [(1, Key::PageDown), (2, Key::Space), (1, Key::PageUp)] {
        journey.press(key);
        assert_eq!(turned(journey), n);
    }
    journey.type_key('r');
    assert_eq!(turned(journey), journey.state().dossier().parties.len());
    assert!(!journey.state().hides_any());
}
