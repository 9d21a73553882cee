//! Clashing pairs, clash sets and ways out against every plan and every set of positions.

#[path = "support/brute.rs"]
mod brute;
#[expect(dead_code, reason = "only the verdicts of the slow evaluator are of use here")]
#[path = "support/naive.rs"]
mod naive;
#[path = "support/oracle.rs"]
mod oracle;
#[path = "support/random.rs"]
mod random;
#[path = "support/reorder.rs"]
mod reorder;

use std::{
    ops::ControlFlow,
    sync::atomic::{AtomicBool, Ordering},
};

use brute::Brute;
use peace_plan_explorer::{
    analysis::{
        CompiledDemand, Conflicts, Ground, Index, Limits, MinimalSets, PartyClashes, Question, Situation, Space, Stop,
        Verdict, Which, common_ground, countable, party_clashes,
    },
    domain::{
        Channel, Counted, Date, Demand, Dossier, DossierParts, PartyIx, Plan, PositionIx, Rule, SourceIx, Strength,
        TermIx, ValueIx, ValueSet,
    },
};
use proptest::{prelude::*, test_runner::RngSeed};
use random::{Random, Shape};
use reorder::Reordering;

/// Nobody stops a test.
const GO: Stop<'static> = Stop::never();

/// The same cases in every run, so that a failure can be repeated.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(2025), ..ProptestConfig::default() }
}

/// A seed and a size; failures shrink towards small dossiers.
fn small(wild: bool) -> impl Strategy<Value = (Random, Shape)> {
    (1..5_usize, 1..6_usize, 0..22_usize, any::<u64>()).prop_map(move |(parties, terms, positions, seed)| {
        let terms = if wild { terms } else { terms.min(3) };
        (Random::new(seed), Shape { parties, terms, positions, wild })
    })
}

/// Demands of which each leaves room and which seldom clash by twos: "this or that", over terms of few values. Their clash
/// sets are larger, and there are more of them.
fn into_clauses(random: &mut Random, parts: &mut DossierParts) {
    for term in &mut parts.terms {
        term.values.truncate(2 + random.below(2));
    }
    let terms = parts.terms.clone();
    let mut clause = |n_leaves: usize| {
        let mut leaf = || {
            let term = random.below(terms.len());
            let is = Demand::Is(TermIx::at(term), ValueIx::at(random.below(terms[term].values.len())));
            if random.chance(30) { Demand::Not(Box::new(is)) } else { is }
        };
        let mut leaves: Vec<Demand> = (0..n_leaves).map(|_| leaf()).collect();
        if n_leaves == 1 { leaves.remove(0) } else { Demand::Any(leaves) }
    };
    for (place, position) in parts.positions.iter_mut().enumerate() {
        position.demand = Some(clause([1, 2, 2, 3][place % 4]));
        position.about = Some(TermIx(0));
        position.counts = true;
        position.strength = Strength::Opposes;
    }
    parts.statements.iter_mut().for_each(|statement| {
        statement.channel = Channel::OnRecord;
        statement.unverified = false;
        statement.sources = vec![SourceIx(0)];
    });
    parts.rules.iter_mut().for_each(|rule| rule.demand = clause(2));
}

/// As random dossiers are, with more rules that link terms, and all positions in force at once.
fn usual_parts(random: &mut Random, shape: Shape) -> DossierParts {
    let mut parts = random::parts(random, shape);
    let turned = parts.positions.iter().filter_map(|position| position.demand.clone()).take(random.below(5));
    let rule = |demand| Rule { id: String::new(), demand, reason: String::new() };
    let more: Vec<Rule> = turned.map(rule).collect();
    parts.rules.extend(more);
    for value in parts.terms.iter_mut().flat_map(|term| &mut term.values) {
        value.since = random.chance(15).then(|| random::day(random));
    }
    for position in &mut parts.positions {
        position.replaces.clear();
        position.until = None;
    }
    parts
}

/// With larger clash sets.
fn clause_parts(random: &mut Random, shape: Shape) -> DossierParts {
    let mut parts = usual_parts(random, Shape { terms: shape.terms + 2, wild: false, ..shape });
    into_clauses(random, &mut parts);
    parts
}

/// What is asked, apart from the dossier.
struct Asked {
    day: Date,
    counted: Counted,
    which: Which,
    later: bool,
    plan: Plan,
}

impl Asked {
    fn random(random: &mut Random, parts: &DossierParts) -> Self {
        let dossier = Dossier::new(parts.clone()).unwrap();
        Self {
            day: if random.chance(80) { parts.as_of } else { random::day(random) },
            counted: random::counted(random),
            which: Which { red_lines_only: random.chance(10), must_accept_only: random.chance(10) },
            later: random.chance(50),
            plan: if random.chance(50) { random::plan(random, &dossier, 30) } else { Plan::empty(parts.terms.len()) },
        }
    }
}

/// A dossier and a question about it.
struct Setting {
    dossier: Dossier,
    index: Index,
    space: Space,
    positions: Vec<PositionIx>,
}

impl Setting {
    fn new(parts: DossierParts, asked: &Asked) -> Self {
        let dossier = Dossier::new(parts).unwrap();
        let (index, situation) = (Index::new(&dossier), Situation::new(&dossier, asked.day, asked.counted));
        let positions = countable(&dossier, &index, &situation, asked.which);
        let space = if asked.later { Space::all(&dossier) } else { Space::put_forward_by(&dossier, asked.day) };
        Self { space: space.on_plan(&asked.plan), dossier, index, positions }
    }

    /// A question about some parts, of so few positions that all sets of them can be gone through.
    fn random(random: &mut Random, parts: DossierParts) -> Self {
        let asked = Asked::random(random, &parts);
        let mut setting = Self::new(parts, &asked);
        setting.positions.truncate(12);
        setting
    }

    fn question(&self) -> Question<'_> {
        Question { dossier: &self.dossier, index: &self.index, space: &self.space, positions: &self.positions }
    }

    fn brute(&self) -> Brute {
        Brute::new(&self.dossier, &self.space, &self.positions)
    }

    fn clashes(&self) -> PartyClashes {
        party_clashes(self.question(), GO).unwrap()
    }
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn a_verdict_over_a_box_is_that_of_all_its_plans((mut random, shape) in small(true)) {
        let parts = usual_parts(&mut random, shape);
        let setting = Setting::random(&mut random, parts);
        let dossier = &setting.dossier;
        for demand in dossier.positions.iter().filter_map(|position| position.demand.as_ref()).take(8) {
            let compiled = CompiledDemand::new(dossier, demand);
            let mut space = setting.space.values().to_vec();
            space.iter_mut().for_each(|values| {
                let fewer: ValueSet = values.iter().filter(|_| random.chance(60)).collect();
                if !fewer.is_empty() {
                    *values = fewer;
                }
            });
            let (met, missed) = brute::over_box(dossier, demand, &space);
            let expected = match (met, missed) {
                (_, false) => Verdict::Met,
                (false, true) => Verdict::Contradicted,
                (true, true) => Verdict::Undecided,
            };
            prop_assert_eq!(compiled.within(&space), expected, "{:?} in {:?}", demand, space);
        }
    }

    #[test]
    fn pairs_are_those_that_no_plan_meets((mut random, shape) in small(true)) {
        let parts = usual_parts(&mut random, shape);
        check_pairs(&Setting::random(&mut random, parts))?;
    }

    #[test]
    fn pairs_of_usual_dossiers_are_those_that_no_plan_meets((mut random, shape) in small(false)) {
        let parts = usual_parts(&mut random, shape);
        check_pairs(&Setting::random(&mut random, parts))?;
    }

    #[test]
    fn clash_sets_and_ways_out_are_those_of_all_plans((mut random, shape) in small(true)) {
        let parts = usual_parts(&mut random, shape);
        check_sets(&Setting::random(&mut random, parts))?;
    }

    #[test]
    fn pairs_are_those_that_no_plan_meets_where_sets_are_large((mut random, shape) in small(false)) {
        let parts = clause_parts(&mut random, shape);
        check_pairs(&Setting::random(&mut random, parts))?;
    }

    #[test]
    fn large_clash_sets_and_their_ways_out_are_those_of_all_plans((mut random, shape) in small(false)) {
        let parts = clause_parts(&mut random, shape);
        check_sets(&Setting::random(&mut random, parts))?;
    }

    #[test]
    fn names_and_order_change_nothing_but_places((mut random, shape) in small(true), large in any::<bool>()) {
        let parts = if large { clause_parts(&mut random, shape) } else { usual_parts(&mut random, shape) };
        let reordering = Reordering::random(&mut random, &parts);
        let asked = Asked::random(&mut random, &parts);
        let new_asked = Asked { plan: reordering.plan(&asked.plan), ..asked };
        let new = Setting::new(reordering.parts(&parts), &new_asked);
        let old = Setting::new(parts, &Asked { plan: asked.plan, ..new_asked });
        check_reordered(&old, &new, &reordering)?;
    }

    #[test]
    fn of_what_stands_behind_a_clash_set_nothing_can_be_left_out((mut random, shape) in small(true)) {
        let parts = usual_parts(&mut random, shape);
        let asked = Asked { later: true, ..Asked::random(&mut random, &parts) };
        let mut setting = Setting::new(parts, &asked);
        setting.positions.truncate(10);
        check_behind(&setting, &asked.plan)?;
    }

    #[test]
    fn two_parties_can_be_met_together_on_a_term_if_a_plan_meets_all_they_say_about_it((mut random, shape) in small(true)) {
        let parts = usual_parts(&mut random, shape);
        let asked = Asked::random(&mut random, &parts);
        let mut setting = Setting::new(parts, &asked);
        setting.positions.truncate(12);
        check_ground(&setting, &asked)?;
    }

    #[test]
    fn clash_sets_and_ways_out_of_usual_dossiers_are_those_of_all_plans((mut random, shape) in small(false)) {
        let parts = usual_parts(&mut random, shape);
        check_sets(&Setting::random(&mut random, parts))?;
    }
}

/// The plan's terms and the rules that are told as needed are enough, and each is needed.
fn check_behind(setting: &Setting, plan: &Plan) -> Result<(), TestCaseError> {
    let whatever = Space::all(&setting.dossier);
    let brute = setting.brute();
    if !brute.any_plan() {
        return Ok(());
    }
    let sets = brute.clash_sets(&brute.single());
    for set in sets.iter().filter(|set| set.len() <= 3).take(12) {
        let positions: Vec<PositionIx> = set.iter().map(|place| setting.positions[*place]).collect();
        let question = Question { positions: &positions, ..setting.question() };
        let behind = question.behind(&whatever, GO).unwrap();
        let together = |fixed: &[TermIx], rules: &[usize]| {
            let mut kept = Plan::empty(setting.dossier.terms.len());
            fixed.iter().for_each(|term| kept.set(*term, plan.get(*term)));
            let mut parts = DossierParts::clone(&setting.dossier);
            parts.rules = rules.iter().map(|rule| setting.dossier.rules[*rule].clone()).collect();
            let space = whatever.clone().on_plan(&kept);
            Brute::new(&Dossier::new(parts).unwrap(), &space, &positions).together((1 << positions.len()) - 1)
        };
        prop_assert!(!together(&behind.fixed, &behind.rules), "{:?} do not exclude {:?}", behind, set);
        let all_rules: Vec<usize> = (0..setting.dossier.rules.len()).collect();
        for term in &behind.fixed {
            let without: Vec<TermIx> = behind.fixed.iter().copied().filter(|other| other != term).collect();
            prop_assert!(together(&without, &all_rules), "{:?} does without {:?}", set, term);
        }
        for rule in &behind.rules {
            let without: Vec<usize> = behind.rules.iter().copied().filter(|other| other != rule).collect();
            prop_assert!(together(&behind.fixed, &without), "{:?} does without rule {}", set, rule);
        }
    }
    Ok(())
}

fn check_ground(setting: &Setting, asked: &Asked) -> Result<(), TestCaseError> {
    let (brute, clashes, dossier) = (setting.brute(), setting.clashes(), &setting.dossier);
    if !brute.any_plan() {
        return Ok(());
    }
    let situation = Situation::new(dossier, asked.day, asked.counted);
    let n_parties = dossier.parties.len();
    for (one, other) in PartyIx::all(n_parties).flat_map(|one| PartyIx::all(n_parties).map(move |other| (one, other))) {
        let ground = common_ground(setting.question(), &situation, &clashes, (one, other), GO).unwrap();
        for term in TermIx::all(dossier.terms.len()) {
            let said = |party: PartyIx| {
                let mine = setting.positions.iter().enumerate().filter(|(_, ix)| {
                    let position = dossier.position(**ix);
                    position.party == party && position.about == Some(term)
                });
                mine.fold(0, |set, (place, _)| set | 1 << place)
            };
            let (left, right) = (said(one), said(other));
            let kind = ground[term.get()];
            let both = left != 0 && right != 0 && kind != Ground::Excluded;
            prop_assert_eq!(matches!(kind, Ground::Together | Ground::NotAll), both);
            if kind == Ground::Together {
                prop_assert!(brute.together(left | right), "{:?} {:?} on {:?}", one, other, term);
            }
            if kind == Ground::NotAll {
                prop_assert!(!brute.together(left | right), "{:?} {:?} on {:?}", one, other, term);
            }
        }
    }
    Ok(())
}

fn check_reordered(old: &Setting, new: &Setting, reordering: &Reordering) -> Result<(), TestCaseError> {
    let moved = |sets: Vec<Vec<PositionIx>>| {
        let moved = |set: Vec<PositionIx>| {
            let mut set: Vec<PositionIx> = set.into_iter().map(|position| reordering.position(position)).collect();
            set.sort_unstable();
            set
        };
        let mut sets: Vec<Vec<PositionIx>> = sets.into_iter().map(moved).collect();
        sets.sort_by_key(|set| (set.len(), set.clone()));
        sets
    };
    let of = |setting| Conflicts::of_positions(setting, Limits::default(), GO).unwrap();
    let (before, after) = (of(old.question()), of(new.question()));
    let [set_before, set_after] = [&before, &after].map(|of| listed(&of.clash_sets(GO).unwrap()));
    prop_assert_eq!(moved(set_before), set_after);
    let [out_before, out_after] = [&before, &after].map(|of| of.ways_out(GO).unwrap());
    prop_assert_eq!(out_before.count(), out_after.count());
    prop_assert_eq!(out_before.count_by_size(30), out_after.count_by_size(30));
    let (before, after) = (old.clashes(), new.clashes());
    let pairs = |pairs: &[(PositionIx, PositionIx)]| pairs.iter().map(|(one, other)| vec![*one, *other]).collect();
    let sorted = |mut sets: Vec<Vec<PositionIx>>| {
        sets.iter_mut().for_each(|set| set.sort_unstable());
        sets.sort();
        sets
    };
    prop_assert_eq!(moved(pairs(before.all())), sorted(pairs(after.all())));
    prop_assert_eq!(moved(vec![before.alone]), vec![after.alone]);
    Ok(())
}

/// All sets, sorted as the slow way sorts them, after what is said about their number has been compared.
fn listed<T: Copy + Ord + std::fmt::Debug>(sets: &MinimalSets<'_, '_, T>) -> Vec<Vec<T>> {
    let mut all: Vec<Vec<T>> = Vec::new();
    let reach = sets.each(GO, &mut |set| {
        all.push(set.to_vec());
        ControlFlow::Continue(())
    });
    assert!(reach.all);
    assert!(all.is_sorted_by_key(Vec::len), "the smallest first");
    assert_eq!(sets.count(), Some(all.len().into()));
    let by_size = sets.count_by_size(20).unwrap();
    for (size, count) in by_size.into_iter().enumerate() {
        assert_eq!(count, all.iter().filter(|set| set.len() == size).count());
    }
    all.sort_by_key(|set| (set.len(), set.clone()));
    all
}

fn check_sets(setting: &Setting) -> Result<(), TestCaseError> {
    let (brute, positions) = (setting.brute(), &setting.positions);
    let named = |sets: Vec<Vec<usize>>| -> Vec<Vec<PositionIx>> {
        sets.into_iter().map(|set| set.into_iter().map(|place| positions[place]).collect()).collect()
    };
    let (clash_sets, ways_out) = (named(brute.clash_sets(&brute.single())), named(brute.ways_out(&brute.single())));
    let of = |limits| Conflicts::of_positions(setting.question(), limits, GO).unwrap();
    prop_assert_eq!(of(Limits::default()).any_plan(), brute.any_plan());
    check_listed(&of(Limits::default()), &clash_sets, &ways_out)?;
    check_found(&of(NO_GRAPH), true, &clash_sets, &ways_out)?;
    check_found(&of(NO_ORDER), false, &clash_sets, &ways_out)?;

    let party = |place: usize| setting.dossier.position(positions[place]).party;
    let of = |wanted| (0..positions.len()).filter(move |place| party(*place) == wanted);
    let parties: Vec<u32> = PartyIx::all(setting.dossier.parties.len())
        .map(|wanted| of(wanted).fold(0, |set, place| set | 1 << place))
        .collect();
    let named = |sets: Vec<Vec<usize>>| -> Vec<Vec<PartyIx>> {
        sets.into_iter().map(|set| set.into_iter().map(PartyIx::at).collect()).collect()
    };
    let (clash_sets, ways_out) = (named(brute.clash_sets(&parties)), named(brute.ways_out(&parties)));
    let of = |limits| Conflicts::of_parties(setting.question(), limits, GO).unwrap();
    check_listed(&of(Limits::default()), &clash_sets, &ways_out)?;
    check_found(&of(NO_GRAPH), true, &clash_sets, &ways_out)?;
    check_found(&of(NO_ORDER), false, &clash_sets, &ways_out)
}

/// With the graph of all sets everything is counted and listed.
fn check_listed<T: Copy + Ord + std::fmt::Debug>(
    conflicts: &Conflicts<'_, T>,
    clash_sets: &[Vec<T>],
    ways_out: &[Vec<T>],
) -> Result<(), TestCaseError> {
    prop_assert_eq!(listed(&conflicts.clash_sets(GO).unwrap()), clash_sets);
    prop_assert_eq!(listed(&conflicts.ways_out(GO).unwrap()), ways_out);
    Ok(())
}

/// Leaves no room for a graph.
const NO_GRAPH: Limits = Limits { nodes: 0, steps: u64::MAX, by_size: 1 << 18 };
/// Nor for looking size by size.
const NO_ORDER: Limits = Limits { by_size: 0, ..NO_GRAPH };

/// Without the graph clash sets are found size by size or in no order, and ways out one by one.
fn check_found<T: Copy + Ord + std::fmt::Debug>(
    conflicts: &Conflicts<'_, T>,
    in_order: bool,
    clash_sets: &[Vec<T>],
    ways_out: &[Vec<T>],
) -> Result<(), TestCaseError> {
    let mut found: Vec<Vec<T>> = Vec::new();
    let mut gather = |set: &[T]| {
        found.push(set.to_vec());
        ControlFlow::Continue(())
    };
    let reach = conflicts.clash_sets(GO).unwrap().each(GO, &mut gather);
    prop_assert!(reach.all, "nothing limits the search");
    prop_assert!(!in_order || found.is_sorted_by_key(Vec::len), "the smallest first");
    found.sort_by_key(|set| (set.len(), set.clone()));
    prop_assert_eq!(&found, clash_sets);
    let mut found: Vec<Vec<T>> = Vec::new();
    let mut gather = |set: &[T]| {
        found.push(set.to_vec());
        ControlFlow::Continue(())
    };
    let reach = conflicts.ways_out(GO).unwrap().each(GO, &mut gather);
    found.sort_by_key(|set| (set.len(), set.clone()));
    prop_assert!(reach.all, "nothing limits the search");
    prop_assert_eq!(&found, ways_out, "each once");
    Ok(())
}

fn check_pairs(setting: &Setting) -> Result<(), TestCaseError> {
    let (brute, clashes, positions) = (setting.brute(), setting.clashes(), &setting.positions);
    prop_assert_eq!(clashes.any_plan, brute.any_plan());
    if !clashes.any_plan {
        prop_assert!(clashes.all().is_empty() && clashes.alone.is_empty());
        return Ok(());
    }
    let is_alone = |place: usize| !brute.together(1 << place);
    let alone = (0..positions.len()).filter(|place| is_alone(*place)).map(|place| positions[place]);
    prop_assert_eq!(&clashes.alone, &alone.collect::<Vec<_>>());
    let mut n_pairs = 0;
    for (one, other) in (0..positions.len()).flat_map(|other| (0..other).map(move |one| (one, other))) {
        let expected = !is_alone(one) && !is_alone(other) && !brute.together(1 << one | 1 << other);
        let party = |place: usize| setting.dossier.position(positions[place]).party;
        let listed = clashes.between(party(one), party(other));
        prop_assert_eq!(listed, clashes.between(party(other), party(one)));
        let (low, high) = if party(one) <= party(other) { (one, other) } else { (other, one) };
        prop_assert_eq!(listed.contains(&(positions[low], positions[high])), expected, "{} {}", one, other);
        n_pairs += usize::from(expected);
    }
    prop_assert_eq!(clashes.all().len(), n_pairs);
    let n_parties = setting.dossier.parties.len();
    let matrix = PartyIx::all(n_parties).flat_map(|high| PartyIx::all(high.get() + 1).map(move |low| (low, high)));
    prop_assert_eq!(matrix.map(|(low, high)| clashes.between(low, high).len()).sum::<usize>(), n_pairs);
    Ok(())
}

/// A dossier with more positions than all sets of which can be gone through.
fn medium(seed: u64) -> Setting {
    let mut random = Random::new(seed);
    let shape = Shape { parties: 5, terms: 7, positions: 36, wild: seed.is_multiple_of(3) };
    let parts = if seed.is_multiple_of(2) { clause_parts(&mut random, shape) } else { usual_parts(&mut random, shape) };
    let asked = Asked { which: Which::default(), ..Asked::random(&mut random, &parts) };
    Setting::new(parts, &asked)
}

/// If every set is what it claims to be, and the ways out are all that can be made from the clash sets, then neither list
/// lacks any.
#[test]
fn clash_sets_and_ways_out_are_each_others_minimal_hitting_sets() {
    let mut largest = 0;
    for seed in 0..30 {
        let setting = medium(seed);
        let conflicts = Conflicts::of_positions(setting.question(), Limits::default(), GO).unwrap();
        let (clash_sets, ways_out) = (conflicts.clash_sets(GO).unwrap(), conflicts.ways_out(GO).unwrap());
        if ways_out.count() > Some(3000_usize.into()) {
            continue;
        }
        let (clash_sets, ways_out) = (listed(&clash_sets), listed(&ways_out));
        largest = largest.max(clash_sets.len().min(ways_out.len()));
        let together = |set: &[PositionIx]| oracle::together(setting.question(), set);
        for set in &clash_sets {
            assert!(!together(set), "{seed} {set:?}");
            for given_up in set {
                let rest: Vec<PositionIx> = set.iter().copied().filter(|one| one != given_up).collect();
                assert!(together(&rest), "{seed} {set:?} without {given_up:?}");
            }
        }
        for set in ways_out.iter().step_by(1 + ways_out.len() / 50) {
            let rest: Vec<PositionIx> = setting.positions.iter().copied().filter(|one| !set.contains(one)).collect();
            assert!(together(&rest), "{seed} {set:?}");
        }
        assert_eq!(oracle::hitting_sets(&clash_sets), ways_out.into_iter().collect(), "{seed}");
    }
    assert!(largest > 30, "the cases are too plain to show anything: {largest}");
}

/// Three ways to the same: the matrix of the parties, the graph of all sets, and the search by size.
#[test]
fn pairs_are_the_clash_sets_of_two() {
    for seed in 0..20 {
        let mut random = Random::new(seed);
        let shape = Shape { parties: 12, terms: 15, positions: 150, wild: false };
        let parts = usual_parts(&mut random, shape);
        let asked = Asked::random(&mut random, &parts);
        let setting = Setting::new(parts, &asked);
        let clashes = setting.clashes();
        let mut pairs: Vec<Vec<PositionIx>> =
            clashes.all().iter().map(|(one, other)| vec![*one.min(other), *one.max(other)]).collect();
        pairs.extend(clashes.alone.iter().map(|alone| vec![*alone]));
        pairs.sort_by_key(|set| (set.len(), set.clone()));
        for limits in [Limits::default(), NO_GRAPH] {
            let conflicts = Conflicts::of_positions(setting.question(), limits, GO).unwrap();
            if !conflicts.any_plan() {
                continue;
            }
            let mut small: Vec<Vec<PositionIx>> = Vec::new();
            let reach = conflicts.clash_sets(GO).unwrap().each(GO, &mut |set| {
                if set.len() > 2 {
                    return ControlFlow::Break(());
                }
                small.push(set.to_vec());
                ControlFlow::Continue(())
            });
            assert!(reach.up_to >= 2);
            small.sort_by_key(|set| (set.len(), set.clone()));
            assert_eq!(small, pairs, "{seed} {limits:?}");
        }
    }
}

#[test]
fn a_list_ends_when_told_and_says_how_far_it_came() {
    let many = |setting: &Setting| {
        let conflicts = Conflicts::of_positions(setting.question(), Limits::default(), GO).unwrap();
        conflicts.clash_sets(GO).unwrap().count() > Some(30_usize.into())
    };
    let setting = (0..60).map(medium).find(many).unwrap();
    let conflicts = Conflicts::of_positions(setting.question(), Limits::default(), GO).unwrap();
    let all = listed(&conflicts.clash_sets(GO).unwrap());
    for limits in [Limits::default(), NO_GRAPH, NO_ORDER] {
        let conflicts = Conflicts::of_positions(setting.question(), limits, GO).unwrap();
        let (mut found, stop) = (Vec::new(), AtomicBool::new(false));
        let reach = conflicts.clash_sets(GO).unwrap().each(Stop::when(&stop), &mut |set| {
            found.push(set.to_vec());
            stop.store(found.len() == 20, Ordering::Relaxed);
            ControlFlow::Continue(())
        });
        assert!(!reach.all && found.len() == 20, "{} after it was stopped at 20", found.len());
        found.retain(|set| set.len() <= reach.up_to);
        found.sort_by_key(|set| (set.len(), set.clone()));
        let expected: Vec<Vec<PositionIx>> = all.iter().filter(|set| set.len() <= reach.up_to).cloned().collect();
        assert_eq!(found, expected);
    }
}
