//! Plans as assignments of a handful of variables: one for each term that may change and whose values somebody can tell
//! apart. The costs are read from the very demands that the marks are read from.

mod cells;
mod factor;
mod wide;

use std::collections::BTreeSet;

use super::{
    Basis, TableLimits,
    least::{Cost, FORBIDDEN, Lazy, Problem, Table},
};
use crate::{
    analysis::{Count, Stop, Stopped},
    domain::{Plan, PositionIx, TermIx, ValueIx, ValueSet},
};
use cells::Writer;
use factor::{Choices, Factor};

/// Which plans are looked at, and what is asked of them.
#[derive(Clone, Debug)]
pub(super) struct Terms {
    /// For each term the values that it may have; none for a term that stays out of the plan.
    pub(super) values: Vec<ValueSet>,
    /// For each term true if it may also be left out of the plan.
    pub(super) may_leave: Vec<bool>,
}

/// What contradicted positions cost.
#[derive(Clone, Copy, Debug)]
pub(super) enum Price {
    /// A plan that breaks a rule or contradicts a position is ruled out, by those that are [chosen](Model::with).
    Apart,
    /// A cell costs this much by the strength of its strongest contradicted position: red line, opposed, preferred.
    ByCell([Cost; 3]),
}

/// What can rule a plan out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// A rule, by its place in the dossier.
    Rule(usize),
    /// A position.
    Position(PositionIx),
}

/// What a rule or a position rules out.
struct Part<'a> {
    subject: Subject,
    tables: Vec<Table>,
    lazy: Vec<Lazy<'a>>,
}

/// A question about plans, written as a problem.
pub(super) struct Model<'a> {
    /// All costs; without the parts that stand apart.
    pub(super) problem: Problem<'a>,
    parts: Vec<Part<'a>>,
    vars: Vec<Var>,
    /// The plan, with the terms that no variable stands for.
    settled: Plan,
    /// Other values that would do as well for terms that no variable stands for.
    alike: Vec<(TermIx, ValueSet)>,
    /// How many choices there are for the terms that no variable stands for.
    pub(super) n_settled: Count,
}

/// A term with more than one class of choices.
struct Var {
    term: TermIx,
    classes: Vec<Class>,
}

/// Choices that nobody who is asked can tell apart.
#[derive(Clone)]
struct Class {
    /// The values among them.
    values: ValueSet,
    /// What stands for the class: what the user's plan says if it can, else the first value.
    choice: Option<ValueIx>,
    /// The number of choices.
    n_choices: u128,
    /// True if the user's plan says something else.
    is_change: bool,
}

/// What the plans of a model must keep and what they pay for.
#[derive(Clone, Copy)]
pub(super) struct Ask<'q> {
    /// The positions that matter.
    pub(super) positions: &'q [PositionIx],
    /// What they cost.
    pub(super) price: Price,
    /// What a changed term costs.
    pub(super) change: Cost,
    /// The number of low bits of a cost in which changes are counted.
    pub(super) minor_bits: u32,
    /// How large tables may grow.
    pub(super) limits: TableLimits,
    /// Who may ask to stop while it is written down.
    pub(super) stop: Stop<'q>,
}

impl Terms {
    /// The terms of the plan, with the values that may be tried.
    pub(super) fn of(basis: Basis<'_>, locked: &BTreeSet<TermIx>, later_values: bool, leaving_out: bool) -> Self {
        let n_terms = basis.dossier.terms.len();
        let mut terms = Self { values: vec![ValueSet::default(); n_terms], may_leave: vec![false; n_terms] };
        for (term, own) in basis.plan.iter() {
            let Some(own) = own else { continue };
            let of_term = basis.dossier.term(term);
            let is_free = !locked.contains(&term);
            let may_have = |value: &ValueIx| {
                let put_forward = later_values || of_term.values[value.get()].is_put_forward(basis.situation.as_of);
                *value == own || (is_free && put_forward)
            };
            terms.values[term.get()] = of_term.all_values().iter().filter(may_have).collect();
            terms.may_leave[term.get()] = is_free && leaving_out;
        }
        terms
    }
}

impl Ask<'_> {
    /// What costs are made of, the largest first.
    fn units(&self) -> Vec<Cost> {
        let of_cells = match self.price {
            Price::Apart => Vec::new(),
            Price::ByCell(costs) => costs.to_vec(),
        };
        let mut units: Vec<Cost> = of_cells.into_iter().chain([self.change.max(1)]).collect();
        units.sort_unstable_by(|one, other| other.cmp(one));
        units.dedup();
        units
    }
}

impl<'a> Model<'a> {
    /// Writes a question down. Plans differ from `basis.plan` only in `terms`.
    pub(super) fn new(basis: Basis<'a>, terms: &Terms, ask: Ask<'_>) -> Result<Self, Stopped> {
        let choices = choices(terms);
        let rules = basis.index.rules().iter().enumerate();
        let rules = rules.map(|(rule, demand)| (Subject::Rule(rule), Factor::new(demand, None, &choices, ask.limits)));
        let of_position = |ix: &PositionIx| {
            let demand = basis.index.demand(*ix)?;
            let about = basis.dossier.position(*ix).about;
            Some((Subject::Position(*ix), Factor::new(demand, about, &choices, ask.limits)))
        };
        let positions = ask.positions.iter().filter_map(of_position);
        let mut factors: Vec<(Subject, Factor<'a>)> = Vec::new();
        for (subject, factor) in rules.chain(positions) {
            if ask.stop.is_set() {
                return Err(Stopped);
            }
            if !factor.is_harmless() {
                factors.push((subject, factor));
            }
        }
        let classes = classes(basis.plan, &choices, &factors);
        let mut model = Self {
            problem: Problem {
                units: ask.units(),
                minor_bits: ask.minor_bits,
                limits: ask.limits,
                ..Problem::default()
            },
            parts: Vec::new(),
            vars: Vec::new(),
            settled: Plan::empty(basis.plan.n_terms()),
            alike: Vec::new(),
            n_settled: 1_usize.into(),
        };
        let mut var_of = vec![None; choices.len()];
        for (term, classes) in TermIx::all(choices.len()).zip(classes) {
            match &classes[..] {
                [] => {}
                [only] => model.settle(term, only, ask),
                _ => {
                    var_of[term.get()] = Some(model.vars.len());
                    model.add_var(Var { term, classes }, ask);
                }
            }
        }
        let writer = Writer::new(basis, &choices, (&model.vars, &var_of), &model.settled, (ask.limits, ask.stop));
        match ask.price {
            Price::ByCell(costs) => writer.write(factors, costs, &mut model.problem)?,
            Price::Apart => {
                let sizes = &model.problem.sizes;
                let parts = factors.into_iter().map(|(subject, factor)| writer.part(subject, factor, sizes));
                model.parts = parts.collect::<Result<_, _>>()?;
            }
        }
        Ok(model)
    }

    /// The problem with the chosen parts.
    pub(super) fn with(&self, is_chosen: impl Fn(Subject) -> bool) -> Problem<'a> {
        let mut problem = self.problem.clone();
        for part in self.parts.iter().filter(|part| is_chosen(part.subject)) {
            problem.tables.extend_from_slice(&part.tables);
            problem.lazy.extend_from_slice(&part.lazy);
        }
        problem
    }

    /// The same without what changes cost: whether there is a plan at all.
    pub(super) fn alone_with(&self, is_chosen: impl Fn(Subject) -> bool) -> Problem<'a> {
        let mut problem = self.with(is_chosen);
        problem.tables.drain(..self.problem.tables.len());
        problem
    }

    /// A question about payers, each of whom pays once for all that is contradicted of theirs: a variable for each, behind those
    /// of the plan, with 0 for who pays nothing. Parts without a payer rule out as they do. Changes cost nothing.
    pub(super) fn paid(&self, n_payers: usize, payer: impl Fn(Subject) -> Option<usize>) -> Problem<'a> {
        let mut problem = self.problem.clone();
        problem.tables.clear();
        (problem.units, problem.minor_bits) = (vec![1], 0);
        let first = problem.sizes.len();
        for payer in 0..n_payers {
            problem.sizes.push(2);
            problem.weights.push(vec![1; 2]);
            problem.tables.push(Table { vars: vec![first + payer], costs: vec![0, 1] });
        }
        for part in &self.parts {
            let payer = payer(part.subject).map(|payer| first + payer);
            let table = |table: &Table| payer.map_or_else(|| table.clone(), |payer| table.unless(payer));
            let lazy = |lazy: &Lazy<'a>| payer.map_or_else(|| lazy.clone(), |payer| lazy.unless(payer));
            problem.tables.extend(part.tables.iter().map(table));
            problem.lazy.extend(part.lazy.iter().map(lazy));
        }
        problem
    }

    /// The subjects of all parts: rules first, then positions, in the dossier's order. Others rule nothing out.
    pub(super) fn subjects(&self) -> Vec<Subject> {
        self.parts.iter().map(|part| part.subject).collect()
    }

    fn settle(&mut self, term: TermIx, class: &Class, ask: Ask<'_>) {
        self.settled.set(term, class.choice);
        self.n_settled *= class.weight(ask);
        if class.values.len() > 1 {
            self.alike.push((term, class.values));
        }
    }

    fn add_var(&mut self, var: Var, ask: Ask<'_>) {
        self.problem.sizes.push(var.classes.len());
        self.problem.weights.push(var.classes.iter().map(|class| class.weight(ask)).collect());
        if ask.change > 0 {
            let costs = var.classes.iter().map(|class| if class.is_change { ask.change } else { 0 }).collect();
            self.problem.tables.push(Table { vars: vec![self.vars.len()], costs });
        }
        self.vars.push(var);
    }

    /// The user's plan as an assignment. Where it is not among the plans that are looked at, something near it.
    pub(super) fn start(&self) -> Vec<usize> {
        let own = |var: &Var| var.classes.iter().position(|class| !class.is_change).unwrap_or(0);
        let of_vars = self.vars.iter().map(own);
        of_vars.chain(std::iter::repeat(usize::MAX)).zip(&self.problem.sizes).map(|(at, n)| at.min(n - 1)).collect()
    }

    /// The plan that stands for an assignment.
    pub(super) fn plan(&self, values: &[usize]) -> Plan {
        let mut plan = self.settled.clone();
        for (var, value) in self.vars.iter().zip(values) {
            plan.set(var.term, var.classes[*value].choice);
        }
        plan
    }

    /// The terms for which other values would do as well, each with all of them, in the dossier's order.
    pub(super) fn alike(&self, values: &[usize]) -> Vec<(TermIx, ValueSet)> {
        let of_var = |(var, value): (&Var, &usize)| (var.term, var.classes[*value].values);
        let of_vars = self.vars.iter().zip(values).map(of_var).filter(|(_, values)| values.len() > 1);
        let mut alike: Vec<(TermIx, ValueSet)> = self.alike.iter().copied().chain(of_vars).collect();
        alike.sort_unstable();
        alike
    }

    /// The number of plans that an assignment stands for.
    pub(super) fn n_plans(&self, values: &[usize]) -> Count {
        self.problem.weight(values) * &self.n_settled
    }
}

impl Class {
    /// The number of plans that count alike. Where every change counts, of what the user's plan could say instead only
    /// what it does say is no change.
    fn weight(&self, ask: Ask<'_>) -> u128 {
        let counts_changes = ask.change > 0 && ask.minor_bits == 0;
        if counts_changes && !self.is_change { 1 } else { self.n_choices }
    }
}

fn choices(terms: &Terms) -> Choices {
    let of_term = |(values, may_leave): (&ValueSet, &bool)| {
        let out = (*may_leave || values.is_empty()).then_some(None);
        out.into_iter().chain(values.iter().map(Some)).collect()
    };
    terms.values.iter().zip(&terms.may_leave).map(of_term).collect()
}

/// The classes of each term's choices, in the order of what stands for them.
fn classes(plan: &Plan, choices: &Choices, factors: &[(Subject, Factor<'_>)]) -> Vec<Vec<Class>> {
    // Leaving a term out is told apart from every value even where it costs the same.
    let is_apart = |choices: &[Option<ValueIx>], choice: &Option<ValueIx>| choices.len() > 1 && choice.is_none();
    let by_kind =
        |choices: &Vec<Option<ValueIx>>| choices.iter().map(|choice| usize::from(is_apart(choices, choice))).collect();
    let mut class_of: Vec<Vec<usize>> = choices.iter().map(by_kind).collect();
    for slot in factors.iter().flat_map(|(_, factor)| &factor.slots) {
        let mut seen: Vec<(usize, usize)> = Vec::new();
        for (class, finer) in class_of[slot.term.get()].iter_mut().zip(&slot.class_of) {
            let key = (*class, *finer);
            *class = seen.iter().position(|other| *other == key).unwrap_or_else(|| {
                seen.push(key);
                seen.len() - 1
            });
        }
    }
    let mut all = Vec::with_capacity(choices.len());
    for (((_, own), choices), class_of) in plan.iter().zip(choices).zip(&class_of) {
        let n_classes = class_of.iter().max().map_or(0, |last| last + 1);
        let of_class = |class: usize| {
            let members = choices.iter().zip(class_of).filter(|(_, other)| **other == class);
            class_from(own, members.map(|(choice, _)| *choice).collect())
        };
        let mut classes: Vec<Class> = (0..n_classes).map(of_class).collect();
        classes.sort_by_key(|class| class.choice);
        all.push(classes);
    }
    all
}

fn class_from(own: Option<ValueIx>, choices: Vec<Option<ValueIx>>) -> Class {
    let has_own = choices.contains(&own);
    Class {
        values: choices.iter().copied().flatten().collect(),
        choice: if has_own { own } else { choices.first().copied().flatten() },
        n_choices: choices.len() as u128,
        is_change: !has_own,
    }
}

/// What a table of costs says where something is ruled out.
fn ruled_out(is_out: bool) -> Cost {
    if is_out { FORBIDDEN } else { 0 }
}
