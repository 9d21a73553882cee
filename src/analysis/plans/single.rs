//! What would change if just one term were changed, for every term and value at once. Only what touches the term is worked
//! out anew, and once for all values that nobody tells apart.

use std::collections::BTreeMap;

use super::Basis;
use crate::{
    analysis::{
        Change, CompiledDemand, Effect, Mark, Verdict,
        verdicts::{Gathered, effect},
    },
    domain::{PartyIx, Plan, PositionIx, TermIx, ValueIx},
};

/// What would change if one term had another value, or were taken out of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SingleChange {
    /// The term.
    pub term: TermIx,
    /// What the plan would say; `None` if the term were taken out.
    pub value: Option<ValueIx>,
    /// False for a value that nobody had put forward by the as-of date.
    pub put_forward: bool,
    /// The cells whose marks would change, as `changes` lists them.
    pub cells: Vec<Change>,
    /// The rules that the plan would newly break, by their place in the dossier.
    pub breaks: Vec<usize>,
    /// The rules that it would no longer break.
    pub mends: Vec<usize>,
}

/// Every change of one term: term by term in the dossier's order, taking it out of the plan first, then value by value. What
/// the plan says already is left out.
#[must_use]
pub fn single_changes(basis: Basis<'_>) -> Vec<SingleChange> {
    let mut table = Table::new(basis);
    let mut all = Vec::new();
    for (term, now) in basis.plan.iter() {
        let of_term = basis.dossier.term(term);
        let classes = table.classes(term, of_term.values.len());
        // What was worked out for a class of values shows in the first of them.
        let mut known: Vec<Option<Outcome>> = vec![None; of_term.values.len()];
        let mut add = |value: Option<ValueIx>, outcome: Outcome| {
            let put_forward =
                value.is_none_or(|value| of_term.values[value.get()].is_put_forward(basis.situation.as_of));
            let Outcome { cells, breaks, mends } = outcome;
            all.push(SingleChange { term, value, put_forward, cells, breaks, mends });
        };
        if now.is_some() {
            add(None, table.outcome(term, None));
        }
        for value in of_term.all_values().iter().filter(|value| Some(*value) != now) {
            let known = &mut known[classes[value.get()]];
            add(Some(value), known.get_or_insert_with(|| table.outcome(term, Some(value))).clone());
        }
    }
    all
}

#[derive(Clone)]
struct Outcome {
    cells: Vec<Change>,
    breaks: Vec<usize>,
    mends: Vec<usize>,
}

/// The counted positions, what the plan does to each, and which of them each term touches.
struct Table<'a> {
    basis: Basis<'a>,
    /// The plan, with one term changed for a moment.
    plan: Plan,
    positions: Vec<PositionIx>,
    effects: Vec<Effect>,
    /// The cells that have counted positions, and for each its positions by their place.
    cells: Vec<(TermIx, PartyIx, Vec<usize>)>,
    /// For each position its cell.
    cell_of: Vec<usize>,
    marks: Vec<Mark>,
    /// For each term the positions and the rules that it touches, by their place.
    touched: Vec<Vec<usize>>,
    touched_rules: Vec<Vec<usize>>,
    /// For each term the cells of the positions that it touches, in order.
    touched_cells: Vec<Vec<usize>>,
}

impl<'a> Table<'a> {
    fn new(basis: Basis<'a>) -> Self {
        let n_terms = basis.dossier.terms.len();
        let mut table = Self {
            basis,
            plan: basis.plan.clone(),
            positions: Vec::new(),
            effects: Vec::new(),
            cells: Vec::new(),
            cell_of: Vec::new(),
            marks: Vec::new(),
            touched: vec![Vec::new(); n_terms],
            touched_rules: vec![Vec::new(); n_terms],
            touched_cells: vec![Vec::new(); n_terms],
        };
        let mut by_cell: BTreeMap<(TermIx, PartyIx), Vec<usize>> = BTreeMap::new();
        for ix in basis.situation.all_in_force() {
            let position = basis.dossier.position(*ix);
            let (Some(about), Some(demand)) = (position.about, basis.index.demand(*ix)) else { continue };
            if basis.situation.uncounted(*ix).is_some() {
                continue;
            }
            let place = table.positions.len();
            table.positions.push(*ix);
            table.effects.push(effect(basis.dossier, basis.index, basis.plan, *ix));
            by_cell.entry((about, position.party)).or_default().push(place);
            let others = demand.terms().filter(|term| *term != about);
            others.chain([about]).for_each(|term| table.touched[term.get()].push(place));
        }
        for (place, rule) in basis.index.rules().iter().enumerate() {
            rule.terms().for_each(|term| table.touched_rules[term.get()].push(place));
        }
        table.cell_of = vec![0; table.positions.len()];
        for (cell, ((term, party), positions)) in by_cell.into_iter().enumerate() {
            positions.iter().for_each(|place| table.cell_of[*place] = cell);
            table.cells.push((term, party, positions));
        }
        for (touched, cells) in table.touched.iter().zip(&mut table.touched_cells) {
            cells.extend(touched.iter().map(|place| table.cell_of[*place]));
            cells.sort_unstable();
            cells.dedup();
        }
        table.marks = (0..table.cells.len()).map(|cell| table.mark(cell)).collect();
        table
    }

    /// The demands that a term touches: those of positions, then rules.
    fn demands(&self, term: TermIx) -> impl Iterator<Item = &'a CompiledDemand> {
        let index = self.basis.index;
        let positions = self.touched[term.get()].iter().filter_map(|place| index.demand(self.positions[*place]));
        positions.chain(self.touched_rules[term.get()].iter().map(|rule| &index.rules()[*rule]))
    }

    /// For each value of a term its class; values of one class come out the same.
    fn classes(&self, term: TermIx, n_values: usize) -> Vec<usize> {
        let mut classes = vec![0; n_values];
        let mut seen: Vec<(usize, u8)> = Vec::new();
        for finer in self.demands(term).filter_map(|demand| demand.classes_of(term)) {
            seen.clear();
            for (class, finer) in classes.iter_mut().zip(finer) {
                let key = (*class, *finer);
                *class = seen.iter().position(|other| *other == key).unwrap_or_else(|| {
                    seen.push(key);
                    seen.len() - 1
                });
            }
        }
        classes
    }

    fn mark(&self, cell: usize) -> Mark {
        let (term, _, positions) = &self.cells[cell];
        if self.plan.get(*term).is_none() {
            return Mark::Empty;
        }
        let mut gathered = Gathered::default();
        for place in positions {
            gathered.add(self.effects[*place], self.basis.dossier.position(self.positions[*place]).strength);
        }
        gathered.mark()
    }

    fn outcome(&mut self, term: TermIx, value: Option<ValueIx>) -> Outcome {
        let before = self.plan.get(term);
        let is_broken =
            |plan: &Plan, rule: usize| self.basis.index.rules()[rule].decide(plan).verdict == Verdict::Contradicted;
        let rules = &self.touched_rules[term.get()];
        let broken: Vec<bool> = rules.iter().map(|rule| is_broken(&self.plan, *rule)).collect();
        self.plan.set(term, value);
        let turned = |wanted: bool| {
            let rules = rules.iter().zip(&broken).filter(|(_, was)| **was != wanted);
            rules.map(|(rule, _)| *rule).filter(|rule| is_broken(&self.plan, *rule) == wanted).collect()
        };
        let (breaks, mends) = (turned(true), turned(false));
        let touched = std::mem::take(&mut self.touched[term.get()]);
        let old: Vec<Effect> = touched.iter().map(|place| self.effects[*place]).collect();
        for place in &touched {
            self.effects[*place] = effect(self.basis.dossier, self.basis.index, &self.plan, self.positions[*place]);
        }
        let mut cells = Vec::new();
        for cell in &self.touched_cells[term.get()] {
            let (before, after) = (self.marks[*cell], self.mark(*cell));
            if before != after && !(before.is_blank() && after.is_blank()) {
                let (term, party, _) = self.cells[*cell];
                cells.push(Change { party, term, before, after });
            }
        }
        self.plan.set(term, before);
        touched.iter().zip(old).for_each(|(place, old)| self.effects[*place] = old);
        self.touched[term.get()] = touched;
        Outcome { cells, breaks, mends }
    }
}
