//! Files of every kind, changed at random in several places at once: each is read or refused, and nothing panics.
//!
//! `PEACE_PLAN_EXPLORER_MUTATIONS=1000000 cargo test --release --test format mutated -- --nocapture` runs more of them, and
//! also measures how long the slowest takes; `PEACE_PLAN_EXPLORER_SEED` gives other ones.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant},
};

use peace_plan_explorer::{
    app::Settings,
    format::{Kind, kind, read_dossier},
    storage::{Draft, Library},
};

use crate::{
    random::Random,
    support::{TRIAL, shipped_dossier, shipped_scenarios, valley_text},
};

/// Mutated files of a usual run.
const USUAL: usize = 2_000;

/// Of so many files one is the large dossier.
const LARGE: usize = 400;

/// How long reading a file may take, where that is measured.
const LIMIT: Duration = Duration::from_secs(1);

fn from_environment(name: &str) -> Option<usize> {
    std::env::var(name).ok().map(|value| value.parse().expect("a number"))
}

/// Drafts and settings are RON too, and read by the program at every start.
fn seeds() -> Vec<String> {
    let draft = Draft {
        title: "Mine".to_owned(),
        dossier: "The valley".to_owned(),
        written: "2025-01-13T10:42:07".to_owned(),
        path: Some("/a/plan.ron".into()),
        entry: Some(("valley".to_owned(), "trial".to_owned())),
        opened: Some(TRIAL.to_owned()),
        scenario: TRIAL.to_owned(),
    };
    let mut seeds = vec![TRIAL.to_owned(), valley_text(), ron::to_string(&draft).unwrap()];
    seeds.push(ron::to_string(&Settings::default()).unwrap());
    seeds.extend(shipped_scenarios().into_iter().map(|(_, text)| text));
    seeds
}

fn mutate(random: &mut Random, text: &str, other: &str) -> Vec<u8> {
    let (mut bytes, other) = (text.as_bytes().to_vec(), other.as_bytes());
    for _ in 0..=random.below(6) {
        if bytes.is_empty() {
            break;
        }
        let at = random.below(bytes.len());
        let end = (at + 1 + random.below(40)).min(bytes.len());
        match random.below(7) {
            0 => bytes[at] = *random.pick(b"()[]{}\",:/\\*#~-+'0aZ \n\r\t"),
            1 => bytes[at] = u8::try_from(random.below(256)).unwrap(),
            2 => drop(bytes.drain(at..end)),
            3 => {
                let piece = bytes[at..end].to_vec();
                let to = random.below(bytes.len());
                bytes.splice(to..to, piece);
            }
            4 => {
                let from = random.below(other.len());
                let piece = &other[from..(from + 60).min(other.len())];
                bytes.splice(at..at, piece.iter().copied());
            }
            5 => {
                let deep = *random.pick(b"([{\"");
                bytes.splice(at..at, std::iter::repeat_n(deep, random.below(300)));
            }
            _ => bytes.truncate(at),
        }
    }
    bytes
}

/// Reads a text as the program would, whatever it is.
fn read(library: &Library, text: &str) {
    let problems = match kind(text, "mutated.ron") {
        Err(problem) => vec![problem],
        Ok(Kind::Dossier) => read_dossier(text).err().unwrap_or_default(),
        Ok(Kind::Scenario) => match library.read_scenario(text, "mutated.ron", None) {
            Ok(file) => file.warnings,
            Err(problems) => problems,
        },
    };
    for problem in problems {
        assert!(!problem.to_string().is_empty());
    }
    let _: Result<Draft, _> = ron::from_str(text);
    let _: Result<Settings, _> = ron::from_str(text);
}

#[test]
fn mutated_files_of_every_kind_are_read_or_refused() {
    let by_hand = from_environment("PEACE_PLAN_EXPLORER_MUTATIONS");
    let seed = from_environment("PEACE_PLAN_EXPLORER_SEED").unwrap_or(7);
    let (library, seeds, large) = (Library::shipped(), seeds(), shipped_dossier());
    let mut random = Random::new(u64::try_from(seed).unwrap());
    let (mut panics, mut slowest) = (0, Duration::ZERO);
    let n = by_hand.unwrap_or(USUAL);
    for round in 0..n {
        let text = if round % LARGE == LARGE - 1 { &large } else { random.pick(&seeds) };
        let bytes = mutate(&mut random, text, &seeds[round % seeds.len()]);
        let text = String::from_utf8_lossy(&bytes);
        // Only where it was asked for: a test says nothing about how fast the machine is.
        let from = by_hand.map(|_| Instant::now());
        if catch_unwind(AssertUnwindSafe(|| read(&library, &text))).is_err() {
            panics += 1;
            eprintln!("round {round} of seed {seed} panics:\n{text}");
        }
        slowest = slowest.max(from.map_or(Duration::ZERO, |from| from.elapsed()));
    }
    if by_hand.is_some() {
        println!("{n} mutated files: {panics} panics, the slowest took {slowest:?}");
        assert!(slowest < LIMIT, "{slowest:?}");
    }
    assert_eq!(panics, 0);
}
