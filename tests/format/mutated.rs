//! Files of every kind, changed at random in several places at once: each is read or refused, and nothing panics.
//!
//! `PEACE_PLAN_EXPLORER_MUTATIONS=1000000 cargo test --release --test format mutated -- --nocapture` runs more of them, and
//! also measures how long the slowest takes; `PEACE_PLAN_EXPLORER_SEED` gives other ones.

use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant},
};

use peace_plan_explorer::{
    app::Settings,
    format::{Kind, kind, read_dossier},
    storage::{Draft, Library},
    wording,
    workbook::{self, Book},
};

use crate::{
    class_work, packed,
    random::Random,
    support::{TRIAL, all_shipped, changed, valley, valley_text},
};

/// Mutated files of a usual run.
const USUAL: usize = 2_000;

/// How long reading a file may take, where that is measured.
const LIMIT: Duration = Duration::from_secs(1);

pub(super) fn from_environment(name: &str) -> Option<usize> {
    std::env::var(name).ok().map(|value| value.parse().expect("a number"))
}

/// A file before it is changed.
enum Seed {
    /// RON: dossiers, plans, drafts and settings.
    Text(String),
    /// A workbook by its parts, which are packed again once one of them is changed.
    Parts(Vec<(String, Vec<u8>)>),
    /// A workbook as it is packed.
    Packed(Vec<u8>),
    /// A workbook as CSV.
    Csv(Vec<(String, Vec<u8>)>),
}

impl Seed {
    /// What a report calls it.
    fn name(&self) -> &'static str {
        match self {
            Self::Text(_) => "RON",
            Self::Parts(_) => "parts of workbooks",
            Self::Packed(_) => "packed workbooks",
            Self::Csv(_) => "CSV",
        }
    }
}

/// The files that are chosen among, by how often: those of the first group mostly, the large ones seldom, since each takes
/// long.
fn seeds() -> [(usize, Vec<Seed>); 3] {
    let draft = Draft {
        title: "Mine".to_owned(),
        dossier: "The valley".to_owned(),
        n_set: Some(3),
        written: "2025-01-13T10:42:07".to_owned(),
        path: Some("/a/plan.ron".into()),
        entry: Some(("valley".to_owned(), "trial".to_owned())),
        opened: Some(TRIAL.to_owned()),
        scenario: TRIAL.to_owned(),
        case: None,
    };
    let self_contained = changed(TRIAL, &[("    guesses:", &format!("    embedded: {}, guesses:", valley_text()))]);
    let (large, plans): (Vec<_>, Vec<_>) = all_shipped().into_iter().partition(|(name, _)| name == "dossier.ron");
    let text = |(_, text): (String, String)| Seed::Text(text);
    let texts = [
        TRIAL.to_owned(),
        class_work::with_class(class_work::CLASS),
        self_contained,
        valley_text(),
        ron::to_string(&draft).unwrap(),
        ron::to_string(&Settings::default()).unwrap(),
    ];
    let book = workbook::book_of(&valley().dossier);
    let packed = workbook::write(&book).unwrap();
    let ods = packed::ods(&book);
    let books = vec![
        Seed::Parts(packed::parts(&packed)),
        Seed::Packed(packed),
        Seed::Parts(packed::parts(&ods)),
        Seed::Packed(ods),
        Seed::Csv(workbook::to_csv(&book, ';').unwrap()),
    ];
    let small = texts.into_iter().map(Seed::Text).chain(plans.into_iter().map(text));
    [(87, small.collect()), (10, books), (3, large.into_iter().map(text).collect())]
}

pub(super) fn mutate(random: &mut Random, bytes: &mut Vec<u8>, other: &[u8]) {
    for _ in 0..=random.below(6) {
        if bytes.is_empty() {
            break;
        }
        let at = random.below(bytes.len());
        let end = (at + 1 + random.below(40)).min(bytes.len());
        match random.below(8) {
            0 => bytes[at] = *random.pick(b"()[]{}\",:/\\*#~-+'0aZ \n\r\t<>&;="),
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
                let deep = *random.pick(b"([{\"<");
                bytes.splice(at..at, std::iter::repeat_n(deep, random.below(300)));
            }
            6 => {
                // A number becomes a very large one.
                let place = bytes[at..].iter().position(u8::is_ascii_digit).map_or(at, |digit| at + digit);
                bytes.splice(place..place, std::iter::repeat_n(b'9', random.below(12)));
            }
            _ => bytes.truncate(at),
        }
    }
}

/// A file as it is when somebody or something has been at it.
enum Mutated {
    Text(String),
    Packed(Vec<u8>),
    Csv(Vec<(String, Vec<u8>)>),
}

fn mutated(random: &mut Random, seed: &Seed, other: &[u8]) -> Mutated {
    match seed {
        Seed::Text(text) => {
            let mut bytes = text.clone().into_bytes();
            mutate(random, &mut bytes, other);
            Mutated::Text(String::from_utf8_lossy(&bytes).into_owned())
        }
        Seed::Parts(parts) => {
            let mut parts = parts.clone();
            let at = random.below(parts.len());
            mutate(random, &mut parts[at].1, other);
            Mutated::Packed(packed::pack(&parts))
        }
        Seed::Packed(bytes) => {
            let mut bytes = bytes.clone();
            mutate(random, &mut bytes, other);
            Mutated::Packed(bytes)
        }
        Seed::Csv(files) => {
            let mut files = files.clone();
            let at = random.below(files.len());
            mutate(random, &mut files[at].1, other);
            Mutated::Csv(files)
        }
    }
}

/// Reads a file as the program would, whatever it is.
fn read(library: &Library, file: &Mutated) {
    match file {
        Mutated::Text(text) => read_text(library, text),
        Mutated::Packed(bytes) => read_book(workbook::read(bytes)),
        Mutated::Csv(files) => read_book(workbook::from_csv(files)),
    }
}

fn read_text(library: &Library, text: &str) {
    let problems = match kind(text, "mutated.ron") {
        Err(problems) => problems,
        Ok(Kind::Dossier) => read_dossier(text).err().unwrap_or_default(),
        Ok(Kind::Scenario) => match library.read_scenario(text, "mutated.ron", None) {
            Ok(file) => file.warnings,
            Err(problems) => problems,
        },
    };
    for problem in problems {
        assert!(!wording::problem(&problem).is_empty());
    }
    let _: Result<Draft, _> = ron::from_str(text);
    let _: Result<Settings, _> = ron::from_str(text);
}

fn read_book(book: Result<Book, String>) {
    match book {
        Err(problem) => assert!(!problem.is_empty()),
        Ok(book) => {
            let imported = workbook::import(&book, "mutated");
            assert!(imported.dossier.is_some() || !imported.messages.is_empty());
        }
    }
}

/// As a download that broke off may leave it; its reader would wait for the end.
#[test]
fn a_spreadsheet_that_is_cut_off_is_refused() {
    let whole = packed::ods(&workbook::book_of(&valley().dossier));
    let parts = packed::parts(&whole);
    for share in 0..40 {
        let mut cut = parts.clone();
        let content = &mut cut.last_mut().expect("it has parts").1;
        content.truncate(content.len() * share / 40);
        assert!(workbook::read(&packed::pack(&cut)).is_err(), "{share} parts of 40");
    }
    assert!(workbook::read(&whole).is_ok());
}

#[test]
fn a_workbook_that_promises_more_than_it_can_hold_is_refused() {
    let whole = workbook::write(&workbook::book_of(&valley().dossier)).unwrap();
    let mut parts = packed::parts(&whole);
    let strings = parts.iter_mut().find(|(name, _)| name == "xl/sharedStrings.xml").expect("it has texts");
    let text = String::from_utf8(strings.1.clone()).unwrap();
    assert!(text.contains("uniqueCount=\""), "{text}");
    strings.1 = text.replace("uniqueCount=\"", "uniqueCount=\"999999999").into_bytes();
    let refused = workbook::read(&packed::pack(&parts)).unwrap_err();
    assert!(refused.contains("more than any workbook can"), "{refused}");
}

/// What a group of files came to.
#[derive(Default)]
struct Sum {
    n: usize,
    slowest: Duration,
}

#[test]
fn mutated_files_of_every_kind_are_read_or_refused() {
    let by_hand = from_environment("PEACE_PLAN_EXPLORER_MUTATIONS");
    let seed = from_environment("PEACE_PLAN_EXPLORER_SEED").unwrap_or(7);
    let (library, groups) = (Library::shipped(), seeds());
    let others: Vec<&[u8]> = groups[0]
        .1
        .iter()
        .filter_map(|seed| match seed {
            Seed::Text(text) => Some(text.as_bytes()),
            Seed::Parts(_) | Seed::Packed(_) | Seed::Csv(_) => None,
        })
        .collect();
    let mut random = Random::new(u64::try_from(seed).unwrap());
    let mut panics = 0;
    let mut sums: BTreeMap<&str, Sum> = BTreeMap::new();
    for round in 0..by_hand.unwrap_or(USUAL) {
        let mut place = random.below(100);
        let group = groups.iter().find(|(share, _)| {
            place < *share || {
                place -= share;
                false
            }
        });
        let of = random.pick(&group.expect("the shares are a hundred").1);
        let file = mutated(&mut random, of, others[round % others.len()]);
        // Only where it was asked for: a test says nothing about how fast the machine is.
        let from = by_hand.map(|_| Instant::now());
        if catch_unwind(AssertUnwindSafe(|| read(&library, &file))).is_err() {
            panics += 1;
            eprintln!("round {round} of seed {seed} panics: {}", of.name());
        }
        let sum = sums.entry(of.name()).or_default();
        sum.n += 1;
        sum.slowest = sum.slowest.max(from.map_or(Duration::ZERO, |from| from.elapsed()));
    }
    if by_hand.is_some() {
        sums.iter().for_each(|(name, sum)| println!("{name}: {} files, the slowest took {:?}", sum.n, sum.slowest));
        println!("{panics} panics");
        assert!(sums.values().all(|sum| sum.slowest < LIMIT));
    }
    assert_eq!(panics, 0);
}
