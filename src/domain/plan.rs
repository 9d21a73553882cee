//! Plans and scenarios: what a user sets and saves.

use std::collections::BTreeMap;

use super::{Channel, ClassWork, Date, Dossier, Reading, TermIx, ValueIx};

/// For each term of a dossier one value, or *not in the plan*.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Plan(Vec<Option<ValueIx>>);

impl Plan {
    /// A plan that says nothing about any of `n_terms` terms.
    #[must_use]
    pub fn empty(n_terms: usize) -> Self {
        Self(vec![None; n_terms])
    }

    /// What the plan says about `term`; `None` if the term is not in the plan.
    #[must_use]
    pub fn get(&self, term: TermIx) -> Option<ValueIx> {
        self.0.get(term.get()).copied().flatten()
    }

    /// Makes the plan say `value` about `term`, or nothing.
    ///
    /// # Panics
    /// If the plan belongs to a dossier without such a term.
    pub fn set(&mut self, term: TermIx, value: Option<ValueIx>) {
        self.0[term.get()] = value;
    }

    /// The same plan with one term changed.
    #[must_use]
    pub fn with(&self, term: TermIx, value: Option<ValueIx>) -> Self {
        let mut plan = self.clone();
        plan.set(term, value);
        plan
    }

    /// The number of terms in the plan.
    #[must_use]
    pub fn n_set(&self) -> usize {
        self.0.iter().flatten().count()
    }

    /// The number of terms of the dossier, in the plan or not.
    #[must_use]
    pub fn n_terms(&self) -> usize {
        self.0.len()
    }

    /// What the plan says, term by term.
    pub fn iter(&self) -> impl Iterator<Item = (TermIx, Option<ValueIx>)> + '_ {
        self.0.iter().enumerate().map(|(place, value)| (TermIx::at(place), *value))
    }
}

/// A saved plan and all that belongs to it: what a user edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Title; never empty.
    pub title: String,
    /// Who wrote or proposed the plan; may be empty.
    pub author: String,
    /// The day of the plan itself, where it has one.
    pub date: Option<Date>,
    /// Where the plan comes from, in one sentence; may be empty.
    pub origin: String,
    /// How the plan became known; may be absent.
    pub form: Option<Form>,
    /// What became of the plan.
    pub kind: ScenarioKind,
    /// The day whose positions are in force.
    pub as_of: Date,
    /// The plan.
    pub plan: Plan,
    /// Which of the usually uncounted statements count, and how firmly.
    pub counted: Counted,
    /// Free text.
    pub notes: String,
    /// "Why might they say this? (our guess)": student writing, by statement id.
    pub guesses: BTreeMap<String, String>,
    /// What a class wrote: student writing.
    pub class: ClassWork,
}

impl Scenario {
    /// An empty plan for `dossier`, at its default day.
    #[must_use]
    pub fn empty(dossier: &Dossier, title: String) -> Self {
        Self {
            title,
            author: String::new(),
            date: None,
            origin: String::new(),
            form: None,
            kind: ScenarioKind::Proposed,
            as_of: dossier.as_of,
            plan: Plan::empty(dossier.terms.len()),
            counted: Counted::default(),
            notes: String::new(),
            guesses: BTreeMap::new(),
            class: ClassWork::default(),
        }
    }
}

/// What became of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum ScenarioKind {
    /// Put forward.
    #[default]
    Proposed,
    /// Agreed.
    Adopted,
    /// Turned down.
    Rejected,
    /// Things as they stood.
    StatusQuo,
}

/// How a plan became known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Form {
    /// Published by its author.
    Public,
    /// A text that leaked.
    Leaked,
    /// Described by others.
    Reported,
}

/// Which statements count. Those of the channels [`Channel::Unnamed`] and [`Channel::Withdrawn`], and those that could
/// not be verified, do not unless they are switched on; every other channel can be switched off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Counted {
    channels: u8,
    /// True if statements that could not be verified count.
    pub unverified: bool,
    /// How firmly positions count that were read by several.
    pub reading: Reading,
}

impl Default for Counted {
    fn default() -> Self {
        let none = Self { channels: 0, unverified: false, reading: Reading::default() };
        [Channel::OnRecord, Channel::Document, Channel::Reported, Channel::Leaked]
            .into_iter()
            .fold(none, |counted, channel| counted.with(channel, true))
    }
}

impl Counted {
    /// True if statements of this channel count.
    #[must_use]
    pub fn channel(self, channel: Channel) -> bool {
        self.channels >> channel as u8 & 1 == 1
    }

    /// The same choice with one channel switched on or off.
    #[must_use]
    pub fn with(self, channel: Channel, on: bool) -> Self {
        let bit = 1 << channel as u8;
        Self { channels: if on { self.channels | bit } else { self.channels & !bit }, ..self }
    }
}
