//! The question what would lift a contradiction.

use std::sync::atomic::AtomicBool;

use super::singles::sorted;
use crate::{
    analysis::{Change, FewestChanges, Goal, Matrix, Permitted, Stop, Way, changes, fewest_changes},
    app::Document,
    domain::{PartyIx, TermIx},
};

/// What is to be lifted, and by which changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What is to be lifted.
    pub goal: Goal,
    /// By which changes.
    pub permitted: Permitted,
}

/// The fewest changes, and what they do to the marks.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What was asked.
    pub ask: Ask,
    /// The changes.
    pub found: FewestChanges,
    /// For each way the cells newly contradicted, no longer contradicted and marked otherwise.
    pub effects: Vec<[Vec<Change>; 3]>,
}

/// Works the answer out. It always has one: stopped early it says so.
pub(in crate::app) fn answer(ask: &Ask, document: &Document, stop: &AtomicBool) -> Answer {
    let situation = document.situation();
    let basis = document.basis(&situation);
    let found = fewest_changes(basis, ask.goal, &ask.permitted, Stop::when(stop));
    let before = basis.matrix();
    let effect = |way: &Way| sorted(changes(&before, &basis.with_plan(&way.plan).matrix()));
    let effects = found.ways.iter().map(effect).collect();
    Answer { ask: ask.clone(), found, effects }
}

/// What can be lifted in a plan with these marks: its contradicted cells by party, parties in the dossier's order.
#[must_use]
pub fn contradicted(matrix: &Matrix, n_terms: usize) -> Vec<(PartyIx, Vec<TermIx>)> {
    let of_party = |party: PartyIx| {
        let is_hit = |term: &TermIx| matrix.cell(party, *term).contradicted.is_some();
        (party, TermIx::all(n_terms).filter(is_hit).collect::<Vec<_>>())
    };
    PartyIx::all(matrix.tallies.len()).map(of_party).filter(|(_, terms)| !terms.is_empty()).collect()
}
