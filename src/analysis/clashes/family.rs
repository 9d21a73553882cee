//! Families of sets: the minimal sets with a property, as a graph (Minato 1993), counted before they are listed.

use std::ops::ControlFlow;

use super::{
    diagram::{Memo, Node, Nodes, Ref},
    eliminate::{Conflict, Variables},
    search::{Halt, Search},
};
use crate::analysis::Count;

/// What is done with each set of levels that is listed, given from small to large.
pub(super) type Visit<'v> = dyn FnMut(&[u32]) -> ControlFlow<()> + 'v;

/// Which minimal sets are meant, for a function that more true variables never make false.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Minimal {
    /// Those that make the function true when their variables, and no others, are true.
    True,
    /// Those that make the function false when their variables, and no others, are false.
    False,
}

/// A family of sets of levels, none of which contains another. A level stands for some members that are all alike: a set that
/// makes the function true takes one of them, a set that makes it false all.
#[derive(Clone, Debug)]
pub(super) struct Family {
    /// Children before parents; the two ends first.
    nodes: Vec<Node>,
    root: Ref,
    minimal: Minimal,
    /// The number of members behind each level, from the first level on.
    alike: Vec<u32>,
    first_level: u32,
    /// What is known of the sizes of each node's sets.
    sizes: Vec<Sizes>,
}

/// The sizes of some sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sizes {
    least: u32,
    most: u32,
    /// One bit a size from the least on; the last bit stands for its own size and all larger ones. None for no sets.
    bits: u64,
}

impl Family {
    /// The minimal sets of a function (Rauzy 1993). At most `max` nodes.
    pub(super) fn new(
        conflict: &Conflict,
        variables: &Variables,
        minimal: Minimal,
        max: usize,
        search: &mut Search<'_>,
    ) -> Result<Self, Halt> {
        let functions = &conflict.nodes;
        let mut maker = Maker { functions, minimal, nodes: Nodes::new(max), memo: Memo::new(), search };
        let mut families = vec![Ref::NO; functions.len()];
        families[maker.always().get()] = Ref::YES;
        for number in functions.reachable(conflict.root) {
            let node = functions.all()[number];
            let (without, with) = maker.parts(node);
            // A set with this variable is minimal only if it does not do without.
            let yes = maker.leave_out(families[with.get()], without)?;
            families[number] = maker.choose(node.level, families[without.get()], yes)?;
        }
        let (nodes, root) = maker.nodes.only(families[conflict.root.get()]);
        let count = |members: &Vec<usize>| u32::try_from(members.len()).unwrap_or(u32::MAX);
        let alike = variables.members.iter().map(count).collect();
        let mut family = Self { nodes, root, minimal, alike, first_level: conflict.first_level, sizes: Vec::new() };
        family.sizes = vec![Sizes::NONE, Sizes { least: 0, most: 0, bits: 1 }];
        for node in &family.nodes[2..] {
            let with = family.sizes[node.yes.get()].larger(family.weight(node.level));
            family.sizes.push(family.sizes[node.no.get()].or(with));
        }
        Ok(family)
    }

    fn alike(&self, level: u32) -> u32 {
        self.alike[(level - self.first_level) as usize]
    }

    /// How many members a level adds to a set.
    fn weight(&self, level: u32) -> u32 {
        match self.minimal {
            Minimal::True => 1,
            Minimal::False => self.alike(level),
        }
    }

    /// How many ways there are of doing so.
    fn choices(&self, level: u32) -> u128 {
        match self.minimal {
            Minimal::True => u128::from(self.alike(level)),
            Minimal::False => 1,
        }
    }

    /// The number of sets of members.
    pub(super) fn count(&self) -> Count {
        self.counts(&u128_sum).map_or_else(|| self.counts(&large_sum).expect("large numbers have no end"), Count::from)
    }

    /// The number of sets of members of each size from 0 to `largest`.
    pub(super) fn count_by_size(&self, largest: usize) -> Vec<Count> {
        let small = self.counts_by_size(largest, &u128_sum);
        let small = small.map(|counts| counts.into_iter().map(Count::from).collect());
        small.or_else(|| self.counts_by_size(largest, &large_sum)).expect("large numbers have no end")
    }

    fn counts<N: Clone + From<u128>>(&self, add: &Sum<N>) -> Option<N> {
        let mut counts: Vec<N> = vec![0.into(), 1.into()];
        for node in &self.nodes[2..] {
            counts.push(add(&counts[node.no.get()], &counts[node.yes.get()], self.choices(node.level))?);
        }
        Some(counts.swap_remove(self.root.get()))
    }

    fn counts_by_size<N: Clone + From<u128>>(&self, largest: usize, add: &Sum<N>) -> Option<Vec<N>> {
        let width = largest + 1;
        let mut counts: Vec<N> = vec![0.into(); self.nodes.len() * width];
        counts[width] = 1.into();
        for (number, node) in self.nodes.iter().enumerate().skip(2) {
            for size in 0..width {
                let rest = size.checked_sub(self.weight(node.level) as usize);
                let no = &counts[node.no.get() * width + size];
                counts[number * width + size] = match rest {
                    Some(rest) => add(no, &counts[node.yes.get() * width + rest], self.choices(node.level))?,
                    None => no.clone(),
                };
            }
        }
        Some(counts[self.root.get() * width..][..width].to_vec())
    }

    /// Visits all sets of levels, the smallest in members first, until told to break.
    pub(super) fn each(&self, search: &mut Search<'_>, visit: &mut Visit<'_>) -> Result<ControlFlow<()>, Halt> {
        let sizes = self.sizes[self.root.get()];
        for size in sizes.least..=sizes.most {
            if self.each_of_size(self.root, size, &mut Vec::new(), search, visit)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    fn each_of_size(
        &self,
        at: Ref,
        size: u32,
        set: &mut Vec<u32>,
        search: &mut Search<'_>,
        visit: &mut Visit<'_>,
    ) -> Result<ControlFlow<()>, Halt> {
        if !self.sizes[at.get()].may_hold(size) {
            return Ok(ControlFlow::Continue(()));
        }
        if at == Ref::YES {
            return Ok(visit(set));
        }
        search.step()?;
        let node = self.nodes[at.get()];
        if let Some(rest) = size.checked_sub(self.weight(node.level)) {
            set.push(node.level);
            let flow = self.each_of_size(node.yes, rest, set, search, visit)?;
            set.pop();
            if flow.is_break() {
                return Ok(flow);
            }
        }
        self.each_of_size(node.no, size, set, search, visit)
    }
}

impl Sizes {
    const NONE: Self = Self { least: 1, most: 0, bits: 0 };
    /// The last bit.
    const LARGER: u32 = 63;

    fn may_hold(self, size: u32) -> bool {
        self.least <= size && size <= self.most && self.bits >> (size - self.least).min(Self::LARGER) & 1 == 1
    }

    fn larger(self, by: u32) -> Self {
        if self.bits == 0 { self } else { Self { least: self.least + by, most: self.most + by, ..self } }
    }

    fn or(self, other: Self) -> Self {
        if self.bits == 0 {
            return other;
        }
        if other.bits == 0 {
            return self;
        }
        let least = self.least.min(other.least);
        let bits = self.moved(self.least - least) | other.moved(other.least - least);
        Self { least, most: self.most.max(other.most), bits }
    }

    /// The bits when the least size is so much smaller.
    fn moved(self, by: u32) -> u64 {
        let larger = 1 << Self::LARGER;
        let falls_out = by > 0 && self.bits >> (Self::LARGER - by.min(Self::LARGER)) != 0;
        let kept = self.bits.checked_shl(by).unwrap_or(0);
        if falls_out { kept | larger } else { kept }
    }
}

/// A number and a number of times another; `None` if that is too large.
type Sum<N> = dyn Fn(&N, &N, u128) -> Option<N>;

fn u128_sum(one: &u128, other: &u128, times: u128) -> Option<u128> {
    one.checked_add(other.checked_mul(times)?)
}

fn large_sum(one: &Count, other: &Count, times: u128) -> Option<Count> {
    let mut sum = other.clone();
    sum *= times;
    sum += one;
    Some(sum)
}

/// Builds the minimal sets of functions.
struct Maker<'f, 's, 'a> {
    functions: &'f Nodes,
    minimal: Minimal,
    nodes: Nodes,
    memo: Memo,
    search: &'s mut Search<'a>,
}

impl Maker<'_, '_, '_> {
    /// The end at which the empty set has the property.
    fn always(&self) -> Ref {
        match self.minimal {
            Minimal::True => Ref::YES,
            Minimal::False => Ref::NO,
        }
    }

    /// Where a set leads that leaves the variable out, and one that has it.
    fn parts(&self, node: Node) -> (Ref, Ref) {
        match self.minimal {
            Minimal::True => (node.no, node.yes),
            Minimal::False => (node.yes, node.no),
        }
    }

    fn choose(&mut self, level: u32, no: Ref, yes: Ref) -> Result<Ref, Halt> {
        if yes == Ref::NO { Ok(no) } else { self.nodes.get(Node { level, no, yes }) }
    }

    /// The sets of `family` that do not have the property of `function`.
    fn leave_out(&mut self, family: Ref, function: Ref) -> Result<Ref, Halt> {
        if family == Ref::NO || function == self.always() {
            return Ok(Ref::NO);
        }
        // The other end never has the property, and the empty set has it only where every set does.
        if family == Ref::YES || function == Ref::YES || function == Ref::NO {
            return Ok(family);
        }
        let key = [0, family.number(), function.number()];
        if let Some(known) = self.memo.get(key) {
            return Ok(known);
        }
        self.search.step()?;
        let (sets, question) = (self.nodes.node(family), self.functions.node(function));
        let (without, with) = self.parts(question);
        let answer = if sets.level > question.level {
            self.leave_out(family, without)?
        } else {
            let (without, with) = if sets.level == question.level { (without, with) } else { (function, function) };
            let no = self.leave_out(sets.no, without)?;
            let yes = self.leave_out(sets.yes, with)?;
            self.choose(sets.level, no, yes)?
        };
        self.memo.set(key, answer, self.nodes.len());
        Ok(answer)
    }
}
