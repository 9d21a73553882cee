//! What the searches for other plans say of the shipped dossiers.

use std::collections::BTreeSet;

use peace_plan_explorer::{
    analysis::{
        Basis, CountingRule, FewestChanges, Goal, Index, Permitted, Situation, Space, Stop, Which, Wishes,
        alternatives, fewest_changes, how_many, single_changes,
    },
    domain::{Counted, Dossier, PartyIx, Scenario, TermIx},
    storage::Library,
};
use strum::IntoEnumIterator as _;

/// A scenario of a shipped dossier, with what its analyses need.
fn with<T>(shelf: &str, name: &str, ask: impl FnOnce(Basis<'_>, &Scenario) -> T) -> T {
    let library = Library::shipped();
    let shelf = library.shelf(shelf).unwrap();
    let dossier = &shelf.dossier().unwrap().dossier;
    let scenario = shelf.scenario(name).unwrap().unwrap().scenario;
    let (index, situation) = (Index::new(dossier), Situation::new(dossier, scenario.as_of, scenario.counted));
    ask(Basis { dossier, index: &index, situation: &situation, plan: &scenario.plan }, &scenario)
}

fn changes(dossier: &Dossier, found: &FewestChanges) -> Vec<Vec<String>> {
    let change = |(term, value): &(TermIx, Option<peace_plan_explorer::domain::ValueIx>)| {
        let term = dossier.term(*term);
        format!("{}={}", term.id, value.map_or("", |value| &term.values[value.get()].id))
    };
    found.ways.iter().map(|way| way.changes.iter().map(change).collect()).collect()
}

#[test]
fn the_long_lists_of_belfast_are_lifted_by_one_change() {
    with("belfast-1998", "mitchell-draft-10-april", |basis, scenario| {
        assert_eq!(scenario.as_of.to_string(), "1998-04-10");
        let goal = Goal::RedLines { must_accept_only: true };
        let found = fewest_changes(basis, goal, &Permitted::default(), Stop::never());
        assert_eq!((found.lower, found.upper, found.proven), (0, Some(0), true), "no red line is crossed");
        let party = basis.dossier.parties.iter().position(|party| party.code == "UUP").unwrap();
        let term = basis.dossier.terms.iter().position(|term| term.id == "ns_annexes").unwrap();
        let goal = Goal::Cell(PartyIx::at(party), TermIx::at(term));
        let found = fewest_changes(basis, goal, &Permitted::default(), Stop::never());
        assert_eq!((found.lower, found.upper, found.proven, &found.n_ways), (1, Some(1), true, &Some(1_usize.into())));
        assert_eq!(changes(basis.dossier, &found), [["ns_annexes=false"]]);
    });
}

#[test]
fn two_red_lines_on_one_term_leave_no_way() {
    with("ukraine-2025-01", "russia-terms-june-2024", |basis, _| {
        let goal = Goal::RedLines { must_accept_only: true };
        let found = fewest_changes(basis, goal, &Permitted::default(), Stop::never());
        let blocked = found.blocked.unwrap();
        assert!(found.proven && found.upper.is_none() && blocked.is_minimal);
        let ids: Vec<&str> = blocked.positions.iter().map(|ix| basis.dossier.position(*ix).id.as_str()).collect();
        assert_eq!(ids, ["ru-02a", "ua-11a"]);
    });
}

#[test]
fn at_camp_david_no_plan_met_all_that_was_said_before_the_new_values() {
    let library = Library::shipped();
    let dossier = &library.shelf("camp-david-1978").unwrap().dossier().unwrap().dossier;
    let index = Index::new(dossier);
    let which = Which { red_lines_only: false, must_accept_only: true };
    let terms: Vec<TermIx> = TermIx::all(dossier.terms.len()).collect();
    let on = |day: &str| {
        let day = day.parse().unwrap();
        let situation = Situation::new(dossier, day, Counted::default());
        let space = Space::put_forward_by(dossier, day);
        how_many((dossier, &index, &situation), &terms, &space, which, Stop::never())
    };
    let before = on("1978-09-11");
    assert_eq!(before.contradicting_none, Some(0_usize.into()));
    assert!(before.in_all > Some(0_usize.into()));
    assert!(on("1978-09-17").contradicting_none > Some(0_usize.into()));
}

#[test]
fn every_shipped_scenario_has_its_answers_by_every_rule() {
    let library = Library::shipped();
    for shelf in library.shelves() {
        for name in shelf.scenario_names() {
            with(&shelf.id, name, |basis, _| {
                let mut least = BTreeSet::new();
                for rule in CountingRule::iter() {
                    let found = alternatives(basis, &Wishes { rule, ..Wishes::default() }, Stop::never());
                    assert!(found.proven && found.n_plans.is_some(), "{}/{name} {rule:?}", shelf.id);
                    assert!(found.upper <= Some(found.own.toll) || !found.own_broken_rules.is_empty());
                    assert_eq!(found.plans.iter().map(|one| one.account.toll).max(), found.upper);
                    least.insert(found.plans.first().map(|one| one.account.cells.is_empty()));
                }
                assert_eq!(least.len(), 1, "{}/{name}: nothing to pay by one rule is nothing by the others", shelf.id);
                assert!(single_changes(basis).iter().len() > 0);
            });
        }
    }
}
