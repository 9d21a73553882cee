//! The assignments behind an exact elimination: walking back from the last variable to the first, the messages of the
//! buckets say what each value costs together with the best of all that hangs below it.

use super::{
    Cost,
    buckets::{Bound, Buckets, Function},
    is_forbidden,
    order::Order,
    problem::Problem,
};
use crate::analysis::{Stop, Stopped};

/// A problem whose variables have all been eliminated.
pub(super) struct Back<'s> {
    order: Order,
    buckets: Buckets,
    /// The least cost, and in how many ways it is reached.
    pub(super) bound: Bound,
    /// For each place the messages that its branch sends to the places above.
    over: Vec<Vec<usize>>,
    /// For each place the value that is being looked at.
    at: Vec<usize>,
    /// The same by variable.
    values: Vec<usize>,
    stop: Stop<'s>,
}

/// What each value of a place costs.
#[derive(Default)]
struct Frame {
    /// For each value its own cost and that of the branches below.
    costs: Vec<Cost>,
    /// For each child and value the cost of the branch.
    below: Vec<Cost>,
    /// The values, the cheapest first.
    order: Vec<usize>,
}

/// Assignments while they are found.
struct Listing {
    found: Vec<Vec<usize>>,
    limit: usize,
}

impl<'s> Back<'s> {
    pub(super) fn new(problem: &Problem<'_>, order: Order, stop: Stop<'s>) -> Result<Self, Stopped> {
        let n = order.vars.len();
        let mut buckets = Buckets::new(problem, &order);
        let bound = buckets.eliminate(problem, &order, stop)?;
        let mut parents: Vec<Option<usize>> = vec![None; n];
        for (place, children) in order.children.iter().enumerate() {
            children.iter().for_each(|child| parents[*child] = Some(place));
        }
        let mut over = vec![Vec::new(); n];
        for (id, message) in buckets.messages.iter().enumerate() {
            let mut place = Some(message.from);
            while let Some(below) = place.filter(|place| message.function.places.first() != Some(place)) {
                over[below].push(id);
                place = parents[below];
            }
        }
        Ok(Self { over, at: vec![0; n], values: vec![0; n], order, buckets, bound, stop })
    }

    /// An assignment of the least cost.
    pub(super) fn cheapest(&mut self) -> Vec<usize> {
        for place in (0..self.order.vars.len()).rev() {
            let frame = self.frame(place);
            self.set(place, frame.order[0]);
        }
        self.values.clone()
    }

    /// All assignments that cost just this much; `None` if there are more than `limit`.
    pub(super) fn at_cost(&mut self, cost: Cost, limit: usize) -> Result<Option<Vec<Vec<usize>>>, Stopped> {
        let mut listing = Listing { found: Vec::new(), limit };
        let mut open: Vec<(usize, Cost)> = self.order.roots.iter().map(|root| (*root, self.cost_of(*root))).collect();
        let least = open.iter().fold(self.buckets.constant, |sum, (_, cost)| sum.saturating_add(*cost));
        if cost >= least {
            self.list(&mut open, cost - least, &mut listing)?;
        }
        Ok((listing.found.len() <= limit).then_some(listing.found))
    }

    /// Lists what completes the assignment by branches whose least costs are known, with `slack` left over to spend.
    fn list(&mut self, open: &mut Vec<(usize, Cost)>, slack: Cost, listing: &mut Listing) -> Result<(), Stopped> {
        let Some((place, least)) = open.pop() else {
            if slack == 0 {
                listing.found.push(self.values.clone());
            }
            return Ok(());
        };
        if self.stop.is_set() {
            return Err(Stopped);
        }
        let n_values = self.buckets.sizes[place];
        let frame = self.frame(place);
        for value in frame.order.iter().copied() {
            let left = slack + least - frame.costs[value];
            // One more than allowed is enough to know that there are more.
            if is_forbidden(frame.costs[value]) || left < 0 || listing.found.len() > listing.limit {
                break;
            }
            self.set(place, value);
            let n_open = open.len();
            let children = self.order.children[place].iter().enumerate();
            open.extend(children.map(|(slot, child)| (*child, frame.below[slot * n_values + value])));
            self.list(open, left, listing)?;
            open.truncate(n_open);
        }
        open.push((place, least));
        Ok(())
    }

    /// What a branch costs at least, given the values above it.
    fn cost_of(&self, place: usize) -> Cost {
        let read = |message: &usize| {
            let mut at = [0];
            self.add(&self.buckets.messages[*message].function, place, &mut at);
            at[0]
        };
        self.over[place].iter().fold(0, |sum: Cost, message| sum.saturating_add(read(message)))
    }

    fn set(&mut self, place: usize, value: usize) {
        self.at[place] = value;
        self.values[self.order.vars[place]] = value;
    }

    /// What each value of a place costs, given the values above it.
    fn frame(&self, place: usize) -> Frame {
        let n_values = self.buckets.sizes[place];
        let children = &self.order.children[place];
        let mut frame = Frame {
            costs: vec![0; n_values],
            below: vec![0; children.len() * n_values],
            order: (0..n_values).collect(),
        };
        self.buckets.own[place].iter().for_each(|function| self.add(function, place, &mut frame.costs));
        for (child, below) in children.iter().zip(frame.below.chunks_exact_mut(n_values)) {
            for message in &self.over[*child] {
                self.add(&self.buckets.messages[*message].function, place, below);
            }
            frame.costs.iter_mut().zip(below).for_each(|(sum, below)| *sum = sum.saturating_add(*below));
        }
        frame.order.sort_by_key(|value| frame.costs[*value]);
        frame
    }

    /// Adds what a function costs for each value of a place, given the values above it.
    fn add(&self, function: &Function, place: usize, sums: &mut [Cost]) {
        let (mut start, mut stride, mut own) = (0, 1, 0);
        for other in &function.places {
            if *other == place {
                own = stride;
            } else {
                start += self.at[*other] * stride;
            }
            stride *= self.buckets.sizes[*other];
        }
        for (value, sum) in sums.iter_mut().enumerate() {
            *sum = sum.saturating_add(function.costs[start + value * own]);
        }
    }
}
