//! Two plans of one dossier side by side.

use crate::{
    analysis::{Basis, Cell, Matrix, Tally, changes},
    domain::{Dossier, PartyIx, TermIx, ValueIx},
};

/// Plan A beside plan B.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Every term, in the dossier's order.
    pub rows: Vec<ComparedRow>,
    /// Every party, in the dossier's order.
    pub parties: Vec<ComparedParty>,
    /// True if the two plans stand on different days: then statements differ, not only plans.
    pub days_differ: bool,
    /// True if different statements count for the two plans.
    pub counted_differ: bool,
}

/// A term under both plans. Of each pair the first belongs to plan A.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedRow {
    /// The term.
    pub term: TermIx,
    /// What the plans say.
    pub values: [Option<ValueIx>; 2],
    /// The cell of each party under both plans, in the dossier's order.
    pub cells: Vec<[Cell; 2]>,
    /// True if the plans say different things or a cell is marked or counted differently.
    pub differs: bool,
}

/// How the two plans stand with one party: the terms whose cells are contradicted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComparedParty {
    /// Contradicted by B, not by A.
    pub newly: Vec<TermIx>,
    /// Contradicted by A, not by B.
    pub no_longer: Vec<TermIx>,
    /// Contradicted by both, though perhaps not in the same way.
    pub unchanged: Vec<TermIx>,
    /// The counts under A and under B.
    pub tallies: [Tally; 2],
}

impl Comparison {
    /// The rows that differ.
    pub fn differing(&self) -> impl Iterator<Item = &ComparedRow> {
        self.rows.iter().filter(|row| row.differs)
    }
}

/// Compares plan A with plan B, which are of one dossier.
#[must_use]
pub fn compare(a: Basis<'_>, b: Basis<'_>) -> Comparison {
    let dossier = a.dossier;
    let both = [a.matrix(), b.matrix()];
    let [before, after] = &both;
    let mut marked_differently = vec![false; dossier.terms.len()];
    changes(before, after).iter().for_each(|change| marked_differently[change.term.get()] = true);
    let row = |term: TermIx| {
        let values = [a.plan.get(term), b.plan.get(term)];
        let cells: Vec<[Cell; 2]> = PartyIx::all(dossier.parties.len()).map(|party| pair(&both, party, term)).collect();
        let counted_differently = cells.iter().any(|[old, new]| old.contradicted != new.contradicted);
        let differs = values[0] != values[1] || marked_differently[term.get()] || counted_differently;
        ComparedRow { term, values, cells, differs }
    };
    Comparison {
        rows: TermIx::all(dossier.terms.len()).map(row).collect(),
        parties: PartyIx::all(dossier.parties.len()).map(|party| compare_party(dossier, &both, party)).collect(),
        days_differ: a.situation.as_of.earliest() != b.situation.as_of.earliest(),
        counted_differ: a.situation.counted != b.situation.counted,
    }
}

fn compare_party(dossier: &Dossier, both: &[Matrix; 2], party: PartyIx) -> ComparedParty {
    let tallies = both.each_ref().map(|matrix| matrix.tallies[party.get()]);
    let mut compared = ComparedParty { tallies, ..ComparedParty::default() };
    for term in TermIx::all(dossier.terms.len()) {
        let list = match pair(both, party, term).map(|cell| cell.contradicted.is_some()) {
            [false, true] => &mut compared.newly,
            [true, false] => &mut compared.no_longer,
            [true, true] => &mut compared.unchanged,
            [false, false] => continue,
        };
        list.push(term);
    }
    compared
}

fn pair(both: &[Matrix; 2], party: PartyIx, term: TermIx) -> [Cell; 2] {
    both.each_ref().map(|matrix| *matrix.cell(party, term))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::plans::fixture::{A, B, C, Draft, NORTH, SOUTH, WATCHER, is, not, plan, when},
        domain::Strength,
    };

    #[test]
    fn rows_and_parties_tell_what_differs() {
        let case = Draft::new(&[2, 2, 2])
            .says(NORTH, Strength::RedLine, A, is(A, 0))
            .says(NORTH, Strength::Opposes, B, is(B, 0))
            .says(SOUTH, Strength::Prefers, B, when(is(A, 1), is(B, 1)))
            .says(WATCHER, Strength::Prefers, C, not(C, 1))
            .build();
        let (a, b) = (plan(&[Some(0), Some(1), Some(1)]), plan(&[Some(1), Some(0), Some(1)]));
        let comparison = compare(case.basis(&case.situation, &a), case.basis(&case.situation, &b));
        assert_eq!(comparison.differing().map(|row| row.term).collect::<Vec<_>>(), [A, B]);
        let row = &comparison.rows[1];
        assert_eq!(row.values, [Some(ValueIx(1)), Some(ValueIx(0))]);
        assert_eq!(row.cells[1].map(|cell| cell.contradicted), [None, Some(Strength::Prefers)]);
        let [north, south, watcher] = &comparison.parties[..] else { panic!("three parties") };
        assert_eq!((&north.newly[..], &north.no_longer[..], &north.unchanged[..]), (&[A][..], &[B][..], &[][..]));
        assert_eq!((&south.newly[..], &south.no_longer[..]), (&[B][..], &[][..]));
        assert_eq!(watcher.unchanged, [C]);
        assert_eq!(north.tallies.map(|tally| (tally.red_lines, tally.opposed)), [(0, 1), (1, 0)]);
        assert!(!comparison.days_differ && !comparison.counted_differ);
    }

    #[test]
    fn the_same_plan_differs_where_another_day_marks_it_otherwise() {
        let case = Draft::new(&[2, 2])
            .says_on("2024-01-01", NORTH, Strength::Opposes, A, is(A, 0))
            .says_on("2024-03-01", NORTH, Strength::RedLine, B, is(B, 0))
            .build();
        let (a, spring) = (plan(&[Some(1), Some(1)]), case.on("2024-02-01"));
        let comparison = compare(case.basis(&spring, &a), case.basis(&case.situation, &a));
        assert!(comparison.days_differ);
        assert_eq!(comparison.differing().map(|row| row.term).collect::<Vec<_>>(), [B]);
        assert_eq!((&comparison.parties[0].newly[..], &comparison.parties[0].unchanged[..]), (&[B][..], &[A][..]));
    }
}
