//! Presenter mode: what thirty people see on a wall.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    Dialog, Document, Effect, FileDialog, FileGoal, Focus, Label, Origin, Place, SaveForm, ScenarioEntry, Screen,
    State, Told,
};
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
    /// True after an arrow key changed the plan for the first time, until something else is done.
    pub hint: bool,
    /// The plans that the arrow keys walk through.
    pub walk: Walk,
    /// Plans as the walk left them.
    left: Left,
}

/// Plans as the walk left them, so that walking back leads back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Left {
    /// The plan that is not among those of the dossier, and whether it stands before or after them.
    own: Option<(Arc<Document>, End)>,
    /// Plans of the dossier that were changed, by id.
    changed: BTreeMap<String, Arc<Document>>,
}

/// Stops of the walk by the ids of their plans; one without an id is a plan of one's own.
struct Stops {
    here: Option<String>,
    to: Option<Option<String>>,
    /// Where a plan of one's own stands, if there is one.
    end: Option<End>,
}

/// An end of the walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    First,
    Last,
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
    /// These are the screens that there are now.
    ScreensFound(Vec<Screen>),
    /// End the blank screen.
    Unblank,
    /// Say that there is nothing to go on with.
    NothingToReveal,
}

impl Presenter {
    /// Other plans are walked through from now on.
    pub(super) fn forget_stops(&mut self) {
        self.left = Left::default();
    }
}

impl State {
    /// True if the focused term has ranges to show on the wall: it is a number.
    #[must_use]
    pub(crate) fn has_ranges(&self) -> bool {
        let term = self.dossier().term(self.session.focus.term);
        matches!(term.kind, TermKind::Number { .. })
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
    pub(crate) fn plans_of_dossier(&self) -> Vec<&ScenarioEntry> {
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

    /// True if there is a plan so many places further in the walk.
    #[must_use]
    pub(crate) fn can_walk(&self, steps: isize) -> bool {
        self.stop_further(steps).to.is_some()
    }

    /// Begins to present. A remote sends the same key whenever its button is pressed: it never ends presenting.
    pub(super) fn present(&mut self) -> Vec<Effect> {
        self.presenter =
            Presenter { is_on: true, walk: std::mem::take(&mut self.presenter.walk), ..Presenter::default() };
        self.session.dialog = None;
        self.results.preview = None;
        // What was news on the last step of the date is so on the wall and after it, and what a term of the plan changed too:
        // who has just made the change shows it.
        let change = self.results.last_change.as_ref();
        let is_of_plan = change.is_some_and(|change| matches!(change.label, Label::Term { .. }));
        if self.news().is_none() && !is_of_plan {
            self.end_step();
        }
        self.session.told = None;
        vec![Effect::Fullscreen(true)]
    }

    /// The term so many rows further down, or up; it stays where the table ends.
    #[must_use]
    pub(crate) fn term_from(&self, term: TermIx, steps: isize) -> TermIx {
        let last = self.dossier().terms.len().saturating_sub(1);
        TermIx::at(term.get().saturating_add_signed(steps).min(last))
    }

    /// What is looked at is another thing now: what was told of the one before is over.
    pub(super) fn end_step(&mut self) {
        self.session.told = None;
        self.results.last_change = None;
        self.let_news_grow_old();
    }

    fn leave_presenter(&mut self) -> Vec<Effect> {
        self.presenter.is_on = false;
        self.presenter.is_blank = false;
        self.presenter.forget_stops();
        vec![Effect::Fullscreen(false)]
    }

    /// One term, or the table. The cards begin with a page on which something changed, if nothing is hidden that this would tell.
    fn toggle_spotlight(&mut self) {
        self.presenter.spotlight = !self.presenter.spotlight;
        if !self.presenter.spotlight || self.hides_any() {
            return;
        }
        let term = self.session.focus.term;
        let changed: Vec<PartyIx> =
            self.changed_cells().filter(|change| change.term == term).map(|change| change.party).collect();
        let first = self.columns().iter().position(|column| changed.contains(&column.party));
        self.presenter.card = first.unwrap_or(self.presenter.card);
    }

    /// Does what was done in presenter mode.
    pub(super) fn in_presenter(&mut self, action: Action) -> Vec<Effect> {
        if matches!(action, Action::StepTerm(_) | Action::ShowTerm { .. }) {
            self.end_step();
        }
        match action {
            Action::Leave => return self.leave_presenter(),
            Action::ToggleSpotlight => self.toggle_spotlight(),
            Action::ToggleRanges => self.presenter.ranges = !self.presenter.ranges,
            Action::ShowTerm { term, spotlight } => {
                self.presenter.spotlight = spotlight;
                self.set_focus(Focus { term, place: Place::Control });
            }
            Action::StepTerm(steps) => {
                let term = self.term_from(self.session.focus.term, steps);
                self.set_focus(Focus { term, place: Place::Control });
                self.presenter.card = 0;
            }
            Action::Walk(steps) => return self.walk_on(steps),
            Action::ShowCard(place) => self.presenter.card = place.min(self.columns().len().saturating_sub(1)),
            Action::SetWalk(walk) => self.presenter.walk = walk,
            Action::ScreensFound(screens) => self.session.screens = screens,
            Action::Unblank => self.presenter.is_blank = false,
            Action::NothingToReveal => self.session.told = Some(Told::NothingToReveal),
        }
        Vec::new()
    }

    /// Goes to the plan so many places further. One that is not in the walk is a stop of its own, before the first or behind
    /// the last, whichever way it was left first. Every stop is as it was left.
    fn walk_on(&mut self, steps: isize) -> Vec<Effect> {
        let Stops { here, to: Some(to), end } = self.stop_further(steps) else { return Vec::new() };
        self.leave_stop(here, end);
        let left = &self.presenter.left;
        let as_left = match &to {
            None => left.own.as_ref().map(|(document, _)| document),
            Some(id) => left.changed.get(id),
        };
        let mut effects = match (as_left, to) {
            (Some(document), _) => {
                let document = (**document).clone();
                let label = Label::Opened(document.scenario.nearest_title().to_owned());
                self.replace_document(document, label)
            }
            (None, scenario) => vec![Effect::OpenEntry { shelf: self.dossier().id.clone(), scenario }],
        };
        self.presenter.hint = !self.settings.arrows_told;
        if self.presenter.hint {
            self.settings.arrows_told = true;
            effects.push(Effect::SaveSettings);
        }
        effects
    }

    /// Where the walk stands, and its stop so many places further, if there is one.
    fn stop_further(&self, steps: isize) -> Stops {
        let mut stops: Vec<Option<String>> = self.walk().into_iter().map(|entry| Some(entry.id.clone())).collect();
        let here = self.place_in_walk().and_then(|place| stops[place].clone());
        let known = self.presenter.left.own.as_ref().map(|(_, end)| *end);
        let end = known.or(here.is_none().then_some(if steps > 0 { End::First } else { End::Last }));
        match end {
            Some(End::First) => stops.insert(0, None),
            Some(End::Last) => stops.push(None),
            None => {}
        }
        let place = stops.iter().position(|stop| *stop == here);
        let to = place.and_then(|place| stops.get(place.checked_add_signed(steps)?)).cloned();
        Stops { here, to, end }
    }

    fn leave_stop(&mut self, here: Option<String>, end: Option<End>) {
        let (document, left) = (Arc::clone(&self.document), &mut self.presenter.left);
        match (here, end) {
            (Some(id), _) if document.is_unsaved() => {
                left.changed.insert(id, document);
            }
            (Some(id), _) => {
                left.changed.remove(&id);
            }
            // An empty plan that was never touched is no place to go back to.
            (None, Some(end)) if document.is_unsaved() || document.path().is_some() => {
                left.own = Some((document, end));
            }
            (None, _) => {}
        }
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
            Self::Help
            | Self::Marks
            | Self::About
            | Self::Plan
            | Self::News
            | Self::RedLines
            | Self::Finder(_)
            | Self::Link { .. }
            | Self::CloseUnsaved => true,
            // What a class has done may be kept while it looks on; the box then names no files.
            Self::File(FileDialog { goal: FileGoal::Save(SaveForm::AnswerSheet), .. }) => true,
            Self::NameTaken { job, .. } => job.form == SaveForm::AnswerSheet,
            Self::Start(_)
            | Self::File(_)
            | Self::Excerpt(_)
            | Self::Settings
            | Self::Notes
            | Self::Walk
            | Self::HandOuts
            | Self::Drafts
            | Self::ChangedOnDisk(_)
            | Self::NewCase(_)
            | Self::Incoming(_)
            | Self::CaseChanged { .. } => false,
        }
    }
}
