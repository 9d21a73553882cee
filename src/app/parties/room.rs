//! What cannot be had together, as the rest of the program moves.

use super::Parties;
use crate::app::{
    Answer, Ask, Reply, Topic, Work,
    room::{Change, Room},
    state::Here,
};

impl Room for Parties {
    fn follow(&mut self, change: Change<'_>, _: Here<'_>) {
        if !change.is_same() {
            self.clear();
        }
    }

    /// What is drawn follows from the answer and from what is chosen, and is made when one of them changes.
    fn refresh(&mut self, _: Here<'_>) {}

    fn ask(&mut self, here: Here<'_>) -> Option<Work> {
        let number = self.desk.ask(&self.ask, here.document)?;
        Some(Work::new(Topic::Parties, number, here.document, Ask::Parties(self.ask)))
    }

    fn take(&mut self, reply: Reply, here: Here<'_>) {
        let answer = reply.answer.and_then(|answer| if let Answer::Parties(part) = answer { Some(part) } else { None });
        self.desk.take(reply.number, answer, reply.is_last, reply.fault);
        self.draw(&here.columns());
    }
}
