//! The few questions there are: before a browser opens, before someone else's change is replaced, before work is lost.

use std::{path::Path, sync::Arc};

use eframe::egui::{Label, RichText, Ui};

use crate::{
    app::{Action, Command, SaveJob, case, presenter},
    ui::{
        fonts,
        view::{View, focus_first},
    },
    wording::{case as case_words, files, ui as words},
};

/// The full address of a source.
pub(super) fn link(ui: &mut Ui, view: &View<'_>, url: &str, out: &mut Vec<Action>) {
    narrow(ui, 560.0);
    question(ui, view, words::FULL_ADDRESS, words::NEVER_ONLINE);
    ui.add(Label::new(url).wrap());
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        offer(ui, words::OPEN_BROWSER, Action::OpenUrl(url.to_owned()), out);
        offer(ui, words::COPY_ADDRESS, Action::Copy(url.to_owned()), out);
        offer(ui, words::CLOSE, Action::CloseDialog, out);
    });
}

/// Someone else changed the file.
pub(super) fn changed_on_disk(ui: &mut Ui, view: &View<'_>, job: &SaveJob, out: &mut Vec<Action>) {
    narrow(ui, 560.0);
    question(ui, view, words::CHANGED_ON_DISK, words::CHANGED_ON_DISK_MORE);
    ui.add(Label::new(job.path.to_string_lossy()).wrap());
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        offer(ui, words::SAVE_ELSEWHERE, Action::SaveElsewhere(job.form), out);
        offer(ui, words::OVERWRITE, Action::SaveJob(SaveJob { overwrite: true, ..job.clone() }), out);
        offer(ui, words::CANCEL, Action::CloseDialog, out);
    });
}

/// Another file has the name.
pub(super) fn name_taken(ui: &mut Ui, view: &View<'_>, (job, free): (&SaveJob, &Path), out: &mut Vec<Action>) {
    narrow(ui, 640.0);
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    question(ui, view, &files::name_taken(&name(&job.path)), words::CHANGED_ON_DISK_MORE);
    // Where a class looks on, the name that was just typed is enough.
    if !view.state.presenter.is_on {
        ui.add(Label::new(job.path.to_string_lossy()).wrap());
    }
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        let beside = SaveJob { path: free.to_path_buf(), ..job.clone() };
        offer(ui, &files::save_as(&name(free)), Action::SaveJob(beside), out);
        offer(ui, words::OVERWRITE, Action::SaveJob(SaveJob { overwrite: true, ..job.clone() }), out);
        offer(ui, words::CANCEL, Action::CloseDialog, out);
    });
}

/// The file of the case was changed, and the case here.
pub(super) fn case_changed(ui: &mut Ui, view: &View<'_>, theirs: &Arc<str>, out: &mut Vec<Action>) {
    narrow(ui, 560.0);
    question(ui, view, case_words::FILE_CHANGED, case_words::FILE_CHANGED_MORE);
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        let take = Action::Case(case::Action::ReadAgain(Arc::clone(theirs)));
        offer(ui, case_words::TAKE_FILE, take, out);
        offer(ui, case_words::KEEP_MINE, Action::CloseDialog, out);
    });
}

/// Closing would lose work.
pub(super) fn close_unsaved(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    narrow(ui, 520.0);
    question(ui, view, words::CLOSE_UNSAVED, "");
    ui.horizontal_wrapped(|ui| {
        if ui.button(words::SAVE).clicked() {
            // On the wall nothing is saved: the box names files.
            out.extend(view.state.presenter.is_on.then_some(Action::Presenter(presenter::Action::Leave)));
            out.push(Action::Run(Command::Save));
        }
        offer(ui, words::CLOSE_ANYWAY, Action::CloseAnyway, out);
        offer(ui, words::CANCEL, Action::CloseDialog, out);
    });
}

/// As wide as this, or as the window allows.
fn narrow(ui: &mut Ui, width: f32) {
    ui.set_width(width.min(ui.ctx().content_rect().width() - 80.0));
}

fn question(ui: &mut Ui, view: &View<'_>, title: &str, more: &str) {
    ui.label(RichText::new(title).font(fonts::semibold(view.tokens.size.header)));
    if !more.is_empty() {
        ui.label(RichText::new(more).color(view.tokens.ink_weak));
    }
    ui.add_space(4.0);
    focus_first(ui, "dialog", title);
}

fn offer(ui: &mut Ui, text: &str, action: Action, out: &mut Vec<Action>) {
    if ui.button(text).clicked() {
        out.push(action);
    }
}
