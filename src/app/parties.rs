//! What cannot be had together: what the tab asks, what came back, and what is chosen in it.

mod answer;
mod detail;
mod picture;
mod red_lines;
mod room;

use std::sync::Arc;

use super::{Column, Desk, Direction, State, Tab, WhySubject, state::Here, then::Then};
use crate::{
    analysis::Which,
    domain::{PartyIx, PositionIx, TermIx},
};

pub use answer::{Answer, Sets};
pub use detail::{Detail, Excluded};
pub use picture::{Picture, Row};
pub use red_lines::{ClashingTerms, RedLines};

/// What the tab holds.
#[derive(Clone, Debug, Default)]
pub struct Parties {
    /// What is asked.
    pub ask: Ask,
    /// The answer.
    pub desk: Desk<Ask, Answer>,
    /// What is looked at.
    pub look: Look,
    /// True for clash sets and ways out of whole parties.
    pub by_party: bool,
    /// The row and the column of the focused cell; `None` for the first one.
    pub focus: Option<(PartyIx, PartyIx)>,
    /// What is read beside the pairs of parties.
    pub read: Read,
    /// Only sets of this size are drawn; `None` for the smallest that there are.
    pub size: Option<usize>,
    /// Only sets with a position about this term are drawn.
    pub about: Option<TermIx>,
    /// The place among the sets drawn of the one that is read.
    pub column: usize,
    /// The sets that are drawn.
    pub picture: Arc<Picture>,
    /// What is read.
    pub detail: Arc<Detail>,
    /// The red lines of those who must accept.
    pub red_lines: Arc<RedLines>,
    /// On how many terms two parties clash.
    pub terms: Arc<ClashingTerms>,
    /// The parties of whom something is in every one of the sets that are looked at.
    pub in_every: Vec<PartyIx>,
}

/// Which clashes are asked about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// True for plans that keep what this plan says; false for whatever the plan.
    pub on_this_plan: bool,
    /// Which positions.
    pub which: Which,
}

/// What is looked at in the tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum Look {
    /// The red lines of those who must accept.
    #[default]
    RedLines,
    /// Each party against each.
    Pairs,
    /// The smallest sets that no plan meets together.
    Sets,
    /// The smallest sets whose giving way lets all others be met.
    WaysOut,
}

/// What is read beside the pairs of parties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Read {
    /// Nothing yet.
    #[default]
    Nothing,
    /// Two parties, or one with itself.
    Pair(PartyIx, PartyIx),
    /// What no plan meets even by itself.
    Alone,
}

/// A member of a set: a position or a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Member {
    /// A position.
    Position(PositionIx),
    /// A party with all its positions.
    Party(PartyIx),
}

/// What a user does in the tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Ask something else.
    Ask(Ask),
    /// Look at something else.
    Look(Look),
    /// Sets of whole parties, or of positions.
    ByParty(bool),
    /// Move the focus among the pairs of parties.
    Move(Direction),
    /// Read about two parties.
    Read(PartyIx, PartyIx),
    /// Read about the focused pair.
    ReadFocused,
    /// Read what no plan meets even by itself.
    ReadAlone,
    /// Read about no pair any more.
    ReadNothing,
    /// Draw only sets of this size; `None` for the smallest.
    Size(Option<usize>),
    /// Draw only sets with a position about this term; `None` for all.
    About(Option<TermIx>),
    /// Read the set at this place among those drawn.
    Choose(usize),
    /// Look at the groups of red lines that no plan meets together.
    ShowRedLines,
    /// Go to the cell of a party and a term in the table.
    GoTo(PartyIx, TermIx),
}

impl State {
    /// True if a pair is read on the wall: it has all of the wall then.
    #[must_use]
    pub(crate) fn reads_pair_on_the_wall(&self) -> bool {
        let tab = &self.parties;
        let is_shown = self.presenter.is_on && self.session.tab == Tab::Parties;
        is_shown && tab.look == Look::Pairs && tab.read != Read::Nothing
    }
}

impl Parties {
    /// Does what was done in the tab.
    pub(super) fn act(&mut self, action: Action, here: Here<'_>) -> Vec<Then> {
        let columns = here.columns();
        let focus = self.focused_pair(&columns);
        match action {
            Action::Ask(ask) => self.ask = ask,
            Action::Look(look) => {
                self.look = look;
                if look == Look::RedLines {
                    // There are no switches there: what they were set to must not narrow it unseen.
                    self.ask = Ask::default();
                }
                self.begin_anew();
            }
            Action::ByParty(by_party) => {
                self.by_party = by_party;
                self.begin_anew();
            }
            Action::Move(direction) => self.focus = Some(moved(focus, direction, &columns)),
            Action::Read(row, column) => {
                self.focus = Some((row, column));
                self.read = Read::Pair(row, column);
            }
            Action::ReadFocused => self.read = Read::Pair(focus.0, focus.1),
            Action::ReadAlone => self.read = Read::Alone,
            Action::ReadNothing => self.read = Read::Nothing,
            Action::Size(size) => {
                self.size = size;
                self.column = 0;
            }
            Action::About(term) => {
                self.about = term;
                self.column = 0;
            }
            Action::Choose(place) => self.column = place,
            Action::ShowRedLines => {
                self.ask.which.red_lines_only = true;
                (self.look, self.by_party) = (Look::Sets, false);
                self.begin_anew();
            }
            Action::GoTo(party, term) => {
                return vec![Then::Tab(Tab::Explore), Then::Why(WhySubject::Cell(party, term))];
            }
        }
        self.draw(&columns);
        Vec::new()
    }

    /// The row and the column of the focused cell of the pairs of parties.
    #[must_use]
    pub(crate) fn focused_pair(&self, columns: &[Column]) -> (PartyIx, PartyIx) {
        let first = columns.first().map_or(PartyIx(0), |column| column.party);
        self.focus.unwrap_or((first, first))
    }

    /// Brings what is drawn and read up to date with the answer and the choice.
    fn draw(&mut self, order: &[Column]) {
        let Some((answer, document)) = self.desk.answer() else { return };
        self.red_lines = Arc::new(RedLines::new(answer, document, order));
        self.terms = Arc::new(ClashingTerms::new(answer, document));
        self.in_every = answer.in_every(self.look, self.by_party, &document.case.dossier);
        let picture = Picture::new(self, answer, &document.case.dossier, order);
        let column = self.column.min(picture.columns.len().saturating_sub(1));
        let detail = Detail::new(self, answer, document, &picture, column);
        (self.column, self.picture, self.detail) = (column, Arc::new(picture), Arc::new(detail));
    }

    /// Other sets are looked at: their filters begin anew.
    fn begin_anew(&mut self) {
        (self.size, self.about, self.column) = (None, None, 0);
    }

    /// Forgets all that belongs to a dossier.
    fn clear(&mut self) {
        self.desk.clear();
        *self = Self {
            ask: self.ask,
            desk: std::mem::take(&mut self.desk),
            look: self.look,
            by_party: self.by_party,
            ..Self::default()
        };
    }
}

/// A focused pair one step further; it stays where the matrix ends.
fn moved((row, column): (PartyIx, PartyIx), direction: Direction, columns: &[Column]) -> (PartyIx, PartyIx) {
    let place = |party: PartyIx| columns.iter().position(|known| known.party == party).unwrap_or_default();
    let (row, column) = direction.moved((place(row), place(column)), columns.len(), columns.len());
    (columns[row].party, columns[column].party)
}
