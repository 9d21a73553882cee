//! What may be found in a text or a dossier: how much it matters, where, what it is about, and what it is. Reader, dossier and
//! lint say it in these words of one type; the sentences are made elsewhere.

mod fault;
mod lint;
mod syntax;

pub use fault::{DossierFault, Fault, FieldFault, FileFault, Grid, Near, PlanFault, SettingsFault, TooMany};
pub use lint::LintKind;
pub use syntax::{Syntax, Wanted};

use super::{Flaw, PartyIx, PositionIx, SourceIx, StatementIx, TermIx};

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// Where it stands in the text, if it stands somewhere.
    pub place: Option<Place>,
    /// What it is about.
    pub subject: Subject,
    /// What it is.
    pub kind: FindingKind,
}

/// What was found, by who owns the rule that was broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// A text says something that cannot be read, or a file cannot be opened.
    Fault(Box<Fault>),
    /// What was read does not make a dossier.
    Flaw(Flaw),
    /// A dossier can be used, and its author should look at something.
    Lint(LintKind),
}

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

/// A place in a text: line and column, counted from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Place {
    /// The place of the byte `at` of `text`.
    #[must_use]
    pub fn of(text: &str, at: usize) -> Self {
        let before = text.get(..at).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.matches('\n').count() + 1;
        Self { line, column: before[line_start..].chars().count() + 1 }
    }
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The text as a whole, or a part of it that has no name yet.
    Text,
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
            Self::Text | Self::Dossier | Self::Scenario(_) => None,
            Self::Party(ix) => Some(("parties", ix.get())),
            Self::Term(ix) => Some(("terms", ix.get())),
            Self::Source(ix) => Some(("sources", ix.get())),
            Self::Statement(ix) => Some(("statements", ix.get())),
            Self::Position(ix) => Some(("positions", ix.get())),
            Self::Rule(place) => Some(("rules", place)),
        }
    }
}

impl Finding {
    /// An error in a text, without its place.
    #[must_use]
    pub fn error(fault: impl Into<Fault>) -> Self {
        Self::of_text(Severity::Error, fault)
    }

    /// A warning about a text, without its place.
    #[must_use]
    pub fn warning(fault: impl Into<Fault>) -> Self {
        Self::of_text(Severity::Warning, fault)
    }

    fn of_text(severity: Severity, fault: impl Into<Fault>) -> Self {
        Self { severity, place: None, subject: Subject::Text, kind: FindingKind::Fault(Box::new(fault.into())) }
    }

    /// Something that an author should look at.
    #[must_use]
    pub fn lint(severity: Severity, subject: Subject, kind: LintKind) -> Self {
        Self { severity, place: None, subject, kind: FindingKind::Lint(kind) }
    }

    /// The same at the byte `at` of `text`.
    #[must_use]
    pub fn at(self, text: &str, at: usize) -> Self {
        Self { place: Some(Place::of(text, at)), ..self }
    }
}
