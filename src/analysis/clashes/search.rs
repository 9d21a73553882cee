//! Is there a plan that meets all of these demands? Depth first, with values pruned that some demand rules out.

use crate::{
    analysis::{CompiledDemand, Stop, Stopped, Verdict},
    domain::{TermIx, ValueIx, ValueSet},
};

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Halt {
    /// Somebody asked to stop.
    Stopped,
    /// It would take more than was allowed.
    TooLarge,
}

impl From<Stopped> for Halt {
    fn from(Stopped: Stopped) -> Self {
        Self::Stopped
    }
}

impl Halt {
    /// For searches that nothing limits.
    pub(super) fn unlimited(self) -> Stopped {
        debug_assert_eq!(self, Self::Stopped, "only a limit can be too small");
        Stopped
    }
}

/// A search that can be stopped and takes a limited number of steps.
pub(super) struct Search<'a> {
    stop: Stop<'a>,
    steps_left: u64,
    /// Which value of each term is tried first, so that different turns find different plans.
    pub(super) turn: usize,
    /// Domains to restore, newest last.
    trail: Vec<(TermIx, ValueSet)>,
}

impl<'a> Search<'a> {
    /// Each step sets one term or looks at one set; the smallest cost a fraction of a microsecond.
    pub(super) fn new(stop: Stop<'a>, steps: u64) -> Self {
        Self { stop, steps_left: steps, turn: 0, trail: Vec::new() }
    }

    /// A search that only a request to stop ends early.
    pub(super) fn unlimited(stop: Stop<'a>) -> Self {
        Self::new(stop, u64::MAX)
    }

    /// Takes a step.
    pub(super) fn step(&mut self) -> Result<(), Halt> {
        self.steps(1)
    }

    /// True if some plan with values from `domains` meets all `demands`. Then `domains` is left narrowed to a box in which
    /// every plan does; otherwise it is left as it was.
    pub(super) fn solve(&mut self, demands: &[&CompiledDemand], domains: &mut [ValueSet]) -> Result<bool, Halt> {
        let start = self.trail.len();
        let found = self.descend(demands, domains);
        if found == Ok(true) {
            self.trail.truncate(start);
        } else {
            self.undo(start, domains);
        }
        found
    }

    /// Takes out values that some demand rules out by itself. The demands must be possible together.
    pub(super) fn prune_for_good(&mut self, demands: &[&CompiledDemand], domains: &mut [ValueSet]) -> Result<(), Halt> {
        self.prune(demands, domains)?;
        self.trail.clear();
        Ok(())
    }

    /// Takes many steps at once.
    pub(super) fn steps(&mut self, n: u64) -> Result<(), Halt> {
        self.look()?;
        self.steps_left = self.steps_left.checked_sub(n).ok_or(Halt::TooLarge)?;
        Ok(())
    }

    /// Who may ask to stop.
    pub(super) fn stop(&self) -> Stop<'a> {
        self.stop
    }

    /// Looks whether to stop, without taking a step.
    pub(super) fn look(&self) -> Result<(), Halt> {
        if self.stop.is_set() { Err(Halt::Stopped) } else { Ok(()) }
    }

    fn descend(&mut self, demands: &[&CompiledDemand], domains: &mut [ValueSet]) -> Result<bool, Halt> {
        self.step()?;
        if !self.prune(demands, domains)? {
            return Ok(false);
        }
        let open: Vec<&CompiledDemand> =
            demands.iter().copied().filter(|demand| demand.within(domains) == Verdict::Undecided).collect();
        let wide = open.iter().flat_map(|demand| demand.terms()).filter(|term| domains[term.get()].len() > 1);
        let Some(term) = wide.min_by_key(|term| (domains[term.get()].len(), *term)) else { return Ok(true) };
        let values = domains[term.get()];
        let (low, high) = values.iter().partition::<Vec<_>, _>(|value| *value < turned(values, self.turn, term));
        for value in high.into_iter().chain(low) {
            let before = self.trail.len();
            self.narrow(term, ValueSet::only(value), domains);
            if self.descend(&open, domains)? {
                return Ok(true);
            }
            self.undo(before, domains);
        }
        Ok(false)
    }

    /// Takes out values that some demand rules out whatever the other terms are; false if a demand cannot be met.
    fn prune(&mut self, demands: &[&CompiledDemand], domains: &mut [ValueSet]) -> Result<bool, Halt> {
        let mut changed = true;
        while changed {
            changed = false;
            for demand in demands {
                self.look()?;
                match demand.within(domains) {
                    Verdict::Met => {}
                    Verdict::Contradicted => return Ok(false),
                    Verdict::Undecided => {
                        for term in demand.terms() {
                            let kept = supported(demand, term, domains);
                            if kept != domains[term.get()] {
                                self.narrow(term, kept, domains);
                                changed = true;
                            }
                        }
                    }
                }
            }
        }
        Ok(true)
    }

    fn narrow(&mut self, term: TermIx, to: ValueSet, domains: &mut [ValueSet]) {
        self.trail.push((term, domains[term.get()]));
        domains[term.get()] = to;
    }

    fn undo(&mut self, to: usize, domains: &mut [ValueSet]) {
        for (term, old) in self.trail.drain(to..).rev() {
            domains[term.get()] = old;
        }
    }
}

/// The values of `term` with which the demand can still be met.
pub(super) fn supported(demand: &CompiledDemand, term: TermIx, domains: &mut [ValueSet]) -> ValueSet {
    let all = domains[term.get()];
    if all.len() == 1 {
        return all;
    }
    let mut kept = ValueSet::default();
    for value in all.iter() {
        domains[term.get()] = ValueSet::only(value);
        if demand.within(domains) != Verdict::Contradicted {
            kept.0 |= domains[term.get()].0;
        }
    }
    domains[term.get()] = all;
    kept
}

/// The `turn`-th of some values, counted round and from another start for each term.
pub(super) fn turned(values: ValueSet, turn: usize, term: TermIx) -> ValueIx {
    let place = (turn + term.get()) % values.len();
    values.iter().nth(place).expect("a term has a value left, or the search would have failed")
}
