//! A file that was cut off or garbled is read, or refused with a place inside its text. It never panics.

use peace_plan_explorer::{
    domain::{Fault, FileFault, FindingKind},
    format::{Kind, kind, read_dossier},
    storage::Library,
};

use crate::{
    random::Random,
    support::{is_inside, shipped_dossier, shipped_scenarios, valley_text},
};

/// A cut every so many bytes: a prime, so that cuts fall everywhere in lines and records.
const STEP: usize = 37;

/// The shipped dossier is large: in a debug build the same density would take minutes.
const STEP_OF_DOSSIER: usize = 37 * 61;

/// Reads a text as the program would and holds what the promise says about the answer. True if it could be read.
fn holds_the_promise(library: &Library, text: &str, what: &str) -> bool {
    let problems = match kind(text, "damaged.ron") {
        // What is no file of ours any more has no place; what is no RON has one.
        Err(problems) => problems,
        Ok(Kind::Dossier) => match read_dossier(text) {
            Ok(_) => return true,
            Err(problems) => problems,
        },
        Ok(Kind::Scenario) => match library.read_scenario(text, "damaged.ron", None) {
            Ok(file) => {
                for warning in &file.warnings {
                    assert!(warning.place.is_some_and(|place| is_inside(text, place)), "{what}: {warning:?}");
                }
                return true;
            }
            Err(problems) => problems,
        },
    };
    assert!(!problems.is_empty(), "{what}: refused without a word");
    for problem in &problems {
        let says_what_it_is = match &problem.kind {
            FindingKind::Fault(fault) => {
                matches!(**fault, Fault::File(FileFault::NotOurs(_) | FileFault::Empty(_) | FileFault::NoFormat))
            }
            FindingKind::Flaw(_) | FindingKind::Lint(_) => false,
        };
        match problem.place {
            Some(place) => assert!(is_inside(text, place), "{what}: {problem:?}"),
            None => assert!(says_what_it_is, "{what}: {problem:?}"),
        }
    }
    false
}

/// The text with one byte changed, added or taken away; what is no UTF-8 any more is made so, as `Library::open` would
/// refuse it before it is parsed.
fn with_one_byte_wrong(random: &mut Random, text: &str) -> (String, String) {
    let mut bytes = text.as_bytes().to_vec();
    let at = random.below(bytes.len());
    // Mostly the bytes that carry the structure, since those do the most harm.
    let byte = if random.chance(70) {
        *random.pick(b"()[]{}\",:/\\*#~-+'0aZ \n\r\t")
    } else {
        u8::try_from(random.below(256)).unwrap()
    };
    let what = match random.below(3) {
        0 => {
            bytes[at] = byte;
            format!("byte {at} made {byte:#04x}")
        }
        1 => {
            bytes.insert(at, byte);
            format!("{byte:#04x} put before byte {at}")
        }
        _ => {
            bytes.remove(at);
            format!("byte {at} taken away")
        }
    };
    (String::from_utf8_lossy(&bytes).into_owned(), what)
}

/// The largest part of a text that ends at or before a byte.
fn cut(text: &str, at: usize) -> &str {
    &text[..text.floor_char_boundary(at)]
}

#[test]
fn scenarios_cut_off_anywhere_are_refused_with_a_place() {
    let library = Library::shipped();
    for (name, text) in shipped_scenarios() {
        assert!(holds_the_promise(&library, &text, &name), "{name} is sound before it is cut");
        let end = text.trim_end().len();
        for at in (0..end).step_by(STEP) {
            assert!(!holds_the_promise(&library, cut(&text, at), &format!("{name} cut at {at}")), "{name} at {at}");
        }
    }
}

#[test]
fn dossiers_cut_off_anywhere_are_refused_with_a_place() {
    let (library, text) = (Library::shipped(), valley_text());
    for at in (0..text.trim_end().len()).step_by(STEP) {
        assert!(!holds_the_promise(&library, cut(&text, at), &format!("valley cut at {at}")), "cut at {at}");
    }
    let text = shipped_dossier();
    for at in (0..text.trim_end().len()).step_by(STEP_OF_DOSSIER) {
        assert!(!holds_the_promise(&library, cut(&text, at), &format!("dossier cut at {at}")), "cut at {at}");
    }
}

#[test]
fn scenarios_with_one_byte_wrong_are_read_or_refused_with_a_place() {
    let (library, mut random) = (Library::shipped(), Random::new(1));
    let mut read = 0;
    for (name, text) in shipped_scenarios() {
        for round in 0..120 {
            let (wrong, what) = with_one_byte_wrong(&mut random, &text);
            read += usize::from(holds_the_promise(&library, &wrong, &format!("{name}, round {round}: {what}")));
        }
    }
    assert!(
        (100..1_000).contains(&read),
        "{read} of 1,080 were read: the damage is too mild or too harsh to prove much"
    );
}

#[test]
fn dossiers_with_one_byte_wrong_are_read_or_refused_with_a_place() {
    let (library, mut random, text) = (Library::shipped(), Random::new(2), valley_text());
    for round in 0..300 {
        let (wrong, what) = with_one_byte_wrong(&mut random, &text);
        holds_the_promise(&library, &wrong, &format!("valley, round {round}: {what}"));
    }
    let text = shipped_dossier();
    for round in 0..12 {
        let (wrong, what) = with_one_byte_wrong(&mut random, &text);
        holds_the_promise(&library, &wrong, &format!("dossier, round {round}: {what}"));
    }
}
