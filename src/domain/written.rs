//! A demand in words: what is typed into a cell or chosen in a form, whatever terms there are.

use super::{Demand, Term, TermIx};

/// A demand by the ids or names of terms and values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WrittenDemand {
    /// The term has this value.
    Is(String, String),
    /// The term has one of these values.
    OneOf(String, Vec<String>),
    /// The term stands at this number or above.
    AtLeast(String, String),
    /// The term stands at this number or below.
    AtMost(String, String),
    /// The opposite.
    Not(Box<WrittenDemand>),
    /// All of them.
    All(Vec<WrittenDemand>),
    /// At least one of them.
    Any(Vec<WrittenDemand>),
    /// If the first, then the second.
    If(Box<WrittenDemand>, Box<WrittenDemand>),
}

impl WrittenDemand {
    /// The term and the values that it compares; `None` if it is made of other demands.
    #[must_use]
    pub fn compared(&self) -> Option<(&str, Vec<&str>)> {
        match self {
            Self::Is(term, value) | Self::AtLeast(term, value) | Self::AtMost(term, value) => {
                Some((term, vec![value.as_str()]))
            }
            Self::OneOf(term, values) => Some((term, values.iter().map(String::as_str).collect())),
            Self::Not(_) | Self::All(_) | Self::Any(_) | Self::If(..) => None,
        }
    }

    /// The demands that it is made of.
    #[must_use]
    pub fn parts(&self) -> Vec<&Self> {
        match self {
            Self::Is(..) | Self::OneOf(..) | Self::AtLeast(..) | Self::AtMost(..) => Vec::new(),
            Self::Not(inner) => vec![inner],
            Self::All(parts) | Self::Any(parts) => parts.iter().collect(),
            Self::If(premise, consequence) => vec![premise, consequence],
        }
    }

    /// True if it or a part of it names this term, and this value of it if one is given.
    #[must_use]
    pub fn names(&self, term: &str, value: Option<&str>) -> bool {
        let here = self
            .compared()
            .is_some_and(|(other, values)| other == term && value.is_none_or(|value| values.contains(&value)));
        here || self.parts().into_iter().any(|part| part.names(term, value))
    }

    /// The demand with real terms and values; `None` if one of them is not there.
    #[must_use]
    pub(crate) fn resolved(&self, terms: &[Term]) -> Option<Demand> {
        let term = |id: &str| terms.iter().position(|term| term.id == id).map(TermIx::at);
        let value = |term: TermIx, id: &str| terms[term.get()].value_by_id(id);
        let all = |parts: &[Self]| parts.iter().map(|part| part.resolved(terms)).collect::<Option<Vec<_>>>();
        Some(match self {
            Self::Is(of, id) => {
                let of = term(of)?;
                Demand::Is(of, value(of, id)?)
            }
            Self::OneOf(of, ids) => {
                let of = term(of)?;
                Demand::OneOf(of, ids.iter().map(|id| value(of, id)).collect::<Option<_>>()?)
            }
            Self::AtLeast(of, number) => Demand::AtLeast(term(of)?, number.parse().ok()?),
            Self::AtMost(of, number) => Demand::AtMost(term(of)?, number.parse().ok()?),
            Self::Not(inner) => Demand::Not(Box::new(inner.resolved(terms)?)),
            Self::All(parts) => Demand::All(all(parts)?),
            Self::Any(parts) => Demand::Any(all(parts)?),
            Self::If(premise, consequence) => {
                Demand::If(Box::new(premise.resolved(terms)?), Box::new(consequence.resolved(terms)?))
            }
        })
    }
}
