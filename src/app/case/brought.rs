//! A file out of which a case is made, as data: what was found in it, and what would come of it.

use std::{path::PathBuf, sync::Arc};

use crate::domain::{ChangeKind, Date, RecordChange};

/// A file that is brought, and what was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// Which reading it is: what an older one finds is of no use any more.
    pub number: u64,
    /// The file.
    pub path: PathBuf,
    /// What was found.
    pub found: Found,
    /// What is to come of it.
    pub goal: Goal,
    /// True if records of the open case that the file does not have are to go.
    pub also_remove: bool,
    /// The text of the open case with which it was compared.
    pub against: Option<Arc<str>>,
}

/// What was found in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// It is being read.
    Reading,
    /// It cannot be read, for this reason.
    Refused(String),
    /// All that it holds.
    Read(Arc<Brought>),
}

/// What is to come of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// The open case says what the file says.
    Update,
    /// A new case.
    NewCase,
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// The case, if nothing keeps it from being one.
    pub case: Option<BroughtCase>,
    /// As a new case.
    pub new_case: Way,
    /// As a newer state of the open case, if it may be one.
    pub update: Option<Update>,
    /// Plans that come along: names without `.ron`, and texts.
    pub plans: Vec<(String, String)>,
    /// True if somebody has shared it as a whole.
    pub is_shared: bool,
}

/// A newer state of the open case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Update {
    /// True if it is as good as certain that it is one.
    pub is_meant: bool,
    /// Records that the file does not have stay.
    pub keeping: Way,
    /// They go; `None` if there are none.
    pub removing: Option<Way>,
}

/// What would come of a file in one of the ways in which it can be taken over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Way {
    /// What was found on the way: errors first.
    pub messages: Vec<CellMessage>,
    /// What would be another than it is.
    pub changes: Vec<RecordChange>,
    /// The dossier; `None` while an error is left.
    pub text: Option<Arc<str>>,
    /// The version that it would be, because a published statement is changed.
    pub raised: Option<u32>,
}

/// Something that was found in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellMessage {
    /// True if nothing is taken over because of it.
    pub is_error: bool,
    /// Where: "positions F17"; may be empty.
    pub place: String,
    /// What.
    pub message: String,
    /// What to do; may be empty.
    pub hint: String,
}

/// What a case is, before it is used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BroughtCase {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// True if it is invented.
    pub fictional: bool,
    /// Its version.
    pub version: u32,
    /// Who made it.
    pub author: String,
    /// On which terms it may be used.
    pub licence: String,
    /// When it was last changed.
    pub updated: Option<Date>,
    /// What it is for.
    pub purpose: String,
    /// What its author did not verify.
    pub not_verified: String,
    /// The number of its terms.
    pub n_terms: usize,
    /// Its parties, each with the number of statements and positions on file.
    pub coverage: Vec<(String, usize, usize)>,
    /// What an author should look at.
    pub findings: Vec<String>,
}

impl Incoming {
    /// What would come of it as it is wished now; `None` until it is read.
    #[must_use]
    pub fn way(&self) -> Option<&Way> {
        let Found::Read(brought) = &self.found else { return None };
        let Some(update) = brought.update.as_ref().filter(|_| self.goal == Goal::Update) else {
            return Some(&brought.new_case);
        };
        update.removing.as_ref().filter(|_| self.also_remove).or(Some(&update.keeping))
    }

    /// How many records of the open case the file does not have.
    #[must_use]
    pub(crate) fn n_missing(&self) -> usize {
        let Found::Read(brought) = &self.found else { return 0 };
        let removing = brought.update.as_ref().and_then(|update| update.removing.as_ref());
        let gone = |way: &Way| way.changes.iter().filter(|change| change.kind == ChangeKind::Gone).count();
        removing.map_or(0, gone)
    }
}
