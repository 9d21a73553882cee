//! Ways out one by one, for questions whose graph of all of them would be too large.
//!
//! Start from a plan, hold on to all that it meets, and ask for a plan that meets one more as well until there is none: what
//! is left is a way out (Marques-Silva and others 2013, clause D). From then on one of those that gave way has to be held; when
//! that is impossible, all ways out are found.

use std::ops::ControlFlow;

use super::{
    by_size::Visit,
    eliminate::Variables,
    held::{Answer, Plans},
    network::Network,
    search::{Halt, Search},
};

/// Visits the ways out, each once. `Continue(())` means that there are no others.
pub(super) fn each_way_out(
    network: &Network<'_>,
    variables: &Variables,
    search: &mut Search<'_>,
    visit: &mut Visit<'_>,
) -> Result<ControlFlow<()>, Halt> {
    let mut plans = Plans::new(network, variables, search);
    while let Answer::Plan(plan) = plans.meeting(&[], search)? {
        let way_out = plans.way_out(plan, search)?;
        if visit(&way_out).is_break() {
            return Ok(ControlFlow::Break(()));
        }
        // If nobody has to give way, this rules out everything.
        plans.sat.add(plans.literals(&way_out));
    }
    Ok(ControlFlow::Continue(()))
}
