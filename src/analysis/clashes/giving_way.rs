//! Ways out one by one, for questions whose graph of all of them would be too large.
//!
//! Start from a plan, hold on to all that it meets, and take in what can still be met, one after the other: what is left at
//! the end is a way out. Each is exact; that there are no others, or no smaller ones, is not known.

use std::{collections::BTreeSet, ops::ControlFlow};

use super::{
    by_size::Visit,
    eliminate::Variables,
    network::Network,
    search::{Halt, Search},
};
use crate::domain::ValueIx;

/// So many starts in a row that lead to nothing new are enough.
const MAX_VAIN: usize = 64;

/// Visits different ways out until many starts in a row have led to none that is new. `Continue(true)` means that there are
/// no others.
pub(super) fn each_way_out(
    network: &Network<'_>,
    variables: &Variables,
    search: &mut Search<'_>,
    visit: &mut Visit<'_>,
) -> Result<ControlFlow<(), bool>, Halt> {
    let mut found: BTreeSet<Vec<usize>> = BTreeSet::new();
    let (mut turn, mut n_vain) = (0, 0);
    while n_vain < MAX_VAIN {
        let way_out = start(network, variables, turn, search)?;
        turn += 1;
        if way_out.is_empty() {
            return Ok(if visit(&way_out).is_break() { ControlFlow::Break(()) } else { ControlFlow::Continue(true) });
        }
        if found.contains(&way_out) {
            n_vain += 1;
            continue;
        }
        n_vain = 0;
        if visit(&way_out).is_break() {
            return Ok(ControlFlow::Break(()));
        }
        found.insert(way_out);
    }
    Ok(ControlFlow::Continue(false))
}

/// The way out to which a start leads.
fn start(
    network: &Network<'_>,
    variables: &Variables,
    turn: usize,
    search: &mut Search<'_>,
) -> Result<Vec<usize>, Halt> {
    let n_variables = variables.items.len();
    let mut plan = network.bases[turn % network.bases.len()].clone();
    let mut held: Vec<usize> = Vec::new();
    let mut is_held = vec![false; n_variables];
    // The first round of starts holds on to what a plan meets; later ones take in the variables from another place on and in
    // larger strides.
    let is_first_round = turn < network.bases.len();
    let stride = (1..).filter(|stride| is_coprime(*stride, n_variables)).nth(turn / network.bases.len()).unwrap_or(1);
    let order: Vec<usize> = (0..n_variables).map(|place| (place * stride + turn) % n_variables).collect();
    let rounds = if is_first_round { [true, false] } else { [false, false] };
    for met_only in rounds {
        for variable in order.iter().copied() {
            if is_held[variable] {
                continue;
            }
            let with = |held: &[usize]| [held, &variables.items[variable]].concat();
            if !meets(network, &variables.items[variable], &plan) {
                let found = if met_only { None } else { network.plan_meeting(&with(&held), None, turn, search)? };
                let Some(found) = found else { continue };
                plan = found;
            }
            held = with(&held);
            is_held[variable] = true;
        }
    }
    Ok((0..n_variables).filter(|variable| !is_held[*variable]).collect())
}

fn meets(network: &Network<'_>, items: &[usize], plan: &[ValueIx]) -> bool {
    items.iter().all(|item| network.items[*item].demand.is_met_by(plan))
}

fn is_coprime(one: usize, other: usize) -> bool {
    let (mut one, mut other) = (one, other);
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one == 1
}
