//! What a demand is worth over all plans at once: for the check that somebody could meet it and somebody fail it.

use super::{Body, CompiledDemand, Node, Verdict};

impl CompiledDemand {
    /// The verdict that all plans which set every term of the demand share: `Met` if every plan meets it, `Contradicted`
    /// if none does, else `Undecided`.
    #[must_use]
    pub fn over_all_plans(&self) -> Verdict {
        let shared = match &self.body {
            Body::Table { demand, premise, all } => {
                let free = premise.as_ref().map(|premise| premise.iter().map(|bits| !bits));
                let free = free.into_iter().flatten().chain(std::iter::repeat(0));
                let met = || demand.iter().zip(free.clone()).map(|(demand, free)| demand | free).zip(all);
                if met().all(|(met, all)| met & all == *all) {
                    Some(true)
                } else {
                    met().all(|(met, all)| met & all == 0).then_some(false)
                }
            }
            Body::Tree(node) => self.exact(&without_conditions(node), &mut vec![None; self.terms.len()]),
        };
        match shared {
            Some(true) => Verdict::Met,
            Some(false) => Verdict::Contradicted,
            None => Verdict::Undecided,
        }
    }
}

/// Under a plan that sets every term no condition stays open, and an `If` is an ordinary implication.
fn without_conditions(node: &Node) -> Node {
    let each = |parts: &[Node]| parts.iter().map(without_conditions).collect();
    match node {
        Node::Leaf { .. } | Node::Open => node.clone(),
        Node::Not(inner) => Node::Not(Box::new(without_conditions(inner))),
        Node::All(parts) => Node::All(each(parts)),
        Node::Any(parts) => Node::Any(each(parts)),
        Node::If(premise, consequence) => {
            let fails = Node::Not(Box::new(without_conditions(premise)));
            Node::Any(vec![fails, without_conditions(consequence)])
        }
    }
}
