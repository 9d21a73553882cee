//! Work for a class: predict, delegations, debrief. What is written goes into the scenario ([`ClassEdit`]); where the
//! class is in an exercise is neither saved nor undone.

mod room;

use super::{delegations, predict, state::Here, then::Then, way};

pub use super::{class_edit::ClassEdit, history::ClassStep};

/// What the tab holds.
#[derive(Clone, Debug, Default)]
pub struct Activities {
    /// What is shown.
    pub screen: Screen,
    /// "Who has said no?".
    pub predict: predict::Predict,
    /// Speaking about a party's statements.
    pub delegations: delegations::Delegations,
    /// "Is there a way?".
    pub way: way::Way,
}

/// A screen of the tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumIter)]
pub enum Screen {
    /// What there is to do.
    #[default]
    Start,
    /// "Who has said no?".
    Predict,
    /// "Is there a way?".
    Way,
    /// Speaking about a party's statements.
    Delegations,
    /// What the class takes with it.
    Debrief,
}

impl Screen {
    /// The screen on which a step is written that belongs to nothing else; `None` for one that changes the plan too.
    #[must_use]
    pub const fn of(step: &ClassStep) -> Option<Self> {
        match step {
            ClassStep::Group => Some(Self::Start),
            ClassStep::Guess(_) | ClassStep::Hands(..) | ClassStep::Reason => Some(Self::Predict),
            ClassStep::Delegations | ClassStep::Names(..) | ClassStep::Observers(_) | ClassStep::Explanation(..) => {
                Some(Self::Delegations)
            }
            ClassStep::Debrief(_) => Some(Self::Debrief),
            ClassStep::Proposal(_) => None,
        }
    }
}

/// What a user does in the tab.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Go to a screen.
    Show(Screen),
    /// Something at "Who has said no?".
    Predict(predict::Action),
    /// Something with the delegations.
    Delegations(delegations::Action),
    /// Something at "Is there a way?".
    Way(way::Action),
}

impl Activities {
    /// True if what shows is the class's guesses against the file.
    pub(super) fn shows_guesses(&self) -> bool {
        self.screen == Screen::Predict && self.predict.stage == predict::Stage::Table
    }

    /// Does what was done in the tab.
    pub(super) fn act(&mut self, action: Action, here: Here<'_>) -> Vec<Then> {
        match action {
            Action::Show(screen) => {
                self.screen = screen;
                self.bring_up_to_date(here);
                Vec::new()
            }
            Action::Predict(action) => self.predict.act(action, here),
            Action::Delegations(action) => self.delegations.act(action, here),
            Action::Way(action) => {
                if action == way::Action::Task {
                    self.screen = Screen::Way;
                }
                self.way.act(action, here, self.predict.keeps_a_secret())
            }
        }
    }
}

impl From<predict::Action> for Action {
    fn from(action: predict::Action) -> Self {
        Self::Predict(action)
    }
}

impl From<delegations::Action> for Action {
    fn from(action: delegations::Action) -> Self {
        Self::Delegations(action)
    }
}
