//! The question which plans contradict the fewest statements.

use std::sync::atomic::AtomicBool;

use crate::{
    analysis::{Account, Alternatives, Mark, Stop, Wishes, alternatives_telling},
    app::Document,
    domain::{PartyIx, Role, Strength, TermIx, ValueIx},
};

/// So many plans are listed when more are asked for.
pub(crate) const MOST_LISTED: usize = 64;

/// The plans, and what their counts are counted of.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What was asked.
    pub wishes: Wishes,
    /// The plans.
    pub found: Alternatives,
    /// Cells that could be contradicted: parties that count times terms in the plan.
    pub n_cells: usize,
    /// Parties that count.
    pub n_parties: usize,
}

/// Works the answer out. It always has one: stopped early it says so. `tell` hears what is known so far.
pub(in crate::app) fn answer(
    wishes: &Wishes,
    document: &Document,
    stop: &AtomicBool,
    tell: &mut dyn FnMut(Answer),
) -> Answer {
    let (dossier, scenario) = (&document.case.dossier, &document.scenario);
    let situation = document.situation();
    let basis = document.basis(&situation);
    let counts = |role: Role| !wishes.must_accept_only || role == Role::MustAccept;
    let n_parties = dossier.parties.iter().filter(|party| counts(party.role)).count();
    let answer =
        |found| Answer { wishes: wishes.clone(), found, n_cells: n_parties * scenario.plan.n_set(), n_parties };
    answer(alternatives_telling(basis, wishes, Stop::when(stop), &mut |part| tell(answer(part))))
}

impl Answer {
    /// The terms in which at least one of the plans listed differs from the user's, in the dossier's order.
    #[must_use]
    pub fn differing(&self) -> Vec<TermIx> {
        let mut terms: Vec<TermIx> = self.found.plans.iter().flat_map(|plan| plan.changed.iter().copied()).collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }

    /// The changes that lead from the user's plan to the `nth` plan listed: what the plan says now and would say.
    #[must_use]
    pub fn changes(&self, document: &Document, nth: usize) -> Vec<(TermIx, Option<ValueIx>, Option<ValueIx>)> {
        let plan = &self.found.plans[nth];
        let change = |term: &TermIx| (*term, document.scenario.plan.get(*term), plan.plan.get(*term));
        plan.changed.iter().map(change).collect()
    }
}

/// The mark of a party that an account contradicts: that of its strongest contradicted position. `None` if it is not.
#[must_use]
pub(crate) fn party_mark(account: &Account, party: PartyIx) -> Option<Mark> {
    let of_party = account.cells.iter().filter(|cell| cell.party == party);
    of_party.map(|cell| cell.strength).min().map(|strength| match strength {
        Strength::RedLine => Mark::RedLine,
        Strength::Opposes => Mark::Opposed,
        Strength::Prefers | Strength::Offers => Mark::Otherwise,
    })
}
