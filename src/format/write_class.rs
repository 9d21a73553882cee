//! What a class wrote, into text: only what there is, and what this program does not know behind it.

use std::collections::BTreeMap;

use super::{
    class_work::{
        KeptFields, debrief_field, delegation_place, job_field, observer_field, proposal_place, question_place,
    },
    ron_writer::{appended, field, optional, text},
};
use crate::domain::{Answer, ClassWork, Explanation, Prediction, Proposal};

/// Writes the fields of a class.
pub(super) fn class_work(out: &mut String, class: &ClassWork, kept: &KeptFields) {
    optional(out, "group", &class.group);
    list(out, "predictions", class.predictions.iter().map(|prediction| self::prediction(prediction, kept)));
    let delegations = class.delegations.iter().map(|(party, jobs)| {
        let jobs = jobs.0.iter().map(|(job, names)| (job_field(*job), text(names)));
        (party, record(jobs, kept, &delegation_place(party)))
    });
    if !class.delegations.is_empty() {
        field(out, "delegations", &map(delegations, "    "));
    }
    let observers = class.observers.iter().map(|(observer, names)| (observer_field(*observer), text(names)));
    if !class.observers.is_empty() || kept.contains_key("observers") {
        field(out, "observers", &record(observers, kept, "observers"));
    }
    list(out, "log", class.log.iter().enumerate().map(|(n, proposal)| self::proposal(proposal, n, kept)));
    let debrief = class.debrief.iter().map(|(name, answer)| (debrief_field(*name), text(answer)));
    if !class.debrief.is_empty() || kept.contains_key("debrief") {
        field(out, "debrief", &record(debrief, kept, "debrief"));
    }
}

/// A list with a record on each line; nothing if it is empty.
fn list(out: &mut String, name: &str, records: impl Iterator<Item = String>) {
    let lines: String = records.map(|record| format!("        {record},\n")).collect();
    if !lines.is_empty() {
        field(out, name, &format!("[\n{lines}    ]"));
    }
}

/// A map from ids with an entry on each line.
fn map<'k>(entries: impl Iterator<Item = (&'k String, String)>, indent: &str) -> String {
    let lines: String = entries.map(|(key, value)| format!("{indent}    {}: {value},\n", text(key))).collect();
    format!("{{\n{lines}{indent}}}")
}

/// A record of what there is, and of what was there and is not known.
fn record<'n>(fields: impl Iterator<Item = (&'n str, String)>, kept: &KeptFields, place: &str) -> String {
    let known: Vec<String> = fields.map(|(name, value)| format!("{name}: {value}")).collect();
    let unknown = kept.get(place).map(|fields| appended(fields)).unwrap_or_default();
    let unknown = if known.is_empty() { unknown.trim_start_matches(", ") } else { &unknown };
    format!("({}{unknown})", known.join(", "))
}

/// A value as plans write it: `true`, `20`, `"european"`.
fn value(id: &str) -> String {
    let is_number = id.parse::<i32>().is_ok_and(|number| number.to_string() == id);
    if is_number || matches!(id, "true" | "false") { id.to_owned() } else { text(id) }
}

fn prediction(prediction: &Prediction, kept: &KeptFields) -> String {
    let Prediction { question, answers, reason } = prediction;
    let place = question_place(question);
    let mut fields = vec![
        ("term", text(&question.term)),
        ("value", value(&question.value)),
        ("as_of", text(&question.as_of.to_string())),
    ];
    if question.alone {
        fields.push(("alone", "true".to_owned()));
    }
    if let Some(plan) = &question.plan {
        let entries: Vec<String> = plan.iter().map(|(term, id)| format!("{}: {}", text(term), value(id))).collect();
        fields.push(("plan", format!("{{{}}}", entries.join(", "))));
    }
    if question.student > 0 {
        fields.push(("student", question.student.to_string()));
    }
    if !reason.is_empty() {
        fields.push(("reason", text(reason)));
    }
    push_map(&mut fields, "answers", answers, |party, answer| self::answer(answer, kept, &format!("{place}/{party}")));
    record(fields.into_iter(), kept, &place)
}

fn push_map<T>(
    fields: &mut Vec<(&'static str, String)>,
    name: &'static str,
    entries: &BTreeMap<String, T>,
    write: impl Fn(&str, &T) -> String,
) {
    if !entries.is_empty() {
        fields.push((name, map(entries.iter().map(|(party, entry)| (party, write(party, entry))), "        ")));
    }
}

fn answer(answer: &Answer, kept: &KeptFields, place: &str) -> String {
    let guess = answer.guess.map(|guess| ("guess", format!("{guess:?}")));
    let [no, in_line, nothing] = answer.hands;
    let hands = (answer.hands != [0; 3]).then(|| ("hands", format!("({no}, {in_line}, {nothing})")));
    record(guess.into_iter().chain(hands), kept, place)
}

fn proposal(proposal: &Proposal, n: usize, kept: &KeptFields) -> String {
    let Proposal { by, term, from, to, as_of, explanations } = proposal;
    let place = proposal_place(n);
    let mut fields = vec![("by", text(by)), ("term", text(term))];
    fields.extend(from.as_ref().map(|from| ("from", value(from))));
    fields.extend(to.as_ref().map(|to| ("to", value(to))));
    fields.push(("as_of", text(&as_of.to_string())));
    push_map(&mut fields, "explanations", explanations, |party, explanation| {
        self::explanation(explanation, kept, &format!("{place}/{party}"))
    });
    record(fields.into_iter(), kept, &place)
}

fn explanation(explanation: &Explanation, kept: &KeptFields, place: &str) -> String {
    let texts = [("fits", &explanation.fits), ("gives_way", &explanation.gives_way)];
    let texts = texts.into_iter().filter(|(_, words)| !words.is_empty());
    record(texts.map(|(name, words)| (name, text(words))), kept, place)
}
