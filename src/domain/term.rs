//! Terms: what a plan can settle, and the values that each may take.

use super::{Date, SourceIx, ValueIx};

/// The largest number of values of one term, so that a set of values fits a [`ValueSet`].
pub(crate) const MAX_VALUES: usize = 128;

/// One thing that a plan can settle: a row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Readable id, unique among the terms.
    pub id: String,
    /// Short name for the table, at most 18 characters.
    pub name: String,
    /// The term as a question ("Who should keep the peace along the line?").
    pub question: String,
    /// The heading under which it stands.
    pub group: String,
    /// What the term means, for someone who has never heard of it.
    pub glossary: String,
    /// Facts that are not positions: law, votes, figures.
    pub context: Vec<ContextNote>,
    /// How the values are offered.
    pub kind: TermKind,
    /// The values, in their order; never empty, at most [`MAX_VALUES`].
    pub values: Vec<TermValue>,
}

/// How the values of a term are offered to the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TermKind {
    /// Two values, yes first.
    Toggle,
    /// Named values.
    Choice,
    /// A grid of numbers with a unit, and named values before or after it.
    Number {
        /// The unit after 1 ("year").
        unit_one: String,
        /// The unit after any other number ("years").
        unit_many: String,
    },
}

/// One value of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermValue {
    /// Readable id: `true`, `false`, a number, or a name. Unique among the values of the term.
    pub id: String,
    /// Short name for buttons, at most 16 characters. A number carries its unit ("20 years").
    pub name: String,
    /// The same in two or three words that explain themselves, where the list has room; empty if `name` does.
    pub long_name: String,
    /// What exactly the value means, in one sentence; may be empty.
    pub meaning: String,
    /// The number, for a value on the grid of a number term.
    pub number: Option<i32>,
    /// The day on which the value was first put forward; `None` if it always stood.
    pub since: Option<Date>,
}

impl TermValue {
    /// What it is called where there is room: the long name, or the short one.
    #[must_use]
    pub fn in_full(&self) -> &str {
        if self.long_name.is_empty() { &self.name } else { &self.long_name }
    }

    /// True if it had been put forward by `day`.
    #[must_use]
    pub fn is_put_forward(&self, day: Date) -> bool {
        self.since.is_none_or(|since| since.earliest() <= day.earliest())
    }
}

/// A fact beside a term, with its source. Never counted as anybody's position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContextNote {
    /// Heading.
    pub title: String,
    /// The fact, in our own words.
    pub text: String,
    /// Where it is published.
    pub source: Option<SourceIx>,
}

impl Term {
    /// The value with this readable id.
    #[must_use]
    pub fn value_by_id(&self, id: &str) -> Option<ValueIx> {
        self.values.iter().position(|value| value.id == id).map(ValueIx::at)
    }

    /// All values as a set.
    #[must_use]
    pub fn all_values(&self) -> ValueSet {
        ValueSet::first(self.values.len())
    }

    /// Those values that stand at or above `threshold`: the numbers from it on, and the named values after the grid.
    #[must_use]
    pub(crate) fn at_least(&self, threshold: i32) -> ValueSet {
        let last_number = self.values.iter().rposition(|value| value.number.is_some());
        self.select(|place, value| match value.number {
            Some(number) => number >= threshold,
            None => last_number.is_some_and(|last| place > last),
        })
    }

    /// Those values that stand at or below `threshold`: the numbers up to it, and the named values before the grid.
    #[must_use]
    pub(crate) fn at_most(&self, threshold: i32) -> ValueSet {
        let first_number = self.values.iter().position(|value| value.number.is_some());
        self.select(|place, value| match value.number {
            Some(number) => number <= threshold,
            None => first_number.is_some_and(|first| place < first),
        })
    }

    fn select(&self, keep: impl Fn(usize, &TermValue) -> bool) -> ValueSet {
        self.values
            .iter()
            .enumerate()
            .filter(|(place, value)| keep(*place, value))
            .map(|(place, _)| ValueIx::at(place))
            .collect()
    }
}

/// A set of values of one term, one bit a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueSet(pub u128);

impl ValueSet {
    /// The first `n` values, at most [`MAX_VALUES`].
    #[must_use]
    pub fn first(n: usize) -> Self {
        if n >= MAX_VALUES { Self(u128::MAX) } else { Self((1 << n) - 1) }
    }

    /// The set of just this value.
    #[must_use]
    pub fn only(value: ValueIx) -> Self {
        Self(1 << value.get())
    }

    /// True if `value` is in the set.
    #[must_use]
    pub fn contains(self, value: ValueIx) -> bool {
        self.0 >> value.get() & 1 == 1
    }

    /// The number of values in the set.
    #[must_use]
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// True if no value is in the set.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The values in the set, in order.
    pub fn iter(self) -> impl Iterator<Item = ValueIx> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let lowest = rest.trailing_zeros() as usize;
            (rest != 0).then(|| {
                rest &= rest - 1;
                ValueIx::at(lowest)
            })
        })
    }
}

impl FromIterator<ValueIx> for ValueSet {
    fn from_iter<I: IntoIterator<Item = ValueIx>>(values: I) -> Self {
        Self(values.into_iter().fold(0, |bits, value| bits | 1 << value.get()))
    }
}

/// A number as it is printed: from five digits on in groups of three ("600,000").
#[must_use]
pub(crate) fn grouped(number: i32) -> String {
    let digits = number.unsigned_abs().to_string();
    let sign = if number < 0 { "-" } else { "" };
    sign.to_owned() + &if digits.len() < 5 { digits } else { in_threes(&digits) }
}

/// Digits in groups of three ("20,160").
#[must_use]
pub(crate) fn in_threes(digits: &str) -> String {
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
