//! What a class writes beside a plan: its guesses at what is on file, its delegations and what they proposed, its debrief.
//!
//! All of it is student writing and no part of the dossier. It names parties, terms, values and statements by their
//! readable ids, so that nothing is lost when a dossier changes.

use std::collections::BTreeMap;

use super::Date;

/// The largest number of characters of a name: of a group, or of those who hold a job.
pub const MAX_NAME: usize = 80;

/// The largest number of characters of an explanation, or of the reason for a guess.
pub const MAX_EXPLANATION: usize = 1_000;

/// The largest number of characters of a field of the debrief.
pub const MAX_DEBRIEF: usize = 4_000;

/// The largest number of questions that are kept, and of proposals.
pub const MAX_RECORDS: usize = 500;

/// The largest number of hands that can be counted for an answer.
pub(crate) const MAX_HANDS: u16 = 999;

/// Everything that a class writes beside a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClassWork {
    /// The group's name; may be empty.
    pub group: String,
    /// The questions that were asked, each once.
    pub predictions: Vec<Prediction>,
    /// The delegations that take part, by party id.
    pub delegations: BTreeMap<String, Jobs>,
    /// Those who take part without a delegation, and their names, which may be empty.
    pub observers: BTreeMap<Observer, String>,
    /// What was proposed, oldest first.
    pub log: Vec<Proposal>,
    /// The debrief; empty texts are left out.
    pub debrief: BTreeMap<DebriefField, String>,
}

/// "Who has said no?": what a class or a student expected to be on file about one value of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prediction {
    /// What was asked.
    pub question: Question,
    /// The answers, by party id.
    pub answers: BTreeMap<String, Answer>,
    /// Why; may be empty.
    pub reason: String,
}

/// What is asked of each party.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Question {
    /// The id of the term.
    pub term: String,
    /// The id of the value.
    pub value: String,
    /// The day whose statements answer it.
    pub as_of: Date,
    /// True if it is asked about this value alone; false if about the whole plan with it.
    pub alone: bool,
    /// The values of the plan that was asked about, by term id; `None` if it was not kept. Under another plan the same
    /// value is another question.
    pub plan: Option<BTreeMap<String, String>>,
    /// The number of the student who answers, from 1; 0 for the class.
    pub student: u16,
}

/// What was expected of one party.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The answer that was settled on.
    pub guess: Option<Guess>,
    /// How many hands each of the three answers had, in the order of [`Guess`], if they were counted.
    pub hands: [u16; 3],
}

/// One of the three answers. The third is what makes the question honest.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, strum::EnumIter,
)]
pub enum Guess {
    /// A statement on file is against it.
    No,
    /// A statement on file is for it, or in line with it.
    InLine,
    /// There is no stated position on file.
    Nothing,
}

/// Who does what in a delegation; names, each of which may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Jobs(pub BTreeMap<Job, String>);

/// A job in a delegation.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, strum::EnumIter,
)]
pub enum Job {
    /// Speaks for the delegation.
    Speaker,
    /// Looks up what is on file.
    Checker,
    /// Asks why they might say it.
    Analyst,
    /// Writes it down.
    Scribe,
}

/// Who takes part without a delegation.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, strum::EnumIter,
)]
pub enum Observer {
    /// Leads the talk and takes nobody's part.
    Mediator,
    /// Asks and reports.
    Press,
    /// Looks up whether what is said is on file.
    FactChecker,
}

/// A change of one term that a delegation proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The id of the party whose delegation proposed it.
    pub by: String,
    /// The id of the term.
    pub term: String,
    /// The id of the value before; `None` if the term was not in the plan.
    pub from: Option<String>,
    /// The id of the value that is proposed; `None` to take the term out of the plan.
    pub to: Option<String>,
    /// The as-of date on which it was proposed.
    pub as_of: Date,
    /// What the delegations said to it, by party id.
    pub explanations: BTreeMap<String, Explanation>,
}

/// How a proposal stands with a delegation's statements, in its own words; both may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// How it fits what is on record.
    pub fits: String,
    /// Which statement would have to give way.
    pub gives_way: String,
}

/// A field of the debrief: the four of the sheet, then the five fixed questions.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, strum::EnumIter,
)]
pub enum DebriefField {
    /// Who took part.
    Actors,
    /// How it went.
    Process,
    /// What came of it.
    Outcomes,
    /// Anything else.
    Other,
    /// What was changed, and why.
    Changed,
    /// Whose statements gave way.
    GaveWay,
    /// Which interests might lie behind them.
    Interests,
    /// What is missing from the dossier, and who made it.
    Missing,
    /// Whether the exercise respected reality.
    Reality,
}

impl ClassWork {
    /// What was answered to a question.
    #[must_use]
    pub fn prediction(&self, question: &Question) -> Option<&Prediction> {
        self.predictions.iter().find(|prediction| prediction.question == *question)
    }

    /// The number of the next student who answers on their own.
    #[must_use]
    pub(crate) fn next_student(&self) -> u16 {
        let students = self.predictions.iter().map(|prediction| prediction.question.student);
        students.max().unwrap_or(0).saturating_add(1)
    }
}

impl Prediction {
    /// A question that nobody has answered.
    #[must_use]
    pub fn unanswered(question: Question) -> Self {
        Self { question, answers: BTreeMap::new(), reason: String::new() }
    }
}

impl Guess {
    /// Its place among the three.
    #[must_use]
    pub fn place(self) -> usize {
        self as usize
    }
}

impl Explanation {
    /// True if nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fits.is_empty() && self.gives_way.is_empty()
    }
}

impl DebriefField {
    /// True for the four fields of the sheet, false for the five questions.
    #[must_use]
    pub(crate) fn is_of_the_sheet(self) -> bool {
        self <= Self::Other
    }
}
