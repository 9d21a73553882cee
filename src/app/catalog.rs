//! What can be opened without a file dialog: the shipped dossiers and the user's own folder.

use crate::{
    analysis::Mark,
    domain::{Date, Form, Plan, ScenarioKind},
};

/// All shelves, shipped ones first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalog {
    /// One shelf a dossier.
    pub shelves: Vec<Shelf>,
    /// Where the user's own dossiers are looked for, for display.
    pub own_folder: String,
}

/// A dossier and its scenarios, as far as a list needs them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// The dossier's id.
    pub id: String,
    /// Its title; the id if it cannot be read.
    pub title: String,
    /// True if it ships with the program.
    pub shipped: bool,
    /// True if the case is invented.
    pub fictional: bool,
    /// Language tag.
    pub language: String,
    /// First and last day that were researched.
    pub covers: Option<(Date, Date)>,
    /// Number of terms, parties and statements.
    pub counts: (usize, usize, usize),
    /// What it is for, in one sentence.
    pub sentence: String,
    /// By what else it is found: what it is about, its parties and who speaks for them, folded.
    pub searched: String,
    /// The table of one of its plans, to be drawn small.
    pub picture: Option<Miniature>,
    /// What its About block says was not verified.
    pub not_verified: String,
    /// Its scenarios.
    pub scenarios: Vec<ScenarioEntry>,
    /// Why it cannot be opened; empty if it can.
    pub problems: Vec<String>,
}

/// A scenario in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioEntry {
    /// The file's name without `.ron`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The day of the plan.
    pub date: Option<Date>,
    /// The day as of which it is shown; `None` if it cannot be read.
    pub as_of: Option<Date>,
    /// Who proposed it.
    pub author: String,
    /// Where it comes from.
    pub origin: String,
    /// How it became known.
    pub form: Option<Form>,
    /// What became of it.
    pub kind: ScenarioKind,
    /// What is noted about it.
    pub notes: String,
    /// The number of terms that it says something about.
    pub n_set: usize,
    /// What it says; nothing if it cannot be read.
    pub plan: Plan,
    /// Why it cannot be opened; empty if it can.
    pub problems: Vec<String>,
}

/// The marks of a plan, without what stands behind them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miniature {
    /// The plan's title.
    pub plan: String,
    /// A row a term, a mark a party.
    pub rows: Vec<Vec<Mark>>,
}

impl Catalog {
    /// The shelves as a newcomer meets them: one's own first, then the smallest case, those of one size A to Z.
    #[must_use]
    pub fn smallest_first(&self) -> Vec<&Shelf> {
        let mut shelves: Vec<&Shelf> = self.shelves.iter().collect();
        shelves.sort_by_cached_key(|shelf| (shelf.shipped, shelf.counts.0, shelf.title.to_lowercase()));
        shelves
    }
}

impl Shelf {
    /// The day as of which a plan is shown, where that is not its own and not that of all plans of the case: it tells two
    /// looks at one draft apart, and what was said after a plan was put forward counts as well.
    #[must_use]
    pub(crate) fn shown_on_another_day(&self, entry: &ScenarioEntry) -> Option<Date> {
        let is_of_all = self.scenarios.iter().all(|other| other.as_of == entry.as_of);
        let is_its_own = |day: Date| entry.date.is_some_and(|own| own.earliest() == day.earliest());
        entry.as_of.filter(|day| !is_of_all && !is_its_own(*day))
    }

    /// The scenarios A to Z by title, as every list shows them: no plan stands first because somebody chose it.
    #[must_use]
    pub(crate) fn scenarios_by_title(&self) -> Vec<&ScenarioEntry> {
        let mut entries: Vec<&ScenarioEntry> = self.scenarios.iter().collect();
        entries.sort_by_cached_key(|entry| (entry.title.to_lowercase(), entry.id.clone()));
        entries
    }
}
