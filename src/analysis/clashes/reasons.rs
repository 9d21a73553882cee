//! What stands behind a clash, and what a way out leads to.

use std::sync::atomic::AtomicBool;

use super::{
    Question,
    search::{Halt, Search, Stopped},
};
use crate::{
    analysis::CompiledDemand,
    domain::{Plan, TermIx},
};

impl<'a> Question<'a> {
    /// The rules, by their place in the dossier, without which the positions asked about could be met together: a minimal
    /// set of them, of several the one that leaves out later rules first. Empty if they clash under no rule at all, or can
    /// be met together under all rules.
    ///
    /// # Errors
    /// [`Stopped`] if somebody asked to `stop`.
    pub fn rules_behind(self, stop: &AtomicBool) -> Result<Vec<usize>, Stopped> {
        let rules = self.index.rules();
        let mut needed: Vec<usize> = (0..rules.len()).collect();
        let can_do_without = |left: &[usize]| Ok(self.solve(left, stop)?.is_none());
        if !can_do_without(&needed)? {
            return Ok(Vec::new());
        }
        for rule in (0..rules.len()).rev() {
            let left: Vec<usize> = needed.iter().copied().filter(|other| *other != rule).collect();
            if can_do_without(&left)? {
                needed = left;
            }
        }
        Ok(needed)
    }

    /// A plan that meets all positions asked about and keeps the rules, if there is one. It says nothing about terms that
    /// neither they nor the rules mention, unless the question fixes them.
    ///
    /// # Errors
    /// [`Stopped`] if somebody asked to `stop`.
    pub fn plan_meeting_all(self, stop: &AtomicBool) -> Result<Option<Plan>, Stopped> {
        self.solve(&(0..self.index.rules().len()).collect::<Vec<_>>(), stop)
    }

    fn solve(self, rules: &[usize], stop: &AtomicBool) -> Result<Option<Plan>, Stopped> {
        let demands = self.positions.iter().filter_map(|ix| self.index.demand(*ix));
        let demands: Vec<&CompiledDemand> =
            demands.chain(rules.iter().map(|rule| &self.index.rules()[*rule])).collect();
        let mut space = self.space.values().to_vec();
        let is_fixed = |term: &TermIx| self.space.values()[term.get()].len() == 1;
        if !Search::unlimited(stop).solve(&demands, &mut space).map_err(Halt::unlimited)? {
            return Ok(None);
        }
        let mut plan = Plan::empty(space.len());
        let fixed = TermIx::all(space.len()).filter(is_fixed);
        for term in demands.iter().flat_map(|demand| demand.terms()).chain(fixed) {
            plan.set(term, space[term.get()].iter().next());
        }
        Ok(Some(plan))
    }
}
