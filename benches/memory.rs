//! The most memory that a process takes which answers one question: `cargo bench --bench memory`. Each runs in a process of
//! its own, since what was once used is never given back in the figures of the system (Linux only).

#[path = "../tests/support/families.rs"]
mod families;
#[path = "../tests/support/random.rs"]
mod random;

use std::{
    hint::black_box,
    process::Command,
    time::{Duration, Instant},
};

use peace_plan_explorer::{
    analysis::{
        Basis, ChangeTables, Conflicts, CountingRule, Goal, Index, Limits, Permitted, Question, Situation, Space, Stop,
        Wanted, Which, Wishes, alternatives, countable, fewest_changes, party_clashes,
    },
    domain::{Counted, Dossier, Plan},
};

/// Questions without a short answer are stopped after this time.
const CAP: Duration = Duration::from_secs(10);

const QUESTIONS: [&str; 8] =
    ["nothing", "changes", "red-lines-first", "each-cell", "each-party", "fewest", "party-pairs", "clash-sets"];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let [family, question] = &arguments[..] {
        let (dossier, plan) = families::family(family, 1);
        ask(&dossier, &plan, question);
        println!("{}", peak());
        return;
    }
    let program = std::env::current_exe().expect("a program knows its own file");
    for family in families::NAMES {
        print!("{family:>11}:");
        for question in QUESTIONS {
            let output = Command::new(&program).args([family, question]).output().expect("it can be run");
            let kilobytes: f64 = String::from_utf8_lossy(&output.stdout).trim().parse().expect("it prints a number");
            print!("  {question} {:.1} MB", kilobytes / 1024.0);
        }
        println!();
    }
}

/// The most memory that this process has taken so far, in kilobytes.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").expect("the figures of Linux");
    let line = status.lines().find(|line| line.starts_with("VmHWM")).expect("the peak is among them");
    line.chars().filter(char::is_ascii_digit).collect()
}

fn ask(dossier: &Dossier, plan: &Plan, question: &str) {
    let index = Index::new(dossier);
    let situation = Situation::new(dossier, dossier.as_of, Counted::default());
    let basis = Basis { dossier, index: &index, situation: &situation, plan };
    let end = Instant::now() + CAP;
    let is_due = || Instant::now() >= end;
    let stop = Stop::never().or_when(&is_due);
    let least = |rule| {
        black_box(alternatives(basis, &Wishes { rule, later_values: true, ..Wishes::default() }, stop));
    };
    let space = Space::all(dossier);
    let positions = countable(dossier, &index, &situation, Which::default());
    let clashes = Question { dossier, index: &index, space: &space, positions: &positions };
    match question {
        "nothing" => {}
        "changes" => {
            black_box(ChangeTables::new(dossier, &index, &situation).changes(basis));
        }
        "red-lines-first" => least(CountingRule::RedLinesFirst),
        "each-cell" => least(CountingRule::EachCell),
        "each-party" => least(CountingRule::EachParty),
        "fewest" => {
            let permitted = Permitted { later_values: true, ..Permitted::default() };
            black_box(fewest_changes(basis, Goal::RedLines { must_accept_only: true }, &permitted, stop));
        }
        "party-pairs" => {
            black_box(party_clashes(clashes, stop).expect("nobody stops it"));
        }
        "clash-sets" => {
            let conflicts = Conflicts::of_positions(clashes, Limits::default(), stop).expect("nobody stops it");
            let sets = conflicts.clash_sets(stop).expect("nobody stops it");
            black_box(sets.listed(Wanted { sets: 1_000, size: Some(3) }, stop, &mut |_| {}));
        }
        other => panic!("there is no question {other}"),
    }
}
