//! How positions were read: another reading counts, Why says where readers differ, and two clicks show what decides.

use std::sync::Arc;

use eframe::egui::Role;
use peace_plan_explorer::{
    analysis::Mark,
    app::{Action, Case, Document, Edit},
    domain::{Code, Coding, Dossier, DossierParts, PartyIx, Reading, RedLineBasis, TermIx},
    wording::{coding, how_read, ui as words},
};

use crate::support::journey::{Journey, Start, name};

/// A cell of the plan in which a red line alone is crossed, and the case in which two readers differ about it.
fn read_twice() -> (Journey, PartyIx, TermIx) {
    let mut journey = Start::at("reported-idea-full").go();
    let (party, term) = crossed(&journey);
    let document = &journey.state().document;
    let mut parts: DossierParts = (*document.case.dossier).clone();
    parts.positions.iter_mut().for_each(|position| position.coding = Coding::default());
    for position in parts.positions.iter_mut().filter(|one| one.party == party && one.about == Some(term)) {
        position.coding = Coding {
            because: "never, on no condition".to_owned(),
            basis: Some(RedLineBasis::Bar),
            coded: vec![Code::RedLine, Code::NoDemand],
            decided: "The words are absolute.".to_owned(),
        };
    }
    let case = Arc::new(Case::new(Dossier::new(parts).unwrap(), "read".to_owned(), false));
    let document = Document::opened(case, document.scenario.clone(), None);
    journey.apply(Action::Opened(Box::new(document), None));
    journey.click_cell(party, term);
    (journey, party, term)
}

fn crossed(journey: &Journey) -> (PartyIx, TermIx) {
    let (dossier, matrix) = (journey.state().dossier(), journey.state().matrix().expect("nothing is hidden"));
    let cells = TermIx::all(dossier.terms.len())
        .flat_map(|term| PartyIx::all(dossier.parties.len()).map(move |party| (party, term)));
    let mut crossed = cells.filter(|(party, term)| matrix.cell(*party, *term).mark == Mark::RedLine);
    crossed.next().expect("the plan crosses a red line")
}

fn mark(journey: &Journey, party: PartyIx, term: TermIx) -> Mark {
    journey.state().matrix().unwrap().cell(party, term).mark
}

#[test]
fn why_says_that_two_readers_differed_and_a_softer_reading_takes_the_mark_away() {
    let (mut journey, party, term) = read_twice();
    let why = journey.why();
    assert!(why.contains("Two readers differed: red line and no demand."), "{why}");
    assert!(why.contains("never, on no condition (absolute words)"), "{why}");
    journey.click(Role::Button, words::COUNTING);
    journey.click(Role::RadioButton, coding::reading(Reading::Softer));
    assert_ne!(mark(&journey, party, term), Mark::RedLine);
    assert!(journey.why().contains("not counted: in the softer reading it asks for nothing"), "{}", journey.why());
    assert!(journey.status().contains("The softer reading counts"), "{}", journey.status());
    assert!(journey.readable().contains("Softer reading where readers differ"), "it is said on the screen");
    let undo = words::undo(journey.state().dossier(), journey.state().history.undo_label(), Default::default());
    assert_eq!(undo, "Undo: the softer reading counts");
    journey.apply(Action::Run(peace_plan_explorer::app::Command::Undo));
    assert_eq!(mark(&journey, party, term), Mark::RedLine);
    assert!(!journey.readable().contains("Softer reading where readers differ"));
}

#[test]
fn another_reading_is_said_on_the_wall() {
    let (mut journey, ..) = read_twice();
    let mut counted = journey.state().document.scenario.counted;
    counted.reading = Reading::Harder;
    journey.apply(Action::Edit(Edit::SetCounted(counted)));
    journey.apply(Action::Run(peace_plan_explorer::app::Command::Present));
    let labels: Vec<String> = journey.nodes(Role::Label).iter().map(name).collect();
    assert!(labels.iter().any(|label| label == "Harder reading where readers differ"), "{labels:?}");
}

#[test]
fn a_red_line_in_the_why_panel_leads_to_what_decides_one_and_back() {
    let (mut journey, party, term) = read_twice();
    let chip = journey.nodes(Role::Button).into_iter().find(|button| name(button) == "Red line");
    chip.expect("a chip that leads on").click();
    journey.harness.run();
    let card = journey.readable();
    for basis in [RedLineBasis::Condition, RedLineBasis::Bar, RedLineBasis::Law] {
        assert!(card.contains(how_read::basis_text(basis)), "{card}");
    }
    assert!(card.contains("What decided: never, on no condition"), "{card}");
    journey.click(Role::Button, how_read::READ_EXAMPLE);
    assert_eq!(journey.state().session.dialog, None);
    assert_eq!(journey.state().session.why, peace_plan_explorer::app::WhySubject::Cell(party, term));
}

#[test]
fn the_help_menu_shows_what_decides_a_red_line() {
    let mut journey = Start::default().go();
    journey.click(Role::Button, "Help");
    journey.click(Role::Button, how_read::RED_LINES);
    assert!(journey.readable().contains(how_read::RED_LINES_NOT));
}

#[test]
fn the_about_page_says_how_the_readings_were_made() {
    let (mut journey, ..) = read_twice();
    journey.click(Role::Button, "Help");
    journey.click(Role::Button, words::ABOUT);
    let found = journey.state().document.case.how_read().expect("it is worked out").clone();
    let page = journey.readable();
    for text in [how_read::HOW_READ_TEXT, how_read::NOT_ADDED_TEXT, "Two readers coded "] {
        assert!(page.contains(text), "{text}\n{page}");
    }
    if let Some(example) = &found.adding_up {
        let end = how_read::example_end(example);
        assert!(page.contains(&end), "{end}\n{page}");
    }
    journey.apply(Action::CloseDialog);
    journey.apply(Action::Run(peace_plan_explorer::app::Command::Hide));
    journey.apply(Action::Run(peace_plan_explorer::app::Command::RedLines));
    assert!(journey.readable().contains(how_read::EXAMPLE_HIDDEN) && !journey.readable().contains("on no condition"));
    journey.apply(Action::Run(peace_plan_explorer::app::Command::About));
    let page = journey.readable();
    assert!(page.contains(how_read::NOT_ADDED_TEXT) && !page.contains(how_read::BY_PARTY_NOTE), "{page}");
}

#[test]
fn in_large_text_what_counts_otherwise_is_not_cut_off() {
    let mut start = Start { size: [1024.0, 720.0], ..Start::at("reported-idea-full") };
    start.settings.text_size = 200;
    let mut journey = start.go();
    let mut counted = journey.state().document.scenario.counted;
    counted.reading = Reading::Softer;
    journey.apply(Action::Edit(Edit::SetCounted(counted)));
    let said = "Softer reading where readers differ";
    assert!(!journey.painted(said).is_empty(), "{}", journey.readable());
}
