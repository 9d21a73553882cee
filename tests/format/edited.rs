//! Dossiers that are edited: whatever is changed, all else stays byte for byte, and undo brings back every byte.

use peace_plan_explorer::{
    format::{DossierText, RecordText, Splice, Step, read_dossier},
    storage::Library,
};

use crate::{
    mutated::{from_environment, mutate},
    random::Random,
    support::valley_text,
};

/// Mutated dossiers that are edited in a usual run.
const BROKEN: usize = 1_000;

/// The number of edits of each dossier.
const EDITS: usize = 100;

const LISTS: [&str; 6] = ["parties", "terms", "rules", "sources", "statements", "positions"];

/// Fields that hold a text and may be missing.
const NOTES: [&str; 4] = ["note", "caveat", "until_reason", "reason"];

/// Comments of a text, outside of texts in quotation marks.
fn comments(text: &str) -> Vec<String> {
    text.match_indices("/* kept ").map(|(at, _)| text[at..at + text[at..].find("*/").unwrap()].to_owned()).collect()
}

/// A text with comments of an author's hand at many places between its tokens.
fn commented(text: &str, random: &mut Random) -> String {
    let mut out = String::new();
    let mut in_text = false;
    let mut n = 0;
    for line in text.split_inclusive('\n') {
        let whole = line.matches('"').count() - line.matches("\\\"").count();
        let ends_outside = in_text == (whole % 2 == 1);
        if !in_text && ends_outside && random.chance(40) && !line.contains("//") {
            n += 1;
            let bare = line.trim_end_matches('\n');
            let indent: String = bare.chars().take_while(|letter| *letter == ' ').collect();
            out += &match n % 3 {
                0 => format!("{indent}/* kept {n} */ // and more, (not [a bracket\n{line}"),
                1 => format!("{bare} /* kept {n} */\n"),
                _ => format!("{indent}/* kept {n} */ {}\n", bare.trim_start()),
            };
        } else {
            out += line;
        }
        in_text = !ends_outside;
    }
    out
}

/// A random edit, and how many records of which list are there afterwards.
fn edit(text: &DossierText, random: &mut Random) -> Option<Splice> {
    let (list, note) = (*random.pick(&LISTS), *random.pick(&NOTES));
    let (list, note) = (Step::Field(list), Step::Field(note));
    let records = text.records(&[list]);
    if records.is_empty() {
        return None;
    }
    let place = random.below(records.len());
    let half_typed = ["(", "\"open", "a), (b", "1 // x"];
    let half_typed = *random.pick(&half_typed);
    let words = ["\"new words\"", "\"two\\nlines (with [brackets\"", "\"\"", "\"// no comment\""];
    let word = *random.pick(&words);
    match random.below(7) {
        0 => text.set(&[list, Step::Item(place), note], word),
        1 => text.set(&[list, Step::Item(place), Step::Field("id")], "\"another-id\""),
        2 => text.remove(&[list, Step::Item(place), note]),
        3 => text.insert(
            &[list],
            random.below(records.len() + 1),
            &[("id", format!("\"new-{place}\"")), ("note", "\"n\"".to_owned())],
        ),
        4 => text.exchange(&[list], place),
        5 => text.set(&[list, Step::Item(place), Step::Field("id")], half_typed),
        _ => Some(text.remove(&[list, Step::Item(place)])?).filter(|_| !records[place].as_str().contains("/* kept")),
    }
}

#[test]
fn comments_survive_a_hundred_edits_and_their_undoing() {
    let mut random = Random::new(12);
    for shelf in Library::shipped().shelves() {
        let before = commented(&shelf.text, &mut random);
        let n = comments(&before).len();
        assert!(n > 20, "{}: {n} comments", shelf.id);
        assert_eq!(read_dossier(&before).unwrap().dossier, read_dossier(&shelf.text).unwrap().dossier);
        let mut text = DossierText::new(before.clone()).unwrap();
        let mut done: Vec<Splice> = Vec::new();
        let mut n_done = 0;
        while n_done < EDITS {
            // What is half typed is finished or taken back before anything is moved.
            if done.len() > 3 && random.chance(20) {
                for _ in 0..random.below(3) {
                    text = text.spliced(&done.pop().unwrap().inverse()).unwrap();
                }
            }
            let Some(splice) = edit(&text, &mut random).filter(|splice| !splice.is_empty()) else { continue };
            let after = text.spliced(&splice).unwrap();
            let (bytes, inserted) = splice.bytes();
            assert_eq!(after.as_str()[..bytes.start], text.as_str()[..bytes.start]);
            assert_eq!(after.as_str()[bytes.start + inserted..], text.as_str()[bytes.end..]);
            let (mut were, mut are) = (comments(text.as_str()), comments(after.as_str()));
            were.sort();
            are.sort();
            assert_eq!(were, are, "{}: {splice:?}", shelf.id);
            let of = |text: &DossierText| {
                text.records(&[Step::Field("statements")]).iter().map(RecordText::as_str).map(str::len).sum::<usize>()
            };
            assert!(of(&after) > 0);
            text = after;
            done.push(splice);
            n_done += 1;
        }
        assert_ne!(text.as_str(), before);
        for splice in done.iter().rev() {
            text = text.spliced(&splice.inverse()).unwrap();
        }
        assert_eq!(text.as_str(), before, "{}", shelf.id);
        assert_eq!(text.unfinished(), []);
    }
}

/// Whatever is typed into a field, the text around it can still be taken apart.
#[test]
fn nothing_that_is_typed_takes_the_rest_along() {
    let shelf = Library::shipped();
    let text = DossierText::new(shelf.shelf("school-trip").unwrap().text.to_string()).unwrap();
    let mut random = Random::new(7);
    let signs = ["(", ")", "[", "]", "{", "}", "\"", ",", ":", "//", "/*", "*/", "\\", "\n", "a", "1", " ", "r#", "'"];
    for _ in 0..400 {
        let typed: String = (0..=random.below(6)).map(|_| *random.pick(&signs)).collect();
        let path = [Step::Field("statements"), Step::Item(random.below(18)), Step::Field("short")];
        let after = text.spliced(&text.set(&path, &typed).unwrap()).unwrap();
        assert_eq!(after.records(&[Step::Field("statements")]).len(), 18, "{typed:?}");
        assert_eq!(after.value(&[Step::Field("positions")]), text.value(&[Step::Field("positions")]));
        let problems = after.read().err().unwrap_or_default();
        for problem in &problems {
            let spot = problem.at.and_then(|at| after.spot(at)).expect("each stands in a field");
            assert!(["statements", "positions"].contains(&&*spot.field), "{typed:?}: {problem:?}");
        }
        let back = after.spliced(&after.set(&path, "\"Again\"").unwrap()).unwrap();
        assert!(back.read().is_ok(), "{typed:?}");
    }
}

/// Whatever somebody or something has done to a dossier, it can be edited or is refused, and undo brings back every byte.
#[test]
fn what_is_broken_is_edited_without_a_panic_and_comes_back() {
    let rounds = from_environment("PEACE_PLAN_EXPLORER_MUTATIONS").unwrap_or(BROKEN);
    let seed = from_environment("PEACE_PLAN_EXPLORER_SEED").map_or(5, |seed| seed as u64);
    let (mut random, valley) = (Random::new(seed), valley_text());
    let mut n_edited = 0;
    for _ in 0..rounds {
        let mut bytes = valley.clone().into_bytes();
        mutate(&mut random, &mut bytes, valley.as_bytes());
        let before = String::from_utf8_lossy(&bytes).into_owned();
        let Some(mut text) = DossierText::new(before.clone()) else { continue };
        let mut done: Vec<Splice> = Vec::new();
        for _ in 0..4 {
            let problems = text.read().err().unwrap_or_default();
            problems.iter().for_each(|problem| drop(problem.at.and_then(|at| text.spot(at))));
            let Some(splice) = edit(&text, &mut random) else { continue };
            let Some(after) = text.spliced(&splice) else { continue };
            let (bytes, inserted) = splice.bytes();
            assert_eq!(after.as_str()[..bytes.start], text.as_str()[..bytes.start]);
            assert_eq!(after.as_str()[bytes.start + inserted..], text.as_str()[bytes.end..]);
            text = after;
            done.push(splice);
        }
        n_edited += usize::from(!done.is_empty());
        for splice in done.iter().rev() {
            text = text.spliced(&splice.inverse()).expect("each edit has a way back");
        }
        assert_eq!(text.as_str(), before);
    }
    assert!(n_edited * 5 > rounds, "{n_edited} of {rounds} could be edited");
}
