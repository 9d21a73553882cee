//! Clash sets in no order, for questions too large for a graph of all of them and for looking at them size by size.
//!
//! A map holds which choices of members are not yet explained (MARCO, Liffiton and others 2016). A choice as large as
//! possible is taken from it. If no plan meets it, a clash set is made of it by letting members go, and every choice that
//! contains that is explained; if one does, a way out is made of it, and every choice that leaves all of that out is. An empty
//! map means that all clash sets are found.

use std::ops::ControlFlow;

use super::{
    by_size::Visit,
    eliminate::Variables,
    held::{Answer, Plans},
    network::Network,
    search::{Halt, Search},
};
use crate::analysis::sat::{Lit, Reply, Sat};

/// Visits the clash sets that are not `known` yet, each once. `Continue(())` means that there are no others.
pub(super) fn each_other_clash_set(
    network: &Network<'_>,
    variables: &Variables,
    known: &[Vec<usize>],
    search: &mut Search<'_>,
    visit: &mut Visit<'_>,
) -> Result<ControlFlow<()>, Halt> {
    let mut plans = Plans::new(network, variables, search)?;
    known.iter().for_each(|clash| plans.learn(clash));
    let mut map = Sat::new(search.stop());
    // The solver tries "false" first: choices come out as large as the map lets them.
    let left_out: Vec<Lit> = variables.items.iter().map(|_| map.literal()).collect();
    known.iter().for_each(|set| map.add(set.iter().map(|variable| left_out[*variable])));
    while map.ask(&[])? == Reply::Met {
        let chosen: Vec<usize> = (0..left_out.len()).filter(|variable| !map.is_true(left_out[*variable])).collect();
        match plans.meeting(&plans.literals(&chosen), search)? {
            Answer::Plan(plan) => {
                let way_out = plans.way_out(plan, search)?;
                map.add(way_out.iter().map(|variable| !left_out[*variable]));
            }
            Answer::Clash(enough) => {
                let clash = chosen.into_iter().filter(|variable| enough.contains(&plans.held[*variable])).collect();
                let clash_set = plans.clash_set(clash, search)?;
                if visit(&clash_set).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
                plans.learn(&clash_set);
                map.add(clash_set.iter().map(|variable| left_out[*variable]));
            }
        }
    }
    Ok(ControlFlow::Continue(()))
}
