//! One demand, compiled so that a verdict on any partial plan is a look-up.
//!
//! The values of a term that the demand cannot tell apart form a class. Over the product of the classes of its terms the
//! demand is a table of bits; the terms that a plan sets select a slice of it. A slice of ones is met, of zeros
//! contradicted, anything else undecided. Demands with a condition inside another demand, and tables that would grow
//! too large, are decided by branching over the classes instead; both ways give the same answer.

mod whole;
mod within;

use crate::domain::{Demand, Dossier, Plan, TermIx, ValueIx, ValueSet};

/// The largest table that is built, in bits.
const MAX_TABLE: usize = 1 << 16;

/// What a plan does to a demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Every way of filling in what the plan leaves open meets it.
    Met,
    /// No way of filling in what the plan leaves open meets it.
    Contradicted,
    /// It depends on what the plan leaves open.
    Undecided,
}

/// A verdict and whether it came about only because a condition does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The verdict.
    pub verdict: Verdict,
    /// True if the demand is an `If` whose premise the plan rules out: met, but the plan does nothing for it.
    pub vacuous: bool,
}

impl Decision {
    const fn plain(verdict: Verdict) -> Self {
        Self { verdict, vacuous: false }
    }
}

/// A demand, ready for fast verdicts.
#[derive(Clone, Debug)]
pub struct CompiledDemand {
    terms: Vec<TermClasses>,
    body: Body,
}

/// The classes of one term's values that a demand cannot tell apart.
#[derive(Clone, Debug)]
struct TermClasses {
    term: TermIx,
    class_of: Vec<u8>,
    members: Vec<ValueSet>,
    /// For each class the table entries that lie in it.
    slices: Vec<Bits>,
}

#[derive(Clone, Debug)]
enum Body {
    /// A table for the demand, and for its premise if it is an `If`.
    Table { demand: Bits, premise: Option<Bits>, all: Bits },
    /// A tree over sets of classes.
    Tree(Node),
}

/// A set of table entries.
type Bits = Box<[u64]>;

/// A demand whose leaves are sets of classes of one of its terms.
#[derive(Clone, Debug)]
enum Node {
    Leaf {
        slot: usize,
        classes: u128,
    },
    Not(Box<Node>),
    All(Vec<Node>),
    Any(Vec<Node>),
    If(Box<Node>, Box<Node>),
    /// A condition whose premise the plan leaves open.
    Open,
}

impl CompiledDemand {
    /// Compiles `demand` for the terms of `dossier`.
    #[must_use]
    pub fn new(dossier: &Dossier, demand: &Demand) -> Self {
        let mut leaves = Vec::new();
        collect_leaves(dossier, demand, &mut leaves);
        let mut terms: Vec<TermClasses> =
            demand.terms().into_iter().map(|term| classes(term, dossier.term(term).values.len(), &leaves)).collect();
        let node = node(dossier, demand, &terms);
        let body = table(&node, &mut terms).unwrap_or(Body::Tree(node));
        Self { terms, body }
    }

    /// The terms that the demand mentions.
    pub fn terms(&self) -> impl ExactSizeIterator<Item = TermIx> + '_ {
        self.terms.iter().map(|classes| classes.term)
    }

    /// The verdict on a plan that may leave terms open. A plan that sets none of the demand's terms leaves it undecided.
    #[must_use]
    pub fn decide(&self, plan: &Plan) -> Decision {
        self.decide_with(|term| plan.get(term))
    }

    /// Like [`decide`](Self::decide), for the plan with `term` changed to `value`.
    #[must_use]
    pub fn decide_changed(&self, plan: &Plan, term: TermIx, value: ValueIx) -> Decision {
        self.decide_with(|asked| if asked == term { Some(value) } else { plan.get(asked) })
    }

    /// True if, with the rest of `plan` as it is, `value` is the only value of `term` that does not contradict the demand.
    #[must_use]
    pub fn leaves_only(&self, plan: &Plan, term: TermIx, value: ValueIx) -> bool {
        let Some(classes) = self.terms.iter().find(|classes| classes.term == term) else { return false };
        let own = classes.class_of[value.get()];
        classes.members[usize::from(own)].len() == 1
            && (0..classes.members.len()).filter(|class| *class != usize::from(own)).all(|class| {
                let other = classes.members[class].iter().next().expect("a class has a member");
                self.decide_changed(plan, term, other).verdict == Verdict::Contradicted
            })
    }

    /// Like [`decide`](Self::decide), for the plan that has these values.
    pub(super) fn decide_with(&self, value_of: impl Fn(TermIx) -> Option<ValueIx>) -> Decision {
        let class = |classes: &TermClasses| value_of(classes.term).map(|value| classes.class_of[value.get()]);
        if self.terms.iter().all(|classes| class(classes).is_none()) {
            return Decision::plain(Verdict::Undecided);
        }
        match &self.body {
            Body::Table { demand, premise, all } => {
                let chosen = self.terms.iter().filter_map(|c| Some(&c.slices[usize::from(class(c)?)]));
                if all.len() == 1 {
                    let slice = chosen.fold(all[0], |slice, bits| slice & bits[0]);
                    return in_slice(&[demand[0]], premise.as_ref().map(|bits| [bits[0]]).as_ref(), &[slice]);
                }
                let mut slice = all.to_vec();
                for bits in chosen {
                    slice.iter_mut().zip(bits).for_each(|(left, right)| *left &= right);
                }
                in_slice(demand, premise.as_ref(), &slice)
            }
            Body::Tree(node) => {
                let assignment: Vec<Option<u8>> = self.terms.iter().map(class).collect();
                self.decide_tree(node, &assignment)
            }
        }
    }

    fn decide_tree(&self, node: &Node, assignment: &[Option<u8>]) -> Decision {
        if let Node::If(premise, _) = node
            && self.exact(&self.resolve(premise, assignment), &mut assignment.to_vec()) == Some(false)
        {
            return Decision { verdict: Verdict::Met, vacuous: true };
        }
        let resolved = self.resolve(node, assignment);
        Decision::plain(match self.exact(&resolved, &mut assignment.to_vec()) {
            Some(true) => Verdict::Met,
            Some(false) => Verdict::Contradicted,
            None => Verdict::Undecided,
        })
    }

    /// Replaces each condition by what the plan makes of it.
    fn resolve(&self, node: &Node, assignment: &[Option<u8>]) -> Node {
        let each = |parts: &[Node]| parts.iter().map(|part| self.resolve(part, assignment)).collect();
        match node {
            Node::Leaf { .. } | Node::Open => node.clone(),
            Node::Not(inner) => Node::Not(Box::new(self.resolve(inner, assignment))),
            Node::All(parts) => Node::All(each(parts)),
            Node::Any(parts) => Node::Any(each(parts)),
            Node::If(premise, consequence) => {
                match self.exact(&self.resolve(premise, assignment), &mut assignment.to_vec()) {
                    Some(true) => self.resolve(consequence, assignment),
                    Some(false) => Node::All(Vec::new()),
                    None => Node::Open,
                }
            }
        }
    }

    /// The value that all completions share, if they share one.
    fn exact(&self, node: &Node, assignment: &mut Vec<Option<u8>>) -> Option<bool> {
        if let Some(value) = node.value(assignment) {
            return Some(value);
        }
        let slot = node.first_open(assignment)?;
        let mut shared = None;
        for class in 0..self.terms[slot].members.len() {
            assignment[slot] = u8::try_from(class).ok();
            let value = self.exact(node, assignment);
            if value.is_none() || shared.is_some_and(|shared| Some(shared) != value) {
                assignment[slot] = None;
                return None;
            }
            shared = value;
        }
        assignment[slot] = None;
        shared
    }
}

fn in_slice(demand: &[u64], premise: Option<&impl AsRef<[u64]>>, slice: &[u64]) -> Decision {
    let among = |bits: &[u64]| {
        let hit = bits.iter().zip(slice).any(|(bits, slice)| bits & slice != 0);
        let missed = bits.iter().zip(slice).any(|(bits, slice)| !bits & slice != 0);
        match (hit, missed) {
            (_, false) => Verdict::Met,
            (false, true) => Verdict::Contradicted,
            (true, true) => Verdict::Undecided,
        }
    };
    match premise.map(|bits| among(bits.as_ref())) {
        Some(Verdict::Contradicted) => Decision { verdict: Verdict::Met, vacuous: true },
        Some(Verdict::Undecided) => Decision::plain(Verdict::Undecided),
        Some(Verdict::Met) | None => Decision::plain(among(demand)),
    }
}

/// The values that a leaf takes, by term.
fn leaf(dossier: &Dossier, demand: &Demand) -> Option<(TermIx, ValueSet)> {
    match demand {
        Demand::Is(term, value) => Some((*term, ValueSet::only(*value))),
        Demand::OneOf(term, values) => Some((*term, values.iter().copied().collect())),
        Demand::AtLeast(term, threshold) => Some((*term, dossier.term(*term).at_least(*threshold))),
        Demand::AtMost(term, threshold) => Some((*term, dossier.term(*term).at_most(*threshold))),
        Demand::Not(_) | Demand::All(_) | Demand::Any(_) | Demand::If(..) => None,
    }
}

fn collect_leaves(dossier: &Dossier, demand: &Demand, leaves: &mut Vec<(TermIx, ValueSet)>) {
    leaves.extend(leaf(dossier, demand));
    match demand {
        Demand::Not(inner) => collect_leaves(dossier, inner, leaves),
        Demand::All(parts) | Demand::Any(parts) => {
            parts.iter().for_each(|part| collect_leaves(dossier, part, leaves));
        }
        Demand::If(premise, consequence) => {
            collect_leaves(dossier, premise, leaves);
            collect_leaves(dossier, consequence, leaves);
        }
        Demand::Is(..) | Demand::OneOf(..) | Demand::AtLeast(..) | Demand::AtMost(..) => {}
    }
}

fn classes(term: TermIx, n_values: usize, leaves: &[(TermIx, ValueSet)]) -> TermClasses {
    let mut members = vec![ValueSet::first(n_values)];
    for (_, set) in leaves.iter().filter(|(of, _)| *of == term) {
        members = members
            .into_iter()
            .flat_map(|class| [ValueSet(class.0 & set.0), ValueSet(class.0 & !set.0)])
            .filter(|class| !class.is_empty())
            .collect();
    }
    members.sort_unstable_by_key(|class| class.0.trailing_zeros());
    let class_of = (0..n_values)
        .map(|value| {
            let class = members.iter().position(|class| class.contains(ValueIx::at(value)));
            u8::try_from(class.expect("the classes cover all values")).expect("a term has at most 128 values")
        })
        .collect();
    TermClasses { term, class_of, members, slices: Vec::new() }
}

fn node(dossier: &Dossier, demand: &Demand, terms: &[TermClasses]) -> Node {
    let each = |parts: &[Demand]| parts.iter().map(|part| node(dossier, part, terms)).collect();
    match demand {
        Demand::Not(inner) => Node::Not(Box::new(node(dossier, inner, terms))),
        Demand::All(parts) => Node::All(each(parts)),
        Demand::Any(parts) => Node::Any(each(parts)),
        Demand::If(premise, consequence) => {
            Node::If(Box::new(node(dossier, premise, terms)), Box::new(node(dossier, consequence, terms)))
        }
        Demand::Is(..) | Demand::OneOf(..) | Demand::AtLeast(..) | Demand::AtMost(..) => {
            let (term, set) = leaf(dossier, demand).expect("the four variants above are leaves");
            let slot = terms.iter().position(|classes| classes.term == term).expect("a demand lists its own terms");
            let inside = terms[slot].members.iter().enumerate().filter(|(_, class)| class.0 & set.0 != 0);
            Node::Leaf { slot, classes: inside.fold(0, |bits, (class, _)| bits | 1 << class) }
        }
    }
}

/// Builds the table, if the demand has no condition below its top and the table stays small.
fn table(node: &Node, terms: &mut [TermClasses]) -> Option<Body> {
    let (premise, consequence) = match node {
        Node::If(premise, consequence) => (Some(&**premise), &**consequence),
        other => (None, other),
    };
    if premise.is_some_and(Node::has_condition) || consequence.has_condition() {
        return None;
    }
    let n_classes = |classes: &TermClasses| classes.members.len();
    let size = terms.iter().map(n_classes).try_fold(1, usize::checked_mul).filter(|size| *size <= MAX_TABLE)?;
    let mut assignment = vec![None; terms.len()];
    let empty: Bits = vec![0; size.div_ceil(64)].into();
    let (mut all, mut demand_bits, mut premise_bits) = (empty.clone(), empty.clone(), premise.map(|_| empty.clone()));
    terms.iter_mut().for_each(|classes| classes.slices = vec![empty.clone(); classes.members.len()]);
    for entry in 0..size {
        let (word, bit) = (entry / 64, 1 << (entry % 64));
        let mut rest = entry;
        for (slot, classes) in terms.iter_mut().enumerate() {
            let class = rest % classes.members.len();
            rest /= classes.members.len();
            assignment[slot] = u8::try_from(class).ok();
            classes.slices[class][word] |= bit;
        }
        all[word] |= bit;
        let holds = |node: &Node| node.value(&assignment).expect("all terms are assigned");
        if let (Some(node), Some(bits)) = (premise, &mut premise_bits)
            && holds(node)
        {
            bits[word] |= bit;
        }
        if holds(consequence) {
            demand_bits[word] |= bit;
        }
    }
    Some(Body::Table { demand: demand_bits, premise: premise_bits, all })
}

impl Node {
    /// Kleene's value under a partial assignment: sound, not complete.
    fn value(&self, assignment: &[Option<u8>]) -> Option<bool> {
        let decided = |parts: &[Self], stop: bool| {
            let mut open = false;
            for part in parts {
                match part.value(assignment) {
                    Some(value) if value == stop => return Some(stop),
                    Some(_) => {}
                    None => open = true,
                }
            }
            (!open).then_some(!stop)
        };
        match self {
            Self::Leaf { slot, classes } => assignment[*slot].map(|class| classes >> class & 1 == 1),
            Self::Not(inner) => inner.value(assignment).map(|value| !value),
            Self::All(parts) => decided(parts, false),
            Self::Any(parts) => decided(parts, true),
            Self::If(..) | Self::Open => None,
        }
    }

    /// The first term that the node mentions and the assignment leaves open.
    fn first_open(&self, assignment: &[Option<u8>]) -> Option<usize> {
        match self {
            Self::Leaf { slot, .. } => assignment[*slot].is_none().then_some(*slot),
            Self::Not(inner) => inner.first_open(assignment),
            Self::All(parts) | Self::Any(parts) => parts.iter().find_map(|part| part.first_open(assignment)),
            Self::If(..) | Self::Open => None,
        }
    }

    fn has_condition(&self) -> bool {
        match self {
            Self::Leaf { .. } | Self::Open => false,
            Self::Not(inner) => inner.has_condition(),
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::has_condition),
            Self::If(..) => true,
        }
    }
}
