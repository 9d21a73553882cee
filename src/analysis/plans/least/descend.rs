//! Branch and bound over the forest of the variables: what hangs below different branches is solved by itself (AND/OR
//! search, Marinescu and Dechter 2009), with the messages of the buckets as lower bounds, and what was found out about a
//! branch is remembered for the values above it that it depends on.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

use super::{
    Cost, FORBIDDEN, Halted,
    buckets::{Bound, Buckets, Function},
    is_forbidden,
    order::Order,
    problem::{Problem, Table},
};
use crate::analysis::Stop;

/// So many nodes lie between two looks at whether to stop.
const STRIDE: u64 = 1 << 10;

/// A problem with its bounds, ready for searching.
pub(super) struct Solver<'s, 'p> {
    pub(super) problem: &'s Problem<'p>,
    pub(super) order: Order,
    pub(super) buckets: Buckets,
    /// The least cost, or a lower bound of it.
    pub(super) bound: Bound,
    /// True if the messages of a branch say exactly what it costs.
    pub(super) is_exact: bool,
    /// For each place the messages that its branch sends to the places above.
    over: Vec<Vec<usize>>,
    /// For each place the costs without tables that are known once it has a value.
    lazy: Vec<Vec<usize>>,
    /// For each place the value that is being tried.
    at: Vec<usize>,
    /// The same by variable.
    pub(super) values: Vec<usize>,
    known: Vec<Known>,
    n_known: usize,
    n_nodes: u64,
    frames: Vec<Frame>,
    pub(super) stop: Stop<'s>,
}

/// What is known about a branch, by the values above it that it depends on.
#[derive(Default)]
struct Known {
    facts: HashMap<u128, Fact, BuildHasherDefault<Mixer>>,
    /// False if remembering would not help: no two ways lead to the same question, or it is too long to write down.
    is_of_use: bool,
}

#[derive(Clone, Copy)]
struct Fact {
    cost: Cost,
    /// Otherwise the cost is a lower bound.
    is_exact: bool,
}

/// What each value of a place costs.
#[derive(Default)]
pub(super) struct Frame {
    /// For each value its own cost and the bounds of the branches below.
    pub(super) bounds: Vec<Cost>,
    /// For each child and value the bound of the branch.
    pub(super) below: Vec<Cost>,
    /// The values, the cheapest first.
    pub(super) order: Vec<usize>,
}

impl<'s, 'p> Solver<'s, 'p> {
    /// Eliminates, exactly where the tables stay small. `more` are costs beside those of the problem.
    pub(super) fn new(problem: &'s Problem<'p>, order: Order, more: &[Table], stop: Stop<'s>) -> Result<Self, Halted> {
        let n = order.vars.len();
        let mut buckets = Buckets::new(problem, more, &order);
        let is_exact = problem.lazy.is_empty() && order.n_entries(&problem.sizes) <= problem.limits.exact;
        let bound = if is_exact {
            buckets.eliminate(problem, &order, stop)?
        } else {
            buckets.approximate(problem.limits.bound, stop)?
        };
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
        let mut lazy = vec![Vec::new(); n];
        for (id, one) in problem.lazy.iter().enumerate() {
            let first = one.vars.iter().map(|var| order.place_of[*var]).min();
            lazy[first.expect("a cost that mentions nothing is a table")].push(id);
        }
        let is_of_use = |place: usize| {
            let size = |place: &usize| u128::try_from(buckets.sizes[*place]).ok();
            let n_questions = order.context[place].iter().try_fold(1_u128, |n, other| n.checked_mul(size(other)?));
            let above = parents[place].map_or(0, |parent| order.context[parent].len() + 1);
            n_questions.is_some() && order.context[place].len() < above
        };
        let known = (0..n).map(|place| Known { is_of_use: is_of_use(place), ..Known::default() }).collect();
        Ok(Self {
            known,
            over,
            lazy,
            at: vec![0; n],
            values: vec![0; n],
            n_known: 0,
            n_nodes: 0,
            frames: std::iter::repeat_with(Frame::default).take(n).collect(),
            problem,
            order,
            buckets,
            bound,
            is_exact,
            stop,
        })
    }

    /// The least cost if it is below `budget`, otherwise something that is not.
    pub(super) fn least(&mut self, budget: Cost) -> Result<Cost, Halted> {
        let roots = self.order.roots.clone();
        let mut bounds: Vec<Cost> = roots.iter().map(|root| self.bound_of(*root)).collect();
        let mut total = bounds.iter().fold(self.buckets.constant, |sum, bound| sum.saturating_add(*bound));
        for (root, bound) in roots.iter().zip(&mut bounds) {
            if total >= budget || is_forbidden(total) {
                break;
            }
            let rest = total - *bound;
            *bound = self.branch(*root, budget - rest)?;
            total = rest.saturating_add(*bound);
        }
        Ok(total)
    }

    /// The bound of a branch, given the values above it.
    pub(super) fn bound_of(&self, place: usize) -> Cost {
        let read = |message: &usize| self.read(&self.buckets.messages[*message].function);
        self.over[place].iter().fold(0, |sum: Cost, message| sum.saturating_add(read(message)))
    }

    /// What a branch costs at least, given the values above it: exactly if that is below `budget`.
    pub(super) fn value_of(&mut self, place: usize, budget: Cost) -> Result<Cost, Halted> {
        if self.is_exact { Ok(self.bound_of(place)) } else { self.branch(place, budget) }
    }

    fn branch(&mut self, place: usize, budget: Cost) -> Result<Cost, Halted> {
        self.n_nodes += 1;
        if self.n_nodes.is_multiple_of(STRIDE) && self.stop.is_set() {
            return Err(Halted);
        }
        let question = self.question(place);
        if let Some(fact) = question.and_then(|question| self.known[place].facts.get(&question))
            && (fact.is_exact || fact.cost >= budget)
        {
            return Ok(fact.cost);
        }
        let mut frame = std::mem::take(&mut self.frames[place]);
        self.fill(place, &mut frame);
        let found = self.branch_over(place, &frame, budget);
        self.frames[place] = frame;
        let fact = found?;
        if let Some(question) = question
            && self.n_known < self.problem.limits.facts
        {
            self.n_known += usize::from(self.known[place].facts.insert(question, fact).is_none());
        }
        Ok(fact.cost)
    }

    fn branch_over(&mut self, place: usize, frame: &Frame, budget: Cost) -> Result<Fact, Halted> {
        let n_values = self.buckets.sizes[place];
        let (mut best, mut missed) = (budget.min(FORBIDDEN / 2), FORBIDDEN);
        let mut is_exact = false;
        for value in frame.order.iter().copied() {
            let mut total = frame.bounds[value];
            if total >= best {
                missed = missed.min(total);
                break;
            }
            self.set(place, value);
            for slot in 0..self.order.children[place].len() {
                let child = self.order.children[place][slot];
                let rest = total - frame.below[slot * n_values + value];
                total = rest.saturating_add(self.branch(child, best - rest)?);
                if total >= best {
                    break;
                }
            }
            if total < best {
                (best, is_exact) = (total, true);
            } else {
                missed = missed.min(total);
            }
        }
        Ok(Fact { cost: if is_exact { best } else { missed }, is_exact })
    }

    /// Gives a place a value.
    pub(super) fn set(&mut self, place: usize, value: usize) {
        self.at[place] = value;
        self.values[self.order.vars[place]] = value;
    }

    /// Works out what each value of a place costs, given the values above it.
    pub(super) fn fill(&mut self, place: usize, frame: &mut Frame) {
        let n_values = self.buckets.sizes[place];
        frame.bounds.clear();
        frame.bounds.resize(n_values, 0);
        for function in &self.buckets.own[place] {
            self.add(function, place, &mut frame.bounds);
        }
        for slot in 0..self.lazy[place].len() {
            for value in 0..n_values {
                self.set(place, value);
                let cost = (self.problem.lazy[self.lazy[place][slot]].cost)(&self.values);
                frame.bounds[value] = frame.bounds[value].saturating_add(cost);
            }
        }
        let children = &self.order.children[place];
        frame.below.clear();
        frame.below.resize(children.len() * n_values, 0);
        for (child, below) in children.iter().zip(frame.below.chunks_exact_mut(n_values)) {
            for message in &self.over[*child] {
                self.add(&self.buckets.messages[*message].function, place, below);
            }
            frame.bounds.iter_mut().zip(below).for_each(|(sum, below)| *sum = sum.saturating_add(*below));
        }
        frame.order.clear();
        frame.order.extend(0..n_values);
        frame.order.sort_by_key(|value| frame.bounds[*value]);
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

    fn read(&self, function: &Function) -> Cost {
        let (mut start, mut stride) = (0, 1);
        for place in &function.places {
            start += self.at[*place] * stride;
            stride *= self.buckets.sizes[*place];
        }
        function.costs[start]
    }

    /// The values that a branch depends on, as a number; `None` if nothing is remembered about it.
    fn question(&self, place: usize) -> Option<u128> {
        let digit = |number: u128, above: &usize| number * self.buckets.sizes[*above] as u128 + self.at[*above] as u128;
        self.known[place].is_of_use.then(|| self.order.context[place].iter().fold(0, digit))
    }
}

/// Mixes the bits of a number: a fast hash for keys that nobody chooses with ill intent.
#[derive(Default)]
struct Mixer(u64);

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u64(&mut self, part: u64) {
        let mixed = (self.0 ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ mixed >> 29;
    }

    #[expect(clippy::cast_possible_truncation, reason = "both halves are written")]
    fn write_u128(&mut self, number: u128) {
        self.write_u64(number as u64);
        self.write_u64((number >> 64) as u64);
    }

    fn finish(&self) -> u64 {
        self.0.wrapping_mul(0xbf58_476d_1ce4_e5b9)
    }
}
