//! Plans at hand: for each position the set of those that meet it, so that most questions whether some positions can be
//! met together are answered by an intersection of bits, without a search.

use super::{
    network::Network,
    search::{Halt, Search},
};
use crate::domain::ValueIx;

/// The largest number of plans kept.
const MAX_PLANS: usize = 256;

/// A set of plans of a [`Pool`].
pub(super) type PlanSet = [u64; MAX_PLANS / 64];

/// Plans that keep the rules, and who is met by which.
pub(super) struct Pool {
    n_plans: usize,
    met: Vec<PlanSet>,
}

impl Pool {
    /// Starts with the plans that the network knows.
    pub(super) fn new(network: &Network<'_>) -> Self {
        let mut pool = Self { n_plans: 0, met: vec![PlanSet::default(); network.items.len()] };
        network.bases.iter().take(MAX_PLANS / 2).for_each(|plan| pool.add(network, plan, false));
        pool
    }

    /// Looks for a plan that meets these items, and keeps it at hand.
    pub(super) fn find(
        &mut self,
        network: &Network<'_>,
        items: &[usize],
        search: &mut Search<'_>,
    ) -> Result<Option<Vec<ValueIx>>, Halt> {
        let plan = network.plan_meeting(items, None, self.n_plans, search)?;
        if let Some(plan) = &plan {
            // What rules make rare is asked for again by items under rules, hardly by the others.
            self.add(network, plan, items.iter().any(|item| network.items[*item].is_ruled));
        }
        Ok(plan)
    }

    /// Adds a plan if there is room, for all items or only for those under rules.
    fn add(&mut self, network: &Network<'_>, plan: &[ValueIx], ruled_only: bool) {
        if self.n_plans == MAX_PLANS {
            return;
        }
        let (word, bit) = (self.n_plans / 64, 1 << (self.n_plans % 64));
        for (item, met) in network.items.iter().zip(&mut self.met) {
            if (item.is_ruled || !ruled_only) && item.demand.is_met_by(plan) {
                met[word] |= bit;
            }
        }
        self.n_plans += 1;
    }

    /// The plans at hand that meet an item.
    pub(super) fn meeting(&self, item: usize) -> PlanSet {
        self.met[item]
    }
}

/// The plans of both sets; `None` if there are none.
pub(super) fn common(one: PlanSet, other: PlanSet) -> Option<PlanSet> {
    let both = std::array::from_fn(|word| one[word] & other[word]);
    (both != PlanSet::default()).then_some(both)
}
