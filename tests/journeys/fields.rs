//! Fields for text and numbers on every screen: what is typed there, and the keys that move in it, are theirs alone.

use std::{collections::BTreeSet, sync::Arc};

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::{Node, kittest::NodeT as _};
use peace_plan_explorer::{
    app::{Action, Command, DialogKind, Settings, State, case, case::Page},
    wording::case as words,
};
use strum::IntoEnumIterator as _;

use crate::support::{
    journey::{Journey, Start, name},
    screens,
};

/// Everything that is a command or a choice somewhere when it is typed beside a field.
const TYPED: &str = "4107+-=.,?bchilmnrst ";

/// Keys that move or delete in a text.
const MOVES: [Key; 8] =
    [Key::PageUp, Key::PageDown, Key::ArrowLeft, Key::ArrowRight, Key::End, Key::Home, Key::Delete, Key::Backspace];

fn fields(journey: &Journey) -> Vec<Node<'_>> {
    let is_field = |node: &Node<'_>| {
        matches!(node.accesskit_node().role(), Role::TextInput | Role::MultilineTextInput | Role::SpinButton)
    };
    let fields = journey.harness.root().children_recursive().filter(is_field);
    fields.filter(|field| !field.accesskit_node().is_disabled()).collect()
}

/// What no key may change while a field has the keyboard. What is written there is part of the scenario or the case; the
/// plan follows its case.
fn world(journey: &Journey, of_the_case: bool) -> String {
    let state = journey.state();
    let scenario = &state.document.scenario;
    let session = &state.session;
    let dialog = session.dialog.as_ref().map(DialogKind::from);
    let told = session.told.as_ref().filter(|_| !of_the_case);
    let shown = (session.tab, dialog, session.focus, session.why, told, session.replay, session.why_open);
    let plan = (!of_the_case).then(|| (scenario.plan.clone(), scenario.as_of, scenario.counted));
    format!("{plan:?} {shown:?} {:?} {:?} {}", state.presenter, state.curtain.is_drawn(), places(state))
}

/// Where one is in the tabs that have a focus of their own, and what is looked at there.
pub(super) fn places(state: &State) -> String {
    let State { timeline, compare, parties, .. } = state;
    let timeline = (timeline.term, timeline.spacing, timeline.as_table, timeline.second, &timeline.focus);
    let compare = (compare.all_rows, &compare.focus);
    let parties = (parties.look, parties.by_party, parties.focus, parties.size, parties.about, parties.column);
    format!("{timeline:?} {compare:?} {parties:?}")
}

/// Types into every field here that was not seen before; `open` brings the screen back.
fn type_into_all(
    journey: &mut Journey,
    seen: &mut BTreeSet<(String, bool)>,
    what: &str,
    on_the_wall: bool,
    open: &dyn Fn(&mut Journey),
) {
    open(journey);
    let names: Vec<String> = fields(journey).iter().map(name).collect();
    for wanted in names {
        if !seen.insert((wanted.clone(), on_the_wall)) {
            continue;
        }
        open(journey);
        let all = fields(journey);
        let field = all.iter().find(|field| name(field) == wanted);
        field.unwrap_or_else(|| panic!("{wanted} is gone on {what}")).focus();
        journey.harness.run();
        if !journey.harness.ctx.text_edit_focused() {
            // It lies under a dialog.
            seen.remove(&(wanted, on_the_wall));
            continue;
        }
        let of_the_case = journey.state().document.own.is_some();
        let before = world(journey, of_the_case);
        journey.type_at_once(TYPED);
        assert_eq!(world(journey, of_the_case), before, "\"{TYPED}\" in {wanted} on {what}");
        journey.press_at_once(Modifiers::NONE, &MOVES);
        assert_eq!(world(journey, of_the_case), before, "{MOVES:?} in {wanted} on {what}");
        journey.press_at_once(Modifiers::COMMAND, &[Key::ArrowLeft, Key::ArrowRight, Key::Home]);
        assert_eq!(world(journey, of_the_case), before, "Ctrl and an arrow in {wanted} on {what}");
        // Enter may lead on or close what is open; it leaves nobody without the keyboard.
        let case = Arc::clone(&journey.state().document.case);
        journey.press(Key::Enter);
        let is_there = fields(journey).iter().any(|field| name(field) == wanted);
        assert!(!is_there || !journey.focused().is_empty(), "Enter in {wanted} on {what}: nothing has the keyboard");
        if !Arc::ptr_eq(&case, &journey.state().document.case) {
            // It made another case, to which the other screens do not belong.
            journey.apply(Action::Run(Command::Undo));
        }
    }
}

#[test]
fn what_is_typed_into_a_field_is_the_fields_on_every_screen() {
    // With all that may stand on the wall, and the arrows of a remote that reveal there.
    let settings = Settings { arrows_reveal: true, hints_seen: true, ..Settings::default() };
    let mut journey = Start { settings, ..Start::at("reported-idea-full") }.go();
    let mut seen = BTreeSet::new();
    for screen in screens::all() {
        let on_the_wall = matches!(screen, screens::Screen::Wall(_));
        type_into_all(&mut journey, &mut seen, &format!("{screen:?}"), on_the_wall, &|journey| screen.open(journey));
    }
    assert!(seen.len() > 15, "{seen:?}");
}

#[test]
fn what_is_typed_into_a_form_of_a_case_is_the_forms() {
    let mut journey = Start::at("reported-idea").go();
    journey.press_with(Modifiers::COMMAND, Key::Num7);
    journey.click(Role::Button, words::MAKE_MINE);
    let mut seen = BTreeSet::new();
    for shown in Page::iter() {
        let open = |journey: &mut Journey| journey.apply(Action::Case(case::Action::Page(shown)));
        type_into_all(&mut journey, &mut seen, &format!("{shown:?}"), false, &open);
    }
    assert!(seen.len() > 10, "{seen:?}");
}
