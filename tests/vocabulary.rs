//! The words of the program judge nobody and rank nothing.

use std::{fs, path::Path};

/// Words that say that a plan or a party is good, bad, ahead or behind.
const FORBIDDEN: [&str; 22] = [
    "best",
    "optimal",
    "optimally",
    "win",
    "wins",
    "winner",
    "winning",
    "lose",
    "loses",
    "loser",
    "losing",
    "score",
    "scores",
    "fair",
    "unfair",
    "realistic",
    "unrealistic",
    "reasonable",
    "unreasonable",
    "acceptable",
    "unacceptable",
    "spoiler",
];

/// The same, in two words.
const FORBIDDEN_PHRASES: [&str; 2] = ["concession rate", "correct plan"];

#[test]
fn the_wording_room_holds_no_word_that_judges() {
    let room = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/wording");
    let mut found = Vec::new();
    for entry in fs::read_dir(room).unwrap() {
        let path = entry.unwrap().path();
        for (number, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
            let line = line.to_lowercase();
            let words = line.split(|c: char| !c.is_alphabetic()).filter(|word| FORBIDDEN.contains(word));
            let phrases = FORBIDDEN_PHRASES.into_iter().filter(|phrase| line.contains(phrase));
            found.extend(words.chain(phrases).map(|word| format!("{}:{}: {word}", path.display(), number + 1)));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
