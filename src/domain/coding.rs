//! How the strength of a position was read, by whom it was read twice, and how a difference was decided.

/// The longest `because`, in characters.
pub(crate) const MAX_BECAUSE: usize = 100;
/// The longest `decided`, in characters.
pub(crate) const MAX_DECIDED: usize = 200;
/// The largest number of readers of a position.
pub(crate) const MAX_READERS: usize = 9;

/// What stands behind the strength of a position. Says nothing about a plan: no mark depends on it, unless the harder or
/// softer reading is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coding {
    /// The words that decide the strength; may be empty.
    pub because: String,
    /// What makes it a red line.
    pub basis: Option<RedLineBasis>,
    /// What each reader made of the statements without knowing of the others; empty if nobody read them so.
    pub coded: Vec<Code>,
    /// Why a difference was decided as it was; may be empty.
    pub decided: String,
}

impl Coding {
    /// True if two readers read the statements differently.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.coded.windows(2).any(|pair| pair[0] != pair[1])
    }
}

/// What makes words a red line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum RedLineBasis {
    /// The speaker's own agreeing, signing, stopping or talking hangs on it.
    Condition,
    /// Absolute words of the speaker's own consent: never, impossible, not negotiable.
    Bar,
    /// A law that is named as forbidding it.
    Law,
}

/// What one reader makes of a statement: a strength, or that it asks nothing of a plan. From hard to soft.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, strum::EnumIter,
)]
pub enum Code {
    /// [`Strength::RedLine`].
    RedLine,
    /// [`Strength::Opposes`].
    Opposes,
    /// [`Strength::Prefers`].
    Prefers,
    /// [`Strength::Offers`].
    Offers,
    /// No demand on the term.
    NoDemand,
}

impl Code {
    /// The strength that a reader read; `None` if no demand.
    #[must_use]
    pub fn strength(self) -> Option<Strength> {
        match self {
            Self::RedLine => Some(Strength::RedLine),
            Self::Opposes => Some(Strength::Opposes),
            Self::Prefers => Some(Strength::Prefers),
            Self::Offers => Some(Strength::Offers),
            Self::NoDemand => None,
        }
    }
}

/// Which reading of the strength of positions counts. Of positions that nobody read twice there is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, strum::EnumIter)]
pub enum Reading {
    /// The hardest of what the readers read and what was decided.
    Harder,
    /// What was decided.
    #[default]
    AsDecided,
    /// The softest; where that is no demand, the position does not count.
    Softer,
}

/// How firmly a position is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Strength {
    /// Declared unacceptable, or a precondition.
    RedLine,
    /// Opposed, or demanded.
    Opposes,
    /// Preferred or supported.
    Prefers,
    /// Offered or accepted: can be in line, can never be contradicted.
    Offers,
}
