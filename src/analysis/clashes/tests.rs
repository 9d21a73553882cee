//! Clash sets and ways out of hand-made cases.

use std::{cell::Cell, ops::ControlFlow};

use super::{
    Conflicts, Limits, MinimalSets, Reach, Which,
    fixture::{Asked, Case, implies, is, not},
};
use crate::{
    analysis::{Count, Stop, Stopped},
    domain::{Demand, Plan, PositionIx, Strength, TermIx, ValueIx},
};

const GO: Stop<'static> = Stop::never();

/// The graph of all sets, and the ways that do without: size by size, or in no order.
const EACH: [Limits; 3] = [
    Limits { nodes: 1 << 16, steps: 1 << 16, by_size: 1 << 16 },
    Limits { nodes: 0, steps: 1 << 16, by_size: 1 << 16 },
    Limits { nodes: 0, steps: 1 << 16, by_size: 0 },
];

fn list<T: Copy + Ord>(sets: &MinimalSets<'_, '_, T>) -> Vec<Vec<T>> {
    let mut all = Vec::new();
    sets.each(GO, &mut |set| {
        all.push(set.to_vec());
        ControlFlow::Continue(())
    });
    all.sort();
    all
}

fn clash_sets(asked: &Asked, limits: Limits) -> Vec<Vec<u16>> {
    let conflicts = Conflicts::of_positions(asked.question(), limits, GO).unwrap();
    let all = list(&conflicts.clash_sets(GO).unwrap());
    all.into_iter().map(|set| set.into_iter().map(|position| position.0).collect()).collect()
}

fn ways_out(asked: &Asked, limits: Limits) -> Vec<Vec<u16>> {
    let conflicts = Conflicts::of_positions(asked.question(), limits, GO).unwrap();
    let all = list(&conflicts.ways_out(GO).unwrap());
    all.into_iter().map(|set| set.into_iter().map(|position| position.0).collect()).collect()
}

/// Three positions of which any two can be met, under conditions.
fn three_way() -> Case {
    let case = Case::new(&[2, 2, 2]).red_line(0, implies(is(0, 0), is(1, 0))).red_line(1, implies(is(1, 0), is(2, 0)));
    case.red_line(2, Demand::All(vec![is(0, 0), is(2, 1)]))
}

#[test]
fn three_positions_may_clash_though_no_two_do() {
    for limits in EACH {
        assert_eq!(clash_sets(&three_way().build(), limits), [[0, 1, 2]]);
        assert_eq!(ways_out(&three_way().build(), limits), [[0], [1], [2]]);
    }
}

#[test]
fn a_plan_that_fulfils_a_condition_makes_the_set_smaller() {
    for limits in EACH {
        let on_plan = three_way().build().on_plan(&[(1, 0)]);
        assert_eq!(clash_sets(&on_plan, limits), [[1, 2]]);
        let on_plan = three_way().build().on_plan(&[(0, 1)]);
        assert_eq!(clash_sets(&on_plan, limits), [[2]], "the plan contradicts it by itself");
        assert_eq!(ways_out(&on_plan, limits), [[2]]);
    }
}

#[test]
fn a_rule_is_in_no_set_but_is_named() {
    let case = || Case::new(&[2, 2, 2]).red_line(0, is(0, 0)).red_line(1, is(2, 1)).rule(implies(is(1, 1), is(2, 1)));
    let case = case().rule(implies(is(0, 0), is(1, 0))).rule(implies(is(1, 0), is(2, 0))).build();
    for limits in EACH {
        assert_eq!(clash_sets(&case, limits), [[0, 1]]);
    }
    assert_eq!(case.question().rules_behind(GO), Ok(vec![1, 2]));
    assert_eq!(three_way().build().question().rules_behind(GO), Ok(vec![]), "they clash under no rule");
    assert_eq!(case.question().rules_behind(Stop::never().or_after(&Cell::new(0))), Err(Stopped));
}

#[test]
fn a_way_out_leads_to_a_plan() {
    let mut asked = three_way().rule(not(is(1, 1))).build();
    asked.positions.remove(1);
    let plan = asked.question().plan_meeting_all(GO).unwrap().unwrap();
    let values = plan.iter().map(|(_, value)| value.map(|value| value.0)).collect::<Vec<_>>();
    assert_eq!(values, [Some(0), Some(0), Some(1)]);
    assert_eq!(three_way().build().question().plan_meeting_all(GO), Ok(None));
}

#[test]
fn the_plan_nearest_to_ours_keeps_what_can_be_kept() {
    let asked = Case::new(&[3, 3, 3]).red_line(0, not(is(0, 1))).red_line(1, implies(is(1, 1), is(2, 0))).build();
    let near = |values: [Option<u16>; 3]| {
        let mut plan = Plan::empty(3);
        TermIx::all(3).zip(values).for_each(|(term, value)| plan.set(term, value.map(ValueIx)));
        let found = asked.question().plan_near(&plan, GO).unwrap().unwrap();
        found.iter().map(|(_, value)| value.map(|value| value.0)).collect::<Vec<_>>()
    };
    let (first, rest) = (near([Some(1), Some(1), Some(2)]), near([Some(2), Some(2), Some(2)]));
    assert!(first[0] != Some(1) && first[1..] == [Some(1), Some(0)], "the earlier of two stays: {first:?}");
    assert_eq!(rest, [Some(2); 3]);
    assert_eq!(three_way().build().question().plan_near(&Plan::empty(3), GO), Ok(None));
}

#[test]
fn without_a_clash_the_only_way_out_is_to_do_nothing() {
    let asked = Case::new(&[2, 2]).red_line(0, is(0, 0)).red_line(1, is(1, 0)).red_line(1, Demand::All(vec![])).build();
    for limits in EACH {
        assert_eq!(clash_sets(&asked, limits), Vec::<Vec<u16>>::new());
        assert_eq!(ways_out(&asked, limits), [Vec::<u16>::new()]);
    }
}

#[test]
fn what_no_plan_meets_is_a_set_of_one() {
    let asked = Case::new(&[2]).red_line(0, Demand::Any(vec![])).red_line(1, is(0, 0)).red_line(2, is(0, 1)).build();
    for limits in EACH {
        assert_eq!(clash_sets(&asked, limits), [vec![0], vec![1, 2]]);
        assert_eq!(ways_out(&asked, limits), [[0, 1], [0, 2]]);
    }
}

#[test]
fn rules_that_exclude_each_other_leave_no_plan() {
    let mut asked = Case::new(&[2]).red_line(0, is(0, 0)).rule(is(0, 0)).rule(is(0, 1)).build();
    for limits in EACH {
        let conflicts = Conflicts::of_positions(asked.question(), limits, GO).unwrap();
        assert!(!conflicts.any_plan());
        assert_eq!(list(&conflicts.clash_sets(GO).unwrap()), [[]]);
        assert_eq!(list(&conflicts.ways_out(GO).unwrap()), Vec::<Vec<PositionIx>>::new());
        assert_eq!(conflicts.ways_out(GO).unwrap().count(), Some(Count::default()));
    }
    assert_eq!(asked.question().rules_behind(GO), Ok(vec![1]), "with the position the later rule is enough");
    asked.positions.clear();
    assert_eq!(asked.question().rules_behind(GO), Ok(vec![0, 1]));
}

#[test]
fn positions_that_demand_the_same_give_way_together() {
    let case = Case::new(&[2, 2]).red_line(0, is(0, 0)).red_line(1, is(0, 0)).red_line(2, is(0, 1));
    let asked = case.red_line(0, not(is(0, 0))).red_line(0, is(1, 1)).build();
    for limits in EACH {
        assert_eq!(clash_sets(&asked, limits), [[0, 2], [0, 3], [1, 2], [1, 3]]);
        assert_eq!(ways_out(&asked, limits), [[0, 1], [2, 3]]);
    }
}

#[test]
fn parties_give_way_with_all_their_positions() {
    let asked = three_way().red_line(0, is(2, 1)).build();
    for limits in EACH {
        let conflicts = Conflicts::of_parties(asked.question(), limits, GO).unwrap();
        let parties = |sets: Vec<Vec<crate::domain::PartyIx>>| -> Vec<Vec<u16>> {
            sets.into_iter().map(|set| set.into_iter().map(|party| party.0).collect()).collect()
        };
        assert_eq!(parties(list(&conflicts.clash_sets(GO).unwrap())), [[0, 1, 2]]);
        assert_eq!(parties(list(&conflicts.ways_out(GO).unwrap())), [[0], [1], [2]]);
        let must_accept = three_way().build().which(Which { must_accept_only: true, ..Which::default() });
        assert_eq!(clash_sets(&must_accept, limits), Vec::<Vec<u16>>::new());
    }
}

#[test]
fn ways_out_are_counted_where_they_cannot_be_listed() {
    let n_pairs = 130;
    let both = |case: Case, term| case.red_line(0, is(term, 0)).red_line(1, is(term, 1));
    let asked = (0..n_pairs).fold(Case::new(&[2; 130]), both).build();
    let conflicts = Conflicts::of_positions(asked.question(), Limits::default(), GO).unwrap();
    assert_eq!(conflicts.clash_sets(GO).unwrap().count(), Some(130_usize.into()));
    let ways_out = conflicts.ways_out(GO).unwrap();
    let all = "1361129467683753853853498429727072845824";
    assert_eq!(ways_out.count().map(|count| count.to_string()).as_deref(), Some(all), "two to the power of 130");
    assert_eq!(ways_out.count_by_size(130).unwrap()[130].to_string(), all);
    let mut n_seen = 0;
    let reach = ways_out.each(GO, &mut |set| {
        assert_eq!(set.len(), 130);
        n_seen += 1;
        if n_seen == 5 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!((n_seen, reach), (5, Reach { all: false, up_to: 129 }));
}

#[test]
fn sets_of_very_different_sizes_are_listed_by_size() {
    let crowd = |case: Case, _| case.red_line(0, is(0, 0));
    let asked = (0..150).fold(Case::new(&[2]), crowd).red_line(1, is(0, 1)).build();
    let conflicts = Conflicts::of_positions(asked.question(), Limits::default(), GO).unwrap();
    assert_eq!(conflicts.clash_sets(GO).unwrap().count_by_size(2), Some([0_usize, 0, 150].map(Count::from).to_vec()));
    let ways_out = conflicts.ways_out(GO).unwrap();
    let mut sizes = Vec::new();
    ways_out.each(GO, &mut |set| {
        sizes.push(set.len());
        ControlFlow::Continue(())
    });
    assert_eq!(sizes, [1, 150]);
    assert_eq!(ways_out.count_by_size(150).unwrap()[150], 1);
}

#[test]
fn a_chain_of_implications_makes_one_large_set() {
    let chain = |case: Case, link| case.position(2, Strength::Prefers, implies(is(link, 0), is(link + 1, 0)));
    let asked = (0..40).fold(Case::new(&[2; 41]), chain).red_line(0, is(0, 0)).red_line(1, is(40, 1)).build();
    let conflicts = Conflicts::of_positions(asked.question(), Limits::default(), GO).unwrap();
    assert_eq!(clash_sets(&asked, Limits::default()), [(0..42).collect::<Vec<u16>>()]);
    assert_eq!(conflicts.ways_out(GO).unwrap().count_by_size(2), Some([0_usize, 42, 0].map(Count::from).to_vec()));
}

#[test]
fn everything_stops_when_told() {
    let asked = three_way().build();
    let none_left = Cell::new(0);
    let at_once = Stop::never().or_after(&none_left);
    for limits in EACH {
        assert_eq!(Conflicts::of_positions(asked.question(), limits, at_once).err(), Some(Stopped));
        let conflicts = Conflicts::of_positions(asked.question(), limits, GO).unwrap();
        for sets in [conflicts.clash_sets(GO).unwrap(), conflicts.ways_out(GO).unwrap()] {
            let reach = sets.each(at_once, &mut |_| ControlFlow::Continue(()));
            assert_eq!(reach, Reach { all: false, up_to: 0 });
        }
    }
}

#[test]
fn limits_end_a_search_that_says_how_far_it_came() {
    let asked = three_way().build();
    let limits = Limits { nodes: 0, steps: 12, ..Limits::default() };
    let conflicts = Conflicts::of_positions(asked.question(), limits, GO).unwrap();
    let sets = conflicts.clash_sets(GO).unwrap();
    assert_eq!((sets.count(), sets.count_by_size(3)), (None, None));
    let reach = sets.each(GO, &mut |_| panic!("the only set is larger"));
    assert!(!reach.all && (1..3).contains(&reach.up_to), "{reach:?}");
}
