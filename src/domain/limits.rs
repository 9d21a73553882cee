//! The longest that texts of a dossier may be, in characters, and how many of a thing there may be. The reader refuses more,
//! and a text field need not let it in.

/// The title of a dossier.
pub const TITLE: usize = 60;

/// Who made a dossier or put a plan forward, and its licence.
pub(crate) const AUTHOR: usize = 400;

/// The code of a party.
pub(crate) const CODE: usize = 5;

/// The name of a party.
pub(crate) const PARTY_NAME: usize = 40;

/// Who speaks for a party; who published a source.
pub(crate) const BODY: usize = 200;

/// The reason that a party or a rule gives.
pub const REASON: usize = 400;

/// A note on a party, a source or a position; what a statement says at length.
pub(crate) const NOTE: usize = 400;

/// The name of a term.
pub(crate) const TERM_NAME: usize = 18;

/// The question of a term, the title of a context note.
pub(crate) const QUESTION: usize = 120;

/// The group of a term.
pub const GROUP: usize = 24;

/// What a term means, and a context note.
pub(crate) const GLOSSARY: usize = 600;

/// The name of a value, for buttons and cells.
pub(crate) const VALUE_NAME: usize = 16;

/// The same where there is room.
pub(crate) const VALUE_LONG_NAME: usize = 32;

/// What a value means; why a position ended; a caveat; the title of a source.
pub(crate) const MEANING: usize = 300;

/// Who said something, and the short form of what.
pub(crate) const SPEAKER: usize = 120;

/// In which office.
pub(crate) const OFFICE: usize = 160;

/// Who speaks inside a party; another spelling of a name.
pub(crate) const VOICE: usize = 80;

/// The notes of a plan.
pub const NOTES: usize = 20_000;

/// How many parties a dossier has.
pub const PARTIES: usize = 60;

/// How many terms.
pub const TERMS: usize = 200;

/// How many statements a position reads or positions it replaces, and how many context notes a term has.
pub(crate) const LISTED: usize = 50;

/// How many sources a statement has, and other spellings a name.
pub(crate) const CITED: usize = 20;

/// How many words are quoted.
pub(crate) const QUOTE_WORDS: usize = 15;

/// The title of a plan.
pub const PLAN_TITLE: usize = 80;

/// Where a plan comes from.
pub(crate) const ORIGIN: usize = 1_000;

/// Each part of how a dossier was made.
pub(crate) const ACCOUNT: usize = 4_000;

/// An address.
pub const URL: usize = 2_000;

/// The format of files that this program writes, and the newest that it reads.
pub(crate) const FORMAT: u32 = 1;

/// The largest number of fields of a record.
pub(crate) const MAX_FIELDS: usize = 200;
