//! How many plans there are that contradict none of some positions.

use super::{
    Basis, TableLimits,
    model::{Ask, Model, Price, Subject, Terms},
};
use crate::{
    analysis::{Count, Index, Situation, Space, Stop, Which, countable},
    domain::{Dossier, Plan, PositionIx, TermIx, ValueSet},
};

/// Numbers of plans; `None` for what could not be counted in time or with tables of the allowed size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HowMany {
    /// Plans that keep the rules.
    pub in_all: Option<Count>,
    /// Those of them that contradict none of the positions asked about.
    pub contradicting_none: Option<Count>,
}

/// Counts the plans that set just these `terms`, each to one of the values that `space` gives it, keep the rules and
/// contradict no counted position of the kind asked for: with red lines of parties that must accept, the plans that cross
/// none of them.
#[must_use]
pub fn how_many(
    (dossier, index, situation): (&Dossier, &Index, &Situation),
    terms: &[TermIx],
    space: &Space,
    which: Which,
    stop: Stop<'_>,
) -> HowMany {
    let mut values = vec![ValueSet::default(); dossier.terms.len()];
    let mut plan = Plan::empty(dossier.terms.len());
    for term in terms {
        values[term.get()] = space.values()[term.get()];
        plan.set(*term, space.values()[term.get()].iter().next());
    }
    let basis = Basis { dossier, index, situation, plan: &plan };
    let asked = countable(dossier, index, situation, which);
    let positions: Vec<PositionIx> = asked.into_iter().filter(|ix| basis.can_mark(*ix, false)).collect();
    let terms = Terms { may_leave: vec![false; values.len()], values };
    let ask = Ask {
        positions: &positions,
        price: Price::Apart,
        change: 0,
        minor_bits: 0,
        limits: TableLimits::default(),
        stop,
    };
    let Ok(model) = Model::new(basis, &terms, ask) else {
        return HowMany { in_all: None, contradicting_none: None };
    };
    let count = |is_asked: &dyn Fn(Subject) -> bool| {
        let solved = model.with(is_asked).solve(&model.start(), 0, stop);
        // A count is that of all plans only if it is known without listing them.
        let count = if solved.is_proven && solved.upper.is_none() { Some(Count::default()) } else { solved.count };
        count.map(|count| count * &model.n_settled)
    };
    HowMany { in_all: count(&|subject| matches!(subject, Subject::Rule(_))), contradicting_none: count(&|_| true) }
}
