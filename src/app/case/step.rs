//! What a step of undo did to a case, for the menu.

use super::At;

/// A change of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseStep {
    /// What was done.
    pub change: CaseChange,
    /// Where.
    pub at: At,
}

/// What was done to a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseChange {
    /// Letters were typed into a field.
    Typed,
    /// Something was chosen in a field.
    Chosen,
    /// A record was added.
    Added,
    /// A record was taken away.
    Removed,
    /// A record was moved up or down.
    Moved,
    /// Its file was read again, since another program had changed it.
    ReadAgain,
    /// A copy of one's own took the place of a case.
    MadeMine,
    /// What a workbook or another file says was taken over.
    TakenOver,
}

impl CaseStep {
    /// True if it is typed letter by letter.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        self.change == CaseChange::Typed
    }
}
