//! Statements: the evidence. They stay as they were said.

use super::{Date, PartyIx, SourceIx};

/// What somebody said, on which day, published where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Readable id, unique among the statements.
    pub id: String,
    /// The party for which the speaker speaks.
    pub party: PartyIx,
    /// The speaker's name.
    pub speaker: String,
    /// The speaker's office on that day.
    pub office: String,
    /// The day it was said.
    pub said: Date,
    /// The day it was published.
    pub published: Date,
    /// The statement in our own words, at most 120 characters.
    pub short: String,
    /// The statement in our own words, at most 400 characters; may be empty.
    pub long: String,
    /// A quoted fragment of at most 15 words.
    pub quote: Option<Quote>,
    /// How it became known.
    pub channel: Channel,
    /// True if what the dossier says of it could not be verified.
    pub unverified: bool,
    /// What a reader must know about it ("said 26; by law it was 25"); may be empty.
    pub caveat: String,
    /// Where it is published; the first is the one to cite. Empty if no source is given.
    pub sources: Vec<SourceIx>,
}

/// A quoted fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words, without quotation marks.
    pub text: String,
    /// The language the words stand in ("English", "translated from Russian"); may be empty.
    pub language: String,
}

/// How a statement became known.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    strum::EnumCount,
    strum::EnumIter,
)]
pub enum Channel {
    /// Said in public by a named speaker.
    OnRecord,
    /// An official text.
    Document,
    /// Reported by a named outlet or a named other person.
    Reported,
    /// Reported from sources that are not named.
    Unnamed,
    /// A leaked text, not confirmed.
    Leaked,
    /// Withdrawn or disowned later.
    Withdrawn,
}

/// Where something is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Readable id, unique among the sources.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// Its title; in square brackets if it was devised for the dossier, because the publisher's was not seen. May be empty.
    pub title: String,
    /// The day of publication, where it is known.
    pub date: Option<Date>,
    /// Its full address.
    pub url: String,
    /// How near it is to the words themselves.
    pub kind: SourceKind,
    /// How much of it was read for the dossier.
    pub read: Read,
    /// Anything a reader must know about it; may be empty.
    pub note: String,
}

impl Source {
    /// True if the title only describes the text, as archives do with papers that bear none: `[Report of a speech]`.
    #[must_use]
    pub fn is_title_devised(&self) -> bool {
        self.title.starts_with('[') && self.title.ends_with(']')
    }

    /// True if the title is the one that its publisher gave it.
    #[must_use]
    pub fn is_title_seen(&self) -> bool {
        !self.title.is_empty() && !self.is_title_devised()
    }
}

/// How near a source is to the words themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum SourceKind {
    /// The text itself, or the speaker's own site.
    Primary,
    /// A news agency or an established outlet.
    Press,
    /// A retelling: a secondary source.
    Secondary,
}

/// How much of a source was read for the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Read {
    /// The whole text.
    InFull,
    /// A part, as a rule the opening.
    InPart,
    /// Only quoted or named elsewhere.
    NotRead,
}
