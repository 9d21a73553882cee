//! The case itself, as the rest of the program moves.

use super::CaseTab;
use crate::app::{
    Reply, Work,
    room::{Change, Room},
    state::Here,
};

impl Room for CaseTab {
    /// It holds places alone, and shows the last record of a case that has fewer.
    fn follow(&mut self, _: Change<'_>, _: Here<'_>) {}

    fn refresh(&mut self, _: Here<'_>) {}

    fn ask(&mut self, _: Here<'_>) -> Option<Work> {
        None
    }

    fn take(&mut self, _: Reply, _: Here<'_>) {}
}
