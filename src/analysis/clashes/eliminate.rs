//! The function "these members cannot all be met", over one yes-or-no variable a member, by eliminating the terms.
//!
//! A member stands for one position or for all positions of a party. For a plan, "some chosen member is violated" is a
//! plain OR; the function asked for is the AND of that over all plans. Terms are eliminated one after the other (Dechter
//! 1999): only what mentions a term is joined before the AND over its values is taken. A value is written in yes-or-no
//! variables as well, "is it the first?", "else is it the second?", …, so that tables with much the same rows stay small.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use super::{
    diagram::{Functions, Join, Nodes, Ref},
    network::Network,
    search::{Halt, Search},
};
use crate::{
    analysis::{CompiledDemand, Verdict, min_fill::min_fill},
    domain::{Classes, Diagram, DiagramQuestion as Question, TermIx, ValueIx, ValueSet},
};

/// A demand that so few plans tell apart is asked about each of them.
const FEW_PLANS: usize = 1 << 8;
/// Where so many bits of terms at once meet so many variables that their product is larger, the graph has never come to its end
/// on any of the generated families, and is not begun: `cargo bench --bench grid` has them.
const HOPELESS: usize = 1 << 12;
/// Graphs smaller than this are not worth tidying up.
const SMALL: usize = 1 << 16;

/// What can be chosen or given up, one yes-or-no variable each.
#[derive(Clone, Debug, Default)]
pub(super) struct Variables {
    /// The members behind each variable. Members that demand the very same share one: a clash set has one of them, a way
    /// out all.
    pub(super) members: Vec<Vec<usize>>,
    /// The items of the network that must be met when a variable is chosen.
    pub(super) items: Vec<Vec<usize>>,
}

impl Variables {
    /// A variable for each member, alike or not.
    pub(super) fn one_each(member_of: &[usize]) -> Self {
        let n_members = member_of.iter().max().map_or(0, |most| most + 1);
        let mut variables =
            Self { members: (0..n_members).map(|member| vec![member]).collect(), items: vec![Vec::new(); n_members] };
        member_of.iter().enumerate().for_each(|(item, member)| variables.items[*member].push(item));
        variables
    }
}

/// "These cannot all be met", ready for reading off minimal sets.
pub(super) struct Conflict {
    pub(super) nodes: Nodes,
    pub(super) root: Ref,
    /// The level of the first variable.
    pub(super) first_level: u32,
}

/// All demands as functions, before the first term is eliminated.
pub(super) struct Elimination<'s, 'a> {
    layout: Layout,
    functions: Functions<'s, 'a>,
    /// All demands, each with the first of its terms to go; at the end those without a term.
    buckets: Vec<Vec<Message>>,
    pub(super) variables: Variables,
}

impl<'s, 'a> Elimination<'s, 'a> {
    /// `member_of` gives the member that each item of the network belongs to. At most `max` nodes at a time.
    pub(super) fn new(
        network: &Network<'_>,
        member_of: &[usize],
        max: usize,
        search: &'s mut Search<'a>,
    ) -> Result<Self, Halt> {
        let layout = Layout::new(network);
        let mut functions = Functions::new(max, search);
        let (buckets, variables) = layout.buckets(network, member_of, &mut functions)?;
        Ok(Self { layout, functions, buckets, variables })
    }

    /// Eliminates all terms.
    pub(super) fn run(mut self) -> Result<Conflict, Halt> {
        let Self { layout, functions, buckets, variables } = &mut self;
        if layout.width * variables.items.len() > HOPELESS {
            return Err(Halt::TooLarge);
        }
        let mut tidy = SMALL;
        for place in 0..layout.order.len() {
            let mut joined = Message { function: Ref::NO, places: Vec::new() };
            for message in std::mem::take(&mut buckets[place]) {
                joined = joined.or(message, functions)?;
            }
            joined.function = functions.for_all(&layout.levels[layout.order[place].get()], joined.function)?;
            joined.places.retain(|other| *other != place);
            let next = joined.places.first().copied().unwrap_or(layout.order.len());
            buckets[next].push(joined);
            if functions.nodes().len() > tidy {
                let open = buckets.iter_mut().flatten().map(|message| &mut message.function);
                functions.forget_all_but(&mut open.collect::<Vec<_>>())?;
                tidy = SMALL.max(functions.nodes().len() * 2);
            }
        }
        let mut root = Ref::NO;
        for message in buckets.pop().into_iter().flatten() {
            root = functions.join(Join::Or, root, message.function)?;
        }
        functions.forget_all_but(&mut [&mut root])?;
        Ok(Conflict { root, first_level: layout.first_level, nodes: self.functions.into_nodes() })
    }
}

/// A demand, or what the eliminated terms leave to say about the others: true where it fails and its members are chosen.
struct Message {
    function: Ref,
    /// The places in the order of elimination of the terms that it mentions, from small to large.
    places: Vec<usize>,
}

impl Message {
    fn or(self, other: Self, functions: &mut Functions<'_, '_>) -> Result<Self, Halt> {
        let mut places = [self.places, other.places].concat();
        places.sort_unstable();
        places.dedup();
        Ok(Self { function: functions.join(Join::Or, self.function, other.function)?, places })
    }
}

/// Which term goes when, and on which levels it stands.
struct Layout {
    /// The terms in the order of their elimination.
    order: Vec<TermIx>,
    /// For each term its place in the order.
    place_of: Vec<usize>,
    /// For each term the levels that its value is written on. Terms that go first stand deepest.
    levels: Vec<Range<u32>>,
    /// The level below all of these, where the variables of the members begin.
    first_level: u32,
    /// The most bits that say what the terms are that are linked to one when it goes.
    width: usize,
}

impl Layout {
    fn new(network: &Network<'_>) -> Self {
        let (order, width) = elimination_order(network);
        let mut place_of = vec![usize::MAX; network.domains.len()];
        order.iter().enumerate().for_each(|(place, term)| place_of[term.get()] = place);
        let mut levels = vec![0..0; network.domains.len()];
        let mut first_level = 0;
        for term in order.iter().rev() {
            let end = first_level + u32::try_from(network.domains[term.get()].len() - 1).unwrap_or(0);
            levels[term.get()] = first_level..end;
            first_level = end;
        }
        Self { order, place_of, levels, first_level, width }
    }

    /// All demands by the first of their terms to go, and what can be chosen.
    fn buckets(
        &self,
        network: &Network<'_>,
        member_of: &[usize],
        functions: &mut Functions<'_, '_>,
    ) -> Result<(Vec<Vec<Message>>, Variables), Halt> {
        let mut buckets: Vec<Vec<Message>> = (0..=self.order.len()).map(|_| Vec::new()).collect();
        let mut add = |message: Message| {
            buckets[message.places.first().copied().unwrap_or(self.order.len())].push(message);
        };
        for rule in network.groups.iter().flatten() {
            let open = rule.terms().filter(|term| network.domains[term.get()].len() > 1);
            let places = self.places(open);
            add(Message { function: self.violation(network, rule, &places, functions)?, places });
        }
        let mut items: Vec<(usize, Vec<usize>)> =
            network.items.iter().map(|item| self.places(item.scope.iter().copied())).enumerate().collect();
        // Variables stand as their terms do: the positions on the terms that go last come first.
        items.sort_by_key(|(_, places)| (std::cmp::Reverse(places.first().copied()), places.len()));
        let have_one_each = member_of.iter().collect::<BTreeSet<_>>().len() == member_of.len();
        let mut variables = Variables::default();
        let mut variable_of: BTreeMap<(usize, Ref), usize> = BTreeMap::new();
        for (item, places) in items {
            let fails = self.violation(network, network.items[item].demand, &places, functions)?;
            let key = if have_one_each { (0, fails) } else { (member_of[item], Ref::NO) };
            let variable = *variable_of.entry(key).or_insert(variables.members.len());
            if variable == variables.members.len() {
                variables.members.push(vec![member_of[item]]);
                variables.items.push(vec![item]);
            } else if have_one_each {
                variables.members[variable].push(member_of[item]);
                continue;
            } else {
                variables.items[variable].push(item);
            }
            let level = self.first_level + u32::try_from(variable).map_err(|_too_many| Halt::TooLarge)?;
            let chosen = functions.choose(level, Ref::NO, Ref::YES)?;
            add(Message { function: functions.join(Join::And, fails, chosen)?, places });
        }
        Ok((buckets, variables))
    }

    /// The places in the order of elimination of some terms, from small to large.
    fn places(&self, terms: impl Iterator<Item = TermIx>) -> Vec<usize> {
        let mut places: Vec<usize> = terms.map(|term| self.place_of[term.get()]).collect();
        places.sort_unstable();
        places
    }

    /// True where the demand fails.
    fn violation(
        &self,
        network: &Network<'_>,
        demand: &CompiledDemand,
        places: &[usize],
        functions: &mut Functions<'_, '_>,
    ) -> Result<Ref, Halt> {
        // The last term to go stands highest and is asked first.
        let terms: Vec<TermIx> = places.iter().rev().map(|place| self.order[*place]).collect();
        if let Some((diagram, classes)) = demand.diagram() {
            return self.of_diagram(network, (diagram, classes), functions);
        }
        let n_plans = terms.iter().map(|term| network.domains[term.get()].len()).fold(1, usize::saturating_mul);
        if n_plans <= FEW_PLANS {
            return self.plan_by_plan(network, demand, &terms, &mut network.bases[0].clone(), functions);
        }
        self.branch(demand, &terms, &mut network.domains.clone(), functions)
    }

    /// True where the demand fails, asked for each plan.
    fn plan_by_plan(
        &self,
        network: &Network<'_>,
        demand: &CompiledDemand,
        terms: &[TermIx],
        plan: &mut [ValueIx],
        functions: &mut Functions<'_, '_>,
    ) -> Result<Ref, Halt> {
        let Some((term, rest)) = terms.split_first() else {
            return Ok(if demand.is_met_by(plan) { Ref::NO } else { Ref::YES });
        };
        functions.step()?;
        let mut answers = Vec::with_capacity(network.domains[term.get()].len());
        for value in network.domains[term.get()].iter() {
            plan[term.get()] = value;
            answers.push(self.plan_by_plan(network, demand, rest, plan, functions)?);
        }
        self.of_answers(*term, answers, functions)
    }

    /// The function that gives each value of a term its answer.
    fn of_answers(&self, term: TermIx, answers: Vec<Ref>, functions: &mut Functions<'_, '_>) -> Result<Ref, Halt> {
        // The last value is what is left when it is none of those before.
        let mut answers = answers.into_iter();
        let mut function = answers.next_back().expect("a term has a value");
        for (level, answer) in self.levels[term.get()].clone().zip(answers).rev() {
            function = functions.choose(level, function, answer)?;
        }
        Ok(function)
    }

    /// True where the demand fails, node by node of its diagram.
    fn of_diagram(
        &self,
        network: &Network<'_>,
        (diagram, classes): (&Diagram, &[Classes]),
        functions: &mut Functions<'_, '_>,
    ) -> Result<Ref, Halt> {
        let mut fails: BTreeMap<u32, Ref> = BTreeMap::from([(0, Ref::YES), (1, Ref::NO)]);
        for Question { node, slot, branches } in diagram.questions().into_iter().rev() {
            let classes = &classes[slot];
            let domain = network.domains[classes.term.get()];
            let mut function = None;
            // The last value is what is left when it is none of those before.
            let levels = self.levels[classes.term.get()].clone().map(Some);
            let values: Vec<_> = domain.iter().zip(levels.chain([None])).collect();
            for (value, level) in values.into_iter().rev() {
                let branch = fails[&branches[usize::from(classes.class_of[value.get()])]];
                function = Some(match (function, level) {
                    (Some(rest), Some(level)) => {
                        let is_it = functions.choose(level, Ref::NO, Ref::YES)?;
                        let is_other = functions.choose(level, Ref::YES, Ref::NO)?;
                        let branch = functions.join(Join::And, is_it, branch)?;
                        let rest = functions.join(Join::And, is_other, rest)?;
                        functions.join(Join::Or, branch, rest)?
                    }
                    _ => branch,
                });
            }
            fails.insert(node, function.expect("a term has a value"));
        }
        Ok(fails[&diagram.root()])
    }

    fn branch(
        &self,
        demand: &CompiledDemand,
        terms: &[TermIx],
        domains: &mut [ValueSet],
        functions: &mut Functions<'_, '_>,
    ) -> Result<Ref, Halt> {
        functions.step()?;
        match demand.within(domains) {
            Verdict::Met => return Ok(Ref::NO),
            Verdict::Contradicted => return Ok(Ref::YES),
            Verdict::Undecided => {}
        }
        let (term, rest) = terms.split_first().expect("a demand over single values is decided");
        let all = domains[term.get()];
        let mut answers = Vec::with_capacity(all.len());
        for value in all.iter() {
            domains[term.get()] = ValueSet::only(value);
            answers.push(self.branch(demand, rest, domains, functions)?);
        }
        domains[term.get()] = all;
        self.of_answers(*term, answers, functions)
    }
}

/// The terms that something mentions, in the order in which they are best eliminated, and how many bits say what the terms are
/// that are linked to one when it goes, at most.
fn elimination_order(network: &Network<'_>) -> (Vec<TermIx>, usize) {
    let sizes: Vec<usize> = network.domains.iter().map(|domain| domain.len()).collect();
    let rules = network.groups.iter().flatten().map(|rule| rule.terms().collect::<Vec<_>>());
    let all = rules.chain(network.items.iter().map(|item| item.scope.clone()));
    let open = all.map(|scope| scope.into_iter().map(TermIx::get).filter(|term| sizes[*term] > 1).collect());
    let scopes: Vec<Vec<usize>> = open.collect();
    let mut is_mentioned = vec![false; sizes.len()];
    scopes.iter().flatten().for_each(|term| is_mentioned[*term] = true);
    let order = min_fill(&sizes, scopes.iter().map(|scope| &**scope));
    let n_choices = |linked: &[usize]| linked.iter().map(|term| sizes[*term] as u128).fold(1, u128::saturating_mul);
    let width = order.iter().map(|(_, linked)| n_choices(linked).ilog2()).max().unwrap_or(0);
    let terms = order.into_iter().map(|(term, _)| term).filter(|term| is_mentioned[*term]);
    (terms.map(TermIx::at).collect(), width as usize)
}
