//! One demand, compiled so that a verdict on any partial plan is a look-up.
//!
//! The values of a term that the demand cannot tell apart form a class. Over the product of the classes of its terms the
//! demand is a table of bits; the terms that a plan sets select a slice of it. A slice of ones is met, of zeros
//! contradicted, anything else undecided. Demands with a condition inside another demand, and tables that would grow
//! too large, are read from a diagram instead ([`Diagram`]); both ways give the same answer.

mod whole;
mod within;

use crate::domain::{Classes, Demand, Diagram, Dossier, Plan, TermIx, TooHard, ValueIx};

/// The largest table that is built, in bits.
const MAX_TABLE: usize = 1 << 12;

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

impl Verdict {
    /// What all completions share, if they share it.
    const fn of(shared: Option<bool>) -> Self {
        match shared {
            Some(true) => Self::Met,
            Some(false) => Self::Contradicted,
            None => Self::Undecided,
        }
    }
}

impl Decision {
    const fn plain(verdict: Verdict) -> Self {
        Self { verdict, vacuous: false }
    }
}

/// A demand, ready for fast verdicts.
#[derive(Clone, Debug)]
pub struct CompiledDemand {
    terms: Vec<Classes>,
    body: Body,
}

#[derive(Clone, Debug)]
enum Body {
    Table(Table),
    Diagram(Box<Diagram>),
}

/// A table for the demand, and for its premise if it is an `If`.
#[derive(Clone, Debug)]
struct Table {
    demand: Bits,
    premise: Option<Bits>,
    all: Bits,
    /// For each term and class the table entries that lie in it.
    slices: Vec<Vec<Bits>>,
}

/// A set of table entries.
type Bits = Box<[u64]>;

/// A demand without conditions whose leaves are sets of classes of one of its terms.
enum Node {
    Leaf { slot: usize, classes: u128 },
    Not(Box<Node>),
    All(Vec<Node>),
    Any(Vec<Node>),
}

impl CompiledDemand {
    /// Compiles a demand of `dossier`.
    ///
    /// # Panics
    /// If the demand is too hard to decide; a dossier has no such demand.
    #[must_use]
    pub fn new(dossier: &Dossier, demand: &Demand) -> Self {
        Self::of_any(dossier, demand).expect("a dossier refuses demands that are too hard to decide")
    }

    /// Compiles any demand over the terms of `dossier`.
    ///
    /// # Errors
    /// [`TooHard`] if nothing could be decided about it in time.
    pub(crate) fn of_any(dossier: &Dossier, demand: &Demand) -> Result<Self, TooHard> {
        let terms = demand.classes(&dossier.terms);
        let body = match Demand::n_entries(&terms, MAX_TABLE) {
            Some(size) if !demand.has_inner_condition() => Body::Table(table(dossier, demand, &terms, size)),
            _ => Body::Diagram(Box::new(Diagram::new(&dossier.terms, demand, &terms)?)),
        };
        Ok(Self { terms, body })
    }

    /// The terms that the demand mentions.
    pub fn terms(&self) -> impl ExactSizeIterator<Item = TermIx> + '_ {
        self.terms.iter().map(|classes| classes.term)
    }

    /// The verdict on a plan that may leave terms open.
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
        let class = |classes: &Classes| value_of(classes.term).map(|value| classes.class_of[value.get()]);
        match &self.body {
            Body::Table(table) => {
                let all_slices = self.terms.iter().zip(&table.slices);
                let chosen = all_slices.filter_map(|(c, slices)| Some(&slices[usize::from(class(c)?)]));
                let Table { demand, premise, all, .. } = table;
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
            Body::Diagram(diagram) => {
                let plan: Vec<Option<u8>> = self.terms.iter().map(class).collect();
                let outcome = diagram.decide(&plan);
                Decision { verdict: Verdict::of(outcome.shared), vacuous: outcome.vacuous }
            }
        }
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

fn node(dossier: &Dossier, demand: &Demand, terms: &[Classes]) -> Node {
    let each = |parts: &[Demand]| parts.iter().map(|part| node(dossier, part, terms)).collect();
    match demand {
        Demand::Not(inner) => Node::Not(Box::new(node(dossier, inner, terms))),
        Demand::All(parts) => Node::All(each(parts)),
        Demand::Any(parts) => Node::Any(each(parts)),
        Demand::If(..) => unreachable!("tables are made of demands without conditions"),
        Demand::Is(..) | Demand::OneOf(..) | Demand::AtLeast(..) | Demand::AtMost(..) => {
            let (term, set) = demand.leaf(&dossier.terms).expect("the four variants above are leaves");
            let slot = terms.iter().position(|classes| classes.term == term).expect("a demand lists its own terms");
            let inside = terms[slot].members.iter().enumerate().filter(|(_, class)| class.0 & set.0 != 0);
            Node::Leaf { slot, classes: inside.fold(0, |bits, (class, _)| bits | 1 << class) }
        }
    }
}

/// Builds the table of a demand without a condition below its top.
fn table(dossier: &Dossier, demand: &Demand, terms: &[Classes], size: usize) -> Table {
    let (premise, consequence) = match demand {
        Demand::If(premise, consequence) => (Some(node(dossier, premise, terms)), node(dossier, consequence, terms)),
        other => (None, node(dossier, other, terms)),
    };
    let mut assignment = vec![0; terms.len()];
    let empty: Bits = vec![0; size.div_ceil(64)].into();
    let mut table = Table {
        demand: empty.clone(),
        premise: premise.as_ref().map(|_| empty.clone()),
        all: empty.clone(),
        slices: terms.iter().map(|classes| vec![empty.clone(); classes.members.len()]).collect(),
    };
    for entry in 0..size {
        let (word, bit) = (entry / 64, 1 << (entry % 64));
        let mut rest = entry;
        for (slot, classes) in terms.iter().enumerate() {
            assignment[slot] = rest % classes.members.len();
            rest /= classes.members.len();
            table.slices[slot][assignment[slot]][word] |= bit;
        }
        table.all[word] |= bit;
        if let (Some(node), Some(bits)) = (&premise, &mut table.premise)
            && node.holds(&assignment)
        {
            bits[word] |= bit;
        }
        if consequence.holds(&assignment) {
            table.demand[word] |= bit;
        }
    }
    table
}

impl Node {
    fn holds(&self, assignment: &[usize]) -> bool {
        match self {
            Self::Leaf { slot, classes } => classes >> assignment[*slot] & 1 == 1,
            Self::Not(inner) => !inner.holds(assignment),
            Self::All(parts) => parts.iter().all(|part| part.holds(assignment)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(assignment)),
        }
    }
}
