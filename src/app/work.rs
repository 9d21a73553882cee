//! Analyses that may take longer than a frame: what is asked, of which document, and what came back.
//!
//! The state only says what it wants to know ([`Effect::Work`](super::Effect)). Whoever runs the program answers with
//! [`Reply`]s: the window on a thread of its own, tests at once. A reply to a question that is no longer asked is dropped;
//! until the new answer is there, views show the last one and say that it is out of date.

use std::sync::{Arc, atomic::AtomicBool};

use super::{
    Document,
    alternatives::{by_rule, least, lift},
    parties, way,
};
use crate::analysis::{Stop, Wishes};

/// Questions of one topic replace each other: only the newest is worth an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum Topic {
    /// What cannot be had together.
    Parties,
    /// The plans that contradict the fewest statements.
    Alternatives,
    /// The same by every counting rule.
    ByRule,
    /// The fewest changes that lift a contradiction.
    FewestChanges,
    /// Whether there is a way.
    Way,
    /// How the positions of a dossier were read.
    HowRead,
}

/// A question with all that is needed to answer it.
#[derive(Clone, Debug)]
pub struct Work {
    /// What it is about.
    pub topic: Topic,
    /// Counts the questions of the topic; the reply carries it back.
    pub number: u64,
    /// The document that is asked about.
    pub document: Arc<Document>,
    /// What is asked.
    pub ask: Ask,
}

/// Work is told apart by its number.
impl PartialEq for Work {
    fn eq(&self, other: &Self) -> bool {
        (self.topic, self.number) == (other.topic, other.number)
    }
}

impl Eq for Work {}

/// What is asked, by topic.
#[derive(Clone, Debug)]
pub enum Ask {
    /// See [`parties`].
    Parties(parties::Ask),
    /// See [`least`].
    Alternatives(Wishes),
    /// See [`by_rule`].
    ByRule(Wishes),
    /// See [`lift`].
    FewestChanges(lift::Ask),
    /// See [`way`].
    Way(way::Ask),
    /// The answer is kept with the [`Case`](super::Case).
    HowRead,
}

/// What came back, by topic.
#[derive(Clone, Debug)]
pub enum Answer {
    /// See [`parties`].
    Parties(parties::Answer),
    /// See [`least`].
    Alternatives(least::Answer),
    /// See [`by_rule`].
    ByRule(by_rule::ByRule),
    /// See [`lift`].
    FewestChanges(lift::Answer),
    /// See [`way`].
    Way(way::Answer),
}

/// An answer or a part of it.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The topic of the question.
    pub topic: Topic,
    /// The number of the question.
    pub number: u64,
    /// What is known so far; `None` if nothing came of it before it was stopped.
    pub answer: Option<Answer>,
    /// True if nothing more will come.
    pub is_last: bool,
    /// The fault of the program that ended the work, with its place; the answer is then the last part there was.
    pub fault: Option<String>,
}

impl Work {
    /// A question about a document.
    pub(super) fn new(topic: Topic, number: u64, document: &Arc<Document>, ask: Ask) -> Self {
        Self { topic, number, document: Arc::clone(document), ask }
    }

    /// Answers the question: tells parts as they are found and returns the whole. Once `stop` is set it returns soon, with
    /// what it has.
    pub fn run(&self, stop: &AtomicBool, tell: &mut dyn FnMut(Reply)) {
        let mut reply =
            |answer, is_last| tell(Reply { topic: self.topic, number: self.number, answer, is_last, fault: None });
        match &self.ask {
            Ask::Parties(ask) => {
                let answer =
                    ask.answer(&self.document, Stop::when(stop), &mut |part| reply(Some(Answer::Parties(part)), false));
                reply(answer.map(Answer::Parties), true);
            }
            Ask::Alternatives(wishes) => {
                let tell = &mut |part| reply(Some(Answer::Alternatives(part)), false);
                let answer = least::answer(wishes, &self.document, stop, tell);
                reply(Some(Answer::Alternatives(answer)), true);
            }
            Ask::ByRule(wishes) => {
                let tell = &mut |part| reply(Some(Answer::ByRule(part)), false);
                let answer = by_rule::answer(wishes, &self.document, stop, tell);
                reply(Some(Answer::ByRule(answer)), true);
            }
            Ask::Way(ask) => {
                let answer = ask.answer(&self.document, Stop::when(stop)).ok();
                reply(answer.map(Answer::Way), true);
            }
            Ask::HowRead => {
                self.document.case.work_out_how_read();
                reply(None, true);
            }
            Ask::FewestChanges(ask) => {
                reply(Some(Answer::FewestChanges(lift::answer(ask, &self.document, stop))), true);
            }
        }
    }
}
