//! Scenarios into text: short, in a fixed order, without what is the default anyway.

use std::fmt::Write as _;

use strum::IntoEnumIterator as _;

use super::{
    FORMAT,
    scenario::{Kept, ScenarioFile},
};
use crate::domain::{Channel, Counted, Dossier, Scenario, ScenarioKind};

/// Which dossier a scenario is written for.
#[derive(Clone, Copy, Debug)]
pub struct WrittenFor<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// Its fingerprint.
    pub fingerprint: &'a str,
    /// Its text, to be put into the file; `None` for a reference alone.
    pub embedded: Option<&'a str>,
}

/// The text of a scenario file. `origin` is the file it was opened from: its text is returned as it is if nothing
/// differs, and what this program does not know is written back.
#[must_use]
pub fn write_scenario(scenario: &Scenario, written_for: WrittenFor<'_>, origin: Option<&ScenarioFile>) -> String {
    if let Some(file) = origin
        && file.scenario == *scenario
        && (file.embedded.is_some() == written_for.embedded.is_some())
    {
        return file.text.clone();
    }
    let nothing = Kept::default();
    let kept = origin.map_or(&nothing, |file| &file.kept);
    let mut out = String::from("(\n");
    field(&mut out, "kind", "Scenario");
    field(&mut out, "format", &FORMAT.to_string());
    field(&mut out, "title", &text(&scenario.title));
    optional(&mut out, "author", &scenario.author);
    if let Some(date) = scenario.date {
        field(&mut out, "date", &text(&date.to_string()));
    }
    optional(&mut out, "origin", &scenario.origin);
    if let Some(form) = scenario.form {
        field(&mut out, "form", &format!("{form:?}"));
    }
    if scenario.kind != ScenarioKind::default() {
        field(&mut out, "status", &format!("{:?}", scenario.kind));
    }
    let WrittenFor { dossier, fingerprint, embedded } = written_for;
    let reference =
        format!("(id: {}, version: {}, fingerprint: {})", text(&dossier.id), dossier.version, text(fingerprint));
    field(&mut out, "dossier", &reference);
    field(&mut out, "as_of", &text(&scenario.as_of.to_string()));
    field(&mut out, "plan", &plan(scenario, dossier, kept));
    if scenario.counted != Counted::default() {
        field(&mut out, "count", &counted(scenario.counted));
    }
    optional(&mut out, "notes", &scenario.notes);
    if !scenario.guesses.is_empty() {
        let guesses = scenario.guesses.iter().map(|(id, guess)| format!("        {}: {},\n", text(id), text(guess)));
        field(&mut out, "guesses", &format!("{{\n{}    }}", guesses.collect::<String>()));
    }
    for (name, value) in &kept.fields {
        field(&mut out, name, value);
    }
    if let Some(embedded) = embedded {
        field(&mut out, "embedded", embedded.trim());
    }
    out.push_str(")\n");
    out
}

/// True if a text has comments, which writing it anew would lose.
#[must_use]
pub fn has_comments(text: &str) -> bool {
    let mut in_text = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if in_text => {
                letters.next();
            }
            '"' => in_text = !in_text,
            '/' if !in_text && matches!(letters.peek(), Some('/' | '*')) => return true,
            _ => {}
        }
    }
    false
}

fn field(out: &mut String, name: &str, value: &str) {
    // Writing to a string cannot fail.
    let _: std::fmt::Result = writeln!(out, "    {name}: {value},");
}

fn optional(out: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        field(out, name, &text(value));
    }
}

/// A text as RON writes it, but with line breaks left as they are, so that notes can be read in the file.
fn text(value: &str) -> String {
    let mut out = String::from('"');
    for letter in value.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push('\n'),
            control if control.is_control() => out.extend(control.escape_unicode()),
            plain => out.push(plain),
        }
    }
    out.push('"');
    out
}

fn plan(scenario: &Scenario, dossier: &Dossier, kept: &Kept) -> String {
    let known = scenario.plan.iter().filter_map(|(term, value)| {
        let term = dossier.term(term);
        let value = &term.values[value?.get()];
        let plain = value.number.is_some() || matches!(term.kind, crate::domain::TermKind::Toggle);
        let written = if plain { value.id.clone() } else { text(&value.id) };
        Some(format!("        {}: {written},\n", text(&term.id)))
    });
    // A term that was set since then is no longer unknown.
    let is_set =
        |key: &str| scenario.plan.iter().any(|(term, value)| value.is_some() && text(&dossier.term(term).id) == key);
    let unknown =
        kept.plan.iter().filter(|(key, _)| !is_set(key)).map(|(key, value)| format!("        {key}: {value},\n"));
    let entries: String = known.chain(unknown).collect();
    if entries.is_empty() { "{}".to_owned() } else { format!("{{\n{entries}    }}") }
}

/// What deviates from what counts by default.
fn counted(counted: Counted) -> String {
    let differs = |on: bool| {
        let list: Vec<String> = Channel::iter()
            .filter(|channel| counted.channel(*channel) == on && Counted::default().channel(*channel) != on)
            .map(|channel| format!("{channel:?}"))
            .collect();
        format!("[{}]", list.join(", "))
    };
    format!("(on: {}, off: {}, unverified: {})", differs(true), differs(false), counted.unverified)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_seen_outside_of_texts_only() {
        assert!(has_comments("( // note\n)"));
        assert!(has_comments("( /* note */ )"));
        assert!(!has_comments("(url: \"https://example.org\")"));
        assert!(!has_comments("(quote: \"a \\\" // b\")"));
    }

    #[test]
    fn texts_survive_quotation_marks_and_line_breaks() {
        for value in ["plain", "two\nlines", "a \"b\" c", "back\\slash", "\\n is no line break", "\u{e9}\u{2013}"] {
            assert_eq!(ron::from_str::<String>(&text(value)).unwrap(), value, "{}", text(value));
        }
    }
}
