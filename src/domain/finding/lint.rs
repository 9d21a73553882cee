//! What an author of a dossier should look at.

use crate::domain::{Date, PartyIx, PositionIx, TermIx, ValueIx};

/// What the lint finds. The name of a variant in small letters is its stable code for scripts.
#[derive(Clone, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum LintKind {
    /// The demand of a position or rule is met by no plan.
    MetByNoPlan,
    /// The demand of a position or rule is met by every plan.
    MetByEveryPlan,
    /// A threshold that is none of the term's numbers: the nearest that counts is meant.
    ThresholdOffGrid {
        /// The term.
        term: TermIx,
        /// The threshold.
        threshold: i32,
    },
    /// The demand does not mention the term whose cell it marks.
    AboutNotMentioned {
        /// That term.
        about: TermIx,
    },
    /// A word that takes sides or judges, outside quotation marks.
    LoadedWord {
        /// The word, in small letters.
        word: &'static str,
        /// The field in which it stands, as it is called in the file.
        field: &'static str,
    },
    /// Published before it was said.
    PublishedBeforeSaid {
        /// The day it was said.
        said: Date,
        /// The day it was published.
        published: Date,
    },
    /// The position ends on its first day or before, so that it is never in force.
    EndsBeforeItBegins {
        /// Its first day.
        begins: Date,
        /// The first day on which it is no longer in force.
        until: Date,
    },
    /// The position replaces one that begins later.
    ReplacesNewer {
        /// The later position.
        newer: PositionIx,
    },
    /// A day outside the time that was researched: of a statement, or the as-of day of the dossier or of a scenario.
    OutsideCovers {
        /// The day.
        day: Date,
    },
    /// A value is put forward only after the time that was researched.
    ValueAfterCovers {
        /// The term.
        term: TermIx,
        /// The value.
        value: ValueIx,
        /// The day on which it was first put forward.
        since: Date,
    },
    /// The party offers what its own position rules out on the same day.
    OfferExcluded {
        /// The position that rules it out.
        by: PositionIx,
    },
    /// The plan of a scenario contradicts a position of its own author on its own day.
    AuthorContradicted {
        /// The party that the author speaks for.
        party: PartyIx,
        /// The contradicted position.
        position: PositionIx,
    },
    /// The plan of a scenario breaks a rule.
    BreaksRule {
        /// The rule, by its place in the dossier.
        rule: usize,
    },
    /// The plan of a scenario holds a value that was not yet put forward on its as-of day.
    NotYetPutForward {
        /// The term.
        term: TermIx,
        /// The day on which its value was first put forward.
        since: Date,
    },
    /// A red line does not name the words, or what makes them one.
    RedLineWithoutWords,
    /// A basis stands beside a strength that needs none.
    BasisWithoutRedLine,
    /// Readers differ, or the dossier differs from them, and nothing says why it was decided so.
    NotDecided,
    /// Only one reader coded the position.
    ReadOnce,
    /// A source has no title or no date, and no note that says why.
    SourceWithoutTitleOrDate,
    /// A mirror, shop or blog is the first source of a statement that says nothing about it.
    UnfitSource,
    /// None of the scenarios decides the position.
    NeverDecided,
    /// No position is about the term.
    NobodySpeaksAbout,
    /// The party holds no position.
    NoPosition,
    /// No position reads the statement.
    UnusedStatement,
}
