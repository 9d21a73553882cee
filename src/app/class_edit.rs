//! Changes of what a class writes. Each is one step of undo; typing in a field is one until the field is left.

use std::collections::BTreeMap;

use super::{Edit, Label, history::ClassStep};
use crate::domain::{
    Answer, DebriefField, Explanation, Guess, Job, MAX_RECORDS, Observer, Prediction, Proposal, Question, Scenario,
    TermIx, ValueIx,
};

/// A change of what a class writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClassEdit {
    /// The group's name.
    Group(String),
    /// What is expected of a party; `None` takes the answer back.
    Guess(Question, String, Option<Guess>),
    /// How many hands an answer of a party had. Where one answer has more than each other it becomes the guess.
    Hands(Question, String, Guess, u16),
    /// Why a question was answered so.
    Reason(Question, String),
    /// A party's delegation takes part, or no longer.
    Delegation(String, bool),
    /// Who holds a job in a party's delegation.
    Names(String, Job, String),
    /// Somebody takes part without a delegation, under these names; `None` for no longer.
    Observer(Observer, Option<String>),
    /// A delegation proposes a change: the plan then says it, and the log keeps it.
    Propose(Box<Proposal>, TermIx, Option<ValueIx>),
    /// How the n-th proposal fits the statements of a party.
    Fits(usize, String, String),
    /// Which statement of a party would have to give way to the n-th proposal.
    GivesWay(usize, String, String),
    /// A text of the debrief.
    Debrief(DebriefField, String),
}

impl From<ClassEdit> for Edit {
    fn from(edit: ClassEdit) -> Self {
        Self::Class(edit)
    }
}

impl ClassEdit {
    /// Changes `scenario` and names the step.
    pub(super) fn apply(self, scenario: &mut Scenario) -> Label {
        Label::Class(self.step(scenario))
    }

    fn step(self, scenario: &mut Scenario) -> ClassStep {
        let class = &mut scenario.class;
        match self {
            Self::Group(name) => {
                class.group = name;
                ClassStep::Group
            }
            Self::Guess(question, party, guess) => {
                change_answer(&mut class.predictions, question, &party, |answer| answer.guess = guess);
                ClassStep::Guess(party)
            }
            Self::Hands(question, party, of, n) => {
                change_answer(&mut class.predictions, question, &party, |answer| {
                    answer.hands[of.place()] = n;
                    answer.guess = majority(answer.hands).or(answer.guess);
                });
                ClassStep::Hands(party, of)
            }
            Self::Reason(question, reason) => {
                change_prediction(&mut class.predictions, question, |prediction| prediction.reason = reason);
                ClassStep::Reason
            }
            Self::Delegation(party, takes_part) => {
                if takes_part {
                    class.delegations.entry(party).or_default();
                } else {
                    class.delegations.remove(&party);
                }
                ClassStep::Delegations
            }
            Self::Names(party, job, names) => {
                put(&mut class.delegations.entry(party.clone()).or_default().0, job, names);
                ClassStep::Names(party, job)
            }
            Self::Observer(observer, names) => observe(&mut class.observers, observer, names),
            Self::Propose(proposal, term, to) => {
                if class.log.len() < MAX_RECORDS {
                    class.log.push(*proposal);
                    scenario.plan.set(term, to);
                }
                ClassStep::Proposal(scenario.class.log.len())
            }
            Self::Fits(n, party, text) => explain(scenario, n, party, |explanation| explanation.fits = text),
            Self::GivesWay(n, party, text) => explain(scenario, n, party, |explanation| explanation.gives_way = text),
            Self::Debrief(field, text) => {
                put(&mut class.debrief, field, text);
                ClassStep::Debrief(field)
            }
        }
    }
}

/// Taking part is a step of its own; names are typed.
fn observe(all: &mut BTreeMap<Observer, String>, observer: Observer, names: Option<String>) -> ClassStep {
    let Some(names) = names else {
        all.remove(&observer);
        return ClassStep::Delegations;
    };
    if all.insert(observer, names).is_some() { ClassStep::Observers(observer) } else { ClassStep::Delegations }
}

/// Keeps a text under a key; an empty one leaves nothing.
fn put<K: Ord>(texts: &mut BTreeMap<K, String>, key: K, text: String) {
    if text.is_empty() {
        texts.remove(&key);
    } else {
        texts.insert(key, text);
    }
}

fn change_answer(all: &mut Vec<Prediction>, question: Question, party: &str, change: impl FnOnce(&mut Answer)) {
    change_prediction(all, question, |prediction| {
        let mut answer = prediction.answers.remove(party).unwrap_or_default();
        change(&mut answer);
        if answer != Answer::default() {
            prediction.answers.insert(party.to_owned(), answer);
        }
    });
}

fn change_prediction(all: &mut Vec<Prediction>, question: Question, change: impl FnOnce(&mut Prediction)) {
    let place = all.iter().position(|prediction| prediction.question == question);
    let mut prediction = place.map_or_else(|| Prediction::unanswered(question), |place| all[place].clone());
    change(&mut prediction);
    let is_empty = prediction.answers.is_empty() && prediction.reason.is_empty();
    match place {
        Some(place) if is_empty => drop(all.remove(place)),
        Some(place) => all[place] = prediction,
        None if is_empty || all.len() >= MAX_RECORDS => {}
        None => all.push(prediction),
    }
}

/// The answer that had more hands than each other.
fn majority(hands: [u16; 3]) -> Option<Guess> {
    let most = hands.into_iter().max().unwrap_or_default();
    let mut with_most = [Guess::No, Guess::InLine, Guess::Nothing].into_iter().filter(|of| hands[of.place()] == most);
    with_most.next().filter(|_| most > 0 && with_most.next().is_none())
}

fn explain(scenario: &mut Scenario, n: usize, party: String, change: impl FnOnce(&mut Explanation)) -> ClassStep {
    if let Some(proposal) = scenario.class.log.get_mut(n) {
        let explanation = proposal.explanations.entry(party.clone()).or_default();
        change(explanation);
        proposal.explanations.retain(|_, explanation| !explanation.is_empty());
    }
    ClassStep::Explanation(n + 1, party)
}
