//! The plan through time: what the tab shows and asks, and the second day beside the as-of date.

mod focus;
mod room;

use std::sync::Arc;

pub use focus::{Focus, Step};

use super::{Case, Document, Edit, Label, State, WhySubject, state::Here, then::Then};
use crate::{
    analysis::{self, Tally, Tick, Turn},
    domain::{Counted, Date, PartyIx, Plan, TermIx},
};

/// What the tab holds.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// The term whose marks are shown; `None` for the counts over all terms.
    pub term: Option<TermIx>,
    /// True once somebody chose what is shown; until then it is the term at work.
    is_chosen: bool,
    /// How time is laid out.
    pub spacing: Spacing,
    /// True while the data stand as a table instead of a chart.
    pub as_table: bool,
    /// The day beside the as-of date between which and it changes are told; `None` for the event before.
    pub second: Option<Date>,
    /// The focused place of the chart or the table.
    pub focus: Focus,
    /// What follows from the document; `None` before the tab is first shown.
    pub made: Option<Made>,
    /// The as-of date from before the drag that is going on.
    dragged_from: Option<Date>,
}

/// How time is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, strum::EnumIter)]
pub enum Spacing {
    /// Every day on which something was said or ended takes the same room.
    #[default]
    Events,
    /// Every day takes the same room.
    Days,
}

/// What a user does in the tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Show the marks of this term, or the counts.
    Term(Option<TermIx>),
    /// Lay time out in this way.
    Spacing(Spacing),
    /// Show the data as a table, or as a chart.
    AsTable(bool),
    /// Tell what changed between the as-of date and this day, or since the event before.
    Second(Option<Date>),
    /// Put the focus somewhere.
    Focus(Focus),
    /// Move the focus.
    Move(Step),
    /// Read the focused statement, or go to the focused day.
    Open,
    /// The as-of line is dragged over this event. All of one drag is one step of undo.
    Drag(Date),
    /// The as-of line is let go.
    Drop,
}

/// What follows from the document.
#[derive(Clone, Debug)]
pub struct Made {
    /// The marks and counts of the plan on every day.
    pub line: Arc<analysis::Timeline>,
    /// The statements as they stand on the as-of date, in the order in which they were made; those of the chosen term.
    pub ticks: Vec<Tick>,
    /// The two days, the earlier first, and what changed from one to the other.
    pub turn: Option<((Date, Date), Turn)>,
    of: Of,
}

/// What was worked out for which question.
#[derive(Clone, Debug)]
struct Of {
    case: Arc<Case>,
    plan: Plan,
    counted: Counted,
    as_of: Date,
    term: Option<TermIx>,
    second: Option<Date>,
}

impl Of {
    fn new(document: &Document, tab: &Timeline) -> Self {
        let scenario = &document.scenario;
        Self {
            case: Arc::clone(&document.case),
            plan: scenario.plan.clone(),
            counted: scenario.counted,
            as_of: scenario.as_of,
            term: tab.term,
            second: tab.second,
        }
    }

    /// True if the marks through time are the same.
    fn same_line(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.case, &other.case) && self.plan == other.plan && self.counted == other.counted
    }

    fn same(&self, other: &Self) -> bool {
        self.same_line(other) && (self.as_of, self.term, self.second) == (other.as_of, other.term, other.second)
    }
}

impl Made {
    /// The statements of a party, in the order in which they were made.
    pub fn ticks_of(&self, party: PartyIx) -> impl Iterator<Item = &Tick> {
        self.ticks.iter().filter(move |tick| tick.party == party)
    }

    /// The days of the line of counts: each from which the number of contradicted cells differs.
    #[must_use]
    pub fn count_days(&self) -> Vec<Date> {
        self.line.n_contradicted().into_iter().map(|(day, _)| day).collect()
    }

    /// The days of the table: each from which what it shows differs, for one term or for the counts of all parties.
    #[must_use]
    pub fn table_days(&self) -> Vec<Date> {
        if let Some(term) = self.of.term {
            return self.line.row(term).into_iter().map(|(day, _)| day).collect();
        }
        let mut days = Vec::new();
        let mut before = None;
        for step in &self.line.steps {
            let figures = |tally: &Tally| (tally.red_lines, tally.opposed, tally.otherwise);
            let now: Vec<_> = step.matrix.tallies.iter().map(figures).collect();
            if before.as_ref() != Some(&now) {
                days.push(step.day);
                before = Some(now);
            }
        }
        days
    }
}

impl Timeline {
    /// Does what was done in the tab.
    pub(super) fn act(&mut self, action: Action, here: Here<'_>) -> Vec<Then> {
        match action {
            Action::Term(term) => (self.term, self.is_chosen) = (term, true),
            Action::Spacing(spacing) => self.spacing = spacing,
            Action::AsTable(as_table) => {
                self.as_table = as_table;
                self.focus = Focus::default();
            }
            Action::Second(second) => {
                self.second = second;
                return vec![Then::Why(WhySubject::Changes)];
            }
            Action::Focus(focus) => self.focus = focus,
            Action::Move(step) => self.focus = self.moved(step, &here.columns()),
            Action::Open => return self.focused().into_iter().collect(),
            Action::Drag(day) => return self.drag(day, here).into_iter().collect(),
            Action::Drop => {
                let from = self.dragged_from.take();
                return vec![Then::EndStep { is_none: from == Some(here.document.scenario.as_of) }];
            }
        }
        Vec::new()
    }

    /// What opens what is focused.
    fn focused(&self) -> Option<Then> {
        if let Some(statement) = self.focused_tick() {
            return Some(Then::Why(WhySubject::Statement(statement)));
        }
        match self.focus.party {
            Some(party) => Some(Then::Why(WhySubject::Party(party))),
            None => self.focused_day().map(|day| Then::Edit(Edit::SetAsOf(day))),
        }
    }

    /// Moves the as-of date while the line is dragged; the first move makes the step, the others lengthen it.
    fn drag(&mut self, to: Date, here: Here<'_>) -> Option<Then> {
        let today = here.document.scenario.as_of;
        if to == today {
            return None;
        }
        // Unless something else was done in the middle of the drag.
        let goes_on = |from: &Date| here.history.undo_label() == Some(&Label::AsOf { from: *from, to: today });
        Some(match self.dragged_from.filter(goes_on) {
            Some(from) => Then::EditOn(Edit::SetAsOf(to), Label::AsOf { from, to }),
            None => {
                self.dragged_from = Some(today);
                Then::Edit(Edit::SetAsOf(to))
            }
        })
    }

    /// Forgets what belongs to another dossier.
    fn clear(&mut self) {
        *self = Self { spacing: self.spacing, as_table: self.as_table, ..Self::default() };
    }
}

impl State {
    /// The day to which a line that is let go at `day` jumps: the nearest dated event inside what the dossier covers.
    #[must_use]
    pub(crate) fn nearest_event(&self, distance: impl Fn(Date) -> f32) -> Option<Date> {
        self.dossier().events_covered().min_by(|left, right| distance(*left).total_cmp(&distance(*right)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Command;
    use crate::domain::practice::{NORTH, TROOPS};

    fn state() -> State {
        let mut state = crate::app::tests::state();
        state.apply(super::super::Action::Edit(Edit::SetTerm(TROOPS, Some(crate::domain::ValueIx(1)))));
        state.apply(super::super::Action::Run(Command::Timeline));
        state
    }

    fn act(state: &mut State, action: Action) {
        state.apply(super::super::Action::Timeline(action));
    }

    fn n_steps(state: &mut State) -> usize {
        let mut n = 0;
        while Command::Undo.is_enabled(state) {
            state.apply(super::super::Action::Run(Command::Undo));
            n += 1;
        }
        n
    }

    #[test]
    fn a_drag_over_several_events_is_one_step_and_one_back_to_its_start_is_none() {
        let mut state = state();
        let start = state.document.scenario.as_of;
        let events = state.dossier().events().to_vec();
        assert!(events.len() > 2);
        for day in &events[..3] {
            act(&mut state, Action::Drag(*day));
        }
        act(&mut state, Action::Drop);
        assert_eq!(state.history.undo_label(), Some(&Label::AsOf { from: start, to: events[2] }));
        act(&mut state, Action::Drag(events[0]));
        act(&mut state, Action::Drag(events[2]));
        act(&mut state, Action::Drop);
        assert_eq!(n_steps(&mut state), 2, "the value and the first drag");
        assert_eq!(state.document.scenario.as_of, start);
    }

    #[test]
    fn what_is_shown_follows_the_document() {
        let mut state = state();
        assert!(state.timeline.term.is_some(), "one term at first");
        act(&mut state, Action::Term(None));
        let made = state.timeline.made.clone().unwrap();
        assert!(made.line.complete);
        let n_all = made.ticks.len();
        assert_eq!(n_all, state.dossier().statements.len());
        act(&mut state, Action::Term(Some(TROOPS)));
        assert!(state.timeline.made.as_ref().unwrap().ticks.len() < n_all);
        assert!(Arc::ptr_eq(&made.line, &state.timeline.made.as_ref().unwrap().line), "the same plan, the same line");
        state.apply(super::super::Action::Edit(Edit::SetTerm(TROOPS, None)));
        assert_ne!(state.timeline.made.as_ref().unwrap().line, made.line);
    }

    #[test]
    fn changes_are_told_since_the_event_before_or_a_chosen_day_the_earlier_first() {
        let mut state = state();
        let here = state.document.scenario.as_of;
        let events = state.dossier().events().to_vec();
        let days = |state: &State| state.timeline.made.as_ref().and_then(|made| made.turn.as_ref()).map(|turn| turn.0);
        assert!(days(&state).is_some_and(|(from, to)| from.earliest() < to.earliest() && to == here));
        act(&mut state, Action::Second(Some(events[0])));
        assert_eq!(days(&state), Some((events[0], here)));
        assert_eq!(state.session.why, WhySubject::Changes);
        state.apply(super::super::Action::Edit(Edit::SetAsOf(events[0])));
        act(&mut state, Action::Second(Some(here)));
        assert_eq!(days(&state), Some((events[0], here)));
    }

    #[test]
    fn the_arrows_move_between_rows_and_statements_and_stop_at_the_ends() {
        let mut state = state();
        for step in [Step::Up, Step::Left, Step::First] {
            act(&mut state, Action::Move(step));
            assert_eq!(state.timeline.focus, Focus::default());
        }
        act(&mut state, Action::Move(Step::Down));
        assert_eq!(state.timeline.focus.party, Some(NORTH));
        act(&mut state, Action::Move(Step::Last));
        let last = state.timeline.made.as_ref().unwrap().ticks_of(NORTH).count() - 1;
        assert_eq!(state.timeline.focus.place, last);
        act(&mut state, Action::Move(Step::Right));
        assert_eq!(state.timeline.focus.place, last);
        act(&mut state, Action::Open);
        assert_eq!(state.session.why, WhySubject::Statement(state.timeline.focused_tick().unwrap()));
    }
}
