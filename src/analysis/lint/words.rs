//! Words that take sides or judge, in our own sentences. What stands in quotation marks belongs to its speaker.

use std::{borrow::Cow, sync::LazyLock};

use crate::domain::{
    Dossier, Finding, LintKind, PartyIx, PositionIx, Scenario, Severity, SourceIx, StatementIx, Subject, Term, TermIx,
};

/// Words that belong to one side, or that judge a plan or a party; in the order of the alphabet.
const LOADED: [&str; 43] = [
    "acceptable",
    "appeasement",
    "best",
    "dictator",
    "dictators",
    "dictatorship",
    "fair",
    "fairly",
    "lose",
    "loser",
    "losers",
    "loses",
    "losing",
    "optimal",
    "optimally",
    "puppet",
    "puppets",
    "realistic",
    "realistically",
    "reasonable",
    "reasonably",
    "regime",
    "regimes",
    "score",
    "scores",
    "spoiler",
    "spoilers",
    "surrender",
    "surrendered",
    "surrendering",
    "surrenders",
    "unacceptable",
    "unfair",
    "unfairly",
    "unrealistic",
    "unreasonable",
    "unreasonably",
    "win",
    "winner",
    "winners",
    "winning",
    "wins",
    "won",
];

/// The same, in several words.
const LOADED_PHRASES: [&str; 8] = [
    "boots on the ground",
    "concession rate",
    "correct plan",
    "expired president",
    "meat grinder",
    "new regions",
    "special military operation",
    "ukraine crisis",
];

/// Words that are right in one sentence and take sides in another.
const DOUBTFUL: [&str; 5] = ["concession", "concessions", "peace plan", "peace plans", "reunification"];

/// A listed word or phrase after its place in the order and how much it matters.
type Listed = (usize, Severity, &'static str);

/// All of them, loaded words first, in the order in which they are reported.
fn listed() -> impl Iterator<Item = (Severity, &'static str)> {
    let loaded = LOADED.into_iter().chain(LOADED_PHRASES).map(|word| (Severity::Warning, word));
    loaded.chain(DOUBTFUL.map(|word| (Severity::Note, word)))
}

/// The listed words and phrases by their first letter, each with its place in the order.
static BY_LETTER: LazyLock<[Vec<Listed>; 26]> = LazyLock::new(|| {
    let mut by_letter = std::array::from_fn(|_| Vec::new());
    for (place, (severity, word)) in listed().enumerate() {
        by_letter[usize::from(word.as_bytes()[0] - b'a')].push((place, severity, word));
    }
    by_letter
});

pub(super) fn check(dossier: &Dossier, scenarios: &[&Scenario], findings: &mut Vec<Finding>) {
    // One buffer for all texts: nearly all of them are gone through and forgotten.
    let mut text = String::new();
    for (subject, field, own) in own_texts(dossier, scenarios) {
        text.clear();
        plain(&outside_quotations(own), &mut text);
        let found = found_in(&text).into_iter();
        findings.extend(found.map(|(_, severity, word)| {
            let kind = LintKind::LoadedWord { word, field };
            Finding::lint(severity, subject, kind)
        }));
    }
}

/// The listed words and phrases that stand in a [`plain`] text as whole words, each once.
fn found_in(text: &str) -> Vec<Listed> {
    let mut found = Vec::new();
    let mut rest = text.as_bytes();
    while let Some(first) = rest.first() {
        let listed = BY_LETTER.get(usize::from(first.wrapping_sub(b'a'))).into_iter().flatten();
        let begins =
            |word: &str| rest.strip_prefix(word.as_bytes()).is_some_and(|after| matches!(after, [] | [b' ', ..]));
        found.extend(listed.filter(|(_, _, word)| begins(word)));
        let end = rest.iter().position(|byte| *byte == b' ').map_or(rest.len(), |space| space + 1);
        rest = &rest[end..];
    }
    found.sort_unstable();
    found.dedup();
    found
}

type OwnText<'a> = (Subject, &'static str, &'a str);

/// Every text that the dossier's author wrote; not the titles of sources, names, quotations and student writing.
fn own_texts<'a>(dossier: &'a Dossier, scenarios: &[&'a Scenario]) -> Vec<OwnText<'a>> {
    let mut texts = vec![(Subject::Dossier, "title", dossier.title.as_str())];
    let about = &dossier.about;
    let of_about = [
        ("about.purpose", &about.purpose),
        ("about.read_in_full", &about.read_in_full),
        ("about.read_in_part", &about.read_in_part),
        ("about.not_verified", &about.not_verified),
        ("about.left_out", &about.left_out),
    ];
    texts.extend(of_about.map(|(field, text)| (Subject::Dossier, field, text.as_str())));
    texts.extend(about.notes.iter().map(|text| (Subject::Dossier, "about.notes", text.as_str())));
    for (ix, party) in PartyIx::all(dossier.parties.len()).zip(&dossier.parties) {
        let of_party = [("body", &party.body), ("reason", &party.reason), ("note", &party.note)];
        texts.extend(of_party.map(|(field, text)| (Subject::Party(ix), field, text.as_str())));
    }
    for (ix, term) in TermIx::all(dossier.terms.len()).zip(&dossier.terms) {
        texts.extend(of_term(term).into_iter().map(|(field, text)| (Subject::Term(ix), field, text)));
    }
    texts
        .extend(dossier.rules.iter().enumerate().map(|(ix, rule)| (Subject::Rule(ix), "reason", rule.reason.as_str())));
    for (ix, source) in SourceIx::all(dossier.sources.len()).zip(&dossier.sources) {
        texts.push((Subject::Source(ix), "note", &source.note));
    }
    for (ix, statement) in StatementIx::all(dossier.statements.len()).zip(&dossier.statements) {
        let of_statement = [("short", &statement.short), ("long", &statement.long), ("caveat", &statement.caveat)];
        texts.extend(of_statement.map(|(field, text)| (Subject::Statement(ix), field, text.as_str())));
    }
    for (ix, position) in PositionIx::all(dossier.positions.len()).zip(&dossier.positions) {
        let of_position = [("until_reason", &position.until_reason), ("note", &position.note)];
        texts.extend(of_position.map(|(field, text)| (Subject::Position(ix), field, text.as_str())));
    }
    for (place, scenario) in scenarios.iter().enumerate() {
        let of_scenario = [("title", &scenario.title), ("origin", &scenario.origin), ("notes", &scenario.notes)];
        texts.extend(of_scenario.map(|(field, text)| (Subject::Scenario(place), field, text.as_str())));
    }
    texts
}

fn of_term(term: &Term) -> Vec<(&'static str, &str)> {
    let of_itself =
        [("name", &term.name), ("question", &term.question), ("group", &term.group), ("glossary", &term.glossary)];
    let mut texts: Vec<(&'static str, &str)> = of_itself.map(|(field, text)| (field, text.as_str())).into();
    let of_notes = term.context.iter().flat_map(|note| [&note.title, &note.text]);
    texts.extend(of_notes.map(|text| ("context", text.as_str())));
    let of_values = term.values.iter().flat_map(|value| [&value.name, &value.meaning]);
    texts.extend(of_values.map(|text| ("values", text.as_str())));
    texts
}

/// The text without what stands between quotation marks. A mark that is never closed opens nothing.
fn outside_quotations(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii() && byte != b'"') {
        return Cow::Borrowed(text);
    }
    let mut outside = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['"', '“', '„', '«']) {
        let after = open + rest[open..].chars().next().map_or(0, char::len_utf8);
        let Some(close) = rest[after..].find(['"', '”', '“', '»']) else { break };
        outside.push_str(&rest[..open]);
        // What stands on both sides of a quotation is no phrase.
        outside.push_str(" … ");
        let end = after + close;
        rest = &rest[end + rest[end..].chars().next().map_or(0, char::len_utf8)..];
    }
    Cow::Owned(outside + rest)
}

/// Appends the words in small letters, one space apart; a mark between them stands as a bar, which no phrase crosses.
fn plain(text: &str, out: &mut String) {
    let space = |out: &mut String| {
        if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    };
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
            out.push(letter.to_ascii_lowercase());
        } else if letter.is_alphanumeric() {
            out.extend(letter.to_lowercase());
        } else {
            space(out);
            if !letter.is_whitespace() && letter != '-' {
                out.push_str("| ");
            }
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        let mut out = String::new();
        super::plain(&outside_quotations(text), &mut out);
        out
    }

    fn found(text: &str) -> Vec<&'static str> {
        found_in(&plain(text)).into_iter().map(|(_, _, word)| word).collect()
    }

    #[test]
    fn the_lists_are_in_order() {
        assert!(LOADED.is_sorted() && LOADED_PHRASES.is_sorted() && DOUBTFUL.is_sorted());
    }

    #[test]
    fn only_what_stands_between_marks_is_quoted() {
        assert_eq!(plain("He called it \"a regime\" twice."), "he called it | twice |");
        assert_eq!(plain("“One”, „two“ and «three»"), "| | | and |");
        assert_eq!(plain("never \"closed"), "never | closed");
        assert_eq!(plain(" - Łódź -- 2  Ends-here"), "łódź 2 ends here");
    }

    #[test]
    fn a_phrase_is_found_as_whole_words_within_a_sentence() {
        assert_eq!(found("No Boots-on-the ground."), ["boots on the ground"]);
        assert_eq!(found("It is new. Regions vote."), [""; 0]);
        assert_eq!(found("two peace plansfor"), [""; 0]);
        assert_eq!(
            found("Winning peace plans win, winning a fairly fair peace plan"),
            ["fair", "fairly", "win", "winning", "peace plan", "peace plans"]
        );
    }

    /// Every listed word is found wherever it stands, and only itself and what it begins with.
    #[test]
    fn every_listed_word_is_found() {
        for (_, word) in listed() {
            for text in [word.to_owned(), format!("A {word}."), format!("x ({word}) y"), word.to_uppercase()] {
                assert!(found(&text).contains(&word), "{text}");
            }
            assert!(!found(&format!("x{word} {word}x")).contains(&word), "{word}");
        }
    }
}
