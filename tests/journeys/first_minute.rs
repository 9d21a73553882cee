//! The first sixty seconds: an empty plan, two hints, a source, a few terms, and all of it taken back.

use eframe::egui::{Key, Rect, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use peace_plan_explorer::{
    app::{Effect, Focus, Place},
    domain::{PartyIx, TermIx},
    ui::{shape::MarkShape, theme},
    wording::{self, DateStyle, ui as words},
};

use crate::support::journey::{Journey, Start};

/// The hint that is painted in the table. The Why panel may say the same in its own place.
fn hint(journey: &Journey, text: &str) -> Option<Rect> {
    let table = table(journey);
    journey.painted(text).into_iter().find(|rect| table.contains_rect(*rect))
}

fn table(journey: &Journey) -> Rect {
    journey.harness.get_by_role(Role::Grid).rect()
}

/// The cell with the strongest mark of the plan, in reading order.
fn strongest(journey: &Journey) -> (PartyIx, TermIx) {
    let state = journey.state();
    let cells = TermIx::all(state.dossier().terms.len())
        .flat_map(|term| state.columns().into_iter().map(move |column| (column.party, term)));
    cells
        .min_by_key(|(party, term)| state.matrix().expect("nothing is hidden").cell(*party, *term).mark)
        .expect("there are cells")
}

/// Chooses an option from the list of a term.
fn choose(journey: &mut Journey, list: &str, option: &str) {
    journey.click(Role::ComboBox, list);
    journey.click(Role::RadioButton, option);
}

#[test]
fn it_opens_on_an_empty_plan_with_the_focus_on_the_first_control_and_a_hint() {
    let journey = Start::default().go();
    let state = journey.state();
    assert_eq!(state.plan().n_set(), 0);
    assert!(state.session.dialog.is_none());
    assert_eq!(state.session.focus, Focus { term: TermIx(0), place: Place::Control });
    assert_eq!(journey.focused(), "Front line: Not in the plan");
    let (whole, shown) = journey.ring().expect("the focus shows");
    assert_eq!(whole, shown);
    assert!(whole.contains_rect(journey.harness.get_by_label("Front line, Freeze now, 1 of 2").rect()));
    assert!(hint(&journey, words::HINT_CHOOSE).is_some());
    assert!(hint(&journey, words::HINT_CELL).is_none());
    assert_eq!(journey.status(), "Ukraine, January 2025: an empty plan");
    assert!(journey.why().contains("Your plan is empty."));
}

#[test]
fn the_first_choice_lights_its_row_and_says_what_changed() {
    let mut journey = Start::default().go();
    let tokens = theme::tokens(&journey.harness.ctx);
    let (bar, frame) = (tokens.mark(MarkShape::Bar).fill, tokens.ink);
    let (russia, front_line) = (PartyIx(1), TermIx(0));
    let cell = journey.cell(russia, front_line).rect();
    assert!(!journey.colours(cell).contains(&bar));
    journey.click(Role::RadioButton, "Front line, Freeze now, 1 of 2");
    assert!(journey.colours(cell).contains(&bar), "a red line is a bar on a dark square");
    assert!(journey.colours(cell).contains(&frame), "what changed is framed");
    let matrix = journey.state().matrix().expect("nothing is hidden");
    let marked = PartyIx::all(journey.state().dossier().parties.len())
        .filter(|party| !matrix.cell(*party, front_line).mark.is_blank());
    let mut names: Vec<&str> = marked.map(|party| journey.state().dossier().party(party).name.as_str()).collect();
    names.sort_unstable();
    let n = names.len();
    assert!(n > 1, "{names:?}");
    let sentence = format!("Front line: from not in the plan to Freeze now. {n} marks changed: {}", names.join(", "));
    assert_eq!(journey.status(), sentence);
    assert!(hint(&journey, words::HINT_CHOOSE).is_none());
    let bubble = hint(&journey, words::HINT_CELL).expect("the second hint");
    let cell = {
        let (party, term) = strongest(&journey);
        journey.cell(party, term).rect()
    };
    assert!(bubble.top() > cell.center().y && (bubble.left()..bubble.right()).contains(&cell.center().x));
}

#[test]
fn one_click_on_the_strongest_cell_leads_to_a_source_and_ends_the_hints() {
    let mut journey = Start::default().go();
    journey.click(Role::RadioButton, "Front line, Freeze now, 1 of 2");
    journey.take_effects();
    let (party, term) = strongest(&journey);
    journey.click_cell(party, term);
    let (why, state) = (journey.why(), journey.state());
    let report = state.report(party, term).expect("it is not hidden");
    let statement = state.dossier().statement(report.positions[0].statements[0]);
    let source = state.dossier().source(statement.sources[0]);
    let day = wording::date(statement.said, DateStyle::Words);
    for part in [&statement.short, &statement.speaker, &day, &source.publisher] {
        assert!(why.contains(part.as_str()), "{part:?} is missing in\n{why}");
    }
    assert!(why.lines().any(|line| line == wording::channel(statement.channel)), "{why}");
    assert!(hint(&journey, words::HINT_CHOOSE).is_none() && hint(&journey, words::HINT_CELL).is_none());
    assert!(state.settings.hints_seen);
    assert_eq!(journey.take_effects(), [Effect::SaveSettings], "they are gone for good");
    // A second party of the same row.
    journey.click_cell(PartyIx(0), term);
    assert!(journey.why().contains("Ukraine\nFront line: Freeze now"));
    assert!(hint(&journey, words::HINT_CELL).is_none());
}

/// One step of a journey.
type Act = fn(&mut Journey);

#[test]
fn a_few_terms_are_set_and_taken_back_one_labelled_step_at_a_time() {
    let mut journey = Start::default().go();
    let initial = journey.state().document.clone();
    let mut plans = vec![journey.state().plan().clone()];
    let steps: [(Act, &str); 6] = [
        (
            |j| j.click(Role::RadioButton, "Front line, Freeze now, 1 of 2"),
            "Front line: from not in the plan to Freeze now",
        ),
        (
            |j| choose(j, "Territory, Not in plan", "Territory, Line, not in law, 2 of 4"),
            "Territory: from not in the plan to Along the line, not in law",
        ),
        (|j| j.click(Role::Button, "NATO delay, next value"), "NATO delay: from not in the plan to Invite now"),
        (
            |j| choose(j, "NATO delay, all values", "NATO delay, 2 years, 3 of 33"),
            "NATO delay: from Invite now to 2 years",
        ),
        (
            |j| choose(j, "Peacekeepers, Not in plan", "Peacekeepers, European, 2 of 6"),
            "Peacekeepers: from not in the plan to European force",
        ),
        (
            |j| j.click(Role::RadioButton, "Front line, Not in the plan"),
            "Front line: from Freeze now to not in the plan",
        ),
    ];
    for (act, label) in &steps {
        act(&mut journey);
        assert!(journey.status().starts_with(&format!("{label}. ")), "{}", journey.status());
        plans.push(journey.state().plan().clone());
    }
    assert_eq!(journey.state().plan().n_set(), 3);
    for (_, label) in steps.iter().rev() {
        plans.pop();
        journey.click(Role::Button, "Edit");
        let undo = format!("Undo: {label}");
        let item = journey
            .harness
            .get_all_by_role(Role::Button)
            .find(|node| node.accesskit_node().label().is_some_and(|name| name.starts_with(&undo)));
        item.unwrap_or_else(|| panic!("no \"{undo}\" in the menu")).click();
        journey.harness.run();
        assert!(journey.status().starts_with(&format!("Taken back: {label}. ")), "{}", journey.status());
        assert_eq!(Some(journey.state().plan()), plans.last());
    }
    assert_eq!(journey.state().document.scenario, initial.scenario);
    assert!(!journey.state().document.is_unsaved());
    assert!(journey.harness.get_by_role_and_label(Role::Button, "Undo").accesskit_node().is_disabled());
}

#[test]
fn by_the_keyboard_the_second_hint_goes_when_a_statement_is_read() {
    let mut journey = Start::default().go();
    journey.type_key('1');
    assert!(hint(&journey, words::HINT_CELL).is_some());
    journey.press(Key::ArrowRight);
    for _ in 0..8 {
        journey.harness.step();
    }
    assert!(journey.why().contains("Front line: Freeze now"), "{}", journey.why());
    assert!(hint(&journey, words::HINT_CELL).is_none() && journey.state().settings.hints_seen);
}
