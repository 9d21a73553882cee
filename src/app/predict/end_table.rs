//! All guesses against the file: plain data that is shown, copied and printed.

use crate::{
    analysis::{Basis, Situation},
    app::{
        Column,
        on_file::{Asked, OnFile, on_file_in, plan_of},
    },
    domain::{Answer, Guess, PartyIx, Prediction, Question, Scenario},
};

/// A question of the scenario with every guess against the file: plain data, to be shown and exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndQuestion {
    /// What was asked.
    pub question: Question,
    /// The same in the dossier's indices.
    pub asked: Asked,
    /// Why it was answered so; may be empty.
    pub reason: String,
    /// One row a party, in the order of the columns.
    pub rows: Vec<EndRow>,
}

/// A guess against the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndRow {
    /// The party.
    pub party: PartyIx,
    /// What was expected.
    pub answer: Answer,
    /// What is on file.
    pub on_file: OnFile,
}

impl EndRow {
    /// The guess, if it is another than the file's answer.
    #[must_use]
    pub fn surprise(&self) -> Option<Guess> {
        self.answer.guess.filter(|guess| !self.on_file.filed.is_expected_by(*guess))
    }
}

/// Every guess of the scenario against what was on file on its day. Questions about terms or values that are not in the
/// dossier are left out.
#[must_use]
pub(crate) fn end_table(basis: Basis<'_>, scenario: &Scenario, columns: &[Column]) -> Vec<EndQuestion> {
    let dossier = basis.dossier;
    let question = |prediction: &Prediction| {
        let asked = Asked::of(&prediction.question, dossier)?;
        let situation = Situation::new(dossier, prediction.question.as_of, scenario.counted);
        let plan = plan_of(&prediction.question, dossier, &scenario.plan, asked);
        let on_file = on_file_in(Basis { situation: &situation, plan: &plan, ..basis }, asked.term);
        let row = |party: PartyIx| EndRow {
            party,
            answer: prediction.answers.get(&dossier.party(party).id).cloned().unwrap_or_default(),
            on_file: on_file[party.get()],
        };
        let rows = columns.iter().map(|column| row(column.party)).collect();
        Some(EndQuestion { question: prediction.question.clone(), asked, reason: prediction.reason.clone(), rows })
    };
    scenario.class.predictions.iter().filter_map(question).collect()
}
