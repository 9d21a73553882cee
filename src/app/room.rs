//! A tab is a room: it holds what it shows, and changes nothing but itself.
//!
//! When the rest of the program moves, each room is told in a loop over all [`Tab`]s, and has to say what becomes of it.
//! None of the methods has a default, so that a new tab can forget nothing. What a room may read of everything else is
//! [`Here`]; what it may have done to it, [`Then`](super::then::Then).

use strum::IntoEnumIterator as _;

use super::{
    Document, Reply, State, Tab, Topic, Work,
    state::{Here, Tabs},
};

/// What a tab does when the rest of the program moves.
pub(super) trait Room {
    /// The document changed: what was about the one before goes along with it, or is forgotten.
    fn follow(&mut self, change: Change<'_>, here: Here<'_>);

    /// Works out what is shown and out of date, where that is quick.
    fn refresh(&mut self, here: Here<'_>);

    /// What it wants to know while it is shown, unless it has asked already.
    fn ask(&mut self, here: Here<'_>) -> Option<Work>;

    /// What came of a question of its own.
    fn take(&mut self, reply: Reply, here: Here<'_>);
}

/// What became of the case when the document changed.
#[derive(Clone, Copy, Debug)]
pub(super) enum Change<'b> {
    /// It is the same one.
    Same,
    /// It was edited since it was the case of this document: what is about a party or a term goes along by their ids.
    Edited(&'b Document),
    /// It is another one, of which nothing is known yet.
    Other,
}

impl Change<'_> {
    /// True if parties, terms and statements stand where they stood.
    pub(super) fn is_same(self) -> bool {
        matches!(self, Self::Same)
    }
}

impl Topic {
    /// The tab that asks; `None` if the answer is kept with the case.
    fn tab(self) -> Option<Tab> {
        match self {
            Self::Parties => Some(Tab::Parties),
            Self::Alternatives | Self::ByRule | Self::FewestChanges => Some(Tab::Alternatives),
            Self::Way => Some(Tab::Activities),
            Self::HowRead => None,
        }
    }
}

impl State {
    /// The room of a tab, and what it may read; `None` for the table, whose focus is the session's.
    fn room(&mut self, tab: Tab) -> Option<(&mut dyn Room, Here<'_>)> {
        let (tabs, here) = self.tabs();
        let Tabs { parties, timeline, compare, alternatives, activities, case, .. } = tabs;
        let room: &mut dyn Room = match tab {
            Tab::Explore => return None,
            Tab::Parties => parties,
            Tab::Timeline => timeline,
            Tab::Compare => compare,
            Tab::Alternatives => alternatives,
            Tab::Activities => activities,
            Tab::Case => case,
        };
        Some((room, here))
    }

    fn each_room(&mut self, mut then: impl FnMut(&mut dyn Room, Here<'_>)) {
        for tab in Tab::iter() {
            if let Some((room, here)) = self.room(tab) {
                then(room, here);
            }
        }
    }

    /// The document changed.
    pub(super) fn rooms_follow(&mut self, change: Change<'_>) {
        self.each_room(|room, here| room.follow(change, here));
    }

    /// Works out what is shown and quickly worked out.
    pub(super) fn refresh(&mut self) {
        self.each_room(|room, here| room.refresh(here));
    }

    /// What the tab that is shown needs to know and has not asked for yet.
    pub(super) fn ask(&mut self) -> Option<Work> {
        let (room, here) = self.room(self.session.tab)?;
        room.ask(here)
    }

    /// Hands a reply to the room that asked.
    pub(super) fn worked(&mut self, reply: Reply) {
        if let Some((room, here)) = reply.topic.tab().and_then(|tab| self.room(tab)) {
            room.take(reply, here);
        }
    }
}
