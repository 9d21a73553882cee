//! What would change if just one term were changed, for every term and value at once.
//!
//! All that a plan can do to a position is a small table over what it says about the position's terms, worked out once for
//! a day ([`ChangeTables`]). After that a change is a look-up in the tables that its term touches, once for all values that
//! nobody tells apart.

mod tables;

use super::Basis;
use crate::{
    analysis::{Change, Mark},
    domain::{Plan, TermIx, ValueIx},
};

pub use tables::ChangeTables;
use tables::{Cell, Touch};

/// What would change if one term had another value, or were taken out of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SingleChange<'a> {
    /// The term.
    pub term: TermIx,
    /// What the plan would say; `None` if the term were taken out.
    pub value: Option<ValueIx>,
    /// False for a value that nobody had put forward by the as-of date.
    pub put_forward: bool,
    /// The cells whose marks would change, as `changes` lists them.
    pub cells: &'a [Change],
    /// The rules that the plan would newly break, by their place in the dossier.
    pub breaks: &'a [usize],
    /// The rules that it would no longer break.
    pub mends: &'a [usize],
}

/// Every change of one term of a plan.
#[derive(Clone, Debug, Default)]
pub struct SingleChanges {
    all: Vec<One>,
    cells: Vec<Change>,
    rules: Vec<usize>,
}

/// One change; what it does stands in the lists. Values that come out the same share it.
#[derive(Clone, Copy, Debug)]
struct One {
    term: TermIx,
    value: Option<ValueIx>,
    put_forward: bool,
    outcome: Outcome,
}

/// Where the lists say what a change does.
#[derive(Clone, Copy, Debug)]
struct Outcome {
    cells: (usize, usize),
    breaks: (usize, usize),
    mends: (usize, usize),
}

impl SingleChanges {
    /// Term by term in the dossier's order, taking it out of the plan first, then value by value. What the plan says
    /// already is left out.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = SingleChange<'_>> {
        self.all.iter().map(|one| {
            let One { term, value, put_forward, outcome: Outcome { cells, breaks, mends } } = *one;
            SingleChange {
                term,
                value,
                put_forward,
                cells: &self.cells[cells.0..cells.1],
                breaks: &self.rules[breaks.0..breaks.1],
                mends: &self.rules[mends.0..mends.1],
            }
        })
    }
}

/// Every change of one term. Who asks again about other plans of the same day keeps the [`ChangeTables`].
#[must_use]
pub fn single_changes(basis: Basis<'_>) -> SingleChanges {
    ChangeTables::new(basis.dossier, basis.index, basis.situation).changes(basis)
}

impl ChangeTables {
    /// Every change of one term of the basis's plan.
    ///
    /// # Panics
    /// If the basis is of another dossier or day than the tables.
    #[must_use]
    pub fn changes(&self, basis: Basis<'_>) -> SingleChanges {
        let n_values = basis.plan.iter().map(|(term, _)| basis.dossier.term(term).values.len() + 1).sum();
        let (all, cells) = (Vec::with_capacity(n_values), Vec::with_capacity(2 * self.cells.len()));
        let mut found = SingleChanges { all, cells, rules: Vec::new() };
        let selected = self.selected(basis.plan);
        let broken: Vec<bool> = self.rules.iter().map(|rule| rule.is_broken(basis, basis.plan)).collect();
        let (mut marks, mut sums, mut outcomes) = (Vec::new(), Vec::new(), Vec::new());
        let mut plan = basis.plan.clone();
        for (term, now) in basis.plan.iter() {
            let touch = &self.touched[term.get()];
            self.marks(basis, &selected, term, (&mut sums, &mut marks));
            outcomes.clear();
            for class in 0..=touch.n_classes {
                let cells = self.changed_cells(touch, &marks, (touch.class(now), class), &mut found.cells);
                let mut outcome = Outcome { cells, breaks: (0, 0), mends: (0, 0) };
                if !touch.rules.is_empty() {
                    plan.set(term, touch.value(class));
                    outcome.breaks = self.turned(basis, touch, (&broken, &plan, true), &mut found.rules);
                    outcome.mends = self.turned(basis, touch, (&broken, &plan, false), &mut found.rules);
                    plan.set(term, now);
                }
                outcomes.push(outcome);
            }
            if now.is_some() {
                let outcome = outcomes[touch.n_classes];
                found.all.push(One { term, value: None, put_forward: true, outcome });
            }
            for (place, of_value) in basis.dossier.term(term).values.iter().enumerate() {
                let value = Some(ValueIx::at(place));
                if value != now {
                    let put_forward = of_value.is_put_forward(basis.situation.as_of);
                    found.all.push(One { term, value, put_forward, outcome: outcomes[touch.class(value)] });
                }
            }
        }
        found
    }

    /// The rules that a changed plan newly breaks, or no longer breaks, written into the list.
    fn turned(
        &self,
        basis: Basis<'_>,
        touch: &Touch,
        (broken, plan, wanted): (&[bool], &Plan, bool),
        list: &mut Vec<usize>,
    ) -> (usize, usize) {
        let first = list.len();
        for rule in &touch.rules {
            if broken[*rule] != wanted && self.rules[*rule].is_broken(basis, plan) == wanted {
                list.push(*rule);
            }
        }
        (first, list.len())
    }

    /// The cells that change from one class of values to another, written into the list.
    fn changed_cells(
        &self,
        touch: &Touch,
        marks: &[Mark],
        (now, then): (usize, usize),
        list: &mut Vec<Change>,
    ) -> (usize, usize) {
        let first = list.len();
        for (cell, marks) in touch.cells.iter().zip(marks.chunks_exact(touch.n_classes + 1)) {
            let (before, after) = (marks[now], marks[then]);
            if before != after && !(before.is_blank() && after.is_blank()) {
                let Cell { term, party, .. } = self.cells[*cell];
                list.push(Change { party, term, before, after });
            }
        }
        (first, list.len())
    }
}
