//! The marks of the table, the counts, and the reasons behind each mark (DESIGN 3.3 and 3.4).

use super::{Index, Situation, Standing, Uncounted, Verdict};
use crate::domain::{Dossier, PartyIx, Plan, PositionIx, Strength, TermIx, ValueIx};

/// The mark of a cell, in the order in which the first that fits is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, strum::EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Bar: a red line is crossed.
    RedLine,
    /// Half diamond: one position is contradicted, another supports what the plan says here.
    Mixed,
    /// Solid triangle: an opposed thing is done, or a demand is not met.
    Opposed,
    /// Open triangle: a preference is not met.
    Otherwise,
    /// Disc: supported.
    Supported,
    /// Ring: nothing contradicted, in line with what is on file.
    InLine,
    /// Dash: no stated position on file. Not consent.
    Silent,
    /// Nothing: the term is not in the plan, or what is on file depends on terms that are not.
    Empty,
}

impl Mark {
    /// True if the plan contradicts a position.
    #[must_use]
    pub fn is_contradiction(self) -> bool {
        matches!(self, Self::RedLine | Self::Mixed | Self::Opposed | Self::Otherwise)
    }

    /// True if the mark says nothing about the plan.
    #[must_use]
    pub fn is_blank(self) -> bool {
        matches!(self, Self::Silent | Self::Empty)
    }
}

/// What a plan does to one position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// The plan contradicts it.
    Contradicts,
    /// The plan does what it supports, or the only thing it leaves.
    Supports,
    /// The plan does nothing against it.
    InLine,
    /// An offer that the plan does not take up. Never a contradiction.
    NotTakenUp,
    /// It depends on terms that are not in the plan.
    Depends,
    /// No demand can be read from it.
    NoDemand,
}

/// A cell of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The mark, from the positions that count.
    pub mark: Mark,
    /// The strength of the strongest contradicted position that counts.
    pub contradicted: Option<Strength>,
    /// The mark that uncounted positions would give, if they would change it: shown greyed.
    pub greyed: Option<Mark>,
    /// The number of different statements behind the positions in force.
    pub n_statements: u16,
    /// True if a decided position ties this cell to other terms of the plan.
    pub linked: bool,
    /// True if nothing is in force here but an earlier or a later statement exists.
    pub other_day: bool,
}

/// How a plan stands with one party. The six figures add up to the number of terms in the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Tally {
    /// Cells in which a red line is crossed.
    pub red_lines: u16,
    /// Cells whose strongest contradicted position is an opposition or a demand.
    pub opposed: u16,
    /// Cells whose strongest contradicted position is a preference.
    pub otherwise: u16,
    /// Cells in line with what is on file.
    pub in_line: u16,
    /// Cells without a stated position on file.
    pub silent: u16,
    /// Cells that depend on terms that are not in the plan.
    pub depends: u16,
}

impl Tally {
    /// The number of contradicted cells.
    #[must_use]
    pub fn contradicted(self) -> u16 {
        self.red_lines + self.opposed + self.otherwise
    }
}

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PositionReport {
    /// The position.
    pub position: PositionIx,
    /// Whether it is in force, and if not, why.
    pub standing: Standing,
    /// Why it does not count; `None` if it does.
    pub uncounted: Option<Uncounted>,
    /// What the plan does to it.
    pub effect: Effect,
}

impl PositionReport {
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
    /// The positions about the term, those in force first, each group newest first.
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
    let mut cells = Vec::with_capacity(n_parties * dossier.terms.len());
    let mut tallies = vec![Tally::default(); n_parties];
    for (term, value) in plan.iter() {
        for (party, tally) in PartyIx::all(n_parties).zip(&mut tallies) {
            let cell = cell(dossier, index, situation, plan, party, term);
            if value.is_some() {
                tally.add(&cell);
            }
            cells.push(cell);
        }
    }
    for (ix, position) in PositionIx::all(dossier.positions.len()).zip(&dossier.positions) {
        if let Some(demand) = index.demand(ix)
            && demand.terms().len() > 1
            && situation.in_force(ix)
            && is_decided(index, plan, dossier, ix)
        {
            for term in demand.terms().filter(|term| plan.get(*term).is_some()) {
                cells[term.get() * n_parties + position.party.get()].linked = true;
            }
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
    let report = |position| PositionReport {
        position,
        standing: situation.standing(position),
        uncounted: situation.uncounted(position),
        effect: effect(dossier, index, plan, position),
    };
    let mut positions: Vec<PositionReport> =
        dossier.positions_about(party, term).iter().map(|position| report(*position)).collect();
    positions.sort_by_key(|report| {
        (report.standing != Standing::InForce, std::cmp::Reverse(dossier.first_day(report.position)))
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
    let mut cell = cell(dossier, index, situation, plan, party, term);
    let spans = |report: &PositionReport| {
        report.standing == Standing::InForce
            && is_decided(index, plan, dossier, report.position)
            && index.demand(report.position).is_some_and(|demand| demand.terms().len() > 1)
    };
    cell.linked = plan.get(term).is_some() && (!linked.is_empty() || positions.iter().any(spans));
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

/// The matrix if just one term were changed.
#[must_use]
pub fn preview(
    dossier: &Dossier,
    index: &Index,
    situation: &Situation,
    plan: &Plan,
    (term, value): (TermIx, Option<ValueIx>),
) -> Matrix {
    matrix(dossier, index, situation, &plan.with(term, value))
}

impl Tally {
    fn add(&mut self, cell: &Cell) {
        let figure = match (cell.mark, cell.contradicted) {
            (_, Some(Strength::RedLine)) => &mut self.red_lines,
            (_, Some(Strength::Opposes)) => &mut self.opposed,
            (_, Some(Strength::Prefers | Strength::Offers)) => &mut self.otherwise,
            (Mark::Silent, None) => &mut self.silent,
            (Mark::Empty, None) => &mut self.depends,
            (_, None) => &mut self.in_line,
        };
        *figure += 1;
    }
}

fn is_decided(index: &Index, plan: &Plan, dossier: &Dossier, ix: PositionIx) -> bool {
    let about_in_plan = dossier.position(ix).about.is_some_and(|about| plan.get(about).is_some());
    about_in_plan && index.demand(ix).is_some_and(|demand| demand.decide(plan).verdict != Verdict::Undecided)
}

fn effect(dossier: &Dossier, index: &Index, plan: &Plan, ix: PositionIx) -> Effect {
    let (position, Some(demand)) = (dossier.position(ix), index.demand(ix)) else { return Effect::NoDemand };
    let decision = demand.decide(plan);
    match decision.verdict {
        Verdict::Undecided => Effect::Depends,
        Verdict::Contradicted if position.strength.can_be_contradicted() => Effect::Contradicts,
        Verdict::Contradicted => Effect::NotTakenUp,
        Verdict::Met if decision.vacuous => Effect::InLine,
        Verdict::Met => match position.strength {
            Strength::Prefers | Strength::Offers => Effect::Supports,
            Strength::RedLine | Strength::Opposes => {
                let value = position.about.and_then(|about| Some((about, plan.get(about)?)));
                let only = value.is_some_and(|(about, value)| demand.leaves_only(plan, about, value));
                if only { Effect::Supports } else { Effect::InLine }
            }
        },
    }
}

/// What the effects gathered in a cell add up to.
#[derive(Clone, Copy, Default)]
struct Gathered {
    contradicted: Option<Strength>,
    supports: bool,
    in_line: bool,
    depends: bool,
}

impl Gathered {
    fn add(&mut self, effect: Effect, strength: Strength) {
        match effect {
            Effect::Contradicts => self.contradicted = self.contradicted.into_iter().chain([strength]).min(),
            Effect::Supports => self.supports = true,
            Effect::InLine => self.in_line = true,
            Effect::Depends => self.depends = true,
            Effect::NotTakenUp | Effect::NoDemand => {}
        }
    }

    fn mark(self) -> Mark {
        match self.contradicted {
            Some(Strength::RedLine) => Mark::RedLine,
            Some(_) if self.supports => Mark::Mixed,
            Some(Strength::Opposes) => Mark::Opposed,
            Some(Strength::Prefers | Strength::Offers) => Mark::Otherwise,
            None if self.supports => Mark::Supported,
            None if self.in_line => Mark::InLine,
            None if self.depends => Mark::Empty,
            None => Mark::Silent,
        }
    }
}

fn cell(dossier: &Dossier, index: &Index, situation: &Situation, plan: &Plan, party: PartyIx, term: TermIx) -> Cell {
    let (mut counted, mut all) = (Gathered::default(), Gathered::default());
    let on_file = dossier.positions_about(party, term);
    let in_force = on_file.iter().copied().filter(|ix| situation.in_force(*ix));
    let in_plan = plan.get(term).is_some();
    let mut statements = Vec::new();
    let mut any_in_force = false;
    for ix in in_force {
        any_in_force = true;
        statements.extend_from_slice(&dossier.position(ix).statements);
        if in_plan {
            let (effect, strength) = (effect(dossier, index, plan, ix), dossier.position(ix).strength);
            all.add(effect, strength);
            if situation.uncounted(ix).is_none() {
                counted.add(effect, strength);
            }
        }
    }
    statements.sort_unstable();
    statements.dedup();
    let mark = if in_plan { counted.mark() } else { Mark::Empty };
    let with_all = if in_plan { all.mark() } else { Mark::Empty };
    Cell {
        mark,
        contradicted: counted.contradicted,
        greyed: (with_all != mark).then_some(with_all),
        n_statements: u16::try_from(statements.len()).unwrap_or(u16::MAX),
        linked: false,
        other_day: mark == Mark::Silent && !any_in_force && !on_file.is_empty(),
    }
}
