//! The roving focus of the table: one tab stop, moved by the arrow keys.

use super::Column;
use crate::domain::{PartyIx, TermIx};

/// The focused place of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focus {
    /// The row.
    pub term: TermIx,
    /// The place in the row.
    pub place: Place,
}

/// A place in a row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The term's name.
    Term,
    /// What the plan says.
    Control,
    /// The cell of a party.
    Party(PartyIx),
}

/// A direction of the arrow keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One place to the left.
    Left,
    /// One place to the right.
    Right,
    /// The first place of the row.
    RowStart,
    /// The last place of the row.
    RowEnd,
}

impl Direction {
    /// A place in a table, its row first, one step further; it stays where the table ends.
    pub(super) fn moved(self, (row, place): (usize, usize), n_rows: usize, n_places: usize) -> (usize, usize) {
        let last = n_places.saturating_sub(1);
        match self {
            Self::Up => (row.saturating_sub(1), place),
            Self::Down => ((row + 1).min(n_rows.saturating_sub(1)), place),
            Self::Left => (row, place.saturating_sub(1)),
            Self::Right => (row, (place + 1).min(last)),
            Self::RowStart => (row, 0),
            Self::RowEnd => (row, last),
        }
    }
}

impl Focus {
    /// The focus one step further; it stays where the table ends.
    #[must_use]
    pub fn moved(self, direction: Direction, columns: &[Column], n_terms: usize) -> Self {
        let here = (self.term.get(), self.place.number(columns));
        let (row, place) = direction.moved(here, n_terms, columns.len() + 2);
        Self { term: TermIx::at(row), place: Place::of_number(place, columns) }
    }
}

impl Place {
    fn number(self, columns: &[Column]) -> usize {
        match self {
            Self::Term => 0,
            Self::Control => 1,
            Self::Party(party) => columns.iter().position(|column| column.party == party).map_or(1, |place| place + 2),
        }
    }

    fn of_number(number: usize, columns: &[Column]) -> Self {
        match number {
            0 => Self::Term,
            1 => Self::Control,
            n => columns.get(n - 2).map_or(Self::Control, |column| Self::Party(column.party)),
        }
    }
}
