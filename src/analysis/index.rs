//! A dossier prepared for verdicts, and the situation of one day.

use super::CompiledDemand;
use crate::domain::{
    Channel, Code, Counted, Date, Demand, Dossier, PartyIx, PositionIx, StatementIx, Strength, TermIx,
};

/// The compiled demands and rules of a dossier.
#[derive(Clone, Debug)]
pub struct Index {
    demands: Vec<Option<CompiledDemand>>,
    asked: Vec<Option<Demand>>,
    rules: Vec<CompiledDemand>,
}

impl Index {
    /// Compiles everything in `dossier` that can be decided.
    #[must_use]
    pub fn new(dossier: &Dossier) -> Self {
        let compile = |demand| CompiledDemand::new(dossier, demand);
        let demands = || dossier.positions.iter().map(|position| position.demand.as_ref());
        Self {
            demands: demands().map(|demand| demand.map(compile)).collect(),
            asked: demands().map(|demand| demand?.asked()).collect(),
            rules: dossier.rules.iter().map(|rule| compile(&rule.demand)).collect(),
        }
    }

    /// The compiled demand of a position, if it has one.
    #[must_use]
    pub fn demand(&self, position: PositionIx) -> Option<&CompiledDemand> {
        self.demands[position.get()].as_ref()
    }

    /// What a position asks for, apart from what it rules out.
    #[must_use]
    pub(crate) fn asked(&self, position: PositionIx) -> Option<&Demand> {
        self.asked[position.get()].as_ref()
    }

    /// The compiled rules, in the dossier's order.
    #[must_use]
    pub fn rules(&self) -> &[CompiledDemand] {
        &self.rules
    }
}

/// Where a position stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// In force.
    InForce,
    /// Its first statement comes later.
    NotYet,
    /// It ended on the day given by its `until`.
    Ended,
    /// This newer position took its place.
    Replaced(PositionIx),
}

/// Why a position that is in force does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uncounted {
    /// The dossier marks it as rhetoric.
    Rhetoric,
    /// The channel of its statements is switched off.
    Channel(Channel),
    /// It could not be verified.
    Unverified,
    /// No source is given.
    NoSource,
    /// In the reading that counts it asks nothing of a plan.
    NoDemand,
}

/// Which positions are in force and which count, for one as-of date and one choice of what counts.
#[derive(Clone, Debug)]
pub struct Situation {
    /// The as-of date.
    pub as_of: Date,
    /// Which statements count.
    pub counted: Counted,
    standings: Vec<Standing>,
    uncounted: Vec<Option<Uncounted>>,
    strengths: Vec<Strength>,
    in_force: Vec<PositionIx>,
    n_parties: usize,
    on_file: Vec<OnFile>,
}

/// What is on file for a cell on a day, whatever the plan says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct OnFile {
    /// The number of different statements, made by then, behind the positions in force.
    pub n_statements: u16,
    /// True if there are positions, but none of them is in force.
    pub other_day: bool,
}

impl Situation {
    /// The situation in `dossier` on the day `as_of`.
    #[must_use]
    pub fn new(dossier: &Dossier, as_of: Date, counted: Counted) -> Self {
        let all = PositionIx::all(dossier.positions.len());
        let uncounted: Vec<Option<Uncounted>> = all.clone().map(|ix| uncounted(dossier, as_of, ix, counted)).collect();
        let standings: Vec<Standing> = all.clone().map(|ix| standing(dossier, ix, as_of, &uncounted)).collect();
        let is_in_force = |ix: &PositionIx| standings[ix.get()] == Standing::InForce;
        let n_parties = dossier.parties.len();
        let cells = TermIx::all(dossier.terms.len())
            .flat_map(|term| PartyIx::all(n_parties).map(move |party| dossier.positions_about(party, term)));
        Self {
            as_of,
            counted,
            uncounted,
            strengths: all.clone().map(|ix| counted.reading.strength(dossier.position(ix))).collect(),
            in_force: all.filter(is_in_force).collect(),
            n_parties,
            on_file: cells.map(|positions| on_file(dossier, as_of, positions, is_in_force)).collect(),
            standings,
        }
    }

    /// The positions in force, in the dossier's order.
    #[must_use]
    pub fn all_in_force(&self) -> &[PositionIx] {
        &self.in_force
    }

    pub(super) fn on_file(&self, party: PartyIx, term: TermIx) -> OnFile {
        self.on_file[term.get() * self.n_parties + party.get()]
    }

    /// Where a position stands.
    #[must_use]
    pub fn standing(&self, position: PositionIx) -> Standing {
        self.standings[position.get()]
    }

    /// True if a position is in force.
    #[must_use]
    pub fn in_force(&self, position: PositionIx) -> bool {
        self.standing(position) == Standing::InForce
    }

    /// Why a position does not count, in force or not; `None` if it counts.
    #[must_use]
    pub fn uncounted(&self, position: PositionIx) -> Option<Uncounted> {
        self.uncounted[position.get()]
    }

    /// How firmly a position is held, in the reading that counts.
    #[must_use]
    pub fn strength(&self, position: PositionIx) -> Strength {
        self.strengths[position.get()]
    }
}

/// A position replaces another while it stands itself. One that does not count replaces none that does: a report that is
/// switched off must not silence what was said on the record. What is replaced stays so when its successor is replaced in
/// turn.
fn standing(dossier: &Dossier, ix: PositionIx, day: Date, uncounted: &[Option<Uncounted>]) -> Standing {
    if dossier.first_day(ix).earliest() > day.earliest() {
        return Standing::NotYet;
    }
    if !dossier.stands(ix, day) {
        return Standing::Ended;
    }
    let counts = |ix: PositionIx| uncounted[ix.get()].is_none();
    let replaces = |newer: &&PositionIx| dossier.stands(**newer, day) && (counts(**newer) || !counts(ix));
    let newer = dossier.replaced_by(ix).iter().filter(replaces).max_by_key(|newer| dossier.first_day(**newer));
    newer.map_or(Standing::InForce, |newer| Standing::Replaced(*newer))
}

fn on_file(
    dossier: &Dossier,
    day: Date,
    positions: &[PositionIx],
    is_in_force: impl Fn(&PositionIx) -> bool,
) -> OnFile {
    let in_force = positions.iter().filter(|ix| is_in_force(ix));
    let mut statements: Vec<StatementIx> = in_force.clone().flat_map(|ix| dossier.statements_by(*ix, day)).collect();
    statements.sort_unstable();
    statements.dedup();
    OnFile {
        n_statements: u16::try_from(statements.len()).unwrap_or(u16::MAX),
        other_day: !positions.is_empty() && in_force.count() == 0,
    }
}

/// One statement made by then that counts is enough.
fn uncounted(dossier: &Dossier, day: Date, ix: PositionIx, counted: Counted) -> Option<Uncounted> {
    let position = dossier.position(ix);
    if !position.counts {
        return Some(Uncounted::Rhetoric);
    }
    if position.demand.is_some() && counted.reading.code(position) == Code::NoDemand {
        return Some(Uncounted::NoDemand);
    }
    let statements = dossier.statements_by(ix, day);
    let mut reasons = statements.iter().map(|statement| uncounted_statement(dossier, *statement, counted));
    let first = reasons.next().flatten()?;
    reasons.all(|reason| reason.is_some()).then_some(first)
}

/// Why a statement by itself does not count; `None` if it does.
pub(super) fn uncounted_statement(dossier: &Dossier, ix: StatementIx, counted: Counted) -> Option<Uncounted> {
    let statement = dossier.statement(ix);
    if !counted.channel(statement.channel) {
        Some(Uncounted::Channel(statement.channel))
    } else if statement.unverified && !counted.unverified {
        Some(Uncounted::Unverified)
    } else if statement.sources.is_empty() && !counted.unverified {
        Some(Uncounted::NoSource)
    } else {
        None
    }
}
