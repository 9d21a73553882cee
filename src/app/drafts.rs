//! The shelf of drafts, as far as the state is concerned: unsaved work that leaves the window goes there, by whatever
//! door, and comes back as a step that can be undone.

use std::{path::PathBuf, sync::Arc};

use super::{Document, DraftId, Effect, Label, Notice, NoticeKind, State, Told, WorkId};

/// A draft in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftEntry {
    /// Its name on the shelf.
    pub id: DraftId,
    /// The plan's title; the name if it cannot be read.
    pub title: String,
    /// The title of its dossier.
    pub dossier: String,
    /// The number of terms that are set, if it is known.
    pub n_set: Option<usize>,
    /// When it was last written, as in `2025-01-13T10:42:07`.
    pub written: String,
    /// The file that it was opened from.
    pub path: Option<PathBuf>,
    /// Why it cannot be read; empty if it can.
    pub problem: String,
}

impl State {
    /// What is to be done because the document is another one now: unsaved work that left the window is shelved.
    pub(super) fn shelved(&self, before: &Arc<Document>) -> Vec<Effect> {
        // What is changed of a case goes on in the next plan of it.
        let is_case_left = before.is_case_unsaved() && !before.shares_case(&self.document);
        let left = before.work != self.document.work && (before.is_plan_unsaved() || is_case_left);
        if left { vec![Effect::Shelve(Arc::clone(before))] } else { Vec::new() }
    }

    pub(super) fn restored(&mut self, document: Document, notice: Option<Notice>) -> Vec<Effect> {
        let effects = self.opened(document, None);
        self.session.notices.extend(notice);
        effects
    }

    pub(super) fn restore_draft(&mut self, draft: DraftId) -> Vec<Effect> {
        self.session.dialog = None;
        self.forget_notices_of(&draft);
        vec![Effect::RestoreDraft(draft)]
    }

    /// Only if the work is still what is open, a new plan takes its place: nothing else is thrown away with it.
    pub(super) fn delete_draft(&mut self, draft: DraftId, work: Option<WorkId>) -> Vec<Effect> {
        self.forget_notices_of(&draft);
        let mut effects = if work == Some(self.document.work) { self.new_plan(Label::New) } else { Vec::new() };
        // What leaves the window here is what was thrown away.
        self.session.told = self.session.told.take().filter(|told| !matches!(told, Told::Shelved(_)));
        effects.push(Effect::DeleteDraft(draft));
        effects
    }

    pub(super) fn keep_deleted(&mut self, draft: DraftId) -> Vec<Effect> {
        self.forget_notices_of(&draft);
        vec![Effect::KeepDeleted(draft)]
    }

    pub(super) fn drafts_read(&mut self, drafts: Vec<DraftEntry>) {
        self.drafts = drafts;
        // What another window took or deleted is not offered any more.
        let there = |draft: &DraftId| self.drafts.iter().any(|entry| entry.id == *draft);
        self.session.notices.retain(|notice| !matches!(&notice.kind, NoticeKind::Kept(draft) if !there(draft)));
    }

    fn forget_notices_of(&mut self, draft: &DraftId) {
        self.session.notices.retain(|notice| notice.kind.draft() != Some(draft));
    }
}

impl NoticeKind {
    /// The draft that the notice offers to do something with.
    fn draft(&self) -> Option<&DraftId> {
        match self {
            Self::Restored { draft, .. } | Self::Kept(draft) | Self::Deleted(draft) => Some(draft),
            Self::Info | Self::NoDrafts | Self::OpenProblem | Self::SaveProblem(_) => None,
            Self::Unsound { .. } | Self::Missing(_) => None,
        }
    }

    /// True if opening another plan does not make the notice old news.
    pub(super) fn is_about_a_draft(&self) -> bool {
        self.draft().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice::{FREEZE, TROOPS};
    use crate::{
        app::{
            Action, Command, Dialog, Edit, FileGoal, FileId, OpenFile, SaveForm, SaveJob, alternatives, compare,
            tests::state,
        },
        domain::{Scenario, TermIx, ValueIx},
    };

    fn set(state: &mut State, term: TermIx, value: u16) {
        state.apply(Action::Edit(Edit::SetTerm(term, Some(ValueIx(value)))));
    }

    fn another(state: &State, path: Option<&str>) -> Document {
        let file = path.map(|path| OpenFile { id: FileId(9), path: Some(PathBuf::from(path)) });
        let case = Arc::clone(&state.document.case);
        let scenario = Scenario::empty(&case.dossier, "Another".to_owned());
        Document::opened(case, scenario, file)
    }

    fn shelved(effects: &[Effect]) -> Vec<String> {
        let title = |effect: &Effect| match effect {
            Effect::Shelve(document) => Some(document.scenario.title.clone()),
            _ => None,
        };
        effects.iter().filter_map(title).collect()
    }

    /// Every door through which a plan leaves the window.
    fn doors(state: &State) -> Vec<Action> {
        let plan = state.plan().clone();
        vec![
            Action::Run(Command::NewPlan),
            Action::Opened(Box::new(another(state, Some("/a/plan.ron"))), None),
            Action::Opened(Box::new(another(state, None)), None),
            Action::Restored(Box::new(another(state, None)), None),
            Action::Alternatives(alternatives::Action::Load(plan)),
        ]
    }

    #[test]
    fn an_unsaved_plan_is_shelved_whatever_takes_its_place() {
        let n_doors = doors(&state()).len();
        for nth in 0..n_doors {
            let mut clean = state();
            let door = doors(&clean).swap_remove(nth);
            assert_eq!(shelved(&clean.apply(door)), [""; 0], "there is nothing to lose at door {nth}");
            assert_eq!(clean.session.told, None);
            let mut state = state();
            set(&mut state, FREEZE, 0);
            let door = doors(&state).swap_remove(nth);
            let effects = state.apply(door);
            assert_eq!(shelved(&effects), ["My plan"], "door {nth}");
            assert!(matches!(&state.session.told, Some(Told::Shelved(plan)) if plan.title == "My plan"), "door {nth}");
            assert_eq!(effects.last(), Some(&Effect::DocumentChanged));
        }
    }

    #[test]
    fn undo_and_redo_between_plans_shelve_what_they_leave() {
        let mut state = state();
        set(&mut state, FREEZE, 0);
        let mine = Arc::clone(&state.document);
        state.apply(Action::Opened(Box::new(another(&state, None)), None));
        assert_eq!(shelved(&state.apply(Action::Run(Command::Undo))), [""; 0], "what was opened is as it was");
        assert_eq!(state.document.work, mine.work, "the same work as before");
        assert_eq!(shelved(&state.apply(Action::Run(Command::Redo))), ["My plan"]);
        set(&mut state, TROOPS, 1);
        assert_eq!(shelved(&state.apply(Action::Run(Command::Undo))), [""; 0]);
        assert_eq!(shelved(&state.apply(Action::Run(Command::Undo))), [""; 0]);
    }

    /// It is beside the document, in nobody's history, and gone with the window.
    #[test]
    fn an_unsaved_plan_b_is_shelved_as_soon_as_it_stands_there() {
        let mut state = state();
        assert_eq!(shelved(&state.apply(Action::Run(Command::Duplicate))), [""; 0], "an empty plan");
        set(&mut state, FREEZE, 0);
        assert_eq!(shelved(&state.apply(Action::Run(Command::Duplicate))), ["My plan"]);
        set(&mut state, FREEZE, 1);
        assert_eq!(shelved(&state.apply(Action::Compare(compare::Action::Swap))), ["My plan"]);
        state.apply(Action::Run(Command::PreviousEvent));
        let effects = state.apply(Action::Compare(compare::Action::UseDay(compare::Side::A)));
        assert_eq!(shelved(&effects), ["My plan"], "plan B changed");
    }

    #[test]
    fn saving_is_what_takes_the_draft_away() {
        let mut state = state();
        set(&mut state, FREEZE, 0);
        let work = state.document.work;
        let effects = state.apply(Action::Saved(OpenFile { id: FileId(1), path: Some("/a/b.ron".into()) }));
        assert_eq!(effects, [Effect::DropDraft(work), Effect::SaveSettings]);
        assert_eq!(shelved(&state.apply(Action::Run(Command::NewPlan))), [""; 0]);
    }

    #[test]
    fn a_plan_that_was_saved_keeps_its_file_when_a_step_before_is_undone() {
        let mut state = state();
        set(&mut state, FREEZE, 0);
        state.apply(Action::Saved(OpenFile { id: FileId(1), path: Some("/a/b.ron".into()) }));
        state.apply(Action::Run(Command::Undo));
        assert!(state.document.is_unsaved());
        assert_eq!(state.document.path(), Some(&PathBuf::from("/a/b.ron")), "no second name is asked for");
    }

    /// A notice as the window gives it after a crash.
    fn brought_back(state: &mut State) -> (DraftId, WorkId) {
        let draft = DraftId("2025-01-13T104207-1".to_owned());
        let document = another(state, None);
        let document =
            Document { scenario: Scenario { title: "Mine".to_owned(), ..document.scenario.clone() }, ..document };
        let work = document.work;
        let kind = NoticeKind::Restored { draft: draft.clone(), work };
        let notice = Notice::new(kind, String::new(), Vec::new());
        state.apply(Action::Restored(Box::new(document), Some(notice)));
        (draft, work)
    }

    #[test]
    fn discard_throws_away_what_was_brought_back_and_nothing_else() {
        let mut state = state();
        let (draft, work) = brought_back(&mut state);
        let effects = state.apply(Action::DeleteDraft(draft.clone(), Some(work)));
        assert_eq!(effects.last(), Some(&Effect::DeleteDraft(draft)));
        assert_eq!(state.session.told, None, "nobody says that it is kept");
        assert_eq!((state.document.scenario.title.as_str(), state.session.notices.len()), ("My plan", 0));
        state.apply(Action::Run(Command::Undo));
        assert_eq!(state.document.scenario.title, "Mine", "also that can be undone");

        // Another plan was opened meanwhile.
        let mut state = self::state();
        let (draft, work) = brought_back(&mut state);
        state.apply(Action::Opened(Box::new(another(&state, Some("/a/plan.ron"))), None));
        assert_eq!(state.session.notices.len(), 1, "it is still to be decided");
        let effects = state.apply(Action::DeleteDraft(draft.clone(), Some(work)));
        assert_eq!(effects, [Effect::DeleteDraft(draft)]);
        assert_eq!(state.document.scenario.title, "Another", "it stays open");
    }

    #[test]
    fn keep_and_save_end_the_question() {
        let mut state = state();
        brought_back(&mut state);
        state.apply(Action::CloseNotice(0));
        assert_eq!((state.document.scenario.title.as_str(), state.session.notices.len()), ("Mine", 0));
        let mut state = self::state();
        brought_back(&mut state);
        state.apply(Action::Saved(OpenFile { id: FileId(1), path: Some("/a/b.ron".into()) }));
        assert_eq!(state.session.notices, []);
    }

    #[test]
    fn a_draft_that_another_window_took_is_not_offered_any_more() {
        let mut state = state();
        let draft = DraftId("2025-01-13T104207-1".to_owned());
        let kind = NoticeKind::Kept(draft.clone());
        state.apply(Action::Notify(Notice::new(kind, String::new(), Vec::new())));
        let (dossier, written, problem) = (String::new(), String::new(), String::new());
        let entry =
            DraftEntry { id: draft, title: "Mine".to_owned(), dossier, n_set: Some(1), written, path: None, problem };
        state.apply(Action::DraftsRead(vec![entry]));
        assert_eq!(state.session.notices.len(), 1);
        state.apply(Action::DraftsRead(Vec::new()));
        assert_eq!(state.session.notices, []);
    }

    /// The answer to a question changes what was asked about, and nothing else of the job.
    #[test]
    fn replacing_a_file_saves_in_the_form_that_was_asked_for() {
        let mut state = state();
        for form in [SaveForm::Plan, SaveForm::SelfContained, SaveForm::AnswerSheet] {
            let job = SaveJob { path: "/a/b.ron".into(), form, overwrite: false };
            assert_eq!(
                state.apply(Action::FileChosen(job.path.clone(), FileGoal::Save(form))),
                [Effect::Save(job.clone())]
            );
            state.apply(Action::Show(Dialog::ChangedOnDisk(job.clone())));
            let job = SaveJob { overwrite: true, ..job };
            assert_eq!(state.apply(Action::SaveJob(job.clone())), [Effect::Save(job)]);
            assert_eq!(state.session.dialog, None);
        }
    }

    #[test]
    fn leaving_by_the_menu_asks_like_the_cross_of_the_window() {
        assert_eq!(state().apply(Action::Run(Command::Quit)), [Effect::AskToClose]);
    }
}
