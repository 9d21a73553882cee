//! A case that comes in a file, as a workbook or from somebody else: what would come of it is shown before anything does.

use std::{path::PathBuf, sync::Arc};

use super::{Action, At, Brought, CaseChange, CaseStep, Effect, Found, Goal, Incoming, OwnCase};
use crate::{
    app::{self, Dialog, Label, State, Tab, Told},
    domain::is_brought,
    format::{DossierText, RecordText, Step},
};

/// The text, and its version raised if it changes a statement that stands in the file of the case, once until it is saved.
#[must_use]
pub fn with_raised_version(own: &OwnCase, text: DossierText) -> (DossierText, Option<u32>) {
    let version = [Step::Field("version")];
    let raised = || {
        let saved = DossierText::new(own.saved.to_string())?;
        let number: u32 = saved.value(&version)?.parse().ok()?;
        let list = At::list("statements");
        let now = text.records(list.steps());
        let is_as_it_was = |published: &RecordText<'_>| {
            let id = published.string("id");
            now.iter().any(|record| record.string("id") == id && record.as_str() == published.as_str())
        };
        let is_changed = !saved.records(list.steps()).iter().all(is_as_it_was);
        let is_raised = text.value(&version) != saved.value(&version);
        let splice = text.set(&version, &(number + 1).to_string()).filter(|_| is_changed && !is_raised)?;
        Some((text.spliced(&splice)?, number + 1))
    };
    match raised() {
        Some((text, number)) => (text, Some(number)),
        None => (text, None),
    }
}

impl State {
    /// Opens a file, or reads it to show what would come of it.
    pub(in crate::app) fn open_path(&mut self, path: PathBuf) -> Vec<app::Effect> {
        if is_brought(&path) { self.bring(path) } else { vec![app::Effect::OpenPath(path)] }
    }

    /// Has a file read, and shows that.
    pub(super) fn bring(&mut self, path: PathBuf) -> Vec<app::Effect> {
        self.case.n_brought += 1;
        self.case.brought_from = Some(path.clone());
        let number = self.case.n_brought;
        let document = Arc::clone(&self.document);
        let own = document.own.as_ref().filter(|own| own.is_sound());
        let against = own.map(|own| own.text.as_str().into());
        self.session.dialog = Some(Dialog::Incoming(Incoming {
            number,
            path: path.clone(),
            found: Found::Reading,
            goal: Goal::NewCase,
            also_remove: false,
            against,
        }));
        vec![app::Effect::Case(Effect::Read { number, path, document })]
    }

    /// What was found, unless nobody waits for it any more.
    pub(super) fn brought(&mut self, number: u64, found: Found) -> Vec<app::Effect> {
        if let Some(Dialog::Incoming(incoming)) = &mut self.session.dialog
            && incoming.number == number
        {
            let is_update = |brought: &Brought| brought.update.as_ref().is_some_and(|update| update.is_meant);
            if matches!(&found, Found::Read(brought) if is_update(brought)) {
                incoming.goal = Goal::Update;
            }
            incoming.found = found;
        }
        Vec::new()
    }

    /// Does what the preview shows, all of it in one step.
    pub(super) fn take_over(&mut self) -> Vec<app::Effect> {
        let Some(Dialog::Incoming(incoming)) = self.session.dialog.clone() else { return Vec::new() };
        let (Some(way), Found::Read(brought)) = (incoming.way(), &incoming.found) else { return Vec::new() };
        let Some(text) = way.text.clone() else { return Vec::new() };
        if incoming.goal == Goal::NewCase || brought.update.is_none() {
            let id = brought.case.as_ref().map_or_else(String::new, |case| case.id.clone());
            self.session.dialog = None;
            self.session.tab = Tab::Explore;
            return vec![app::Effect::Case(Effect::Keep { text, id, plans: brought.plans.clone() })];
        }
        let own = self.document.own.clone().filter(|own| Some(own.text.as_str()) == incoming.against.as_deref());
        // The case was changed meanwhile: what was shown is not what would be done.
        let Some(own) = own else { return self.bring(incoming.path) };
        let Some(text) = DossierText::new(text.to_string()) else { return Vec::new() };
        self.session.dialog = None;
        let step = CaseStep { change: CaseChange::TakenOver, at: At::dossier() };
        let document = self.document.with_case_text(&own, text);
        let raised = way.raised;
        let effects = self.replace_document(document, Label::Case(step));
        self.session.told = raised.map(Told::VersionRaised);
        effects
    }

    /// Opens what is shared without keeping it.
    pub(super) fn look_at_brought(&mut self) -> Vec<app::Effect> {
        let Some(Dialog::Incoming(incoming)) = self.session.dialog.take() else { return Vec::new() };
        let text = incoming.way().and_then(|way| way.text.clone());
        self.session.tab = Tab::Explore;
        text.map(|text| app::Effect::Case(Effect::Look { text })).into_iter().collect()
    }

    /// Something of the case was written to a file of its own.
    pub(super) fn written(&mut self, path: &std::path::Path) -> Vec<app::Effect> {
        self.session.dialog = None;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        self.session.told = name.map(Told::Saved);
        Vec::new()
    }

    pub(super) fn in_incoming(&mut self, action: Action) -> Vec<app::Effect> {
        match action {
            Action::Bring(path) => self.bring(path),
            Action::Brought(number, found) => self.brought(number, found),
            Action::TakeOver => self.take_over(),
            Action::LookAtBrought => self.look_at_brought(),
            Action::Written(path) => self.written(&path),
            _ => Vec::new(),
        }
    }
}
