//! Scenarios, from their text. What this program does not know is kept and written back.

use std::collections::BTreeMap;

use super::{
    demand::{value, value_id},
    dossier::{DossierFile, dossier, fingerprint},
    kind::{Kind, kind},
    problem::{Problem, did_you_mean},
    reader::{Reader, Record},
    tree::{Piece, whole},
};
use crate::domain::{Channel, Counted, Dossier, Plan, Scenario, TermIx};

/// A scenario file: the scenario and what else is in the file.
#[derive(Clone, Debug)]
pub struct ScenarioFile {
    /// The scenario.
    pub scenario: Scenario,
    /// The id of the dossier it belongs to.
    pub dossier_id: String,
    /// The dossier, if the file holds it.
    pub embedded: Option<DossierFile>,
    /// What is written back unchanged.
    pub kept: Kept,
    /// What was ignored, and what may have changed since the file was written.
    pub warnings: Vec<Problem>,
    /// The text of the file.
    pub text: String,
}

/// What a file holds that this program does not know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Unknown fields and their texts.
    pub fields: Vec<(String, String)>,
    /// Entries of the plan whose term or value is unknown, as they are written.
    pub plan: Vec<(String, String)>,
    /// The text of the dossier in the file.
    pub embedded: Option<String>,
}

/// The fields of a scenario that this program knows, in the order in which it writes them.
const FIELDS: [&str; 15] = [
    "kind", "format", "title", "author", "date", "origin", "form", "status", "dossier", "as_of", "plan", "count",
    "notes", "guesses", "embedded",
];

#[derive(serde::Deserialize)]
struct DossierRef {
    id: String,
    #[serde(default)]
    version: Option<u32>,
    #[serde(default)]
    fingerprint: Option<String>,
}

/// Reads a scenario. `find` gives the dossier with an id and its fingerprint, if there is one; `name` is the file's.
///
/// # Errors
/// Everything that keeps it from being opened.
pub fn read_scenario<'d>(
    text: &str,
    name: &str,
    find: impl Fn(&str) -> Option<(&'d Dossier, &'d str)>,
) -> Result<ScenarioFile, Vec<Problem>> {
    match kind(text, name) {
        Ok(Kind::Scenario) => {}
        Ok(Kind::Dossier) => return Err(vec![Problem::error(format!("\"{name}\" is a dossier, not a plan"), "")]),
        Err(problem) => return Err(vec![problem]),
    }
    let mut reader = Reader::new(text);
    let read = whole(text).map_err(|error| reader.unreadable(&error, "")).ok();
    let read = read.and_then(|piece| scenario(&mut reader, piece, text, find));
    match read {
        Some(mut file) if !reader.has_errors() => {
            file.warnings = reader.into_problems();
            Ok(file)
        }
        _ => Err(reader.into_problems()),
    }
}

fn scenario<'a, 'd>(
    reader: &mut Reader<'a>,
    piece: Piece<'a>,
    text: &str,
    find: impl Fn(&str) -> Option<(&'d Dossier, &'d str)>,
) -> Option<ScenarioFile> {
    let fields = piece.fields().map_err(|error| reader.unreadable(&error, "")).ok()?;
    let (known, unknown): (Vec<_>, Vec<_>) = fields.into_iter().partition(|(name, _)| FIELDS.contains(&name.as_str()));
    for (name, piece) in &unknown {
        reader.warning(piece.at, format!("unknown field \"{name}\" is ignored and kept"), did_you_mean(name, FIELDS));
    }
    let record = reader.checked(piece.at, known, &FIELDS)?;
    let embedded = match record.get("embedded") {
        None => None,
        Some(inside) => Some((dossier(reader, inside)?, inside.text.to_owned())),
    };
    let reference: DossierRef =
        reader.needed(&record, "dossier").and_then(|piece| reader.read(piece, "Write (id: \"…\", version: 1)"))?;
    let inside = embedded.as_ref().map(|(dossier, text)| (dossier, fingerprint(text)));
    let (dossier, found) = match &inside {
        Some((dossier, fingerprint)) => (*dossier, fingerprint.as_str()),
        None => match find(&reference.id) {
            Some(found) => found,
            None => {
                let hint =
                    "Open the dossier first, put it into your own folder, or ask for the file with the dossier inside";
                reader.error(record.place("dossier"), format!("the dossier \"{}\" is not here", reference.id), hint);
                return None;
            }
        },
    };
    if inside.is_none() {
        compare(reader, &record, &reference, dossier, found);
    }
    let mut kept = Kept {
        fields: unknown.into_iter().map(|(name, piece)| (name, piece.text.to_owned())).collect(),
        ..Kept::default()
    };
    let scenario = parts(reader, &record, dossier, &mut kept)?;
    let found = found.to_owned();
    kept.embedded = embedded.as_ref().map(|(_, text)| text.clone());
    let embedded = embedded.map(|(dossier, _)| DossierFile { dossier, fingerprint: found });
    let dossier_id = reference.id;
    Some(ScenarioFile { scenario, dossier_id, embedded, kept, warnings: Vec::new(), text: text.to_owned() })
}

/// Warns where the file was written for another state of the dossier.
fn compare(reader: &mut Reader<'_>, record: &Record<'_>, reference: &DossierRef, dossier: &Dossier, found: &str) {
    let hint = "Marks may differ from those its author saw";
    if let Some(version) = reference.version.filter(|version| *version != dossier.version) {
        let message =
            format!("written for version {version} of \"{}\"; here is version {}", dossier.id, dossier.version);
        reader.warning(record.place("dossier"), message, hint);
    } else if reference.fingerprint.as_ref().is_some_and(|fingerprint| fingerprint != found) {
        reader.warning(record.place("dossier"), format!("\"{}\" has changed since this was written", dossier.id), hint);
    }
}

fn parts<'a>(reader: &mut Reader<'a>, record: &Record<'a>, dossier: &Dossier, kept: &mut Kept) -> Option<Scenario> {
    let title = reader.text(record, "title", 80);
    let author = reader.text_or_empty(record, "author", 400);
    let date = reader.date_or_none(record, "date");
    let origin = reader.text_or_empty(record, "origin", 1_000);
    let form = record.get("form").and_then(|piece| reader.read(piece, "Write Public, Leaked or Reported"));
    let kind =
        record.get("status").and_then(|piece| reader.read(piece, "Write Proposed, Adopted, Rejected or StatusQuo"));
    let as_of = reader.date_or_none(record, "as_of").unwrap_or(dossier.as_of);
    let plan = plan(reader, record, dossier, kept);
    let counted = record.get("count").and_then(|piece| counted(reader, piece)).unwrap_or_default();
    let notes = reader.text_or_empty(record, "notes", 20_000);
    let guesses = reader.value_or(record, "guesses", BTreeMap::new());
    Some(Scenario {
        title: title?,
        author,
        date,
        origin,
        form,
        kind: kind.unwrap_or_default(),
        as_of,
        plan,
        counted,
        notes,
        guesses,
    })
}

fn plan<'a>(reader: &mut Reader<'a>, record: &Record<'a>, dossier: &Dossier, kept: &mut Kept) -> Plan {
    let mut plan = Plan::empty(dossier.terms.len());
    let Some(piece) = record.get("plan") else { return plan };
    let entries =
        piece.entries().map_err(|error| reader.unreadable(&error, "Write {\"term\": value, …}")).unwrap_or_default();
    for (key, given) in entries {
        let Some(id) = reader.read::<String>(key, "Write the id of a term in quotation marks") else { continue };
        let keep = (key.text.to_owned(), given.text.to_owned());
        let Some(term) = dossier.terms.iter().position(|term| term.id == id).map(TermIx::at) else {
            let hint = did_you_mean(&id, dossier.terms.iter().map(|term| term.id.as_str()));
            reader.warning(key.at, format!("the term \"{id}\" does not exist; it is ignored and kept"), hint);
            kept.plan.push(keep);
            continue;
        };
        if value_id(given).and_then(|id| dossier.term(term).value_by_id(&id)).is_none() {
            let hint = did_you_mean(
                given.text.trim_matches('"'),
                dossier.term(term).values.iter().map(|value| value.id.as_str()),
            );
            let message = format!("the term \"{id}\" has no value {}; it is ignored and kept", given.text);
            reader.warning(given.at, message, hint);
            kept.plan.push(keep);
            continue;
        }
        if plan.get(term).is_some() {
            reader.error(key.at, format!("the term \"{id}\" stands here a second time"), "Keep one of the two");
        }
        plan.set(term, value(reader, given, dossier.term(term)));
    }
    plan
}

fn counted<'a>(reader: &mut Reader<'a>, piece: Piece<'a>) -> Option<Counted> {
    let record = reader.record(piece, &["on", "off", "unverified"])?;
    let mut counted = Counted::default();
    for (name, on) in [("on", true), ("off", false)] {
        for channel in reader.value_or::<Vec<Channel>>(&record, name, Vec::new()) {
            counted = counted.with(channel, on);
        }
    }
    counted.unverified = reader.value_or(&record, "unverified", false);
    Some(counted)
}
