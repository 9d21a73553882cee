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

use crate::app::{Action, Reply, Topic, Work};

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
    pub fn start(&mut self, work: Work, wake: impl Fn() + Send + 'static) {
        self.stop(work.topic);
        let stop = Arc::new(AtomicBool::new(false));
        self.stops.insert(work.topic, Arc::clone(&stop));
        let sender = self.sender.clone();
        let (topic, number) = (work.topic, work.number);
        let answering = move || {
            work.run(&stop, &mut |reply| {
                // Nobody listens once the window is closed.
                sender.send(reply).ok();
                wake();
            });
        };
        let thread = thread::Builder::new().name("analysis".to_owned()).spawn(answering);
        if thread.is_err() {
            // The system has no thread to give: there is no answer, which the view says.
            self.sender.send(Reply { topic, number, answer: None, is_last: true, fault: None }).ok();
        }
    }

    /// Asks the work of a topic to come to an end.
    pub fn stop(&mut self, topic: Topic) {
        if let Some(stop) = self.stops.remove(&topic) {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// What was found since the last call.
    pub fn replies(&self) -> impl Iterator<Item = Action> + '_ {
        self.replies.try_iter().map(Action::Worked)
    }
}
