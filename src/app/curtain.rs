//! The curtain before the verdicts: whose marks, statements and counts may be seen.
//!
//! What is behind it reaches no view. The marks of [`Results`](super::Results) are private to this room; views ask the
//! [`State`] for them and are given `None` for a party that is hidden, so that none of them can forget to look.

use super::{Effect, State, Told};
use crate::{
    analysis::{Cell, CellReport, Change, Matrix, Tally, cell_report},
    app::{
        Dialog, Tab,
        activities::Screen,
        predict::{self, Phase},
    },
    domain::{PartyIx, TermIx},
};

/// Whose verdicts are shown: everybody's, or only those of the parties that were revealed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Curtain {
    /// The parties that were revealed, in the order in which it was done; `None` while nothing is hidden.
    revealed: Option<Vec<PartyIx>>,
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

    /// The party that was revealed last.
    #[must_use]
    pub fn last_revealed(&self) -> Option<PartyIx> {
        self.revealed.as_ref()?.last().copied()
    }

    /// Hides all parties.
    pub(super) fn draw(&mut self) {
        self.revealed = Some(Vec::new());
    }

    /// Shows all parties.
    pub(super) fn open(&mut self) {
        self.revealed = None;
    }

    /// Shows one more party.
    pub(super) fn reveal(&mut self, party: PartyIx) {
        if let Some(revealed) = &mut self.revealed
            && !revealed.contains(&party)
        {
            revealed.push(party);
        }
    }

    /// Hides the party again that was revealed last.
    fn take_back(&mut self) -> Option<PartyIx> {
        self.revealed.as_mut()?.pop()
    }
}

impl State {
    /// True if the verdicts of this party must not be seen.
    #[must_use]
    pub fn hides(&self, party: PartyIx) -> bool {
        self.curtain.hides(party)
    }

    /// True if any party's verdicts must not be seen: then nothing may be shown that is made from all of them.
    #[must_use]
    pub fn hides_any(&self) -> bool {
        PartyIx::all(self.dossier().parties.len()).any(|party| self.hides(party))
    }

    /// True if no party's verdicts may be seen.
    #[must_use]
    pub fn hides_all(&self) -> bool {
        PartyIx::all(self.dossier().parties.len()).all(|party| self.hides(party))
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
        let case = &self.document.case;
        let report = || cell_report(&case.dossier, &case.index, &self.results.situation, self.plan(), (party, term));
        (!self.hides(party)).then(report)
    }

    /// The cells that the last action changed, as far as they may be seen.
    pub fn changed_cells(&self) -> impl Iterator<Item = &Change> {
        let cells = self.results.last_change.as_ref().map_or(&[][..], |change| &change.cells);
        cells.iter().filter(|change| !self.hides(change.party))
    }

    /// The cells that would change if the tried option were chosen, as far as they may be seen.
    pub fn previewed_cells(&self) -> impl Iterator<Item = &Change> {
        let cells = self.results.preview.as_ref().map_or(&[][..], |preview| &preview.cells);
        cells.iter().filter(|change| !self.hides(change.party))
    }

    /// The party that would be revealed next.
    #[must_use]
    pub fn next_to_reveal(&self) -> Option<PartyIx> {
        self.columns().into_iter().map(|column| column.party).find(|party| self.hides(*party))
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

    /// True while tiles are turned at a question: what reveals, reveals there.
    fn turns_tiles(&self) -> bool {
        let activities = &self.activities;
        self.session.tab == Tab::Activities
            && activities.screen == Screen::Predict
            && activities.predict.open().is_some_and(|open| open.phase == Phase::Reveal)
    }

    pub(super) fn reveal_next(&mut self) -> Vec<Effect> {
        if self.turns_tiles() {
            return self.in_predict(predict::Action::RevealNext);
        }
        if let Some(party) = self.next_to_reveal() {
            self.curtain.reveal(party);
            self.session.told = Some(Told::Revealed(party));
            self.show_card(party);
        }
        Vec::new()
    }

    pub(super) fn hide_last(&mut self) -> Vec<Effect> {
        if self.turns_tiles() {
            return self.in_predict(predict::Action::HideLast);
        }
        if let Some(party) = self.curtain.take_back() {
            self.session.told = Some(Told::HiddenAgain(party));
            self.show_card(party);
        }
        Vec::new()
    }

    pub(super) fn reveal_all(&mut self) -> Vec<Effect> {
        self.curtain.open();
        if self.turns_tiles() {
            self.in_predict(predict::Action::RevealAll);
        }
        self.session.told = Some(Told::AllRevealed);
        Vec::new()
    }
}
