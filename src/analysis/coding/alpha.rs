//! Krippendorff's α over any number of readers, missing codes included.

/// How far two codes lie apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Metric {
    /// All different codes are equally different.
    Nominal,
    /// Codes are ranks; their distance is the number of values between them.
    Ordinal,
}

/// Agreement with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alpha {
    /// α; 1 is full agreement, 0 what chance would give, below 0 is disagreement.
    pub value: f64,
    /// The middle 95 % of α over [`N_SAMPLES`] samples of the units, drawn with replacement by a fixed seed.
    pub interval: (f64, f64),
    /// Units with at least two codes.
    pub n_units: usize,
}

/// Samples behind the interval.
pub(super) const N_SAMPLES: usize = 1_000;

/// α of units, each a list of the codes that it was given (small numbers); units with fewer than two codes say nothing.
/// `None` if nothing can be compared, or all codes are the same, so that chance cannot be told from agreement.
#[must_use]
pub(super) fn alpha(units: &[Vec<usize>], metric: Metric) -> Option<Alpha> {
    let units: Vec<&Vec<usize>> = units.iter().filter(|codes| codes.len() > 1).collect();
    let value = of_units(&units, metric)?;
    let mut random = SplitMix(units.len() as u64);
    let mut sampled: Vec<f64> = (0..N_SAMPLES)
        .filter_map(|_| {
            let sample: Vec<&Vec<usize>> = units.iter().map(|_| units[random.below(units.len())]).collect();
            of_units(&sample, metric)
        })
        .collect();
    sampled.sort_by(f64::total_cmp);
    let at = |share: usize| sampled.get((sampled.len().saturating_sub(1) * share).div_euclid(1_000)).copied();
    let interval = (at(25).unwrap_or(value), at(975).unwrap_or(value));
    Some(Alpha { value, interval, n_units: units.len() })
}

/// 1 less the observed disagreement over that expected by chance, from the coincidences of codes within units.
fn of_units(units: &[&Vec<usize>], metric: Metric) -> Option<f64> {
    let n_codes = units.iter().flat_map(|codes| codes.iter()).max()? + 1;
    let mut coincidences = vec![vec![0.0_f64; n_codes]; n_codes];
    for codes in units {
        let weight = 1.0 / as_f64(codes.len() - 1);
        for (place, one) in codes.iter().enumerate() {
            for (_, other) in codes.iter().enumerate().filter(|(at, _)| *at != place) {
                coincidences[*one][*other] += weight;
            }
        }
    }
    let totals: Vec<f64> = coincidences.iter().map(|row| row.iter().sum()).collect();
    let n: f64 = totals.iter().sum();
    let (mut observed, mut expected) = (0.0, 0.0);
    for one in 0..n_codes {
        for other in one + 1..n_codes {
            let apart = distance(&totals, one, other, metric);
            observed += coincidences[one][other] * apart;
            expected += totals[one] * totals[other] * apart;
        }
    }
    (expected > 0.0).then(|| 1.0 - (n - 1.0) * observed / expected)
}

/// The squared distance of two codes, `one` the lower.
fn distance(totals: &[f64], one: usize, other: usize, metric: Metric) -> f64 {
    match metric {
        Metric::Nominal => 1.0,
        Metric::Ordinal => {
            let between: f64 = totals[one..=other].iter().sum();
            (between - (totals[one] + totals[other]) / 2.0).powi(2)
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of positions are small")]
fn as_f64(n: usize) -> f64 {
    n as f64
}

/// Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators (2014): the same samples on every machine.
struct SplitMix(u64);

impl SplitMix {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % n as u64).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The columns of a table with a row per reader; 0 is missing.
    fn units(rows: &[&[usize]]) -> Vec<Vec<usize>> {
        (0..rows[0].len()).map(|at| rows.iter().map(|row| row[at]).filter(|code| *code > 0).collect()).collect()
    }

    fn rounded(units: &[Vec<usize>], metric: Metric) -> String {
        format!("{:.3}", alpha(units, metric).unwrap().value)
    }

    /// Krippendorff 2011, examples A and C.
    #[test]
    fn published_examples() {
        let binary = units(&[&[1, 2, 1, 1, 1, 1, 1, 1, 2, 1], &[2, 2, 2, 1, 1, 2, 1, 1, 1, 1]]);
        assert_eq!(rounded(&binary, Metric::Nominal), "0.095");
        let four_readers = units(&[
            &[1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
            &[1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
            &[0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
            &[1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
        ]);
        assert_eq!(rounded(&four_readers, Metric::Nominal), "0.743");
        assert_eq!(rounded(&four_readers, Metric::Ordinal), "0.815");
    }

    #[test]
    fn full_agreement_is_one_and_nothing_to_compare_is_nothing() {
        let agreed = units(&[&[1, 2, 3], &[1, 2, 3]]);
        let found = alpha(&agreed, Metric::Nominal).unwrap();
        assert!((found.value - 1.0).abs() < 1e-12 && found.n_units == 3, "{found:?}");
        assert_eq!(alpha(&units(&[&[1, 1], &[1, 1]]), Metric::Nominal), None);
        assert_eq!(alpha(&[vec![1], Vec::new()], Metric::Nominal), None);
        assert_eq!(alpha(&[], Metric::Ordinal), None);
    }

    #[test]
    fn the_interval_holds_the_value_and_is_always_the_same() {
        let some: Vec<Vec<usize>> = (0..60).map(|at| vec![at % 3, if at % 7 == 0 { 0 } else { at % 3 }]).collect();
        let (one, again) = (alpha(&some, Metric::Nominal).unwrap(), alpha(&some, Metric::Nominal).unwrap());
        assert_eq!(one, again);
        assert!(one.interval.0 < one.value && one.value < one.interval.1, "{one:?}");
    }
}
