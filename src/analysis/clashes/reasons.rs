//! What stands behind a clash, and what a way out leads to.

use std::cell::Cell;

use super::{
    Question, Space,
    search::{Halt, Search},
};
use crate::{
    analysis::{CompiledDemand, Stop, Stopped},
    domain::{Plan, TermIx},
};

/// Why some positions exclude each other, besides what they ask for: what could not be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Behind {
    /// The rules, by their place in the dossier.
    pub rules: Vec<usize>,
    /// The terms that the plan fixes.
    pub fixed: Vec<TermIx>,
}

/// Steps that take a fraction of a second: reasons are small questions as a rule.
const SOON: u64 = 1 << 16;

impl<'a> Question<'a> {
    /// What of the plan and which rules the positions asked about need to exclude each other: a minimal set of terms, of
    /// several the one that leaves out later terms first, and then a minimal set of rules. `whatever` is the space without
    /// the plan. Empty if they exclude each other by themselves, or can be met together.
    ///
    /// # Errors
    /// [`Stopped`] if somebody asked to `stop`.
    pub fn behind(self, whatever: &Space, stop: Stop<'_>) -> Result<Behind, Stopped> {
        if self.plan_meeting_all(stop)?.is_some() {
            return Ok(Behind::default());
        }
        let terms = TermIx::all(self.space.values().len());
        let mut fixed: Vec<TermIx> =
            terms.filter(|term| self.space.values()[term.get()] != whatever.values()[term.get()]).collect();
        let mut space = self.space.clone();
        for term in fixed.clone().into_iter().rev() {
            let wider = space.clone().widened(term, whatever);
            if (Question { space: &wider, ..self }).plan_meeting_all(stop)?.is_none() {
                fixed.retain(|other| *other != term);
                space = wider;
            }
        }
        Ok(Behind { rules: Question { space: &space, ..self }.rules_behind(stop)?, fixed })
    }

    /// The same in so many steps that nobody waits for it; `None` if that is not enough.
    #[must_use]
    pub(crate) fn behind_soon(self, whatever: &Space) -> Option<Behind> {
        let steps = Cell::new(SOON);
        self.behind(whatever, Stop::never().or_after(&steps)).ok()
    }

    /// The rules, by their place in the dossier, without which the positions asked about could be met together: a minimal
    /// set of them, of several the one that leaves out later rules first. Empty if they clash under no rule at all, or can
    /// be met together under all rules.
    ///
    /// # Errors
    /// [`Stopped`] if somebody asked to `stop`.
    pub(crate) fn rules_behind(self, stop: Stop<'_>) -> Result<Vec<usize>, Stopped> {
        let rules = self.index.rules();
        // Most positions exclude each other by themselves.
        if self.solve(&[], stop)?.is_none() {
            return Ok(Vec::new());
        }
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
    pub fn plan_meeting_all(self, stop: Stop<'_>) -> Result<Option<Plan>, Stopped> {
        self.solve(&(0..self.index.rules().len()).collect::<Vec<_>>(), stop)
    }

    /// Of the plans that [`Self::plan_meeting_all`] looks among, one that keeps as much of `near` as it can, earlier terms
    /// first: whatever it says otherwise, it cannot keep as well.
    ///
    /// # Errors
    /// [`Stopped`] if somebody asked to `stop`.
    pub(crate) fn plan_near(self, near: &Plan, stop: Stop<'_>) -> Result<Option<Plan>, Stopped> {
        let Some(mut found) = self.plan_meeting_all(stop)? else { return Ok(None) };
        let mut space = self.space.clone();
        for (term, value) in near.iter() {
            let Some(value) = value.filter(|value| space.values()[term.get()].contains(*value)) else { continue };
            let mut kept = Plan::empty(space.values().len());
            kept.set(term, Some(value));
            let narrower = space.clone().on_plan(&kept);
            if let Some(other) = (Question { space: &narrower, ..self }).plan_meeting_all(stop)? {
                (found, space) = (other, narrower);
            }
        }
        Ok(Some(found))
    }

    fn solve(self, rules: &[usize], stop: Stop<'_>) -> Result<Option<Plan>, Stopped> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::clashes::fixture::{Case, implies, is};

    const GO: Stop<'static> = Stop::never();

    #[test]
    fn what_of_the_plan_and_which_rules_are_needed_is_told() {
        let case = || Case::new(&[2; 5]).red_line(0, implies(is(0, 0), is(1, 0))).red_line(1, is(2, 1));
        let case = case().rule(implies(is(3, 0), is(4, 0))).rule(implies(is(1, 0), is(2, 0)));
        let free = case.build();
        let whatever = free.space.clone();
        assert_eq!(free.question().behind(&whatever, GO), Ok(Behind::default()));
        let on_plan = free.on_plan(&[(0, 0), (3, 0), (4, 0)]);
        let behind = on_plan.question().behind(&whatever, GO);
        assert_eq!(behind, Ok(Behind { rules: vec![1], fixed: vec![TermIx(0)] }));
    }

    #[test]
    fn what_excludes_by_itself_needs_neither_plan_nor_rule() {
        let asked = Case::new(&[2, 2]).red_line(0, is(0, 0)).red_line(1, is(0, 1)).rule(implies(is(0, 0), is(1, 0)));
        let asked = asked.build();
        let whatever = asked.space.clone();
        let on_plan = asked.on_plan(&[(0, 0), (1, 0)]);
        assert_eq!(on_plan.question().behind(&whatever, GO), Ok(Behind::default()));
    }
}
