//! Hand-outs are made beside the window: a file of forty pages takes longer than a frame.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{self, Receiver, Sender},
    },
    thread,
};

use eframe::egui::Context;

use super::{App, faults, folder};
use crate::{
    app::{Action, Format, HandOutAction, HandOutEffect, HandOutJob, IfTaken, Notice, NoticeKind, Origin, Outcome},
    export::{self, Made, Material},
    storage::{SaveError, free_path, why, write_file},
    wording::{DateStyle, hand_out_dialog as words},
};

/// What is under way.
pub(super) struct HandOuts {
    sender: Sender<HandOutAction>,
    reports: Receiver<HandOutAction>,
}

impl Default for HandOuts {
    fn default() -> Self {
        let (sender, reports) = mpsc::channel();
        Self { sender, reports }
    }
}

impl HandOuts {
    /// Lays the sheets out; `wake` is called when they are done.
    pub(super) fn lay_out(&self, job: HandOutJob, wake: impl Fn() + Send + 'static) {
        self.start(wake, move || lay_out(&job));
    }

    /// Writes the file; `wake` is called when that is done.
    pub(super) fn write(&self, job: HandOutJob, folder: PathBuf, if_taken: IfTaken, wake: impl Fn() + Send + 'static) {
        self.start(wake, move || HandOutAction::Came(write(&job, &folder, if_taken)));
    }

    /// What was reported since the last call.
    pub(super) fn reports(&self) -> impl Iterator<Item = Action> + '_ {
        self.reports.try_iter().map(Action::HandOuts)
    }

    fn start(&self, wake: impl Fn() + Send + 'static, make: impl FnOnce() -> HandOutAction + Send + 'static) {
        let sender = self.sender.clone();
        let work = move || {
            // Nobody listens once the window is closed.
            let failed = |fault: String| HandOutAction::Came(Outcome::Failed(words::fault(&fault)));
            sender.send(faults::guarded(make).unwrap_or_else(failed)).ok();
            wake();
        };
        if thread::Builder::new().name("hand-outs".to_owned()).spawn(work).is_err() {
            self.sender.send(HandOutAction::Came(Outcome::Failed(words::NO_THREAD.to_owned()))).ok();
        }
    }
}

impl App {
    /// Carries out what the dialog for hand-outs asked for.
    pub(super) fn carry_out_hand_outs(&self, ctx: &Context, effect: HandOutEffect) -> Vec<Action> {
        let ctx = ctx.clone();
        let wake = move || ctx.request_repaint();
        match effect {
            HandOutEffect::LayOut(job) => {
                // Forty pages take a moment; what the file will be called is known at once.
                let named = named(&job);
                self.hand_outs.lay_out(job, wake);
                return vec![Action::HandOuts(named)];
            }
            HandOutEffect::Write { job, folder, if_taken } => self.hand_outs.write(job, folder, if_taken, wake),
            HandOutEffect::FindFolder => {
                let open = self.state.document.path().map(PathBuf::as_path);
                let folder = folder::start(open, &self.state.settings.recent);
                return vec![Action::HandOuts(HandOutAction::Folder(folder.to_string_lossy().into_owned()))];
            }
            HandOutEffect::OpenFolder(folder) => return open_folder(&folder).map(Action::Notify).into_iter().collect(),
        }
        Vec::new()
    }
}

fn with_material<T>(job: &HandOutJob, made: Made, use_it: impl FnOnce(&Material<'_>) -> T) -> T {
    let style = if job.iso_dates { DateStyle::Iso } else { DateStyle::Words };
    let case = &job.document.case;
    let material = Material::new(&case.dossier, &job.document.scenario, &case.fingerprint, made, style);
    use_it(&material.with_hatched_marks(job.hatched).with_separator(job.separator))
}

/// Whose words the notes are, as far as that is known.
fn made(job: &HandOutJob) -> Made {
    let document = &job.document;
    let changed = document.scenario.notes != document.saved.notes;
    match document.origin {
        Origin::New => Made::Own,
        Origin::Entry { .. } if !changed => Made::Shipped,
        Origin::Entry { .. } | Origin::File(_) => Made::Unknown,
    }
}

fn named(job: &HandOutJob) -> HandOutAction {
    with_material(job, made(job), |material| HandOutAction::Named {
        number: job.number,
        name: export::file_name(material, &job.sheets, job.format),
    })
}

fn lay_out(job: &HandOutJob) -> HandOutAction {
    with_material(job, made(job), |material| HandOutAction::LaidOut {
        number: job.number,
        pages: Arc::new(match job.format {
            Format::LessonPage => Vec::new(),
            Format::Pdf | Format::Html | Format::Png | Format::Csv => export::pages(material, &job.sheets, job.paper),
        }),
        name: export::file_name(material, &job.sheets, job.format),
    })
}

fn write(job: &HandOutJob, folder: &Path, if_taken: IfTaken) -> Outcome {
    if !folder.is_dir() {
        return Outcome::Failed(words::no_folder(&folder.to_string_lossy()));
    }
    with_material(job, made(job), |material| {
        let path = folder.join(export::file_name(material, &job.sheets, job.format));
        let path = if if_taken == IfTaken::Beside { free_path(&path) } else { path };
        let file = match export::make(material, &job.sheets, job.format, job.paper) {
            Ok(file) => file,
            Err(error) => return Outcome::Failed(error.to_string()),
        };
        match write_file(&path, &file.bytes, if_taken == IfTaken::Replace) {
            Ok(()) => Outcome::Written(path),
            Err(SaveError::Exists(path)) => Outcome::Exists(path),
            Err(error) => Outcome::Failed(error.to_string()),
        }
    })
}

/// Opens a folder in the system's file manager; says so if there is none.
fn open_folder(folder: &Path) -> Option<Notice> {
    let error = open::that_detached(folder).err()?;
    let (title, line) = words::folder_not_opened(&folder.to_string_lossy(), &why(&error));
    Some(Notice { kind: NoticeKind::Info, title, lines: vec![line], excerpt: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{Case, Document, Paper, Separator, Sheet},
        domain::Scenario,
        storage::Library,
    };

    fn job(format: Format) -> HandOutJob {
        let library = Library::shipped();
        let file = library.shelf("school-trip").unwrap().dossier().unwrap().clone();
        let case = Arc::new(Case::new(file.dossier, file.fingerprint, true));
        let scenario = Scenario::empty(&case.dossier, "Trip".to_owned());
        let document = Arc::new(Document::opened(case, scenario, None));
        let (sheets, separator) = (vec![Sheet::Plan, Sheet::Debrief], Separator::Comma);
        HandOutJob {
            number: 7,
            document,
            sheets,
            format,
            paper: Paper::A4,
            hatched: false,
            separator,
            iso_dates: false,
        }
    }

    fn report(hand_outs: &HandOuts) -> HandOutAction {
        hand_outs.reports.recv().unwrap()
    }

    #[test]
    fn pages_come_with_the_number_of_their_choice() {
        let hand_outs = HandOuts::default();
        hand_outs.lay_out(job(Format::Html), || ());
        let HandOutAction::LaidOut { number, pages, name } = report(&hand_outs) else { panic!("no pages") };
        assert_eq!((number, pages.len()), (7, 2));
        assert!(name.starts_with("hand-outs_trip_") && name.ends_with(".html"), "{name}");
    }

    #[test]
    fn a_file_is_written_once_and_replaced_only_when_told_to() {
        let folder = tempfile::tempdir().unwrap();
        let hand_outs = HandOuts::default();
        let write = |if_taken| {
            hand_outs.write(job(Format::Csv), folder.path().to_path_buf(), if_taken, || ());
            report(&hand_outs)
        };
        assert!(matches!(write(IfTaken::Ask), HandOutAction::Came(Outcome::Written(_))));
        assert!(matches!(write(IfTaken::Ask), HandOutAction::Came(Outcome::Exists(_))));
        assert!(matches!(write(IfTaken::Replace), HandOutAction::Came(Outcome::Written(_))));
        let HandOutAction::Came(Outcome::Written(beside)) = write(IfTaken::Beside) else { panic!("not written") };
        assert!(beside.to_string_lossy().ends_with("-2.csv"), "{beside:?}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
        hand_outs.write(job(Format::Csv), folder.path().join("nowhere"), IfTaken::Ask, || ());
        let HandOutAction::Came(Outcome::Failed(why)) = report(&hand_outs) else { panic!("written") };
        assert!(why.contains("nowhere"), "{why}");
    }
}
