//! Parties: who speaks.

/// A party of a dossier: a column of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Readable id, unique among the parties.
    pub id: String,
    /// Code for the column head, at most 5 letters.
    pub code: String,
    /// Full name ("Russia").
    pub name: String,
    /// Other spellings by which it is looked for ("Turkey").
    pub also: Vec<String>,
    /// The body that speaks for it ("Government of the Russian Federation").
    pub body: String,
    /// Whether a plan needs its consent.
    pub role: Role,
    /// Why it says what it says, in one clause that its own supporters would accept; may be empty.
    pub reason: String,
    /// Anything a reader must know ("in office until 20 January 2025"); may be empty.
    pub note: String,
}

/// What part a party has in an agreement.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter, serde::Serialize, serde::Deserialize,
)]
pub enum Role {
    /// No agreement without it.
    MustAccept,
    /// The agreement binds it or touches it.
    Affected,
    /// It speaks from outside.
    Outside,
}
