//! Other plans, as the rest of the program moves.

use std::collections::BTreeSet;

use super::{Alternatives, Part, Singles};
use crate::{
    analysis::{CountingRule, Wishes},
    app::{
        Answer, Ask, Reply, Tab, Topic, Work,
        case::same_term,
        room::{Change, Room},
        state::Here,
    },
    domain::TermIx,
};

impl Room for Alternatives {
    fn follow(&mut self, change: Change<'_>, here: Here<'_>) {
        let locked: BTreeSet<TermIx> = match change {
            Change::Same => return,
            Change::Edited(before) => {
                let there = |term: &TermIx| same_term(*term, &before.case.dossier, here.dossier());
                self.wishes.locked.iter().filter_map(there).collect()
            }
            Change::Other => BTreeSet::new(),
        };
        self.clear();
        self.wishes.locked = locked;
    }

    /// What one change would do is quick.
    fn refresh(&mut self, here: Here<'_>) {
        let is_shown = here.session.tab == Tab::Alternatives && self.part == Part::Singles;
        if is_shown && !self.singles.as_ref().is_some_and(|known| known.is_about(here.document)) {
            self.singles = Some(Singles::new(here.document, here.results, self.singles.as_ref()));
        }
    }

    fn ask(&mut self, here: Here<'_>) -> Option<Work> {
        let document = here.document;
        match self.part {
            Part::Singles => None,
            Part::ByRule => {
                // Whichever rule was chosen elsewhere, all of them are asked.
                let ask = Wishes { rule: CountingRule::default(), ..self.wishes.clone() };
                let number = self.by_rule.ask(&ask, document)?;
                Some(Work::new(Topic::ByRule, number, document, Ask::ByRule(ask)))
            }
            Part::Least => {
                let ask = self.wishes.clone();
                let number = self.least.ask(&ask, document)?;
                Some(Work::new(Topic::Alternatives, number, document, Ask::Alternatives(ask)))
            }
            Part::Lift => {
                let ask = self.lift_ask();
                let number = self.lift.ask(&ask, document)?;
                Some(Work::new(Topic::FewestChanges, number, document, Ask::FewestChanges(ask)))
            }
        }
    }

    fn take(&mut self, reply: Reply, _: Here<'_>) {
        let Reply { topic, number, answer, is_last, fault } = reply;
        match answer {
            Some(Answer::Alternatives(answer)) => self.least.take(number, Some(answer), is_last, fault),
            Some(Answer::ByRule(answer)) => self.by_rule.take(number, Some(answer), is_last, fault),
            Some(Answer::FewestChanges(answer)) => self.lift.take(number, Some(answer), is_last, fault),
            Some(Answer::Parties(_) | Answer::Way(_)) => {}
            // Nothing came of it.
            None if topic == Topic::ByRule => self.by_rule.take(number, None, is_last, fault),
            None if topic == Topic::FewestChanges => self.lift.take(number, None, is_last, fault),
            None => self.least.take(number, None, is_last, fault),
        }
    }
}
