//! Writes the questions of a family for other solvers, and how long our own answers take:
//! `cargo bench --bench peer_instance -- FAMILY SEED FOLDER`. `benches/peers/run` gives the files to the solvers.
//!
//! `least.wcnf` asks for the plans that contradict the fewest statements, `clashes.wcnf` for the sets of positions that no
//! plan meets together (weighted clauses, the format of the MaxSAT evaluations), `tables.json` has each demand as a table
//! over what the plan says. Each line printed is: question, answer, fastest and median seconds.

#[path = "../../tests/support/clauses.rs"]
mod clauses;
#[path = "../../tests/support/families.rs"]
mod families;
#[path = "../../tests/support/random.rs"]
mod random;

use std::{
    fmt::{Display, Write as _},
    path::Path,
    time::{Duration, Instant},
};

use clauses::Clauses;
use peace_plan_explorer::{
    analysis::{
        Basis, ChangeTables, Conflicts, End, Index, Limits, Question, Situation, Space, Stop, Toll, Wanted, Which,
        Wishes, alternatives, countable, party_clashes,
    },
    domain::{Counted, PositionIx, Strength, ValueIx},
};

/// So often each of our own answers is timed.
const RUNS: usize = 30;
/// Nobody stops a bench.
const GO: Stop<'static> = Stop::never();
/// At most so many clash sets are listed.
const MAX_SETS: usize = 100_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let [name, seed, folder] = &arguments[..] else {
        // Run among all benches there is nothing to write.
        return;
    };
    let (dossier, plan) = families::family(name, seed.parse().expect("the seed is a number"));
    let index = Index::new(&dossier);
    let situation = Situation::new(&dossier, dossier.as_of, Counted::default());
    let basis = Basis { dossier: &dossier, index: &index, situation: &situation, plan: &plan };
    let positions = countable(&dossier, &index, &situation, Which::default());
    let weights = Weights::new(&Clauses::new(basis, &positions));
    let write = |file: &str, text: String| {
        std::fs::write(Path::new(folder).join(file), text).expect("the folder can be written");
    };
    write("least.wcnf", least_question(basis, &positions, weights));
    write("clashes.wcnf", clash_question(basis, &positions));
    write("tables.json", tables(basis, &positions));
    for (question, max_listed) in [("least", 0), ("ten", 10)] {
        report(question, || least(basis, weights, max_listed));
    }
    let tables = ChangeTables::new(&dossier, &index, &situation);
    report("changes", || tables.changes(basis).iter().len());
    clashes(basis, &positions);
}

/// What a contradicted cell weighs, so that one of a stronger kind outweighs all of the weaker ones.
#[derive(Clone, Copy)]
struct Weights {
    red_line: u64,
    opposed: u64,
}

impl Weights {
    fn new(clauses: &Clauses) -> Self {
        let n_cells = clauses.cells.len() as u64 + 1;
        Self { red_line: n_cells * n_cells, opposed: n_cells }
    }
}

/// The least weight, or how many plans were listed. The demands are compiled already, as the others have their formula.
fn least(basis: Basis<'_>, weights: Weights, max_listed: usize) -> u64 {
    let wishes = Wishes { later_values: true, max_listed, ..Wishes::default() };
    let found = alternatives(basis, &wishes, Stop::never());
    let Some(Toll::Strengths(toll)) = found.upper else { panic!("no plan keeps the rules") };
    if max_listed > 0 {
        return found.plans.len() as u64;
    }
    u64::from(toll.red_lines) * weights.red_line + u64::from(toll.opposed) * weights.opposed + u64::from(toll.otherwise)
}

fn clashes(basis: Basis<'_>, positions: &[PositionIx]) {
    let space = Space::all(basis.dossier);
    let question = Question { dossier: basis.dossier, index: basis.index, space: &space, positions };
    let sets = |size: Option<usize>| {
        let conflicts = Conflicts::of_positions(question, Limits::up_to(size), GO).expect("nobody stops it");
        let sets = conflicts.clash_sets(GO).expect("nobody stops it");
        let listed = sets.listed(Wanted { sets: MAX_SETS, size }, GO, &mut |_| {});
        format!("{}{}", if listed.end == End::All { "" } else { "at-least-" }, listed.sets.len())
    };
    report("pairs_and_triples", || sets(Some(3)));
    report("clash_sets", || sets(None));
    report("party_pairs", || {
        let clashes = party_clashes(question, GO).expect("nobody stops it");
        let of_two = |(one, other): &&(PositionIx, PositionIx)| {
            basis.dossier.position(*one).party != basis.dossier.position(*other).party
        };
        clashes.all().iter().filter(of_two).count()
    });
}

fn report<T: Display>(question: &str, mut answer: impl FnMut() -> T) {
    let mut times: Vec<Duration> = Vec::with_capacity(RUNS);
    let mut found = answer();
    for _ in 0..RUNS {
        let start = Instant::now();
        found = answer();
        times.push(start.elapsed());
        // What takes seconds need not be repeated thirty times.
        if times.iter().sum::<Duration>() > Duration::from_secs(10) {
            break;
        }
    }
    times.sort_unstable();
    println!("{question} {found} {:.9} {:.9}", times[0].as_secs_f64(), times[times.len() / 2].as_secs_f64());
}

fn least_question(basis: Basis<'_>, positions: &[PositionIx], weights: Weights) -> String {
    let clauses = Clauses::new(basis, positions);
    // A cell costs the sum of its three variables that are true, of which the later follow from the earlier.
    let costs = [weights.red_line - weights.opposed, weights.opposed - 1, 1];
    let mut text = String::from("c plan");
    for (var, _) in clauses.classes.iter().flatten() {
        write!(text, " {var}").expect("a String takes everything");
    }
    text.push('\n');
    hard(&mut text, &clauses);
    for (_, vars) in &clauses.cells {
        vars.iter().zip(costs).for_each(|(var, cost)| line(&mut text, &cost.to_string(), &[-var]));
    }
    text
}

fn clash_question(basis: Basis<'_>, positions: &[PositionIx]) -> String {
    let (clauses, selectors) = Clauses::selecting(basis, positions);
    let mut text = String::from("c parties");
    for ix in positions {
        write!(text, " {}", basis.dossier.position(*ix).party.get()).expect("a String takes everything");
    }
    text.push('\n');
    hard(&mut text, &clauses);
    selectors.iter().for_each(|selector| line(&mut text, "1", &[*selector]));
    text
}

fn hard(text: &mut String, clauses: &Clauses) {
    clauses.hard.iter().for_each(|clause| line(text, "h", clause));
}

fn line(text: &mut String, head: &str, clause: &[i32]) {
    text.push_str(head);
    clause.iter().for_each(|literal| write!(text, " {literal}").expect("a String takes everything"));
    text.push_str(" 0\n");
}

/// For each position its cell, how strong it is, its terms and a table over their values: true where it is contradicted.
fn tables(basis: Basis<'_>, positions: &[PositionIx]) -> String {
    let dossier = basis.dossier;
    let sizes: Vec<usize> = dossier.terms.iter().map(|term| term.values.len()).collect();
    let of_position = |ix: &PositionIx| {
        let demand = basis.index.demand(*ix).expect("what counts has a demand");
        let position = dossier.position(*ix);
        let terms: Vec<usize> = demand.terms().map(|term| term.get()).collect();
        let n_rows: usize = terms.iter().map(|term| sizes[*term]).product();
        let mut plan = vec![ValueIx(0); sizes.len()];
        let rows: Vec<bool> = (0..n_rows)
            .map(|mut row| {
                for term in terms.iter().rev() {
                    plan[*term] = ValueIx::at(row % sizes[*term]);
                    row /= sizes[*term];
                }
                !demand.is_met_by(&plan)
            })
            .collect();
        let strength = match position.strength {
            Strength::RedLine => 3,
            Strength::Opposes => 2,
            Strength::Prefers | Strength::Offers => 1,
        };
        let about = position.about.expect("what counts is about a term").get();
        let cell = position.party.get() * sizes.len() + about;
        serde_json::json!({ "cell": cell, "strength": strength, "terms": terms, "contradicted": rows })
    };
    let plan: Vec<usize> = basis.plan.iter().map(|(_, value)| value.expect("every term is set").get()).collect();
    let positions: Vec<_> = positions.iter().map(of_position).collect();
    serde_json::json!({ "sizes": sizes, "plan": plan, "positions": positions }).to_string()
}
