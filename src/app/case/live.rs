//! What a position makes of the plan that is open, and of all plans on its terms: the row under its form.

use crate::{
    analysis::Verdict,
    app::State,
    domain::{Plan, PositionIx, ValueIx},
};

/// So many plans are gone through for it; of more no count is shown.
const MOST: usize = 4_096;

/// What is shown under the form of a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Live {
    /// What the plan does to its demand.
    pub verdict: Verdict,
    /// How many plans on its terms meet it, and how many there are; `None` if they are too many to go through.
    pub plans: Option<(usize, usize)>,
}

impl State {
    /// What stands under the form of the position with this id. `None` if it asks nothing, is not in the table as it stands,
    /// or may not be seen.
    #[must_use]
    pub fn live(&self, id: &str) -> Option<Live> {
        let place = self.dossier().positions.iter().position(|position| position.id == id)?;
        let position = PositionIx::at(place);
        if self.hides(self.dossier().position(position).party) {
            return None;
        }
        let demand = self.document.case.index.demand(position)?;
        let verdict = demand.decide(self.plan()).verdict;
        let sizes: Vec<_> = demand.terms().map(|term| (term, self.dossier().term(term).values.len())).collect();
        let all = sizes.iter().try_fold(1_usize, |all, (_, n)| all.checked_mul(*n)).filter(|all| *all <= MOST);
        let plans = all.map(|all| {
            let mut plan = Plan::empty(self.dossier().terms.len());
            let is_met = |nth: &usize| {
                let mut rest = *nth;
                for (term, n) in &sizes {
                    plan.set(*term, Some(ValueIx::at(rest % n)));
                    rest /= n;
                }
                demand.decide(&plan).verdict == Verdict::Met
            };
            ((0..all).filter(is_met).count(), all)
        });
        Some(Live { verdict, plans })
    }
}
