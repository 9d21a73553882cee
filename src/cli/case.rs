//! A scenario with everything that follows from it.

use crate::{
    analysis::{CellReport, Index, Matrix, Situation, cell_report, matrix},
    domain::{Dossier, PartyIx, Role, Scenario, TermIx, ValueIx},
};

/// A scenario, its dossier, and the marks.
#[derive(Debug)]
pub(super) struct Case<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The marks and counts.
    pub matrix: Matrix,
    index: Index,
    situation: Situation,
}

impl<'a> Case<'a> {
    /// Works out the marks.
    #[must_use]
    pub(super) fn new(dossier: &'a Dossier, scenario: &'a Scenario) -> Self {
        let index = Index::new(dossier);
        let situation = Situation::new(dossier, scenario.as_of, scenario.counted);
        let matrix = matrix(dossier, &index, &situation, &scenario.plan);
        Self { dossier, scenario, matrix, index, situation }
    }

    /// The terms in the plan with their values, in the dossier's order.
    pub(super) fn in_plan(&self) -> impl Iterator<Item = (TermIx, ValueIx)> + '_ {
        self.scenario.plan.iter().filter_map(|(term, value)| Some((term, value?)))
    }

    /// Everything on file for a cell.
    #[must_use]
    pub(super) fn cell_report(&self, party: PartyIx, term: TermIx) -> CellReport {
        cell_report(self.dossier, &self.index, &self.situation, &self.scenario.plan, (party, term))
    }

    /// The parties of each role that has any, A to Z by code.
    #[must_use]
    pub(super) fn parties_by_role(&self) -> Vec<(Role, Vec<PartyIx>)> {
        let of_role = |role| {
            let all = PartyIx::all(self.dossier.parties.len());
            let mut parties: Vec<PartyIx> = all.filter(|ix| self.dossier.party(*ix).role == role).collect();
            parties.sort_by_key(|ix| &self.dossier.party(*ix).code);
            (role, parties)
        };
        let roles = [Role::MustAccept, Role::Affected, Role::Outside];
        roles.into_iter().map(of_role).filter(|(_, parties)| !parties.is_empty()).collect()
    }

    /// All parties, role by role, A to Z by code.
    #[must_use]
    pub(super) fn parties(&self) -> Vec<PartyIx> {
        self.parties_by_role().into_iter().flat_map(|(_, parties)| parties).collect()
    }
}
