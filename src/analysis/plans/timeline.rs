//! One plan through time: what the statements of each day make of it.

use crate::{
    analysis::{Cell, Change, Index, Mark, Matrix, Situation, Standing, Stop, Tally, changes, matrix},
    domain::{Counted, Date, Dossier, PartyIx, Plan, PositionIx, TermIx},
};

/// How a plan stands through time. Before the first step nothing on file marks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The days on which something changes for this plan, in order.
    pub steps: Vec<Step>,
    /// True if no later step is missing.
    pub complete: bool,
}

/// A day on which a cell changes its mark or the way it counts, or on which a position about a term of the plan begins or
/// ceases to bear on it. It holds until the next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The first day.
    pub day: Date,
    /// All marks and counts.
    pub matrix: Matrix,
    /// What changed since the step before.
    pub turn: Turn,
}

/// What changed for a plan from one day to another, later or earlier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turn {
    /// The cells whose marks differ, row by row.
    pub cells: Vec<Change>,
    /// The positions about terms of the plan that changed their standing, in the dossier's order: the reasons.
    pub positions: Vec<Shift>,
}

/// A position that began or ceased to be in force or to count. Of each pair the first belongs to the day before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The position.
    pub position: PositionIx,
    /// Where it stood and stands.
    pub standings: [Standing; 2],
    /// Whether it counted and counts: a position that was only reported counts once it is said on the record.
    pub counts: [bool; 2],
}

impl Step {
    /// The number of contradicted cells.
    #[must_use]
    pub fn n_contradicted(&self) -> usize {
        self.matrix.tallies.iter().map(|tally| usize::from(tally.contradicted())).sum()
    }
}

impl Timeline {
    /// What holds on `day`; `None` before the first step.
    #[must_use]
    pub fn at(&self, day: Date) -> Option<&Step> {
        let n_begun = self.steps.partition_point(|step| step.day.earliest() <= day.earliest());
        self.steps[..n_begun].last()
    }

    /// One cell through time: each day from which it looks different.
    #[must_use]
    pub fn cell(&self, party: PartyIx, term: TermIx) -> Vec<(Date, Cell)> {
        self.runs(|step| *step.matrix.cell(party, term))
    }

    /// The counts of one party through time: each day from which they differ.
    #[must_use]
    pub fn tally(&self, party: PartyIx) -> Vec<(Date, Tally)> {
        self.runs(|step| step.matrix.tallies[party.get()])
    }

    /// The number of contradicted cells as a step line: each day from which it differs.
    #[must_use]
    pub fn n_contradicted(&self) -> Vec<(Date, usize)> {
        self.runs(Step::n_contradicted)
    }

    /// The marks of one row through time, by party: each day from which one of them differs.
    #[must_use]
    pub fn row(&self, term: TermIx) -> Vec<(Date, Vec<Mark>)> {
        let parties = |step: &Step| PartyIx::all(step.matrix.tallies.len());
        self.runs(|step| parties(step).map(|party| step.matrix.cell(party, term).mark).collect())
    }

    fn runs<T: PartialEq>(&self, of: impl Fn(&Step) -> T) -> Vec<(Date, T)> {
        let mut runs: Vec<(Date, T)> = Vec::new();
        for step in &self.steps {
            let now = of(step);
            if runs.last().is_none_or(|(_, before)| *before != now) {
                runs.push((step.day, now));
            }
        }
        runs
    }
}

/// A plan through all days of the dossier on which something was said or ended, whatever the as-of date.
#[must_use]
pub fn timeline(dossier: &Dossier, index: &Index, counted: Counted, plan: &Plan, stop: Stop<'_>) -> Timeline {
    let mut steps: Vec<Step> = Vec::new();
    let mut before: Option<(Situation, Matrix)> = None;
    for day in dossier.events() {
        if stop.is_set() {
            return Timeline { steps, complete: false };
        }
        let situation = Situation::new(dossier, *day, counted);
        let now = matrix(dossier, index, &situation, plan);
        let turn = match &before {
            Some((old, marks)) => turn(dossier, plan, (old, marks), (&situation, &now)),
            None => first_turn(dossier, plan, &situation, &now),
        };
        let recounted = before.as_ref().is_some_and(|(_, old)| old.tallies != now.tallies);
        if recounted || !turn.cells.is_empty() || !turn.positions.is_empty() {
            steps.push(Step { day: *day, matrix: now.clone(), turn });
        }
        before = Some((situation, now));
    }
    Timeline { steps, complete: true }
}

/// What changed for `plan` between two days.
#[must_use]
pub fn between(dossier: &Dossier, index: &Index, counted: Counted, plan: &Plan, (from, to): (Date, Date)) -> Turn {
    let on = |day| {
        let situation = Situation::new(dossier, day, counted);
        let marks = matrix(dossier, index, &situation, plan);
        (situation, marks)
    };
    let (old, new) = (on(from), on(to));
    turn(dossier, plan, (&old.0, &old.1), (&new.0, &new.1))
}

fn turn(dossier: &Dossier, plan: &Plan, old: (&Situation, &Matrix), new: (&Situation, &Matrix)) -> Turn {
    let shift = |position| Shift {
        position,
        standings: [old.0.standing(position), new.0.standing(position)],
        counts: [old.0.uncounted(position).is_none(), new.0.uncounted(position).is_none()],
    };
    Turn { cells: changes(old.1, new.1), positions: shifts(dossier, plan, shift) }
}

/// The first day has no day before: nothing was on file.
fn first_turn(dossier: &Dossier, plan: &Plan, situation: &Situation, now: &Matrix) -> Turn {
    let n_terms = dossier.terms.len();
    let cells =
        TermIx::all(n_terms).flat_map(|term| PartyIx::all(dossier.parties.len()).map(move |party| (party, term)));
    let marked = cells.map(|(party, term)| (party, term, now.cell(party, term).mark)).filter(|cell| !cell.2.is_blank());
    let change = |(party, term, after)| Change { party, term, before: Mark::Silent, after };
    let shift = |position| {
        let counts = situation.uncounted(position).is_none();
        Shift { position, standings: [Standing::NotYet, situation.standing(position)], counts: [counts; 2] }
    };
    Turn { cells: marked.map(change).collect(), positions: shifts(dossier, plan, shift) }
}

/// The positions about terms of the plan that are in force on one of two days, and not in the same way on both.
fn shifts(dossier: &Dossier, plan: &Plan, shift: impl Fn(PositionIx) -> Shift) -> Vec<Shift> {
    let is_about = |ix: &PositionIx| dossier.position(*ix).about.is_some_and(|term| plan.get(term).is_some());
    let differs = |shift: &Shift| {
        let [before, after] = shift.standings.map(|standing| standing == Standing::InForce);
        before != after || (after && shift.counts[0] != shift.counts[1])
    };
    PositionIx::all(dossier.positions.len()).filter(is_about).map(shift).filter(differs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::plans::fixture::{A, B, Case, Draft, NORTH, SOUTH, day, is, plan},
        domain::Strength,
    };

    /// North's red line of January gives way to a wish in March; South speaks about another term in February, and of a
    /// term that is not in the plan in April.
    fn case() -> Case {
        Draft::new(&[2, 2, 2])
            .says_on("2024-01-10", NORTH, Strength::RedLine, A, is(A, 0))
            .says_on("2024-02-01", SOUTH, Strength::Opposes, B, is(B, 0))
            .says_on("2024-03-05", NORTH, Strength::Prefers, A, is(A, 0))
            .replacing(0)
            .says_on("2024-04-01", SOUTH, Strength::RedLine, TermIx(2), is(TermIx(2), 0))
            .but(|position| position.until = Some(day("2024-05-01")))
            .build()
    }

    /// Whether a position bore on its cell, and bears on it.
    fn bears(shift: &Shift) -> [bool; 2] {
        [0, 1].map(|side| shift.standings[side] == Standing::InForce && shift.counts[side])
    }

    #[test]
    fn only_days_on_which_something_changes_are_steps() {
        let (case, plan) = (case(), plan(&[Some(1), Some(1), None]));
        let line = timeline(&case.dossier, &case.index, Counted::default(), &plan, Stop::never());
        assert!(line.complete);
        let days: Vec<Date> = line.steps.iter().map(|step| step.day).collect();
        assert_eq!(days, ["2024-01-10", "2024-02-01", "2024-03-05"].map(day));
        assert_eq!(line.n_contradicted(), [(day("2024-01-10"), 1), (day("2024-02-01"), 2)]);
        let marks: Vec<Mark> = line.cell(NORTH, A).into_iter().map(|(_, cell)| cell.mark).collect();
        assert_eq!(marks, [Mark::RedLine, Mark::Otherwise]);
        assert_eq!(line.row(B).len(), 2, "one from the first day, one when South speaks");
        assert_eq!(line.steps[2].turn.cells.len(), 1);
        let shifts = &line.steps[2].turn.positions;
        assert_eq!(shifts.len(), 2);
        assert_eq!([&shifts[0], &shifts[1]].map(bears), [[true, false], [false, true]]);
        assert_eq!(shifts[0].standings[1], Standing::Replaced(PositionIx(2)));
        assert!(line.at(day("2024-01-09")).is_none());
        assert_eq!(line.at(day("2024-02-28")), Some(&line.steps[1]));
    }

    #[test]
    fn two_days_tell_what_changed_between_them() {
        let (case, plan) = (case(), plan(&[Some(1), Some(1), None]));
        let days = (day("2024-01-15"), day("2024-06-15"));
        let forth = between(&case.dossier, &case.index, Counted::default(), &plan, days);
        assert_eq!(
            forth.cells.iter().map(|cell| (cell.party, cell.term)).collect::<Vec<_>>(),
            [(NORTH, A), (SOUTH, B)]
        );
        assert_eq!(forth.positions.len(), 3);
        let back = between(&case.dossier, &case.index, Counted::default(), &plan, (days.1, days.0));
        assert_eq!((back.cells[0].before, back.cells[0].after), (Mark::Otherwise, Mark::RedLine));
        assert_eq!([&back.positions[0], &back.positions[1]].map(bears), [[false, true], [true, false]]);
    }

    #[test]
    fn a_timeline_that_is_stopped_says_so() {
        let (case, plan) = (case(), plan(&[Some(1), Some(1), None]));
        let stop = Stop::never().or_when(&|| true);
        let line = timeline(&case.dossier, &case.index, Counted::default(), &plan, stop);
        assert!(!line.complete && line.steps.is_empty());
    }
}
