//! A question belongs to the plan that it was asked about: it waits with that plan while another is open, and comes back
//! with it as it was left, turned tiles and all.

use std::sync::Arc;

use super::{Basis, Mode, Open, Predict, Stage};
use crate::app::{Document, Origin};

/// Questions that wait for their plans.
#[derive(Clone, Debug, Default)]
pub struct Rounds(Vec<Round>);

/// Questions as they were left.
#[derive(Clone, Debug)]
struct Round {
    /// What they are about.
    about: Arc<Document>,
    basis: Basis,
    mode: Mode,
    questions: Vec<Open>,
    stage: Stage,
    student: u16,
}

impl Round {
    /// True if this is what was asked about: the same work, or the same plan opened once more from the same place. In a
    /// case that says something else parties and terms may stand elsewhere.
    fn is_about(&self, document: &Document) -> bool {
        let about = &*self.about;
        let is_there = about.origin != Origin::New && about.origin == document.origin;
        about.case.fingerprint == document.case.fingerprint
            && (about.work == document.work || is_there && about.scenario == document.scenario)
    }
}

impl Predict {
    /// The plan is left: what is being asked about it waits with it.
    pub(in crate::app) fn leave(&mut self, document: &Arc<Document>) {
        if !matches!(self.stage, Stage::Asking(_)) {
            return;
        }
        let Self { basis, mode, stage, student, .. } = *self;
        let questions = std::mem::take(&mut self.questions);
        self.rounds.0.retain(|round| !round.is_about(document));
        self.rounds.0.push(Round { about: Arc::clone(document), basis, mode, questions, stage, student });
        (self.stage, self.basis) = (Stage::Setup, Basis::default());
    }

    /// The plan is open again: what was being asked about it goes on. True if anything was.
    pub(in crate::app) fn come_back(&mut self, document: &Document) -> bool {
        let Some(place) = self.rounds.0.iter().position(|round| round.is_about(document)) else { return false };
        let Round { about: _, basis, mode, questions, stage, student } = self.rounds.0.remove(place);
        *self = Self {
            basis,
            mode,
            questions,
            stage,
            student,
            table: Vec::new(),
            rounds: std::mem::take(&mut self.rounds),
        };
        true
    }

    /// What waits for its plan, and nothing else: the case is another one.
    pub(in crate::app) fn only_waiting(&mut self) -> Self {
        Self { rounds: std::mem::take(&mut self.rounds), ..Self::default() }
    }

    /// Turns all tiles back, of the questions that wait too.
    pub(in crate::app) fn cover(&mut self) {
        let waiting = self.rounds.0.iter_mut().flat_map(|round| &mut round.questions);
        for open in self.questions.iter_mut().chain(waiting) {
            open.revealed.clear();
            open.spotlight = None;
        }
    }
}
