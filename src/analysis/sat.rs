//! A solver for propositional logic (`batsat`) that hears when to stop, and numbers of true literals as literals.

pub(super) use batsat::Lit;
use batsat::{Callbacks, Solver, SolverInterface as _, SolverOpts, lbool};

use super::{Stop, Stopped};

/// Clauses, and what can be asked of them.
pub(super) struct Sat<'s> {
    solver: Solver<Hear<'s>>,
}

/// What stops the solver.
struct Hear<'s> {
    stop: Stop<'s>,
    /// So many more clauses may be learnt for the question at hand.
    budget: u64,
}

/// What came of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// The clauses can be met with all that was assumed; the solver holds how.
    Met,
    /// They cannot; these assumptions are enough for that.
    Unmet(Vec<Lit>),
    /// It would take more than was allowed.
    Open,
}

impl Callbacks for Hear<'_> {
    fn on_new_clause(&mut self, _: &[Lit], _: batsat::ClauseKind) {
        self.budget = self.budget.saturating_sub(1);
    }

    fn stop(&self) -> bool {
        self.budget == 0 || self.stop.is_set()
    }
}

impl<'s> Sat<'s> {
    pub(super) fn new(stop: Stop<'s>) -> Self {
        Self { solver: Solver::new(SolverOpts::default(), Hear { stop, budget: u64::MAX }) }
    }

    /// A new variable, as the literal that says that it is true.
    pub(super) fn literal(&mut self) -> Lit {
        Lit::new(self.solver.new_var_default(), true)
    }

    /// A new variable that the solver never decides by itself. For what follows from other variables: wherever an answer
    /// leaves it open, there must be a choice for it with which all clauses are met.
    pub(super) fn follower(&mut self) -> Lit {
        Lit::new(self.solver.new_var(lbool::UNDEF, false), true)
    }

    /// As many new literals, of which just one is true. Where nothing is against it, the solver makes one true at once.
    pub(super) fn one_of(&mut self, n: usize) -> Vec<Lit> {
        // It tries "false" first for a variable that is new.
        let literals: Vec<Lit> = (0..n).map(|_| !self.literal()).collect();
        self.add(literals.iter().copied());
        for (place, one) in literals.iter().enumerate() {
            literals[..place].iter().for_each(|other| self.add([!*one, !*other]));
        }
        literals
    }

    pub(super) fn add(&mut self, clause: impl IntoIterator<Item = Lit>) {
        self.solver.add_clause_reuse(&mut clause.into_iter().collect());
    }

    /// Whether the clauses can be met while all that is assumed is true.
    pub(super) fn ask(&mut self, assumed: &[Lit]) -> Result<Reply, Stopped> {
        self.ask_within(assumed, u64::MAX)
    }

    /// The same for who waits for no more than so many conflicts.
    pub(super) fn ask_within(&mut self, assumed: &[Lit], conflicts: u64) -> Result<Reply, Stopped> {
        self.solver.cb_mut().budget = conflicts;
        let answer = self.solver.solve_limited(assumed);
        if answer == lbool::TRUE {
            Ok(Reply::Met)
        } else if answer == lbool::FALSE {
            // The solver names the literals that are false, which are the opposites of what was assumed.
            Ok(Reply::Unmet(self.solver.unsat_core().iter().map(|literal| !*literal).collect()))
        } else if self.solver.cb().budget == 0 {
            Ok(Reply::Open)
        } else {
            Err(Stopped)
        }
    }

    /// Whether a literal is true in the answer found last.
    pub(super) fn is_true(&self, literal: Lit) -> bool {
        self.solver.value_lit(literal) == lbool::TRUE
    }
}

/// How many of some literals are true: a literal for each number, which is true if so many are (totalizer, Bailleux and
/// Boufkhad 2003), written only as far as it is asked for (Martins and others 2014).
pub(super) struct Sum {
    /// The literals counted, in pairs of pairs: leaves first, each node behind its parts.
    nodes: Vec<Node>,
}

struct Node {
    parts: Option<(usize, usize)>,
    n_leaves: usize,
    /// The first is true if one is, the second if two are, and so on.
    at_least: Vec<Lit>,
}

impl Sum {
    /// There must be at least one literal.
    pub(super) fn new(of: impl IntoIterator<Item = Lit>) -> Self {
        let leaf = |literal| Node { parts: None, n_leaves: 1, at_least: vec![literal] };
        let mut nodes: Vec<Node> = of.into_iter().map(leaf).collect();
        let mut next = 0;
        while next + 1 < nodes.len() {
            let n_leaves = nodes[next].n_leaves + nodes[next + 1].n_leaves;
            nodes.push(Node { parts: Some((next, next + 1)), n_leaves, at_least: Vec::new() });
            next += 2;
        }
        Self { nodes }
    }

    /// The literal that is true if at least `n` of those counted are; `None` if there are fewer.
    pub(super) fn at_least(&mut self, n: usize, sat: &mut Sat<'_>) -> Option<Lit> {
        let last = self.nodes.len() - 1;
        (n <= self.nodes[last].n_leaves).then(|| {
            self.grow(last, n, sat);
            self.nodes[last].at_least[n - 1]
        })
    }

    fn grow(&mut self, node: usize, n: usize, sat: &mut Sat<'_>) {
        let n = n.min(self.nodes[node].n_leaves);
        let Some((left, right)) = self.nodes[node].parts else { return };
        if self.nodes[node].at_least.len() >= n {
            return;
        }
        self.grow(left, n, sat);
        self.grow(right, n, sat);
        for sum in self.nodes[node].at_least.len() + 1..=n {
            let reached = sat.follower();
            for of_left in 0..=sum.min(self.nodes[left].n_leaves) {
                let of_right = sum - of_left;
                if of_right > self.nodes[right].n_leaves {
                    continue;
                }
                let part = |part: usize, n: usize| n.checked_sub(1).map(|place| !self.nodes[part].at_least[place]);
                sat.add(part(left, of_left).into_iter().chain(part(right, of_right)).chain([reached]));
            }
            self.nodes[node].at_least.push(reached);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_reached_by_so_many_true_literals_and_not_by_fewer() {
        for n in 1..=7 {
            let mut sat = Sat::new(Stop::never());
            let counted: Vec<Lit> = (0..n).map(|_| sat.literal()).collect();
            let mut sum = Sum::new(counted.iter().copied());
            for wanted in 1..=n {
                let reached = sum.at_least(wanted, &mut sat).unwrap();
                for mask in 0_usize..1 << n {
                    let assumed = counted
                        .iter()
                        .enumerate()
                        .map(|(place, one)| if mask >> place & 1 == 1 { *one } else { !*one });
                    let assumed: Vec<Lit> = assumed.chain([!reached]).collect();
                    let is_met = sat.ask(&assumed) == Ok(Reply::Met);
                    assert_eq!(is_met, (mask.count_ones() as usize) < wanted, "{n} {wanted} {mask:b}");
                }
            }
            assert_eq!(sum.at_least(n + 1, &mut sat), None);
        }
    }

    #[test]
    fn what_cannot_be_met_names_the_assumptions_that_prevent_it() {
        let mut sat = Sat::new(Stop::never());
        let [a, b, c] = [(); 3].map(|()| sat.literal());
        sat.add([!a, !b]);
        let Ok(Reply::Unmet(mut core)) = sat.ask(&[a, c, b]) else { panic!("a and b exclude each other") };
        core.sort_unstable();
        assert_eq!(core, [a, b]);
        assert_eq!(sat.ask(&[a, c]), Ok(Reply::Met));
        assert!(sat.is_true(a) && !sat.is_true(b));
    }
}
