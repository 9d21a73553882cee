//! Two plans of one dossier beside each other: plan A is the document, plan B is kept in memory until it is closed.

mod room;

use std::{path::PathBuf, sync::Arc};

use super::{
    Case, Column, Direction, Document, Edit, Effect, Label, Notice, Results, State, Tab, WhySubject, state::Here,
    then::Then,
};
use crate::{
    analysis::{CellReport, ComparedRow, Comparison},
    domain::{PartyIx, Scenario, TermIx},
};

/// What the tab holds.
#[derive(Clone, Debug, Default)]
pub struct Compare {
    /// Plan B.
    pub second: Option<Second>,
    /// True while rows are shown in which the plans do not differ.
    pub all_rows: bool,
    /// The focused place of the table; `None` before it was first moved.
    pub focus: Option<Focus>,
    /// Why the last plan was not taken as plan B.
    pub refused: Option<Refused>,
}

/// Plan B and what follows from it.
#[derive(Clone, Debug)]
pub struct Second {
    /// The plan with its dossier and file.
    pub document: Arc<Document>,
    /// Its marks and counts.
    pub results: Results,
    /// Both plans beside each other, as of the document that stood when it was made; `None` while plan A belongs to
    /// another dossier.
    pub comparison: Option<Comparison>,
    of: Option<Arc<Document>>,
}

/// A plan that cannot be plan B.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its title.
    pub title: String,
    /// The title of its dossier.
    pub dossier: String,
    /// True if the dossier is another version of the same one.
    pub other_version: bool,
}

/// One of the two plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum Side {
    /// The document.
    A,
    /// The plan beside it.
    B,
}

/// The focused place of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focus {
    /// The row.
    pub term: TermIx,
    /// Half of a cell; `None` for the term.
    pub half: Option<(PartyIx, Side)>,
}

/// Where a second plan is to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// In a file.
    Path(PathBuf),
    /// Among the scenarios of the catalog.
    Entry {
        /// The dossier's id.
        shelf: String,
        /// The scenario's id; `None` for an empty plan.
        scenario: Option<String>,
    },
}

/// What a user does in the tab, and what the world reports to it.
#[derive(Clone, Debug)]
pub enum Action {
    /// Ask the world to open a second plan.
    Open(Source),
    /// The world opened a plan that is to be plan B.
    Opened(Box<Document>, Option<Notice>),
    /// Plan B becomes the document, and the document plan B. Undoable.
    Swap,
    /// Close plan B.
    Close,
    /// Close the message about a plan that was not taken.
    CloseRefused,
    /// Show all rows, or only those that differ.
    AllRows(bool),
    /// Both plans look at the day of this one.
    UseDay(Side),
    /// For both plans the statements count that count for this one.
    UseCounted(Side),
    /// Put the focus somewhere.
    Focus(Focus),
    /// Move the focus.
    Move(Direction),
    /// Read what stands behind the focused place.
    Read,
}

impl Second {
    fn new(document: Arc<Document>) -> Self {
        let results = Results::new(&document);
        Self { document, results, comparison: None, of: None }
    }
}

/// True if two plans can stand in one table.
fn same_dossier(a: &Arc<Case>, b: &Arc<Case>) -> bool {
    Arc::ptr_eq(a, b) || a.fingerprint == b.fingerprint || a.dossier == b.dossier
}

impl Compare {
    /// The rows that are shown.
    pub fn rows(&self) -> impl Iterator<Item = &ComparedRow> {
        let comparison = self.second.as_ref().and_then(|second| second.comparison.as_ref());
        comparison.into_iter().flat_map(|comparison| &comparison.rows).filter(|row| self.all_rows || row.differs)
    }

    /// Does what was done in the tab.
    pub(super) fn act(&mut self, action: Action, here: Here<'_>) -> Vec<Then> {
        match action {
            Action::Open(source) => return vec![Then::Do(Effect::OpenSecond(source))],
            Action::Opened(document, notice) => return self.opened(*document, notice, here),
            Action::Swap => {
                return self.second.iter().map(|second| Then::Swap(Arc::clone(&second.document))).collect();
            }
            Action::Close => {
                (self.second, self.focus) = (None, None);
                return vec![Then::ForgetSecond];
            }
            Action::CloseRefused => self.refused = None,
            Action::AllRows(all) => self.all_rows = all,
            Action::UseDay(side) => return self.use_of(side, here, |scenario| Edit::SetAsOf(scenario.as_of)),
            Action::UseCounted(side) => return self.use_of(side, here, |scenario| Edit::SetCounted(scenario.counted)),
            Action::Focus(focus) => self.focus = Some(focus),
            Action::Move(direction) => self.focus = self.moved(direction, &here.columns()),
            Action::Read => return self.focus.map(|focus| Then::Why(focus.subject())).into_iter().collect(),
        }
        Vec::new()
    }

    /// A copy of the document becomes plan B.
    pub(super) fn duplicate(&mut self, here: Here<'_>) -> Vec<Then> {
        let Document { case, scenario, origin, saved, own, .. } = (**here.document).clone();
        // What is not saved of the document is not saved of its copy either.
        self.set_second(Arc::new(Document { origin, saved, own, ..Document::opened(case, scenario, None) }))
    }

    /// Plan B is shelved at once if it is unsaved: nothing tells when the last of it is gone.
    fn set_second(&mut self, document: Arc<Document>) -> Vec<Then> {
        self.refused = None;
        let unsaved = document.is_plan_unsaved().then(|| Then::Do(Effect::Shelve(Arc::clone(&document))));
        self.second = Some(Second::new(document));
        [Then::Tab(Tab::Compare), Then::ForgetSecond].into_iter().chain(unsaved).collect()
    }

    fn opened(&mut self, document: Document, notice: Option<Notice>, here: Here<'_>) -> Vec<Then> {
        let there = &document.case;
        if !same_dossier(&here.document.case, there) {
            self.refused = Some(Refused {
                title: document.scenario.nearest_title().to_owned(),
                dossier: there.dossier.title.clone(),
                other_version: here.dossier().id == there.dossier.id,
            });
            return vec![Then::Tab(Tab::Compare)];
        }
        let path = document.path().cloned();
        let mut then = self.set_second(Arc::new(document));
        then.extend(notice.map(Then::Notify));
        then.extend(path.map(Then::Remember));
        then
    }

    /// Takes one setting of one plan over to the other. Undoable where the document changes.
    fn use_of(&mut self, side: Side, here: Here<'_>, edit: impl Fn(&Scenario) -> Edit) -> Vec<Then> {
        let Some(second) = &self.second else { return Vec::new() };
        match side {
            Side::B => vec![Then::Edit(edit(&second.document.scenario))],
            Side::A => {
                let mut document = (*second.document).clone();
                edit(&here.document.scenario).apply(&mut document.scenario);
                self.set_second(Arc::new(document))
            }
        }
    }

    fn moved(&self, direction: Direction, columns: &[Column]) -> Option<Focus> {
        let terms: Vec<TermIx> = self.rows().map(|row| row.term).collect();
        let halves = columns.iter().flat_map(|column| [(column.party, Side::A), (column.party, Side::B)]);
        let places: Vec<Option<(PartyIx, Side)>> = std::iter::once(None).chain(halves.map(Some)).collect();
        let row = self.focus.and_then(|focus| terms.iter().position(|term| *term == focus.term));
        let Some((focus, row)) = self.focus.zip(row) else {
            return terms.first().map(|term| Focus { term: *term, half: None });
        };
        let place = places.iter().position(|place| *place == focus.half).unwrap_or_default();
        let (row, place) = direction.moved((row, place), terms.len(), places.len());
        Some(Focus { term: terms[row], half: places[place] })
    }
}

impl Focus {
    /// What stands behind it.
    fn subject(self) -> WhySubject {
        match self.half {
            Some((party, Side::A)) => WhySubject::Cell(party, self.term),
            Some((party, Side::B)) => WhySubject::CellOfSecond(party, self.term),
            None => WhySubject::Term(self.term),
        }
    }
}

impl State {
    /// A plan with its results; the document stands in for a plan B that is not there.
    #[must_use]
    pub fn side(&self, side: Side) -> (&Document, &Results) {
        match (&self.compare.second, side) {
            (Some(second), Side::B) => (&second.document, &second.results),
            _ => (&self.document, &self.results),
        }
    }

    /// Everything on file for a cell under one of the two plans; `None` if it is hidden.
    #[must_use]
    pub fn report_of(&self, side: Side, party: PartyIx, term: TermIx) -> Option<CellReport> {
        let (document, results) = self.side(side);
        // Both plans are read in the dossier of plan A.
        let basis = self.document.basis(&results.situation).with_plan(&document.scenario.plan);
        (!self.hides(party)).then(|| basis.report(party, term))
    }

    /// Plan B becomes the document. Undoable.
    pub(super) fn swap(&mut self, second: &Document) -> Vec<Effect> {
        let before = Arc::clone(&self.document);
        let label = Label::Swapped(second.scenario.nearest_title().to_owned());
        let effects = self.replace_document(second.clone(), label);
        self.swapped(before);
        effects
    }

    /// The document was exchanged, by a swap or by taking one back: what it was is plan B now.
    pub(super) fn swapped(&mut self, before: Arc<Document>) {
        self.compare.second = Some(Second::new(before));
        self.session.why = match self.session.why {
            WhySubject::Cell(party, term) => WhySubject::CellOfSecond(party, term),
            WhySubject::CellOfSecond(party, term) => WhySubject::Cell(party, term),
            other => other,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{Command, tests::state},
        domain::{
            Dossier, ValueIx,
            practice::{FREEZE, TROOPS, parts},
        },
    };

    fn act(state: &mut State, action: Action) -> Vec<Effect> {
        state.apply(super::super::Action::Compare(action))
    }

    fn set(state: &mut State, term: TermIx, value: u16) {
        state.apply(super::super::Action::Edit(Edit::SetTerm(term, Some(ValueIx(value)))));
    }

    fn both(state: &State) -> (Scenario, Scenario) {
        let second = state.compare.second.as_ref().unwrap();
        (state.document.scenario.clone(), second.document.scenario.clone())
    }

    #[test]
    fn a_copy_stays_as_it_is_while_the_document_changes() {
        let mut state = state();
        set(&mut state, TROOPS, 1);
        state.apply(super::super::Action::Run(Command::Duplicate));
        assert_eq!(state.compare.rows().count(), 0, "nothing differs yet");
        set(&mut state, FREEZE, 0);
        let rows: Vec<TermIx> = state.compare.rows().map(|row| row.term).collect();
        assert_eq!(rows, [FREEZE]);
        act(&mut state, Action::AllRows(true));
        assert_eq!(state.compare.rows().count(), state.dossier().terms.len());
    }

    #[test]
    fn swapping_twice_changes_nothing_and_undo_swaps_back() {
        let mut state = state();
        set(&mut state, TROOPS, 1);
        state.apply(super::super::Action::Run(Command::Duplicate));
        set(&mut state, FREEZE, 0);
        let (a, b) = both(&state);
        act(&mut state, Action::Swap);
        assert_eq!(both(&state), (b.clone(), a.clone()));
        state.apply(super::super::Action::Run(Command::Undo));
        assert_eq!(both(&state), (a.clone(), b.clone()));
        state.apply(super::super::Action::Run(Command::Redo));
        assert_eq!(both(&state), (b.clone(), a.clone()));
        act(&mut state, Action::Swap);
        assert_eq!(both(&state), (a, b));
    }

    #[test]
    fn a_plan_of_another_dossier_is_refused_and_says_whether_it_is_another_version() {
        let mut state = state();
        let mut other = parts();
        other.version += 1;
        for (id, other_version) in [(other.id.clone(), true), ("elsewhere".to_owned(), false)] {
            other.id = id;
            let case = Arc::new(Case::new(Dossier::new(other.clone()).unwrap(), "b".to_owned(), true));
            let scenario = Scenario::empty(&case.dossier, "Theirs".to_owned());
            act(&mut state, Action::Opened(Box::new(Document::opened(case, scenario, None)), None));
            assert!(state.compare.second.is_none());
            let refused = state.compare.refused.clone().unwrap();
            assert_eq!((refused.title.as_str(), refused.other_version), ("Theirs", other_version));
        }
    }

    #[test]
    fn one_day_for_both_is_undone_where_it_changes_the_document() {
        let mut state = state();
        state.apply(super::super::Action::Run(Command::Duplicate));
        state.apply(super::super::Action::Run(Command::PreviousEvent));
        let differ = |state: &State| both(state).0.as_of != both(state).1.as_of;
        assert!(differ(&state) && state.compare.second.as_ref().unwrap().comparison.as_ref().unwrap().days_differ);
        let (a, b) = both(&state);
        act(&mut state, Action::UseDay(Side::B));
        assert_eq!((both(&state).0.as_of, differ(&state)), (b.as_of, false));
        state.apply(super::super::Action::Run(Command::Undo));
        act(&mut state, Action::UseDay(Side::A));
        assert_eq!((both(&state).1.as_of, differ(&state)), (a.as_of, false));
        assert!(!state.compare.second.as_ref().unwrap().comparison.as_ref().unwrap().days_differ);
    }
}
