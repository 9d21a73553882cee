//! The focused place of the chart or the table, and how arrow keys move it.

use super::Timeline;
use crate::{
    app::Column,
    domain::{Date, PartyIx, StatementIx},
};

/// The focused place of the chart or the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Focus {
    /// The party; `None` for the line of counts.
    pub party: Option<PartyIx>,
    /// The place among the statements of the party, or among the days of the line of counts; always counted from 0.
    pub place: usize,
}

/// A step of the arrow keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the statement or day before.
    Left,
    /// To the statement or day after.
    Right,
    /// To the first one.
    First,
    /// To the last one.
    Last,
}

impl Timeline {
    /// Where a step of the arrow keys leads.
    pub(super) fn moved(&self, step: Step, columns: &[Column]) -> Focus {
        let Focus { party, place } = self.focus;
        let row =
            party.map_or(0, |party| columns.iter().position(|column| column.party == party).map_or(0, |row| row + 1));
        let to_row = |row: usize| row.checked_sub(1).and_then(|row| columns.get(row)).map(|column| column.party);
        let n_here = self.n_places(party);
        match step {
            Step::Left => Focus { party, place: place.saturating_sub(1) },
            Step::Right => Focus { party, place: (place + 1).min(n_here.saturating_sub(1)) },
            Step::First => Focus { party, place: 0 },
            Step::Last => Focus { party, place: n_here.saturating_sub(1) },
            // The table has days for rows and is read from left to right as a whole.
            Step::Up | Step::Down if self.as_table => {
                let sideways = if step == Step::Up { Step::Left } else { Step::Right };
                self.moved(sideways, columns)
            }
            Step::Up => self.on_row(to_row(row.saturating_sub(1))),
            Step::Down if row < columns.len() => self.on_row(to_row(row + 1)),
            Step::Down => Focus { party, place },
        }
    }

    /// The place of another row that is nearest in time to the focused one.
    fn on_row(&self, party: Option<PartyIx>) -> Focus {
        let Some(day) = self.focused_day() else { return Focus { party, place: 0 } };
        let days = self.days_of(party);
        let distance = |place: &usize| (days[*place].day_number() - day.day_number()).abs();
        Focus { party, place: (0..days.len()).min_by_key(distance).unwrap_or(0) }
    }

    fn days_of(&self, party: Option<PartyIx>) -> Vec<Date> {
        let Some(made) = &self.made else { return Vec::new() };
        match party {
            Some(party) => made.ticks_of(party).map(|tick| tick.said).collect(),
            None if self.as_table => made.table_days(),
            None => made.count_days(),
        }
    }

    fn n_places(&self, party: Option<PartyIx>) -> usize {
        self.days_of(party).len()
    }

    /// The day of the focused place.
    #[must_use]
    pub(crate) fn focused_day(&self) -> Option<Date> {
        self.days_of(self.focus.party).get(self.focus.place).copied()
    }

    /// The focused statement, if a party's row has the focus.
    #[must_use]
    pub fn focused_tick(&self) -> Option<StatementIx> {
        let Focus { party, place } = self.focus;
        self.made.as_ref()?.ticks_of(party?).nth(place).map(|tick| tick.statement)
    }
}
