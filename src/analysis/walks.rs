//! All that plans can do to the positions and rules of a dossier, as walks: from a root along what a plan says about one
//! term after another, to what comes of it. Who walks decides nothing, so that a page without this program can show its
//! marks.
//!
//! A demand is taken apart term by term. What is left of it ([`Rest`]) says which beginnings have the same ends, so that
//! demands over many terms need no table of all combinations; every end is asked of the library itself. Demands that fall
//! into too many pieces have no walk.

mod rest;

use std::collections::HashMap;

use super::{
    CompiledDemand, Effect, Index, Mark, Tally, Verdict,
    gathered::{Gathered, asked, effect},
};
use crate::domain::{Demand, Dossier, Plan, PositionIx, Reading, Strength, TermIx, ValueIx};
use rest::Rest;

/// The largest number of pieces of one demand, and of terms that it mentions.
const MAX_PIECES: usize = 1 << 13;
const MAX_TERMS: usize = 400;

/// Where a walk goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Next {
    /// At a fork.
    Fork(usize),
    /// Nowhere: this comes of the plan.
    End(u8),
}

/// Where what a plan says about a term decides how a walk goes on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fork {
    /// The term.
    pub term: TermIx,
    /// Where it goes on if the term is not in the plan, then for each of its values.
    pub next: Vec<Next>,
}

/// The walks of a dossier.
#[derive(Clone, Debug, Default)]
pub struct Walks {
    /// All forks; each leads to earlier ones only.
    pub forks: Vec<Fork>,
    /// For each position where its walk begins; the end is the place of an effect in the order of [`Effect`]. `None` for a
    /// demand that falls into too many pieces.
    pub positions: Vec<Option<Next>>,
    /// For each rule; the end is 1 if the plan breaks it.
    pub rules: Vec<Option<Next>>,
}

impl Walks {
    /// Works them out, for this reading of strengths.
    #[must_use]
    pub fn new(dossier: &Dossier, index: &Index, reading: Reading) -> Self {
        Self::within(dossier, index, reading, MAX_PIECES)
    }

    /// The same with no demand falling into more than `max_pieces`.
    #[must_use]
    pub fn within(dossier: &Dossier, index: &Index, reading: Reading, max_pieces: usize) -> Self {
        let mut making = Making { dossier, max_pieces, forks: Vec::new(), known: HashMap::new() };
        let of_position = |ix: PositionIx| {
            let position = dossier.position(ix);
            let (Some(demand), Some(compiled)) = (&position.demand, index.demand(ix)) else {
                return Some(Next::End(Effect::NoDemand as u8));
            };
            let strength = reading.strength(position);
            let end = |plan: &Plan| effect(dossier, index, plan, ix, strength) as u8;
            making.walk((demand, compiled, asked(index, ix, strength)), position.about, &end)
        };
        let positions = PositionIx::all(dossier.positions.len()).map(of_position).collect();
        let of_rule = |(rule, compiled): (&crate::domain::Rule, &CompiledDemand)| {
            let end = |plan: &Plan| u8::from(compiled.decide(plan).verdict == Verdict::Contradicted);
            making.walk((&rule.demand, compiled, None), None, &end)
        };
        let rules = dossier.rules.iter().zip(index.rules()).map(of_rule).collect();
        Self { forks: making.forks, positions, rules }
    }
}

/// The forks while they are made.
struct Making<'a> {
    dossier: &'a Dossier,
    max_pieces: usize,
    forks: Vec<Fork>,
    known: HashMap<Fork, usize>,
}

/// A demand while its walk is made.
struct Walk<'a> {
    /// Its terms in the order of the walk, each with a class for every value: values of one class are the same to it.
    terms: Vec<(TermIx, &'a [u8])>,
    /// What comes of a plan.
    end: &'a dyn Fn(&Plan) -> u8,
    plan: Plan,
    done: HashMap<(usize, Left), Next>,
}

/// What is left of a demand, and of what it asks for where that makes a difference.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct Left {
    demand: Rest,
    asked: Rest,
}

impl Left {
    fn after(&self, at: usize, value: Option<ValueIx>) -> Self {
        Self { demand: self.demand.after(at, value), asked: self.asked.after(at, value) }
    }
}

impl Making<'_> {
    /// `None` if the demand falls into too many pieces.
    fn walk(
        &mut self,
        (demand, compiled, asked): (&Demand, &CompiledDemand, Option<&Demand>),
        about: Option<TermIx>,
        end: &dyn Fn(&Plan) -> u8,
    ) -> Option<Next> {
        // The term of the cell comes last: what else it could say decides whether its value is the only one left.
        let mut order = rest::terms(demand);
        order.sort_by_key(|term| Some(*term) == about);
        if order.len() > MAX_TERMS {
            return None;
        }
        let classes = |term: &TermIx| Some((*term, compiled.classes_of(*term)?));
        let terms = order.iter().map(classes).collect::<Option<Vec<_>>>()?;
        let plan = Plan::empty(self.dossier.terms.len());
        let mut walk = Walk { terms, end, plan, done: HashMap::new() };
        let whole = |demand| Rest::new(self.dossier, demand, &order);
        let left = Left { demand: whole(demand), asked: asked.map(whole).unwrap_or_default() };
        self.piece(&mut walk, 0, left)
    }

    fn piece(&mut self, walk: &mut Walk<'_>, at: usize, left: Left) -> Option<Next> {
        let Some((term, class_of)) = walk.terms.get(at).copied() else {
            return Some(Next::End((walk.end)(&walk.plan)));
        };
        let key = (at, left);
        if let Some(next) = walk.done.get(&key) {
            return Some(*next);
        }
        if walk.done.len() >= self.max_pieces {
            return None;
        }
        let n_classes = class_of.iter().max().map_or(0, |last| usize::from(*last) + 1);
        let members = (0..n_classes).map(|class| class_of.iter().position(|of| usize::from(*of) == class));
        let values = std::iter::once(None).chain(members.map(|value| value.map(ValueIx::at)));
        let mut by_class = Vec::with_capacity(n_classes + 1);
        for value in values {
            walk.plan.set(term, value);
            // Behind the last term nothing is left to tell beginnings apart by.
            let left = if at + 1 < walk.terms.len() { key.1.after(at, value) } else { Left::default() };
            let next = match at + 1 < walk.terms.len() {
                true => self.piece(walk, at + 1, left)?,
                false => Next::End((walk.end)(&walk.plan)),
            };
            by_class.push(next);
        }
        walk.plan.set(term, None);
        let next = if by_class.windows(2).all(|pair| pair[0] == pair[1]) {
            by_class[0]
        } else {
            let of_values = class_of.iter().map(|class| by_class[usize::from(*class) + 1]);
            self.fork(Fork { term, next: std::iter::once(by_class[0]).chain(of_values).collect() })
        };
        walk.done.insert(key, next);
        Some(next)
    }

    fn fork(&mut self, fork: Fork) -> Next {
        let forks = &mut self.forks;
        Next::Fork(*self.known.entry(fork).or_insert_with_key(|fork| {
            forks.push(fork.clone());
            forks.len() - 1
        }))
    }
}

/// The rule of marks as tables: what each effect adds to a cell, and what becomes of each sum.
#[derive(Clone, Debug)]
pub(crate) struct MarkRule {
    /// For each effect and strength, in their orders, the bits that a position adds to its cell.
    pub(crate) adds: Vec<[u8; STRENGTHS.len()]>,
    /// The mark of each sum of bits: first where nothing is on file, then where something is.
    pub(crate) marks: [Vec<Mark>; 2],
    /// The figure of a tally that each sum counts for, in the order of [`Tally`], in the same way.
    pub(crate) figures: [Vec<usize>; 2],
}

const EFFECTS: [Effect; 6] =
    [Effect::Contradicts, Effect::Supports, Effect::InLine, Effect::NotTakenUp, Effect::Depends, Effect::NoDemand];

const STRENGTHS: [Strength; 4] = [Strength::RedLine, Strength::Opposes, Strength::Prefers, Strength::Offers];

impl MarkRule {
    /// The rule.
    #[must_use]
    pub(crate) fn new() -> Self {
        let adds = |effect| STRENGTHS.map(|strength| Gathered::of(effect, strength).bits());
        let figure = |gathered: Gathered, on_file| {
            let Tally { red_lines, opposed, otherwise, in_line, silent, on_file, depends } = gathered.tally(on_file);
            let figures = [red_lines, opposed, otherwise, in_line, silent, on_file, depends];
            figures.iter().position(|n| *n > 0).expect("a cell counts for one figure")
        };
        Self {
            adds: EFFECTS.map(adds).to_vec(),
            marks: [false, true].map(|on_file| Gathered::all().map(|sum| sum.mark(on_file)).collect()),
            figures: [false, true].map(|on_file| Gathered::all().map(|sum| figure(sum, on_file)).collect()),
        }
    }
}

impl Default for MarkRule {
    fn default() -> Self {
        Self::new()
    }
}
