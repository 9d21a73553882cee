//! Files out of which a case is made, and files that are made of one: both beside the window, for a workbook may hold a
//! million cells.

use std::{path::PathBuf, sync::Arc};

use super::{
    files::{Files, Jobs, Report, says},
    jobs::Kind,
};
use crate::{
    app::{
        self, Document, SaveForm, SaveJob,
        case::{Action, Found},
    },
    format::{parted, shared_case},
    storage::{self, SaveError},
    wording::incoming as words,
    workbook,
};

/// Has a file read, and what would come of it shown.
pub(super) fn read_beside(jobs: &mut Jobs, number: u64, path: PathBuf, document: Arc<Document>) {
    let report = move |found| says(app::Action::Case(Action::Brought(number, found)));
    jobs.start(
        Kind::Incoming,
        move |line| line.tell(report(workbook::look(&path, &document))),
        move |failed| report(Found::Refused(failed.said())),
    );
}

impl Files {
    /// Has the case written as a workbook, or with its plans as one file, if nothing is wrong with it.
    pub(super) fn write_case(
        &mut self,
        document: &Arc<Document>,
        job: &SaveJob,
        jobs: &mut Jobs,
    ) -> Result<Vec<app::Action>, SaveError> {
        if let Some(own) = document.own.as_deref().filter(|own| !own.is_sound()) {
            return Ok(self.not_sound(document, job, own.problems.len()));
        }
        let shared = match job.form {
            SaveForm::Shared => {
                let not_shared = || SaveError::NotMade(words::NOT_SHARED.to_owned());
                Some(self.shared(document).ok_or_else(not_shared)?)
            }
            _ => None,
        };
        let case = Arc::clone(&document.case);
        let write = move |job: &SaveJob| {
            let bytes = shared.map_or_else(|| workbook::write(&workbook::book_of(&case.dossier)), Ok);
            storage::write_keeping(&job.path, &bytes.map_err(SaveError::NotMade)?, job.overwrite)
        };
        let (wished, failing) = (job.clone(), job.clone());
        jobs.start(
            Kind::CaseFile,
            move |line| line.tell(came(&wished, write(&wished))),
            move |failed| came(&failing, Err(SaveError::NotMade(failed.said()))),
        );
        Ok(Vec::new())
    }

    /// The dossier as it stands in the window, with the plans that lie beside it.
    fn shared(&self, document: &Document) -> Option<Vec<u8>> {
        let id = &document.case.dossier.id;
        let (text, plans) = match &document.own {
            Some(own) => (own.sound.to_string(), self.library.plan_texts_beside(&own.path, id)),
            None => (self.dossier_text(document)?, self.plans_of(id)),
        };
        // It was shared with us, and goes on with the plans that came along.
        let (text, inside) = parted(&text).unwrap_or((text, Vec::new()));
        let plans = if plans.is_empty() { inside } else { plans };
        shared_case(&text, &plans).map(String::into_bytes)
    }
}

/// What came of writing.
fn came(job: &SaveJob, written: Result<(), SaveError>) -> Report {
    let job = job.clone();
    Box::new(move |files, state| match written {
        Ok(()) => vec![app::Action::Case(Action::Written(job.path))],
        Err(error) => files.not_saved_or_ask(&state.document, job, error),
    })
}
