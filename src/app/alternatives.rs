//! Other plans: what one change would do, which plans contradict the fewest statements, what would lift a contradiction.

pub mod by_rule;
pub mod least;
pub mod lift;
mod room;
mod singles;

use std::sync::Arc;

use super::{Desk, Document, Label, state::Here, then::Then};
use crate::{
    analysis::{Goal, Permitted, Wishes},
    domain::{Original, Plan, Scenario, TermIx},
};

pub use singles::{Single, Singles};

/// What the tab holds.
#[derive(Clone, Debug)]
pub struct Alternatives {
    /// Which part is shown.
    pub part: Part,
    /// What one change would do; worked out when that part is shown.
    pub singles: Option<Singles>,
    /// Which plans are looked at, and how statements are counted. Locks and later values hold for both searches.
    pub wishes: Wishes,
    /// The plans that contradict the fewest statements.
    pub least: Desk<Wishes, least::Answer>,
    /// The same by every counting rule.
    pub by_rule: Desk<Wishes, by_rule::ByRule>,
    /// What is to be lifted.
    pub goal: Goal,
    /// True if a term may be taken out of the plan to lift it.
    pub leaving_out: bool,
    /// The fewest changes that lift it.
    pub lift: Desk<lift::Ask, lift::Answer>,
}

impl Default for Alternatives {
    fn default() -> Self {
        Self {
            part: Part::default(),
            singles: None,
            wishes: Wishes::default(),
            least: Desk::default(),
            by_rule: Desk::default(),
            goal: Goal::RedLines { must_accept_only: false },
            leaving_out: false,
            lift: Desk::default(),
        }
    }
}

/// A part of the tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum Part {
    /// Change one thing.
    #[default]
    Singles,
    /// Plans that contradict the fewest statements, by every counting rule.
    ByRule,
    /// Plans that contradict the fewest statements, by one of them.
    Least,
    /// What would lift a contradiction.
    Lift,
}

/// What a user does in the tab.
#[derive(Clone, Debug)]
pub enum Action {
    /// Show a part.
    Show(Part),
    /// Ask about other plans, or count differently.
    Wish(Wishes),
    /// Keep the value of a term, or let it change.
    ToggleLock(TermIx),
    /// Ask what would lift this.
    Lift(Goal),
    /// Allow terms to be taken out of the plan, or not.
    LeaveOut(bool),
    /// Take a search up again that was stopped.
    Again,
    /// Go on with another plan, as one changed from the document's: notes, day and what counts stay. Undoable.
    Load(Plan),
}

impl Alternatives {
    /// What the last part asks.
    #[must_use]
    pub(crate) fn lift_ask(&self) -> lift::Ask {
        let Wishes { locked, later_values, .. } = self.wishes.clone();
        let leaving_out = self.leaving_out;
        lift::Ask {
            goal: self.goal,
            permitted: Permitted { locked, later_values, leaving_out, ..Permitted::default() },
        }
    }

    /// Does what was done in the tab.
    pub(super) fn act(&mut self, action: Action, here: Here<'_>) -> Vec<Then> {
        match action {
            Action::Show(part) => self.part = part,
            Action::Wish(wishes) => self.wishes = wishes,
            Action::ToggleLock(term) => {
                if !self.wishes.locked.remove(&term) {
                    self.wishes.locked.insert(term);
                }
            }
            Action::Lift(goal) => self.goal = goal,
            Action::LeaveOut(allowed) => self.leaving_out = allowed,
            Action::Again => {
                self.least.ask_again();
                self.by_rule.ask_again();
                self.lift.ask_again();
            }
            Action::Load(plan) => {
                let document = with_plan(plan, here);
                let label = Label::Opened(document.scenario.nearest_title().to_owned());
                return vec![Then::Open(Box::new(document), label)];
            }
        }
        Vec::new()
    }

    /// Forgets what is about another dossier.
    fn clear(&mut self) {
        self.least.clear();
        self.lift.clear();
        self.by_rule.clear();
        let (part, least, lift) = (self.part, std::mem::take(&mut self.least), std::mem::take(&mut self.lift));
        let by_rule = std::mem::take(&mut self.by_rule);
        *self = Self { part, least, by_rule, lift, ..Self::default() };
    }
}

/// Another plan of the open case, changed from the one that is open. It is a document of its own: it was never a file.
fn with_plan(plan: Plan, here: Here<'_>) -> Document {
    let before = here.document;
    let mut scenario = Scenario { plan, ..before.scenario.clone() };
    scenario.attribute(Some(&Original::of(&before.scenario)));
    let document = Document::opened(Arc::clone(&before.case), scenario, None);
    let saved = Arc::new(Scenario::empty(here.dossier(), here.untitled.to_owned()));
    Document { saved, ..document.of_own_case(before.own.clone()) }
}
