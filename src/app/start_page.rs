//! The start page: every case at hand as a card that opens to its plans, what was begun before, and the way to an own
//! case. It closes by one key, and by the first choice in the table beside it.

use std::path::PathBuf;

use super::{Dialog, DraftId, Effect, StartPage, State};

/// Something on the page that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum StartItem {
    /// A case; choosing it shows its plans.
    Case(String),
    /// An empty plan of a case.
    Empty(String),
    /// A plan of a case.
    Plan(String, String),
    /// A draft.
    Draft(DraftId),
    /// A file that was open before.
    Recent(PathBuf),
}

impl State {
    /// True while the start page shows.
    #[must_use]
    pub fn shows_start_page(&self) -> bool {
        matches!(self.session.dialog, Some(Dialog::Start(_))) && !self.presenter.is_on
    }

    /// Opens the start page; what is at hand is read again.
    pub(super) fn start_page(&mut self) -> Vec<Effect> {
        self.show(Dialog::Start(StartPage::default()))
    }

    /// Choosing in the table closes the page that lies beside it.
    pub(super) fn leave_start_page(&mut self) {
        if matches!(self.session.dialog, Some(Dialog::Start(_))) {
            self.session.dialog = None;
        }
    }
}
