//! "Who has said no?": a class says what it expects to be on file, then looks. Nothing is added up; a guess is compared
//! with the file, party by party.

mod end_table;
mod proposal;
mod rounds;

use std::collections::BTreeSet;

pub(crate) use end_table::end_table;
pub use end_table::{EndQuestion, EndRow};
pub use proposal::proposal;
pub(crate) use proposal::values_to_ask;
pub use rounds::Rounds;

use super::{
    Dialog, Document, Effect, FileDialog, FileGoal, SaveForm, Told,
    on_file::{Asked, OnFile, on_file},
    state::Here,
    then::Then,
};
use crate::domain::{Answer, Guess, PartyIx};

/// The largest number of questions in one go.
pub(crate) const MAX_QUESTIONS: usize = 5;

/// What the screen holds.
#[derive(Clone, Debug, Default)]
pub struct Predict {
    /// What the questions are about.
    pub basis: Basis,
    /// Who answers.
    pub mode: Mode,
    /// The questions, as they are to be asked or are being asked.
    pub questions: Vec<Open>,
    /// Where the class is.
    pub stage: Stage,
    /// The number of the student who answers; 0 for the class.
    pub student: u16,
    /// All guesses of the scenario against the file; made when the table is opened.
    pub table: Vec<EndQuestion>,
    /// Questions about other plans, until those are open again.
    pub rounds: Rounds,
}

/// What the questions are about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// Terms of this plan, with the rest of it.
    #[default]
    ThisPlan,
    /// One value at a time, whatever the plan says.
    OneByOne,
}

/// Who answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The class, by a show of hands.
    #[default]
    Class,
    /// One person.
    Single,
}

/// Where the class is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumDiscriminants)]
#[strum_discriminants(name(StageKind), derive(strum::EnumIter))]
pub enum Stage {
    /// Choosing what to ask.
    #[default]
    Setup,
    /// At the n-th question.
    Asking(usize),
    /// At the guesses against the file.
    Table,
}

/// A question that is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// What is asked.
    pub asked: Asked,
    /// How far it is.
    pub phase: Phase,
    /// The parties whose tiles are turned.
    pub revealed: BTreeSet<PartyIx>,
    /// The turned tile whose statement is shown large.
    pub spotlight: Option<PartyIx>,
    /// What is on file, by party; empty until the questions begin.
    pub on_file: Vec<OnFile>,
}

/// How far a question is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumIter)]
pub enum Phase {
    /// Hands go up.
    #[default]
    Vote,
    /// Neighbours talk, then hands go up once more.
    Discuss,
    /// Tiles are turned.
    Reveal,
}

/// What a user does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Ask about this plan, or one by one.
    Basis(Basis),
    /// Who answers.
    Mode(Mode),
    /// Ask this; the list replaces the one before.
    Ask(Vec<Asked>),
    /// Begin with the first question.
    Start,
    /// Go to the n-th question.
    Go(usize),
    /// The hands are counted, or nobody counts them.
    VotesIn,
    /// Turn a party's tile, or show the statement of a turned one large.
    Reveal(PartyIx),
    /// Turn the next tile in the order of the columns.
    RevealNext,
    /// Turn the tile that was turned last, in the order of the columns, back; where none is, back to the answers.
    HideLast,
    /// Turn all tiles.
    RevealAll,
    /// Show the guesses against the file.
    Table,
    /// Back to the choice of what to ask.
    Setup,
    /// Ask no further: on to what was expected, if anything was, else back to the choice.
    Stop,
    /// Open a scenario of the dossier and ask about its plan.
    Sample(String),
    /// Ask where the answer sheet shall be saved.
    SaveSheet,
    /// Put the answer sheet, as this text, on the clipboard.
    CopySheet(String),
}

impl Open {
    fn new(asked: Asked) -> Self {
        Self { asked, phase: Phase::Vote, revealed: BTreeSet::new(), spotlight: None, on_file: Vec::new() }
    }

    /// What is on file from a party, once its tile is turned.
    #[must_use]
    pub fn shown(&self, party: PartyIx) -> Option<OnFile> {
        self.on_file.get(party.get()).copied().filter(|_| self.revealed.contains(&party))
    }

    fn turn(&mut self, parties: impl IntoIterator<Item = PartyIx>) {
        for party in parties {
            self.revealed.insert(party);
            self.spotlight = Some(party);
        }
    }

    fn turn_back(&mut self, columns: &[PartyIx]) {
        let last = columns.iter().rfind(|party| self.revealed.contains(party));
        match last {
            Some(last) => {
                self.revealed.remove(last);
                self.spotlight = columns.iter().rfind(|party| self.revealed.contains(party)).copied();
            }
            None => self.phase = Phase::Vote,
        }
    }

    /// True if all tiles are turned.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.phase == Phase::Reveal && self.revealed.len() >= self.on_file.len()
    }
}

impl Predict {
    /// The question that is being asked.
    #[must_use]
    pub fn open(&self) -> Option<&Open> {
        let Stage::Asking(n) = self.stage else { return None };
        self.questions.get(n)
    }

    /// True while an answer is asked for that has not been shown yet: nothing else may give it away.
    #[must_use]
    pub fn keeps_a_secret(&self) -> bool {
        matches!(self.stage, Stage::Asking(_)) && !self.questions.iter().all(Open::is_done)
    }

    /// True if each value is asked about on its own.
    #[must_use]
    pub fn is_alone(&self) -> bool {
        self.basis == Basis::OneByOne
    }

    /// Proposes questions where there are none, or where what they were about is gone.
    fn propose_questions(&mut self, here: Here<'_>) {
        if here.plan().n_set() == 0 {
            self.basis = Basis::OneByOne;
        }
        let hides_any = self.keeps_a_secret() || here.curtain.hides_any_of(here.dossier());
        let asked = proposal(here.basis(), &here.document.scenario, self.basis, hides_any);
        self.questions = asked.into_iter().map(Open::new).collect();
    }

    /// Brings the screen up to date after the document changed.
    pub(super) fn follow(&mut self, here: Here<'_>) {
        match self.stage {
            Stage::Setup => {
                if self.basis == Basis::ThisPlan {
                    let now = |open: &Open| Some(Asked { value: here.plan().get(open.asked.term)?, ..open.asked });
                    self.questions = self.questions.iter().filter_map(now).map(Open::new).collect();
                }
                if self.questions.is_empty() {
                    self.propose_questions(here);
                }
            }
            Stage::Asking(_) => self.look_up_answers(here),
            // The guesses went with the plan that they were about.
            Stage::Table if here.document.scenario.class.predictions.is_empty() => {
                self.stage = Stage::Setup;
                self.propose_questions(here);
            }
            Stage::Table => self.make_table(here),
        }
    }

    fn look_up_answers(&mut self, here: Here<'_>) {
        let alone = self.is_alone();
        for open in &mut self.questions {
            open.on_file = on_file(here.document, &here.results.situation, open.asked, alone);
        }
    }

    fn make_table(&mut self, here: Here<'_>) {
        self.table = end_table(here.basis(), &here.document.scenario, &here.columns());
    }

    fn open_mut(&mut self) -> Option<&mut Open> {
        let Stage::Asking(n) = self.stage else { return None };
        self.questions.get_mut(n)
    }
}

/// True if the hands are so divided over the answer on file that talking helps: from 35 to 70 in a hundred have it.
/// Nobody is shown the figure.
#[must_use]
pub(crate) fn is_worth_discussing(answers: impl IntoIterator<Item = (Answer, OnFile)>) -> bool {
    let (mut with_the_file, mut all) = (0_u32, 0_u32);
    for (answer, on_file) in answers {
        for guess in [Guess::No, Guess::InLine, Guess::Nothing] {
            let hands = u32::from(answer.hands[guess.place()]);
            all += hands;
            with_the_file += if on_file.filed.is_expected_by(guess) { hands } else { 0 };
        }
    }
    all > 0 && 35 * all <= 100 * with_the_file && 100 * with_the_file <= 70 * all
}

impl Predict {
    /// Does what was done.
    pub(super) fn act(&mut self, action: Action, here: Here<'_>) -> Vec<Then> {
        match action {
            Action::Basis(basis) => {
                self.basis = basis;
                self.propose_questions(here);
            }
            Action::Mode(mode) => self.mode = mode,
            Action::Ask(asked) => self.questions = asked.into_iter().take(MAX_QUESTIONS).map(Open::new).collect(),
            Action::Start if !self.questions.is_empty() => {
                self.questions = self.questions.iter().map(|open| Open::new(open.asked)).collect();
                self.stage = Stage::Asking(0);
                self.student = match self.mode {
                    Mode::Class => 0,
                    Mode::Single => here.document.scenario.class.next_student(),
                };
                self.look_up_answers(here);
            }
            Action::Go(n) if n < self.questions.len() => self.stage = Stage::Asking(n),
            Action::Start | Action::Go(_) => {}
            Action::VotesIn => self.votes_in(here),
            Action::Reveal(party) => self.turn(here, |open, _| open.turn([party])),
            Action::RevealNext => self.turn(here, |open, columns| {
                open.turn(columns.iter().find(|party| !open.revealed.contains(party)).copied());
            }),
            Action::HideLast => self.turn(here, Open::turn_back),
            Action::RevealAll => self.turn(here, |open, columns| open.turn(columns.iter().copied())),
            Action::Table => {
                self.stage = Stage::Table;
                self.make_table(here);
            }
            Action::Sample(scenario) => {
                // The questions come with the plan, once it is open.
                (self.basis, self.questions) = (Basis::ThisPlan, Vec::new());
                let shelf = here.dossier().id.clone();
                return vec![Then::Do(Effect::OpenEntry { shelf, scenario: Some(scenario) })];
            }
            Action::CopySheet(text) => return vec![Then::Tell(Told::CopiedSheet), Then::Do(Effect::Copy(text))],
            Action::SaveSheet => return vec![Then::Show(sheet_box(here.document))],
            Action::Stop => return self.act(self.after_the_last(here), here),
            Action::Setup => {
                self.stage = Stage::Setup;
                self.follow(here);
            }
        }
        Vec::new()
    }

    /// What comes after questions that are asked no further.
    fn after_the_last(&self, here: Here<'_>) -> Action {
        let is_answered = |open: &Open| {
            let question = open.asked.question(here.document, self.is_alone(), self.student);
            here.document.scenario.class.prediction(&question).is_some()
        };
        if self.questions.iter().any(is_answered) { Action::Table } else { Action::Setup }
    }

    fn turn(&mut self, here: Here<'_>, change: impl FnOnce(&mut Open, &[PartyIx])) {
        let columns: Vec<PartyIx> = here.columns().into_iter().map(|column| column.party).collect();
        if let Some(open) = self.open_mut().filter(|open| open.phase == Phase::Reveal) {
            change(open, &columns);
        }
    }

    fn votes_in(&mut self, here: Here<'_>) {
        let Some(open) = self.open() else { return };
        let question = open.asked.question(here.document, self.is_alone(), self.student);
        let prediction = here.document.scenario.class.prediction(&question);
        let answer = |party: PartyIx| {
            let answers = prediction.map(|prediction| &prediction.answers);
            answers.and_then(|answers| answers.get(&here.dossier().party(party).id)).cloned().unwrap_or_default()
        };
        let parties = PartyIx::all(open.on_file.len());
        let answers = parties.map(|party| (answer(party), open.on_file[party.get()]));
        let first_time = open.phase == Phase::Vote && self.mode == Mode::Class;
        let phase = if first_time && is_worth_discussing(answers) { Phase::Discuss } else { Phase::Reveal };
        if let Some(open) = self.open_mut() {
            open.phase = phase;
        }
    }
}

/// The box for saving the answer sheet.
pub(super) fn sheet_box(document: &Document) -> Dialog {
    let name = document.file_name().replace(".ron", "-answers.txt");
    Dialog::File(FileDialog::new(FileGoal::Save(SaveForm::AnswerSheet), name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{analysis::Mark, app::Filed};

    fn hands(filed: Filed, hands: [u16; 3]) -> (Answer, OnFile) {
        let on_file = OnFile { filed, mark: Mark::Silent, because: None, leaves_only: false, is_idle: false };
        (Answer { guess: None, hands }, on_file)
    }

    #[test]
    fn neighbours_talk_when_thirty_five_to_seventy_in_a_hundred_have_what_is_on_file() {
        let talk =
            |with_the_file: u16| is_worth_discussing([hands(Filed::No, [with_the_file, 100 - with_the_file, 0])]);
        assert_eq!([34, 35, 70, 71].map(talk), [false, true, true, false]);
        assert!(!is_worth_discussing([hands(Filed::No, [0, 0, 0])]), "nobody counted");
        // All parties together: 10 of 20 have it.
        let two = [hands(Filed::Nothing, [0, 0, 10]), hands(Filed::InLine, [4, 0, 6])];
        assert!(is_worth_discussing(two));
        // Yes and no are both on file.
        assert!(!is_worth_discussing([hands(Filed::Both, [5, 5, 1])]));
    }
}
