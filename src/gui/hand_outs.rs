//! Hand-outs are made beside the window: a file of forty pages takes longer than a frame.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    App,
    files::{Jobs, says},
    folder,
    jobs::Kind,
};
use crate::{
    app::{
        Action, Document, Format, HandOutAction, HandOutEffect, HandOutJob, IfTaken, Notice, NoticeKind, Origin,
        Outcome,
    },
    export::{self, Made, Material},
    storage::{SaveError, free_path, why, write_file},
    wording::{DateStyle, hand_out_dialog as words},
};

/// Has the sheets laid out.
fn lay_out_beside(jobs: &mut Jobs, job: HandOutJob) {
    start(jobs, Kind::Pages, move || lay_out(&job));
}

/// Has the file written.
fn write_beside(jobs: &mut Jobs, job: HandOutJob, folder: PathBuf, if_taken: IfTaken) {
    start(jobs, Kind::HandOut, move || HandOutAction::Came(write(&job, &folder, if_taken)));
}

fn start(jobs: &mut Jobs, kind: Kind, make: impl FnOnce() -> HandOutAction + Send + 'static) {
    let report = |action| says(Action::HandOuts(action));
    jobs.start(
        kind,
        move |line| line.tell(report(make())),
        move |failed| report(HandOutAction::Came(Outcome::Failed(failed.said()))),
    );
}

impl App {
    /// Carries out what the dialog for hand-outs asked for.
    pub(super) fn carry_out_hand_outs(&mut self, effect: HandOutEffect) -> Vec<Action> {
        match effect {
            HandOutEffect::LayOut(job) => {
                // Forty pages take a moment; what the file will be called is known at once.
                let named = HandOutAction::Named { number: job.number, name: name(&job) };
                lay_out_beside(&mut self.jobs, job);
                return vec![Action::HandOuts(named)];
            }
            HandOutEffect::Write { job, folder, if_taken } => write_beside(&mut self.jobs, job, folder, if_taken),
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

fn material(job: &HandOutJob) -> Material<'_> {
    let style = if job.iso_dates { DateStyle::Iso } else { DateStyle::Words };
    let material = Material::new(job.document.judged(), &job.document.case.fingerprint, made(&job.document), style);
    material.with_hatched_marks(job.hatched).with_separator(job.separator)
}

/// Whose words the notes are, as far as that is known.
fn made(document: &Document) -> Made {
    let changed = document.scenario.notes != document.saved.notes;
    match document.origin {
        Origin::New => Made::Own,
        Origin::Entry { .. } if !changed => Made::Shipped,
        Origin::Entry { .. } | Origin::File(_) => Made::Unknown,
    }
}

fn name(job: &HandOutJob) -> String {
    export::file_name(&job.document.case.dossier, &job.document.scenario, &job.sheets, job.format)
}

fn lay_out(job: &HandOutJob) -> HandOutAction {
    let pages = match job.format {
        Format::LessonPage => Vec::new(),
        Format::Pdf | Format::Html | Format::Png | Format::Csv => export::pages(&material(job), &job.sheets, job.paper),
    };
    HandOutAction::LaidOut { number: job.number, pages: Arc::new(pages), name: name(job) }
}

fn write(job: &HandOutJob, folder: &Path, if_taken: IfTaken) -> Outcome {
    if !folder.is_dir() {
        return Outcome::Failed(words::no_folder(&folder.to_string_lossy()));
    }
    let path = folder.join(name(job));
    let path = if if_taken == IfTaken::Beside { free_path(&path) } else { path };
    let laid_out = job.pages.as_ref().map(|pages| pages.as_slice());
    let file = match export::make(&material(job), &job.sheets, job.format, job.paper, laid_out) {
        Ok(file) => file,
        Err(error) => return Outcome::Failed(error.to_string()),
    };
    match write_file(&path, &file.bytes, if_taken == IfTaken::Replace) {
        Ok(()) => Outcome::Written(path),
        Err(SaveError::Exists(path)) => Outcome::Exists(path),
        Err(error) => Outcome::Failed(error.to_string()),
    }
}

/// Opens a folder in the system's file manager; says so if there is none.
fn open_folder(folder: &Path) -> Option<Notice> {
    let error = open::that_detached(folder).err()?;
    let (title, line) = words::folder_not_opened(&folder.to_string_lossy(), &why(&error));
    Some(Notice::new(NoticeKind::Info, title, vec![line]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{Case, Paper, Separator, Sheet},
        domain::Scenario,
        gui::{files::Files, shelf::Shelf},
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
            pages: None,
        }
    }

    fn report(jobs: &Jobs) -> HandOutAction {
        let folder = tempfile::tempdir().unwrap();
        let mut files = Files::with_shelf(Shelf::at(folder.path().to_path_buf()));
        let (state, _) = files.start(Vec::new());
        let Action::HandOuts(action) = jobs.next()(&mut files, &state).remove(0) else { panic!("not of hand-outs") };
        action
    }

    #[test]
    fn pages_come_with_the_number_of_their_choice() {
        let mut jobs = Jobs::new(|| ());
        lay_out_beside(&mut jobs, job(Format::Html));
        let HandOutAction::LaidOut { number, pages, name } = report(&jobs) else { panic!("no pages") };
        assert_eq!((number, pages.len()), (7, 2));
        assert!(name.starts_with("hand-outs_trip_") && name.ends_with(".html"), "{name}");
    }

    #[test]
    fn a_file_is_printed_from_the_pages_that_are_laid_out_already() {
        let folder = tempfile::tempdir().unwrap();
        let bytes = |pages| {
            let job = HandOutJob { pages, ..job(Format::Pdf) };
            let Outcome::Written(path) = write(&job, folder.path(), IfTaken::Replace) else { panic!("not written") };
            std::fs::read(path).unwrap()
        };
        let HandOutAction::LaidOut { pages, .. } = lay_out(&job(Format::Pdf)) else { panic!("no pages") };
        assert_eq!(bytes(Some(Arc::clone(&pages))), bytes(None));
        let first = Arc::new(pages[..1].to_vec());
        assert!(bytes(Some(first)).len() < bytes(None).len(), "they are not laid out again");
    }

    #[test]
    fn a_file_is_written_once_and_replaced_only_when_told_to() {
        let folder = tempfile::tempdir().unwrap();
        let mut jobs = Jobs::new(|| ());
        let mut write = |folder: &Path, if_taken| {
            write_beside(&mut jobs, job(Format::Csv), folder.to_path_buf(), if_taken);
            report(&jobs)
        };
        assert!(matches!(write(folder.path(), IfTaken::Ask), HandOutAction::Came(Outcome::Written(_))));
        assert!(matches!(write(folder.path(), IfTaken::Ask), HandOutAction::Came(Outcome::Exists(_))));
        assert!(matches!(write(folder.path(), IfTaken::Replace), HandOutAction::Came(Outcome::Written(_))));
        let HandOutAction::Came(Outcome::Written(beside)) = write(folder.path(), IfTaken::Beside) else {
            panic!("not written")
        };
        assert!(beside.to_string_lossy().ends_with("-2.csv"), "{beside:?}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
        let HandOutAction::Came(Outcome::Failed(why)) = write(&folder.path().join("nowhere"), IfTaken::Ask) else {
            panic!("written")
        };
        assert!(why.contains("nowhere"), "{why}");
    }
}
