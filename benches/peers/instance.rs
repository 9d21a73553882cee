//! Writes the question for the plans that contradict the fewest statements in a family as weighted clauses (WCNF, the format
//! of the MaxSAT evaluations), and how long our own answer takes: `cargo bench --bench peer_instance -- FAMILY SEED FILE`.
//! `benches/peers/run` gives the file to other solvers.

#[path = "../../tests/support/clauses.rs"]
mod clauses;
#[path = "../../tests/support/families.rs"]
mod families;
#[path = "../../tests/support/random.rs"]
mod random;

use std::{
    fmt::Write as _,
    time::{Duration, Instant},
};

use clauses::Clauses;
use peace_plan_explorer::{
    analysis::{Basis, Index, Situation, Stop, Toll, Which, Wishes, alternatives, countable},
    domain::Counted,
};

/// So often our own answer is timed.
const RUNS: usize = 30;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let [name, seed, file] = &arguments[..] else {
        // Run among all benches there is nothing to write.
        return;
    };
    let (dossier, plan) = families::family(name, seed.parse().expect("the seed is a number"));
    let index = Index::new(&dossier);
    let situation = Situation::new(&dossier, dossier.as_of, Counted::default());
    let basis = Basis { dossier: &dossier, index: &index, situation: &situation, plan: &plan };
    let clauses = Clauses::new(basis, &countable(&dossier, &index, &situation, Which::default()));
    let n_cells = clauses.cells.len() as u64 + 1;
    let (opposed, red_line) = (n_cells, n_cells * n_cells);
    // A cell costs the sum of its three variables that are true, of which the later follow from the earlier.
    let weights = [red_line - opposed, opposed - 1, 1];
    let mut text = String::new();
    for clause in &clauses.hard {
        line(&mut text, "h", clause);
    }
    for (_, vars) in &clauses.cells {
        vars.iter().zip(weights).for_each(|(var, weight)| line(&mut text, &weight.to_string(), &[-var]));
    }
    std::fs::write(file, text).expect("the file can be written");

    let wishes = Wishes { later_values: true, max_listed: 0, ..Wishes::default() };
    let mut times: Vec<Duration> = Vec::with_capacity(RUNS);
    let mut least = None;
    for _ in 0..RUNS {
        let start = Instant::now();
        // With the demands compiled anew, as the others read them anew.
        let index = Index::new(&dossier);
        least = alternatives(Basis { index: &index, ..basis }, &wishes, Stop::never()).upper;
        times.push(start.elapsed());
    }
    times.sort_unstable();
    let Some(Toll::Strengths(least)) = least else { panic!("no plan keeps the rules") };
    let cost = u64::from(least.red_lines) * red_line + u64::from(least.opposed) * opposed + u64::from(least.otherwise);
    println!("{cost} {:.6} {:.6}", times[0].as_secs_f64(), times[RUNS / 2].as_secs_f64());
}

fn line(text: &mut String, head: &str, clause: &[i32]) {
    text.push_str(head);
    clause.iter().for_each(|literal| write!(text, " {literal}").expect("a String takes everything"));
    text.push_str(" 0\n");
}
