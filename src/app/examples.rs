//! For each mark a place of the dossier in which it stands: an example says more than a definition.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Asked, Column, State, Tab,
    activities::Screen,
    predict::{self, Stage},
};
use crate::{
    analysis::{Basis, Mark, Matrix, PositionReport},
    domain::{PartyIx, Plan, StatementIx, TermIx, ValueIx},
};

/// At most so many values of a term are tried: a number with a long scale has hundreds.
const MOST_VALUES: usize = 6;

/// The values of a term that are tried, from one end to the other.
fn tried(n_values: usize) -> impl Iterator<Item = ValueIx> {
    let n = n_values.min(MOST_VALUES);
    let last = n.saturating_sub(1).max(1);
    (0..n).map(move |place| ValueIx::at(place * n_values.saturating_sub(1) / last))
}

/// A cell in which a mark stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// The mark.
    pub mark: Mark,
    /// The party.
    pub party: PartyIx,
    /// The term.
    pub term: TermIx,
    /// What a plan says there.
    pub value: ValueIx,
    /// The statement behind it, if there is one.
    pub statement: Option<StatementIx>,
    /// True if it stands in the plan that is open.
    pub is_here: bool,
}

/// A mark, a plan of a single term, and the cell in which the mark stands.
pub(super) type Marked = (Mark, Plan, (PartyIx, TermIx));

/// The marks of a plan that a class guesses, and the statements behind them.
#[derive(Default)]
struct Guessed {
    marks: BTreeMap<(PartyIx, TermIx), Mark>,
    /// True for those behind a mark that is asked about in so many words.
    words: BTreeMap<StatementIx, bool>,
}

impl Guessed {
    /// True if the example has the mark of the same cell of the plan, or words that stand behind one of its marks; with
    /// `only_asked` behind one that is asked about.
    fn is_told_by(&self, example: &Example, only_asked: bool) -> bool {
        let is_same = self.marks.get(&(example.party, example.term)) == Some(&example.mark);
        let words = example.statement.and_then(|statement| self.words.get(&statement));
        is_same || words.is_some_and(|is_asked| *is_asked || !only_asked)
    }
}

/// Where examples are looked for: a plan on a day, the parties in the order of the columns. An example must not answer
/// what a class is asked.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The plan on its day.
    pub basis: Basis<'a>,
    /// The columns.
    pub columns: &'a [Column],
    /// What a class is asked.
    pub asked: &'a [Asked],
    /// True if the cells of the plan are what a class guesses.
    pub plan_is_asked: bool,
}

impl Ground<'_> {
    /// The first cell with this mark, in reading order, in which the plan says something and which is not asked about.
    #[must_use]
    pub fn in_plan(&self, marks: &Matrix, mark: Mark) -> Option<Example> {
        if self.plan_is_asked {
            return None;
        }
        let plan = self.basis.plan;
        let is_free = |term: &TermIx| plan.get(*term).is_some() && self.asked.iter().all(|asked| asked.term != *term);
        let in_plan = TermIx::all(plan.n_terms()).filter(is_free);
        let mut cells = in_plan.flat_map(|term| self.columns.iter().map(move |column| (column.party, term)));
        let cell = cells.find(|(party, term)| marks.cell(*party, *term).mark == mark)?;
        Some(self.example(plan, mark, cell, true))
    }

    /// The example among plans of a single term.
    #[must_use]
    pub fn alone(&self, plans: &[Marked], mark: Mark) -> Option<Example> {
        let (_, plan, cell) = plans.iter().find(|(known, ..)| *known == mark)?;
        Some(self.example(plan, mark, *cell, false))
    }

    /// The marks of what is asked.
    fn answers(&self, asked: Asked) -> Matrix {
        let plan = self.basis.plan;
        if plan.get(asked.term) == Some(asked.value) {
            return self.basis.matrix();
        }
        let alone = Plan::empty(plan.n_terms()).with(asked.term, Some(asked.value));
        self.basis.with_plan(&alone).matrix()
    }

    /// What a class guesses where it is asked about the whole plan.
    fn guessed(&self) -> Guessed {
        let terms = TermIx::all(self.basis.plan.n_terms()).filter(|term| self.basis.plan.get(*term).is_some());
        let cells = terms.flat_map(|term| self.columns.iter().map(move |column| (column.party, term)));
        let mut guessed = Guessed::default();
        for (party, term) in cells {
            let report = self.basis.report(party, term);
            let behind = report.positions.iter().filter(|one| one.bears());
            let is_asked = self.asked.iter().any(|asked| asked.term == term);
            for statement in behind.flat_map(|one| one.statements.iter().copied()) {
                *guessed.words.entry(statement).or_default() |= is_asked;
            }
            guessed.marks.insert((party, term), report.cell.mark);
        }
        guessed
    }

    fn example(&self, plan: &Plan, mark: Mark, (party, term): (PartyIx, TermIx), is_here: bool) -> Example {
        let report = self.basis.with_plan(plan).report(party, term);
        let bears = |one: &&PositionReport| one.bears();
        let first = report.positions.iter().find(bears).and_then(|one| one.statements.first().copied());
        let value = plan.get(term).unwrap_or(ValueIx(0));
        Example { mark, party, term, value, statement: first, is_here }
    }

    /// For every mark that a plan with a single term brings, the first such plan and cell: of a row that is not asked about,
    /// else of one that is, with another value than the one that is asked about and another mark than the answer.
    #[must_use]
    pub(crate) fn single_terms(&self) -> Vec<Marked> {
        let mut found = self.found(true, false);
        if self.plan_is_asked {
            // Rather words that come again in another row than no example.
            add(&mut found, self.found(true, true));
        }
        found
    }

    /// The same; without `strict` any mark will do, and with `words_again` words that stand behind a mark of the plan about
    /// which nobody asks.
    fn found(&self, strict: bool, words_again: bool) -> Vec<Marked> {
        let mut found: Vec<Marked> = Vec::new();
        let n_terms = self.basis.dossier.terms.len();
        let guessed = self.plan_is_asked.then(|| self.guessed());
        let is_asked = |term: &TermIx| self.asked.iter().any(|asked| asked.term == *term);
        let (asked, others): (Vec<TermIx>, Vec<TermIx>) = TermIx::all(n_terms).partition(is_asked);
        for term in others.into_iter().chain(asked) {
            let of_it = self.asked.iter().filter(|asked| asked.term == term && strict);
            let answers: Vec<Matrix> = of_it.map(|asked| self.answers(*asked)).collect();
            for value in tried(self.basis.dossier.term(term).values.len()) {
                let is_guessed = self.plan_is_asked && self.basis.plan.get(term) == Some(value);
                if is_guessed || self.asked.contains(&Asked { term, value }) {
                    continue;
                }
                let plan = Plan::empty(n_terms).with(term, Some(value));
                let marks = self.basis.with_plan(&plan).matrix();
                for column in self.columns {
                    let mark = marks.cell(column.party, term).mark;
                    let tells = answers.iter().any(|answers| answers.cell(column.party, term).mark == mark);
                    if tells || found.iter().any(|(known, ..)| *known == mark) {
                        continue;
                    }
                    let cell = (column.party, term);
                    let example = || self.example(&plan, mark, cell, false);
                    if guessed.as_ref().is_none_or(|guessed| !guessed.is_told_by(&example(), words_again)) {
                        found.push((mark, plan.clone(), cell));
                    }
                }
            }
        }
        found
    }
}

/// Adds those whose mark is not there yet.
fn add(found: &mut Vec<Marked>, others: Vec<Marked>) {
    for other in others {
        if found.iter().all(|(mark, ..)| *mark != other.0) {
            found.push(other);
        }
    }
}

impl State {
    /// What the plans of this case say: a class may be asked about each of them.
    fn plans_on_file(&self) -> Vec<Asked> {
        let shelves = self.catalog.shelves.iter().filter(|shelf| shelf.id == self.dossier().id);
        let plans = shelves.flat_map(|shelf| &shelf.scenarios).flat_map(|entry| entry.plan.iter());
        let said = plans.filter_map(|(term, value)| Some(Asked { term, value: value? }));
        // A shelf may hold another version of the case.
        let terms = &self.dossier().terms;
        let is_here = |one: &Asked| terms.get(one.term.get()).is_some_and(|of| one.value.get() < of.values.len());
        let said: BTreeSet<Asked> = said.filter(is_here).collect();
        said.into_iter().collect()
    }

    /// True where a class is about to say what is on file, looks for a plan, or speaks for a party: it shall find that out
    /// for itself.
    #[must_use]
    pub fn is_worked_on(&self) -> bool {
        let activities = &self.activities;
        self.session.tab == Tab::Activities
            && match activities.screen {
                Screen::Predict => activities.predict.stage != Stage::Table,
                Screen::Way | Screen::Delegations => true,
                Screen::Start | Screen::Debrief => false,
            }
    }

    /// A cell with this mark: of the plan that is open, else of a plan with a single term. None while verdicts are hidden,
    /// while a class works on what an example would answer, and none if there is none.
    #[must_use]
    pub fn example(&self, mark: Mark) -> Option<Example> {
        if self.hides_any() || self.is_worked_on() {
            return None;
        }
        let columns = self.columns();
        let basis = self.here().basis();
        let ground = Ground { basis, columns: &columns, asked: &[], plan_is_asked: false };
        let alone = || {
            let asked = predict::proposal(basis, &self.document.scenario, predict::Basis::OneByOne, false);
            let on_file: Vec<Asked> = asked.iter().copied().chain(self.plans_on_file()).collect();
            let free = Ground { asked: &on_file, ..ground };
            let mut found = free.found(true, false);
            // Rather an example that a plan on file comes near to than none.
            add(&mut found, free.found(false, false));
            add(&mut found, Ground { asked: &asked, ..ground }.single_terms());
            found
        };
        let here = ground.in_plan(&self.results.matrix, mark);
        here.or_else(|| ground.alone(self.results.examples(alone), mark))
    }
}
