//! For each mark a place of the dossier in which it stands: an example says more than a definition.

use super::{Asked, Column, State, predict};
use crate::{
    analysis::{Basis, Mark, Matrix, PositionReport},
    domain::{PartyIx, Plan, StatementIx, TermIx, ValueIx},
};

/// At most so many values of a term are tried: a number with a long scale has hundreds.
const MOST_VALUES: usize = 6;

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
    pub fn single_terms(&self) -> Vec<Marked> {
        let mut found: Vec<Marked> = Vec::new();
        let n_terms = self.basis.dossier.terms.len();
        let is_asked = |term: &TermIx| self.asked.iter().any(|asked| asked.term == *term);
        let (asked, others): (Vec<TermIx>, Vec<TermIx>) = TermIx::all(n_terms).partition(is_asked);
        for term in others.into_iter().chain(asked) {
            let answers = self.asked.iter().find(|asked| asked.term == term).map(|asked| self.answers(*asked));
            for value in (0..self.basis.dossier.term(term).values.len().min(MOST_VALUES)).map(ValueIx::at) {
                let is_guessed = self.plan_is_asked && self.basis.plan.get(term) == Some(value);
                if is_guessed || self.asked.contains(&Asked { term, value }) {
                    continue;
                }
                let plan = Plan::empty(n_terms).with(term, Some(value));
                let marks = self.basis.with_plan(&plan).matrix();
                for column in self.columns {
                    let mark = marks.cell(column.party, term).mark;
                    let tells = answers.as_ref().is_some_and(|answers| answers.cell(column.party, term).mark == mark);
                    if !tells && found.iter().all(|(known, ..)| *known != mark) {
                        found.push((mark, plan.clone(), (column.party, term)));
                    }
                }
            }
        }
        found
    }
}

impl State {
    /// A cell with this mark: of the plan that is open, else of a plan with a single term. None while verdicts are hidden,
    /// and none if there is none.
    #[must_use]
    pub fn example(&self, mark: Mark) -> Option<Example> {
        if self.hides_any() {
            return None;
        }
        let columns = self.columns();
        let basis = self.here().basis();
        let ground = Ground { basis, columns: &columns, asked: &[], plan_is_asked: false };
        let alone = || {
            let asked = predict::proposal(basis, &self.document.scenario, predict::Basis::OneByOne, false);
            Ground { asked: &asked, ..ground }.single_terms()
        };
        let here = ground.in_plan(&self.results.matrix, mark);
        here.or_else(|| ground.alone(self.results.examples(alone), mark))
    }
}
