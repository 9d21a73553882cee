//! What may be found in a file or a dossier: how much it matters, and what it is about. Reader and lint share these.

use super::{PartyIx, PositionIx, SourceIx, StatementIx, TermIx};

/// How much something that was found matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Must be put right: the file cannot be used, or the dossier says something that cannot be.
    Error,
    /// Should be looked at: as a rule a mistake; in a file, something that is ignored.
    Warning,
    /// Worth knowing; often right as it is.
    Note,
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The dossier as a whole.
    Dossier,
    /// A party.
    Party(PartyIx),
    /// A term.
    Term(TermIx),
    /// A source.
    Source(SourceIx),
    /// A statement.
    Statement(StatementIx),
    /// A position.
    Position(PositionIx),
    /// A rule, by its place in the dossier.
    Rule(usize),
    /// A scenario, by its place in the list that was given.
    Scenario(usize),
}

impl Subject {
    /// The list of the dossier in whose text the record stands, as the file calls it, and its place there.
    #[must_use]
    pub fn record(self) -> Option<(&'static str, usize)> {
        match self {
            Self::Dossier | Self::Scenario(_) => None,
            Self::Party(ix) => Some(("parties", ix.get())),
            Self::Term(ix) => Some(("terms", ix.get())),
            Self::Source(ix) => Some(("sources", ix.get())),
            Self::Statement(ix) => Some(("statements", ix.get())),
            Self::Position(ix) => Some(("positions", ix.get())),
            Self::Rule(place) => Some(("rules", place)),
        }
    }
}
