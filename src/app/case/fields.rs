//! The fields of each record, in the order of its form.

use crate::domain::{MAX_BECAUSE, MAX_DECIDED, limits};

/// A field of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// As the format calls it.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// True if it must be there.
    pub needed: bool,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text of so many characters at most, in a field of so many lines.
    Text {
        /// The largest number of characters.
        limit: usize,
        /// Lines of the field.
        rows: usize,
    },
    /// A sentence of so many characters at most, which may fill two lines and has no line break.
    Sentence(usize),
    /// A day, month or year.
    Day,
    /// The first and the last day.
    Days,
    /// One of these names, as the format writes them.
    Name(&'static [&'static str]),
    /// True or false; left out, it is this.
    Flag(bool),
    /// A record of this list.
    One(&'static str),
    /// Records of this list.
    Several(&'static str),
    /// Words as they were said, and their language.
    Quote,
    /// What a plan must say.
    Demand,
    /// The values of a term.
    Values,
}

const fn text(name: &'static str, limit: usize, rows: usize, needed: bool) -> Field {
    Field { name, kind: Kind::Text { limit, rows }, needed }
}

const fn of(name: &'static str, kind: Kind, needed: bool) -> Field {
    Field { name, kind, needed }
}

/// Whether a plan needs a party.
const ROLES: &[&str] = &["MustAccept", "Affected", "Outside"];
/// How a statement became known.
const CHANNELS: &[&str] = &["OnRecord", "Document", "Reported", "Unnamed", "Leaked", "Withdrawn"];
/// How firmly a position is held.
const STRENGTHS: &[&str] = &["RedLine", "Opposes", "Prefers", "Offers"];
/// What makes it a red line.
const BASES: &[&str] = &["Condition", "Bar", "Law"];
/// Where an exact number comes from.
const THRESHOLDS: &[&str] = &["Stated", "ChosenByAuthor"];
/// What a source is.
const SOURCE_KINDS: &[&str] = &["Primary", "Press", "Secondary"];
/// How much of it was read.
const READS: &[&str] = &["InFull", "InPart", "NotRead"];

const DOSSIER: &[Field] = &[
    text("title", limits::TITLE, 1, true),
    of("fictional", Kind::Flag(false), false),
    of("as_of", Kind::Day, true),
    of("covers", Kind::Days, true),
    text("language", 20, 1, false),
];

const ABOUT: &[Field] = &[
    text("purpose", limits::ACCOUNT, 3, false),
    text("author", limits::AUTHOR, 1, false),
    text("licence", limits::AUTHOR, 1, false),
    of("updated", Kind::Day, false),
    text("read_in_full", limits::ACCOUNT, 2, false),
    text("read_in_part", limits::ACCOUNT, 2, false),
    text("not_verified", limits::ACCOUNT, 2, false),
    text("left_out", limits::ACCOUNT, 2, false),
];

const PARTIES: &[Field] = &[
    text("name", limits::PARTY_NAME, 1, true),
    text("code", limits::CODE, 1, true),
    of("role", Kind::Name(ROLES), true),
    text("body", limits::BODY, 1, true),
    text("reason", limits::REASON, 2, false),
    text("note", limits::NOTE, 2, false),
];

const TERMS: &[Field] = &[
    text("name", limits::TERM_NAME, 1, true),
    text("question", limits::QUESTION, 1, true),
    of("values", Kind::Values, true),
    text("glossary", limits::GLOSSARY, 2, true),
    text("group", limits::GROUP, 1, true),
];

const STATEMENTS: &[Field] = &[
    of("party", Kind::One("parties"), true),
    text("speaker", limits::SPEAKER, 1, true),
    text("office", limits::OFFICE, 1, true),
    of("said", Kind::Day, true),
    of("short", Kind::Sentence(limits::SPEAKER), true),
    of("sources", Kind::Several("sources"), false),
    of("quote", Kind::Quote, false),
    text("long", limits::NOTE, 2, false),
    of("channel", Kind::Name(CHANNELS), true),
    of("published", Kind::Day, false),
    of("unverified", Kind::Flag(false), false),
    text("caveat", limits::MEANING, 1, false),
];

const POSITIONS: &[Field] = &[
    of("about", Kind::One("terms"), false),
    of("demand", Kind::Demand, false),
    of("strength", Kind::Name(STRENGTHS), true),
    text("because", MAX_BECAUSE, 1, false),
    of("basis", Kind::Name(BASES), false),
    of("statements", Kind::Several("statements"), true),
    of("party", Kind::One("parties"), true),
    of("until", Kind::Day, false),
    text("until_reason", limits::MEANING, 1, false),
    text("voice", limits::VOICE, 1, false),
    of("replaces", Kind::Several("positions"), false),
    of("threshold", Kind::Name(THRESHOLDS), false),
    of("counts", Kind::Flag(true), false),
    text("note", limits::NOTE, 2, false),
    text("decided", MAX_DECIDED, 1, false),
];

const RULES: &[Field] = &[of("demand", Kind::Demand, true), text("reason", limits::REASON, 2, true)];

const SOURCES: &[Field] = &[
    text("publisher", limits::BODY, 1, true),
    text("url", limits::URL, 1, true),
    text("title", limits::MEANING, 1, false),
    of("date", Kind::Day, false),
    of("kind", Kind::Name(SOURCE_KINDS), true),
    of("read", Kind::Name(READS), true),
    text("note", limits::NOTE, 2, false),
];

/// The fields of the records of a list; those of the dossier itself for any other name.
#[must_use]
pub fn fields(list: &str) -> &'static [Field] {
    match list {
        "parties" => PARTIES,
        "terms" => TERMS,
        "rules" => RULES,
        "sources" => SOURCES,
        "statements" => STATEMENTS,
        "positions" => POSITIONS,
        _ => DOSSIER,
    }
}

/// The fields of what a reader should know before trusting a dossier.
#[must_use]
pub(crate) fn of_about() -> &'static [Field] {
    ABOUT
}
