//! What `compare` tells, as text or JSON.

use crate::{
    analysis::Comparison,
    domain::{Dossier, Scenario},
};

/// Two plans and what follows from them.
pub(crate) struct Compared {
    /// The dossier of both.
    pub dossier: Dossier,
    /// Plan A and plan B.
    pub scenarios: [Scenario; 2],
    /// Both beside each other.
    pub comparison: Comparison,
    /// True if rows that do not differ are shown too.
    pub all: bool,
}
