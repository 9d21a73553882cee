//! How long verdicts take: `cargo bench --bench verdicts`.

#[path = "../tests/support/random.rs"]
mod random;

use divan::{Bencher, black_box};
use peace_plan_explorer::{
    analysis::{Index, Situation, changes, lint, matrix},
    domain::{Counted, Dossier, Plan, TermIx, ValueIx},
};
use random::{Random, Shape};

fn main() {
    divan::main();
}

/// The sizes that the targets name: the shipped dossier, a class-sized one, as many positions as 28 x 38 cells.
const SHAPES: [&str; 3] = ["shipped", "class", "synthetic"];

/// A dossier of one of the sizes on a day on which most of its positions are in force, and a plan with most terms set.
struct Setting {
    dossier: Dossier,
    index: Index,
    situation: Situation,
    plan: Plan,
}

impl Setting {
    fn new(shape: &str) -> Self {
        let shape = match shape {
            "shipped" => Shape::SHIPPED,
            "class" => Shape::CLASS,
            _ => Shape::SYNTHETIC,
        };
        let mut random = Random::new(2025);
        let dossier = random::dossier(&mut random, shape);
        let plan = random::plan(&mut random, &dossier, 85);
        let situation = Situation::new(&dossier, dossier.as_of, Counted::default());
        assert!(situation.all_in_force().len() * 4 > dossier.positions.len() * 3, "too few positions to tell anything");
        Self { index: Index::new(&dossier), situation, dossier, plan }
    }

    fn single_changes(&self) -> Vec<(TermIx, Option<ValueIx>)> {
        let values = |term: TermIx| ValueIx::all(self.dossier.term(term).values.len()).map(Some).chain([None]);
        let all = TermIx::all(self.dossier.terms.len()).flat_map(|term| values(term).map(move |value| (term, value)));
        all.filter(|(term, value)| self.plan.get(*term) != *value).collect()
    }
}

/// All marks and counts after one change.
#[divan::bench(args = SHAPES)]
fn marks_and_counts(bencher: Bencher<'_, '_>, shape: &str) {
    let setting = Setting::new(shape);
    let Setting { dossier, index, situation, plan } = &setting;
    bencher.bench(|| matrix(black_box(dossier), index, situation, black_box(plan)));
}

/// What each single change would do to the marks, one preview after the other.
#[divan::bench(args = SHAPES)]
fn all_single_changes(bencher: Bencher<'_, '_>, shape: &str) {
    let setting = Setting::new(shape);
    let Setting { dossier, index, situation, plan } = &setting;
    let now = matrix(dossier, index, situation, plan);
    let all = setting.single_changes();
    bencher.counter(divan::counter::ItemsCount::new(all.len())).bench(|| {
        let differing =
            |(term, value)| changes(&now, &matrix(dossier, index, situation, &plan.with(term, value))).len();
        all.iter().map(|change| differing(*black_box(change))).sum::<usize>()
    });
}

/// Compiling the demands and rules of a dossier.
#[divan::bench(args = SHAPES)]
fn compile(bencher: Bencher<'_, '_>, shape: &str) {
    let dossier = Setting::new(shape).dossier;
    bencher.bench(|| Index::new(black_box(&dossier)));
}

/// What is in force and what counts, after the as-of date or a channel has changed.
#[divan::bench(args = SHAPES)]
fn situation(bencher: Bencher<'_, '_>, shape: &str) {
    let dossier = Setting::new(shape).dossier;
    bencher.bench(|| Situation::new(black_box(&dossier), dossier.as_of, Counted::default()));
}

/// Everything that `check` looks for in a dossier that was read.
#[divan::bench(args = SHAPES)]
fn check(bencher: Bencher<'_, '_>, shape: &str) {
    let dossier = Setting::new(shape).dossier;
    bencher.bench(|| lint(black_box(&dossier), &[]));
}
