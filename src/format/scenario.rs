//! Scenarios, from their text. What this program does not know is kept and written back.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    class_work::{KeptFields, class_work},
    demand::{unknown_value, value_id},
    dossier::{DossierFile, dossier},
    kind::{Kind, kind_in, too_large, unix_lines},
    limits::MAX_BYTES,
    reader::{Reader, Record, Unknown, known_fields, too_many},
    slips::Mended,
    tree::{Piece, RonText},
};
use crate::domain::{
    Channel, Counted, Date, Dossier, FileFault, Finding, Form, Original, Plan, PlanFault, Scenario, ScenarioKind,
    TermIx, TooMany, Wanted, limits,
};

/// A scenario file: the scenario and what else is in the file.
#[derive(Clone, Debug)]
pub struct ScenarioFile {
    /// The scenario.
    pub scenario: Scenario,
    /// The id of the dossier it belongs to.
    pub dossier_id: String,
    /// The dossier, if it is not the library's: the file holds it, or it lies beside the file.
    pub embedded: Option<DossierFile>,
    /// What is written back unchanged.
    pub kept: Kept,
    /// What was ignored, and what may have changed since the file was written.
    pub warnings: Vec<Finding>,
    /// The text of the file.
    pub text: String,
}

/// What a file holds that this program does not know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Unknown fields and their texts.
    pub fields: Vec<(String, String)>,
    /// Unknown fields of the reference to the dossier.
    pub reference: Vec<(String, String)>,
    /// Unknown fields of what counts.
    pub count: Vec<(String, String)>,
    /// Entries of the plan whose term or value is unknown, as they are written.
    pub plan: Vec<(String, String)>,
    /// Unknown fields of the plan that this one was changed from.
    pub original: Vec<(String, String)>,
    /// Entries of that plan whose term or value is unknown, as they are written.
    pub original_plan: Vec<(String, String)>,
    /// Unknown fields of what a class wrote, by where they stand.
    pub class: KeptFields,
    /// The text of the dossier in the file.
    pub embedded: Option<String>,
}

/// The fields of a scenario that this program knows, in the order in which it writes them.
const FIELDS: [&str; 22] = [
    "kind",
    "format",
    "title",
    "author",
    "date",
    "origin",
    "form",
    "status",
    "dossier",
    "as_of",
    "plan",
    "changed_from",
    "count",
    "notes",
    "guesses",
    "group",
    "predictions",
    "delegations",
    "observers",
    "log",
    "debrief",
    "embedded",
];

/// The largest number of terms in a plan, known or not.
const MAX_PLAN: usize = 1_000;

/// The largest number of channels in a list.
const MAX_CHANNELS: usize = 20;

/// Which dossier a scenario was written for, as far as that can be read.
struct DossierRef {
    id: Option<String>,
    version: Option<u32>,
    fingerprint: Option<String>,
}

/// Reads a scenario. `find` gives the dossier with an id and its fingerprint, or says why there is none; `name` is the
/// file's.
///
/// # Errors
/// Everything that keeps it from being opened.
pub fn read_scenario<'d>(
    text: &str,
    name: &str,
    find: impl Fn(&str) -> Result<(&'d Dossier, &'d str), Finding>,
) -> Result<ScenarioFile, Vec<Finding>> {
    if text.len() > MAX_BYTES {
        return Err(vec![too_large(name, text.len() as u64)]);
    }
    let unix = unix_lines(text);
    let source = RonText::new(&unix);
    let error = source.whole().err();
    let mended = error.is_some().then(|| Mended::of(&unix)).flatten();
    let again = mended.as_ref().map(|mended| RonText::new(&mended.text));
    let piece = match kind_in(again.as_ref().unwrap_or(&source), (&unix, name), mended.as_ref())? {
        (Kind::Scenario, piece) => piece,
        (Kind::Dossier, _) => return Err(vec![Finding::error(FileFault::DossierForPlan(name.to_owned()))]),
    };
    let mut reader = Reader::new(&unix);
    let read = scenario(&mut reader, piece, find);
    if let Some((mended, error)) = mended.as_ref().zip(error) {
        reader.slips(mended);
        reader.refused(&error);
    }
    match read {
        Some(file) if !reader.has_errors() => {
            Ok(ScenarioFile { warnings: reader.into_problems(), text: text.to_owned(), ..file })
        }
        _ => Err(reader.into_problems()),
    }
}

/// Everything that needs no dossier is read first, so that a missing or broken one hides no other problem.
fn scenario<'a, 'd>(
    reader: &mut Reader<'a>,
    piece: Piece<'a>,
    find: impl Fn(&str) -> Result<(&'d Dossier, &'d str), Finding>,
) -> Option<ScenarioFile> {
    let fields = piece.fields().map_err(|error| reader.unreadable(&error, Wanted::Nothing)).ok()?;
    let (record, fields) = known_fields(reader, piece.at, fields, &FIELDS)?;
    let mut kept = Kept { fields, ..Kept::default() };
    let finish = parts(reader, &record, &mut kept);
    let as_of = reader.date_or_none(&record, "as_of");
    let reference = reference(reader, &record, &mut kept);
    let embedded = match record.get("embedded") {
        None => None,
        Some(inside) => {
            let dossier = dossier(reader, inside)?;
            kept.embedded = Some(inside.text.to_owned());
            Some(DossierFile::new(dossier, inside, Vec::new()))
        }
    };
    let reference = reference?;
    let place = record.place("dossier");
    let dossier = match (&embedded, &reference.id) {
        (Some(file), id) => {
            if id.as_ref().is_some_and(|id| *id != file.dossier.id) {
                let (wanted, held) = (id.clone().unwrap_or_default(), file.dossier.id.clone());
                reader.warning(place, PlanFault::HoldsAnother { wanted, held });
            }
            &file.dossier
        }
        (None, Some(id)) => {
            let (dossier, found) = find(id).map_err(|problem| reader.note(place, problem)).ok()?;
            compare(reader, place, &reference, dossier, found);
            dossier
        }
        (None, None) => return None,
    };
    let plan = plan(reader, &record, dossier, &mut kept.plan);
    let changed_from = record.get("changed_from").and_then(|piece| original(reader, piece, dossier, &mut kept));
    let mut scenario = finish?(plan, as_of.unwrap_or(dossier.as_of));
    if changed_from.as_ref().is_some_and(|original| original.title == scenario.title) {
        // Written for programs that need a title; it is that of the other plan.
        scenario.title.clear();
    }
    scenario.changed_from = changed_from.map(Arc::new);
    let dossier_id = dossier.id.clone();
    Some(ScenarioFile { scenario, dossier_id, embedded, kept, warnings: Vec::new(), text: String::new() })
}

/// The reference to the dossier; what this program does not know of it is kept.
fn reference<'a>(reader: &mut Reader<'a>, record: &Record<'a>, kept: &mut Kept) -> Option<DossierRef> {
    let piece = reader.needed(record, "dossier")?;
    let fields = piece.fields().map_err(|error| reader.unreadable(&error, Wanted::DossierRef)).ok()?;
    // Here `Some` was always read.
    let plain = |piece: Piece<'a>| piece.in_some().unwrap_or(piece);
    let fields = fields.into_iter().map(|(name, piece)| (name, plain(piece))).collect();
    let (record, unknown) = known_fields(reader, piece.at, fields, &["id", "version", "fingerprint"])?;
    kept.reference = unknown;
    let id = reader.value(&record, "id");
    let version = reader.value_or(&record, "version", None);
    let fingerprint = reader.value_or(&record, "fingerprint", None);
    Some(DossierRef { id, version, fingerprint })
}

/// Warns where the file was written for another state of the dossier.
fn compare(reader: &mut Reader<'_>, at: usize, reference: &DossierRef, dossier: &Dossier, found: &str) {
    let (id, here) = (dossier.id.clone(), dossier.version);
    if let Some(written) = reference.version.filter(|version| *version != here) {
        reader.warning(at, PlanFault::OtherVersion { id, written, here });
    } else if reference.fingerprint.as_ref().is_some_and(|fingerprint| fingerprint != found) {
        reader.warning(at, PlanFault::Changed(id));
    }
}

/// The scenario, but for its plan and its day, which depend on the dossier.
fn parts<'a>(
    reader: &mut Reader<'a>,
    record: &Record<'a>,
    kept: &mut Kept,
) -> Option<impl FnOnce(Plan, Date) -> Scenario + use<>> {
    let title = reader.needed(record, "title").and_then(|piece| reader.limited(piece, "title", limits::PLAN_TITLE));
    let (author, date, origin) = named(reader, record);
    let (form, kind) = became(reader, record);
    let counted = record.get("count").and_then(|piece| counted(reader, piece, kept)).unwrap_or_default();
    let notes = reader.text_or_empty(record, "notes", limits::NOTES);
    let guesses = guesses(reader, record);
    let class = class_work(reader, record, &mut kept.class);
    let title = title?;
    Some(move |plan, as_of| Scenario {
        title,
        author,
        date,
        origin,
        form,
        kind,
        as_of,
        plan,
        changed_from: None,
        counted,
        notes,
        guesses,
        class,
    })
}

/// Who put a plan forward, when, and where it comes from.
fn named<'a>(reader: &mut Reader<'a>, record: &Record<'a>) -> (String, Option<Date>, String) {
    let author = reader.text_or_empty(record, "author", limits::AUTHOR);
    let date = reader.date_or_none(record, "date");
    (author, date, reader.text_or_empty(record, "origin", limits::ORIGIN))
}

/// How a plan became known, and what became of it.
fn became<'a>(reader: &mut Reader<'a>, record: &Record<'a>) -> (Option<Form>, ScenarioKind) {
    let form = record.get("form").and_then(|piece| reader.name(piece, Wanted::Form));
    let kind = record.get("status").and_then(|piece| reader.name(piece, Wanted::Status));
    (form, kind.unwrap_or_default())
}

/// What students wrote, also about statements that are no longer there.
fn guesses<'a>(reader: &mut Reader<'a>, record: &Record<'a>) -> BTreeMap<String, String> {
    let wanted = Wanted::Guesses;
    let Some(piece) = record.get("guesses") else { return BTreeMap::new() };
    let entries = piece.entries().map_err(|error| reader.unreadable(&error, wanted)).unwrap_or_default();
    let mut guesses = BTreeMap::new();
    for (key, guess) in entries {
        let Some((id, guess)) = reader.read::<String>(key, wanted).zip(reader.read(guess, wanted)) else { continue };
        if guesses.insert(id, guess).is_some() {
            reader.error(key.at, PlanFault::StatementTwice);
        }
    }
    guesses
}

/// The plan that this one was changed from.
fn original<'a>(reader: &mut Reader<'a>, piece: Piece<'a>, dossier: &Dossier, kept: &mut Kept) -> Option<Original> {
    let fields = piece.fields().map_err(|error| reader.unreadable(&error, Wanted::Original)).ok()?;
    let names = ["title", "author", "date", "origin", "form", "status", "plan"];
    let (record, unknown) = known_fields(reader, piece.at, fields, &names)?;
    kept.original = unknown;
    let title = reader.text(&record, "title", limits::PLAN_TITLE)?;
    let (author, date, origin) = named(reader, &record);
    let (form, kind) = became(reader, &record);
    let plan = plan(reader, &record, dossier, &mut kept.original_plan);
    Some(Original { title, author, date, origin, form, kind, plan })
}

fn plan<'a>(reader: &mut Reader<'a>, record: &Record<'a>, dossier: &Dossier, kept: &mut Unknown) -> Plan {
    let mut plan = Plan::empty(dossier.terms.len());
    let Some(piece) = record.get("plan") else { return plan };
    let entries = piece.entries().map_err(|error| reader.unreadable(&error, Wanted::PlanValues)).unwrap_or_default();
    if entries.len() > MAX_PLAN {
        reader.error(piece.at, too_many("plan", entries.len(), MAX_PLAN, TooMany::UnknownTerms));
        return plan;
    }
    for (key, written) in entries {
        let Some(id) = reader.string(key, Wanted::TermId) else { continue };
        let keep = (key.text.to_owned(), written.text.to_owned());
        let given = written.in_some().unwrap_or(written);
        let Some(ix) = dossier.terms.iter().position(|term| term.id == id).map(TermIx::at) else {
            let near = reader.near(&id, dossier.terms.iter().map(|term| term.id.as_str()));
            reader.warning(key.at, PlanFault::NoTerm(id, near));
            kept.push(keep);
            continue;
        };
        let term = dossier.term(ix);
        let Some(value) = value_id(given).and_then(|id| term.value_by_id(&id)) else {
            let unknown = unknown_value(reader, given, term, true);
            reader.warning(given.at, unknown);
            kept.push(keep);
            continue;
        };
        if plan.get(ix).is_some() {
            reader.error(key.at, PlanFault::TermTwice(id));
        }
        plan.set(ix, Some(value));
    }
    plan
}

fn counted<'a>(reader: &mut Reader<'a>, piece: Piece<'a>, kept: &mut Kept) -> Option<Counted> {
    let fields = piece.fields().map_err(|error| reader.unreadable(&error, Wanted::Counted)).ok()?;
    let (record, unknown) = known_fields(reader, piece.at, fields, &["on", "off", "unverified", "reading"])?;
    kept.count = unknown;
    let mut counted = Counted::default();
    for (name, on) in [("on", true), ("off", false)] {
        for piece in reader.items(&record, name, MAX_CHANNELS) {
            if let Some(channel) = reader.name::<Channel>(piece, Wanted::Channel) {
                counted = counted.with(channel, on);
            }
        }
    }
    counted.unverified = reader.value_or(&record, "unverified", false);
    let reading = record.get("reading").and_then(|piece| reader.name(piece, Wanted::Reading));
    counted.reading = reading.unwrap_or_default();
    Some(counted)
}
