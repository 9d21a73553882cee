//! What `timeline` tells, as text or JSON.

use crate::{
    analysis::{Change, Shift, Timeline, Turn},
    domain::{Date, Dossier, PartyIx, Scenario, TermIx},
};

/// What is asked and what follows.
pub(crate) struct Asked<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Only changes of this term.
    pub term: Option<TermIx>,
    /// Only changes of this party.
    pub party: Option<PartyIx>,
    /// The plan on every day.
    pub line: Timeline,
    /// Two days and what changed from the first to the second.
    pub between: Option<((Date, Date), Turn)>,
}

impl Asked<'_> {
    /// True if the answer is to show a change of this cell.
    #[must_use]
    pub(crate) fn shows(&self, party: PartyIx, term: Option<TermIx>) -> bool {
        self.party.is_none_or(|only| only == party) && self.term.is_none_or(|only| term == Some(only))
    }

    /// The changed cells that are to be shown.
    pub(crate) fn cells<'t>(&self, turn: &'t Turn) -> impl Iterator<Item = &'t Change> {
        turn.cells.iter().filter(|cell| self.shows(cell.party, Some(cell.term)))
    }

    /// The reasons that are to be shown.
    pub(crate) fn shifts<'t>(&self, turn: &'t Turn) -> impl Iterator<Item = &'t Shift> {
        let of = |shift: &&Shift| {
            let position = self.dossier.position(shift.position);
            self.shows(position.party, position.about)
        };
        turn.positions.iter().filter(of)
    }

    /// The number of cells of the table: the denominator of the counts.
    #[must_use]
    pub(crate) fn n_cells(&self) -> usize {
        self.scenario.plan.n_set() * self.dossier.parties.len()
    }
}
