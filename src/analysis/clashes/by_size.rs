//! Clash sets by size, for questions whose graph of all sets would be too large: all pairs, then all triples, and so on.
//!
//! A clash set hangs together: its demands share terms, or rules link them; otherwise each part could be met by itself and
//! so could the whole. So it is enough to look at connected sets, each once (Wernicke 2006), and to leave out those that
//! contain a smaller clash set. A set of the size looked at that cannot be met is then a clash set.

use std::ops::ControlFlow;

use super::{
    eliminate::Variables,
    network::Network,
    pool::{Pool, common},
    search::{Halt, Search},
};

/// A set of variables, one bit each.
type Bits = Vec<u64>;

/// What to do with a clash set of variables.
pub(super) type Visit<'v> = dyn FnMut(&[usize]) -> ControlFlow<()> + 'v;

/// How the search for sets of one size ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// All sets of this size were found, and there may be larger ones.
    More,
    /// All sets of this size were found, and there are none larger.
    Last,
    /// The visitor had enough.
    Enough,
}

/// What is known while sets grow.
pub(super) struct BySize<'c, 'a> {
    network: &'c Network<'a>,
    variables: &'c Variables,
    pool: Pool,
    /// For each variable those that share a term or a group of rules with it.
    neighbours: Vec<Bits>,
    /// For each variable those with which it clashes by itself.
    clashing: Vec<Bits>,
    /// The variables that cannot be met even by themselves.
    alone: Bits,
    /// For each variable the rest of each larger clash set found that it belongs to.
    larger: Vec<Vec<Vec<usize>>>,
}

/// A set that grows to a given size.
struct Growing<'g, 's, 'v> {
    size: usize,
    set: Vec<usize>,
    /// True if some set of the size can be met.
    any_met: bool,
    search: &'g mut Search<'s>,
    visit: &'g mut Visit<'v>,
}

/// Which variables may join a set next.
struct Frontier {
    /// Those that may; each is taken or left for good.
    open: Bits,
    /// Those that were open once, or are in the set.
    seen: Bits,
    /// Those that clash with one of the set.
    barred: Bits,
}

impl<'c, 'a> BySize<'c, 'a> {
    pub(super) fn new(network: &'c Network<'a>, variables: &'c Variables) -> Self {
        let n_variables = variables.items.len();
        let none = vec![0; n_variables.div_ceil(64)];
        Self {
            network,
            variables,
            pool: Pool::new(network),
            neighbours: neighbours(network, variables),
            clashing: vec![none.clone(); n_variables],
            alone: none,
            larger: vec![Vec::new(); n_variables],
        }
    }

    /// Visits all clash sets of this size. All smaller ones must have been visited before.
    pub(super) fn level(&mut self, size: usize, search: &mut Search<'_>, visit: &mut Visit<'_>) -> Result<Level, Halt> {
        let mut growing = Growing { size, set: Vec::new(), any_met: false, search, visit };
        for first in 0..self.variables.items.len() {
            if has(&self.alone, first) {
                continue;
            }
            // Sets are looked at from their first variable, so that each is seen once.
            let mut seen = self.alone.clone();
            (0..=first).for_each(|place| seen[place / 64] |= 1 << (place % 64));
            let none = Frontier { open: vec![0; seen.len()], barred: vec![0; seen.len()], seen };
            if self.grow(first, &none, &mut growing)?.is_break() {
                return Ok(Level::Enough);
            }
        }
        Ok(if growing.any_met { Level::More } else { Level::Last })
    }

    /// The clash sets found so far.
    pub(super) fn found(&self) -> Vec<Vec<usize>> {
        let all = || 0..self.variables.items.len();
        let alone = all().filter(|one| has(&self.alone, *one)).map(|one| vec![one]);
        let pairs = all().flat_map(|one| {
            (0..one).filter(move |other| has(&self.clashing[one], *other)).map(move |other| vec![other, one])
        });
        // A larger one is kept with each of its members: take it from the least.
        let larger = all().flat_map(|least| {
            let rests = self.larger[least].iter().filter(move |rest| rest.iter().all(|other| *other > least));
            rests.map(move |rest| std::iter::once(least).chain(rest.iter().copied()).collect())
        });
        alone.chain(pairs).chain(larger).collect()
    }

    /// Adds a variable that clashes with no part of the set, and goes on from there.
    fn grow(
        &mut self,
        added: usize,
        before: &Frontier,
        growing: &mut Growing<'_, '_, '_>,
    ) -> Result<ControlFlow<()>, Halt> {
        growing.search.step()?;
        growing.set.push(added);
        let mut flow = ControlFlow::Continue(());
        if growing.set.len() == growing.size {
            flow = self.judge(growing)?;
        } else {
            let mut frontier = before.with(&self.neighbours[added], &self.clashing[added]);
            while let Some(next) = frontier.take_first() {
                let contains = |rest: &Vec<usize>| rest.iter().all(|member| growing.set.contains(member));
                if self.larger[next].iter().any(contains) {
                    continue;
                }
                flow = self.grow(next, &frontier, growing)?;
                if flow.is_break() {
                    break;
                }
            }
        }
        growing.set.pop();
        Ok(flow)
    }

    /// Visits the set if it cannot be met. It contains no smaller clash set.
    fn judge(&mut self, growing: &mut Growing<'_, '_, '_>) -> Result<ControlFlow<()>, Halt> {
        let variables = self.variables;
        let items = growing.set.iter().flat_map(|variable| variables.items[*variable].iter().copied());
        let mut at_hand = items.clone().map(|item| self.pool.meeting(item));
        let first = at_hand.next();
        let plans =
            first.and_then(|first| at_hand.try_fold(first, common).filter(|plans| common(*plans, *plans).is_some()));
        if plans.is_some() || self.pool.find(self.network, &items.collect::<Vec<_>>(), growing.search)?.is_some() {
            growing.any_met = true;
            return Ok(ControlFlow::Continue(()));
        }
        match growing.set[..] {
            [one] => self.alone[one / 64] |= 1 << (one % 64),
            [one, other] => {
                self.clashing[one][other / 64] |= 1 << (other % 64);
                self.clashing[other][one / 64] |= 1 << (one % 64);
            }
            _ => {
                for member in &growing.set {
                    let rest = growing.set.iter().copied().filter(|other| other != member);
                    self.larger[*member].push(rest.collect());
                }
            }
        }
        Ok((growing.visit)(&growing.set))
    }
}

impl Frontier {
    /// The frontier after a variable with these neighbours and clashes has joined.
    fn with(&self, neighbours: &[u64], clashing: &[u64]) -> Self {
        let mut new = Self { open: self.open.clone(), seen: self.seen.clone(), barred: self.barred.clone() };
        for (word, (neighbours, clashing)) in neighbours.iter().zip(clashing).enumerate() {
            new.barred[word] |= clashing;
            new.open[word] = (self.open[word] | neighbours & !self.seen[word]) & !new.barred[word];
            new.seen[word] |= neighbours;
        }
        new
    }

    fn take_first(&mut self) -> Option<usize> {
        let (word, bits) = self.open.iter_mut().enumerate().find(|(_, bits)| **bits != 0)?;
        let first = word * 64 + bits.trailing_zeros() as usize;
        *bits &= *bits - 1;
        Some(first)
    }
}

fn has(bits: &[u64], place: usize) -> bool {
    bits[place / 64] >> (place % 64) & 1 == 1
}

/// For each variable those that share a term or a group of rules with it.
fn neighbours(network: &Network<'_>, variables: &Variables) -> Vec<Bits> {
    let n_variables = variables.items.len();
    let mut rows = vec![vec![0; n_variables.div_ceil(64)]; network.n_links()];
    for (variable, items) in variables.items.iter().enumerate() {
        for link in items.iter().flat_map(|item| network.links(*item)) {
            rows[link][variable / 64] |= 1 << (variable % 64);
        }
    }
    let of_variable = |items: &Vec<usize>| {
        let mut union = vec![0; n_variables.div_ceil(64)];
        for link in items.iter().flat_map(|item| network.links(*item)) {
            union.iter_mut().zip(&rows[link]).for_each(|(union, row): (&mut u64, &u64)| *union |= row);
        }
        union
    };
    variables.items.iter().map(of_variable).collect()
}
