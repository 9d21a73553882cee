//! What is asked and what came back, whatever it is about.

use std::sync::Arc;

use super::Document;

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
    pub(crate) fn ask_again(&mut self) {
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
    pub(crate) fn is_current(&self) -> bool {
        self.answer.is_some() && self.answered == self.number
    }

    /// True while more will come.
    #[must_use]
    pub(crate) fn is_running(&self) -> bool {
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
