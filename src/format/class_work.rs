//! What a class wrote, from its text. Parties, terms and statements that no longer exist are kept as they are: what was
//! written about them is not the file's fault. Unknown fields are kept wherever they stand.

use std::collections::BTreeMap;

use strum::IntoEnumIterator as _;

use super::{
    demand::value_id,
    reader::{Reader, Record, Unknown, known_fields, too_many},
    spelled::number,
    tree::Piece,
};
use crate::domain::{
    Answer, ClassWork, DebriefField, Explanation, Fault, Guess, Job, Jobs, MAX_DEBRIEF, MAX_EXPLANATION, MAX_HANDS,
    MAX_NAME, MAX_RECORDS, Observer, PlanFault, Prediction, Proposal, Question, TooMany, Wanted,
};

/// The largest number of parties in a map.
const MAX_PARTIES: usize = 200;

/// Unknown fields, by where they stand.
pub(super) type KeptFields = BTreeMap<String, Unknown>;

/// The field of a job.
pub(super) fn job_field(job: Job) -> &'static str {
    match job {
        Job::Speaker => "speaker",
        Job::Checker => "checker",
        Job::Analyst => "analyst",
        Job::Scribe => "scribe",
    }
}

/// The field of those who take part without a delegation.
pub(super) fn observer_field(observer: Observer) -> &'static str {
    match observer {
        Observer::Mediator => "mediator",
        Observer::Press => "press",
        Observer::FactChecker => "fact_checker",
    }
}

/// The field of a text of the debrief.
pub(super) fn debrief_field(field: DebriefField) -> &'static str {
    match field {
        DebriefField::Actors => "actors",
        DebriefField::Process => "process",
        DebriefField::Outcomes => "outcomes",
        DebriefField::Other => "other",
        DebriefField::Changed => "changed",
        DebriefField::GaveWay => "gave_way",
        DebriefField::Interests => "interests",
        DebriefField::Missing => "missing",
        DebriefField::Reality => "reality",
    }
}

/// Where the unknown fields of a question are kept.
pub(super) fn question_place(question: &Question) -> String {
    let Question { term, value, as_of, alone, plan, student } = question;
    let mut place = format!("predictions/{term}/{value}/{as_of}/{alone}/{student}");
    for (term, value) in plan.iter().flatten() {
        place += &format!("/{term}={value}");
    }
    place
}

/// Where the unknown fields of a delegation are kept.
pub(super) fn delegation_place(party: &str) -> String {
    format!("delegations/{party}")
}

/// Where the unknown fields of the `n`-th proposal are kept.
pub(super) fn proposal_place(n: usize) -> String {
    format!("log/{n}")
}

/// Reads everything that a class wrote.
pub(super) fn class_work<'a>(reader: &mut Reader<'a>, record: &Record<'a>, kept: &mut KeptFields) -> ClassWork {
    ClassWork {
        group: reader.text_or_empty(record, "group", MAX_NAME),
        predictions: predictions(reader, record, kept),
        delegations: delegations(reader, record, kept),
        observers: observers(reader, record, kept),
        log: log(reader, record, kept),
        debrief: debrief(reader, record, kept),
    }
}

/// The fields of a record of a class; unknown ones are kept under `place`.
fn fields<'a>(
    reader: &mut Reader<'a>,
    piece: Piece<'a>,
    names: &[&str],
    place: &mut dyn FnMut(&mut Reader<'a>, &Record<'a>) -> Option<String>,
    kept: &mut KeptFields,
) -> Option<Record<'a>> {
    let fields = piece.fields().map_err(|error| reader.unreadable(&error, Wanted::Fields)).ok()?;
    let (record, unknown) = known_fields(reader, piece.at, fields, names)?;
    if !unknown.is_empty() {
        let place = place(reader, &record)?;
        kept.insert(place, unknown);
    }
    Some(record)
}

/// The entries of a map from party ids, each once.
fn by_party<'a, T>(
    reader: &mut Reader<'a>,
    piece: Piece<'a>,
    name: &str,
    mut read: impl FnMut(&mut Reader<'a>, &str, Piece<'a>) -> Option<T>,
) -> BTreeMap<String, T> {
    let wanted = Wanted::ByParty;
    let entries = piece.entries().map_err(|error| reader.unreadable(&error, wanted)).unwrap_or_default();
    if entries.len() > MAX_PARTIES {
        reader.error(piece.at, too_many(name, entries.len(), MAX_PARTIES, TooMany::Some));
        return BTreeMap::new();
    }
    let mut out = BTreeMap::new();
    for (key, value) in entries {
        let Some(party) = reader.string(key, wanted) else { continue };
        let value = reader.plain(value);
        let Some(value) = read(reader, &party, value) else { continue };
        if out.insert(party.clone(), value).is_some() {
            reader.error(key.at, PlanFault::PartyTwice(party));
        }
    }
    out
}

fn predictions<'a>(reader: &mut Reader<'a>, record: &Record<'a>, kept: &mut KeptFields) -> Vec<Prediction> {
    let mut all: Vec<Prediction> = Vec::new();
    for piece in reader.items(record, "predictions", MAX_RECORDS) {
        let Some(prediction) = prediction(reader, piece, kept) else { continue };
        if all.iter().any(|known| known.question == prediction.question) {
            reader.error(piece.at, PlanFault::QuestionTwice);
        }
        all.push(prediction);
    }
    all
}

fn prediction<'a>(reader: &mut Reader<'a>, piece: Piece<'a>, kept: &mut KeptFields) -> Option<Prediction> {
    let names = ["term", "value", "as_of", "alone", "plan", "student", "answers", "reason"];
    let mut asked = None;
    let mut place = |reader: &mut Reader<'a>, record: &Record<'a>| {
        asked = question(reader, record);
        asked.as_ref().map(question_place)
    };
    let record = fields(reader, piece, &names, &mut place, kept)?;
    // Read once: what is wrong with it is said once.
    let question = if asked.is_some() { asked } else { question(reader, &record) }?;
    let place = question_place(&question);
    let answers = record.get("answers").map(|piece| {
        by_party(reader, piece, "answers", |reader, party, piece| {
            answer(reader, piece, &format!("{place}/{party}"), kept)
        })
    });
    let mut answers = answers.unwrap_or_default();
    answers.retain(|_, answer| *answer != Answer::default());
    let reason = reader.text_or_empty(&record, "reason", MAX_EXPLANATION);
    Some(Prediction { question, answers, reason })
}

fn question<'a>(reader: &mut Reader<'a>, record: &Record<'a>) -> Option<Question> {
    let term = reader.value(record, "term");
    let value = value(reader, record, "value");
    if record.get("value").is_none() {
        reader.needed(record, "value");
    }
    let as_of = reader.date(record, "as_of");
    let alone = reader.value_or(record, "alone", false);
    let plan = record.get("plan").map(|piece| plan(reader, piece));
    let student = reader.value_or(record, "student", 0);
    Some(Question { term: term?, value: value?, as_of: as_of?, alone, plan, student })
}

/// The values of a plan, by term id.
fn plan<'a>(reader: &mut Reader<'a>, piece: Piece<'a>) -> BTreeMap<String, String> {
    let wanted = Wanted::PlanValues;
    let entries = piece.entries().map_err(|error| reader.unreadable(&error, wanted)).unwrap_or_default();
    let mut plan = BTreeMap::new();
    for (key, given) in entries {
        let Some(term) = reader.string(key, Wanted::TermId) else { continue };
        let given = reader.plain(given);
        match value_id(given) {
            Some(value) => drop(plan.insert(term, value)),
            None => no_value(reader, given, None),
        }
    }
    plan
}

/// A value of a term, if it is given.
fn value<'a>(reader: &mut Reader<'a>, record: &Record<'a>, name: &str) -> Option<String> {
    let piece = record.get(name)?;
    let id = value_id(piece);
    if id.is_none() {
        no_value(reader, piece, Some(name));
    }
    id
}

/// Notes that a piece is no value: a number with a decimal point, or none at all.
fn no_value(reader: &mut Reader<'_>, piece: Piece<'_>, field: Option<&str>) {
    match number(reader.written(piece)) {
        Some(slip) => reader.error(piece.at, Fault::Syntax(slip, Wanted::Nothing)),
        None => reader.error(piece.at, PlanFault::NotAValue(field.map(str::to_owned))),
    }
}

fn answer<'a>(reader: &mut Reader<'a>, piece: Piece<'a>, place: &str, kept: &mut KeptFields) -> Option<Answer> {
    let record = fields(reader, piece, &["guess", "hands"], &mut |_, _| Some(place.to_owned()), kept)?;
    let guess: Option<Guess> = record.get("guess").and_then(|piece| reader.name(piece, Wanted::Guess));
    let hands = record.get("hands").and_then(|piece| Some((piece.at, reader.read::<[u16; 3]>(piece, Wanted::Hands)?)));
    if let Some((at, hands)) = hands
        && hands.iter().any(|n| *n > MAX_HANDS)
    {
        reader.error(at, PlanFault::TooManyHands);
    }
    Some(Answer { guess, hands: hands.map_or([0; 3], |(_, hands)| hands) })
}

fn delegations<'a>(reader: &mut Reader<'a>, record: &Record<'a>, kept: &mut KeptFields) -> BTreeMap<String, Jobs> {
    let names: Vec<&str> = Job::iter().map(job_field).collect();
    let Some(piece) = record.get("delegations") else { return BTreeMap::new() };
    by_party(reader, piece, "delegations", |reader, party, piece| {
        let record = fields(reader, piece, &names, &mut |_, _| Some(delegation_place(party)), kept)?;
        Some(Jobs(texts(reader, &record, Job::iter().map(|job| (job, job_field(job))), MAX_NAME)))
    })
}

/// The texts of some fields, without the empty ones.
fn texts<'a, K: Ord>(
    reader: &mut Reader<'a>,
    record: &Record<'a>,
    names: impl Iterator<Item = (K, &'static str)>,
    limit: usize,
) -> BTreeMap<K, String> {
    let read = names.map(|(key, name)| (key, reader.text_or_empty(record, name, limit)));
    read.filter(|(_, text)| !text.is_empty()).collect()
}

/// Here an empty text means something: somebody takes part whose name is not written down.
fn observers<'a>(reader: &mut Reader<'a>, record: &Record<'a>, kept: &mut KeptFields) -> BTreeMap<Observer, String> {
    let names: Vec<&str> = Observer::iter().map(observer_field).collect();
    let Some(piece) = record.get("observers") else { return BTreeMap::new() };
    let Some(record) = fields(reader, piece, &names, &mut |_, _| Some("observers".to_owned()), kept) else {
        return BTreeMap::new();
    };
    let there = Observer::iter().filter(|observer| record.get(observer_field(*observer)).is_some());
    there.map(|observer| (observer, reader.text_or_empty(&record, observer_field(observer), MAX_NAME))).collect()
}

fn log<'a>(reader: &mut Reader<'a>, record: &Record<'a>, kept: &mut KeptFields) -> Vec<Proposal> {
    let pieces = reader.items(record, "log", MAX_RECORDS);
    pieces.into_iter().enumerate().filter_map(|(n, piece)| proposal(reader, piece, n, kept)).collect()
}

fn proposal<'a>(reader: &mut Reader<'a>, piece: Piece<'a>, n: usize, kept: &mut KeptFields) -> Option<Proposal> {
    let names = ["by", "term", "from", "to", "as_of", "explanations"];
    let place = proposal_place(n);
    let record = fields(reader, piece, &names, &mut |_, _| Some(place.clone()), kept)?;
    let (by, term) = (reader.value(&record, "by"), reader.value(&record, "term"));
    let (from, to) = (value(reader, &record, "from"), value(reader, &record, "to"));
    let as_of = reader.date(&record, "as_of");
    let explanations = record.get("explanations").map(|piece| {
        by_party(reader, piece, "explanations", |reader, party, piece| {
            let place = format!("{place}/{party}");
            let record = fields(reader, piece, &["fits", "gives_way"], &mut |_, _| Some(place.clone()), kept)?;
            let mut text = |name| reader.text_or_empty(&record, name, MAX_EXPLANATION);
            Some(Explanation { fits: text("fits"), gives_way: text("gives_way") })
        })
    });
    let mut explanations = explanations.unwrap_or_default();
    explanations.retain(|_, explanation| !explanation.is_empty());
    Some(Proposal { by: by?, term: term?, from, to, as_of: as_of?, explanations })
}

fn debrief<'a>(reader: &mut Reader<'a>, record: &Record<'a>, kept: &mut KeptFields) -> BTreeMap<DebriefField, String> {
    let names: Vec<&str> = DebriefField::iter().map(debrief_field).collect();
    let Some(piece) = record.get("debrief") else { return BTreeMap::new() };
    let Some(record) = fields(reader, piece, &names, &mut |_, _| Some("debrief".to_owned()), kept) else {
        return BTreeMap::new();
    };
    texts(reader, &record, DebriefField::iter().map(|field| (field, debrief_field(field))), MAX_DEBRIEF)
}
