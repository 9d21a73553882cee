//! A file out of which a case is made: what it holds, and what would come of it beside the case that is open.

use std::{collections::BTreeSet, path::Path, sync::Arc};

use super::{Book, CaseFile, Imported, book_of, from_csl, import, import_into, merged, of_text, open};
use crate::{
    analysis::lint,
    app::{
        Document,
        case::{Brought, BroughtCase, CellMessage, Found, OwnCase, Update, Way, with_raised_version},
    },
    domain::{ChangeKind, Dossier, Severity},
    format::{DossierText, Step, read_scenario},
    wording::{self, DateStyle, incoming as words},
};

/// What a file holds, and what would come of it beside the case of a document.
#[must_use]
pub fn look(path: &Path, document: &Document) -> Found {
    let own = document.own.as_deref().filter(|own| own.is_sound());
    let own = own.map(|own| (own, &document.case.dossier));
    let name = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let found = open(path).and_then(|file| match file {
        CaseFile::Book(book) => {
            let imported = import(&book, &name);
            Ok(Brought { update: update(&book, &imported, own), ..as_new(&imported) })
        }
        CaseFile::Case { text, plans, is_as_written } => Ok(whole_case((text, plans, is_as_written), own)),
        CaseFile::Sources(items) => of_sources(&items, own),
    });
    match found {
        Ok(brought) => Found::Read(Arc::new(brought)),
        Err(why) => Found::Refused(why),
    }
}

type Own<'o> = Option<(&'o OwnCase, &'o Dossier)>;

fn as_new(imported: &Imported) -> Brought {
    let text = imported.dossier.as_ref().map(|_| imported.text.as_str().into());
    let new_case = Way { messages: messages(imported), text, ..Way::default() };
    Brought { case: imported.dossier.as_ref().map(|file| case(&file.dossier)), new_case, ..Brought::default() }
}

fn whole_case((text, plans, is_as_written): (String, Vec<(String, String)>, bool), own: Own<'_>) -> Brought {
    let imported = of_text(text);
    let mut brought = as_new(&imported);
    if let Some(file) = &imported.dossier {
        let unreadable = |(name, text): &(String, String)| {
            let found = |_: &str| Ok((&file.dossier, file.fingerprint.as_str()));
            let problems = read_scenario(text, name, found).err()?;
            let message = problems.first().map(wording::problem)?;
            Some(CellMessage { is_error: false, place: name.clone(), message, hint: String::new() })
        };
        brought.new_case.messages.extend(plans.iter().filter_map(unreadable));
        brought.update = update(&book_of(&file.dossier), &imported, own);
    }
    Brought { plans, is_shared: is_as_written, ..brought }
}

/// A list of sources is read into a case or not at all.
fn of_sources(items: &[serde_json::Value], own: Own<'_>) -> Result<Brought, String> {
    let (own, dossier) = own.ok_or_else(|| words::SOURCES_NEED_A_CASE.to_owned())?;
    let mut told = Vec::new();
    let book = from_csl(items, Some(dossier), &mut told);
    let mut imported = import_into(&book, dossier, true);
    imported.messages.splice(0..0, told);
    let keeping = way(&imported, own, dossier);
    Ok(Brought { update: Some(Update { is_meant: true, keeping, removing: None }), ..Brought::default() })
}

fn update(book: &Book, imported: &Imported, own: Own<'_>) -> Option<Update> {
    let (own, dossier) = own?;
    let alike = likeness(imported, dossier);
    if alike == Likeness::Other {
        return None;
    }
    let [keeping, removing] = [true, false].map(|keep| way(&import_into(book, dossier, keep), own, dossier));
    let has_gone = removing.changes.iter().any(|change| change.kind == ChangeKind::Gone);
    // What cannot be read cannot be compared: it is told once.
    let removing = (has_gone || removing.text.is_none() && keeping.text.is_some()).then_some(removing);
    Some(Update { is_meant: alike == Likeness::Same, keeping, removing })
}

/// How much the file is about the same things as the case, sound or not: by the ids that it names.
fn likeness(imported: &Imported, own: &Dossier) -> Likeness {
    let Some(theirs) = DossierText::new(imported.text.clone()) else { return Likeness::Other };
    if theirs.string(&[Step::Field("id")]).as_ref() == Some(&own.id) {
        return Likeness::Same;
    }
    let ids = |list| theirs.records(&[Step::Field(list)]).iter().map(|record| record.string("id")).collect();
    let of = |theirs: BTreeSet<String>, ours: BTreeSet<String>| {
        (theirs.is_subset(&ours) || ours.is_subset(&theirs), !theirs.is_disjoint(&ours))
    };
    let all = [
        of(ids("parties"), own.parties.iter().map(|of| of.id.clone()).collect()),
        of(ids("terms"), own.terms.iter().map(|of| of.id.clone()).collect()),
        of(ids("statements"), own.statements.iter().map(|of| of.id.clone()).collect()),
    ];
    match (all[..2].iter().all(|(is_part, _)| *is_part), all.iter().any(|(_, shares)| *shares)) {
        (_, false) => Likeness::Other,
        (true, true) => Likeness::Same,
        (false, true) => Likeness::Like,
    }
}

/// See [`likeness`].
#[derive(Clone, Copy, PartialEq, Eq)]
enum Likeness {
    /// It names nothing of the case.
    Other,
    /// It names some of it.
    Like,
    /// It has the case's id, or all its parties and terms are the case's, or the other way round.
    Same,
}

fn messages(imported: &Imported) -> Vec<CellMessage> {
    let told = imported.messages.iter().map(|told| CellMessage {
        is_error: told.severity == Severity::Error,
        place: told.at.as_ref().map_or_else(String::new, ToString::to_string),
        message: told.message.clone(),
        hint: told.hint.clone(),
    });
    told.collect()
}

/// What would come of it for the open case.
fn way(imported: &Imported, own: &OwnCase, dossier: &Dossier) -> Way {
    let mut messages = messages(imported);
    let Some(file) = &imported.dossier else { return Way { messages, ..Way::default() } };
    let changes = super::changes(dossier, &file.dossier);
    let merged = DossierText::new(imported.text.clone())
        .and_then(|other| merged(&own.text, &other, &changes))
        .filter(|text| text.read().is_ok_and(|read| super::changes(&read.dossier, &file.dossier).is_empty()));
    let Some(text) = merged else {
        let (message, hint) = (words::NOT_MERGED.to_owned(), words::NOT_MERGED_HINT.to_owned());
        messages.insert(0, CellMessage { is_error: true, place: String::new(), message, hint });
        return Way { messages, changes, ..Way::default() };
    };
    let (text, raised) = with_raised_version(own, text);
    Way { messages, changes, text: Some(text.as_str().into()), raised }
}

/// What a case is, before it is used.
fn case(dossier: &Dossier) -> BroughtCase {
    let mut coverage: Vec<(String, usize, usize)> = Vec::new();
    for (ix, party) in dossier.parties.iter().enumerate() {
        let statements = dossier.statements.iter().filter(|statement| statement.party.get() == ix).count();
        let positions = dossier.positions.iter().filter(|position| position.party.get() == ix).count();
        coverage.push((party.name.clone(), statements, positions));
    }
    coverage.sort_by_key(|(name, ..)| name.to_lowercase());
    let finding = |found| {
        let said = wording::finding(dossier, &[], found, DateStyle::Iso);
        format!("{}: {} {}", said.subject, said.message, said.hint).trim_end().to_owned()
    };
    BroughtCase {
        id: dossier.id.clone(),
        title: dossier.title.clone(),
        fictional: dossier.fictional,
        version: dossier.version,
        author: dossier.about.author.clone(),
        licence: dossier.about.licence.clone(),
        updated: dossier.about.updated,
        purpose: dossier.about.purpose.clone(),
        not_verified: dossier.about.not_verified.clone(),
        n_terms: dossier.terms.len(),
        coverage,
        findings: lint(dossier, &[]).iter().map(finding).collect(),
    }
}
