//! What the state asked for, done.

use std::path::{Path, PathBuf};

use eframe::egui::{Context, OpenUrl, ViewportCommand};

use super::{
    App, DRAFT_DELAY,
    files::{Jobs, Report, says},
    folder,
    jobs::{Failed, Kind, Line},
};
use crate::{
    app::{Action, Dialog, Effect, Reply, Work, file_box},
    domain::StatementIx,
    storage,
    wording::{self, DateStyle, start as words},
};

/// Has a question answered. Whatever comes of it, the last reply says that it is the last.
fn answer(jobs: &mut Jobs, work: Work) {
    let (topic, number) = (work.topic, work.number);
    let answering =
        move |line: &Line<Report>| work.run(line.stop(), &mut |reply| line.tell(says(Action::Worked(reply))));
    jobs.start(Kind::Analysis(topic), answering, move |failed| {
        let fault = Some(match failed {
            Failed::Fault(fault) => words::work_ended_by_a_fault(fault),
            Failed::NoThread => failed.said(),
        });
        says(Action::Worked(Reply { topic, number, answer: None, is_last: true, fault }))
    });
}

impl App {
    /// What the file box shows of a folder, and the places beside it: a stick may have come meanwhile.
    fn listed(&self, folder: &Path) -> Vec<Action> {
        vec![folder::list(folder, self.endings()), Action::FileBox(file_box::Action::Places(folder::places()))]
    }

    /// What the files end in that the open box is for.
    fn endings(&self) -> &'static [&'static str] {
        match &self.state.session.dialog {
            Some(Dialog::File(dialog)) => dialog.endings(),
            _ => &[],
        }
    }

    /// Everything unsaved is written before the window may close.
    pub(super) fn asked_to_close(&mut self) -> Vec<Action> {
        self.draft_due = None;
        self.jobs.finish(Kind::writes);
        let mut actions = self.reports();
        actions.extend(self.files.write_draft(&self.state.document));
        actions.push(Action::CloseRequested { draft_failed: self.files.shelf.has_failed() });
        actions
    }

    /// Carries out an effect and returns what came of it.
    pub(super) fn carry_out(&mut self, ctx: &Context, effect: Effect) -> Vec<Action> {
        match effect {
            Effect::OpenPath(path) => self.files.open_path(&path, &self.state),
            Effect::OpenEntry { shelf, scenario } => self.files.open_entry(&shelf, scenario.as_deref(), &self.state),
            Effect::OpenSecond(source) => self.files.open_second(&source, &self.state),
            Effect::Case(effect) => self.files.case_effect(effect, &self.state, &mut self.jobs),
            Effect::Save(job) => self.files.save(&self.state, job, &mut self.jobs),
            Effect::ReadCatalog => {
                self.read_catalog_again();
                Vec::new()
            }
            Effect::ListFolder(folder) => self.listed(&folder),
            Effect::ListStartFolder => self.listed_at_start(),
            Effect::MakeFolder(folder) => vec![folder::make(&folder, self.endings())],
            Effect::DocumentChanged => {
                self.draft_due = Some(super::now() + DRAFT_DELAY);
                ctx.request_repaint_after(DRAFT_DELAY);
                Vec::new()
            }
            Effect::Shelve(document) => self.files.shelve(document),
            Effect::DropDraft(work) => {
                self.draft_due = None;
                self.files.drop_draft(work)
            }
            Effect::RestoreDraft(draft) => self.files.restore_draft(&draft),
            Effect::DeleteDraft(draft) => self.files.delete_draft(draft),
            Effect::KeepDeleted(draft) => self.files.keep_deleted(&draft),
            Effect::ReadDrafts => vec![self.files.list_drafts()],
            Effect::AskToClose => self.asked_to_close(),
            Effect::SaveSettings => self.files.save_settings(&self.state.settings),
            Effect::HandOuts(effect) => self.carry_out_hand_outs(effect),
            Effect::CopyCitations(statements) => self.copy_citations(ctx, statements),
            Effect::Copy(text) => {
                ctx.copy_text(text);
                Vec::new()
            }
            Effect::OpenUrl(url) => {
                ctx.open_url(OpenUrl::new_tab(url));
                Vec::new()
            }
            Effect::Work(work) => {
                answer(&mut self.jobs, work);
                Vec::new()
            }
            Effect::StopWork(topic) => {
                self.jobs.stop(Kind::Analysis(topic));
                Vec::new()
            }
            Effect::Fullscreen(on) => {
                self.screens.fill(on, self.state.settings.present_on.as_deref());
                Vec::new()
            }
            Effect::NextScreen => self.next_screen(),
            Effect::Close => {
                self.files.may_close = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
                Vec::new()
            }
        }
    }

    fn listed_at_start(&mut self) -> Vec<Action> {
        // What is handed on, or comes from elsewhere, does not lie beside the case.
        if let Some(Dialog::File(dialog)) = &self.state.session.dialog
            && dialog.is_about_elsewhere()
        {
            let last = self.state.case.brought_from.as_deref().map(storage::whole_path);
            return self.listed(&folder::start(last.as_deref(), &self.state.settings.recent));
        }
        let document = &self.state.document;
        let open = document.path().or_else(|| document.own.as_ref().map(|own| &own.path)).map(PathBuf::as_path);
        self.listed(&folder::start(open, &self.state.settings.recent))
    }

    fn next_screen(&mut self) -> Vec<Action> {
        self.screens.next();
        Vec::new()
    }

    fn copy_citations(&self, ctx: &Context, statements: Vec<StatementIx>) -> Vec<Action> {
        let style = if self.state.settings.iso_dates { DateStyle::Iso } else { DateStyle::Words };
        let citation = |ix| wording::citation(self.state.dossier(), ix, style);
        ctx.copy_text(statements.into_iter().map(citation).collect::<Vec<_>>().join("\n"));
        Vec::new()
    }
}
