//! Costs of which all but one must be paid, because no two of them can be avoided together: seen from the tables alone, before
//! anything is proven (the at-most-one constraints of Ignatiev, Morgado and Marques-Silva 2019).

use std::cmp::Reverse;

use super::problem::Table;
use crate::analysis::{Stop, Stopped, sat::Lit};

/// A unit of a table's costs that may be avoided.
pub(super) struct Unpaid<'t> {
    /// True if it need not be paid.
    pub(super) free: Lit,
    pub(super) table: &'t Table,
    /// For each entry of the table whether it is allowed and avoids the unit.
    pub(super) is_free: Vec<bool>,
}

/// Groups of at least two places of the list, each place in one group at most; of a group no two can be avoided together.
pub(super) fn groups(unpaid: &[Unpaid<'_>], sizes: &[usize], stop: Stop<'_>) -> Result<Vec<Vec<usize>>, Stopped> {
    let mut excluded = excluded(unpaid, sizes, stop)?;
    let mut groups = Vec::new();
    while let Some(first) =
        (0..unpaid.len()).filter(|place| !excluded[*place].is_empty()).max_by_key(|place| excluded[*place].len())
    {
        heard(stop)?;
        let mut others = excluded[first].clone();
        others.sort_by_key(|place| Reverse(excluded[*place].len()));
        let mut group = vec![first];
        for other in others {
            if group.iter().all(|own| excluded[other].contains(own)) {
                group.push(other);
            }
        }
        for own in &group {
            for other in std::mem::take(&mut excluded[*own]) {
                excluded[other].retain(|place| place != own);
            }
        }
        groups.push(group);
    }
    Ok(groups)
}

fn heard(stop: Stop<'_>) -> Result<(), Stopped> {
    if stop.is_set() { Err(Stopped) } else { Ok(()) }
}

/// For each place those that cannot be avoided together with it.
fn excluded(unpaid: &[Unpaid<'_>], sizes: &[usize], stop: Stop<'_>) -> Result<Vec<Vec<usize>>, Stopped> {
    let mut at_var: Vec<Vec<usize>> = vec![Vec::new(); sizes.len()];
    for (place, one) in unpaid.iter().enumerate() {
        one.table.vars.iter().for_each(|var| at_var[*var].push(place));
    }
    let by_var: Vec<Vec<Vec<bool>>> = unpaid
        .iter()
        .map(|one| one.table.vars.iter().map(|var| one.onto(std::slice::from_ref(var), sizes)).collect())
        .collect();
    let mut excluded = vec![Vec::new(); unpaid.len()];
    for (place, one) in unpaid.iter().enumerate() {
        heard(stop)?;
        let mut others: Vec<usize> =
            one.table.vars.iter().flat_map(|var| &at_var[*var]).copied().filter(|other| *other > place).collect();
        others.sort_unstable();
        others.dedup();
        for other in others {
            if !one.goes_with(&unpaid[other], (&by_var[place], &by_var[other]), sizes) {
                excluded[place].push(other);
                excluded[other].push(place);
            }
        }
    }
    Ok(excluded)
}

fn meet(one: &[bool], other: &[bool]) -> bool {
    one.iter().zip(other).any(|(one, other)| *one && *other)
}

impl Unpaid<'_> {
    /// Whether some values avoid both; of each it is known with which values of a variable it can be avoided.
    fn goes_with(&self, other: &Self, by_var: (&[Vec<bool>], &[Vec<bool>]), sizes: &[usize]) -> bool {
        let place_of = |var: &usize| other.table.vars.iter().position(|theirs| theirs == var);
        let places = self.table.vars.iter().enumerate().filter_map(|(own, var)| Some((own, place_of(var)?)));
        let shared: Vec<(usize, usize)> = places.collect();
        if shared.iter().any(|(own, theirs)| !meet(&by_var.0[*own], &by_var.1[*theirs])) {
            return false;
        }
        if shared.len() == 1 {
            return true;
        }
        let shared: Vec<usize> = shared.iter().map(|(own, _)| self.table.vars[*own]).collect();
        meet(&self.onto(&shared, sizes), &other.onto(&shared, sizes))
    }

    /// For each choice of values of some of its variables whether it can be avoided with them; the first changes fastest.
    fn onto(&self, vars: &[usize], sizes: &[usize]) -> Vec<bool> {
        let mut may = vec![false; vars.iter().map(|var| sizes[*var]).product()];
        let mut stride = 1;
        let strides: Vec<usize> = vars
            .iter()
            .map(|var| {
                let own = stride;
                stride *= sizes[*var];
                own
            })
            .collect();
        let of_own = |var: &usize| vars.iter().position(|other| other == var).map_or(0, |place| strides[place]);
        let steps: Vec<(usize, usize)> = self.table.vars.iter().map(|var| (sizes[*var], of_own(var))).collect();
        for (entry, _) in self.is_free.iter().enumerate().filter(|(_, is_free)| **is_free) {
            let (mut rest, mut onto) = (entry, 0);
            for (size, step) in &steps {
                onto += rest % size * step;
                rest /= size;
            }
            may[onto] = true;
        }
        may
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::sat::Sat;

    /// Whether values of all variables avoid both.
    fn go_together(one: &Unpaid<'_>, other: &Unpaid<'_>, sizes: &[usize]) -> bool {
        (0..sizes.iter().product()).any(|mut rest: usize| {
            let values: Vec<usize> = sizes
                .iter()
                .map(|size| {
                    let value = rest % size;
                    rest /= size;
                    value
                })
                .collect();
            [one, other].iter().all(|unpaid| {
                let place = unpaid.table.vars.iter().rev().fold(0, |place, var| place * sizes[*var] + values[*var]);
                unpaid.is_free[place]
            })
        })
    }

    #[test]
    fn of_a_group_no_two_go_together_and_what_is_left_over_has_no_partner() {
        let sizes = [2, 3, 2];
        let scopes: [&[usize]; 5] = [&[0], &[1], &[0, 1], &[2, 0], &[1, 2]];
        let mut sat = Sat::new(Stop::never());
        for seed in 0_usize..300 {
            let tables: Vec<Table> =
                scopes.iter().map(|vars| Table { vars: vars.to_vec(), costs: Vec::new() }).collect();
            let unpaid: Vec<Unpaid<'_>> = tables
                .iter()
                .map(|table| {
                    let n: usize = table.vars.iter().map(|var| sizes[*var]).product();
                    // Any pattern will do that differs from seed to seed; now and then nothing avoids the unit.
                    let is_free = (0..n).map(|entry| ((seed * 7 + 3) * (entry + n) % 11).is_multiple_of(3)).collect();
                    Unpaid { free: sat.literal(), table, is_free }
                })
                .collect();
            let told = std::cell::Cell::new(0);
            assert_eq!(super::groups(&unpaid, &sizes, Stop::never().or_after(&told)), Err(Stopped));
            let groups = groups(&unpaid, &sizes, Stop::never()).unwrap();
            let mut is_left = [true; 5];
            for group in &groups {
                assert!(group.len() > 1);
                for (place, one) in group.iter().enumerate() {
                    assert!(std::mem::take(&mut is_left[*one]), "each is in one group");
                    for other in &group[..place] {
                        assert!(!go_together(&unpaid[*one], &unpaid[*other], &sizes), "{seed} {groups:?}");
                    }
                }
            }
            let left: Vec<usize> = (0..5).filter(|place| is_left[*place]).collect();
            for (place, one) in left.iter().enumerate() {
                for other in &left[..place] {
                    assert!(go_together(&unpaid[*one], &unpaid[*other], &sizes), "{seed} {groups:?}");
                }
            }
        }
    }
}
