//! Every analysis of the command line over random dossiers, as text and as JSON: none panics or hangs, and all JSON is JSON.
//!
//! A few dossiers are tried, the same ones each time. `FUZZ=500` tries more, every fortieth as large as the format allows;
//! `FUZZ_FROM=77` begins with another seed.

#[path = "support/program.rs"]
mod program;
#[path = "support/random.rs"]
mod random;
#[path = "support/wide.rs"]
mod wide;

use std::{fs, path::Path};

use peace_plan_explorer::{
    domain::{Dossier, Scenario, TermIx},
    format::{WrittenFor, write_scenario},
    workbook::{book_of, write},
};
use program::run;
use random::{Random, Shape};

fn setting(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

fn shape(random: &mut Random, seed: u64) -> Shape {
    let (parties, terms, positions) = if seed % 40 == 39 {
        (60, 200, 4_900)
    } else {
        *random.pick(&[(1, 1, 1), (2, 3, 10), (6, 8, 48), (10, 20, 120), (15, 50, 400)])
    };
    Shape { parties, terms, positions, wild: false }
}

fn dossier(random: &mut Random, seed: u64) -> Dossier {
    let shape = shape(random, seed);
    loop {
        let mut parts = random::parts(random, shape);
        wide::packages(random, &mut parts, 1 + shape.positions / 50);
        wide::since(random, &mut parts);
        // What a file must have, and no analysis asks for.
        parts.terms.iter_mut().for_each(|term| term.question = format!("{}?", term.id));
        parts.rules.iter_mut().for_each(|rule| rule.reason = format!("{}.", rule.id));
        if let Ok(dossier) = Dossier::new(parts) {
            return dossier;
        }
    }
}

/// What is asked, with a term and a party of the dossier.
fn questions(term: &str, party: &str) -> Vec<Vec<String>> {
    let line = |text: &str| text.split(' ').map(|word| word.replace("TERM", term).replace("PARTY", party)).collect();
    [
        "check PLAN",
        "verdicts PLAN",
        "verdicts PLAN --count reported --reading harder",
        "clashes PLAN --steps 20000",
        "clashes PLAN --on-plan --sets --ways-out --max 20 --steps 20000",
        "clashes PLAN --parties --red-lines --max 5 --steps 20000",
        "clashes PLAN --sets --max-size 2 --steps 20000",
        "alternatives PLAN --steps 300",
        "alternatives PLAN --rule each-cell --later-values --steps 300",
        "alternatives PLAN --rule each-party --lock TERM --steps 300",
        "changes PLAN",
        "changes PLAN --lift red-lines --steps 300",
        "changes PLAN --lift PARTY --leave-out --steps 300",
        "timeline PLAN",
        "timeline PLAN --term TERM --party PARTY",
        "compare PLAN OTHER --all",
    ]
    .map(line)
    .into()
}

fn ask_all(folder: &Path, dossier: &Dossier, random: &mut Random, seed: u64) {
    let written_for = WrittenFor { dossier, fingerprint: "", embedded: None };
    for (name, percent) in [("plan.ron", *random.pick(&[0, 50, 100])), ("other.ron", 80)] {
        let mut scenario = Scenario::empty(dossier, name.to_owned());
        scenario.plan = random::plan(random, dossier, percent);
        fs::write(folder.join(name), write_scenario(&scenario, written_for, None)).unwrap();
    }
    let (plan, other) = (folder.join("plan.ron"), folder.join("other.ron"));
    let (plan, other) = (plan.to_str().unwrap(), other.to_str().unwrap());
    let term = &dossier.term(TermIx::at(random.below(dossier.terms.len()))).id;
    for question in questions(term, &dossier.parties[0].id) {
        for json in [false, true] {
            let words = question.iter().map(|word| match word.as_str() {
                "PLAN" => plan,
                "OTHER" => other,
                word => word,
            });
            let words: Vec<&str> = words.chain(json.then_some("--json")).collect();
            let answer = run(&words);
            assert!(
                matches!(answer.code, 0 | 3) || words[0] == "check" && answer.code == 1,
                "seed {seed}: {words:?} ended with {}: {}{}",
                answer.code,
                answer.out,
                answer.err
            );
            assert!(!json || serde_json::from_str::<serde_json::Value>(&answer.out).is_ok(), "seed {seed}: {words:?}");
        }
    }
}

#[test]
fn no_question_about_a_random_dossier_panics_or_prints_what_is_no_json() {
    let from = setting("FUZZ_FROM", 1);
    for seed in from..from + setting("FUZZ", 4) {
        let mut random = Random::new(seed);
        let dossier = dossier(&mut random, seed);
        let folder = tempfile::tempdir().unwrap();
        let (book, case) = (folder.path().join("case.xlsx"), folder.path().join("case"));
        fs::write(&book, write(&book_of(&dossier)).unwrap()).unwrap();
        let answer = run(&["import", book.to_str().unwrap(), "--to", case.to_str().unwrap()]);
        assert_eq!(answer.code, 0, "seed {seed}: {}{}", answer.out, answer.err);
        ask_all(&case, &dossier, &mut random, seed);
    }
}
