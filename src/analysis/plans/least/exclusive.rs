//! Costs of which all but one must be paid, because no two of them can be avoided together: seen from the tables alone, before
//! anything is proven (the at-most-one constraints of Ignatiev, Morgado and Marques-Silva 2019).

use std::cmp::Reverse;

use super::problem::{Problem, Table, Values, all_values, fits, stride};
use crate::analysis::{Stop, Stopped, sat::Lit};

/// A unit of a table's costs that may be avoided.
pub(super) struct Unpaid<'t> {
    /// True if it need not be paid.
    pub(super) free: Lit,
    pub(super) table: &'t Table,
    /// For each entry of the table whether it is allowed and avoids the unit.
    pub(super) is_free: Vec<bool>,
}

/// What tables alone show about units, by their places in a list.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Units that nothing avoids.
    pub(super) never: Vec<usize>,
    /// Groups of at least two others, each in one group at most; of a group no two can be avoided together.
    pub(super) groups: Vec<Vec<usize>>,
}

/// With which values of some variables a unit can be avoided; in the order of the variables.
type Reach = Vec<(usize, Values)>;

/// Looks for units that cannot be avoided, alone or together.
pub(super) fn seen(unpaid: &[Unpaid<'_>], problem: &Problem<'_>, stop: Stop<'_>) -> Result<Seen, Stopped> {
    let reaches = reaches(unpaid, problem, stop)?;
    let is_never = |reach: &Reach| reach.iter().any(|(_, may)| *may == 0);
    let mut seen = Seen::default();
    seen.never.extend((0..unpaid.len()).filter(|place| is_never(&reaches[*place])));
    let mut excluded = excluded(unpaid, &reaches, &problem.sizes, stop)?;
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
        seen.groups.push(group);
    }
    Ok(seen)
}

fn heard(stop: Stop<'_>) -> Result<(), Stopped> {
    if stop.is_set() { Err(Stopped) } else { Ok(()) }
}

fn reaches(unpaid: &[Unpaid<'_>], problem: &Problem<'_>, stop: Stop<'_>) -> Result<Vec<Reach>, Stopped> {
    let mut forbidding: Vec<Vec<&Table>> = vec![Vec::new(); problem.sizes.len()];
    for table in problem.tables.iter().filter(|table| table.forbids(&problem.sizes)) {
        table.vars.iter().for_each(|var| forbidding[*var].push(table));
    }
    let mut reaches = Vec::with_capacity(unpaid.len());
    for one in unpaid {
        heard(stop)?;
        let of_var = |var: &usize| (*var, bits(&one.onto(std::slice::from_ref(var), &problem.sizes)));
        let fitting = one.table.vars.iter().filter(|var| fits(problem.sizes[**var]));
        let mut reach: Reach = fitting.map(of_var).collect();
        reach.sort_unstable();
        // A unit that hangs on one variable, as that of who pays for many things, reaches as far as what rules its values out.
        if let [(var, values)] = reach[..]
            && !forbidding[var].is_empty()
        {
            reach = what_follows(&forbidding[var], (var, values), &problem.sizes);
        }
        reaches.push(reach);
    }
    Ok(reaches)
}

/// What these tables leave of the values of all that they mention, where a variable has one of some values.
fn what_follows(tables: &[&Table], (var, values): (usize, Values), sizes: &[usize]) -> Reach {
    let mut left: Vec<Values> = sizes.iter().map(|size| all_values(*size)).collect();
    left[var] = values;
    // When less was left of a variable, and when a table was looked at.
    let (mut now, mut changed, mut seen) = (1, vec![1; sizes.len()], vec![0; tables.len()]);
    let mut is_mentioned = vec![false; sizes.len()];
    tables.iter().flat_map(|table| &table.vars).for_each(|var| is_mentioned[*var] = true);
    let is_due = |seen: &[usize], changed: &[usize]| {
        let is_behind = |place: &usize| tables[*place].vars.iter().any(|var| changed[*var] > seen[*place]);
        (0..tables.len()).find(is_behind)
    };
    while let Some(place) = is_due(&seen, &changed) {
        let table = tables[place];
        let of_vars: Vec<Values> = table.vars.iter().map(|var| left[*var]).collect();
        now += 1;
        seen[place] = now;
        for (var, allowed) in table.vars.iter().zip(table.allowed(&of_vars, sizes)) {
            if left[*var] != allowed {
                (left[*var], changed[*var]) = (allowed, now);
            }
        }
    }
    (0..sizes.len()).filter(|var| is_mentioned[*var]).map(|var| (var, left[var])).collect()
}

fn bits(may: &[bool]) -> Values {
    may.iter().enumerate().fold(0, |values, (value, may)| values | Values::from(*may) << value)
}

/// For each place those that cannot be avoided together with it, but for places that cannot be avoided at all.
fn excluded(
    unpaid: &[Unpaid<'_>],
    reaches: &[Reach],
    sizes: &[usize],
    stop: Stop<'_>,
) -> Result<Vec<Vec<usize>>, Stopped> {
    let mut at_var: Vec<Vec<usize>> = vec![Vec::new(); sizes.len()];
    let is_possible = |reach: &Reach| reach.iter().all(|(_, may)| *may != 0);
    for (place, reach) in reaches.iter().enumerate().filter(|(_, reach)| is_possible(reach)) {
        reach.iter().for_each(|(var, _)| at_var[*var].push(place));
    }
    let mut excluded = vec![Vec::new(); unpaid.len()];
    for (place, one) in unpaid.iter().enumerate().filter(|(place, _)| is_possible(&reaches[*place])) {
        heard(stop)?;
        let near = reaches[place].iter().flat_map(|(var, _)| &at_var[*var]);
        let mut others: Vec<usize> = near.copied().filter(|other| *other > place).collect();
        others.sort_unstable();
        others.dedup();
        for other in others {
            if !meet_everywhere(&reaches[place], &reaches[other]) || !one.goes_with(&unpaid[other], sizes) {
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

/// Whether two reaches have a value in common of each variable that both have.
fn meet_everywhere(one: &Reach, other: &Reach) -> bool {
    let mut others = other.iter().peekable();
    one.iter().all(|(var, may)| {
        while others.next_if(|(theirs, _)| theirs < var).is_some() {}
        others.peek().is_none_or(|(theirs, other)| theirs != var || may & other != 0)
    })
}

impl Unpaid<'_> {
    /// Whether some values avoid both, where each value of a single variable would do.
    fn goes_with(&self, other: &Self, sizes: &[usize]) -> bool {
        let is_shared = |var: &&usize| other.table.vars.contains(var);
        let shared: Vec<usize> = self.table.vars.iter().filter(is_shared).copied().collect();
        shared.len() < 2 || meet(&self.onto(&shared, sizes), &other.onto(&shared, sizes))
    }

    /// For each choice of values of some of its variables whether it can be avoided with them; the first changes fastest.
    fn onto(&self, vars: &[usize], sizes: &[usize]) -> Vec<bool> {
        let strides: Vec<usize> = self.table.vars.iter().map(|var| stride(vars, *var, sizes)).collect();
        let mut may = vec![false; vars.iter().map(|var| sizes[*var]).product()];
        let (mut digits, mut onto) = (vec![0; strides.len()], 0);
        for is_free in &self.is_free {
            may[onto] |= is_free;
            for ((digit, stride), var) in digits.iter_mut().zip(&strides).zip(&self.table.vars) {
                *digit += 1;
                onto += stride;
                if *digit < sizes[*var] {
                    break;
                }
                onto -= stride * *digit;
                *digit = 0;
            }
        }
        may
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{
        plans::least::{FORBIDDEN, is_forbidden},
        sat::Sat,
    };

    /// Whether an allowed assignment avoids all of these.
    fn go_together(together: &[&Unpaid<'_>], problem: &Problem<'_>) -> bool {
        let sizes = &problem.sizes;
        (0..sizes.iter().product()).any(|mut rest: usize| {
            let values: Vec<usize> = sizes
                .iter()
                .map(|size| {
                    let value = rest % size;
                    rest /= size;
                    value
                })
                .collect();
            let is_free = |unpaid: &&Unpaid<'_>| {
                let place = unpaid.table.vars.iter().rev().fold(0, |place, var| place * sizes[*var] + values[*var]);
                unpaid.is_free[place]
            };
            !is_forbidden(problem.cost(&values)) && together.iter().all(is_free)
        })
    }

    /// What is seen must be so; returns the units that were not seen to be in anything.
    fn checked(unpaid: &[Unpaid<'_>], problem: &Problem<'_>, what: &str) -> Vec<usize> {
        let told = std::cell::Cell::new(0);
        assert_eq!(seen(unpaid, problem, Stop::never().or_after(&told)).err(), Some(Stopped));
        let seen = seen(unpaid, problem, Stop::never()).unwrap();
        let mut is_left = vec![true; unpaid.len()];
        for one in &seen.never {
            assert!(std::mem::take(&mut is_left[*one]) && !go_together(&[&unpaid[*one]], problem), "{what} {seen:?}");
        }
        for group in &seen.groups {
            assert!(group.len() > 1);
            for (place, one) in group.iter().enumerate() {
                assert!(std::mem::take(&mut is_left[*one]), "each is in one group");
                for other in &group[..place] {
                    assert!(!go_together(&[&unpaid[*one], &unpaid[*other]], problem), "{what} {seen:?}");
                }
            }
        }
        (0..unpaid.len()).filter(|place| is_left[*place]).collect()
    }

    #[test]
    fn of_a_group_no_two_go_together_and_what_is_left_over_has_no_partner() {
        let problem = Problem { sizes: vec![2, 3, 2], ..Problem::default() };
        let scopes: [&[usize]; 5] = [&[0], &[1], &[0, 1], &[2, 0], &[1, 2]];
        let mut sat = Sat::new(Stop::never());
        for seed in 0_usize..300 {
            let tables: Vec<Table> =
                scopes.iter().map(|vars| Table { vars: vars.to_vec(), costs: Vec::new() }).collect();
            let unpaid: Vec<Unpaid<'_>> = tables
                .iter()
                .map(|table| {
                    let n: usize = table.vars.iter().map(|var| problem.sizes[*var]).product();
                    // Any pattern will do that differs from seed to seed; now and then nothing avoids the unit.
                    let is_free = (0..n).map(|entry| ((seed * 7 + 3) * (entry + n) % 11).is_multiple_of(3)).collect();
                    Unpaid { free: sat.literal(), table, is_free }
                })
                .collect();
            let left = checked(&unpaid, &problem, &seed.to_string());
            for (place, one) in left.iter().enumerate() {
                assert!(go_together(&[&unpaid[*one]], &problem), "{seed}");
                for other in &left[..place] {
                    assert!(go_together(&[&unpaid[*one], &unpaid[*other]], &problem), "{seed}");
                }
            }
        }
    }

    #[test]
    fn who_pays_for_many_things_is_seen_to_exclude_others() {
        // Three payers behind two variables; what each does not pay for rules values out.
        let payers = [2, 3, 4];
        let mut n_left = 0;
        for seed in 0_usize..300 {
            let mut problem = Problem { sizes: vec![3, 3, 2, 2, 2], ..Problem::default() };
            let is_out = |place: usize| ((seed * 5 + 1) * (place + 3) % 13).is_multiple_of(4);
            for (place, vars) in payers.iter().flat_map(|payer| [[0, *payer], [1, *payer]]).enumerate() {
                let costs = (0..6).map(|entry| if entry < 3 && is_out(place * 7 + entry) { FORBIDDEN } else { 0 });
                problem.tables.push(Table { vars: vars.to_vec(), costs: costs.collect() });
            }
            let mut sat = Sat::new(Stop::never());
            let own: Vec<Table> = payers.iter().map(|payer| Table { vars: vec![*payer], costs: vec![0, 1] }).collect();
            let unpaid: Vec<Unpaid<'_>> =
                own.iter().map(|table| Unpaid { free: sat.literal(), table, is_free: vec![true, false] }).collect();
            let left = checked(&unpaid, &problem, &seed.to_string());
            // Of two who hang on single values alone nothing is overlooked.
            for (place, one) in left.iter().enumerate() {
                n_left += 1;
                assert!(go_together(&[&unpaid[*one]], &problem), "{seed}");
                for other in &left[..place] {
                    assert!(go_together(&[&unpaid[*one], &unpaid[*other]], &problem), "{seed}");
                }
            }
        }
        assert!((100..800).contains(&n_left), "{n_left}: both happens often");
    }
}
