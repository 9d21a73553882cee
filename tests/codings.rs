//! One rule of reading for every party: what stands in both dossiers on Ukraine is read alike in both, and the two
//! memoranda of June 2025 are read alike for both sides.

use std::collections::BTreeMap;

use peace_plan_explorer::{
    analysis::Index,
    domain::{Dossier, Position, PositionIx, RedLineBasis, Strength},
    storage::Library,
};

/// Terms of the two dossiers on Ukraine that stand for one subject: of 2022 to 2026, and of January 2025.
const SAME_SUBJECT: [(&str, &str); 12] = [
    ("nato", "nato_delay"),
    ("troops", "peacekeepers"),
    ("crimea", "crimea"),
    ("line", "territory"),
    ("line", "freeze"),
    ("army_cap", "army_cap"),
    ("draft_age", "draft_age"),
    ("sanctions", "sanctions"),
    ("guarantees", "guarantees"),
    ("elections", "elections"),
    ("venue", "venue"),
    ("ceasefire", "order"),
];

fn shipped(id: &str) -> Dossier {
    let library = Library::shipped();
    library.shelf(id).unwrap().dossier().as_ref().unwrap().dossier.clone()
}

/// What a speaker said on a day about a term, and how firm the firmest reading of it is, with the ids of the positions.
type Said = BTreeMap<(String, String, String), (Strength, Vec<String>)>;

fn said(dossier: &Dossier) -> Said {
    let index = Index::new(dossier);
    let mut said = Said::new();
    for ix in PositionIx::all(dossier.positions.len()) {
        let (position, Some(demand)) = (dossier.position(ix), index.demand(ix)) else { continue };
        for statement in position.statements.iter().map(|statement| dossier.statement(*statement)) {
            for term in demand.terms() {
                let key = (statement.speaker.clone(), statement.said.to_string(), dossier.term(term).id.clone());
                let (strength, ids) = said.entry(key).or_insert((Strength::Offers, Vec::new()));
                *strength = (*strength).min(position.strength);
                ids.push(position.id.clone());
            }
        }
    }
    said
}

#[test]
fn what_stands_in_both_dossiers_on_ukraine_is_read_alike() {
    let (long, short) = (said(&shipped("ukraine-2022-2026")), said(&shipped("ukraine-2025-01")));
    let mut shared = 0;
    let mut unlike = Vec::new();
    for ((speaker, day, term), (strength, ids)) in &long {
        for (_, other) in SAME_SUBJECT.iter().filter(|(one, _)| one == term) {
            let Some((there, their_ids)) = short.get(&(speaker.clone(), day.clone(), (*other).to_owned())) else {
                continue;
            };
            shared += 1;
            if strength != there {
                unlike.push(format!("{speaker}, {day}, {term}: {strength:?} {ids:?}, {there:?} {their_ids:?}"));
            }
        }
    }
    assert!(unlike.is_empty(), "{unlike:#?}");
    assert!(shared >= 15, "only {shared} shared statements found");
}

#[test]
fn the_two_memoranda_of_june_2025_are_read_by_one_rule() {
    let dossier = shipped("ukraine-2022-2026");
    for memorandum in ["tl-ru-11", "tl-ua-10"] {
        let from_it = |position: &&Position| {
            let cites = |ix| dossier.statement(ix).id == memorandum;
            position.demand.is_some() && position.statements.iter().copied().any(cites)
        };
        let items: Vec<&Position> = dossier.positions.iter().filter(from_it).collect();
        assert!(items.len() >= 10, "{memorandum}");
        for item in items {
            // A memorandum asks. Only an item that its own words make a condition is more than that.
            let condition = (Strength::RedLine, Some(RedLineBasis::Condition));
            let read = (item.strength, item.coding.basis);
            assert!(read == (Strength::Prefers, None) || read == condition, "{}: {read:?}", item.id);
        }
    }
}
