//! How long clashes take: `cargo bench --bench clashes`.

#[path = "../tests/support/families.rs"]
mod families;
#[path = "../tests/support/random.rs"]
mod random;

use divan::{Bencher, black_box};
use peace_plan_explorer::{
    analysis::{
        Conflicts, Index, Limits, Question, Setting, Situation, Space, Stop, Verdict, Wanted, Which, countable,
        party_clashes,
    },
    domain::{Counted, Demand, Dossier, Plan, PositionIx, Rule, Scenario},
    storage::Library,
};
use random::{Random, Shape};

fn main() {
    divan::main();
}

/// Nobody stops a bench.
const GO: Stop<'static> = Stop::never();

/// The sizes that the targets name, with eight rules that link terms.
const SHAPES: [&str; 3] = ["shipped", "class", "synthetic"];

/// The shipped dossiers.
const SHIPPED: [&str; 6] =
    ["ukraine-2025-01", "ukraine-2022-2026", "belfast-1998", "camp-david-1978", "cyprus-2004", "school-trip"];

struct Generated {
    dossier: Dossier,
    index: Index,
    /// Whatever the plan, and on a plan with a third of its terms set.
    spaces: [Space; 2],
    positions: Vec<PositionIx>,
}

impl Generated {
    fn new(shape: &str) -> Self {
        let shape = match shape {
            "shipped" => Shape::SHIPPED,
            "class" => Shape::CLASS,
            _ => Shape::SYNTHETIC,
        };
        let mut random = Random::new(2025);
        let mut parts = random::parts(&mut random, shape);
        // Every position counts, so that the size is the one that the name says.
        for position in &mut parts.positions {
            position.counts = true;
            position.replaces.clear();
            position.until = None;
        }
        let conditions = parts.positions.iter().filter_map(|position| position.demand.clone());
        let conditions = conditions.filter(|demand| matches!(demand, Demand::If(..))).take(8);
        let rule = |(place, demand)| Rule { id: format!("rule-{place}"), demand, reason: String::new() };
        parts.rules = conditions.enumerate().map(rule).collect();
        let dossier = Dossier::new(parts).unwrap();
        let index = Index::new(&dossier);
        let whatever = Space::put_forward_by(&dossier, dossier.as_of);
        let keeps_rules =
            |plan: &Plan| index.rules().iter().all(|rule| rule.decide(plan).verdict != Verdict::Contradicted);
        let mut plans = std::iter::repeat_with(|| random::plan(&mut random, &dossier, 33));
        let plan = plans.find(keeps_rules).unwrap();
        let positions = PositionIx::all(dossier.positions.len()).collect();
        Self { spaces: [whatever.clone(), whatever.on_plan(&plan)], index, dossier, positions }
    }

    fn question(&self, space: usize) -> Question<'_> {
        Question { dossier: &self.dossier, index: &self.index, space: &self.spaces[space], positions: &self.positions }
    }
}

/// Party against party, whatever the plan.
#[divan::bench(args = SHAPES)]
fn pairs_whatever_the_plan(bencher: Bencher<'_, '_>, shape: &str) {
    let setting = Generated::new(shape);
    assert!(party_clashes(setting.question(0), GO).is_ok_and(|clashes| clashes.any_plan && !clashes.all().is_empty()));
    bencher.bench(|| party_clashes(black_box(setting.question(0)), GO));
}

/// Party against party, on a plan with a third of its terms set.
#[divan::bench(args = SHAPES)]
fn pairs_on_a_plan(bencher: Bencher<'_, '_>, shape: &str) {
    let setting = Generated::new(shape);
    bencher.bench(|| party_clashes(black_box(setting.question(1)), GO));
}

/// The positions of a family that can clash, whatever the plan.
struct Family {
    dossier: Dossier,
    index: Index,
    space: Space,
    positions: Vec<PositionIx>,
}

impl Family {
    fn new(name: &str) -> Self {
        let (dossier, _) = families::family(name, 1);
        let index = Index::new(&dossier);
        let situation = Situation::new(&dossier, dossier.as_of, Counted::default());
        let positions = countable(&dossier, &index, &situation, Which::default());
        Self { space: Space::all(&dossier), index, dossier, positions }
    }

    fn question(&self) -> Question<'_> {
        Question { dossier: &self.dossier, index: &self.index, space: &self.space, positions: &self.positions }
    }

    /// Clash sets of at most so many members, counted, and the first hundred thousand listed.
    fn clash_sets(&self, size: Option<usize>, limits: Limits) -> usize {
        let conflicts = Conflicts::of_positions(black_box(self.question()), limits, GO).unwrap();
        let sets = conflicts.clash_sets(GO).unwrap();
        sets.listed(Wanted { sets: 100_000, size }, GO, &mut |_| {}).sets.len()
    }
}

/// Party against party in the families of the targets.
#[divan::bench(args = families::NAMES)]
fn party_pairs(bencher: Bencher<'_, '_>, name: &str) {
    let family = Family::new(name);
    bencher.bench(|| party_clashes(black_box(family.question()), GO));
}

/// All clash sets of at most three positions: by the graph of all sets where it stays small, else size by size.
#[divan::bench(args = families::NAMES)]
fn pairs_and_triples(bencher: Bencher<'_, '_>, name: &str) {
    let family = Family::new(name);
    bencher.bench(|| family.clash_sets(Some(3), Limits::up_to(Some(3))));
}

/// All clash sets, counted and listed, where the graph of all sets stays within its limits.
#[divan::bench(args = ["small", "medium", "class"])]
fn clash_sets(bencher: Bencher<'_, '_>, name: &str) {
    let family = Family::new(name);
    bencher.bench(|| family.clash_sets(None, Limits::default()));
}

/// All that the tab of the parties shows of a shipped dossier on its own day: pairs, clash sets and ways out of statements
/// and of parties, counted, and the first thousand of each listed.
#[divan::bench(args = SHIPPED)]
fn all_of_a_dossier(bencher: Bencher<'_, '_>, id: &str) {
    let library = Library::shipped();
    let dossier = &library.shelf(id).unwrap().dossier().unwrap().dossier;
    let index = Index::new(dossier);
    let scenario = Scenario::empty(dossier, String::new());
    let wanted = Wanted { sets: 1000, size: None };
    bencher.bench(|| {
        let setting = Setting::new(dossier, &index, &scenario, false, Which::default());
        let question = setting.question(dossier, &index);
        let pairs = party_clashes(question, GO).unwrap();
        let of_parties = Conflicts::of_parties(question, Limits::default(), GO).unwrap();
        let of_positions = Conflicts::of_positions(question, Limits::default(), GO).unwrap();
        let parties = [of_parties.clash_sets(GO).unwrap(), of_parties.ways_out(GO).unwrap()];
        let positions = [of_positions.clash_sets(GO).unwrap(), of_positions.ways_out(GO).unwrap()];
        let parties = parties.map(|sets| sets.listed(wanted, GO, &mut |_| {}));
        let positions = positions.map(|sets| sets.listed(wanted, GO, &mut |_| {}));
        (pairs, parties, positions)
    });
}
