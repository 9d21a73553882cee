//! A demand as a decision diagram with one branch for each class of values (Srinivasan and others 1990): equal parts stand
//! once, so that what a demand is worth over a box of plans takes one pass over its nodes, however many terms it names.
//!
//! A condition inside a demand is undecided as a whole while its premise is (DESIGN 3.1). So it stands as a choice: if it
//! is open then either, else "the premise fails or the consequence holds". Whether it is open is asked of its premise,
//! innermost conditions first. A condition at the top is asked without such a choice.

mod build;

use super::{Demand, Term, TermIx, ValueIx, ValueSet};

/// The term of a demand, with the classes of its values that the demand cannot tell apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Classes {
    /// The term.
    pub term: TermIx,
    /// For each value its class.
    pub class_of: Vec<u8>,
    /// For each class its values, in the order of the first of them.
    pub members: Vec<ValueSet>,
}

/// A demand that would take a diagram of more than the allowed size: nothing could be decided about it in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooHard;

/// A demand as a diagram.
#[derive(Clone, Debug)]
pub(crate) struct Diagram {
    levels: Vec<Level>,
    /// The two ends, then children before parents.
    nodes: Vec<Node>,
    children: Vec<u32>,
    /// Every condition an implication.
    whole: u32,
    /// If the demand is a condition, its premise.
    premise: Option<u32>,
    /// The consequence of such a demand, else the demand.
    demand: u32,
    /// The premises of the conditions inside, innermost first.
    conditions: Vec<u32>,
}

/// What a level asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    /// The class of the term at this place of the list of classes.
    Term(usize),
    /// Whether this condition is open.
    IsOpen(usize),
    /// How this open condition turns out.
    Either(usize),
}

#[derive(Clone, Copy, Debug)]
struct Node {
    level: u32,
    /// Where its children begin.
    first: u32,
}

/// A node of a diagram: the place of its term in the list of classes, and the node to which each class leads.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DiagramQuestion<'d> {
    /// Its number; larger than those to which it leads.
    pub(crate) node: u32,
    /// The place of the term.
    pub(crate) slot: usize,
    /// For each class where it leads.
    pub(crate) branches: &'d [u32],
}

/// The end at which a demand fails, and the one at which it holds.
const NO: u32 = 0;
const YES: u32 = 1;

/// What a partial plan makes of a demand: what all completions share, if they share it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// True if every completion meets it, false if none does.
    pub(crate) shared: Option<bool>,
    /// True if it is a condition that does not apply.
    pub(crate) vacuous: bool,
}

impl Diagram {
    /// The diagram of a demand over the terms of its dossier.
    ///
    /// # Errors
    /// [`TooHard`] if it would grow too large.
    pub(crate) fn new(terms: &[Term], demand: &Demand, classes: &[Classes]) -> Result<Self, TooHard> {
        build::diagram(terms, demand, classes)
    }

    /// How large it is.
    #[must_use]
    pub(crate) fn n_nodes(&self) -> usize {
        self.nodes.len()
    }

    /// What a plan that gives each term of the demand a class, or leaves it open, makes of it.
    #[must_use]
    pub(crate) fn decide(&self, plan: &[Option<u8>]) -> Outcome {
        let mut is_open = Vec::with_capacity(self.conditions.len());
        let shared = |root: u32, is_open: &[bool]| {
            self.shared(root, |level| match level {
                Level::Term(slot) => plan[slot].map_or(u128::MAX, |class| 1 << class),
                Level::IsOpen(condition) => 1 << u32::from(is_open[condition]),
                Level::Either(_) => 0b11,
            })
        };
        for premise in &self.conditions {
            let open = shared(*premise, &is_open).is_none();
            is_open.push(open);
        }
        match self.premise.map(|premise| shared(premise, &is_open)) {
            Some(Some(false)) => Outcome { shared: Some(true), vacuous: true },
            Some(None) => Outcome { shared: None, vacuous: false },
            Some(Some(true)) | None => Outcome { shared: shared(self.demand, &is_open), vacuous: false },
        }
    }

    /// What all plans share that give each term of the demand one of these classes, every condition an implication.
    #[must_use]
    pub(crate) fn within(&self, masks: &[u128]) -> Option<bool> {
        self.shared(self.whole, |level| match level {
            Level::Term(slot) => masks[slot],
            Level::IsOpen(_) => 1,
            Level::Either(_) => 0b11,
        })
    }

    /// Whether a plan that gives each term this class meets the demand.
    #[must_use]
    pub(crate) fn is_met(&self, class_of: impl Fn(usize) -> usize) -> bool {
        let mut at = self.whole;
        while at > YES {
            at = match self.level(at) {
                Level::Term(slot) => self.child(at, class_of(slot)),
                Level::IsOpen(_) | Level::Either(_) => self.child(at, 0),
            };
        }
        at == YES
    }

    /// True if every plan that meets the demand with the class `worse` of a term meets it with `better`, too. False if that
    /// would take long to find out.
    #[must_use]
    pub(crate) fn allows_more(&self, slot: usize, better: usize, worse: usize) -> bool {
        let mut asked = std::collections::BTreeSet::new();
        let of_term = self.reachable().into_iter().filter(|at| self.level(*at) == Level::Term(slot));
        of_term.into_iter().all(|at| self.implies(self.child(at, worse), self.child(at, better), &mut asked))
    }

    /// Where to begin reading the whole, every condition an implication. The ends are 0, where the demand fails, and 1.
    #[must_use]
    pub(crate) fn root(&self) -> u32 {
        self.whole
    }

    /// What the whole asks, node by node from the top down.
    #[must_use]
    pub(crate) fn questions(&self) -> Vec<DiagramQuestion<'_>> {
        let question = |node: u32| match self.level(node) {
            Level::Term(slot) => Some(DiagramQuestion { node, slot, branches: self.branches(node) }),
            Level::IsOpen(_) | Level::Either(_) => None,
        };
        self.reachable().into_iter().filter_map(question).collect()
    }

    /// The nodes that the whole is made of, from the top down. No condition is open there, and so none is asked about: the
    /// whole is built without such choices.
    fn reachable(&self) -> Vec<u32> {
        let mut seen = vec![false; self.nodes.len()];
        seen[self.whole as usize] = true;
        let mut found = Vec::new();
        for at in (YES + 1..=self.whole).rev() {
            if seen[at as usize] {
                found.push(at);
                self.branches(at).iter().for_each(|child| seen[*child as usize] = true);
            }
        }
        found
    }

    fn implies(&self, one: u32, other: u32, asked: &mut std::collections::BTreeSet<(u32, u32)>) -> bool {
        /// So many pairs of nodes are compared.
        const MANY: usize = 1 << 10;
        if one == NO || other == YES || one == other {
            return true;
        }
        if one == YES || other == NO || asked.len() == MANY {
            return false;
        }
        if !asked.insert((one, other)) {
            return true;
        }
        let [level, theirs] = [one, other].map(|at| self.nodes[at as usize].level);
        let n = self.branches(if level <= theirs { one } else { other }).len();
        let at_class = |at: u32, own: u32, class| if own == level.min(theirs) { self.child(at, class) } else { at };
        (0..n).all(|class| self.implies(at_class(one, level, class), at_class(other, theirs, class), asked))
    }

    fn level(&self, at: u32) -> Level {
        self.levels[self.nodes[at as usize].level as usize]
    }

    fn child(&self, at: u32, branch: usize) -> u32 {
        self.children[self.nodes[at as usize].first as usize + branch]
    }

    fn branches(&self, at: u32) -> &[u32] {
        let end = self.nodes.get(at as usize + 1).map_or(self.children.len(), |next| next.first as usize);
        &self.children[self.nodes[at as usize].first as usize..end]
    }

    /// Which end all allowed ways lead to, if it is one and the same.
    fn shared(&self, root: u32, allowed: impl Fn(Level) -> u128) -> Option<bool> {
        if root <= YES {
            return Some(root == YES);
        }
        let mut few = [0_u64; 16];
        let mut many = Vec::new();
        let n_words = root as usize / 64 + 1;
        let seen = if n_words <= few.len() {
            &mut few[..n_words]
        } else {
            many.resize(n_words, 0);
            &mut many[..]
        };
        seen[n_words - 1] |= 1 << (root % 64);
        // Children stand before their parents, so that one pass from the top down sees every node after all that lead to it.
        for word in (0..n_words).rev() {
            loop {
                let inner = if word == 0 { seen[0] & !0b11 } else { seen[word] };
                if inner == 0 {
                    break;
                }
                let bit = 63 - inner.leading_zeros();
                seen[word] &= !(1 << bit);
                let at = u32::try_from(word).unwrap_or(u32::MAX) * 64 + bit;
                let mask = allowed(self.level(at));
                for (branch, child) in self.branches(at).iter().enumerate() {
                    if mask >> branch & 1 == 1 {
                        seen[*child as usize / 64] |= 1 << (child % 64);
                    }
                }
                if seen[0] & 0b11 == 0b11 {
                    return None;
                }
            }
        }
        Some(seen[0] & 1 << YES != 0)
    }
}

impl Demand {
    /// The terms of the demand, in their order, with the classes of their values.
    #[must_use]
    pub fn classes(&self, terms: &[Term]) -> Vec<Classes> {
        let mut leaves = Vec::new();
        self.each_leaf(terms, &mut |term, values| leaves.push((term, values)));
        let of_term = |term: TermIx| {
            let mut members = vec![terms[term.get()].all_values()];
            for (_, set) in leaves.iter().filter(|(of, _)| *of == term) {
                members = members
                    .into_iter()
                    .flat_map(|class| [ValueSet(class.0 & set.0), ValueSet(class.0 & !set.0)])
                    .filter(|class| !class.is_empty())
                    .collect();
            }
            members.sort_unstable_by_key(|class| class.0.trailing_zeros());
            let class = |value: ValueIx| {
                let class = members.iter().position(|class| class.contains(value));
                u8::try_from(class.expect("the classes cover all values")).expect("a term has at most 128 values")
            };
            let class_of = ValueIx::all(terms[term.get()].values.len()).map(class).collect();
            Classes { term, class_of, members }
        };
        self.terms().into_iter().map(of_term).collect()
    }

    /// How many plans its classes make of its terms, up to `most`; if there are more, `None`.
    #[must_use]
    pub(crate) fn n_entries(classes: &[Classes], most: usize) -> Option<usize> {
        let sizes = classes.iter().map(|one| one.members.len());
        sizes.into_iter().try_fold(1_usize, |n, size| n.checked_mul(size).filter(|n| *n <= most))
    }

    /// True if something can be decided about it in time: a demand of which that is not true is refused.
    #[must_use]
    pub(crate) fn can_be_decided(&self, terms: &[Term]) -> bool {
        /// Demands of so many plans are easy without a diagram.
        const EASY: usize = 1 << 12;
        let n_values = |term: &TermIx| terms[term.get()].values.len();
        let n_plans = self.terms().iter().map(n_values).fold(1, usize::saturating_mul);
        if n_plans <= EASY && !self.has_inner_condition() {
            return true;
        }
        let classes = self.classes(terms);
        (Self::n_entries(&classes, EASY).is_some() && !self.has_inner_condition())
            || Diagram::new(terms, self, &classes).is_ok()
    }

    /// True if a condition stands below the top of the demand.
    #[must_use]
    pub(crate) fn has_inner_condition(&self) -> bool {
        match self {
            Self::If(premise, consequence) => premise.has_condition() || consequence.has_condition(),
            other => other.has_condition(),
        }
    }

    /// True if the demand holds a condition, be it the demand itself.
    fn has_condition(&self) -> bool {
        match self {
            Self::Is(..) | Self::OneOf(..) | Self::AtLeast(..) | Self::AtMost(..) => false,
            Self::Not(inner) => inner.has_condition(),
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::has_condition),
            Self::If(..) => true,
        }
    }

    /// If the demand asks just for some values of one term, the term and the values.
    #[must_use]
    pub fn leaf(&self, terms: &[Term]) -> Option<(TermIx, ValueSet)> {
        match self {
            Self::Is(term, value) => Some((*term, ValueSet::only(*value))),
            Self::OneOf(term, values) => Some((*term, values.iter().copied().collect())),
            Self::AtLeast(term, threshold) => Some((*term, terms[term.get()].at_least(*threshold))),
            Self::AtMost(term, threshold) => Some((*term, terms[term.get()].at_most(*threshold))),
            Self::Not(_) | Self::All(_) | Self::Any(_) | Self::If(..) => None,
        }
    }

    fn each_leaf(&self, terms: &[Term], visit: &mut impl FnMut(TermIx, ValueSet)) {
        match self {
            Self::Not(inner) => inner.each_leaf(terms, visit),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.each_leaf(terms, visit)),
            Self::If(premise, consequence) => {
                premise.each_leaf(terms, visit);
                consequence.each_leaf(terms, visit);
            }
            Self::Is(..) | Self::OneOf(..) | Self::AtLeast(..) | Self::AtMost(..) => {
                let (term, values) = self.leaf(terms).expect("these four are leaves");
                visit(term, values);
            }
        }
    }
}
