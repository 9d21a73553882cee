//! How long it takes to read and to check files: `cargo bench --bench files`.

use divan::{Bencher, black_box};
use peace_plan_explorer::{analysis::lint, domain::Scenario, format::read_dossier, storage::Library};

fn main() {
    divan::main();
}

const DOSSIERS: [&str; 6] =
    ["ukraine-2025-01", "ukraine-2022-2026", "belfast-1998", "camp-david-1978", "cyprus-2004", "school-trip"];

/// Reading a dossier, every problem looked for.
#[divan::bench(args = DOSSIERS)]
fn read(bencher: Bencher<'_, '_>, id: &str) {
    let library = Library::shipped();
    let text = &library.shelf(id).expect("the dossier is shipped").text;
    bencher.bench(|| read_dossier(black_box(text)));
}

/// The lint of a dossier with its scenarios, as `check` does it after reading.
#[divan::bench(args = DOSSIERS)]
fn check(bencher: Bencher<'_, '_>, id: &str) {
    let library = Library::shipped();
    let shelf = library.shelf(id).expect("the dossier is shipped");
    let dossier = &shelf.dossier().expect("it is sound").dossier;
    let files = shelf.scenario_names().filter_map(|name| shelf.scenario(name)?.ok());
    let scenarios: Vec<Scenario> = files.map(|file| file.scenario).collect();
    let scenarios: Vec<&Scenario> = scenarios.iter().collect();
    bencher.bench(|| lint(black_box(dossier), &scenarios));
}

/// All of it, as a program that has read nothing yet: the dossier, its scenarios, and the lint of both.
#[divan::bench(args = DOSSIERS)]
fn read_and_check_with_scenarios(bencher: Bencher<'_, '_>, id: &str) {
    bencher.bench(|| {
        let library = Library::shipped();
        let shelf = library.shelf(black_box(id)).expect("the dossier is shipped");
        let dossier = &shelf.dossier().expect("it is sound").dossier;
        let files = shelf.scenario_names().filter_map(|name| shelf.scenario(name)?.ok());
        let scenarios: Vec<Scenario> = files.map(|file| file.scenario).collect();
        lint(dossier, &scenarios.iter().collect::<Vec<_>>())
    });
}
