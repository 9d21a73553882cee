//! Demands that are too wide for a table: decided when asked, with the reason.

use super::{Var, factor::Factor};
use crate::{
    analysis::plans::least::{Judge, Ruled},
    domain::{Plan, TermIx, ValueIx},
};

/// A demand over variables whose table would be too large.
pub(super) struct Wide<'a> {
    factor: Factor<'a>,
    /// The variables, each with its term and what each of its values says.
    slots: Vec<(TermIx, usize, Vec<Option<ValueIx>>)>,
    /// What the plan says of the other terms. Of those whose values the demand cannot tell apart any value will do.
    others: Plan,
    /// A variable with the values at which the demand is not paid for; without it, it never is.
    unpaid: Option<(usize, Vec<usize>)>,
}

impl<'a> Wide<'a> {
    /// A demand over these of all variables.
    pub(super) fn new(
        factor: Factor<'a>,
        own: impl Iterator<Item = usize>,
        vars: &[Var],
        settled: &Plan,
        unpaid: Option<(usize, Vec<usize>)>,
    ) -> Self {
        let mut others = settled.clone();
        vars.iter().for_each(|var| others.set(var.term, var.classes[0].choice));
        let slot = |var: usize| (vars[var].term, var, vars[var].classes.iter().map(|class| class.choice).collect());
        Self { factor, slots: own.map(slot).collect(), others, unpaid }
    }

    /// Whether all plans contradict it that give these slots the values said.
    fn is_contradicted(&self, value_of: impl Fn(usize) -> Option<usize>) -> bool {
        let slot_of = |term: TermIx| self.slots.iter().position(|(own, ..)| *own == term);
        let is_there = |about: TermIx| match slot_of(about) {
            None => self.others.get(about).is_some(),
            Some(place) => match value_of(place) {
                Some(value) => self.slots[place].2[value].is_some(),
                None => self.slots[place].2.iter().all(Option::is_some),
            },
        };
        self.factor.about.is_none_or(is_there)
            && self.factor.is_failed(|term| match slot_of(term) {
                Some(place) => self.slots[place].2[value_of(place)?],
                None => self.others.get(term),
            })
    }
}

impl Judge for Wide<'_> {
    fn is_out(&self, values: &[usize]) -> bool {
        self.unpaid.as_ref().is_none_or(|(var, unpaid)| unpaid.contains(&values[*var]))
            && self.is_contradicted(|place| Some(values[self.slots[place].1]))
    }

    fn alone(&self) -> Vec<Ruled> {
        let of_slot = |place: usize| {
            let (_, var, choices) = &self.slots[place];
            let contradicts = |value: &usize| self.is_contradicted(|other| (other == place).then_some(*value));
            let values: Vec<usize> = (0..choices.len()).filter(contradicts).collect();
            (!values.is_empty()).then(|| [(*var, values)].into_iter().chain(self.unpaid.clone()).collect())
        };
        (0..self.slots.len()).filter_map(of_slot).collect()
    }

    fn why(&self, values: &[usize]) -> Ruled {
        let mut needed: Vec<bool> = vec![true; self.slots.len()];
        for place in 0..self.slots.len() {
            needed[place] = false;
            needed[place] = !self.is_contradicted(|other| needed[other].then(|| values[self.slots[other].1]));
        }
        let is_needed = self.slots.iter().zip(&needed).filter(|(_, needed)| **needed);
        is_needed.map(|((_, var, _), _)| (*var, vec![values[*var]])).chain(self.unpaid.clone()).collect()
    }
}
