//! Counting parties. Which parties cannot all be kept whole is found by asking: the smallest set of parties that has one of
//! each group known to be impossible together is given up, the others are asked for together; if that fails, a new group is
//! known (implicit hitting sets, Chandrasekaran and others 2011). Plans that contradict the fewest parties contradict just
//! one of the sets found, so that they can be counted set by set.

use std::collections::BTreeSet;

use super::{Found, Least, Toll, Wishes, count};
use crate::{
    analysis::{
        Count, Stop,
        plans::{
            Basis,
            least::{Halted, Solved},
            model::{Ask, Model, Price, Subject, Terms},
        },
    },
    domain::{PartyIx, PositionIx},
};

/// A set of parties, by their place in the list of those that can be contradicted.
type Group = BTreeSet<usize>;

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
    let asked = Asked::new(basis, model, max_listed.max(1), stop);
    let mut found = Sets::default();
    let size = asked.search(&mut found, &mut |found| tell(&|| asked.so_far(found)));
    let Some(size) = size else { return asked.so_far(&found) };
    let mut plans: Vec<(usize, Vec<usize>)> = Vec::new();
    let (mut n_plans, mut are_all) = (Some(Count::default()), Some(true));
    for solved in found.least {
        n_plans = n_plans.zip(solved.count).map(|(sum, count)| sum + count);
        are_all = are_all.zip(solved.are_all).map(|(sum, all)| sum && all);
        let n_changes = |values: &Vec<usize>| usize::try_from(asked.model.problem.cost(values)).unwrap_or(usize::MAX);
        plans.extend(solved.listed.into_iter().map(|values| (n_changes(&values), values)));
    }
    plans.sort_unstable();
    if plans.len() > max_listed {
        are_all = are_all.map(|_| false);
        plans.truncate(max_listed);
    }
    Least {
        lower: Toll::Parties(count(size.unwrap_or(0))),
        upper: size.map(|size| Toll::Parties(count(size))),
        proven: true,
        n_plans: n_plans.map(|n| n * &asked.model.n_settled),
        plans: plans.iter().map(|(_, values)| Found::new(&asked.model, values)).collect(),
        are_all,
    }
}

/// What is known about sets of parties.
#[derive(Default)]
struct Sets {
    /// Minimal groups that no plan keeps whole together.
    impossible: Vec<Group>,
    /// No plan contradicts fewer parties than this.
    lower: usize,
    /// The fewest parties contradicted so far, with the plan.
    upper: Option<(usize, Vec<usize>)>,
    /// The answers for the sets of the least size.
    least: Vec<Solved>,
}

struct Asked<'a, 's> {
    basis: Basis<'a>,
    model: Model<'a>,
    /// The parties that some plan contradicts.
    parties: Vec<PartyIx>,
    max_listed: usize,
    stop: Stop<'s>,
}

impl<'a, 's> Asked<'a, 's> {
    fn new(basis: Basis<'a>, model: Model<'a>, max_listed: usize, stop: Stop<'s>) -> Self {
        let party = |subject: Subject| match subject {
            Subject::Position(ix) => Some(basis.dossier.position(ix).party),
            Subject::Rule(_) => None,
        };
        let parties: BTreeSet<PartyIx> = model.subjects().into_iter().filter_map(party).collect();
        Self { basis, parties: parties.into_iter().collect(), model, max_listed, stop }
    }

    /// The size of the smallest sets, `None` inside if no plan keeps the rules; `None` if somebody asked to stop.
    fn search(&self, found: &mut Sets, tell: &mut dyn FnMut(&Sets)) -> Option<Option<usize>> {
        let all: Group = (0..self.parties.len()).collect();
        let any = self.possible(&Group::new());
        let Some((_, values)) = any.upper else { return any.is_proven.then_some(None) };
        found.upper = Some((self.n_contradicted(&values), values));
        for size in 0..=all.len() {
            found.lower = size;
            tell(found);
            let mut tried: BTreeSet<Group> = BTreeSet::new();
            while let Some(given_up) =
                self.hitting(&found.impossible, &mut Group::new(), &Group::new(), (size, &tried)).ok()?
            {
                let kept: Group = all.difference(&given_up).copied().collect();
                let possible = self.possible(&kept);
                let Some((_, values)) = possible.upper else {
                    if !possible.is_proven {
                        return None;
                    }
                    found.impossible.push(self.shrunk(kept)?);
                    continue;
                };
                found.upper = Some((size, values));
                tell(found);
                let solved = self.keeping(&kept, self.max_listed);
                if !solved.is_proven || solved.are_all.is_none() {
                    found.upper = solved.upper.map(|(_, values)| (size, values));
                    return None;
                }
                found.least.push(solved);
                tried.insert(given_up);
            }
            if !found.least.is_empty() {
                return Some(Some(size));
            }
        }
        None
    }

    /// The plans that keep the rules and contradict none of these parties, the fewest changes first.
    fn keeping(&self, kept: &Group, max_listed: usize) -> Solved {
        self.model.with(|subject| self.is_kept(subject, kept)).solve(&self.model.start(), max_listed, self.stop)
    }

    /// Any plan that keeps the rules and contradicts none of these parties.
    fn possible(&self, kept: &Group) -> Solved {
        let problem = self.model.alone_with(|subject| self.is_kept(subject, kept));
        problem.solve(&self.model.start(), 0, self.stop)
    }

    fn is_kept(&self, subject: Subject, kept: &Group) -> bool {
        match subject {
            Subject::Rule(_) => true,
            Subject::Position(ix) => {
                let party = self.basis.dossier.position(ix).party;
                self.parties.binary_search(&party).is_ok_and(|place| kept.contains(&place))
            }
        }
    }

    /// A minimal group among these that no plan keeps whole together.
    fn shrunk(&self, kept: Group) -> Option<Group> {
        let mut needed = kept.clone();
        for party in kept.into_iter().rev() {
            let mut fewer = needed.clone();
            fewer.remove(&party);
            let solved = self.possible(&fewer);
            match solved.upper {
                None if solved.is_proven => needed = fewer,
                None => return None,
                Some(_) => {}
            }
        }
        Some(needed)
    }

    fn n_contradicted(&self, values: &[usize]) -> usize {
        let plan = self.model.plan(values);
        let is_hit = |party: &PartyIx| {
            let of_party = |subject: &Subject| match subject {
                Subject::Position(ix) => Some(*ix).filter(|ix| self.basis.dossier.position(*ix).party == *party),
                Subject::Rule(_) => None,
            };
            let positions: Vec<PositionIx> = self.model.subjects().iter().filter_map(of_party).collect();
            !super::account(self.basis.with_plan(&plan), super::CountingRule::EachParty, &positions).cells.is_empty()
        };
        self.parties.iter().filter(|party| is_hit(party)).count()
    }

    /// What is known before the search is at its end.
    fn so_far(&self, found: &Sets) -> Least {
        let upper = found.upper.as_ref();
        Least {
            lower: Toll::Parties(count(found.lower.min(self.parties.len()))),
            upper: upper.map(|(n, _)| Toll::Parties(count(*n))),
            proven: false,
            n_plans: None,
            plans: upper.iter().map(|(_, values)| Found::new(&self.model, values)).take(self.max_listed).collect(),
            are_all: None,
        }
    }

    /// A set of at most `size` members, none of them `left_out`, that has one of each group and was not tried yet.
    fn hitting(
        &self,
        groups: &[Group],
        chosen: &mut Group,
        left_out: &Group,
        (size, tried): (usize, &BTreeSet<Group>),
    ) -> Result<Option<Group>, Halted> {
        if self.stop.is_set() {
            return Err(Halted);
        }
        let Some(open) = groups.iter().find(|group| group.is_disjoint(chosen)) else {
            return Ok((!tried.contains(chosen)).then(|| chosen.clone()));
        };
        if chosen.len() == size {
            return Ok(None);
        }
        let mut left_out = left_out.clone();
        for member in open {
            if left_out.contains(member) {
                continue;
            }
            chosen.insert(*member);
            let found = self.hitting(groups, chosen, &left_out, (size, tried))?;
            chosen.remove(member);
            if found.is_some() {
                return Ok(found);
            }
            left_out.insert(*member);
        }
        Ok(None)
    }
}
