//! Plans and scenarios: what a user sets and saves.

use std::{collections::BTreeMap, sync::Arc};

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

    /// The number of terms about which `other`, a plan of the same dossier, says something else.
    #[must_use]
    pub fn n_differing(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).filter(|(here, there)| here != there).count()
    }

    /// What the plan says, term by term.
    pub fn iter(&self) -> impl Iterator<Item = (TermIx, Option<ValueIx>)> + '_ {
        self.0.iter().enumerate().map(|(place, value)| (TermIx::at(place), *value))
    }
}

/// A saved plan and all that belongs to it: what a user edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Title of its own; empty where it has none.
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
    /// The plan that it was changed from: then it is no longer what its author put forward.
    pub changed_from: Option<Arc<Original>>,
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
            changed_from: None,
            counted: Counted::default(),
            notes: String::new(),
            guesses: BTreeMap::new(),
            class: ClassWork::default(),
        }
    }
}

impl Scenario {
    /// True if it is said who put the plan forward, when, how, or what became of it.
    #[must_use]
    pub fn is_attributed(&self) -> bool {
        !self.author.is_empty()
            || self.date.is_some()
            || !self.origin.is_empty()
            || self.form.is_some()
            || self.kind != ScenarioKind::default()
    }

    /// The title of its own, or that of the plan it was changed from; may be empty.
    #[must_use]
    pub(crate) fn nearest_title(&self) -> &str {
        match &self.changed_from {
            Some(original) if self.title.trim().is_empty() => &original.title,
            _ => &self.title,
        }
    }

    /// The number of terms in which the plan differs from the one it was changed from.
    #[must_use]
    pub fn n_changed(&self) -> usize {
        self.changed_from.as_ref().map_or(0, |original| original.plan.n_differing(&self.plan))
    }

    /// Brings up to date whose plan this is, once its terms were changed: what `original` says of author, day and origin
    /// is no longer true of a plan that differs from it, and is true again of one that does not.
    pub fn attribute(&mut self, original: Option<&Arc<Original>>) {
        let Some(original) = self.changed_from.clone().or_else(|| original.cloned()) else { return };
        if original.plan == self.plan {
            self.put_back(&original);
        } else if self.changed_from.is_none() {
            if self.title == original.title {
                self.title.clear();
            }
            (self.author, self.date, self.origin) = (String::new(), None, String::new());
            (self.form, self.kind) = (None, ScenarioKind::default());
            self.changed_from = Some(original);
        }
    }

    fn put_back(&mut self, original: &Original) {
        if self.is_attributed() {
            return;
        }
        if self.title.is_empty() {
            self.title.clone_from(&original.title);
        }
        self.author.clone_from(&original.author);
        self.origin.clone_from(&original.origin);
        (self.date, self.form, self.kind) = (original.date, original.form, original.kind);
        self.changed_from = None;
    }
}

/// A plan as it was put forward, kept with one that was changed from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    /// Title.
    pub title: String,
    /// Who wrote or proposed it; may be empty.
    pub author: String,
    /// Its day, where it has one.
    pub date: Option<Date>,
    /// Where it comes from; may be empty.
    pub origin: String,
    /// How it became known; may be absent.
    pub form: Option<Form>,
    /// What became of it.
    pub kind: ScenarioKind,
    /// Its terms.
    pub plan: Plan,
}

impl Original {
    /// True if it is said who put it forward, when, how, or what became of it.
    #[must_use]
    pub fn is_attributed(&self) -> bool {
        !self.author.is_empty()
            || self.date.is_some()
            || !self.origin.is_empty()
            || self.form.is_some()
            || self.kind != ScenarioKind::default()
    }

    /// What a plan that is changed from `scenario` must name.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Arc<Self> {
        scenario.changed_from.clone().unwrap_or_else(|| {
            let Scenario { title, author, date, origin, form, kind, plan, .. } = scenario.clone();
            Arc::new(Self { title, author, date, origin, form, kind, plan })
        })
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
