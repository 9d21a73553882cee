//! The fewest changes of a plan that reach a goal, with proof, or what stands in the way.

use std::collections::BTreeSet;

use super::{
    Basis, TableLimits,
    blocked::{Blocked, blocked},
    model::{Ask, Model, Price, Subject, Terms},
};
use crate::{
    analysis::{Count, Stop},
    domain::{PartyIx, Plan, PositionIx, Role, Strength, TermIx, ValueIx, ValueSet},
};

/// What the changes are to bring about. Only positions that count matter; no rule of the dossier may be broken either.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Goal {
    /// One cell is not contradicted.
    Cell(PartyIx, TermIx),
    /// No cell of the party is contradicted.
    Party(PartyIx),
    /// No red line is crossed.
    RedLines {
        /// True if red lines of parties that must accept are enough.
        must_accept_only: bool,
    },
}

/// Which changes are allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permitted {
    /// Terms of the plan that keep their value.
    pub locked: BTreeSet<TermIx>,
    /// True if values that nobody had put forward by the as-of date may be used too. The plan's own always may.
    pub later_values: bool,
    /// True if a term may also be taken out of the plan. Off as a rule: a plan that says nothing contradicts nobody.
    pub leaving_out: bool,
    /// So many answers are listed at most.
    pub max_listed: usize,
    /// How large tables may grow.
    pub limits: TableLimits,
}

impl Default for Permitted {
    /// Nothing locked, values put forward by then, no term taken out, eight answers.
    fn default() -> Self {
        Self {
            locked: BTreeSet::new(),
            later_values: false,
            leaving_out: false,
            max_listed: 8,
            limits: TableLimits::default(),
        }
    }
}

/// The fewest changes that reach a goal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FewestChanges {
    /// No fewer changes will do. 0 if the plan is there already.
    pub lower: usize,
    /// So many changes do it; `None` if no plan reaches the goal, or none was found yet.
    pub upper: Option<usize>,
    /// True if it is certain that no fewer will do, or that nothing will; false if the search was stopped early.
    pub proven: bool,
    /// In how many ways it can be done with so many changes, where that is known.
    pub n_ways: Option<Count>,
    /// The first ways, term by term in the order of the values.
    pub ways: Vec<Way>,
    /// True if there are no others, false if there are; `None` if that is not known.
    pub are_all: Option<bool>,
    /// If no plan reaches the goal, what stands in the way.
    pub blocked: Option<Blocked>,
}

/// Changes that reach a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The plan after the changes.
    pub plan: Plan,
    /// The changes, in the dossier's order; `None` takes the term out of the plan.
    pub changes: Vec<(TermIx, Option<ValueIx>)>,
    /// Changed terms for which other values would do as well, each with all of them.
    pub alike: Vec<(TermIx, ValueSet)>,
}

/// The fewest changes of the plan's terms to other values, all rules kept and what is locked left alone, after which the goal
/// is reached. If the plan breaks a rule, the changes that mend it count as well. Putting further terms into the plan never
/// lifts a contradiction, so it is not tried.
#[must_use]
pub fn fewest_changes(basis: Basis<'_>, goal: Goal, permitted: &Permitted, stop: Stop<'_>) -> FewestChanges {
    let positions = goal.positions(basis);
    let terms = Terms::of(basis, &permitted.locked, permitted.later_values, permitted.leaving_out);
    let ask =
        Ask { positions: &positions, price: Price::Apart, change: 1, minor_bits: 0, limits: permitted.limits, stop };
    let Ok(model) = Model::new(basis, &terms, ask) else { return FewestChanges::default() };
    let solved = model.with(|_: Subject| true).solve(&model.start(), permitted.max_listed, stop);
    let n_changes = |cost: i64| usize::try_from(cost).unwrap_or(0);
    let upper = solved.upper.as_ref().map(|(cost, _)| n_changes(*cost));
    let is_impossible = solved.is_proven && upper.is_none();
    let mut listed = solved.listed;
    if let Some((_, values)) = solved.upper.filter(|_| !solved.is_proven) {
        listed.push(values);
    }
    let way = |values: &Vec<usize>| {
        let plan = model.plan(values);
        let changes = plan.iter().filter(|(term, value)| *value != basis.plan.get(*term)).collect();
        let is_change = |(term, _): &(TermIx, ValueSet)| plan.get(*term) != basis.plan.get(*term);
        let alike = model.alike(values).into_iter().filter(is_change).collect();
        Way { changes, alike, plan }
    };
    FewestChanges {
        lower: if is_impossible { 0 } else { n_changes(solved.lower) },
        upper,
        proven: solved.is_proven,
        n_ways: solved.count,
        ways: listed.iter().map(way).collect(),
        are_all: solved.are_all,
        blocked: is_impossible.then(|| blocked(&model, stop)),
    }
}

impl Goal {
    /// The positions that must not be contradicted.
    fn positions(self, basis: Basis<'_>) -> Vec<PositionIx> {
        let matters = |ix: &PositionIx| {
            let position = basis.dossier.position(*ix);
            match self {
                Self::Cell(party, term) => position.party == party && position.about == Some(term),
                Self::Party(party) => position.party == party,
                Self::RedLines { must_accept_only } => {
                    let must_accept = basis.dossier.party(position.party).role == Role::MustAccept;
                    basis.situation.strength(*ix) == Strength::RedLine && (must_accept || !must_accept_only)
                }
            }
        };
        let in_force = basis.situation.all_in_force().iter().copied();
        in_force.filter(|ix| basis.can_mark(*ix, false) && matters(ix)).collect()
    }
}
