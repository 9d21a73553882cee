//! For each mark a place of the dossier in which it stands: an example says more than a definition.

use super::{State, results::Marked};
use crate::{
    analysis::{Mark, PositionReport, cell_report, matrix},
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

impl State {
    /// A cell with this mark: of the plan that is open, else of a plan with a single term. None while verdicts are hidden,
    /// and none if there is none.
    #[must_use]
    pub fn example(&self, mark: Mark) -> Option<Example> {
        if self.hides_any() {
            return None;
        }
        let plan = self.plan();
        let here = self.marked(plan, mark);
        here.map(|cell| self.example_in(plan, mark, cell, true)).or_else(|| {
            let plans = self.results.examples(|| self.single_terms());
            let (_, plan, cell) = plans.iter().find(|(known, ..)| *known == mark)?;
            Some(self.example_in(plan, mark, *cell, false))
        })
    }

    /// The first cell with this mark, in reading order, in which the plan says something.
    fn marked(&self, plan: &Plan, mark: Mark) -> Option<(PartyIx, TermIx)> {
        let in_plan = TermIx::all(plan.n_terms()).filter(|term| plan.get(*term).is_some());
        let columns = self.columns();
        let mut cells = in_plan.flat_map(|term| columns.iter().map(move |column| (column.party, term)));
        cells.find(|(party, term)| self.cell(*party, *term).is_some_and(|cell| cell.mark == mark))
    }

    fn example_in(&self, plan: &Plan, mark: Mark, (party, term): (PartyIx, TermIx), is_here: bool) -> Example {
        let case = &self.document.case;
        let report = cell_report(&case.dossier, &case.index, &self.results.situation, plan, (party, term));
        let bears = |one: &&PositionReport| one.bears();
        let first = report.positions.iter().find(bears).and_then(|one| one.statements.first().copied());
        let value = plan.get(term).unwrap_or(ValueIx(0));
        Example { mark, party, term, value, statement: first, is_here }
    }

    /// For every mark that a plan with a single term brings, the first such plan and cell.
    fn single_terms(&self) -> Vec<Marked> {
        let case = &self.document.case;
        let (dossier, columns) = (&case.dossier, self.columns());
        let mut found: Vec<Marked> = Vec::new();
        for term in TermIx::all(dossier.terms.len()) {
            for value in 0..dossier.term(term).values.len().min(MOST_VALUES) {
                let plan = Plan::empty(dossier.terms.len()).with(term, Some(ValueIx::at(value)));
                let marks = matrix(dossier, &case.index, &self.results.situation, &plan);
                for column in &columns {
                    let mark = marks.cell(column.party, term).mark;
                    if found.iter().all(|(known, ..)| *known != mark) {
                        found.push((mark, plan.clone(), (column.party, term)));
                    }
                }
            }
        }
        found
    }
}
