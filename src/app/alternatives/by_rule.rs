//! The same question by every counting rule: what depends on how one counts shows only when the answers stand side by side.

use std::{collections::BTreeSet, sync::atomic::AtomicBool};

use strum::IntoEnumIterator as _;

use super::least::{self, Answer};
use crate::{
    analysis::{CountingRule, Wishes},
    app::Document,
    domain::{Plan, TermIx, ValueIx},
};

/// The answers in the order of the rules, as far as they are known.
#[derive(Clone, Debug, Default)]
pub struct ByRule {
    /// One a rule.
    pub answers: Vec<Answer>,
}

/// Works the answers out one after another; `tell` hears of each.
pub(in crate::app) fn answer(
    wishes: &Wishes,
    document: &Document,
    stop: &AtomicBool,
    tell: &mut dyn FnMut(ByRule),
) -> ByRule {
    let mut found = ByRule::default();
    for rule in CountingRule::iter() {
        let wishes = Wishes { rule, ..wishes.clone() };
        found.answers.push(least::answer(&wishes, document, stop, &mut |_| {}));
        tell(found.clone());
    }
    found
}

impl ByRule {
    /// True once every rule has its answer.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.answers.len() == CountingRule::iter().count()
    }

    /// How many of the plans listed are an answer by every rule.
    #[must_use]
    pub(crate) fn n_in_all(&self) -> usize {
        let Some((first, rest)) = self.answers.split_first() else { return 0 };
        let has = |answer: &Answer, plan: &Plan| answer.found.plans.iter().any(|one| one.plan == *plan);
        first.found.plans.iter().filter(|one| rest.iter().all(|answer| has(answer, &one.plan))).count()
    }

    /// True if all rules list the same plans.
    #[must_use]
    pub(crate) fn is_one_answer(&self) -> bool {
        self.answers.iter().all(|answer| answer.found.plans.len() == self.n_in_all())
    }

    /// The terms on which the rules part: what the plans of one say there is not what those of another say.
    #[must_use]
    pub(crate) fn parting(&self, n_terms: usize) -> Vec<TermIx> {
        let said = |answer: &Answer, term: TermIx| -> BTreeSet<Option<ValueIx>> {
            answer.found.plans.iter().map(|one| one.plan.get(term)).collect()
        };
        let parts = |term: &TermIx| {
            let mut sets = self.answers.iter().map(|answer| said(answer, *term));
            sets.next().is_some_and(|first| sets.any(|other| other != first))
        };
        TermIx::all(n_terms).filter(parts).collect()
    }
}
