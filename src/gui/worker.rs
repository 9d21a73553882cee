//! Analyses on threads of their own, so that the window never waits for one.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, Sender},
    },
    thread,
};

use super::faults;
use crate::{
    app::{Action, Reply, Topic, Work},
    wording::start as words,
};

/// The threads that are at work.
pub(super) struct Workers {
    sender: Sender<Reply>,
    replies: Receiver<Reply>,
    /// For each topic how its newest work is stopped.
    stops: BTreeMap<Topic, Arc<AtomicBool>>,
}

impl Default for Workers {
    fn default() -> Self {
        let (sender, replies) = mpsc::channel();
        Self { sender, replies, stops: BTreeMap::new() }
    }
}

impl Workers {
    /// Starts to answer a question and stops work on an older one of the same topic. `wake` is called after each reply.
    pub(super) fn start(&mut self, work: Work, wake: impl Fn() + Send + 'static) {
        let (topic, number) = (work.topic, work.number);
        self.start_as((topic, number), move |stop, tell| work.run(stop, tell), wake);
    }

    /// Whatever comes of it, the last reply says that it is the last: a view that waits for one would wait for ever.
    fn start_as(
        &mut self,
        (topic, number): (Topic, u64),
        answer: impl FnOnce(&AtomicBool, &mut dyn FnMut(Reply)) + Send + 'static,
        wake: impl Fn() + Send + 'static,
    ) {
        self.stop(topic);
        let stop = Arc::new(AtomicBool::new(false));
        self.stops.insert(topic, Arc::clone(&stop));
        let sender = self.sender.clone();
        let nothing = move |fault| Reply { topic, number, answer: None, is_last: true, fault };
        let answering = move || {
            let mut tell = |reply| {
                // Nobody listens once the window is closed.
                sender.send(reply).ok();
                wake();
            };
            if let Err(fault) = faults::guarded(|| answer(&stop, &mut tell)) {
                tell(nothing(Some(words::work_ended_by_a_fault(&fault))));
            }
        };
        let thread = thread::Builder::new().name("analysis".to_owned()).spawn(answering);
        if thread.is_err() {
            // The system has no thread to give: there is no answer, which the view says.
            self.sender.send(nothing(None)).ok();
        }
    }

    /// Asks the work of a topic to come to an end.
    pub(super) fn stop(&mut self, topic: Topic) {
        if let Some(stop) = self.stops.remove(&topic) {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// What was found since the last call.
    pub(super) fn replies(&self) -> impl Iterator<Item = Action> + '_ {
        self.replies.try_iter().map(Action::Worked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_in_an_analysis_comes_back_as_its_last_reply_and_the_next_one_is_answered() {
        faults::listen();
        let mut workers = Workers::default();
        workers.start_as((Topic::Parties, 3), |_, _| panic!("boom in an analysis"), || ());
        let reply = workers.replies.recv().unwrap();
        assert_eq!((reply.topic, reply.number, reply.is_last), (Topic::Parties, 3, true));
        let fault = reply.fault.unwrap();
        for part in ["boom in an analysis", "src/gui/worker.rs:", "goes on working"] {
            assert!(fault.contains(part), "{fault}");
        }
        let answer = |_: &AtomicBool, tell: &mut dyn FnMut(Reply)| {
            tell(Reply { topic: Topic::Parties, number: 4, answer: None, is_last: true, fault: None });
        };
        workers.start_as((Topic::Parties, 4), answer, || ());
        let reply = workers.replies.recv().unwrap();
        assert_eq!((reply.number, reply.fault), (4, None));
    }
}
