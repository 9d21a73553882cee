//! What the analyses of this folder look at.

use crate::{
    analysis::{CellReport, Index, Matrix, Situation, Verdict, cell_report, matrix},
    domain::{Dossier, PartyIx, Plan, PositionIx, Role, TermIx},
};

/// A plan on a day.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// Its compiled demands.
    pub index: &'a Index,
    /// What is in force and counts.
    pub situation: &'a Situation,
    /// The user's plan.
    pub plan: &'a Plan,
}

impl<'a> Basis<'a> {
    /// The same, with another plan.
    #[must_use]
    pub(crate) fn with_plan(self, plan: &'a Plan) -> Self {
        Self { plan, ..self }
    }

    /// All marks and counts.
    #[must_use]
    pub fn matrix(self) -> Matrix {
        matrix(self.dossier, self.index, self.situation, self.plan)
    }

    /// Everything on file for a cell.
    #[must_use]
    pub fn report(self, party: PartyIx, term: TermIx) -> CellReport {
        cell_report(self.dossier, self.index, self.situation, self.plan, (party, term))
    }

    /// The rules that the plan breaks, by their place in the dossier.
    pub(super) fn broken_rules(self) -> Vec<usize> {
        let rules = self.index.rules().iter().enumerate();
        rules
            .filter(|(_, rule)| rule.decide(self.plan).verdict == Verdict::Contradicted)
            .map(|(place, _)| place)
            .collect()
    }

    /// True if the position can turn a cell of this plan into a contradicted one that counts: in force, counted, with a
    /// demand, no mere offer, and about a term of the plan.
    pub(super) fn can_mark(self, ix: PositionIx, must_accept_only: bool) -> bool {
        let position = self.dossier.position(ix);
        self.situation.in_force(ix)
            && self.situation.uncounted(ix).is_none()
            && self.situation.strength(ix).can_be_contradicted()
            && self.index.demand(ix).is_some()
            && position.about.is_some_and(|about| self.plan.get(about).is_some())
            && (!must_accept_only || self.dossier.party(position.party).role == Role::MustAccept)
    }
}
