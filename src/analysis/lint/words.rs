//! Words that take sides or judge, in our own sentences. What stands in quotation marks belongs to its speaker.

use super::{Finding, FindingKind, Severity, Subject};
use crate::domain::{Dossier, PartyIx, PositionIx, Scenario, SourceIx, Statement, StatementIx, Term, TermIx};

/// The largest number of words in a quotation.
const MAX_QUOTE_WORDS: usize = 15;

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

pub(super) fn check(dossier: &Dossier, scenarios: &[&Scenario], findings: &mut Vec<Finding>) {
    for (ix, statement) in StatementIx::all(dossier.statements.len()).zip(&dossier.statements) {
        let words = quoted_words(statement);
        if words > MAX_QUOTE_WORDS {
            let (subject, kind) = (Subject::Statement(ix), FindingKind::QuoteTooLong { words });
            findings.push(Finding { severity: Severity::Error, subject, kind });
        }
    }
    for (subject, field, text) in own_texts(dossier, scenarios) {
        let text = plain(&outside_quotations(text));
        let mut loaded: Vec<&'static str> = text.split(' ').filter_map(loaded_word).collect();
        loaded.sort_unstable();
        loaded.dedup();
        let mut report = |severity, word| {
            findings.push(Finding { severity, subject, kind: FindingKind::LoadedWord { word, field } });
        };
        let has = |phrase: &&str| has_phrase(&text, phrase);
        let loaded = loaded.into_iter().chain(LOADED_PHRASES.into_iter().filter(has));
        loaded.for_each(|word| report(Severity::Warning, word));
        DOUBTFUL.into_iter().filter(has).for_each(|word| report(Severity::Note, word));
    }
}

fn loaded_word(word: &str) -> Option<&'static str> {
    LOADED.binary_search(&word).ok().map(|place| LOADED[place])
}

fn quoted_words(statement: &Statement) -> usize {
    let quote = statement.quote.as_ref().map_or("", |quote| &quote.text);
    quote.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
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
fn outside_quotations(text: &str) -> String {
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
    outside + rest
}

/// The words in small letters, one space apart; a mark between them stands as a bar, which no phrase crosses.
fn plain(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            spaced.extend(letter.to_lowercase());
        } else {
            spaced.push_str(if letter.is_whitespace() || letter == '-' { " " } else { " | " });
        }
    }
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True if the phrase stands in a [`plain`] text as whole words. Looked for word by word, since setting up a search costs
/// more than most texts are long.
fn has_phrase(text: &str, phrase: &str) -> bool {
    let mut rest = text;
    loop {
        if rest.strip_prefix(phrase).is_some_and(|after| after.is_empty() || after.starts_with(' ')) {
            return true;
        }
        match rest.split_once(' ') {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order() {
        assert!(LOADED.is_sorted());
    }

    #[test]
    fn only_what_stands_between_marks_is_quoted() {
        assert_eq!(plain(&outside_quotations("He called it \"a regime\" twice.")), "he called it | twice |");
        assert_eq!(plain(&outside_quotations("“One”, „two“ and «three»")), "| | | and |");
        assert_eq!(plain(&outside_quotations("never \"closed")), "never | closed");
    }

    #[test]
    fn a_phrase_is_found_as_whole_words_within_a_sentence() {
        assert!(has_phrase(&plain("No Boots-on-the ground."), "boots on the ground"));
        assert!(!has_phrase(&plain("It is new. Regions vote."), "new regions"));
        assert!(!has_phrase(&plain("two peace plansfor"), "peace plans"));
    }
}
