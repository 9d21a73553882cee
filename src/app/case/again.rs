//! A case that another program changed is read again.

use std::sync::Arc;

use super::{At, CaseChange, CaseStep, OwnCase};
use crate::{
    app::{Dialog, Effect, Label, State, WorkId},
    format::DossierText,
};

impl State {
    /// Without changes here the file is simply what is edited; with some it is asked.
    pub(super) fn case_file_changed(&mut self, text: Arc<str>) -> Vec<Effect> {
        if self.document.is_case_unsaved() {
            return self.show(Dialog::CaseChanged { theirs: text });
        }
        self.read_case_again(&text)
    }

    pub(super) fn read_case_again(&mut self, theirs: &Arc<str>) -> Vec<Effect> {
        self.session.dialog = None;
        let Some(own) = self.document.own.clone() else { return Vec::new() };
        let Some(text) = DossierText::new(theirs.to_string()) else { return Vec::new() };
        let before = Arc::clone(&self.document);
        let own = OwnCase { saved: Arc::clone(theirs), ..(*own).clone() };
        let step = CaseStep { change: CaseChange::ReadAgain, at: At::dossier() };
        let mut document = before.with_case_text(&own, text);
        let gives_way = before.is_case_unsaved();
        if gives_way {
            // What was written here is a work of its own from now on, and goes to the shelf.
            document.work = WorkId::default();
        }
        let mut effects = self.replace_document(document, Label::Case(step));
        if gives_way && !before.is_plan_unsaved() {
            effects.insert(0, Effect::Shelve(before));
        }
        effects
    }
}
