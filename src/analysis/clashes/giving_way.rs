//! Ways out one by one, for questions whose graph of all of them would be too large.
//!
//! Start from a plan, hold on to all that it meets, and ask for a plan that meets one more as well until there is none: what
//! is left is a way out (Marques-Silva and others 2013). What is known to clash, pairs beforehand and the solver's reasons on
//! the way, need not be asked again. The next plan has to hold one of each that gave way. That is tried with a few of them, so
//! that the solver starts near the last plan; when it does not help, it is asked of all, and when that is impossible, all
//! ways out are found.

use std::ops::ControlFlow;

use super::{
    by_size::Visit,
    eliminate::Variables,
    held::{Answer, Plans},
    network::Network,
    pairs::clashing_variables,
    search::{Halt, Search},
};
use crate::domain::ValueIx;

/// So many times one of those that gave way is held on trial.
const TRIALS: usize = 8;

/// Visits the ways out, each once. `Continue(())` means that there are no others.
pub(super) fn each_way_out(
    network: &Network<'_>,
    variables: &Variables,
    search: &mut Search<'_>,
    visit: &mut Visit<'_>,
) -> Result<ControlFlow<()>, Halt> {
    let mut plans = Plans::new(network, variables, search)?;
    clashing_variables(network, variables, search)?.iter().for_each(|clash| plans.learn(clash));
    let mut found = Found { ways_out: Vec::new(), n_wanted: 0 };
    while let Some(plan) = found.next(&mut plans, search)? {
        let way_out = plans.way_out(plan, search)?;
        if visit(&way_out).is_break() {
            return Ok(ControlFlow::Break(()));
        }
        found.ways_out.push(way_out);
    }
    Ok(ControlFlow::Continue(()))
}

/// The ways out found so far.
struct Found {
    ways_out: Vec<Vec<usize>>,
    /// For so many of the first it is written down that one of their members is to be held.
    n_wanted: usize,
}

impl Found {
    /// A plan that holds one of each way out, if there is one.
    fn next(&mut self, plans: &mut Plans<'_, '_, '_>, search: &mut Search<'_>) -> Result<Option<Vec<ValueIx>>, Halt> {
        let mut held: Vec<usize> = Vec::new();
        let mut missed = self.ways_out.last();
        for trial in 0..TRIALS {
            let Some(way_out) = missed.filter(|way_out| !way_out.is_empty()) else { break };
            held.push(way_out[(self.ways_out.len() + trial) % way_out.len()]);
            match plans.meeting(&plans.literals(&held), search)? {
                Answer::Plan(plan) => {
                    let is_missed = |way_out: &&Vec<usize>| !way_out.iter().any(|member| plans.is_met(*member, &plan));
                    missed = self.ways_out.iter().rev().find(is_missed);
                    if missed.is_none() {
                        return Ok(Some(plan));
                    }
                }
                Answer::Clash(_) => {
                    held.pop();
                }
            }
        }
        // If nobody has to give way, this rules out everything.
        self.ways_out[self.n_wanted..].iter().for_each(|way_out| plans.want_one(way_out));
        self.n_wanted = self.ways_out.len();
        Ok(match plans.meeting(&[], search)? {
            Answer::Plan(plan) => Some(plan),
            Answer::Clash(_) => None,
        })
    }
}
