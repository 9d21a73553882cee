//! What to ask.

use super::Basis;
use crate::{
    analysis,
    app::on_file::{Asked, n_answers},
    domain::{Dossier, Scenario, TermIx, ValueIx},
};

/// The number of questions that are proposed: more do not fit a quarter of an hour.
const PROPOSED: usize = 3;

/// What is asked of a scenario unless a class chooses something else: rows in which all three answers are on file first,
/// then those with two, in the order of the table. While anything is `hidden`, that order alone: the proposal would tell.
#[must_use]
pub fn proposal(on: analysis::Basis<'_>, scenario: &Scenario, basis: Basis, hidden: bool) -> Vec<Asked> {
    let alone = basis == Basis::OneByOne;
    let mut rows: Vec<(usize, Asked)> = Vec::new();
    for term in TermIx::all(on.dossier.terms.len()) {
        let candidates = values_to_ask(on.dossier, scenario, term, basis);
        let rated = candidates.into_iter().map(|value| {
            let asked = Asked { term, value };
            (if hidden { 3 } else { n_answers(on, asked, alone) }, asked)
        });
        // The first of those with the most different answers: the order of values is the dossier's.
        let mut first: Option<(usize, Asked)> = None;
        for (n, asked) in rated {
            if first.is_none_or(|(most, _)| n > most) {
                first = Some((n, asked));
            }
            if n == 3 {
                break;
            }
        }
        rows.extend(first);
    }
    rows.sort_by_key(|(n, asked)| (std::cmp::Reverse(*n), *asked));
    let mut asked: Vec<Asked> = rows.into_iter().map(|(_, asked)| asked).take(PROPOSED).collect();
    asked.sort_unstable();
    asked
}

/// The values of a term that can be asked about.
#[must_use]
pub(crate) fn values_to_ask(dossier: &Dossier, scenario: &Scenario, term: TermIx, basis: Basis) -> Vec<ValueIx> {
    match basis {
        Basis::ThisPlan => scenario.plan.get(term).into_iter().collect(),
        Basis::OneByOne => {
            let values = &dossier.term(term).values;
            let put_forward = |value: &ValueIx| values[value.get()].is_put_forward(scenario.as_of);
            (0..values.len()).map(ValueIx::at).filter(put_forward).collect()
        }
    }
}
