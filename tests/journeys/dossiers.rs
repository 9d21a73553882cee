//! Every shipped dossier on the screen: all its words can be drawn, and no two things share an id.
//!
//! The harness ends the test where a character is in no font; egui paints such a character where two ids are the same.

use std::sync::Arc;

use eframe::egui::Role;
use peace_plan_explorer::{
    app::{Action, Case, Command, Document, WhySubject},
    domain::{PartyIx, Scenario, TermIx},
    storage::Library,
};

use crate::support::journey::{Journey, Start};

/// Opens the last scenario of a dossier, which is as good as any.
fn open(library: &Library, id: &str) -> Journey {
    let mut journey = Start::at("reported-idea-full").go();
    let shelf = library.shelf(id).expect("it is in the list");
    let file = shelf.dossier().expect("it is tested to be sound");
    let case = Arc::new(Case::new(file.dossier.clone(), file.fingerprint.clone(), true));
    let name = shelf.scenario_names().last().expect("every shipped dossier has one");
    let scenario: Scenario = shelf.scenario(name).expect("it is in the list").expect("it is sound").scenario;
    journey.apply(Action::Opened(Box::new(Document::opened(case, scenario, None)), None));
    journey
}

fn check(id: &str) {
    let mut journey = open(&Library::shipped(), id);
    let dossier = &Arc::clone(&journey.state().document.case).dossier;
    assert_eq!(dossier.id, id);
    let parties = PartyIx::all(dossier.parties.len());
    let terms = TermIx::all(dossier.terms.len());
    // A diagonal through the table meets every party and every term.
    let cells = (0..dossier.parties.len().max(dossier.terms.len())).map(|place| {
        let (party, term) = (place % dossier.parties.len(), place % dossier.terms.len());
        WhySubject::Cell(PartyIx::at(party), TermIx::at(term))
    });
    for subject in parties.map(WhySubject::Party).chain(terms.map(WhySubject::Term)).chain(cells) {
        journey.apply(Action::Why(subject));
        journey.apply(Action::ShowOtherDays(true));
        assert!(journey.why().lines().count() > 3, "{subject:?}");
    }
    for command in [Command::About, Command::Notes] {
        journey.apply(Action::Run(command));
    }
    assert_eq!(journey.nodes(Role::Grid).len(), 1);
}

#[test]
fn ukraine_2025_01() {
    check("ukraine-2025-01");
}

#[test]
fn ukraine_2022_2026() {
    check("ukraine-2022-2026");
}

#[test]
fn belfast_1998() {
    check("belfast-1998");
}

#[test]
fn camp_david_1978() {
    check("camp-david-1978");
}

#[test]
fn cyprus_2004() {
    check("cyprus-2004");
}

#[test]
fn school_trip() {
    check("school-trip");
}

#[test]
fn no_shipped_dossier_is_left_out() {
    let ids: Vec<String> = Library::shipped().shelves().iter().map(|shelf| shelf.id.clone()).collect();
    let tested =
        ["ukraine-2025-01", "ukraine-2022-2026", "belfast-1998", "camp-david-1978", "cyprus-2004", "school-trip"];
    assert_eq!(ids, tested, "add a test for it here");
}
