//! What a demand is worth over all plans at once: for the check that somebody could meet it and somebody fail it.

use super::{Body, CompiledDemand, Table, Verdict};

impl CompiledDemand {
    /// The verdict that all plans which set every term of the demand share: `Met` if every plan meets it, `Contradicted`
    /// if none does, else `Undecided`.
    #[must_use]
    pub fn over_all_plans(&self) -> Verdict {
        match &self.body {
            Body::Table(Table { demand, premise, all, .. }) => {
                let free = premise.as_ref().map(|premise| premise.iter().map(|bits| !bits));
                let free = free.into_iter().flatten().chain(std::iter::repeat(0));
                let met = || demand.iter().zip(free.clone()).map(|(demand, free)| demand | free).zip(all);
                Verdict::of(if met().all(|(met, all)| met & all == *all) {
                    Some(true)
                } else {
                    met().all(|(met, all)| met & all == 0).then_some(false)
                })
            }
            Body::Diagram(diagram) => Verdict::of(diagram.within(&vec![u128::MAX; self.terms.len()])),
        }
    }
}
