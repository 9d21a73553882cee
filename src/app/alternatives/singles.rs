//! What would change if just one term were changed.

use std::sync::Arc;

use crate::{
    analysis::{Change, ChangeTables, SingleChange},
    app::{Document, Results},
    domain::{Term, TermIx, TermKind, ValueIx},
};

/// Every single change of a plan, term by term in the dossier's order.
#[derive(Clone, Debug)]
pub struct Singles {
    /// What it is about.
    document: Arc<Document>,
    /// They serve every plan of the dossier on one day and one way of counting.
    tables: Arc<ChangeTables>,
    /// For each term its values, and last what taking it out of the plan would do.
    pub terms: Vec<Vec<Single>>,
}

/// Neighbouring values of a term that would change the same marks. Only numbers are put together; a named value stands
/// alone. `None` instead of a value takes the term out of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Single {
    /// The first of the values.
    pub first: Option<ValueIx>,
    /// The last of the values.
    pub last: Option<ValueIx>,
    /// The one that is chosen by choosing them: the nearest to what the plan says.
    pub nearest: Option<ValueIx>,
    /// True if the plan says this already; then nothing changes.
    pub is_current: bool,
    /// False if it had not been put forward by the as-of date.
    pub is_put_forward: bool,
    /// Cells newly contradicted, no longer contradicted, and marked otherwise.
    pub cells: [Vec<Change>; 3],
    /// Rules of the dossier that the plan would newly break, by their place.
    pub breaks: Vec<usize>,
    /// Rules that it would no longer break.
    pub mends: Vec<usize>,
}

impl Singles {
    /// Works them out, with the tables of `earlier` ones if these are about the same day.
    pub(in crate::app) fn new(document: &Arc<Document>, results: &Results, earlier: Option<&Self>) -> Self {
        let (dossier, index, plan) = (&document.case.dossier, &document.case.index, &document.scenario.plan);
        let day = |document: &Document| (document.scenario.as_of, document.scenario.counted);
        let is_same = |earlier: &Document| Arc::ptr_eq(&earlier.case, &document.case) && day(earlier) == day(document);
        let earlier = earlier.filter(|earlier| is_same(&earlier.document)).map(|earlier| Arc::clone(&earlier.tables));
        let fresh = || Arc::new(ChangeTables::new(dossier, index, &results.situation));
        let tables = earlier.unwrap_or_else(fresh);
        let changes = tables.changes(document.basis(&results.situation));
        let of_term = |(term, now): (TermIx, Option<ValueIx>)| {
            let mut singles: Vec<Single> = changes.iter().filter(|change| change.term == term).map(single).collect();
            singles.extend(now.map(current));
            // Values in their order; taking the term out comes last.
            singles.sort_by_key(|single| (single.first.is_none(), single.first));
            joined(dossier.term(term), singles, now)
        };
        Self { document: Arc::clone(document), terms: plan.iter().map(of_term).collect(), tables }
    }

    /// True if they are about this document.
    pub(in crate::app) fn is_about(&self, document: &Arc<Document>) -> bool {
        Arc::ptr_eq(&self.document, document)
    }
}

fn single(change: SingleChange<'_>) -> Single {
    let SingleChange { value, put_forward, cells, breaks, mends, .. } = change;
    Single {
        is_put_forward: put_forward,
        cells: sorted(cells.to_vec()),
        breaks: breaks.to_vec(),
        mends: mends.to_vec(),
        is_current: false,
        ..current(value)
    }
}

/// What the plan says already.
fn current(value: impl Into<Option<ValueIx>>) -> Single {
    let value = value.into();
    Single {
        first: value,
        last: value,
        nearest: value,
        is_current: true,
        is_put_forward: true,
        cells: [const { Vec::new() }; 3],
        breaks: Vec::new(),
        mends: Vec::new(),
    }
}

/// Puts neighbouring numbers together that change the same.
fn joined(term: &Term, singles: Vec<Single>, now: Option<ValueIx>) -> Vec<Single> {
    let mut rows: Vec<Single> = Vec::new();
    for next in singles {
        match rows.last_mut() {
            Some(row) if is_alike(term, row, &next) => {
                row.last = next.last;
                let span = row.first.zip(row.last);
                row.nearest = span.map(|(first, last)| now.map_or(first, |now| now.clamp(first, last)));
            }
            _ => rows.push(next),
        }
    }
    rows
}

/// Changed cells by what happens to them: newly contradicted, no longer contradicted, marked otherwise.
#[must_use]
pub(super) fn sorted(cells: Vec<Change>) -> [Vec<Change>; 3] {
    let mut sorted = [const { Vec::new() }; 3];
    for cell in cells {
        let kind = match (cell.before.is_contradiction(), cell.after.is_contradiction()) {
            (false, true) => 0,
            (true, false) => 1,
            _ => 2,
        };
        sorted[kind].push(cell);
    }
    sorted
}

fn is_alike(term: &Term, row: &Single, next: &Single) -> bool {
    let is_number = |value: Option<ValueIx>| value.is_some_and(|value| term.values[value.get()].number.is_some());
    matches!(term.kind, TermKind::Number { .. })
        && is_number(row.last)
        && is_number(next.first)
        && !(row.is_current || next.is_current)
        && row.is_put_forward == next.is_put_forward
        && (&row.cells, &row.breaks, &row.mends) == (&next.cells, &next.breaks, &next.mends)
}
