//! The words of the tab *Activities*. They say what is on file and what somebody expected; they never mark anybody.

mod delegations;
mod predict;
mod sheet;
mod way;

pub use delegations::*;
pub use predict::*;
pub(crate) use sheet::{answer_sheet, answer_table};
pub use way::*;

use super::value_name;
use crate::{
    app::{
        Asked,
        activities::{ClassStep, Screen},
        predict::EndQuestion,
    },
    domain::{DebriefField, Dossier, Job, Observer},
};

/// Over the start screen.
pub(crate) const START_TITLE: &str = "Work for a class";
/// Under it.
pub(crate) const START_TEXT: &str = "Everything that is shown was said by somebody, on a day, and is on file. What you write stays in your file, marked \
     as student writing.";
/// Button of a card on the start screen.
pub(crate) const BEGIN: &str = "Begin";
/// Label of the group's name.
pub const GROUP: &str = "Name of your group (optional)";
/// Over the practice case.
pub(crate) const WARM_UP: &str = "Warm up first?";
/// What the practice case is.
pub(crate) const WARM_UP_TEXT: &str = "A school trip, invented for practice: three parties, five terms, nobody's war. Your present plan comes back with \
     Undo.";
/// Button that opens the practice case.
pub const OPEN_PRACTICE: &str = "Open the practice case";
/// Shown while the practice case is open.
pub(crate) const IN_PRACTICE: &str = "You are in the practice case. It is invented; everything works as in the others.";
/// The dossier of the practice case.
pub(crate) const PRACTICE_DOSSIER: &str = "school-trip";
/// Beside everything that students write.
pub const STUDENT_WRITING: &str = "Student writing, kept in your file. Not part of the case.";
/// Title of the debrief.
pub(crate) const DEBRIEF_TITLE: &str = "Debrief";
/// Under it.
pub(crate) const DEBRIEF_TEXT: &str =
    "Four fields for what happened, five questions for what it means. Leave empty what you have no words for.";
/// Over the four fields.
pub(crate) const WHAT_HAPPENED: &str = "What happened";
/// Over the five questions.
pub(crate) const FIVE_QUESTIONS: &str = "Five questions";

/// Name of a screen.
#[must_use]
pub fn screen(screen: Screen) -> &'static str {
    match screen {
        Screen::Start => "Start",
        Screen::Predict => PREDICT_TITLE,
        Screen::Way => WAY_TITLE,
        Screen::Delegations => DELEGATIONS_TITLE,
        Screen::Debrief => DEBRIEF_TITLE,
    }
}

/// Title and text of a card on the start screen.
#[must_use]
pub fn card(screen: Screen) -> (&'static str, &'static str) {
    match screen {
        Screen::Start => (START_TITLE, START_TEXT),
        Screen::Predict => (
            PREDICT_TITLE,
            "Say first what you expect to be on file, then look. \"No stated position\" is an answer too. About 10 minutes.",
        ),
        Screen::Delegations => (
            DELEGATIONS_TITLE,
            "Speak about a party's statements, propose changes, and say how each fits what is on record. About 45 minutes.",
        ),
        Screen::Way => (WAY_TITLE, "Or prove that there is none. About 15 minutes; in the practice case 5."),
        Screen::Debrief => (DEBRIEF_TITLE, "What did we do, what does it mean, and what is missing? About 10 minutes."),
    }
}

/// Name of the button that begins with a screen.
#[must_use]
pub fn begin(screen: Screen) -> String {
    format!("{BEGIN}: {}", card(screen).0)
}

/// Label of a field of the debrief.
#[must_use]
pub(crate) const fn debrief_field(field: DebriefField) -> &'static str {
    match field {
        DebriefField::Actors => "Actors: who took part, and who spoke for whom?",
        DebriefField::Process => "Process: how did you come to your plan?",
        DebriefField::Outcomes => "Outcomes: what is in your plan now?",
        DebriefField::Other => "What else did you notice?",
        DebriefField::Changed => "What did we change in the plan, and why?",
        DebriefField::GaveWay => "Whose words gave way: whose statements does our plan contradict?",
        DebriefField::Interests => "Which interests might lie behind these statements?",
        DebriefField::Missing => "What is missing on file in this case, and who made the case?",
        DebriefField::Reality => "What in this exercise was as it is in reality, and what was not?",
    }
}

/// What was asked, and by which student it was answered where it was not the class.
#[must_use]
pub fn asked(dossier: &Dossier, question: &EndQuestion) -> String {
    let what = term_and_value(dossier, question.asked);
    match question.question.student {
        0 => what,
        n => format!("{what} (student {n})"),
    }
}

/// "Peacekeepers: European".
#[must_use]
pub fn term_and_value(dossier: &Dossier, asked: Asked) -> String {
    format!("{}: {}", dossier.term(asked.term).name, value_name(dossier, asked.term, Some(asked.value)))
}

/// What a step changed in what a class writes.
#[must_use]
pub fn step(dossier: &Dossier, step: &ClassStep) -> String {
    let named = |id: &String| dossier.parties.iter().find(|party| party.id == *id).map(|party| party.name.clone());
    let party = |id: &String| named(id).unwrap_or_else(|| id.clone());
    match step {
        ClassStep::Group => "group name".to_owned(),
        ClassStep::Guess(id) | ClassStep::Hands(id, _) => format!("what we expect of {}", party(id)),
        ClassStep::Reason => "our reason".to_owned(),
        ClassStep::Delegations => "who takes part".to_owned(),
        ClassStep::Names(id, job) => format!("{}, {}", party(id), self::job(*job).to_lowercase()),
        ClassStep::Observers(observer) => format!("names, {}", self::observer(*observer).to_lowercase()),
        ClassStep::Proposal(n) => format!("proposal {n}"),
        ClassStep::Explanation(n, id) => format!("{} on proposal {n}", party(id)),
        ClassStep::Debrief(_) => "debrief".to_owned(),
    }
}

/// Name of a job in a delegation.
#[must_use]
pub fn job(job: Job) -> &'static str {
    match job {
        Job::Speaker => "Speaker",
        Job::Checker => "Statement-checker",
        Job::Analyst => "Interest analyst",
        Job::Scribe => "Scribe",
    }
}

/// What a job is.
#[must_use]
pub(crate) fn job_text(job: Job) -> &'static str {
    match job {
        Job::Speaker => "says what is on record",
        Job::Checker => "finds the statement, its day and its source",
        Job::Analyst => "asks why they might say this",
        Job::Scribe => "writes it down",
    }
}

/// Name of a part without a delegation.
#[must_use]
pub fn observer(observer: Observer) -> &'static str {
    match observer {
        Observer::Mediator => "Mediator",
        Observer::Press => "Press",
        Observer::FactChecker => "Fact-checker",
    }
}

/// What a part without a delegation is.
#[must_use]
pub(crate) fn observer_text(observer: Observer) -> &'static str {
    match observer {
        Observer::Mediator => "leads the talk and takes nobody's part",
        Observer::Press => "asks and reports",
        Observer::FactChecker => "looks up whether what is said is on file",
    }
}
