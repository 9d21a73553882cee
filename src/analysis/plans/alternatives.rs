//! The plans that contradict the fewest statements, by a counting rule that the user chooses. Counting is not advice: the
//! result says what it counted, who pays, and how many plans come out the same.

mod by_cell;
mod by_party;

use std::collections::BTreeSet;

use super::{
    Basis, TableLimits,
    model::{Model, Terms},
};
use crate::{
    analysis::{Count, Stop, Verdict},
    domain::{PartyIx, Plan, PositionIx, Strength, TermIx, ValueIx, ValueSet},
};

/// How contradicted cells are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, strum::EnumIter)]
pub enum CountingRule {
    /// Cells in which a red line is crossed; of equal plans the cells in which something opposed is done; of these the cells
    /// in which something else was preferred.
    #[default]
    RedLinesFirst,
    /// Every contradicted cell counts one.
    EachCell,
    /// Every party that is contradicted anywhere counts one.
    EachParty,
}

/// Which plans are looked at, and what is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wishes {
    /// How contradicted cells are counted.
    pub rule: CountingRule,
    /// True if only parties that must accept are counted.
    pub must_accept_only: bool,
    /// Terms of the plan that keep their value. Terms that are not in the plan stay out of it anyhow.
    pub locked: BTreeSet<TermIx>,
    /// True if values that nobody had put forward by the as-of date may be used too. The plan's own always may.
    pub later_values: bool,
    /// So many plans are listed at most.
    pub max_listed: usize,
    /// How large tables may grow.
    pub limits: TableLimits,
}

impl Default for Wishes {
    /// Red lines first, all parties, nothing locked, eight plans.
    fn default() -> Self {
        Self {
            rule: CountingRule::default(),
            must_accept_only: false,
            locked: BTreeSet::new(),
            later_values: false,
            max_listed: 8,
            limits: TableLimits::default(),
        }
    }
}

/// What a plan contradicts, as a counting rule counts it. Two of the same rule compare as the rule says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Toll {
    /// For [`CountingRule::RedLinesFirst`].
    Strengths(Strengths),
    /// For [`CountingRule::EachCell`]: contradicted cells.
    Cells(u32),
    /// For [`CountingRule::EachParty`]: parties contradicted anywhere.
    Parties(u32),
}

/// Contradicted cells by their strongest contradicted position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Strengths {
    /// Cells in which a red line is crossed.
    pub red_lines: u32,
    /// Cells in which something opposed is done or a demand is not met.
    pub opposed: u32,
    /// Cells in which something else was preferred.
    pub otherwise: u32,
}

/// The plans that contradict the fewest statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternatives {
    /// No plan that keeps the rules contradicts less. `None` if none keeps them.
    pub lower: Option<Toll>,
    /// What the plans listed contradict. `None` if none was found.
    pub upper: Option<Toll>,
    /// True if that is the least, or if it is certain that no plan keeps the rules; false if the search was stopped early.
    pub proven: bool,
    /// How many plans contradict no more, where that is known.
    pub n_plans: Option<Count>,
    /// The first of them: fewest changes first, then term by term in the order of the values. If the search was stopped
    /// early, at most the one found by then that contradicts least.
    pub plans: Vec<Alternative>,
    /// True if there are no others, false if there are; `None` if that is not known.
    pub are_all: Option<bool>,
    /// The user's plan, counted the same way.
    pub own: Account,
    /// The rules that the user's plan breaks, by their place in the dossier. It is then not among the plans looked at.
    pub own_broken_rules: Vec<usize>,
    /// If no plan keeps the rules: a minimal set of those that no plan keeps together.
    pub rules_in_the_way: Vec<usize>,
}

/// One of the plans that contradict the fewest statements, together with those that differ from it only in values that no
/// counted position and no rule tells apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The plan: of values that nobody tells apart the user's own, else the first.
    pub plan: Plan,
    /// The terms in which it differs from the user's plan.
    pub changed: Vec<TermIx>,
    /// Terms with values that would do as well, each with all of them.
    pub alike: Vec<(TermIx, ValueSet)>,
    /// How many plans these values make.
    pub n_plans: Count,
    /// What the plan contradicts, and whom.
    pub account: Account,
}

/// What a plan contradicts, and whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// What that comes to by the counting rule.
    pub toll: Toll,
    /// The same by strength, whatever the rule.
    pub strengths: Strengths,
    /// The contradicted cells, term by term, then by party, in the dossier's order.
    pub cells: Vec<ContradictedCell>,
    /// The parties contradicted anywhere, in the dossier's order.
    pub parties: Vec<PartyIx>,
}

/// A cell that a plan contradicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContradictedCell {
    /// The party.
    pub party: PartyIx,
    /// The term.
    pub term: TermIx,
    /// The strength of the strongest contradicted position.
    pub strength: Strength,
    /// The contradicted positions, the strongest first, then in the dossier's order.
    pub positions: Vec<PositionIx>,
}

/// The plans that contradict the fewest statements: those that set the terms of the user's plan, keep the rules of the
/// dossier and the locked values, and come out least by the counting rule.
///
/// Cells are counted as `matrix` marks them: once, by the strongest contradicted position; a position that depends on terms
/// outside the plan contradicts nothing. An empty plan, or one with all its terms locked, is its own only alternative, if it
/// keeps the rules. A plan that breaks a rule is told so and not listed.
///
/// ```
/// use peace_plan_explorer::{
///     analysis::{Basis, Index, Situation, Stop, Wishes, alternatives},
///     domain::{Scenario, TermIx},
///     format::read_dossier,
/// };
///
/// # let text = std::fs::read_to_string("tests/fixtures/valley/dossier.ron")?;
/// let file = read_dossier(&text).map_err(|problems| format!("{problems:?}"))?;
/// let dossier = &file.dossier;
/// let mut scenario = Scenario::empty(dossier, "Ours".to_owned());
/// scenario.plan.set(TermIx::at(2), dossier.term(TermIx::at(2)).value_by_id("league"));
///
/// let (index, situation) = (Index::new(dossier), Situation::new(dossier, scenario.as_of, scenario.counted));
/// let basis = Basis { dossier, index: &index, situation: &situation, plan: &scenario.plan };
/// let found = alternatives(basis, &Wishes::default(), Stop::never());
/// assert!(found.proven && found.upper <= Some(found.own.toll));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn alternatives(basis: Basis<'_>, wishes: &Wishes, stop: Stop<'_>) -> Alternatives {
    search(basis, wishes, stop, &mut |_| {})
}

/// The same. `tell` hears what is known whenever that is more than before: the plans found so far and the bounds.
#[must_use]
pub fn alternatives_telling(
    basis: Basis<'_>,
    wishes: &Wishes,
    stop: Stop<'_>,
    tell: &mut dyn FnMut(Alternatives),
) -> Alternatives {
    search(basis, wishes, stop, &mut |part| tell(part()))
}

/// What is told is worked out only if somebody wants to know.
fn search(
    basis: Basis<'_>,
    wishes: &Wishes,
    stop: Stop<'_>,
    tell: &mut dyn FnMut(&dyn Fn() -> Alternatives),
) -> Alternatives {
    let positions = countable(basis, wishes.must_accept_only);
    let terms = Terms::of(basis, &wishes.locked, wishes.later_values, false);
    let own = account(basis, wishes.rule, &positions);
    let told = |found: &Least| told(basis, wishes.rule, &positions, &own, found);
    let tell = &mut |part: &dyn Fn() -> Least| tell(&|| told(&part()));
    let found = match wishes.rule {
        CountingRule::EachParty => by_party::least(basis, &terms, &positions, wishes, stop, tell),
        _ => by_cell::least(basis, &terms, &positions, wishes, stop, tell),
    };
    let mut answer = told(&found);
    if found.has_none() {
        answer.rules_in_the_way = super::blocked::rules_in_the_way(basis, &terms, wishes.limits, stop);
    }
    answer
}

/// What a search has brought back, with what each plan contradicts.
fn told(basis: Basis<'_>, rule: CountingRule, positions: &[PositionIx], own: &Account, found: &Least) -> Alternatives {
    let listed = |found: &Found| {
        let account = account(basis.with_plan(&found.plan), rule, positions);
        let differs = |(term, value): (TermIx, Option<ValueIx>)| (value != basis.plan.get(term)).then_some(term);
        Alternative {
            changed: found.plan.iter().filter_map(differs).collect(),
            plan: found.plan.clone(),
            alike: found.alike.clone(),
            n_plans: found.n_plans.clone(),
            account,
        }
    };
    let plans: Vec<Alternative> = found.plans.iter().map(listed).collect();
    // What a search that was stopped has found may cost less than the search knew.
    let upper = plans.first().map(|first| first.account.toll).or(found.upper);
    Alternatives {
        lower: (!found.has_none()).then_some(found.lower),
        upper,
        proven: found.proven,
        n_plans: found.n_plans.clone(),
        plans,
        are_all: found.are_all,
        own: own.clone(),
        own_broken_rules: basis.broken_rules(),
        rules_in_the_way: Vec::new(),
    }
}

/// What a search brings back.
struct Found {
    plan: Plan,
    alike: Vec<(TermIx, ValueSet)>,
    n_plans: Count,
}

/// What a search by one of the counting rules brings back.
struct Least {
    lower: Toll,
    upper: Option<Toll>,
    proven: bool,
    n_plans: Option<Count>,
    plans: Vec<Found>,
    are_all: Option<bool>,
}

impl Least {
    /// Nothing but a lower bound.
    fn unknown(lower: Toll) -> Self {
        Self { lower, upper: None, proven: false, n_plans: None, plans: Vec::new(), are_all: None }
    }

    /// True if it is certain that no plan keeps the rules.
    fn has_none(&self) -> bool {
        self.proven && self.upper.is_none()
    }
}

impl Found {
    fn new(model: &Model<'_>, values: &[usize]) -> Self {
        Self { plan: model.plan(values), alike: model.alike(values), n_plans: model.n_plans(values) }
    }
}

/// The positions that can turn a cell of the plan into a contradicted one, in the dossier's order.
fn countable(basis: Basis<'_>, must_accept_only: bool) -> Vec<PositionIx> {
    let in_force = basis.situation.all_in_force().iter().copied();
    in_force.filter(|ix| basis.can_mark(*ix, must_accept_only)).collect()
}

/// What the plan of `basis` contradicts.
fn account(basis: Basis<'_>, rule: CountingRule, positions: &[PositionIx]) -> Account {
    let contradicts = |ix: &&PositionIx| {
        let demand = basis.index.demand(**ix);
        demand.is_some_and(|demand| demand.decide(basis.plan).verdict == Verdict::Contradicted)
    };
    let mut cells: Vec<ContradictedCell> = Vec::new();
    for ix in positions.iter().filter(contradicts) {
        let position = basis.dossier.position(*ix);
        let Some(term) = position.about else { continue };
        match cells.iter_mut().find(|cell| (cell.party, cell.term) == (position.party, term)) {
            Some(cell) => {
                cell.strength = cell.strength.min(basis.situation.strength(*ix));
                cell.positions.push(*ix);
            }
            None => {
                let (party, strength) = (position.party, basis.situation.strength(*ix));
                cells.push(ContradictedCell { party, term, strength, positions: vec![*ix] });
            }
        }
    }
    cells.sort_by_key(|cell| (cell.term, cell.party));
    for cell in &mut cells {
        cell.positions.sort_by_key(|ix| basis.situation.strength(*ix));
    }
    let of = |strength| count(cells.iter().filter(|cell| cell.strength == strength).count());
    let strengths = Strengths {
        red_lines: of(Strength::RedLine),
        opposed: of(Strength::Opposes),
        otherwise: of(Strength::Prefers),
    };
    let parties: BTreeSet<PartyIx> = cells.iter().map(|cell| cell.party).collect();
    let toll = match rule {
        CountingRule::RedLinesFirst => Toll::Strengths(strengths),
        CountingRule::EachCell => Toll::Cells(count(cells.len())),
        CountingRule::EachParty => Toll::Parties(count(parties.len())),
    };
    Account { toll, strengths, cells, parties: parties.into_iter().collect() }
}

/// A number of cells or parties; there are never more than some hundred million.
fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
