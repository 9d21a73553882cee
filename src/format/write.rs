//! Scenarios into text: short, in a fixed order, without what is the default anyway.

use strum::IntoEnumIterator as _;

use super::{
    kind::unix_lines,
    ron_writer::{appended, field, identifier, optional, text},
    scenario::{Kept, ScenarioFile},
    tree::RonText,
    write_class,
};
use crate::domain::{
    Channel, Counted, Date, Dossier, Form, Original, Plan, Reading, Scenario, ScenarioKind, TermKind, limits::FORMAT,
};

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
/// differs, what this program does not know is written back, and line ends stay as they are.
#[must_use]
pub fn write_scenario(scenario: &Scenario, written_for: WrittenFor<'_>, origin: Option<&ScenarioFile>) -> String {
    let WrittenFor { dossier, fingerprint, embedded } = written_for;
    let embedded = embedded.map(RonText::new);
    let embedded = embedded.as_ref().map(|source| unix_lines(source.piece().record()));
    if let Some(file) = origin
        && file.scenario == *scenario
        && file.kept.embedded.as_deref() == embedded.as_deref()
    {
        return file.text.clone();
    }
    let nothing = Kept::default();
    let kept = origin.map_or(&nothing, |file| &file.kept);
    let mut out = String::from("(\n");
    field(&mut out, "kind", "Scenario");
    field(&mut out, "format", &FORMAT.to_string());
    field(&mut out, "title", &text(scenario.nearest_title()));
    let who = (&*scenario.author, scenario.date, &*scenario.origin);
    put_forward(&mut out, "    ", who, (scenario.form, scenario.kind));
    let (id, version, print) = (text(&dossier.id), dossier.version, text(fingerprint));
    let reference = format!("id: {id}, version: {version}, fingerprint: {print}");
    field(&mut out, "dossier", &format!("({reference}{})", appended(&kept.reference)));
    field(&mut out, "as_of", &text(&scenario.as_of.to_string()));
    field(&mut out, "plan", &plan(&scenario.plan, dossier, &kept.plan, "    "));
    if let Some(original) = &scenario.changed_from {
        field(&mut out, "changed_from", &changed_from(original, dossier, kept));
    }
    if scenario.counted != Counted::default() || !kept.count.is_empty() {
        field(&mut out, "count", &format!("({}{})", counted(scenario.counted), appended(&kept.count)));
    }
    optional(&mut out, "notes", &scenario.notes);
    if !scenario.guesses.is_empty() {
        let guesses = scenario.guesses.iter().map(|(id, guess)| format!("        {}: {},\n", text(id), text(guess)));
        field(&mut out, "guesses", &format!("{{\n{}    }}", guesses.collect::<String>()));
    }
    write_class::class_work(&mut out, &scenario.class, &kept.class);
    for (name, value) in &kept.fields {
        field(&mut out, &identifier(name), value);
    }
    if let Some(embedded) = embedded {
        field(&mut out, "embedded", &embedded);
    }
    out.push_str(")\n");
    if origin.is_some_and(|file| file.text.contains("\r\n")) { out.replace('\n', "\r\n") } else { out }
}

/// Who put a plan forward, when, where it comes from, how it became known and what became of it, as far as it is known.
fn put_forward(
    out: &mut String,
    indent: &str,
    (author, date, origin): (&str, Option<Date>, &str),
    (form, kind): (Option<Form>, ScenarioKind),
) {
    let mut put = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            out.push_str(&indent[4..]);
            field(out, name, &value);
        }
    };
    let some = |value: &str| (!value.is_empty()).then(|| text(value));
    put("author", some(author));
    put("date", date.map(|date| text(&date.to_string())));
    put("origin", some(origin));
    put("form", form.map(|form| format!("{form:?}")));
    put("status", (kind != ScenarioKind::default()).then(|| format!("{kind:?}")));
}

/// The plan that a plan was changed from.
fn changed_from(original: &Original, dossier: &Dossier, kept: &Kept) -> String {
    let mut out = format!("(\n        title: {},\n", text(&original.title));
    let who = (&*original.author, original.date, &*original.origin);
    put_forward(&mut out, "        ", who, (original.form, original.kind));
    for (name, value) in &kept.original {
        out.push_str("    ");
        field(&mut out, &identifier(name), value);
    }
    out.push_str("    ");
    field(&mut out, "plan", &plan(&original.plan, dossier, &kept.original_plan, "        "));
    out + "    )"
}

fn plan(plan: &Plan, dossier: &Dossier, kept: &[(String, String)], indent: &str) -> String {
    let known = plan.iter().filter_map(|(term, value)| {
        let term = dossier.term(term);
        let value = &term.values[value?.get()];
        let plain = value.number.is_some() || matches!(term.kind, TermKind::Toggle);
        let written = if plain { value.id.clone() } else { text(&value.id) };
        Some(format!("{indent}    {}: {written},\n", text(&term.id)))
    });
    // A term that was set since then is no longer unknown.
    let is_set = |key: &str| {
        let id: Option<String> = ron::from_str(key).ok();
        plan.iter().any(|(term, value)| value.is_some() && id.as_ref() == Some(&dossier.term(term).id))
    };
    let unknown =
        kept.iter().filter(|(key, _)| !is_set(key)).map(|(key, value)| format!("{indent}    {key}: {value},\n"));
    let entries: String = known.chain(unknown).collect();
    if entries.is_empty() { "{}".to_owned() } else { format!("{{\n{entries}{indent}}}") }
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
    let reading = match counted.reading {
        Reading::AsDecided => String::new(),
        reading => format!(", reading: {reading:?}"),
    };
    format!("on: {}, off: {}, unverified: {}{reading}", differs(true), differs(false), counted.unverified)
}
