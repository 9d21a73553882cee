//! What a demand is worth over a box of plans: those whose values lie in one set of values a term. Searches and
//! eliminations ask nothing else.

use super::{Bits, Body, CompiledDemand, Node, TermClasses, Verdict};
use crate::domain::{TermIx, ValueIx, ValueSet};

/// Class sets of so many terms fit on the stack; few demands name more.
const FEW: usize = 8;

impl CompiledDemand {
    /// The verdict that all plans share which set every term of the demand to one of its `allowed` values, given by term:
    /// `Met` if every such plan meets it, `Contradicted` if none does, else `Undecided`.
    ///
    /// No set may be empty. Unlike [`decide`](Self::decide), which leaves a condition open that the plan leaves open,
    /// this looks at whole plans only, so that an `If` is an ordinary implication.
    #[must_use]
    pub fn within(&self, allowed: &[ValueSet]) -> Verdict {
        if self.terms.len() <= FEW {
            let mut masks = [0; FEW];
            self.within_classes(allowed, &mut masks[..self.terms.len()])
        } else {
            self.within_classes(allowed, &mut vec![0; self.terms.len()])
        }
    }

    fn within_classes(&self, allowed: &[ValueSet], masks: &mut [u128]) -> Verdict {
        for (mask, classes) in masks.iter_mut().zip(&self.terms) {
            *mask = classes.among(allowed[classes.term.get()]);
        }
        let shared = match &self.body {
            Body::Table { demand, premise, all } => {
                let (mut hit, mut missed) = (false, false);
                for word in 0..all.len() {
                    let slice = self.terms.iter().zip(&*masks).fold(all[word], |slice, (classes, mask)| {
                        slice & bits_of(*mask).fold(0, |union, class| union | classes.slices[class][word])
                    });
                    let met = demand[word] | premise.as_ref().map_or(0, |premise| !premise[word]);
                    hit |= met & slice != 0;
                    missed |= !met & slice != 0;
                    if hit && missed {
                        return Verdict::Undecided;
                    }
                }
                Some(!missed)
            }
            Body::Tree(node) => exact_over(node, masks),
        };
        match shared {
            Some(true) => Verdict::Met,
            Some(false) => Verdict::Contradicted,
            None => Verdict::Undecided,
        }
    }

    /// True if the plan that gives each term the value at its place meets the demand.
    #[must_use]
    pub fn is_met_by(&self, plan: &[ValueIx]) -> bool {
        let class = |classes: &TermClasses| usize::from(classes.class_of[plan[classes.term.get()].get()]);
        match &self.body {
            Body::Table { demand, premise, .. } => {
                let (mut entry, mut stride) = (0, 1);
                for classes in &self.terms {
                    entry += class(classes) * stride;
                    stride *= classes.members.len();
                }
                is_met(demand, premise.as_ref(), entry)
            }
            Body::Tree(node) => {
                let masks: Vec<u128> = self.terms.iter().map(|classes| 1 << class(classes)).collect();
                node.value_over(&masks) == Some(true)
            }
        }
    }

    /// True if the demand surely forgives `better` all that it forgives `worse`: every plan that meets it with `worse` for
    /// `term` meets it with `better` as well. For demands without a table only the same class counts as sure.
    #[must_use]
    pub fn allows_more(&self, term: TermIx, better: ValueIx, worse: ValueIx) -> bool {
        let Some(slot) = self.terms.iter().position(|classes| classes.term == term) else { return true };
        let classes = &self.terms[slot];
        let [better, worse] = [better, worse].map(|value| usize::from(classes.class_of[value.get()]));
        if better == worse {
            return true;
        }
        let Body::Table { demand, premise, .. } = &self.body else { return false };
        let is_met = |entry: usize| is_met(demand, premise.as_ref(), entry);
        let length = |classes: &TermClasses| classes.members.len();
        let stride: usize = self.terms[..slot].iter().map(length).product();
        let blocks: usize = self.terms[slot + 1..].iter().map(length).product();
        let block = stride * classes.members.len();
        (0..blocks).all(|high| {
            let start = high * block;
            (start..start + stride).all(|low| !is_met(low + worse * stride) || is_met(low + better * stride))
        })
    }

    /// The class of each value of a term; values of one class are the same to the demand. `None` if it does not mention it.
    #[must_use]
    pub(in crate::analysis) fn classes_of(&self, term: TermIx) -> Option<&[u8]> {
        self.terms.iter().find(|classes| classes.term == term).map(|classes| &*classes.class_of)
    }
}

impl TermClasses {
    /// The classes that have a member among `values`.
    fn among(&self, values: ValueSet) -> u128 {
        let met = self.members.iter().enumerate().filter(|(_, members)| members.0 & values.0 != 0);
        met.fold(0, |mask, (class, _)| mask | 1 << class)
    }
}

/// True if the demand of a table is met in an entry, or its premise fails there.
fn is_met(demand: &Bits, premise: Option<&Bits>, entry: usize) -> bool {
    let word = demand[entry / 64] | premise.map_or(0, |premise| !premise[entry / 64]);
    word >> (entry % 64) & 1 == 1
}

/// The places of the ones.
fn bits_of(mut mask: u128) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let lowest = mask.trailing_zeros() as usize;
        (mask != 0).then(|| {
            mask &= mask - 1;
            lowest
        })
    })
}

/// The truth that all choices from the class sets share, if they share one.
fn exact_over(node: &Node, masks: &mut [u128]) -> Option<bool> {
    if let Some(value) = node.value_over(masks) {
        return Some(value);
    }
    let slot = node.first_wide(masks)?;
    let mask = masks[slot];
    let mut shared = None;
    for class in bits_of(mask) {
        masks[slot] = 1 << class;
        let value = exact_over(node, masks);
        if value.is_none() || shared.is_some_and(|shared| Some(shared) != value) {
            masks[slot] = mask;
            return None;
        }
        shared = value;
    }
    masks[slot] = mask;
    shared
}

impl Node {
    /// Kleene's value over class sets, an `If` being an implication: sound, and complete where every set has one class.
    fn value_over(&self, masks: &[u128]) -> Option<bool> {
        let decided = |parts: &[Self], stop: bool| {
            let mut open = false;
            for part in parts {
                match part.value_over(masks) {
                    Some(value) if value == stop => return Some(stop),
                    Some(_) => {}
                    None => open = true,
                }
            }
            (!open).then_some(!stop)
        };
        match self {
            Self::Leaf { slot, classes } => match (masks[*slot] & classes, masks[*slot] & !classes) {
                (_, 0) => Some(true),
                (0, _) => Some(false),
                _ => None,
            },
            Self::Not(inner) => inner.value_over(masks).map(|value| !value),
            Self::All(parts) => decided(parts, false),
            Self::Any(parts) => decided(parts, true),
            Self::If(premise, consequence) => match (premise.value_over(masks), consequence.value_over(masks)) {
                (Some(false), _) | (_, Some(true)) => Some(true),
                (Some(true), consequence) => consequence,
                (None, Some(false) | None) => None,
            },
            Self::Open => None,
        }
    }

    /// The first term that the node mentions and that has more than one class left.
    fn first_wide(&self, masks: &[u128]) -> Option<usize> {
        match self {
            Self::Leaf { slot, .. } => (masks[*slot].count_ones() > 1).then_some(*slot),
            Self::Not(inner) => inner.first_wide(masks),
            Self::All(parts) | Self::Any(parts) => parts.iter().find_map(|part| part.first_wide(masks)),
            Self::If(premise, consequence) => premise.first_wide(masks).or_else(|| consequence.first_wide(masks)),
            Self::Open => None,
        }
    }
}
