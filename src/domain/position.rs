//! Positions: our reading of statements, open to argument.

use super::{Code, Coding, Date, PartyIx, PositionIx, Reading, StatementIx, Strength, TermIx, ValueIx};

/// What a party wants of a plan, read from at least one statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// Readable id, unique among the positions.
    pub id: String,
    /// Whose position it is.
    pub party: PartyIx,
    /// The statements that it reads; never empty.
    pub statements: Vec<StatementIx>,
    /// The term whose cell it marks; `None` for a stance on the whole plan or on the process.
    pub about: Option<TermIx>,
    /// What a plan must do to meet it; `None` if no demand can be read from it. A position with a demand has an `about`.
    pub demand: Option<Demand>,
    /// How firmly it is held.
    pub strength: Strength,
    /// The first day on which it is no longer in force.
    pub until: Option<Date>,
    /// Why it ended; may be empty.
    pub until_reason: String,
    /// The faction or person inside the party, if not the party as a whole; may be empty.
    pub voice: String,
    /// Positions of the same party that this one replaces from its first day on.
    pub replaces: Vec<PositionIx>,
    /// Where the exact threshold comes from.
    pub threshold: Threshold,
    /// False for what is rhetoric: shown greyed, never counted.
    pub counts: bool,
    /// Why the statements are read so; may be empty.
    pub note: String,
    /// How the strength was read.
    pub coding: Coding,
}

/// A predicate over the plan.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Demand {
    /// The term has this value.
    Is(TermIx, ValueIx),
    /// The term has one of these values.
    OneOf(TermIx, Vec<ValueIx>),
    /// The term stands at this number or above, named values after the grid included.
    AtLeast(TermIx, i32),
    /// The term stands at this number or below, named values before the grid included.
    AtMost(TermIx, i32),
    /// The opposite holds.
    Not(Box<Demand>),
    /// All of them hold; met if empty.
    All(Vec<Demand>),
    /// At least one of them holds; contradicted if empty.
    Any(Vec<Demand>),
    /// If the first holds, the second must.
    If(Box<Demand>, Box<Demand>),
}

impl Demand {
    /// The terms that the demand mentions, each once, in their order.
    #[must_use]
    pub fn terms(&self) -> Vec<TermIx> {
        let mut terms = Vec::new();
        self.visit_terms(&mut |term| terms.push(term));
        terms.sort_unstable();
        terms.dedup();
        terms
    }

    fn visit_terms(&self, visit: &mut impl FnMut(TermIx)) {
        match self {
            Self::Is(term, _) | Self::OneOf(term, _) | Self::AtLeast(term, _) | Self::AtMost(term, _) => visit(*term),
            Self::Not(inner) => inner.visit_terms(visit),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.visit_terms(visit)),
            Self::If(premise, consequence) => {
                premise.visit_terms(visit);
                consequence.visit_terms(visit);
            }
        }
    }
}

/// Where the exact threshold of a demand comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Threshold {
    /// The statement names it.
    #[default]
    Stated,
    /// The dossier's author chose it, and says so in the note.
    ChosenByAuthor,
}

impl Reading {
    /// What a position is read as. No reading finds a demand where none was decided.
    #[must_use]
    pub fn code(self, position: &Position) -> Code {
        let decided = Code::from(position);
        let all = position.coding.coded.iter().copied().chain([decided]);
        match self {
            _ if decided == Code::NoDemand => decided,
            Self::Harder => all.min().unwrap_or(decided),
            Self::AsDecided => decided,
            Self::Softer => all.max().unwrap_or(decided),
        }
    }

    /// How firmly a position is held. Where no demand is read, it keeps the strength that was decided, and does not count.
    #[must_use]
    pub fn strength(self, position: &Position) -> Strength {
        self.code(position).strength().unwrap_or(position.strength)
    }
}

impl From<&Position> for Code {
    fn from(position: &Position) -> Self {
        match position.strength {
            _ if position.demand.is_none() => Self::NoDemand,
            Strength::RedLine => Self::RedLine,
            Strength::Opposes => Self::Opposes,
            Strength::Prefers => Self::Prefers,
            Strength::Offers => Self::Offers,
        }
    }
}
