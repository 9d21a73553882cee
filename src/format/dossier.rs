//! Dossiers, from their text.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::{
    demand::{self, Terms},
    kind::{Kind, kind_of, unix_lines},
    limits::{MAX_BYTES, MAX_RECORDS},
    lists::{Ids, PARTIES, POSITIONS, RULES, SOURCES, STATEMENTS, TERMS, check_plans, gather, id_of, some_of},
    position::{Known, positions},
    reader::{Reader, Record},
    slips::Mended,
    terms,
    tree::{Piece, RonText},
};
use crate::domain::{
    About, Date, Dossier, DossierFault, DossierParts, FileFault, Finding, Flaw, Party, PartyIx, Quote, Rule, Source,
    SourceIx, Statement, Wanted, limits,
};

/// The number of digits of a fingerprint.
const FINGERPRINT_DIGITS: usize = 12;

/// A dossier, the fingerprint of its text and the text.
#[derive(Clone, Debug)]
pub struct DossierFile {
    /// The dossier.
    pub dossier: Dossier,
    /// See [`fingerprint`].
    pub fingerprint: String,
    /// The record alone, to be put into scenarios.
    pub text: String,
    /// What is ignored in it and kept, such as the fields of a newer version.
    pub warnings: Vec<Finding>,
}

/// The first twelve digits of the SHA-256 of a dossier's record: comments around it and the kind of its line ends do not
/// count, so that a dossier has the same fingerprint in a file of its own, inside a scenario and on every system.
fn fingerprint_of(record: &str) -> String {
    let digest = Sha256::digest(unix_lines(record).as_bytes());
    let digits: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    digits[..FINGERPRINT_DIGITS].to_owned()
}

/// Reads a dossier.
///
/// # Errors
/// Everything that is wrong with it, in the order of the text.
pub fn read_dossier(text: &str) -> Result<DossierFile, Vec<Finding>> {
    let text = &*unix_lines(text);
    let source = RonText::new(text);
    if let Some(file) = sound(text, &source) {
        return Ok(file);
    }
    // Something is wrong. Read again what `ron` finds well formed as a whole: then each problem is named once, and in its
    // own words.
    let error = match source.whole() {
        Ok(piece) => {
            let mut reader = Reader::new(text);
            return match dossier(&mut reader, piece) {
                Some(dossier) if !reader.has_errors() => Ok(DossierFile::new(dossier, piece, reader.into_problems())),
                _ => Err(reader.into_problems()),
            };
        }
        Err(error) => error,
    };
    let mended = Mended::of(text);
    let again = mended.as_ref().map(|mended| RonText::new(&mended.text));
    let mut reader = Reader::new(text);
    if let (Some(mended), Some(source)) = (&mended, &again) {
        reader.slips(mended);
        match source.whole() {
            Ok(piece) => drop(dossier(&mut reader, piece)),
            Err(error) => reader.unreadable(&error, Wanted::Nothing),
        }
    }
    reader.refused(&error);
    Err(reader.into_problems())
}

/// The dossier that the text of a file is, if it is one, not too large and nothing is wrong with it.
pub(crate) fn sound_dossier(text: &str) -> Option<DossierFile> {
    let text = (text.len() <= MAX_BYTES).then(|| unix_lines(text))?;
    sound(&text, &RonText::new(&text))
}

fn sound(text: &str, source: &RonText<'_>) -> Option<DossierFile> {
    let piece = source.is_closed().then(|| source.piece())?;
    let mut reader = Reader::new(text);
    let dossier = dossier(&mut reader, piece)?;
    // What an unknown field holds is read by nobody: `ron` must judge it.
    (reader.n_problems() == 0).then(|| DossierFile::new(dossier, piece, Vec::new()))
}

const FIELDS: [&str; 18] = [
    "kind",
    "format",
    "id",
    "version",
    "title",
    "language",
    "fictional",
    "as_of",
    "covers",
    "about",
    "parties",
    "terms",
    "rules",
    "sources",
    "also",
    "statements",
    "positions",
    "plans",
];

impl DossierFile {
    /// What was read from a piece.
    pub(super) fn new(dossier: Dossier, piece: Piece<'_>, warnings: Vec<Finding>) -> Self {
        let record = piece.record();
        Self { dossier, fingerprint: fingerprint_of(record), text: record.to_owned(), warnings }
    }

    /// The dossier and its fingerprint.
    pub(crate) fn found(&self) -> (&Dossier, &str) {
        (&self.dossier, &self.fingerprint)
    }
}

/// The fields of a dossier of a format that this program knows; what the piece is instead is noted.
fn fields_of<'a>(reader: &mut Reader<'a>, piece: Piece<'a>) -> Option<Record<'a>> {
    let Ok(fields) = piece.fields() else {
        reader.error(piece.at, FileFault::NotADossier);
        return None;
    };
    match kind_of(piece, &fields, None) {
        Ok(Kind::Dossier) => return reader.checked(piece.at, fields, &FIELDS),
        Ok(Kind::Scenario) => {
            let at = fields.iter().find(|(name, _)| name == "kind").map_or(piece.at, |(_, given)| given.at);
            reader.error(at, FileFault::PlanForDossier);
        }
        Err(refusal) => reader.note(refusal.at.unwrap_or(piece.at), refusal.problem),
    }
    None
}

/// Reads the record of a dossier, in a file of its own or inside a scenario.
pub(super) fn dossier<'a>(reader: &mut Reader<'a>, piece: Piece<'a>) -> Option<Dossier> {
    let record = fields_of(reader, piece)?;
    let id = reader.id(&record);
    let version = reader.value::<u32>(&record, "version");
    let title = reader.text(&record, "title", limits::TITLE);
    let language = reader.value_or(&record, "language", "en".to_owned());
    let fictional = reader.value_or(&record, "fictional", false);
    let as_of = reader.date(&record, "as_of");
    let covers = reader.needed(&record, "covers").and_then(|piece| covers(reader, piece));
    let about = reader.needed(&record, "about").and_then(|piece| about(reader, piece));
    let sources = gather(reader, &record, SOURCES, MAX_RECORDS, |reader, piece| source(reader, piece));
    let of_sources = Ids::of(SOURCES, &sources);
    for list in [PARTIES, TERMS] {
        some_of(reader, &record, list);
    }
    let parties = gather(reader, &record, PARTIES, limits::PARTIES, |reader, piece| party(reader, piece));
    let terms = gather(reader, &record, TERMS, limits::TERMS, |reader, piece| terms::term(reader, piece, &of_sources));
    let of_parties = Ids::of(PARTIES, &parties);
    let known = Terms { ids: Ids::of(TERMS, &terms), terms: &terms };
    let rules = gather(reader, &record, RULES, MAX_RECORDS, |reader, piece| rule(reader, piece, &known));
    let statements = gather(reader, &record, STATEMENTS, MAX_RECORDS, |reader, piece| {
        statement(reader, piece, &of_parties, &of_sources)
    });
    let positions = positions(reader, &record, &Known { parties: &of_parties, terms: &known, statements: &statements });
    check_plans(reader, &record);
    let parts = DossierParts {
        id: id?,
        version: version?,
        title: title?,
        language,
        fictional,
        as_of: as_of?,
        covers: covers?,
        about: about?,
        parties,
        terms,
        rules,
        sources,
        also: speakers(reader, &record),
        statements,
        positions: positions?,
    };
    // What was dropped because of an error must not be reported a second time as missing.
    if reader.has_errors() {
        return None;
    }
    Dossier::new(parts).map_err(|flaws| flaws.into_iter().for_each(|flaw| report(reader, &record, flaw))).ok()
}

/// Notes what only the whole dossier can tell; as a rule that is positions that replace each other in a circle.
fn report(reader: &mut Reader<'_>, record: &Record<'_>, flaw: Flaw) {
    let of_position = |id: &String| {
        let pieces = record.get(POSITIONS.name)?.items().ok()?;
        pieces.into_iter().find(|piece| id_of(*piece).as_ref() == Some(id)).map(|piece| piece.at)
    };
    let of_rule = |id: &String| {
        let pieces = record.get("rules")?.items().ok()?;
        pieces.into_iter().find(|piece| id_of(*piece).as_ref() == Some(id)).map(|piece| piece.at)
    };
    let at = match &flaw {
        Flaw::TooHard(id) => of_position(id).or_else(|| of_rule(id)),
        Flaw::Replaces(id) | Flaw::NoStatement(id) | Flaw::DemandWithoutTerm(id) => of_position(id),
        Flaw::Nothing(_) | Flaw::TooMany(_) | Flaw::Values(..) | Flaw::Dangling(_) => None,
    };
    reader.flaw(at.unwrap_or(record.at), flaw);
}

fn covers(reader: &mut Reader<'_>, piece: Piece<'_>) -> Option<(Date, Date)> {
    let (first, last): (String, String) =
        piece.read().map_err(|error| reader.unreadable(&error, Wanted::Covers)).ok()?;
    let (first, last) = (reader.date_from(piece.at, &first), reader.date_from(piece.at, &last));
    let (first, last) = first.zip(last)?;
    if last.earliest() < first.earliest() {
        reader.error(piece.at, DossierFault::CoversReversed);
    }
    Some((first, last))
}

fn about<'a>(reader: &mut Reader<'a>, piece: Piece<'a>) -> Option<About> {
    let known = [
        "purpose",
        "author",
        "updated",
        "licence",
        "read_in_full",
        "read_in_part",
        "not_verified",
        "left_out",
        "notes",
    ];
    let record = reader.record(piece, &known)?;
    Some(About {
        purpose: reader.text_or_empty(&record, "purpose", limits::ACCOUNT),
        author: reader.text_or_empty(&record, "author", limits::AUTHOR),
        updated: reader.date_or_none(&record, "updated"),
        licence: reader.text_or_empty(&record, "licence", limits::AUTHOR),
        read_in_full: reader.text_or_empty(&record, "read_in_full", limits::ACCOUNT),
        read_in_part: reader.text_or_empty(&record, "read_in_part", limits::ACCOUNT),
        not_verified: reader.text_or_empty(&record, "not_verified", limits::ACCOUNT),
        left_out: reader.text_or_empty(&record, "left_out", limits::ACCOUNT),
        notes: reader.value_or(&record, "notes", Vec::new()),
    })
}

/// Other spellings of a name.
fn spellings<'a>(reader: &mut Reader<'a>, piece: Piece<'a>) -> Vec<String> {
    let pieces = reader.items_in(piece, "also", limits::CITED).unwrap_or_default();
    pieces.into_iter().filter_map(|piece| reader.limited(piece, "also", limits::VOICE)).collect()
}

/// Other spellings of the names of speakers.
fn speakers<'a>(reader: &mut Reader<'a>, record: &Record<'a>) -> BTreeMap<String, Vec<String>> {
    let wanted = Wanted::Spellings;
    let Some(piece) = record.get("also") else { return BTreeMap::new() };
    let entries = piece.entries().map_err(|error| reader.unreadable(&error, wanted)).unwrap_or_default();
    let named = entries.into_iter().take(MAX_RECORDS).filter_map(|(key, piece)| {
        let name = reader.string(key, wanted)?;
        Some((name, spellings(reader, piece)))
    });
    named.collect()
}

fn party<'a>(reader: &mut Reader<'a>, piece: Piece<'a>) -> Option<Party> {
    let record = reader.record(piece, &["id", "code", "name", "also", "body", "role", "reason", "note"])?;
    let (id, code, name) = (
        reader.id(&record),
        reader.text(&record, "code", limits::CODE),
        reader.text(&record, "name", limits::PARTY_NAME),
    );
    let also = record.get("also").map(|piece| spellings(reader, piece)).unwrap_or_default();
    let body = reader.text(&record, "body", limits::BODY);
    let role = reader.choice(&record, "role", Wanted::Role);
    let (reason, note) =
        (reader.text_or_empty(&record, "reason", limits::REASON), reader.text_or_empty(&record, "note", limits::NOTE));
    Some(Party { id: id?, code: code?, name: name?, also, body: body?, role: role?, reason, note })
}

fn rule<'a>(reader: &mut Reader<'a>, piece: Piece<'a>, terms: &Terms<'_>) -> Option<Rule> {
    let record = reader.record(piece, &["id", "demand", "reason"])?;
    let (id, reason) = (reader.id(&record), reader.text(&record, "reason", limits::REASON));
    let demand = reader.needed(&record, "demand").and_then(|piece| demand::demand(reader, piece, terms));
    Some(Rule { id: id?, demand: demand?, reason: reason? })
}

fn source<'a>(reader: &mut Reader<'a>, piece: Piece<'a>) -> Option<Source> {
    let record = reader.record(piece, &["id", "publisher", "title", "date", "url", "kind", "read", "note"])?;
    let (id, publisher) = (reader.id(&record), reader.text(&record, "publisher", limits::BODY));
    let title = reader.text_or_empty(&record, "title", limits::MEANING);
    let date = reader.date_or_none(&record, "date");
    let url = reader.text(&record, "url", limits::URL);
    if let Some(url) = &url
        && !(url.starts_with("https://") || url.starts_with("http://"))
    {
        reader.error(record.place("url"), DossierFault::IncompleteAddress);
    }
    let kind = reader.choice(&record, "kind", Wanted::SourceKind);
    let read = reader.choice(&record, "read", Wanted::Read);
    let note = reader.text_or_empty(&record, "note", limits::NOTE);
    Some(Source { id: id?, publisher: publisher?, title, date, url: url?, kind: kind?, read: read?, note })
}

const STATEMENT_FIELDS: [&str; 13] = [
    "id",
    "party",
    "speaker",
    "office",
    "said",
    "published",
    "short",
    "long",
    "quote",
    "channel",
    "unverified",
    "caveat",
    "sources",
];

fn statement<'a>(reader: &mut Reader<'a>, piece: Piece<'a>, parties: &Ids<'_>, sources: &Ids<'_>) -> Option<Statement> {
    let record = reader.record(piece, &STATEMENT_FIELDS)?;
    let id = reader.id(&record);
    let party = reader.needed(&record, "party").and_then(|piece| parties.one(reader, piece)).map(PartyIx::at);
    let (speaker, office) =
        (reader.text(&record, "speaker", limits::SPEAKER), reader.text(&record, "office", limits::OFFICE));
    let said = reader.date(&record, "said");
    let published = reader.date_or_none(&record, "published").or(said);
    let (short, long) =
        (reader.text(&record, "short", limits::SPEAKER), reader.text_or_empty(&record, "long", limits::NOTE));
    let quote = record.get("quote").and_then(|piece| quote(reader, piece));
    let channel = reader.choice(&record, "channel", Wanted::Channel);
    let unverified = reader.value_or(&record, "unverified", false);
    let caveat = reader.text_or_empty(&record, "caveat", limits::MEANING);
    let pieces = reader.items(&record, "sources", limits::CITED);
    let sources = sources.all(reader, pieces).into_iter().map(|(place, _)| SourceIx::at(place)).collect();
    Some(Statement {
        id: id?,
        party: party?,
        speaker: speaker?,
        office: office?,
        said: said?,
        published: published?,
        short: short?,
        long,
        quote,
        channel: channel?,
        unverified,
        caveat,
        sources,
    })
}

fn quote(reader: &mut Reader<'_>, piece: Piece<'_>) -> Option<Quote> {
    let (text, language): (String, String) =
        piece.read().map_err(|error| reader.unreadable(&error, Wanted::Quote)).ok()?;
    let words = text.split_whitespace().count();
    if words > limits::QUOTE_WORDS {
        reader.error(piece.at, DossierFault::LongQuote(words));
    }
    Some(Quote { text, language })
}
