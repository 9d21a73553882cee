//! Work beside the window, which never waits for any: analyses, hand-outs, the catalogue, files of a case.
//!
//! A job has a thread with a name. It tells what it has as it goes, and hears when nobody needs more of it. What it tells is
//! made into actions on the window's thread, where the files are. Something is told at the end whatever happens: where a
//! fault of the program ended the job, what happened and where. A view that waits for an answer would wait for ever.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, Sender},
    },
    thread::{self, JoinHandle},
};

use super::faults;
use crate::{app::Topic, wording::start as words};

/// What is done beside the window. Of each kind only the newest job is worth going on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// An answer to a question about plans.
    Analysis(Topic),
    /// The pages of hand-outs.
    Pages,
    /// A file of hand-outs.
    HandOut,
    /// What is at hand.
    Catalog,
    /// What a file would bring, out of which a case is made.
    Incoming,
    /// A file that is made of a case.
    CaseFile,
}

impl Kind {
    const fn thread(self) -> &'static str {
        match self {
            Self::Analysis(_) => "analysis",
            Self::Pages => "pages",
            Self::HandOut => "hand-out",
            Self::Catalog => "catalog",
            Self::Incoming => "incoming",
            Self::CaseFile => "case-file",
        }
    }

    /// True if a file comes of it, for which a window that closes waits.
    pub(super) const fn writes(self) -> bool {
        matches!(self, Self::HandOut | Self::CaseFile)
    }
}

/// Why a job came to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Failed {
    /// A fault of the program, with its place.
    Fault(String),
    /// The system has no thread to give.
    NoThread,
}

impl Failed {
    /// What happened, and where.
    pub(super) fn why(&self) -> &str {
        match self {
            Self::Fault(fault) => fault,
            Self::NoThread => words::NO_THREAD,
        }
    }

    /// A sentence that says so.
    pub(super) fn said(&self) -> String {
        match self {
            Self::Fault(fault) => words::job_ended_by_a_fault(fault),
            Self::NoThread => words::NO_THREAD.to_owned(),
        }
    }
}

/// What a job has of its window.
pub(super) struct Line<R> {
    stop: Arc<AtomicBool>,
    reports: Sender<R>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl<R> Line<R> {
    /// Set once nobody needs more than there is.
    pub(super) fn stop(&self) -> &AtomicBool {
        &self.stop
    }

    /// Tells something. Nobody listens once the window is closed.
    pub(super) fn tell(&self, report: R) {
        self.reports.send(report).ok();
        (self.wake)();
    }
}

/// All jobs that are under way, each of which tells reports.
pub(super) struct Jobs<R> {
    sender: Sender<R>,
    reports: Receiver<R>,
    wake: Arc<dyn Fn() + Send + Sync>,
    /// How the newest job of each kind is asked to stop.
    stops: BTreeMap<Kind, Arc<AtomicBool>>,
    threads: Vec<(Kind, JoinHandle<()>)>,
    /// Cut off once the newest job that writes has come to its end.
    written: Option<Receiver<()>>,
}

impl<R: Send + 'static> Jobs<R> {
    /// None yet. `wake` is called after everything that is told.
    pub(super) fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (sender, reports) = mpsc::channel();
        Self { sender, reports, wake: Arc::new(wake), stops: BTreeMap::new(), threads: Vec::new(), written: None }
    }

    /// Starts a job, and asks the one before of its kind to stop. Files are written one after the other: the same name may be
    /// meant, and what was asked for last must stay. If the job comes to nothing, `failed` says what that means.
    pub(super) fn start(
        &mut self,
        kind: Kind,
        work: impl FnOnce(&Line<R>) + Send + 'static,
        failed: impl Fn(&Failed) -> R + Send + Sync + 'static,
    ) {
        self.stop(kind);
        let stop = Arc::new(AtomicBool::new(false));
        self.stops.insert(kind, Arc::clone(&stop));
        let line = Line { stop, reports: self.sender.clone(), wake: Arc::clone(&self.wake) };
        let failed = Arc::new(failed);
        let on_fault = Arc::clone(&failed);
        let (at_work, is_done) = mpsc::channel();
        let before = if kind.writes() { self.written.replace(is_done) } else { None };
        let working = move || {
            let _at_work: Sender<()> = at_work;
            if let Some(before) = before {
                // Nothing comes of it but that the sender is gone.
                before.recv().ok();
            }
            if let Err(fault) = faults::guarded(|| work(&line)) {
                line.tell(on_fault(&Failed::Fault(fault)));
            }
        };
        self.threads.retain(|(_, thread)| !thread.is_finished());
        match thread::Builder::new().name(kind.thread().to_owned()).spawn(working) {
            Ok(thread) => self.threads.push((kind, thread)),
            Err(_) => drop(self.sender.send(failed(&Failed::NoThread))),
        }
    }

    /// Asks the job of a kind to come to an end with what it has.
    pub(super) fn stop(&mut self, kind: Kind) {
        if let Some(stop) = self.stops.remove(&kind) {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// True if there was a job of this kind.
    pub(super) fn was_started(&self, kind: Kind) -> bool {
        self.stops.contains_key(&kind)
    }

    /// What was told since the last call.
    pub(super) fn reports(&self) -> Vec<R> {
        self.reports.try_iter().collect()
    }

    /// Waits for the jobs of some kinds.
    pub(super) fn finish(&mut self, is_waited_for: impl Fn(Kind) -> bool) {
        for (_, thread) in self.threads.extract_if(.., |(kind, _)| is_waited_for(*kind)) {
            // It told its own fault.
            thread.join().ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl<R> Jobs<R> {
        /// Waits for what is told next.
        pub(in crate::gui) fn next(&self) -> R {
            self.reports.recv().unwrap()
        }
    }

    fn jobs() -> Jobs<String> {
        Jobs::new(|| ())
    }

    #[test]
    fn a_fault_in_a_job_comes_back_as_the_last_thing_told_and_the_next_job_is_done() {
        faults::listen();
        let mut jobs = jobs();
        let works_at_first = |line: &Line<String>| {
            line.tell("a part".to_owned());
            panic!("boom in a job");
        };
        jobs.start(Kind::Analysis(Topic::Parties), works_at_first, Failed::said);
        assert_eq!(jobs.next(), "a part");
        let fault = jobs.next();
        for part in ["boom in a job", "src/gui/jobs.rs:", "goes on working"] {
            assert!(fault.contains(part), "{fault}");
        }
        jobs.start(Kind::Analysis(Topic::Parties), |line| line.tell("all".to_owned()), Failed::said);
        assert_eq!(jobs.next(), "all");
    }

    #[test]
    fn a_job_hears_that_it_is_not_needed_any_more_and_its_thread_says_what_it_does() {
        let mut jobs = jobs();
        let until_stopped = |line: &Line<String>| {
            while !line.stop().load(Ordering::Relaxed) {
                thread::yield_now();
            }
            line.tell(thread::current().name().unwrap_or_default().to_owned());
        };
        jobs.start(Kind::Analysis(Topic::Parties), until_stopped, Failed::said);
        jobs.start(Kind::Analysis(Topic::Way), until_stopped, Failed::said);
        jobs.stop(Kind::Analysis(Topic::Parties));
        assert_eq!(jobs.next(), "analysis");
        assert!(jobs.reports().is_empty(), "the other one goes on");
        // The next one of a kind takes the place of the one before.
        jobs.start(Kind::Analysis(Topic::Way), |line| line.tell("next".to_owned()), Failed::said);
        jobs.finish(|_| true);
        let mut told = jobs.reports();
        told.sort();
        assert_eq!(told, ["analysis", "next"]);
    }

    #[test]
    fn a_window_that_closes_waits_for_its_files() {
        let mut jobs = jobs();
        for kind in [Kind::HandOut, Kind::CaseFile, Kind::CaseFile] {
            let slowly = |line: &Line<String>| {
                (0..1000).for_each(|_| thread::yield_now());
                line.tell("written".to_owned());
            };
            jobs.start(kind, slowly, Failed::said);
        }
        jobs.finish(Kind::writes);
        assert_eq!(jobs.reports().len(), 3);
    }

    #[test]
    fn what_is_to_be_written_last_is_written_last() {
        let mut jobs = jobs();
        for (kind, n_steps) in [(Kind::CaseFile, 10_000), (Kind::CaseFile, 100), (Kind::HandOut, 0)] {
            let written = move |line: &Line<String>| {
                (0..n_steps).for_each(|_| thread::yield_now());
                line.tell(format!("after {n_steps}"));
            };
            jobs.start(kind, written, Failed::said);
        }
        jobs.finish(Kind::writes);
        assert_eq!(jobs.reports(), ["after 10000", "after 100", "after 0"]);
    }
}
