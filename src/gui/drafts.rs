//! The shelf of drafts as the window keeps it: which work is which draft, and what could not be written yet.

use std::{path::PathBuf, sync::Arc};

use super::{files::Files, shelf::Deleted};
use crate::{
    app::{Action, Document, DraftEntry, DraftId, Notice, NoticeKind, Origin, WorkId},
    domain::Scenario,
    storage::{Draft, Listed, Unreadable, why},
    wording::{self, DateStyle, UNTITLED, drafts as texts, plan_name},
};

impl Files {
    #[expect(clippy::disallowed_methods, reason = "the window reads the clock")]
    fn draft_of(&self, document: &Document) -> Draft {
        let origin = document.file.as_ref().and_then(|file| self.open.get(&file.id));
        Draft {
            title: plan_name(&document.scenario),
            dossier: document.case.dossier.title.clone(),
            n_set: Some(document.scenario.plan.n_set()),
            written: jiff::Zoned::now().strftime("%Y-%m-%dT%H:%M:%S").to_string(),
            path: document.path().cloned(),
            entry: match &document.origin {
                Origin::Entry { shelf, scenario } => Some((shelf.clone(), scenario.clone())),
                Origin::New | Origin::File(_) => None,
            },
            opened: origin.map(|file| file.text.clone()),
            scenario: self.text_of(document, !document.case.shipped),
            case: document.own.as_deref().filter(|own| own.is_unsaved()).map(super::case::draft_of),
        }
    }

    /// Brings the draft of the open document up to date, and what could not be written before; returns a notice if that
    /// fails, once.
    pub(super) fn write_draft(&mut self, document: &Document) -> Vec<Action> {
        self.shelf.failed = false;
        if document.is_unsaved() {
            let draft = self.draft_of(document);
            self.shelf.failed = self.shelf.write(document.work, &draft).is_err();
        } else {
            self.shelf.drop(document.work);
        }
        for document in std::mem::take(&mut self.shelf.unwritten).into_values() {
            self.try_to_shelve(document);
        }
        self.told_once().into_iter().collect()
    }

    fn try_to_shelve(&mut self, document: Arc<Document>) {
        let draft = self.draft_of(&document);
        let work = document.work;
        let written = self.shelf.write(work, &draft).and_then(|()| self.shelf.put_down(work));
        match written {
            Ok(()) => self.shelf.unwritten.remove(&work),
            Err(_) => self.shelf.unwritten.insert(work, document),
        };
    }

    /// Says that drafts cannot be written, or that they can be again, when it comes to that.
    fn told_once(&mut self) -> Option<Action> {
        let failed = self.shelf.has_failed();
        let known = std::mem::replace(&mut self.shelf.reported, failed);
        match (failed, known) {
            (true, false) => {
                let shelf = &self.shelf;
                Some(Action::Notify(texts::no_drafts(shelf.drafts.folder(), &shelf.reason)))
            }
            (false, true) => Some(Action::DraftsKept),
            _ => None,
        }
    }

    /// Puts unsaved work that leaves the window on the shelf.
    pub(super) fn shelve(&mut self, document: Arc<Document>) -> Vec<Action> {
        self.try_to_shelve(document);
        self.told_once().into_iter().chain([self.list_drafts()]).collect()
    }

    /// This work is saved.
    pub(super) fn drop_draft(&mut self, work: WorkId) -> Vec<Action> {
        self.shelf.failed = false;
        self.shelf.drop(work);
        vec![self.list_drafts()]
    }

    /// What the shelf holds; work of living windows is theirs.
    pub(super) fn list_drafts(&self) -> Action {
        let listed = self.shelf.drafts.list().into_iter().filter(|listed| !listed.is_open);
        Action::DraftsRead(listed.map(entry).collect())
    }

    /// Brings a draft back.
    pub(super) fn restore_draft(&mut self, id: &DraftId) -> Vec<Action> {
        match self.restored(&id.0) {
            Ok(document) => vec![Action::Restored(Box::new(document), None), self.list_drafts()],
            Err(problem) => vec![Action::Notify(texts::not_restored(&id.0, problem)), self.list_drafts()],
        }
    }

    fn restored(&mut self, name: &str) -> Result<Document, String> {
        let draft = self.shelf.drafts.go_on_with(name).map_err(|fault| told(&fault))?;
        let folder = draft.path.as_ref().and_then(|path| path.parent());
        let read = |files: &Self, text: &str| {
            let file = files.library.read_scenario(text, "", folder);
            file.map_err(|problems| super::files::lines(&problems).join("\n"))
        };
        let file = read(self, &draft.scenario)?;
        if let Some(inside) = &file.embedded {
            // It goes into every file that is written of this plan, the next draft first of all.
            self.dossier_texts.insert(inside.fingerprint.clone(), inside.text.clone());
        }
        let (mut document, _) = self.document(file, draft.path.clone()).ok_or(texts::NO_DOSSIER)?;
        // What counts as saved is what the file held, not what was brought back.
        let before = draft.opened.and_then(|text| {
            let id = document.file.as_ref()?.id;
            let file = read(self, &text).ok()?;
            let scenario = file.scenario.clone();
            self.open.insert(id, file);
            Some(scenario)
        });
        if before.is_none() {
            document.file = None;
        }
        let untitled = || Scenario::empty(&document.case.dossier, UNTITLED.to_owned());
        document.saved = Arc::new(before.unwrap_or_else(untitled));
        if let Some((shelf, scenario)) = draft.entry {
            document.origin = Origin::Entry { shelf, scenario };
        }
        if let Some(case) = &draft.case {
            document = super::case::restored(document, case);
        }
        // The same draft is the same work, should the window have had it before.
        let known = self.shelf.names.iter().find(|(_, known)| *known == name).map(|(work, _)| *work);
        document.work = known.unwrap_or(document.work);
        self.shelf.names.insert(document.work, name.to_owned());
        Ok(document)
    }

    /// Deletes a draft, and offers to bring it back.
    pub(super) fn delete_draft(&mut self, id: DraftId) -> Vec<Action> {
        let title = self.shelf.drafts.read(&id.0).map_or_else(|_| texts::DAMAGED.to_owned(), |draft| draft.title);
        let read = self.shelf.drafts.bytes(&id.0);
        let removed = self.shelf.drafts.remove(&id.0);
        self.shelf.names.retain(|_, name| *name != id.0);
        let notice = match (removed, read) {
            (Err(error), _) => Some(texts::not_deleted(&id.0, &why(&error))),
            (Ok(()), Ok(bytes)) => {
                let notice = texts::deleted(&title, NoticeKind::Deleted(id.clone()));
                self.shelf.deleted.insert(id, Deleted { title, bytes });
                Some(notice)
            }
            (Ok(()), Err(_)) => None,
        };
        notice.map(Action::Notify).into_iter().chain([self.list_drafts()]).collect()
    }

    /// Puts a draft that was just deleted back on the shelf.
    pub(super) fn keep_deleted(&mut self, id: &DraftId) -> Vec<Action> {
        let Some(Deleted { title, bytes }) = self.shelf.deleted.remove(id) else { return Vec::new() };
        let written = self.shelf.drafts.put_back(&id.0, &bytes);
        let failed = written.err().map(|error| texts::not_kept(&title, &why(&error)));
        if failed.is_some() {
            self.shelf.deleted.insert(id.clone(), Deleted { title, bytes });
        }
        failed.map(Action::Notify).into_iter().chain([self.list_drafts()]).collect()
    }

    /// The work of windows that are gone: the newest is brought back, unless a file is to be opened; then it waits on the
    /// shelf, as all other work does.
    pub(super) fn take_up(&mut self, opens_file: bool, iso_dates: bool) -> Vec<Action> {
        // Where it cannot be written to, that is told when there is something to write.
        let left = self.shelf.drafts.become_a_window().unwrap_or_default();
        let mut lines: Vec<String> = left.faults.iter().map(|fault| texts::ended_by_a_fault(fault)).collect();
        let (mut others, mut newest) = (left.drafts.len(), None);
        for name in left.drafts {
            match self.shelf.drafts.read(&name) {
                Ok(draft) => newest = newest.or(Some((DraftId(name), draft.title, draft.written))),
                Err(fault) => lines.push(texts::left_damaged(&told(&fault))),
            }
        }
        let Some((id, title, written)) = newest else {
            return lines.into_iter().map(|line| Action::Notify(texts::told(line))).collect();
        };
        others -= 1;
        let style = if iso_dates { DateStyle::Iso } else { DateStyle::Words };
        let when = texts::written(&written, style);
        let restored = if opens_file { Err(String::new()) } else { self.restored(&id.0) };
        match restored {
            Ok(document) => {
                let kind = NoticeKind::Restored { draft: id, work: document.work };
                let mut notice = texts::restored(&title, &when, others, kind);
                notice.lines.extend(lines);
                vec![Action::Restored(Box::new(document), Some(notice))]
            }
            Err(problem) => {
                let mut notice: Notice = texts::kept(&title, &when, others, NoticeKind::Kept(id));
                notice.lines.extend(lines.into_iter().chain(Some(problem).filter(|problem| !problem.is_empty())));
                vec![Action::Notify(notice)]
            }
        }
    }
}

fn told(fault: &Unreadable) -> String {
    texts::unreadable(&wording::problem(&fault.problem), &fault.path)
}

fn entry(listed: Listed) -> DraftEntry {
    let id = DraftId(listed.name.clone());
    match listed.draft {
        Ok(Draft { title, dossier, n_set, written, path, .. }) => {
            DraftEntry { id, title, dossier, n_set, written, path, problem: String::new() }
        }
        Err(fault) => {
            let (dossier, written): (String, String) = Default::default();
            let (title, problem) = (texts::DAMAGED.to_owned(), told(&fault));
            DraftEntry { id, title, dossier, n_set: None, written, path: None::<PathBuf>, problem }
        }
    }
}
