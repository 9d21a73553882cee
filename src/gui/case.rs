//! Cases of one's own: where they are kept, what is copied, and what another program did to them.

use std::{path::Path, sync::Arc};

use eframe::egui::Context;

use super::{
    App,
    files::{Files, Jobs},
    is_turned_to,
};
use crate::{
    app::{
        Action, Case, Document, SaveJob, State,
        case::{self, Begin, Effect, OwnCase},
    },
    domain::{Date, Scenario, id_from},
    format::{DossierText, Pattern, new_case, plan_for, read_dossier},
    storage::{self, DraftOfCase, SaveError},
    wording::{UNTITLED, case as words, files as texts},
};

impl Files {
    /// The text of a case that lies in the user's own folder, as it is in the library.
    pub(super) fn own_case(&self, case: &Case) -> Option<Arc<OwnCase>> {
        let shelf = self.library.shelf(&case.dossier.id).filter(|shelf| !shelf.shipped)?;
        shelf.dossier().ok().filter(|file| file.fingerprint == case.fingerprint)?;
        let path = storage::dossier_path(&storage::own_folder()?.join(&shelf.id));
        OwnCase::opened(&shelf.text, path).map(Arc::new)
    }

    /// Makes a case of one's own: a new one, or a copy of what is open.
    pub(super) fn case_effect(&mut self, effect: Effect, state: &State, jobs: &mut Jobs) -> Vec<Action> {
        let made = match effect {
            Effect::MakeMine => self.make_mine(&state.document),
            Effect::New(begin, title) => self.new_case(&begin, &title),
            Effect::Keep { text, id, plans } => self.keep(&text, &id, &plans),
            Effect::Look { text } => self.look(&text),
            Effect::Read { number, path, document } => {
                super::incoming::read_beside(jobs, number, path, document);
                Ok(Vec::new())
            }
        };
        made.unwrap_or_else(|problem| vec![Action::Notify(texts::case_not_made(&problem))])
    }

    /// The text of the dossier of a document, wherever it is kept.
    pub(super) fn dossier_text(&self, document: &Document) -> Option<String> {
        let print = &document.case.fingerprint;
        let inside = document.file.as_ref().and_then(|file| self.open.get(&file.id));
        let inside = inside.and_then(|file| file.embedded.as_ref()).filter(|own| own.fingerprint == *print);
        let shelf = self.library.shelf(&document.case.dossier.id);
        let shelf = shelf.filter(|shelf| shelf.dossier().is_ok_and(|file| file.fingerprint == *print));
        let own = self.dossier_texts.get(print).cloned();
        own.or_else(|| inside.map(|own| own.text.clone())).or_else(|| shelf.map(|shelf| shelf.text.to_string()))
    }

    fn make_mine(&mut self, document: &Document) -> Result<Vec<Action>, String> {
        let old = &document.case.dossier.id;
        let text = self.dossier_text(document).ok_or(words::cli::NOT_TO_BE_COPIED)?;
        let plans = self.plans_of(old);
        let (case, own) = self.write_new(Pattern::Copy(&text), &format!("{old}-mine"), None, &plans)?;
        Ok(vec![Action::Case(case::Action::Mine(Box::new(own), case))])
    }

    fn new_case(&mut self, begin: &Begin, title: &str) -> Result<Vec<Action>, String> {
        let copied = match begin {
            Begin::Copy(id) => self.library.shelf(id).map(|shelf| (id.clone(), shelf.text.to_string())),
            Begin::Template | Begin::Empty => None,
        };
        let pattern = match (begin, &copied) {
            (Begin::Empty, _) => Pattern::Empty,
            (Begin::Copy(_), Some((_, text))) => Pattern::Copy(text),
            _ => Pattern::Template,
        };
        let plans = copied.as_ref().map_or_else(Vec::new, |(id, _)| self.plans_of(id));
        let (case, own) = self.write_new(pattern, &id_from(title), Some(title), &plans)?;
        let scenario = Scenario::empty(&case.dossier, UNTITLED.to_owned());
        let document = Document::opened(case, scenario, None).of_own_case(Some(Arc::new(own)));
        Ok(vec![Action::Opened(Box::new(document), None)])
    }

    /// Makes a case of one's own of a dossier that came in a file.
    fn keep(&mut self, text: &str, id: &str, plans: &[(String, String)]) -> Result<Vec<Action>, String> {
        let (case, own) = self.write_new(Pattern::Copy(text), id, None, plans)?;
        let scenario = Scenario::empty(&case.dossier, UNTITLED.to_owned());
        let document = Document::opened(case, scenario, None).of_own_case(Some(Arc::new(own)));
        Ok(vec![Action::Opened(Box::new(document), None)])
    }

    /// Opens a dossier that came in a file; it is nobody's to change.
    fn look(&mut self, text: &str) -> Result<Vec<Action>, String> {
        let file = read_dossier(text).map_err(|problems| super::files::lines(&problems).join("\n"))?;
        let case = Arc::new(Case::new(file.dossier, file.fingerprint, false));
        self.dossier_texts.insert(case.fingerprint.clone(), text.to_owned());
        let scenario = Scenario::empty(&case.dossier, UNTITLED.to_owned());
        Ok(vec![Action::Opened(Box::new(Document::opened(case, scenario, None)), None)])
    }

    /// The plans of a case at hand, names and texts.
    pub(super) fn plans_of(&self, id: &str) -> Vec<(String, String)> {
        let shelf = self.library.shelf(id).into_iter();
        shelf.flat_map(|shelf| shelf.scenario_texts().map(|(name, text)| (name.to_owned(), text.to_owned()))).collect()
    }

    /// Writes a new case into the user's own folder, with plans of the one that it is copied from.
    fn write_new(
        &mut self,
        pattern: Pattern<'_>,
        wished: &str,
        title: Option<&str>,
        plans: &[(String, String)],
    ) -> Result<(Arc<Case>, OwnCase), String> {
        let is_taken = |id: &str| self.library.shelf(id).is_some();
        let (id, folder) = storage::free_case(wished, is_taken).ok_or(words::NO_FOLDER)?;
        let text = new_case(pattern, &id, title, today()).ok_or(words::cli::NOT_TO_BE_COPIED)?;
        let file = read_dossier(text.as_str()).map_err(|problems| super::files::lines(&problems).join("\n"))?;
        let plans: Vec<(String, String)> =
            plans.iter().filter_map(|(name, text)| Some((name.clone(), plan_for(text, &id)?))).collect();
        let path = storage::write_case(&folder, &text, &plans).map_err(|error| error.to_string())?;
        self.library.read_own_again();
        let own = OwnCase::opened(text.as_str(), path).ok_or(words::cli::NOT_TO_BE_COPIED)?;
        let case = Arc::new(Case::new(file.dossier, file.fingerprint, false));
        self.cases.insert(id, Arc::clone(&case));
        Ok((case, own))
    }

    /// Saves the case, if nothing is wrong with it: what cannot be read stays a draft, and the file as it is.
    pub(super) fn save_case(&mut self, document: &Document, job: &SaveJob) -> Result<Vec<Action>, SaveError> {
        let Some(own) = document.own.as_deref() else { return Ok(Vec::new()) };
        if !own.is_sound() {
            return Ok(self.not_sound(document, job, own.problems.len()));
        }
        storage::save_edited(&job.path, own.text.as_str(), &own.saved, job.overwrite)?;
        self.library.read_own_again();
        Ok(vec![Action::Case(case::Action::Saved(own.text.as_str().into()))])
    }
}

#[expect(clippy::disallowed_methods, reason = "the window reads the clock")]
fn today() -> Date {
    let day = jiff::Zoned::now().strftime("%Y-%m-%d").to_string();
    day.parse().expect("a day of the calendar is a date")
}

/// What a draft keeps of a case that was changed.
pub(super) fn draft_of(own: &OwnCase) -> DraftOfCase {
    DraftOfCase {
        path: own.path.clone(),
        text: own.text.as_str().to_owned(),
        unfinished: own.text.unfinished().iter().map(|bytes| (bytes.start, bytes.end)).collect(),
        saved: own.saved.to_string(),
    }
}

/// The document with the case as its draft has it.
pub(super) fn restored(document: Document, draft: &DraftOfCase) -> Document {
    let unfinished = draft.unfinished.iter().map(|(from, to)| *from..*to).collect();
    let text = DossierText::with_unfinished(draft.text.clone(), unfinished);
    let own = OwnCase::opened(&draft.saved, draft.path.clone());
    match (own, text) {
        (Some(own), Some(text)) => document.with_case_text(&own, text),
        _ => document,
    }
}

impl App {
    /// Looks whether another program changed the file of the case, when the window is turned to.
    pub(super) fn look_at_case(&mut self, ctx: &Context) -> Vec<Action> {
        let turned_to = is_turned_to(ctx, &mut self.had_focus);
        let Some(own) = self.state.document.own.as_deref().filter(|_| turned_to) else { return Vec::new() };
        let Some(theirs) = changed(&own.path, &own.saved) else { return Vec::new() };
        if self.asked_about.as_deref() == Some(theirs.as_str()) {
            return Vec::new();
        }
        let theirs: Arc<str> = theirs.into();
        self.asked_about = Some(Arc::clone(&theirs));
        match read_dossier(&theirs) {
            Ok(_) => vec![Action::Case(case::Action::FileChanged(theirs))],
            Err(problems) => {
                let name = own.path.to_string_lossy();
                vec![Action::Notify(texts::not_opened(&name, &super::files::lines(&problems), None))]
            }
        }
    }
}

/// What a file holds, if it is there and that is something else.
fn changed(path: &Path, saved: &str) -> Option<String> {
    let text = storage::read_if_small(path)?;
    (text != saved).then_some(text)
}
