//! What `compare` tells, as text or JSON.

use crate::analysis::{Comparison, Judged};

/// Two plans of one dossier and what follows from them.
pub(crate) struct Compared<'c> {
    /// Plan A and plan B.
    pub(crate) plans: [Judged<'c>; 2],
    /// Both beside each other.
    pub(crate) comparison: Comparison,
    /// True if rows that do not differ are shown too.
    pub(crate) all: bool,
}
