//! Bucket elimination (Dechter 1999): all costs that mention a variable are added up, the least over its values is kept as a
//! message to the variables that it is linked to.

use super::{
    Cost, FORBIDDEN, is_forbidden,
    order::Order,
    problem::{Problem, stride},
};
use crate::analysis::{Count, Stop, Stopped};

/// So many entries are made between two looks at whether to stop.
const STRIDE: usize = 1 << 12;

/// Costs of variables by their places in the order of elimination, near places first; the first place changes fastest.
pub(super) struct Function {
    pub(super) places: Vec<usize>,
    pub(super) costs: Vec<Cost>,
    /// In how many ways each cost of a message is reached; empty for a table of the problem.
    counts: Vec<u128>,
}

/// What the elimination of a place leaves to say about others.
pub(super) struct Message {
    /// The place that was eliminated.
    pub(super) from: usize,
    pub(super) function: Function,
}

/// All tables by the first of their variables to go, and the messages.
pub(super) struct Buckets {
    /// The number of values at each place.
    pub(super) sizes: Vec<usize>,
    /// The tables of the problem, each at the first of its places to go.
    pub(super) own: Vec<Vec<Function>>,
    /// The messages, in the order in which they were made.
    pub(super) messages: Vec<Message>,
    /// What mentions no variable.
    pub(super) constant: Cost,
    /// For each place the messages that arrive there.
    arrivals: Vec<Vec<usize>>,
}

/// The least cost of everything, and in how many ways it is reached.
pub(super) struct Bound {
    pub(super) cost: Cost,
    pub(super) count: Count,
}

impl Buckets {
    pub(super) fn new(problem: &Problem<'_>, order: &Order) -> Self {
        let n = problem.sizes.len();
        let mut own: Vec<Vec<Function>> = (0..n).map(|_| Vec::new()).collect();
        let mut constant = 0;
        for table in &problem.tables {
            let mut vars = table.vars.clone();
            vars.sort_unstable_by_key(|var| order.place_of[*var]);
            let places: Vec<usize> = vars.iter().map(|var| order.place_of[*var]).collect();
            match places.first() {
                Some(first) => {
                    let costs = table.reordered(&vars, &problem.sizes);
                    own[*first].push(Function { places, costs, counts: Vec::new() });
                }
                None => constant = Cost::saturating_add(constant, table.costs[0]),
            }
        }
        let sizes: Vec<usize> = order.vars.iter().map(|var| problem.sizes[*var]).collect();
        let own = own.into_iter().map(|functions| merged(functions, &sizes)).collect();
        Self { sizes, own, messages: Vec::new(), constant, arrivals: vec![Vec::new(); n] }
    }

    /// Eliminates all variables exactly and counts.
    pub(super) fn eliminate(&mut self, problem: &Problem<'_>, order: &Order, stop: Stop<'_>) -> Result<Bound, Stopped> {
        let (mut cost, mut count) = (self.constant, 1_u128);
        for place in 0..self.sizes.len() {
            if stop.is_set() {
                return Err(Stopped);
            }
            let weights = &problem.weights[order.vars[place]];
            let parts = self.parts(place);
            let function = self.project(place, &parts, (weights, problem.minor_bits), stop)?;
            if function.places.is_empty() {
                cost = cost.saturating_add(function.costs[0]);
                count = count.saturating_mul(function.counts[0]);
            }
            self.send(place, function);
        }
        if is_forbidden(cost) {
            return Ok(Bound { cost: FORBIDDEN, count: Count::default() });
        }
        // The largest number may stand for a larger one.
        let count = if count == u128::MAX { self.count(problem, order, stop)? } else { count.into() };
        Ok(Bound { cost, count })
    }

    /// Counts once more, in numbers without an end, what an exact elimination has counted.
    fn count(&self, problem: &Problem<'_>, order: &Order, stop: Stop<'_>) -> Result<Count, Stopped> {
        let mut all = Count::from(1_usize);
        // There is one message from each place, in order.
        let mut counts: Vec<Vec<Count>> = Vec::with_capacity(self.sizes.len());
        for place in 0..self.sizes.len() {
            let weights = &problem.weights[order.vars[place]];
            let n_own = self.own[place].len();
            let mut of_place = Vec::new();
            self.each_row(place, &self.parts(place), stop, |row, offsets| {
                let least = row.iter().copied().min().expect("a variable has a value");
                let mut ways = Count::default();
                for (value, cost) in row.iter().enumerate() {
                    if cost >> problem.minor_bits == least >> problem.minor_bits && !is_forbidden(least) {
                        let mut of_value = Count::from(weights[value]);
                        for (message, offset) in self.arrivals[place].iter().zip(&offsets[n_own..]) {
                            of_value = of_value * &counts[*message][offset + value];
                        }
                        ways += &of_value;
                    }
                }
                of_place.push(ways);
            })?;
            if self.messages[place].function.places.is_empty() {
                all = all * &of_place[0];
            }
            counts.push(of_place);
        }
        Ok(all)
    }

    fn parts(&self, place: usize) -> Vec<&Function> {
        let arrived = self.arrivals[place].iter().map(|message| &self.messages[*message].function);
        self.own[place].iter().chain(arrived).collect()
    }

    fn send(&mut self, from: usize, function: Function) {
        if let Some(first) = function.places.first() {
            self.arrivals[*first].push(self.messages.len());
        }
        self.messages.push(Message { from, function });
    }

    /// Adds up some functions and keeps the least over the values of a place, with the number of ways.
    fn project(
        &self,
        place: usize,
        parts: &[&Function],
        (weights, minor_bits): (&[u128], u32),
        stop: Stop<'_>,
    ) -> Result<Function, Stopped> {
        let places = scope(place, parts);
        let n_entries = places.iter().map(|p| self.sizes[*p]).product();
        let mut costs = Vec::with_capacity(n_entries);
        let mut counts = Vec::with_capacity(n_entries);
        self.each_row(place, parts, stop, |row, offsets| {
            let least = row.iter().copied().min().expect("a variable has a value");
            costs.push(if is_forbidden(least) { FORBIDDEN } else { least });
            let mut ways: u128 = 0;
            for (value, cost) in row.iter().enumerate() {
                if cost >> minor_bits == least >> minor_bits && !is_forbidden(least) {
                    let of_part = |(part, offset): (&&Function, &usize)| part.counts.get(offset + value).copied();
                    let of_parts = parts.iter().zip(offsets).filter_map(of_part);
                    ways = ways.saturating_add(of_parts.fold(weights[value], u128::saturating_mul));
                }
            }
            counts.push(ways);
        })?;
        Ok(Function { places, costs, counts })
    }

    /// Visits the sum of some functions for all values of a place, for each choice of values at their other places.
    fn each_row(
        &self,
        place: usize,
        parts: &[&Function],
        stop: Stop<'_>,
        mut visit: impl FnMut(&[Cost], &[usize]),
    ) -> Result<(), Stopped> {
        let places = scope(place, parts);
        let n_values = self.sizes[place];
        let strides: Vec<Vec<usize>> = places
            .iter()
            .map(|other| parts.iter().map(|part| stride(&part.places, *other, &self.sizes)).collect())
            .collect();
        let mut offsets = vec![0; parts.len()];
        let mut digits = vec![0; places.len()];
        let mut row: Vec<Cost> = vec![0; n_values];
        for entry in 1_usize.. {
            match parts.first() {
                Some(first) => row.copy_from_slice(&first.costs[offsets[0]..offsets[0] + n_values]),
                None => row.fill(0),
            }
            for (part, offset) in parts.iter().zip(&offsets).skip(1) {
                let costs = &part.costs[*offset..*offset + n_values];
                row.iter_mut().zip(costs).for_each(|(sum, cost)| *sum = sum.saturating_add(*cost));
            }
            visit(&row, &offsets);
            let mut slot = 0;
            while slot < places.len() {
                digits[slot] += 1;
                offsets.iter_mut().zip(&strides[slot]).for_each(|(offset, stride)| *offset += stride);
                if digits[slot] < self.sizes[places[slot]] {
                    break;
                }
                let size = digits[slot];
                offsets.iter_mut().zip(&strides[slot]).for_each(|(offset, stride)| *offset -= stride * size);
                digits[slot] = 0;
                slot += 1;
            }
            if slot == places.len() {
                return Ok(());
            }
            if entry.is_multiple_of(STRIDE) && stop.is_set() {
                return Err(Stopped);
            }
        }
        Ok(())
    }
}

/// The same costs in fewer functions: one that mentions nothing that another does not mention is added to that one.
fn merged(mut functions: Vec<Function>, sizes: &[usize]) -> Vec<Function> {
    functions.sort_by_key(|function| std::cmp::Reverse(function.costs.len()));
    let mut merged: Vec<Function> = Vec::with_capacity(functions.len());
    for function in functions {
        let has_all = |wide: &&mut Function| function.places.iter().all(|place| wide.places.contains(place));
        match merged.iter_mut().find(has_all) {
            Some(wide) => wide.add(&function, sizes),
            None => merged.push(function),
        }
    }
    merged
}

impl Function {
    /// Adds the costs of a function that mentions none but its places.
    fn add(&mut self, other: &Self, sizes: &[usize]) {
        if self.places == other.places {
            self.costs.iter_mut().zip(&other.costs).for_each(|(sum, cost)| *sum = sum.saturating_add(*cost));
            return;
        }
        let strides: Vec<usize> = self.places.iter().map(|place| stride(&other.places, *place, sizes)).collect();
        let (mut digits, mut at) = (vec![0; self.places.len()], 0);
        for sum in &mut self.costs {
            *sum = sum.saturating_add(other.costs[at]);
            for (slot, digit) in digits.iter_mut().enumerate() {
                *digit += 1;
                at += strides[slot];
                if *digit < sizes[self.places[slot]] {
                    break;
                }
                at -= strides[slot] * *digit;
                *digit = 0;
            }
        }
    }
}

/// The places that some functions mention beside one, from near to far.
fn scope(place: usize, parts: &[&Function]) -> Vec<usize> {
    let others = parts.iter().flat_map(|part| part.places.iter().copied()).filter(|other| *other != place);
    let mut places: Vec<usize> = others.collect();
    places.sort_unstable();
    places.dedup();
    places
}
