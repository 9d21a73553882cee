//! The state and the one place where it changes.

use std::{collections::BTreeSet, path::PathBuf, sync::Arc};

use super::{
    Aside, Case, Catalog, Column, Curtain, Dialog, Document, DraftEntry, Focus, HandOuts, History, Notice, Place,
    Presenter, Results, Screen, Settings, Tab, activities::Activities, alternatives::Alternatives, case::CaseTab,
    columns, compare::Compare, focus::first_focus, parties::Parties, timeline::Timeline,
};
use crate::{
    analysis::{Basis, Mark, PartyRanges, PositionRange, Ranges, ranges},
    domain::{Date, Dossier, PartyIx, Plan, PositionIx, Scenario, StatementIx, TermIx, ValueIx},
};

/// Everything the window shows.
#[derive(Clone, Debug)]
pub struct State {
    /// What is edited.
    pub document: Arc<Document>,
    /// What follows from it.
    pub results: Results,
    /// Undo and redo.
    pub history: History,
    /// What can be opened without a file dialog.
    pub catalog: Catalog,
    /// Unsaved plans that are not in this window, newest first.
    pub drafts: Vec<DraftEntry>,
    /// What is kept from one session to the next.
    pub settings: Settings,
    /// What is neither saved nor undone.
    pub session: Session,
    /// Whose verdicts may be seen.
    pub curtain: Curtain,
    /// Presenter mode.
    pub presenter: Presenter,
    /// The tab of the parties.
    pub parties: Parties,
    /// The tab of work for a class.
    pub activities: Activities,
    /// The dialog for hand-outs.
    pub hand_outs: HandOuts,
    /// The tab of the timeline.
    pub timeline: Timeline,
    /// The tab of two plans.
    pub compare: Compare,
    /// The tab of the alternatives.
    pub alternatives: Alternatives,
    /// The tab of the case itself.
    pub case: CaseTab,
    /// The title of a plan that has none yet.
    pub(super) untitled: String,
}

/// The tabs, and the dialog for hand-outs, to be changed.
pub(super) struct Tabs<'s> {
    pub(super) parties: &'s mut Parties,
    pub(super) timeline: &'s mut Timeline,
    pub(super) compare: &'s mut Compare,
    pub(super) alternatives: &'s mut Alternatives,
    pub(super) activities: &'s mut Activities,
    pub(super) case: &'s mut CaseTab,
    pub(super) hand_outs: &'s mut HandOuts,
}

/// What a tab may read of everything that is not its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Here<'s> {
    pub(super) document: &'s Arc<Document>,
    pub(super) results: &'s Results,
    pub(super) settings: &'s Settings,
    pub(super) session: &'s Session,
    pub(super) curtain: &'s Curtain,
    pub(super) history: &'s History,
    /// The title of a plan that has none yet.
    pub(super) untitled: &'s str,
}

impl<'s> Here<'s> {
    pub(super) fn dossier(self) -> &'s Dossier {
        &self.document.case.dossier
    }

    pub(super) fn plan(self) -> &'s Plan {
        &self.document.scenario.plan
    }

    pub(super) fn columns(self) -> Vec<Column> {
        columns(self.dossier(), self.settings)
    }

    pub(super) fn basis(self) -> Basis<'s> {
        self.document.basis(&self.results.situation)
    }
}

/// What is neither saved nor undone.
#[derive(Clone, Debug)]
pub struct Session {
    /// How the plan is looked at.
    pub tab: Tab,
    /// The focused place of the table.
    pub focus: Focus,
    /// True while the Why panel is open.
    pub why_open: bool,
    /// What the Why panel shows.
    pub why: WhySubject,
    /// True if something was done since it was opened.
    pub why_stayed: bool,
    /// True while the Why panel shows earlier and later statements too.
    pub other_days_shown: bool,
    /// The dialog over the table.
    pub dialog: Option<Dialog>,
    /// The box that was last closed with something typed in it.
    pub aside: Option<Aside>,
    /// Messages that have not been closed.
    pub notices: Vec<Notice>,
    /// Those of the recent files that were not there when it was last looked.
    pub missing: BTreeSet<PathBuf>,
    /// What was last done that changes no plan and would otherwise show nowhere.
    pub told: Option<Told>,
    /// The turn of the replay of the last change, while it goes on.
    pub replay: Option<u8>,
    /// True once a cell was opened in this session: the second hint has done its work.
    pub cell_opened: bool,
    /// The screens of the computer, as far as the system names them.
    pub screens: Vec<Screen>,
}

/// Something done that is told in the bottom line until the plan changes.
#[derive(Clone, Debug, PartialEq, Eq, strum::EnumDiscriminants)]
#[strum_discriminants(name(ToldKind), derive(strum::EnumIter))]
pub enum Told {
    /// So many citations are on the clipboard.
    Copied(usize),
    /// The plan is in the file of this name.
    Saved(String),
    /// Another plan is open, and this one, which was before it, is on the shelf of drafts.
    Shelved(Box<Scenario>),
    /// Unsaved work is kept as drafts again, after it could not be.
    DraftsKept,
    /// The answer sheet is on the clipboard.
    CopiedSheet,
    /// The answer sheet is in the file of this name.
    SavedSheet(String),
    /// All verdicts are hidden.
    Hidden,
    /// The verdicts of this party are shown now.
    Revealed(PartyIx),
    /// The verdicts of this party are hidden again.
    HiddenAgain(PartyIx),
    /// All verdicts are shown again.
    AllRevealed,
    /// A published statement was changed: the case is this version now.
    VersionRaised(u32),
    /// Nobody has put this value of a term forward yet, so it cannot be chosen.
    NotYet(TermIx, ValueIx),
    /// The table took the place of this tab on the wall.
    LedFrom(Tab),
    /// A remote was to reveal something, and nothing is hidden.
    NothingToReveal,
    /// There is no news: the last thing done was no step of the date.
    NothingNew,
    /// There is nothing to show again: the last thing done changed no mark that is in sight.
    NothingToReplay,
}

/// What the Why panel is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumDiscriminants)]
#[strum_discriminants(name(WhyKind), derive(strum::EnumIter))]
pub enum WhySubject {
    /// Nothing yet.
    Nothing,
    /// A party's positions on a term.
    Cell(PartyIx, TermIx),
    /// All positions of a party.
    Party(PartyIx),
    /// What a term means, and the facts beside it.
    Term(TermIx),
    /// Whose plan it is, and what became of it.
    Plan,
    /// What a mark means.
    Mark(Mark),
    /// What is new after a step of the date.
    News,
    /// The rules that the plan breaks.
    Rules,
    /// A statement and what is read from it.
    Statement(StatementIx),
    /// What changed between two days.
    Changes,
    /// A party's positions on a term under plan B of the comparison.
    CellOfSecond(PartyIx, TermIx),
}

impl State {
    /// The state at the start: an empty plan for `case`.
    #[must_use]
    pub fn new(case: Arc<Case>, catalog: Catalog, settings: Settings, untitled: String) -> Self {
        let scenario = Scenario::empty(&case.dossier, untitled.clone());
        let document = Arc::new(Document::opened(case, scenario, None));
        let session = Session {
            tab: Tab::Explore,
            focus: first_focus(),
            why_open: true,
            why_stayed: false,
            why: WhySubject::Nothing,
            other_days_shown: false,
            dialog: None,
            aside: None,
            notices: Vec::new(),
            missing: BTreeSet::new(),
            told: None,
            replay: None,
            cell_opened: false,
            screens: Vec::new(),
        };
        let results = Results::new(&document);
        Self {
            document,
            results,
            history: History::default(),
            catalog,
            drafts: Vec::new(),
            settings,
            session,
            curtain: Curtain::default(),
            presenter: Presenter::default(),
            parties: Parties::default(),
            activities: Activities::default(),
            hand_outs: HandOuts::default(),
            timeline: Timeline::default(),
            compare: Compare::default(),
            alternatives: Alternatives::default(),
            case: CaseTab::default(),
            untitled,
        }
    }

    /// The tabs, and what they may read.
    pub(super) fn tabs(&mut self) -> (Tabs<'_>, Here<'_>) {
        let tabs = Tabs {
            parties: &mut self.parties,
            timeline: &mut self.timeline,
            compare: &mut self.compare,
            alternatives: &mut self.alternatives,
            activities: &mut self.activities,
            case: &mut self.case,
            hand_outs: &mut self.hand_outs,
        };
        let here = Here {
            document: &self.document,
            results: &self.results,
            settings: &self.settings,
            session: &self.session,
            curtain: &self.curtain,
            history: &self.history,
            untitled: &self.untitled,
        };
        (tabs, here)
    }

    /// What a tab may read.
    pub(super) fn here(&self) -> Here<'_> {
        let Self { document, results, settings, session, curtain, history, untitled, .. } = self;
        Here { document, results, settings, session, curtain, history, untitled }
    }

    /// The dossier of the document.
    #[must_use]
    pub fn dossier(&self) -> &Dossier {
        &self.document.case.dossier
    }

    /// The plan of the document.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.document.scenario.plan
    }

    /// The party columns in the order in which they are drawn.
    #[must_use]
    pub fn columns(&self) -> Vec<Column> {
        columns(self.dossier(), &self.settings)
    }

    /// The values of a term that each party's positions leave, with the rest of the plan as it is. Of parties that are hidden
    /// it holds nothing.
    #[must_use]
    pub fn ranges(&self, term: TermIx) -> Ranges {
        let mut ranges = self.all_ranges(term);
        ranges.parties.retain(|found| !self.hides(found.party));
        ranges.silent.retain(|party| !self.hides(*party));
        ranges
    }

    /// How many different ranges are stated for a term by all parties, hidden ones too: the room that they need.
    #[must_use]
    pub(crate) fn n_ranges(&self, term: TermIx) -> usize {
        let firmly = |range: &PositionRange| self.dossier().position(range.position).strength;
        let different = |found: &PartyRanges| {
            let mut kept = Vec::new();
            for range in &found.ranges {
                let said = (range.meets, range.depends, range.counts, firmly(range));
                if !kept.contains(&said) {
                    kept.push(said);
                }
            }
            kept.len()
        };
        self.all_ranges(term).parties.iter().map(different).sum()
    }

    fn all_ranges(&self, term: TermIx) -> Ranges {
        ranges(self.here().basis(), term)
    }

    /// The statements in force in the focused cell, newest first; none if they are hidden.
    #[must_use]
    pub fn focused_statements(&self) -> Vec<StatementIx> {
        let Focus { term, place: Place::Party(party) } = self.session.focus else { return Vec::new() };
        if self.hides(party) {
            return Vec::new();
        }
        let in_force = |ix: &&PositionIx| self.results.situation.in_force(**ix);
        let positions = self.dossier().positions_about(party, term).iter().filter(in_force);
        let mut statements: Vec<StatementIx> =
            positions.flat_map(|ix| self.dossier().statements_by(*ix, self.document.scenario.as_of)).collect();
        statements.sort_by_key(|ix| std::cmp::Reverse(self.dossier().statement(*ix).said));
        statements.dedup();
        statements
    }

    /// The dated event `steps` events from the as-of date, inside what the dossier covers.
    #[must_use]
    pub fn event_from_here(&self, steps: isize) -> Option<Date> {
        let here = self.document.scenario.as_of.earliest();
        let mut events = self.dossier().events_covered();
        match steps {
            0 => None,
            1.. => events.filter(|date| date.earliest() > here).nth(steps.unsigned_abs() - 1),
            ..0 => events.rfind(|date| date.earliest() < here),
        }
    }

    /// True if an empty row of a value is not yet put forward on the as-of date.
    #[must_use]
    pub fn is_put_forward(&self, term: TermIx, value: ValueIx) -> bool {
        self.dossier().term(term).values[value.get()].is_put_forward(self.document.scenario.as_of)
    }
}
