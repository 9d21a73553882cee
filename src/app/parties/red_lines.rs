//! The red lines of those who must accept, and which of them no plan keeps together; on how many terms two parties clash.

use super::Answer;
use crate::{
    analysis::{End, Setting, Which, countable},
    app::{Column, Document},
    domain::{PartyIx, PositionIx, Role, TermIx},
};

/// The red lines of those who must accept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RedLines {
    /// Party by party, in the order of the columns; those without a red line on file too.
    pub parties: Vec<(PartyIx, Vec<PositionIx>)>,
    /// The smallest groups of them that no plan keeps together; `None` until they are known.
    pub groups: Option<Vec<Vec<PositionIx>>>,
    /// True if there are no other groups.
    pub is_whole: bool,
}

impl RedLines {
    /// The red lines that an answer is about.
    pub(super) fn new(answer: &Answer, document: &Document, order: &[Column]) -> Self {
        let (dossier, index) = (&document.case.dossier, &document.case.index);
        let which = Which { red_lines_only: true, must_accept_only: true };
        let setting = Setting::new(dossier, index, &document.scenario, answer.ask.on_this_plan, which);
        let lines = countable(dossier, index, &setting.situation, which);
        let must_accept = |column: &&Column| dossier.party(column.party).role == Role::MustAccept;
        let of = |party: PartyIx| lines.iter().copied().filter(|ix| dossier.position(*ix).party == party).collect();
        let parties = order.iter().filter(must_accept).map(|column| (column.party, of(column.party))).collect();
        // A smallest group of some of the lines is one of all of them.
        let is_theirs = |set: &&Vec<PositionIx>| set.iter().all(|ix| lines.contains(ix));
        let groups = answer.red_lines.as_ref().map(|list| list.sets.iter().filter(is_theirs).cloned().collect());
        let is_whole = answer.red_lines.as_ref().is_some_and(|list| list.end == End::All);
        Self { parties, groups, is_whole }
    }

    /// How many red lines there are.
    #[must_use]
    pub fn n_lines(&self) -> usize {
        self.parties.iter().map(|(_, lines)| lines.len()).sum()
    }
}

/// On how many terms each two parties clash, and of how many: those on which both have spoken, and those of the clashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClashingTerms {
    n_parties: usize,
    counts: Vec<(usize, usize)>,
}

impl ClashingTerms {
    /// The counts of an answer.
    pub(super) fn new(answer: &Answer, document: &Document) -> Self {
        let (dossier, index) = (&document.case.dossier, &document.case.index);
        let setting = Setting::new(dossier, index, &document.scenario, answer.ask.on_this_plan, answer.ask.which);
        let (n_parties, n_terms) = (dossier.parties.len(), dossier.terms.len());
        let mut spoken = vec![vec![false; n_terms]; n_parties];
        for ix in &setting.positions {
            let position = dossier.position(*ix);
            if let Some(about) = position.about {
                spoken[position.party.get()][about.get()] = true;
            }
        }
        let count = |row: PartyIx, column: PartyIx| {
            let pairs = answer.clashes.between(row, column).iter();
            let mut terms: Vec<TermIx> =
                pairs.flat_map(|(one, other)| [*one, *other]).filter_map(|ix| dossier.position(ix).about).collect();
            terms.sort_unstable();
            terms.dedup();
            let both = |term: &usize| spoken[row.get()][*term] && spoken[column.get()][*term];
            let of = (0..n_terms).filter(|term| both(term) || terms.contains(&TermIx::at(*term))).count();
            (terms.len(), of)
        };
        let parties = || PartyIx::all(n_parties);
        let counts = parties().flat_map(|row| parties().map(move |column| (row, column)));
        Self { n_parties, counts: counts.map(|(row, column)| count(row, column)).collect() }
    }

    /// On how many terms these two clash, and of how many.
    #[must_use]
    pub fn between(&self, row: PartyIx, column: PartyIx) -> (usize, usize) {
        self.counts.get(row.get() * self.n_parties + column.get()).copied().unwrap_or_default()
    }
}
