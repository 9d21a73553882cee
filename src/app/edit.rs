//! What each edit does to a scenario.

use super::{Edit, Label};
use crate::domain::{Plan, Scenario};

impl Edit {
    /// Changes `scenario` and names the step.
    pub(super) fn apply(self, scenario: &mut Scenario) -> Label {
        match self {
            Self::SetTerm(term, to) => {
                let from = scenario.plan.get(term);
                scenario.plan.set(term, to);
                Label::Term { term, from, to }
            }
            Self::SetTerms(changes) => {
                changes.iter().for_each(|(term, to)| scenario.plan.set(*term, *to));
                Label::Terms(changes.len())
            }
            Self::SetAsOf(to) => {
                let from = std::mem::replace(&mut scenario.as_of, to);
                Label::AsOf { from, to }
            }
            Self::SetCounted(counted) => {
                let from = std::mem::replace(&mut scenario.counted, counted);
                Label::Counted { from, to: counted }
            }
            Self::Clear => {
                scenario.plan = Plan::empty(scenario.plan.n_terms());
                Label::Cleared
            }
            Self::SetTitle(title) => {
                scenario.title.clone_from(&title);
                Label::Title(title)
            }
            Self::SetNotes(notes) => {
                scenario.notes = notes;
                Label::Notes
            }
            Self::SetGuess(statement, guess) => {
                if guess.is_empty() {
                    scenario.guesses.remove(&statement);
                } else {
                    scenario.guesses.insert(statement, guess);
                }
                Label::Guess
            }
            Self::Class(edit) => edit.apply(scenario),
        }
    }
}
