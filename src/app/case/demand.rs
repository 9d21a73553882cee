//! Demands as a form puts them together: comparisons of one term, joined by what they need of each other.

use crate::domain::WrittenDemand;

/// How a term is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter)]
pub enum Comparison {
    /// It has this value.
    Is,
    /// It has any other.
    IsNot,
    /// It has one of these.
    OneOf,
    /// It has none of these.
    NoneOf,
    /// It stands at this number or above.
    AtLeast,
    /// It stands at this number or below.
    AtMost,
}

/// How demands are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter)]
pub enum Joint {
    /// A single comparison.
    One,
    /// All of them.
    All,
    /// At least one of them.
    Any,
    /// If the first, then the second.
    If,
    /// Not what follows.
    Not,
}

impl Comparison {
    /// A demand on one term: how it is compared, the term, and with what.
    #[must_use]
    pub fn of(demand: &WrittenDemand) -> Option<(Self, String, Vec<String>)> {
        let (demand, is_opposite) = match demand {
            WrittenDemand::Not(inner) => (&**inner, true),
            other => (other, false),
        };
        let comparison = match (demand, is_opposite) {
            (WrittenDemand::Is(..), false) => Self::Is,
            (WrittenDemand::Is(..), true) => Self::IsNot,
            (WrittenDemand::OneOf(..), false) => Self::OneOf,
            (WrittenDemand::OneOf(..), true) => Self::NoneOf,
            (WrittenDemand::AtLeast(..), false) => Self::AtLeast,
            (WrittenDemand::AtMost(..), false) => Self::AtMost,
            _ => return None,
        };
        let (term, values) = demand.compared()?;
        Some((comparison, term.to_owned(), values.into_iter().map(str::to_owned).collect()))
    }

    /// True if it compares with several values.
    #[must_use]
    pub(crate) fn takes_several(self) -> bool {
        matches!(self, Self::OneOf | Self::NoneOf)
    }

    /// True if it compares with a number of the grid.
    #[must_use]
    pub(crate) fn takes_number(self) -> bool {
        matches!(self, Self::AtLeast | Self::AtMost)
    }

    /// The demand. Of several values where one is asked for, the first.
    #[must_use]
    pub fn demand(self, term: &str, values: &[String]) -> WrittenDemand {
        let term = term.to_owned();
        let first = values.first().cloned().unwrap_or_default();
        let not = |demand| WrittenDemand::Not(Box::new(demand));
        match self {
            Self::Is => WrittenDemand::Is(term, first),
            Self::IsNot => not(WrittenDemand::Is(term, first)),
            Self::OneOf => WrittenDemand::OneOf(term, values.to_vec()),
            Self::NoneOf => not(WrittenDemand::OneOf(term, values.to_vec())),
            Self::AtLeast => WrittenDemand::AtLeast(term, first),
            Self::AtMost => WrittenDemand::AtMost(term, first),
        }
    }
}

impl Joint {
    /// How a demand is joined.
    #[must_use]
    pub fn of(demand: &WrittenDemand) -> Self {
        match demand {
            _ if Comparison::of(demand).is_some() => Self::One,
            WrittenDemand::All(_) => Self::All,
            WrittenDemand::Any(_) => Self::Any,
            WrittenDemand::If(..) => Self::If,
            _ => Self::Not,
        }
    }

    /// A demand joined so, with as much of the one before as has a place in it; `new` is what is added.
    #[must_use]
    pub fn join(self, before: &WrittenDemand, new: &WrittenDemand) -> WrittenDemand {
        let mut parts: Vec<WrittenDemand> = match before {
            _ if Comparison::of(before).is_some() => vec![before.clone()],
            other => other.parts().into_iter().cloned().collect(),
        };
        let mut part = || if parts.is_empty() { new.clone() } else { parts.remove(0) };
        match self {
            Self::One => part(),
            Self::If => WrittenDemand::If(Box::new(part()), Box::new(part())),
            // What is a comparison would be its opposite; the form has that as a comparison of its own.
            Self::Not => WrittenDemand::Not(Box::new(WrittenDemand::All(vec![part(), part()]))),
            Self::All | Self::Any => {
                if parts.len() < 2 {
                    parts.push(new.clone());
                }
                if self == Self::All { WrittenDemand::All(parts) } else { WrittenDemand::Any(parts) }
            }
        }
    }
}

/// The demand with the part at the end of a path, by places among parts, replaced or taken away. `None` if nothing is left.
#[must_use]
pub(crate) fn with_part(demand: &WrittenDemand, path: &[usize], new: Option<WrittenDemand>) -> Option<WrittenDemand> {
    let Some((place, rest)) = path.split_first() else { return new };
    let changed = |parts: &[WrittenDemand]| -> Vec<WrittenDemand> {
        let each = parts.iter().enumerate();
        each.filter_map(|(at, part)| if at == *place { with_part(part, rest, new.clone()) } else { Some(part.clone()) })
            .collect()
    };
    let one = |part: &WrittenDemand| with_part(part, rest, new.clone());
    Some(match demand {
        WrittenDemand::All(parts) => WrittenDemand::All(changed(parts)),
        WrittenDemand::Any(parts) => WrittenDemand::Any(changed(parts)),
        WrittenDemand::Not(inner) => WrittenDemand::Not(Box::new(one(inner)?)),
        WrittenDemand::If(premise, consequence) => {
            let (mut premise, mut consequence) = ((**premise).clone(), (**consequence).clone());
            let changed = if *place == 0 { &mut premise } else { &mut consequence };
            *changed = with_part(changed, rest, new)?;
            WrittenDemand::If(Box::new(premise), Box::new(consequence))
        }
        comparison => comparison.clone(),
    })
}

/// The demand with one more part at the end of a path.
#[must_use]
pub(crate) fn with_more(demand: &WrittenDemand, path: &[usize], new: WrittenDemand) -> WrittenDemand {
    let at = path.iter().try_fold(demand, |demand, place| demand.parts().get(*place).copied());
    let longer = match at {
        Some(WrittenDemand::All(parts)) => WrittenDemand::All(parts.iter().cloned().chain([new]).collect()),
        Some(WrittenDemand::Any(parts)) => WrittenDemand::Any(parts.iter().cloned().chain([new]).collect()),
        _ => return demand.clone(),
    };
    with_part(demand, path, Some(longer)).unwrap_or_else(|| demand.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(value: &str) -> WrittenDemand {
        WrittenDemand::Is("t".to_owned(), value.to_owned())
    }

    #[test]
    fn every_comparison_is_told_from_its_demand() {
        for comparison in <Comparison as strum::IntoEnumIterator>::iter() {
            let values = ["a".to_owned(), "b".to_owned()];
            let values = if comparison.takes_several() { &values[..] } else { &values[..1] };
            let demand = comparison.demand("t", values);
            assert_eq!(Comparison::of(&demand), Some((comparison, "t".to_owned(), values.to_vec())));
            assert_eq!(Joint::of(&demand), Joint::One);
        }
    }

    #[test]
    fn what_is_joined_otherwise_keeps_its_parts() {
        let all = Joint::All.join(&is("a"), &is("new"));
        assert_eq!(all, WrittenDemand::All(vec![is("a"), is("new")]));
        assert_eq!(Joint::Any.join(&all, &is("x")), WrittenDemand::Any(vec![is("a"), is("new")]));
        assert_eq!(Joint::If.join(&all, &is("x")), WrittenDemand::If(Box::new(is("a")), Box::new(is("new"))));
        assert_eq!(Joint::One.join(&all, &is("x")), is("a"));
        for joint in <Joint as strum::IntoEnumIterator>::iter() {
            assert_eq!(Joint::of(&joint.join(&is("a"), &is("b"))), joint);
        }
    }

    #[test]
    fn parts_are_replaced_added_and_taken_away() {
        let demand = WrittenDemand::If(Box::new(is("a")), Box::new(WrittenDemand::All(vec![is("b"), is("c")])));
        let changed = with_part(&demand, &[1, 0], Some(is("d"))).unwrap();
        assert_eq!(changed.parts()[1], &WrittenDemand::All(vec![is("d"), is("c")]));
        let shorter = with_part(&demand, &[1, 1], None).unwrap();
        assert_eq!(shorter.parts()[1], &WrittenDemand::All(vec![is("b")]));
        let longer = with_more(&demand, &[1], is("e"));
        assert_eq!(longer.parts()[1].parts().len(), 3);
        assert_eq!(with_part(&demand, &[], None), None);
    }
}
