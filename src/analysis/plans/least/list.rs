//! The least cost, and the assignments that reach a cost, in order.

use super::{
    Cost, FORBIDDEN, Halted,
    descend::{Frame, Solver},
    is_forbidden,
    order::Order,
    problem::{Problem, Table},
    reduce::Kept,
    solved::Solved,
    walk::Walk,
};
use crate::analysis::{Count, Stop};

/// With so few entries of tables nothing is gained by leaving values out beforehand.
const FEW: usize = 1 << 12;

/// Who may ask to stop, and who hears what is known so far.
type Whom<'w> = (Stop<'w>, &'w mut dyn FnMut(&Solved));

/// Assignments while they are put in order.
struct Ordered<'o> {
    solved: &'o mut Solved,
    max: usize,
    /// True once there are more than asked for.
    has_more: bool,
    tell: &'o mut dyn FnMut(&Solved),
}

impl<'p> Problem<'p> {
    /// The least cost, and the first `max` assignments that reach it. Where `max` is 0 nothing is
    /// listed, nor is it known whether there are others. `start` is an assignment to begin with.
    pub(in crate::analysis::plans) fn solve(&self, start: &[usize], max: usize, stop: Stop<'_>) -> Solved {
        self.solve_telling(start, max, stop, &mut |_| {})
    }

    /// The same. `tell` hears what is known whenever that is more than before.
    pub(in crate::analysis::plans) fn solve_telling(
        &self,
        start: &[usize],
        max: usize,
        stop: Stop<'_>,
        tell: &mut dyn FnMut(&Solved),
    ) -> Solved {
        let order = Order::new(self);
        if order.n_entries(&self.sizes) <= self.limits.exact.min(FEW) {
            return self.solve_whole(order, start, max, (stop, tell));
        }
        let Ok(kept) = Kept::new(self, stop) else { return self.nothing_yet(start) };
        if kept.is_all(self) {
            return self.solve_whole(order, start, max, (stop, tell));
        }
        let narrowed = kept.narrowed(self);
        let order = Order::new(&narrowed);
        let tell = &mut |part: &Solved| tell(&kept.widened(part.clone()));
        kept.widened(narrowed.solve_whole(order, &kept.nearest(start), max, (stop, tell)))
    }

    fn solve_whole(&self, order: Order, start: &[usize], max: usize, whom: Whom<'_>) -> Solved {
        let mut solved = self.nothing_yet(start);
        // Who asked to stop gets what is there.
        let _ = self.solve_into(&mut solved, order, start, max, whom);
        solved
    }

    /// What is known before anything is done.
    fn nothing_yet(&self, start: &[usize]) -> Solved {
        let cost = self.cost(start);
        let upper = (!is_forbidden(cost)).then(|| (cost, start.to_vec()));
        Solved { lower: 0, upper, is_proven: false, count: None, listed: Vec::new(), are_all: None }
    }

    fn solve_into(
        &self,
        solved: &mut Solved,
        order: Order,
        start: &[usize],
        max: usize,
        (stop, tell): Whom<'_>,
    ) -> Result<(), Halted> {
        let mut solver = Solver::new(self, order, &[], stop)?;
        solved.lower = solver.bound.cost.max(0);
        solved.count.clone_from(&solver.bound.count);
        let dive = solver.dive();
        solved.offer(self.cost(&dive), &dive);
        if !solver.is_exact && !is_forbidden(solver.bound.cost) {
            let mut walk = Walk::new(self);
            for from in [start.to_vec(), dive] {
                let (cost, values) = walk.from(from, stop)?;
                solved.offer(cost, &values);
            }
            tell(solved);
            let budget = solved.upper.as_ref().map_or(FORBIDDEN, |(cost, _)| *cost);
            if solved.lower < budget {
                let least = solver.least(budget)?;
                if least < budget {
                    solved.upper = solver.any_at_cost(least)?.map(|values| (least, values));
                }
            }
        }
        solved.is_proven = true;
        let Some((least, _)) = solved.upper else {
            (solved.lower, solved.count, solved.are_all) = (FORBIDDEN, Some(Count::default()), Some(true));
            return Ok(());
        };
        solved.lower = least;
        if max == 0 {
            return Ok(());
        }
        tell(solved);
        self.ties(&mut solver, least, max, (solved, tell))
    }

    /// Lists assignments that cost as much, then those that cost minor bits more.
    fn ties(
        &self,
        solver: &mut Solver<'_, 'p>,
        least: Cost,
        max: usize,
        (solved, tell): (&mut Solved, &mut dyn FnMut(&Solved)),
    ) -> Result<(), Halted> {
        let last = least | ((1 << self.minor_bits) - 1);
        for cost in least..=last {
            let mut ordered = Ordered { solved, max, has_more: false, tell };
            self.put_in_order(solver, &mut Vec::new(), cost, &mut ordered)?;
            if ordered.has_more {
                solved.are_all = Some(false);
                return Ok(());
            }
            let n_listed: Count = solved.listed.iter().map(|values| self.weight(values)).sum();
            if solved.count.as_ref().is_some_and(|count| n_listed >= *count) {
                break;
            }
        }
        solved.are_all = Some(true);
        if solved.count.is_none() {
            let weights = solved.listed.iter().map(|values| self.weight(values));
            solved.count = Some(weights.sum());
        }
        Ok(())
    }

    /// How many things an assignment stands for.
    pub(in crate::analysis::plans) fn weight(&self, values: &[usize]) -> Count {
        let mut weight = Count::from(1_usize);
        self.weights.iter().zip(values).for_each(|(of_var, value)| weight *= of_var[*value]);
        weight
    }

    /// Lists, in order, the assignments of a cost that begin as `fixed` says, which the solver keeps to.
    fn put_in_order(
        &self,
        solver: &mut Solver<'_, 'p>,
        fixed: &mut Vec<Table>,
        cost: Cost,
        ordered: &mut Ordered<'_>,
    ) -> Result<(), Halted> {
        if solver.bound.cost > cost {
            return Ok(());
        }
        if let Some(mut found) = solver.at_cost(cost, self.limits.at_once.max(1))? {
            found.sort_unstable();
            let before = ordered.solved.listed.len();
            let room = ordered.max - before;
            ordered.has_more |= found.len() > room;
            ordered.solved.listed.extend(found.into_iter().take(room));
            // Told at 1, 2, 4, 8 … assignments: often enough to see that work goes on, seldom enough to cost nothing.
            if ordered.solved.listed.len().checked_ilog2() > before.checked_ilog2() {
                (ordered.tell)(ordered.solved);
            }
            return Ok(());
        }
        if ordered.solved.listed.len() == ordered.max {
            ordered.has_more = true;
        }
        let var = fixed.len();
        for value in 0..self.sizes[var] {
            if ordered.has_more {
                break;
            }
            let costs = (0..self.sizes[var]).map(|other| if other == value { 0 } else { FORBIDDEN });
            fixed.push(Table { vars: vec![var], costs: costs.collect() });
            let done = Solver::new(self, Order::new(self), fixed, solver.stop)
                .and_then(|mut narrower| self.put_in_order(&mut narrower, fixed, cost, ordered));
            fixed.pop();
            done?;
        }
        Ok(())
    }
}

impl Solver<'_, '_> {
    /// The assignment to which the bounds lead without looking back.
    fn dive(&mut self) -> Vec<usize> {
        let mut frame = Frame::default();
        for place in (0..self.order.vars.len()).rev() {
            self.fill(place, &mut frame);
            self.set(place, frame.order[0]);
        }
        self.values.clone()
    }

    /// All assignments that cost just this much; `None` if there are more than `limit`.
    fn at_cost(&mut self, cost: Cost, limit: usize) -> Result<Option<Vec<Vec<usize>>>, Halted> {
        let mut listing = Listing { found: Vec::new(), limit };
        self.list(cost, &mut listing)?;
        Ok((listing.found.len() <= limit).then_some(listing.found))
    }

    /// Any assignment that costs just this much.
    fn any_at_cost(&mut self, cost: Cost) -> Result<Option<Vec<usize>>, Halted> {
        let mut listing = Listing { found: Vec::new(), limit: 0 };
        self.list(cost, &mut listing)?;
        Ok(listing.found.pop())
    }

    fn list(&mut self, cost: Cost, listing: &mut Listing) -> Result<(), Halted> {
        let mut open = Vec::new();
        let mut slack = cost - self.buckets.constant;
        let roots = self.order.roots.clone();
        let bounds: Cost = roots.iter().fold(0, |sum: Cost, root| sum.saturating_add(self.bound_of(*root)));
        slack -= bounds;
        for root in roots {
            let bound = self.bound_of(root);
            if slack < 0 {
                return Ok(());
            }
            let value = self.value_of(root, slack + bound + 1)?;
            slack -= value - bound;
            open.push((root, value));
        }
        if slack >= 0 { self.list_open(&mut open, slack, listing) } else { Ok(()) }
    }

    /// Lists what completes the assignment by branches whose least costs are known, with `slack` left over to spend.
    fn list_open(&mut self, open: &mut Vec<(usize, Cost)>, slack: Cost, listing: &mut Listing) -> Result<(), Halted> {
        let Some((place, least)) = open.pop() else {
            if slack == 0 {
                listing.found.push(self.values.clone());
            }
            return Ok(());
        };
        if self.stop.is_set() {
            return Err(Halted);
        }
        let n_values = self.buckets.sizes[place];
        let mut frame = Frame::default();
        self.fill(place, &mut frame);
        for value in frame.order.iter().copied() {
            let mut left = slack + least - frame.bounds[value];
            if is_forbidden(frame.bounds[value]) || left < 0 || listing.is_full() {
                break;
            }
            self.set(place, value);
            let n_open = open.len();
            for slot in 0..self.order.children[place].len() {
                let child = self.order.children[place][slot];
                let bound = frame.below[slot * n_values + value];
                let least = self.value_of(child, left + bound + 1)?;
                left = left.saturating_sub(least - bound);
                open.push((child, least));
                if left < 0 {
                    break;
                }
            }
            if left >= 0 {
                self.list_open(open, left, listing)?;
            }
            open.truncate(n_open);
        }
        open.push((place, least));
        Ok(())
    }
}

/// Assignments while they are found.
struct Listing {
    found: Vec<Vec<usize>>,
    limit: usize,
}

impl Listing {
    /// True if one more than allowed was found, so that it is known that there are more.
    fn is_full(&self) -> bool {
        self.found.len() > self.limit
    }
}
