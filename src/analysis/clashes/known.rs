//! Clash sets, or sets that contain one, by their members: so that it is seen at once that somebody cannot be held as well.

/// A set of variables, one bit each.
pub(super) type Bits = Vec<u64>;

/// What is known to clash.
pub(super) struct Known {
    /// The variables that cannot be met even by themselves.
    alone: Bits,
    /// For each variable those with which it clashes by itself.
    pairs: Vec<Bits>,
    /// For each variable the others of each larger set.
    larger: Vec<Vec<Vec<usize>>>,
}

impl Known {
    pub(super) fn new(n_variables: usize) -> Self {
        let none = vec![0; n_variables.div_ceil(64)];
        Self { alone: none.clone(), pairs: vec![none; n_variables], larger: vec![Vec::new(); n_variables] }
    }

    /// Takes in that no plan meets all of these.
    pub(super) fn add(&mut self, set: &[usize]) {
        match *set {
            [] => {}
            [one] => put(&mut self.alone, one),
            [one, other] => {
                put(&mut self.pairs[one], other);
                put(&mut self.pairs[other], one);
            }
            _ => {
                for member in set {
                    let others = set.iter().copied().filter(|other| other != member);
                    self.larger[*member].push(others.collect());
                }
            }
        }
    }

    /// Whether a variable is known to clash with those that are held.
    pub(super) fn excludes(&self, variable: usize, held: &[u64]) -> bool {
        has(&self.alone, variable)
            || self.pairs[variable].iter().zip(held).any(|(clashing, held)| clashing & held != 0)
            || self.larger[variable].iter().any(|others| others.iter().all(|other| has(held, *other)))
    }
}

pub(super) fn has(bits: &[u64], place: usize) -> bool {
    bits[place / 64] >> (place % 64) & 1 == 1
}

pub(super) fn put(bits: &mut [u64], place: usize) {
    bits[place / 64] |= 1 << (place % 64);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_more_is_excluded_where_the_rest_of_a_set_is_held() {
        let mut known = Known::new(70);
        known.add(&[5]);
        known.add(&[3, 68]);
        known.add(&[1, 2, 69]);
        let held = |variables: &[usize]| {
            let mut bits = vec![0; 2];
            variables.iter().for_each(|variable| put(&mut bits, *variable));
            bits
        };
        assert!(known.excludes(5, &held(&[])) && !known.excludes(4, &held(&[5])));
        assert!(
            known.excludes(3, &held(&[68])) && known.excludes(68, &held(&[3, 4])) && !known.excludes(3, &held(&[4]))
        );
        assert!(known.excludes(1, &held(&[2, 69])) && known.excludes(69, &held(&[1, 2])));
        assert!(!known.excludes(1, &held(&[2, 68])) && !known.excludes(2, &held(&[1])));
    }
}
