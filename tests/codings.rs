//! One rule of reading for every party: what stands in both dossiers on Ukraine is read alike in both, and the two
//! memoranda of June 2025 are read alike for both sides.

use std::collections::BTreeMap;

use peace_plan_explorer::{
    analysis::Index,
    domain::{Dossier, Position, PositionIx, RedLineBasis, Strength},
    storage::Library,
};

/// What the terms of the two dossiers on Ukraine are about. Where the armies stand and whose land it is are terms of their
/// own in one dossier and one term in the other.
fn subject(term: &str) -> Option<&'static str> {
    Some(match term {
        "nato" | "nato_delay" => "NATO",
        "troops" | "peacekeepers" => "foreign troops",
        "crimea" => "Crimea",
        "line" | "donbas" | "south" | "territory" | "freeze" => "land",
        "army_cap" => "army",
        "draft_age" => "draft age",
        "sanctions" => "sanctions",
        "guarantees" => "guarantees",
        "elections" => "elections",
        "venue" => "venue",
        "ceasefire" | "order" => "order of steps",
        _ => return None,
    })
}

fn shipped(id: &str) -> Dossier {
    let library = Library::shipped();
    library.shelf(id).unwrap().dossier().as_ref().unwrap().dossier.clone()
}

/// What a speaker said on a day about a subject, and how firm the firmest reading of it is, with the ids of the positions.
type Said = BTreeMap<(String, String, &'static str), (Strength, Vec<String>)>;

fn said(dossier: &Dossier) -> Said {
    let index = Index::new(dossier);
    let mut said = Said::new();
    for ix in PositionIx::all(dossier.positions.len()) {
        let (position, Some(demand)) = (dossier.position(ix), index.demand(ix)) else { continue };
        // The strongest statement stands first and gives the strength; those after it say the same less firmly.
        for statement in position.statements.iter().take(1).map(|statement| dossier.statement(*statement)) {
            for subject in demand.terms().filter_map(|term| subject(&dossier.term(term).id)) {
                let key = (statement.speaker.clone(), statement.said.to_string(), subject);
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
    for (said @ (speaker, day, subject), (strength, ids)) in &long {
        let Some((there, their_ids)) = short.get(said) else { continue };
        shared += 1;
        if strength != there {
            unlike.push(format!("{speaker}, {day}, {subject}: {strength:?} {ids:?}, {there:?} {their_ids:?}"));
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
            let cites = |ix| dossier.statement(ix).id.starts_with(memorandum);
            position.demand.is_some() && position.statements.iter().copied().any(cites)
        };
        let items: Vec<&Position> = dossier.positions.iter().filter(from_it).collect();
        assert!(items.len() >= 10, "{memorandum}");
        for item in items {
            // A memorandum asks. Only an item with words of its own is more than that, and a red line only by a condition.
            let has_words = !item.coding.because.is_empty();
            match item.strength {
                Strength::Prefers | Strength::Offers => {}
                Strength::Opposes => assert!(has_words, "{}", item.id),
                Strength::RedLine => {
                    assert!(has_words && item.coding.basis == Some(RedLineBasis::Condition), "{}", item.id);
                }
            }
        }
    }
}
