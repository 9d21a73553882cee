//! Counting parties. Each party is a variable that pays for all its positions together, so that the fewest parties are a
//! least cost; then the sets of parties that reach it are asked for one after the other. Plans that contradict the fewest
//! parties contradict just one of these sets, so that they can be counted set by set.

use std::collections::BTreeSet;

use super::{Found, Least, Toll, Wishes, count};
use crate::{
    analysis::{
        Count, Stop,
        plans::{
            Basis,
            least::{Cost, Solved},
            model::{Ask, Model, Price, Subject, Terms},
        },
    },
    domain::{PartyIx, PositionIx},
};

/// A set of parties, by their place in the list of those that can be contradicted.
type Group = Vec<usize>;

pub(super) fn least(
    basis: Basis<'_>,
    terms: &Terms,
    positions: &[PositionIx],
    wishes: &Wishes,
    stop: Stop<'_>,
    tell: &mut dyn FnMut(&dyn Fn() -> Least),
) -> Least {
    let max_listed = wishes.max_listed;
    let minor_bits = usize::BITS - basis.plan.n_set().leading_zeros();
    let ask = Ask { positions, price: Price::Apart, change: 1, minor_bits, limits: wishes.limits, stop };
    let Ok(model) = Model::new(basis, terms, ask) else { return Least::unknown(Toll::Parties(0)) };
    let asked = Asked::new(basis, model, stop);
    let (found, sets) = asked.fewest(&mut |found| tell(&|| asked.so_far(found, max_listed)));
    if !found.is_proven {
        return asked.so_far(&found, max_listed);
    }
    let mut plans: Vec<(usize, Vec<usize>)> = Vec::new();
    let (mut n_plans, mut are_all) = (Some(Count::default()), Some(true));
    for given_up in &sets {
        let solved = asked.keeping_all_but(given_up, max_listed);
        n_plans = n_plans.zip(solved.count).map(|(sum, count)| sum + count);
        are_all = are_all.zip(solved.are_all).map(|(sum, all)| sum && all);
        let n_changes = |values: &Vec<usize>| usize::try_from(asked.model.problem.cost(values)).unwrap_or(usize::MAX);
        plans.extend(solved.listed.into_iter().map(|values| (n_changes(&values), values)));
    }
    if are_all.is_none() && max_listed > 0 {
        // Somebody asked to stop: which plans come first is not known.
        return Least { proven: true, ..asked.so_far(&found, max_listed) };
    }
    plans.sort_unstable();
    if plans.len() > max_listed {
        are_all = are_all.map(|_| false);
        plans.truncate(max_listed);
    }
    Least {
        proven: true,
        n_plans: n_plans.map(|n| n * &asked.model.n_settled),
        plans: plans.iter().map(|(_, values)| Found::new(&asked.model, values)).collect(),
        are_all,
        ..asked.so_far(&found, 0)
    }
}

/// Parties as a cost.
fn toll(cost: Cost) -> Toll {
    Toll::Parties(count(usize::try_from(cost).unwrap_or(0)))
}

struct Asked<'a, 's> {
    basis: Basis<'a>,
    model: Model<'a>,
    /// The parties that some plan contradicts.
    parties: Vec<PartyIx>,
    stop: Stop<'s>,
}

impl<'a, 's> Asked<'a, 's> {
    fn new(basis: Basis<'a>, model: Model<'a>, stop: Stop<'s>) -> Self {
        let party = |subject: Subject| match subject {
            Subject::Position(ix) => Some(basis.dossier.position(ix).party),
            Subject::Rule(_) => None,
        };
        let parties: BTreeSet<PartyIx> = model.subjects().into_iter().filter_map(party).collect();
        Self { basis, parties: parties.into_iter().collect(), model, stop }
    }

    /// The fewest parties that are contradicted, and if that is proven all sets of so many.
    fn fewest(&self, tell: &mut dyn FnMut(&Solved)) -> (Solved, Vec<Group>) {
        let problem = self.model.paid(self.parties.len(), |subject| self.payer(subject));
        let n_vars = problem.sizes.len() - self.parties.len();
        let everybody = self.model.start().into_iter().chain(vec![1; self.parties.len()]).collect::<Vec<_>>();
        let mut sets = Vec::new();
        let payers = n_vars..problem.sizes.len();
        let solved = problem.least_sets(&everybody, payers, self.stop, tell, &mut |payers| sets.push(payers));
        (solved, sets)
    }

    /// The plans that keep the rules and contradict none but these parties, the fewest changes first.
    fn keeping_all_but(&self, given_up: &Group, max_listed: usize) -> Solved {
        let is_kept = |subject: Subject| self.payer(subject).is_none_or(|party| !given_up.contains(&party));
        self.model.with(is_kept).solve(&self.model.start(), max_listed, self.stop)
    }

    /// The place of the party that a position is of.
    fn payer(&self, subject: Subject) -> Option<usize> {
        match subject {
            Subject::Rule(_) => None,
            Subject::Position(ix) => self.parties.binary_search(&self.basis.dossier.position(ix).party).ok(),
        }
    }

    /// What is known before the search is at its end.
    fn so_far(&self, found: &Solved, max_listed: usize) -> Least {
        let upper = found.upper.as_ref();
        Least {
            lower: toll(found.lower),
            upper: upper.map(|(cost, _)| toll(*cost)),
            proven: false,
            n_plans: None,
            plans: upper.iter().map(|(_, values)| Found::new(&self.model, values)).take(max_listed).collect(),
            are_all: None,
        }
    }
}
