//! The one place where the state changes: what each action does, and what the world must do about it.

use std::sync::Arc;

use super::{Action, Direction, Document, Edit, Effect, Label, Settings, State, Told, case, room::Change};
use crate::{
    domain::StatementIx,
    format::{DossierText, Splice},
};

impl State {
    /// Changes the state and says what the world must do.
    pub fn apply(&mut self, action: Action) -> Vec<Effect> {
        // What loads the plan of the hint comes after it.
        self.presenter.hint &= matches!(action, Action::Opened(..));
        let mut effects = self.reduce(action);
        self.refresh();
        effects.extend(self.ask().map(Effect::Work));
        effects
    }

    fn reduce(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Edit(edit) => self.edit(edit),
            Action::Run(command) => self.run(command),
            Action::CloseStep => self.close_step(),
            Action::Focus(focus) => self.quietly(|state| state.set_focus(focus)),
            Action::Move(direction) => self.quietly(|state| state.move_focus(direction)),
            Action::ChooseInFocus(option) => self.choose_in_focus(option),
            Action::StepInFocus(steps) => self.step_in_focus(steps),
            Action::Preview(tried) => self.quietly(|state| state.preview(tried)),
            Action::PreviewStep(steps) => self.quietly(|state| state.preview_step(steps)),
            Action::ChoosePreview => self.choose_preview(),
            Action::Why(subject) => self.show_why(subject),
            Action::Follow(subject) => self.follow(subject),
            Action::ReplayOn => self.quietly(Self::replay_on),
            Action::ShowOtherDays(shown) => self.quietly(|state| state.session.other_days_shown = shown),
            Action::GoTo(hit) => self.go_to_hit(hit),
            Action::Show(dialog) => self.show(dialog),
            Action::CloseDialog => self.quietly(Self::close_dialog),
            Action::Settings(settings) => self.change_settings(settings),
            Action::HandOuts(action) => self.in_tab(|tabs, here| tabs.hand_outs.act(action, here)),
            Action::OpenPath(path) => self.open_path(path),
            Action::OpenEntry { shelf, scenario } => vec![Effect::OpenEntry { shelf, scenario }],
            Action::Opened(document, notice) => self.opened(*document, notice),
            Action::Restored(document, notice) => self.restored(*document, notice),
            Action::RestoreDraft(draft) => self.restore_draft(draft),
            Action::DeleteDraft(draft, work) => self.delete_draft(draft, work),
            Action::KeepDeleted(draft) => self.keep_deleted(draft),
            Action::DraftsRead(drafts) => self.quietly(|state| state.drafts_read(drafts)),
            Action::SettingsRead(recent) => self.quietly(|state| state.settings.recent = recent),
            Action::Saved(file) => self.saved(file),
            Action::SheetSaved(path) => self.quietly(|state| state.sheet_saved(&path)),
            Action::CatalogRead(catalog) => self.quietly(|state| state.catalog = catalog),
            Action::ListFolder(folder) => vec![Effect::ListFolder(folder)],
            Action::FolderListed { folder, entries, problem } => self.folder_listed(folder, entries, problem),
            Action::FileName(name) => self.file_named(name),
            Action::FileBox(action) => self.in_file_box(action),
            Action::RecentMissing(missing) => self.quietly(|state| state.session.missing = missing),
            Action::FileChosen(path, goal) => self.file_chosen(path, goal),
            Action::SaveJob(job) => self.save_job(job),
            Action::SaveElsewhere(form) => self.save_elsewhere(form),
            Action::Notify(notice) => self.quietly(|state| state.notify(notice)),
            Action::DraftsKept => self.quietly(State::drafts_are_kept),
            Action::CloseNotice(place) => self.quietly(|state| state.close_notice(place)),
            Action::ForgetRecent(path) => self.forget_recent(&path),
            Action::CopyCitation(statement) => self.copy_citations(vec![statement]),
            Action::Copy(text) => vec![Effect::Copy(text)],
            Action::OpenUrl(url) => self.open_url(url),
            Action::CloseRequested { draft_failed } => self.close_requested(draft_failed),
            Action::CloseAnyway => vec![Effect::Close],
            Action::Worked(reply) => self.quietly(|state| state.worked(reply)),
            Action::StopWork(topic) => vec![Effect::StopWork(topic)],
            Action::Parties(action) => self.in_tab(|tabs, here| tabs.parties.act(action, here)),
            Action::Activities(action) => self.in_tab(|tabs, here| tabs.activities.act(action, here)),
            Action::Timeline(action) => self.in_tab(|tabs, here| tabs.timeline.act(action, here)),
            Action::Compare(action) => self.in_tab(|tabs, here| tabs.compare.act(action, here)),
            Action::Alternatives(action) => self.in_tab(|tabs, here| tabs.alternatives.act(action, here)),
            Action::Case(action) => self.in_case(action),
            Action::Presenter(action) => self.in_presenter(action),
        }
    }

    fn move_focus(&mut self, direction: Direction) {
        let moved = self.session.focus.moved(direction, &self.columns(), self.dossier().terms.len());
        self.set_focus(moved);
    }

    /// What takes somebody out of the field that is typed in is done once what follows from its text is filled in.
    fn in_case(&mut self, action: case::Action) -> Vec<Effect> {
        let mut effects = if self.case.is_left_by(&action) { self.close_step() } else { Vec::new() };
        effects.extend(self.in_tab(|tabs, here| tabs.case.act(action, here)));
        effects
    }

    pub(super) fn close_step(&mut self) -> Vec<Effect> {
        let effects = self.in_tab(|tabs, here| tabs.case.finish_typing(here).into_iter().collect());
        self.history.close_step();
        effects
    }

    fn open_url(&mut self, url: String) -> Vec<Effect> {
        self.session.dialog = None;
        vec![Effect::OpenUrl(url)]
    }

    pub(super) fn change_settings(&mut self, settings: Settings) -> Vec<Effect> {
        self.settings = settings;
        vec![Effect::SaveSettings]
    }

    pub(super) fn copy_citations(&mut self, mut statements: Vec<StatementIx>) -> Vec<Effect> {
        statements.retain(|statement| !self.hides(self.dossier().statement(*statement).party));
        if statements.is_empty() {
            return Vec::new();
        }
        self.session.told = Some(Told::Copied(statements.len()));
        vec![Effect::CopyCitations(statements)]
    }

    fn choose_preview(&mut self) -> Vec<Effect> {
        let preview = self.results.preview.take();
        preview.map(|preview| self.edit(Edit::SetTerm(preview.term, preview.value))).unwrap_or_default()
    }

    fn close_notice(&mut self, place: usize) {
        if place < self.session.notices.len() {
            self.session.notices.remove(place);
        }
    }

    pub(super) fn quietly(&mut self, change: impl FnOnce(&mut Self)) -> Vec<Effect> {
        change(self);
        Vec::new()
    }

    pub(super) fn edit(&mut self, edit: Edit) -> Vec<Effect> {
        let before = Arc::clone(&self.document);
        let mut scenario = before.scenario.clone();
        let label = edit.apply(&mut scenario);
        if scenario.plan != before.scenario.plan {
            scenario.attribute(before.original().as_ref());
        }
        if scenario == before.scenario {
            return Vec::new();
        }
        if scenario.plan != before.scenario.plan {
            self.leave_start_page();
        }
        self.history.record(Arc::clone(&before), label.clone());
        self.document = Arc::new(Document { scenario, ..(*before).clone() });
        self.changed(label, false, &before)
    }

    /// Changes the scenario further in the step that was made last, which is called so from now on.
    pub(super) fn edit_on(&mut self, edit: Edit, label: Label) -> Vec<Effect> {
        let before = Arc::clone(&self.document);
        let mut scenario = before.scenario.clone();
        edit.apply(&mut scenario);
        self.document = Arc::new(Document { scenario, ..(*before).clone() });
        self.history.relabel(label.clone());
        self.changed(label, false, &before)
    }

    /// Changes the text of the case that is edited.
    pub(super) fn take_case_text(&mut self, text: DossierText, splices: &[Splice], label: Label) -> Vec<Effect> {
        let before = Arc::clone(&self.document);
        let Some(own) = &before.own else { return Vec::new() };
        self.history.record_splices(splices, before.scenario.clone(), label.clone());
        self.document = Arc::new(before.with_case_text(own, text));
        self.changed(label, false, &before)
    }

    /// Brings everything that depends on the document up to date.
    pub(super) fn changed(&mut self, label: Label, undone: bool, before: &Arc<Document>) -> Vec<Effect> {
        let same_text = before.case.fingerprint == self.document.case.fingerprint;
        let same_dossier =
            Arc::ptr_eq(&before.case, &self.document.case) || (same_text && before.shares_case(&self.document));
        let is_edited = !same_dossier && (before.shares_case(&self.document) || matches!(label, Label::Case(_)));
        (self.session.told, self.session.replay) = (None, None);
        self.session.why_stayed = true;
        let is_another = matches!(label, Label::Opened(_) | Label::New) && !undone;
        if !(same_dossier || is_edited) || label.is_another_plan() {
            self.hide_anew();
        }
        self.results.update(&self.document, label, undone, same_dossier);
        self.let_news_grow_old();
        let change = match (same_dossier, is_edited) {
            (true, _) => Change::Same,
            (false, true) => Change::Edited(before),
            (false, false) => Change::Other,
        };
        self.session_follows(change);
        self.ask_of_this_plan(change, before);
        self.forget_old_news(before);
        let mut effects = self.shelved(before);
        // On the wall what is said belongs to what stands there.
        if !effects.is_empty() && is_another && !self.presenter.is_on {
            self.session.told = Some(Told::Shelved(Box::new(before.scenario.clone())));
        }
        effects.push(Effect::DocumentChanged);
        effects
    }

    /// Every room follows; questions stay with the plan, or the state of the case, that they are about.
    fn ask_of_this_plan(&mut self, change: Change<'_>, before: &Arc<Document>) {
        let is_left = before.work != self.document.work || !change.is_same();
        if is_left {
            self.activities.predict.leave(before);
        }
        self.rooms_follow(change);
        if is_left {
            let (tabs, here) = self.tabs();
            tabs.activities.come_back(here);
        }
    }
}
