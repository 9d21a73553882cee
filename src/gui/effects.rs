//! What the state asked for, done.

use eframe::egui::{Context, OpenUrl, ViewportCommand};

use super::{App, RECOVERY_DELAY, folder};
use crate::{
    app::{Action, Effect},
    domain::StatementIx,
    wording::{self, DateStyle},
};

impl App {
    fn start_folder(&self) -> Action {
        let open = self.state.document.path().map(std::path::PathBuf::as_path);
        folder::list(&folder::start(open, &self.state.settings.recent))
    }

    /// Carries out an effect and returns what came of it.
    pub(super) fn carry_out(&mut self, ctx: &Context, effect: Effect) -> Vec<Action> {
        match effect {
            Effect::OpenPath(path) => self.files.open_path(&path, &self.state),
            Effect::OpenEntry { shelf, scenario } => self.files.open_entry(&shelf, scenario.as_deref(), &self.state),
            Effect::OpenSecond(source) => self.files.open_second(&source, &self.state),
            Effect::Save { path, self_contained, overwrite } => {
                self.files.save(&self.state.document, path, self_contained, overwrite)
            }
            Effect::SaveAnswerSheet(path) => vec![Action::Notify(super::sheet::save(&self.state, &path))],
            Effect::ReadCatalog => vec![Action::CatalogRead(self.files.catalog())],
            Effect::ListFolder(folder) => vec![folder::list(&folder)],
            Effect::ListStartFolder => vec![self.start_folder()],
            Effect::DocumentChanged => {
                self.recovery_due = Some(std::time::Instant::now() + RECOVERY_DELAY);
                ctx.request_repaint_after(RECOVERY_DELAY);
                Vec::new()
            }
            Effect::RemoveRecovery => {
                self.recovery_due = None;
                self.files.remove_recovery();
                Vec::new()
            }
            Effect::SaveSettings => {
                self.files.save_settings(&self.state.settings).map(Action::Notify).into_iter().collect()
            }
            Effect::HandOuts(effect) => self.carry_out_hand_outs(ctx, effect),
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
                let ctx = ctx.clone();
                self.workers.start(work, move || ctx.request_repaint());
                Vec::new()
            }
            Effect::StopWork(topic) => {
                self.workers.stop(topic);
                Vec::new()
            }
            Effect::Fullscreen(on) => {
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(on));
                Vec::new()
            }
            Effect::Close => {
                self.files.may_close = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
                Vec::new()
            }
        }
    }

    fn copy_citations(&self, ctx: &Context, statements: Vec<StatementIx>) -> Vec<Action> {
        let style = if self.state.settings.iso_dates { DateStyle::Iso } else { DateStyle::Words };
        let citation = |ix| wording::citation(self.state.dossier(), ix, style);
        ctx.copy_text(statements.into_iter().map(citation).collect::<Vec<_>>().join("\n"));
        Vec::new()
    }
}
