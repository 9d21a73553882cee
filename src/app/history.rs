//! Undo and redo: snapshots of the whole document, each step with a label.

use std::{mem::discriminant, sync::Arc};

use super::{Document, case::CaseStep};
use crate::{
    domain::{Counted, Date, DebriefField, Guess, Job, Observer, Scenario, TermIx, ValueIx},
    format::Splice,
};

/// The largest number of steps that can be undone.
const MAX_STEPS: usize = 500;

/// What a step did, for the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// A term changed.
    Term {
        /// The term.
        term: TermIx,
        /// What the plan said before.
        from: Option<ValueIx>,
        /// What the plan says now.
        to: Option<ValueIx>,
    },
    /// So many terms changed at once.
    Terms(usize),
    /// The as-of date changed.
    AsOf {
        /// The day before.
        from: Date,
        /// The day now.
        to: Date,
    },
    /// Which statements count.
    Counted {
        /// What counted before.
        from: Counted,
        /// What counts now.
        to: Counted,
    },
    /// A scenario with this title was opened.
    Opened(String),
    /// Plan B with this title took the place of the document, which is plan B now.
    Swapped(String),
    /// A new, empty plan.
    New,
    /// The plan was emptied.
    Cleared,
    /// The title became this.
    Title(String),
    /// The notes.
    Notes,
    /// A student's guess.
    Guess,
    /// Something that a class writes.
    Class(ClassStep),
    /// Something of the case itself.
    Case(CaseStep),
}

impl Label {
    /// True if the step wrote something that no mark depends on.
    #[must_use]
    pub(crate) fn is_writing(&self) -> bool {
        match self {
            Self::Title(_) | Self::Notes | Self::Guess => true,
            Self::Class(step) => !matches!(step, ClassStep::Proposal(_)),
            Self::Case(_) => true,
            _ => false,
        }
    }

    /// True if the step put another plan in the place of the one before.
    #[must_use]
    pub(crate) fn is_another_plan(&self) -> bool {
        matches!(self, Self::Opened(_) | Self::Swapped(_) | Self::New)
    }

    /// True if a change with this label, right after one with `before`, goes on typing the same text.
    fn continues(&self, before: &Self) -> bool {
        match (self, before) {
            (Self::Class(now), Self::Class(before)) => now == before && now.is_typed(),
            (Self::Case(now), Self::Case(before)) => now == before && now.is_typed(),
            (Self::Title(_) | Self::Notes | Self::Guess, _) => discriminant(self) == discriminant(before),
            _ => false,
        }
    }
}

/// One step: the way to the document as it was on its other side.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// What the step did.
    pub label: Label,
    way: Way,
}

/// The way from one side of a step to the other.
#[derive(Clone, Debug)]
enum Way {
    /// This is what stands there.
    To(Arc<Document>),
    /// The text of the case with these splices, one after the other; then the plan is this, if that text is sound. A long
    /// text is not kept for each letter that was typed into it.
    By { splices: Vec<Splice>, scenario: Box<Scenario> },
}

impl Way {
    /// What stands at its end, and the way back. `None` if there is no such way from `now`.
    fn go(self, now: Arc<Document>) -> Option<(Arc<Document>, Self)> {
        let (splices, scenario) = match self {
            Self::To(document) => return Some((document, Self::To(now))),
            Self::By { splices, scenario } => (splices, scenario),
        };
        let mut there = now.with_splices(&splices)?;
        // Carried by ids alone a value would be lost for good that was taken away and brought back.
        let is_sound = there.own.as_ref().is_some_and(|own| own.problems.is_empty());
        if is_sound && scenario.plan.n_terms() == there.case.dossier.terms.len() {
            there.scenario = *scenario;
        }
        let splices = splices.iter().rev().map(Splice::inverse).collect();
        Some((Arc::new(there), Self::By { splices, scenario: Box::new(now.scenario.clone()) }))
    }
}

/// The steps behind and ahead of the present document.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Step>,
    future: Vec<Step>,
    /// True while further changes of the same label belong to the last step.
    continuing: bool,
}

impl History {
    /// Records that `before` is about to change. Changes of one text, letter by letter, make one step.
    pub fn record(&mut self, before: Arc<Document>, label: Label) {
        let continuing = self.continuing;
        let same = |step: &&mut Step| continuing && label.continues(&step.label);
        self.future.clear();
        self.continuing = true;
        if let Some(step) = self.past.last_mut().filter(same) {
            step.label = label;
            return;
        }
        self.push(Step { label, way: Way::To(before) });
    }

    /// Records that these splices were made in the text of the case, before which the plan was this.
    pub(crate) fn record_splices(&mut self, splices: &[Splice], scenario: Scenario, label: Label) {
        let back = splices.iter().rev().map(Splice::inverse);
        self.future.clear();
        if self.continuing
            && let Some(Step { label: last, way: Way::By { splices, .. } }) = self.past.last_mut()
            && label.continues(last)
        {
            *splices = back.chain(std::mem::take(splices)).collect();
            return;
        }
        self.continuing = true;
        self.push(Step { label, way: Way::By { splices: back.collect(), scenario: Box::new(scenario) } });
    }

    fn push(&mut self, step: Step) {
        self.past.push(step);
        if self.past.len() > MAX_STEPS {
            self.past.remove(0);
        }
    }

    /// Gives the last step another label: a drag that goes on has another end.
    pub(crate) fn relabel(&mut self, label: Label) {
        if let Some(step) = self.past.last_mut() {
            step.label = label;
        }
    }

    /// Takes the last step out of the history: it turned out to change nothing.
    pub(crate) fn forget_last(&mut self) {
        self.past.pop();
    }

    /// The next change starts a step of its own.
    pub(crate) fn close_step(&mut self) {
        self.continuing = false;
    }

    /// Goes back one step from `now`; `None` if there is none.
    pub fn undo(&mut self, now: Arc<Document>) -> Option<(Label, Arc<Document>)> {
        let Step { label, way } = self.past.pop()?;
        self.continuing = false;
        let (document, way) = way.go(Arc::clone(&now))?;
        // What was typed and taken back letter by letter is no step.
        if matches!(&label, Label::Case(step) if step.is_typed()) && is_same_case(&now, &document) {
            return self.undo(now);
        }
        self.future.push(Step { label: label.clone(), way });
        Some((label, document))
    }

    /// Goes forward one step from `now`; `None` if there is none.
    pub fn redo(&mut self, now: Arc<Document>) -> Option<(Label, Arc<Document>)> {
        let Step { label, way } = self.future.pop()?;
        self.continuing = false;
        let (document, way) = way.go(now)?;
        self.past.push(Step { label: label.clone(), way });
        Some((label, document))
    }

    /// What [`undo`](Self::undo) would take back.
    #[must_use]
    pub fn undo_label(&self) -> Option<&Label> {
        self.past.last().map(|step| &step.label)
    }

    /// What [`redo`](Self::redo) would bring again.
    #[must_use]
    pub(crate) fn redo_label(&self) -> Option<&Label> {
        self.future.last().map(|step| &step.label)
    }
}

fn is_same_case(one: &Document, other: &Document) -> bool {
    let text = |document: &Document| document.own.as_ref().map(|own| own.text.as_str().to_owned());
    one.scenario == other.scenario && text(one) == text(other)
}

/// What a step changed in what a class writes, for the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClassStep {
    /// The group's name.
    Group,
    /// An answer of the party with this id.
    Guess(String),
    /// The hands for an answer of the party with this id.
    Hands(String, Guess),
    /// The reason for an answer.
    Reason,
    /// Who takes part.
    Delegations,
    /// Who holds a job in the delegation of the party with this id.
    Names(String, Job),
    /// The names of those without a delegation.
    Observers(Observer),
    /// The n-th proposal, counted from 1.
    Proposal(usize),
    /// What a party's delegation said to the n-th proposal, counted from 1.
    Explanation(usize, String),
    /// A field of the debrief.
    Debrief(DebriefField),
}

impl ClassStep {
    /// True if it is typed letter by letter.
    pub(super) fn is_typed(&self) -> bool {
        match self {
            Self::Group
            | Self::Hands(..)
            | Self::Reason
            | Self::Names(..)
            | Self::Observers(_)
            | Self::Explanation(..)
            | Self::Debrief(_) => true,
            Self::Guess(_) | Self::Delegations | Self::Proposal(_) => false,
        }
    }
}
