//! How long other plans take to find: `cargo bench --bench alternatives`.

#[path = "../tests/support/families.rs"]
mod families;
#[path = "../tests/support/random.rs"]
mod random;

use std::time::{Duration, Instant};

use divan::{Bencher, black_box};
use families::{NAMES, family};
use peace_plan_explorer::{
    analysis::{
        Basis, ChangeTables, CountingRule, Goal, Index, Permitted, Situation, Stop, Wishes, alternatives,
        fewest_changes, single_changes,
    },
    domain::{Counted, Dossier, Plan},
    storage::Library,
};

fn main() {
    divan::main();
}

/// The families that each rule answers with proof in well under a second.
const PROVEN: [&str; 5] = ["small", "medium", "class", "tough", "research"];
const SMALLER: [&str; 4] = ["small", "medium", "class", "tough"];

struct Setting {
    dossier: Dossier,
    index: Index,
    situation: Situation,
    plan: Plan,
}

impl Setting {
    fn new(dossier: Dossier, plan: Plan) -> Self {
        let situation = Situation::new(&dossier, dossier.as_of, Counted::default());
        Self { index: Index::new(&dossier), situation, dossier, plan }
    }

    fn of_family(name: &str) -> Self {
        let (dossier, plan) = family(name, 1);
        Self::new(dossier, plan)
    }

    fn basis(&self) -> Basis<'_> {
        Basis { dossier: &self.dossier, index: &self.index, situation: &self.situation, plan: &self.plan }
    }

    /// The answer with ten plans; with none only what is least.
    fn least(&self, rule: CountingRule, max_listed: usize) {
        let wishes = Wishes { rule, max_listed, later_values: true, ..Wishes::default() };
        let found = alternatives(black_box(self.basis()), &wishes, Stop::never());
        assert!(found.proven);
        black_box(found);
    }
}

/// The demands compiled.
#[divan::bench(args = NAMES)]
fn compile(bencher: Bencher<'_, '_>, name: &str) {
    let (dossier, _) = family(name, 1);
    bencher.bench(|| Index::new(black_box(&dossier)));
}

/// What any plan does to the positions of a day, as tables.
#[divan::bench(args = NAMES)]
fn compile_for_changes(bencher: Bencher<'_, '_>, name: &str) {
    let setting = Setting::of_family(name);
    bencher.bench(|| ChangeTables::new(black_box(&setting.dossier), &setting.index, &setting.situation));
}

/// What each change of one term would change, with these tables at hand.
#[divan::bench(args = NAMES)]
fn all_single_changes(bencher: Bencher<'_, '_>, name: &str) {
    let setting = Setting::of_family(name);
    let tables = ChangeTables::new(&setting.dossier, &setting.index, &setting.situation);
    bencher.bench(|| tables.changes(black_box(setting.basis())));
}

/// The least by red lines first, with proof.
#[divan::bench(args = NAMES)]
fn red_lines_first(bencher: Bencher<'_, '_>, name: &str) {
    let setting = Setting::of_family(name);
    bencher.bench(|| setting.least(CountingRule::RedLinesFirst, 0));
}

/// The same with the ten nearest plans.
#[divan::bench(args = NAMES)]
fn red_lines_first_ten_plans(bencher: Bencher<'_, '_>, name: &str) {
    let setting = Setting::of_family(name);
    bencher.bench(|| setting.least(CountingRule::RedLinesFirst, 10));
}

/// Every contradicted cell counts one.
#[divan::bench(args = SMALLER)]
fn each_cell(bencher: Bencher<'_, '_>, name: &str) {
    let setting = Setting::of_family(name);
    bencher.bench(|| setting.least(CountingRule::EachCell, 0));
}

/// Every contradicted party counts one.
#[divan::bench(args = PROVEN)]
fn each_party(bencher: Bencher<'_, '_>, name: &str) {
    let setting = Setting::of_family(name);
    bencher.bench(|| setting.least(CountingRule::EachParty, 0));
}

/// The fewest changes after which no red line of a party that must accept is crossed, or what stands in the way.
#[divan::bench(args = NAMES)]
fn fewest(bencher: Bencher<'_, '_>, name: &str) {
    let setting = Setting::of_family(name);
    let goal = Goal::RedLines { must_accept_only: true };
    let permitted = Permitted { later_values: true, ..Permitted::default() };
    bencher.bench(|| fewest_changes(black_box(setting.basis()), goal, &permitted, Stop::never()));
}

/// How far a search comes in a tenth of a second where no proof is at hand: each cell counts one, research size.
#[divan::bench(sample_count = 10)]
fn stopped_after_a_tenth_of_a_second(bencher: Bencher<'_, '_>) {
    let setting = Setting::of_family("research");
    let wishes = Wishes { rule: CountingRule::EachCell, later_values: true, ..Wishes::default() };
    bencher.bench(|| {
        let end = Instant::now() + Duration::from_millis(100);
        let is_due = || Instant::now() >= end;
        let found = alternatives(black_box(setting.basis()), &wishes, Stop::never().or_when(&is_due));
        assert!(found.upper.is_some());
        found
    });
}

/// All shipped scenarios, one after the other: every rule, all single changes, the fewest changes.
#[divan::bench]
fn every_shipped_scenario(bencher: Bencher<'_, '_>) {
    let library = Library::shipped();
    let settings: Vec<Setting> = library
        .shelves()
        .iter()
        .flat_map(|shelf| {
            let dossier = &shelf.dossier().unwrap_or_else(|problems| panic!("{problems:?}")).dossier;
            shelf.scenario_names().map(move |name| {
                let file = shelf.scenario(name).and_then(Result::ok).expect("shipped scenarios can be read");
                let situation = Situation::new(dossier, file.scenario.as_of, file.scenario.counted);
                let (dossier, plan) = (dossier.clone(), file.scenario.plan);
                Setting { index: Index::new(&dossier), situation, dossier, plan }
            })
        })
        .collect();
    bencher.counter(divan::counter::ItemsCount::new(settings.len())).bench(|| {
        for setting in &settings {
            setting.least(CountingRule::RedLinesFirst, 8);
            setting.least(CountingRule::EachCell, 8);
            setting.least(CountingRule::EachParty, 8);
            let goal = Goal::RedLines { must_accept_only: true };
            black_box(fewest_changes(setting.basis(), goal, &Permitted::default(), Stop::never()));
            black_box(single_changes(setting.basis()));
        }
    });
}
