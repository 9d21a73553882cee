//! The sets as columns of dots, over rows of what they are made of.

use super::{Answer, Look, Member, Parties};
use crate::{
    analysis::{Count, Listed},
    app::Column,
    domain::{Dossier, PartyIx, PositionIx, TermIx},
};

/// The sets that are drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// The rows from top to bottom.
    pub rows: Vec<Row>,
    /// For each set the rows that it has a dot in.
    pub dots: Vec<Vec<usize>>,
    /// What all ways out have in common, if these are several: it has one row for all.
    pub common: Vec<Member>,
    /// The sets themselves, their members in the order of the rows.
    pub columns: Vec<Vec<Member>>,
    /// The sizes that there are, with the number of sets of each size: of all that exist if that is known, else of those
    /// listed.
    pub sizes: Vec<(usize, Count)>,
    /// The size that is drawn.
    pub size: usize,
    /// The terms that the positions of the listed sets are about.
    pub terms: Vec<TermIx>,
}

/// A row of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Row {
    /// So many members that all sets have.
    Common(usize),
    /// The positions that follow are about this term.
    About(TermIx),
    /// A member.
    Member(Member),
}

impl Picture {
    /// What the tab draws of an answer.
    pub(super) fn new(tab: &Parties, answer: &Answer, dossier: &Dossier, order: &[Column]) -> Self {
        let list = |sets: &super::Sets<PositionIx>| match tab.look {
            Look::RedLines | Look::Pairs => None,
            Look::Sets => sets.clash_sets.clone(),
            Look::WaysOut => sets.ways_out.clone(),
        };
        if !tab.by_party {
            let list = list(&answer.positions);
            return list.map(|list| Self::of(&list, tab, dossier, order, Member::Position)).unwrap_or_default();
        }
        let list = match tab.look {
            Look::RedLines | Look::Pairs => None,
            Look::Sets => answer.parties.clash_sets.clone(),
            Look::WaysOut => answer.parties.ways_out.clone(),
        };
        list.map(|list| Self::of(&list, tab, dossier, order, Member::Party)).unwrap_or_default()
    }

    fn of<T: Copy>(
        list: &Listed<T>,
        tab: &Parties,
        dossier: &Dossier,
        order: &[Column],
        member: impl Fn(T) -> Member,
    ) -> Self {
        let sets: Vec<Vec<Member>> = list.sets.iter().map(|set| set.iter().copied().map(&member).collect()).collect();
        let mut sizes: Vec<usize> = sets.iter().map(Vec::len).collect();
        sizes.dedup();
        let size = tab.size.filter(|size| sizes.contains(size)).or(sizes.first().copied()).unwrap_or(0);
        let about = |member: &Member| match member {
            Member::Position(position) => dossier.position(*position).about,
            Member::Party(_) => None,
        };
        let mut terms: Vec<TermIx> = sets.iter().filter(|set| set.len() == size).flatten().filter_map(about).collect();
        terms.sort_unstable();
        terms.dedup();
        let term = tab.about.filter(|term| terms.contains(term));
        let is_drawn =
            |set: &Vec<Member>| set.len() == size && (term.is_none() || set.iter().any(|member| about(member) == term));
        let mut columns: Vec<Vec<Member>> = sets.into_iter().filter(is_drawn).collect();
        columns.iter_mut().for_each(|set| set.sort_by_key(|member| place_of(dossier, order, *member)));
        // From the upper rows to the lower ones: columns that begin in one row stand together.
        columns
            .sort_by_cached_key(|set| set.iter().map(|member| place_of(dossier, order, *member)).collect::<Vec<_>>());
        let common = if tab.look == Look::WaysOut { common(&columns) } else { Vec::new() };
        let rows = rows(&columns, &common, dossier, order);
        let row_of = |member: &Member| match common.contains(member) {
            true => 0,
            false => rows.iter().position(|row| *row == Row::Member(*member)).unwrap_or_default(),
        };
        let dots_of = |set: &Vec<Member>| {
            let mut dots: Vec<usize> = set.iter().map(row_of).collect();
            dots.dedup();
            dots
        };
        let dots = columns.iter().map(dots_of).collect();
        let sizes = sizes.into_iter().map(|size| (size, list.n_of_size(size))).collect();
        Self { rows, dots, common, columns, sizes, size, terms }
    }
}

/// Where a member stands: term by term, and in each in the order of the parties' columns.
fn place_of(dossier: &Dossier, order: &[Column], member: Member) -> (Option<TermIx>, Option<usize>, Member) {
    let place = |party: PartyIx| order.iter().position(|column| column.party == party);
    match member {
        Member::Position(ix) => (dossier.position(ix).about, place(dossier.position(ix).party), member),
        Member::Party(ix) => (None, place(ix), member),
    }
}

/// The members that all of several sets have.
fn common(columns: &[Vec<Member>]) -> Vec<Member> {
    match columns {
        [] | [_] => Vec::new(),
        [first, others @ ..] => {
            first.iter().filter(|member| others.iter().all(|set| set.contains(member))).copied().collect()
        }
    }
}

/// The members of some sets, those in common as one.
fn rows(columns: &[Vec<Member>], common: &[Member], dossier: &Dossier, order: &[Column]) -> Vec<Row> {
    let mut members: Vec<Member> =
        columns.iter().flatten().copied().filter(|member| !common.contains(member)).collect();
    members.sort_by_key(|member| place_of(dossier, order, *member));
    members.dedup();
    let mut rows = Vec::new();
    if !common.is_empty() {
        rows.push(Row::Common(common.len()));
    }
    let mut last = None;
    for member in members {
        let (about, ..) = place_of(dossier, order, member);
        if about != last {
            rows.extend(about.map(Row::About));
            last = about;
        }
        rows.push(Row::Member(member));
    }
    rows
}
