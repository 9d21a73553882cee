//! How a case of one's own comes about.

/// What a new case begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begin {
    /// Three parties and four terms, with explanations.
    Template,
    /// One party and one term.
    Empty,
    /// A copy of the case with this id.
    Copy(String),
}
