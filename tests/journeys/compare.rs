//! Two plans beside each other.

use std::sync::Arc;

use eframe::egui::{self, Key, Modifiers, Role, pos2};
use peace_plan_explorer::{
    analysis::{Index, Matrix, Situation, matrix},
    app::{
        Action, Command, Document, Edit, Effect, State, Tab, WhySubject,
        compare::{Action as Here, Side, Source},
    },
    domain::{PartyIx, Scenario, TermIx, ValueIx},
    wording::{self, DateStyle, compare as texts, ui as words},
};

use crate::support::journey::{Journey, Start, case, name, scenario};

const CTRL: Modifiers = Modifiers::COMMAND;
const RUSSIA: PartyIx = PartyIx(1);
const FRONT_LINE: TermIx = TermIx(0);
const BUFFER_ZONE: TermIx = TermIx(4);
const NATO_DELAY: TermIx = TermIx(5);

/// The plan and a copy of it, which then differ in three terms.
fn three_terms() -> Journey {
    let mut journey = Start::at("reported-idea-full").go();
    journey.press_with(CTRL, Key::D);
    assert_eq!(journey.state().session.tab, Tab::Compare);
    for (term, value) in [(FRONT_LINE, Some(1)), (BUFFER_ZONE, None), (NATO_DELAY, Some(0))] {
        journey.apply(Action::Edit(Edit::SetTerm(term, value.map(ValueIx))));
    }
    journey
}

fn both(journey: &Journey) -> (Scenario, Scenario) {
    let second = journey.state().compare.second.as_ref().expect("there is a plan B");
    (journey.state().document.scenario.clone(), second.document.scenario.clone())
}

/// The marks of a plan by itself.
fn marks(state: &State, side: Side) -> Matrix {
    let (dossier, scenario) = (state.dossier(), &state.side(side).0.scenario);
    let situation = Situation::new(dossier, scenario.as_of, scenario.counted);
    matrix(dossier, &Index::new(dossier), &situation, &scenario.plan)
}

/// The names of the terms whose rows are shown.
fn rows(journey: &Journey) -> Vec<String> {
    let name_of = |node: &egui_kittest::Node<'_>| name(node).split('.').next().unwrap_or_default().to_owned();
    journey.nodes(Role::RowHeader).iter().map(name_of).collect()
}

#[test]
fn two_plans_that_differ_in_three_terms_show_exactly_those_rows() {
    let mut journey = three_terms();
    assert_eq!(rows(&journey), ["Front line", "Buffer zone", "NATO delay"]);
    assert!(journey.nodes(Role::Label).iter().any(|label| name(label) == "3 of 15 rows differ"));
    journey.click(Role::CheckBox, texts::ONLY_DIFFERENT);
    assert_eq!(journey.state().compare.rows().count(), 15);
    assert!(rows(&journey).len() > 8, "all that fit: {:?}", rows(&journey));
    journey.click(Role::CheckBox, texts::ONLY_DIFFERENT);
    assert_eq!(rows(&journey).len(), 3);
}

#[test]
fn each_half_says_what_a_fresh_load_of_its_plan_says() {
    let journey = three_terms();
    let state = journey.state();
    let cells = journey.nodes(Role::GridCell);
    assert_eq!(cells.len(), 3 * 2 * state.columns().len());
    for (letter, side) in [("A", Side::A), ("B", Side::B)] {
        let mut fresh = Start::default().go();
        let plan = state.side(side).0.scenario.clone();
        fresh.apply(Action::Opened(Box::new(Document::opened(case(), plan, None)), None));
        for term in [FRONT_LINE, BUFFER_ZONE, NATO_DELAY] {
            for column in state.columns() {
                let wanted = format!("{letter}. {}", name(&fresh.cell(column.party, term)));
                assert_eq!(cells.iter().filter(|cell| name(cell) == wanted).count(), 1, "{wanted}");
            }
        }
    }
}

#[test]
fn every_party_has_its_sentence() {
    let journey = three_terms();
    let state = journey.state();
    let (a, b) = (marks(state, Side::A), marks(state, Side::B));
    for column in state.columns() {
        let party = column.party;
        let count = |keep: &dyn Fn(bool, bool) -> bool| {
            let is = |marks: &Matrix, term| marks.cell(party, term).contradicted.is_some();
            TermIx::all(15).filter(|term| keep(is(&a, *term), is(&b, *term))).count()
        };
        let (newly, no_longer, unchanged) = (count(&|a, b| !a && b), count(&|a, b| a && !b), count(&|a, b| a && b));
        let code = &state.dossier().party(party).code;
        let sentence =
            format!("{code}: {newly} newly contradicted, {no_longer} no longer contradicted, {unchanged} unchanged.");
        assert!(journey.nodes(Role::Label).iter().any(|label| name(label) == sentence), "{sentence}");
    }
}

#[test]
fn swapping_twice_is_as_before_and_each_swap_can_be_undone() {
    let mut journey = three_terms();
    let start = both(&journey);
    let swapped = (start.1.clone(), start.0.clone());
    let names = |journey: &Journey| journey.nodes(Role::GridCell).iter().map(name).collect::<Vec<_>>();
    let before = names(&journey);
    journey.click(Role::Button, texts::SWAP);
    assert_eq!(both(&journey), swapped);
    assert_ne!(names(&journey), before);
    assert!(journey.status().starts_with("Swap, "), "{}", journey.status());
    journey.click(Role::Button, texts::SWAP);
    assert_eq!((both(&journey), names(&journey)), (start.clone(), before.clone()));
    journey.press_with(CTRL, Key::Z);
    assert_eq!(both(&journey), swapped);
    journey.press_with(CTRL, Key::Z);
    assert_eq!((both(&journey), names(&journey)), (start, before));
    journey.press_with(CTRL, Key::Y);
    assert_eq!(both(&journey), swapped);
}

#[test]
fn a_click_on_a_half_reads_the_statements_under_that_plan() {
    let mut journey = three_terms();
    for (letter, side) in [("A", Side::A), ("B", Side::B)] {
        let dossier = journey.state().dossier();
        let start = format!("{letter}. {}, {}. ", dossier.party(RUSSIA).name, dossier.term(NATO_DELAY).name);
        let cell = journey.nodes(Role::GridCell).into_iter().find(|cell| name(cell).starts_with(&start));
        cell.expect("there is such a half").click();
        journey.harness.run();
        let (state, why) = (journey.state(), journey.why());
        let scenario = &state.side(side).0.scenario;
        assert!(why.contains(&texts::plan(side, &scenario.title)), "{why}");
        let value = wording::value_name(state.dossier(), NATO_DELAY, scenario.plan.get(NATO_DELAY));
        assert!(why.contains(&format!("NATO delay: {value}")), "{value} is missing in {why}");
        let report = state.report_of(side, RUSSIA, NATO_DELAY).expect("nothing is hidden");
        let first = wording::effect_sentence(state.dossier(), &scenario.plan, &report.positions[0], DateStyle::Words);
        assert!(why.contains(&first), "{first} is missing in {why}");
    }
}

#[test]
fn the_keyboard_alone_reads_and_swaps_and_closes() {
    let mut journey = three_terms();
    for key in [Key::ArrowDown, Key::ArrowDown, Key::ArrowRight, Key::ArrowRight, Key::Enter] {
        journey.press(key);
    }
    assert_eq!(journey.state().session.why, WhySubject::CellOfSecond(RUSSIA, BUFFER_ZONE));
    let (whole, shown) = journey.ring().expect("the focus shows");
    assert_eq!(whole, shown);
    journey.press(Key::Home);
    journey.press(Key::Enter);
    assert_eq!(journey.state().session.why, WhySubject::Term(BUFFER_ZONE));
    let reach = |journey: &mut Journey, button: &str| {
        for _ in 0..40 {
            if journey.focused() == button {
                return;
            }
            journey.press(Key::Tab);
        }
        panic!("Tab does not reach {button}");
    };
    let start = both(&journey);
    reach(&mut journey, texts::SWAP);
    journey.press(Key::Enter);
    assert_eq!(both(&journey), (start.1, start.0));
    reach(&mut journey, texts::CLOSE_SECOND);
    journey.press(Key::Enter);
    assert!(journey.state().compare.second.is_none());
}

#[test]
fn without_a_second_plan_the_tab_says_how_one_is_had() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.press_with(CTRL, Key::Num4);
    let says = |journey: &Journey, text: &str| journey.nodes(Role::Label).iter().any(|label| name(label) == text);
    assert!(says(&journey, "Drop a second plan here, or press Ctrl+D to copy this one."));
    let open = journey.state().document.scenario.clone();
    journey.click(Role::Button, "Freeze under a NATO umbrella");
    assert_eq!(both(&journey), (open, scenario("freeze-nato-umbrella")));
    journey.click(Role::Button, texts::CLOSE_SECOND);
    journey.click(Role::Button, texts::OPEN_SECOND);
    journey.click(Role::Button, "plan.ron");
    journey.take_effects();
    journey.click(Role::Button, words::OPEN);
    let path = std::path::PathBuf::from("/home/class/plan.ron");
    assert_eq!(journey.take_effects(), [Effect::OpenSecond(Source::Path(path))]);
}

#[test]
fn different_days_are_told_and_one_button_sets_one_for_both() {
    let mut journey = three_terms();
    journey.press_with(CTRL, Key::ArrowLeft);
    let (a, b) = both(&journey);
    let warning = texts::days_differ(a.as_of, b.as_of, DateStyle::Words);
    let warns = |journey: &Journey| journey.nodes(Role::Label).iter().any(|label| name(label) == warning);
    assert!(warns(&journey));
    journey.click(Role::Button, &texts::use_day(b.as_of, DateStyle::Words));
    assert_eq!(both(&journey).0.as_of, b.as_of);
    assert!(!warns(&journey));
    journey.press_with(CTRL, Key::Z);
    assert!(warns(&journey));
    journey.click(Role::Button, &texts::use_day(a.as_of, DateStyle::Words));
    assert_eq!(both(&journey).1.as_of, a.as_of);
    assert!(!warns(&journey));
}

#[test]
fn a_plan_of_another_dossier_is_refused_with_a_sentence_and_nothing_changes() {
    let mut journey = three_terms();
    let before = both(&journey);
    let mut parts: peace_plan_explorer::domain::DossierParts = (**journey.state().dossier()).clone();
    parts.id = "elsewhere".to_owned();
    parts.title = "Elsewhere".to_owned();
    let dossier = peace_plan_explorer::domain::Dossier::new(parts).unwrap();
    let other = Arc::new(peace_plan_explorer::app::Case::new(dossier, "1".repeat(12), false));
    let theirs = Scenario::empty(&other.dossier, "Theirs".to_owned());
    journey.apply(Action::Compare(Here::Opened(Box::new(Document::opened(other, theirs, None)), None)));
    assert_eq!(both(&journey), before);
    let says = |journey: &Journey| {
        journey
            .nodes(Role::Label)
            .iter()
            .any(|label| name(label).starts_with("\"Theirs\" belongs to another case, \"Elsewhere\""))
    };
    assert!(says(&journey));
    journey.click(Role::Button, words::CLOSE);
    assert!(!says(&journey));
}

/// Drags files in where the pointer is and drops them there; `to` is where the pointer is seen on the way, if it is.
/// Returns what the window said, and what was done.
fn drop_files(journey: &mut Journey, to: Option<egui::Pos2>, names: &[&str]) -> (Vec<String>, Vec<Effect>) {
    journey.take_effects();
    journey.harness.hover_at(pos2(640.0, 20.0));
    journey.harness.run();
    let hovered = names.iter().map(|name| egui::HoveredFile { path: Some(name.into()), ..Default::default() });
    journey.harness.input_mut().hovered_files = hovered.collect();
    journey.harness.step();
    if let Some(to) = to {
        journey.harness.hover_at(to);
        journey.harness.step();
    }
    let texts = journey.texts().into_iter().map(|(text, _)| text).filter(|text| text.starts_with("Drop ")).collect();
    // As some systems do, the pointer is known again just when the files are dropped.
    journey.harness.hover_at(pos2(100.0, 300.0));
    journey.harness.input_mut().hovered_files.clear();
    journey.harness.input_mut().dropped_files = names.iter().map(|name| dropped(name)).collect();
    journey.harness.run();
    (texts, journey.take_effects())
}

/// A file as the window library hands it over.
fn dropped(path: &str) -> Arc<dyn egui::DroppedFile + Send + Sync> {
    #[derive(Debug)]
    struct File(std::path::PathBuf);
    impl egui::DroppedFile for File {
        fn path(&self) -> &std::path::Path {
            &self.0
        }
        fn bytes(&self) -> Result<Vec<u8>, String> {
            Ok(Vec::new())
        }
    }
    Arc::new(File(path.into()))
}

#[test]
fn a_dropped_file_is_opened_on_the_left_and_compared_on_the_right_and_two_are_compared() {
    let second = |path: &str| Effect::OpenSecond(Source::Path(path.into()));
    let (left, right) = (Some(pos2(200.0, 300.0)), Some(pos2(1000.0, 300.0)));
    let mut journey = three_terms();
    let first = peace_plan_explorer::wording::plan_name(&journey.state().document.scenario);
    let (said, done) = drop_files(&mut journey, left, &["/a.ron"]);
    assert!(said[0].contains("as plan A") && said[0].contains(&first) && said[1].contains("as plan B"), "{said:?}");
    assert_eq!(done, [Effect::OpenPath("/a.ron".into())]);
    assert_eq!(drop_files(&mut journey, right, &["/b.ron"]).1, [second("/b.ron")]);
    journey.apply(Action::Run(Command::Explore));
    let (said, done) = drop_files(&mut journey, right, &["/c.ron"]);
    assert_eq!((said, done), (vec![words::DROP_TO_OPEN.to_owned()], vec![Effect::OpenPath("/c.ron".into())]));
    let (said, done) = drop_files(&mut journey, right, &["/a.ron", "/b.ron"]);
    assert_eq!(said, [words::DROP_BOTH]);
    assert_eq!(done, [Effect::OpenPath("/a.ron".into()), second("/b.ron")]);
}

#[test]
fn where_the_pointer_is_not_told_a_dropped_file_becomes_what_the_window_says() {
    let mut journey = three_terms();
    let (said, done) = drop_files(&mut journey, None, &["/b.ron"]);
    assert!(said.len() == 1 && said[0].contains("as plan B"), "{said:?}");
    assert_eq!(done, [Effect::OpenSecond(Source::Path("/b.ron".into()))]);
}

#[test]
fn the_split_cells_are_painted_in_two_and_the_others_in_one() {
    let journey = three_terms();
    let tokens = peace_plan_explorer::ui::theme::tokens(&journey.harness.ctx);
    let state = journey.state();
    let mut split = 0;
    for column in state.columns() {
        let shapes = [Side::A, Side::B].map(|side| marks(state, side).cell(column.party, NATO_DELAY).mark);
        let half = |letter: &str| {
            let start = format!("{letter}. {}, NATO delay. ", state.dossier().party(column.party).name);
            let cells = journey.nodes(Role::GridCell);
            cells.iter().find(|cell| name(cell).starts_with(&start)).map(egui_kittest::Node::rect).unwrap()
        };
        let fills = [half("A"), half("B")].map(|rect| {
            let colours = journey.colours(rect);
            tokens
                .marks
                .iter()
                .filter(|style| colours.contains(&style.fill) && style.fill.a() > 0)
                .map(|style| style.fill)
                .collect::<Vec<_>>()
        });
        if shapes[0] != shapes[1] && shapes.iter().all(|mark| !mark.is_blank()) {
            assert_ne!(fills[0], fills[1], "{}", state.dossier().party(column.party).code);
            split += 1;
        }
    }
    assert!(split > 2, "{split}");
}
