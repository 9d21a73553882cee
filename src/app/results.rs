//! What follows from the document, worked out once after each change.

use std::sync::{Arc, OnceLock};

use crate::{
    analysis::{Change, Ended, Judged, Matrix, Situation, changes, ended},
    domain::{TermIx, ValueIx},
};

use super::{Document, Label, examples::Marked};

/// The marks and counts of the document, and what the last action changed.
#[derive(Clone, Debug)]
pub struct Results {
    /// Which positions are in force and count.
    pub situation: Situation,
    /// All marks and counts. Views ask the state for them: some may be hidden.
    pub(super) matrix: Matrix,
    /// What the last action did to the marks; gone at the next one.
    pub last_change: Option<LastChange>,
    /// The marks if the option under the pointer were chosen.
    pub preview: Option<Preview>,
    /// For each mark a plan of a single term that brings it, once somebody asked.
    examples: OnceLock<Arc<[Marked]>>,
}

/// The last action and the cells whose marks it changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastChange {
    /// What was done.
    pub label: Label,
    /// True if it was taken back rather than done.
    pub undone: bool,
    /// The cells that changed; empty if the dossier changed as a whole.
    pub(super) cells: Vec<Change>,
    /// The positions that ended between the day before it and the day after it, if it was a step of the date.
    pub(super) ended: Vec<Ended>,
}

/// What would change if one term were changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The term.
    pub term: TermIx,
    /// The value that is tried.
    pub value: Option<ValueIx>,
    /// The cells that would change.
    pub(super) cells: Vec<Change>,
}

impl Results {
    /// The results of a document.
    #[must_use]
    pub fn new(document: &Document) -> Self {
        let Judged { situation, matrix, .. } = document.judged();
        Self { situation, matrix, last_change: None, preview: None, examples: OnceLock::new() }
    }

    /// Examples of the marks, made once.
    pub(super) fn examples(&self, make: impl FnOnce() -> Vec<Marked>) -> &[Marked] {
        self.examples.get_or_init(|| make().into())
    }

    /// The number of terms in the plan.
    #[must_use]
    pub fn n_in_plan(&self) -> usize {
        self.matrix.n_in_plan
    }

    /// The rules that the plan breaks, by their place in the dossier: no party's verdict.
    #[must_use]
    pub fn broken_rules(&self) -> &[usize] {
        &self.matrix.broken_rules
    }

    /// Brings the results up to date after `label` changed the document.
    pub fn update(&mut self, document: &Document, label: Label, undone: bool, same_dossier: bool) {
        let mut next = Self::new(document);
        let cells = if same_dossier { changes(&self.matrix, &next.matrix) } else { Vec::new() };
        let is_step = same_dossier && matches!(label, Label::AsOf { .. });
        let ended = if is_step { ended(&document.case.dossier, &self.situation, &next.situation) } else { Vec::new() };
        next.last_change = Some(LastChange { label, undone, cells, ended });
        *self = next;
    }

    /// Works out what choosing `value` for `term` would change; nothing if that is the plan already.
    pub(crate) fn set_preview(&mut self, document: &Document, tried: Option<(TermIx, Option<ValueIx>)>) {
        if self.preview.as_ref().map(|preview| (preview.term, preview.value)) == tried {
            return;
        }
        self.preview =
            tried.filter(|(term, value)| document.scenario.plan.get(*term) != *value).map(|(term, value)| {
                let plan = document.scenario.plan.with(term, value);
                let after = document.basis(&self.situation).with_plan(&plan).matrix();
                Preview { term, value, cells: changes(&self.matrix, &after) }
            });
    }
}
