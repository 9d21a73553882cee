//! What a scenario asks: which plans and which positions.

use super::{Question, Space, Which, countable};
use crate::{
    analysis::{Index, Situation},
    domain::{Dossier, PartyIx, PositionIx, Scenario},
};

/// The plans and positions that a scenario asks about, on its day and with its choice of statements that count.
#[derive(Clone, Debug)]
pub struct Setting {
    /// What is in force and counts.
    pub situation: Situation,
    /// The plans asked about.
    pub space: Space,
    /// The same without what the scenario's plan fixes.
    pub whatever: Space,
    /// The positions asked about.
    pub positions: Vec<PositionIx>,
}

impl Setting {
    /// `on_plan` keeps to the plans that say what the scenario's plan says.
    #[must_use]
    pub fn new(dossier: &Dossier, index: &Index, scenario: &Scenario, on_plan: bool, which: Which) -> Self {
        let situation = Situation::new(dossier, scenario.as_of, scenario.counted);
        let whatever = Space::put_forward_by(dossier, scenario.as_of);
        let space = if on_plan { whatever.clone().on_plan(&scenario.plan) } else { whatever.clone() };
        let positions = countable(dossier, index, &situation, which);
        Self { situation, space, whatever, positions }
    }

    /// The question about all its positions.
    #[must_use]
    pub fn question<'a>(&'a self, dossier: &'a Dossier, index: &'a Index) -> Question<'a> {
        Question { dossier, index, space: &self.space, positions: &self.positions }
    }

    /// How many positions of each party are asked about.
    #[must_use]
    pub fn n_asked(&self, dossier: &Dossier) -> Vec<usize> {
        let of = |party: PartyIx| self.positions.iter().filter(|ix| dossier.position(**ix).party == party).count();
        PartyIx::all(dossier.parties.len()).map(of).collect()
    }
}
