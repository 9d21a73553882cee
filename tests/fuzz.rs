//! Every analysis over random dossiers, up to the largest that the format allows: none panics, each stops soon after it is
//! told to, and where both give an answer they agree.
//!
//! By itself a few dozen dossiers are tried, the same ones each time. `FUZZ=5000` tries more; `FUZZ_FROM=77` begins with
//! another seed.

#[path = "support/random.rs"]
mod random;
#[path = "support/wide.rs"]
mod wide;

use std::cell::Cell;

use peace_plan_explorer::{
    analysis::{
        Basis, Conflicts, CountingRule, Goal, Index, Limits, Permitted, Setting, Situation, Stop, Verdict, Wanted,
        Which, Wishes, alternatives, common_ground, fewest_changes, how_many, lint, matrix, party_clashes,
        single_changes,
    },
    domain::{Counted, Dossier, PartyIx, Plan, PositionIx, Scenario, TermIx, ValueIx},
};
use random::{Random, Shape};
use strum::IntoEnumIterator as _;

fn setting(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

/// From a handful of everything to the largest.
fn shape(random: &mut Random) -> Shape {
    let (parties, terms, positions) = *random.pick(&[(2, 3, 10), (6, 8, 48), (10, 20, 120), (15, 50, 400)]);
    Shape { parties, terms, positions, wild: random.chance(50) }
}

struct Case {
    dossier: Dossier,
    index: Index,
    scenario: Scenario,
}

impl Case {
    fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let shape = if seed % 40 == 39 {
            Shape { parties: 60, terms: 200, positions: 5_000, wild: false }
        } else {
            shape(&mut random)
        };
        let dossier = loop {
            let mut parts = random::parts(&mut random, shape);
            wide::packages(&mut random, &mut parts, 1 + shape.positions / 50);
            wide::since(&mut random, &mut parts);
            if let Ok(dossier) = Dossier::new(parts) {
                break dossier;
            }
        };
        let percent = *random.pick(&[0, 50, 90, 100]);
        let plan = random::plan(&mut random, &dossier, percent);
        let mut scenario = Scenario::empty(&dossier, String::new());
        (scenario.plan, scenario.counted) = (plan, random::counted(&mut random));
        Self { index: Index::new(&dossier), dossier, scenario }
    }

    fn situation(&self) -> Situation {
        Situation::new(&self.dossier, self.scenario.as_of, self.scenario.counted)
    }
}

/// How often an analysis may look again after it was told to stop: what it has begun is put in order, and no more.
const LOOKS_AFTER: u64 = 1_000;

/// Runs everything that `ask` asks with so many looks at whether to stop. Whoever is told to stop takes no more than a few
/// looks after that; how long they take is for the machine to say, and so for no test.
fn stopped_after(steps: u64, seed: u64, what: &str, ask: &dyn Fn(Stop<'_>)) {
    let (left, told) = (Cell::new(steps), Cell::new(0));
    let is_due = || {
        told.set(told.get() + u64::from(left.get() == 0));
        false
    };
    ask(Stop::never().or_when(&is_due).or_after(&left));
    assert!(told.get() <= LOOKS_AFTER, "seed {seed}: {what} looked {} times after it was told to stop", told.get());
}

fn ask_everything(case: &Case, random: &mut Random, steps: u64, seed: u64) {
    let Case { dossier, index, scenario } = case;
    let situation = case.situation();
    let basis = Basis { dossier, index, situation: &situation, plan: &scenario.plan };
    let locked = TermIx::all(dossier.terms.len()).filter(|_| random.chance(20)).collect();
    for rule in CountingRule::iter() {
        let wishes = Wishes { rule, locked: std::collections::BTreeSet::clone(&locked), ..Wishes::default() };
        stopped_after(steps, seed, "alternatives", &|stop| {
            let found = alternatives(basis, &wishes, stop);
            assert!(found.lower.zip(found.upper).is_none_or(|(lower, upper)| lower <= upper), "seed {seed} {found:?}");
            let _ = serde_json::to_string(&found.n_plans).unwrap();
        });
    }
    let goals =
        [Goal::RedLines { must_accept_only: false }, Goal::Party(PartyIx(0)), Goal::Cell(PartyIx(0), TermIx(0))];
    let permitted = Permitted { locked, leaving_out: random.chance(50), ..Permitted::default() };
    for goal in goals {
        stopped_after(steps, seed, "changes", &|stop| {
            let _ = fewest_changes(basis, goal, &permitted, stop);
        });
    }
    for on_plan in [false, true] {
        let which = Which { red_lines_only: random.chance(30), must_accept_only: random.chance(30) };
        let setting = Setting::new(dossier, index, scenario, on_plan, which);
        let question = setting.question(dossier, index);
        let size = *random.pick(&[None, Some(2), Some(3)]);
        let wanted = Wanted { sets: 20, size };
        stopped_after(steps, seed, "clashes", &|stop| {
            if let Ok(pairs) = party_clashes(question, stop) {
                let _ = common_ground(question, &situation, &pairs, (PartyIx(0), PartyIx(1)), stop);
                pairs.all().iter().take(3).for_each(|(one, other)| {
                    let both = [*one, *other];
                    let both = peace_plan_explorer::analysis::Question { positions: &both, ..question };
                    let _ = both.behind(&setting.whatever, stop);
                });
            }
        });
        stopped_after(steps, seed, "sets", &|stop| {
            let Ok(conflicts) = Conflicts::of_positions(question, Limits::up_to(size), stop) else { return };
            for sets in [conflicts.clash_sets(stop), conflicts.ways_out(stop)].into_iter().flatten() {
                let _ = sets.listed(wanted, stop, &mut |_| {});
            }
        });
        stopped_after(steps, seed, "sets of parties", &|stop| {
            let Ok(conflicts) = Conflicts::of_parties(question, Limits::up_to(size), stop) else { return };
            for sets in [conflicts.clash_sets(stop), conflicts.ways_out(stop)].into_iter().flatten() {
                let _ = sets.listed(wanted, stop, &mut |_| {});
            }
        });
        let terms: Vec<TermIx> = TermIx::all(dossier.terms.len()).filter(|_| random.chance(70)).collect();
        stopped_after(steps, seed, "numbers", &|stop| {
            let _ = how_many((dossier, index, &situation), &terms, &setting.space, which, stop);
        });
    }
    let _ = (matrix(dossier, index, &situation, &scenario.plan), single_changes(basis));
}

#[test]
fn no_analysis_panics_or_goes_on_when_told_to_stop() {
    let (from, n) = (setting("FUZZ_FROM", 0), setting("FUZZ", 40));
    for seed in from..from + n {
        let case = Case::new(seed);
        let mut random = Random::new(seed);
        let steps = *random.pick(&[1, 100, 10_000, 50_000]);
        ask_everything(&case, &mut random, steps, seed);
        if case.dossier.positions.len() <= 400 {
            let _ = lint(&case.dossier, &[&case.scenario]);
        }
    }
}

#[test]
fn a_demand_that_could_not_be_decided_in_time_is_refused() {
    let refused = |n_items, n_places| {
        // Without a limit to the size of a diagram this would not end.
        Dossier::new(wide::pigeons(n_items, n_places)).is_err()
    };
    assert!(!refused(8, 7));
    assert!(!refused(9, 8));
    assert!(refused(30, 29));
    let counted = Counted::default();
    let dossier = Dossier::new(wide::parities(60)).unwrap();
    let index = Index::new(&dossier);
    let situation = Situation::new(&dossier, dossier.as_of, counted);
    let mut plan = Plan::empty(60);
    for term in TermIx::all(60).skip(1) {
        plan.set(term, Some(ValueIx::at(usize::from(term.get() % 4 == 3))));
    }
    let demands = PositionIx::all(2).filter_map(|ix| index.demand(ix));
    let undecided = demands.filter(|demand| demand.decide(&plan).verdict == Verdict::Undecided);
    assert_eq!(undecided.count(), 2, "both depend on the one open term");
    let _ = matrix(&dossier, &index, &situation, &plan);
}
