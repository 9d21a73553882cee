//! Exact numbers of plans and sets, however large.

use std::{
    cmp::Ordering,
    fmt,
    iter::Sum,
    ops::{Add, AddAssign, Mul, MulAssign},
};

use num_bigint::BigUint;
use serde::{Serialize, Serializer};

/// How many there are, exactly.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(BigUint);

impl PartialEq<usize> for Count {
    fn eq(&self, n: &usize) -> bool {
        self.0 == BigUint::from(*n)
    }
}

impl PartialOrd<usize> for Count {
    fn partial_cmp(&self, n: &usize) -> Option<Ordering> {
        self.0.partial_cmp(&BigUint::from(*n))
    }
}

impl From<u128> for Count {
    fn from(n: u128) -> Self {
        Self(BigUint::from(n))
    }
}

impl From<usize> for Count {
    fn from(n: usize) -> Self {
        Self(BigUint::from(n))
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign<&Self> for Count {
    fn add_assign(&mut self, other: &Self) {
        self.0 += &other.0;
    }
}

impl Mul<&Self> for Count {
    type Output = Self;

    fn mul(self, other: &Self) -> Self {
        Self(self.0 * &other.0)
    }
}

impl MulAssign<u128> for Count {
    fn mul_assign(&mut self, n: u128) {
        self.0 *= n;
    }
}

impl Sum for Count {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), Add::add)
    }
}

/// As a number as far as every reader of JSON takes numbers exactly, up to 2^53, beyond that as decimal text.
impl Serialize for Count {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match u64::try_from(&self.0) {
            Ok(n) if n <= 1 << 53 => serializer.serialize_u64(n),
            _ => serializer.collect_str(&self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_stay_exact_and_are_text_in_json() {
        let mut large = Count::from(u128::MAX);
        large += &Count::from(1_usize);
        assert_eq!(large.to_string(), "340282366920938463463374607431768211456");
        let json = |count: &Count| serde_json::to_string(count).unwrap();
        assert_eq!(json(&large), "\"340282366920938463463374607431768211456\"");
        assert_eq!(json(&Count::from(1_u128 << 53)), "9007199254740992");
        assert_eq!(json(&Count::from((1_u128 << 53) + 1)), "\"9007199254740993\"");
        large *= 2;
        assert_eq!((large.clone() * &Count::default()).to_string(), "0");
        let one = Count::from(1_usize);
        assert!(one == 1 && large > 1 && Count::default() == 0);
    }
}
