//! The plan beside the one that is open.

use std::path::PathBuf;

use super::files::Files;
use crate::app::{
    Action, State,
    compare::{Action as Compare, Source},
};

impl Files {
    /// Opens a plan to stand beside the document.
    pub(super) fn open_second(&mut self, source: &Source, state: &State) -> Vec<Action> {
        let actions = match source {
            Source::Path(path) => self.open_path(path, state),
            Source::Entry { shelf, scenario } => self.open_entry(shelf, scenario.as_deref(), state),
        };
        let beside = |action| match action {
            Action::Opened(document, notice) => Action::Compare(Compare::Opened(document, notice)),
            other => other,
        };
        actions.into_iter().map(beside).collect()
    }

    /// What is to be done with the arguments of the command line: one plan is opened, two are compared, of several each is
    /// opened and the last one stays.
    pub(super) fn opening(&self, paths: Vec<PathBuf>) -> Vec<Action> {
        let compares = paths.len() == 2;
        let action = |(place, path): (usize, PathBuf)| match self.named(path) {
            Action::OpenPath(path) if compares && place == 1 => Action::Compare(Compare::Open(Source::Path(path))),
            Action::OpenEntry { shelf, scenario } if compares && place == 1 => {
                Action::Compare(Compare::Open(Source::Entry { shelf, scenario }))
            }
            other => other,
        };
        paths.into_iter().enumerate().map(action).collect()
    }
}
