//! A case that another program changed is read again.

use std::sync::Arc;

use super::{At, CaseChange, CaseStep, OwnCase};
use crate::{
    app::{Dialog, Effect, Label, WorkId, state::Here, then::Then},
    format::DossierText,
};

/// Without changes here the file is simply what is edited; with some it is asked.
pub(super) fn file_changed(theirs: Arc<str>, here: Here<'_>) -> Vec<Then> {
    if here.document.is_case_unsaved() {
        return vec![Then::Show(Dialog::CaseChanged { theirs })];
    }
    read_again(&theirs, here)
}

/// What the file holds takes the place of what is edited.
pub(super) fn read_again(theirs: &Arc<str>, here: Here<'_>) -> Vec<Then> {
    let mut then = vec![Then::Close];
    let before = here.document;
    let text = DossierText::new(theirs.to_string());
    let Some((own, text)) = before.own.as_deref().zip(text) else { return then };
    let own = OwnCase { saved: Arc::clone(theirs), ..own.clone() };
    let mut document = before.with_case_text(&own, text);
    if before.is_case_unsaved() {
        // What was written here is a work of its own from now on, and goes to the shelf.
        document.work = WorkId::default();
        then.extend((!before.is_plan_unsaved()).then(|| Then::Do(Effect::Shelve(Arc::clone(before)))));
    }
    let step = CaseStep { change: CaseChange::ReadAgain, at: At::dossier() };
    then.push(Then::Open(Box::new(document), Label::Case(step)));
    then
}
