//! The curtain before the verdicts: whose marks, statements and counts may be seen.
//!
//! What is behind it reaches no view. The marks of [`Results`](super::Results) are private to this room; views ask the
//! [`State`] for them and are given `None` for a party that is hidden, so that none of them can forget to look.

use super::{Effect, State, Told};
use crate::{
    analysis::{Cell, CellReport, Change, Matrix, Tally},
    app::{
        Dialog, Tab,
        activities::Screen,
        predict::{self, Open, Phase},
    },
    domain::{Dossier, PartyIx, StatementIx, TermIx},
};

/// Whose verdicts are shown: everybody's, or only those of the parties that were revealed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Curtain {
    /// The parties that were revealed, in the order in which it was done; `None` while nothing is hidden.
    revealed: Option<Vec<PartyIx>>,
    /// True if it was drawn for a proposal of a delegation, and so opens with it.
    for_a_proposal: bool,
}

impl Curtain {
    /// True if the verdicts of this party must not be seen.
    #[must_use]
    pub fn hides(&self, party: PartyIx) -> bool {
        self.revealed.as_ref().is_some_and(|revealed| !revealed.contains(&party))
    }

    /// True from hiding to revealing all at once, even when every party has been revealed one by one.
    #[must_use]
    pub fn is_drawn(&self) -> bool {
        self.revealed.is_some()
    }

    /// True if the verdicts of any party must not be seen.
    pub(super) fn hides_any_of(&self, dossier: &Dossier) -> bool {
        PartyIx::all(dossier.parties.len()).any(|party| self.hides(party))
    }

    /// The party that was revealed last.
    #[must_use]
    pub fn last_revealed(&self) -> Option<PartyIx> {
        self.revealed.as_ref()?.last().copied()
    }

    /// Hides all parties.
    pub(super) fn draw(&mut self) {
        *self = Self { revealed: Some(Vec::new()), for_a_proposal: false };
    }

    /// Shows all parties.
    pub(super) fn open(&mut self) {
        *self = Self::default();
    }

    /// Hides all parties but the one whose delegation proposes something; what was hidden by hand stays hidden as it is.
    pub(super) fn draw_for_proposal(&mut self, by: Option<PartyIx>) {
        if self.for_a_proposal || !self.is_drawn() {
            *self = Self { revealed: Some(by.into_iter().collect()), for_a_proposal: true };
        }
    }

    /// Shows all parties if they were hidden for a proposal; what was hidden by hand stays so.
    pub(super) fn end_proposal(&mut self) {
        if self.for_a_proposal {
            self.open();
        }
    }

    /// Shows one more party.
    pub(super) fn reveal(&mut self, party: PartyIx) {
        if let Some(revealed) = &mut self.revealed
            && !revealed.contains(&party)
        {
            revealed.push(party);
        }
    }

    /// The same for a dossier in which the parties stand elsewhere.
    pub(super) fn carry(&mut self, there: impl Fn(PartyIx) -> Option<PartyIx>) {
        if let Some(revealed) = &mut self.revealed {
            *revealed = revealed.iter().filter_map(|party| there(*party)).collect();
        }
    }

    /// Hides the party again that was revealed last.
    fn take_back(&mut self) -> Option<PartyIx> {
        self.revealed.as_mut()?.pop()
    }
}

impl State {
    /// True if the verdicts of this party must not be seen: it is behind the curtain, or a question is open.
    #[must_use]
    pub fn hides(&self, party: PartyIx) -> bool {
        self.curtain.hides(party) || self.keeps_a_secret()
    }

    /// True if any party's verdicts must not be seen: then nothing may be shown that is made from all of them.
    #[must_use]
    pub fn hides_any(&self) -> bool {
        self.keeps_a_secret() || self.curtain.hides_any_of(self.dossier())
    }

    /// True if no party's verdicts may be seen.
    #[must_use]
    pub fn hides_all(&self) -> bool {
        PartyIx::all(self.dossier().parties.len()).all(|party| self.hides(party))
    }

    /// Of these statements those that may be seen. What was revealed one by one stands in that order, so that the next
    /// one comes after all that is there.
    #[must_use]
    pub(crate) fn shown_of(&self, statements: &[StatementIx]) -> Vec<StatementIx> {
        let party = |ix: &StatementIx| self.dossier().statement(*ix).party;
        let mut shown: Vec<StatementIx> = statements.iter().copied().filter(|ix| !self.hides(party(ix))).collect();
        if let Some(revealed) = &self.curtain.revealed {
            shown.sort_by_key(|ix| revealed.iter().position(|known| *known == party(ix)));
        }
        shown
    }

    /// The cell of a party and a term; `None` if it is hidden.
    #[must_use]
    pub fn cell(&self, party: PartyIx, term: TermIx) -> Option<&Cell> {
        (!self.hides(party)).then(|| self.results.matrix.cell(party, term))
    }

    /// How the plan stands with a party; `None` if it is hidden.
    #[must_use]
    pub fn tally(&self, party: PartyIx) -> Option<&Tally> {
        (!self.hides(party)).then(|| &self.results.matrix.tallies[party.get()])
    }

    /// All marks and counts at once; `None` if any of them is hidden.
    #[must_use]
    pub fn matrix(&self) -> Option<&Matrix> {
        (!self.hides_any()).then_some(&self.results.matrix)
    }

    /// Everything on file for a cell; `None` if it is hidden.
    #[must_use]
    pub fn report(&self, party: PartyIx, term: TermIx) -> Option<CellReport> {
        (!self.hides(party)).then(|| self.here().basis().report(party, term))
    }

    /// The cells that the last action changed, as far as they may be seen.
    pub fn changed_cells(&self) -> impl Iterator<Item = &Change> {
        let cells = self.results.last_change.as_ref().map_or(&[][..], |change| &change.cells);
        cells.iter().filter(|change| !self.hides(change.party))
    }

    /// The cells that would change if the tried option were chosen, as far as they may be seen.
    pub(crate) fn previewed_cells(&self) -> impl Iterator<Item = &Change> {
        let cells = self.results.preview.as_ref().map_or(&[][..], |preview| &preview.cells);
        cells.iter().filter(|change| !self.hides(change.party))
    }

    /// True while a question is open whose tiles are not all turned: nothing but they may give its answers away, wherever
    /// one looks.
    #[must_use]
    pub fn keeps_a_secret(&self) -> bool {
        self.activities.predict.keeps_a_secret()
    }

    /// True while a question is on the screen: its tiles have buttons of their own.
    #[must_use]
    pub fn shows_question(&self) -> bool {
        let activities = &self.activities;
        let is_shown = self.session.tab == Tab::Activities && activities.screen == Screen::Predict;
        is_shown && activities.predict.open().is_some()
    }

    /// The party that would be revealed next; `None` if that is for tiles to do.
    #[must_use]
    pub(crate) fn next_to_reveal(&self) -> Option<PartyIx> {
        let mut hidden = self.columns().into_iter().map(|column| column.party).filter(|party| self.hides(*party));
        hidden.next().filter(|_| !self.keeps_a_secret())
    }

    /// True if hiding would change anything.
    #[must_use]
    pub(crate) fn can_hide(&self) -> bool {
        !self.curtain.is_drawn() || self.curtain.last_revealed().is_some() || self.open_tiles().is_some()
    }

    /// True if there is a party, or a tile where one looks, that can be revealed next.
    #[must_use]
    pub(crate) fn can_reveal(&self) -> bool {
        self.open_tiles().is_some_and(|open| !open.is_done()) || self.next_to_reveal().is_some()
    }

    /// True if there is a party, or a tile where one looks, that can be hidden again; from tiles of which none is turned the
    /// way leads back to the answers.
    #[must_use]
    pub(crate) fn can_take_back(&self) -> bool {
        match self.open_tiles() {
            Some(_) => true,
            None => !self.keeps_a_secret() && self.curtain.last_revealed().is_some(),
        }
    }

    /// True if all can be revealed at once: the tiles where one looks, or what is behind the curtain.
    #[must_use]
    pub(crate) fn can_reveal_all(&self) -> bool {
        match self.open_tiles() {
            Some(open) => !open.is_done() || self.curtain.is_drawn(),
            None => !self.keeps_a_secret() && self.curtain.is_drawn(),
        }
    }

    pub(super) fn hide_all(&mut self) -> Vec<Effect> {
        self.curtain.draw();
        self.activities.predict.cover();
        // The address of a source names what was said and by whom.
        if matches!(self.session.dialog, Some(Dialog::Link { .. })) {
            self.session.dialog = None;
        }
        self.session.told = Some(Told::Hidden);
        Vec::new()
    }

    /// The question whose tiles are being turned on the screen: what reveals, reveals there.
    fn open_tiles(&self) -> Option<&Open> {
        let open = self.activities.predict.open();
        open.filter(|open| self.shows_question() && open.phase == Phase::Reveal)
    }

    fn turn_tiles(&mut self, action: predict::Action) -> Vec<Effect> {
        self.in_tab(|tabs, here| tabs.activities.predict.act(action, here))
    }

    pub(super) fn reveal_next(&mut self) -> Vec<Effect> {
        if self.open_tiles().is_some() {
            return self.turn_tiles(predict::Action::RevealNext);
        }
        if let Some(party) = self.next_to_reveal() {
            self.curtain.reveal(party);
            self.session.told = Some(Told::Revealed(party));
            self.show_card(party);
        }
        Vec::new()
    }

    pub(super) fn hide_last(&mut self) -> Vec<Effect> {
        if self.open_tiles().is_some() {
            return self.turn_tiles(predict::Action::HideLast);
        }
        if let Some(party) = self.curtain.take_back() {
            self.session.told = Some(Told::HiddenAgain(party));
            self.show_card(party);
        }
        Vec::new()
    }

    pub(super) fn reveal_all(&mut self) -> Vec<Effect> {
        self.curtain.open();
        if self.open_tiles().is_some() {
            self.turn_tiles(predict::Action::RevealAll);
        }
        // The answers of questions that are still to come stay hidden.
        self.session.told = (!self.hides_any()).then_some(Told::AllRevealed);
        Vec::new()
    }

    /// Another plan is open: what was revealed of the one before says nothing about it, so it begins hidden.
    pub(super) fn hide_anew(&mut self) {
        if self.curtain.is_drawn() {
            self.curtain.draw();
        }
    }
}
