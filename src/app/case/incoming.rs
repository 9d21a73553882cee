//! A case that comes in a file, as a workbook or from somebody else: what would come of it is shown before anything does.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{At, Brought, CaseChange, CaseStep, CaseTab, Effect, Found, Goal, Incoming, OwnCase};
use crate::{
    app::{self, Dialog, Label, Tab, Told, state::Here, then::Then},
    format::{DossierText, RecordText, Step},
};

/// The text, and its version raised if it changes a statement that stands in the file of the case, once until it is saved.
#[must_use]
pub(crate) fn with_raised_version(own: &OwnCase, text: DossierText) -> (DossierText, Option<u32>) {
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

impl CaseTab {
    /// Has a file read, and shows that.
    pub(in crate::app) fn bring(&mut self, path: PathBuf, here: Here<'_>) -> Vec<Then> {
        self.n_brought += 1;
        self.brought_from = Some(path.clone());
        let number = self.n_brought;
        let document = Arc::clone(here.document);
        let own = document.own.as_ref().filter(|own| own.is_sound());
        let incoming = Incoming {
            number,
            path: path.clone(),
            found: Found::Reading,
            goal: Goal::NewCase,
            also_remove: false,
            against: own.map(|own| own.text.as_str().into()),
        };
        let read = Effect::Read { number, path, document };
        vec![Then::Show(Dialog::Incoming(incoming)), Then::Do(app::Effect::Case(read))]
    }

    /// Does what the preview shows, all of it in one step.
    pub(super) fn take_over(&mut self, here: Here<'_>) -> Vec<Then> {
        let Some(Dialog::Incoming(incoming)) = &here.session.dialog else { return Vec::new() };
        let (Some(way), Found::Read(brought)) = (incoming.way(), &incoming.found) else { return Vec::new() };
        let Some(text) = way.text.clone() else { return Vec::new() };
        if incoming.goal == Goal::NewCase || brought.update.is_none() {
            let id = brought.case.as_ref().map_or_else(String::new, |case| case.id.clone());
            let keep = Effect::Keep { text, id, plans: brought.plans.clone() };
            return vec![Then::Close, Then::Tab(Tab::Explore), Then::Do(app::Effect::Case(keep))];
        }
        let own = here.document.own.as_ref();
        let own = own.filter(|own| Some(own.text.as_str()) == incoming.against.as_deref());
        // The case was changed meanwhile: what was shown is not what would be done.
        let Some(own) = own else { return self.bring(incoming.path.clone(), here) };
        let Some(text) = DossierText::new(text.to_string()) else { return Vec::new() };
        let step = CaseStep { change: CaseChange::TakenOver, at: At::dossier() };
        let document = here.document.with_case_text(own, text);
        let mut then = vec![Then::Close, Then::Open(Box::new(document), Label::Case(step))];
        then.extend(way.raised.map(|version| Then::Tell(Told::VersionRaised(version))));
        then
    }
}

/// What was found, unless nobody waits for it any more.
pub(super) fn brought(number: u64, found: Found, here: Here<'_>) -> Vec<Then> {
    let Some(Dialog::Incoming(incoming)) = &here.session.dialog else { return Vec::new() };
    if incoming.number != number {
        return Vec::new();
    }
    let is_update = |brought: &Brought| brought.update.as_ref().is_some_and(|update| update.is_meant);
    let goal = if matches!(&found, Found::Read(brought) if is_update(brought)) { Goal::Update } else { incoming.goal };
    vec![Then::Show(Dialog::Incoming(Incoming { found, goal, ..incoming.clone() }))]
}

/// Opens what is shared without keeping it.
pub(super) fn look_at_brought(here: Here<'_>) -> Vec<Then> {
    let Some(Dialog::Incoming(incoming)) = &here.session.dialog else { return Vec::new() };
    let text = incoming.way().and_then(|way| way.text.clone());
    let look = text.map(|text| Then::Do(app::Effect::Case(Effect::Look { text })));
    [Then::Close, Then::Tab(Tab::Explore)].into_iter().chain(look).collect()
}

/// Something of the case was written to a file of its own.
pub(super) fn written(path: &Path) -> Vec<Then> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    [Then::Close].into_iter().chain(name.map(|name| Then::Tell(Told::Saved(name)))).collect()
}
