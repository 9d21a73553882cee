//! What is left of a demand once a plan has said something about the first of its terms.
//!
//! Two rests that are equal have the same verdicts whatever the plan says about the other terms; that unequal ones may
//! have the same verdicts too costs size, not truth.

use crate::domain::{Demand, Dossier, TermIx, ValueIx, ValueSet};

/// What is left of a demand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Rest {
    /// True if the demand is a condition of which nothing is settled, or one that is met because it does not apply.
    conditional: bool,
    node: Node,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
enum Node {
    #[default]
    Met,
    Failed,
    /// Either, and nothing else depends on which.
    Open,
    /// The term at this place of the walk has one of these values.
    Leaf(usize, ValueSet),
    Not(Box<Node>),
    All(Vec<Node>),
    Any(Vec<Node>),
    If(Box<Node>, Box<Node>),
}

/// The terms of a demand in the order in which it mentions them: parts that belong together then stand together.
pub(super) fn terms(demand: &Demand) -> Vec<TermIx> {
    fn visit(demand: &Demand, out: &mut Vec<TermIx>) {
        match demand {
            Demand::Is(term, _) | Demand::OneOf(term, _) | Demand::AtLeast(term, _) | Demand::AtMost(term, _) => {
                if !out.contains(term) {
                    out.push(*term);
                }
            }
            Demand::Not(inner) => visit(inner, out),
            Demand::All(parts) | Demand::Any(parts) => parts.iter().for_each(|part| visit(part, out)),
            Demand::If(premise, consequence) => {
                visit(premise, out);
                visit(consequence, out);
            }
        }
    }
    let mut out = Vec::new();
    visit(demand, &mut out);
    out
}

impl Rest {
    /// The whole demand; `order` are its terms in the order of the walk.
    pub(super) fn new(dossier: &Dossier, demand: &Demand, order: &[TermIx]) -> Self {
        let conditional = matches!(demand, Demand::If(..));
        Self { conditional, node: node(dossier, demand, order) }.settled()
    }

    /// What is left once the plan says `value` about the term at place `at`, or leaves it open.
    pub(super) fn after(&self, at: usize, value: Option<ValueIx>) -> Self {
        let mut rest = self.clone();
        if let Some(value) = value {
            rest.node.settle(at, value);
            rest = rest.settled();
        }
        // A term that stays open and stands in one place only may turn out either way, for this place alone.
        while let Some(lone) = rest.node.lone(at) {
            rest.node.open(lone);
            rest = rest.settled();
        }
        rest
    }

    /// A condition that applies is its consequence; one that does not is met, but by nothing that the plan does.
    fn settled(self) -> Self {
        let (conditional, node) = match self.node {
            Node::If(premise, consequence) if self.conditional => {
                let (premise, consequence) = (premise.simplified(), consequence.simplified());
                match premise {
                    Node::Met => (false, consequence),
                    Node::Failed => (true, Node::Met),
                    Node::Open => (false, Node::Open),
                    premise => (true, Node::If(Box::new(premise), Box::new(consequence))),
                }
            }
            node => (self.conditional, node.simplified()),
        };
        Self { conditional, node }
    }
}

fn node(dossier: &Dossier, demand: &Demand, order: &[TermIx]) -> Node {
    let leaf = |term: &TermIx, values: ValueSet| {
        let place = order.iter().position(|other| other == term).expect("the order has all terms of the demand");
        if values.is_empty() {
            Node::Failed
        } else if values == dossier.term(*term).all_values() {
            Node::Met
        } else {
            Node::Leaf(place, values)
        }
    };
    let each = |parts: &[Demand]| parts.iter().map(|part| node(dossier, part, order)).collect();
    match demand {
        Demand::Is(term, value) => leaf(term, ValueSet::only(*value)),
        Demand::OneOf(term, values) => leaf(term, values.iter().copied().collect()),
        Demand::AtLeast(term, threshold) => leaf(term, dossier.term(*term).at_least(*threshold)),
        Demand::AtMost(term, threshold) => leaf(term, dossier.term(*term).at_most(*threshold)),
        Demand::Not(inner) => Node::Not(Box::new(node(dossier, inner, order))),
        Demand::All(parts) => Node::All(each(parts)),
        Demand::Any(parts) => Node::Any(each(parts)),
        Demand::If(premise, consequence) => {
            Node::If(Box::new(node(dossier, premise, order)), Box::new(node(dossier, consequence, order)))
        }
    }
}

impl Node {
    fn visit(&self, leaf: &mut impl FnMut(usize)) {
        match self {
            Self::Met | Self::Failed | Self::Open => {}
            Self::Leaf(place, _) => leaf(*place),
            Self::Not(inner) => inner.visit(leaf),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.visit(leaf)),
            Self::If(premise, consequence) => {
                premise.visit(leaf);
                consequence.visit(leaf);
            }
        }
    }

    /// Puts something else in the place of each leaf for which there is something.
    fn replace(&mut self, by: &impl Fn(usize, ValueSet) -> Option<Self>) {
        match self {
            Self::Met | Self::Failed | Self::Open => {}
            Self::Leaf(place, values) => {
                if let Some(node) = by(*place, *values) {
                    *self = node;
                }
            }
            Self::Not(inner) => inner.replace(by),
            Self::All(parts) | Self::Any(parts) => parts.iter_mut().for_each(|part| part.replace(by)),
            Self::If(premise, consequence) => {
                premise.replace(by);
                consequence.replace(by);
            }
        }
    }

    fn settle(&mut self, at: usize, value: ValueIx) {
        let truth = |values: ValueSet| if values.contains(value) { Self::Met } else { Self::Failed };
        self.replace(&|place, values| (place == at).then(|| truth(values)));
    }

    fn open(&mut self, lone: usize) {
        self.replace(&|place, _| (place == lone).then_some(Self::Open));
    }

    /// A term up to place `at` that still stands in exactly one leaf: the plan leaves it open.
    fn lone(&self, at: usize) -> Option<usize> {
        let mut counts = vec![0_usize; at + 1];
        self.visit(&mut |place| {
            if let Some(count) = counts.get_mut(place) {
                *count += 1;
            }
        });
        counts.iter().position(|count| *count == 1)
    }

    fn simplified(self) -> Self {
        match self {
            Self::Met | Self::Failed | Self::Open | Self::Leaf(..) => self,
            Self::Not(inner) => match inner.simplified() {
                Self::Met => Self::Failed,
                Self::Failed => Self::Met,
                Self::Open => Self::Open,
                Self::Not(twice) => *twice,
                inner => Self::Not(Box::new(inner)),
            },
            Self::All(parts) => joined(parts, &Self::Met, &Self::Failed, Self::All),
            Self::Any(parts) => joined(parts, &Self::Failed, &Self::Met, Self::Any),
            Self::If(premise, consequence) => match premise.simplified() {
                Self::Met => consequence.simplified(),
                Self::Failed => Self::Met,
                // A condition that is undecided is undecided as a whole.
                Self::Open => Self::Open,
                premise => Self::If(Box::new(premise), Box::new(consequence.simplified())),
            },
        }
    }
}

/// Parts of an `All` or `Any`, without those that change nothing; each part once, so that all open ones are one.
fn joined(parts: Vec<Node>, idle: &Node, decides: &Node, join: impl Fn(Vec<Node>) -> Node) -> Node {
    let mut kept: Vec<Node> = Vec::with_capacity(parts.len());
    for part in parts {
        let part = part.simplified();
        if part == *decides {
            return part;
        }
        if part != *idle && !kept.contains(&part) {
            kept.push(part);
        }
    }
    if let Some(open) = kept.iter().position(|part| *part == Node::Open) {
        kept[..=open].rotate_right(1);
    }
    match kept.len() {
        0 => idle.clone(),
        1 => kept.remove(0),
        _ => join(kept),
    }
}
