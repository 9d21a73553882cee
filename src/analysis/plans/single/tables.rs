//! What plans do to each position and rule, as tables over what they say about its terms.

use std::collections::BTreeMap;

use crate::{
    analysis::{
        Basis, CompiledDemand, Index, Mark, Situation, Verdict,
        gathered::{Gathered, effect},
    },
    domain::{Dossier, PartyIx, Plan, PositionIx, Strength, TermIx, ValueIx},
};

/// The usual limit of [`ChangeTables::within`].
const MAX_ENTRIES: usize = 1 << 12;

/// What any plan does to the positions that count on a day, and to the rules, ready for looking up.
#[derive(Clone, Debug, Default)]
pub struct ChangeTables {
    /// The positions, cell by cell.
    positions: Vec<Row<PositionIx>>,
    /// The tables of all positions, one behind the other.
    entries: Vec<Gathered>,
    pub(super) cells: Vec<Cell>,
    pub(super) rules: Vec<Rule>,
    /// For each term what it touches.
    pub(super) touched: Vec<Touch>,
}

/// A cell that has counted positions, in the order of `changes`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub term: TermIx,
    pub party: PartyIx,
    /// Where its positions end; they begin where those of the cell before end.
    end: usize,
}

/// What the tables of all rows share while they are made.
struct Making {
    /// A plan that says nothing, to be filled in.
    plan: Plan,
    /// The largest table, in entries.
    max_entries: usize,
}

/// A position or rule, and how its table is laid out.
#[derive(Clone, Debug)]
struct Row<T> {
    ix: T,
    slots: Vec<Slot>,
    /// Where its table begins; `None` if it would be too large.
    start: Option<usize>,
}

/// A term of a row: the step from one class of its values to the next in the table. Being left open is the last class.
#[derive(Clone, Debug)]
struct Slot {
    term: TermIx,
    stride: usize,
    class_of: Box<[u8]>,
    n_classes: usize,
}

/// A rule with its table.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    row: Row<usize>,
    is_broken: Vec<bool>,
}

/// What a term touches.
#[derive(Clone, Debug)]
pub(super) struct Touch {
    /// The cells whose marks it may change, in order.
    pub cells: Vec<usize>,
    /// The rules that mention it.
    pub rules: Vec<usize>,
    /// For each value its class; values of one class come out the same.
    class_of: Vec<u8>,
    pub n_classes: usize,
    /// For each position of the cells, cell by cell, what each class of the term adds to its place in the table, being left
    /// open last.
    offsets: Vec<usize>,
}

impl Slot {
    fn offset(&self, value: Option<ValueIx>) -> usize {
        self.stride * value.map_or(self.n_classes, |value| usize::from(self.class_of[value.get()]))
    }
}

/// A value of a class, or none for the class of being left open.
fn member(class_of: &[u8], class: usize) -> Option<ValueIx> {
    class_of.iter().position(|of_value| usize::from(*of_value) == class).map(ValueIx::at)
}

impl<T> Row<T> {
    /// Lays the table out and has it filled, plan by plan, unless it would be too large.
    fn new(ix: T, demand: &CompiledDemand, making: &mut Making, start: usize, fill: &mut dyn FnMut(&Plan)) -> Self {
        let mut size = 1_usize;
        let slots: Vec<Slot> = demand
            .terms()
            .map(|term| {
                let class_of: Box<[u8]> = demand.classes_of(term).expect("the demand mentions its terms").into();
                let n_classes = class_of.iter().max().map_or(0, |last| usize::from(*last) + 1);
                let slot = Slot { term, stride: size, class_of, n_classes };
                size = size.saturating_mul(n_classes + 1);
                slot
            })
            .collect();
        if size > making.max_entries {
            return Self { ix, slots, start: None };
        }
        for entry in 0..size {
            for slot in &slots {
                making.plan.set(slot.term, member(&slot.class_of, entry / slot.stride % (slot.n_classes + 1)));
            }
            fill(&making.plan);
        }
        slots.iter().for_each(|slot| making.plan.set(slot.term, None));
        Self { ix, slots, start: Some(start) }
    }

    /// Where the tables say what a plan does.
    fn entry(&self, plan: &Plan) -> Option<usize> {
        // The strides of a table that would be too large mean nothing.
        let start = self.start?;
        Some(self.slots.iter().map(|slot| slot.offset(plan.get(slot.term))).sum::<usize>() + start)
    }
}

impl Rule {
    /// True if the plan breaks it.
    pub(super) fn is_broken(&self, basis: Basis<'_>, plan: &Plan) -> bool {
        self.row.entry(plan).map_or_else(|| is_broken(basis.index, plan, self.row.ix), |entry| self.is_broken[entry])
    }
}

impl Touch {
    /// The class of what a plan says; being left open is the last.
    pub(super) fn class(&self, value: Option<ValueIx>) -> usize {
        value.map_or(self.n_classes, |value| usize::from(self.class_of[value.get()]))
    }

    /// A value of a class, or none for the last.
    pub(super) fn value(&self, class: usize) -> Option<ValueIx> {
        member(&self.class_of, class)
    }

    /// Splits the classes where a demand tells their members apart.
    fn tell_apart(&mut self, finer: Option<&[u8]>) {
        let Some(finer) = finer else { return };
        let mut seen: Vec<(u8, u8)> = Vec::new();
        for (class, finer) in self.class_of.iter_mut().zip(finer) {
            let key = (*class, *finer);
            let place = seen.iter().position(|other| *other == key).unwrap_or_else(|| {
                seen.push(key);
                seen.len() - 1
            });
            *class = u8::try_from(place).expect("a term has at most 128 values");
        }
        self.n_classes = seen.len();
    }
}

impl ChangeTables {
    /// Works them out for a day.
    #[must_use]
    pub fn new(dossier: &Dossier, index: &Index, situation: &Situation) -> Self {
        Self::within(dossier, index, situation, MAX_ENTRIES)
    }

    /// The same with no table of a position or rule of more than `max_entries` entries; beyond that each plan is looked at
    /// anew. The answers are the same whatever the limit.
    #[must_use]
    pub fn within(dossier: &Dossier, index: &Index, situation: &Situation, max_entries: usize) -> Self {
        let mut making = Making { plan: Plan::empty(dossier.terms.len()), max_entries };
        let untouched = |term| {
            let class_of = vec![0; dossier.term(term).values.len()];
            Touch { cells: Vec::new(), rules: Vec::new(), class_of, n_classes: 1, offsets: Vec::new() }
        };
        let touched = TermIx::all(dossier.terms.len()).map(untouched).collect();
        let mut tables = Self { touched, ..Self::default() };
        for ((term, party), positions) in by_cell(dossier, index, situation) {
            for ix in positions {
                let demand = index.demand(ix).expect("these have a demand");
                tables.add_position(ix, demand, &mut making, |plan| {
                    gathered(dossier, index, plan, (ix, situation.strength(ix)))
                });
                demand.terms().chain([term]).for_each(|term| tables.touch(term, demand));
            }
            tables.cells.push(Cell { term, party, end: tables.positions.len() });
        }
        for (place, demand) in index.rules().iter().enumerate() {
            let mut table = Vec::new();
            let row = Row::new(place, demand, &mut making, 0, &mut |plan| table.push(is_broken(index, plan, place)));
            tables.rules.push(Rule { row, is_broken: table });
            for term in demand.terms() {
                tables.touched[term.get()].rules.push(place);
                tables.touched[term.get()].tell_apart(demand.classes_of(term));
            }
        }
        for term in TermIx::all(dossier.terms.len()) {
            tables.touched[term.get()].offsets = tables.offsets(term);
        }
        tables
    }

    fn add_position(
        &mut self,
        ix: PositionIx,
        demand: &CompiledDemand,
        making: &mut Making,
        of_plan: impl Fn(&Plan) -> Gathered,
    ) {
        let entries = &mut self.entries;
        self.positions.push(Row::new(ix, demand, making, entries.len(), &mut |plan| entries.push(of_plan(plan))));
    }

    /// Notes that a term touches the cell that is being built.
    fn touch(&mut self, term: TermIx, demand: &CompiledDemand) {
        let (touch, cell) = (&mut self.touched[term.get()], self.cells.len());
        // Cells come in order, so that one that stands there already stands last.
        if touch.cells.last() != Some(&cell) {
            touch.cells.push(cell);
        }
        touch.tell_apart(demand.classes_of(term));
    }

    /// See [`Touch::offsets`].
    fn offsets(&self, term: TermIx) -> Vec<usize> {
        let touch = &self.touched[term.get()];
        let positions = touch.cells.iter().flat_map(|cell| &self.positions[self.of_cell(*cell)]);
        let of_position = |row: &Row<PositionIx>| {
            let slot = row.slots.iter().find(|slot| slot.term == term && row.start.is_some());
            let offset = |class| slot.map_or(0, |slot| slot.offset(touch.value(class)));
            (0..=touch.n_classes).map(offset).collect::<Vec<_>>()
        };
        positions.flat_map(of_position).collect()
    }

    /// The positions of a cell.
    fn of_cell(&self, cell: usize) -> std::ops::Range<usize> {
        let start = cell.checked_sub(1).map_or(0, |before| self.cells[before].end);
        start..self.cells[cell].end
    }

    /// For each position where the tables say what a plan does to it.
    pub(super) fn selected(&self, plan: &Plan) -> Vec<Option<usize>> {
        self.positions.iter().map(|row| row.entry(plan)).collect()
    }

    /// The marks of the cells that a term touches, cell by cell, for each class of its values, being left open last. `sums`
    /// is room to work in.
    pub(super) fn marks(
        &self,
        basis: Basis<'_>,
        selected: &[Option<usize>],
        term: TermIx,
        (sums, marks): (&mut Vec<Gathered>, &mut Vec<Mark>),
    ) {
        let touch = &self.touched[term.get()];
        let (now, n) = (touch.class(basis.plan.get(term)), touch.n_classes + 1);
        let mut offsets = touch.offsets.chunks_exact(n);
        marks.clear();
        for cell in &touch.cells {
            sums.clear();
            sums.resize(n, Gathered::default());
            for (place, offsets) in self.of_cell(*cell).zip(&mut offsets) {
                if let Some(entry) = selected[place] {
                    let base = entry - offsets[now];
                    for (sum, offset) in sums.iter_mut().zip(offsets) {
                        *sum = sum.and(self.entries[base + offset]);
                    }
                    continue;
                }
                let ix = self.positions[place].ix;
                for (class, sum) in sums.iter_mut().enumerate() {
                    let plan = basis.plan.with(term, touch.value(class));
                    *sum = sum.and(gathered(basis.dossier, basis.index, &plan, (ix, basis.situation.strength(ix))));
                }
            }
            let about = self.cells[*cell].term;
            let is_set = about == term || basis.plan.get(about).is_some();
            marks.extend(sums.iter().map(|sum| if is_set { sum.mark(true) } else { Mark::Empty }));
            if about == term
                && let Some(left_open) = marks.last_mut()
            {
                *left_open = Mark::Empty;
            }
        }
    }
}

/// The positions that count on a day, by cell.
fn by_cell(dossier: &Dossier, index: &Index, situation: &Situation) -> BTreeMap<(TermIx, PartyIx), Vec<PositionIx>> {
    let mut by_cell: BTreeMap<(TermIx, PartyIx), Vec<PositionIx>> = BTreeMap::new();
    for ix in situation.all_in_force() {
        let position = dossier.position(*ix);
        if let (Some(about), Some(_), None) = (position.about, index.demand(*ix), situation.uncounted(*ix)) {
            by_cell.entry((about, position.party)).or_default().push(*ix);
        }
    }
    by_cell
}

/// What a plan does to a position of a strength, as a cell gathers it.
fn gathered(dossier: &Dossier, index: &Index, plan: &Plan, (ix, strength): (PositionIx, Strength)) -> Gathered {
    Gathered::of(effect(dossier, index, plan, ix, strength), strength)
}

fn is_broken(index: &Index, plan: &Plan, rule: usize) -> bool {
    index.rules()[rule].decide(plan).verdict == Verdict::Contradicted
}
