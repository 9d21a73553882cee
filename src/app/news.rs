//! A step of the date is news: what was said in between, what ended, and which marks moved. And the last change once more,
//! back and forth, for those who blinked.

use super::{Dialog, Effect, Label, State, WhySubject};
use crate::{
    analysis::{Change, Ended, Mark},
    domain::{Date, PartyIx, StatementIx, TermIx},
};

/// How often the last change goes back and forth: an even number of turns ends with the marks as they are.
const TURNS: u8 = 6;

/// What lies between two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct News {
    /// The day before.
    pub from: Date,
    /// The day now.
    pub to: Date,
}

impl State {
    /// The days of the last step of the date, if that was the last thing done.
    #[must_use]
    pub fn news(&self) -> Option<News> {
        let change = self.results.last_change.as_ref()?;
        let Label::AsOf { from, to } = change.label else { return None };
        Some(if change.undone { News { from: to, to: from } } else { News { from, to } })
    }

    /// What was news on a step of the date is none after the next step of another kind: nobody would know between which days.
    pub(super) fn let_news_grow_old(&mut self) {
        if self.news().is_none() {
            if self.session.why == WhySubject::News {
                self.session.why = WhySubject::Nothing;
            }
            if self.session.dialog == Some(Dialog::News) {
                self.session.dialog = None;
            }
        }
    }

    /// The statements between the two days of some news, the oldest first; of parties that are hidden there are none.
    #[must_use]
    pub fn said_between(&self, news: News) -> Vec<StatementIx> {
        let (from, to) = (news.from.earliest(), news.to.earliest());
        let (first, last) = if from <= to { (from, to) } else { (to, from) };
        let dossier = self.dossier();
        let is_between = |ix: &StatementIx| {
            let said = dossier.statement(*ix).said.earliest();
            first < said && said <= last && !self.hides(dossier.statement(*ix).party)
        };
        let mut said: Vec<StatementIx> = StatementIx::all(dossier.statements.len()).filter(is_between).collect();
        said.sort_by_key(|ix| dossier.statement(*ix).said);
        said
    }

    /// The positions that ended between the two days of the last step of the date; of parties that are hidden there are none.
    #[must_use]
    pub fn ended_since(&self) -> Vec<Ended> {
        let ended = self.results.last_change.as_ref().map_or(&[][..], |change| &change.ended);
        let party = |one: &Ended| self.dossier().position(one.position).party;
        ended.iter().filter(|one| !self.hides(party(one))).copied().collect()
    }

    /// Begins to show the last change once more.
    pub(super) fn replay(&mut self) -> Vec<Effect> {
        self.session.replay = match self.session.replay {
            // Where nothing moves by itself, each press is a turn.
            Some(turn) if self.settings.reduce_motion => Some(turn + 1).filter(|turn| *turn < TURNS),
            Some(_) => None,
            None => Some(0),
        };
        Vec::new()
    }

    /// The next turn of it.
    pub(super) fn replay_on(&mut self) {
        self.session.replay = self.session.replay.map(|turn| turn + 1).filter(|turn| *turn < TURNS);
    }

    /// The mark that stood in a cell before the last change, while that is being shown.
    #[must_use]
    pub fn replayed(&self, party: PartyIx, term: TermIx) -> Option<Mark> {
        let turn = self.session.replay.filter(|turn| turn % 2 == 0);
        turn?;
        let is_here = |change: &&Change| change.party == party && change.term == term;
        self.changed_cells().find(is_here).map(|change| change.before)
    }
}
