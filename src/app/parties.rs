//! Party against party: what the tab asks, and what is chosen in it.

use std::sync::{Arc, atomic::AtomicBool};

use super::{Desk, Document, Effect, State, Topic, Work, work};
use crate::analysis::{PartyClashes, Question, Situation, Space, Which, countable, party_clashes};

/// What the tab holds.
#[derive(Clone, Debug, Default)]
pub struct Parties {
    /// What is asked.
    pub ask: Ask,
    /// The answer.
    pub desk: Desk<Ask, Answer>,
}

/// Which clashes are asked about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// True for plans that keep what this plan says; false for whatever the plan.
    pub on_this_plan: bool,
    /// Which positions.
    pub which: Which,
}

/// What cannot be had together.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The clashing pairs.
    pub clashes: PartyClashes,
}

/// What a user does in the tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Ask something else.
    Ask(Ask),
}

impl Ask {
    /// Works the answer out; `None` if it was stopped before there was one.
    pub(super) fn answer(
        self,
        document: &Document,
        stop: &AtomicBool,
        _tell: &mut dyn FnMut(Answer),
    ) -> Option<Answer> {
        let (dossier, index, scenario) = (&document.case.dossier, &document.case.index, &document.scenario);
        let situation = Situation::new(dossier, scenario.as_of, scenario.counted);
        let space = Space::put_forward_by(dossier, scenario.as_of);
        let space = if self.on_this_plan { space.on_plan(&scenario.plan) } else { space };
        let positions = countable(dossier, index, &situation, self.which);
        let question = Question { dossier, index, space: &space, positions: &positions };
        party_clashes(question, stop).ok().map(|clashes| Answer { clashes })
    }
}

impl State {
    /// Does what was done in the tab.
    pub(super) fn in_parties(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Ask(ask) => self.parties.ask = ask,
        }
        Vec::new()
    }

    /// The work that the tab needs and has not asked for yet.
    pub(super) fn parties_work(&mut self) -> Option<Work> {
        let ask = self.parties.ask;
        let number = self.parties.desk.ask(&ask, &self.document)?;
        let document = Arc::clone(&self.document);
        Some(Work { topic: Topic::Parties, number, document, ask: work::Ask::Parties(ask) })
    }
}
