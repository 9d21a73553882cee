//! Work for a class, as the rest of the program moves.

use super::{Activities, Screen};
use crate::app::{
    Answer, Ask, Reply, Topic, Work,
    room::{Change, Room},
    state::Here,
    way::Way,
};

impl Room for Activities {
    fn follow(&mut self, change: Change<'_>, here: Here<'_>) {
        if !change.is_same() {
            *self = Self { predict: self.predict.only_waiting(), ..Self::default() };
        }
        self.bring_up_to_date(here);
    }

    /// It depends on the document and on what a class does, and is made anew when one of them changes.
    fn refresh(&mut self, _: Here<'_>) {}

    /// A proof gives away what a class is to find: it is worked out when somebody asks ([`Way::prove`]).
    fn ask(&mut self, _: Here<'_>) -> Option<Work> {
        None
    }

    fn take(&mut self, reply: Reply, _: Here<'_>) {
        let answer = reply.answer.and_then(|answer| if let Answer::Way(part) = answer { Some(part) } else { None });
        self.way.desk.take(reply.number, answer, reply.is_last, reply.fault);
    }
}

impl Activities {
    /// Another plan is open: where a question about it waited, it is on its screen again.
    pub(in crate::app) fn come_back(&mut self, here: Here<'_>) {
        if self.predict.come_back(here.document) {
            self.screen = Screen::Predict;
            self.bring_up_to_date(here);
        }
    }

    /// Brings the screen that is shown up to date.
    pub(in crate::app) fn bring_up_to_date(&mut self, here: Here<'_>) {
        match self.screen {
            Screen::Predict => self.predict.follow(here),
            Screen::Delegations => self.delegations.follow(here),
            Screen::Way => self.way.follow(here, self.predict.keeps_a_secret()),
            Screen::Start | Screen::Debrief => {}
        }
    }
}

impl Way {
    /// Asks for the proof, unless it is there.
    pub(in crate::app) fn prove(&mut self, here: Here<'_>) -> Option<Work> {
        let ask = self.asked();
        if self.answer(here.document).is_some() && self.is_about(here.document) {
            return None;
        }
        let number = self.desk.ask(&ask, here.document)?;
        Some(Work::new(Topic::Way, number, here.document, Ask::Way(ask)))
    }
}
