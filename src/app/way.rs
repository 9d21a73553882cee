//! "Is there a way?": a class picks parties and how firm a word must be, changes terms, and sees which statements still
//! stand against the plan; the solver proves whether any plan contradicts none of them.

use std::{collections::BTreeSet, sync::Arc};

use strum::IntoEnumIterator as _;

use super::{Desk, Document, Effect, State, state::Here, then::Then};
use crate::{
    analysis::{
        Basis, Conflicts, Effect as Does, End, Limits, Question, Setting, Stop, Stopped, Wanted, Which, countable,
    },
    domain::{Demand, PartyIx, Plan, PositionIx, Role, Strength, TermIx, ValueIx},
};

/// So many groups are listed at most: more would not be read.
const WANTED: Wanted = Wanted { sets: 12, size: None };

/// How firm a word must be to count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum Firmness {
    /// Red lines alone.
    #[default]
    RedLines,
    /// What is opposed or demanded too.
    Opposed,
    /// What is merely preferred too.
    Preferred,
}

impl Firmness {
    /// True if a position as firm as this counts.
    fn counts(self, strength: Strength) -> bool {
        match self {
            Self::RedLines => strength == Strength::RedLine,
            Self::Opposed => strength <= Strength::Opposes,
            Self::Preferred => strength <= Strength::Prefers,
        }
    }
}

/// How much of the answer is shown: hints come by steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum Shown {
    /// Nothing.
    #[default]
    Nothing,
    /// Whether there is a way.
    Whether,
    /// Which terms the smallest group is about, or on which terms a way differs from the plan.
    Terms,
    /// Whose words they are, or what the way says on the first of those terms.
    Whose,
    /// Everything.
    All,
}

impl Shown {
    fn next(self) -> Self {
        match self {
            Self::Nothing => Self::Whether,
            Self::Whether => Self::Terms,
            Self::Terms => Self::Whose,
            Self::Whose | Self::All => Self::All,
        }
    }
}

/// Where the exercise is.
#[derive(Clone, Debug, Default)]
pub struct Way {
    /// Whose words count.
    pub parties: BTreeSet<PartyIx>,
    /// How firm they must be.
    pub firmness: Firmness,
    /// The proof.
    pub desk: Desk<Ask, Answer>,
    /// How much of it was asked for.
    pub shown: Shown,
    /// The positions that the plan contradicts, of those that count.
    pub against: Vec<PositionIx>,
    /// Terms of which the positions that count speak.
    pub spoken_of: Vec<TermIx>,
    /// Those of them about which the plan says nothing.
    pub open: Vec<TermIx>,
    /// How many positions count.
    pub n_asked: usize,
}

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    parties: BTreeSet<PartyIx>,
    firmness: Firmness,
}

/// The proof.
#[derive(Clone, Debug)]
pub struct Answer {
    /// A plan that contradicts none of them, as near to that of the class as can be; `None` if there is none.
    pub plan: Option<Plan>,
    /// If there is none: the smallest groups that no plan meets together.
    pub groups: Vec<Vec<PositionIx>>,
    /// True if there are no other groups.
    pub is_whole: bool,
}

/// What a class does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// The words of a party count, or not.
    Party(PartyIx, bool),
    /// Words count from this firmness on.
    Firmness(Firmness),
    /// One hint more.
    Hint,
    /// The whole proof.
    Prove,
    /// The task of the card: no red line of those who must accept.
    Task,
}

impl Ask {
    /// Works the proof out.
    pub(super) fn answer(&self, document: &Document, stop: Stop<'_>) -> Result<Answer, Stopped> {
        let (dossier, index) = (&document.case.dossier, &document.case.index);
        let setting = Setting::new(dossier, index, &document.scenario, false, Which::default());
        let positions = self.positions(document);
        let question = Question { positions: &positions, ..setting.question(dossier, index) };
        let plan = question.plan_near(&document.scenario.plan, stop)?;
        if plan.is_some() {
            return Ok(Answer { plan, groups: Vec::new(), is_whole: true });
        }
        let conflicts = Conflicts::of_positions(question, Limits::default(), stop)?;
        let listed = conflicts.clash_sets(stop)?.listed(WANTED, stop, &mut |_| {});
        Ok(Answer { plan: None, is_whole: listed.end == End::All, groups: listed.sets })
    }

    /// The positions that count.
    fn positions(&self, document: &Document) -> Vec<PositionIx> {
        words(document.basis(&document.situation()), &self.parties, self.firmness)
    }
}

/// The positions of these parties that are as firm as this.
fn words(basis: Basis<'_>, parties: &BTreeSet<PartyIx>, firmness: Firmness) -> Vec<PositionIx> {
    let Basis { dossier, index, situation, .. } = basis;
    let mut positions = countable(dossier, index, situation, Which::default());
    positions.retain(|ix| parties.contains(&dossier.position(*ix).party) && firmness.counts(situation.strength(*ix)));
    positions
}

/// The task with which a class begins: the red lines of those who must accept. Where these are not two, what they opposed or
/// demanded counts too, and then what they preferred: a task needs something that can clash.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Task {
    /// Whose words count.
    pub parties: BTreeSet<PartyIx>,
    /// How firm they must be.
    pub firmness: Firmness,
    /// The positions that count.
    pub positions: Vec<PositionIx>,
}

impl Task {
    /// The task of a dossier on a day.
    #[must_use]
    pub fn of(basis: Basis<'_>) -> Self {
        let must_accept = |party: &PartyIx| basis.dossier.party(*party).role == Role::MustAccept;
        let parties: BTreeSet<PartyIx> = PartyIx::all(basis.dossier.parties.len()).filter(must_accept).collect();
        let of = |firmness| Self { parties: parties.clone(), firmness, positions: words(basis, &parties, firmness) };
        let mut tasks = Firmness::iter().map(of);
        tasks.find(|task| task.positions.len() >= 2).unwrap_or_else(|| of(Firmness::default()))
    }
}

impl State {
    /// The task with which a class begins.
    #[must_use]
    pub fn task(&self) -> Task {
        Task::of(self.here().basis())
    }
}

impl Way {
    /// Does what was done in the exercise.
    pub(super) fn act(&mut self, action: Action, here: Here<'_>, secret: bool) -> Vec<Then> {
        match action {
            Action::Party(party, true) => {
                self.parties.insert(party);
            }
            Action::Party(party, false) => {
                self.parties.remove(&party);
            }
            Action::Firmness(firmness) => self.firmness = firmness,
            Action::Hint | Action::Prove => {
                self.shown = if action == Action::Hint { self.shown_of(here.document).next() } else { Shown::All };
                return self.prove(here).map(|work| Then::Do(Effect::Work(work))).into_iter().collect();
            }
            Action::Task => self.parties.clear(),
        }
        // Another question: what was given away of the one before tells nothing about it.
        self.shown = Shown::Nothing;
        self.follow(here, secret);
        Vec::new()
    }

    /// Brings what stands against the plan up to date. While a question of another exercise keeps a `secret`, none of it
    /// shows.
    pub(super) fn follow(&mut self, here: Here<'_>, secret: bool) {
        if self.parties.is_empty() {
            let Task { parties, firmness, .. } = Task::of(here.basis());
            (self.parties, self.firmness) = (parties, firmness);
        }
        let dossier = here.dossier();
        let asked = self.asked().positions(here.document);
        let in_plan = |term: &TermIx| here.plan().get(*term).is_some();
        let mut spoken_of: Vec<TermIx> =
            asked.iter().filter_map(|ix| dossier.position(*ix).demand.as_ref()).flat_map(Demand::terms).collect();
        spoken_of.sort_unstable();
        spoken_of.dedup();
        self.open = spoken_of.iter().copied().filter(|term| !in_plan(term)).collect();
        self.spoken_of = spoken_of;
        self.against.clear();
        for party in self.parties.iter().filter(|party| !secret && !here.curtain.hides(**party)) {
            for term in TermIx::all(dossier.terms.len()).filter(in_plan) {
                let report = here.basis().report(*party, term);
                let stands = report.positions.iter().filter(|one| one.bears() && one.effect == Does::Contradicts);
                self.against.extend(stands.map(|one| one.position).filter(|ix| asked.contains(ix)));
            }
        }
        self.n_asked = asked.len();
    }

    /// What the exercise asks, as it is set now.
    pub(super) fn asked(&self) -> Ask {
        Ask { parties: self.parties.clone(), firmness: self.firmness }
    }

    /// The proof, as long as it is about the same words on the same day.
    #[must_use]
    pub fn answer(&self, now: &Document) -> Option<&Answer> {
        let (answer, of) = self.desk.answer()?;
        let same_words = self.desk.is_current() && self.desk.asked().is_some_and(|asked| self.is_asked(asked));
        let (here, there) = (&now.scenario, &of.scenario);
        let same_day = Arc::ptr_eq(&now.case, &of.case) && (here.as_of, here.counted) == (there.as_of, there.counted);
        (same_words && same_day).then_some(answer)
    }

    /// How much of it is shown. Where a way differs from one plan is no hint about the next, which was not asked for yet.
    #[must_use]
    pub(crate) fn shown_of(&self, now: &Document) -> Shown {
        let is_hint = matches!(self.shown, Shown::Terms | Shown::Whose);
        if is_hint && self.answer(now).is_some() && !self.is_about(now) { Shown::Whether } else { self.shown }
    }

    /// True if the answer is as good for this plan as it was for the one it was asked about: a way is near that one.
    pub(super) fn is_about(&self, now: &Document) -> bool {
        let is_near =
            |(answer, of): (&Answer, &Arc<Document>)| answer.plan.is_none() || of.scenario.plan == now.scenario.plan;
        self.desk.answer().is_some_and(is_near)
    }

    /// True if a hint more would tell more.
    #[must_use]
    pub fn has_another_hint(&self, now: &Document) -> bool {
        let most = match self.answer(now).map(|answer| &answer.plan) {
            // The way itself is no hint, and a plan that is one needs none.
            Some(Some(_)) if self.is_found() => Shown::Whether,
            Some(Some(_)) => Shown::Whose,
            _ => Shown::All,
        };
        self.shown_of(now) < most
    }

    /// True if the plan itself contradicts none of the words that count, and leaves nothing open of which they speak.
    #[must_use]
    pub fn is_found(&self) -> bool {
        self.n_asked > 0 && self.against.is_empty() && self.open.is_empty()
    }

    /// On which terms a way says something else than the plan, and what: first those of which the words that count speak. A
    /// term that the plan leaves open and no word is about helps nobody.
    #[must_use]
    pub fn otherwise(&self, way: &Plan, plan: &Plan) -> Vec<(TermIx, ValueIx)> {
        let is_spoken_of = |term: &TermIx| self.spoken_of.contains(term);
        let others = plan.iter().filter(|(term, value)| value.is_some() && !is_spoken_of(term)).map(|(term, _)| term);
        let said = self.spoken_of.iter().copied().chain(others).filter_map(|term| Some((term, way.get(term)?)));
        said.filter(|(term, value)| plan.get(*term) != Some(*value)).collect()
    }

    fn is_asked(&self, asked: &Ask) -> bool {
        (&asked.parties, asked.firmness) == (&self.parties, self.firmness)
    }
}
