//! What a demand is worth over a box of plans: those whose values lie in one set of values a term. Searches and
//! eliminations ask nothing else.

use super::{Bits, Body, CompiledDemand, Table, Verdict};
use crate::domain::{Classes, Diagram, TermIx, ValueIx, ValueSet};

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
            *mask = among(classes, allowed[classes.term.get()]);
        }
        match &self.body {
            Body::Table(Table { demand, premise, all, slices }) => {
                let (mut hit, mut missed) = (false, false);
                for word in 0..all.len() {
                    let slice = slices.iter().zip(&*masks).fold(all[word], |slice, (slices, mask)| {
                        slice & bits_of(*mask).fold(0, |union, class| union | slices[class][word])
                    });
                    let met = demand[word] | premise.as_ref().map_or(0, |premise| !premise[word]);
                    hit |= met & slice != 0;
                    missed |= !met & slice != 0;
                    if hit && missed {
                        return Verdict::Undecided;
                    }
                }
                Verdict::of(Some(!missed))
            }
            Body::Diagram(diagram) => Verdict::of(diagram.within(masks)),
        }
    }

    /// True if the plan that gives each term the value at its place meets the demand.
    #[must_use]
    pub fn is_met_by(&self, plan: &[ValueIx]) -> bool {
        let class = |classes: &Classes| usize::from(classes.class_of[plan[classes.term.get()].get()]);
        match &self.body {
            Body::Table(Table { demand, premise, .. }) => {
                let (mut entry, mut stride) = (0, 1);
                for classes in &self.terms {
                    entry += class(classes) * stride;
                    stride *= classes.members.len();
                }
                is_met(demand, premise.as_ref(), entry)
            }
            Body::Diagram(diagram) => diagram.is_met(|slot| class(&self.terms[slot])),
        }
    }

    /// For each choice among these values of these terms, the first term's changing fastest, whether it contradicts the
    /// demand; the other terms have the value that `others` gives. `None` where that is more than looking it up, as it is
    /// where a term may be left open.
    pub(in crate::analysis) fn contradicted_by(
        &self,
        slots: &[(TermIx, Vec<Option<ValueIx>>)],
        others: impl Fn(TermIx) -> Option<ValueIx>,
    ) -> Option<Vec<bool>> {
        let Body::Table(Table { demand, premise, .. }) = &self.body else { return None };
        let (mut start, mut stride) = (0, 1);
        let mut steps = vec![None; slots.len()];
        for classes in &self.terms {
            let place = |value: &Option<ValueIx>| Some(usize::from(classes.class_of[(*value)?.get()]) * stride);
            match slots.iter().position(|(term, _)| *term == classes.term) {
                Some(slot) => steps[slot] = Some(slots[slot].1.iter().map(place).collect::<Option<Vec<usize>>>()?),
                None => start += place(&others(classes.term))?,
            }
            stride *= classes.members.len();
        }
        let mut entries = vec![start];
        for of_slot in steps {
            entries = of_slot?.iter().flat_map(|step| entries.iter().map(move |entry| entry + step)).collect();
        }
        Some(entries.into_iter().map(|entry| !is_met(demand, premise.as_ref(), entry)).collect())
    }

    /// True if the demand surely forgives `better` all that it forgives `worse`: every plan that meets it with `worse` for
    /// `term` meets it with `better` as well. False if that would take long to find out.
    #[must_use]
    pub fn allows_more(&self, term: TermIx, better: ValueIx, worse: ValueIx) -> bool {
        let Some(slot) = self.terms.iter().position(|classes| classes.term == term) else { return true };
        let classes = &self.terms[slot];
        let [better, worse] = [better, worse].map(|value| usize::from(classes.class_of[value.get()]));
        if better == worse {
            return true;
        }
        let (demand, premise) = match &self.body {
            Body::Table(Table { demand, premise, .. }) => (demand, premise),
            Body::Diagram(diagram) => return diagram.allows_more(slot, better, worse),
        };
        let is_met = |entry: usize| is_met(demand, premise.as_ref(), entry);
        let length = |classes: &Classes| classes.members.len();
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

    /// The diagram of a demand that has no table, and its terms with their classes.
    pub(in crate::analysis) fn diagram(&self) -> Option<(&Diagram, &[Classes])> {
        match &self.body {
            Body::Table(_) => None,
            Body::Diagram(diagram) => Some((&**diagram, &*self.terms)),
        }
    }
}

/// The classes that have a member among `values`.
fn among(classes: &Classes, values: ValueSet) -> u128 {
    let met = classes.members.iter().enumerate().filter(|(_, members)| members.0 & values.0 != 0);
    met.fold(0, |mask, (class, _)| mask | 1 << class)
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
