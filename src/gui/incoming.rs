//! Files out of which a case is made are read beside the window: a workbook may hold a million cells.

use std::{
    collections::BTreeSet,
    path::Path,
    sync::{
        Arc,
        mpsc::{self, Receiver, Sender},
    },
    thread,
};

use eframe::egui::Context;

use super::{App, faults, files::Files};
use crate::{
    analysis::lint,
    app::{
        self, Document, SaveForm, SaveJob,
        case::{Action, Brought, BroughtCase, CellMessage, Effect, Found, OwnCase, Update, Way, with_raised_version},
    },
    domain::{ChangeKind, Dossier, Severity},
    format::{DossierText, Step, parted, read_scenario, shared_case},
    storage::{self, SaveError},
    wording::{self, DateStyle, incoming as words, start as start_words},
    workbook::{self, Book, CaseFile, Imported},
};

/// The readings under way.
pub(super) struct Readings {
    sender: Sender<Action>,
    reports: Receiver<Action>,
}

impl Default for Readings {
    fn default() -> Self {
        let (sender, reports) = mpsc::channel();
        Self { sender, reports }
    }
}

impl Readings {
    /// Starts to read; `wake` is called when it is done.
    fn start(&self, number: u64, wake: impl Fn() + Send + 'static, read: impl FnOnce() -> Found + Send + 'static) {
        let sender = self.sender.clone();
        let reading = move || {
            let failed = |fault: String| Found::Refused(start_words::work_ended_by_a_fault(&fault));
            let found = faults::guarded(read).unwrap_or_else(failed);
            // Nobody listens once the window is closed.
            sender.send(Action::Brought(number, found)).ok();
            wake();
        };
        if let Err(error) = thread::Builder::new().name("workbook".to_owned()).spawn(reading) {
            let found = Found::Refused(storage::why(&error));
            self.sender.send(Action::Brought(number, found)).ok();
        }
    }

    /// What was found since the last call.
    pub(super) fn reports(&self) -> impl Iterator<Item = app::Action> + '_ {
        self.reports.try_iter().map(app::Action::Case)
    }
}

impl App {
    /// Carries out what the tab of the case asked for.
    pub(super) fn carry_out_case(&mut self, ctx: &Context, effect: Effect) -> Vec<app::Action> {
        if let Effect::Read { number, path, document } = effect {
            let ctx = ctx.clone();
            self.readings.start(number, move || ctx.request_repaint(), move || look(&path, &document));
            return Vec::new();
        }
        self.files.case_effect(effect, &self.state)
    }
}

/// What a file holds, and what would come of it beside the case of a document.
#[must_use]
pub fn look(path: &Path, document: &Document) -> Found {
    let own = document.own.as_deref().filter(|own| own.is_sound());
    let own = own.map(|own| (own, &document.case.dossier));
    let name = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let found = workbook::open(path).and_then(|file| match file {
        CaseFile::Book(book) => {
            let imported = workbook::import(&book, &name);
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
    let imported = workbook::of_text(text);
    let mut brought = as_new(&imported);
    if let Some(file) = &imported.dossier {
        let unreadable = |(name, text): &(String, String)| {
            let found = |_: &str| Ok((&file.dossier, file.fingerprint.as_str()));
            let problems = read_scenario(text, name, found).err()?;
            let message = problems.first().map(wording::problem)?;
            Some(CellMessage { is_error: false, place: name.clone(), message, hint: String::new() })
        };
        brought.new_case.messages.extend(plans.iter().filter_map(unreadable));
        brought.update = update(&workbook::book_of(&file.dossier), &imported, own);
    }
    Brought { plans, is_shared: is_as_written, ..brought }
}

/// A list of sources is read into a case or not at all.
fn of_sources(items: &[serde_json::Value], own: Own<'_>) -> Result<Brought, String> {
    let (own, dossier) = own.ok_or_else(|| words::SOURCES_NEED_A_CASE.to_owned())?;
    let mut told = Vec::new();
    let book = workbook::from_csl(items, Some(dossier), &mut told);
    let mut imported = workbook::import_into(&book, dossier, true);
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
    let [keeping, removing] = [true, false].map(|keep| way(&workbook::import_into(book, dossier, keep), own, dossier));
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
    let changes = workbook::changes(dossier, &file.dossier);
    let merged = DossierText::new(imported.text.clone())
        .and_then(|other| workbook::merged(&own.text, &other, &changes))
        .filter(|text| text.read().is_ok_and(|read| workbook::changes(&read.dossier, &file.dossier).is_empty()));
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

impl Files {
    /// Writes the case as a workbook, or with its plans as one file, if nothing is wrong with it.
    pub(super) fn write_case(&mut self, document: &Document, job: &SaveJob) -> Result<Vec<app::Action>, SaveError> {
        let unsound = document.own.as_deref().filter(|own| !own.is_sound());
        let bytes = match (unsound, job.form) {
            (Some(own), _) => Err(words::not_written(own.problems.len())),
            (None, SaveForm::Shared) => self.shared(document).ok_or_else(|| words::NOT_SHARED.to_owned()),
            (None, _) => workbook::write(&workbook::book_of(&document.case.dossier)),
        };
        match bytes {
            Ok(bytes) => {
                storage::write_keeping(&job.path, &bytes, job.overwrite)?;
                Ok(vec![app::Action::Case(Action::Written(job.path.clone()))])
            }
            Err(why) => Ok(self.not_saved(document, job, &why)),
        }
    }

    /// The dossier as it stands in the window, with the plans that lie beside it.
    fn shared(&self, document: &Document) -> Option<Vec<u8>> {
        let id = &document.case.dossier.id;
        let (text, plans) = match &document.own {
            Some(own) => (own.sound.to_string(), self.library.plan_texts_beside(&own.path, id)),
            None => (self.dossier_text(document)?, self.plans_of(id)),
        };
        // It was shared with us, and goes on with the plans that came along.
        let (text, inside) = parted(&text).unwrap_or((text, Vec::new()));
        let plans = if plans.is_empty() { inside } else { plans };
        shared_case(&text, &plans).map(String::into_bytes)
    }
}
