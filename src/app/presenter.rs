//! Presenter mode: what thirty people see on a wall.

use std::collections::BTreeSet;

use super::{Command, Dialog, Effect, Focus, Origin, Place, ScenarioEntry, State};
use crate::domain::{PartyIx, TermIx, TermKind};

/// How the plan is presented, and whether it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Presenter {
    /// True while the window presents.
    pub is_on: bool,
    /// True for one term with a card for each party; false for the whole table.
    pub spotlight: bool,
    /// True if a number term is shown with the ranges that have been stated for it instead of the cards.
    pub ranges: bool,
    /// True while the screen is blank.
    pub is_blank: bool,
    /// The place of a party's card that must show, counted in columns: with many parties the cards take several pages.
    pub card: usize,
    /// The plans that the arrow keys walk through.
    pub walk: Walk,
}

/// Which plans of a dossier are walked through, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walk {
    /// Dossier and scenario of the plans that are passed over.
    pub left_out: BTreeSet<(String, String)>,
    /// True for the order of their dates, false for A to Z by title.
    pub by_date: bool,
}

/// What is done in presenter mode beside the commands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Go back to the window with its menus.
    Leave,
    /// Show one term instead of the whole table, or the table again.
    ToggleSpotlight,
    /// Show the stated ranges of a number term instead of its cards, or the cards again.
    ToggleRanges,
    /// Show this term, with a card for each party if `spotlight`.
    ShowTerm {
        /// The term.
        term: TermIx,
        /// True for the cards, false for the table.
        spotlight: bool,
    },
    /// Go so many terms further, or back.
    StepTerm(isize),
    /// Load the next plan of the walk, or the one before.
    Walk(isize),
    /// Show the page with this card, counted in columns.
    ShowCard(usize),
    /// Choose the plans to walk through.
    SetWalk(Walk),
    /// End the blank screen.
    Unblank,
}

impl State {
    /// True if the focused term has ranges to show on the wall: it is a number, and somebody is revealed.
    #[must_use]
    pub fn has_ranges(&self) -> bool {
        let term = self.dossier().term(self.session.focus.term);
        matches!(term.kind, TermKind::Number { .. }) && !self.hides_all()
    }

    /// The plans to walk through: those of the open dossier that can be opened and were not left out.
    #[must_use]
    pub fn walk(&self) -> Vec<&ScenarioEntry> {
        let walk = &self.presenter.walk;
        let chosen = |entry: &&ScenarioEntry| !walk.left_out.contains(&(self.dossier().id.clone(), entry.id.clone()));
        self.plans_of_dossier().into_iter().filter(chosen).collect()
    }

    /// All plans of the open dossier that can be walked through, in the order of the walk.
    #[must_use]
    pub fn plans_of_dossier(&self) -> Vec<&ScenarioEntry> {
        let shelf = self.catalog.shelves.iter().find(|shelf| shelf.id == self.dossier().id);
        let Some(shelf) = shelf else { return Vec::new() };
        let mut entries = shelf.scenarios_by_title();
        entries.retain(|entry| entry.problems.is_empty());
        if self.presenter.walk.by_date {
            // A plan without a date comes last; plans of one day stay A to Z.
            entries.sort_by_key(|entry| (entry.date.is_none(), entry.date.map(|date| date.earliest())));
        }
        entries
    }

    /// The place in the walk of the plan that was opened.
    #[must_use]
    pub fn place_in_walk(&self) -> Option<usize> {
        let Origin::Entry { shelf, scenario } = &self.document.origin else { return None };
        let is_here = *shelf == self.dossier().id;
        self.walk().iter().position(|entry| is_here && entry.id == *scenario)
    }

    pub(super) fn present(&mut self) -> Vec<Effect> {
        if self.presenter.is_on {
            return self.leave_presenter();
        }
        self.presenter =
            Presenter { is_on: true, walk: std::mem::take(&mut self.presenter.walk), ..Presenter::default() };
        self.session.dialog = None;
        self.results.preview = None;
        vec![Effect::Fullscreen(true)]
    }

    fn leave_presenter(&mut self) -> Vec<Effect> {
        self.presenter.is_on = false;
        self.presenter.is_blank = false;
        vec![Effect::Fullscreen(false)]
    }

    /// Does what was done in presenter mode.
    pub(super) fn in_presenter(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Leave => return self.leave_presenter(),
            Action::ToggleSpotlight => self.presenter.spotlight = !self.presenter.spotlight,
            Action::ToggleRanges => self.presenter.ranges = !self.presenter.ranges,
            Action::ShowTerm { term, spotlight } => {
                self.presenter.spotlight = spotlight;
                self.set_focus(Focus { term, place: Place::Control });
            }
            Action::StepTerm(steps) => {
                let last = self.dossier().terms.len().saturating_sub(1);
                let term = self.session.focus.term.get().saturating_add_signed(steps).min(last);
                self.set_focus(Focus { term: TermIx::at(term), place: Place::Control });
                self.presenter.card = 0;
            }
            Action::Walk(steps) => return self.walk_on(steps),
            Action::ShowCard(place) => self.presenter.card = place.min(self.columns().len().saturating_sub(1)),
            Action::SetWalk(walk) => self.presenter.walk = walk,
            Action::Unblank => self.presenter.is_blank = false,
        }
        Vec::new()
    }

    /// Loads the plan so many places further; from a plan that is not in the walk, its first or its last.
    fn walk_on(&mut self, steps: isize) -> Vec<Effect> {
        let walk = self.walk();
        let to = match self.place_in_walk() {
            Some(place) => place.checked_add_signed(steps).filter(|to| *to < walk.len()),
            None if steps > 0 => Some(0),
            None => walk.len().checked_sub(1),
        };
        let Some(entry) = to.and_then(|to| walk.get(to)) else { return Vec::new() };
        vec![Effect::OpenEntry { shelf: self.dossier().id.clone(), scenario: Some(entry.id.clone()) }]
    }

    /// Turns to the page with the card of this party.
    pub(super) fn show_card(&mut self, party: PartyIx) {
        let place = self.columns().iter().position(|column| column.party == party);
        self.presenter.card = place.unwrap_or(self.presenter.card);
    }
}

impl Dialog {
    /// True if it may lie over what a class sees: it names no file and shows no notes.
    #[must_use]
    pub fn may_be_projected(&self) -> bool {
        match self {
            Self::Help | Self::About | Self::Link { .. } | Self::CloseUnsaved => true,
            Self::Browser { .. }
            | Self::File(_)
            | Self::Finder(_)
            | Self::Excerpt(_)
            | Self::Settings
            | Self::Notes
            | Self::Walk
            | Self::HandOuts
            | Self::ChangedOnDisk { .. } => false,
        }
    }
}

impl Command {
    /// True if the command works while presenting: it brings nothing on the screen that a class is not meant to see.
    pub(super) fn is_for_presenting(self) -> bool {
        match self {
            Self::NewPlan
            | Self::Quit
            | Self::Undo
            | Self::Redo
            | Self::Clear
            | Self::Duplicate
            | Self::Explore
            | Self::Parties
            | Self::Timeline
            | Self::Compare
            | Self::Alternatives
            | Self::Activities
            | Self::Present
            | Self::Blank
            | Self::Hide
            | Self::RevealNext
            | Self::HideLast
            | Self::RevealAll
            | Self::PreviousEvent
            | Self::NextEvent
            | Self::DossierDay
            | Self::LargerText
            | Self::SmallerText
            | Self::UsualText
            | Self::Help
            | Self::About => true,
            Self::Browse
            | Self::Open
            | Self::Find
            | Self::Palette
            | Self::Save
            | Self::SaveAs
            | Self::SaveSelfContained
            | Self::HandOuts
            | Self::Notes
            | Self::CopyCitation
            | Self::Walk
            | Self::ToggleWhy
            | Self::Settings
            | Self::ShowHints => false,
        }
    }
}
