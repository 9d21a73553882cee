//! The first sets of a list, and what is known about the rest.

use std::ops::ControlFlow;

use super::{MinimalSets, Reach};
use crate::analysis::{Count, Stop};

/// Which sets are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Wanted {
    /// At most so many sets.
    pub sets: usize,
    /// None with more members; `None` for any size.
    pub size: Option<usize>,
}

/// Why a list is as long as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It is not at its end: more is being looked for.
    SoFar,
    /// All that were wanted are there.
    All,
    /// As many as were wanted are there, and there are others.
    Enough,
    /// Somebody asked to stop.
    Stopped,
    /// There may be others, which would take more work than the limits allow.
    Limit,
}

/// The first sets of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<T> {
    /// The sets, the smallest first.
    pub sets: Vec<Vec<T>>,
    /// How many there are in all, of any size, if that is known.
    pub count: Option<Count>,
    /// How many there are of each size from 0 to that of the largest set listed, if that is known.
    pub by_size: Option<Vec<Count>>,
    /// All sets of at most so many members are in the list.
    pub up_to: usize,
    /// Why the list ends here.
    pub end: End,
}

impl<T> Listed<T> {
    /// How many there are of this size: all that exist if that is known, else those in the list.
    #[must_use]
    pub(crate) fn n_of_size(&self, size: usize) -> Count {
        let known = self.by_size.as_ref().and_then(|by_size| by_size.get(size));
        known.cloned().unwrap_or_else(|| self.sets.iter().filter(|set| set.len() == size).count().into())
    }

    /// The number of members of the smallest set of the list.
    #[must_use]
    pub fn least(&self) -> Option<usize> {
        self.sets.first().map(Vec::len)
    }
}

impl<T: Copy + Ord> MinimalSets<'_, '_, T> {
    /// Lists the first sets. `tell` hears of the list as it grows, now and then, where sets take long to find.
    pub fn listed(&self, wanted: Wanted, stop: Stop<'_>, tell: &mut dyn FnMut(&Listed<T>)) -> Listed<T> {
        let mut listed = Listed { sets: Vec::new(), count: self.count(), by_size: None, up_to: 0, end: End::SoFar };
        let mut broke = None;
        // Parts are told at 16, 32, 64 … sets: often enough to see that work goes on, seldom enough to cost nothing.
        let mut next_told = 16;
        let reach = self.each_up_to(wanted.size.unwrap_or(usize::MAX), stop, &mut |set| {
            if wanted.size.is_some_and(|largest| set.len() > largest) {
                return ControlFlow::Continue(());
            }
            if listed.sets.len() == wanted.sets {
                broke = Some(End::Enough);
                return ControlFlow::Break(());
            }
            listed.sets.push(set.to_vec());
            if listed.count.is_none() && listed.sets.len() == next_told {
                next_told *= 2;
                tell(&listed);
            }
            ControlFlow::Continue(())
        });
        listed.sets.sort_by_key(Vec::len);
        listed.by_size = listed.sets.last().and_then(|largest| self.count_by_size(largest.len()));
        (listed.end, listed.up_to) = end(reach, broke, wanted, stop);
        if reach.all && wanted.size.is_none() {
            listed.count.get_or_insert(listed.sets.len().into());
        }
        listed
    }
}

fn end(reach: Reach, broke: Option<End>, wanted: Wanted, stop: Stop<'_>) -> (End, usize) {
    let largest = wanted.size.unwrap_or(usize::MAX);
    let end = match broke {
        _ if reach.all || reach.up_to >= largest => End::All,
        Some(broke) => broke,
        None if stop.is_set() => End::Stopped,
        None => End::Limit,
    };
    (end, if end == End::All { largest } else { reach.up_to.min(largest) })
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::analysis::clashes::{
        Conflicts, Limits,
        fixture::{Case, implies, is},
    };

    const GO: Stop<'static> = Stop::never();
    const ALL: Wanted = Wanted { sets: usize::MAX, size: None };

    /// A pair, and three positions of which any two can be met.
    fn case() -> Case {
        let case =
            Case::new(&[2; 4]).red_line(0, implies(is(0, 0), is(1, 0))).red_line(1, is(0, 0)).red_line(2, is(1, 1));
        case.red_line(0, is(3, 0)).red_line(1, is(3, 1))
    }

    #[test]
    fn a_whole_list_knows_that_it_is_whole() {
        let asked = case().build();
        let conflicts = Conflicts::of_positions(asked.question(), Limits::default(), GO).unwrap();
        let listed = conflicts.clash_sets(GO).unwrap().listed(ALL, GO, &mut |_| {});
        assert_eq!(listed.sets.iter().map(Vec::len).collect::<Vec<_>>(), [2, 3]);
        assert_eq!((&listed.count, listed.end, listed.up_to), (&Some(2_usize.into()), End::All, usize::MAX));
        let by_size = [0_usize, 0, 1, 1].map(Count::from).to_vec();
        assert_eq!((&listed.by_size, listed.n_of_size(3)), (&Some(by_size), 1_usize.into()));
        assert_eq!(listed.least(), Some(2));
    }

    #[test]
    fn a_list_that_is_cut_says_why_and_how_far_it_goes() {
        let asked = case().build();
        for limits in [Limits::default(), Limits { nodes: 0, steps: 1 << 16, ..Limits::default() }] {
            let conflicts = Conflicts::of_positions(asked.question(), limits, GO).unwrap();
            let sets = conflicts.clash_sets(GO).unwrap();
            let first = sets.listed(Wanted { sets: 1, ..ALL }, GO, &mut |_| {});
            assert_eq!((first.sets.len(), first.end), (1, End::Enough));
            let pairs = sets.listed(Wanted { size: Some(2), ..ALL }, GO, &mut |_| {});
            assert_eq!((pairs.sets.len(), pairs.end, pairs.up_to), (1, End::All, 2));
            let stopped = sets.listed(ALL, Stop::never().or_after(&Cell::new(0)), &mut |_| {});
            assert_eq!((stopped.sets.len(), stopped.end), (0, End::Stopped));
        }
        // Who wants only the smallest does not wait for the larger ones, nor for the limit.
        let few_steps = Limits { nodes: 0, steps: 12, ..Limits::default() };
        let conflicts = Conflicts::of_positions(asked.question(), few_steps, GO).unwrap();
        let sets = conflicts.clash_sets(GO).unwrap();
        assert_eq!(sets.listed(ALL, GO, &mut |_| {}).end, End::Limit);
        let single = sets.listed(Wanted { size: Some(1), ..ALL }, GO, &mut |_| {});
        assert_eq!((single.sets.len(), single.end, single.up_to), (0, End::All, 1));
        let few = Limits { nodes: 0, steps: 8, ..Limits::default() };
        let conflicts = Conflicts::of_positions(asked.question(), few, GO).unwrap();
        let cut = conflicts.clash_sets(GO).unwrap().listed(ALL, GO, &mut |_| {});
        assert_eq!((cut.count, cut.end), (None, End::Limit));
        assert!(cut.up_to < 3);
    }

    #[test]
    fn what_takes_long_to_find_is_told_as_it_is_found() {
        let pairs = |case: Case, term| case.red_line(0, is(term, 0)).red_line(1, is(term, 1));
        let asked = (0..40).fold(Case::new(&[2; 40]), pairs).build();
        let conflicts =
            Conflicts::of_positions(asked.question(), Limits { nodes: 0, steps: 1 << 20, ..Limits::default() }, GO)
                .unwrap();
        let mut told = Vec::new();
        let listed = conflicts.clash_sets(GO).unwrap().listed(ALL, GO, &mut |so_far| {
            assert_eq!(so_far.end, End::SoFar);
            told.push(so_far.sets.len());
        });
        assert_eq!((told, listed.sets.len()), (vec![16, 32], 40));
    }
}
