//! A plan on a day, judged: the one way from a dossier and a scenario to the marks.

use std::borrow::Cow;

use crate::{
    analysis::{Basis, CellReport, Index, Matrix, Situation, matrix},
    domain::{Dossier, PartyIx, Scenario, TermIx, ValueIx},
};

/// A scenario with what follows from it.
#[derive(Clone, Debug)]
pub struct Judged<'c> {
    /// The dossier.
    pub dossier: &'c Dossier,
    /// Its compiled demands.
    pub index: Cow<'c, Index>,
    /// The scenario.
    pub scenario: &'c Scenario,
    /// What is in force and counts.
    pub situation: Situation,
    /// The marks and counts.
    pub matrix: Matrix,
}

impl<'c> Judged<'c> {
    /// Compiles the demands and works the marks out.
    #[must_use]
    pub fn new(dossier: &'c Dossier, scenario: &'c Scenario) -> Self {
        Self::made(dossier, Cow::Owned(Index::new(dossier)), scenario)
    }

    /// The same with demands that are compiled already.
    #[must_use]
    pub fn with_index(dossier: &'c Dossier, index: &'c Index, scenario: &'c Scenario) -> Self {
        Self::made(dossier, Cow::Borrowed(index), scenario)
    }

    fn made(dossier: &'c Dossier, index: Cow<'c, Index>, scenario: &'c Scenario) -> Self {
        let situation = Situation::new(dossier, scenario.as_of, scenario.counted);
        let matrix = matrix(dossier, &index, &situation, &scenario.plan);
        Self { dossier, index, scenario, situation, matrix }
    }

    /// What the analyses of other plans look at.
    #[must_use]
    pub fn basis(&self) -> Basis<'_> {
        Basis { dossier: self.dossier, index: &self.index, situation: &self.situation, plan: &self.scenario.plan }
    }

    /// The terms in the plan with their values, in the dossier's order.
    pub fn in_plan(&self) -> impl Iterator<Item = (TermIx, ValueIx)> + '_ {
        self.scenario.plan.iter().filter_map(|(term, value)| Some((term, value?)))
    }

    /// Everything on file for a cell.
    #[must_use]
    pub fn report(&self, party: PartyIx, term: TermIx) -> CellReport {
        self.basis().report(party, term)
    }
}
