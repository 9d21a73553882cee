//! Lists in fewer letters: what goes on in one way stands once, with how often. The script unpacks them.

use serde::Serialize;

use crate::{domain::TermValue, export::clean};

/// Values of a term, as its list in the table has them.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum Values {
    /// Id and name.
    One(String, String),
    /// Numbers at equal steps: the first, the unit of all, the step and how many.
    Numbers(i64, String, i64, usize),
}

/// Where a walk goes on: from one value, or from so many one after the other.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum Ways {
    One(i64),
    Many(i64, usize),
}

/// Fewer take no less room when they stand together.
const FEWEST: usize = 3;

/// The values in their order.
pub(super) fn values(all: &[TermValue]) -> Vec<Values> {
    let mut out = Vec::new();
    let mut rest = all;
    while let Some(first) = rest.first() {
        let (n, values) = numbers(rest).unwrap_or_else(|| (1, Values::One(first.id.clone(), clean::line(&first.name))));
        out.push(values);
        rest = &rest[n..];
    }
    out
}

/// The numbers at equal steps that stand in front, and how many they are.
fn numbers(values: &[TermValue]) -> Option<(usize, Values)> {
    let (first, unit) = number(values.first()?)?;
    let step = number(values.get(1)?)?.0 - first;
    let in_step = (first..).step_by(usize::try_from(step).ok().filter(|step| *step > 0)?);
    let n = values.iter().zip(in_step).take_while(|(value, at)| number(value) == Some((*at, unit))).count();
    (n >= FEWEST).then(|| (n, Values::Numbers(first, unit.to_owned(), step, n)))
}

/// Number and unit of a value that is nothing but these.
fn number(value: &TermValue) -> Option<(i64, &str)> {
    let number = i64::from(value.number?);
    let (digits, unit) = value.name.split_once(' ')?;
    let is_plain = digits == value.id && digits == number.to_string() && clean::line(&value.name) == value.name;
    is_plain.then_some((number, unit))
}

/// The ways from all values, in their order.
pub(super) fn ways(all: impl Iterator<Item = i64>) -> Vec<Ways> {
    let all: Vec<i64> = all.collect();
    let together = |alike: &[i64]| match alike {
        [to, ..] if alike.len() >= FEWEST => vec![Ways::Many(*to, alike.len())],
        _ => alike.iter().map(|to| Ways::One(*to)).collect(),
    };
    all.chunk_by(|one, other| one == other).flat_map(together).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(id: &str, name: &str) -> TermValue {
        let number = id.parse().ok();
        let (id, name) = (id.to_owned(), name.to_owned());
        TermValue { id, name, long_name: String::new(), meaning: String::new(), number, since: None }
    }

    #[test]
    fn numbers_at_equal_steps_stand_together_and_no_others() {
        let all =
            [("0", "None"), ("1", "1 year"), ("2", "2 years"), ("4", "4 years"), ("6", "6 years"), ("7", "7 years")];
        let all: Vec<TermValue> =
            all.iter().map(|(id, name)| named(id, name)).chain([named("ever", "For ever")]).collect();
        let one = |id: &str, name: &str| Values::One(id.to_owned(), name.to_owned());
        let together = Values::Numbers(2, "years".to_owned(), 2, 3);
        let expected = [one("0", "None"), one("1", "1 year"), together, one("7", "7 years"), one("ever", "For ever")];
        assert_eq!(values(&all), expected);
        let downwards: Vec<TermValue> = (0..4).map(|n| named(&format!("{}", -n), &format!("{} m", -n))).collect();
        assert_eq!(values(&downwards).len(), 4, "each for itself");
    }

    #[test]
    fn ways_alike_stand_once_with_their_number() {
        let packed = ways([-1, -1, 3, 3, 3, 3, -1].into_iter());
        assert_eq!(packed, [Ways::One(-1), Ways::One(-1), Ways::Many(3, 4), Ways::One(-1)]);
    }
}
