//! The least cost by proofs that some costs cannot all be avoided, for problems whose tables would grow too large.
//!
//! All is assumed to be free. As long as that is impossible, the solver names a few costs of which one must be paid; from
//! then on it is assumed that no more than one of them is, then no more than two (OLL, Andres and others 2012; Morgado,
//! Dodaro and Marques-Silva 2014). Units that outweigh all of the next kind together are settled one kind after the other.

use std::{cmp::Reverse, collections::HashMap, ops::Range};

use super::{
    Cost,
    clauses::{Clauses, Kind},
    exclusive,
    problem::Problem,
    solved::Solved,
};
use crate::analysis::{
    Stop, Stopped,
    sat::{Lit, Reply, Sum},
};

/// A set of costs is made smaller by looking for so many conflicts for each of them.
const CONFLICTS: u64 = 50;
/// Only sets of at most so many costs are made smaller one by one.
const FEW: usize = 200;
/// Of sets of at least so many costs it is tried with so many conflicts whether more than one must be paid at once (core
/// exhaustion, Ansótegui and others 2013); the largest are seen late, and seldom cost only one.
const MANY: usize = 8;
const EXHAUSTING: u64 = 300;

/// A problem whose least cost is looked for.
pub(super) struct Cores<'c, 'p, 's> {
    problem: &'c Problem<'p>,
    stop: Stop<'s>,
    pub(super) clauses: Clauses<'c, 'p, 's>,
    /// The least cost of the kinds that are settled, and what is known of the one that is being looked at.
    pub(super) lower: Cost,
    /// What is assumed to be free, so that no more than that is paid.
    pub(super) assumed: Vec<Lit>,
    /// What is to be paid for in the last kind, and how much of it is.
    pub(super) last_kind: Vec<Lit>,
    pub(super) n_last_paid: usize,
    sums: Vec<Sum>,
    /// For what is assumed of a sum: which, and the number that it must not reach.
    bound: HashMap<Lit, (usize, usize)>,
}

impl<'c, 'p, 's> Cores<'c, 'p, 's> {
    pub(super) fn new(problem: &'c Problem<'p>, stop: Stop<'s>) -> Result<Self, Stopped> {
        let clauses = Clauses::new(problem, stop)?;
        let lower = clauses.kinds.iter().map(|kind| kind.unit * cost(kind.constant)).sum();
        let last_kind = clauses.kinds.last().map(Kind::free).unwrap_or_default();
        let (assumed, sums, bound) = (Vec::new(), Vec::new(), HashMap::new());
        Ok(Self { problem, stop, clauses, lower, assumed, last_kind, n_last_paid: 0, sums, bound })
    }

    /// Looks for the least cost but for minor bits; what is found out on the way goes into `solved`. False if everything is
    /// ruled out.
    pub(super) fn least(&mut self, solved: &mut Solved, tell: &mut dyn FnMut(&Solved)) -> Result<bool, Stopped> {
        if self.n_major() == 0 {
            let is_met = self.clauses.ask(&[])? == Reply::Met;
            if is_met {
                self.offer(solved, tell);
            }
            return Ok(is_met);
        }
        self.settle_kinds(0..self.n_major(), solved, tell)
    }

    /// The same for the minor bits, once the rest is settled.
    pub(super) fn least_minor(&mut self, solved: &mut Solved, tell: &mut dyn FnMut(&Solved)) -> Result<bool, Stopped> {
        self.settle_kinds(self.n_major()..self.clauses.kinds.len(), solved, tell)
    }

    /// The kinds of units that are above the minor bits.
    fn n_major(&self) -> usize {
        self.clauses.kinds.iter().filter(|kind| kind.unit >> self.problem.minor_bits > 0).count()
    }

    fn settle_kinds(
        &mut self,
        kinds: Range<usize>,
        solved: &mut Solved,
        tell: &mut dyn FnMut(&Solved),
    ) -> Result<bool, Stopped> {
        for kind in kinds {
            // What is settled stays so.
            for literal in self.assumed.drain(..) {
                self.clauses.sat.add([literal]);
            }
            self.bound.clear();
            self.n_last_paid = 0;
            let unit = self.clauses.kinds[kind].unit;
            self.assumed = self.clauses.kinds[kind].free();
            self.pay_exclusive(kind, unit)?;
            solved.lower = solved.lower.max(self.lower);
            if !self.settle(unit, solved, tell)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Pays for what the tables alone show: where costs exclude each other's being avoided, all but one of them.
    fn pay_exclusive(&mut self, kind: usize, unit: Cost) -> Result<(), Stopped> {
        let unpaid = std::mem::take(&mut self.clauses.kinds[kind].unpaid);
        let exclusive::Seen { never, groups } = exclusive::seen(&unpaid, self.problem, self.stop)?;
        for free in never.into_iter().map(|place| unpaid[place].free) {
            self.clauses.sat.add([!free]);
            self.assumed.retain(|assumed| *assumed != free);
            self.lower += unit;
            self.n_last_paid += 1;
        }
        for group in groups {
            let one = self.clauses.sat.follower();
            let group: Vec<Lit> = group.iter().map(|place| unpaid[*place].free).collect();
            self.clauses.sat.add(group.iter().copied().chain([!one]));
            self.assumed.retain(|free| !group.contains(free));
            self.assumed.push(one);
            self.lower += unit * cost(group.len() - 1);
            self.n_last_paid += group.len() - 1;
        }
        Ok(())
    }

    /// Finds out how many units of a kind must be paid.
    fn settle(&mut self, unit: Cost, solved: &mut Solved, tell: &mut dyn FnMut(&Solved)) -> Result<bool, Stopped> {
        // Sums are looked at when there is nothing left to find among the others.
        let mut waiting = Vec::new();
        loop {
            if solved.upper.as_ref().is_some_and(|(cost, _)| cost / unit <= self.lower / unit) {
                // What was found costs no more: all that is assumed can be had.
                self.assumed.append(&mut waiting);
                return Ok(true);
            }
            let assumed = self.assumed.clone();
            match self.clauses.ask(&assumed)? {
                Reply::Unmet(core) if core.is_empty() => return Ok(false),
                Reply::Unmet(core) => {
                    let core = self.smaller(core)?;
                    let n_paid = self.pay(&core, &mut waiting)?;
                    self.lower += unit * cost(n_paid);
                    self.n_last_paid += n_paid;
                    solved.lower = solved.lower.max(self.lower);
                }
                _ => {
                    self.offer(solved, tell);
                    if waiting.is_empty() {
                        return Ok(true);
                    }
                    self.assumed.append(&mut waiting);
                }
            }
        }
    }

    /// Offers the assignment found last.
    fn offer(&self, solved: &mut Solved, tell: &mut dyn FnMut(&Solved)) {
        let values = self.clauses.assignment();
        let had = solved.upper.as_ref().map(|(cost, _)| *cost);
        solved.offer(self.problem.cost(&values), &values);
        if solved.upper.as_ref().map(|(cost, _)| *cost) != had {
            tell(solved);
        }
    }

    /// Fewer assumptions that cannot be met together either.
    fn smaller(&mut self, mut core: Vec<Lit>) -> Result<Vec<Lit>, Stopped> {
        loop {
            let before = core.len();
            if before > 1
                && let Reply::Unmet(fewer) = self.clauses.sat.ask_within(&core, CONFLICTS)?
                && fewer.len() < before
            {
                core = fewer;
            } else {
                break;
            }
        }
        // What was written last is left out first: what sums say is harder to prove than what tables say.
        core.sort_unstable_by_key(|literal| Reverse(*literal));
        let mut place = 0;
        while core.len() > 1 && core.len() <= FEW && place < core.len() {
            let without: Vec<Lit> =
                core.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, one)| *one).collect();
            match self.clauses.sat.ask_within(&without, CONFLICTS)? {
                // What was looked at before is still needed.
                Reply::Unmet(fewer) => core.retain(|literal| fewer.contains(literal)),
                _ => place += 1,
            }
        }
        Ok(core)
    }

    /// Of these assumptions as few are given up as is known; returns how many.
    fn pay(&mut self, core: &[Lit], waiting: &mut Vec<Lit>) -> Result<usize, Stopped> {
        self.assumed.retain(|literal| !core.contains(literal));
        for literal in core {
            if let Some((sum, n)) = self.bound.remove(literal) {
                self.assume_below(sum, n + 1, waiting);
            }
        }
        let mut n_paid = 1;
        match core {
            [only] => self.clauses.sat.add([!*only]),
            _ => {
                self.clauses.sat.add(core.iter().map(|literal| !*literal));
                let mut sum = Sum::new(core.iter().map(|literal| !*literal));
                while core.len() >= MANY
                    && let Some(more) = sum.at_least(n_paid + 1, &mut self.clauses.sat)
                    && matches!(self.clauses.sat.ask_within(&[!more], EXHAUSTING)?, Reply::Unmet(_))
                {
                    n_paid += 1;
                }
                self.sums.push(sum);
                self.assume_below(self.sums.len() - 1, n_paid + 1, waiting);
            }
        }
        Ok(n_paid)
    }

    fn assume_below(&mut self, sum: usize, n: usize, waiting: &mut Vec<Lit>) {
        if let Some(reached) = self.sums[sum].at_least(n, &mut self.clauses.sat) {
            self.bound.insert(!reached, (sum, n));
            waiting.push(!reached);
        }
    }
}

/// A number of units as a cost.
fn cost(n: usize) -> Cost {
    Cost::try_from(n).unwrap_or(Cost::MAX)
}
