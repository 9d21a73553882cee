//! Plans at hand: for each position the set of those that meet it, so that most questions whether some positions can be
//! met together are answered by an intersection of bits, without a search.

use super::{
    network::Network,
    search::{Halt, Search},
};
use crate::domain::ValueSet;

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
    /// Starts with plans in which each value of each term occurs, where the rules let it.
    pub(super) fn new(network: &Network<'_>, search: &mut Search<'_>) -> Result<Self, Halt> {
        let mut pool = Self { n_plans: 0, met: vec![PlanSet::default(); network.items.len()] };
        let n_turns = network.domains.iter().map(|domain| domain.len()).max().unwrap_or(1);
        for turn in 0..n_turns.min(MAX_PLANS / 2) {
            let plan = network.turned_plan(turn, search)?;
            pool.add(network, &plan);
        }
        Ok(pool)
    }

    /// Adds a plan, one value a term, if there is room.
    pub(super) fn add(&mut self, network: &Network<'_>, plan: &[ValueSet]) {
        if self.n_plans == MAX_PLANS {
            return;
        }
        let (word, bit) = (self.n_plans / 64, 1 << (self.n_plans % 64));
        for (item, met) in network.items.iter().zip(&mut self.met) {
            if item.is_met_by(plan) {
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
