//! Searches for other plans against all plans, one by one, on random dossiers.

#[path = "support/other_plans.rs"]
mod other_plans;
#[path = "support/random.rs"]
mod random;
#[path = "support/reorder.rs"]
mod reorder;

use std::{cell::Cell, collections::BTreeSet};

use other_plans::{Tried, all_plans};
use peace_plan_explorer::{
    analysis::{
        Alternatives, Basis, ChangeTables, Conflicts, CountingRule, Goal, Index, Limits, Permitted, Question,
        Situation, Space, Stop, TableLimits, Toll, Verdict, Which, Wishes, alternatives, alternatives_telling, changes,
        countable, fewest_changes, how_many, matrix, single_changes,
    },
    domain::{Dossier, PartyIx, Plan, PositionIx, TermIx, ValueIx, ValueSet},
};
use proptest::{prelude::*, test_runner::RngSeed};
use random::{Random, Shape};
use reorder::Reordering;
use strum::IntoEnumIterator as _;

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(1998), ..ProptestConfig::default() }
}

fn wild() -> impl Strategy<Value = (Random, Shape)> {
    (1..4_usize, 1..6_usize, 0..16_usize, any::<u64>()).prop_map(|(parties, terms, positions, seed)| {
        (Random::new(seed), Shape { parties, terms, positions, wild: true })
    })
}

struct Setting {
    dossier: Dossier,
    index: Index,
    situation: Situation,
    plan: Plan,
}

impl Setting {
    /// With values that were put forward late, and a plan that sets about `percent` of 100 terms.
    fn random(random: &mut Random, shape: Shape, percent: usize) -> Self {
        let mut parts = random::parts(random, shape);
        for value in parts.terms.iter_mut().flat_map(|term| &mut term.values) {
            value.since = random.chance(25).then(|| random::day(random));
        }
        let dossier = Dossier::new(parts).unwrap();
        let plan = random::plan(random, &dossier, percent);
        let situation = Situation::new(&dossier, random::day(random), random::counted(random));
        Self { index: Index::new(&dossier), situation, plan, dossier }
    }

    fn basis(&self) -> Basis<'_> {
        Basis { dossier: &self.dossier, index: &self.index, situation: &self.situation, plan: &self.plan }
    }
}

fn some_terms(random: &mut Random, dossier: &Dossier) -> BTreeSet<TermIx> {
    TermIx::all(dossier.terms.len()).filter(|_| random.chance(20)).collect()
}

/// Now and then so small that cells are taken apart, demands decided when asked, and elimination is replaced by search.
fn limits(random: &mut Random) -> TableLimits {
    let mut limits = TableLimits::default();
    for limit in [&mut limits.demand, &mut limits.cell, &mut limits.exact, &mut limits.at_once] {
        if random.chance(40) {
            *limit = random.below(8);
        }
    }
    limits
}

fn wishes(random: &mut Random, dossier: &Dossier, rule: CountingRule) -> Wishes {
    Wishes {
        rule,
        must_accept_only: random.chance(30),
        locked: some_terms(random, dossier),
        later_values: random.chance(40),
        max_listed: 100_000,
        limits: limits(random),
    }
}

/// Every plan that a listed one stands for.
fn boxed(plan: &Plan, alike: &[(TermIx, ValueSet)]) -> Vec<Plan> {
    let mut plans = vec![plan.clone()];
    for (term, values) in alike {
        assert!(values.contains(plan.get(*term).unwrap()), "a plan has one of the values that are alike");
        let values: Vec<ValueIx> = values.iter().collect();
        plans = plans.iter().flat_map(|plan| values.iter().map(|value| plan.with(*term, Some(*value)))).collect();
    }
    plans
}

fn key(plan: &Plan) -> Vec<Option<ValueIx>> {
    plan.iter().map(|(_, value)| value).collect()
}

fn least(tried: &[Tried], basis: Basis<'_>, wishes: &Wishes) -> Option<Toll> {
    let keeping = tried.iter().filter(|tried| tried.keeps_rules());
    keeping.map(|tried| tried.toll(basis, wishes.rule, wishes.must_accept_only)).min()
}

fn find(setting: &Setting, wishes: &Wishes) -> Alternatives {
    alternatives(setting.basis(), wishes, Stop::never())
}

proptest! {
    #![proptest_config(config(1000))]

    #[test]
    fn the_plans_found_are_all_that_contradict_the_fewest((mut random, shape) in wild()) {
        let setting = Setting::random(&mut random, shape, 75);
        let basis = setting.basis();
        for rule in CountingRule::iter() {
            let wishes = wishes(&mut random, &setting.dossier, rule);
            let tried = all_plans(basis, &wishes.locked, wishes.later_values, false);
            let least = least(&tried, basis, &wishes);
            let found = find(&setting, &wishes);
            prop_assert!(found.proven);
            prop_assert_eq!(found.upper, least, "{:?}", wishes);
            prop_assert_eq!(found.lower, least);
            let of_least = |tried: &&Tried| {
                tried.keeps_rules() && Some(tried.toll(basis, rule, wishes.must_accept_only)) == least
            };
            let expected: BTreeSet<_> = tried.iter().filter(of_least).map(|tried| key(&tried.plan)).collect();
            prop_assert_eq!(&found.n_plans, &Some(expected.len().into()), "{:?} {:?}", wishes, found);
            prop_assert_eq!(found.are_all, Some(true));
            let boxes = found.plans.iter().flat_map(|one| boxed(&one.plan, &one.alike));
            let listed: Vec<_> = boxes.map(|plan| key(&plan)).collect();
            prop_assert_eq!(listed.len(), expected.len(), "each plan is listed once");
            prop_assert_eq!(listed.into_iter().collect::<BTreeSet<_>>(), expected);
            let order: Vec<_> = found.plans.iter().map(|one| (one.changed.len(), key(&one.plan))).collect();
            prop_assert!(order.is_sorted(), "fewest changes first, then by the values");
            for one in &found.plans {
                let marked = Tried { plan: one.plan.clone(), matrix: matrix(&setting.dossier, &setting.index, &setting.situation, &one.plan) };
                let cells: Vec<_> = one.account.cells.iter().map(|cell| (cell.term, cell.party, cell.strength)).collect();
                prop_assert_eq!(cells, marked.contradicted(basis, wishes.must_accept_only));
                prop_assert_eq!(Some(one.account.toll), least);
                prop_assert_eq!(one.changed.len(), marked.n_changes(basis.plan));
                let fewest = boxed(&one.plan, &one.alike).into_iter().map(|plan| {
                    plan.iter().filter(|(term, value)| *value != basis.plan.get(*term)).count()
                });
                prop_assert_eq!(fewest.min(), Some(one.changed.len()));
            }
            let few = find(&setting, &Wishes { max_listed: 2, ..wishes.clone() });
            prop_assert_eq!(&few.plans[..], &found.plans[..found.plans.len().min(2)]);
            prop_assert_eq!(few.are_all, Some(found.plans.len() <= 2));
            if least.is_none() {
                let breaks_one = |tried: &Tried, rules: &[usize]| rules.iter().any(|rule| tried.matrix.broken_rules.contains(rule));
                let rules = &found.rules_in_the_way;
                prop_assert!(tried.iter().all(|tried| breaks_one(tried, rules)));
                for rule in rules {
                    let others: Vec<usize> = rules.iter().copied().filter(|other| other != rule).collect();
                    prop_assert!(!tried.iter().all(|tried| breaks_one(tried, &others)), "no rule is needless");
                }
            }
        }
    }

    #[test]
    fn what_a_search_tells_on_its_way_is_true_and_leads_to_the_answer((mut random, shape) in wild()) {
        let setting = Setting::random(&mut random, shape, 75);
        let basis = setting.basis();
        for rule in CountingRule::iter() {
            let wishes = wishes(&mut random, &setting.dossier, rule);
            let mut told: Vec<Alternatives> = Vec::new();
            let answer = alternatives_telling(basis, &wishes, Stop::never(), &mut |part| told.push(part));
            prop_assert_eq!(&answer, &find(&setting, &wishes), "telling changes nothing");
            // Without a plan there is no toll, which is more than any.
            let toll = |toll: Option<Toll>| (toll.is_none(), toll);
            for part in &told {
                prop_assert!(toll(part.lower) <= toll(answer.lower), "{:?} of {:?}", part, answer);
                prop_assert!(toll(part.upper) >= toll(answer.upper), "{:?} of {:?}", part, answer);
                prop_assert_eq!(part.are_all, None);
                for plan in &part.plans {
                    let tried = Tried { matrix: matrix(&setting.dossier, &setting.index, &setting.situation, &plan.plan), plan: plan.plan.clone() };
                    prop_assert!(tried.keeps_rules());
                    prop_assert_eq!(plan.account.toll, tried.toll(basis, rule, wishes.must_accept_only));
                }
                if part.proven {
                    prop_assert!(answer.plans.starts_with(&part.plans) || part.plans.len() == 1, "proven plans stay");
                }
            }
            let n_found: Vec<usize> = told.iter().filter(|part| part.proven).map(|part| part.plans.len()).collect();
            prop_assert!(n_found.is_sorted(), "{:?}", n_found);
        }
    }

    #[test]
    fn each_single_change_is_a_fresh_table_of_marks((mut random, shape) in wild()) {
        let setting = Setting::random(&mut random, shape, 65);
        let basis = setting.basis();
        let now = matrix(&setting.dossier, &setting.index, &setting.situation, &setting.plan);
        let found = single_changes(basis);
        let values = |term: TermIx| setting.dossier.term(term).all_values().iter().map(Some);
        let expected: Vec<_> = setting.plan.iter().flat_map(|(term, own)| {
            std::iter::once(None).chain(values(term)).filter(move |value| *value != own).map(move |value| (term, value))
        }).collect();
        prop_assert_eq!(found.iter().map(|one| (one.term, one.value)).collect::<Vec<_>>(), expected);
        for max_entries in [0, 6] {
            let tables = ChangeTables::within(&setting.dossier, &setting.index, &setting.situation, max_entries);
            prop_assert!(tables.changes(basis).iter().eq(found.iter()), "tables of at most {} entries", max_entries);
        }
        for one in found.iter() {
            let ahead = matrix(&setting.dossier, &setting.index, &setting.situation, &setting.plan.with(one.term, one.value));
            prop_assert_eq!(one.cells, &changes(&now, &ahead), "{:?} to {:?}", one.term, one.value);
            let without = |one: &[usize], other: &[usize]| one.iter().copied().filter(|rule| !other.contains(rule)).collect::<Vec<_>>();
            prop_assert_eq!(one.breaks, &without(&ahead.broken_rules, &now.broken_rules));
            prop_assert_eq!(one.mends, &without(&now.broken_rules, &ahead.broken_rules));
            let early = |value: ValueIx| setting.dossier.term(one.term).values[value.get()].is_put_forward(setting.situation.as_of);
            prop_assert_eq!(one.put_forward, one.value.is_none_or(early));
        }
    }

    #[test]
    fn the_fewest_changes_are_those_of_all_plans((mut random, shape) in wild()) {
        let setting = Setting::random(&mut random, shape, 75);
        let basis = setting.basis();
        let party = PartyIx::at(random.below(shape.parties));
        let goals = [
            Goal::Cell(party, TermIx::at(random.below(shape.terms))),
            Goal::Party(party),
            Goal::RedLines { must_accept_only: random.chance(50) },
        ];
        for goal in goals {
            let permitted = Permitted {
                locked: some_terms(&mut random, &setting.dossier),
                later_values: random.chance(40),
                leaving_out: random.chance(30),
                max_listed: 100_000,
                limits: limits(&mut random),
            };
            let tried = all_plans(basis, &permitted.locked, permitted.later_values, permitted.leaving_out);
            let reaching = tried.iter().filter(|tried| tried.keeps_rules() && tried.reaches(basis, goal));
            let fewest = reaching.clone().map(|tried| tried.n_changes(basis.plan)).min();
            let found = fewest_changes(basis, goal, &permitted, Stop::never());
            prop_assert!(found.proven);
            prop_assert_eq!(found.upper, fewest, "{:?} {:?}", goal, permitted);
            prop_assert_eq!(found.lower, fewest.unwrap_or(0));
            let expected: BTreeSet<_> =
                reaching.filter(|tried| Some(tried.n_changes(basis.plan)) == fewest).map(|tried| key(&tried.plan)).collect();
            prop_assert_eq!(&found.n_ways, &Some(expected.len().into()), "{:?} {:?}", permitted, found);
            let listed: Vec<_> = found.ways.iter().flat_map(|way| boxed(&way.plan, &way.alike)).map(|plan| key(&plan)).collect();
            prop_assert_eq!(listed.len(), expected.len());
            prop_assert_eq!(listed.into_iter().collect::<BTreeSet<_>>(), expected);
            prop_assert_eq!(found.blocked.is_some(), fewest.is_none());
            let Some(blocked) = found.blocked else { continue };
            prop_assert!(blocked.is_minimal);
            let parts = blocked.rules.iter().map(|rule| (Some(*rule), None));
            let parts: Vec<_> = parts.chain(blocked.positions.iter().map(|ix| (None, Some(*ix)))).collect();
            let all_blocked = |parts: &[(Option<usize>, Option<PositionIx>)]| tried.iter().all(|tried| {
                parts.iter().any(|(rule, position)| {
                    rule.is_some_and(|rule| tried.matrix.broken_rules.contains(&rule))
                        || position.is_some_and(|ix| is_contradicted(&setting, &tried.plan, ix))
                })
            });
            prop_assert!(all_blocked(&parts));
            for left_out in 0..parts.len() {
                let mut fewer = parts.clone();
                fewer.remove(left_out);
                prop_assert!(!all_blocked(&fewer), "nothing that is named is needless");
            }
        }
    }

    #[test]
    fn plans_without_a_crossed_red_line_are_counted((mut random, shape) in wild()) {
        let setting = Setting::random(&mut random, shape, 75);
        let in_plan: Vec<TermIx> = setting.plan.iter().filter(|(_, value)| value.is_some()).map(|(term, _)| term).collect();
        let which = Which { red_lines_only: random.chance(70), must_accept_only: random.chance(50) };
        let space = Space::all(&setting.dossier);
        let case = (&setting.dossier, &setting.index, &setting.situation);
        let found = how_many(case, &in_plan, &space, which, Stop::never());
        let tried = all_plans(setting.basis(), &BTreeSet::new(), true, false);
        let keeping: Vec<&Tried> = tried.iter().filter(|tried| tried.keeps_rules()).collect();
        prop_assert_eq!(found.in_all, Some(keeping.len().into()));
        let asked = countable(&setting.dossier, &setting.index, &setting.situation, which);
        let meets = |tried: &&&Tried| !asked.iter().any(|ix| is_contradicted(&setting, &tried.plan, *ix));
        prop_assert_eq!(found.contradicting_none, Some(keeping.iter().filter(meets).count().into()));
    }

    #[test]
    fn a_lock_a_rule_or_a_position_more_never_makes_it_less((mut random, shape) in wild()) {
        let setting = Setting::random(&mut random, shape, 75);
        for rule in CountingRule::iter() {
            let wishes = wishes(&mut random, &setting.dossier, rule);
            let toll = |setting: &Setting, wishes: &Wishes| find(setting, wishes).upper;
            let before = toll(&setting, &wishes);
            let mut locked = wishes.locked.clone();
            locked.insert(TermIx::at(random.below(shape.terms)));
            let with_lock = toll(&setting, &Wishes { locked, ..wishes.clone() });
            prop_assert!(costs_no_less(with_lock, before));
            let mut parts = (*setting.dossier).clone();
            if parts.rules.pop().is_some() {
                let dossier = Dossier::new(parts).unwrap();
                let fewer = Setting { index: Index::new(&dossier), dossier, situation: setting.situation.clone(), plan: setting.plan.clone() };
                prop_assert!(costs_no_less(before, toll(&fewer, &wishes)));
            }
            let mut parts = (*setting.dossier).clone();
            if !parts.positions.is_empty() {
                // Not taken out, which could bring back what it replaced, but left without a demand.
                let silenced = random.below(parts.positions.len());
                parts.positions[silenced].demand = None;
                let dossier = Dossier::new(parts).unwrap();
                let fewer = Setting { index: Index::new(&dossier), dossier, situation: setting.situation.clone(), plan: setting.plan.clone() };
                prop_assert!(costs_no_less(before, toll(&fewer, &wishes)));
            }
        }
    }

    #[test]
    fn nothing_is_contradicted_just_where_there_is_no_clash_set((mut random, shape) in wild()) {
        let setting = Setting::random(&mut random, shape, 100);
        let wishes = Wishes { later_values: true, limits: limits(&mut random), ..Wishes::default() };
        let positions = countable(&setting.dossier, &setting.index, &setting.situation, Which::default());
        let space = Space::all(&setting.dossier);
        let question = Question { dossier: &setting.dossier, index: &setting.index, space: &space, positions: &positions };
        let stop = Stop::never();
        let conflicts = Conflicts::of_positions(question, Limits::default(), stop).unwrap();
        let n_sets = conflicts.clash_sets(stop).unwrap().count().unwrap();
        let found = find(&setting, &wishes);
        prop_assert_eq!(found.upper.is_some(), conflicts.any_plan());
        if conflicts.any_plan() {
            prop_assert_eq!(found.upper == Some(Toll::Strengths(Default::default())), n_sets == 0);
        }
    }

    #[test]
    fn an_answer_that_was_stopped_holds_what_is_certain((mut random, shape) in wild()) {
        let setting = Setting::random(&mut random, shape, 75);
        for rule in CountingRule::iter() {
            let wishes = wishes(&mut random, &setting.dossier, rule);
            let whole = find(&setting, &wishes);
            let left = Cell::new(random.below(40));
            let is_due = || {
                left.set(left.get().saturating_sub(1));
                left.get() == 0
            };
            let part = alternatives(setting.basis(), &wishes, Stop::never().or_when(&is_due));
            prop_assert!(part.lower.is_none() || whole.lower.is_none() || part.lower <= whole.lower, "{:?} {:?} {:?}", wishes, part, whole);
            prop_assert!(part.upper.is_none() || part.upper >= whole.upper);
            if part.proven {
                prop_assert_eq!(part.upper, whole.upper);
            }
            for one in &part.plans {
                prop_assert_eq!(Some(one.account.toll), part.upper);
                let marks = matrix(&setting.dossier, &setting.index, &setting.situation, &one.plan);
                prop_assert!(marks.broken_rules.is_empty());
            }
        }
    }
}

fn is_contradicted(setting: &Setting, plan: &Plan, ix: PositionIx) -> bool {
    let about = setting.dossier.position(ix).about.unwrap();
    let demand = setting.index.demand(ix).unwrap();
    plan.get(about).is_some() && demand.decide(plan).verdict == Verdict::Contradicted
}

/// No plan at all is more than any.
fn costs_no_less(one: Option<Toll>, other: Option<Toll>) -> bool {
    match (one, other) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(one), Some(other)) => one >= other,
    }
}

#[test]
fn an_empty_or_locked_plan_is_its_own_only_alternative() {
    let mut random = Random::new(4);
    let mut setting = Setting::random(&mut random, Shape { parties: 3, terms: 4, positions: 12, wild: false }, 100);
    for rule in CountingRule::iter() {
        let locked: BTreeSet<TermIx> = TermIx::all(4).collect();
        let found = find(&setting, &Wishes { rule, locked, ..Wishes::default() });
        if found.own_broken_rules.is_empty() {
            assert_eq!(found.plans.iter().map(|one| &one.plan).collect::<Vec<_>>(), [&setting.plan]);
            assert_eq!(found.plans[0].account, found.own);
        } else {
            assert_eq!((found.upper, found.proven), (None, true));
            assert!(!found.rules_in_the_way.is_empty());
        }
    }
    setting.plan = Plan::empty(4);
    for rule in CountingRule::iter() {
        let found = find(&setting, &Wishes { rule, ..Wishes::default() });
        assert_eq!((found.plans.len(), found.n_plans, found.proven), (1, Some(1_usize.into()), true));
        assert!(found.own.cells.is_empty() && found.plans[0].changed.is_empty());
    }
}

#[test]
fn names_and_order_change_nothing_but_the_order_of_ties() {
    let mut random = Random::new(11);
    for _ in 0..20 {
        let setting = Setting::random(&mut random, Shape { parties: 4, terms: 7, positions: 30, wild: false }, 80);
        let mut parts = (*setting.dossier).clone();
        parts.positions.reverse();
        let n_positions = parts.positions.len();
        for position in &mut parts.positions {
            position.id.insert(0, 'x');
            position.replaces.iter_mut().for_each(|old| *old = PositionIx::at(n_positions - 1 - old.get()));
        }
        parts.rules.reverse();
        let dossier = Dossier::new(parts).unwrap();
        let situation = Situation::new(&dossier, setting.situation.as_of, setting.situation.counted);
        let turned = Setting { index: Index::new(&dossier), dossier, situation, plan: setting.plan.clone() };
        for rule in CountingRule::iter() {
            let wishes = Wishes { rule, max_listed: 50, ..Wishes::default() };
            let [one, other] = [&setting, &turned].map(|setting| find(setting, &wishes));
            assert_eq!((one.lower, one.upper, &one.n_plans), (other.lower, other.upper, &other.n_plans));
            let plans = |found: &Alternatives| found.plans.iter().map(|one| key(&one.plan)).collect::<Vec<_>>();
            assert_eq!(plans(&one), plans(&other));
        }
    }
}

#[test]
fn other_names_and_places_of_parties_terms_and_values_change_nothing_but_the_order_of_ties() {
    let mut random = Random::new(12);
    for _ in 0..30 {
        let shape = Shape { parties: 4, terms: 6, positions: 26, wild: true };
        let old = Setting::random(&mut random, shape, 80);
        let moved = Reordering::random(&mut random, &old.dossier);
        let dossier = Dossier::new(moved.parts(&old.dossier)).unwrap();
        let situation = Situation::new(&dossier, old.situation.as_of, old.situation.counted);
        let new = Setting { index: Index::new(&dossier), dossier, situation, plan: moved.plan(&old.plan) };
        for rule in CountingRule::iter() {
            let wishes = Wishes { rule, max_listed: 100_000, later_values: true, ..Wishes::default() };
            let [one, other] = [&old, &new].map(|setting| find(setting, &wishes));
            assert_eq!((one.lower, one.upper, &one.n_plans), (other.lower, other.upper, &other.n_plans));
            assert_eq!((one.own.toll, &one.own_broken_rules), (other.own.toll, &other.own_broken_rules));
            let all = |found: &Alternatives, place: &dyn Fn(&Plan) -> Plan| -> BTreeSet<Vec<Option<ValueIx>>> {
                found.plans.iter().flat_map(|one| boxed(&one.plan, &one.alike)).map(|plan| key(&place(&plan))).collect()
            };
            assert_eq!(all(&one, &|plan| moved.plan(plan)), all(&other, &Plan::clone));
        }
        for party in PartyIx::all(shape.parties) {
            let permitted = Permitted { later_values: true, max_listed: 100_000, ..Permitted::default() };
            let [one, other] = [(&old, party), (&new, moved.party(party))]
                .map(|(setting, party)| fewest_changes(setting.basis(), Goal::Party(party), &permitted, Stop::never()));
            assert_eq!((one.lower, one.upper, &one.n_ways), (other.lower, other.upper, &other.n_ways));
        }
        let placed: BTreeSet<String> = single_changes(old.basis())
            .iter()
            .map(|one| {
                let value = one.value.map(|value| moved.value(one.term, value));
                let cells = one
                    .cells
                    .iter()
                    .map(|cell| (moved.term(cell.term), moved.party(cell.party), cell.before, cell.after));
                let cells: BTreeSet<_> = cells.collect();
                format!("{:?} {value:?} {cells:?} {:?} {:?}", moved.term(one.term), one.breaks, one.mends)
            })
            .collect();
        let found: BTreeSet<String> = single_changes(new.basis())
            .iter()
            .map(|one| {
                let cells = one.cells.iter().map(|cell| (cell.term, cell.party, cell.before, cell.after));
                let cells: BTreeSet<_> = cells.collect();
                format!("{:?} {:?} {cells:?} {:?} {:?}", one.term, one.value, one.breaks, one.mends)
            })
            .collect();
        assert_eq!(placed, found);
    }
}
