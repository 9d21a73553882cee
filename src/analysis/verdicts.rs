//! The marks of the table, the counts, and the reasons behind each mark.

use super::{
    Index, Situation, Standing, Uncounted, Verdict,
    gathered::{Draft, effect, leaves_only},
    mark::{Cell, Effect, Mark, Tally},
};
use crate::domain::{Dossier, PartyIx, Plan, PositionIx, StatementIx, Strength, TermIx};

/// All marks and counts of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    n_parties: usize,
    cells: Vec<Cell>,
    /// One tally a party, in the dossier's order.
    pub tallies: Vec<Tally>,
    /// The number of terms in the plan: the denominator of every tally.
    pub n_in_plan: usize,
    /// The rules that the plan breaks, by their place in the dossier.
    pub broken_rules: Vec<usize>,
}

impl Matrix {
    /// The cell of a party and a term.
    #[must_use]
    pub fn cell(&self, party: PartyIx, term: TermIx) -> &Cell {
        &self.cells[term.get() * self.n_parties + party.get()]
    }
}

/// A position and all that decides how it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionReport {
    /// The position.
    pub position: PositionIx,
    /// Whether it is in force, and if not, why.
    pub standing: Standing,
    /// Why it does not count; `None` if it does.
    pub uncounted: Option<Uncounted>,
    /// How firmly it is held, in the reading that counts.
    pub strength: Strength,
    /// What the plan does to it.
    pub effect: Effect,
    /// True if the position leaves the term that it is about no other value than the plan's.
    pub leaves_only: bool,
    /// True if what it asks for hangs on a condition that does not hold under the plan: it is met, and asks nothing.
    pub is_idle: bool,
    /// Its statements that had been made by the as-of date; all of them if none had.
    pub statements: Vec<StatementIx>,
}

impl PositionReport {
    /// What a plan does to a position on the day of `situation`.
    #[must_use]
    pub fn new(dossier: &Dossier, index: &Index, situation: &Situation, plan: &Plan, position: PositionIx) -> Self {
        let strength = situation.strength(position);
        Self {
            position,
            standing: situation.standing(position),
            uncounted: situation.uncounted(position),
            strength,
            effect: effect(dossier, index, plan, position, strength),
            leaves_only: leaves_only(dossier, index, plan, position),
            is_idle: index.demand(position).is_some_and(|demand| demand.decide(plan).vacuous),
            statements: dossier.statements_by(position, situation.as_of),
        }
    }

    /// The mark that the position would make by itself; `None` if it makes none.
    #[must_use]
    pub fn mark(&self) -> Option<Mark> {
        Some(match (self.effect, self.strength) {
            (Effect::Contradicts, Strength::RedLine) => Mark::RedLine,
            (Effect::Contradicts, Strength::Opposes) => Mark::Opposed,
            (Effect::Contradicts, Strength::Prefers | Strength::Offers) => Mark::Otherwise,
            (Effect::Supports, _) => Mark::Supported,
            (Effect::InLine, _) => Mark::InLine,
            (Effect::NotTakenUp | Effect::Depends | Effect::NoDemand, _) => return None,
        })
    }

    /// True if the position bears on the mark.
    #[must_use]
    pub fn bears(&self) -> bool {
        self.standing == Standing::InForce && self.uncounted.is_none()
    }
}

/// Everything on file for a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellReport {
    /// The cell as the table shows it.
    pub cell: Cell,
    /// The positions about the term: those in force first, of these the contradicted first, by strength, each group
    /// newest first.
    pub positions: Vec<PositionReport>,
    /// Decided positions of the same party about other terms whose demand mentions this one.
    pub linked: Vec<PositionReport>,
}

/// A cell whose mark differs between two plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The party.
    pub party: PartyIx,
    /// The term.
    pub term: TermIx,
    /// The mark before.
    pub before: Mark,
    /// The mark after.
    pub after: Mark,
}

/// All marks and counts of `plan`.
#[must_use]
pub fn matrix(dossier: &Dossier, index: &Index, situation: &Situation, plan: &Plan) -> Matrix {
    let n_parties = dossier.parties.len();
    let mut drafts = vec![Draft::default(); n_parties * dossier.terms.len()];
    for ix in situation.all_in_force() {
        let position = dossier.position(*ix);
        let Some((about, demand)) = position.about.zip(index.demand(*ix)) else { continue };
        if plan.get(about).is_none() {
            continue;
        }
        let strength = situation.strength(*ix);
        let effect = effect(dossier, index, plan, *ix, strength);
        let place = |term: TermIx| term.get() * n_parties + position.party.get();
        drafts[place(about)].add(effect, strength, situation.uncounted(*ix).is_none());
        if effect != Effect::Depends {
            for other in demand.terms().filter(|term| *term != about && plan.get(*term).is_some()) {
                drafts[place(about)].linked = true;
                drafts[place(other)].linked = true;
            }
        }
    }
    let mut tallies = vec![Tally::default(); n_parties];
    let mut drafts = drafts.iter();
    let mut cells = Vec::with_capacity(drafts.len());
    for (term, value) in plan.iter() {
        for ((party, tally), draft) in PartyIx::all(n_parties).zip(&mut tallies).zip(&mut drafts) {
            let cell = draft.cell(situation.on_file(party, term), value.is_some());
            if value.is_some() {
                tally.add(&cell);
            }
            cells.push(cell);
        }
    }
    let is_broken = |(_, rule): &(usize, &super::CompiledDemand)| rule.decide(plan).verdict == Verdict::Contradicted;
    let broken_rules = index.rules().iter().enumerate().filter(is_broken).map(|(place, _)| place).collect();
    Matrix { n_parties, cells, tallies, n_in_plan: plan.n_set(), broken_rules }
}

/// Everything on file for one cell, with the reasons for its mark.
#[must_use]
pub fn cell_report(
    dossier: &Dossier,
    index: &Index,
    situation: &Situation,
    plan: &Plan,
    (party, term): (PartyIx, TermIx),
) -> CellReport {
    let report = |position| PositionReport::new(dossier, index, situation, plan, position);
    let mut positions: Vec<PositionReport> =
        dossier.positions_about(party, term).iter().map(|position| report(*position)).collect();
    positions.sort_by_key(|report| {
        // What marks the cell first: the strongest contradicted one. Of the others of one effect the newest.
        let contradicted = report.effect == Effect::Contradicts;
        let strength = contradicted.then_some(report.strength);
        let newest = std::cmp::Reverse(dossier.first_day(report.position));
        (report.standing != Standing::InForce, report.effect, strength, newest)
    });
    let mentions = |ix: &PositionIx| {
        let position = dossier.position(*ix);
        position.party == party
            && position.about != Some(term)
            && situation.in_force(*ix)
            && index.demand(*ix).is_some_and(|demand| demand.terms().any(|mentioned| mentioned == term))
            && is_decided(index, plan, dossier, *ix)
    };
    let linked = PositionIx::all(dossier.positions.len()).filter(mentions).map(report).collect::<Vec<_>>();
    let mut draft = Draft { linked: plan.get(term).is_some() && !linked.is_empty(), ..Draft::default() };
    for one in positions.iter().filter(|one| one.standing == Standing::InForce) {
        draft.add(one.effect, one.strength, one.uncounted.is_none());
        let is_other = |other: TermIx| other != term && plan.get(other).is_some();
        let is_tied = index.demand(one.position).is_some_and(|demand| demand.terms().any(is_other));
        draft.linked |= plan.get(term).is_some() && is_tied && one.effect != Effect::Depends;
    }
    let cell = draft.cell(situation.on_file(party, term), plan.get(term).is_some());
    CellReport { cell, positions, linked }
}

/// The cells whose marks differ, row by row. From empty to silent is no change: nothing is on file either way.
#[must_use]
pub fn changes(before: &Matrix, after: &Matrix) -> Vec<Change> {
    let pairs = before.cells.iter().zip(&after.cells).enumerate();
    pairs
        .filter(|(_, (before, after))| before.mark != after.mark && !(before.mark.is_blank() && after.mark.is_blank()))
        .map(|(place, (old, new))| Change {
            party: PartyIx::at(place % after.n_parties),
            term: TermIx::at(place / after.n_parties),
            before: old.mark,
            after: new.mark,
        })
        .collect()
}

fn is_decided(index: &Index, plan: &Plan, dossier: &Dossier, ix: PositionIx) -> bool {
    let about_in_plan = dossier.position(ix).about.is_some_and(|about| plan.get(about).is_some());
    about_in_plan && index.demand(ix).is_some_and(|demand| demand.decide(plan).verdict != Verdict::Undecided)
}
