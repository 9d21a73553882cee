//! What is asked: about which plans, and about which positions.

use crate::{
    analysis::{Index, Situation},
    domain::{Date, Dossier, Plan, PositionIx, Role, Strength, Term, TermIx, ValueSet},
};

/// Which plans are asked about: those with one of these values for each term, and all rules kept.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Space(Vec<ValueSet>);

impl Space {
    /// Every plan that the dossier can express, with values that nobody had put forward yet.
    #[must_use]
    pub fn all(dossier: &Dossier) -> Self {
        Self(dossier.terms.iter().map(Term::all_values).collect())
    }

    /// Whatever the plan: every plan made of values put forward by `day`. A term all of whose values came later keeps them,
    /// since a plan need not mention it and no position should fail on that account.
    #[must_use]
    pub fn put_forward_by(dossier: &Dossier, day: Date) -> Self {
        let by_then = |since: Option<Date>| since.is_none_or(|since| since.earliest() <= day.earliest());
        let of_term = |term: &Term| {
            let values = term.all_values().iter();
            let early: ValueSet = values.filter(|value| by_then(term.values[value.get()].since)).collect();
            if early.is_empty() { term.all_values() } else { early }
        };
        Self(dossier.terms.iter().map(of_term).collect())
    }

    /// On this plan: what `plan` decides is fixed, new or not, the rest stays open.
    #[must_use]
    pub fn on_plan(mut self, plan: &Plan) -> Self {
        for (term, value) in plan.iter() {
            if let Some(value) = value {
                self.0[term.get()] = ValueSet::only(value);
            }
        }
        self
    }

    /// The same plans and those that have one of another space's values for this term.
    #[must_use]
    pub(super) fn widened(mut self, term: TermIx, other: &Self) -> Self {
        self.0[term.get()].0 |= other.0[term.get()].0;
        self
    }

    /// The values of each term.
    #[must_use]
    pub fn values(&self) -> &[ValueSet] {
        &self.0
    }
}

/// Which of the countable positions are asked about; by default all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Which {
    /// Only red lines.
    pub red_lines_only: bool,
    /// Only positions of parties that must accept.
    pub must_accept_only: bool,
}

/// The positions that can clash: in force, counted, with a demand, and no mere offer, since an offer that is not taken up
/// contradicts nothing. In the dossier's order.
#[must_use]
pub fn countable(dossier: &Dossier, index: &Index, situation: &Situation, which: Which) -> Vec<PositionIx> {
    let is_asked = |ix: &PositionIx| {
        let position = dossier.position(*ix);
        situation.uncounted(*ix).is_none()
            && index.demand(*ix).is_some()
            && situation.strength(*ix).can_be_contradicted()
            && (!which.red_lines_only || situation.strength(*ix) == Strength::RedLine)
            && (!which.must_accept_only || dossier.party(position.party).role == Role::MustAccept)
    };
    situation.all_in_force().iter().copied().filter(is_asked).collect()
}

/// A question about clashes: these positions, over these plans.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The dossier, for its rules and for who holds a position.
    pub dossier: &'a Dossier,
    /// Its compiled demands.
    pub index: &'a Index,
    /// The plans.
    pub space: &'a Space,
    /// The positions, each once; as a rule those of [`countable`]. One without a demand is met by every plan.
    pub positions: &'a [PositionIx],
}
