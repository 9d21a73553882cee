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

/// The newest question of a topic and the newest answer.
#[derive(Clone, Debug)]
pub struct Desk<Q, A> {
    asked: Option<(Q, Arc<Document>)>,
    number: u64,
    answer: Option<(Arc<A>, Arc<Document>)>,
    answered: u64,
    is_running: bool,
    fault: Option<String>,
}

impl<Q, A> Default for Desk<Q, A> {
    fn default() -> Self {
        Self { asked: None, number: 0, answer: None, answered: 0, is_running: false, fault: None }
    }
}

impl<Q: Clone + PartialEq, A> Desk<Q, A> {
    /// Notes that this is the question now. Returns its number if it was not asked already.
    pub fn ask(&mut self, question: &Q, document: &Arc<Document>) -> Option<u64> {
        let same = |(asked, of): &(Q, Arc<Document>)| asked == question && Arc::ptr_eq(of, document);
        if self.asked.as_ref().is_some_and(same) {
            return None;
        }
        self.asked = Some((question.clone(), Arc::clone(document)));
        self.number += 1;
        self.is_running = true;
        self.fault = None;
        Some(self.number)
    }

    /// The same question counts as a new one: an answer that was cut short is worked out again.
    pub fn ask_again(&mut self) {
        self.asked = None;
    }

    /// Takes in a reply, unless another question is asked by now.
    pub fn take(&mut self, number: u64, answer: Option<A>, is_last: bool, fault: Option<String>) {
        if number != self.number {
            return;
        }
        self.is_running = !is_last;
        self.fault = fault;
        if let (Some(answer), Some((_, document))) = (answer, &self.asked) {
            self.answer = Some((Arc::new(answer), Arc::clone(document)));
            self.answered = number;
        }
    }

    /// What was last asked.
    #[must_use]
    pub fn asked(&self) -> Option<&Q> {
        self.asked.as_ref().map(|(asked, _)| asked)
    }

    /// The newest answer there is, with the document that it is about.
    #[must_use]
    pub fn answer(&self) -> Option<(&A, &Arc<Document>)> {
        self.answer.as_ref().map(|(answer, document)| (&**answer, document))
    }

    /// True if the answer is one to the newest question, if only a part of it.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.answer.is_some() && self.answered == self.number
    }

    /// True while more will come.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.is_running
    }

    /// The fault of the program because of which nothing more came, with its place.
    #[must_use]
    pub fn fault(&self) -> Option<&str> {
        self.fault.as_deref()
    }

    /// Forgets question and answer, as when another dossier was opened. Replies under way are dropped.
    pub fn clear(&mut self) {
        *self = Self { number: self.number + 1, ..Self::default() };
    }
}
