//! The dossiers and scenarios at hand, as the start page lists them.

use std::{collections::BTreeSet, path::PathBuf};

use super::{
    files::{Jobs, Report, lines},
    jobs::{Kind, Line},
};
use crate::{
    analysis::Judged,
    app::{Action, Catalog, Miniature, ScenarioEntry, Shelf},
    domain::{Dossier, PartyIx, Plan, Scenario, TermIx},
    storage::{self, Library},
    wording::{self, files as words},
};

/// Has read what the start page lists, and which of these files are not there now.
pub(super) fn read_beside(jobs: &mut Jobs, recent: Vec<PathBuf>) {
    let read = move |line: &Line<Report>| {
        // A library of its own: what it read for the list alone is given back with it.
        let catalog = catalog(&Library::new());
        // A network drive that does not answer takes its time.
        let missing: BTreeSet<PathBuf> = recent.into_iter().filter(|path| !path.exists()).collect();
        line.tell(Box::new(move |files, _| {
            files.library.read_own_again();
            vec![Action::CatalogRead(catalog), Action::RecentMissing(missing), files.list_drafts()]
        }));
        give_back();
    };
    jobs.start(Kind::Catalog, read, |failed| {
        let notice = words::no_catalog(failed.why());
        Box::new(move |files, _| vec![Action::Notify(notice), files.list_drafts()])
    });
}

/// Hands what reading took back to the system: glibc would keep these 2 MB for a thread that ends here.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn give_back() {
    unsafe extern "C" {
        safe fn malloc_trim(kept: usize) -> i32;
    }
    malloc_trim(0);
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
const fn give_back() {}

/// Every dossier is read for it, which takes a moment the first time.
fn catalog(library: &Library) -> Catalog {
    let own_folder = storage::own_folder().map_or_else(String::new, |folder| folder.to_string_lossy().into_owned());
    Catalog { shelves: library.shelves().iter().map(shelf).collect(), own_folder }
}

fn shelf(shelf: &storage::Shelf) -> Shelf {
    let read = shelf.dossier();
    let dossier = read.as_ref().ok().map(|file| &file.dossier);
    Shelf {
        id: shelf.id.clone(),
        title: dossier.map_or_else(|| shelf.id.clone(), |dossier| dossier.title.clone()),
        shipped: shelf.shipped,
        fictional: dossier.is_some_and(|dossier| dossier.fictional),
        language: dossier.map_or_else(String::new, |dossier| dossier.language.clone()),
        covers: dossier.map(|dossier| dossier.covers),
        counts: dossier.map_or((0, 0, 0), |d| (d.terms.len(), d.parties.len(), d.statements.len())),
        sentence: dossier
            .map_or_else(String::new, |dossier| wording::start_page::first_sentence(&dossier.about.purpose)),
        searched: dossier.map_or_else(String::new, wording::start_page::searched),
        picture: dossier.and_then(|dossier| miniature(shelf, dossier)),
        not_verified: dossier.map_or_else(String::new, |dossier| dossier.about.not_verified.clone()),
        scenarios: if dossier.is_some() {
            shelf.scenario_names().map(|name| entry(shelf, name)).collect()
        } else {
            Vec::new()
        },
        problems: read.err().map(lines).unwrap_or_default(),
    }
}

/// The table of the plan that says most; of several the first A to Z. It is a picture of the case, not of a choice.
fn miniature(shelf: &storage::Shelf, dossier: &Dossier) -> Option<Miniature> {
    let read = |name: &str| shelf.scenario(name).and_then(Result::ok).map(|file| file.scenario);
    let says_most = |one: &Scenario| (std::cmp::Reverse(one.plan.n_set()), one.title.to_lowercase());
    let first = shelf.scenario_names().filter_map(read).min_by_key(says_most)?;
    let Judged { matrix, .. } = Judged::new(dossier, &first);
    let row = |term| PartyIx::all(dossier.parties.len()).map(|party| matrix.cell(party, term).mark).collect();
    Some(Miniature { plan: wording::plan_title(&first), rows: TermIx::all(dossier.terms.len()).map(row).collect() })
}

fn entry(shelf: &storage::Shelf, name: &str) -> ScenarioEntry {
    let read = shelf.scenario(name);
    let (scenario, problems) = match read {
        Some(Ok(file)) => (Some(file.scenario), Vec::new()),
        Some(Err(problems)) => (None, lines(&problems)),
        None => (None, Vec::new()),
    };
    ScenarioEntry {
        id: name.to_owned(),
        title: scenario.as_ref().map_or_else(|| name.to_owned(), wording::plan_title),
        date: scenario.as_ref().and_then(|scenario| scenario.date),
        as_of: scenario.as_ref().map(|scenario| scenario.as_of),
        author: scenario.as_ref().map_or_else(String::new, |scenario| scenario.author.clone()),
        origin: scenario.as_ref().map_or_else(String::new, |scenario| scenario.origin.clone()),
        notes: scenario.as_ref().map_or_else(String::new, |scenario| scenario.notes.clone()),
        n_set: scenario.as_ref().map_or(0, |scenario| scenario.plan.n_set()),
        plan: scenario.as_ref().map_or_else(|| Plan::empty(0), |scenario| scenario.plan.clone()),
        form: scenario.as_ref().and_then(|scenario| scenario.form),
        kind: scenario.map(|scenario| scenario.kind).unwrap_or_default(),
        problems,
    }
}
