//! When one demand is contradicted, as a table over the terms that can still make a difference.

use crate::{
    analysis::{CompiledDemand, Verdict, plans::TableLimits},
    domain::{TermIx, ValueIx},
};

/// What can be done about each term: the values that a plan may give it, `None` for leaving it out of the plan.
pub(super) type Choices = Vec<Vec<Option<ValueIx>>>;

/// So many nodes of diagrams are looked at for one table.
const MAX_WORK: usize = 1 << 20;

/// A demand and when it is contradicted.
pub(super) struct Factor<'a> {
    pub(super) demand: &'a CompiledDemand,
    /// The term whose cell it marks, which must be in the plan for that; none for a rule.
    pub(super) about: Option<TermIx>,
    /// The terms on which it depends whether it is contradicted.
    pub(super) slots: Vec<Slot>,
    /// For each choice of classes, the first slot's changing fastest, whether it is contradicted; `None` if the table would
    /// be too large.
    pub(super) contradicted: Option<Vec<bool>>,
}

/// A term of a factor.
pub(super) struct Slot {
    pub(super) term: TermIx,
    /// For each choice of the term the class that it falls in, as far as this demand can tell.
    pub(super) class_of: Vec<usize>,
    pub(super) n_classes: usize,
}

impl<'a> Factor<'a> {
    /// Terms with a single choice are settled.
    pub(super) fn new(
        demand: &'a CompiledDemand,
        about: Option<TermIx>,
        choices: &Choices,
        limits: TableLimits,
    ) -> Self {
        let is_open = |term: &TermIx| choices[term.get()].len() > 1;
        let mut terms: Vec<TermIx> = demand.terms().filter(is_open).collect();
        let may_leave = |term: &TermIx| is_open(term) && choices[term.get()].contains(&None);
        terms.extend(about.filter(|about| may_leave(about) && !terms.contains(about)));
        terms.sort_unstable();
        let slots = terms.into_iter().map(|term| slot(demand, term, &choices[term.get()]));
        let slots: Vec<Slot> = slots.filter(|slot| slot.n_classes > 1).collect();
        let n_entries = slots.iter().map(|slot| slot.n_classes).fold(1, usize::saturating_mul);
        let mut factor = Self { demand, about, slots, contradicted: None };
        // What has a diagram takes longer to decide.
        let is_small = demand.diagram().is_none_or(|(diagram, _)| n_entries * diagram.n_nodes() <= MAX_WORK);
        if n_entries <= limits.demand.max(1) && is_small {
            factor.contradicted = Some(factor.table(choices, n_entries));
            factor.reduce();
        }
        factor
    }

    /// True if the plan that has these values contradicts it.
    pub(super) fn is_contradicted(&self, value_of: impl Fn(TermIx) -> Option<ValueIx>) -> bool {
        self.about.is_none_or(|about| value_of(about).is_some()) && self.is_failed(value_of)
    }

    /// The same for a plan that has the term whose cell it marks.
    pub(super) fn is_failed(&self, value_of: impl Fn(TermIx) -> Option<ValueIx>) -> bool {
        self.demand.decide_with(value_of).verdict == Verdict::Contradicted
    }

    /// True if no choice contradicts it.
    pub(super) fn is_harmless(&self) -> bool {
        self.contradicted.as_ref().is_some_and(|table| !table.contains(&true))
    }

    fn table(&self, choices: &Choices, n_entries: usize) -> Vec<bool> {
        let mut values: Vec<Option<ValueIx>> =
            choices.iter().map(|of_term| of_term.first().copied().flatten()).collect();
        let choice_of_class = |slot: &Slot| {
            let first = |class| slot.class_of.iter().position(|other| *other == class);
            let choice = |class| choices[slot.term.get()][first(class).expect("a class has a choice")];
            (slot.term, (0..slot.n_classes).map(choice).collect::<Vec<_>>())
        };
        let of_slots: Vec<(TermIx, Vec<Option<ValueIx>>)> = self.slots.iter().map(choice_of_class).collect();
        if self.about.is_none_or(|about| !choices[about.get()].contains(&None))
            && let Some(table) = self.demand.contradicted_by(&of_slots, |term| values[term.get()])
        {
            return table;
        }
        let entry = |entry: usize| {
            let mut rest = entry;
            for (term, of_class) in &of_slots {
                values[term.get()] = of_class[rest % of_class.len()];
                rest /= of_class.len();
            }
            self.is_contradicted(|term| values[term.get()])
        };
        (0..n_entries).map(entry).collect()
    }

    /// Merges classes that make no difference and takes out terms with a single class left.
    fn reduce(&mut self) {
        let mut place = 0;
        while place < self.slots.len() {
            let stride: usize = self.slots[..place].iter().map(|slot| slot.n_classes).product();
            let table = self.contradicted.as_ref().expect("only tables are reduced");
            let old = self.slots[place].n_classes;
            let same = |one: usize, other: usize| {
                let starts = (0..table.len() / (stride * old)).map(|block| block * stride * old);
                starts.into_iter().all(|start| {
                    let [one, other] = [one, other].map(|class| start + class * stride);
                    table[one..one + stride] == table[other..other + stride]
                })
            };
            let mut kept: Vec<usize> = Vec::with_capacity(old);
            let mut merged = Vec::with_capacity(old);
            for class in 0..old {
                let like = kept.iter().position(|earlier| same(*earlier, class));
                merged.push(like.unwrap_or(kept.len()));
                if like.is_none() {
                    kept.push(class);
                }
            }
            if kept.len() < old {
                let is_kept = |entry: &usize| kept.contains(&(entry / stride % old));
                let shorter = (0..table.len()).filter(is_kept).map(|entry| table[entry]).collect();
                self.contradicted = Some(shorter);
                let slot = &mut self.slots[place];
                slot.class_of.iter_mut().for_each(|class| *class = merged[*class]);
                slot.n_classes = kept.len();
            }
            if kept.len() == 1 {
                self.slots.remove(place);
            } else {
                place += 1;
            }
        }
    }
}

/// The choices of a term by the classes of the demand; leaving it out is a class by itself.
fn slot(demand: &CompiledDemand, term: TermIx, choices: &[Option<ValueIx>]) -> Slot {
    let classes = demand.classes_of(term);
    let mut seen: Vec<Option<u8>> = Vec::new();
    let class = |choice: &Option<ValueIx>| {
        let key = choice.map(|value| classes.map_or(0, |classes| classes[value.get()]));
        seen.iter().position(|other| *other == key).unwrap_or_else(|| {
            seen.push(key);
            seen.len() - 1
        })
    };
    let class_of: Vec<usize> = choices.iter().map(class).collect();
    Slot { term, class_of, n_classes: seen.len() }
}
